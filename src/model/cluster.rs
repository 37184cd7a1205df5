//! The markers that a map shows: points that would lie on top of each other become one marker with a number.
//!
//! The map of the world (Web Mercator, 256 pixels wide at zoom 0) is cut into square cells of 64 pixels; the points of
//! a cell make one cluster. Cells halve from zoom to zoom, so the points are kept in Morton order (the bits of x and y
//! in turn): there the points of any cell, of any size, stand next to each other, and how many cells there are at each
//! size can be told from what neighbours have in common. A query walks a few times over the points, whatever it asks for.

use std::f64::consts::TAU;

use super::coordinate::Point;

/// A cell halves this many times more often than the zoom says: 256 / 2² = 64 pixels.
const CELL: u32 = 2;
/// The largest zoom of a map.
const LARGEST_ZOOM: u32 = 18;
/// How often the world is halved at the largest zoom.
const FINEST: u32 = LARGEST_ZOOM + CELL;
/// The latitude at which the square map of Web Mercator ends, in degrees.
const EDGE: f64 = 85.051_128_779_806_6;

/// A part of a map, in degrees, its edges included. One that crosses the 180th meridian holds nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The smallest longitude.
    pub west: f64,
    /// The smallest latitude.
    pub south: f64,
    /// The largest longitude.
    pub east: f64,
    /// The largest latitude.
    pub north: f64,
}

impl Bounds {
    /// Whether a point lies within.
    #[must_use]
    pub fn contains(self, point: Point) -> bool {
        (self.west..=self.east).contains(&point.longitude)
            && (self.south..=self.north).contains(&point.latitude)
    }
}

/// One marker: a point of its own, or several that lie close together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cluster {
    /// The mean longitude of its points, in degrees.
    pub longitude: f64,
    /// The mean latitude of its points, in degrees.
    pub latitude: f64,
    /// How many points it stands for, at least 1.
    pub count: usize,
    /// The smallest of its points' places in the list that the index was made of.
    pub first: usize,
}

/// Points in an order in which neighbours are quickly found.
#[derive(Clone, Debug, Default)]
pub struct Index(Vec<Entry>);

/// A point in the index.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// Its place on the map in Morton order.
    code: u64,
    /// Its place in the list.
    place: usize,
    point: Point,
}

impl Index {
    /// Takes the points, best not more than 50,000. Those that are not finite are left out, and keep their places.
    #[must_use]
    pub fn new(points: &[Point]) -> Self {
        let mut entries: Vec<_> = points
            .iter()
            .enumerate()
            .filter(|(_, point)| point.longitude.is_finite() && point.latitude.is_finite())
            .map(|(place, point)| Entry { code: code(*point), place, point: *point })
            .collect();
        sort(&mut entries, |entry| entry.code);
        Self(entries)
    }

    /// What a map of these bounds shows at a zoom (0 to 18, larger is taken as 18): every point within the bounds in
    /// just one cluster, in the order of the list. Of more than `most` clusters the cells are made larger until they
    /// are not more; with 0 there are none. The same question always has the same answer, but a cell at the edge holds
    /// what lies within the bounds only: ask for a cell more on each side, so that nothing changes in sight of a reader
    /// who moves the map.
    #[must_use]
    pub fn query(&self, bounds: Bounds, zoom: u8, most: usize) -> Vec<Cluster> {
        if most == 0 {
            return Vec::new();
        }
        let within: Vec<_> = self.0.iter().filter(|entry| bounds.contains(entry.point)).collect();
        let finest = u32::from(zoom).min(LARGEST_ZOOM) + CELL;
        let below = 2 * (FINEST - halvings(&within, finest, most));
        let mut clusters: Vec<_> = within
            .chunk_by(|one, next| one.code >> below == next.code >> below)
            .map(Cluster::of)
            .collect();
        sort(&mut clusters, |cluster| cluster.first as u64);
        clusters
    }
}

impl Cluster {
    /// The cluster of some points, which are at least one.
    #[expect(clippy::cast_precision_loss, reason = "nobody has 2⁵² points")]
    fn of(entries: &[&Entry]) -> Self {
        let mean = |degrees: fn(&Point) -> f64| {
            entries.iter().map(|entry| degrees(&entry.point)).sum::<f64>() / entries.len() as f64
        };
        Self {
            longitude: mean(|point| point.longitude),
            latitude: mean(|point| point.latitude),
            count: entries.len(),
            first: entries.iter().map(|entry| entry.place).min().unwrap_or_default(),
        }
    }
}

/// How often the world can be halved, `finest` times if possible, with points in not more than `most` cells. Each pair
/// of neighbours that `n` halvings leave in one cell adds a cell from halving `n + 1` on.
fn halvings(entries: &[&Entry], finest: u32, most: usize) -> u32 {
    let mut added = [0; FINEST as usize + 1];
    for pair in entries.windows(2) {
        if let [one, next] = pair {
            let unlike = u64::BITS - (one.code ^ next.code).leading_zeros();
            if let Some(added) = added.get_mut((FINEST - unlike.div_ceil(2)) as usize) {
                *added += 1;
            }
        }
    }
    let (mut cells, mut halvings) = (1, 0);
    for added in added {
        cells += added;
        if halvings == finest || cells > most {
            break;
        }
        halvings += 1;
    }
    halvings
}

/// The cell of a point at the largest zoom, the bits of x and y in turn. What lies beyond the map is taken to its edge.
fn code(point: Point) -> u64 {
    let sine = point.latitude.clamp(-EDGE, EDGE).to_radians().sin();
    let x = (point.longitude + 180.0) / 360.0;
    let y = 0.5 - ((1.0 + sine) / (1.0 - sine)).ln() / (2.0 * TAU);
    spread(x) | spread(y) << 1
}

/// A number from 0 to 1 as [`FINEST`] bits, with a 0 before each of them.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates")]
fn spread(part: f64) -> u64 {
    const CELLS: u32 = 1 << FINEST;
    let cell = u64::from(((part * f64::from(CELLS)) as u32).min(CELLS - 1));
    (0..FINEST).fold(0, |bits, bit| bits | (cell >> bit & 1) << (2 * bit))
}

/// Sorts by a key, four bits at a time from the lowest up; of equals the earlier stays the earlier. The sort of the
/// standard library would add 2 kB to the wasm.
fn sort<T: Copy>(items: &mut Vec<T>, key: impl Fn(&T) -> u64) {
    let rest = |item: &T, shift| key(item).checked_shr(shift).unwrap_or(0);
    let mut shift = 0;
    while items.iter().any(|item| rest(item, shift) != 0) {
        let mut piles = vec![Vec::new(); 16];
        for item in items.drain(..) {
            let digit = usize::try_from(rest(&item, shift) & 15).unwrap_or_default();
            if let Some(pile) = piles.get_mut(digit) {
                pile.push(item);
            }
        }
        items.extend(piles.into_iter().flatten());
        shift += 4;
    }
}

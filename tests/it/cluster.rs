//! Clusters against brute force.

use std::{collections::HashMap, f64::consts::PI};

use proptest::prelude::*;
use qingmiao::model::{
    cluster::{Bounds, Cluster, Index},
    coordinate::Point,
};

const WORLD: Bounds = Bounds { west: -180.0, south: -90.0, east: 180.0, north: 90.0 };

const fn point(longitude: f64, latitude: f64) -> Point {
    Point { longitude, latitude }
}

/// The cells of a map of `2^halvings` by `2^halvings`, each with the places of its points.
fn cells(points: &[(usize, Point)], halvings: u8) -> Vec<Vec<(usize, Point)>> {
    let mut cells = HashMap::<_, Vec<_>>::new();
    let side = 2_f64.powi(halvings.into());
    for (place, point) in points {
        let latitude = point.latitude.clamp(-85.051_128_779_806_6, 85.051_128_779_806_6);
        let x = (point.longitude + 180.0) / 360.0;
        let y = 0.5 - (PI / 4.0 + latitude.to_radians() / 2.0).tan().ln() / (2.0 * PI);
        let cell = [x, y].map(|part| (part * side).floor().clamp(0.0, side - 1.0).to_bits());
        cells.entry(cell).or_default().push((*place, *point));
    }
    cells.into_values().collect()
}

/// What a map shows, the slow way.
fn brute_force(points: &[Point], bounds: Bounds, zoom: u8, most: usize) -> Vec<Cluster> {
    let within: Vec<_> = (0..)
        .zip(points.iter().copied())
        .filter(|(_, at)| {
            at.longitude >= bounds.west
                && at.longitude <= bounds.east
                && at.latitude >= bounds.south
                && at.latitude <= bounds.north
        })
        .collect();
    let finest = zoom.min(18) + 2;
    let cells = (0..=finest).rev().map(|halvings| cells(&within, halvings));
    let fitting = cells.into_iter().find(|cells| cells.len() <= most).expect("most is not 0");
    let mut clusters: Vec<_> = fitting
        .into_iter()
        .map(|cell| {
            let count = f64::from(u32::try_from(cell.len()).expect("few"));
            Cluster {
                longitude: cell.iter().map(|(_, at)| at.longitude).sum::<f64>() / count,
                latitude: cell.iter().map(|(_, at)| at.latitude).sum::<f64>() / count,
                count: cell.len(),
                first: cell.iter().map(|(place, _)| *place).min().expect("a point"),
            }
        })
        .collect();
    clusters.sort_by_key(|cluster| cluster.first);
    clusters
}

fn assert_same(found: &[Cluster], expected: &[Cluster]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!((found.count, found.first), (expected.count, expected.first));
        assert!((found.longitude - expected.longitude).abs() < 1e-9, "{found:?} {expected:?}");
        assert!((found.latitude - expected.latitude).abs() < 1e-9, "{found:?} {expected:?}");
    }
}

/// Points anywhere, in one town, and on a coarse grid, so that some lie on edges of cells and many on one spot.
fn some_points() -> impl Strategy<Value = Vec<Point>> {
    let anywhere = (-180.0..180.0, -90.0..90.0).prop_map(|(x, y)| point(x, y));
    let town = (113.2..113.4, 23.1..23.3).prop_map(|(x, y)| point(x, y));
    let grid = (-8..8, -3..3).prop_map(|(x, y)| point(f64::from(x) * 22.5, f64::from(y) * 30.0));
    prop::collection::vec(prop_oneof![anywhere, town, grid], 0..200)
}

fn some_bounds() -> impl Strategy<Value = Bounds> {
    let anywhere = (prop::array::uniform2(-180.0..180.0), prop::array::uniform2(-90.0..90.0));
    let town = (prop::array::uniform2(113.2..113.4), prop::array::uniform2(23.1..23.3));
    let between = |(x, y): ([f64; 2], [f64; 2])| Bounds {
        west: x[0].min(x[1]),
        south: y[0].min(y[1]),
        east: x[0].max(x[1]),
        north: y[0].max(y[1]),
    };
    prop_oneof![Just(WORLD), anywhere.prop_map(between), town.prop_map(between)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// Every point in the bounds once, none from outside, not too many markers, and each where its points are.
    #[test]
    fn a_query_is_what_brute_force_finds(
        points in some_points(),
        bounds in some_bounds(),
        zoom in 0_u8..=20,
        most in 1_usize..60,
    ) {
        let found = Index::new(&points).query(bounds, zoom, most);
        prop_assert!(found.len() <= most);
        let within = points.iter().filter(|point| bounds.contains(**point)).count();
        prop_assert_eq!(found.iter().map(|cluster| cluster.count).sum::<usize>(), within);
        assert_same(&found, &brute_force(&points, bounds, zoom, most));
        for cluster in &found {
            let first = points[cluster.first];
            prop_assert!(bounds.contains(first));
            if cluster.count == 1 {
                prop_assert_eq!(first, point(cluster.longitude, cluster.latitude));
            }
        }
    }

    /// The order of the list decides nothing but the places.
    #[test]
    fn the_order_of_the_points_does_not_matter(
        (points, shuffled) in some_points().prop_flat_map(|points| {
            let order: Vec<_> = (0..points.len()).collect();
            (Just(points), Just(order).prop_shuffle())
        }),
        zoom in 0_u8..=18,
    ) {
        let moved: Vec<_> = shuffled.iter().map(|place| points[*place]).collect();
        let sizes = |points: &[Point]| {
            let mut sizes: Vec<_> =
                Index::new(points).query(WORLD, zoom, 500).iter().map(|it| it.count).collect();
            sizes.sort_unstable();
            sizes
        };
        prop_assert_eq!(sizes(&points), sizes(&moved));
        let index = Index::new(&points);
        prop_assert_eq!(index.query(WORLD, zoom, 50), index.query(WORLD, zoom, 50));
        prop_assert_eq!(index.query(WORLD, zoom, 50), Index::new(&points).query(WORLD, zoom, 50));
    }

    /// Nearer in there are more clusters, never fewer.
    #[test]
    fn clusters_fall_apart_as_one_comes_nearer(points in some_points(), zoom in 1_u8..=18) {
        let index = Index::new(&points);
        let far = index.query(WORLD, zoom - 1, usize::MAX).len();
        prop_assert!(far <= index.query(WORLD, zoom, usize::MAX).len());
    }
}

/// A list as large as the index is made for, by a generator that gives the same everywhere.
fn fifty_thousand() -> Vec<Point> {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(state >> 8) / f64::from(1_u32 << 24)
    };
    (0..50_000).map(|_| point(73.0 + 62.0 * next(), 18.0 + 36.0 * next())).collect()
}

#[test]
fn fifty_thousand_points_fit_at_any_zoom() {
    let points = fifty_thousand();
    let index = Index::new(&points);
    for zoom in [0, 3, 5, 18] {
        let found = index.query(WORLD, zoom, 500);
        assert_eq!(found.iter().map(|cluster| cluster.count).sum::<usize>(), 50_000);
        assert!(found.len() <= 500);
        assert_same(&found, &brute_force(&points, WORLD, zoom, 500));
    }
}

/// Points a cell apart stay apart; of closer ones a cell's worth makes a marker.
#[test]
fn a_cell_is_64_pixels() {
    // At zoom 10 the world is 2^18 pixels wide: 64 pixels are 360° / 2^12.
    let cell = 360.0 / f64::from(1_u32 << 12);
    let points: Vec<_> = (0..10).map(|at| point(113.0 + cell * f64::from(at), 23.0)).collect();
    let index = Index::new(&points);
    assert_eq!(index.query(WORLD, 10, 500).len(), 10);
    assert!((5..=6).contains(&index.query(WORLD, 9, 500).len()));
    let row: Vec<_> =
        (0..1000).map(|at| point(113.0 + cell / 100.0 * f64::from(at), 23.0)).collect();
    assert!((10..=11).contains(&Index::new(&row).query(WORLD, 10, 500).len()));
}

#[test]
fn nothing_gives_nothing() {
    let empty = Index::new(&[]);
    assert_eq!(empty.query(WORLD, 5, 500), []);
    let one = Index::new(&[point(113.0, 23.0)]);
    assert_eq!(one.query(WORLD, 5, 0), []);
    let elsewhere = Bounds { west: 0.0, south: 0.0, east: 1.0, north: 1.0 };
    assert_eq!(one.query(elsewhere, 5, 500), []);
    for bounds in [
        Bounds { west: f64::NAN, ..WORLD },
        Bounds { north: f64::NAN, ..WORLD },
        Bounds { west: 180.0, east: -180.0, ..WORLD },
    ] {
        assert_eq!(one.query(bounds, 5, 500), []);
    }
}

#[test]
fn what_is_no_place_is_left_out_and_keeps_its_place() {
    let points = [
        point(f64::NAN, 23.0),
        point(113.0, f64::INFINITY),
        point(113.0, 23.0),
        point(f64::NEG_INFINITY, f64::NAN),
        point(120.0, 30.0),
    ];
    let everything = Bounds {
        west: f64::NEG_INFINITY,
        south: f64::NEG_INFINITY,
        east: f64::INFINITY,
        north: f64::INFINITY,
    };
    let found = Index::new(&points).query(everything, 18, 500);
    let single = |longitude, latitude, first| Cluster { longitude, latitude, count: 1, first };
    assert_eq!(found, [single(113.0, 23.0, 2), single(120.0, 30.0, 4)]);
}

#[test]
fn places_off_the_map_are_counted_at_its_edge() {
    let points = [point(0.0, 90.0), point(0.0, 89.0), point(-180.0, -90.0), point(180.0, 90.0)];
    let found = Index::new(&points).query(WORLD, 18, 500);
    assert_eq!(found.iter().map(|cluster| cluster.count).collect::<Vec<_>>(), [2, 1, 1]);
}

#[test]
fn one_spot_stays_one_marker() {
    let spot = point(113.123_456, 23.123_456);
    let found = Index::new(&[spot; 1000]).query(WORLD, 18, 500);
    let [cluster] = found[..] else { panic!("{found:?}") };
    assert_eq!((cluster.count, cluster.first), (1000, 0));
    assert!((cluster.longitude - spot.longitude).abs() < 1e-9);
}

//! What a page carries to the browser, altered in any way: numbers that are read or refused, never a panic.
#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qingmiao::content;
use qingmiao::model::cluster::{Bounds, Index};
use qingmiao::model::coordinate::Point;
use qingmiao::model::court::{Desk, Track};
use qingmiao::model::policy::{Interview, Rulebook};

/// The scripts of the portal, without their words.
static TRACKS: LazyLock<Vec<Track>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let portal = content::load(&folder, jiff::civil::date(2026, 11, 25)).portal;
    portal.courts.iter().map(Track::of).collect()
});

fuzz_target!(|numbers: Vec<u32>| {
    for track in TRACKS.iter() {
        let _ = Desk::read(track, &numbers);
    }
    if let Ok(book) = Rulebook::try_from(numbers.iter().copied().map(u64::from).collect::<Vec<_>>())
    {
        let interview = Interview::new(book, Some(20_000));
        let _ = interview.evaluation();
    }
    let degrees: Vec<f64> = numbers.iter().map(|it| f64::from(f32::from_bits(*it))).collect();
    let points: Vec<Point> = degrees
        .chunks_exact(2)
        .map(|pair| Point { longitude: pair[0], latitude: pair[1] })
        .collect();
    let world = Bounds { west: -180.0, south: -90.0, east: 180.0, north: 90.0 };
    let zoom = numbers.first().map_or(0, |it| it.to_le_bytes()[0]);
    let _ = Index::new(&points).query(world, zoom, 500);
});

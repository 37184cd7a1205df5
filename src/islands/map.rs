//! What the map asks of wasm: which markers it shows. `public/map.js` draws them with Leaflet.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::model::cluster::{Bounds, Index};
use crate::model::coordinate::Point;

/// The points of a map.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Clusters(Index);

#[wasm_bindgen]
impl Clusters {
    /// Takes longitude and latitude of each point in turn, in degrees (WGS-84).
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(degrees: &[f64]) -> Self {
        let points: Vec<Point> = degrees
            .chunks_exact(2)
            .map(|pair| Point {
                longitude: pair.first().copied().unwrap_or(f64::NAN),
                latitude: pair.last().copied().unwrap_or(f64::NAN),
            })
            .collect();
        Self(Index::new(&points))
    }

    /// The markers of a part of the map, in degrees, at most so many: longitude, latitude, how many points it stands
    /// for and the first of them, one marker after the other.
    #[must_use]
    pub fn query(
        &self,
        west: f64,
        south: f64,
        east: f64,
        north: f64,
        zoom: u8,
        most: usize,
    ) -> Vec<f64> {
        let clusters = self.0.query(Bounds { west, south, east, north }, zoom, most);
        #[expect(clippy::cast_precision_loss, reason = "nobody has 2⁵² points")]
        let markers = clusters
            .iter()
            .flat_map(|it| [it.longitude, it.latitude, it.count as f64, it.first as f64]);
        markers.collect()
    }
}

//! The basemap that an operator may name in `site.yaml`. Without one the map shows points alone.
//!
//! A map that is shown to the public in China needs a review number (审图号, 地图管理条例 15): a basemap without one is
//! refused.

use super::cluster::Bounds;

/// A basemap.
#[derive(Clone, Debug)]
pub struct Basemap {
    /// What it is called.
    pub name: String,
    /// 审图号.
    pub approval: String,
    /// What it is.
    pub kind: BasemapKind,
}

/// What a basemap is.
#[derive(Clone, Debug)]
pub enum BasemapKind {
    /// 天地图 by WMTS, in the Web Mercator grid, with the operator's key.
    Tianditu {
        /// The key that the operator got there.
        key: String,
    },
    /// A picture of `images/` with north up, and what it covers.
    Picture {
        /// The path below `content/`.
        file: String,
        /// What it covers, in degrees (WGS-84).
        bounds: Bounds,
    },
}

/// The host of 天地图.
const TIANDITU: &str = "https://t0.tianditu.gov.cn";

impl Basemap {
    /// The origin that pictures come from, where it is not the portal's own.
    #[must_use]
    pub const fn origin(&self) -> Option<&'static str> {
        match self.kind {
            BasemapKind::Tianditu { .. } => Some(TIANDITU),
            BasemapKind::Picture { .. } => None,
        }
    }

    /// The address of a tile, with `{x}`, `{y}` and `{z}` (OGC WMTS, key-value pairs).
    #[must_use]
    pub fn tiles(&self) -> Option<String> {
        let BasemapKind::Tianditu { key } = &self.kind else { return None };
        Some(format!(
            "{TIANDITU}/vec_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=vec&STYLE=default&TILEMATRIXSET=w\
             &FORMAT=tiles&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}&tk={key}"
        ))
    }
}

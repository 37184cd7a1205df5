//! 青苗 Qingmiao: a folder of Markdown and CSV becomes a static public portal for the protection of minors.
//!
//! ```text
//! content/ ──content──▶ model ──pages + islands──▶ site ──▶ dist/
//! ```
//!
//! The modules stand in the order of that flow, and each noun (`help`, `place`, `hotline`, `law`, …) has the same name
//! in every stage. With the feature `ssr` (the default) this is the generator; with `hydrate` it is the wasm bundle
//! that wakes the islands in the browser.

#[cfg(feature = "ssr")]
pub mod content;
pub mod islands;
pub mod model;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod site;

#[cfg(feature = "ssr")]
pub mod command;
#[cfg(feature = "ssr")]
pub mod preview;

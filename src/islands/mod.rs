//! The interactive parts: rendered natively with the page, woken in wasm. They hold no rule that `model` could hold.

#[cfg(feature = "hydrate")]
mod dom;
pub mod find;
pub mod finder;
pub mod guide;
#[cfg(feature = "hydrate")]
mod map;
#[cfg(feature = "hydrate")]
mod narrow;
pub mod quiz;
pub mod reveal;
pub mod station;

pub use find::Find;
pub use finder::Finder;
pub use guide::Guide;
pub use quiz::Quiz;
pub use reveal::Reveal;
pub use station::Stations;

/// Makes the page ready for its islands. `boot.js` calls it once, then each island by its own name.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}

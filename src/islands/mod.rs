//! The interactive parts: rendered natively with the page, woken in wasm. They hold no rule that `model` could hold.

pub mod guide;

pub use guide::Guide;

/// Makes the page ready for its islands. `boot.js` calls it once, then each island by its own name.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}

//! The interactive parts: rendered natively with the page, woken in wasm. They hold no rule that `model` could hold.

pub mod casting;
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
pub mod rehearsal;
pub mod reveal;
#[cfg(feature = "hydrate")]
mod search;
pub mod stage;
pub mod station;

pub use casting::Casting;
pub use find::Find;
pub use finder::Finder;
pub use guide::Guide;
pub use quiz::Quiz;
pub use rehearsal::Rehearsal;
pub use reveal::Reveal;
pub use stage::Stage;
pub use station::Stations;

/// Makes the page ready for its islands. `boot.js` calls it once, then each island by its own name.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}

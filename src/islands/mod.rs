//! The interactive parts: rendered natively with the page, woken in wasm. They hold no rule that `model` could hold.

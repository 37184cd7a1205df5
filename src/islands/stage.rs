//! The stage of a mock court: the operator's desk and the wall. One window is enough; a second one for the projector shows
//! the same state, which the windows tell each other.
//!
//! Every line, exhibit, article and question stands among the island's children, written by the server; here one at a time
//! is shown.

// The macro writes an undocumented struct of its own beside each island.
#![allow(missing_docs)]

use leptos::html::Div;
use leptos::prelude::*;

use crate::model::court::Track;

#[cfg(feature = "hydrate")]
mod channel;
#[cfg(feature = "hydrate")]
mod desk;
#[cfg(feature = "hydrate")]
mod wall;

/// The wall among the children, and the desk where it is the operator's window.
#[island]
pub fn Stage(
    /// The way through the script.
    track: Track,
    /// The script, so that two scripts never talk to each other.
    id: String,
    /// Whether it is the window on the projector.
    projector: bool,
    /// The wall, and the desk.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    // Nothing is hidden before the island is awake: this runs in the browser alone.
    Effect::new(move |_| {
        if let Some(root) = root.get() {
            desk::open(&root, &track, &id, projector);
        }
    });
    view! { <div class="stage-root" node_ref=root>{children()}</div> }
}

/// Nothing happens while the page is written.
#[cfg(not(feature = "hydrate"))]
mod desk {
    use leptos::web_sys::Element;

    use crate::model::court::Track;

    pub(super) fn open(_: &Element, _: &Track, _: &str, _: bool) {}
}

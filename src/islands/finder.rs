//! The policy finder: one question at a time, and what is certain after each. Nothing is kept and nothing is sent, unless
//! the reader asks to keep it on this device.
//!
//! The questions are the island's children, written by the server and merely shown, read and filled here; the pieces of
//! the results come from `data/finder.js`.

// The macro writes an undocumented struct of its own beside each island.
#![allow(missing_docs)]

use leptos::ev::{MouseEvent, SubmitEvent};
use leptos::html::Div;
use leptos::prelude::*;

use crate::model::policy::Rulebook;

#[cfg(feature = "hydrate")]
mod desk;
#[cfg(feature = "hydrate")]
mod form;
#[cfg(feature = "hydrate")]
mod kept;
#[cfg(feature = "hydrate")]
mod outcome;

/// The questions among the children.
#[island]
pub fn Finder(
    /// Facts and conditions as numbers; the words stand on the page alone.
    rulebook: Rulebook,
    /// Parts with `data-view`, questions with `data-fact`, and slots for the results.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let desk = StoredValue::new_local(desk::Desk::new(rulebook));
    // Nothing is changed before the island is awake: this runs in the browser alone.
    Effect::new(move |_| {
        if let Some(root) = root.get() {
            desk.with_value(|desk| desk.open(&root));
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(root) = root.get_untracked() {
            desk.update_value(|desk| desk.submit(&root, &event));
        }
    };
    let click = move |event: MouseEvent| {
        if let Some(root) = root.get_untracked() {
            desk.update_value(|desk| desk.press(&root, &event));
        }
    };
    let change = move |event: leptos::ev::Event| {
        if let Some(root) = root.get_untracked() {
            desk.update_value(|desk| desk.changed(&root, &event));
        }
    };
    view! { <div class="finder" node_ref=root on:submit=submit on:click=click on:change=change>{children()}</div> }
}

/// Nothing happens while the page is written.
#[cfg(not(feature = "hydrate"))]
mod desk {
    use leptos::ev::{Event, MouseEvent, SubmitEvent};
    use leptos::web_sys::Element;

    use crate::model::policy::Rulebook;

    pub(super) struct Desk;

    #[expect(
        clippy::unused_self,
        clippy::needless_pass_by_ref_mut,
        reason = "called as in the browser"
    )]
    impl Desk {
        pub(super) fn new(_: Rulebook) -> Self {
            Self
        }

        pub(super) fn open(&self, _: &Element) {}

        pub(super) fn submit(&mut self, _: &Element, _: &SubmitEvent) {}

        pub(super) fn press(&mut self, _: &Element, _: &MouseEvent) {}

        pub(super) fn changed(&mut self, _: &Element, _: &Event) {}
    }
}

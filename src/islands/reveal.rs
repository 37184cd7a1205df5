//! A case, step by step: what comes later is shown when the reader asks for it.
//!
//! The steps are the island's children, written by the server and merely shown or hidden here. Without wasm all of them
//! are there.

// The macro writes an undocumented struct of its own beside each island.
#![allow(missing_docs)]

use leptos::ev::MouseEvent;
use leptos::html::Div;
use leptos::prelude::*;

/// Shows the steps among the children one after the other.
#[island]
pub fn Reveal(
    /// Elements with `data-step`, in order, each with a button `data-next` or `data-all`.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    // Nothing is hidden before the island is awake: this runs in the browser alone.
    Effect::new(move |_| {
        if let Some(root) = root.get() {
            steps::open(&root);
        }
    });
    let click = move |event: MouseEvent| {
        if let Some(root) = root.get_untracked() {
            steps::press(&root, &event);
        }
    };
    view! { <div class="reveal" node_ref=root on:click=click>{children()}</div> }
}

/// What happens on the page.
#[cfg(feature = "hydrate")]
mod steps {
    use leptos::ev::MouseEvent;
    use web_sys::Element;

    use crate::islands::dom::{all, closest, focus, one, toggle};

    /// Shows the first step alone.
    pub(super) fn open(root: &Element) {
        for step in all(root, "[data-step]").skip(1) {
            toggle(&step, "hidden", true);
        }
    }

    /// Shows the next step, or all of them; the button has then done its work.
    pub(super) fn press(root: &Element, event: &MouseEvent) {
        let Some(button) = closest(event, "button") else { return };
        let later: Vec<Element> = all(root, "[data-step][hidden]").collect();
        let count = if button.has_attribute("data-all") { later.len() } else { 1 };
        for step in later.iter().take(count) {
            toggle(step, "hidden", false);
        }
        for tools in all(root, ".reveal-tools") {
            // Only the tools of the last step in sight have something to show.
            let last = tools.closest("[data-step]").ok().flatten();
            let next = last.and_then(|step| step.next_element_sibling());
            toggle(&tools, "hidden", next.is_none_or(|next| !next.has_attribute("hidden")));
        }
        focus(later.first().and_then(|step| one(step, "h2")));
    }
}

/// Nothing is pressed while the page is written.
#[cfg(not(feature = "hydrate"))]
mod steps {
    use leptos::ev::MouseEvent;

    pub(super) fn open(_: &leptos::web_sys::Element) {}

    pub(super) fn press(_: &leptos::web_sys::Element, _: &MouseEvent) {}
}

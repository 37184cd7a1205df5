//! A list that is narrowed while the reader types and chooses, and put in another order.
//!
//! The list is the island's children, written by the server and merely shown, hidden or moved here. Without wasm all of it
//! is there.

// The macro writes an undocumented struct of its own beside each island.
#![allow(missing_docs)]

use leptos::html::Div;
use leptos::prelude::*;

/// Shows the entries among the children that fit.
#[island]
pub fn Find(
    /// Controls with `data-want`, perhaps one with `data-sort`, a `[role=status]`, and entries with `data-key` in groups
    /// with `data-group`.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let input = move |event: leptos::ev::Event| {
        if let Some(root) = root.get_untracked() {
            desk::changed(&root, &event);
        }
    };
    let click = move |event: leptos::ev::MouseEvent| {
        if let Some(root) = root.get_untracked() {
            desk::press(&root, &event);
        }
    };
    view! { <div class="find" node_ref=root on:input=input on:click=click>{children()}</div> }
}

/// What happens on the page.
#[cfg(feature = "hydrate")]
mod desk {
    use leptos::ev::{Event, MouseEvent};
    use wasm_bindgen::JsCast;
    use web_sys::{Element, HtmlSelectElement};

    use crate::islands::dom::{all, closest};
    use crate::islands::narrow::{empty, narrow};

    pub(super) fn changed(root: &Element, event: &Event) {
        let sort =
            closest(event, "[data-sort]").and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
        match sort {
            Some(list) => sort_by(root, &list.value()),
            None => narrow(root, None),
        }
    }

    pub(super) fn press(root: &Element, event: &MouseEvent) {
        if closest(event, "[data-all]").is_some() {
            empty(root);
            narrow(root, None);
            sort_by(root, "data-rank");
        }
    }

    /// Puts the entries of each list in the order of an attribute.
    fn sort_by(root: &Element, attribute: &str) {
        for list in all(root, "[data-list]") {
            let mut order: Vec<(String, Element)> = Vec::new();
            for entry in all(&list, "[data-key]") {
                let key = entry.get_attribute(attribute).unwrap_or_default();
                let behind = order.iter().position(|(other, _)| *other > key);
                order.insert(behind.unwrap_or(order.len()), (key, entry));
            }
            for (_, entry) in order {
                // What cannot be moved stays where it is, in sight.
                let _ = list.append_child(&entry);
            }
        }
    }
}

/// Nothing happens while the page is written.
#[cfg(not(feature = "hydrate"))]
mod desk {
    use leptos::ev::{Event, MouseEvent};
    use leptos::web_sys::Element;

    pub(super) fn changed(_: &Element, _: &Event) {}

    pub(super) fn press(_: &Element, _: &MouseEvent) {}
}

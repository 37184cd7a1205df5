//! A list that is shortened to what fits while the reader types.
//!
//! The list is the island's children, written by the server and merely shown or hidden here. Without wasm all of it is
//! there.

// The macro writes an undocumented struct of its own beside each island.
#![allow(missing_docs)]

use leptos::html::Div;
use leptos::prelude::*;

/// Shows the entries among the children that fit.
#[island]
pub fn Find(
    /// An `input`, a `[role=status]`, and entries with `data-key` in groups with `data-group`.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let input = move |event: leptos::ev::Event| {
        if let Some(root) = root.get_untracked() {
            show(&root, &event_target_value(&event));
        }
    };
    view! { <div class="find" node_ref=root on:input=input>{children()}</div> }
}

/// Hides what does not fit, and tells how much does.
#[cfg(feature = "hydrate")]
fn show(root: &web_sys::Element, typed: &str) {
    use super::dom::{all, one, toggle};

    for group in all(root, "[data-group]") {
        let mut filled = false;
        for entry in all(&group, "[data-key]") {
            let key = entry.get_attribute("data-key").unwrap_or_default();
            let fits = crate::model::fits(&key, typed);
            toggle(&entry, "hidden", !fits);
            filled |= fits;
        }
        toggle(&group, "hidden", !filled);
    }
    // Groups stand in groups, so an entry may have been met twice.
    let count = all(root, "[data-key]:not([hidden])").count();
    let words = match (typed.trim().is_empty(), count) {
        (true, _) => String::new(),
        (false, 0) => "没有找到。换个说法，或者打 12345 问。".to_owned(),
        (false, _) => ["找到 ", &count.to_string(), " 处。"].concat(),
    };
    if let Some(status) = one(root, "[role=status]") {
        status.set_text_content(Some(&words));
    }
}

/// Nothing is typed while the page is written.
#[cfg(not(feature = "hydrate"))]
fn show(_: &leptos::web_sys::Element, _: &str) {}

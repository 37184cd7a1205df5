//! What every page is written with: the owner that Leptos wants, the context of a page, and escaping.

use std::cell::RefCell;
use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use super::{figure, hotline, law};
use crate::model::{Links, Portal, Route};

/// Does `work` under an owner of its own, as islands need one, and frees what it made.
pub(super) fn owned<T>(work: impl FnOnce() -> T) -> T {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let done = owner.with(work);
    owner.unset_with_forced_cleanup();
    done
}

/// What every part of a page needs: the content, the links, and the notes that gather while the page is written.
pub(super) struct Context<'a> {
    /// The whole content.
    pub(super) portal: &'a Portal,
    /// The page that is being written.
    pub(super) route: &'a Route,
    /// The links of that page.
    pub(super) links: &'a Links,
    /// The numbers used so far, each with its note at the end of the page.
    pub(super) figures: RefCell<figure::Notes>,
    /// The numbers to call used so far.
    pub(super) phones: RefCell<hotline::Notes>,
    /// The laws cited so far.
    pub(super) laws: RefCell<law::Notes>,
}

impl<'a> Context<'a> {
    /// The context of the page at `route`.
    pub(super) fn new(portal: &'a Portal, route: &'a Route, links: &'a Links) -> Self {
        Self {
            portal,
            route,
            links,
            figures: RefCell::default(),
            phones: RefCell::default(),
            laws: RefCell::default(),
        }
    }

    /// The link to a page, with `aria-current` where it is this page.
    pub(super) fn link(&self, route: &Route, class: &'static str, words: String) -> AnyView {
        let current = (route == self.route).then_some("page");
        view! { <a class=class href=self.links.to(route) aria-current=current>{words}</a> }
            .into_any()
    }
}

/// Escapes text for an element or an attribute in double quotes.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 16);
    push_escaped(&mut safe, text);
    safe
}

/// Appends escaped text.
pub(super) fn push_escaped(html: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            _ => html.push(character),
        }
    }
}

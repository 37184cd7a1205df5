//! The help guide: two questions, and below them only the texts that the answers leave.
//!
//! The texts are the island's children, written by the server and merely shown or hidden here. Without wasm the answers
//! are links: to the reader's group of texts, and to the page of a situation.

// The macro writes an undocumented struct of its own beside each island.
#![allow(missing_docs)]

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::html::Div;
use leptos::prelude::*;

use crate::model::{Choice, Situation, happenings, readers};

/// The two questions above the texts. The answers live in memory and end with the page.
#[island]
pub fn Guide(
    /// One for each text among the children.
    situations: Vec<Situation>,
    /// The texts: elements with `data-who` and `data-what`, in sections with `data-group`.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let (choice, set_choice) = signal(Choice::default());
    let situations = Arc::new(situations);
    let choose = move |event: Option<MouseEvent>, next: Choice| {
        // The answer must not be written into the address.
        if let Some(event) = event {
            event.prevent_default();
        }
        show(root, &next);
        set_choice.set(next);
    };

    let who: Vec<_> = readers(&situations)
        .into_iter()
        .map(|who| {
            let anchor = who.anchor();
            let all = Arc::clone(&situations);
            let chosen = move || choice.with(|now| (now.who.as_deref() == Some(anchor)).then_some("true"));
            let click = move |event| choose(Some(event), choice.get_untracked().with_who(anchor, &all));
            let href = ["#", anchor].concat();
            view! {
                <li>
                    <a class="chip" href=href data-choose-who=anchor aria-current=chosen on:click=click>
                        {who.first_person()}
                    </a>
                </li>
            }
        })
        .collect();
    let what: Vec<_> = happenings(&situations)
        .into_iter()
        .map(|situation| {
            let (number, label, href) = (situation.what, situation.label.clone(), situation.link.clone());
            let all = Arc::clone(&situations);
            let chosen = move || choice.with(|now| (now.what == Some(number)).then_some("true"));
            let closed = move || choice.with(|now| !now.offers(number, &all));
            let click = move |event| choose(Some(event), choice.get_untracked().with_what(number));
            view! {
                <li hidden=closed>
                    <a class="chip" href=href data-choose-what=number.to_string() aria-current=chosen on:click=click>
                        {label}
                    </a>
                </li>
            }
        })
        .collect();
    let status = move || choice.with(|now| status(now, &situations));
    let idle = move || choice.with(|now| (*now == Choice::default()).then_some("true"));

    view! {
        <div class="guide" node_ref=root>
            <h2 id="guide-who">"你是谁？"</h2>
            <ul class="chips" aria-labelledby="guide-who">{who}</ul>
            <h2 id="guide-what">"发生了什么？"</h2>
            <ul class="chips" aria-labelledby="guide-what">{what}</ul>
            <div class="guide-state scripted">
                <p role="status">{status}</p>
                <button type="button" class="plain" data-restart="" data-idle=idle on:click=move |_| choose(None, Choice::default())>
                    "重新选"
                </button>
            </div>
            {children()}
        </div>
    }
}

/// What is shown, in a sentence.
fn status(choice: &Choice, situations: &[Situation]) -> String {
    let count = choice.count(situations).to_string();
    match (choice.who.is_some(), choice.what.is_some()) {
        (false, false) => ["现在列出全部 ", &count, " 条。"].concat(),
        (true, true) => "按你的回答，先看这一条。".to_owned(),
        (true, false) => ["为你列出 ", &count, " 条。再选发生了什么。"].concat(),
        (false, true) => ["为你列出 ", &count, " 条。再选你是谁。"].concat(),
    }
}

/// Shows the texts that the answers leave. The last one is opened and focused; after 重新选, the first answer is.
#[cfg(feature = "hydrate")]
fn show(root: NodeRef<Div>, choice: &Choice) {
    use super::dom::{all, focus, number, one, toggle};

    let Some(root) = root.get_untracked() else { return };
    for group in all(&root, "[data-group]") {
        let mut filled = false;
        for text in all(&group, "[data-who]") {
            let who = text.get_attribute("data-who").unwrap_or_default();
            let what = number(&text, "data-what").and_then(|number| u16::try_from(number).ok());
            let admitted = what.is_some_and(|what| choice.admits(&who, what));
            filled |= admitted;
            toggle(&text, "hidden", !admitted);
            toggle(&text, "open", admitted && choice.is_complete());
            if admitted && choice.is_complete() {
                focus(one(&text, "summary"));
            }
        }
        toggle(&group, "hidden", !filled);
    }
    if *choice == Choice::default() {
        focus(one(&root, "a"));
    }
}

/// Nothing is clicked while the page is written.
#[cfg(not(feature = "hydrate"))]
fn show(_: NodeRef<Div>, _: &Choice) {}

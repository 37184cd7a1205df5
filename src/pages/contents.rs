//! What is on a page: a short list of its parts, beside the text where there is room.

use leptos::prelude::*;

use crate::model::{Block, Markup, plain_text};

/// Fewer parts than this are found without a list.
const FEWEST: usize = 3;

/// A part of a page: its anchor and its heading.
pub(super) type Part = (String, String);

/// The parts of a text: its headings of the second level.
pub(super) fn parts(markup: &Markup) -> Vec<Part> {
    let part = |block: &Block| match block {
        Block::Heading { level: 2, id, text } => Some((id.clone(), plain_text(text))),
        _ => None,
    };
    markup.blocks.iter().filter_map(part).collect()
}

/// The text, with the list of its parts beside it.
pub(super) fn beside(parts: Vec<Part>, text: AnyView) -> AnyView {
    let list = (parts.len() >= FEWEST).then(|| {
        let items: Vec<AnyView> = parts
            .into_iter()
            .map(|(id, words)| view! { <li><a href=format!("#{id}")>{words}</a></li> }.into_any())
            .collect();
        view! {
            <nav class="contents" aria-labelledby="part-contents">
                <h2 id="part-contents">"本页内容"</h2>
                <ol>{items}</ol>
            </nav>
        }
    });
    view! { <div class="split">{list}<div class="text">{text}</div></div> }.into_any()
}

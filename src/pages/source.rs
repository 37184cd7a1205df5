//! Where a fact is from, as a reader sees it.

use leptos::prelude::*;

use super::date;
use super::render::Context;
use crate::model::Source;

/// The sources that a cell names: one id, or several with `;` between them.
pub(super) fn of_ids(ctx: &Context<'_>, ids: &str) -> AnyView {
    let sources: Vec<AnyView> = ids
        .split([';', '；'])
        .filter_map(|id| ctx.portal.sources.get(id.trim()))
        .map(|source| view! { <span class="source">{citation(source)}</span> }.into_any())
        .collect();
    sources.into_any()
}

/// A source in one line: title, who issued it, when, its number, and whether it still has to be compared.
pub(super) fn citation(source: &Source) -> AnyView {
    let title = format!("《{}》", source.title.trim_start_matches('《').trim_end_matches('》'));
    let title = match source.url.clone() {
        Some(url) => view! { <a href=url rel="noopener noreferrer">{title}</a> }.into_any(),
        None => title.into_any(),
    };
    view! {
        {title}
        <span class="soft">
            "，" {source.publisher.clone()}
            {source.date.map(|date| view! { "，" {date::time(date)} })}
            {source.number.clone().map(|number| format!("，{number}"))}
        </span>
        {source.unverified.then(|| tag("待核验"))}
        {source.note.clone().map(|note| view! { <span class="soft">"（" {note} "）"</span> })}
    }
    .into_any()
}

/// A small label.
pub(super) fn tag(words: &'static str) -> AnyView {
    view! { " "<span class="tag">{words}</span> }.into_any()
}

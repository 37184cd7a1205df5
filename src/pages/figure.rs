//! A number with its note: the value where it is used, where it is from at the end of the page.

use std::fmt::Write as _;

use leptos::prelude::*;

use super::render::{Context, push_escaped};
use super::{date, source};
use crate::model::FigureKind;

/// The figures of a page in the order of their first use; the position is the number of the note.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<String>);

impl Notes {
    /// The number of a figure's note, from 1, and whether this is its first use.
    fn number(&mut self, id: &str) -> (usize, bool) {
        if let Some(index) = self.0.iter().position(|known| known == id) {
            return (index + 1, false);
        }
        self.0.push(id.to_owned());
        (self.0.len(), true)
    }
}

/// The number with its unit, and the mark that leads to its note. As HTML, since it stands in running text.
pub(super) fn inline(ctx: &Context<'_>, id: &str) -> String {
    let Some(figure) = ctx.portal.figures.get(id) else { return String::new() };
    let (number, first) = ctx.figures.borrow_mut().number(id);
    let mut html = String::from("<span class=\"figure\">");
    if figure.kind == FigureKind::Target {
        html.push_str("<span class=\"tag\">目标</span> ");
    }
    push_escaped(&mut html, &figure.text());
    html.push_str("<sup><a");
    if first {
        let _ = write!(html, " id=\"figure-{number}\"");
    }
    let _ = write!(
        html,
        " href=\"#source-{number}\" aria-label=\"出处 {number}\">{number}</a></sup></span>"
    );
    html
}

/// The number in a view.
pub(super) fn view(ctx: &Context<'_>, id: &str) -> AnyView {
    view! { <span inner_html=inline(ctx, id)></span> }.into_any()
}

/// The notes of the page, once everything else is written.
pub(super) fn notes(ctx: &Context<'_>) -> Option<AnyView> {
    let notes = ctx.figures.borrow();
    if notes.0.is_empty() {
        return None;
    }
    let items: Vec<AnyView> =
        notes.0.iter().enumerate().map(|(index, id)| note(ctx, index + 1, id)).collect();
    let view = view! {
        <section class="notes" aria-labelledby="part-sources">
            <h2 id="part-sources">"本页数字的出处"</h2>
            <ol>{items}</ol>
        </section>
    };
    Some(view.into_any())
}

fn note(ctx: &Context<'_>, number: usize, id: &str) -> AnyView {
    let Some(figure) = ctx.portal.figures.get(id) else { return ().into_any() };
    let source = ctx.portal.sources.get(&figure.source).map(|source| source::brief(ctx, source));
    view! {
        <li id=format!("source-{number}")>
            <b>{format!("{}：{}", figure.name, figure.text())}</b>
            <span class="soft">
                {format!("　{} · 截至 ", ctx.portal.areas.full_name(&figure.area))}
                {date::time(figure.as_of)}
                {format!(" · {}", figure.kind.label())}
            </span>
            <br/>
            "来源：" {source}
            {figure.note.clone().map(|note| view! { <br/>"口径：" {note} })}
            <br/>
            <span class="soft">{date::validity(figure.checked, figure.review_by, None)} "。"</span>
            <a href=format!("#figure-{number}")>{format!("回到数字 {number}")}</a>
        </li>
    }
    .into_any()
}

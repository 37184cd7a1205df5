//! Citations: what a text cites, and at the end of the page which version of the law is meant.

use leptos::prelude::*;

use super::render::{Context, push_escaped};
use super::{date, source};
use crate::model::{Law, LawStatus};

/// The names of the laws that a page cites, in the order of their first citation.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<String>);

impl Notes {
    /// The number of a law's note, from 1.
    fn number(&mut self, name: &str) -> usize {
        if let Some(index) = self.0.iter().position(|known| known == name) {
            return index + 1;
        }
        self.0.push(name.to_owned());
        self.0.len()
    }
}

/// 《未成年人保护法》第十一条, leading to the law's version at the end of the page. `words` are HTML; where there are
/// none, the citation names itself.
pub(super) fn citation(ctx: &Context<'_>, id: &str, words: &str) -> String {
    let Some(article) = ctx.portal.laws.article(id) else { return words.to_owned() };
    let number = ctx.laws.borrow_mut().number(&article.law.name);
    let mut html = format!("<cite class=\"law\"><a href=\"#law-{number}\">");
    if words.is_empty() {
        push_escaped(&mut html, &article.title());
    } else {
        html.push_str(words);
    }
    html.push_str("</a></cite>");
    html
}

/// The laws that the page cites, once everything else is written.
pub(super) fn notes(ctx: &Context<'_>) -> Option<AnyView> {
    let notes = ctx.laws.borrow();
    if notes.0.is_empty() {
        return None;
    }
    let items: Vec<AnyView> = notes
        .0
        .iter()
        .enumerate()
        .filter_map(|(index, name)| Some(note(ctx, index + 1, ctx.portal.laws.get(name)?)))
        .collect();
    let view = view! {
        <section class="notes law-notes" aria-labelledby="part-laws">
            <h2 id="part-laws">"本页引用的法律"</h2>
            <ol>{items}</ol>
        </section>
    };
    Some(view.into_any())
}

fn note(ctx: &Context<'_>, number: usize, law: &Law) -> AnyView {
    let source = ctx.portal.sources.get(&law.source).map(|source| source::brief(ctx, source));
    view! {
        <li id=format!("law-{number}")>
            <b>{format!("《{}》", law.name)}</b>
            {law.version.map(|version| view! { <span class="soft">"　" {date::time(version)} "文本"</span> })}
            {(law.status != LawStatus::InForce).then(|| source::tag(law.status.label()))}
            <br/>
            <span class="soft">"来源：" {source} "。核验于 " {date::time(law.checked)}</span>
        </li>
    }
    .into_any()
}

//! The words of the law: where they stand in a text, and the page that explains them all.

use leptos::prelude::*;

use super::StyleSheet;
use super::frame::Sheet;
use super::law;
use super::render::{Context, escape};
use crate::model::{Kind, Reference, Route, Term};

/// A word in running text, leading to what it means.
pub(super) fn inline(ctx: &Context<'_>, id: &str, words: &str) -> String {
    let Some(term) = ctx.portal.term(id) else { return words.to_owned() };
    let href = ctx.links.to_section(&Route::Glossary, &term.anchor());
    let words = if words.is_empty() { escape(&term.word) } else { words.to_owned() };
    format!(
        "<a class=\"term\" href=\"{}\" data-gist=\"{}\">{words}</a>",
        escape(&href),
        escape(&term.child)
    )
}

/// The page of all words.
pub(super) fn index(ctx: &Context<'_>) -> Sheet {
    let entries: Vec<AnyView> = ctx.portal.terms.iter().map(|term| entry(ctx, term)).collect();
    let content = view! {
        <h1>"法律词语"</h1>
        <p class="lead">"看到不懂的词，先看给孩子的那一句；要说准，再看给大人的那一句。"</p>
        <dl class="glossary">{entries}</dl>
    };
    Sheet {
        description: "和未成年人有关的法律词语，孩子的说法和大人的说法。".to_owned(),
        trail: vec![(Route::Learn, "学法")],
        pillar: "learn",
        style: Some(StyleSheet::Learn),
        content: content.into_any(),
        ..Sheet::new("法律词语")
    }
}

fn entry(ctx: &Context<'_>, term: &Term) -> AnyView {
    let article = term.article.as_ref().map(|id| {
        let reference = Reference { kind: Kind::Law, id: id.clone(), section: None };
        law::citation(ctx, &reference, "")
    });
    let aliases =
        (!term.aliases.is_empty()).then(|| format!("（也说：{}）", term.aliases.join("、")));
    view! {
        <div class="entry" id=term.anchor()>
            <dt>{term.word.clone()} <span class="soft">{aliases}</span></dt>
            <dd><span class="who">"给孩子"</span> {term.child.clone()}</dd>
            <dd>
                <span class="who">"给大人"</span> {term.adult.clone()} " "
                {article.map(|html| view! { <span inner_html=html></span> })}
            </dd>
        </div>
    }
    .into_any()
}

//! The law: what a text cites, which version of it is meant, the list of laws, and a page for each law.

use leptos::prelude::*;

use super::StyleSheet;
use super::frame::Sheet;
use super::render::{Context, escape, push_escaped};
use super::{contents, date, markup, reference, source};
use crate::model::{Chapter, Commentary, Law, LawStatus, Reference, Route};

/// The names of the laws that a page cites, in the order of their first citation.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<String>);

impl Notes {
    /// Takes a law into the notes.
    pub(super) fn cite(&mut self, name: &str) {
        self.number(name);
    }

    /// The number of a law's note, from 1.
    fn number(&mut self, name: &str) -> usize {
        if let Some(index) = self.0.iter().position(|known| known == name) {
            return index + 1;
        }
        self.0.push(name.to_owned());
        self.0.len()
    }
}

/// 《未成年人保护法》第十一条, leading to the page that explains it, with what that says in a sentence; an article that
/// is not explained leads to the law's version at the end of the page. `words` are HTML; where there are none, the
/// citation names itself.
pub(super) fn citation(ctx: &Context<'_>, cited: &Reference, words: &str) -> String {
    let portal = ctx.portal;
    let Some(article) = portal.laws.article(&cited.id) else { return words.to_owned() };
    let number = ctx.laws.borrow_mut().number(&article.law.name);
    let mut html = String::from("<cite class=\"law\"><a href=\"");
    let commentary = portal.commentary(&cited.id);
    match reference::resolve(portal, cited).map(|(route, _)| route) {
        // The page itself needs no link to itself.
        Some(route) if route != *ctx.route => {
            let href = match &cited.section {
                Some(section) => ctx.links.to_section(&route, section),
                None => ctx.links.to(&route),
            };
            html.push_str(&escape(&href));
            if let Some(commentary) = commentary {
                html.push_str("\" data-gist=\"");
                push_escaped(&mut html, &commentary.gist);
            }
        }
        _ => html.push_str(&format!("#law-{number}")),
    }
    html.push_str("\">");
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
            <b>{name(ctx, law)}</b>
            {law.version.map(|version| view! { <span class="soft">"　" {date::time(version)} "文本"</span> })}
            {(law.status != LawStatus::InForce).then(|| source::tag(law.status.label()))}
            <br/>
            <span class="soft law-source">"来源：" {source} "。"</span>
            <span class="soft">"核验于 " {date::time(law.checked)}</span>
        </li>
    }
    .into_any()
}

/// 《未成年人保护法》, leading to its page where it has one.
fn name(ctx: &Context<'_>, law: &Law) -> AnyView {
    let name = format!("《{}》", law.name);
    match reference::law_route(ctx.portal, &law.name) {
        Some(route) => ctx.link(&route, "", name),
        None => name.into_any(),
    }
}

/// The list of laws: those that are explained, then those that are only cited.
pub(super) fn index(ctx: &Context<'_>) -> Sheet {
    let portal = ctx.portal;
    let (told, others): (Vec<&Law>, Vec<&Law>) =
        portal.laws.iter().partition(|law| reference::law_route(portal, &law.name).is_some());
    let mut told: Vec<(usize, &Law)> =
        told.into_iter().map(|law| (portal.commentaries_of(&law.name).len(), law)).collect();
    told.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let cards: Vec<AnyView> = told
        .into_iter()
        .map(|(count, law)| {
            let summary = portal.law_guides.get(&law.name).map(|guide| guide.summary.clone());
            view! {
                <li class="card">
                    <h2>{name(ctx, law)} {status(law)}</h2>
                    <p>{summary}</p>
                    <p class="soft">{format!("用平常话讲了 {count} 条")} {version(law)}</p>
                </li>
            }
            .into_any()
        })
        .collect();
    let rest: Vec<AnyView> = others
        .into_iter()
        .map(|law| view! { <li>{format!("《{}》", law.name)} {status(law)} <span class="soft">{version(law)}</span></li> }.into_any())
        .collect();
    let content = view! {
        <h1>"法律"</h1>
        <p class="lead">"每一条用三种说法讲：给孩子，给家长，给老师。都是我们自己的话，原文以公布的为准。"</p>
        <ul class="cards">{cards}</ul>
        <section aria-labelledby="part-others">
            <h2 id="part-others">"只引用、没有逐条讲的"</h2>
            <ul>{rest}</ul>
        </section>
    };
    Sheet {
        description: "和未成年人有关的法律，一条一条用平常话讲给孩子、家长和老师。".to_owned(),
        trail: vec![(Route::Learn, "学法")],
        pillar: "learn",
        style: Some(StyleSheet::Learn),
        content: content.into_any(),
        ..Sheet::new("法律")
    }
}

fn status(law: &Law) -> Option<AnyView> {
    (law.status != LawStatus::InForce).then(|| source::tag(law.status.label()))
}

fn version(law: &Law) -> Option<AnyView> {
    law.version.map(|day| view! { "，" {date::time(day)} "的文本" }.into_any())
}

/// One law: how to read it, then its articles, chapter by chapter.
pub(super) fn page(ctx: &Context<'_>, law: &Law) -> Sheet {
    let portal = ctx.portal;
    let guide = portal.law_guides.get(&law.name);
    let articles = portal.commentaries_of(&law.name);
    let chapters = guide.map(|guide| guide.chapters.as_slice()).unwrap_or_default();
    let body = guide.map(|guide| markup::html(ctx, &guide.body, ""));
    let mut parts = guide.map(|guide| contents::parts(&guide.body)).unwrap_or_default();
    parts.push(("part-articles".to_owned(), "一条一条看".to_owned()));
    let listed: Vec<AnyView> =
        chapters.iter().filter_map(|it| chapter(ctx, it, &articles)).collect();
    let loose: Vec<&Commentary> = articles
        .iter()
        .copied()
        .filter(|article| !chapters.iter().any(|chapter| chapter.holds(&article.number)))
        .collect();
    let text = view! {
        {body.map(|html| view! { <div class="prose" inner_html=html></div> })}
        <section aria-labelledby="part-articles">
            <h2 id="part-articles">"一条一条看"</h2>
            {listed}
            {(!loose.is_empty()).then(|| list(ctx, &loose))}
        </section>
        {guide.map(|guide| date::review(guide.checked, guide.review_by, portal.settings.review.laws))}
    };
    // The law's own note tells its version and its source.
    ctx.laws.borrow_mut().cite(&law.name);
    let summary = guide.map(|guide| guide.summary.clone()).unwrap_or_default();
    let content = view! {
        <h1>{format!("《{}》", law.name)} {status(law)}</h1>
        <p class="lead">{summary.clone()}</p>
        <p class="meta">{format!("全文 {} 条，这里讲了 {} 条", law.articles, articles.len())} {version(law)}</p>
        {contents::beside(parts, text.into_any())}
    };
    Sheet {
        description: summary,
        trail: vec![(Route::Learn, "学法"), (Route::LawIndex, "法律")],
        pillar: "learn",
        style: Some(StyleSheet::Learn),
        content: content.into_any(),
        ..Sheet::new(format!("《{}》", law.name))
    }
}

fn chapter(ctx: &Context<'_>, chapter: &Chapter, articles: &[&Commentary]) -> Option<AnyView> {
    let held: Vec<&Commentary> =
        articles.iter().copied().filter(|article| chapter.holds(&article.number)).collect();
    if held.is_empty() {
        return None;
    }
    let mark = chapter.protection.map(|protection| {
        view! { <span class="tag">{format!("{}保护", protection.label())}</span> " " }
    });
    let range = if chapter.first == chapter.last {
        format!("第 {} 条", chapter.first)
    } else {
        format!("第 {}–{} 条", chapter.first, chapter.last)
    };
    let view = view! {
        <section class="chapter">
            <h3>{chapter.name.clone()} " " {mark} <span class="soft">{range}</span></h3>
            {list(ctx, &held)}
        </section>
    };
    Some(view.into_any())
}

fn list(ctx: &Context<'_>, articles: &[&Commentary]) -> AnyView {
    let items: Vec<AnyView> = articles
        .iter()
        .filter_map(|article| {
            let route = reference::article_route(ctx.portal, article)?;
            let title = reference::article_title(ctx.portal, article);
            let short = title.split_once('》').map_or(title.clone(), |(_, rest)| rest.to_owned());
            let item = view! { <li>{ctx.link(&route, "number", short)} <span>{article.gist.clone()}</span></li> };
            Some(item.into_any())
        })
        .collect();
    view! { <ul class="articles">{items}</ul> }.into_any()
}

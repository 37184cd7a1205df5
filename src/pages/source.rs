//! Where a fact is from, as a reader sees it.

use leptos::prelude::*;

use super::date;
use super::frame::Sheet;
use super::render::Context;
use crate::model::{Portal, Route, Source};

/// The sources that a fact rests on. What is to be said of each stands on the page of all sources.
pub(super) fn of_ids(ctx: &Context<'_>, ids: &[String]) -> AnyView {
    let sources: Vec<AnyView> = ids
        .iter()
        .filter_map(|id| ctx.portal.sources.get(id))
        .map(|source| view! { <span class="source">{brief(ctx, source)}</span> }.into_any())
        .collect();
    sources.into_any()
}

/// A source where many stand together: its name, leading to what the page of all sources says of it.
pub(super) fn brief(ctx: &Context<'_>, source: &Source) -> AnyView {
    let href = ctx.links.to_section(&Route::Sources, &anchor(&source.id));
    view! {
        <a href=href>{quoted(&source.title)}</a>
        <span class="soft">
            "，" {source.publisher.clone()} {source.date.map(|date| view! { "，" {date::time(date)} })}
        </span>
        {source.unverified.then(|| tag("待核验"))}
    }
    .into_any()
}

/// Where the page of all sources speaks of one.
fn anchor(id: &str) -> String {
    format!("from-{id}")
}

fn quoted(title: &str) -> String {
    format!("《{}》", title.trim_start_matches('《').trim_end_matches('》'))
}

/// A source in one line: title, who issued it, when, its number, and whether it still has to be compared.
fn citation(source: &Source) -> AnyView {
    let title = quoted(&source.title);
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

/// The page of all sources: the documents that the content was drawn from, then what single facts rest on.
pub(super) fn index(ctx: &Context<'_>) -> Sheet {
    let (documents, others): (Vec<&Source>, Vec<&Source>) =
        ctx.portal.sources.values().partition(|source| source.taken.is_some());
    let group = |id: &'static str, title: &'static str, lead: &'static str, sources: &[&Source]| {
        (!sources.is_empty()).then(|| {
            let items: Vec<AnyView> =
                sources.iter().map(|source| entry(ctx.portal, source)).collect();
            view! {
                <section aria-labelledby=id>
                    <h2 id=id>{title}</h2>
                    <p class="soft">{lead}</p>
                    <ul class="documents">{items}</ul>
                </section>
            }
            .into_any()
        })
    };
    let content = view! {
        <h1>"来源与取舍"</h1>
        <p class="lead">"这里的每一件事从哪份材料来，取了什么，没取什么，为什么。"</p>
        {group("part-documents", "通读过的材料", "各地的情况和数字从这里来。文字是我们自己写的，不照抄。", &documents)}
        {group("part-others", "核对过的文件、报道和网页", "电话、法律、区划名单各自的出处。", &others)}
    };
    Sheet {
        description: "本站每份来源材料：取了什么，没取什么，为什么，哪些还待核验。".to_owned(),
        content: content.into_any(),
        ..Sheet::new("来源与取舍")
    }
}

fn entry(portal: &Portal, source: &Source) -> AnyView {
    view! {
        <li class="card" id=anchor(&source.id)>
            <p>{citation(source)}</p>
            <dl class="facts">
                {source.taken.clone().map(|words| view! { <div><dt>"取了什么"</dt><dd>{words}</dd></div> })}
                {source.left_out.clone().map(|words| view! { <div><dt>"没取什么"</dt><dd>{words}</dd></div> })}
                {uses(portal, &source.id).map(|words| view! { <div><dt>"用在"</dt><dd>{words}</dd></div> })}
                <div><dt>"核验"</dt><dd>{match source.checked {
                    Some(day) => view! { "核验于 " {date::time(day)} }.into_any(),
                    None => "还没有读到原文".into_any(),
                }}</dd></div>
            </dl>
        </li>
    }
    .into_any()
}

/// How many facts rest on a source.
fn uses(portal: &Portal, id: &str) -> Option<String> {
    let names = |ids: &[String]| ids.iter().any(|it| it == id);
    let counted = [
        (portal.figures.values().filter(|figure| figure.source == id).count(), "个数字"),
        (portal.hotlines.iter().filter(|line| names(&line.sources)).count(), "个电话"),
        (portal.stations.iter().filter(|station| names(&station.sources)).count(), "处站点"),
        (portal.laws.iter().filter(|law| law.source == id).count(), "部法律法规"),
        (portal.policies.iter().filter(|policy| names(&policy.sources)).count(), "项政策"),
    ];
    let used: Vec<String> = counted
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| format!("{count} {words}"))
        .collect();
    (!used.is_empty()).then(|| used.join("、"))
}

//! One article of a law in plain words, told to each kind of reader, and who cites it.

use leptos::prelude::*;

use super::StyleSheet;
use super::frame::Sheet;
use super::render::Context;
use super::{date, markup, reference};
use crate::model::{Audience, Commentary, Kind, Markup, Reference, Route};

/// The groups of what cites an article, in the order in which a reader may want them.
const CITING: [(Kind, &str); 9] = [
    (Kind::Help, "求助"),
    (Kind::Policy, "政策"),
    (Kind::Lesson, "课"),
    (Kind::Case, "案例"),
    (Kind::Quiz, "小测验"),
    (Kind::Place, "地方"),
    (Kind::Station, "站点"),
    (Kind::Law, "法条"),
    (Kind::Page, "其他页"),
];

/// The page of an article.
pub(super) fn page(ctx: &Context<'_>, article: &Commentary) -> Sheet {
    let portal = ctx.portal;
    let title = reference::article_title(portal, article);
    let voices: Vec<AnyView> =
        article.voices.iter().map(|(audience, text)| voice(ctx, *audience, text)).collect();
    ctx.laws.borrow_mut().cite(&article.law);
    let helps: Vec<AnyView> = article
        .helps
        .iter()
        .filter_map(|id| portal.help(id))
        .map(|help| {
            let route = Route::Help(help.id.clone());
            view! { <li>{ctx.link(&route, "chip", help.title.clone())}</li> }.into_any()
        })
        .collect();
    let content = view! {
        <h1>{title.clone()}</h1>
        <p class="lead">{article.gist.clone()}</p>
        {article.repealed.map(|day| view! {
            <p class="callout caution">"这一条从 " {date::time(day)} " 起不再适用。下面讲的是以前的规定。"</p>
        })}
        <div class="voices">{voices}</div>
        {(!helps.is_empty()).then(|| view! {
            <section aria-labelledby="part-help">
                <h2 id="part-help">"正遇到这样的事"</h2>
                <ul class="chips">{helps}</ul>
            </section>
        })}
        {cited_by(ctx, article)}
        {neighbours(ctx, article)}
        <p class="review">
            "用我们自己的话讲，原文以公布的为准。读的是 " {date::time(article.version)} " 的文本，"
            {date::validity(article.checked, article.review_by, Some(portal.settings.review.laws))}
        </p>
    };
    let law = reference::law_route(portal, &article.law);
    let mut trail = vec![(Route::Learn, "学法"), (Route::LawIndex, "法律")];
    trail.extend(law.map(|route| (route, "这部法律")));
    Sheet {
        description: article.gist.clone(),
        trail,
        pillar: "learn",
        style: Some(StyleSheet::Learn),
        content: content.into_any(),
        ..Sheet::new(title)
    }
}

fn voice(ctx: &Context<'_>, audience: Audience, text: &Markup) -> AnyView {
    let (anchor, words) = match audience {
        Audience::Child => ("a", "讲给孩子"),
        Audience::Parent => ("b", "讲给家长"),
        Audience::Helper => ("c", "讲给老师"),
    };
    view! {
        <section class="card" id=anchor aria-labelledby=format!("{anchor}-title")>
            <h2 id=format!("{anchor}-title")>{words}</h2>
            <div class="prose" inner_html=markup::html(ctx, text, &format!("{anchor}-"))></div>
        </section>
    }
    .into_any()
}

fn cited_by(ctx: &Context<'_>, article: &Commentary) -> Option<AnyView> {
    let cited = ctx.portal.citations.get(&article.id())?;
    let groups: Vec<AnyView> =
        CITING.into_iter().filter_map(|(kind, words)| group(ctx, cited, kind, words)).collect();
    if groups.is_empty() {
        return None;
    }
    let view = view! {
        <section aria-labelledby="part-cited">
            <h2 id="part-cited">"哪里用到这一条"</h2>
            <dl class="facts">{groups}</dl>
        </section>
    };
    Some(view.into_any())
}

fn group(
    ctx: &Context<'_>,
    cited: &[Reference],
    kind: Kind,
    words: &'static str,
) -> Option<AnyView> {
    let links: Vec<AnyView> = cited
        .iter()
        .filter(|reference| reference.kind == kind)
        .filter_map(|reference| reference::resolve(ctx.portal, reference))
        .map(|(route, title)| view! { <li>{ctx.link(&route, "", title)}</li> }.into_any())
        .collect();
    (!links.is_empty())
        .then(|| view! { <div><dt>{words}</dt><dd><ul>{links}</ul></dd></div> }.into_any())
}

/// The explained articles before and after it.
fn neighbours(ctx: &Context<'_>, article: &Commentary) -> AnyView {
    let all = ctx.portal.commentaries_of(&article.law);
    let at = all.iter().position(|other| other.number == article.number).unwrap_or_default();
    let link = |other: Option<&&Commentary>, words: &'static str| {
        let other = *other?;
        let route = reference::article_route(ctx.portal, other)?;
        let title = reference::article_title(ctx.portal, other);
        Some(view! { <li>{words} {ctx.link(&route, "", title)}</li> }.into_any())
    };
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    view! {
        <nav class="neighbours" aria-label="前后的条文">
            <ul>{link(before, "上一条：")}{link(all.get(at + 1), "下一条：")}</ul>
        </nav>
    }
    .into_any()
}

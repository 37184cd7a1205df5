//! A mock court: its script whole and readable, with what a class needs to choose it, and the papers made from it.
//!
//! What only the teacher or one role may know stays off the script's page.

mod branch;
mod form;
mod index;
mod observe;
mod paper;
mod role;
mod script;
mod seat;
mod teacher;
mod thing;

use leptos::prelude::*;

use self::script::Reader;
use super::StyleSheet;
use super::frame::Sheet;
use super::render::Context;
use super::{contents, date, law, learn, markup};
use crate::model::court::{CourtPaper, PACE, Role, minutes};
use crate::model::{
    Block, Court, CourtKind, CourtPart, Exhibit, Inline, Kind, Lesson, Markup, Reference, Route,
};

pub(super) use self::index::page as index;
pub(super) use self::paper::{page as paper, role};
pub(super) use self::script::{act, said as line, spoken};
pub(super) use self::thing::pieces;

/// Who decides in a real court: said wherever a class decides.
const WHO_DECIDES: &str =
    "同学投票是上课的办法。真实的法庭上，只有合议庭或独任法官能决定，人民陪审员是合议庭的成员。";

/// The script.
pub(super) fn page(ctx: &Context<'_>, court: &Court) -> Sheet {
    let before = [CourtPart::Goals, CourtPart::Knowledge, CourtPart::Preparation];
    let after = [CourtPart::Deliberation, CourtPart::Score, CourtPart::Debrief];
    let mut sections: Vec<(contents::Part, AnyView)> =
        vec![section("papers", "打印", papers(ctx, court))];
    sections.extend(before.into_iter().filter_map(|it| part(ctx, court, it)));
    sections.push(section("roles", "角色", roles(ctx, court, true)));
    sections.push(section("exhibits", "证据", exhibits(ctx, court)));
    sections.push(section("branches", "岔路", branch::view(court, true)));
    sections.extend(script::nodes(ctx, court, Reader::Everybody));
    sections.extend(after.into_iter().filter_map(|it| part(ctx, court, it)));
    let (list, texts): (Vec<contents::Part>, Vec<AnyView>) = sections.into_iter().unzip();
    let text = view! {
        {facts(ctx, court)}
        <p>{WHO_DECIDES}</p>
        {(court.kind == CourtKind::Hearing).then(|| view! {
            <p>"听证的顺序没有统一的法律规定，这份剧本没有查过程序。"</p>
        })}
        {texts}
        {disclosure(ctx)}
        {date::review(court.checked, None, ctx.portal.settings.review.laws)}
    };
    let content = view! {
        <h1>{court.title.clone()}</h1>
        <p class="lead">{court.summary.clone()}</p>
        <p class="meta"><span class="tag">"虚构的案件"</span>
            {format!(" {} · {}", court.kind.label(), learn::grades(&court.grades))}
        </p>
        <ul class="chips">
            <li>{ctx.link(&Route::CourtCast(court.id.clone()), "chip", "分角色".to_owned())}</li>
            <li>{ctx.link(&Route::CourtRehearsal(court.id.clone()), "chip", "排练".to_owned())}</li>
            <li>{ctx.link(&Route::CourtStage(court.id.clone()), "chip", "上台，投到大屏幕".to_owned())}</li>
        </ul>
        {contents::beside(list, text.into_any())}
    };
    Sheet {
        description: court.summary.clone(),
        trail: vec![(Route::Learn, "学法"), (Route::CourtIndex, "模拟法庭")],
        pillar: "court",
        style: Some(StyleSheet::Court),
        content: content.into_any(),
        ..Sheet::new(court.title.clone())
    }
}

/// What a teacher wants to know before anything else.
fn facts(ctx: &Context<'_>, court: &Court) -> AnyView {
    let lesson: Vec<String> = court.lesson.iter().cloned().collect();
    let (least, most) = pupils(court);
    let speaking = court.speech().iter().filter(|it| it.lines > 0).count();
    let articles: Vec<String> = court.articles.iter().map(|id| article(ctx, id)).collect();
    view! {
        <dl class="facts">
            <div><dt>"人数"</dt><dd>
                {format!("{} 个角色，{speaking} 个有台词；{least} 人到 {most} 人都能演，人人有事做。", court.roles.len())}
            </dd></div>
            <div><dt>"时间"</dt><dd>{format!("一节课 40 分钟，开庭 {} 分钟。", court.minutes)} {short(court)}</dd></div>
            <div><dt>"法律"</dt><dd>
                <details>
                    <summary>{format!("用到 {} 条", articles.len())}</summary>
                    <p inner_html=articles.join("、")></p>
                </details>
            </dd></div>
            {learn::related(ctx, "课", Kind::Lesson, &lesson)}
            {learn::related(ctx, "求助", Kind::Help, &court.helps)}
            {learn::related(ctx, "政策", Kind::Policy, &court.policies)}
        </dl>
    }
    .into_any()
}

/// What the version of twenty minutes leaves out; nothing where there is none.
fn short(court: &Court) -> Option<String> {
    let marked = court.nodes.iter().filter(|it| it.skippable).count()
        + court.nodes.iter().flat_map(|it| &it.elements).filter(|it| it.skippable).count();
    let (_, whole) = court.ways(false);
    let (_, left) = court.ways(true);
    (marked > 0).then(|| {
        format!(
            "时间紧，用 20 分钟版：标着“（可略）”的 {marked} 处不念，台词从 {} 分钟减到 {} 分钟，结局一个不少。",
            minutes(whole, PACE[1]),
            minutes(left, PACE[1])
        )
    })
}

/// How few and how many take part.
fn pupils(court: &Court) -> (u32, u32) {
    let sum = |count: fn(&Role) -> u8| court.roles.iter().map(|it| u32::from(count(it))).sum();
    (sum(|it| it.least), sum(|it| it.most))
}

fn papers(ctx: &Context<'_>, court: &Court) -> AnyView {
    let items: Vec<AnyView> = CourtPaper::ALL
        .into_iter()
        .map(|paper| {
            let route = Route::CourtPaper(court.id.clone(), paper);
            let label = paper.label(court.kind).to_owned();
            let word = paper.word(&court.id).map(|path| {
                let name = format!("Word 文件：{label}");
                view! { <a class="word" href=ctx.links.file(&path) download="" aria-label=name>"Word"</a> }
            });
            view! { <li>{ctx.link(&route, "", label.clone())} <span class="soft">{paper.purpose()}</span> {word}</li> }
                .into_any()
        })
        .collect();
    view! { <ul class="papers">{items}</ul> }.into_any()
}

/// What to do when a pupil tells of something that has happened to them.
fn disclosure(ctx: &Context<'_>) -> Option<AnyView> {
    let page = ctx.portal.page(Lesson::DISCLOSURE)?;
    let link = ctx.link(&Route::Page(page.id.clone()), "", page.title.clone());
    Some(view! { <p class="callout caution">"给老师："{link}</p> }.into_any())
}

fn section(id: &str, title: &str, body: AnyView) -> (contents::Part, AnyView) {
    let id = format!("part-{id}");
    let view = view! {
        <section><h2 id=id.clone()>{title.to_owned()}</h2>{body}</section>
    };
    ((id, title.to_owned()), view.into_any())
}

/// Where a part around the script stands, without what every section's anchor begins with.
fn part_anchor(part: CourtPart) -> String {
    format!("text-{}", part as u8 + 1)
}

fn part(ctx: &Context<'_>, court: &Court, part: CourtPart) -> Option<(contents::Part, AnyView)> {
    let text = court.part(part)?;
    let html = markup::html(ctx, text, &format!("part-{}-", part_anchor(part)));
    let body = view! {
        <div class="prose" inner_html=html></div>
        {(part == CourtPart::Debrief).then(|| policies(ctx, court))}
    };
    Some(section(&part_anchor(part), part.label(), body.into_any()))
}

/// What could have helped earlier, for the time after the court.
fn policies(ctx: &Context<'_>, court: &Court) -> Option<AnyView> {
    let links: Vec<AnyView> = court
        .policies
        .iter()
        .filter_map(|id| ctx.portal.policy(id))
        .map(|it| {
            let link = ctx.link(&Route::Policy(it.id.clone()), "", it.name.clone());
            view! { <li>{link}</li> }.into_any()
        })
        .collect();
    let view = view! {
        <div class="court-policies"><p><b>"国家有办法，早一步就能用上："</b></p><ul>{links}</ul></div>
    };
    (!court.policies.is_empty()).then(|| view.into_any())
}

fn article(ctx: &Context<'_>, id: &str) -> String {
    let reference = Reference { kind: Kind::Law, id: id.to_owned(), section: None };
    law::citation(ctx, &reference, "")
}

/// Words of the script as HTML.
pub(super) fn words(ctx: &Context<'_>, inlines: &[Inline]) -> String {
    let blocks = vec![Block::Paragraph(inlines.to_vec())];
    markup::phrase(ctx, &Markup { blocks, footnotes: Vec::new() }, "")
}

/// `A`, `B`, …: how answers are told apart.
fn letter(index: usize) -> String {
    let letter = u8::try_from(index).map_or('?', |it| char::from(b'A'.saturating_add(it)));
    letter.to_string()
}

/// `2`, or `1–2`.
pub(super) fn people(role: &Role) -> String {
    if role.least == role.most {
        role.least.to_string()
    } else {
        format!("{}–{}", role.least, role.most)
    }
}

/// The table of roles; with `linked`, each leads to its sheet.
fn roles(ctx: &Context<'_>, court: &Court, linked: bool) -> AnyView {
    let rows: Vec<AnyView> = court
        .roles
        .iter()
        .enumerate()
        .map(|(at, role)| {
            let sheet = Route::CourtRole(court.id.clone(), at);
            view! {
                <tr>
                    <th scope="row">{role.name.clone()}</th>
                    <td>{role.seat.label()}</td>
                    <td>{people(role)}</td>
                    <td inner_html=words(ctx, &role.duty)></td>
                    <td>{role.casting.label()}</td>
                    <td inner_html=words(ctx, &role.note)></td>
                    {linked.then(|| view! { <td>{ctx.link(&sheet, "", "角色单".to_owned())}</td> })}
                </tr>
            }
            .into_any()
        })
        .collect();
    let mut head = vec!["角色", "席位", "人数", "在真实的法庭上", "怎么定", "说明"];
    if linked {
        head.push("打印");
    }
    let head: Vec<AnyView> =
        head.into_iter().map(|name| view! { <th scope="col">{name}</th> }.into_any()).collect();
    view! {
        <div class="scroll roles" role="group" tabindex="0" aria-label="表格：角色">
            <table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

/// The exhibits as cards.
fn exhibits(ctx: &Context<'_>, court: &Court) -> AnyView {
    let card = |exhibit: &Exhibit| {
        view! {
            <li class="card exhibit">
                <h3><span class="tag">{exhibit.id.clone()}</span> " " {exhibit.name.clone()}</h3>
                <p class="soft">{format!("{}提交 · {}", exhibit.submitter, exhibit.kind)}</p>
                <blockquote inner_html=words(ctx, &exhibit.content)></blockquote>
                <p><b>"想证明："</b><span inner_html=words(ctx, &exhibit.proves)></span></p>
            </li>
        }
        .into_any()
    };
    let cards: Vec<AnyView> = court.exhibits.iter().map(card).collect();
    view! { <ul class="cards exhibits">{cards}</ul> }.into_any()
}

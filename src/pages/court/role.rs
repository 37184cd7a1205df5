//! A role's sheet: who it is, what only it knows, and its own lines large, each after what comes just before.
//!
//! The secret is a strip at the top, so that it can be folded back.

use leptos::prelude::*;

use super::paper::foot;
use super::{letter, paper, words};
use crate::model::court::{Act, Before, Element, Entry, Exit, NodeKind, NoteKind, Role, Turn};
use crate::model::{Court, CourtPart, plain_text};
use crate::pages::markup;
use crate::pages::render::{Context, escape};

/// The sheets of all roles.
pub(super) fn all(ctx: &Context<'_>, court: &Court) -> AnyView {
    let sheets: Vec<AnyView> =
        (0..court.roles.len()).filter_map(|it| sheet(ctx, court, it)).collect();
    view! {
        <p class="callout caution on-screen">"这一页有每个人的私密提示，只给老师打印。学生各看各的角色单。"</p>
        {sheets}
    }
    .into_any()
}

/// The sheet of one role.
pub(super) fn sheet(ctx: &Context<'_>, court: &Court, number: usize) -> Option<AnyView> {
    let role = court.roles.get(number)?;
    let speech = court.speech().get(number).copied().unwrap_or_default();
    let said = match speech.lines {
        0 => "没有台词".to_owned(),
        lines => format!("{lines} 次发言，约 {} 字", speech.characters),
    };
    let view = view! {
        <section class="leaf role-sheet">
            {secret(ctx, court, number, role)}
            <h2>{role.name.clone()}</h2>
            <p class="meta">{format!("{} · {said}", role.seat.label())}</p>
            <dl class="facts">
                <div><dt>"真实的法庭上"</dt><dd inner_html=words(ctx, &role.duty)></dd></div>
                {notes(ctx, court, number, NoteKind::Tip, "怎么演")}
                {notes(ctx, court, number, NoteKind::Dress, "穿什么")}
                {(!role.note.is_empty()).then(|| view! {
                    <div><dt>"说明"</dt><dd inner_html=words(ctx, &role.note)></dd></div>
                })}
            </dl>
            {turns(ctx, court, number)}
            {court.is_group(number).then(|| questions(ctx, court))}
            {foot(ctx, court)}
        </section>
    };
    Some(view.into_any())
}

/// What only this role knows.
fn secret(ctx: &Context<'_>, court: &Court, number: usize, role: &Role) -> Option<AnyView> {
    let secrets: Vec<AnyView> = court
        .notes(number, NoteKind::Secret)
        .map(|it| view! { <p inner_html=words(ctx, it)></p> }.into_any())
        .collect();
    let view = view! {
        <div class="strip-secret">
            <p class="soft">{format!("私密提示，只给{}看。沿虚线向后折。", role.name)}</p>
            {secrets}
        </div>
    };
    court.notes(number, NoteKind::Secret).next().is_some().then(|| view.into_any())
}

fn notes(
    ctx: &Context<'_>,
    court: &Court,
    number: usize,
    kind: NoteKind,
    title: &'static str,
) -> Option<AnyView> {
    let notes: Vec<AnyView> = court
        .notes(number, kind)
        .map(|it| view! { <p inner_html=words(ctx, it)></p> }.into_any())
        .collect();
    (!notes.is_empty()).then(|| view! { <div><dt>{title}</dt><dd>{notes}</dd></div> }.into_any())
}

/// More turns than this are printed in two columns: a sheet less to carry, and to lose.
const FEW: usize = 18;

/// So many, in smaller letters too: they fill one sheet, and a few lines of them would stand on a second.
const A_SHEET: std::ops::RangeInclusive<usize> = 37..=46;

/// Its own lines, stage by stage.
fn turns(ctx: &Context<'_>, court: &Court, number: usize) -> AnyView {
    let entries = court.entries(number);
    let by_node = entries.chunk_by(|one, other| one.node == other.node);
    let stages: Vec<AnyView> = by_node
        .filter_map(|entries| {
            let at = entries.first()?.node;
            let node = court.nodes.get(at)?;
            let mark = if node.kind == NodeKind::Ending { "结局：" } else { "" };
            let items: Vec<AnyView> =
                entries.iter().filter_map(|it| turn(ctx, court, it)).collect();
            let view = view! {
                <h3>{mark}{node.name.clone()}</h3>
                <ol class="turns">{items}</ol>
            };
            Some(view.into_any())
        })
        .collect();
    match entries.len() {
        0..=FEW => stages.into_any(),
        turns => {
            let class = if A_SHEET.contains(&turns) { "columns dense" } else { "columns" };
            view! { <div class=class>{stages}</div> }.into_any()
        }
    }
}

fn turn(ctx: &Context<'_>, court: &Court, entry: &Entry<'_>) -> Option<AnyView> {
    let cue = match entry.before {
        Before::Own => None,
        Before::Element(element) => Some(court.tail(element)),
        Before::Opening => Some(opening(court, entry.node)),
    };
    let own = match entry.turn {
        Turn::Act(element) => {
            view! { <p class="own" inner_html=act(ctx, court, element)?></p> }.into_any()
        }
        Turn::Choice => choice(ctx, court, entry.node)?,
    };
    Some(view! { <li>{cue.map(|it| view! { <p class="cue">{it}</p> })}{own}</li> }.into_any())
}

/// How a stage is reached, for whoever opens it.
fn opening(court: &Court, number: usize) -> String {
    let ways: Vec<String> = court
        .ways_into(number)
        .into_iter()
        .filter_map(|(from, answer)| {
            let node = court.nodes.get(from)?;
            let (Exit::Choice(choice), Some(answer)) = (&node.exit, answer) else {
                return Some(format!("“{}”完了", node.name));
            };
            Some(format!("选了“{}”", plain_text(&choice.options.get(answer)?.words)))
        })
        .collect();
    if ways.is_empty() {
        "一开始".to_owned()
    } else {
        format!("{}，你先开口", ways.join("，或者"))
    }
}

fn act(ctx: &Context<'_>, court: &Court, element: &Element) -> Option<String> {
    let exhibit = |number: usize| court.exhibits.get(number);
    let html = match &element.act {
        Act::Line(line) => {
            let together = match line.speakers.roles() {
                [_] => String::new(),
                _ => format!("（{}一起）", escape(&court.speaker_names(&line.speakers))),
            };
            let action = line.action.as_ref().map(|it| format!("（{}）", escape(it)));
            format!("{together}{}{}", action.unwrap_or_default(), words(ctx, &line.words))
        }
        Act::Slot(slot) => {
            format!("<b>即兴 {} 秒</b>：{}", slot.seconds, words(ctx, &slot.task))
        }
        Act::Challenge(challenge) => {
            let id = escape(&exhibit(challenge.exhibit)?.id);
            format!("<b>质证 {id}</b>：{}", escape(&challenge.words))
        }
        Act::Show(show) => {
            let shown = exhibit(show.exhibit)?;
            format!(
                "<b>出示 {}</b> {}（{}）",
                escape(&shown.id),
                escape(&shown.name),
                show.way.label()
            )
        }
        Act::Cue(_) | Act::Article(_) | Act::Note(_) => return None,
    };
    let mark = if element.skippable { "<span class=\"soft\">（可略）</span>" } else { "" };
    Some(format!("{mark}{html}"))
}

/// A question that this role answers, alone or with others.
fn choice(ctx: &Context<'_>, court: &Court, number: usize) -> Option<AnyView> {
    let Exit::Choice(choice) = &court.nodes.get(number)?.exit else { return None };
    let answers: Vec<AnyView> = choice
        .options
        .iter()
        .enumerate()
        .map(|(index, it)| {
            let html = format!("□ {} {}", letter(index), words(ctx, &it.words));
            view! { <li inner_html=html></li> }.into_any()
        })
        .collect();
    let view = view! {
        <div class="own choice">
            <p><b>{format!("{}来选：", court.decider_name(choice.decider))}</b>
                <span inner_html=words(ctx, &choice.question)></span></p>
            <ul>{answers}</ul>
        </div>
    };
    Some(view.into_any())
}

/// What the 评议组 thinks about, with room for reasons.
fn questions(ctx: &Context<'_>, court: &Court) -> Option<AnyView> {
    let text = court.part(CourtPart::Deliberation)?;
    let html = markup::html(ctx, text, "");
    let view = view! {
        <h3>"评议时想一想"</h3>
        <div class="prose" inner_html=html></div>
        <p>"我的理由，靠哪一条法律："</p>
        {paper::lines(4)}
    };
    Some(view.into_any())
}

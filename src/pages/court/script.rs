//! The script in words: every stage and ending, with as much as a reader may know.

use leptos::prelude::*;

use super::{article, letter, section, words};
use crate::model::court::{Act, Challenge, Element, Exit, Line, Node, NodeKind, Note, NoteKind};
use crate::model::court::{Speakers, Target};
use crate::model::{Court, CourtPart};
use crate::pages::contents;
use crate::pages::render::{Context, escape};

/// Who reads the script.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// Anybody: no note at all.
    Everybody,
    /// Whoever leads the rehearsals: where things stand.
    Director,
    /// The teacher: everything.
    Teacher,
}

impl Reader {
    const fn reads(self, kind: NoteKind) -> bool {
        match self {
            Self::Everybody => false,
            Self::Director => matches!(kind, NoteKind::Director | NoteKind::Dress),
            Self::Teacher => true,
        }
    }
}

/// Where a node stands on the page, without what every section's anchor begins with.
pub(super) fn anchor(number: usize) -> String {
    format!("node-{}", number + 1)
}

/// All stages and endings.
pub(super) fn nodes(
    ctx: &Context<'_>,
    court: &Court,
    reader: Reader,
) -> Vec<(contents::Part, AnyView)> {
    court.nodes.iter().enumerate().map(|(at, it)| node(ctx, court, reader, at, it)).collect()
}

/// What a node is called on a page.
pub(super) fn title(node: &Node) -> String {
    match node.kind {
        NodeKind::Stage => node.name.clone(),
        NodeKind::Ending => format!("结局：{}", node.name),
    }
}

fn node(
    ctx: &Context<'_>,
    court: &Court,
    reader: Reader,
    at: usize,
    node: &Node,
) -> (contents::Part, AnyView) {
    let articles: Vec<String> = node.articles.iter().map(|id| article(ctx, id)).collect();
    let lines: Vec<AnyView> =
        node.elements.iter().filter_map(|it| line(ctx, court, reader, it)).collect();
    let body = view! {
        {node.skippable.then(|| view! { <p class="soft">"时间不够时，这一段可以略去。"</p> })}
        {(!articles.is_empty()).then(|| view! { <p class="soft" inner_html=articles.join("、")></p> })}
        <div class="prose script">{lines}</div>
        {exit(ctx, court, reader, at, node)}
    };
    section(&anchor(at), &title(node), body.into_any())
}

/// A line of the script; nothing where it is not for this reader.
fn line(ctx: &Context<'_>, court: &Court, reader: Reader, element: &Element) -> Option<AnyView> {
    match &element.act {
        Act::Note(note) => reader.reads(note.kind).then(|| aside(ctx, court, note)),
        _ => said(ctx, court, element),
    }
}

/// What is said or seen; nothing for a note.
pub(in crate::pages) fn said(
    ctx: &Context<'_>,
    court: &Court,
    element: &Element,
) -> Option<AnyView> {
    let html = act(ctx, court, element)?;
    let class = match element.act {
        Act::Line(_) | Act::Challenge(_) => "said",
        _ => "happens",
    };
    let mark = if element.skippable { "<span class=\"soft\">（可略）</span>" } else { "" };
    Some(view! { <p class=class inner_html=format!("{mark}{html}")></p> }.into_any())
}

/// ` 5 分钟`, or ` 40 秒`.
fn time(seconds: u16) -> String {
    match seconds {
        60.. if seconds.is_multiple_of(60) => format!(" {} 分钟", seconds / 60),
        _ => format!(" {seconds} 秒"),
    }
}

/// What happens, as HTML; nothing for a note.
pub(in crate::pages) fn act(ctx: &Context<'_>, court: &Court, element: &Element) -> Option<String> {
    let html = match &element.act {
        Act::Line(Line { speakers, action, words: said }) => {
            let action = action.as_ref().map(|it| format!("（{}）", escape(it)));
            spoken(court, speakers, &action.unwrap_or_default(), &words(ctx, said))
        }
        Act::Cue(cue) => {
            let time = cue.seconds.map(time).unwrap_or_default();
            format!("【{}{time}】{}", cue.kind.label(), words(ctx, &cue.words))
        }
        Act::Show(show) => {
            let exhibit = court.exhibits.get(show.exhibit)?;
            let (id, name) = (escape(&exhibit.id), escape(&exhibit.name));
            format!("【出示】{id} {name}（{}）", show.way.label())
        }
        Act::Challenge(Challenge { exhibit, speakers, words: said, .. }) => {
            let id = escape(&court.exhibits.get(*exhibit)?.id);
            spoken(court, speakers, &format!("（质证 {id}）"), &escape(said))
        }
        Act::Slot(slot) => {
            let action = format!("（即兴，{} 秒）", slot.seconds);
            spoken(court, &slot.speakers, &action, &words(ctx, &slot.task))
        }
        Act::Article(id) => format!("法条：{}", article(ctx, id)),
        Act::Note(_) => return None,
    };
    Some(html)
}

pub(in crate::pages) fn spoken(
    court: &Court,
    speakers: &Speakers,
    action: &str,
    said: &str,
) -> String {
    format!("<b>{}</b>{action}：{said}", escape(&court.speaker_names(speakers)))
}

/// A note: what it is and about whom, then the words.
fn aside(ctx: &Context<'_>, court: &Court, note: &Note) -> AnyView {
    let role = note.role.and_then(|it| court.roles.get(it));
    let about = role.map(|it| format!("（{}）", it.name)).unwrap_or_default();
    let class = if note.kind == NoteKind::Secret { "aside secret" } else { "aside" };
    view! {
        <p class=class>
            <b>{format!("{}{about}", note.kind.label())}</b> " "
            <span inner_html=words(ctx, &note.words)></span>
        </p>
    }
    .into_any()
}

fn exit(ctx: &Context<'_>, court: &Court, reader: Reader, at: usize, node: &Node) -> AnyView {
    let link = |target| {
        let name = court.target_name(target).to_owned();
        let id = match target {
            Target::Node(number) => anchor(number),
            Target::Debrief
                if reader == Reader::Director || court.part(CourtPart::Debrief).is_none() =>
            {
                return name.into_any();
            }
            Target::Debrief => super::part_anchor(CourtPart::Debrief),
        };
        view! { <a href=format!("#part-{id}")>{name}</a> }.into_any()
    };
    match &node.exit {
        // What follows on the page needs no link.
        Exit::To(Target::Node(next)) if *next == at + 1 => ().into_any(),
        Exit::To(target) => view! { <p class="turn-off">"接着："{link(*target)}</p> }.into_any(),
        Exit::Choice(choice) => {
            let answers: Vec<AnyView> = choice
                .options
                .iter()
                .enumerate()
                .map(|(index, answer)| {
                    let html = words(ctx, &answer.words);
                    view! {
                        <li><b>{letter(index)}</b> " " <span inner_html=html></span> " → " {link(answer.to)}</li>
                    }
                    .into_any()
                })
                .collect();
            let who = court.decider_name(choice.decider).to_owned();
            view! {
                <div class="choice">
                    <p><b>{format!("由{who}选择：")}</b> <span inner_html=words(ctx, &choice.question)></span></p>
                    <ul>{answers}</ul>
                </div>
            }
            .into_any()
        }
    }
}

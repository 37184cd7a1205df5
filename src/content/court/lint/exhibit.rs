//! Evidence is shown in court and challenged by the other side (民事诉讼法 71, 刑事诉讼法 195).

use super::Script;
use super::flow::{At, Facts, Flow};
use crate::content::notes::Notes;
use crate::model::court::{Act, Element, Side, Speakers};
use crate::model::{Court, Exhibit};

/// It has been shown.
const SHOWN: u64 = 1;
/// It has been shown, and the other side has not answered.
const OPEN: u64 = 2;

/// Reports exhibits that nobody shows.
pub(super) fn used(notes: &mut Notes<'_>, script: &Script<'_>) {
    let elements = || script.court.nodes.iter().flat_map(|node| &node.elements);
    for (number, exhibit) in script.court.exhibits.iter().enumerate() {
        let shown =
            elements().any(|it| matches!(&it.act, Act::Show(show) if show.exhibit == number));
        if !shown && let Some(at) = script.places.exhibits.get(number) {
            let message = format!("“{}”没有在法庭上出示", exhibit.id);
            let hint = format!("在剧本里写“【出示】{} 屏幕”，或从表里删去", exhibit.id);
            notes.error(at, "unused-exhibit", message, hint);
        }
    }
}

/// Reports exhibits that are challenged before they are shown, or never by the other side.
pub(super) fn challenged(notes: &mut Notes<'_>, script: &Script<'_>, article: &str) {
    for (number, exhibit) in script.court.exhibits.iter().enumerate() {
        let mut early: Option<At> = None;
        let mut left: Option<usize> = None;
        let flow = Flow { court: script.court, short: false };
        flow.follow(
            |facts, _, element| after(script.court, exhibit, number, facts, element),
            |facts, at, element| {
                let challenge = matches!(&element.act, Act::Challenge(it) if it.exhibit == number);
                if challenge && facts.sure & SHOWN == 0 {
                    early.get_or_insert(at);
                }
            },
            |facts, node| {
                if facts.maybe & OPEN != 0 {
                    left.get_or_insert(node);
                }
            },
        );
        if let Some(at) = early {
            let message = format!("“{}”还没有出示就质证", exhibit.id);
            let hint = format!("先写“【出示】{} 屏幕”（{article}）", exhibit.id);
            notes.error(&script.element(at.node, at.element), "exhibit-order", message, hint);
        }
        if let (Some(node), Some(at)) = (left, script.places.exhibits.get(number)) {
            let name = script.court.nodes.get(node).map_or("", |node| node.name.as_str());
            let message = format!("走到“{name}”的路上，“{}”没有经对方质证", exhibit.id);
            let hint = format!("出示以后写“【质证】{} 对方的角色 无异议”（{article}）", exhibit.id);
            notes.error(at, "exhibit-unchallenged", message, hint);
        }
    }
}

fn after(court: &Court, exhibit: &Exhibit, number: usize, facts: Facts, it: &Element) -> Facts {
    match &it.act {
        Act::Show(show) if show.exhibit == number => facts.with(SHOWN | OPEN),
        Act::Challenge(it) if it.exhibit == number && answers(court, exhibit, &it.speakers) => {
            facts.without(OPEN)
        }
        _ => facts,
    }
}

/// Whether somebody of the other side speaks; of what the court itself has fetched, somebody of any side.
fn answers(court: &Court, exhibit: &Exhibit, speakers: &Speakers) -> bool {
    let sides = speakers.roles().iter().filter_map(|role| court.roles.get(*role)?.seat.side());
    let mut sides = sides.filter(|side| match exhibit.side {
        Some(Side::Claiming) => *side == Side::Answering,
        Some(Side::Answering) => *side == Side::Claiming,
        None => true,
    });
    sides.next().is_some()
}

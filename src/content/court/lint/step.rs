//! The steps that a law prescribes: whether each is there, in its order, on every way, and in the short version too.
//!
//! A step is found by who speaks and by a word that cannot be left out when it is really done. Each has a sentence that
//! has the word, which the hint offers.

use std::collections::BTreeSet;

use super::Script;
use super::flow::{At, Facts, Flow};
use crate::content::notes::Notes;
use crate::model::court::{Act, Element, NodeKind, Seat};
use crate::model::{Court, plain_text};

/// A step of a procedure.
pub(super) struct Step {
    /// What it is called.
    pub(super) name: &'static str,
    /// The article that prescribes it.
    pub(super) article: &'static str,
    /// Where whoever does it sits; anybody where none is named.
    pub(super) seats: &'static [Seat],
    /// Words of which one is said; any words where none is named.
    pub(super) words: &'static [&'static str],
    /// Words of which none is said.
    pub(super) not: &'static [&'static str],
    /// Whether it only counts in an ending.
    pub(super) ending: bool,
    /// The step after which it counts, by name.
    pub(super) since: Option<&'static str>,
    /// The steps before which it must not come, by name.
    pub(super) after: &'static [&'static str],
    /// When it has to be there.
    pub(super) when: When,
    /// A sentence that does it.
    pub(super) say: &'static str,
}

/// When a step has to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// On every way.
    Always,
    /// On every way on which this step is taken, by name.
    With(&'static str),
    /// On ways on which this step is taken; the law says 可以.
    ShouldWith(&'static str),
    /// One of those that are so marked has to be there: how the case ends.
    Result,
}

/// A step that says the same of all that it does not name.
pub(super) const STEP: Step = Step {
    name: "",
    article: "",
    seats: &[],
    words: &[],
    not: &[],
    ending: false,
    since: None,
    after: &[],
    when: When::Always,
    say: "",
};

impl Step {
    /// Whether a line does it, what comes before left aside.
    fn is_done_by(&self, court: &Court, at: At, element: &Element) -> bool {
        let words = match &element.act {
            Act::Line(line) => plain_text(&line.words),
            Act::Slot(slot) => plain_text(&slot.task),
            _ => return false,
        };
        let seated = element.roles().iter().filter_map(|role| court.roles.get(*role));
        let ending = court.nodes.get(at.node).is_some_and(|it| it.kind == NodeKind::Ending);
        (self.seats.is_empty() || seated.into_iter().any(|role| self.seats.contains(&role.seat)))
            && (self.words.is_empty() || self.words.iter().any(|word| words.contains(word)))
            && !self.not.iter().any(|word| words.contains(word))
            && (ending || !self.ending)
    }
}

/// What is found in one version of the script.
#[derive(Default)]
struct Found {
    /// Steps that come before another one: the number of each, and where.
    early: Vec<(usize, usize, At)>,
    /// Steps that are missing at the end of a node.
    missing: BTreeSet<(usize, usize)>,
    /// Nodes with which the court ends without a result.
    without_result: BTreeSet<usize>,
}

/// Reports what is missing or out of order, and what the short version leaves out.
pub(super) fn check(notes: &mut Notes<'_>, script: &Script<'_>, steps: &'static [Step]) {
    let court = script.court;
    let done: Vec<Vec<u64>> = court
        .nodes
        .iter()
        .enumerate()
        .map(|(node, it)| {
            let line =
                |(element, it): (usize, &Element)| bits(court, steps, At { node, element }, it);
            it.elements.iter().enumerate().map(line).collect()
        })
        .collect();
    let whole = follow(court, steps, &done, false);
    let mut told = BTreeSet::new();
    for (step, before, at) in &whole.early {
        if told.insert((*step, *before)) {
            let (step, before) = (&steps[*step], &steps[*before]);
            let message = format!("“{}”在“{}”之前", step.name, before.name);
            let hint = format!("把它移到“{}”后面（{}）", before.name, step.article);
            notes.error(&script.element(at.node, at.element), "step-order", message, hint);
        }
    }
    report(notes, script, steps, &done, &whole);
    let short = follow(court, steps, &done, true);
    for step in short.missing.iter().map(|(step, _)| *step).collect::<BTreeSet<_>>() {
        if whole.missing.iter().any(|(missing, _)| *missing == step) {
            continue;
        }
        let message = format!("短版里没有“{}”", steps[step].name);
        let hint = format!("法律要求的步骤不标“（可略）”（{}）", steps[step].article);
        let at = place_of(&done, step).unwrap_or(At { node: 0, element: 0 });
        notes.error(&script.element(at.node, at.element), "skipped-step", message, hint);
    }
}

/// The steps that a line does, a bit for each.
fn bits(court: &Court, steps: &[Step], at: At, element: &Element) -> u64 {
    let done = (0_u32..).zip(steps).filter(|(_, step)| step.is_done_by(court, at, element));
    done.fold(0, |bits, (number, _)| bits | 1 << number)
}

/// Where a step is done first in the file.
fn place_of(done: &[Vec<u64>], step: usize) -> Option<At> {
    done.iter().enumerate().find_map(|(node, lines)| {
        let element = lines.iter().position(|bits| bits >> step & 1 == 1)?;
        Some(At { node, element })
    })
}

fn number(steps: &[Step], name: &str) -> Option<usize> {
    steps.iter().position(|step| step.name == name)
}

/// The bits of a line that count, given what is sure to have happened before.
fn counted(steps: &[Step], bits: u64, before: u64) -> u64 {
    let mut counted = 0;
    for (at, step) in steps.iter().enumerate() {
        let since = step.since.and_then(|name| number(steps, name));
        // What follows a step may be said in the same line.
        let open = since.is_none_or(|since| (before | counted) >> since & 1 == 1);
        if open {
            counted |= bits & (1 << at);
        }
    }
    counted
}

fn follow(court: &Court, steps: &'static [Step], done: &[Vec<u64>], short: bool) -> Found {
    let mut found = Found::default();
    let line = |at: At| done.get(at.node).and_then(|it| it.get(at.element)).copied().unwrap_or(0);
    let then = |facts: Facts, at: At, _: &Element| Facts {
        sure: facts.sure | counted(steps, line(at), facts.sure),
        maybe: facts.maybe | counted(steps, line(at), facts.maybe),
    };
    let anywhere = done.iter().flatten().fold(0, |all, bits| all | bits);
    let mut missing = BTreeSet::new();
    let mut without = BTreeSet::new();
    Flow { court, short }.follow(
        then,
        |facts, at, _| {
            let here = counted(steps, line(at), facts.maybe);
            for (step, rule) in steps.iter().enumerate() {
                // What was said before is only said again.
                if here >> step & 1 == 0 || facts.sure >> step & 1 == 1 {
                    continue;
                }
                for before in rule.after.iter().filter_map(|name| number(steps, name)) {
                    let there = (facts.sure | here) >> before & 1 == 1;
                    if !there && anywhere >> before & 1 == 1 {
                        found.early.push((step, before, at));
                    }
                }
            }
        },
        |facts, node| {
            let has =
                |bits: u64, name: &str| number(steps, name).is_some_and(|at| bits >> at & 1 == 1);
            let mut result = !steps.iter().any(|step| step.when == When::Result);
            for (at, step) in steps.iter().enumerate() {
                let wanted = match step.when {
                    When::Always => true,
                    When::With(name) | When::ShouldWith(name) => has(facts.maybe, name),
                    When::Result => {
                        result |= facts.maybe >> at & 1 == 1;
                        false
                    }
                };
                if wanted && facts.sure >> at & 1 == 0 {
                    missing.insert((at, node));
                }
            }
            if !result {
                without.insert(node);
            }
        },
    );
    (found.missing, found.without_result) = (missing, without);
    found
}

fn report(
    notes: &mut Notes<'_>,
    script: &Script<'_>,
    steps: &[Step],
    done: &[Vec<u64>],
    found: &Found,
) {
    for (number, step) in steps.iter().enumerate() {
        let first = found.missing.iter().find(|(at, _)| *at == number);
        let Some((_, first)) = first else { continue };
        let hint = format!("加上，例如“{}”（{}）", step.say, step.article);
        let nowhere = place_of(done, number).is_none();
        let (at, message) = if nowhere && step.when == When::Always {
            (script.start(), format!("没有“{}”", step.name))
        } else {
            let name = script.court.nodes.get(*first).map_or("", |node| node.name.as_str());
            (script.heading(*first), format!("走到“{name}”的路上没有“{}”", step.name))
        };
        if matches!(step.when, When::ShouldWith(_)) {
            notes.warn(&at, "missing-step", message, hint);
        } else {
            notes.error(&at, "missing-step", message, hint);
        }
    }
    let result = steps.iter().find(|step| step.when == When::Result);
    for (node, step) in found.without_result.iter().zip(std::iter::repeat(result)) {
        let Some(step) = step else { continue };
        let name = script.court.nodes.get(*node).map_or("", |node| node.name.as_str());
        let message = format!("“{name}”没有结果：没有“{}”", step.name);
        let hint = format!("加上，例如“{}”（{}）", step.say, step.article);
        notes.error(&script.heading(*node), "missing-step", message, hint);
    }
}

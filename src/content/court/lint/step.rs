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
    /// Every line that can be reached, with the steps that it takes and those that were sure before, a bit for each.
    lines: Vec<(At, u64, u64)>,
    /// Steps that are missing at the end of a node.
    missing: BTreeSet<(usize, usize)>,
    /// Nodes with which the court ends without a result.
    without_result: BTreeSet<usize>,
}

impl Found {
    /// Where a step is taken first in the file.
    fn place(&self, step: usize) -> Option<At> {
        self.lines.iter().find(|(_, here, _)| here >> step & 1 == 1).map(|(at, ..)| *at)
    }
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
    order(notes, script, steps, &whole);
    report(notes, script, steps, &whole);
    let short = follow(court, steps, &done, true);
    for step in short.missing.iter().map(|(step, _)| *step).collect::<BTreeSet<_>>() {
        if whole.missing.iter().any(|(missing, _)| *missing == step) {
            continue;
        }
        let message = format!("短版里没有“{}”", steps[step].name);
        let hint = format!("法律要求的步骤不标“（可略）”（{}）", steps[step].article);
        let at = whole.place(step).unwrap_or(At { node: 0, element: 0 });
        notes.error(&script.element(at.node, at.element), "skipped-step", message, hint);
    }
}

/// Reports each step that is first taken before one that has to precede it.
fn order(notes: &mut Notes<'_>, script: &Script<'_>, steps: &[Step], found: &Found) {
    let anywhere = found.lines.iter().fold(0, |all, (_, here, _)| all | here);
    let mut told = BTreeSet::new();
    for (at, here, sure) in &found.lines {
        for (number, step) in steps.iter().enumerate() {
            // What was said before is only said again.
            if here >> number & 1 == 0 || sure >> number & 1 == 1 {
                continue;
            }
            for name in step.after {
                let Some(before) = self::number(steps, name) else { continue };
                // What is missing on some way is reported as such.
                let there = (sure | here) >> before & 1 == 1
                    || found.missing.iter().any(|(missing, _)| *missing == before);
                if there || anywhere >> before & 1 == 0 || !told.insert((number, before)) {
                    continue;
                }
                let message = format!("“{}”在“{name}”之前", step.name);
                let hint = format!("把它移到“{name}”后面（{}）", step.article);
                notes.error(&script.element(at.node, at.element), "step-order", message, hint);
            }
        }
    }
}

/// The steps that a line does, a bit for each.
fn bits(court: &Court, steps: &[Step], at: At, element: &Element) -> u64 {
    let done = (0_u32..).zip(steps).filter(|(_, step)| step.is_done_by(court, at, element));
    done.fold(0, |bits, (number, _)| bits | 1 << number)
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
    let (mut missing, mut without) = (BTreeSet::new(), BTreeSet::new());
    Flow { court, short }.follow(
        then,
        |facts, at, _| found.lines.push((at, counted(steps, line(at), facts.maybe), facts.sure)),
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

fn report(notes: &mut Notes<'_>, script: &Script<'_>, steps: &[Step], found: &Found) {
    for (number, step) in steps.iter().enumerate() {
        let first = found.missing.iter().find(|(at, _)| *at == number);
        let Some((_, first)) = first else { continue };
        let hint = format!("加上，例如“{}”（{}）", step.say, step.article);
        let nowhere = found.place(number).is_none();
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

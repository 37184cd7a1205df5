//! Answers: what is still possible of each fact. An unanswered question is never a "no".

use serde::{Deserialize, Serialize};

use super::classes::Classes;
use super::region::Region;
use super::rulebook::{Rulebook, Variable};

/// What somebody has said about a fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet.
    #[default]
    Open,
    /// 不清楚 or 不想回答: everything stays possible, and nobody asks again.
    Unknown,
    /// One of these choices, as a mask.
    Choices(u64),
    /// 多选: the choices that are there and those that are not, as masks. Of the others nobody knows.
    Many {
        /// Those that are there.
        yes: u64,
        /// Those that are not.
        no: u64,
    },
    /// A number, or the number of a day, between any of these two.
    Spans(Vec<(i32, i32)>),
    /// Somewhere in one of these areas.
    Regions(Vec<Region>),
}

/// The answers about one child, by the place of the fact in the rulebook.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Vec<u64>", try_from = "Vec<u64>")]
pub struct Answers(pub(super) Vec<Answer>);

impl Answers {
    /// The answer about a fact.
    #[must_use]
    pub fn get(&self, fact: u16) -> &Answer {
        self.0.get(usize::from(fact)).unwrap_or(&Answer::Open)
    }

    /// Answers, or changes an answer; the others stay.
    pub fn set(&mut self, fact: u16, answer: Answer) {
        let at = usize::from(fact);
        if self.0.len() <= at {
            self.0.resize(at + 1, Answer::Open);
        }
        if let Some(place) = self.0.get_mut(at) {
            *place = answer;
        }
    }

    /// For each variable of the rulebook, the classes that are still possible.
    pub(super) fn possible(&self, rulebook: &Rulebook) -> Vec<u64> {
        rulebook
            .variables
            .iter()
            .map(|variable| possible(variable, self.get(variable.fact)))
            .collect()
    }
}

/// The classes that an answer leaves. An answer that contradicts itself leaves all: it says nothing.
fn possible(variable: &Variable, answer: &Answer) -> u64 {
    let classes = match (&variable.classes, answer) {
        (Classes::Choices(classes), Answer::Choices(mask)) => {
            bits(classes.len(), |at| classes.get(at).is_some_and(|class| class & mask != 0))
        }
        (Classes::Many(sets), Answer::Many { yes, no }) => Classes::patterns(sets, *yes, *no),
        (Classes::Starts(starts), Answer::Spans(spans)) => bits(starts.len() + 1, |at| {
            let first =
                at.checked_sub(1).and_then(|at| starts.get(at)).copied().unwrap_or(i32::MIN);
            let next = starts.get(at).copied();
            spans.iter().any(|(low, high)| {
                low <= high && first <= *high && next.is_none_or(|next| *low < next)
            })
        }),
        (Classes::Regions(named), Answer::Regions(regions)) => {
            regions.iter().fold(0, |all, region| all | within(named, *region))
        }
        _ => 0,
    };
    if classes == 0 { variable.classes.all() } else { classes }
}

/// The classes of somewhere in an area: that of the smallest named area around it, and those of all named areas in it.
fn within(named: &[Region], region: Region) -> u64 {
    let inside = bits(named.len(), |at| named.get(at).is_some_and(|it| region.holds(*it)));
    let around = named.iter().rposition(|it| it.holds(region)).map_or(0, |at| at + 1);
    (inside << 1) | bit(around)
}

/// The mask of those of the first `count` numbers that hold.
pub(super) fn bits(count: usize, mut holds: impl FnMut(usize) -> bool) -> u64 {
    (0..count).fold(0, |mask, at| if holds(at) { mask | bit(at) } else { mask })
}

/// The mask of one number; none beyond 63.
pub(super) fn bit(at: usize) -> u64 {
    if at < 64 { 1 << at } else { 0 }
}

//! Why: the rows behind a "yes", the fewest rows behind a "no", the facts that are missing.

use super::answer::{Answers, bit};
use super::evaluate::Given;
use super::rulebook::{BranchRule, Rulebook, Rules};
use super::worlds::{Status, Worlds, rows};

/// The reason for an outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    /// Of a "yes": the branch whose rows all hold; or several, where different possibilities satisfy different ones. Of a
    /// "no": the nearest one.
    pub branches: Vec<u16>,
    /// The branches that hold in some possible world, whatever a check says; of a "no" the nearest one. What only other
    /// branches want need not be brought.
    pub possible: Vec<u16>,
    /// Rows of those branches, by their places in the policy's table. Of a "yes": those that hold in every world. Of a
    /// "no": the fewest that would have to be otherwise. Of an open one: unverified rows that fail in every world.
    pub rows: Vec<u16>,
}

/// How far a branch is from holding. What cannot change counts more than all that can.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Distance {
    fixed: usize,
    rows: usize,
}

impl Rulebook {
    /// Why a policy, by its place in the rulebook, is what [`Rulebook::evaluate`] says.
    #[must_use]
    pub fn reasons(&self, policy: u16, answers: &Answers, given: &Given<'_>) -> Reasons {
        let Some(rule) = self.policies.get(usize::from(policy)) else { return Reasons::default() };
        let rules = &rule.rules;
        let mut worlds = Worlds::new(given.steps);
        worlds.enter(rules, &answers.possible(self));
        let verdict = worlds.verdict(rules);
        let mut reasons = Reasons { possible: worlds.perhaps(rules), ..Reasons::default() };
        match verdict.status {
            Status::Yes => {
                reasons.branches = covering(rules, &mut worlds, verdict.verify);
                reasons.rows =
                    unique(rules, &reasons.branches, &|row| worlds.left(row.0) & !row.1 == 0);
            }
            Status::No => {
                let nearest = (0..)
                    .zip(&rules.branches)
                    .min_by_key(|(_, branch)| distance(self, rules, branch, &worlds));
                let Some((at, branch)) = nearest else { return reasons };
                reasons.branches = vec![at];
                reasons.possible = vec![at];
                reasons.rows = failing(rules, branch, &worlds);
            }
            Status::Open => {
                let all: Vec<u16> = (0..).take(rules.branches.len()).collect();
                reasons.rows = unique(rules, &all, &|row| row.2 && worlds.left(row.0) & row.1 == 0);
            }
        }
        reasons
    }
}

/// The places in the table of those rows of some branches that pass a test of variable, mask and doubt.
fn unique(rules: &Rules, branches: &[u16], test: &dyn Fn((usize, u64, bool)) -> bool) -> Vec<u16> {
    let mut found = Vec::new();
    for branch in branches.iter().filter_map(|at| rules.branches.get(usize::from(*at))) {
        for row in rows(rules, branch) {
            if test((usize::from(row.variable), row.mask, row.doubtful)) {
                keep(&mut found, row.row);
            }
        }
    }
    found
}

/// Adds a row in the order of the table, where it is not there yet.
fn keep(found: &mut Vec<u16>, row: u16) {
    let behind = found.iter().position(|it| *it >= row).unwrap_or(found.len());
    if found.get(behind) != Some(&row) {
        found.insert(behind, row);
    }
}

/// The branches that cover all worlds: one if one does, else a set of which none can be left out. Branches without
/// anything to verify are taken where they suffice.
fn covering(rules: &Rules, worlds: &mut Worlds, verify: bool) -> Vec<u16> {
    let counts = |at: &u16| {
        verify || rules.branches.get(usize::from(*at)).is_some_and(|branch| !branch.verify)
    };
    let mut left: Vec<u16> = worlds.possible_branches().iter().copied().filter(counts).collect();
    let alone = left.iter().copied().find(|at| worlds.is_covered_by(&[*at]));
    if let Some(alone) = alone {
        return vec![alone];
    }
    for at in (0..left.len()).rev() {
        let branch = left.remove(at);
        if !worlds.is_covered_by(&left) {
            left.insert(at, branch);
        }
    }
    left
}

/// Whether one row alone fails in some branch, and its fact can change.
pub(super) fn is_near(book: &Rulebook, rules: &Rules, worlds: &Worlds) -> bool {
    let one = Distance { fixed: 0, rows: 1 };
    rules.branches.iter().any(|branch| distance(book, rules, branch, worlds) == one)
}

fn distance(book: &Rulebook, rules: &Rules, branch: &BranchRule, worlds: &Worlds) -> Distance {
    let mut distance = Distance { fixed: 0, rows: 0 };
    for (at, place) in rules.variables.iter().enumerate() {
        let (_, count) = nearest_class(rules, branch, worlds, at);
        let fact = book.variables.get(usize::from(*place)).map(|it| usize::from(it.fact));
        let rule = fact.and_then(|fact| book.facts.get(fact));
        distance.rows += count;
        distance.fixed += if rule.is_some_and(|it| it.changeable) { 0 } else { count };
    }
    distance
}

/// The fewest rows of a branch without which it would hold in some possible world.
fn failing(rules: &Rules, branch: &BranchRule, worlds: &Worlds) -> Vec<u16> {
    let mut found = Vec::new();
    for at in 0..rules.variables.len() {
        let (class, _) = nearest_class(rules, branch, worlds, at);
        for row in rows(rules, branch).filter(|row| usize::from(row.variable) == at) {
            if !row.doubtful && row.mask & class == 0 {
                keep(&mut found, row.row);
            }
        }
    }
    found
}

/// The possible class of a variable in which the fewest rows of a branch fail, and how many.
fn nearest_class(
    rules: &Rules,
    branch: &BranchRule,
    worlds: &Worlds,
    variable: usize,
) -> (u64, usize) {
    let left = worlds.left(variable);
    let mut best = (0, usize::MAX);
    for class in (0..64).map(bit).filter(|class| left & class != 0) {
        let of_variable = rows(rules, branch).filter(|row| usize::from(row.variable) == variable);
        let fails = of_variable.filter(|row| !row.doubtful && row.mask & class == 0).count();
        if fails < best.1 {
            best = (class, fails);
        }
    }
    if best.1 == usize::MAX { (0, 0) } else { best }
}

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
                    .map(|(at, branch)| (at, distance(self, rules, branch, &mut worlds)))
                    .min_by_key(|(_, (distance, _))| *distance);
                let Some((at, (_, rows))) = nearest else { return reasons };
                reasons.branches = vec![at];
                reasons.possible = vec![at];
                for row in rows.iter().filter_map(|at| rules.rows.get(usize::from(*at))) {
                    keep(&mut reasons.rows, row.row);
                }
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
pub(super) fn is_near(book: &Rulebook, rules: &Rules, worlds: &mut Worlds) -> bool {
    let one = Distance { fixed: 0, rows: 1 };
    rules.branches.iter().any(|branch| distance(book, rules, branch, worlds).0 == one)
}

/// More rows of one branch than these are not tried in every combination.
const TRIED: usize = 12;

/// The fewest rows of a branch, by their places among all, without which it would hold in some possible world.
fn distance(
    book: &Rulebook,
    rules: &Rules,
    branch: &BranchRule,
    worlds: &mut Worlds,
) -> (Distance, Vec<u16>) {
    let certain = |at: &&u16| rules.rows.get(usize::from(**at)).is_some_and(|row| !row.doubtful);
    let all: Vec<u16> = branch.rows.iter().filter(certain).copied().collect();
    // Where nothing hangs together, what fails in each variable by itself is the fewest.
    let mut best = failing(rules, &all, worlds);
    if worlds.holds_without(rules, branch, &best) || all.len() > TRIED {
        return (cost(book, rules, &best), best);
    }
    best.clone_from(&all);
    for set in 0..1_usize << all.len() {
        let dropped: Vec<u16> = all
            .iter()
            .enumerate()
            .filter(|(at, _)| set >> at & 1 == 1)
            .map(|(_, row)| *row)
            .collect();
        if cost(book, rules, &dropped) < cost(book, rules, &best)
            && worlds.holds_without(rules, branch, &dropped)
        {
            best = dropped;
        }
    }
    (cost(book, rules, &best), best)
}

fn cost(book: &Rulebook, rules: &Rules, dropped: &[u16]) -> Distance {
    let changeable = |at: &&u16| {
        let row = rules.rows.get(usize::from(**at));
        let variable = row.and_then(|row| rules.variables.get(usize::from(row.variable)));
        let fact = variable.and_then(|it| book.variables.get(usize::from(*it))).map(|it| it.fact);
        fact.and_then(|it| book.facts.get(usize::from(it))).is_some_and(|it| it.changeable)
    };
    let rows = dropped.len();
    Distance { fixed: rows - dropped.iter().filter(changeable).count(), rows }
}

/// The rows, of some, that fail in the possible class of their variable in which the fewest fail.
fn failing(rules: &Rules, all: &[u16], worlds: &Worlds) -> Vec<u16> {
    let mut found = Vec::new();
    for variable in 0..rules.variables.len() {
        let left = worlds.left(variable);
        let fails = |class: u64| {
            let row = |at: &u16| rules.rows.get(usize::from(*at));
            let fails = move |at: &u16| {
                row(at)
                    .is_some_and(|it| usize::from(it.variable) == variable && it.mask & class == 0)
            };
            all.iter().copied().filter(move |at| fails(at))
        };
        let classes = (0..64).map(bit).filter(|class| left & class != 0);
        if let Some(class) = classes.min_by_key(|class| fails(*class).count()) {
            found.extend(fails(class));
        }
    }
    found
}

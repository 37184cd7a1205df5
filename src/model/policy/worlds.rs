//! The worlds that the answers leave, as one policy sees them: in which of them it applies, and which facts matter.
//!
//! Every branch is a box of worlds. In the worlds of a *strict* box all its rows hold. A *loose* box leaves unverified
//! rows aside: in a world outside of all of those the policy cannot apply, whatever a check says.

use super::answer::bit;
use super::cover::{Boxes, Cover};
use super::rulebook::{BranchRule, RowRule, Rules};

/// Whether a policy applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// 符合: in every possible world.
    Yes,
    /// 不符合: in none.
    No,
    /// 未定.
    Open,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::Open];

    /// The word that editors write.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Yes => "符合",
            Self::No => "不符合",
            Self::Open => "未定",
        }
    }
}

/// What is certain about a policy or a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it applies.
    pub status: Status,
    /// Of a "yes": whether it rests on something that a person has to verify.
    pub verify: bool,
    /// Whether more steps, or a row that could be read, might have said more. What is said is right all the same.
    pub approximate: bool,
}

/// A share of one, as [`Worlds::share`] counts.
pub(super) const WHOLE: u64 = 1024;

/// The possible worlds of one policy after the other; what it allocates is used again.
#[derive(Default)]
pub(super) struct Worlds {
    possible: Vec<u64>,
    /// Behind its own boxes each of these has those that are impossible: whoever covers all worlds may use them.
    strict: Boxes,
    loose: Boxes,
    /// What is certain of no world that the answers leave.
    impossible: Boxes,
    /// Whether the answers leave no world at all: then every one counts as possible.
    contradicted: bool,
    /// How many loose boxes are branches.
    perhaps: usize,
    /// Of each strict box, its branch.
    branches: Vec<u16>,
    /// Whether the loose boxes are others than the strict ones.
    doubt: bool,
    steps: u32,
    cover: Cover,
    scratch: Vec<u64>,
}

impl Worlds {
    /// Worlds in which a question may cost so many steps.
    pub(super) fn new(steps: u32) -> Self {
        Self { steps, ..Self::default() }
    }

    /// Looks at a policy; `possible` are the classes of all variables of the rulebook.
    pub(super) fn enter(&mut self, rules: &Rules, possible: &[u64]) {
        let width = rules.variables.len();
        let own =
            rules.variables.iter().map(|it| possible.get(usize::from(*it)).copied().unwrap_or(1));
        self.possible.clear();
        self.possible.extend(own);
        self.cover.exhausted = false;
        self.rule_out(rules);
        self.strict.clear(width);
        self.loose.clear(width);
        self.branches.clear();
        self.perhaps = 0;
        self.doubt = rules.rows.iter().any(|row| row.doubtful);
        for (at, branch) in (0..).zip(&rules.branches) {
            if self.lay(rules, branch, true) {
                self.strict.push(&self.scratch);
                self.branches.push(at);
            }
            if self.doubt && self.lay(rules, branch, false) {
                self.loose.push(&self.scratch);
                self.perhaps += 1;
            }
        }
        for at in 0..self.impossible.len() {
            self.strict.push(self.impossible.get(at));
            if self.doubt {
                self.loose.push(self.impossible.get(at));
            }
        }
    }

    /// Takes up what is impossible, and leaves of each variable the classes that some world has.
    fn rule_out(&mut self, rules: &Rules) {
        self.contradicted = false;
        self.impossible.clear(rules.variables.len());
        for masks in &rules.impossible {
            self.scratch.clear();
            self.scratch.extend_from_slice(&self.possible);
            for (variable, mask) in masks {
                if let Some(place) = self.scratch.get_mut(usize::from(*variable)) {
                    *place &= mask;
                }
            }
            if self.scratch.iter().all(|mask| *mask != 0) {
                self.impossible.push(&self.scratch);
            }
        }
        self.scratch.clear();
        self.scratch.extend_from_slice(&self.possible);
        self.contradicted = self.is_ruled_out();
        // Where the steps do not suffice to tell, all count as possible: then what is said is right all the same.
        if self.contradicted || self.cover.exhausted {
            return self.impossible.clear(rules.variables.len());
        }
        for variable in 0..self.possible.len() {
            let left = self.left(variable);
            let is_free = |at| self.impossible.get(at).get(variable) == Some(&left);
            if (0..self.impossible.len()).all(is_free) {
                continue;
            }
            for class in (0..64).map(bit).filter(|class| left & class != 0) {
                if self.is_class_ruled_out(variable, class)
                    && let Some(mask) = self.possible.get_mut(variable)
                {
                    *mask &= !class;
                }
            }
        }
    }

    /// Whether the scratch holds no world that is possible.
    fn is_ruled_out(&mut self) -> bool {
        self.impossible.len() > 0
            && self.cover.covers(&self.impossible, &self.scratch, &|_| true, self.steps)
    }

    fn is_class_ruled_out(&mut self, variable: usize, class: u64) -> bool {
        self.narrow(variable, class);
        self.is_ruled_out()
    }

    /// Puts all possible worlds in which a variable has some classes into the scratch.
    fn narrow(&mut self, variable: usize, classes: u64) {
        self.scratch.clear();
        self.scratch.extend_from_slice(&self.possible);
        if let Some(mask) = self.scratch.get_mut(variable) {
            *mask = classes;
        }
    }

    /// Whether the answers contradict each other.
    pub(super) const fn is_contradicted(&self) -> bool {
        self.contradicted
    }

    /// Whether a branch without some of its rows, which are named by their places among all, holds in a possible world.
    pub(super) fn holds_without(
        &mut self,
        rules: &Rules,
        branch: &BranchRule,
        without: &[u16],
    ) -> bool {
        let kept = branch.rows.iter().filter(|at| !without.contains(at)).copied().collect();
        self.lay(rules, &BranchRule { rows: kept, verify: branch.verify }, false)
    }

    /// Lays the box of a branch into the scratch; whether there is a world in it.
    fn lay(&mut self, rules: &Rules, branch: &BranchRule, strict: bool) -> bool {
        self.scratch.clear();
        self.scratch.extend_from_slice(&self.possible);
        for row in rows(rules, branch).filter(|row| strict || !row.doubtful) {
            if let Some(mask) = self.scratch.get_mut(usize::from(row.variable)) {
                *mask &= row.mask;
            }
        }
        self.scratch.iter().all(|mask| *mask != 0) && !self.is_ruled_out()
    }

    /// The classes that the answers leave of a variable.
    pub(super) fn left(&self, variable: usize) -> u64 {
        self.possible.get(variable).copied().unwrap_or(1)
    }

    /// What is certain.
    pub(super) fn verdict(&mut self, rules: &Rules) -> Verdict {
        let verdict = |status, verify, approximate| Verdict { status, verify, approximate };
        if self.own(false) == 0 {
            return verdict(Status::No, false, false);
        }
        let all: Vec<u16> = (0..).take(rules.branches.len()).collect();
        if !self.is_covered_by(&all) {
            return verdict(Status::Open, false, self.cover.exhausted || rules.rough);
        }
        let certain = |it: &u16| rules.branches.get(usize::from(*it)).is_some_and(|it| !it.verify);
        let certain: Vec<u16> = all.into_iter().filter(certain).collect();
        let verify = !self.is_covered_by(&certain);
        verdict(Status::Yes, verify, self.cover.exhausted)
    }

    /// Whether each possible world lies in one of these branches.
    pub(super) fn is_covered_by(&mut self, branches: &[u16]) -> bool {
        let own = &self.branches;
        let counts = |at: usize| own.get(at).is_none_or(|branch| branches.contains(branch));
        self.cover.covers(&self.strict, &self.possible, &counts, self.steps)
    }

    /// The branches that hold in some possible world.
    pub(super) fn possible_branches(&self) -> &[u16] {
        &self.branches
    }

    /// The branches that hold in some possible world, if what is unverified turns out well.
    pub(super) fn perhaps(&mut self, rules: &Rules) -> Vec<u16> {
        let all = (0..).zip(&rules.branches);
        all.filter(|(_, branch)| self.lay(rules, branch, false)).map(|(at, _)| at).collect()
    }

    /// Whether two possible worlds that differ in a variable alone differ in what is certain.
    pub(super) fn depends_on(&mut self, variable: usize) -> bool {
        self.parts_at(variable, true, false)
            || (self.doubt && self.parts_at(variable, false, false))
    }

    /// The same, where what cannot be true together is let pass. Where values hang together so that none of them can
    /// change alone, these are the variables that still tell something.
    pub(super) fn would_depend_on(&mut self, variable: usize) -> bool {
        self.parts_at(variable, true, true) || (self.doubt && self.parts_at(variable, false, true))
    }

    /// Whether being in one of the boxes depends on a variable. It does not where each box, without what is impossible and
    /// stretched over all classes of the variable, stays inside of them all.
    fn parts_at(&mut self, variable: usize, strict: bool, free: bool) -> bool {
        let (left, own) = (self.left(variable), self.own(strict));
        let boxes = if strict || !self.doubt { &self.strict } else { &self.loose };
        let mut pieces = Boxes::default();
        for at in 0..own {
            let masks = boxes.get(at);
            if masks.get(variable) == Some(&left) {
                continue;
            }
            pieces.clear(masks.len());
            pieces.push(masks);
            if !free && !pieces.take_away(&self.impossible, self.steps) {
                self.cover.exhausted = true;
                return true;
            }
            for piece in 0..pieces.len() {
                self.scratch.clear();
                self.scratch.extend_from_slice(pieces.get(piece));
                if let Some(mask) = self.scratch.get_mut(variable) {
                    *mask = left;
                }
                let counts = |at: usize| !free || at < own;
                if !self.cover.covers(boxes, &self.scratch, &counts, self.steps) {
                    return true;
                }
            }
        }
        false
    }

    /// Whether the steps did not suffice for all that was asked since the policy was entered.
    pub(super) const fn is_exhausted(&self) -> bool {
        self.cover.exhausted
    }

    /// How likely an answer about a variable decides the policy, out of [`WHOLE`], where every value is as likely as
    /// every other.
    pub(super) fn share(&mut self, variable: usize, weights: &[u32]) -> u64 {
        let left = self.left(variable);
        let (mut decided, mut all) = (0, 0);
        for class in (0..64).filter(|class| left & bit(*class) != 0) {
            if self.is_class_ruled_out(variable, bit(class)) {
                continue;
            }
            let weight = u64::from(weights.get(class).copied().unwrap_or(1));
            all += weight;
            if self.is_decided_in(variable, bit(class)) {
                decided += weight;
            }
        }
        (decided * WHOLE).checked_div(all).unwrap_or_default()
    }

    /// Whether the policy is certain in one class of a variable.
    fn is_decided_in(&mut self, variable: usize, class: u64) -> bool {
        let is_no = (0..self.own(false)).all(|at| {
            let boxes = if self.doubt { &self.loose } else { &self.strict };
            self.scratch.clear();
            self.scratch.extend_from_slice(boxes.get(at));
            if let Some(mask) = self.scratch.get_mut(variable) {
                *mask &= class;
            }
            self.scratch.contains(&0) || self.is_ruled_out()
        });
        if is_no {
            return true;
        }
        self.narrow(variable, class);
        self.cover.covers(&self.strict, &self.scratch, &|_| true, self.steps)
    }

    /// How many boxes are branches; without doubt the loose ones are the strict ones.
    const fn own(&self, strict: bool) -> usize {
        if strict || !self.doubt { self.branches.len() } else { self.perhaps }
    }
}

/// The rows of a branch.
pub(super) fn rows<'a>(
    rules: &'a Rules,
    branch: &'a BranchRule,
) -> impl Iterator<Item = &'a RowRule> {
    branch.rows.iter().filter_map(|at| rules.rows.get(usize::from(*at)))
}

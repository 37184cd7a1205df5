//! What is certain about every policy, and which question says most next.

use super::answer::{Answer, Answers};
use super::rulebook::{PolicyRule, Rulebook, Rules};
use super::standing::Standing;
use super::why::is_near;
use super::worlds::{Status, Verdict, WHOLE, Worlds, rows};

/// What else is known beside the answers.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// The policies that the child receives already, by their places in the rulebook.
    pub received: &'a [u16],
    /// The number of today. A policy that is not in force is left out; without it all count as in force.
    pub today: Option<i32>,
    /// How many steps a single question may cost. Beyond them an answer may be "open" where it is certain.
    pub steps: u32,
}

impl Default for Given<'_> {
    fn default() -> Self {
        Self { received: &[], today: None, steps: 10_000 }
    }
}

/// What is known about all policies of one child.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evaluation {
    /// By the policy's place in the rulebook; none where it is received already or not in force.
    pub policies: Vec<Option<Outcome>>,
    /// By the group's place; none where one of its members is received already or not in force.
    pub groups: Vec<Option<Verdict>>,
    /// The fact to ask about next; none where everybody is known to be safe and nothing that may be asked can change a
    /// result.
    pub next: Option<u16>,
    /// Whether some answers cannot be true together. Then they count as if they could.
    pub contradictory: bool,
}

/// What is known about a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What is certain.
    pub verdict: Verdict,
    /// Of a "no": whether one row alone fails in some branch, and its fact can change.
    pub near: bool,
    /// The facts that can still change it: the unanswered ones first, and of them the most telling.
    pub relevant: Vec<u16>,
    /// Whether something that is received already excludes it.
    pub excluded: bool,
}

/// The five ways in which a result is told. None of them says that somebody is entitled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likelihood {
    /// 很可能符合.
    Likely,
    /// 可能符合，需要核实.
    ToVerify,
    /// 还差 n 个问题.
    Unanswered,
    /// 差一点.
    Near,
    /// 按目前回答不符合.
    Unlikely,
}

impl Likelihood {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] =
        [Self::Likely, Self::ToVerify, Self::Unanswered, Self::Near, Self::Unlikely];

    /// How it is told. Of the third, the number of questions is put in where it is shown.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Likely => "很可能符合",
            Self::ToVerify => "可能符合，需要核实",
            Self::Unanswered => "还差几个问题",
            Self::Near => "差一点",
            Self::Unlikely => "按目前回答不符合",
        }
    }
}

impl Outcome {
    /// How it is told. Where no answer can change it any more and it is not certain, only a check can.
    #[must_use]
    pub const fn likelihood(&self) -> Likelihood {
        match self.verdict.status {
            Status::Yes if !self.verdict.verify => Likelihood::Likely,
            Status::Yes => Likelihood::ToVerify,
            Status::Open if self.relevant.is_empty() => Likelihood::ToVerify,
            Status::Open => Likelihood::Unanswered,
            Status::No if self.near => Likelihood::Near,
            Status::No => Likelihood::Unlikely,
        }
    }
}

/// How much more a question counts for what may be theirs than for what is decided either way.
const PROMISE: u64 = 16;

/// What a question is worth: whether it is wanted early, how much it decides, for its cost, and how much it touches.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Worth {
    safety: bool,
    early: bool,
    decides: u64,
    touches: u64,
}

impl Rulebook {
    /// What the answers about one child say.
    #[must_use]
    pub fn evaluate(&self, answers: &Answers, given: &Given<'_>) -> Evaluation {
        let possible = answers.possible(self);
        let mut worlds = Worlds::new(given.steps);
        let mut worth = vec![Worth::default(); self.facts.len()];
        let mut policies = Vec::with_capacity(self.policies.len());
        let mut contradictory = false;
        for (at, rule) in (0..).zip(&self.policies) {
            policies.push(given.counts(at, rule).then(|| {
                worlds.enter(&rule.rules, &possible);
                contradictory |= worlds.is_contradicted();
                self.outcome(rule, answers, given, &mut worlds, &mut worth)
            }));
        }
        let groups = self.groups.iter().map(|group| {
            let is_there = |it: &u16| policies.get(usize::from(*it)).is_some_and(Option::is_some);
            group.members.iter().all(is_there).then(|| {
                worlds.enter(&group.rules, &possible);
                worlds.verdict(&group.rules)
            })
        });
        let groups = groups.collect();
        Evaluation { policies, groups, next: self.next(answers, &worth), contradictory }
    }

    fn outcome(
        &self,
        rule: &PolicyRule,
        answers: &Answers,
        given: &Given<'_>,
        worlds: &mut Worlds,
        worth: &mut [Worth],
    ) -> Outcome {
        let verdict = worlds.verdict(&rule.rules);
        let excluded = rule.exclusive.iter().any(|it| given.received.contains(it));
        let mut outcome = Outcome { verdict, near: false, relevant: Vec::new(), excluded };
        match verdict.status {
            Status::Yes => {}
            Status::No => outcome.near = is_near(self, &rule.rules, worlds),
            Status::Open => {
                let weight = u64::from(rule.weight);
                // What an unverified row already speaks against is asked about last: its answer helps few.
                let hopeful = rule.rules.branches.iter().any(|branch| {
                    rows(&rule.rules, branch)
                        .all(|row| worlds.left(usize::from(row.variable)) & row.mask != 0)
                });
                self.promise(&rule.rules, answers, worlds, weight, worth);
                for (fact, share) in self.relevant(&rule.rules, answers, worlds) {
                    outcome.relevant.push(fact);
                    if let (Some(share), Some(worth)) = (share, worth.get_mut(usize::from(fact))) {
                        worth.decides += if hopeful { share * weight } else { 0 };
                        worth.touches += weight;
                    }
                }
            }
        }
        outcome
    }

    /// How much each question promises: a branch that is likely to hold in the end makes all that it still needs worth
    /// asking, so that families hear of what may be theirs before all that is not.
    fn promise(
        &self,
        rules: &Rules,
        answers: &Answers,
        worlds: &Worlds,
        weight: u64,
        worth: &mut [Worth],
    ) {
        for branch in &rules.branches {
            let (mut chance, mut missing) = (WHOLE, Vec::new());
            for (at, place) in rules.variables.iter().enumerate() {
                let Some(variable) = self.variables.get(usize::from(*place)) else { continue };
                let left = worlds.left(at);
                let own = rows(rules, branch).filter(|row| usize::from(row.variable) == at);
                let holds = own.fold(left, |mask, row| mask & row.mask);
                if holds == left {
                    continue;
                }
                let asked = *answers.get(variable.fact) != Answer::Open;
                chance = if asked { 0 } else { variable.share(chance, holds, left) };
                missing.push(variable.fact);
            }
            let each = PROMISE * chance * weight;
            for fact in missing {
                if let Some(worth) = worth.get_mut(usize::from(fact)) {
                    worth.decides += each;
                }
            }
        }
    }

    /// The facts that can still change a policy, the most telling first, each with the share of its answers that decide
    /// it; those about which something has been said already come last, and without a share.
    fn relevant(
        &self,
        rules: &Rules,
        answers: &Answers,
        worlds: &mut Worlds,
    ) -> Vec<(u16, Option<u64>)> {
        let found = self.telling(rules, answers, worlds, Worlds::depends_on);
        if found.iter().any(|(_, share)| share.is_some()) && !worlds.is_exhausted() {
            return found;
        }
        let mut all = self.telling(rules, answers, worlds, Worlds::would_depend_on);
        for (fact, share) in found {
            if !all.iter().any(|(it, _)| *it == fact) {
                // A sort of the standard library would cost the bundle two kilobytes.
                let behind = all.iter().position(|(_, other)| *other < share);
                all.insert(behind.unwrap_or(all.len()), (fact, share));
            }
        }
        all
    }

    fn telling(
        &self,
        rules: &Rules,
        answers: &Answers,
        worlds: &mut Worlds,
        tells: fn(&mut Worlds, usize) -> bool,
    ) -> Vec<(u16, Option<u64>)> {
        let mut found: Vec<(u16, Option<u64>)> = Vec::new();
        for (at, place) in rules.variables.iter().enumerate() {
            let Some(variable) = self.variables.get(usize::from(*place)) else { continue };
            if !tells(worlds, at) {
                continue;
            }
            let unasked = *answers.get(variable.fact) == Answer::Open;
            let mut share = unasked.then(|| worlds.share(at, &variable.weights));
            // A fact of several variables tells at least as much as each of them.
            if let Some(known) = found.iter().position(|(fact, _)| *fact == variable.fact) {
                share = share.max(found.remove(known).1);
            }
            let behind = found.iter().position(|(_, other)| *other < share);
            found.insert(behind.unwrap_or(found.len()), (variable.fact, share));
        }
        found
    }

    /// The question that is worth most: what editors want early, then what decides most for what it costs, then what
    /// touches most. Whether a child is safe is asked before anything else, even where no policy depends on it.
    fn next(&self, answers: &Answers, worth: &[Worth]) -> Option<u16> {
        let mut best: Option<(Worth, u16)> = None;
        for ((at, fact), worth) in (0..).zip(&self.facts).zip(worth) {
            let unsafe_yet = fact.safety && *answers.get(at) == Answer::Open;
            if worth.touches == 0 && !unsafe_yet {
                continue;
            }
            let decides = worth.decides / (1 + u64::from(fact.sensitivity));
            let worth = Worth { safety: fact.safety, early: fact.early, decides, ..*worth };
            if best.is_none_or(|(most, _)| most < worth) {
                best = Some((worth, at));
            }
        }
        best.map(|(_, fact)| fact)
    }
}

impl Given<'_> {
    /// Whether a policy is in force, and not received already.
    fn counts(&self, place: u16, rule: &PolicyRule) -> bool {
        rule.standing(self.today) == Standing::InForce && !self.received.contains(&place)
    }
}

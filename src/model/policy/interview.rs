//! The questions put to a family, one at a time: what is asked next, what has been answered, and where one stands.

use super::answer::{Answer, Answers};
use super::evaluate::{Evaluation, Given};
use super::family::Family;
use super::region::Region;
use super::rulebook::Rulebook;
use super::standing::Standing;
use super::why::Reasons;

/// The mask of 否, the second of the two choices of a 是否.
const NO: u64 = 2;

/// Where the interview stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// This fact is asked.
    Ask(u16),
    /// The child is not safe: help comes first.
    Help,
    /// All that can be asked has been asked: the answers are looked over.
    Check,
    /// The results are shown.
    Results,
}

/// What is kept of a child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The answers as numbers.
    pub answers: Vec<u64>,
    /// The policies that it receives already, by their places in the rulebook.
    pub received: Vec<u16>,
}

/// An interview about the children of a family.
#[derive(Clone, Debug)]
pub struct Interview {
    book: Rulebook,
    family: Family,
    /// For each child, the facts in the order in which they were asked.
    asked: Vec<Vec<u16>>,
    /// For each child, the policies that it receives already, by their places in the rulebook.
    received: Vec<Vec<u16>>,
    child: usize,
    step: Step,
    today: Option<i32>,
}

impl Interview {
    /// Begins with one child of whom nothing is known. `today` is the number of the day.
    #[must_use]
    pub fn new(book: Rulebook, today: Option<i32>) -> Self {
        let mut interview = Self {
            book,
            family: Family::default(),
            asked: Vec::new(),
            received: Vec::new(),
            child: 0,
            step: Step::Check,
            today,
        };
        interview.add();
        interview
    }

    /// Where it stands.
    #[must_use]
    pub const fn step(&self) -> Step {
        self.step
    }

    /// The rules.
    #[must_use]
    pub const fn book(&self) -> &Rulebook {
        &self.book
    }

    /// How many children there are, and which one is spoken of.
    #[must_use]
    pub fn children(&self) -> (usize, usize) {
        (self.family.children().len(), self.child)
    }

    /// What is known of the child that is spoken of.
    #[must_use]
    pub fn answers(&self) -> Answers {
        self.family.children().get(self.child).cloned().unwrap_or_default()
    }

    /// The facts about which the child that is spoken of has been asked, in that order.
    #[must_use]
    pub fn asked(&self) -> &[u16] {
        self.asked.get(self.child).map(Vec::as_slice).unwrap_or_default()
    }

    /// The policies that the child that is spoken of receives already.
    #[must_use]
    pub fn received(&self) -> &[u16] {
        self.received.get(self.child).map(Vec::as_slice).unwrap_or_default()
    }

    fn given(&self) -> Given<'_> {
        Given { received: self.received(), today: self.today, ..Given::default() }
    }

    /// What is certain about the child that is spoken of.
    #[must_use]
    pub fn evaluation(&self) -> Evaluation {
        self.book.evaluate(&self.answers(), &self.given())
    }

    /// Why a policy, by its place in the rulebook, is what [`Self::evaluation`] says.
    #[must_use]
    pub fn reasons(&self, policy: u16) -> Reasons {
        self.book.reasons(policy, &self.answers(), &self.given())
    }

    /// Whether a policy, by its place in the rulebook, is in force today.
    #[must_use]
    pub fn standing(&self, policy: u16) -> Standing {
        let rule = self.book.policies.get(usize::from(policy));
        rule.map_or(Standing::InForce, |rule| rule.standing(self.today))
    }

    /// The policies, by their places in the rulebook, in the order in which results are read: what counts more comes
    /// first, and of equals what is made for fewer.
    #[must_use]
    pub fn order(&self) -> Vec<u16> {
        let mut order: Vec<u16> = Vec::new();
        let rank = |at: u16| {
            let rule = self.book.policies.get(usize::from(at));
            rule.map(|rule| (rule.weight, rule.rules.rows.len()))
        };
        for at in (0..).take(self.book.policies.len()) {
            let behind = order.iter().position(|other| rank(*other) < rank(at));
            order.insert(behind.unwrap_or(order.len()), at);
        }
        order
    }

    /// Answers the fact that is asked, and goes on.
    pub fn answer(&mut self, answer: &Answer) {
        let Step::Ask(fact) = self.step else { return };
        self.family.answer(&self.book, self.child, fact, answer);
        if let Some(asked) = self.asked.get_mut(self.child)
            && !asked.contains(&fact)
        {
            asked.push(fact);
        }
        let safety = self.book.facts.get(usize::from(fact)).is_some_and(|rule| rule.safety);
        if safety && *answer == Answer::Choices(NO) {
            self.step = Step::Help;
        } else {
            self.go_on();
        }
    }

    /// Goes to the next question; to the answers where there is none.
    pub fn go_on(&mut self) {
        let answers = self.answers();
        // Whether a child is safe is asked before anything else, though no policy may hang on it.
        let safety = (0..)
            .zip(&self.book.facts)
            .find(|(fact, rule)| rule.safety && *answers.get(*fact) == Answer::Open);
        let next = safety.map(|(fact, _)| fact).or_else(|| self.evaluation().next);
        self.step = next.map_or(Step::Check, Step::Ask);
    }

    /// Goes one question back; stays where there is none before.
    pub fn back(&mut self) {
        let asked = self.asked();
        let at = match self.step {
            Step::Ask(fact) => asked.iter().position(|it| *it == fact).unwrap_or(asked.len()),
            _ => asked.len(),
        };
        if let Some(before) = at.checked_sub(1).and_then(|at| asked.get(at)) {
            self.step = Step::Ask(*before);
        }
    }

    /// Goes to a question; no other answer is lost.
    pub const fn ask(&mut self, fact: u16) {
        self.step = Step::Ask(fact);
    }

    /// Goes to the answers.
    pub const fn check(&mut self) {
        self.step = Step::Check;
    }

    /// Goes to the results as far as they are known.
    pub const fn results(&mut self) {
        self.step = Step::Results;
    }

    /// Adds a child, of whom is known what is known of the family, and asks about it.
    pub fn add(&mut self) {
        self.family.add(&self.book);
        self.asked.push(Vec::new());
        self.received.push(Vec::new());
        self.child = self.family.children().len() - 1;
        self.go_on();
    }

    /// Speaks of another child.
    pub fn choose(&mut self, child: usize) {
        if child < self.family.children().len() {
            self.child = child;
        }
    }

    /// Takes out the child that is spoken of; the last one stays.
    pub fn remove(&mut self) {
        if self.family.children().len() > 1 {
            self.family.remove(self.child);
            self.asked.remove(self.child);
            self.received.remove(self.child);
            self.child = 0;
        }
    }

    /// Says whether the child receives a policy already.
    pub fn receive(&mut self, policy: u16, received: bool) {
        if let Some(all) = self.received.get_mut(self.child) {
            all.retain(|it| *it != policy);
            if received {
                all.push(policy);
            }
        }
    }

    /// What is known of each child, for those who want to keep it.
    #[must_use]
    pub fn kept(&self) -> Vec<Kept> {
        let children = self.family.children().iter().cloned().map(Vec::from);
        let kept = children.zip(&self.received);
        kept.map(|(answers, received)| Kept { answers, received: received.clone() }).collect()
    }

    /// Takes up what was kept; what does not fit the rules is left out.
    pub fn restore(&mut self, kept: Vec<Kept>) {
        let read = |kept: Kept| Some((Answers::try_from(kept.answers).ok()?, kept.received));
        let children: Vec<(Answers, Vec<u16>)> = kept.into_iter().filter_map(read).collect();
        if children.is_empty() {
            return;
        }
        *self = Self::new(self.book.clone(), self.today);
        for (at, (answers, received)) in children.iter().enumerate() {
            if at > 0 {
                self.add();
            }
            for policy in received {
                self.receive(*policy, usize::from(*policy) < self.book.policies.len());
            }
            for fact in (0..).take(self.book.facts.len()) {
                let answer = answers.get(fact);
                if *answer != Answer::Open {
                    self.step = Step::Ask(fact);
                    self.answer(answer);
                }
            }
        }
        self.child = 0;
        self.step = if self.is_unsafe() { Step::Help } else { Step::Check };
    }

    /// Whether it has been said that the child is not safe.
    #[must_use]
    pub fn is_unsafe(&self) -> bool {
        self.says_of_safety(&Answer::Choices(NO))
    }

    /// Whether nobody knows if the child is safe: then numbers to call stand beside every question and result.
    #[must_use]
    pub fn is_unsure(&self) -> bool {
        self.says_of_safety(&Answer::Unknown)
    }

    fn says_of_safety(&self, answer: &Answer) -> bool {
        let answers = self.answers();
        let facts = (0..).zip(&self.book.facts);
        facts.into_iter().any(|(fact, rule)| rule.safety && answers.get(fact) == answer)
    }

    /// Whether a policy is for people of other areas than all that have been answered.
    #[must_use]
    pub fn is_elsewhere(&self, policy: u16) -> bool {
        let Some(rule) = self.book.policies.get(usize::from(policy)) else { return false };
        let answers = self.answers();
        let mut known = answers.0.iter().filter_map(|answer| match answer {
            Answer::Regions(regions) => Some(regions),
            _ => None,
        });
        let meets = |one: &Region| rule.areas.iter().any(|it| it.holds(*one) || one.holds(*it));
        let is_told = known.clone().next().is_some();
        !rule.areas.is_empty() && is_told && !known.any(|regions| regions.iter().any(meets))
    }
}

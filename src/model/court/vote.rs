//! How a question is decided: by one person, or by a vote with a rule for ties.
//!
//! A tie is voted on once more among those that are level. If they are level again, the presiding judge chooses among
//! them.

use serde::{Deserialize, Serialize};

/// How a question is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// One person chooses.
    One,
    /// The answer with the most votes.
    Most,
    /// The answer with more than half of the votes (民事诉讼法 45, 人民陪审员法 23).
    Majority,
}

/// The votes of one question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ballot {
    /// The votes of each answer.
    pub(super) counts: Vec<u16>,
    /// The answers that are voted on: a bit for each.
    pub(super) among: u16,
    /// Whether this is the second vote.
    pub(super) again: bool,
}

/// What a vote has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nobody has voted.
    Open,
    /// This answer.
    Decided(u8),
    /// These answers, a bit for each, are to be voted on once more.
    Again(u16),
    /// The presiding judge chooses among these answers, a bit for each.
    Presiding(u16),
}

impl Ballot {
    /// How many answers a question may have: the operator has nine digits.
    pub const MOST: usize = 9;

    /// How many votes an answer may have.
    pub(super) const MOST_VOTES: u16 = 99;

    /// A vote on so many answers.
    #[must_use]
    pub fn new(answers: usize) -> Self {
        let answers = answers.min(Self::MOST);
        Self { counts: vec![0; answers], among: (1 << answers) - 1, again: false }
    }

    /// The votes of each answer.
    #[must_use]
    pub fn counts(&self) -> &[u16] {
        &self.counts
    }

    /// Whether an answer is voted on.
    #[must_use]
    pub fn has(&self, answer: u8) -> bool {
        usize::from(answer) < self.counts.len() && self.among >> answer & 1 == 1
    }

    /// Whether this is the second vote.
    #[must_use]
    pub const fn is_again(&self) -> bool {
        self.again
    }

    /// Counts a vote, or takes one back.
    pub fn count(&mut self, answer: u8, up: bool) {
        if !self.has(answer) {
            return;
        }
        if let Some(count) = self.counts.get_mut(usize::from(answer)) {
            let changed = if up { *count + 1 } else { count.saturating_sub(1) };
            *count = changed.min(Self::MOST_VOTES);
        }
    }

    /// What the vote has come to.
    #[must_use]
    pub fn outcome(&self, rule: Rule) -> Outcome {
        let total: u16 = self.counts.iter().sum();
        let most = self.counts.iter().copied().max().unwrap_or_default();
        if total == 0 {
            return Outcome::Open;
        }
        let level = (0_u8..).zip(&self.counts).filter(|(_, count)| **count == most);
        let mut ahead = 0_u16;
        let mut first = 0;
        for (answer, _) in level {
            if ahead == 0 {
                first = answer;
            }
            ahead |= 1 << answer;
        }
        let enough = rule != Rule::Majority || u32::from(most) * 2 > u32::from(total);
        if ahead.is_power_of_two() && enough {
            return Outcome::Decided(first);
        }
        // One that leads without a majority has to win against the others that got a vote.
        if ahead.is_power_of_two() {
            let voted = (0_u8..).zip(&self.counts).filter(|(_, count)| **count > 0);
            ahead = voted.fold(0, |bits, (answer, _)| bits | 1 << answer);
        }
        if self.again { Outcome::Presiding(ahead) } else { Outcome::Again(ahead) }
    }

    /// The second vote, among some answers.
    #[must_use]
    pub fn anew(&self, among: u16) -> Self {
        Self { counts: vec![0; self.counts.len()], among: among & self.among, again: true }
    }
}

//! Example families: what is known of a child, and what is expected to come out.

use super::answer::{Answer, Answers};
use super::fact::{Fact, Owner};
use super::worlds::Status;

/// A row of `policies/examples.csv`.
#[derive(Clone, Debug)]
pub struct Example {
    /// What messages call it.
    pub id: String,
    /// The family. Its children share what is the family's.
    pub family: String,
    /// Which child.
    pub child: String,
    /// What is known: facts and answers, as they are written.
    pub answers: Vec<(String, String)>,
    /// What is expected: policies and their status.
    pub expected: Vec<(String, Status)>,
}

impl Example {
    /// The answers about the child: its own, and what its siblings say of the family. What is not understood is left
    /// out; it is reported where it is read.
    #[must_use]
    pub fn answers(&self, facts: &[Fact], examples: &[Self]) -> Answers {
        let mut answers = Answers::default();
        let siblings = examples.iter().filter(|it| it.family == self.family && it.id != self.id);
        for (whose, is_own) in siblings.map(|it| (it, false)).chain([(self, true)]) {
            for (id, words) in &whose.answers {
                let Some((at, fact)) = (0..).zip(facts).find(|(_, fact)| fact.id == *id) else {
                    continue;
                };
                if (is_own || fact.owner == Owner::Family)
                    && let Ok(answer) = Answer::read(&fact.kind, words)
                {
                    answers.set(at, answer);
                }
            }
        }
        answers
    }
}

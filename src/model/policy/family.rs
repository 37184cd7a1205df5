//! A family: the children, each with answers of its own. What is asked about the family is asked once.

use super::answer::{Answer, Answers};
use super::rulebook::Rulebook;

/// The answers about the children of a family.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Family {
    children: Vec<Answers>,
}

impl Family {
    /// The children.
    #[must_use]
    pub fn children(&self) -> &[Answers] {
        &self.children
    }

    /// Adds a child, about whom is known what is known of the family.
    pub fn add(&mut self, rulebook: &Rulebook) {
        let mut child = Answers::default();
        if let Some(first) = self.children.first() {
            for (fact, rule) in (0..).zip(&rulebook.facts) {
                if rule.shared {
                    child.set(fact, first.get(fact).clone());
                }
            }
        }
        self.children.push(child);
    }

    /// Takes a child out.
    pub fn remove(&mut self, child: usize) {
        if child < self.children.len() {
            self.children.remove(child);
        }
    }

    /// Answers about a child; about all of them, where the fact is the family's.
    pub fn answer(&mut self, rulebook: &Rulebook, child: usize, fact: u16, answer: &Answer) {
        let shared = rulebook.facts.get(usize::from(fact)).is_some_and(|rule| rule.shared);
        for (at, answers) in self.children.iter_mut().enumerate() {
            if shared || at == child {
                answers.set(fact, answer.clone());
            }
        }
    }
}

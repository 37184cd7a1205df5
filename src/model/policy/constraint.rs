//! What cannot be true together: a child below a certain age who has left school. Worlds in which it is are left out, so
//! that those who know little are told more, and nobody is asked what follows from an answer.

use super::Policy;
use super::answer::Answers;
use super::condition::Row;
use super::fact::Fact;
use super::rulebook::Rulebook;
use super::worlds::Worlds;

/// Some rows of `constraints.csv` with one id.
#[derive(Clone, Debug)]
pub struct Constraint {
    /// What messages call it.
    pub id: String,
    /// Rows that never hold together. They have no branch and say nothing to readers.
    pub rows: Vec<Row>,
}

impl Constraint {
    fn names(&self, fact: &str) -> bool {
        self.rows.iter().any(|row| row.fact == fact)
    }

    /// The constraints that can matter for some policies: those about their facts, and those about facts of these.
    pub(super) fn of<'a>(constraints: &'a [Self], policies: &[&Policy]) -> Vec<&'a Self> {
        let own = policies.iter().flat_map(|policy| &policy.rows);
        let mut facts: Vec<&str> = own.map(|row| row.fact.as_str()).collect();
        let mut left: Vec<&Self> = constraints.iter().collect();
        let mut found = Vec::new();
        loop {
            let touches = |it: &&Self| facts.iter().any(|fact| it.names(fact));
            let (near, others): (Vec<_>, Vec<_>) = left.into_iter().partition(touches);
            if near.is_empty() {
                return found;
            }
            facts.extend(near.iter().flat_map(|it| &it.rows).map(|row| row.fact.as_str()));
            found.extend(near);
            left = others;
        }
    }

    /// The facts, by their places, of which constraints leave some value to nobody. Such constraints say too much.
    #[must_use]
    pub fn dead(facts: &[Fact], constraints: &[Self]) -> Vec<u16> {
        let mut book = Rulebook::default();
        let all: Vec<&Self> = constraints.iter().collect();
        let rules = book.compile(facts, &[], &all);
        let possible = Answers::default().possible(&book);
        let mut worlds = Worlds::new(100_000);
        worlds.enter(&rules, &possible);
        let mut dead = Vec::new();
        for (at, place) in rules.variables.iter().enumerate() {
            let Some(variable) = book.variables.get(usize::from(*place)) else { continue };
            let is_dead = variable.classes.all() & !worlds.left(at) != 0;
            if worlds.is_contradicted() || is_dead {
                dead.push(variable.fact);
            }
        }
        dead
    }
}

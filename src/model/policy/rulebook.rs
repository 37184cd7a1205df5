//! The rulebook: facts and conditions as numbers and masks, without words. It is all that the browser gets; facts,
//! policies and rows are named by their places, and the words stay on the page.

use serde::{Deserialize, Serialize};

use super::classes::Classes;
use super::region::Region;

/// The rules of all policies that conditions decide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Vec<u64>", try_from = "Vec<u64>")]
pub struct Rulebook {
    /// The facts, in the order of the table.
    pub facts: Vec<FactRule>,
    /// The variables, each a fact as some policies see it.
    pub variables: Vec<Variable>,
    /// The policies that have conditions, in the order of the portal's policies.
    pub policies: Vec<PolicyRule>,
    /// The unions that are decided together.
    pub groups: Vec<GroupRule>,
}

impl Rulebook {
    /// A number that other rules would hardly have: answers mean something only under the rules they were given for.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        // FNV-1a over the numbers.
        Vec::from(self.clone()).into_iter().fold(0xcbf2_9ce4_8422_2325, |hash: u64, number: u64| {
            (hash ^ number).wrapping_mul(0x0100_0000_01b3)
        })
    }
}

/// What the engine has to know of a fact.
#[expect(clippy::struct_excessive_bools, reason = "each is a column of facts.csv")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactRule {
    /// Whether it may be put to anybody as something that could change.
    pub changeable: bool,
    /// Whether it decides protection.
    pub safety: bool,
    /// Whether it is asked before what decides more.
    pub early: bool,
    /// Whether the children of a family share it.
    pub shared: bool,
    /// How much it costs to be asked.
    pub sensitivity: u8,
}

/// A fact cut into the classes that a policy tells apart. Policies that cut it alike share the variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// The fact.
    pub fact: u16,
    /// Its classes.
    pub classes: Classes,
    /// How many values each class has; nothing where all count alike.
    pub weights: Vec<u32>,
}

impl Variable {
    /// The part of a whole that some classes are of all those that are left.
    pub(super) fn share(&self, whole: u64, some: u64, left: u64) -> u64 {
        let count = |mask: u64| -> u64 {
            let classes = (0..64).filter(|class| mask >> class & 1 == 1);
            classes.map(|class| u64::from(self.weights.get(class).copied().unwrap_or(1))).sum()
        };
        (whole * count(some)).checked_div(count(left)).unwrap_or_default()
    }
}

/// A policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyRule {
    /// Its place among the portal's policies.
    pub policy: u16,
    /// Its conditions.
    pub rules: Rules,
    /// How much it counts: 3 for safety, 2 for money, 1 for a service.
    pub weight: u8,
    /// The number of the first day on which it is in force, where that is known.
    pub from: Option<i32>,
    /// The number of the last day.
    pub until: Option<i32>,
    /// The areas in which it holds; none where it holds everywhere.
    pub areas: Vec<Region>,
    /// The policies, by their places in this book, that nobody receives beside it.
    pub exclusive: Vec<u16>,
}

/// Policies of which it can be certain that one applies, before it is known which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRule {
    /// Its members, by their places in this book.
    pub members: Vec<u16>,
    /// The branches of all of them.
    pub rules: Rules,
}

/// Conditions: one branch has to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// The variables that rows are about, by their places in the book.
    pub variables: Vec<u16>,
    /// The rows.
    pub rows: Vec<RowRule>,
    /// The branches.
    pub branches: Vec<BranchRule>,
    /// Boxes of worlds that are none: variables, by their places in [`Rules::variables`], each with some classes.
    pub impossible: Vec<Vec<(u16, u64)>>,
    /// Whether some row could not be put into numbers, so that it stays in doubt.
    pub rough: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowRule {
    /// Its place in the policy's table.
    pub row: u16,
    /// Its place in [`Rules::variables`].
    pub variable: u16,
    /// The classes in which it holds.
    pub mask: u64,
    /// Whether it is unverified: it may not decide a "no".
    pub doubtful: bool,
}

/// A branch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BranchRule {
    /// All rows that have to hold, the common ones among them, by their places in [`Rules::rows`].
    pub rows: Vec<u16>,
    /// Whether a person has to verify something where it holds.
    pub verify: bool,
}

//! From facts and policies to the rulebook. What cannot be put into numbers is reported where it is read; here it stays
//! in doubt, so that it never decides anything.

use super::classes::{Classes, set};
use super::condition::{Row, Test, test};
use super::constraint::Constraint;
use super::fact::{Fact, Owner};
use super::region::Region;
use super::rulebook::{
    BranchRule, FactRule, GroupRule, PolicyRule, RowRule, Rulebook, Rules, Variable,
};
use super::{Policy, PolicyKind};
use crate::model::{Portal, day_number};

/// More facts, policies or rows than places can be counted in 16 bits are no content.
const MOST: usize = 60_000;

/// A row with its fact and what it asks of it, as far as that is understood.
struct Resolved<'a> {
    row: &'a Row,
    /// Its place in its policy's table.
    at: u16,
    /// Its policy's place among those that are compiled together.
    member: usize,
    test: Option<(u16, Test)>,
}

impl Rulebook {
    /// The rulebook of a portal.
    #[must_use]
    pub fn of(portal: &Portal) -> Self {
        Self::with(&portal.facts, &portal.policies, &portal.constraints)
    }

    /// Compiles the conditions of all policies that have some, where every world is possible.
    #[must_use]
    pub fn new(facts: &[Fact], policies: &[Policy]) -> Self {
        Self::with(facts, policies, &[])
    }

    /// Compiles the conditions of all policies that have some.
    #[must_use]
    pub fn with(facts: &[Fact], policies: &[Policy], constraints: &[Constraint]) -> Self {
        let facts = facts.get(..MOST).unwrap_or(facts);
        let policies = policies.get(..MOST).unwrap_or(policies);
        let mut book = Self { facts: facts.iter().map(fact_rule).collect(), ..Self::default() };
        let decided: Vec<(u16, &Policy)> =
            (0..).zip(policies).filter(|(_, policy)| policy.is_decided()).collect();
        let place = |id: &String| decided.iter().position(|(_, it)| it.id == *id);
        for (at, policy) in &decided {
            let exclusive = decided.iter().enumerate().filter(|(_, (_, other))| {
                other.exclusive.contains(&policy.id) || policy.exclusive.contains(&other.id)
            });
            let exclusive = exclusive.map(|(place, _)| number(place)).collect();
            let rules = book.rules(facts, &[policy], constraints);
            book.policies.push(PolicyRule {
                policy: *at,
                rules,
                weight: policy.urgency,
                from: policy.from.map(day_number),
                until: policy.until.map(day_number),
                areas: policy.areas.iter().filter_map(|code| Region::parse(code)).collect(),
                exclusive,
            });
        }
        let mut named: Vec<&String> = Vec::new();
        for (_, policy) in &decided {
            let Some(group) = &policy.group else { continue };
            if named.contains(&group) {
                continue;
            }
            named.push(group);
            let members: Vec<&Policy> = decided
                .iter()
                .map(|(_, it)| *it)
                .filter(|it| it.group.as_ref() == Some(group))
                .collect();
            let rules = book.rules(facts, &members, constraints);
            let members = members.iter().filter_map(|it| place(&it.id)).map(number).collect();
            book.groups.push(GroupRule { members, rules });
        }
        book
    }

    /// The rules of the union of some policies, with variables that suit them all.
    pub(super) fn rules(
        &mut self,
        facts: &[Fact],
        members: &[&Policy],
        constraints: &[Constraint],
    ) -> Rules {
        let constraints = Constraint::of(constraints, members);
        let rules = self.compile(facts, members, &constraints);
        if constraints.is_empty() || !rules.rough {
            return rules;
        }
        // Constraints that part a fact into too many classes are left out: then more worlds count as possible.
        Rules { rough: true, ..self.compile(facts, members, &[]) }
    }

    pub(super) fn compile(
        &mut self,
        facts: &[Fact],
        members: &[&Policy],
        constraints: &[&Constraint],
    ) -> Rules {
        let tables = members.iter().map(|it| it.rows.as_slice());
        let tables = tables.chain(constraints.iter().map(|it| it.rows.as_slice()));
        let rows: Vec<Resolved<'_>> = tables
            .enumerate()
            .flat_map(|(member, rows)| {
                (0..).zip(rows.iter().take(MOST)).map(move |(at, row)| Resolved {
                    row,
                    at,
                    member,
                    test: resolve(facts, row),
                })
            })
            .collect();
        let mut rules = Rules::default();
        let masks = self.masks(facts, &rows, &mut rules.variables);
        let mut impossible = vec![Some(Vec::new()); constraints.len()];
        for (row, mask) in rows.iter().zip(masks) {
            let unknown = mask.is_none();
            if let Some(at) = row.member.checked_sub(members.len()) {
                // What cannot be read is reported where it stands, and its constraint is none.
                rules.rough |= unknown && row.test.is_some();
                if let Some(place) = impossible.get_mut(at) {
                    *place = place.take().zip(mask).map(|(masks, mask)| joined(masks, mask));
                }
                continue;
            }
            let (variable, mask) = mask.unwrap_or_else(|| {
                // A row that holds in no world for certain, and in every one perhaps.
                rules.variables.push(self.void());
                (number(rules.variables.len() - 1), 0)
            });
            rules.rough |= unknown;
            let doubtful = row.row.unverified || unknown;
            rules.rows.push(RowRule { row: row.at, variable, mask, doubtful });
        }
        rules.impossible = impossible.into_iter().flatten().collect();
        for (member, policy) in members.iter().enumerate() {
            rules.branches.extend(branches(member, policy, &rows, &rules.rows));
        }
        rules
    }

    /// For each row, its place among the variables and the classes in which it holds; none where it stays in doubt.
    fn masks(
        &mut self,
        facts: &[Fact],
        rows: &[Resolved<'_>],
        variables: &mut Vec<u16>,
    ) -> Vec<Option<(u16, u64)>> {
        let mut masks = vec![None; rows.len()];
        for (at, fact) in (0..).zip(facts) {
            let of_fact: Vec<(usize, &Test)> = rows
                .iter()
                .enumerate()
                .filter_map(|(place, row)| Some((place, row.test.as_ref()?)))
                .filter(|(_, (fact, _))| *fact == at)
                .map(|(place, (_, test))| (place, test))
                .collect();
            for part in parts(of_fact) {
                let tests: Vec<&Test> = part.iter().map(|(_, test)| *test).collect();
                // A part of more than 64 classes stays in doubt.
                let Some(classes) = Classes::of(&fact.kind, &tests) else { continue };
                let place = number(variables.len());
                for (row, test) in part {
                    if let Some(mask) = masks.get_mut(row) {
                        *mask = Some((place, classes.passing(&fact.kind, test)));
                    }
                }
                let weights = classes.weights(&fact.kind);
                variables.push(self.intern(Variable { fact: at, classes, weights }));
            }
        }
        masks
    }

    /// The variable with one class, whatever is answered.
    fn void(&mut self) -> u16 {
        let classes = Classes::Starts(Vec::new());
        self.intern(Variable { fact: u16::MAX, classes, weights: Vec::new() })
    }

    /// The place of a variable, which is added where it is new.
    fn intern(&mut self, variable: Variable) -> u16 {
        let known = self.variables.iter().position(|it| *it == variable);
        number(known.unwrap_or_else(|| {
            self.variables.push(variable);
            self.variables.len() - 1
        }))
    }
}

impl Policy {
    /// Whether answers can decide it.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        self.kind == PolicyKind::Benefit && !self.rows.is_empty()
    }

    /// The letters of its branches, in the order of the table; none where all rows are common.
    #[must_use]
    pub fn branches(&self) -> Vec<char> {
        let mut letters = Vec::new();
        for letter in self.rows.iter().filter_map(|row| row.branch) {
            if !letters.contains(&letter) {
                letters.push(letter);
            }
        }
        letters
    }
}

/// The masks of a box, with one more.
fn joined(mut masks: Vec<(u16, u64)>, (variable, mask): (u16, u64)) -> Vec<(u16, u64)> {
    match masks.iter_mut().find(|(it, _)| *it == variable) {
        Some((_, known)) => *known &= mask,
        None => masks.push((variable, mask)),
    }
    masks
}

fn fact_rule(fact: &Fact) -> FactRule {
    FactRule {
        changeable: fact.changeable,
        safety: fact.safety,
        early: fact.early,
        shared: fact.owner == Owner::Family,
        sensitivity: fact.sensitivity,
    }
}

fn resolve(facts: &[Fact], row: &Row) -> Option<(u16, Test)> {
    let (at, fact) = (0..).zip(facts).find(|(_, fact)| fact.id == row.fact)?;
    Some((at, test(&fact.kind, row.relation, &row.values).ok()?))
}

/// The branches of a policy, each with the places of its rows.
fn branches(
    member: usize,
    policy: &Policy,
    rows: &[Resolved<'_>],
    rules: &[RowRule],
) -> Vec<BranchRule> {
    let mut letters: Vec<Option<char>> = policy.branches().into_iter().map(Some).collect();
    if letters.is_empty() {
        letters.push(None);
    }
    letters
        .into_iter()
        .map(|letter| {
            let own = |(_, row): &(usize, &Resolved<'_>)| {
                row.member == member && (row.row.branch.is_none() || row.row.branch == letter)
            };
            let places: Vec<usize> =
                rows.iter().enumerate().filter(own).map(|(place, _)| place).collect();
            let doubtful = |place: &usize| rules.get(*place).is_some_and(|row| row.doubtful);
            let verify = !policy.verify.is_empty() || places.iter().any(doubtful);
            BranchRule { rows: places.into_iter().map(number).collect(), verify }
        })
        .collect()
}

/// The rows about a fact, parted so that each part is a variable of its own. Only a 多选 for which rows ask many sets of
/// choices is parted: sets that share no choice know nothing of each other.
fn parts(of_fact: Vec<(usize, &Test)>) -> Vec<Vec<(usize, &Test)>> {
    let mut sets: Vec<u64> = of_fact.iter().filter_map(|(_, test)| set(test)).collect();
    sets.sort_unstable();
    sets.dedup();
    if of_fact.is_empty() {
        return Vec::new();
    }
    if sets.len() <= Classes::SETS {
        return vec![of_fact];
    }
    let mut parts: Vec<(u64, Vec<(usize, &Test)>)> = Vec::new();
    for row in of_fact {
        let mut joined = (set(row.1).unwrap_or_default(), vec![row]);
        let (touched, others): (Vec<_>, Vec<_>) =
            parts.into_iter().partition(|(union, _)| union & joined.0 != 0);
        for (union, rows) in touched {
            joined.0 |= union;
            joined.1.extend(rows);
        }
        parts = others;
        parts.push(joined);
    }
    parts.into_iter().map(|(_, rows)| rows).collect()
}

/// A place as the rulebook writes it.
fn number(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

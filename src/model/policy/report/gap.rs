//! Gaps: hardship for which there is nothing.

use super::{Finding, FindingKind, finding};
use crate::model::Portal;
use crate::model::policy::{
    Answer, Answers, Category, Fact, FactKind, Given, Policy, Relation, Row, Rulebook, Status,
};

/// Example families for whom nothing applies, and nothing may.
pub(super) fn families(portal: &Portal, book: &Rulebook, findings: &mut Vec<Finding>) {
    for example in &portal.examples {
        let answers = example.answers(&portal.facts, &portal.examples);
        let found = book.evaluate(&answers, &Given::default());
        if found.policies.iter().flatten().all(|it| it.verdict.status == Status::No) {
            let place = format!("policies/examples.csv {}", example.id);
            let what = format!("{}，{}：没有一项政策可能符合", example.family, example.child);
            findings.push(finding(FindingKind::Gap, place, what));
        }
    }
}

/// A hardship that somebody may live with: a fact by its place, and one of its choices.
#[derive(Clone, Copy)]
struct Hardship<'a> {
    place: u16,
    fact: &'a Fact,
    choice: &'a str,
}

/// Two hardships that a policy asks about together, while no such policy may apply where both are there.
pub(super) fn hardships(portal: &Portal, book: &Rulebook, findings: &mut Vec<Finding>) {
    let all = named(portal);
    for (at, one) in all.iter().enumerate() {
        for other in all.iter().skip(at + 1).filter(|other| other.place != one.place) {
            let statuses = together(portal, book, *one, *other);
            if !statuses.is_empty() && statuses.iter().all(|status| *status == Status::No) {
                let what = format!(
                    "{}={}、{}={}：同时问这两件事的政策，没有一项可能符合",
                    one.fact.id, one.choice, other.fact.id, other.choice
                );
                findings.push(finding(FindingKind::Gap, "policies", what));
            }
        }
    }
}

/// What nobody can change, and what a policy for a living asks for.
fn named(portal: &Portal) -> Vec<Hardship<'_>> {
    let asks = |row: &Row, fact: &Fact, choice: &str| {
        row.fact == fact.id
            && matches!(row.relation, Relation::Is | Relation::In)
            && row.values.iter().any(|value| value == choice)
    };
    let living = || {
        let policies = portal.policies.iter().filter(|policy| policy.category == Category::Living);
        policies.filter(|policy| policy.is_decided()).flat_map(|policy| &policy.rows)
    };
    let mut named = Vec::new();
    for (place, fact) in (0..).zip(&portal.facts) {
        let FactKind::Choice(choices) = &fact.kind else { continue };
        for choice in choices.iter().filter(|_| !fact.changeable) {
            if living().any(|row| asks(row, fact, choice)) {
                named.push(Hardship { place, fact, choice });
            }
        }
    }
    named
}

/// What the policies that ask about both facts say where both hardships are there and nothing else is known.
fn together(
    portal: &Portal,
    book: &Rulebook,
    one: Hardship<'_>,
    other: Hardship<'_>,
) -> Vec<Status> {
    let mut answers = Answers::default();
    for hardship in [one, other] {
        let mask = hardship.fact.kind.mask(hardship.choice).unwrap_or_default();
        answers.set(hardship.place, Answer::Choices(mask));
    }
    let asks = |policy: &Policy, fact: &Fact| policy.rows.iter().any(|row| row.fact == fact.id);
    let found = book.evaluate(&answers, &Given::default());
    let both = book.policies.iter().zip(&found.policies).filter_map(|(rule, outcome)| {
        let policy = portal.policies.get(usize::from(rule.policy))?;
        let both = asks(policy, one.fact) && asks(policy, other.fact);
        Some(outcome.as_ref()?.verdict.status).filter(|_| both)
    });
    both.collect()
}

//! The policy engine in wasm, on made-up rules: 1,000 policies over 60 facts. `run.mjs` runs it.

#![allow(missing_docs, reason = "exported to one script")]

use std::cell::RefCell;

use qingmiao::model::Markup;
use qingmiao::model::policy::{
    Answer, Answers, Constraint, Fact, FactKind, Given, Policy, PolicyKind, Relation, Row, Rulebook,
};
use wasm_bindgen::prelude::wasm_bindgen;

const FACTS: usize = 60;
const AREAS: [&str; 10] =
    ["44", "4401", "440111", "440111002", "440112", "45", "4507", "33", "3310", "331083"];

/// Numbers that are the same everywhere.
struct Dice(u32);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % sides
    }
}

fn fact(dice: &mut Dice, at: usize) -> Fact {
    let choices = |count: usize| (0..count).map(|it| format!("v{it}")).collect();
    let number = |last| FactKind::Number { first: 0, last, unit: String::new() };
    let kind = match (at, dice.roll(10)) {
        (0, _) => number(25),
        (1..=3, _) => FactKind::Area,
        (_, 0..=4) => FactKind::Flag,
        (_, 5 | 6) => FactKind::Choice(choices(3 + dice.roll(8))),
        (_, 7) => FactKind::Many(choices(4 + dice.roll(6))),
        _ => number(30),
    };
    Fact {
        changeable: dice.roll(2) == 0,
        sensitivity: [0, 1, 2, 3][dice.roll(4)],
        ..Fact::new(format!("f{at}"), kind)
    }
}

fn row(dice: &mut Dice, fact: &Fact, branch: Option<char>) -> Row {
    let relations = Relation::of(&fact.kind);
    let relation = relations[dice.roll(relations.len())];
    let several =
        matches!(relation, Relation::In | Relation::NotIn | Relation::Has | Relation::HasNone);
    let count = if several { 1 + dice.roll(3) } else { 1 };
    let value = |dice: &mut Dice| match &fact.kind {
        FactKind::Area => AREAS[dice.roll(AREAS.len())].to_owned(),
        FactKind::Number { .. } => (1 + dice.roll(24)).to_string(),
        kind => kind.choices()[dice.roll(kind.choices().len())].to_owned(),
    };
    let values = (0..count).map(|_| value(dice)).collect();
    Row { unverified: dice.roll(15) == 0, ..Row::new(branch, &fact.id, relation, values) }
}

/// 4 to 10 facts, two of them common, the others in one to three branches.
fn policy(dice: &mut Dice, facts: &[Fact], at: usize) -> Policy {
    let (count, branches) = (4 + dice.roll(7), 1 + dice.roll(3));
    let mut rows = vec![row(dice, &facts[0], None)];
    for number in 1..count {
        let fact = &facts[1 + dice.roll(FACTS - 1)];
        let letter = [b'A', b'B', b'C'][dice.roll(branches)] as char;
        let branch = (branches > 1 && number > 1).then_some(letter);
        rows.push(row(dice, fact, branch));
    }
    Policy {
        kind: PolicyKind::Benefit,
        urgency: [1, 2, 3][dice.roll(3)],
        rows,
        verify: if dice.roll(3) == 0 { vec![Markup::default()] } else { Vec::new() },
        ..Policy::new(format!("p{at}"))
    }
}

/// Two facts of which two things are never true together.
fn constraint(dice: &mut Dice, facts: &[Fact], at: usize) -> Constraint {
    let first = 4 + dice.roll(FACTS - 4);
    let second = 4 + (first - 3) % (FACTS - 4);
    let rows = vec![row(dice, &facts[first], None), row(dice, &facts[second], None)];
    Constraint { id: format!("c{at}"), rows }
}

thread_local! {
    static BOOK: RefCell<(Rulebook, Answers)> = RefCell::default();
}

/// Makes the rules, and answers one question.
#[wasm_bindgen]
pub fn setup(seed: u32, policies: usize, constraints: usize) {
    let mut dice = Dice(seed);
    let facts: Vec<Fact> = (0..FACTS).map(|at| fact(&mut dice, at)).collect();
    let policies: Vec<Policy> = (0..policies).map(|at| policy(&mut dice, &facts, at)).collect();
    let constraints: Vec<Constraint> =
        (0..constraints).map(|at| constraint(&mut dice, &facts, at)).collect();
    let mut answers = Answers::default();
    answers.set(0, Answer::Spans(vec![(8, 8)]));
    BOOK.set((Rulebook::with(&facts, &policies, &constraints), answers));
}

/// What is certain of all policies, and the next question; how many are still open.
#[wasm_bindgen]
#[must_use]
pub fn run() -> usize {
    BOOK.with_borrow(|(book, answers)| {
        let found = book.evaluate(answers, &Given::default());
        found.policies.iter().flatten().filter(|it| !it.relevant.is_empty()).count()
    })
}

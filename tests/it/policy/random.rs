//! Random facts, policies and partial answers, small enough to walk through every world.

use qingmiao::model::Date;
use qingmiao::model::day_number;
use qingmiao::model::policy::{
    Answer, Answers, Constraint, Fact, FactKind, Owner, Policy, Region, Relation, Row,
};

use super::oracle::{AREAS, Value, all_values, is_possible, worlds};
use super::{fact, policy, row};

/// Numbers that somebody else has thrown.
pub(crate) struct Dice {
    thrown: std::vec::IntoIter<u16>,
}

impl Dice {
    pub(crate) fn new(thrown: Vec<u16>) -> Self {
        Self { thrown: thrown.into_iter() }
    }

    /// A number below `sides`; 0 once all are used.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        usize::from(self.thrown.next().unwrap_or_default()) % sides
    }

    fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == sides - 1
    }
}

/// Facts, policies about them, and what is possible.
pub(crate) struct Case {
    pub(crate) facts: Vec<Fact>,
    pub(crate) policies: Vec<Policy>,
    pub(crate) constraints: Vec<Constraint>,
    pub(crate) values: Vec<Vec<Value>>,
    pub(crate) answers: Answers,
}

impl Case {
    pub(crate) fn new(dice: &mut Dice) -> Self {
        let facts: Vec<Fact> = (0..=1 + dice.roll(3)).map(|at| some_fact(dice, at)).collect();
        let policies = (0..=dice.roll(3)).map(|at| some_policy(dice, &facts, at)).collect();
        let mut case = Self {
            values: Vec::new(),
            answers: Answers::default(),
            facts,
            policies,
            constraints: Vec::new(),
        };
        case.values = case.facts.iter().map(|fact| all_values(&fact.kind)).collect();
        for _ in 0..=dice.roll(2) {
            case.narrow(dice);
        }
        case
    }

    /// A case in which some things cannot be true together, but not all of them are wrong.
    pub(crate) fn constrained(dice: &mut Dice) -> Self {
        let mut case = Self::new(dice);
        for _ in 0..=dice.roll(4) {
            let rows = (0..2 + dice.roll(2)).map(|_| {
                let mut row = some_row(dice, &case.facts, None);
                row.unverified = false;
                row
            });
            let constraint = Constraint { id: String::from("c"), rows: rows.collect() };
            case.constraints.push(constraint);
            if !case.is_possible() {
                case.constraints.pop();
            }
        }
        case
    }

    /// Whether the answers leave a world.
    fn is_possible(&self) -> bool {
        let mut all = worlds(&self.values).into_iter();
        all.any(|world| is_possible(&self.facts, &self.constraints, &world))
    }

    /// Answers something more, as [`Self::narrow`], but nothing that cannot be.
    pub(crate) fn narrow_possibly(&mut self, dice: &mut Dice) {
        let before = (self.values.clone(), self.answers.clone());
        self.narrow(dice);
        if !self.is_possible() {
            (self.values, self.answers) = before;
        }
    }

    /// Answers something about some of the facts, so that fewer worlds are left.
    pub(crate) fn narrow(&mut self, dice: &mut Dice) {
        for (at, fact) in (0..).zip(&self.facts) {
            let values = &mut self.values[usize::from(at)];
            match dice.roll(3) {
                0 => continue,
                1 if *self.answers.get(at) == Answer::Open => {
                    self.answers.set(at, Answer::Unknown);
                    continue;
                }
                _ => {}
            }
            if let Some(answer) = some_answer(dice, &fact.kind, values) {
                self.answers.set(at, answer);
            }
        }
    }
}

fn some_fact(dice: &mut Dice, at: usize) -> Fact {
    let choices = |count: usize| (0..count).map(|it| format!("值{it}")).collect();
    let kind = match dice.roll(7) {
        0 => FactKind::Flag,
        1 => FactKind::Choice(choices(2 + dice.roll(3))),
        2 => FactKind::Many(choices(1 + dice.roll(3))),
        3 => FactKind::Number { first: 0, last: 6, unit: "岁".to_owned() },
        4 => {
            FactKind::Date { first: Date::constant(2019, 12, 30), last: Date::constant(2020, 1, 4) }
        }
        5 => FactKind::Area,
        _ => FactKind::Choice(choices(3)),
    };
    let mut fact = fact(&format!("事{at}"), kind);
    fact.changeable = dice.one_in(2);
    fact.safety = dice.one_in(5);
    fact.early = dice.one_in(5);
    fact.sensitivity = u8::try_from(dice.roll(4)).unwrap();
    fact.owner = Owner::ALL[dice.roll(4)];
    fact
}

fn some_policy(dice: &mut Dice, facts: &[Fact], at: usize) -> Policy {
    let mut rows = Vec::new();
    for _ in 0..dice.roll(3) {
        rows.push(some_row(dice, facts, None));
    }
    for letter in ['A', 'B', 'C'].into_iter().take(dice.roll(4)) {
        for _ in 0..=dice.roll(3) {
            rows.push(some_row(dice, facts, Some(letter)));
        }
    }
    if rows.is_empty() {
        rows.push(some_row(dice, facts, None));
    }
    let mut policy = policy(&format!("p{at}"), rows);
    policy.urgency = u8::try_from(1 + dice.roll(3)).unwrap();
    policy.group = dice.one_in(2).then(|| "组".to_owned());
    if dice.one_in(5) {
        policy.verify.push(qingmiao::model::Markup::default());
    }
    policy
}

fn some_row(dice: &mut Dice, facts: &[Fact], branch: Option<char>) -> Row {
    let fact = &facts[dice.roll(facts.len())];
    let relations = Relation::of(&fact.kind);
    let relation = relations[dice.roll(relations.len())];
    let all: Vec<String> = match &fact.kind {
        FactKind::Area => AREAS.map(str::to_owned).to_vec(),
        kind => all_values(kind).iter().map(word).collect(),
    };
    let all = if let FactKind::Many(choices) = &fact.kind { choices.clone() } else { all };
    let count = match relation {
        Relation::In | Relation::NotIn | Relation::Has | Relation::HasNone => 1 + dice.roll(2),
        _ => 1,
    };
    let values = (0..count).map(|_| all[dice.roll(all.len())].clone()).collect::<Vec<_>>();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    let mut row = row(branch, &fact.id, relation, &values);
    row.unverified = dice.one_in(6);
    row
}

fn word(value: &Value) -> String {
    match value {
        Value::One(word) | Value::Day(word) | Value::Village(word) => word.clone(),
        Value::Number(number) => number.to_string(),
        Value::Set(there) => there.join(";"),
    }
}

/// Leaves some of the values of a fact, and says so to the engine. None where the dice want something impossible.
fn some_answer(dice: &mut Dice, kind: &FactKind, values: &mut Vec<Value>) -> Option<Answer> {
    let mut kept: Vec<Value> = values.iter().filter(|_| dice.one_in(2)).cloned().collect();
    let answer = match kind {
        FactKind::Flag | FactKind::Choice(_) => {
            let masks = kept.iter().filter_map(|value| match value {
                Value::One(word) => kind.mask(word),
                _ => None,
            });
            Answer::Choices(masks.fold(0, |all, mask| all | mask))
        }
        FactKind::Many(choices) => {
            let (mut yes, mut no) = (0, 0);
            let state = |choice: &String, value: &Value| match value {
                Value::Set(there) => there.contains(choice),
                _ => false,
            };
            kept.clone_from(values);
            for choice in choices {
                let mask = kind.mask(choice)?;
                let known = kept.iter().all(|it| state(choice, it) == state(choice, &kept[0]));
                let there = if known { state(choice, &kept[0]) } else { dice.one_in(2) };
                if known || dice.one_in(2) {
                    *if there { &mut yes } else { &mut no } |= mask;
                    kept.retain(|value| state(choice, value) == there);
                }
            }
            Answer::Many { yes, no }
        }
        FactKind::Number { .. } | FactKind::Date { .. } => {
            let numbers = kept.iter().filter_map(|value| match value {
                Value::Number(number) => Some(*number),
                Value::Day(day) => Some(day_number(day.parse().ok()?)),
                _ => None,
            });
            Answer::Spans(numbers.map(|number| (number, number)).collect())
        }
        FactKind::Area => {
            let areas: Vec<&str> = AREAS.iter().filter(|_| dice.one_in(3)).copied().collect();
            kept.clone_from(values);
            kept.retain(|value| match value {
                Value::Village(code) => areas.iter().any(|area| code.starts_with(area)),
                _ => false,
            });
            // An area that was answered before may be smaller than these: then they say nothing new.
            let all: Vec<Value> = all_values(kind);
            let wide = all.iter().filter(|value| match value {
                Value::Village(code) => areas.iter().any(|area| code.starts_with(area)),
                _ => false,
            });
            if wide.count() != kept.len() {
                return None;
            }
            Answer::Regions(areas.iter().filter_map(|area| Region::parse(area)).collect())
        }
    };
    if kept.is_empty() {
        return None;
    }
    *values = kept;
    Some(answer)
}

//! `constraints.csv`: what cannot be true together, one row for each part of it.

use super::notes::{Condition, Name, Notes, Spot};
use super::record::{Key, Record, may, must, short};
use super::table::{self, Row};
use crate::model::policy::{Constraint, Relation, Row as Part};

const KEYS: &[Key] = &[
    must("编号", "id"),
    must("事实", "fact"),
    must("关系", "relation"),
    must("值", "values"),
    may("为什么", "why"),
];

/// Every policy is decided with all that touch it.
const MOST: usize = 500;

/// Reads the constraints: the rows of one id belong together.
pub(super) fn read(notes: &mut Notes<'_>) -> Vec<Constraint> {
    let mut constraints: Vec<Constraint> = Vec::new();
    let mut places = Vec::new();
    let mut number = 0;
    table::read(notes, KEYS, |row| {
        number += 1;
        let id = row.id("编号");
        if let Some(id) = id.as_ref().filter(|_| number == MOST + 1) {
            let message = format!("超过 {MOST} 行，后面的没有读");
            row.notes().error(&id.range, "too-many-rows", message, "只留用得着的");
        }
        let (Some(id), Some(part)) = (id, part(row)) else { return };
        if number > MOST {
            return;
        }
        if let Some(known) = constraints.iter_mut().find(|it| it.id == id.value) {
            known.rows.push(part);
        } else {
            constraints.push(Constraint { id: id.value, rows: vec![part] });
            places.push(id.range);
        }
    });
    for (constraint, at) in constraints.iter().zip(&places) {
        if constraint.rows.len() < 2 {
            let message = format!("“{}”只有一行", short(&constraint.id));
            let hint = "同一个编号写两行或几行：这几行不会同时是真的";
            notes.error(at, "lonely-constraint", message, hint);
        }
    }
    constraints.retain(|it| it.rows.len() > 1);
    constraints
}

fn part(row: &mut Row<'_, '_>) -> Option<Part> {
    let fact = row.text("事实");
    let relations = Relation::ALL.map(|it| (it.label(), it));
    let at = row.text("关系").map(|spot| spot.range);
    let relation = row.choice("关系", &relations, &[]);
    let values = row.text("值").map(|cell| cell.split(&row.notes().text.source, &[';', '；']));
    let (fact, relation, values, at) = (fact?, relation?, values?, at?);
    let part = Part {
        branch: None,
        fact: fact.value.clone(),
        relation,
        values: values.iter().map(|value| value.value.clone()).collect(),
        met: String::new(),
        unmet: String::new(),
        basis: Vec::new(),
        unverified: false,
    };
    let place = fact.range.clone();
    let relation = Spot { value: relation, range: at };
    row.notes().mention(place, Name::Condition(Box::new(Condition { fact, relation, values })));
    Some(part)
}

//! `policies/examples.csv`: families, and what is expected to come out for them.

use std::collections::HashSet;

use super::notes::{Expectation, Name, Notes, Spot};
use super::record::{Key, Record, must, short};
use super::table::{self, Row, unique};
use crate::model::policy::{Example, Status};

const KEYS: &[Key] = &[
    must("编号", "id"),
    must("家庭", "family"),
    must("孩子", "child"),
    must("事实", "answers"),
    must("期望", "expected"),
];

/// Each family is evaluated whenever the content is read.
const MOST: usize = 1000;

/// Reads the families.
pub(super) fn read(notes: &mut Notes<'_>) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut seen = HashSet::new();
    let mut number = 0;
    table::read(notes, KEYS, |row| {
        number += 1;
        if number <= MOST {
            examples.extend(example(row, &mut seen));
        } else if let Some(id) = row.text("编号").filter(|_| number == MOST + 1) {
            let message = format!("超过 {MOST} 行，后面的没有读");
            row.notes().error(&id.range, "too-many-rows", message, "只留有代表性的家庭");
        }
    });
    examples
}

fn example(row: &mut Row<'_, '_>, seen: &mut HashSet<String>) -> Option<Example> {
    let id = row.id("编号");
    let (family, child) = (row.words("家庭"), row.words("孩子"));
    let answers = pairs(row, "事实", "写成 年龄=8;户籍地=440111;父亲情况=死亡|宣告失踪");
    let mut expected = Vec::new();
    for (policy, word) in pairs(row, "期望", "写成 orphan=符合;wrfy=未定") {
        if let Some(status) = Status::ALL.into_iter().find(|it| it.label() == word.value) {
            expected.push((policy, Spot { value: status, range: word.range }));
            continue;
        }
        let message = format!("“期望”写成了“{}”，不认得", short(&word.value));
        let hint = format!("只能写：{}", Status::ALL.map(Status::label).join("、"));
        row.notes().error(&word.range, "bad-choice", message, hint);
    }
    let id = id?;
    if !unique(row, &id, seen, "编号") {
        return None;
    }
    let example = Example {
        id: id.value,
        family,
        child,
        answers: answers.iter().map(|(fact, it)| (fact.value.clone(), it.value.clone())).collect(),
        expected: expected.iter().map(|(policy, it)| (policy.value.clone(), it.value)).collect(),
    };
    let name = Expectation { example: example.id.clone(), answers, expected };
    row.notes().mention(id.range, Name::Expectation(Box::new(name)));
    Some(example)
}

/// `name=value` between semicolons.
fn pairs(row: &mut Row<'_, '_>, name: &'static str, hint: &str) -> Vec<(Spot, Spot)> {
    let Some(cell) = row.text(name) else { return Vec::new() };
    let mut pairs: Vec<(Spot, Spot)> = Vec::new();
    for part in cell.split(&row.notes().text.source, &[';', '；']) {
        let halves = part.split(&row.notes().text.source, &['=', '＝']);
        let [left, right] = halves.as_slice() else {
            let message = format!("“{}”不是“名字=值”", short(&part.value));
            row.notes().error(&part.range, "bad-pair", message, hint);
            continue;
        };
        if pairs.iter().any(|(known, _)| known.value == left.value) {
            let message = format!("“{}”写了两次", short(&left.value));
            row.notes().error(&left.range, "bad-pair", message, "只留一个");
            continue;
        }
        pairs.push((left.clone(), right.clone()));
    }
    pairs
}

//! 条件: the rows that decide a policy. Whether a fact has such a value is judged once the facts are read.

use super::part::Part;
use crate::content::grid::{self, GridRow};
use crate::content::notes::{Condition, Name, Notes, Spot};
use crate::content::record::{Key, Record, may, must, short};
use crate::model::Kind;
use crate::model::policy::{Basis, Policy, PolicyKind, Relation, Row};

const KEYS: &[Key] = &[
    must("分支", "branch"),
    must("事实", "fact"),
    must("关系", "relation"),
    must("值", "values"),
    must("符合时", "met"),
    must("不符合时", "unmet"),
    must("依据", "basis"),
    may("待核验", "unverified"),
];

const TABLE: &str = "| 分支 | 事实 | 关系 | 值 | 符合时 | 不符合时 | 依据 | 待核验 |";

/// The word for what all branches have in common.
const COMMON: &str = "共同";

/// A policy with more rows than these is several policies.
const MOST: usize = 200;

/// Reads the conditions.
pub(super) fn read(notes: &mut Notes<'_>, part: &Part, policy: &mut Policy) {
    if policy.kind != PolicyKind::Benefit {
        let message = format!("“{}”不由回答决定，没有“## 条件”", policy.kind.label());
        let hint = "删去这张表，或把“种类”改成“待遇”";
        return notes.error(&part.place, "door-with-conditions", message, hint);
    }
    let Some((table, place)) = part.table(notes, TABLE, |_| false) else { return };
    let mut number = 0;
    grid::read(notes, KEYS, table, place, |row| {
        number += 1;
        if number <= MOST {
            policy.rows.extend(condition(row));
        } else if number == MOST + 1 {
            let at = row.place("分支");
            let message = format!("条件超过 {MOST} 行，后面的没有读");
            row.notes().error(&at, "too-many-rows", message, "拆成几个政策");
        }
    });
    if policy.rows.is_empty() {
        notes.error(&part.place, "empty-part", "条件表里一行也没有", "至少写一行");
    }
}

/// The letter of a branch; none of what is common.
struct Branch(Option<char>);

fn condition(row: &mut GridRow<'_, '_>) -> Option<Row> {
    let branch = branch(row);
    let fact = row.text("事实");
    let relations = Relation::ALL.map(|it| (it.label(), it));
    let at = row.place("关系");
    let relation = row.choice("关系", &relations, &[]);
    let values = row.text("值").map(|cell| cell.split(&row.notes().text.source, &[';', '；']));
    let (met, unmet) = (row.plain("符合时"), row.plain("不符合时"));
    let basis = basis(row);
    let unverified = row.flag("待核验");
    let (fact, relation, values) = (fact?, relation?, values?);
    let written = Row {
        branch: branch?.0,
        fact: fact.value.clone(),
        relation,
        values: values.iter().map(|value| value.value.clone()).collect(),
        met,
        unmet,
        basis,
        unverified,
    };
    let place = fact.range.clone();
    let relation = Spot { value: relation, range: at };
    row.notes().mention(place, Name::Condition(Box::new(Condition { fact, relation, values })));
    Some(written)
}

/// 共同, or a letter.
fn branch(row: &mut GridRow<'_, '_>) -> Option<Branch> {
    let spot = row.text("分支")?;
    let mut chars = spot.value.chars();
    match (chars.next(), chars.next()) {
        (Some(letter @ 'A'..='Z'), None) => Some(Branch(Some(letter))),
        _ if spot.value == COMMON => Some(Branch(None)),
        _ => {
            let message = format!("分支写成了“{}”", short(&spot.value));
            let hint = "都要满足的写“共同”，满足其中一支就行的写字母 A、B、C";
            row.notes().error(&spot.range, "bad-branch", message, hint);
            None
        }
    }
}

/// Articles and sources.
fn basis(row: &mut GridRow<'_, '_>) -> Vec<Basis> {
    let Some(cell) = row.text("依据") else { return Vec::new() };
    let mut basis = Vec::new();
    for part in cell.split(&row.notes().text.source, &[';', '；']) {
        // The ids of sources are written in letters, the names of laws are not.
        if part.value.is_ascii() {
            row.notes().mention(part.range, Name::Source(part.value.clone()));
            basis.push(Basis::Source(part.value));
        } else {
            row.notes().mention_content(part.range, Kind::Law, &part.value);
            basis.push(Basis::Article(part.value));
        }
    }
    basis
}

//! `sources.csv`.

use std::collections::HashSet;

use super::notes::{Notes, Period};
use super::record::{Key, Record, may, must};
use super::table::{self, Row, unique};
use crate::model::Source;

const KEYS: &[Key] = &[
    must("编号", "id"),
    must("标题", "title"),
    must("发布单位", "publisher"),
    may("日期", "date"),
    may("文号", "number"),
    may("网址", "url"),
    may("核验", "checked"),
    may("待核验", "unverified"),
    may("备注", "note"),
    may("取了什么", "taken"),
    may("没取什么", "left_out"),
];

/// Reads the sources.
pub(super) fn read(notes: &mut Notes<'_>) -> Vec<Source> {
    let mut sources = Vec::new();
    let mut seen = HashSet::new();
    table::read(notes, KEYS, |row| sources.extend(source(row, &mut seen)));
    sources
}

fn source(row: &mut Row<'_, '_>, seen: &mut HashSet<String>) -> Option<Source> {
    let id = row.id("编号");
    let source = Source {
        id: id.as_ref().map(|id| id.value.clone()).unwrap_or_default(),
        title: row.words("标题"),
        publisher: row.words("发布单位"),
        date: row.partial_date("日期"),
        number: row.optional("文号"),
        url: row.web("网址"),
        checked: row.checked(Period::None),
        unverified: row.flag("待核验"),
        note: row.optional("备注"),
        taken: row.optional("取了什么"),
        left_out: row.optional("没取什么"),
    };
    unique(row, &id?, seen, "编号").then_some(source)
}

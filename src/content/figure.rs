//! `figures.csv`.

use std::collections::HashSet;

use super::notes::{Name, Notes, Period};
use super::record::{Key, Record, may, must, short};
use super::table::{self, Row, unique};
use crate::model::{Date, Figure, FigureKind, PartialDate};

const KEYS: &[Key] = &[
    must("编号", "id"),
    must("名称", "name"),
    must("数值", "value"),
    may("限定", "qualifier"),
    must("单位", "unit"),
    must("地方", "area"),
    must("截至", "as_of"),
    must("来源", "source"),
    must("类别", "kind"),
    must("核验", "checked"),
    may("口径", "note"),
    may("下次核验", "review_by"),
];

/// Reads the figures.
pub(super) fn read(notes: &mut Notes<'_>) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut seen = HashSet::new();
    table::read(notes, KEYS, |row| figures.extend(figure(row, &mut seen)));
    figures
}

fn figure(row: &mut Row<'_, '_>, seen: &mut HashSet<String>) -> Option<Figure> {
    let kinds = [FigureKind::Declared, FigureKind::Statistical, FigureKind::Target];
    let id = row.id("编号");
    let name = row.text("名称");
    let note = row.text("口径");
    let unit = row.text("单位");
    let area = row.area("地方").unwrap_or_default();
    for words in [&name, &note].into_iter().flatten().filter(|_| !area.is_empty()) {
        row.notes().mention(words.range.clone(), Name::Local(area.clone()));
    }
    let (checked, review_by) = row.check(Period::None);
    let value = row.text("数值");
    if let Some(value) = value.as_ref().filter(|value| !is_number(&value.value)) {
        row.notes().error(
            &value.range,
            "bad-number",
            format!("“数值”应当只有数字和小数点，写成了“{}”", short(&value.value)),
            "去掉逗号、空格和单位；“约”“近”写在“限定”，“万人”写在“单位”",
        );
    }
    let at = value.as_ref().map(|value| value.range.clone());
    let figure = Figure {
        id: id.as_ref().map(|id| id.value.clone()).unwrap_or_default(),
        name: name.map(|spot| spot.value).unwrap_or_default(),
        value: value.map(|spot| spot.value).unwrap_or_default(),
        qualifier: row.optional("限定"),
        unit: unit.as_ref().map(|unit| unit.value.clone()).unwrap_or_default(),
        area,
        as_of: row.partial_date("截至").unwrap_or_else(|| PartialDate::from(Date::ZERO)),
        source: row.source("来源"),
        kind: row
            .choice("类别", &kinds.map(|kind| (kind.label(), kind)), &[])
            .unwrap_or(FigureKind::Declared),
        checked,
        review_by,
        note: note.map(|spot| spot.value),
    };
    if let Some(at) = at.filter(|_| figure.is_small_count_of_children()) {
        row.notes().error(
            &at,
            "small-count",
            format!("“{}”只有 {}，少到能认出是谁", short(&figure.name), short(&figure.text())),
            "删去这一行：人数很少的孩子只写类别，不写数字",
        );
    }
    if let Some(unit) = unit.filter(|_| figure.is_rate() && figure.review_by.is_none()) {
        row.notes().error(
            &unit.range,
            "rate-without-end",
            format!("“{}”是会调整的标准，没有写哪一天要再核对", short(&figure.name)),
            "在“下次核验”里写上那一天；没有这一列，就在标题行末尾加上",
        );
    }
    unique(row, &id?, seen, "编号").then_some(figure)
}

/// Digits, with digits after a point where there is one.
fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(text),
    }
}

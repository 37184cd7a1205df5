//! `laws/index.csv`.

use std::collections::{BTreeSet, HashSet};

use super::notes::{Notes, Period};
use super::record::{Key, Record, may, must, short};
use super::table::{self, Row, unique};
use crate::model::{Law, LawStatus};

const KEYS: &[Key] = &[
    must("法律", "law"),
    may("简称", "short_names"),
    may("版本日期", "version"),
    must("条数", "articles"),
    may("增条", "inserted"),
    must("状态", "status"),
    must("来源", "source"),
    must("核验", "checked"),
];

/// Reads the laws.
pub(super) fn read(notes: &mut Notes<'_>) -> Vec<Law> {
    let mut laws = Vec::new();
    let mut seen = HashSet::new();
    table::read(notes, KEYS, |row| laws.extend(law(row, &mut seen)));
    laws
}

fn law(row: &mut Row<'_, '_>, seen: &mut HashSet<String>) -> Option<Law> {
    let statuses = [LawStatus::InForce, LawStatus::Repealed, LawStatus::Unverified];
    let name = row.text("法律");
    if let Some(name) = &name {
        check_name(row, name);
    }
    let short_names = row.text("简称");
    let inserted = row.text("增条");
    for article in inserted.iter().flat_map(|spot| super::record::split(&spot.value)) {
        let plain = article.split_once('之').is_some_and(|(number, suffix)| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) && !suffix.is_empty()
        });
        if let (false, Some(spot)) = (plain, &inserted) {
            let message = format!("“{}”不是增加的条号", short(&article));
            row.notes().error(&spot.range, "bad-number", message, "写成 236之一，多条用“;”隔开");
        }
    }
    let law = Law {
        name: name.as_ref().map(|name| name.value.clone()).unwrap_or_default(),
        short_names: short_names
            .as_ref()
            .map(|names| super::record::split(&names.value))
            .unwrap_or_default(),
        version: row.date("版本日期").map(|spot| spot.value),
        articles: row.integer("条数").unwrap_or_default(),
        inserted: inserted
            .map(|spot| super::record::split(&spot.value).into_iter().collect::<BTreeSet<_>>())
            .unwrap_or_default(),
        status: row
            .choice("状态", &statuses.map(|status| (status.label(), status)), &[])
            .unwrap_or(LawStatus::Unverified),
        source: row.source("来源"),
        checked: row.checked(Period::Laws).unwrap_or(crate::model::Date::ZERO),
    };
    let name = name?;
    unique(row, &name, seen, "法律");
    if let Some(names) = short_names {
        for short_name in &law.short_names {
            let spot = super::notes::Spot { value: short_name.clone(), range: names.range.clone() };
            unique(row, &spot, seen, "简称");
        }
    }
    Some(law)
}

fn check_name(row: &mut Row<'_, '_>, name: &super::notes::Spot) {
    let plain = name
        .value
        .trim_start_matches('《')
        .trim_end_matches('》')
        .trim_start_matches("中华人民共和国");
    if plain != name.value {
        row.notes().error(
            &name.range,
            "law-name",
            format!("“{}”带了书名号或“中华人民共和国”", short(&name.value)),
            format!("只写“{plain}”"),
        );
    }
    if name.value.contains(['/', '#']) {
        let message = format!("法律的名字“{}”里不能有“/”和“#”", short(&name.value));
        row.notes().error(&name.range, "law-name", message, "照公布的名称写");
    }
}

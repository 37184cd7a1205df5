//! `laws/index.csv`.

use std::collections::HashSet;

use super::notes::{Notes, Period, Spot};
use super::record::{Key, Record, may, must, short, split};
use super::table::{self, Row, unique};
use crate::model::{Date, Law, LawStatus};

const KEYS: &[Key] = &[
    must("法律", "law"),
    may("代号", "slug"),
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
    let slug = row.text("代号");
    if let Some(spot) = &slug {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !spot.value.bytes().all(plain) {
            let message = format!("代号“{}”里有不能用的字符", short(&spot.value));
            let hint = "代号出现在网址里，只用小写英文字母、数字和“-”，例如 weibao";
            row.notes().error(&spot.range, "bad-id", message, hint);
        }
    }
    let short_names = row.text("简称");
    let inserted = row.text("增条");
    for article in inserted.iter().flat_map(|spot| split(&spot.value)) {
        let plain = article.split_once('之').is_some_and(|(number, suffix)| {
            !number.is_empty()
                && number.bytes().all(|byte| byte.is_ascii_digit())
                && !suffix.is_empty()
        });
        if let (false, Some(spot)) = (plain, &inserted) {
            let message = format!("“{}”不是增加的条号", short(&article));
            row.notes().error(&spot.range, "bad-number", message, "写成 236之一，多条用“;”隔开");
        }
    }
    let version = row.date("版本日期").map(|spot| spot.value);
    let articles = row.text("条数").map(|_| row.integer("条数").unwrap_or(u16::MAX));
    let status = row
        .choice("状态", &statuses.map(|status| (status.label(), status)), &[])
        .unwrap_or(LawStatus::Unverified);
    let source = row.source("来源");
    let checked = row.checked(Period::Laws).unwrap_or(Date::ZERO);
    let name = name?;
    let new = unique(row, &name, seen, "法律");
    let slug = slug.filter(|spot| unique(row, spot, seen, "代号")).map(|spot| spot.value);
    let mut names = Vec::new();
    if let Some(Spot { value, range }) = short_names {
        for value in split(&value) {
            let spot = Spot { value, range: range.clone() };
            if unique(row, &spot, seen, "简称") {
                names.push(spot.value);
            }
        }
    }
    new.then(|| Law {
        name: plain_name(&name.value).to_owned(),
        slug,
        short_names: names,
        version,
        articles: articles.unwrap_or_default(),
        inserted: inserted.map(|spot| split(&spot.value).into_iter().collect()).unwrap_or_default(),
        status,
        source,
        checked,
    })
}

/// The name without what editors put around it.
fn plain_name(name: &str) -> &str {
    name.trim_start_matches('《').trim_end_matches('》').trim_start_matches("中华人民共和国")
}

fn check_name(row: &mut Row<'_, '_>, name: &Spot) {
    let plain = plain_name(&name.value);
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

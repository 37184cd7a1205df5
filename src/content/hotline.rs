//! `hotlines.csv`.

use std::collections::HashSet;

use super::link;
use super::notes::{Notes, Period};
use super::record::{Key, Record, may, must, short};
use super::table::{self, Row, unique};
use crate::model::{Anonymity, Hotline};

const KEYS: &[Key] = &[
    must("号码", "number"),
    must("名称", "name"),
    must("管什么", "purpose"),
    must("谁接听", "answered_by"),
    may("时间", "hours"),
    may("全天", "around_the_clock"),
    may("费用", "cost"),
    may("会问什么", "questions"),
    may("匿名", "anonymity"),
    may("不方便说话", "without_voice"),
    may("地区", "area"),
    may("紧急", "emergency"),
    must("来源", "source"),
    must("核验", "checked"),
    may("下次核验", "review_by"),
    may("待核验", "unverified"),
    may("备注", "note"),
];

/// Reads the numbers to call, emergency lines first.
pub(super) fn read(notes: &mut Notes<'_>) -> Vec<Hotline> {
    let mut lines = Vec::new();
    let mut seen = HashSet::new();
    table::read(notes, KEYS, |row| lines.extend(hotline(row, &mut seen)));
    lines.sort_by_key(|line| !line.emergency);
    lines
}

fn hotline(row: &mut Row<'_, '_>, seen: &mut HashSet<String>) -> Option<Hotline> {
    let anonymities = [Anonymity::Possible, Anonymity::Impossible, Anonymity::Unknown];
    let number = row.text("号码");
    if let Some(number) = number.as_ref().filter(|number| !link::is_phone(&number.value)) {
        let message = format!("“{}”不是能拨打的号码", short(&number.value));
        let hint = "只写数字，区号后可以用“-”，例如 0576-12345678；一行一个号码";
        row.notes().error(&number.range, "bad-phone", message, hint);
    }
    let name = row.words("名称");
    let purpose = row.words("管什么");
    let answered_by = row.words("谁接听");
    let sources = row.sources("来源");
    let (checked, review_by) = row.check(Period::Hotlines);
    let line = Hotline {
        number: number.as_ref().map(|number| number.value.clone()).unwrap_or_default(),
        name,
        purpose,
        answered_by,
        hours: row.optional("时间"),
        around_the_clock: row.flag("全天"),
        cost: row.optional("费用"),
        questions: row.parts("会问什么"),
        anonymity: row
            .choice("匿名", &anonymities.map(|kind| (kind.label(), kind)), &[])
            .unwrap_or(Anonymity::Unknown),
        without_voice: row.optional("不方便说话"),
        area: row.area("地区"),
        emergency: row.flag("紧急"),
        sources,
        checked,
        review_by,
        unverified: row.flag("待核验"),
        note: row.optional("备注"),
    };
    unique(row, &number?, seen, "号码").then_some(line)
}

//! `calendar.csv`: public holidays and make-up working days, as the State Council announces them; and
//! `school-holidays.csv`.

use super::notes::Notes;
use super::record::{Key, Record, may, must};
use super::table;
use crate::model::hours::{Calendar, DayKind};
use crate::model::{Date, SchoolHoliday};

const KEYS: &[Key] = &[must("日期", "date"), must("类别", "kind"), must("名称", "name")];

#[derive(Clone, Copy)]
enum Word {
    Rest,
    Work,
}

/// Reads the calendar.
pub(super) fn read(notes: &mut Notes<'_>) -> Calendar {
    let mut days: Vec<(Date, DayKind)> = Vec::new();
    table::read(notes, KEYS, |row| {
        let date = row.date("日期");
        let kind = row.choice("类别", &[("休", Word::Rest), ("班", Word::Work)], &[]);
        let name = row.words("名称");
        let (Some(date), Some(kind)) = (date, kind) else { return };
        if days.iter().any(|(day, _)| *day == date.value) {
            let message = format!("{} 在前面已经有了", date.value);
            row.notes().error(&date.range, "duplicate-id", message, "删去重复的一行");
            return;
        }
        let kind = match kind {
            Word::Rest => DayKind::Rest(name),
            Word::Work => DayKind::Work(name),
        };
        days.push((date.value, kind));
    });
    Calendar::new(days)
}

const SCHOOL: &[Key] = &[
    must("区划", "area"),
    must("起", "from"),
    must("止", "until"),
    must("名称", "name"),
    may("来源", "source"),
];

/// Reads the school holidays.
pub(super) fn school(notes: &mut Notes<'_>) -> Vec<SchoolHoliday> {
    let mut holidays = Vec::new();
    table::read(notes, SCHOOL, |row| {
        let area = row.area("区划");
        let (from, until) = (row.date("起"), row.date("止"));
        let name = row.words("名称");
        let source = row.text("来源").map(|_| row.source("来源"));
        let (Some(area), Some(from), Some(until)) = (area, from, until) else { return };
        if until.value < from.value {
            let message = format!("{} 在 {} 之前", until.value, from.value);
            row.notes().error(&until.range, "reversed-dates", message, "“止”不早于“起”");
            return;
        }
        let (from, until) = (from.value, until.value);
        holidays.push(SchoolHoliday { area, from, until, name, source });
    });
    holidays
}

//! One record of content, whether it stands in front matter or in a row of a table, and the values in it.

use std::ops::Range;

use super::link;
use super::notes::{Check, Name, Notes, Period, Spot};
use crate::model::{Date, Kind, PartialDate, Reference};

/// A key of front matter or a heading of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    /// What editors write.
    pub(super) name: &'static str,
    /// The English name, which means the same.
    pub(super) alias: &'static str,
    /// Whether it may not be left out or left empty.
    pub(super) required: bool,
}

/// A key that has to be there.
pub(super) const fn must(name: &'static str, alias: &'static str) -> Key {
    Key { name, alias, required: true }
}

/// A key that may be left out.
pub(super) const fn may(name: &'static str, alias: &'static str) -> Key {
    Key { name, alias, required: false }
}

/// The key that a word names.
pub(super) fn find_key(keys: &'static [Key], word: &str) -> Option<&'static Key> {
    keys.iter().find(|key| key.name == word || key.alias.eq_ignore_ascii_case(word))
}

/// Reads the values of one record. Every reader reports what is wrong and goes on with what is understood.
pub(super) trait Record<'t> {
    fn notes(&mut self) -> &mut Notes<'t>;

    /// The words of a value; none where it is left out, empty or no words.
    fn text(&mut self, name: &'static str) -> Option<Spot>;

    /// The words, or none at all.
    fn words(&mut self, name: &'static str) -> String {
        self.text(name).map(|spot| spot.value).unwrap_or_default()
    }

    /// The words where there are some.
    fn optional(&mut self, name: &'static str) -> Option<String> {
        self.text(name).map(|spot| spot.value)
    }

    /// A day.
    fn date(&mut self, name: &'static str) -> Option<Spot<Date>> {
        let spot = self.text(name)?;
        let day = PartialDate::parse(&spot.value).and_then(PartialDate::day);
        if day.is_none() {
            bad_date(self.notes(), &spot, "写成 2026-11-22 这样的年月日");
        }
        day.map(|value| Spot { value, range: spot.range })
    }

    /// A day, a month or a year.
    fn partial_date(&mut self, name: &'static str) -> Option<PartialDate> {
        let spot = self.text(name)?;
        let date = PartialDate::parse(&spot.value);
        if date.is_none() {
            bad_date(self.notes(), &spot, "写成 2022、2022-10 或 2022-10-11");
        }
        date
    }

    /// 是 or 否.
    fn flag(&mut self, name: &'static str) -> bool {
        self.choice(name, &[("是", true), ("否", false)], &[("true", true), ("false", false)])
            .unwrap_or_default()
    }

    /// One of a few words. The second list is understood without being offered.
    fn choice<T: Copy>(
        &mut self,
        name: &'static str,
        offered: &[(&str, T)],
        understood: &[(&str, T)],
    ) -> Option<T> {
        let spot = self.text(name)?;
        let found = offered.iter().chain(understood).find(|(word, _)| *word == spot.value);
        if found.is_none() {
            let words: Vec<&str> = offered.iter().map(|(word, _)| *word).collect();
            // No word is offered as the right one: 有效 is nearer to 失效 than to 现行.
            let hint = format!("只能写：{}", words.join("、"));
            let message = format!("“{name}”写成了“{}”，不认得", short(&spot.value));
            self.notes().error(&spot.range, "bad-choice", message, hint);
        }
        found.map(|(_, value)| *value)
    }

    /// A whole number.
    fn integer<T: std::str::FromStr>(&mut self, name: &'static str) -> Option<T> {
        let spot = self.text(name)?;
        let number = spot.value.parse().ok();
        if number.is_none() {
            let message = format!("“{name}”应当是整数，写成了“{}”", short(&spot.value));
            self.notes().error(
                &spot.range,
                "bad-number",
                message,
                "只写数字，例如 10，不带单位和逗号",
            );
        }
        number
    }

    /// The parts of a cell between semicolons.
    fn parts(&mut self, name: &'static str) -> Vec<String> {
        self.optional(name).map(|cell| split(&cell)).unwrap_or_default()
    }

    /// The title of a page, which no other page should have.
    fn title(&mut self) -> String {
        let Some(spot) = self.text("标题") else { return String::new() };
        self.notes().mention(spot.range, Name::Title(spot.value.clone()));
        spot.value
    }

    /// What pages and tables refer to: letters, digits, `-`, `_` and `.`.
    fn id(&mut self, name: &'static str) -> Option<Spot> {
        let spot = self.text(name)?;
        if !is_id(&spot.value) {
            let message = format!("编号“{}”里有不能用的字符", short(&spot.value));
            self.notes().error(
                &spot.range,
                "bad-id",
                message,
                "编号只用英文字母、数字、“-”和“_”，例如 baiyun-minors",
            );
        }
        Some(spot)
    }

    /// The code of a division that has to be in `areas.csv`.
    fn area(&mut self, name: &'static str) -> Option<String> {
        let spot = self.text(name)?;
        self.notes().mention(spot.range, Name::Area(spot.value.clone()));
        Some(spot.value)
    }

    /// The id of a source that has to be in `sources.csv`.
    fn source(&mut self, name: &'static str) -> String {
        let Some(spot) = self.text(name) else { return String::new() };
        self.notes().mention(spot.range, Name::Source(spot.value.clone()));
        spot.value
    }

    /// The ids of sources, `;` between them; each has to be in `sources.csv`.
    fn sources(&mut self, name: &'static str) -> Vec<String> {
        let Some(spot) = self.text(name) else { return Vec::new() };
        let ids = split(&spot.value);
        for id in &ids {
            self.notes().mention(spot.range.clone(), Name::Source(id.clone()));
        }
        ids
    }

    /// A web address.
    fn web(&mut self, name: &'static str) -> Option<String> {
        let spot = self.text(name)?;
        if let Err(refusal) = link::web(&spot.value) {
            self.notes().error(&spot.range, refusal.code, refusal.message, refusal.hint);
            return None;
        }
        Some(spot.value)
    }

    /// 核验 and 下次核验, noted for the comparison with today.
    fn check(&mut self, period: Period) -> (Date, Option<Date>) {
        let checked = self.date("核验");
        let review_by = self.date("下次核验");
        self.note_check(checked, review_by, period)
    }

    /// 核验 alone, noted for the comparison with today.
    fn checked(&mut self, period: Period) -> Option<Date> {
        let checked = self.date("核验");
        let day = checked.as_ref().map(|spot| spot.value);
        self.note_check(checked, None, period);
        day
    }

    /// Notes the days of a check.
    fn note_check(
        &mut self,
        checked: Option<Spot<Date>>,
        review_by: Option<Spot<Date>>,
        period: Period,
    ) -> (Date, Option<Date>) {
        let days = (
            checked.as_ref().map_or(Date::ZERO, |spot| spot.value),
            review_by.as_ref().map(|spot| spot.value),
        );
        self.notes().checks.push(Check { checked, review_by, period });
        days
    }
}

impl Spot {
    /// The parts between any of some marks, without surrounding blanks and without empty ones, each with its place.
    pub(super) fn split(&self, written: &str, marks: &[char]) -> Vec<Self> {
        let cell = written.get(self.range.clone()).unwrap_or_default();
        // A cell whose marks the format has escaped is one place.
        if cell != self.value {
            let whole = |value: &str| Self { value: value.to_owned(), range: self.range.clone() };
            return parts(&self.value, marks).map(|(_, part)| whole(part)).collect();
        }
        let place = |(at, part): (usize, &str)| {
            let start = self.range.start + at;
            Self { value: part.to_owned(), range: start..start + part.len() }
        };
        parts(cell, marks).map(place).collect()
    }
}

fn parts<'c>(cell: &'c str, marks: &'c [char]) -> impl Iterator<Item = (usize, &'c str)> {
    let mut from = 0;
    cell.split_inclusive(marks).filter_map(move |part| {
        let at = from + (part.len() - part.trim_start().len());
        from += part.len();
        let words = part.trim_end_matches(marks).trim();
        (!words.is_empty()).then_some((at, words))
    })
}

impl Notes<'_> {
    /// Notes a name of another piece of content.
    pub(super) fn mention_content(&mut self, range: Range<usize>, kind: Kind, id: &str) {
        let reference = Reference { kind, id: id.to_owned(), section: None };
        self.mention(range, Name::Content(reference));
    }
}

/// The parts between semicolons, of either width, without surrounding blanks and without empty ones.
pub(super) fn split(cell: &str) -> Vec<String> {
    cell.split([';', '；'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether an id can stand in a reference, in an address and in a file's name.
pub(super) fn is_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_alphanumeric())
        && id.chars().all(|char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_' | '.'))
}

/// The beginning of something that may be long, for a message.
pub(super) fn short(text: &str) -> String {
    const MOST: usize = 30;
    let mut chars = text.chars();
    let mut shown: String = chars.by_ref().take(MOST).collect();
    if chars.next().is_some() {
        shown.push('…');
    }
    shown
}

fn bad_date(notes: &mut Notes<'_>, spot: &Spot, hint: &str) {
    let message = format!("“{}”不是日期，或者没有这一天", short(&spot.value));
    notes.error(&spot.range, "bad-date", message, hint);
}

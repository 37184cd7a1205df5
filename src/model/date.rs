//! Days, and dates of which only the year or the month is known, as editors and spreadsheets write them.

use std::fmt;

pub use jiff::civil::Date;

/// A date known to the year, the month or the day: `2022年`, `2022年10月`, `2022年10月11日`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// The year, four digits.
    pub year: i16,
    /// The month, 1–12, where it is known.
    pub month: Option<i8>,
    /// The day of the month, where it is known; never without a month.
    pub day: Option<i8>,
}

impl PartialDate {
    /// Reads `2026`, `2026年9月`, `2026-09-01`, `2026/9/1`, `2026.9.1` or `2026年9月1日`.
    /// `None` where the text is not such a date or the day does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches(['日', '号', '月', '年']);
        let mut parts = text.split(['-', '/', '.', '年', '月']).map(str::trim);
        let year_text = parts.next()?;
        if year_text.len() != 4 || !is_digits(year_text) {
            return None;
        }
        let year: i16 = year_text.parse().ok()?;
        let month = match parts.next() {
            Some(text) => Some(small(text)?),
            None => None,
        };
        let day = match parts.next() {
            Some(text) => Some(small(text)?),
            None => None,
        };
        if parts.next().is_some() {
            return None;
        }
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        Some(Self { year, month, day })
    }

    /// The day itself, where it is known.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }

    /// `2022-10-11`, `2022-10` or `2022`, as HTML's `datetime` wants it.
    #[must_use]
    pub fn iso(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", self.year),
            (Some(month), None) => format!("{:04}-{month:02}", self.year),
            _ => format!("{:04}", self.year),
        }
    }
}

/// One or two digits of a month or a day.
fn small(text: &str) -> Option<i8> {
    if text.len() <= 2 && is_digits(text) { text.parse().ok() } else { None }
}

/// Whether there is no sign, which `parse` would take.
fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}年", self.year)?;
        if let Some(month) = self.month {
            write!(f, "{month}月")?;
        }
        if let Some(day) = self.day {
            write!(f, "{day}日")?;
        }
        Ok(())
    }
}

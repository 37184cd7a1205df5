//! Days, and dates of which only the year or the month is known, as editors and spreadsheets write them.

use std::fmt;

pub use jiff::civil::Date;

/// The number of a day, counted from 1970-01-01, which is 0. Counting days takes a tenth of the wasm that spans of time
/// do, and nothing here needs more. (The method is Howard Hinnant's, <https://howardhinnant.github.io/date_algorithms.html>.)
#[must_use]
pub fn day_number(date: Date) -> i32 {
    let (month, day) = (i32::from(date.month()), i32::from(date.day()));
    // Years begin in March, so that a leap day is the last of its year; eras have 400 years.
    let year = i32::from(date.year()) - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The day with a number; `None` beyond the years −9999 to 9999.
#[must_use]
pub fn numbered_day(number: i32) -> Option<Date> {
    let shifted = number.checked_add(719_468)?;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

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

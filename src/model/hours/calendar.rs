//! What the calendar knows: public holidays and make-up days, school holidays, and how old a check is.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::DateTime;

use super::super::{Date, day_number, numbered_day};

/// The seconds by which Beijing is ahead of UTC. There has been no summer time since 1991.
const BEIJING: i64 = 8 * 3600;
/// The seconds of a day.
const DAY: i64 = 24 * 3600;

/// What a day of `calendar.csv` is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayKind {
    /// 休: a day off, and the holiday that it belongs to.
    Rest(String),
    /// 班: a Saturday or Sunday on which offices work, and what for.
    Work(String),
}

/// The arrangement of public holidays, as the State Council announces it for a year in the autumn before.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    days: BTreeMap<Date, DayKind>,
    announced: BTreeSet<i16>,
}

impl Calendar {
    /// Takes the days; of two for one date the later stands.
    #[must_use]
    pub fn new(days: impl IntoIterator<Item = (Date, DayKind)>) -> Self {
        let days: BTreeMap<_, _> = days.into_iter().collect();
        let is_rest = |year, month, day| {
            let date = Date::new(year, month, day).ok();
            date.is_some_and(|date| matches!(days.get(&date), Some(DayKind::Rest(_))))
        };
        let years: BTreeSet<i16> = days.keys().map(|date| date.year()).collect();
        let announced =
            years.into_iter().filter(|it| is_rest(*it, 1, 1) && is_rest(*it, 10, 1)).collect();
        Self { days, announced }
    }

    /// Every special day, by date.
    pub fn iter(&self) -> impl Iterator<Item = (Date, &DayKind)> {
        self.days.iter().map(|(date, kind)| (*date, kind))
    }

    /// What is special about a day.
    #[must_use]
    pub fn get(&self, date: Date) -> Option<&DayKind> {
        self.days.get(&date)
    }

    /// Whether it holds the arrangement of a year: both 元旦 and 国庆节, which every one of them names, as days off.
    /// A single day that an editor knows ahead announces nothing.
    #[must_use]
    pub fn announces(&self, year: i16) -> bool {
        self.announced.contains(&year)
    }
}

/// The school holidays of a place.
#[derive(Clone, Debug, Default)]
pub struct SchoolHolidays(Vec<(Date, Date)>);

impl SchoolHolidays {
    /// Takes the first and the last day of each.
    #[must_use]
    pub fn new(ranges: impl IntoIterator<Item = (Date, Date)>) -> Self {
        let mut ranges: Vec<_> = ranges.into_iter().collect();
        ranges.sort_unstable();
        Self(ranges)
    }

    /// Whether a day lies in one of them. `None` before the first and after the last one that is known: nobody told
    /// when the next one begins.
    #[must_use]
    pub fn contains(&self, date: Date) -> Option<bool> {
        let (begun, to_come) = self.0.split_at(self.0.partition_point(|(first, _)| *first <= date));
        if begun.iter().any(|(_, last)| date <= *last) {
            return Some(true);
        }
        if begun.is_empty() || to_come.is_empty() { None } else { Some(false) }
    }
}

/// 随日历: how the calendar changes the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rule {
    /// 节假日休: closed on a day off; a 班 day has Monday's hours, whatever day of the week it is. So it is where an
    /// editor says nothing.
    #[default]
    RestOnHolidays,
    /// 照常: the week alone.
    AsUsual,
    /// 寒暑假开: open only in the school holidays, and there as with [`Rule::RestOnHolidays`].
    SchoolHolidaysOnly,
}

impl Rule {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::RestOnHolidays, Self::AsUsual, Self::SchoolHolidaysOnly];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::RestOnHolidays => "节假日休",
            Self::AsUsual => "照常",
            Self::SchoolHolidaysOnly => "寒暑假开",
        }
    }
}

/// How old a check is, against the span within which it was to be repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Freshness {
    /// Not due yet.
    Fresh,
    /// Due, for no longer than the same span again.
    Ageing,
    /// Too old to be relied on.
    Overdue,
}

/// How old a check of the day `checked` is. `review_by` is the last fresh day; as many days as lie between the two may
/// pass after it before the check is overdue.
#[must_use]
pub fn freshness(checked: Date, review_by: Date, today: Date) -> Freshness {
    // A due date before the check leaves no grace. The end of time is never overdue.
    let last = i64::from(day_number(review_by)) * 2 - i64::from(day_number(checked));
    if today <= review_by {
        Freshness::Fresh
    } else if i64::from(day_number(today)) <= last {
        Freshness::Ageing
    } else {
        Freshness::Overdue
    }
}

/// The date and the time in Beijing (UTC+8), from the seconds since 1970 in UTC of a device's clock.
#[must_use]
pub fn beijing(unix_seconds: i64) -> DateTime {
    let seconds = unix_seconds.saturating_add(BEIJING);
    let number = i32::try_from(seconds.div_euclid(DAY)).ok();
    let date = number.and_then(numbered_day);
    let date = date.unwrap_or(if seconds < 0 { Date::MIN } else { Date::MAX });
    // The rest of a division by a day has at most 24 hours of 60 minutes of 60 seconds.
    let part = |size: i64, of: i64| i8::try_from(seconds.rem_euclid(of) / size).unwrap_or_default();
    date.at(part(3600, DAY), part(60, 3600), part(1, 60), 0)
}

//! When a place is open: the hours that editors write, the days on which they do not hold, and what follows for a moment.
//!
//! Every time is Beijing time (UTC+8, no summer time), whatever zone a device is set to. Hours are minutes since
//! midnight, and belong to the day on which they begin: whoever opens on Monday at 22:00 and closes at 06:00 does so
//! even if Tuesday is a holiday.

mod calendar;
mod error;
mod parse;
pub(in crate::model) mod piece;
mod plan;
mod read;
mod shift;
mod state;
mod words;

use jiff::civil::Weekday;

pub use self::{
    calendar::{Calendar, DayKind, Freshness, Rule, SchoolHolidays, beijing, freshness},
    error::{ErrorKind, HoursError},
    plan::{Day, Plan, Status, Way},
    shift::Shift,
    state::{Opening, State, state},
};
use super::Date;

/// A stretch of time in which a place is open, in minutes since the midnight with which its day begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first minute, 0–1439.
    pub open: u16,
    /// The first minute after it. It is later than `open` by at most a day; beyond 1440 it lies in the next day.
    pub close: u16,
}

impl Span {
    /// The minutes of a day.
    pub const DAY: u16 = 24 * 60;
}

/// 时间: the hours of an ordinary week. On every day they are sorted and do not overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weekly([Vec<Span>; 7]);

impl Weekly {
    /// The hours that begin on a day of the week.
    #[must_use]
    pub fn on(&self, weekday: Weekday) -> &[Span] {
        let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = &self.0;
        match weekday {
            Weekday::Monday => monday,
            Weekday::Tuesday => tuesday,
            Weekday::Wednesday => wednesday,
            Weekday::Thursday => thursday,
            Weekday::Friday => friday,
            Weekday::Saturday => saturday,
            Weekday::Sunday => sunday,
        }
    }
}

/// What holds on some days in place of the week and the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The first day.
    pub first: Date,
    /// The last day, which is `first` where it is only one.
    pub last: Date,
    /// What holds on each of them.
    pub change: Change,
}

/// What an exception says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// 休: closed.
    Rest,
    /// 开 without hours: as in an ordinary week, even on a holiday. A day without hours of its own has Monday's.
    Usual,
    /// 开 with hours, sorted and without overlap.
    Open(Vec<Span>),
}

/// 例外: all exceptions of a place, by date. Each day has at most one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exceptions(Vec<Exception>);

impl Exceptions {
    /// The one that holds on a day.
    #[must_use]
    pub fn on(&self, date: Date) -> Option<&Exception> {
        let after = self.0.partition_point(|it| it.first <= date);
        self.0.get(after.checked_sub(1)?).filter(|it| date <= it.last)
    }

    /// Every one of them, by date.
    pub fn iter(&self) -> impl Iterator<Item = &Exception> {
        self.0.iter()
    }
}

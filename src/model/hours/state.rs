//! Whether a place is open at a moment, and when it closes or opens.

use jiff::civil::DateTime;

use super::{
    super::{Date, day_number, numbered_day},
    Freshness, Plan, Span, Status, Way,
};

/// How many days after today are searched for the next opening.
const HORIZON: i32 = 60;

/// How many minutes before closing a place is about to close.
const SOON: i32 = 30;

/// What a reader is told about a place at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// 开放.
    Open {
        /// When it closes. None where that is more than 60 days off.
        until: Option<DateTime>,
        /// Whether the holidays of the year are announced, so that this is sure.
        holidays_known: bool,
    },
    /// 即将关门: it closes within 30 minutes.
    ClosingSoon {
        /// When it closes.
        until: DateTime,
        /// Whether the holidays of the year are announced, so that this is sure.
        holidays_known: bool,
    },
    /// 现在不开.
    Closed {
        /// The next opening within 60 days.
        next: Option<Opening>,
    },
    /// 节假日休.
    Holiday {
        /// What is celebrated.
        name: String,
        /// The next opening within 60 days.
        next: Option<Opening>,
    },
    /// 需预约.
    ByAppointment,
    /// 仅转介.
    ReferralOnly,
    /// 时间未知.
    UnknownTime,
    /// 信息过期: checked too long ago.
    Outdated,
    /// 暂停.
    Suspended,
    /// 筹建.
    Planned,
    /// 撤销.
    Abolished,
}

/// When a place opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The moment.
    pub at: DateTime,
    /// Whether the holidays of its year are announced, so that this is sure.
    pub holidays_known: bool,
}

/// What a reader is told at a moment in Beijing time. What comes first decides: the status, an overdue check, ways in
/// that have no opening hours (a place that takes visits too is judged by its hours), unknown hours, then the hours.
#[must_use]
pub fn state(plan: &Plan<'_>, now: DateTime) -> State {
    match plan.status {
        Status::Normal => {}
        Status::Suspended => return State::Suspended,
        Status::Planned => return State::Planned,
        Status::Abolished => return State::Abolished,
    }
    if plan.freshness == Freshness::Overdue {
        return State::Outdated;
    }
    if !plan.ways.contains(&Way::Visit) {
        if plan.ways.contains(&Way::Appointment) {
            return State::ByAppointment;
        }
        if plan.ways.contains(&Way::Referral) {
            return State::ReferralOnly;
        }
    }
    if plan.weekly.is_none() {
        return State::UnknownTime;
    }
    by_hours(plan, now)
}

/// Minutes count from the midnight with which today begins.
fn by_hours(plan: &Plan<'_>, now: DateTime) -> State {
    let today = now.date();
    let minute = i32::from(now.hour()) * 60 + i32::from(now.minute());
    let mut next = None;
    // The end of the hours that hold now and of those that follow without a gap.
    let mut end: Option<(i32, bool)> = None;
    // Yesterday's hours may last until today.
    for (after, date) in days(today) {
        let day = plan.day(date);
        for span in day.spans {
            let midnight = after * i32::from(Span::DAY);
            let (open, close) = (midnight + i32::from(span.open), midnight + i32::from(span.close));
            end = match end {
                Some((end, known)) if open <= end => Some((end.max(close), known)),
                None if open <= minute && minute < close => Some((close, day.holidays_known)),
                end => end,
            };
            if end.is_none() && minute < open && next.is_none() {
                next = moment(today, open)
                    .map(|at| Opening { at, holidays_known: day.holidays_known });
            }
        }
        let ends_before_tomorrow = |(end, _)| end < (after + 1) * i32::from(Span::DAY);
        if next.is_some() || end.is_some_and(ends_before_tomorrow) {
            break;
        }
    }
    if let Some((end, holidays_known)) = end {
        let is_in_sight = end < HORIZON * i32::from(Span::DAY);
        return match moment(today, end).filter(|_| is_in_sight) {
            Some(until) if end - minute <= SOON => State::ClosingSoon { until, holidays_known },
            until => State::Open { until, holidays_known },
        };
    }
    let day = plan.day(today);
    match day.holiday {
        Some(name) => State::Holiday { name: name.to_owned(), next },
        None if day.hours_known => State::Closed { next },
        None => State::UnknownTime,
    }
}

/// Yesterday, today and the days to be searched, each with its distance from today. Fewer at the ends of time.
fn days(today: Date) -> impl Iterator<Item = (i32, Date)> {
    let first = day_number(today);
    (-1..=HORIZON).filter_map(move |after| Some((after, numbered_day(first + after)?)))
}

/// The moment that is some minutes after the midnight with which a day begins.
fn moment(today: Date, minutes: i32) -> Option<DateTime> {
    let day = i32::from(Span::DAY);
    let date = numbered_day(day_number(today) + minutes.div_euclid(day))?;
    let part = |minutes: i32| i8::try_from(minutes).ok();
    Some(date.at(part(minutes.rem_euclid(day) / 60)?, part(minutes.rem_euclid(60))?, 0, 0))
}

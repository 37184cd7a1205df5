//! How a state is told.

use jiff::civil::{DateTime, Weekday};

use super::{
    super::{Date, day_number},
    State, Status, Way,
};

impl State {
    /// The state in a word.
    #[must_use]
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Open { .. } => "开放",
            Self::ClosingSoon { .. } => "即将关门",
            Self::Closed { .. } => "现在不开",
            Self::Holiday { .. } => "节假日休",
            Self::ByAppointment => Way::Appointment.label(),
            Self::ReferralOnly => Way::Referral.label(),
            Self::UnknownTime => "时间未知",
            Self::Outdated => "信息过期",
            Self::Suspended => Status::Suspended.label(),
            Self::Planned => Status::Planned.label(),
            Self::Abolished => Status::Abolished.label(),
        }
    }

    /// Whether somebody can walk in now.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Open { .. } | Self::ClosingSoon { .. })
    }

    /// The shape that stands before the words, by the name that the style sheet knows: a full, a half or an empty
    /// circle, a square for what is asked for first, and none for what is not known.
    #[must_use]
    pub const fn shape(&self) -> &'static str {
        match self {
            Self::Open { .. } => "open",
            Self::ClosingSoon { .. } => "soon",
            Self::Closed { .. } | Self::Holiday { .. } => "closed",
            Self::ByAppointment | Self::ReferralOnly => "asked",
            Self::UnknownTime | Self::Outdated => "unknown",
            Self::Suspended | Self::Planned | Self::Abolished => "gone",
        }
    }

    /// The state and what follows: `现在不开，明天 08:30 开`. `today` is the day on which it holds.
    #[must_use]
    pub fn words(&self, today: Date) -> String {
        let mut words = self.label().to_owned();
        let holidays_known = match self {
            Self::Open { until: Some(until), holidays_known }
            | Self::ClosingSoon { until, holidays_known } => {
                words.push_str(&format!("，{} 关门", words_until(*until, today)));
                *holidays_known
            }
            Self::Open { until: None, holidays_known } => *holidays_known,
            Self::Closed { next: Some(next) } | Self::Holiday { next: Some(next), .. } => {
                let (day, time) = (words_day(next.at.date(), today), words_time(next.at));
                words.push_str(&format!("，{day} {time} 开"));
                next.holidays_known
            }
            _ => true,
        };
        if !holidays_known {
            words.push_str("（节假日安排未公布）");
        }
        words
    }
}

/// `今天`, `明天` or `10月9日 周五`.
fn words_day(date: Date, today: Date) -> String {
    if date == today {
        return "今天".to_owned();
    }
    if day_number(date) == day_number(today) + 1 {
        return "明天".to_owned();
    }
    let weekday = match date.weekday() {
        Weekday::Monday => "周一",
        Weekday::Tuesday => "周二",
        Weekday::Wednesday => "周三",
        Weekday::Thursday => "周四",
        Weekday::Friday => "周五",
        Weekday::Saturday => "周六",
        Weekday::Sunday => "周日",
    };
    format!("{}月{}日 {weekday}", date.month(), date.day())
}

fn words_time(at: DateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// A closing time: `17:30`, `24:00` for the midnight with which today ends, `明天 06:00`.
fn words_until(until: DateTime, today: Date) -> String {
    let is_midnight = until.hour() == 0 && until.minute() == 0;
    match until.date() {
        date if date == today => words_time(until),
        date if is_midnight && day_number(date) == day_number(today) + 1 => "24:00".to_owned(),
        date => format!("{} {}", words_day(date, today), words_time(until)),
    }
}

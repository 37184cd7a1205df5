//! All that decides whether a place is open, and the hours of one day.

use jiff::civil::Weekday;

use super::{
    super::Date, Calendar, Change, DayKind, Exceptions, Freshness, Rule, SchoolHolidays, Span,
    Weekly,
};

/// 状态: whether there is such a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// 正常.
    Normal,
    /// 暂停.
    Suspended,
    /// 筹建.
    Planned,
    /// 撤销.
    Abolished,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Normal, Self::Suspended, Self::Planned, Self::Abolished];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Normal => "正常",
            Self::Suspended => "暂停",
            Self::Planned => "筹建",
            Self::Abolished => "撤销",
        }
    }
}

/// 方式: how one gets in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// 直接到访.
    Visit,
    /// 需预约.
    Appointment,
    /// 仅转介.
    Referral,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Visit, Self::Appointment, Self::Referral];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Visit => "直接到访",
            Self::Appointment => "需预约",
            Self::Referral => "仅转介",
        }
    }
}

/// All that decides whether a place is open.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    /// 状态.
    pub status: Status,
    /// How old the last check is.
    pub freshness: Freshness,
    /// 方式; none where they are unknown.
    pub ways: &'a [Way],
    /// 时间, where it is known.
    pub weekly: Option<&'a Weekly>,
    /// 例外.
    pub exceptions: &'a Exceptions,
    /// 随日历.
    pub rule: Rule,
    /// The public holidays.
    pub calendar: &'a Calendar,
    /// The school holidays of the place.
    pub school: &'a SchoolHolidays,
}

/// The hours of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day<'a> {
    /// Those that begin on it, sorted.
    pub spans: &'a [Span],
    /// The holiday for which it is closed.
    pub holiday: Option<&'a str>,
    /// Whether anybody told the hours. Without it `spans` is empty and means nothing.
    pub hours_known: bool,
    /// Whether the holidays of its year are announced, or make no difference here.
    pub holidays_known: bool,
}

impl<'a> Plan<'a> {
    /// The hours that begin on a day: by its exception, else by the calendar, else by the week.
    #[must_use]
    pub fn day(&self, date: Date) -> Day<'a> {
        let Some(weekly) = self.weekly else { return Day::unknown() };
        let kind = self.calendar.get(date).filter(|_| self.rule != Rule::AsUsual);
        let weekday = match kind {
            Some(DayKind::Work(_)) => Weekday::Monday,
            _ => date.weekday(),
        };
        match self.exceptions.on(date).map(|it| &it.change) {
            Some(Change::Rest) => return Day::known(&[]),
            Some(Change::Open(spans)) => return Day::known(spans),
            Some(Change::Usual) => {
                // A day that is named because it is open is never one without hours.
                let own = [weekday, Weekday::Monday].map(|it| weekly.on(it));
                let spans = own.into_iter().find(|it| !it.is_empty());
                return spans.map_or(Day::unknown(), Day::known);
            }
            None => {}
        }
        if self.rule == Rule::SchoolHolidaysOnly {
            match self.school.contains(date) {
                None => return Day::unknown(),
                Some(false) => return Day::known(&[]),
                Some(true) => {}
            }
        }
        let holidays_known = self.rule == Rule::AsUsual || self.calendar.announces(date.year());
        match kind {
            Some(DayKind::Rest(name)) => {
                Day { holiday: Some(name), holidays_known, ..Day::known(&[]) }
            }
            _ => Day { holidays_known, ..Day::known(weekly.on(weekday)) },
        }
    }
}

impl<'a> Day<'a> {
    const fn known(spans: &'a [Span]) -> Self {
        Self { spans, holiday: None, hours_known: true, holidays_known: true }
    }

    const fn unknown() -> Self {
        Self { hours_known: false, ..Self::known(&[]) }
    }
}

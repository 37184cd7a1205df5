//! All that decides whether a station is open, as one line of text: what a page carries, so that the browser can say
//! what holds now. The line is what editors have written, so there is one grammar and one reader for it.

use super::hours::{
    Calendar, DayKind, Exceptions, Plan, Rule, SchoolHolidays, State, Status, Way, Weekly,
    freshness, state,
};
use super::{Date, PartialDate, Portal, Station};

/// Between the parts of a line. No part may hold it: hours are parsed, and everything else is a word or a day.
const BETWEEN: char = '|';

/// What decides whether a station is open.
#[derive(Clone, Debug)]
pub struct Timetable {
    status: Status,
    checked: Date,
    due: Date,
    ways: Vec<Way>,
    rule: Rule,
    weekly: Option<Weekly>,
    exceptions: Exceptions,
    school: SchoolHolidays,
}

impl Timetable {
    /// The line of a station.
    #[must_use]
    pub fn line(portal: &Portal, station: &Station) -> String {
        let text = |words: &Option<String>| words.clone().unwrap_or_default();
        let school: Vec<String> = match station.rule {
            Rule::SchoolHolidaysOnly => {
                let spans = portal.school_holiday_spans(&station.area);
                spans.map(|(first, last)| format!("{first}~{last}")).collect()
            }
            // No other rule asks when they are.
            Rule::RestOnHolidays | Rule::AsUsual => Vec::new(),
        };
        let parts = [
            station.status.label().to_owned(),
            station.checked.to_string(),
            station.due(portal).to_string(),
            station.ways.iter().map(|way| way.label()).collect::<Vec<_>>().join(";"),
            station.rule.label().to_owned(),
            text(&station.hours),
            text(&station.changes),
            school.join(";"),
        ];
        parts.join("|")
    }

    /// Reads a line; `None` where it is not one.
    #[must_use]
    pub fn parse(line: &str) -> Option<Self> {
        let mut parts = line.split(BETWEEN);
        let mut part = || parts.next();
        let (status, checked, due, ways, rule) = (part()?, part()?, part()?, part()?, part()?);
        let (hours, changes, school) = (part()?, part()?, part()?);
        Some(Self {
            status: Status::ALL.into_iter().find(|it| it.label() == status)?,
            checked: day(checked)?,
            due: day(due)?,
            ways: Way::ALL
                .into_iter()
                .filter(|way| ways.split(';').any(|it| it == way.label()))
                .collect(),
            rule: Rule::ALL.into_iter().find(|it| it.label() == rule)?,
            weekly: Weekly::parse(hours).ok().filter(|_| !hours.is_empty()),
            exceptions: Exceptions::parse(changes).unwrap_or_default(),
            school: SchoolHolidays::new(school.split(';').filter_map(|range| {
                let (first, last) = range.split_once('~')?;
                Some((day(first)?, day(last)?))
            })),
        })
    }

    /// What a reader is told at a moment in Beijing time.
    #[must_use]
    pub fn state(&self, calendar: &Calendar, now: jiff::civil::DateTime) -> State {
        let plan = Plan {
            status: self.status,
            freshness: freshness(self.checked, self.due, now.date()),
            ways: &self.ways,
            weekly: self.weekly.as_ref(),
            exceptions: &self.exceptions,
            rule: self.rule,
            calendar,
            school: &self.school,
        };
        state(&plan, now)
    }
}

/// The public holidays as a line: `2026-01-01休元旦;2026-01-04班元旦补班`.
#[must_use]
pub fn calendar_line(calendar: &Calendar) -> String {
    let days = calendar.iter().map(|(date, kind)| match kind {
        DayKind::Rest(name) => format!("{date}休{name}"),
        DayKind::Work(name) => format!("{date}班{name}"),
    });
    days.collect::<Vec<_>>().join(";")
}

/// Reads the line of [`calendar_line`]; what is no day is passed over.
#[must_use]
pub fn parse_calendar(line: &str) -> Calendar {
    Calendar::new(line.split(';').filter_map(|text| {
        let (date, rest) = text.split_at_checked(10)?;
        let kind = match (rest.strip_prefix('休'), rest.strip_prefix('班')) {
            (Some(name), _) => DayKind::Rest(name.to_owned()),
            (_, Some(name)) => DayKind::Work(name.to_owned()),
            _ => return None,
        };
        Some((day(date)?, kind))
    }))
}

fn day(text: &str) -> Option<Date> {
    PartialDate::parse(text)?.day()
}

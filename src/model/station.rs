//! The directory: places that protect and help, and what their kinds and services are.

use std::fmt;

use super::coordinate::Point;
use super::hours::{Exceptions, Plan, Rule, SchoolHolidays, Status, Way, Weekly, freshness};
use super::{Date, Level, Portal, Review};

/// A row of `stations.csv`.
#[derive(Clone, Debug)]
pub struct Station {
    /// What pages and other rows refer to.
    pub id: String,
    /// The official name.
    pub name: String,
    /// What people call it.
    pub aliases: Vec<String>,
    /// The name of its type in `types.csv`.
    pub kind: String,
    /// 市, 区县, 镇街 or 村居.
    pub level: Level,
    /// The id of the station above it.
    pub parent: Option<String>,
    /// Who runs it: 民政, 妇联 …
    pub authority: Option<String>,
    /// The code of the area that it lies in.
    pub area: String,
    /// The codes of the areas that it serves; its own area where there are none.
    pub serves: Vec<String>,
    /// How much of its place may be told.
    pub openness: Openness,
    /// Where it is, where that may be told and is known.
    pub address: Option<String>,
    /// How to get there, where that may be told.
    pub directions: Option<String>,
    /// Its place in WGS-84, whatever the row was written in, where that may be told.
    pub point: Option<Point>,
    /// Its numbers; none means that 12345 stands in.
    pub phones: Vec<Phone>,
    /// Its weekly hours, where they are known.
    pub weekly: Option<Weekly>,
    /// The hours as they were written.
    pub hours: Option<String>,
    /// Days on which it differs.
    pub exceptions: Exceptions,
    /// Those days as they were written.
    pub changes: Option<String>,
    /// What public holidays mean for it.
    pub rule: Rule,
    /// How one is received: visit, appointment, referral; none where that is unknown.
    pub ways: Vec<Way>,
    /// The names of its services in `services.csv`.
    pub services: Vec<String>,
    /// For whom it is.
    pub audience: Option<String>,
    /// What it costs. Unknown costs stay unknown.
    pub cost: Option<String>,
    /// Ramps, lifts, sign language …
    pub accessibility: Vec<String>,
    /// What is spoken there.
    pub languages: Vec<String>,
    /// Rooms and things.
    pub facilities: Vec<String>,
    /// The post to ask for; never a person's name.
    pub post: Option<String>,
    /// Whether it works.
    pub status: Status,
    /// What everybody has to know now.
    pub notice: Option<String>,
    /// The ids of its sources.
    pub sources: Vec<String>,
    /// When an editor last checked it.
    pub checked: Date,
    /// Who checked it: a unit, not a person.
    pub checker: Option<String>,
    /// When it has to be checked again.
    pub review_by: Option<Date>,
    /// What else a reader should know.
    pub note: Option<String>,
}

impl Station {
    /// Until when its last check holds.
    #[must_use]
    pub fn due(&self, portal: &Portal) -> Date {
        let due =
            self.review_by.or_else(|| Review::due(self.checked, portal.settings.review.stations));
        due.unwrap_or(self.checked)
    }

    /// All that decides whether it is open, as of a day.
    #[must_use]
    pub fn plan<'a>(
        &'a self,
        portal: &'a Portal,
        school: &'a SchoolHolidays,
        today: Date,
    ) -> Plan<'a> {
        Plan {
            status: self.status,
            freshness: freshness(self.checked, self.due(portal), today),
            ways: &self.ways,
            weekly: self.weekly.as_ref(),
            exceptions: &self.exceptions,
            rule: self.rule,
            calendar: &portal.calendar,
            school,
        }
    }

    /// Whether it is there for an area: the area lies in what it serves.
    #[must_use]
    pub fn is_for(&self, area: &str) -> bool {
        if self.serves.is_empty() {
            return area.starts_with(&self.area);
        }
        self.serves.iter().any(|served| area.starts_with(served.as_str()))
    }
}

/// How much of a station's place may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Openness {
    /// 公开: all of it.
    Public,
    /// 仅电话: it is reached by telephone first.
    PhoneOnly,
    /// 保密: where it is must not be told, so the row may not even hold it.
    Confidential,
}

impl Openness {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Public, Self::PhoneOnly, Self::Confidential];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Public => "公开",
            Self::PhoneOnly => "仅电话",
            Self::Confidential => "保密",
        }
    }
}

/// A number of a station.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// 值班, 热线 …
    pub label: Option<String>,
    /// The number.
    pub number: String,
}

impl Phone {
    /// The label of a mobile that a unit has published for its duty, the only mobile that a row may hold.
    pub const PUBLIC_MOBILE: &'static str = "公开值班手机";
}

/// As editors write it: `值班:020-12345678`.
impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.label {
            Some(label) => write!(f, "{label}:{}", self.number),
            None => f.write_str(&self.number),
        }
    }
}

/// A row of `types.csv`: a kind of station.
#[derive(Clone, Debug)]
pub struct StationType {
    /// Its name.
    pub name: String,
    /// What it does for a reader, in a sentence.
    pub role: String,
    /// The article that it rests on: `未成年人保护法/81`.
    pub article: Option<String>,
    /// What every station of this kind does, by the names of `services.csv`; a station's row adds its own.
    pub services: Vec<String>,
    /// What else a reader should know.
    pub note: Option<String>,
    /// What policies call it in 到哪里办: 镇街 for the station of a town.
    pub called: Vec<String>,
}

/// A row of `services.csv`.
#[derive(Clone, Debug)]
pub struct Service {
    /// Its name.
    pub name: String,
    /// What a reader would say: 找人说说话.
    pub need: String,
    /// What people type who look for it: 难过, 睡不着.
    pub aliases: Vec<String>,
    /// What it is.
    pub note: Option<String>,
}

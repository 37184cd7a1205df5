//! Administrative divisions, by their official codes.

use std::collections::BTreeMap;

use super::PartialDate;
use super::coordinate::Point;

/// The level of a division.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 省, 2 digits.
    Province,
    /// 市, 4 digits.
    City,
    /// 区县, 6 digits.
    County,
    /// 镇街, 9 digits.
    Town,
    /// 村居, 12 digits.
    Village,
}

impl Level {
    /// Every level, the largest first.
    pub const ALL: [Self; 5] =
        [Self::Province, Self::City, Self::County, Self::Town, Self::Village];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Province => "省",
            Self::City => "市",
            Self::County => "区县",
            Self::Town => "镇街",
            Self::Village => "村居",
        }
    }

    /// The number of digits of a code of this level.
    #[must_use]
    pub const fn digits(self) -> usize {
        match self {
            Self::Province => 2,
            Self::City => 4,
            Self::County => 6,
            Self::Town => 9,
            Self::Village => 12,
        }
    }

    /// The level that a code's length names.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.digits() == code.len())
    }
}

/// A row of `areas.csv`.
#[derive(Clone, Debug)]
pub struct Area {
    /// 2, 4, 6, 9 or 12 digits; a code begins with the code of its parent.
    pub code: String,
    /// The official name.
    pub name: String,
    /// Its level.
    pub level: Level,
    /// The code of the division that it belongs to; none for a province.
    pub parent: Option<String>,
    /// Other names that people use.
    pub aliases: Vec<String>,
    /// The first day on which it exists, where it is not old.
    pub from: Option<PartialDate>,
    /// The last day on which it existed.
    pub until: Option<PartialDate>,
    /// About where a town lies, in WGS-84 (`GeoNames`); not a station's door.
    pub point: Option<Point>,
}

impl Area {
    /// Whether the code is one that statisticians keep for 林场, 保护区, 开发区 and the like (town part 4xx and up),
    /// which is not an administrative division and has no protection station of its own.
    #[must_use]
    pub fn is_statistical(&self) -> bool {
        self.code.get(6..9).is_some_and(|town| town >= "400")
    }
}

/// All divisions, by code.
#[derive(Clone, Debug, Default)]
pub struct Areas(BTreeMap<String, Area>);

impl Areas {
    /// Takes the divisions; of two with one code the later stands.
    #[must_use]
    pub fn new(areas: impl IntoIterator<Item = Area>) -> Self {
        Self(areas.into_iter().map(|area| (area.code.clone(), area)).collect())
    }

    /// The division with this code.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Area> {
        self.0.get(code)
    }

    /// Every division, by code.
    pub fn iter(&self) -> impl Iterator<Item = &Area> {
        self.0.values()
    }

    /// How many divisions of a level lie in an area, statistical ones left out.
    #[must_use]
    pub fn count(&self, within: &str, level: Level) -> usize {
        self.0
            .range(within.to_owned()..)
            .take_while(|(code, _)| code.starts_with(within))
            .filter(|(_, area)| area.level == level && !area.is_statistical())
            .count()
    }

    /// The names from the province down, without a break: `广东省广州市白云区`. The code itself where it is unknown.
    #[must_use]
    pub fn full_name(&self, code: &str) -> String {
        let mut names = Vec::new();
        let mut next = self.get(code);
        while let Some(area) = next {
            names.push(area.name.as_str());
            next = area.parent.as_deref().and_then(|parent| self.get(parent));
        }
        if names.is_empty() { code.to_owned() } else { names.into_iter().rev().collect() }
    }
}

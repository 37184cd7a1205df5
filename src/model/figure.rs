//! Published numbers. A number stands once, in `figures.csv`, and is referred to wherever it is used.

use super::{Date, PartialDate};

/// A row of `figures.csv`.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What pages refer to.
    pub id: String,
    /// What is counted.
    pub name: String,
    /// The number as written in the source: digits, `.` and nothing else.
    pub value: String,
    /// 约, 近, 超过 …, put before the number.
    pub qualifier: Option<String>,
    /// The unit, put after the number: 人, 万人, 场次, 元/人/月 …
    pub unit: String,
    /// The code of the area that it speaks of.
    pub area: String,
    /// The date that it speaks of.
    pub as_of: PartialDate,
    /// The id of its source.
    pub source: String,
    /// Who counted, or whether it is still a plan.
    pub kind: FigureKind,
    /// When an editor last compared it with its source.
    pub checked: Date,
    /// When it has to be compared again, where it can change.
    pub review_by: Option<Date>,
    /// How it was counted, or what it must not be compared with.
    pub note: Option<String>,
}

/// What a number claims to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKind {
    /// 公布: told by the place or its agencies.
    Declared,
    /// 统计: of an official statistical list.
    Statistical,
    /// 目标: to be reached; never shown as a result.
    Target,
}

impl FigureKind {
    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Declared => "公布",
            Self::Statistical => "统计",
            Self::Target => "目标",
        }
    }
}

/// Fewer children than this can be recognised by those who know the place.
const FEW: f64 = 10.0;

/// Words for children, and for the grown-ups whose titles hold such a word.
const CHILDREN: [&str; 5] = ["儿童", "未成年", "孩子", "少年", "孤儿"];
const GROWN_UPS: [&str; 8] = ["主任", "督导员", "律师", "志愿", "教师", "老师", "社工", "队伍"];

impl Figure {
    /// Whether it counts so few children that a reader could tell who they are: such a number is not published.
    #[must_use]
    pub fn is_small_count_of_children(&self) -> bool {
        let holds = |words: &[&str]| words.iter().any(|word| self.name.contains(word));
        matches!(self.unit.as_str(), "人" | "名" | "个孩子" | "名儿童")
            && holds(&CHILDREN)
            && !holds(&GROWN_UPS)
            && self.amount() < FEW
    }

    /// Whether it is an amount that somebody is entitled to, which is set anew from time to time: 元/人/月.
    #[must_use]
    pub fn is_rate(&self) -> bool {
        self.unit.starts_with("元/")
    }

    /// The number with its qualifier and unit: `近 1.2 万人次`.
    #[must_use]
    pub fn text(&self) -> String {
        let qualifier = self.qualifier.as_deref().unwrap_or_default();
        if self.unit == "%" {
            return format!("{qualifier}{}%", self.value);
        }
        let separator = if self.unit.is_empty() { "" } else { " " };
        let before = if qualifier.is_empty() { "" } else { " " };
        format!("{qualifier}{before}{}{separator}{}", self.value, self.unit)
    }

    /// The number itself, for a chart; 万 and 亿 in the unit are multiplied in.
    #[must_use]
    pub fn amount(&self) -> f64 {
        let number: f64 = self.value.parse().unwrap_or_default();
        match self.unit.chars().next() {
            Some('万') => number * 1e4,
            Some('亿') => number * 1e8,
            _ => number,
        }
    }
}

//! Which part of the day it is for somebody who looks for help: offices work, offices have closed, or it is night.
//!
//! A guide to whom to call first, not to whether one door is open: offices keep hours of their own, and where they are
//! published a station's [`State`](super::State) tells them.

use jiff::civil::{DateTime, Weekday};

use super::{Calendar, DayKind};

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// A working day from 8 to 18.
    Office,
    /// From 6 to 22 when offices do not work.
    After,
    /// From 22 to 6, whatever day it is.
    Night,
}

impl Shift {
    /// All of them, in the order in which pages tell them.
    pub const ALL: [Self; 3] = [Self::Office, Self::After, Self::Night];

    /// The part of the day of a moment in Beijing. In a year that is not announced yet the week alone decides.
    #[must_use]
    pub fn at(calendar: &Calendar, now: DateTime) -> Self {
        let works = match calendar.get(now.date()) {
            Some(DayKind::Rest(_)) => false,
            Some(DayKind::Work(_)) => true,
            None => !matches!(now.weekday(), Weekday::Saturday | Weekday::Sunday),
        };
        match now.hour() {
            ..6 | 22.. => Self::Night,
            8..18 if works => Self::Office,
            _ => Self::After,
        }
    }

    /// The name of it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Office => "上班的时候",
            Self::After => "下班以后、周末、放假",
            Self::Night => "夜里",
        }
    }

    /// Whom to turn to when no stop of the chain helps. Danger and 110 are said for every time, beside it.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Office => {
                "上面哪一级都可以直接去问。没人接、被推来推去，打 12345，请接线员转到管事的部门，记下工单号。"
            }
            Self::After => {
                "上面的门多半关着。打 12345，说清孩子在哪里、怎么了，请他记下来、转过去。孩子这会儿没有大人管，打 110。"
            }
            Self::Night => {
                "不用等到天亮。孩子没有大人、不敢回家、找不到了，打 110；病了、伤了，打 120。别的事打 12345，天亮再去门口问。"
            }
        }
    }

    /// What marks it on a page.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::After => "after",
            Self::Night => "night",
        }
    }
}

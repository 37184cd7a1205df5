//! What can be wrong with the hours that an editor writes.

use std::ops::Range;

/// One mistake in 时间 or 例外.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursError {
    /// Where in the cell, in bytes.
    pub range: Range<usize>,
    /// What kind of mistake.
    pub kind: ErrorKind,
    /// The text at that place.
    pub found: String,
}

/// The kinds of mistakes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// There are no hours in the cell.
    Empty,
    /// Not a day of the week.
    UnknownDay,
    /// Hours without a day of the week.
    MissingDay,
    /// A day of the week, or 开 and something, without hours.
    MissingTime,
    /// Not hours.
    BadTime,
    /// Closing at the minute of opening.
    NoLength,
    /// Hours that begin before others end.
    Overlap,
    /// Not a date, or none that exists.
    BadDate,
    /// Days that end before they begin.
    Backwards,
    /// Days without 休 or 开.
    MissingChange,
    /// Hours behind 休.
    RestWithTime,
    /// Two exceptions for one day.
    DateTwice,
}

impl HoursError {
    /// What was found, in Chinese.
    #[must_use]
    pub fn message(&self) -> String {
        let found = &self.found;
        match self.kind {
            ErrorKind::Empty => "没有写时间".to_owned(),
            ErrorKind::UnknownDay => format!("“{found}”不是星期"),
            ErrorKind::MissingDay => format!("“{found}”前面没有写星期"),
            ErrorKind::MissingTime => format!("“{found}”后面没有写时间"),
            ErrorKind::BadTime => format!("“{found}”不是一段时间"),
            ErrorKind::NoLength => format!("“{found}”的开门和关门是同一刻"),
            ErrorKind::Overlap => format!("“{found}”和另一段时间重叠"),
            ErrorKind::BadDate => format!("“{found}”不是日期，或者没有这一天"),
            ErrorKind::Backwards => format!("“{found}”的最后一天比第一天早"),
            ErrorKind::MissingChange => format!("“{found}”没有写“休”或“开”"),
            ErrorKind::RestWithTime => format!("“休”后面多了“{found}”"),
            ErrorKind::DateTwice => format!("“{found}”里有一天写了两次"),
        }
    }

    /// How to mend it, in Chinese.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self.kind {
            ErrorKind::Empty => "写成 周一-周五 08:30-12:00；不知道就留空",
            ErrorKind::UnknownDay => {
                "写“周一”到“周日”，连着的写 周一-周五，天天开写“每天”；不开的日子不用写"
            }
            ErrorKind::MissingDay => "前面加上星期，例如 周一-周五 08:30-12:00；天天一样写“每天”",
            ErrorKind::MissingTime => "后面加上时间，例如 08:30-12:00；不开的日子不用写",
            ErrorKind::BadTime => {
                "写成 08:30-12:00，最晚 24:00；一天几段用逗号隔开，一整天写“全天”"
            }
            ErrorKind::NoLength => "改正其中一个；一整天写“全天”",
            ErrorKind::Overlap => "改正其中一段；关门比开门早的，算开到第二天",
            ErrorKind::BadDate => "写成 2026-10-01；连着几天写 2026-10-01..2026-10-07",
            ErrorKind::Backwards => "先写第一天，再写最后一天",
            ErrorKind::MissingChange => "日期后面写“休”，或者“开”和时间：2026-10-10 开 09:00-12:00",
            ErrorKind::RestWithTime => "删去多的字；那天开门就写“开”",
            ErrorKind::DateTwice => "每一天只写一次：把连着的几天拆成几条",
        }
    }
}

//! Facts: what is asked about a child and the family, and what can be answered.

use crate::model::{Date, day_number};

/// A row of `facts.csv`.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The short name that tables use: 年龄.
    pub id: String,
    /// What can be answered. 不清楚 and 不想回答 always can.
    pub kind: FactKind,
    /// Whether it may be put to anybody as something that could change. Death, illness and prison never are.
    pub changeable: bool,
    /// Whose fact it is.
    pub owner: Owner,
    /// How much it costs to be asked, 0–3.
    pub sensitivity: u8,
    /// Whether it decides protection, so that it is asked first.
    pub safety: bool,
    /// Whether it is asked before what decides more: results need it, as they need the area to name a station.
    pub early: bool,
    /// The question to a child.
    pub ask_child: String,
    /// The question to a parent.
    pub ask_parent: String,
    /// The question to a teacher, or to anybody who looks from outside.
    pub ask_helper: String,
    /// What helps to answer, for grown-ups; for a child too where it has no words of its own.
    pub help: Option<String>,
    /// What helps a child to answer.
    pub help_child: Option<String>,
}

impl Fact {
    /// A fact of a child of which nothing else has been said.
    #[must_use]
    pub fn new(id: impl Into<String>, kind: FactKind) -> Self {
        Self {
            id: id.into(),
            kind,
            changeable: false,
            owner: Owner::Child,
            sensitivity: 0,
            safety: false,
            early: false,
            ask_child: String::new(),
            ask_parent: String::new(),
            ask_helper: String::new(),
            help: None,
            help_child: None,
        }
    }
}

/// What kind of answer a fact has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// 是否: yes or no.
    Flag,
    /// 枚举: one of some values.
    Choice(Vec<String>),
    /// 多选: any of some values, or none of them.
    Many(Vec<String>),
    /// 整数: a whole number.
    Number {
        /// The least.
        first: i32,
        /// The greatest.
        last: i32,
        /// 岁, 人 …
        unit: String,
    },
    /// 日期: a day.
    Date {
        /// The earliest.
        first: Date,
        /// The latest.
        last: Date,
    },
    /// 区划: a division, by its code.
    Area,
}

impl FactKind {
    /// The words for yes and no, in the order of their masks.
    pub const FLAGS: [&'static str; 2] = ["是", "否"];

    /// The word that editors write.
    #[must_use]
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Flag => "是否",
            Self::Choice(_) => "枚举",
            Self::Many(_) => "多选",
            Self::Number { .. } => "整数",
            Self::Date { .. } => "日期",
            Self::Area => "区划",
        }
    }

    /// The values that can be chosen, in order; none where it is a number, a day or an area.
    #[must_use]
    pub fn choices(&self) -> Vec<&str> {
        match self {
            Self::Flag => Self::FLAGS.to_vec(),
            Self::Choice(choices) | Self::Many(choices) => {
                choices.iter().map(String::as_str).collect()
            }
            Self::Number { .. } | Self::Date { .. } | Self::Area => Vec::new(),
        }
    }

    /// The least and the greatest number; days are counted as [`day_number`] counts them.
    #[must_use]
    pub fn span(&self) -> Option<(i32, i32)> {
        match self {
            Self::Number { first, last, .. } => Some((*first, *last)),
            Self::Date { first, last } => Some((day_number(*first), day_number(*last))),
            _ => None,
        }
    }

    /// The mask of a value that can be chosen.
    #[must_use]
    pub fn mask(&self, value: &str) -> Option<u64> {
        let at = self.choices().iter().position(|choice| *choice == value)?;
        1_u64.checked_shl(u32::try_from(at).ok()?)
    }
}

/// Whose fact it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// 孩子.
    Child,
    /// 家庭: the same for all children of a family.
    Family,
    /// 父亲, whom the children of a family need not share.
    Father,
    /// 母亲.
    Mother,
}

impl Owner {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Child, Self::Family, Self::Father, Self::Mother];

    /// The word that editors write.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Child => "孩子",
            Self::Family => "家庭",
            Self::Father => "父亲",
            Self::Mother => "母亲",
        }
    }
}

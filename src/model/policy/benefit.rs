//! What a policy gives, what one has to bring, and where one goes.

use crate::model::{Inline, PartialDate};

/// A row of 待遇.
#[derive(Clone, Debug)]
pub struct Benefit {
    /// What it is.
    pub name: String,
    /// How much, in digits; none where nobody has found it out.
    pub amount: Option<String>,
    /// 元/月 …
    pub unit: Option<String>,
    /// The code of the area in which it is so much; none where it is the same everywhere.
    pub area: Option<String>,
    /// Since when.
    pub from: Option<PartialDate>,
    /// Until when.
    pub until: Option<PartialDate>,
    /// The ids of its sources.
    pub sources: Vec<String>,
}

/// A row of 材料.
#[derive(Clone, Debug)]
pub struct Paper {
    /// What to bring.
    pub name: Vec<Inline>,
    /// 何时需要: 都要, the letters of branches, or words.
    pub needed: String,
    /// 谁出具: who issues it.
    pub issuer: Vec<Inline>,
    /// 可免: when one need not bring it.
    pub waived: Vec<Inline>,
}

impl Paper {
    /// The branches in which it is needed; none where it is not a matter of branches.
    #[must_use]
    pub fn branches(&self) -> Vec<char> {
        let mut letters = Vec::new();
        for part in self.needed.split([';', '；', '、']) {
            match part.trim().parse::<char>() {
                Ok(letter) if letter.is_ascii_uppercase() => letters.push(letter),
                _ => return Vec::new(),
            }
        }
        letters
    }
}

/// A row of 到哪里办.
#[derive(Clone, Debug)]
pub struct Door {
    /// 地点: a kind of station of `types.csv`, or of office.
    pub place: String,
    /// 哪里的: the one of which area.
    pub seat: Seat,
    /// What else to know.
    pub note: Vec<Inline>,
}

/// The area whose office is responsible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// 户籍地: where the household is registered.
    Household,
    /// 居住地: where the child lives.
    Residence,
    /// 就读地: where the school is.
    School,
    /// 急难发生地: where the emergency happened.
    Emergency,
    /// 不限: any of them.
    Any,
}

impl Seat {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Household, Self::Residence, Self::School, Self::Emergency, Self::Any];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Household => "户籍地",
            Self::Residence => "居住地",
            Self::School => "就读地",
            Self::Emergency => "急难发生地",
            Self::Any => "不限",
        }
    }
}

//! Numbers to call.

use super::Date;

/// A row of `hotlines.csv`.
#[derive(Clone, Debug)]
pub struct Hotline {
    /// The number, which is also its id.
    pub number: String,
    /// What it is called.
    pub name: String,
    /// What to call it for.
    pub purpose: String,
    /// Who answers.
    pub answered_by: String,
    /// When it is answered. Unknown hours stay unknown.
    pub hours: Option<String>,
    /// Whether somebody answers at any hour of every day, everywhere.
    pub around_the_clock: bool,
    /// What the call costs. Unknown costs stay unknown.
    pub cost: Option<String>,
    /// What they will ask, one question each.
    pub questions: Vec<String>,
    /// Whether the caller may stay anonymous.
    pub anonymity: Anonymity,
    /// What to do when one cannot speak.
    pub without_voice: Option<String>,
    /// Where it is answered, where not in the whole country: an area code.
    pub area: Option<String>,
    /// Whether it is for immediate danger.
    pub emergency: bool,
    /// The ids of its sources.
    pub sources: Vec<String>,
    /// When an editor last checked it.
    pub checked: Date,
    /// When it has to be checked again.
    pub review_by: Option<Date>,
    /// Whether an editor still has to call it (待核验).
    pub unverified: bool,
    /// What else a caller should know.
    pub note: Option<String>,
}

impl Hotline {
    /// 报警: stands on every page, whatever the content says.
    pub const EMERGENCY: &'static str = "110";
    /// 急救.
    pub const MEDICAL: &'static str = "120";
    /// The default answer: it passes a caller on to whoever is in charge.
    pub const DEFAULT: &'static str = "12345";
}

/// Whether a caller may stay anonymous.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anonymity {
    /// 可以.
    Possible,
    /// 不可以.
    Impossible,
    /// 未知.
    Unknown,
}

impl Anonymity {
    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Possible => "可以",
            Self::Impossible => "不可以",
            Self::Unknown => "未知",
        }
    }
}

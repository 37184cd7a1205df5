//! The law in plain words: what an article means to each kind of reader, and how a law is laid out.

use super::{Audience, Date, Markup, PartialDate};

/// An article of a law, explained: `laws/<law>/<article>.md`.
#[derive(Clone, Debug)]
pub struct Commentary {
    /// The law's full name.
    pub law: String,
    /// The article's number: `17`, `236之一`.
    pub number: String,
    /// What it says, in one sentence; shown wherever the article is cited.
    pub gist: String,
    /// The version of the law that was read.
    pub version: Date,
    /// The day from which it no longer holds, where it does not.
    pub repealed: Option<PartialDate>,
    /// The ids of the help texts that belong to it.
    pub helps: Vec<String>,
    /// When an editor last compared it with the text.
    pub checked: Date,
    /// When it has to be compared again.
    pub review_by: Option<Date>,
    /// One text for each kind of reader.
    pub voices: Vec<(Audience, Markup)>,
}

impl Commentary {
    /// What a reference names: `未成年人保护法/17`.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}/{}", self.law, self.number)
    }
}

/// How a law is laid out, and how to read it: `laws/<law>/index.md`.
#[derive(Clone, Debug)]
pub struct LawGuide {
    /// The law's full name.
    pub law: String,
    /// What it is for, in a sentence.
    pub summary: String,
    /// Its chapters, or the parts that matter here, in order.
    pub chapters: Vec<Chapter>,
    /// When an editor last compared it with the text.
    pub checked: Date,
    /// When it has to be compared again.
    pub review_by: Option<Date>,
    /// The text.
    pub body: Markup,
}

/// A chapter of a law.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// Its name: 家庭保护.
    pub name: String,
    /// Its first article.
    pub first: u16,
    /// Its last article.
    pub last: u16,
    /// Which of the six protections it is.
    pub protection: Option<Protection>,
}

impl Chapter {
    /// Whether an article stands in it; an inserted one follows the article whose number it bears.
    #[must_use]
    pub fn holds(&self, number: &str) -> bool {
        (self.first..=self.last).contains(&base(number))
    }
}

/// The number of an article without what was inserted after it: 236 of `236之一`. 0 where there is none.
#[must_use]
pub fn base(number: &str) -> u16 {
    number.split('之').next().and_then(|base| base.parse().ok()).unwrap_or_default()
}

/// Where an article stands in its law: (236, 1) of `236之一`, (17, 0) of `17`.
#[must_use]
pub fn position(number: &str) -> (u16, u16) {
    const DIGITS: &str = "一二三四五六七八九";
    let suffix = number.split_once('之').map(|(_, suffix)| suffix).unwrap_or_default();
    let (tens, ones) = match suffix.strip_prefix('十') {
        Some(ones) => (10, ones),
        None => (0, suffix),
    };
    let digit = ones.chars().next().and_then(|ones| DIGITS.chars().position(|it| it == ones));
    let ones = digit.and_then(|index| u16::try_from(index + 1).ok()).unwrap_or_default();
    (base(number), tens + ones)
}

/// The six protections (六大保护) of 未成年人保护法, chapters 2–7.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Protection {
    /// 家庭.
    Family,
    /// 学校.
    School,
    /// 社会.
    Society,
    /// 网络.
    Online,
    /// 政府.
    Government,
    /// 司法.
    Justice,
}

impl Protection {
    /// All six, in the order of the law.
    pub const ALL: [Self; 6] =
        [Self::Family, Self::School, Self::Society, Self::Online, Self::Government, Self::Justice];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Family => "家庭",
            Self::School => "学校",
            Self::Society => "社会",
            Self::Online => "网络",
            Self::Government => "政府",
            Self::Justice => "司法",
        }
    }
}

//! The conditions of a policy as an editor writes them: rows in a table, each about one fact.

use super::fact::FactKind;
use super::region::Region;
use crate::model::{PartialDate, day_number};

/// A row of 条件. All common rows and all rows of one branch have to hold.
#[derive(Clone, Debug)]
pub struct Row {
    /// The letter of its branch; none where it is common to all (共同).
    pub branch: Option<char>,
    /// The fact that it is about.
    pub fact: String,
    /// How the fact has to relate to the values.
    pub relation: Relation,
    /// The values.
    pub values: Vec<String>,
    /// What is said where it holds.
    pub met: String,
    /// What is said where it does not.
    pub unmet: String,
    /// What it rests on.
    pub basis: Vec<Basis>,
    /// 待核验: it may not decide a "no", and a "yes" that rests on it is to be verified.
    pub unverified: bool,
}

impl Row {
    /// A row that has been verified, without its sentences.
    #[must_use]
    pub fn new(
        branch: Option<char>,
        fact: impl Into<String>,
        relation: Relation,
        values: Vec<String>,
    ) -> Self {
        let (met, unmet) = (String::new(), String::new());
        let fact = fact.into();
        Self { branch, fact, relation, values, met, unmet, basis: Vec::new(), unverified: false }
    }
}

/// What a row rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// An article: `未成年人保护法/92`.
    Article(String),
    /// The id of a source.
    Source(String),
}

/// How a fact relates to the values of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// 等于: it is the value, or an area in it.
    Is,
    /// 属于: it is one of the values, or an area in one of them.
    In,
    /// 不属于: it is none of the values.
    NotIn,
    /// 小于.
    Below,
    /// 不小于.
    AtLeast,
    /// 大于.
    Above,
    /// 不大于.
    AtMost,
    /// 包含: at least one of the values is chosen.
    Has,
    /// 不包含: none of the values is chosen.
    HasNone,
}

impl Relation {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Is,
        Self::In,
        Self::NotIn,
        Self::Below,
        Self::AtLeast,
        Self::Above,
        Self::AtMost,
        Self::Has,
        Self::HasNone,
    ];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Is => "等于",
            Self::In => "属于",
            Self::NotIn => "不属于",
            Self::Below => "小于",
            Self::AtLeast => "不小于",
            Self::Above => "大于",
            Self::AtMost => "不大于",
            Self::Has => "包含",
            Self::HasNone => "不包含",
        }
    }

    /// Those that a fact can have.
    #[must_use]
    pub const fn of(kind: &FactKind) -> &'static [Self] {
        match kind {
            FactKind::Flag | FactKind::Choice(_) | FactKind::Area => {
                &[Self::Is, Self::In, Self::NotIn]
            }
            FactKind::Number { .. } | FactKind::Date { .. } => {
                &[Self::Below, Self::AtLeast, Self::Above, Self::AtMost]
            }
            FactKind::Many(_) => &[Self::Has, Self::HasNone],
        }
    }
}

/// What a row asks of its fact, in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Test {
    /// One of these choices.
    Choices(u64),
    /// Whether one of these choices is there.
    Has(u64, bool),
    /// A number between these two, or one of them.
    Span(i32, i32),
    /// Whether it lies in one of these areas.
    Within(Vec<Region>, bool),
}

/// Why a row cannot be read with its fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// The fact has no such relation.
    Relation,
    /// The relation wants one value.
    Many,
    /// There is no such value; which one, counted from 0.
    Value(usize),
}

/// What a row asks of a fact of this kind.
pub(super) fn test(
    kind: &FactKind,
    relation: Relation,
    values: &[String],
) -> Result<Test, Mismatch> {
    if !Relation::of(kind).contains(&relation) {
        return Err(Mismatch::Relation);
    }
    let many =
        matches!(relation, Relation::In | Relation::NotIn | Relation::Has | Relation::HasNone);
    if values.is_empty() || (values.len() > 1 && !many) {
        return Err(Mismatch::Many);
    }
    let wanted = !matches!(relation, Relation::NotIn | Relation::HasNone);
    if matches!(kind, FactKind::Area) {
        let regions = each(values, Region::parse)?;
        return Ok(Test::Within(regions, wanted));
    }
    if kind.span().is_some() {
        let number = *each(values, |value| number(kind, value))?.first().ok_or(Mismatch::Many)?;
        return Ok(match relation {
            Relation::Below => Test::Span(i32::MIN, number.saturating_sub(1)),
            Relation::AtLeast => Test::Span(number, i32::MAX),
            Relation::Above => Test::Span(number.saturating_add(1), i32::MAX),
            _ => Test::Span(i32::MIN, number),
        });
    }
    let masks = each(values, |value| kind.mask(value))?;
    let mask = masks.into_iter().fold(0, |all, mask| all | mask);
    Ok(match kind {
        FactKind::Many(_) => Test::Has(mask, wanted),
        _ => Test::Choices(if wanted { mask } else { !mask }),
    })
}

/// Whether the values of a row can be read with a fact of this kind.
///
/// # Errors
/// What does not fit.
pub fn check(kind: &FactKind, relation: Relation, values: &[String]) -> Result<(), Mismatch> {
    test(kind, relation, values).map(|_| ())
}

/// The number of a value, or of a day, where it lies in what can be answered.
pub(super) fn number(kind: &FactKind, value: &str) -> Option<i32> {
    let (first, last) = kind.span()?;
    let number = match kind {
        FactKind::Date { .. } => day_number(PartialDate::parse(value)?.day()?),
        _ => value.parse().ok()?,
    };
    (first..=last).contains(&number).then_some(number)
}

fn each<T>(values: &[String], read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, Mismatch> {
    let numbered = values.iter().enumerate();
    numbered.map(|(at, value)| read(value).ok_or(Mismatch::Value(at))).collect()
}

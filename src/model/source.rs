//! Where a fact is from.

use super::{Date, PartialDate};

/// A row of `sources.csv`.
#[derive(Clone, Debug)]
pub struct Source {
    /// What figures and hotlines name.
    pub id: String,
    /// The title of the document.
    pub title: String,
    /// Who issued it.
    pub publisher: String,
    /// When it was issued.
    pub date: Option<PartialDate>,
    /// The document number (文号).
    pub number: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// When an editor last opened it.
    pub checked: Option<Date>,
    /// Whether an editor still has to compare it with the original (待核验).
    pub unverified: bool,
    /// What else a reader should know.
    pub note: Option<String>,
    /// What was taken from it.
    pub taken: Option<String>,
    /// What was left out, and why.
    pub left_out: Option<String>,
}

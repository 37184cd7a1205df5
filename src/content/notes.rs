//! What is found while one file is read: mistakes, names of other content, and days of checks.

use std::ops::Range;

use super::diagnostic::{Diagnostic, Severity};
use super::text::Text;
use crate::model::policy::{Beside, Relation, Status};
use crate::model::{Date, Reference};

/// Collects what one file says beside its own content. Nothing here stops the reading.
#[derive(Debug)]
pub(super) struct Notes<'t> {
    /// The file.
    pub(super) text: &'t Text,
    diagnostics: Vec<Diagnostic>,
    /// How many errors and warnings came after the list was full.
    omitted: (usize, usize),
    /// What it names that has to exist somewhere else.
    pub(super) mentions: Vec<Mention>,
    /// When it was checked.
    pub(super) checks: Vec<Check>,
}

/// A file with more mistakes than this is damaged, and a longer list helps nobody.
const MOST: usize = 500;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Spot<T = String> {
    pub(super) value: T,
    pub(super) range: Range<usize>,
}

/// Something named here that has to exist elsewhere.
#[derive(Debug)]
pub(super) struct Mention {
    pub(super) range: Range<usize>,
    pub(super) name: Name,
}

/// What is named.
#[derive(Debug)]
pub(super) enum Name {
    /// A piece of content.
    Content(Reference),
    /// A division of `areas.csv`.
    Area(String),
    /// A row of `sources.csv`.
    Source(String),
    /// A row of `sources.csv` on which a number rests that only its owner may publish.
    Published(String),
    /// A picture of `images/`.
    Image(String),
    /// A page without the portal's frame, to be shown by 快速离开.
    ExitPage(String),
    /// Figures that are compared in one chart.
    Chart(Vec<String>),
    /// Words that speak of one division only, by its code.
    Local(String),
    /// The version of a law that the explanation of an article has read.
    Version {
        /// The law.
        law: String,
        /// The article.
        number: String,
        /// The date of the version.
        read: Date,
    },
    /// The folder of a law, which bears its full name.
    Folder(String),
    /// A kind of station of `types.csv`.
    StationType(String),
    /// A service of `services.csv`.
    Service(String),
    /// A station of this table, and where it names the one above it.
    Station {
        /// The station.
        id: String,
        /// Where it names its parent, if it has one.
        parent: Option<Range<usize>>,
    },
    /// A word that this glossary explains, which somebody should use.
    Term(String),
    /// A policy of this very file, by its id.
    Policy(String),
    /// Another policy, and what is said of receiving it beside this very file's.
    Beside {
        /// The policy of this file.
        policy: String,
        /// The other.
        other: String,
        /// What is said.
        said: Beside,
    },
    /// A row of conditions, to be read with its fact.
    Condition(Box<Condition>),
    /// What is expected for an example family.
    Expectation(Box<Expectation>),
    /// The numbers of a situation, of which one has to be answered at any hour.
    AnyHour(Vec<String>),
    /// The title of this very file, which no other should have.
    Title(String),
}

/// A row of conditions.
#[derive(Debug)]
pub(super) struct Condition {
    pub(super) fact: Spot,
    pub(super) relation: Spot<Relation>,
    pub(super) values: Vec<Spot>,
}

/// A row of examples: facts with answers, and policies with what is expected.
#[derive(Debug)]
pub(super) struct Expectation {
    pub(super) example: String,
    pub(super) answers: Vec<(Spot, Spot)>,
    pub(super) expected: Vec<(Spot, Spot<Status>)>,
}

/// The days on which something was checked and has to be checked again.
#[derive(Debug)]
pub(super) struct Check {
    pub(super) checked: Option<Spot<Date>>,
    pub(super) review_by: Option<Spot<Date>>,
    pub(super) period: Period,
}

/// Which period of `site.yaml` a check holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Period {
    Hotlines,
    Help,
    Places,
    Laws,
    Stations,
    /// It does not run out.
    None,
}

impl<'t> Notes<'t> {
    pub(super) fn new(text: &'t Text) -> Self {
        Self {
            text,
            diagnostics: Vec::new(),
            omitted: (0, 0),
            mentions: Vec::new(),
            checks: Vec::new(),
        }
    }

    /// What is wrong with the file.
    pub(super) fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        let (errors, warnings) = self.omitted;
        if errors + warnings > 0 {
            let severity = if errors > 0 { Severity::Error } else { Severity::Warning };
            let end = self.text.source.trim_end().len();
            let message = format!("这个文件还有 {} 处问题没有列出", errors + warnings);
            let hint = "先改前面列出的，再检查一遍；整个文件都不对时，从旧版本恢复";
            let last = self.text.diagnostic(severity, "too-many", end..end, message, hint);
            self.diagnostics.push(last);
        }
        self.diagnostics
    }

    /// How many errors have been found so far.
    pub(super) fn errors(&self) -> usize {
        self.omitted.0 + self.diagnostics.iter().filter(|found| found.is_error()).count()
    }

    /// Reads something of which nothing is to be reported.
    pub(super) fn quietly(&mut self, read: impl FnOnce(&mut Self)) {
        let (length, omitted) = (self.diagnostics.len(), self.omitted);
        read(self);
        self.diagnostics.truncate(length);
        self.omitted = omitted;
    }

    pub(super) fn error(
        &mut self,
        range: &Range<usize>,
        code: &'static str,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.push(Severity::Error, range, code, message, hint);
    }

    pub(super) fn warn(
        &mut self,
        range: &Range<usize>,
        code: &'static str,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.push(Severity::Warning, range, code, message, hint);
    }

    pub(super) fn mention(&mut self, range: Range<usize>, name: Name) {
        self.mentions.push(Mention { range, name });
    }

    fn push(
        &mut self,
        severity: Severity,
        range: &Range<usize>,
        code: &'static str,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        if self.diagnostics.len() < MOST {
            let found = self.text.diagnostic(severity, code, range.clone(), message, hint);
            self.diagnostics.push(found);
        } else if severity == Severity::Error {
            self.omitted.0 += 1;
        } else {
            self.omitted.1 += 1;
        }
    }
}

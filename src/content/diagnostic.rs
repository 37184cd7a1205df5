//! What is wrong with the content, and where.

use serde::Serialize;

pub use super::report::{to_json, to_report};
pub use super::terminal::summary;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing is built.
    Error,
    /// It is built, and an editor should look at it.
    Warning,
}

impl Severity {
    /// The word that editors read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Error => "错误",
            Self::Warning => "提醒",
        }
    }
}

/// One thing that is wrong. `line` and `column` count from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What kind of mistake, for machines: `unknown-key`.
    pub code: &'static str,
    /// The path below the content folder, with `/`.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What was found and what was expected, in Chinese.
    pub message: String,
    /// How to mend it, in Chinese.
    pub hint: String,
    /// The line itself, or of a very long line the part around the place.
    #[serde(skip)]
    pub excerpt: String,
    /// How many characters of the line come before the excerpt.
    #[serde(skip)]
    pub skipped: usize,
    /// How many characters of the line it is about; at least 1.
    #[serde(skip)]
    pub width: usize,
}

impl Diagnostic {
    /// One about a file as a whole.
    #[must_use]
    pub fn of_file(
        severity: Severity,
        code: &'static str,
        file: impl Into<String>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            severity,
            code,
            file: file.into(),
            line: 1,
            column: 1,
            message: message.into(),
            hint: hint.into(),
            excerpt: String::new(),
            skipped: 0,
            width: 1,
        }
    }

    /// Whether it keeps the portal from being built.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// What is about the excerpt: the line around the marked characters, and how many characters precede them in it.
    /// A line of a table can have thousands of characters, of which only some are shown.
    #[must_use]
    pub(super) fn window(&self) -> (String, usize) {
        const BEFORE: usize = 24;
        const AFTER: usize = 48;
        let start = self.column.saturating_sub(1);
        let skipped = start.saturating_sub(BEFORE).max(self.skipped);
        let mut window: String = if skipped == 0 { String::new() } else { "…".to_owned() };
        let mut rest = self.excerpt.chars().skip(skipped - self.skipped);
        window.extend(rest.by_ref().take(start.saturating_sub(skipped) + AFTER));
        if rest.next().is_some() {
            window.push('…');
        }
        (window, start.saturating_sub(skipped) + usize::from(skipped > 0))
    }
}

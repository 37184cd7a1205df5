//! What is wrong with the content, and where.

use serde::Serialize;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing is built.
    Error,
    /// It is built, and an editor should look at it.
    Warning,
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
    /// The line itself.
    #[serde(skip)]
    pub excerpt: String,
    /// How many characters of the line it is about; at least 1.
    #[serde(skip)]
    pub width: usize,
}

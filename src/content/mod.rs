//! Reads and checks a content folder. Bad content never panics and never goes through silently:
//! it becomes a diagnostic, and one run reports them all.

pub mod diagnostic;

use std::path::Path;

pub use diagnostic::{Diagnostic, Severity};

use crate::model::{Date, Portal};

/// What a folder says, as far as it can be understood, and everything that is wrong with it.
#[derive(Debug)]
pub struct Loaded {
    /// The content. It is to be published only where no diagnostic is an error.
    pub portal: Portal,
    /// What is wrong, by file, line and column.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the folder `root`. Checks that are due before `today` are reported as overdue; nothing else depends on the day.
#[must_use]
pub fn load(root: &Path, today: Date) -> Loaded {
    let _ = (root, today);
    unimplemented!()
}

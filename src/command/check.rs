//! `qingmiao check`: a build that stops before writing.

use std::{fs, path::PathBuf, process::ExitCode};

use clap::{Args, ValueEnum};

use super::{CLEAN, Content, FAILED, failed, has_errors, report};
use crate::content::diagnostic;

/// Check the content and say what is wrong with it
#[derive(Args, Debug)]
pub(super) struct Check {
    #[command(flatten)]
    content: Content,
    /// How to print the diagnostics
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Also write them as a page in Chinese, to be read and forwarded
    #[arg(long, value_name = "FILE.html")]
    report: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For a person, with the line and a caret
    Text,
    /// An array of {severity, code, file, line, column, message, hint}
    Json,
}

impl Check {
    pub(super) fn run(self) -> ExitCode {
        let loaded = match self.content.load() {
            Ok(loaded) => loaded,
            Err(code) => return code,
        };
        match self.format {
            Format::Text => {
                report(&self.content.content, &loaded);
            }
            Format::Json => println!("{}", diagnostic::to_json(&loaded.diagnostics)),
        }
        if let Some(path) = self.report
            && let Err(error) = fs::write(path, diagnostic::to_report(&loaded.diagnostics))
        {
            return failed(&error);
        }
        ExitCode::from(if has_errors(&loaded) { FAILED } else { CLEAN })
    }
}

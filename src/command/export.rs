//! `qingmiao export`: the directory as data, printed.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::{CLEAN, Content, FAILED, answer, has_errors, report};
use crate::site::data;

/// Print the directory as CSV or `GeoJSON`
#[derive(Args, Debug)]
pub(super) struct Export {
    /// The format
    #[arg(value_enum)]
    format: Format,
    #[command(flatten)]
    content: Content,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A table for spreadsheets
    Csv,
    /// Points for maps, in WGS-84
    Geojson,
}

impl Export {
    pub(super) fn run(self) -> ExitCode {
        let loaded = match self.content.load() {
            Ok(loaded) => loaded,
            Err(code) => return code,
        };
        if has_errors(&loaded) {
            report(&self.content.content, &loaded);
            return ExitCode::from(FAILED);
        }
        match self.format {
            Format::Csv => answer(&data::csv(&loaded.portal)),
            Format::Geojson => answer(&data::geojson(&loaded.portal)),
        }
        ExitCode::from(CLEAN)
    }
}

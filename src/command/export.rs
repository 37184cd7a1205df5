//! `qingmiao export`: the directory as data, printed.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::{CLEAN, Content, answer};
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
        let portal = match self.content.portal() {
            Ok(portal) => portal,
            Err(code) => return code,
        };
        match self.format {
            Format::Csv => answer(&data::csv(&portal)),
            Format::Geojson => answer(&data::geojson(&portal)),
        }
        ExitCode::from(CLEAN)
    }
}

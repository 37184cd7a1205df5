//! `qingmiao diff`: what to sign off between two content folders.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::{CLEAN, answer, sound, today, usage};
use crate::content;
use crate::model::changes;

/// List every changed phone, amount, hour and address between two content folders, as a table to sign off
#[derive(Args, Debug)]
pub(super) struct Diff {
    /// The content folder as it was
    old: PathBuf,
    /// The content folder as it is
    new: PathBuf,
}

impl Diff {
    pub(super) fn run(self) -> ExitCode {
        for folder in [&self.old, &self.new] {
            if !folder.is_dir() {
                return usage(&format!("no such content folder: `{}`", folder.display()));
            }
        }
        let load = |folder: &Path| sound(folder, content::load(folder, today()));
        let (old, new) = match (load(&self.old), load(&self.new)) {
            (Ok(old), Ok(new)) => (old, new),
            (Err(code), _) | (_, Err(code)) => return code,
        };
        let mut table =
            "| 哪里 | 哪一项 | 原来 | 现在 | 谁核对，哪天 |\n| --- | --- | --- | --- | --- |\n"
                .to_owned();
        for change in changes(&old, &new) {
            // A bar in a cell would begin another.
            let words = |value: Option<String>| {
                value.map_or_else(|| "没有".to_owned(), |it| it.replace('|', "\\|"))
            };
            let (old, new) = (words(change.old), words(change.new));
            table.push_str(&format!("| {} | {} | {old} | {new} | |\n", change.place, change.fact));
        }
        answer(&table);
        ExitCode::from(CLEAN)
    }
}

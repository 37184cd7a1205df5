//! `qingmiao todo`: the editors' work list.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::{CLEAN, Content, answer, today};
use crate::model::tasks;
use crate::site::{data, todo};

/// List what is due, still to be verified, or not found out
#[derive(Args, Debug)]
pub(super) struct Todo {
    /// How to print it
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    content: Content,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For the terminal
    Text,
    /// For spreadsheets
    Csv,
    /// A page of its own, to read and to forward
    Html,
}

impl Todo {
    pub(super) fn run(self) -> ExitCode {
        let portal = match self.content.portal() {
            Ok(portal) => portal,
            Err(code) => return code,
        };
        let today = self.content.date.unwrap_or_else(today);
        let tasks = tasks(&portal, today);
        match self.format {
            Format::Csv => answer(&data::todo(&tasks)),
            Format::Html => answer(&todo::page(&tasks, today)),
            Format::Text => {
                let mut text = String::new();
                for task in &tasks {
                    let (kind, place) = (task.kind.label(), &task.place);
                    text.push_str(&format!("{kind}  {place}  {}：{}\n", task.name, task.what));
                }
                answer(&format!("{text}{} 件\n", tasks.len()));
            }
        }
        ExitCode::from(CLEAN)
    }
}

//! The sub-commands of `qingmiao`, one file each: parse the arguments, call, print, give the exit code.

mod build;
mod check;
mod court;
mod diff;
mod export;
mod new;
mod policy;
mod search;
mod serve;
mod station;
mod todo;

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, Parser, Subcommand};

use crate::{
    content::{self, Loaded, Severity, diagnostic},
    model::{Date, PartialDate, Portal, hours::beijing},
};

/// Everything is in order.
const CLEAN: u8 = 0;
/// The content has mistakes, or nothing could be written.
const FAILED: u8 = 1;
/// The command was called wrongly.
const USAGE: u8 = 2;

/// 青苗: a folder of Markdown and CSV becomes a static public portal for the protection of minors.
#[derive(Debug, Parser)]
#[command(name = "qingmiao", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Build(build::Build),
    Serve(serve::Serve),
    New(new::New),
    Station(station::Stations),
    Policy(policy::Policies),
    Court(court::Courts),
    Search(search::Search),
    Export(export::Export),
    Todo(todo::Todo),
    Diff(diff::Diff),
}

/// What every sub-command that reads the content takes.
#[derive(Args, Debug)]
struct Content {
    /// The content folder
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
    /// The day from which overdue checks are told; today where not given. The pages do not depend on it
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    date: Option<Date>,
}

impl Content {
    /// Reads the content, unless the folder is not there.
    fn load(&self) -> Result<Loaded, ExitCode> {
        if !self.content.is_dir() {
            return Err(usage(&format!("no such content folder: `{}`", self.content.display())));
        }
        Ok(content::load(&self.content, self.date.unwrap_or_else(today)))
    }

    /// The portal, where nothing in the content is wrong: what cannot be read must not pass for what is not there.
    fn portal(&self) -> Result<Portal, ExitCode> {
        sound(&self.content, self.load()?)
    }
}

/// The portal of a content without mistakes; else they are printed.
fn sound(folder: &Path, loaded: Loaded) -> Result<Portal, ExitCode> {
    if has_errors(&loaded) {
        report(folder, &loaded);
        return Err(ExitCode::from(FAILED));
    }
    Ok(loaded.portal)
}

/// Runs the command line of this process.
#[must_use]
pub fn run() -> ExitCode {
    match Cli::parse().command {
        Command::Check(check) => check.run(),
        Command::Build(build) => build.run(),
        Command::Serve(serve) => serve.run(),
        Command::New(new) => new.run(),
        Command::Station(stations) => stations.run(),
        Command::Policy(policies) => policies.run(),
        Command::Court(courts) => courts.run(),
        Command::Search(search) => search.run(),
        Command::Export(export) => export.run(),
        Command::Todo(todo) => todo.run(),
        Command::Diff(diff) => diff.run(),
    }
}

fn parse_date(text: &str) -> Result<Date, String> {
    PartialDate::parse(text)
        .and_then(PartialDate::day)
        .ok_or_else(|| "expected a day such as 2026-11-22".to_owned())
}

/// Today in China.
fn today() -> Date {
    beijing(jiff::Timestamp::now().as_second()).date()
}

/// Prints the diagnostics to the terminal and tells whether one of them is an error.
fn report(folder: &Path, loaded: &Loaded) -> bool {
    for diagnostic in &loaded.diagnostics {
        eprintln!("{}", diagnostic.to_terminal(folder));
    }
    eprintln!("{}", diagnostic::summary(&loaded.diagnostics));
    has_errors(loaded)
}

/// Prints an answer. A reader who has closed the pipe wants no more of it.
fn answer(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

fn has_errors(loaded: &Loaded) -> bool {
    loaded.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

fn usage(message: &str) -> ExitCode {
    eprintln!("error: {message}");
    ExitCode::from(USAGE)
}

fn failed(error: &dyn std::error::Error) -> ExitCode {
    eprintln!("error: {error}");
    ExitCode::from(FAILED)
}

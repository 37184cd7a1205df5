//! `qingmiao new`: a commented template to start from.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, ValueEnum};

use super::{CLEAN, FAILED, answer, failed, today, usage};
use crate::content::{self, Template};

/// Write a commented template into the content folder
#[derive(Args, Debug)]
pub(super) struct New {
    /// What to write
    #[arg(value_enum)]
    kind: Kind,
    /// Lines `角色：台词` from a word processor, of which the script of a court is made
    #[arg(long, value_name = "FILE.txt")]
    from: Option<PathBuf>,
    /// Its name, which will stand in its address: small letters, digits and `-`
    #[arg(value_parser = parse_name)]
    name: String,
    /// The content folder
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    /// A page of running text
    Page,
    /// A place and its protection network
    Place,
    /// A situation in which somebody needs help
    Help,
    /// A lesson
    Lesson,
    /// A case: a story and what the law says to it
    Case,
    /// A quiz, with a question of each kind
    Quiz,
    /// The script of a mock court
    Court,
    /// A row of `stations.csv`, printed to be pasted into the table
    Station,
    /// A policy: conditions, what it gives, what to bring, where to go
    Policy,
}

impl New {
    pub(super) fn run(self) -> ExitCode {
        let template = match self.kind {
            Kind::Page => Template::Page,
            Kind::Place => Template::Place,
            Kind::Help => Template::Help,
            Kind::Lesson => Template::Lesson,
            Kind::Case => Template::Case,
            Kind::Quiz => Template::Quiz,
            Kind::Court => Template::Court,
            Kind::Station => {
                answer(&content::station_row(&self.name, today()));
                return ExitCode::from(CLEAN);
            }
            Kind::Policy => Template::Policy,
        };
        if !self.content.is_dir() {
            return usage(&format!("no such content folder: `{}`", self.content.display()));
        }
        let own = format!("{}{}", self.name, template.ending());
        let path = self.content.join(template.folder()).join(own);
        let text = match &self.from {
            None => content::template(template, &self.name),
            Some(_) if template != Template::Court => {
                return usage("`--from` makes the script of a court: `new court NAME --from FILE`");
            }
            Some(from) => match script(from, &self.name) {
                Ok(text) => text,
                Err(code) => return code,
            },
        };
        let created = fs::create_dir_all(self.content.join(template.folder()))
            // Never over somebody's work.
            .and_then(|()| fs::File::create_new(&path))
            .and_then(|mut file| file.write_all(text.as_bytes()));
        match created {
            Ok(()) => {
                println!("{}", path.display());
                ExitCode::from(CLEAN)
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                usage(&format!("`{}` exists already", path.display()))
            }
            Err(error) => failed(&error),
        }
    }
}

/// A script made of the lines of a file.
fn script(from: &Path, name: &str) -> Result<String, ExitCode> {
    let bytes = fs::read(from).map_err(|error| usage(&format!("`{}`: {error}", from.display())))?;
    content::court_from(&from.to_string_lossy(), bytes, name).map_err(|found| {
        eprintln!("{}", found.to_terminal(Path::new("")));
        ExitCode::from(FAILED)
    })
}

fn parse_name(text: &str) -> Result<String, String> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !text.is_empty() && text.chars().all(plain) && !text.starts_with('-') {
        Ok(text.to_owned())
    } else {
        Err("expected small letters, digits and `-`, such as `at-home`".to_owned())
    }
}

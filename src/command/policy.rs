//! `qingmiao policy`: what may apply to a family, by the rules that the browser uses; and what editors should look at.

mod household;
mod told;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use super::{CLEAN, Content, answer, today, usage};
use crate::model::day_number;
use crate::model::policy::{Given, Rulebook, report};
use household::Household;

/// Ask the policies
#[derive(Args, Debug)]
pub(super) struct Policies {
    #[command(subcommand)]
    question: Question,
}

#[derive(Debug, Subcommand)]
enum Question {
    Evaluate(Evaluate),
    Report(Report),
}

/// What may apply to the children of a family, why, and what to ask next
#[derive(Args, Debug)]
struct Evaluate {
    /// What is known: a JSON object of facts and values, a list where several are possible. What holds for one of several
    /// children stands in a list of objects under 孩子, and the ids of what is received already under 已经在领
    #[arg(long, value_name = "FILE.json")]
    facts: PathBuf,
    /// How to print it
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    content: Content,
}

/// Gaps, overlaps, contradictions, what is never used, and amounts past their date
#[derive(Args, Debug)]
struct Report {
    /// How to print it
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    content: Content,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For machines
    Json,
}

impl Policies {
    pub(super) fn run(self) -> ExitCode {
        match self.question {
            Question::Evaluate(evaluate) => evaluate.run(),
            Question::Report(report) => report.run(),
        }
    }
}

impl Evaluate {
    fn run(self) -> ExitCode {
        let portal = match self.content.portal() {
            Ok(portal) => portal,
            Err(code) => return code,
        };
        let date = self.content.date.unwrap_or_else(today);
        let book = Rulebook::of(&portal);
        let read = fs::read_to_string(&self.facts).map_err(|error| error.to_string());
        let household = match read.and_then(|text| Household::read(&portal, &book, &text)) {
            Ok(household) => household,
            Err(error) => return usage(&format!("`{}`: {error}", self.facts.display())),
        };
        let children: Vec<Value> = household
            .children()
            .map(|(answers, received)| {
                let today = Some(day_number(date));
                let given = Given { received, today, ..Given::default() };
                told::child(&portal, &book, answers, &given)
            })
            .collect();
        let found = json!({ "date": date.to_string(), "children": children });
        answer(&match self.format {
            Format::Json => format!("{found:#}\n"),
            Format::Text => told::lines(&found),
        });
        ExitCode::from(CLEAN)
    }
}

impl Report {
    fn run(self) -> ExitCode {
        let portal = match self.content.portal() {
            Ok(portal) => portal,
            Err(code) => return code,
        };
        let findings = report(&portal, self.content.date.unwrap_or_else(today));
        let mut text = String::new();
        let mut list = Vec::new();
        for finding in &findings {
            let (kind, place, what) = (finding.kind.label(), &finding.place, &finding.what);
            text.push_str(&format!("{kind}  {place}  {what}\n"));
            list.push(json!({ "kind": kind, "place": place, "what": what }));
        }
        answer(&match self.format {
            Format::Json => format!("{:#}\n", Value::Array(list)),
            Format::Text => format!("{text}{} 处\n", findings.len()),
        });
        ExitCode::from(CLEAN)
    }
}

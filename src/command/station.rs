//! `qingmiao station resolve`: who is responsible for an area at a time, by the rules that the pages use.

use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use super::{CLEAN, Content, answer, usage};
use crate::model::hours;
use crate::model::{Hotline, Portal, Station, chain};

/// Ask the directory
#[derive(Args, Debug)]
pub(super) struct Stations {
    #[command(subcommand)]
    question: Question,
}

#[derive(Debug, Subcommand)]
enum Question {
    Resolve(Resolve),
}

/// Who is responsible for an area: from the village up, and the numbers that always answer
#[derive(Args, Debug)]
struct Resolve {
    /// The code of the area: 6, 9 or 12 digits
    #[arg(long)]
    area: String,
    /// Beijing time, such as 2026-11-21T19:30
    #[arg(long, value_name = "TIME")]
    at: jiff::civil::DateTime,
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

impl Stations {
    pub(super) fn run(self) -> ExitCode {
        match self.question {
            Question::Resolve(resolve) => resolve.run(),
        }
    }
}

impl Resolve {
    fn run(self) -> ExitCode {
        let portal = match self.content.portal() {
            Ok(portal) => portal,
            Err(code) => return code,
        };
        if portal.areas.get(&self.area).is_none() {
            return usage(&format!("no such area: `{}`", self.area));
        }
        let shift = hours::Shift::at(&portal.calendar, self.at);
        let stops: Vec<Value> = chain(&portal, &self.area)
            .into_iter()
            .map(|stop| {
                let station = stop.station.map(|station| told(&portal, station, self.at));
                json!({
                    "level": stop.level.label(),
                    "area": stop.area,
                    "name": stop.name,
                    "role": stop.role,
                    "article": stop.article,
                    "station": station,
                })
            })
            .collect();
        let found = json!({
            "area": self.area,
            "name": portal.areas.full_name(&self.area),
            "at": self.at.to_string(),
            "stops": stops,
            "now": { "time": shift.label(), "advice": shift.advice() },
            "always": [Hotline::DEFAULT, Hotline::EMERGENCY],
        });
        answer(&match self.format {
            Format::Json => format!("{found:#}\n"),
            Format::Text => lines(&found),
        });
        ExitCode::from(CLEAN)
    }
}

/// A line for each stop.
fn lines(found: &Value) -> String {
    let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut text = String::new();
    for stop in found["stops"].as_array().into_iter().flatten() {
        let state = words(&stop["station"]["state"]);
        text.push_str(&format!("{}  {}  {state}\n", words(&stop["level"]), words(&stop["name"])));
    }
    text.push_str(&format!("随时  {}  {}\n", Hotline::DEFAULT, Hotline::EMERGENCY));
    text + &format!("{}  {}\n", words(&found["now"]["time"]), words(&found["now"]["advice"]))
}

/// A station as far as somebody who needs it wants to know.
fn told(portal: &Portal, station: &Station, at: jiff::civil::DateTime) -> Value {
    let school = portal.school_holidays_of(&station.area);
    let plan = station.plan(portal, &school, at.date());
    let state = hours::state(&plan, at);
    json!({
        "id": station.id,
        "phones": station.phones.iter().map(|phone| &phone.number).collect::<Vec<_>>(),
        "address": station.address,
        "status": station.status.label(),
        "state": state.words(at.date()),
    })
}

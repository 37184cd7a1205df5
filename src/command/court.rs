//! `qingmiao court`: what is wrong with a script, and what is in it.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use super::{CLEAN, Content, FAILED, answer, has_errors, report, today, usage};
use crate::content::{self, Loaded};
use crate::model::court::{Act, Exit, NodeKind, PACE};
use crate::model::{Court, CourtKind, plain_text};

/// Look at the script of a mock court
#[derive(Args, Debug)]
pub(super) struct Courts {
    #[command(subcommand)]
    question: Question,
}

#[derive(Debug, Subcommand)]
enum Question {
    Check(Check),
    Outline(Outline),
}

/// Say what is wrong with a script: its lines, its procedure, its length
#[derive(Args, Debug)]
struct Check {
    #[command(flatten)]
    script: Script,
}

/// Say what is in a script: how much each role speaks, where each node leads, what becomes of each exhibit
#[derive(Args, Debug)]
struct Outline {
    #[command(flatten)]
    script: Script,
    /// How to print it
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// A script and the content that it refers to.
#[derive(Args, Debug)]
struct Script {
    /// The script, inside the content folder or not
    file: PathBuf,
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

impl Courts {
    pub(super) fn run(self) -> ExitCode {
        match self.question {
            Question::Check(check) => check.run(),
            Question::Outline(outline) => outline.run(),
        }
    }
}

impl Script {
    fn load(&self) -> Result<Loaded, ExitCode> {
        if !self.file.is_file() {
            return Err(usage(&format!("no such script: `{}`", self.file.display())));
        }
        let folder = &self.content.content;
        if !folder.is_dir() {
            return Err(usage(&format!("no such content folder: `{}`", folder.display())));
        }
        Ok(content::load_court(folder, &self.file, self.content.date.unwrap_or_else(today)))
    }
}

impl Check {
    fn run(self) -> ExitCode {
        let loaded = match self.script.load() {
            Ok(loaded) => loaded,
            Err(code) => return code,
        };
        report(&self.script.content.content, &loaded);
        if loaded.portal.courts.iter().any(|court| court.kind == CourtKind::Hearing) {
            eprintln!("听证的顺序没有统一的法律规定，没有查程序");
        }
        ExitCode::from(if has_errors(&loaded) { FAILED } else { CLEAN })
    }
}

impl Outline {
    fn run(self) -> ExitCode {
        let loaded = match self.script.load() {
            Ok(loaded) => loaded,
            Err(code) => return code,
        };
        if has_errors(&loaded) {
            report(&self.script.content.content, &loaded);
            return ExitCode::from(FAILED);
        }
        for court in &loaded.portal.courts {
            let outline = outline(court);
            answer(&match self.format {
                Format::Json => format!("{outline:#}\n"),
                Format::Text => lines(&outline),
            });
        }
        ExitCode::from(CLEAN)
    }
}

/// Everything that can be counted.
fn outline(court: &Court) -> Value {
    let whole: u32 = court.nodes.iter().map(|node| node.characters(false)).sum();
    let speech = court.speech();
    let roles = court.roles.iter().zip(speech).map(|(role, speech)| {
        json!({
            "name": role.name,
            "seat": role.seat.label(),
            "casting": role.casting.label(),
            "lines": speech.lines,
            "characters": speech.characters,
            "minutes": minutes(speech.characters),
            "share": (speech.characters * 100).checked_div(whole).unwrap_or_default(),
        })
    });
    let reachable = court.reachable();
    let nodes = court.nodes.iter().zip(&reachable).map(|(node, reached)| {
        let edges: Vec<Value> = match &node.exit {
            Exit::To(target) => vec![json!({ "to": court.target_name(*target) })],
            Exit::Choice(choice) => choice
                .options
                .iter()
                .map(|it| json!({ "to": court.target_name(it.to), "if": plain_text(&it.words) }))
                .collect(),
        };
        let decider = match &node.exit {
            Exit::Choice(choice) => Some(court.decider_name(choice.decider)),
            Exit::To(_) => None,
        };
        json!({
            "name": node.name,
            "ending": node.kind == NodeKind::Ending,
            "skippable": node.skippable,
            "reachable": reached,
            "characters": node.characters(false),
            "minutes": minutes(node.characters(false)),
            "decider": decider,
            "edges": edges,
        })
    });
    let (least, most) = court.ways(false);
    let (short_least, short_most) = court.ways(true);
    let endings: Vec<&str> = court
        .nodes
        .iter()
        .zip(&reachable)
        .filter(|(node, reached)| **reached && node.kind == NodeKind::Ending)
        .map(|(node, _)| node.name.as_str())
        .collect();
    json!({
        "id": court.id,
        "title": court.title,
        "kind": court.kind.label(),
        "minutes": court.minutes,
        "ways": {
            "characters": [least, most],
            "minutes": [minutes(least), minutes(most)],
            "short": [minutes(short_least), minutes(short_most)],
        },
        "roles": roles.collect::<Vec<_>>(),
        "nodes": nodes.collect::<Vec<_>>(),
        "exhibits": exhibits(court),
        "endings": endings,
    })
}

/// Where each exhibit is shown, and who challenges it.
fn exhibits(court: &Court) -> Vec<Value> {
    let rows = court.exhibits.iter().enumerate();
    rows.map(|(number, exhibit)| {
        let (mut shown, mut challenged) = (Vec::new(), Vec::new());
        for node in &court.nodes {
            for element in &node.elements {
                match &element.act {
                    Act::Show(it) if it.exhibit == number => shown.push(node.name.as_str()),
                    Act::Challenge(it) if it.exhibit == number => {
                        let who = court.speaker_names(&it.speakers);
                        challenged.push(json!({ "in": node.name, "by": who, "words": it.words }));
                    }
                    _ => {}
                }
            }
        }
        json!({ "id": exhibit.id, "name": exhibit.name, "shown": shown, "challenged": challenged })
    })
    .collect()
}

/// The minutes that so many characters take at the usual pace, to a tenth.
fn minutes(characters: u32) -> f64 {
    (f64::from(characters) * 10.0 / f64::from(PACE[1])).round() / 10.0
}

/// The same for people: a line for each role, node and exhibit.
fn lines(outline: &Value) -> String {
    let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let ways = &outline["ways"];
    let mut text = format!(
        "{}（{}）  {}–{} 分钟，短版 {}–{} 分钟，时长 {} 分钟\n\n",
        words(&outline["title"]),
        words(&outline["kind"]),
        ways["minutes"][0],
        ways["minutes"][1],
        ways["short"][0],
        ways["short"][1],
        outline["minutes"],
    );
    for role in list(&outline["roles"]) {
        let (name, casting) = (words(&role["name"]), words(&role["casting"]));
        let (lines, characters) = (&role["lines"], &role["characters"]);
        let (minutes, share) = (&role["minutes"], &role["share"]);
        text.push_str(&format!(
            "{name}  {casting}  {lines} 句  {characters} 字  {minutes} 分钟  {share}%\n"
        ));
    }
    text.push('\n');
    for node in list(&outline["nodes"]) {
        let to: Vec<String> = list(&node["edges"]).iter().map(|it| words(&it["to"])).collect();
        let (name, minutes) = (words(&node["name"]), &node["minutes"]);
        text.push_str(&format!("{name}  {minutes} 分钟  → {}\n", to.join("、")));
    }
    text.push('\n');
    for exhibit in list(&outline["exhibits"]) {
        let by: Vec<String> =
            list(&exhibit["challenged"]).iter().map(|it| words(&it["by"])).collect();
        let (id, name) = (words(&exhibit["id"]), words(&exhibit["name"]));
        let shown = list(&exhibit["shown"]).len();
        text.push_str(&format!("{id} {name}  出示 {shown} 次  质证：{}\n", by.join("、")));
    }
    text
}

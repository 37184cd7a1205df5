//! `qingmiao search`: asks the index of a built portal, with the reader that the pages use.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use base64::Engine as _;
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::{CLEAN, FAILED, answer, usage};
use crate::model::search::{Answer, Hit, Kind, Marked, Question, Reader, Refusal, Step};

/// Search a built portal as its pages do
#[derive(Args, Debug)]
pub(super) struct Search {
    /// What to look for
    query: String,
    /// The folder of the built portal
    #[arg(long, value_name = "DIR", default_value = "dist")]
    dist: PathBuf,
    /// Only results of this kind: 求助, 政策, 法条, 站点, 课程, 案例, 模拟法庭, 页面
    #[arg(long, value_parser = parse_kind)]
    kind: Option<Kind>,
    /// How many results
    #[arg(long, default_value_t = 10)]
    limit: usize,
    /// How to print it
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For machines
    Json,
}

impl Search {
    pub(super) fn run(self) -> ExitCode {
        let folder = self.dist.join("data/search");
        if !folder.is_dir() {
            return usage(&format!("no built portal with an index: `{}`", self.dist.display()));
        }
        let question = Question { typed: self.query, kind: self.kind, wanted: self.limit };
        let mut reader = Reader::default();
        let told = loop {
            match reader.ask(&question) {
                Step::Told(told) => break told,
                Step::Fetch(names) => {
                    for name in names {
                        match file(&folder, &name) {
                            Some(bytes) => reader.give(&name, &bytes),
                            None => reader.lose(&name),
                        }
                    }
                }
            }
        };
        answer(&match self.format {
            Format::Json => format!("{:#}\n", as_json(&told)),
            Format::Text => as_text(&told),
        });
        if told.lost {
            eprintln!("error: a file of the index is missing or broken in `{}`", folder.display());
        }
        ExitCode::from(if told.lost { FAILED } else { CLEAN })
    }
}

/// A file of the index, of either edition.
fn file(folder: &Path, name: &str) -> Option<Vec<u8>> {
    if let Ok(bytes) = fs::read(folder.join(format!("{name}.bin"))) {
        return Some(bytes);
    }
    let script = fs::read_to_string(folder.join(format!("{name}.js"))).ok()?;
    let text = script.split('"').nth(3)?;
    base64::engine::general_purpose::STANDARD.decode(text).ok()
}

fn parse_kind(text: &str) -> Result<Kind, String> {
    let labels = || Kind::ALL.map(Kind::label).join("、");
    Kind::ALL
        .into_iter()
        .find(|kind| kind.label() == text)
        .ok_or_else(|| format!("one of {}", labels()))
}

fn as_json(answer: &Answer) -> Value {
    let counts = Kind::ALL.into_iter().zip(answer.counts).filter(|(_, count)| *count > 0);
    let counts: serde_json::Map<String, Value> =
        counts.map(|(kind, count)| (kind.label().to_owned(), count.into())).collect();
    json!({
        "refused": answer.refused.map(Refusal::words),
        "first": answer.first.as_ref().map(hit),
        "line": answer.line.as_ref().map(|line| json!({ "number": line.number, "name": line.name })),
        "missing_article": answer.missing_article,
        "hits": answer.hits.iter().map(hit).collect::<Vec<_>>(),
        "counts": counts,
        "exact": answer.exact,
        "more": answer.more,
        "partial": answer.partial,
        "meant": answer.meant,
        "suggestions": answer.suggestions,
        "lost": answer.lost,
    })
}

fn hit(hit: &Hit) -> Value {
    json!({
        "kind": hit.kind.label(),
        "path": hit.path,
        "anchor": hit.anchor,
        "title": plain(&hit.title),
        "heading": plain(&hit.heading),
        "passage": plain(&hit.passage),
        "marks": hit.passage.iter().filter(|run| run.1).map(|run| &run.0).collect::<Vec<_>>(),
        "call": hit.call,
    })
}

fn as_text(answer: &Answer) -> String {
    let mut text = String::new();
    if let Some(refusal) = answer.refused {
        return format!("{}\n", refusal.words());
    }
    if let Some(line) = &answer.line {
        text.push_str(&format!("拨打 {}  {}\n", line.number, line.name));
    }
    if let Some(first) = &answer.first {
        text.push_str(&format!("先看  {}  {}\n", plain(&first.title), first.path));
    }
    let about = if answer.exact { "" } else { "约 " };
    let note = if answer.partial { "，部分相符" } else { "" };
    text.push_str(&format!("{about}{} 页{note}\n", answer.count(None)));
    for hit in &answer.hits {
        let (title, passage) = (plain(&hit.title), plain(&hit.passage));
        text.push_str(&format!("{}  {title}  {}\n    {passage}\n", hit.kind.label(), hit.path));
    }
    for suggestion in &answer.suggestions {
        text.push_str(&format!("你是不是要找：{suggestion}\n"));
    }
    text
}

fn plain(marked: &Marked) -> String {
    marked.iter().map(|run| run.0.as_str()).collect()
}

//! Mock courts: scripts, their lints, and what a class gets from one file.

mod casting;
mod published;
mod script;
mod stage;
mod step;
mod steps;
mod track;
mod vote;
mod walk;
mod word;

use std::{fs, path::Path};

use qingmiao::model::Court;

use crate::support::Fixture;

/// The laws that scripts cite.
const LAWS: &str = "\
民事诉讼法,民诉法,2023-09-01,306,,现行,news,2026-11-01
刑事诉讼法,刑诉法,2018-10-26,308,,现行,news,2026-11-01
民法典,,2020-05-28,1260,,现行,news,2026-11-01
";

/// A valid folder in which scripts can be read.
pub(crate) fn courtroom() -> Fixture {
    let fixture = Fixture::new();
    let laws = fixture.read("laws/index.csv") + LAWS;
    fixture
        .file("laws/index.csv", laws)
        .file("glossary.csv", "词,别名,给孩子,给大人\n监护人,,照看你的大人。,依法负责的人。\n")
        .page("terms", "见 [](term:监护人)。\n")
}

/// One of the scripts that pass.
pub(crate) fn base(name: &str) -> String {
    let file = format!("tests/it/court/{name}.court.md");
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("a script")
}

/// One of them with edits, a line each: `-` takes a line out, `+` puts one in there, a blank looks for one.
pub(crate) fn edited(name: &str, edits: &str) -> String {
    let mut lines: Vec<String> = base(name).lines().map(str::to_owned).collect();
    let mut at = 0;
    for edit in edits.lines() {
        let (sign, line) = edit.split_at_checked(1).expect("a sign");
        let find = || lines.iter().position(|it| it == line);
        match sign {
            "-" => {
                at = find().unwrap_or_else(|| panic!("{name} has no line {line:?}"));
                lines.remove(at);
            }
            "+" => {
                lines.insert(at, line.to_owned());
                at += 1;
            }
            _ => at = find().unwrap_or_else(|| panic!("{name} has no line {line:?}")) + 1,
        }
    }
    lines.join("\n") + "\n"
}

/// What a valid script is read as.
#[track_caller]
pub(crate) fn read(text: &str) -> Court {
    let portal = courtroom().file("courts/a.court.md", text).portal();
    portal.courts.into_iter().next().expect("a script")
}

/// What is wrong with a script: code and message.
pub(crate) fn wrong(text: &str) -> Vec<(&'static str, String)> {
    let loaded = courtroom().file("courts/a.court.md", text).load();
    loaded.diagnostics.into_iter().map(|found| (found.code, found.message)).collect()
}

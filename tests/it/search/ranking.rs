//! Real questions on our own content, each with the page that must come first.

use std::fs;
use std::path::Path;

use qingmiao::content;
use qingmiao::model::search::{Answer, Question};
use tempfile::TempDir;

use super::index::{Files, ask};
use crate::support;

/// `who<TAB>question<TAB>page`, or two pages of which either may be first.
const QUESTIONS: &str = include_str!("questions.txt");

/// The index of the published content.
fn real() -> Files {
    let out = TempDir::new().expect("a folder");
    let portal = content::load(&support::real_content(), support::this_day()).portal;
    crate::site::build(&portal, out.path());
    let mut files = Files::new();
    read(&out.path().join("data/search"), "", &mut files);
    files
}

fn read(folder: &Path, prefix: &str, files: &mut Files) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().and_then(|it| it.to_str()).expect("a name");
        if path.is_dir() {
            read(&path, &format!("{name}/"), files);
        } else {
            files.insert(format!("{prefix}{name}"), fs::read(&path).expect("a file"));
        }
    }
}

/// What a reader sees first.
fn first(answer: &Answer) -> &str {
    let hit = answer.first.as_ref().or(answer.hits.first());
    match (&answer.first, &answer.line) {
        (None, Some(_)) => "hotlines.html",
        _ => hit.map_or("nothing", |hit| hit.path.as_str()),
    }
}

#[test]
fn the_page_that_helps_most_comes_first() {
    let files = real();
    let mut wrong = String::new();
    for line in QUESTIONS.lines() {
        let mut cells = line.split('\t');
        let mut next = || cells.next().expect("three cells");
        let (who, typed, pages) = (next(), next(), next());
        let (answer, _) =
            ask(&files, &Question { typed: typed.to_owned(), kind: None, wanted: 10 });
        if !pages.split(' ').any(|page| page == first(&answer)) {
            wrong.push_str(&format!("{who}: {typed}: {} is first, not {pages}\n", first(&answer)));
        }
    }
    assert!(wrong.is_empty(), "{}\n{wrong}", wrong.lines().count());
}

#[test]
fn every_question_is_one_that_somebody_asks() {
    assert!(QUESTIONS.lines().count() >= 60);
    for who in ["parent", "child", "teacher", "public"] {
        assert!(QUESTIONS.lines().filter(|line| line.starts_with(who)).count() >= 8, "{who}");
    }
}

//! Real questions on our own content, each with the page that must come first.

use std::fs;
use std::path::Path;

use qingmiao::model::search::{Answer, Question};

use super::index::{Files, ask};
use crate::support;

/// `who<TAB>question<TAB>page`, or two pages of which either may be first.
const QUESTIONS: &str = include_str!("questions.txt");

/// The index of the published content.
fn index() -> Files {
    let mut files = Files::new();
    read(&support::real_site().join("data/search"), "", &mut files);
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
    let files = index();
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

/// The first words of the last plain paragraph of a page.
fn last_words(page: &str) -> Option<String> {
    let (_, main) = page.split_once("<main")?;
    let words = main.rsplit("<p>").map(|rest| rest.split('<').next().unwrap_or_default());
    let words = words.map(|words| words.chars().take(12).collect::<String>());
    words.into_iter().find(|it| it.chars().filter(|it| *it >= '\u{4e00}').count() >= 8)
}

#[test]
fn a_page_is_found_by_its_last_paragraph() {
    let (out, files) = (support::real_site(), index());
    let mut tried = 0;
    for folder in ["", "policies", "lessons", "cases", "help", "stations", "places"] {
        for entry in fs::read_dir(out.join(folder)).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.strip_prefix(out).expect("within").to_string_lossy().into_owned();
            // Nobody looks for these, of which the last is shown by the quick exit; the finder ends with what it tells
            // an old browser.
            let unlisted = ["404.html", "search.html", "finder.html", "solar-terms.html"];
            if !name.ends_with(".html") || unlisted.contains(&name.as_str()) {
                continue;
            }
            let Some(words) = last_words(&fs::read_to_string(&path).expect("a page")) else {
                continue;
            };
            let question = Question { typed: words.clone(), kind: None, wanted: 1000 };
            let (answer, _) = ask(&files, &question);
            let mut found = answer.first.iter().chain(&answer.hits);
            assert!(found.any(|hit| hit.path == name), "{name}: {words}");
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn every_question_is_one_that_somebody_asks() {
    assert!(QUESTIONS.lines().count() >= 60);
    for who in ["parent", "child", "teacher", "public"] {
        assert!(QUESTIONS.lines().filter(|line| line.starts_with(who)).count() >= 8, "{who}");
    }
}

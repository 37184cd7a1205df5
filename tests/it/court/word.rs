//! The Word files of every published script: packages that parse, with what their pages say and no more.

use std::io::{Cursor, Read};
use std::{collections::BTreeMap, fs};

use qingmiao::model::court::{Act, CourtPaper, NoteKind};
use qingmiao::model::{Court, Lesson, plain_text};

use crate::support;

/// The namespace of a Word document.
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The paragraphs of a document, and how many of them begin a page. Every part of the package has to parse.
fn paragraphs(bytes: &[u8]) -> (Vec<String>, usize) {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut document = String::new();
    for at in 0..package.len() {
        let mut part = package.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).expect("words");
        roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        if name == "word/document.xml" {
            document = text;
        }
    }
    let document = roxmltree::Document::parse(&document).expect("a document");
    let named = |name: &str| document.descendants().filter(|it| it.has_tag_name((W, name))).count();
    for cell in document.descendants().filter(|it| it.has_tag_name((W, "tc"))) {
        assert!(cell.last_element_child().is_some_and(|it| it.has_tag_name((W, "p"))));
    }
    // A table fills its line, and a column with sentences is wider than one with a number.
    for table in document.descendants().filter(|it| it.has_tag_name((W, "tblGrid"))) {
        let widths: Vec<u32> = table
            .children()
            .map(|it| it.attribute((W, "w")).expect("a width").parse().expect("a number"))
            .collect();
        let whole: u32 = widths.iter().sum();
        assert!((9800..=9866).contains(&whole), "{widths:?}");
        assert!(widths.len() < 3 || widths.iter().max() > widths.iter().min(), "{widths:?}");
    }
    let words = document.descendants().filter(|it| it.has_tag_name((W, "p"))).map(|paragraph| {
        paragraph
            .descendants()
            .filter_map(|it| it.text().filter(|_| it.has_tag_name((W, "t"))))
            .collect()
    });
    (words.collect(), named("pageBreakBefore"))
}

/// Its secrets, in plain words.
fn secrets(court: &Court) -> Vec<String> {
    let elements = court.nodes.iter().flat_map(|node| &node.elements);
    let secret = elements.filter_map(|it| match &it.act {
        Act::Note(note) if note.kind == NoteKind::Secret => Some(plain_text(&note.words)),
        _ => None,
    });
    secret.collect()
}

#[test]
fn every_script_has_three_files_that_parse_and_say_what_the_pages_say() {
    let portal = support::real();
    let card = portal.page(Lesson::DISCLOSURE).expect("a card").title.clone();
    for court in &portal.courts {
        let mut files = BTreeMap::new();
        for paper in CourtPaper::ALL {
            let Some(path) = paper.word(&court.id) else { continue };
            let file = fs::read(support::real_site().join(&path)).expect("a file");
            files.insert(paper, paragraphs(&file));
        }
        assert_eq!(files.len(), 3);
        let text = |paper| files[&paper].0.join("\n");
        let (script, roles, teacher) =
            (text(CourtPaper::Prompt), text(CourtPaper::Roles), text(CourtPaper::Teacher));
        for line in court.nodes.iter().flat_map(|node| &node.elements) {
            if let Act::Line(line) = &line.act {
                let words = plain_text(&line.words);
                assert!(script.contains(&words), "{}: {words}", court.id);
                assert!(teacher.contains(&words), "{}: {words}", court.id);
                assert!(roles.contains(&words), "{}: {words}", court.id);
            }
        }
        assert_eq!(files[&CourtPaper::Roles].1, court.roles.len() - 1, "a page for each role");
        let secrets = secrets(court);
        assert!(!secrets.is_empty());
        for secret in secrets {
            assert!(!script.contains(&secret), "{}: {secret}", court.id);
            assert!(teacher.contains(&secret) && roles.contains(&secret), "{}: {secret}", court.id);
        }
        assert!(teacher.contains(&card), "{}: the card for the teacher", court.id);
    }
}

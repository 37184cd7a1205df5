//! What the published content promises about its own facts: where each number is from, what stays out, and that a
//! frightened reader gets through a text in two minutes.

use std::{fs, path::Path};

use qingmiao::{
    model::{Audience, Links, Route},
    pages,
};
use scraper::{ElementRef, Html, Node, Selector};

use crate::support;

/// The documents that the five places were drawn from.
const DOCUMENTS: [&str; 5] =
    ["baiyun-2022", "fogang-2022", "jinma-2024", "bantian-2024", "yuhuan-2024"];

#[test]
fn every_figure_is_from_a_document_or_from_the_official_list() {
    let portal = support::real();
    for document in DOCUMENTS {
        let source = &portal.sources[document];
        assert!(source.taken.is_some() && source.left_out.is_some(), "{document}");
        assert!(portal.figures.values().any(|figure| figure.source == document), "{document}");
    }
    for figure in portal.figures.values() {
        let known = DOCUMENTS.contains(&figure.source.as_str()) || figure.source == "nbs-2023";
        assert!(known, "{}: {}", figure.id, figure.source);
    }
}

#[test]
fn what_the_list_counts_is_what_the_figures_say() {
    use qingmiao::model::Level;
    let portal = support::real();
    let mut compared = 0;
    for figure in portal.figures.values().filter(|figure| figure.source == "nbs-2023") {
        let level = if figure.id.ends_with("-towns") { Level::Town } else { Level::Village };
        let counted = portal.areas.count(&figure.area, level);
        assert_eq!(figure.value, counted.to_string(), "{}", figure.id);
        compared += 1;
    }
    assert_eq!(compared, 10, "towns and villages of five places");
}

/// Numbers on the pages of places, wherever they come from, stand in an element that leads to their source.
#[test]
fn numbers_of_places_come_only_from_the_table() {
    let portal = support::real();
    let routes = portal
        .places
        .iter()
        .map(|place| Route::Place(place.id.clone()))
        .chain([Route::Page("compare".to_owned())]);
    let main = Selector::parse("main").expect("a selector");
    for route in routes {
        let links = Links::from(&route.path());
        let page = pages::document(portal, &route, &links).expect("a page");
        let html = Html::parse_fragment(&page.body);
        let mut words = String::new();
        collect(html.select(&main).next().expect("a main part"), &mut words);
        let found = bare_numbers(&words);
        assert!(found.is_empty(), "{}: {found:?}", route.path());
        assert!(page.body.contains("class=\"figure\"") || route == Route::Place("qujiang".into()));
    }
}

/// The words of an element without figures, their notes, charts, the table of the official list, days and laws.
fn collect(element: ElementRef<'_>, words: &mut String) {
    let class = element.attr("class").unwrap_or_default();
    let skipped = ["figure", "notes", "chart", "law", "end"].iter().any(|it| class.contains(it))
        || ["time", "svg", "details"].contains(&element.value().name());
    if skipped {
        return;
    }
    for child in element.children() {
        match child.value() {
            Node::Text(text) => words.push_str(text),
            Node::Element(_) => {
                collect(ElementRef::wrap(child).expect("an element"), words);
                words.push(' ');
            }
            _ => {}
        }
    }
}

/// Digits before a unit of a figure. Names in “…” keep their numbers.
fn bare_numbers(words: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut quoted = false;
    let chars: Vec<char> = words.chars().collect();
    for (index, char) in chars.iter().enumerate() {
        match char {
            '“' => quoted = true,
            '”' => quoted = false,
            _ => {}
        }
        let before = index.checked_sub(1).and_then(|at| chars.get(at));
        let counted = before.is_some_and(char::is_ascii_digit)
            || (before == Some(&' ') && index >= 2 && chars[index - 2].is_ascii_digit());
        if !quoted && counted && "个人名户件间场次万亿元%".contains(*char) {
            found.push(chars[index.saturating_sub(12)..=index].iter().collect());
        }
    }
    found
}

/// What the documents hold and nobody may find here: republishers' contacts, small counts, scores.
#[test]
fn what_must_stay_out_stays_out() {
    let out = [
        "8059-268",
        "450952431",
        "53660867",
        "investchn",
        "pubcn",
        "1051",
        "4.6%",
        "4.67",
        "昭通",
        "江红平",
        "张冯伟",
        "高风险个体",
        "儿童信息画像",
    ];
    let mut folders = vec![support::real_content()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if path.ends_with("areas.csv") || path.ends_with("images") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap_or_default();
            for word in out {
                assert!(!text.contains(word), "{}: {word}", path.display());
            }
        }
    }
}

#[test]
fn thirteen_situations_are_told_to_three_readers_under_names_that_tell_nothing() {
    let portal = support::real();
    assert!(portal.helps.len() >= 13);
    for help in &portal.helps {
        for audience in Audience::ALL {
            assert!(help.voice(audience).is_some(), "{}: {audience:?}", help.id);
        }
        for word in ["打", "骗", "虐", "害", "死", "毒", "性", "伤"] {
            assert!(!help.discreet_title.contains(word), "{}", help.discreet_title);
        }
    }
}

/// At 360 characters a minute for a child, 400 for a grown-up.
#[test]
fn a_text_can_be_read_in_two_minutes() {
    for entry in fs::read_dir(support::real_content().join("help")).expect("texts") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a text");
        for voice in text.split("\n## ").skip(1) {
            let (name, body) = voice.split_once('\n').expect("a heading");
            let most = if name.trim() == Audience::Child.label() { 720 } else { 800 };
            let count = characters(body);
            assert!(count <= most, "{} {name}: {count}", short(&path));
        }
    }
}

fn short(path: &Path) -> String {
    path.file_name().expect("a name").to_string_lossy().into_owned()
}

/// Letters and digits that are read: those of the addresses of links are not.
fn characters(markdown: &str) -> usize {
    let mut parts = markdown.split("](");
    let first = parts.next().unwrap_or_default().to_owned();
    let words =
        parts.fold(first, |words, part| words + part.split_once(')').map_or("", |(_, rest)| rest));
    words.chars().filter(|char| char.is_alphanumeric()).count()
}

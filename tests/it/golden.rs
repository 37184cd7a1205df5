//! Golden sites: a content folder in, the `<main>` of each page out.
//!
//! `UPDATE_GOLDEN=1 cargo test --test it golden` writes what the pages are now; read the diff before you commit it.

use std::{collections::BTreeMap, fs, path::Path};

use qingmiao::{content, model::Links, pages};
use scraper::{Html, Selector};

use crate::support;

#[test]
fn small() {
    check("small");
}

/// The folder `golden/NAME/content` gives the pages of `golden/NAME/expected`.
fn check(name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/golden").join(name);
    let loaded = content::load(&folder.join("content"), support::TODAY);
    assert_eq!(support::listing(&loaded.diagnostics), "");
    let mut actual = BTreeMap::new();
    for route in pages::routes(&loaded.portal) {
        let links = Links::from(&route.path());
        let document =
            pages::document(&loaded.portal, &route, &links).expect("a page for each route");
        actual.insert(route.path().replace('/', "-"), main(&document.body));
    }
    let expected = folder.join("expected");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::remove_dir_all(&expected).ok();
        fs::create_dir_all(&expected).expect("a folder");
        for (name, page) in &actual {
            fs::write(expected.join(name), page).expect("a golden page");
        }
    }
    let files =
        fs::read_dir(&expected).expect("golden pages").map(|entry| entry.expect("an entry"));
    let golden: BTreeMap<_, _> = files
        .map(|entry| {
            let page = fs::read_to_string(entry.path()).expect("a golden page");
            (entry.file_name().to_string_lossy().into_owned(), page)
        })
        .collect();
    assert_eq!(actual.keys().collect::<Vec<_>>(), golden.keys().collect::<Vec<_>>());
    for (name, page) in &actual {
        assert!(golden.get(name) == Some(page), "{name} has changed:\n{page}");
    }
}

/// What is inside `<main>`, with a line for each block so that a diff can be read.
fn main(body: &str) -> String {
    let page = Html::parse_document(body);
    let selector = Selector::parse("main, body").expect("a selector");
    let main = page.select(&selector).next_back().expect("a main part").inner_html();
    let mut lines = main.replace("<!---->", "").replace("<!-- -->", "");
    for tag in [
        "<p", "<h", "<li", "<section", "<div", "<table", "<tr", "<ol", "<ul", "<dl", "<dt", "<dd",
        "<nav", "<details", "<figure", "<svg", "<a class", "<aside",
    ] {
        lines = lines.replace(tag, &format!("\n{tag}"));
    }
    let lines = lines.lines().map(str::trim_end).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

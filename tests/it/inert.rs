//! The hostile corpus, rendered into whole pages and parsed again as a browser would: nothing in them can run.

use std::fs;

use qingmiao::content;
use scraper::{Html, Selector};

use crate::{
    hostile::{Kind, corpus},
    support::{self, Fixture, VOICE},
};

/// One content folder with every case in it, each on a page of its own where it can be.
pub(crate) fn hostile_folder() -> Fixture {
    let mut fixture = Fixture::new();
    let mut sources = fixture.read("sources.csv");
    let mut figures = fixture.read("figures.csv");
    let mut numbers = String::new();
    for (index, case) in corpus().iter().enumerate() {
        let payload = &case.payload;
        let name = format!("case-{index}");
        fixture = match case.kind {
            Kind::Markdown => fixture.page(&name, payload),
            Kind::FrontMatter => {
                fixture.file(&format!("pages/{name}.md"), format!("---\n{payload}\n---\n\n正文\n"))
            }
            Kind::Value => {
                let front = format!("标题: {payload}\n摘要: {payload}");
                let help = format!(
                    "{front}\n中性标题: {payload}\n热线: [12345]\n内容提示: [{payload}]\n核验: 2026-11-01"
                );
                fixture
                    .file(&format!("pages/{name}.md"), format!("---\n{front}\n---\n\n正文\n"))
                    .file(&format!("help/{name}.md"), format!("---\n{help}\n---\n\n{VOICE}"))
            }
            Kind::Help => {
                let front = "标题: 甲\n中性标题: 乙\n摘要: 丙\n热线: [12345]\n核验: 2026-11-01";
                let text = VOICE.replace("先看看。", payload);
                fixture.file(&format!("help/{name}.md"), format!("---\n{front}\n---\n\n{text}"))
            }
            Kind::Cell => {
                let cell = payload.replace('"', "\"\"");
                sources.push_str(&format!(
                    "s{index},\"{cell}\",\"{cell}\",,\"{cell}\",\"{cell}\",2026-11-01,否,\"{cell}\"\n"
                ));
                figures.push_str(&format!(
                    "f{index},\"{cell}\",{index},\"{cell}\",\"{cell}\",440111,2022,s{index},公布,2026-11-01,\"{cell}\"\n"
                ));
                numbers.push_str(&format!("- [](figure:f{index})\n"));
                fixture
            }
            // A table as a whole would take the place of all others: `hostile` reads each by itself.
            Kind::Table => fixture,
        };
    }
    fixture.file("sources.csv", sources).file("figures.csv", figures).page("numbers", &numbers)
}

#[test]
fn every_page_with_a_hostile_input_is_inert() {
    let fixture = hostile_folder();
    let portal = content::load(fixture.path().as_ref(), support::TODAY).portal;
    let pages: Vec<_> = portal.pages.iter().filter(|page| page.id.starts_with("case-")).collect();
    assert!(pages.len() > 100, "{} pages could be read well enough to be shown", pages.len());
    let numbers = portal.page("numbers").expect("the numbers");
    assert!(!numbers.body.blocks.is_empty());

    let out = tempfile::tempdir().expect("a folder");
    let out = out.path().join("site");
    crate::site::build(&portal, &out);
    let mut said = Vec::new();
    for file in crate::site::pages(&out) {
        let page = fs::read_to_string(out.join(&file)).expect("a page");
        said.extend(dangers(&page).into_iter().map(|danger| format!("{file}: {danger}")));
    }
    assert_eq!(said, Vec::<String>::new());
}

/// What could run in a page, or break out of where it stands.
fn dangers(page: &str) -> Vec<String> {
    let html = Html::parse_document(page);
    let all = Selector::parse("*").expect("a selector");
    let mut found = Vec::new();
    for element in html.select(&all) {
        let value = element.value();
        let name = value.name().to_ascii_lowercase();
        let shown = || element.html().chars().take(160).collect::<String>();
        match name.as_str() {
            "script" => match (value.attr("src"), value.attr("type")) {
                (Some(src), None | Some("text/later")) if src.contains("assets/") => {}
                (None, Some("application/ld+json")) => {
                    let data = element.text().collect::<String>();
                    if serde_json::from_str::<serde_json::Value>(&data).is_err() {
                        found.push(format!("data that is no JSON: {data}"));
                    }
                }
                _ => found.push(shown()),
            },
            "iframe" | "object" | "embed" | "base" | "form" | "style" | "math"
            | "foreignobject" | "animate" | "set" | "use" | "template" | "noscript" | "frame"
            | "applet" | "portal" => found.push(shown()),
            _ => {}
        }
        for (attribute, text) in value.attrs() {
            let attribute = attribute.to_ascii_lowercase();
            let handler = attribute.starts_with("on")
                || ["style", "srcdoc", "srcset", "formaction"].contains(&&*attribute);
            let address =
                ["href", "src", "action", "xlink:href", "data", "poster"].contains(&&*attribute);
            if handler || (address && !is_safe_address(text)) {
                found.push(shown());
            }
        }
    }
    found
}

fn is_safe_address(url: &str) -> bool {
    let plain: String =
        url.chars().filter(|char| !char.is_control() && !char.is_whitespace()).collect();
    let plain = plain.to_lowercase();
    let scheme = plain.split(['/', '?', '#']).next().unwrap_or_default();
    match scheme.split_once(':') {
        Some((scheme, _)) => ["https", "http", "mailto", "tel", "sms"].contains(&scheme),
        None => !plain.starts_with("//") && !plain.contains('\\'),
    }
}

//! Hostile content: none makes the reading panic, and each is refused or ends as a tree without an unsafe address.

mod corpus;

use std::fmt::Write as _;

use proptest::prelude::*;
use qingmiao::{
    content::{
        Diagnostic,
        anchor::{RESERVED, RESERVED_PREFIXES},
    },
    model::{Block, Inline, Markup, Portal, Target},
};

pub(crate) use corpus::{Case, Kind, corpus};

use crate::support::{Fixture, VOICE};

/// A content folder with this case in it.
pub(crate) fn fixture(case: &Case) -> Fixture {
    let payload = &case.payload;
    match case.kind {
        Kind::Markdown => Fixture::new().page("hostile", payload),
        Kind::FrontMatter => {
            Fixture::new().file("pages/hostile.md", format!("---\n{payload}\n---\n\n正文\n"))
        }
        Kind::Value => Fixture::new()
            .file("pages/hostile.md", format!("---\n标题: {payload}\n摘要: 摘要\n---\n\n正文\n"))
            .file(
                "help/hostile.md",
                format!("---\n标题: 标题\n中性标题: {payload}\n摘要: 摘要\n热线: [12345]\n内容提示: [{payload}]\n核验: 2026-11-01\n---\n\n{VOICE}"),
            ),
        Kind::Cell => {
            let cell = payload.replace('"', "\"\"");
            Fixture::new().file(
                "sources.csv",
                format!("编号,标题,发布单位,网址,备注\nnews,\"{cell}\",\"{cell}\",\"{cell}\",\"{cell}\"\n"),
            )
        }
        Kind::Table => Fixture::new().file("sources.csv", payload),
        Kind::Help => {
            let text = VOICE.replace("先看看。", payload);
            Fixture::new().edit("help/home.md", VOICE, &text)
        }
    }
}

/// Whether the case is one that has to be refused, and what a folder may say at all.
#[test]
fn every_case_is_refused_or_inert() {
    let cases = corpus();
    assert!(cases.len() >= 200, "{} cases", cases.len());
    let mut said = String::new();
    for case in &cases {
        let loaded = fixture(case).load();
        let unsafe_parts = dangers(&loaded.portal);
        if !unsafe_parts.is_empty() {
            writeln!(said, "{case:?}: {unsafe_parts:?}").expect("text");
        }
        if case.refused && !loaded.diagnostics.iter().any(Diagnostic::is_error) {
            writeln!(said, "{case:?}: not refused").expect("text");
        }
        for found in &loaded.diagnostics {
            let shown = found.to_terminal(std::path::Path::new("content"));
            assert!(shown.contains(&found.message) || !shown.is_empty());
        }
    }
    assert_eq!(said, "");
}

/// What in a portal would be dangerous in a page, whatever the page does to escape it.
fn dangers(portal: &Portal) -> Vec<String> {
    let mut found = Vec::new();
    for page in &portal.pages {
        markup(&page.body, &mut found);
    }
    for place in &portal.places {
        markup(&place.body, &mut found);
    }
    for (_, text) in
        portal.helps.iter().flat_map(|help| &help.voices).flat_map(|voice| &voice.parts)
    {
        markup(text, &mut found);
    }
    let addresses = portal.sources.values().filter_map(|source| source.url.as_deref());
    let settings = &portal.settings;
    for url in addresses.chain(settings.address.as_deref()).chain([settings.exit_url.as_str()]) {
        address(url, &mut found);
    }
    found
}

fn markup(markup: &Markup, found: &mut Vec<String>) {
    blocks(&markup.blocks, 1, markup.footnotes.len(), found);
    for footnote in &markup.footnotes {
        blocks(footnote, 1, markup.footnotes.len(), found);
    }
}

fn blocks(all: &[Block], depth: usize, footnotes: usize, found: &mut Vec<String>) {
    if depth > 64 {
        found.push("too deep".to_owned());
        return;
    }
    for block in all {
        match block {
            Block::Heading { id, text, .. } => {
                let reserved = RESERVED.contains(&id.to_lowercase().as_str())
                    || RESERVED_PREFIXES.iter().any(|prefix| id.to_lowercase().starts_with(prefix));
                let plain = id.chars().all(|char| char.is_alphanumeric() || "-_".contains(char));
                if reserved || !plain || id.is_empty() {
                    found.push(format!("anchor {id:?}"));
                }
                inlines(text, footnotes, found);
            }
            Block::Paragraph(text) => inlines(text, footnotes, found),
            Block::List { items, .. } => {
                for item in items {
                    blocks(&item.blocks, depth + 1, footnotes, found);
                }
            }
            Block::Quote(inner) | Block::Callout(_, inner) => {
                blocks(inner, depth + 1, footnotes, found);
            }
            Block::Table { head, rows, .. } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    inlines(cell, footnotes, found);
                }
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    inlines(&definition.term, footnotes, found);
                    for details in &definition.details {
                        blocks(details, depth + 1, footnotes, found);
                    }
                }
            }
            Block::Code(_) | Block::Rule => {}
        }
    }
}

fn inlines(all: &[Inline], footnotes: usize, found: &mut Vec<String>) {
    for inline in all {
        match inline {
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Struck(inner) => {
                inlines(inner, footnotes, found);
            }
            Inline::Link { target, text } => {
                match target {
                    Target::Url(url) => address(url, found),
                    Target::Section(section) => plain(section, found),
                    Target::Content(reference) => plain(&reference.to_string(), found),
                }
                inlines(text, footnotes, found);
            }
            Inline::Image { path, alt } => {
                let raster = ["png", "jpg", "jpeg", "webp", "gif"];
                let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
                if !path.starts_with("images/")
                    || path.contains("..")
                    || !raster.contains(&&*ending)
                    || alt.is_empty()
                {
                    found.push(format!("picture {path:?}"));
                }
            }
            Inline::Footnote(number) if *number >= footnotes => {
                found.push(format!("footnote {number}"));
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::Footnote(_) => {}
        }
    }
}

/// An address has to begin with an allowed scheme, byte for byte, and hold nothing that a browser would drop.
fn address(url: &str, found: &mut Vec<String>) {
    let lower = url.to_lowercase();
    let allowed = ["https://", "http://", "mailto:", "tel:", "sms:"];
    if !url.is_empty() && !allowed.iter().any(|scheme| lower.starts_with(scheme)) {
        found.push(format!("address {url:?}"));
    }
    plain(url, found);
}

fn plain(text: &str, found: &mut Vec<String>) {
    let odd = |char: char| {
        char.is_control()
            || char.is_whitespace()
            || "\"<>\\`\u{200b}\u{202e}\u{feff}".contains(char)
    };
    if text.contains(odd) {
        found.push(format!("characters of {text:?}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_as_any_file_never_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        name in prop::sample::select(vec![
            "site.yaml", "areas.csv", "sources.csv", "figures.csv", "hotlines.csv", "laws/index.csv",
            "pages/a.md", "places/a.md", "help/a.md", "images/a.png", "facts.csv", "policies/a.md",
            "policies/examples.csv", "courts/a.court.md",
        ]),
    ) {
        let loaded = Fixture::new().file(name, bytes).load();
        for found in &loaded.diagnostics {
            prop_assert!(found.line >= 1 && found.column >= 1 && found.width >= 1);
            prop_assert!(!found.to_terminal(std::path::Path::new("")).is_empty());
        }
    }

    #[test]
    fn any_text_as_markdown_is_inert(text in "(\\PC|[\\n \\t#>*_\\[\\](){}!<:/\"'|^~`-]|javascript:|data:|https://|page:|【提示】|\\[\\^1\\]|&#[0-9]{2};){0,120}") {
        let loaded = Fixture::new().page("any", &text).load();
        prop_assert_eq!(dangers(&loaded.portal), Vec::<String>::new());
        let again = Fixture::new().page("any", &text).load();
        prop_assert_eq!(loaded.diagnostics, again.diagnostics);
    }

    #[test]
    fn any_conditions_never_panic(
        rows in "(共同|[AB]|年龄|户籍地|家庭认定|等于|小于|包含|\\||\\\\|;|[0-9]{1,6}|低保|\\n| |\\PC){0,60}",
        facts in "(甲|,|整数|多选|区划|[0-9-]{1,4}|;|是|否|孩子|\\n){0,30}",
        examples in "(a|,|=|;|\\||\\+|\\?|年龄|家庭认定|[0-9-]{1,3}|aid|符合|未定|无|\\n){0,30}",
    ) {
        let fixture = Fixture::with_policies();
        let facts = fixture.read("facts.csv") + &facts;
        let examples = fixture.read("policies/examples.csv") + &examples;
        let loaded = fixture
            .edit("policies/aid.md", "| A | 父亲情况", &format!("{rows}\n| A | 父亲情况"))
            .file("facts.csv", facts)
            .file("policies/examples.csv", examples)
            .load();
        for found in &loaded.diagnostics {
            prop_assert!(found.column <= found.skipped + found.excerpt.chars().count() + 1, "{found:?}");
        }
    }

    #[test]
    fn any_front_matter_never_panics(text in "(标题|摘要|: |：|\\n|- |  |\\[|\\]|\\{|\\}|\"|'|&a|\\*a|<<|!x|\\||>|#|---|\\PC){0,60}") {
        let file = format!("---\n{text}\n---\n正文\n");
        let loaded = Fixture::new().file("pages/any.md", file).load();
        for found in &loaded.diagnostics {
            prop_assert!(found.line >= 1 && found.column >= 1);
        }
    }

    #[test]
    fn cells_stand_where_the_reader_of_tables_finds_them(text in "(a|,|\"|\"\"|\\n|\\r\\n| |王|;|=1){0,40}") {
        let table = format!("编号,标题,发布单位\n{text}\n");
        let loaded = Fixture::new().file("sources.csv", table.clone()).load();
        for found in loaded.diagnostics.iter().filter(|found| found.file == "sources.csv") {
            prop_assert!(found.line <= table.lines().count() + 1);
            prop_assert!(found.column <= found.skipped + found.excerpt.chars().count() + 1, "{:?} in {:?}", found, table);
        }
    }
}

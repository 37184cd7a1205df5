//! Without JavaScript every page is whole: the same words, and no control that does nothing.

use super::{Portal, View, in_chromium};

const WORDS: &str =
    "document.querySelector('main')?.innerText.replace(/\\s+/g, ' ') ?? document.body.innerText";

#[test]
fn every_page_reads_without_script() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        for width in [360, 1280] {
            let tab = chrome.tab(&View { width, script: false, ..View::default() }).await;
            for page in Portal::web().samples() {
                tab.goto(&format!("{}{page}", host.root())).await;
                let words: String = tab.eval(WORDS).await;
                assert!(words.chars().count() > 60, "{page}: {words}");
                let dead: Vec<String> = tab
                    .eval(
                        "[...document.querySelectorAll('button, input, select')].filter((it) => it.checkVisibility()) \
                         .map((it) => it.outerHTML)",
                    )
                    .await;
                assert_eq!(dead, Vec::<String>::new(), "{page}: controls that need a script");
                let log = tab.log().await;
                assert!(log.console.is_empty(), "{page}: {:#?}", log.console);
                assert!(!log.requests.iter().any(|url| url.ends_with(".wasm")), "{page}");
            }
            tab.close().await;
        }
    });
}

#[test]
fn the_exit_is_a_link() {
    let exit = exit_link();
    assert!(exit.contains("href=\"https://"), "{exit}");
    assert!(exit.contains("noreferrer"), "{exit}");
}

fn exit_link() -> String {
    let page =
        std::fs::read_to_string(Portal::web().path().join("help/home.html")).expect("a help page");
    let page = scraper::Html::parse_document(&page);
    let link = scraper::Selector::parse("a.exit").expect("a selector");
    page.select(&link).next().expect("an exit").html()
}

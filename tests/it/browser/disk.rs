//! From a folder by a double click, and under a sub-path: the same pages, the islands alive. That every link of every
//! page holds is seen without a browser, in `site`.

use super::{Host, Portal, View, in_chromium};

#[test]
fn every_page_opens_from_disk() {
    in_chromium(async |chrome| {
        let portal = Portal::disk();
        let tab = chrome.tab(&View { width: 360, ..View::default() }).await;
        for page in portal.samples() {
            let url = format!("file://{}/{page}", portal.path().display());
            tab.goto(&url).await;
            if tab.eval("document.querySelector('leptos-island') !== null").await {
                tab.awake().await;
            }
            let log = tab.log().await;
            assert!(log.console.is_empty(), "{page}: {:#?}", log.console);
            let foreign = |url: &&String| !url.starts_with("file://") && !url.starts_with("data:");
            assert_eq!(log.requests.iter().find(foreign), None, "{page}");
        }
        tab.close().await;
    });
}

#[test]
fn both_editions_say_the_same() {
    let main = scraper::Selector::parse("body").expect("a selector");
    for page in Portal::web().pages() {
        let body = |portal: &Portal| {
            let html = std::fs::read_to_string(portal.path().join(&page)).expect("a page");
            let html = scraper::Html::parse_document(&html);
            html.select(&main).next().expect("a body").html()
        };
        assert_eq!(body(Portal::web()), body(Portal::disk()), "{page}");
    }
}

/// Under a path that the pages do not know, islands wake and no link leads out.
#[test]
fn pages_work_under_a_sub_path() {
    in_chromium(async |chrome| {
        let host = Host::start(Portal::web().path(), "/a/b/", None);
        let tab = chrome.tab(&View::default()).await;
        for page in Portal::web().samples() {
            let url = format!("{}{page}", host.root());
            tab.goto(&url).await;
            if tab.eval("document.querySelector('leptos-island') !== null").await {
                tab.awake().await;
            }
            let log = tab.log().await;
            assert!(log.console.is_empty(), "{url}: {:#?}", log.console);
            let links: Vec<String> = tab
                .eval(
                    "[...document.querySelectorAll('a[href]')].map((it) => it.href.split('#')[0])",
                )
                .await;
            for link in links.into_iter().filter(|link| link.starts_with(&host.origin())) {
                assert!(link.starts_with(&host.root()), "{url} leads out of the sub-path: {link}");
            }
        }
        tab.close().await;
    });
}

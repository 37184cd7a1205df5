//! The search box of every page: it costs nothing until it is used, works by keyboard, from disk, under a sub-path and with files that
//! are missing, and keeps nothing.

use super::clean::axe_finds_nothing;
use super::learn::key;
use super::server::Fault;
use super::{Host, Portal, Tab, View, in_chromium};

const OPTIONS: &str = "[...document.querySelectorAll('[role=option]')]";
const SETTLED: &str = "document.querySelector('.lookup-status')?.textContent";

/// Where the box stands in the page, in the header, on a page with an island, and on one with keys of its own.
const PAGES: [&str; 5] =
    ["index.html", "search.html", "about.html", "finder.html", "courts/custody/stage.html"];

/// Puts words into the box, as typing does.
async fn write(tab: &Tab, words: &str) {
    let _: bool = tab
        .eval(&format!(
            "(() => {{ const box = document.querySelector('[data-search] input'); \
             const status = document.querySelector('.lookup-status'); if (status) status.textContent = ''; \
             box.value = {words:?}; box.dispatchEvent(new Event('input', {{ bubbles: true }})); return true }})()"
        ))
        .await;
    tab.until(SETTLED).await;
}

/// Opens the box by its key and waits until its script has come.
async fn open(tab: &Tab) {
    key(tab, "/").await;
    tab.until("document.activeElement.matches('[role=combobox]')").await;
}

#[test]
fn the_box_costs_nothing_until_it_is_used() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = chrome.open(&format!("{}about.html", host.root()), &View::default()).await;
        let asked = tab.log().await.requests;
        let heavy = ["data/search", "search-box", ".wasm", "boot-"];
        let is_heavy = |url: &&String| heavy.iter().any(|part| url.contains(part));
        assert_eq!(asked.iter().find(is_heavy), None);
        open(&tab).await;
        write(&tab, "未保站").await;
        let log = tab.log().await;
        assert!(log.console.is_empty(), "{:#?}", log.console);
        assert!(
            log.requests.iter().any(|url| url.ends_with("data/search/manifest.bin")),
            "{:#?}",
            log.requests
        );
        assert!(
            log.requests.iter().all(|url| url.starts_with(&host.root())),
            "{:#?}",
            log.requests
        );
        tab.close().await;
    });
}

#[test]
fn a_search_by_keyboard_leads_to_a_page_and_leaves_no_trace() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        for page in PAGES {
            let tab = chrome
                .open(&format!("{}{page}", host.root()), &View { width: 360, ..View::default() })
                .await;
            let before: u32 = tab.eval("history.length").await;
            open(&tab).await;
            write(&tab, "强制报告").await;
            let expanded: String =
                tab.eval("document.activeElement.getAttribute('aria-expanded')").await;
            assert_eq!(expanded, "true", "{page}");
            axe_finds_nothing(&tab, page).await;
            let wide: bool = tab.eval("document.documentElement.scrollWidth <= 360").await;
            assert!(wide, "{page} is wider than the screen");
            let active = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))";
            key(&tab, "ArrowDown").await;
            let selected: String =
                tab.eval(&format!("{active}.getAttribute('aria-selected')")).await;
            assert_eq!(selected, "true");
            key(&tab, "ArrowDown").await;
            key(&tab, "ArrowUp").await;
            let target: String = tab.eval(&format!("{active}.href")).await;
            assert_eq!(target, tab.eval::<String>(&format!("{OPTIONS}[0].href")).await);
            // Words that were typed are in no address, no storage and no history.
            let trace: (String, u32, u32, u32) = tab
                .eval("[location.search + location.hash, localStorage.length, sessionStorage.length, history.length]")
                .await;
            assert_eq!(trace, (String::new(), 0, 0, before), "{page}");
            key(&tab, "Enter").await;
            tab.until(&format!("decodeURI(location.href) === decodeURI({target:?})")).await;
            let _: bool = tab.eval("(history.back(), true)").await;
            tab.until(&format!("location.pathname.endsWith({page:?})")).await;
            let left: String =
                tab.eval("document.querySelector('[data-search] input').value").await;
            assert_eq!(left, "", "{page}");
            tab.close().await;
        }
    });
}

#[test]
fn what_is_shown_is_what_was_asked() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = chrome.open(&format!("{}search.html", host.root()), &View::default()).await;
        open(&tab).await;
        let first = format!("{OPTIONS}[0].innerText");
        write(&tab, "爸爸打我怎么办").await;
        let words: String = tab.eval(&first).await;
        assert!(words.starts_with("先看这一页"), "{words}");
        write(&tab, "12355").await;
        assert_eq!(tab.eval::<String>(&format!("{OPTIONS}[0].href")).await, "tel:12355");
        write(&tab, "weibaozhan").await;
        assert!(tab.eval::<String>(&first).await.contains("你是不是要找"));
        // Only one kind.
        write(&tab, "孤儿").await;
        let _: bool = tab
            .eval("([...document.querySelectorAll('.lookup-kinds button')].find((it) => it.innerText.includes('政策')).click(), true)")
            .await;
        tab.until(&format!(
            "{OPTIONS}.every((it) => it.innerText.startsWith('政策') || it.tagName === 'BUTTON')"
        ))
        .await;
        // Ten more.
        write(&tab, "孩子").await;
        let count: u32 = tab.eval(&format!("{OPTIONS}.length")).await;
        let _: bool = tab.eval(&format!("({OPTIONS}.at(-1).click(), true)")).await;
        tab.until(&format!("{OPTIONS}.length > {count}")).await;
        // Nothing found is no dead end, and what is typed is never HTML.
        write(&tab, "<img src=x onerror=alert(1)>").await;
        write(&tab, "飞碟").await;
        let doors: u32 = tab.eval("[...document.querySelectorAll('.lookup-none a')].filter((it) => it.checkVisibility()).length").await;
        assert!(doors >= 4, "{doors}");
        for _ in 0..2 {
            key(&tab, "Escape").await;
        }
        let shut: (bool, String) = tab
            .eval("[document.querySelector('.lookup-panel').hidden, document.querySelector('[data-search] input').value]")
            .await;
        assert_eq!(shut, (true, String::new()));
        let log = tab.log().await;
        assert!(log.console.is_empty(), "{:#?}", log.console);
        tab.close().await;
    });
}

#[test]
fn the_box_works_from_disk_and_under_a_sub_path() {
    in_chromium(async |chrome| {
        let host = Host::start(Portal::web().path(), "/a/b/", None);
        let roots = [host.root(), format!("file://{}/", Portal::disk().path().display())];
        for root in roots {
            for page in PAGES {
                let tab = chrome.open(&format!("{root}{page}"), &View::default()).await;
                open(&tab).await;
                write(&tab, "孤儿补贴").await;
                tab.until(&format!("{OPTIONS}.length > 0")).await;
                let target: String = tab.eval(&format!("{OPTIONS}[0].href")).await;
                assert_eq!(target, format!("{root}policies/orphan.html"), "{page}");
                let log = tab.log().await;
                assert!(log.console.is_empty(), "{root}{page}: {:#?}", log.console);
                tab.close().await;
            }
        }
    });
}

#[test]
fn a_file_that_fails_costs_a_sentence() {
    in_chromium(async |chrome| {
        for (fault, words) in [
            (Fault::Missing("manifest.bin"), "没有读到"),
            (Fault::Garbled(".bin"), "没有读到"),
            (Fault::Missing("_bg.wasm"), "从目录里找"),
        ] {
            let host = Portal::web().faulty_host(fault);
            let tab = chrome.open(&format!("{}search.html", host.root()), &View::default()).await;
            open(&tab).await;
            write(&tab, "孤儿补贴").await;
            let panel: String = tab.eval("document.querySelector('.lookup-panel').innerText").await;
            assert!(panel.contains(words) && panel.contains("12345"), "{fault:?}: {panel}");
            tab.close().await;
        }
    });
}

#[test]
fn without_script_the_page_is_an_index_of_all_pages() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let view = View { script: false, width: 360, ..View::default() };
        let tab = chrome.open(&format!("{}about.html", host.root()), &view).await;
        let link: String =
            tab.eval("document.querySelector('.bottom a[href$=\"search.html\"]').href").await;
        assert!(
            tab.eval::<bool>("document.querySelector('.top a.unscripted').checkVisibility()").await
        );
        tab.goto(&link).await;
        let visible: bool =
            tab.eval("document.querySelector('[data-search]').checkVisibility()").await;
        assert!(!visible);
        let links: u32 = tab.eval("document.querySelectorAll('.letters a').length").await;
        assert!(links > 200, "{links}");
        tab.close().await;
    });
}

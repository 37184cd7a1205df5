//! Display settings: kept by an explicit act only, there before the first paint, listed and wiped on 本机数据.

use super::{Portal, View, in_chromium};

const KEPT: &str = "JSON.stringify(Object.entries(localStorage))";

#[test]
fn nothing_is_kept_until_a_setting_is_chosen() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = chrome.tab(&View::default()).await;
        for page in Portal::web().samples() {
            tab.goto(&format!("{}{page}", host.root())).await;
        }
        let kept: String = tab.eval(KEPT).await;
        assert_eq!(kept, "[]");
        let others: (usize, usize, String) = tab
            .eval("(async () => [(await caches.keys()).length, (await indexedDB.databases()).length, document.cookie])()")
            .await;
        assert_eq!(others, (0, 0, String::new()));
        tab.close().await;
    });
}

#[test]
fn a_chosen_setting_holds_on_the_next_page_without_a_flash_and_can_be_wiped() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = chrome.open(&host.root(), &View::default()).await;
        let _: bool =
            tab.eval("(document.querySelector('[data-set-theme=\"dark\"]').click(), true)").await;
        let _: bool = tab.eval("(document.querySelector('[data-set-elder]').click(), true)").await;
        let _: bool =
            tab.eval("(document.querySelector('[data-set-size=\"2\"]').click(), true)").await;
        let kept: String = tab.eval("localStorage.getItem('qingmiao:display')").await;
        assert_eq!(kept, r#"{"theme":"dark","elder":true,"size":2}"#);

        // The attributes are set by the blocking script in the head, before there is a body to paint.
        let head =
            std::fs::read_to_string(Portal::web().path().join("hotlines.html")).expect("a page");
        let (head, _) = head.split_once("<body").expect("a body");
        let script = head
            .split("<script src=\"")
            .nth(1)
            .expect("a script")
            .split('>')
            .next()
            .expect("a tag");
        assert!(script.contains("settings") && !script.contains("defer"), "{script}");
        tab.goto(&format!("{}hotlines.html", host.root())).await;
        let set: (String, Option<String>, String) = tab
            .eval("(({ theme, elder, size }) => [theme, elder ?? null, size])(document.documentElement.dataset)")
            .await;
        assert_eq!(set, ("dark".to_owned(), Some(String::new()), "2".to_owned()));
        let paper: String = tab.eval("getComputedStyle(document.body).backgroundColor").await;
        assert_eq!(paper, "rgb(18, 24, 21)");

        tab.goto(&format!("{}local-data.html", host.root())).await;
        tab.until(
            "document.querySelector('[data-stored]').textContent.includes('qingmiao:display')",
        )
        .await;
        let _: bool = tab.eval("(document.querySelector('[data-wipe]').click(), true)").await;
        tab.until("localStorage.length === 0").await;
        let log = tab.log().await;
        assert!(log.console.is_empty(), "{:#?}", log.console);
        tab.close().await;
    });
}

#[test]
fn a_check_that_has_run_out_says_so_by_the_devices_clock() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = chrome.tab(&View::default()).await;
        let clock = "const Real = Date; globalThis.Date = class extends Real { constructor(...it) \
                     { super(...(it.length ? it : ['2035-01-01T12:00:00+08:00'])) } static now() { return new Real('2035-01-01').getTime() } }";
        tab.on_each_page(clock).await;
        tab.goto(&format!("{}hotlines.html", host.root())).await;
        tab.until("document.querySelectorAll('[data-due].overdue').length > 3").await;
        tab.close().await;

        let tab = chrome.tab(&View::default()).await;
        let clock = clock.replace("2035", "2026");
        tab.on_each_page(&clock).await;
        tab.goto(&format!("{}hotlines.html", host.root())).await;
        let overdue: u32 = tab.eval("document.querySelectorAll('.overdue').length").await;
        assert_eq!(overdue, 0);
        tab.close().await;
    });
}

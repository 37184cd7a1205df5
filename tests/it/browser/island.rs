//! The islands: awake they filter, and refused or broken wasm leaves the page as it was, with one sentence saying so.

use super::{Chrome, Fault, Host, Portal, Tab, View, in_chromium};

const SHOWN: &str =
    "[...document.querySelectorAll('[data-what]')].filter((it) => it.checkVisibility()).length";

async fn guide(chrome: &Chrome, host: &Host, width: u32) -> Tab {
    chrome
        .open(&format!("{}help/index.html", host.root()), &View { width, ..View::default() })
        .await
}

#[test]
fn two_answers_leave_the_right_steps() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        for width in [360, 1280] {
            let tab = guide(&chrome, &host, width).await;
            tab.awake().await;
            let all: u32 = tab.eval(SHOWN).await;
            assert!(all > 6, "before an answer everything is shown: {all}");
            let address: String = tab.eval("location.href").await;
            let _: bool =
                tab.eval("(document.querySelector('[data-choose-who=\"a\"]').click(), true)").await;
            tab.until(&format!("({SHOWN}) < {all}")).await;
            let of_children: bool = tab
                .eval("[...document.querySelectorAll('[data-what]')].filter((it) => it.checkVisibility()).every((it) => it.dataset.who === 'a')")
                .await;
            assert!(of_children);
            let _: bool = tab
                .eval("([...document.querySelectorAll('[data-choose-what=\"2\"]')].find((it) => it.checkVisibility()).click(), true)")
                .await;
            tab.until(&format!("({SHOWN}) === 1")).await;
            let told: String =
                tab.eval("document.querySelector('leptos-island [role=status]').textContent").await;
            assert!(!told.trim().is_empty());
            // What was answered stands nowhere but in memory.
            assert_eq!(tab.eval::<String>("location.href").await, address);
            assert_eq!(tab.eval::<u32>("localStorage.length + sessionStorage.length").await, 0);

            let _: bool =
                tab.eval("(document.querySelector('[data-restart]').click(), true)").await;
            tab.until(&format!("({SHOWN}) === {all}")).await;
            let log = tab.log().await;
            assert!(log.console.is_empty(), "{:#?}", log.console);
            tab.close().await;
        }
    });
}

/// Three steps to who is responsible: the list, some letters, the town.
#[test]
fn a_town_is_found_by_its_initials_or_by_a_village() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let url = format!("{}stations/index.html", host.root());
        let tab = chrome.open(&url, &View { width: 360, ..View::default() }).await;
        tab.awake().await;
        let towns = "[...document.querySelectorAll('.find .chips [data-key]')].filter((it) => it.checkVisibility())";
        let all: u32 = tab.eval(&format!("{towns}.length")).await;
        assert!(all > 40, "{all}");
        for typed in ["sylj", "飞鹅新村"] {
            let _: bool = tab
                .eval(&format!(
                    "(() => {{ const box = document.getElementById('directory-find'); box.value = {typed:?}; \
                     box.dispatchEvent(new Event('input', {{ bubbles: true }})); return true }})()"
                ))
                .await;
            tab.until(&format!(
                "{towns}.length === 1 && {towns}[0].querySelector('a').textContent === '三元里街道'"
            ))
            .await;
            let told: String =
                tab.eval("document.querySelector('.find [role=status]').textContent").await;
            assert!(told.starts_with("找到"), "{told}");
        }
        let address: String = tab.eval("location.href").await;
        assert_eq!(address, url, "what was typed stands nowhere");
        // A station is found by its name too; what does not fit is gone with its heading.
        for (typed, count) in [("金马司法所", 1), ("没有这样的地方", 0), ("三元里街道", 3)]
        {
            let _: bool = tab
                .eval(&format!(
                    "(() => {{ const box = document.getElementById('directory-find'); box.value = {typed:?}; \
                     box.dispatchEvent(new Event('input', {{ bubbles: true }})); return true }})()"
                ))
                .await;
            let shown = "[...document.querySelectorAll('.find [data-key]')].filter((it) => it.checkVisibility()).length";
            tab.until(&format!("{shown} === {count}")).await;
        }
        let _: bool = tab.eval(&format!("({towns}[0].querySelector('a').click(), true)")).await;
        tab.until("document.querySelector('.chain')").await;
        let log = tab.log().await;
        assert!(log.console.is_empty(), "{:#?}", log.console);
        tab.close().await;
    });
}

#[test]
fn refused_or_broken_wasm_leaves_the_page_as_it_was() {
    in_chromium(async |chrome| {
        for fault in [Fault::Missing(".wasm"), Fault::Garbled(".wasm")] {
            let host = Portal::web().faulty_host(fault);
            let tab = guide(&chrome, &host, 360).await;
            tab.until("document.querySelector('[data-client-note]')?.checkVisibility()").await;
            let shown: u32 = tab.eval(SHOWN).await;
            assert!(shown > 6, "{fault:?}: {shown}");
            let log = tab.log().await;
            let uncaught = log.console.iter().find(|said| said.contains("Uncaught"));
            assert_eq!(uncaught, None, "{fault:?}");
            tab.close().await;
        }
    });
}

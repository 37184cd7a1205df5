//! The library of policies: narrowed and sorted.

use super::finder::click;
use super::{Portal, View, in_chromium};

/// The library is narrowed by what a reader wants, and put in the order of dates.
#[test]
fn the_library_is_narrowed_and_sorted() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = chrome
            .open(
                &format!("{}policies/index.html", host.root()),
                &View { width: 360, ..View::default() },
            )
            .await;
        tab.awake().await;
        let shown =
            "[...document.querySelectorAll('[data-key]')].filter((it) => it.checkVisibility())";
        let all: u32 = tab.eval(&format!("{shown}.length")).await;
        for (list, words) in [(0, "台州玉环"), (1, "司法保护"), (5, "求助门")] {
            let _: bool = tab
                .eval(&format!(
                    "(() => {{ const list = document.querySelectorAll('[data-want=mark]')[{list}]; \
                     list.selectedIndex = [...list.options].findIndex((it) => it.text === {words:?}); \
                     list.dispatchEvent(new Event('input', {{ bubbles: true }})); return list.selectedIndex > 0 }})()"
                ))
                .await;
            let some: u32 = tab.eval(&format!("{shown}.length")).await;
            assert!(0 < some && some < all, "{words}: {some}");
        }
        click(&tab, "[data-all]").await;
        tab.until(&format!("{shown}.length === {all}")).await;
        let first =
            "[...document.querySelectorAll('[data-list] h3')].map((it) => it.innerText).join()";
        let before: String = tab.eval(first).await;
        let _: bool = tab.eval("(() => { const list = document.querySelector('[data-sort]'); list.value = 'data-date'; list.dispatchEvent(new Event('input', { bubbles: true })); return true })()").await;
        let dates: Vec<String> = tab
            .eval(
                "[...document.querySelector('[data-list]').children].map((it) => it.dataset.date)",
            )
            .await;
        assert!(dates.is_sorted(), "{dates:?}");
        assert_ne!(tab.eval::<String>(first).await, before);
        tab.close().await;
    });
}

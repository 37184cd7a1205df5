//! The preview in a browser: a good change reloads the page, a mistake is told on it.

use super::{View, in_chromium, portal::client_folder};
use crate::{preview::Preview, support::Fixture};

#[test]
fn a_change_reloads_the_page_and_a_mistake_is_told_on_it() {
    let content = Fixture::new();
    let preview = Preview::with_client(&content, &client_folder());
    in_chromium(async |chrome| {
        let url = format!("http://{}/about.html", preview.address);
        let tab = chrome.open(&url, &View::default()).await;
        // The script has to know what it shows before there is something newer.
        let listening = "performance.getEntriesByType('resource').some((it) => it.name.endsWith('news.json?0'))";
        tab.until(listening).await;

        let content = content.edit("pages/about.md", "## 做什么", "## 改过了");
        tab.until("document.querySelector('main').innerText.includes('改过了')").await;

        tab.until(listening).await;
        let _content = content.edit("pages/about.md", "## 改过了", "<b>坏</b>");
        tab.until("document.getElementById('-preview')?.innerText.includes('pages/about.md:6:1')")
            .await;
        let page: String = tab.eval("document.querySelector('main').innerText").await;
        assert!(page.contains("改过了"), "the last good page stays: {page}");
        let log = tab.log().await;
        assert!(log.console.is_empty(), "{:#?}", log.console);
        tab.close().await;
    });
}

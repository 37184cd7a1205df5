//! The quick exit: by click, by three times Shift, never by accident, and without a way back.

use chromiumoxide::cdp::browser_protocol::input::{DispatchKeyEventParams, DispatchKeyEventType};

use super::{Chrome, Host, Portal, Tab, View, in_chromium};
use crate::support::Fixture;

/// A portal whose exit leads to a second host, and that host.
fn portal_with_refuge() -> (Portal, Host) {
    let refuge = tempfile::tempdir().expect("a folder").keep();
    std::fs::write(refuge.join("index.html"), "<title>weather</title><p>sunny").expect("a page");
    let refuge = Host::start(refuge, "/refuge/", None);
    let url = refuge.root();
    let portal = Portal::build_with(Fixture::new().path().as_ref(), |portal| {
        portal.settings.exit_url.clone_from(&url);
    });
    (portal, refuge)
}

async fn on_help_page(chrome: &Chrome, host: &Host) -> Tab {
    let tab = chrome.open(&host.root(), &View { width: 360, ..View::default() }).await;
    tab.goto(&format!("{}help/home.html", host.root())).await;
    tab
}

async fn press(tab: &Tab, key: &str) {
    for kind in [DispatchKeyEventType::KeyDown, DispatchKeyEventType::KeyUp] {
        let event = DispatchKeyEventParams::builder().r#type(kind).key(key).build().expect("a key");
        tab.page.execute(event).await.expect("the key is pressed");
    }
}

async fn has_left(tab: &Tab, refuge: &Host) -> bool {
    for _ in 0..20 {
        if tab.page.url().await.ok().flatten().is_some_and(|url| url.starts_with(&refuge.root())) {
            return true;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    false
}

#[test]
fn a_click_leaves_and_the_page_is_not_behind() {
    in_chromium(async |chrome| {
        let (portal, refuge) = portal_with_refuge();
        let host = portal.host();
        let tab = on_help_page(&chrome, &host).await;
        let (bottom, height): (f64, f64) = tab
            .eval("[document.querySelector('a.exit').getBoundingClientRect().bottom, innerHeight]")
            .await;
        assert!(bottom <= height, "the exit is in sight: {bottom} of {height}");
        let before: u32 = tab.eval("history.length").await;
        let _: bool = tab.eval("(sessionStorage.setItem('qingmiao:x', '1'), document.querySelector('a.exit').click(), true)").await;
        assert!(has_left(&tab, &refuge).await);
        let after: u32 = tab.eval("history.length").await;
        assert_eq!(before, after, "the page's own entry was replaced");
        tab.close().await;
    });
}

#[test]
fn three_times_shift_leaves() {
    in_chromium(async |chrome| {
        let (portal, refuge) = portal_with_refuge();
        let host = portal.host();
        let tab = on_help_page(&chrome, &host).await;
        press(&tab, "Shift").await;
        press(&tab, "Shift").await;
        let told: String =
            tab.eval("document.querySelector('[data-exit-status]').textContent").await;
        assert!(!told.is_empty(), "the second press is announced");
        press(&tab, "Shift").await;
        assert!(has_left(&tab, &refuge).await);
        tab.close().await;
    });
}

/// Chinese input methods use Shift to switch between Chinese and Latin letters.
#[test]
fn shift_does_nothing_while_typing_composing_or_after_another_key() {
    in_chromium(async |chrome| {
        let (portal, refuge) = portal_with_refuge();
        let host = portal.host();
        let tab = on_help_page(&chrome, &host).await;
        let _: bool = tab
            .eval("(() => { const it = document.createElement('input'); it.id = 'typing'; document.body.append(it); it.focus(); return true })()")
            .await;
        for _ in 0..4 {
            press(&tab, "Shift").await;
        }
        assert!(!has_left(&tab, &refuge).await, "while typing");

        let _: bool = tab
            .eval("(document.activeElement.blur(), document.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true })), true)")
            .await;
        for _ in 0..4 {
            press(&tab, "Shift").await;
        }
        assert!(!has_left(&tab, &refuge).await, "while composing");
        let _: bool = tab
            .eval("(document.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })), true)")
            .await;

        for key in ["Shift", "Shift", "a", "Shift", "Shift"] {
            press(&tab, key).await;
        }
        assert!(!has_left(&tab, &refuge).await, "another key starts the count anew");
        tab.close().await;
    });
}

#[test]
fn from_disk_the_exit_shows_the_neutral_page() {
    in_chromium(async |chrome| {
        let portal = Portal::disk();
        let tab = chrome.tab(&View { width: 360, ..View::default() }).await;
        tab.goto(&format!("file://{}/help/home.html", portal.path().display())).await;
        let _: bool = tab.eval("(document.querySelector('a.exit').click(), true)").await;
        tab.until("location.pathname.endsWith('/solar-terms.html')").await;
        tab.until("document.documentElement.innerText.includes('节气')").await;
        let words: String = tab.eval("document.documentElement.innerText").await;
        assert!(words.contains("节气") && !words.contains("青苗"), "{words}");
        tab.close().await;
    });
}

#[test]
fn sensitive_pages_have_the_exit_and_neutral_titles() {
    let home = scraper::Selector::parse("a.exit").expect("a selector");
    let title = scraper::Selector::parse("title").expect("a selector");
    for page in Portal::web().pages() {
        let html = std::fs::read_to_string(Portal::web().path().join(&page)).expect("a page");
        let html = scraper::Html::parse_document(&html);
        let exits = html.select(&home).count();
        let sensitive = page.starts_with("help/")
            || page.starts_with("cards/")
            || ["finder.html", "safety.html"].contains(&page.as_str());
        assert_eq!(exits, usize::from(sensitive), "{page}");
        let title: String = html.select(&title).flat_map(|it| it.text()).collect();
        for word in ["打", "欺", "骗", "虐", "害", "青苗"].iter().filter(|_| sensitive) {
            assert!(!title.contains(word), "{page} tells a bystander: {title}");
        }
    }
}

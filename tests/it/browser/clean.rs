//! Pages of every type, at every width and in every theme: an empty console, no request to another origin, nothing cut off,
//! and nothing that axe finds.

use std::{fs, path::Path, sync::Arc};

use serde_json::Value;

use super::{Chrome, Portal, Tab, View, in_chromium};

const ELDER: &str = r#"{"elder":true}"#;
const CONTRAST: &str = r#"{"theme":"contrast"}"#;

fn views() -> Vec<(&'static str, View)> {
    let mut views = Vec::new();
    for width in [360, 1280] {
        views.push(("light", View { width, ..View::default() }));
        views.push(("dark", View { width, dark: true, ..View::default() }));
        views.push(("elder", View { width, display: Some(ELDER), ..View::default() }));
    }
    views.push(("light", View { width: 768, ..View::default() }));
    views.push(("contrast", View { width: 360, display: Some(CONTRAST), ..View::default() }));
    views
}

#[test]
fn pages_are_clean_and_accessible() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        for (number, (theme, view)) in views().into_iter().enumerate() {
            let tab = chrome.tab(&view).await;
            // Nearly every page in the first view; in the others those of each type that differ most, of which only the
            // looks are new.
            let first = number == 0;
            let pages = if first { Portal::web().most() } else { Portal::web().samples() };
            for page in pages {
                let name = format!("{page} at {} px, {theme}", view.width);
                tab.goto(&format!("{}{page}", host.root())).await;
                let wakes: bool =
                    tab.eval("document.querySelector('leptos-island') !== null").await;
                if wakes {
                    tab.awake().await;
                }
                nothing_is_cut_off(&tab, view.width, &name).await;
                if first {
                    axe_finds_nothing(&tab, &name).await;
                } else {
                    axe(&tab, &name, LOOKS).await;
                }
                let file = page.trim_end_matches(".html").replace('/', "-");
                tab.screenshot(&format!("{file}-{}-{theme}", view.width)).await;
                let log = tab.log().await;
                assert!(log.console.is_empty(), "{name}: {:#?}", log.console);
                let origin = format!("{}/", host.origin());
                let foreign =
                    |url: &&String| !url.starts_with(&origin) && !url.starts_with("data:");
                assert_eq!(log.requests.iter().find(foreign), None, "{name}");
                let wasm = log.requests.iter().any(|url| url.ends_with(".wasm"));
                assert_eq!(
                    wasm, wakes,
                    "{name}: wasm is fetched where there is an island, and nowhere else"
                );
                if first {
                    reflows(&tab, &name).await;
                    tab.resize(view.width).await;
                }
            }
            tab.close().await;
        }
    });
}

/// A page holds its width down to 320 px, the narrowest that WCAG 1.4.10 asks for, with the spacing of WCAG 1.4.12 too.
async fn reflows(tab: &Tab, name: &str) {
    tab.resize(320).await;
    nothing_is_cut_off(tab, 320, name).await;
    let _: bool = tab
        .eval(
            "(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync('* { line-height: 1.5 !important; \
             letter-spacing: .12em !important; word-spacing: .16em !important }'); \
             document.adoptedStyleSheets = [sheet]; return true })()",
        )
        .await;
    nothing_is_cut_off(tab, 320, &format!("{name}, wide spacing")).await;
}

/// Tab reaches what it reaches in sight: the sticky exit never covers the focus (WCAG 2.4.11, which axe cannot see).
#[test]
fn nothing_covers_the_focus() {
    in_chromium(async |chrome: Arc<Chrome>| {
        let host = Portal::web().host();
        for width in [360, 1280] {
            let tab = chrome.tab(&View { width, ..View::default() }).await;
            for page in Portal::web().samples() {
                tab.goto(&format!("{}{page}", host.root())).await;
                let covered: Vec<String> = tab
                    .eval(
                        "(() => { const covered = []; \
                         for (const it of document.querySelectorAll('a[href], button, summary, [tabindex=\"0\"]')) { \
                           if (!it.checkVisibility()) continue; \
                           it.focus(); if (document.activeElement !== it) continue; \
                           const box = it.getClientRects()[0]; if (!box || !box.width) continue; \
                           const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1); \
                           const y = box.top + box.height / 2; \
                           const top = document.elementFromPoint(x, y); \
                           if (!top || !(it.contains(top) || top.contains(it))) \
                             covered.push(it.outerHTML.slice(0, 120) + ' at ' + Math.round(y)); } \
                         return covered; })()",
                    )
                    .await;
                assert_eq!(covered, Vec::<String>::new(), "{page} at {width} px");
            }
            tab.close().await;
        }
    });
}

async fn nothing_is_cut_off(tab: &Tab, width: u32, name: &str) {
    let (wide, room): (u32, u32) = tab
        .eval("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        .await;
    assert_eq!((wide, room), (width, width), "{name}: what it needs and what it has");
}

pub(super) async fn axe_finds_nothing(tab: &Tab, name: &str) {
    axe(tab, name, "{ resultTypes: ['violations'] }").await;
}

/// The rules of axe that see theme and width; what all others see is the same in every view.
const LOOKS: &str = "{ runOnly: ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'] }";

async fn axe(tab: &Tab, name: &str, options: &str) {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(axe).expect("axe-core; `npm ci` installs it");
    let _: Value = tab.eval(&format!("{axe};0")).await;
    let found: Vec<String> = tab
        .eval(&format!(
            "axe.run(document, {options}).then((it) => it.violations.flatMap((rule) => \
             rule.nodes.map((node) => `${{rule.id}}: ${{node.target}} ${{node.failureSummary}}`)))"
        ))
        .await;
    assert_eq!(found, Vec::<String>::new(), "{name}");
}

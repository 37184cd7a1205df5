//! The hostile corpus in a real browser: nothing runs, nothing is asked for elsewhere, the CSP has nothing to refuse.

use super::{Portal, View, in_chromium};
use crate::inert::hostile_folder;

const CANARY: &str = "for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'eval']) \
                      globalThis[name] = () => { globalThis.sings = name; };";

#[test]
fn no_hostile_input_sings() {
    let fixture = hostile_folder();
    let portal = Portal::build_with(fixture.path().as_ref(), |_| {});
    in_chromium(async |chrome| {
        let host = portal.host();
        let tab = chrome.tab(&View::default()).await;
        tab.on_each_page(CANARY).await;
        let mut visited = 0;
        for page in portal.pages() {
            tab.goto(&format!("{}{page}", host.root())).await;
            let _: bool = tab
                .eval("(document.querySelectorAll('main *').forEach((it) => it.dispatchEvent(new Event('mouseover', { bubbles: true }))), true)")
                .await;
            let sings: Option<String> = tab.eval("globalThis.sings ?? null").await;
            assert_eq!(sings, None, "{page}");
            visited += 1;
        }
        assert!(visited > 100, "{visited} pages");
        let log = tab.log().await;
        // Pictures that are not there are refused by the check; here they are merely missing.
        let said: Vec<_> = log.console.iter().filter(|said| !said.contains("/images/")).collect();
        assert_eq!(said, Vec::<&String>::new());
        let foreign = log.requests.iter().find(|url| !url.starts_with(&host.origin()));
        assert_eq!(foreign, None);
        tab.close().await;
    });
}

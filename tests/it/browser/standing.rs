//! Policies that are not in force: the browser marks them by the device's day, and the finder never offers them.

use qingmiao::model::Date;

use super::finder::{click, finder};
use super::{Portal, View, in_chromium};

#[test]
fn what_is_not_in_force_is_marked_and_stands_by_itself() {
    let portal = Portal::build_with(&crate::support::real_content(), |portal| {
        for policy in &mut portal.policies {
            match policy.id.as_str() {
                "subsistence" | "sealed-record" => {
                    policy.until = Some(Date::constant(2020, 12, 31));
                }
                "urgent-relief" => policy.from = Some(Date::constant(2099, 1, 1)),
                _ => {}
            }
        }
    });
    in_chromium(async |chrome| {
        let host = portal.host();
        let tab = finder(&chrome, &host, 360, 1).await;
        click(&tab, "[data-look]").await;
        let idle: Vec<String> =
            tab.eval("[...document.querySelectorAll('[data-slot=\"6\"] .result')].map((it) => it.innerText.replace(/\\s+/g, ' '))").await;
        assert_eq!(
            idle,
            [
                "临时救助 尚未施行：2099年1月1日起施行",
                "最低生活保障（低保） 已经失效：有效到 2020年12月31日"
            ]
        );
        let offered: String = tab
            .eval("[...document.querySelectorAll('[data-slot]:not([data-slot=\"6\"]) h4')].map((it) => it.innerText).join()")
            .await;
        assert!(offered.contains("医疗救助"), "{offered}");
        assert!(!offered.contains("低保") && !offered.contains("临时救助"), "{offered}");
        let door = "[...document.querySelectorAll('[data-doors] li')].find((it) => it.innerText.startsWith('犯罪记录封存')).innerText";
        assert!(tab.eval::<String>(door).await.contains("有效到 2020年12月31日 已经失效"));
        tab.close().await;
        let marked = |page: &str, place: &str| {
            let url = format!("{}policies/{page}.html", host.root());
            let script = format!(
                "[...document.querySelectorAll({place:?})].map((it) => it.innerText).join('|')"
            );
            (url, script)
        };
        for (page, place, words) in [
            ("subsistence", ".standing", "已经失效"),
            ("urgent-relief", ".standing", "尚未施行"),
            ("index", ".card .overdue", "已经失效"),
            ("index", ".card .overdue", "尚未施行"),
        ] {
            let (url, script) = marked(page, place);
            let tab = chrome.open(&url, &View { width: 360, ..View::default() }).await;
            let told: String = tab.eval(&script).await;
            assert!(told.contains(words), "{page}: {told}");
            tab.close().await;
        }
    });
}

/// On a phone the table of conditions stands as a list: every cell below the other, with its heading.
#[test]
fn the_conditions_stack_on_a_phone() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let url = format!("{}policies/orphan.html", host.root());
        for (width, stacked) in [(320, true), (360, true), (768, false), (1280, false)] {
            let tab = chrome.open(&url, &View { width, ..View::default() }).await;
            let table = "document.querySelector('[aria-labelledby=part-conditions] table')";
            let (display, heading): (String, String) = tab
                .eval(&format!(
                    "(() => {{ const cell = {table}.querySelector('td:nth-child(2)'); \
                     return [getComputedStyle(cell).display, getComputedStyle(cell, '::before').content]; }})()"
                ))
                .await;
            let lefts: u32 = tab
                .eval(&format!("new Set([...{table}.querySelector('tbody tr').cells].map((it) => it.getBoundingClientRect().left)).size"))
                .await;
            let wide: bool = tab
                .eval(&format!(
                    "{table}.parentElement.scrollWidth > {table}.parentElement.clientWidth"
                ))
                .await;
            if stacked {
                assert_eq!((display.as_str(), lefts, wide), ("block", 1, false), "{width}");
                assert!(heading.contains("要求"), "{heading}");
            } else {
                assert_eq!((display.as_str(), lefts, heading.as_str()), ("table-cell", 5, "none"));
            }
            tab.close().await;
        }
    });
}

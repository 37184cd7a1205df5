//! The directory awake: what is open now, filters, the map by keyboard, location given and refused, a village chosen.

use chromiumoxide::cdp::browser_protocol::emulation::SetTimezoneOverrideParams;
use qingmiao::model::hours::beijing;
use qingmiao::model::{self, Basemap, BasemapKind, Station, hours};

use super::learn::key;
use super::{Host, Portal, Tab, View, in_chromium};
use crate::station::{demo, demo_folder};

const SHOWN: &str =
    "[...document.querySelectorAll('.find [data-key]')].filter((it) => it.checkVisibility())";

async fn directory(chrome: &super::Chrome, host: &Host, width: u32) -> Tab {
    let url = format!("{}stations/index.html", host.root());
    let tab = chrome.open(&url, &View { width, ..View::default() }).await;
    tab.awake().await;
    tab
}

/// Sets a control as a reader does.
async fn set(tab: &Tab, control: &str, script: &str) {
    let _: bool = tab
        .eval(&format!(
            "(() => {{ const it = document.querySelector({control:?}); {script}; \
             it.dispatchEvent(new Event('input', {{ bubbles: true }})); return true }})()"
        ))
        .await;
}

fn words(portal: &model::Portal, station: &Station) -> String {
    let now = beijing(jiff::Timestamp::now().as_second());
    let school = portal.school_holidays_of(&station.area);
    hours::state(&station.plan(portal, &school, now.date()), now).words(now.date())
}

/// What the list says of every station is what the engine says, in Beijing time, wherever the device is.
#[test]
fn every_entry_says_whether_it_is_open_now() {
    in_chromium(async |chrome| {
        let host = Portal::demo().host();
        let portal = demo();
        for zone in ["Asia/Shanghai", "America/New_York"] {
            let tab = chrome.tab(&View { width: 360, ..View::default() }).await;
            tab.page.execute(SetTimezoneOverrideParams::new(zone)).await.expect("a zone");
            tab.goto(&format!("{}stations/index.html", host.root())).await;
            tab.awake().await;
            let before: Vec<String> = portal.stations.iter().map(|it| words(&portal, it)).collect();
            let said: Vec<(String, Option<String>)> = tab
                .eval(&format!(
                    "{SHOWN}.map((it) => [it.querySelector('a').getAttribute('href'), it.querySelector('.state')?.textContent ?? null])"
                ))
                .await;
            let mut told = 0;
            for (station, before) in portal.stations.iter().zip(before) {
                let href = format!("/{}.html", station.id);
                let (_, said) =
                    said.iter().find(|(own, _)| own.ends_with(&href)).expect("an entry");
                let Some(said) = said else { continue };
                // A minute may have begun between the two.
                assert!(
                    *said == before || *said == words(&portal, station),
                    "{}: {said}",
                    station.id
                );
                told += 1;
            }
            assert!(told > 150, "{told}");
            tab.close().await;
        }
    });
}

#[test]
fn filters_narrow_the_list_and_the_map_together() {
    in_chromium(async |chrome| {
        let host = Portal::demo().host();
        for width in [360, 1280] {
            let tab = directory(&chrome, &host, width).await;
            let all: u32 = tab.eval(&format!("{SHOWN}.length")).await;
            let _: bool =
                tab.eval("(document.querySelector('[data-map-open]').click(), true)").await;
            tab.until("document.querySelectorAll('.pin').length > 5").await;
            set(&tab, "[data-want=open]", "it.checked = true").await;
            let open: u32 = tab.eval(&format!("{SHOWN}.length")).await;
            let really: u32 = tab.eval(&format!("{SHOWN}.filter((it) => ['open', 'soon'].includes(it.querySelector('.state').dataset.state)).length")).await;
            assert!(open == really && open < all, "{open} of {all}, {really}");
            set(&tab, "[data-want=open]", "it.checked = false").await;

            // A need, then an accessible place among them.
            set(&tab, "[data-want=mark]", "it.selectedIndex = 2").await;
            let needed: u32 = tab.eval(&format!("{SHOWN}.length")).await;
            assert!(0 < needed && needed < all, "{needed}");
            let told: String = tab.eval("document.querySelector('.found').textContent").await;
            assert_eq!(told, format!("找到 {needed} 处。"));
            let with_place: u32 =
                tab.eval(&format!("{SHOWN}.filter((it) => it.dataset.at).length")).await;
            tab.until(&format!(
                "[...document.querySelectorAll('.pin')].reduce((sum, it) => sum + (it.classList.contains('many') ? Number(it.textContent) : 1), 0) === {with_place}"
            ))
            .await;

            // An everyday word finds who serves it, though it stands in no name.
            let _: bool = tab.eval("(document.querySelector('[data-all]').click(), true)").await;
            tab.until(&format!("{SHOWN}.length === {all}")).await;
            let words: String = tab
                .eval(
                    "document.querySelector('[data-want=mark]').options[1].textContent.slice(0, 6)",
                )
                .await;
            set(&tab, "[data-want=typed]", &format!("it.value = {words:?}")).await;
            let found: u32 = tab.eval(&format!("{SHOWN}.length")).await;
            assert!(found > 0, "{words}");
            set(&tab, "[data-want=typed]", "it.value = '没有这样的地方'").await;
            tab.until(&format!("{SHOWN}.length === 0")).await;
            let log = tab.log().await;
            assert!(log.console.is_empty(), "{:#?}", log.console);
            let foreign =
                |url: &&String| !url.starts_with(&host.origin()) && !url.starts_with("data:");
            assert_eq!(log.requests.iter().find(foreign), None);
            assert_eq!(tab.eval::<u32>("localStorage.length + sessionStorage.length").await, 0);
            tab.close().await;
        }
    });
}

/// Opened, walked through, a marker told, and back to where one was, without a mouse.
#[test]
fn the_map_works_by_keyboard_alone() {
    in_chromium(async |chrome| {
        let host = Portal::demo().host();
        let tab = directory(&chrome, &host, 1280).await;
        set(&tab, "[data-want=typed]", "it.value = '救助保护中心'").await;
        let _: bool = tab.eval("(document.querySelector('[data-map-open]').focus(), true)").await;
        key(&tab, "Enter").await;
        tab.until("document.activeElement.matches('.map-frame')").await;
        tab.until("document.querySelector('.pin')").await;
        for _ in 0..8 {
            if tab.eval("document.activeElement.matches('.pin:not(.many)')").await {
                break;
            }
            key(&tab, "Tab").await;
        }
        let marker: String = tab.eval("document.activeElement.getAttribute('aria-label')").await;
        assert!(marker.contains("中心"), "{marker}");
        key(&tab, "Enter").await;
        tab.until("document.activeElement.matches('.leaflet-popup-content a')").await;
        let told: String = tab.eval("document.activeElement.textContent").await;
        assert_eq!(told, marker);
        key(&tab, "Escape").await;
        tab.until("document.activeElement.matches('.pin')").await;
        key(&tab, "Enter").await;
        tab.until("document.activeElement.matches('.leaflet-popup-content a')").await;
        key(&tab, "Tab").await;
        key(&tab, "Enter").await;
        tab.until("document.activeElement.closest('[data-key]')").await;
        assert_eq!(tab.eval::<String>("document.activeElement.textContent").await, marker);
        super::clean::axe_finds_nothing(&tab, "the open map").await;
        let log = tab.log().await;
        assert!(log.console.is_empty(), "{:#?}", log.console);
        tab.close().await;
    });
}

#[test]
fn where_the_reader_is_helps_if_it_is_told_and_is_not_needed() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = directory(&chrome, &host, 360).await;
        let all: u32 = tab.eval(&format!("{SHOWN}.length")).await;
        let deny = "navigator.geolocation.getCurrentPosition = (_, failed) => failed({ code: 1 })";
        let _: bool = tab
            .eval(&format!("({deny}, document.querySelector('[data-near]').click(), true)"))
            .await;
        tab.until("document.querySelector('.found').textContent.includes('没有得到位置')").await;
        assert_eq!(tab.eval::<u32>(&format!("{SHOWN}.length")).await, all);
        tab.close().await;

        let tab = directory(&chrome, &host, 360).await;
        let here = "navigator.geolocation.getCurrentPosition = (found) => \
                    found({ coords: { latitude: 23.157, longitude: 113.253 } })";
        let _: bool = tab
            .eval(&format!("({here}, document.querySelector('[data-near]').click(), true)"))
            .await;
        tab.until("document.querySelector('.found').textContent.includes('离你最近的可能是')")
            .await;
        set(&tab, "[data-want=metres]", "it.value = '10000'").await;
        let near: u32 = tab.eval(&format!("{SHOWN}.length")).await;
        assert!(0 < near && near < all, "{near}");
        let told: bool = tab.eval(&format!("{SHOWN}.every((it) => it.querySelector('[data-distance]').textContent.startsWith('约'))")).await;
        assert!(told);
        let log = tab.log().await;
        assert!(log.console.is_empty(), "{:#?}", log.console);
        assert!(
            log.requests.iter().all(|url| url.starts_with(&host.origin())),
            "the place is sent to nobody"
        );
        tab.close().await;
    });
}

/// District and town are found by a village's name, and the village is chosen: three choices to who is responsible.
#[test]
fn three_choices_lead_to_the_person_of_a_village() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = directory(&chrome, &host, 360).await;
        set(&tab, "[data-want=typed]", "it.value = '飞鹅新村'").await;
        tab.until(&format!("{SHOWN}.length === 1")).await;
        let _: bool = tab.eval(&format!("({SHOWN}[0].querySelector('a').click(), true)")).await;
        tab.until(
            "document.readyState === 'complete' && document.querySelector('select[data-village]')",
        )
        .await;
        let _: bool = tab
            .eval(
                "(() => { const list = document.querySelector('select[data-village]'); \
                 list.selectedIndex = [...list.options].findIndex((it) => it.textContent.includes('飞鹅新村')); \
                 list.dispatchEvent(new Event('change', { bubbles: true })); return true })()",
            )
            .await;
        let first: String =
            tab.eval("[...document.querySelectorAll('.chain .stop-name')][0].innerText").await;
        assert!(first.contains("飞鹅新村") && first.contains("专人"), "{first}");
        let stops: u32 = tab.eval("document.querySelectorAll('.chain .stop').length").await;
        assert_eq!(stops, 4);
        tab.close().await;
    });
}

#[test]
fn the_map_opens_from_disk() {
    in_chromium(async |chrome| {
        let url = format!("file://{}/stations/index.html", Portal::disk().path().display());
        let tab = chrome.open(&url, &View::default()).await;
        tab.awake().await;
        let _: bool = tab.eval("(document.querySelector('[data-map-open]').click(), true)").await;
        tab.until("document.querySelectorAll('.pin').length > 2").await;
        let log = tab.log().await;
        assert!(log.console.is_empty(), "{:#?}", log.console);
        tab.close().await;
    });
}

/// A basemap is asked for nothing before the reader switches it on; no other page could ask it.
#[test]
fn a_basemap_is_off_until_it_is_switched_on() {
    in_chromium(async |chrome| {
        let portal = Portal::build_with(&demo_folder(), |portal| {
            portal.settings.basemap = Some(Basemap {
                name: "天地图".to_owned(),
                approval: "GS（2024）0650号".to_owned(),
                kind: BasemapKind::Tianditu { key: "0123abcd".to_owned() },
            });
        });
        let host = portal.host();
        let tab = directory(&chrome, &host, 1280).await;
        let _: bool = tab.eval("(document.querySelector('[data-map-open]').click(), true)").await;
        tab.until("document.querySelectorAll('.pin').length > 5").await;
        let foreign = |url: &&String| !url.starts_with(&host.origin()) && !url.starts_with("data:");
        assert_eq!(tab.log().await.requests.iter().find(foreign), None);
        let _: bool = tab.eval("(document.querySelector('[data-map-tiles]').click(), true)").await;
        tab.until("document.querySelector('.leaflet-tile-pane img')").await;
        let asked = tab.log().await.requests;
        assert!(asked.iter().filter(foreign).count() > 0);
        assert!(
            asked
                .iter()
                .filter(foreign)
                .all(|url| url.starts_with("https://t0.tianditu.gov.cn/vec_w/wmts?")),
            "{asked:#?}"
        );
        tab.close().await;

        let policy = |page: &str| {
            let html = std::fs::read_to_string(portal.path().join(page)).expect("a page");
            html.split("img-src ").nth(1).and_then(|it| it.split(';').next()).map(str::to_owned)
        };
        let own = Some("'self' data:".to_owned());
        assert_eq!(
            policy("stations/index.html"),
            Some("'self' data: https://t0.tianditu.gov.cn".to_owned())
        );
        for page in ["index.html", "stations/demo-center.html", "hotlines.html"] {
            assert_eq!(policy(page), own, "{page}");
        }
        let headers = std::fs::read_to_string(portal.path().join("_headers")).expect("headers");
        assert!(headers.contains("img-src 'self' data: https://t0.tianditu.gov.cn;"));
    });
}

/// Hours that nobody has checked for too long are not shown; before the script wakes, the date says so.
#[test]
fn overdue_hours_are_put_away() {
    in_chromium(async |chrome| {
        let host = Portal::demo().host();
        let portal = demo();
        let stale = portal
            .stations
            .iter()
            .find(|it| words(&portal, it) == "信息过期" && it.hours.is_some());
        let stale = stale.expect("a stale station");
        let url = format!("{}stations/{}.html", host.root(), stale.id);
        let tab = chrome.open(&url, &View { width: 360, ..View::default() }).await;
        tab.awake().await;
        let text: String = tab.eval("document.querySelector('dl.facts').innerText").await;
        assert!(text.contains("信息过期") && text.contains("先打电话"), "{text}");
        assert!(!text.contains(stale.hours.as_deref().unwrap_or_default()), "{text}");
        tab.close().await;
        let bare = chrome.open(&url, &View { script: false, ..View::default() }).await;
        let html = std::fs::read_to_string(
            Portal::demo().path().join(format!("stations/{}.html", stale.id)),
        );
        assert!(html.expect("a page").contains(stale.hours.as_deref().unwrap_or_default()));
        bare.close().await;
    });
}

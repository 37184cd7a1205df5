//! The directory awake: what is open now, filters, the map by keyboard, location given and refused, a village chosen.

use chromiumoxide::cdp::browser_protocol::emulation::SetTimezoneOverrideParams;
use qingmiao::model::hours::beijing;
use qingmiao::model::{self, Station, hours};

use super::{Host, Portal, Tab, View, in_chromium};
use crate::station::demo;

const SHOWN: &str =
    "[...document.querySelectorAll('.find [data-key]')].filter((it) => it.checkVisibility())";

pub(super) async fn directory(chrome: &super::Chrome, host: &Host, width: u32) -> Tab {
    let url = format!("{}stations/index.html", host.root());
    let tab = chrome.open(&url, &View { width, ..View::default() }).await;
    tab.awake().await;
    tab
}

/// Sets a control as a reader does.
pub(super) async fn set(tab: &Tab, control: &str, script: &str) {
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
        assert!(first.contains("专人"), "{first}");
        let chosen = "[...document.querySelectorAll('[data-village-of]')].filter((it) => it.checkVisibility()).map((it) => it.innerText).join()";
        let chosen: String = tab.eval(chosen).await;
        assert!(chosen.contains("飞鹅新村"), "{chosen}");
        let stops: u32 = tab.eval("document.querySelectorAll('.chain .stop').length").await;
        assert_eq!(stops, 4);
        tab.close().await;
    });
}

/// A chosen village tells whether its door is open and how it is called; the last stop tells whom to call at this time.
#[test]
fn the_chain_knows_the_village_and_the_time() {
    in_chromium(async |chrome| {
        let host = Portal::demo().host();
        let portal = demo();
        let url = format!("{}towns/990101001.html", host.root());
        let tab = chrome.open(&url, &View { width: 360, ..View::default() }).await;
        tab.awake().await;
        let station = portal.stations.iter().find(|it| {
            it.area.starts_with("990101001") && it.kind == "工作点" && !it.phones.is_empty()
        });
        let station = station.expect("a village's station");
        let _: bool = tab
            .eval(&format!(
                "(() => {{ const list = document.querySelector('select[data-village]'); list.value = {:?}; \
                 list.dispatchEvent(new Event('change', {{ bubbles: true }})); return true }})()",
                station.area
            ))
            .await;
        let told: String = tab
            .eval("[...document.querySelectorAll('div[data-village-of]')].filter((it) => it.checkVisibility()).map((it) => it.innerText).join()")
            .await;
        for part in [&station.name, &station.phones[0].number, &words(&portal, station)] {
            assert!(told.contains(part.as_str()), "{part}: {told}");
        }
        let before = beijing(jiff::Timestamp::now().as_second());
        let shown: Vec<String> = tab
            .eval("[...document.querySelectorAll('[data-shift]')].filter((it) => it.checkVisibility()).map((it) => it.dataset.shift)")
            .await;
        let after = beijing(jiff::Timestamp::now().as_second());
        let expected = [before, after].map(|now| hours::Shift::at(&portal.calendar, now).mark());
        assert!(shown.len() == 1 && expected.contains(&shown[0].as_str()), "{shown:?}");
        tab.close().await;
        let bare = chrome.open(&url, &View { script: false, ..View::default() }).await;
        let all: u32 = bare
            .eval("[...document.querySelectorAll('[data-shift]')].filter((it) => it.checkVisibility()).length")
            .await;
        assert_eq!(all, 3, "without script all three are told");
        bare.close().await;
    });
}

/// Latin letters find a village too; the spelling is loaded when it is needed, and everyday words bring what to know.
#[test]
fn pinyin_and_everyday_words_find_what_they_mean() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = directory(&chrome, &host, 360).await;
        let spelling =
            |log: &super::chrome::Log| log.requests.iter().any(|it| it.ends_with("/spelling.js"));
        assert!(!spelling(&tab.log().await));
        set(&tab, "[data-want=typed]", "it.value = 'feiexincun'").await;
        tab.until(&format!("{SHOWN}.length === 1")).await;
        assert!(spelling(&tab.log().await));
        set(&tab, "[data-want=typed]", "it.value = 'ｆｅｘｃ'").await;
        tab.until(&format!("{SHOWN}.length === 1")).await;
        set(&tab, "[data-want=typed]", "it.value = '白云区 三元里'").await;
        tab.until(&format!(
            "{SHOWN}.length > 1 && {SHOWN}.every((it) => it.textContent.includes('三元里'))"
        ))
        .await;
        set(&tab, "[data-want=typed]", "it.value = '没人管'").await;
        tab.until("document.querySelector('.found').textContent.includes('先打110')").await;
        let log = tab.log().await;
        assert!(log.console.is_empty(), "{:#?}", log.console);
        tab.close().await;
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
        let text: String = bare.eval("document.querySelector('main').innerText").await;
        assert!(text.contains(stale.hours.as_deref().unwrap_or_default()), "{text}");
        let due = stale.due(&portal);
        let due = format!("{}年{}月{}日", due.year(), due.month(), due.day());
        assert!(text.contains(&due), "who has no script sees until when the hours held: {text}");
        bare.close().await;
    });
}

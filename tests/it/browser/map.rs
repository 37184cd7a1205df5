//! The map of the directory: by keyboard, from disk, clusters that come apart, and a basemap that is off.

use qingmiao::model::{Basemap, BasemapKind};

use super::directory::{directory, set};
use super::learn::key;
use super::{Portal, View, in_chromium};
use crate::station::demo_folder;

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

/// A cluster comes apart when Enter is pressed on it, and the focus stays on the map.
#[test]
fn a_cluster_comes_apart_by_keyboard() {
    in_chromium(async |chrome| {
        let host = Portal::demo().host();
        let tab = directory(&chrome, &host, 1280).await;
        let _: bool = tab.eval("(document.querySelector('[data-map-open]').click(), true)").await;
        tab.until("document.querySelector('.pin.many')").await;
        let _: bool = tab.eval("(document.querySelector('.pin.many').focus(), true)").await;
        let before: String = tab.eval("document.activeElement.getAttribute('aria-label')").await;
        assert!(before.contains("处挨得近"), "{before}");
        key(&tab, "Enter").await;
        tab.until("document.activeElement.matches('.pin, .map-frame')").await;
        let after: String = tab.eval("document.activeElement.getAttribute('aria-label')").await;
        assert_ne!(before, after);
        tab.close().await;
    });
}

/// Two clusters never lie on each other.
#[test]
fn clusters_side_by_side_do_not_touch() {
    in_chromium(async |chrome| {
        let host = Portal::demo().host();
        let tab = directory(&chrome, &host, 1280).await;
        let _: bool = tab.eval("(document.querySelector('[data-map-open]').click(), true)").await;
        tab.until("document.querySelectorAll('.pin.many').length > 1").await;
        let touching: u32 = tab
            .eval(
                "(() => { const all = [...document.querySelectorAll('.pin.many')].map((it) => it.getBoundingClientRect()); \
                 return all.filter((one, place) => all.slice(place + 1).some((other) => \
                 one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)).length })()",
            )
            .await;
        assert_eq!(touching, 0);
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

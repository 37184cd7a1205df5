//! Every page of a small portal, as a reader without script and without style gets it.

use std::collections::HashSet;

use qingmiao::model::court::CourtPaper;
use qingmiao::model::{Layout, Links, Route};
use qingmiao::pages::{Document, document, routes};
use scraper::{Html, Selector};

use crate::sample;

fn pages() -> Vec<(Route, Document)> {
    let portal = sample::portal();
    let routes = routes(&portal);
    routes
        .into_iter()
        .filter_map(|route| {
            let page = document(&portal, &route, &Links::from(&route.path()));
            page.map(|page| (route, page))
        })
        .collect()
}

fn count(html: &Html, selector: &str) -> usize {
    Selector::parse(selector).map_or(usize::MAX, |selector| html.select(&selector).count())
}

fn attributes(html: &Html, selector: &str, attribute: &str) -> Vec<String> {
    let Ok(selector) = Selector::parse(selector) else { return Vec::new() };
    html.select(&selector)
        .filter_map(|element| element.attr(attribute).map(str::to_owned))
        .collect()
}

#[test]
fn every_route_has_a_page_and_they_are_sorted() {
    let portal = sample::portal();
    let all = routes(&portal);
    assert_eq!(pages().len(), all.len());
    assert!(all.windows(2).all(|pair| pair[0].path() < pair[1].path()));
    assert!(
        document(&portal, &Route::Help("none".to_owned()), &Links::from("help/none.html"))
            .is_none()
    );
}

#[test]
fn a_page_is_well_formed_and_inert() {
    for (route, page) in pages() {
        let html = Html::parse_fragment(&page.body);
        let path = route.path();
        assert_eq!(count(&html, "h1"), 1, "{path}");
        assert_eq!(count(&html, "main#main"), 1, "{path}");
        assert_eq!(count(&html, "[style], script, style, iframe"), 0, "{path}");
        let ids = attributes(&html, "[id]", "id");
        assert_eq!(
            ids.iter().collect::<HashSet<_>>().len(),
            ids.len(),
            "{path}: an id stands twice in {ids:?}"
        );
        for anchor in attributes(&html, "a[href^='#']", "href") {
            assert!(ids.iter().any(|id| *id == anchor[1..]), "{path}: {anchor} leads nowhere");
        }
        for label in attributes(&html, "[aria-labelledby]", "aria-labelledby") {
            assert!(
                label.split(' ').all(|label| ids.iter().any(|id| id == label)),
                "{path}: {label}"
            );
        }
    }
}

#[test]
fn links_lead_to_pages_that_exist() {
    let portal = sample::portal();
    let words = portal.courts.iter().flat_map(|court| CourtPaper::ALL.map(|it| it.word(&court.id)));
    let paths: HashSet<String> =
        routes(&portal).iter().map(Route::path).chain(words.flatten()).collect();
    for (route, page) in pages() {
        let html = Html::parse_fragment(&page.body);
        for link in attributes(&html, "a[href]", "href") {
            if link.starts_with('#') || link.contains(':') {
                continue;
            }
            let (file, _) = link.split_once('#').unwrap_or((&link, ""));
            let from_root = from_root(&route.path(), file);
            assert!(paths.contains(&from_root), "{}: {link}", route.path());
        }
    }
}

/// Where a relative link leads, from the portal's root.
fn from_root(page: &str, link: &str) -> String {
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    let mut rest = link;
    while let Some(above) = rest.strip_prefix("../") {
        folders.pop();
        rest = above;
    }
    folders.push(rest);
    folders.join("/")
}

#[test]
fn only_sensitive_pages_have_the_quick_exit_and_their_titles_tell_nothing() {
    for (route, page) in pages() {
        let html = Html::parse_fragment(&page.body);
        let sensitive =
            matches!(route, Route::HelpIndex | Route::Help(_) | Route::Card(_) | Route::Finder);
        assert_eq!(page.sensitive, sensitive, "{}", route.path());
        assert_eq!(count(&html, "a.exit[data-offline]"), usize::from(sensitive));
        if page.layout == Layout::Framed {
            assert_eq!(page.title.contains("青苗"), !sensitive, "{}", page.title);
        }
    }
}

#[test]
fn the_helplines_stand_at_the_same_place_on_every_page_with_a_frame() {
    for (route, page) in pages() {
        if page.layout == Layout::Bare {
            continue;
        }
        let urgent = page.body.find("href=\"tel:110\"").unwrap_or(usize::MAX);
        let header = page.body.find("<header").unwrap_or_default();
        assert!(urgent < header, "{}", route.path());
    }
}

#[test]
fn a_number_leads_to_its_source_and_stands_in_a_table_too() {
    let portal = sample::portal();
    let route = Route::Place("baiyun".to_owned());
    let page = document(&portal, &route, &Links::from(&route.path()))
        .map(|page| page.body)
        .unwrap_or_default();
    let html = Html::parse_fragment(&page);
    assert_eq!(count(&html, "svg[role=img] title"), 1);
    assert_eq!(count(&html, "figure table tbody tr"), 2);
    assert_eq!(count(&html, ".notes ol li[id^='source-']"), 2);
    assert!(page.contains("统计口径和时间不同"), "403 is declared and the list has 1");
    assert!(page.contains("《未成年人保护法》第十一条"));
    assert!(page.contains("&lt;script&gt;"));
}

/// A script page has the whole script, its branches as links, and nothing that only one role may know.
#[test]
fn a_script_is_whole_and_keeps_its_secrets() {
    let portal = sample::portal();
    let route = Route::Court("tipping".to_owned());
    let page = document(&portal, &route, &Links::from(&route.path())).map(|page| page.body);
    let page = page.unwrap_or_default();
    let html = Html::parse_fragment(&page);
    for words in [
        "<b>审判长</b>（&lt;敲槌&gt;）：现在开庭。&lt;script&gt;",
        "（可略）",
        "【计时 1 分钟】等。",
        "【出示】证1 记录（传阅）",
        "<b>被告人</b>（质证 证1）：无异议",
        "<b>众人</b>（即兴，30 秒）：说说",
        "《未成年人保护法》第十七条",
        "由评议组选择：",
        "只有合议庭或独任法官能决定",
        "没有查过程序",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let targets = attributes(&html, "li a[href^='#part-']", "href");
    assert!(targets.contains(&"#part-node-2".to_owned()), "{targets:?}");
    assert_eq!((count(&html, "tbody tr"), count(&html, ".exhibit")), (3, 1));
    assert!(!page.contains(sample::court::SECRET));
}

#[test]
fn a_missing_address_needs_no_other_file_unless_links_are_absolute() {
    let portal = sample::portal();
    let relative =
        document(&portal, &Route::NotFound, &Links::from("404.html")).map(|page| page.body);
    let html = Html::parse_fragment(&relative.unwrap_or_default());
    assert!(attributes(&html, "a", "href").iter().all(|link| link.starts_with("tel:")));
    let absolute =
        document(&portal, &Route::NotFound, &Links::absolute("/a/b/")).map(|page| page.body);
    let html = Html::parse_fragment(&absolute.unwrap_or_default());
    assert!(attributes(&html, "a", "href").contains(&"/a/b/index.html".to_owned()));
}

//! What is written, and that it is written whole or not at all.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use qingmiao::{
    content,
    model::Portal,
    site::{self, BuildError, Client, Edition, Options},
};
use tempfile::TempDir;

use crate::support::{self, Fixture};

const SHELL: &str = r#"<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<!--slot:head-->
<script src="./settings-1.js"></script>
<link rel="stylesheet" href="./style-1.css">
<!--exit--><script src="./exit-1.js" defer></script><!--/exit-->
<!--kept--><script src="./kept-1.js" defer></script><!--/kept-->
<!--search-box--><link rel="stylesheet" href="./search-box-1.css"/><script src="./search-box-1.js"></script><!--/search-box-->
<!--client--><script src="./glue-1.js" data-wasm="./glue-1_bg.wasm" defer></script><!--/client-->
</head>
<body>
<!--slot:body-->
</body>
</html>
"#;

/// A client that can wake every island: its glue names them all.
fn client(portal: &Portal) -> Client {
    let mut glue = String::new();
    for route in qingmiao::pages::routes(portal) {
        let links = qingmiao::model::Links::from(&route.path());
        let document = qingmiao::pages::document(portal, &route, &links).expect("a page");
        for rest in document.body.split("data-component=\"").skip(1) {
            glue.push_str(rest.split('"').next().expect("an id"));
            glue.push('\n');
        }
    }
    let files =
        [("settings-1.js", "1"), ("style-1.css", "2"), ("exit-1.js", "3"), ("glue-1_bg.wasm", "4")];
    let mut files: BTreeMap<_, _> =
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    files.insert("glue-1.js".to_owned(), glue.into_bytes());
    Client { shell: SHELL.to_owned(), files }
}

/// Writes a portal with a client that wakes nothing.
pub(crate) fn build(portal: &Portal, out: &Path) {
    site::build(portal, &client(portal), options(out)).expect("a build");
}

/// Writes a client that wakes every island of a portal.
pub(crate) fn write_client(portal: &Portal, folder: &Path) {
    let client = client(portal);
    fs::create_dir_all(folder).expect("a folder");
    fs::write(folder.join("shell.html"), &client.shell).expect("a shell");
    for (name, bytes) in &client.files {
        fs::write(folder.join(name), bytes).expect("a file");
    }
}

/// The paths of all pages of an output.
pub(crate) fn pages(out: &Path) -> Vec<String> {
    let is_page = |path: &PathBuf| {
        path.extension().is_some_and(|extension| extension == "html") && !path.starts_with("assets")
    };
    let paths = tree(out).into_keys().filter(is_page);
    paths.map(|path| path.to_str().expect("a name").replace('\\', "/")).collect()
}

fn options(out: &Path) -> Options<'_> {
    Options { out, base: None, edition: Edition::Web }
}

fn tree(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).expect("a file");
                files.insert(path.strip_prefix(root).expect("below the root").to_owned(), bytes);
            }
        }
    }
    files
}

#[test]
fn two_builds_are_the_same_to_the_byte() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("out");
    let portal =
        content::load(&support::real_content(), "2035-01-01".parse().expect("a day")).portal;
    site::build(&portal, &client(&portal), options(&out)).expect("a build");
    assert!(tree(support::real_site()) == tree(&out), "neither chance nor the day changes a byte");
}

#[test]
fn a_client_without_an_island_is_refused_and_the_old_output_stays() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("out");
    let portal = Fixture::new().portal();
    let mut client = client(&portal);
    site::build(&portal, &client, options(&out)).expect("a build");
    let before = tree(&out);

    let glue = client.files.get_mut("glue-1.js").expect("the glue");
    *glue = String::from_utf8_lossy(glue).replace("Guide_", "NotTheGuide_").into_bytes();
    let error = site::build(&portal, &client, options(&out)).expect_err("a refusal");
    assert!(matches!(&error, BuildError::UnknownIslands(ids) if ids.len() == 1), "{error}");
    assert!(error.to_string().starts_with("the client lacks `Guide_"), "{error}");
    assert!(tree(&out) == before);
    let beside = fs::read_dir(folder.path()).expect("a folder").count();
    assert_eq!(beside, 1, "nothing is left beside the output");
}

#[test]
fn what_stood_in_the_output_folder_is_replaced_whole() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("out");
    fs::create_dir(&out).expect("a folder");
    fs::write(out.join("yesterday.html"), "old").expect("a file");
    let portal = Fixture::new().portal();
    site::build(&portal, &client(&portal), options(&out)).expect("a build");
    assert!(!out.join("yesterday.html").exists());
    assert!(out.join("index.html").exists());
}

#[test]
fn the_output_holds_its_client() {
    let folder = TempDir::new().expect("a folder");
    let (one, two) = (folder.path().join("one"), folder.path().join("two"));
    let portal = Fixture::new().portal();
    site::build(&portal, &client(&portal), Options { edition: Edition::Disk, ..options(&one) })
        .expect("a build");
    assert!(one.join("assets/glue-1_bg.wasm.js").exists());
    let again = Client::read(&one.join("assets")).expect("a client");
    site::build(&portal, &again, options(&two)).expect("a build");
    assert!(!two.join("assets/glue-1_bg.wasm.js").exists());
    let (mut one, two) = (tree(&one.join("assets")), tree(&two.join("assets")));
    one.remove(Path::new("glue-1_bg.wasm.js"));
    assert!(one == two);
}

#[test]
fn scripts_go_where_they_are_needed() {
    let out = support::real_site();
    for name in pages(out) {
        let page = fs::read_to_string(out.join(&name)).expect("a page");
        assert_eq!(page.contains("glue-1.js"), page.contains("<leptos-island"), "{name}");
        assert_eq!(page.contains("kept-1.js"), page.contains("data-local-data"), "{name}");
        // What the search box needs is fetched by a script.
        assert!(!page.contains("search-box-1"), "{name}");
        assert_eq!(page.contains("exit-1.js"), page.contains("class=\"exit\""), "{name}");
        assert!(
            !page.contains("<!--slot") && !page.contains("<!--client") && !page.contains("=\"./a"),
            "{name}"
        );
        assert!(
            !page.contains(" style=") && !page.contains(" onclick="),
            "{name}: the CSP refuses inline code"
        );
    }
    let files = fs::read_to_string(out.join("data/search/files.js")).expect("the files");
    let expected = concat!(
        "qingmiaoSearchFiles([",
        r#"["link",{"href":"./assets/search-box-1.css","rel":"stylesheet"}],"#,
        r#"["script",{"src":"./assets/search-box-1.js"}],"#,
        r#"["script",{"data-wasm":"./assets/glue-1_bg.wasm","src":"./assets/glue-1.js"}]]);"#
    );
    assert_eq!(files.trim(), expected);
    // Without a base, the page for unknown addresses is shown anywhere: it needs no other file.
    let lost = fs::read_to_string(out.join("404.html")).expect("the page");
    assert!(lost.contains("110") && lost.contains("12345"));
    assert!(!lost.contains("<script") && !lost.contains("stylesheet"), "{lost}");
    assert_eq!(lost.matches("<link").count(), lost.matches("href=\"data:,\"").count(), "{lost}");
    assert!(lost.contains("Content-Security-Policy"));
}

#[test]
fn with_a_base_the_page_for_unknown_addresses_links_to_it() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("out");
    let portal = Fixture::new().portal();
    site::build(&portal, &client(&portal), Options { base: Some("/a/b/"), ..options(&out) })
        .expect("a build");
    let lost = fs::read_to_string(out.join("404.html")).expect("the page");
    assert!(lost.contains("href=\"/a/b/assets/style-1.css\""), "{lost}");
    assert!(lost.contains("href=\"/a/b/index.html\""), "{lost}");
    let home = fs::read_to_string(out.join("index.html")).expect("the page");
    assert!(!home.contains("/a/b/"), "all other links are relative in any case");
}

#[test]
fn a_public_address_gives_canonical_links_and_a_sitemap() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("out");
    let mut portal = Fixture::new().portal();
    portal.settings.address = None;
    site::build(&portal, &client(&portal), options(&out)).expect("a build");
    assert!(!out.join("sitemap.xml").exists());
    portal.settings.address = Some("https://example.gov.cn/bh/".to_owned());
    site::build(&portal, &client(&portal), options(&out)).expect("a build");
    let sitemap = fs::read_to_string(out.join("sitemap.xml")).expect("a sitemap");
    assert!(
        sitemap.contains("<loc>https://example.gov.cn/bh/places/baiyun.html</loc>"),
        "{sitemap}"
    );
    assert!(!sitemap.contains("404.html") && !sitemap.contains("away.html"), "{sitemap}");
    let page = fs::read_to_string(out.join("hotlines.html")).expect("a page");
    assert!(
        page.contains(r#"<link rel="canonical" href="https://example.gov.cn/bh/hotlines.html">"#),
        "{page}"
    );
    let robots = fs::read_to_string(out.join("robots.txt")).expect("a file");
    assert!(robots.ends_with("Sitemap: https://example.gov.cn/bh/sitemap.xml\n"), "{robots}");
}

#[test]
fn hosts_get_the_policy_of_the_pages() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("out");
    let portal = Fixture::new().portal();
    site::build(&portal, &client(&portal), options(&out)).expect("a build");
    for name in ["_headers", "nginx.conf", "web.config"] {
        let text = fs::read_to_string(out.join(name))
            .expect("a file")
            .replace("&#39;", "'")
            .replace("&#x27;", "'");
        assert!(
            text.contains("default-src 'none'; script-src 'self'; frame-ancestors 'none'"),
            "{name}: {text}"
        );
        assert!(text.contains("no-referrer") && text.contains("nosniff"), "{name}");
    }
}

/// WCAG 3.2.6: help stands at the same place on every page, before everything but the skip link and the quick exit.
#[test]
fn every_page_begins_with_the_same_numbers_and_ends_with_who_runs_it() {
    let out = support::real_site();
    let links = scraper::Selector::parse("body a").expect("a selector");
    for name in pages(out) {
        let page = fs::read_to_string(out.join(&name)).expect("a page");
        let html = scraper::Html::parse_document(&page);
        let all: Vec<_> =
            html.select(&links).filter_map(|link| link.value().attr("href")).collect();
        let first = all.iter().position(|href| *href == "tel:110");
        if name == "solar-terms.html" {
            assert!(!page.contains("青苗") && !page.contains("tel:"), "{name} gives nothing away");
            continue;
        }
        // The wall of a mock court is what a class sees on the projector, and nothing else.
        if name.ends_with("/wall.html") {
            continue;
        }
        assert!(first.is_some_and(|first| first <= 2), "{name}: {all:?}");
        assert!(all.contains(&"tel:12345"), "{name}");
        assert!(page.contains("本站不是政府网站"), "{name}");
    }
}

/// From the front page every page is reached, and every link and anchor leads to something.
#[test]
fn every_link_holds_and_every_page_is_reached() {
    let out = support::real_site();
    let all: BTreeSet<String> = pages(out).into_iter().collect();
    let mut anchors: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut links: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    let (ids, targets) = (selector("[id]"), selector("body a[href]"));
    for page in &all {
        let html = fs::read_to_string(out.join(page)).expect("a page");
        let html = scraper::Html::parse_document(&html);
        let found = html.select(&ids).filter_map(|it| it.attr("id").map(str::to_owned));
        anchors.insert(page.clone(), found.collect());
        let found = html.select(&targets).filter_map(|it| it.attr("href"));
        let inside = found.filter(|href| !href.contains(':'));
        links.insert(page.clone(), inside.map(|href| target(page, href)).collect());
    }
    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    let mut next = vec!["index.html".to_owned()];
    while let Some(page) = next.pop() {
        for (file, anchor) in &links[&page] {
            if !file.ends_with(".html") {
                assert!(out.join(file).is_file(), "{page}: {file} is not there");
                continue;
            }
            assert!(all.contains(file), "{page}: {file} is not there");
            let known = anchor.is_empty() || anchors[file].contains(anchor);
            assert!(known, "{page}: {file}#{anchor}");
            if reached.insert(file.clone()) {
                next.push(file.clone());
            }
        }
    }
    // Only what a host and the quick exit show is reached by no link.
    let lost: Vec<_> = all.difference(&reached).map(String::as_str).collect();
    assert_eq!(lost, ["404.html", "solar-terms.html"]);
}

fn selector(text: &str) -> scraper::Selector {
    scraper::Selector::parse(text).expect("a selector")
}

/// The file and the anchor that a relative link on a page leads to.
fn target(page: &str, href: &str) -> (String, String) {
    let (file, anchor) = href.split_once('#').unwrap_or((href, ""));
    if file.is_empty() {
        return (page.to_owned(), anchor.to_owned());
    }
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    let mut rest = file;
    while let Some(above) = rest.strip_prefix("../") {
        assert!(folders.pop().is_some(), "{page}: {href} leads out of the portal");
        rest = above;
    }
    folders.push(rest);
    (folders.join("/"), anchor.to_owned())
}

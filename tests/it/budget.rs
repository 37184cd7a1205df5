//! Byte budgets, as a reader with a slow connection pays them.

use std::{collections::HashMap, fs, path::Path};

use crate::browser::portal::Portal;

const KB: usize = 1000;

/// How hard brotli tries: the best takes twenty times as long as the quick.
const BEST: i32 = 11;
const QUICK: i32 = 5;

fn brotli(bytes: &[u8], quality: i32) -> usize {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters).expect("packed");
    packed.len()
}

/// The bytes of a page with all that it loads, the wasm apart. `files` keeps what is known of the files.
fn page_and_files(
    root: &Path,
    page: &str,
    files: &mut HashMap<String, usize>,
    quality: i32,
) -> (usize, usize) {
    let html = fs::read_to_string(root.join(page)).expect("a page");
    let (mut text, mut wasm) = (brotli(html.as_bytes(), quality), 0);
    let head = html.split("</head>").next().expect("a head");
    // What is named for later is loaded when the reader opens the map or the search box.
    let now = head.split('<').filter(|tag| !tag.contains("later\""));
    let links = now.flat_map(|tag| tag.split(['"', '\'']));
    for link in links.filter(|it| it.contains("assets/")) {
        let name = link.rsplit('/').next().expect("a name");
        let file = || fs::read(root.join("assets").join(name)).expect("a file");
        let bytes = *files.entry(name.to_owned()).or_insert_with(|| brotli(&file(), BEST));
        if name.ends_with(".wasm") { wasm += bytes } else { text += bytes }
    }
    (text, wasm)
}

#[test]
fn a_page_costs_at_most_30_kb_and_the_wasm_215_kb() {
    let root = Portal::web().path();
    let mut woken = 0;
    let mut files = HashMap::new();
    for page in Portal::web().pages() {
        let (mut text, wasm) = page_and_files(&root, &page, &mut files, QUICK);
        if text > 30 * KB {
            text = page_and_files(&root, &page, &mut files, BEST).0;
        }
        assert!(text <= 30 * KB, "{page}: {text} bytes");
        assert!(wasm <= 215 * KB, "{page}: {wasm} bytes of wasm");
        woken += usize::from(wasm > 0);
    }
    assert!(woken > 0, "some page has an island");
}

#[test]
fn the_exit_is_under_2_kb_and_the_blocking_script_under_1_kb() {
    let assets = Portal::web().path().join("assets");
    for entry in fs::read_dir(assets).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let bytes = fs::metadata(&path).expect("a size").len();
        if name.starts_with("exit-") {
            assert!(bytes < 2000, "{name}: {bytes}");
        }
        if name.starts_with("settings-") {
            assert!(bytes <= 1000, "{name}: {bytes}");
        }
    }
}

//! Files of the search index as nobody wrote them, sealed so that they get past the sum, and any query.
#![no_main]

use std::collections::BTreeMap;
use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use qingmiao::model::search::{
    Found, Kind, Page, Question, Reader, Section, Step, Variants, Words, write,
};

type Files = BTreeMap<String, Vec<u8>>;

fn files() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| {
        let page = |number: usize| {
            let blocks = vec!["未保站在哪里，找谁".to_owned()];
            let section =
                Section { anchor: String::new(), heading: "怎么办".to_owned(), blocks };
            let (path, title) = (format!("{number}.html"), format!("第{number}页"));
            Found {
                kind: Kind::Page,
                page: Page { path, title, call: None, sections: vec![section] },
            }
        };
        let found: Vec<Found> = (0..20).map(page).collect();
        let names = [["weibaozhan".to_owned(), "wbz".to_owned(), "未保站".to_owned()]];
        let variants = Variants::new(&[('護', '护')]);
        write(&found, Words::default(), &names, &variants).into_iter().collect()
    })
}

/// The head that `model/search/bytes.rs` writes: magic, the stamp of this build, FNV-1a of the content.
fn seal(content: &[u8]) -> Vec<u8> {
    let head = files().get("manifest").map_or(&[][..], |manifest| &manifest[..7]);
    let stamp = head.get(3..7).map_or(0, |it| u32::from_le_bytes([it[0], it[1], it[2], it[3]]));
    let sum = content
        .iter()
        .fold(0x811c_9dc5 ^ stamp, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    [head, &sum.to_le_bytes(), content].concat()
}

fuzz_target!(|input: (u8, usize, &str, &[u8])| {
    let (which, kept, typed, content) = input;
    let mut files = files().clone();
    let names: Vec<String> = files.keys().cloned().collect();
    let name = &names[usize::from(which) % names.len()];
    // The right beginning, and then anything.
    let own = files[name].get(11..).unwrap_or_default();
    let sealed = seal(&[&own[..kept.min(own.len())], content].concat());
    files.insert(name.clone(), sealed);
    for typed in [typed, "未保站 找谁", "wb"] {
        let mut reader = Reader::default();
        let question = Question { typed: typed.to_owned(), kind: None, wanted: 30 };
        while let Step::Fetch(names) = reader.ask(&question) {
            for name in names {
                match files.get(&name) {
                    Some(file) => reader.give(&name, file),
                    None => reader.lose(&name),
                }
            }
        }
    }
});

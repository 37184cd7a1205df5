//! `synonyms.csv`.

use std::collections::HashSet;

use super::notes::{Name, Notes};
use super::record::{Key, Record, may, must};
use super::table::{self, Row, unique};
use crate::model::{Reference, Synonym};

const KEYS: &[Key] = &[must("说", "said"), may("找", "meant"), may("先看", "first")];

/// Reads what people say.
pub(super) fn read(notes: &mut Notes<'_>) -> Vec<Synonym> {
    let mut synonyms = Vec::new();
    let mut seen = HashSet::new();
    table::read(notes, KEYS, |row| synonyms.extend(synonym(row, &mut seen)));
    synonyms
}

fn synonym(row: &mut Row<'_, '_>, seen: &mut HashSet<String>) -> Option<Synonym> {
    let said = row.text("说");
    let meant = row.parts("找");
    let first = row.text("先看").and_then(|spot| {
        let reference = Reference::parse(&spot.value);
        match &reference {
            Some(reference) => row.notes().mention(spot.range, Name::Content(reference.clone())),
            None => row.notes().error(
                &spot.range,
                "bad-reference",
                "“先看”不是一个页面",
                "像 help:home、policy:orphan、hotline:12355 这样写，只写一个",
            ),
        }
        reference
    });
    let said = said?;
    let source = row.notes().text.source.clone();
    let wordings = said.split(&source, &[';', '；']);
    let mut own = Vec::new();
    for wording in wordings {
        if wording.value.chars().count() < 2 {
            let hint = "一个字到处都有：至少写两个字";
            row.notes().error(&wording.range, "short-synonym", "说法只有一个字", hint);
        } else if unique(row, &wording, seen, "说法") {
            own.push(wording.value);
        }
    }
    if meant.is_empty() && first.is_none() {
        let hint = "“找”写网页上用的词，“先看”写最该先读的一页，至少写一样";
        row.notes().error(&said.range, "empty-synonym", "这种说法没有告诉人找什么", hint);
    }
    (!own.is_empty()).then_some(Synonym { said: own, meant, first })
}

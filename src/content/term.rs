//! `glossary.csv`.

use std::collections::HashSet;

use super::notes::{Name, Notes};
use super::record::{Key, Record, may, must, short};
use super::table::{self, Row, unique};
use crate::model::{Kind, Term};

const KEYS: &[Key] = &[
    must("词", "word"),
    may("别名", "aliases"),
    must("给孩子", "child"),
    must("给大人", "adult"),
    may("条文", "article"),
];

/// Reads the words of the law.
pub(super) fn read(notes: &mut Notes<'_>) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut seen = HashSet::new();
    table::read(notes, KEYS, |row| terms.extend(term(row, &mut seen)));
    terms
}

fn term(row: &mut Row<'_, '_>, seen: &mut HashSet<String>) -> Option<Term> {
    let word = row.text("词");
    let aliases = row.parts("别名");
    let (child, adult) = (row.words("给孩子"), row.words("给大人"));
    let article = row.text("条文");
    if let Some(spot) = &article {
        row.notes().mention_content(spot.range.clone(), Kind::Law, &spot.value);
    }
    let word = word?;
    if !word.value.chars().all(char::is_alphanumeric) {
        let message = format!("“{}”里有不能用的字符", short(&word.value));
        row.notes().error(
            &word.range,
            "bad-term",
            message,
            "词只用汉字、字母和数字，不带标点和空格",
        );
    }
    if !unique(row, &word, seen, "词") {
        return None;
    }
    row.notes().mention(word.range, Name::Term(word.value.clone()));
    let article = article.map(|spot| spot.value);
    Some(Term { word: word.value, aliases, child, adult, article })
}

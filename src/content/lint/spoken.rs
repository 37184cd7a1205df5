//! Words for a child: they speak to the child and not of it, and promise nothing.

use std::ops::Range;

use super::prose::{Quotes, prose};
use super::sentence::long_sentences;
use crate::content::notes::Notes;

/// What only speaks of the reader.
const ABOUT: &str = "孩子";

/// What nobody can promise.
const PROMISES: [&str; 6] = ["一定", "肯定", "保证", "绝对", "放心", "包你"];

/// Reports what a child should not have to read.
pub(in crate::content) fn for_child(notes: &mut Notes<'_>, range: &Range<usize>) {
    let written = notes.text.source.get(range.clone()).unwrap_or_default();
    let own = prose(written, Quotes::Blank);
    for (at, _) in own.match_indices(ABOUT) {
        let place = range.start + at..range.start + at + ABOUT.len();
        let message = "这是对孩子说的话，却在说“孩子”";
        notes.warn(&place, "not-to-the-child", message, "写“你”，别的孩子写“同学”“小朋友”");
    }
    for word in PROMISES {
        for (at, _) in own.match_indices(word) {
            if own.get(..at).is_some_and(|before| before.ends_with(['不', '没'])) {
                continue;
            }
            let place = range.start + at..range.start + at + word.len();
            let message = format!("“{word}”许了诺：成不成，谁也说不准");
            notes.warn(&place, "promise", message, "写“可能”，再写可以问谁");
        }
    }
    super::Words::of(notes, range).common(notes);
    long_sentences(notes, range);
}

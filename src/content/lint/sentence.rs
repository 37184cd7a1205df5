//! Sentences that a child can hold in mind.

use std::ops::Range;

use super::prose::{Quotes, prose};
use crate::content::notes::Notes;

/// How many letters, digits and Han characters a sentence for a child may have.
const LONGEST: usize = 40;

/// Reports the sentences of the text at `range` that are longer.
pub(in crate::content) fn long_sentences(notes: &mut Notes<'_>, range: &Range<usize>) {
    let written = notes.text.source.get(range.clone()).unwrap_or_default();
    let prose = prose(written, Quotes::Kept);
    let mut first = None;
    let mut count = 0;
    let mut ends = prose.char_indices().peekable();
    while let Some((at, char)) = ends.next() {
        let ends_here = match char {
            '。' | '！' | '？' | '；' => true,
            // A line that goes on in plain words is one with the next.
            '\n' => !ends.peek().is_some_and(|(_, next)| next.is_alphabetic()),
            _ => false,
        };
        if char.is_alphanumeric() {
            first.get_or_insert(at);
            count += 1;
        }
        if ends_here || ends.peek().is_none() {
            if let Some(first) = first.filter(|_| count > LONGEST) {
                notes.warn(
                    &(range.start + first..range.start + at),
                    "long-sentence",
                    format!("写给孩子的这一句有 {count} 个字，应当不超过 {LONGEST} 个"),
                    "拆成两三句，一句只说一件事",
                );
            }
            (first, count) = (None, 0);
        }
    }
}

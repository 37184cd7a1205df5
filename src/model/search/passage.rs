//! What a result shows of its page: the words that were found, where they stand.

use super::fold::{Variants, fold_with_places, holds, places};
use super::page::{Page, Section};
use super::rank::Folded;

/// Words, each run of them marked or not.
pub type Marked = Vec<(String, bool)>;

/// How many characters of a passage are shown.
const LENGTH: usize = 90;
/// How many of them stand before the first mark.
const BEFORE: usize = 24;

/// A passage of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Passage {
    /// The id of the heading above it.
    pub(super) anchor: String,
    /// That heading.
    pub(super) heading: Marked,
    /// The words.
    pub(super) words: Marked,
}

/// The passage that tells most of these parts, which are folded.
pub(super) fn passage(
    page: &Page,
    folded: &Folded,
    parts: &[&[char]],
    variants: &Variants,
) -> Passage {
    let held = |text: &[char]| {
        let length = |part: &&[char]| if holds(text, part) { part.len() } else { 0 };
        parts.iter().map(length).sum::<usize>()
    };
    let mut best: Option<(usize, &Section, &str)> = None;
    for (section, (heading, blocks)) in page.sections.iter().zip(&folded.sections) {
        let heading = held(heading);
        let mut note = |told: usize, block| {
            if best.as_ref().is_none_or(|(other, ..)| told > *other) {
                best = Some((told, section, block));
            }
        };
        for (block, folded) in section.blocks.iter().zip(blocks) {
            note(2 * held(folded) + heading, block);
        }
        if section.blocks.is_empty() {
            note(heading, "");
        }
    }
    let Some((_, section, block)) = best else { return Passage::default() };
    Passage {
        anchor: section.anchor.clone(),
        heading: mark(&section.heading, parts, variants),
        words: shortened(mark(block, parts, variants)),
    }
}

/// Words with the parts in them marked.
pub(super) fn mark(text: &str, parts: &[&[char]], variants: &Variants) -> Marked {
    let (folded, bytes) = fold_with_places(text, variants);
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        for at in places(&folded, part) {
            let last = bytes.get(at + part.len() - 1).copied().unwrap_or(0);
            let end = last
                + text.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            let range = (bytes.get(at).copied().unwrap_or(0), end);
            let behind = ranges.iter().position(|other| *other > range);
            ranges.insert(behind.unwrap_or(ranges.len()), range);
        }
    }
    let mut marked = Marked::new();
    let mut done = 0;
    let mut push = |from: usize, to: usize, is_marked: bool| {
        if let Some(words) = text.get(from..to).filter(|it| !it.is_empty()) {
            match marked.last_mut() {
                Some((last, same)) if *same == is_marked => last.push_str(words),
                _ => marked.push((words.to_owned(), is_marked)),
            }
        }
    };
    for (start, end) in ranges {
        if end > done {
            push(done, start.max(done), false);
            push(start.max(done), end, true);
            done = end;
        }
    }
    push(done, text.len(), false);
    marked
}

/// The words around the first mark.
fn shortened(marked: Marked) -> Marked {
    let before =
        marked.iter().take_while(|run| !run.1).map(|run| run.0.chars().count()).sum::<usize>();
    let all = marked.iter().map(|run| run.0.chars().count()).sum::<usize>();
    let skip = if before == all { 0 } else { before.saturating_sub(BEFORE) };
    let mut short = Marked::new();
    let (mut passed, mut left) = (0, LENGTH);
    for (words, is_marked) in marked {
        let count = words.chars().count();
        let from = skip.saturating_sub(passed).min(count);
        let words: String = words.chars().skip(from).take(left).collect();
        passed += count;
        left -= words.chars().count().min(left);
        if !words.is_empty() {
            short.push((words, is_marked));
        }
    }
    if skip > 0
        && let Some(first) = short.first_mut()
    {
        first.0.insert(0, '…');
    }
    if skip + LENGTH < all
        && let Some(last) = short.last_mut()
    {
        last.0.push('…');
    }
    short
}

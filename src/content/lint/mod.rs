//! What the words of a text must not do, whatever they are about: each kind of content has its own promises.
//!
//! The rules look at [`prose`], the text without addresses and code, so that a hit is always something that a reader sees.

mod identity;
mod number;
mod phone;
mod plain;
mod prose;
mod sentence;
mod spoken;
mod territory;

use std::ops::Range;

use super::notes::{Name, Notes};
use prose::{Quotes, prose};

pub(super) use phone::personal;
pub(super) use sentence::long_sentences;
pub(super) use spoken::for_child;
pub(super) use territory::{Names, is_related};

/// The text of a page: plain words, numbers to call from the table, no child that could be recognised.
pub(super) fn page(notes: &mut Notes<'_>, body: &Range<usize>) {
    let words = Words::of(notes, body);
    words.common(notes);
    words.children(notes);
}

/// The text of a place: as a page, and every number from `figures.csv`, and nothing about another place.
pub(super) fn place(notes: &mut Notes<'_>, body: &Range<usize>, area: &str) {
    let words = Words::of(notes, body);
    words.common(notes);
    words.children(notes);
    number::bare_figures(notes, &words.own, words.start);
    if !area.is_empty() {
        notes.mention(body.clone(), Name::Local(area.to_owned()));
    }
}

/// The text of a situation: plain words, numbers to call from the table.
pub(super) fn help(notes: &mut Notes<'_>, body: &Range<usize>) {
    Words::of(notes, body).common(notes);
}

/// The text of a case: as a page, and nothing by which somebody could be found.
pub(super) fn case(notes: &mut Notes<'_>, body: &Range<usize>) {
    let words = Words::of(notes, body);
    words.common(notes);
    words.children(notes);
    identity::check(notes, &words.all, words.start);
}

/// The whole of a script: nothing by which somebody could be found, no grades for a child, and no jury. What a court
/// says in its own language is its own; numbers of children in a made-up case tell of nobody.
pub(super) fn court(notes: &mut Notes<'_>, body: &Range<usize>) {
    let words = Words::of(notes, body);
    phone::check(notes, &words.all, words.start);
    plain::scores(notes, &words.all, words.start);
    plain::jury(notes, &words.all, words.start);
    identity::check(notes, &words.all, words.start);
}

/// A text around a script: plain words.
pub(super) fn court_prose(notes: &mut Notes<'_>, part: &Range<usize>) {
    let words = Words::of(notes, part);
    plain::filler(notes, &words.own, words.start);
}

/// A text as the rules look at it.
struct Words {
    /// What a reader sees.
    all: String,
    /// The same without quoted names, which are not the portal's own words.
    own: String,
    /// Where both begin in the file.
    start: usize,
}

impl Words {
    fn of(notes: &Notes<'_>, range: &Range<usize>) -> Self {
        let written = notes.text.source.get(range.clone()).unwrap_or_default();
        Self {
            all: prose(written, Quotes::Kept),
            own: prose(written, Quotes::Blank),
            start: range.start,
        }
    }

    fn common(&self, notes: &mut Notes<'_>) {
        plain::filler(notes, &self.own, self.start);
        phone::check(notes, &self.all, self.start);
    }

    fn children(&self, notes: &mut Notes<'_>) {
        number::small_counts(notes, &self.all, self.start);
        plain::scores(notes, &self.all, self.start);
    }
}

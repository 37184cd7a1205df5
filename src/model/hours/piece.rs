//! Parts of a cell that know where they stand in it, and the marks between them.

use std::ops::Range;

use super::{ErrorKind, HoursError};

/// A part of a cell, without blanks around it.
#[derive(Clone, Copy)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
}

impl<'a> Piece<'a> {
    pub(super) fn trimmed(text: &'a str, at: usize) -> Self {
        let start = text.trim_start();
        Self { text: start.trim_end(), at: at + text.len() - start.len() }
    }

    /// The parts between separators, empty ones left out.
    pub(super) fn split(self, is_separator: fn(char) -> bool) -> impl Iterator<Item = Self> {
        let mut at = self.at;
        let parts = self.text.split_inclusive(is_separator).map(move |part| {
            let piece = Self::trimmed(part.trim_end_matches(is_separator), at);
            at += part.len();
            piece
        });
        parts.filter(|piece| !piece.text.is_empty())
    }

    /// What stands before and from a byte on.
    pub(super) fn cut(self, middle: usize) -> (Self, Self) {
        let (one, other) = self.text.split_at_checked(middle).unwrap_or((self.text, ""));
        (Self::trimmed(one, self.at), Self::trimmed(other, self.at + one.len()))
    }

    pub(super) fn range(self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }

    pub(super) fn error(self, kind: ErrorKind) -> HoursError {
        HoursError { range: self.range(), kind, found: self.text.to_owned() }
    }
}

/// The ASCII character that a full-width one stands for.
pub(in crate::model) fn half_width(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        _ => character,
    }
}

pub(super) fn is_end_of_entry(character: char) -> bool {
    matches!(character, ';' | '；')
}

pub(super) fn is_comma(character: char) -> bool {
    matches!(character, ',' | '，' | '、')
}

/// Between two dates, which contain `-`.
pub(super) fn is_mark_of_dates(character: char) -> bool {
    matches!(half_width(character), '~' | '–' | '—' | '至')
}

/// Between two days of the week or two times.
pub(super) fn is_dash(character: char) -> bool {
    half_width(character) == '-' || is_mark_of_dates(character)
}

//! Parts of a file that know where they stand, and the marks of either width between them.

use std::ops::Range;

/// A part of the file, without blanks around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
}

impl<'a> Piece<'a> {
    pub(super) fn trimmed(text: &'a str, at: usize) -> Self {
        let start = text.trim_start();
        Self { text: start.trim_end(), at: at + text.len() - start.len() }
    }

    /// The part of a file at some bytes.
    pub(super) fn of(source: &'a str, range: &Range<usize>) -> Self {
        Self::trimmed(source.get(range.clone()).unwrap_or_default(), range.start)
    }

    /// Its lines, blank ones too.
    pub(super) fn lines(self) -> impl Iterator<Item = Self> {
        let mut at = self.at;
        self.text.split_inclusive('\n').map(move |line| {
            at += line.len();
            Self::trimmed(line, at - line.len())
        })
    }

    pub(super) fn is_empty(self) -> bool {
        self.text.is_empty()
    }

    pub(super) fn range(self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }

    /// What stands before and from a byte on.
    pub(super) fn cut(self, middle: usize) -> (Self, Self) {
        let (one, other) = self.text.split_at_checked(middle).unwrap_or((self.text, ""));
        (Self::trimmed(one, self.at), Self::trimmed(other, self.at + one.len()))
    }

    /// What follows one of some beginnings.
    pub(super) fn after(self, beginnings: &[&str]) -> Option<Self> {
        let length = beginnings.iter().find(|it| self.text.starts_with(**it))?.len();
        Some(self.cut(length).1)
    }

    /// What stands before one of some ends.
    pub(super) fn before(self, ends: &[&str]) -> Option<Self> {
        let length = ends.iter().find(|it| self.text.ends_with(**it))?.len();
        Some(self.cut(self.text.len() - length).0)
    }

    /// What stands before and after the first of some marks.
    pub(super) fn part(self, marks: &[char]) -> Option<(Self, Self)> {
        let (at, mark) = self.text.char_indices().find(|(_, char)| marks.contains(char))?;
        let (before, rest) = self.cut(at);
        Some((before, rest.cut(mark.len_utf8()).1))
    }

    /// The first word and the rest.
    pub(super) fn word(self) -> (Self, Self) {
        self.cut(self.text.find(char::is_whitespace).unwrap_or(self.text.len()))
    }

    /// The parts between marks, empty ones left out.
    pub(super) fn split(self, marks: &'static [char]) -> impl Iterator<Item = Self> {
        let mut at = self.at;
        let parts = self.text.split_inclusive(marks).map(move |part| {
            at += part.len();
            Self::trimmed(part.trim_end_matches(marks), at - part.len())
        });
        parts.filter(|piece| !piece.is_empty())
    }
}

/// `3分`, `90秒`, `1分30秒`, with digits of either width: in seconds.
pub(super) fn seconds(text: &str) -> Option<u16> {
    let mut total = 0_u16;
    let mut number: Option<u16> = None;
    for char in text.chars() {
        let digit = match char {
            '０'..='９' => char::from_u32(u32::from(char) - u32::from('０') + u32::from('0')),
            other => Some(other),
        };
        match (digit?.to_digit(10), number, char) {
            (Some(digit), before, _) => {
                let ten = before.unwrap_or_default().checked_mul(10)?;
                number = Some(ten.checked_add(u16::try_from(digit).ok()?)?);
            }
            (None, Some(value), '分') => {
                total = total.checked_add(value.checked_mul(60)?)?;
                number = None;
            }
            (None, Some(value), '秒') => {
                total = total.checked_add(value)?;
                number = None;
            }
            // 3分钟.
            (None, None, '钟') if total > 0 => {}
            (None, _, ' ') => {}
            _ => return None,
        }
    }
    (number.is_none() && total > 0).then_some(total)
}

/// The marks between the names of several.
pub(super) const BETWEEN: &[char] = &['、', '，', ',', '＋', '+'];

/// The colon after a name.
pub(super) const COLON: &[char] = &['：', ':'];

/// `民法典/145`, also where it is written `民法典145` or `民法典 145`.
pub(super) fn article(text: &str) -> String {
    let digits = text.find(|char: char| char.is_ascii_digit());
    match digits {
        Some(at) if !text.contains('/') => {
            let (law, number) = text.split_at(at);
            format!("{}/{number}", law.trim_end())
        }
        _ => text.to_owned(),
    }
}

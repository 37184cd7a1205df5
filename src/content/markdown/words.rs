//! Words: line ends between them, and marks of footnotes that the parser takes for words.

use std::ops::Range;

use super::Builder;
use super::frame::Frame;
use crate::content::record::short;

impl Builder<'_, '_> {
    /// A line end between Han characters is no blank.
    pub(super) fn soft_break(&mut self, at: &Range<usize>) {
        let before = self.source.get(..at.start).and_then(|text| text.chars().next_back());
        let after = self
            .source
            .get(at.end..)
            .and_then(|text| text.chars().find(|char| !char.is_whitespace() && *char != '>'));
        if !before.is_some_and(is_wide) && !after.is_some_and(is_wide) {
            self.push_text(" ");
        }
    }

    /// Reports what an editor has meant as a mark, but the parser takes for words: `[^1]` where the footnote is not
    /// defined, and `**` beside a full-width mark.
    pub(super) fn check_words(&mut self) {
        let words = std::mem::replace(&mut self.words, 0..0);
        if matches!(self.stack.last(), Some(Frame::Code(_))) {
            return;
        }
        let written = self.source.get(words.clone()).unwrap_or_default();
        for (at, _) in written.match_indices("**") {
            if !written.get(..at).is_some_and(|before| before.ends_with('\\')) {
                let at = words.start + at..words.start + at + 2;
                let hint = "把标点移到星号外面：**重点**：后面的字；要显示星号，写成 \\*\\*";
                self.notes.warn(&at, "stray-stars", "这里的“**”没有变成加粗，会照原样显示", hint);
            }
        }
        let mut rest = words.clone();
        while let Some(found) = self.source.get(rest.clone()).and_then(|text| text.find('[')) {
            let start = rest.start + found;
            rest.start = start + 1;
            if !self.source.get(rest.clone()).is_some_and(|text| text.starts_with('^')) {
                continue;
            }
            let inner = self.source.get(start + 2..words.end).unwrap_or_default();
            let length = inner
                .find([']', '[', '\n'])
                .filter(|end| inner.get(*end..).is_some_and(|text| text.starts_with(']')));
            if let Some(length) = length.filter(|length| *length > 0) {
                let escaped = self.source.get(..start).is_some_and(|before| before.ends_with('\\'));
                if !escaped {
                    let label = short(inner.get(..length).unwrap_or_default());
                    self.notes.error(
                        &(start..start + 2 + length + 1),
                        "undefined-footnote",
                        format!("脚注“{label}”没有内容"),
                        format!("在文末另起一行写“[^{label}]: 脚注的内容”"),
                    );
                }
            }
        }
    }
}

/// Whether a character is as wide as a Han character, so that no blank belongs between it and the next.
fn is_wide(char: char) -> bool {
    matches!(char, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}')
        || matches!(char, '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}' | '“' | '”' | '‘' | '’' | '…' | '—')
}

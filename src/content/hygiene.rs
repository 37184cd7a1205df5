//! What is wrong with a text file as such: line ends, tabs, characters that nobody sees.

use std::ops::Range;

use super::notes::Notes;

/// Which habits a file has to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Habits {
    /// Written by hand: line ends and indentation matter.
    Prose,
    /// Saved by a spreadsheet, which writes line ends as it likes.
    Table,
}

/// Looks through a file. False where there is nothing in it that could be read.
pub(super) fn check(notes: &mut Notes<'_>, habits: Habits) -> bool {
    let source = notes.text.source.as_str();
    if source.trim().is_empty() {
        notes.error(&(0..0), "empty-file", "文件是空的", "写上内容，或删去这个文件");
        return false;
    }
    let bytes = source.as_bytes();
    let mut crlf: Option<Range<usize>> = None;
    let mut tab: Option<Range<usize>> = None;
    let mut indented = true;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'\n' => {
                indented = true;
                continue;
            }
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => {
                crlf.get_or_insert(at..at + 1);
            }
            b'\t' if indented => {
                tab.get_or_insert(at..at + 1);
                continue;
            }
            b' ' | b'>' if indented => continue,
            0 => {
                notes.error(
                    &(at..at + 1),
                    "nul",
                    "这里有空字符，文件不是文字或已经损坏",
                    "从原来的文档重新复制文字，另存为 UTF-8",
                );
                return false;
            }
            b'\t' => {}
            0..0x20 | 0x7F => invisible(notes, at..at + 1),
            // U+2028–2029, U+202A–202E, U+2066–2069.
            0xE2 => match (bytes.get(at + 1), bytes.get(at + 2)) {
                (Some(0x80), Some(0xA8..=0xAE)) | (Some(0x81), Some(0xA6..=0xA9)) => {
                    invisible(notes, at..at + 3);
                }
                _ => {}
            },
            _ => {}
        }
        indented = false;
    }
    if habits == Habits::Prose {
        if let Some(at) = crlf {
            let hint = "在编辑软件里把换行符选成“LF”或“Unix”；不改也能读";
            notes.warn(&at, "crlf", "行尾是 Windows 换行（CRLF），应当是 LF", hint);
        }
        if let Some(at) = tab {
            notes.warn(&at, "tab", "行首用了制表符，应当是空格", "把行首的 Tab 换成空格");
        }
    }
    true
}

fn invisible(notes: &mut Notes<'_>, at: Range<usize>) {
    let written = notes.text.source.get(at.clone()).and_then(|text| text.chars().next());
    let number = written.map(u32::from).unwrap_or_default();
    notes.error(
        &at,
        "control-character",
        format!("这里有看不见的控制字符（U+{number:04X}）"),
        "删去这一处，重新输入前后的字",
    );
}

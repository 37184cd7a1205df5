//! A text file: decoding, and the way from a byte offset to the line and column that an editor sees.

use std::ops::Range;
use std::sync::OnceLock;

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

use super::diagnostic::{Diagnostic, Severity};

/// The text of a file, in UTF-8 whatever it was saved in.
#[derive(Debug)]
pub(super) struct Text {
    /// The path below the content folder, with `/`.
    pub(super) file: String,
    /// The text without a byte order mark. Line ends are as in the file.
    pub(super) source: String,
    /// Where each line begins; found when the first diagnostic asks for it.
    lines: OnceLock<Vec<usize>>,
}

/// Which encodings a file may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encodings {
    /// UTF-8, as Markdown and YAML have to be.
    Utf8,
    /// What spreadsheets save: UTF-8, UTF-16 with a byte order mark, GB18030.
    Spreadsheet,
}

impl Text {
    pub(super) fn new(file: impl Into<String>, source: impl Into<String>) -> Self {
        Self { file: file.into(), source: source.into(), lines: OnceLock::new() }
    }

    /// Reads bytes. The error is what an editor has to do about an encoding that is not understood.
    pub(super) fn decode(
        file: &str,
        bytes: Vec<u8>,
        encodings: Encodings,
    ) -> Result<Self, Box<Diagnostic>> {
        let bytes = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
            Some(rest) => rest.to_vec(),
            None => bytes,
        };
        if let Some((encoding, length)) =
            Encoding::for_bom(&bytes).filter(|(found, _)| [UTF_16LE, UTF_16BE].contains(found))
        {
            let rest = bytes.get(length..).unwrap_or_default();
            return match encodings {
                Encodings::Spreadsheet => decode_with(encoding, rest)
                    .map(|source| Self::new(file, source))
                    .ok_or_else(|| unknown_encoding(file)),
                Encodings::Utf8 => Err(Box::new(Diagnostic::of_file(
                    Severity::Error,
                    "encoding",
                    file,
                    "文件存成了 UTF-16（Unicode），应当是 UTF-8",
                    SAVE_AS_UTF8,
                ))),
            };
        }
        match String::from_utf8(bytes) {
            Ok(source) => Ok(Self::new(file, source)),
            Err(error) if encodings == Encodings::Spreadsheet => {
                decode_with(GB18030, error.as_bytes())
                    .map(|source| Self::new(file, source))
                    .ok_or_else(|| unknown_encoding(file))
            }
            Err(error) => {
                let start = error.utf8_error().valid_up_to();
                let text = Self::new(file, String::from_utf8_lossy(error.as_bytes()));
                Err(Box::new(text.diagnostic(
                    Severity::Error,
                    "encoding",
                    start..start,
                    "从这里起不是 UTF-8 文字，应当是 UTF-8",
                    SAVE_AS_UTF8,
                )))
            }
        }
    }

    /// A diagnostic about some bytes of the text.
    pub(super) fn diagnostic(
        &self,
        severity: Severity,
        code: &'static str,
        range: Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Diagnostic {
        let start = floor(&self.source, range.start);
        let lines = self.lines.get_or_init(|| line_starts(&self.source));
        let line = lines.partition_point(|first| *first <= start).max(1);
        let first = lines.get(line - 1).copied().unwrap_or_default();
        let rest = self.source.get(first..).unwrap_or_default();
        let whole = rest.split('\n').next().unwrap_or_default().trim_end_matches('\r');
        let end = floor(&self.source, range.end).min(first + whole.len());
        let column = self.source.get(first..start).unwrap_or_default().chars().count() + 1;
        let width = self.source.get(start..end).unwrap_or_default().chars().count().max(1);
        let from = floor(&self.source, start.saturating_sub(KEPT).max(first));
        let to = floor(&self.source, (start + KEPT).min(first + whole.len()));
        let excerpt = self.source.get(from..to).unwrap_or_default();
        let before = self.source.get(from..start).unwrap_or_default().chars().count();
        Diagnostic {
            severity,
            code,
            file: self.file.clone(),
            line,
            column,
            message: message.into(),
            hint: hint.into(),
            excerpt: excerpt.to_owned(),
            skipped: column - 1 - before,
            width,
        }
    }
}

/// How many bytes of a line are kept before and after the place that a diagnostic is about.
/// A damaged file can be one line of many megabytes with a mistake at every word.
const KEPT: usize = 600;

const SAVE_AS_UTF8: &str =
    "用记事本打开，选“文件 → 另存为”，编码选“UTF-8”；在 WPS 里另存为纯文本时也把编码选成 UTF-8";

fn unknown_encoding(file: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::of_file(
        Severity::Error,
        "encoding",
        file,
        "看不懂文件的编码：既不是 UTF-8，也不是 UTF-16 或 GB18030",
        "用 WPS 或 Excel 打开原表，选“另存为 → CSV UTF-8（逗号分隔）”",
    ))
}

fn decode_with(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
}

fn line_starts(source: &str) -> Vec<usize> {
    std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

/// The nearest offset at or before `offset` where a character begins.
fn floor(source: &str, offset: usize) -> usize {
    let mut start = offset.min(source.len());
    while !source.is_char_boundary(start) {
        start -= 1;
    }
    start
}

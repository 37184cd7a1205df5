//! The words of Markdown that a reader sees, each at the byte where it stands in the file.

/// What becomes of names in quotation marks and titles in 《》.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quotes {
    /// They are words like others.
    Kept,
    /// They are somebody else's words.
    Blank,
}

/// The text, byte for byte as long, with blanks for addresses, code, the words of links to places and to hotlines,
/// and quoted names where these are not wanted. Line ends stay.
pub(super) fn prose(source: &str, quotes: Quotes) -> String {
    let mut blanks = Vec::new();
    let mut brackets = Vec::new();
    let mut at = 0;
    while let Some(char) = source.get(at..).and_then(|rest| rest.chars().next()) {
        let next = at + char.len_utf8();
        let rest = source.get(next..).unwrap_or_default();
        let closed = |end: char| {
            let line = rest.split('\n').next().unwrap_or_default();
            line.find(end).map(|length| next + length + end.len_utf8())
        };
        let end = match char {
            '[' => {
                brackets.push(at);
                None
            }
            ']' => {
                let opening = brackets.pop();
                let end = rest.starts_with('(').then(|| closed(')')).flatten();
                if let (Some(opening), Some(_)) = (opening, end)
                    && ["(place:", "(hotline:"].iter().any(|target| rest.starts_with(target))
                {
                    blanks.push(opening..next);
                }
                end
            }
            '`' => closed('`'),
            'h' if rest.starts_with("ttp://") || rest.starts_with("ttps://") => {
                let length = rest.find(|char: char| !char.is_ascii_graphic());
                Some(next + length.unwrap_or(rest.len()))
            }
            '“' if quotes == Quotes::Blank => closed('”'),
            '《' if quotes == Quotes::Blank => closed('》'),
            _ => None,
        };
        if let Some(end) = end {
            blanks.push(at..end);
        }
        at = end.unwrap_or(next);
    }
    let mut bytes = source.as_bytes().to_vec();
    for blank in blanks {
        for byte in bytes.get_mut(blank).into_iter().flatten() {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
    // Blanks cover whole characters, so this is still text.
    String::from_utf8(bytes).unwrap_or_default()
}

//! Reads HTML that we wrote ourselves: every tag is closed, every attribute quoted.

use std::borrow::Cow;

/// A piece of HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words, with their entities.
    Text(&'a str),
    /// `<name …>`, with what stands between its brackets.
    Open(&'a str, &'a str),
    /// `</name>`.
    Close(&'a str),
}

/// The pieces of a text, without comments.
pub(super) fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, tail) = rest.split_at(at);
        if !text.is_empty() {
            pieces.push(Piece::Text(text));
        }
        if let Some(comment) = tail.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        // An empty comment, by which Leptos parts its views.
        if let Some(comment) = tail.strip_prefix("<!>") {
            rest = comment;
            continue;
        }
        let end = end_of_tag(tail);
        let tag = tail.get(1..end).unwrap_or_default();
        rest = tail.get(end + 1..).unwrap_or_default();
        match tag.strip_prefix('/') {
            Some(name) => pieces.push(Piece::Close(name.trim())),
            None => pieces.push(Piece::Open(name(tag), tag)),
        }
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// Where a tag's bracket closes: one inside quotes does not.
fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    tag.bytes()
        .position(|byte| {
            quoted ^= byte == b'"';
            byte == b'>' && !quoted
        })
        .unwrap_or(tag.len())
}

fn name(tag: &str) -> &str {
    tag.split([' ', '/', '\n']).next().unwrap_or_default()
}

/// The attributes of a tag that have a value.
pub(super) fn attributes(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = tag;
    std::iter::from_fn(move || {
        let (before, tail) = rest.split_once('"')?;
        let (value, after) = tail.split_once('"')?;
        rest = after;
        Some((before.strip_suffix('=')?.rsplit(' ').next()?, value))
    })
}

/// The classes of a tag.
pub(super) fn classes(tag: &str) -> impl Iterator<Item = &str> {
    let value = attributes(tag).find(|(name, _)| *name == "class").map(|(_, value)| value);
    value.unwrap_or_default().split_ascii_whitespace()
}

/// Words without their entities.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    const ENTITIES: [(&str, &str); 6] = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ];
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let plain = ENTITIES
        .iter()
        .fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character));
    Cow::Owned(plain)
}

/// Words as XML, without what XML cannot hold.
pub(super) fn xml(text: &str) -> String {
    let allowed = |char: &char| !char.is_control() || matches!(char, '\t' | '\n');
    let text: String = text.chars().filter(allowed).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

//! The words of a script: plain text with words of the glossary in `{{…}}` and links in `[…](…)`. A line of a script
//! is no Markdown: `1.` and `*` are spoken as they stand.

use super::piece::Piece;
use crate::content::link;
use crate::content::notes::{Name, Notes};
use crate::model::{Inline, Kind, Reference, Target};

/// Reads the words of a line or a cell.
pub(super) fn read(notes: &mut Notes<'_>, piece: Piece<'_>) -> Vec<Inline> {
    let mut words = Vec::new();
    let mut plain = String::new();
    let mut rest = piece;
    while let Some(char) = rest.text.chars().next() {
        let found = match char {
            '{' if rest.text.starts_with("{{") => term(notes, rest),
            '[' => hyperlink(notes, rest),
            '<' => {
                refuse_html(notes, rest);
                None
            }
            _ => None,
        };
        let length = if let Some((inline, length)) = found {
            if !plain.is_empty() {
                words.push(Inline::Text(std::mem::take(&mut plain)));
            }
            words.push(inline);
            length
        } else {
            plain.push(char);
            char.len_utf8()
        };
        // Blanks are words here, so that nothing is trimmed.
        rest = Piece { text: rest.text.get(length..).unwrap_or_default(), at: rest.at + length };
    }
    if !plain.is_empty() {
        words.push(Inline::Text(plain));
    }
    words
}

/// `{{法定代理人}}`: the word as it is, leading to what it means.
fn term(notes: &mut Notes<'_>, rest: Piece<'_>) -> Option<(Inline, usize)> {
    let inner = rest.text.strip_prefix("{{")?;
    let word = inner.split_once("}}").map(|(word, _)| word);
    let Some(word) = word.filter(|word| !word.trim().is_empty() && !word.contains('{')) else {
        let at = rest.at..rest.at + 2;
        notes.error(&at, "open-term", "“{{”没有“}}”来结束", "写成 {{法定代理人}} 这样，中间是词语");
        return None;
    };
    let start = rest.at + 2;
    notes.mention_content(start..start + word.len(), Kind::Term, word.trim());
    let reference = Reference { kind: Kind::Term, id: word.trim().to_owned(), section: None };
    let text = vec![Inline::Text(word.trim().to_owned())];
    Some((Inline::Link { target: Target::Content(reference), text }, word.len() + 4))
}

/// `[三步走](page:steps)`, `[](law:民法典/145)`.
fn hyperlink(notes: &mut Notes<'_>, rest: Piece<'_>) -> Option<(Inline, usize)> {
    let (words, tail) = rest.text.strip_prefix('[')?.split_once("](")?;
    let (address, _) = tail.split_once(')')?;
    if words.contains(['[', ']']) {
        return None;
    }
    let start = rest.at + 1 + words.len() + 2;
    let place = start..start + address.len();
    let length = 1 + words.len() + 2 + address.len() + 1;
    let text = if words.is_empty() { Vec::new() } else { vec![Inline::Text(words.to_owned())] };
    match link::target(address) {
        Ok(Target::Content(reference)) => {
            notes.mention(place, Name::Content(reference.clone()));
            Some((Inline::Link { target: Target::Content(reference), text }, length))
        }
        // A script is printed and played: what it leads to lies in the portal.
        Ok(Target::Section(_) | Target::Url(_)) => {
            let hint = "剧本里只链接站内的内容，例如 [](law:民法典/145)";
            notes.error(&place, "relative-link", "剧本里不能链接到别的网站", hint);
            Some((Inline::Text(words.to_owned()), length))
        }
        Err(refusal) => {
            notes.error(&place, refusal.code, refusal.message, refusal.hint);
            Some((Inline::Text(words.to_owned()), length))
        }
    }
}

fn refuse_html(notes: &mut Notes<'_>, rest: Piece<'_>) {
    let after = rest.text.get(1..).unwrap_or_default();
    if after.starts_with(|char: char| char.is_ascii_alphabetic() || matches!(char, '/' | '!')) {
        let length = rest.text.find('>').map_or(1, |end| end + 1);
        let tag = rest.text.get(..length).unwrap_or_default();
        let message = format!("不接受 HTML：“{}”", crate::content::record::short(tag));
        notes.error(&(rest.at..rest.at + length), "raw-html", message, "删去尖括号和里面的字");
    }
}

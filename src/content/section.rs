//! A text whose `##` headings are given: it is parted at them, and what is missing or out of order is reported.

use std::ops::Range;

use super::footnote;
use super::markdown;
use super::nearest::suggest;
use super::notes::Notes;
use super::record::short;
use crate::model::{Block, Markup, plain_text};

/// A part of a text.
#[derive(Debug)]
pub(super) struct Part {
    /// Which of the given headings it has, counted from 0.
    pub(super) number: usize,
    /// Where its heading stands.
    pub(super) place: Range<usize>,
    /// Where its text ends in the file.
    pub(super) end: usize,
    /// Its text.
    pub(super) text: Markup,
}

/// A part while its blocks are gathered.
struct Draft {
    number: Option<usize>,
    place: Range<usize>,
    blocks: Vec<Block>,
}

/// Parts the text at `body` at the headings `names`, all of which have to be there, in this order.
pub(super) fn read(notes: &mut Notes<'_>, body: Range<usize>, names: &[&str]) -> Vec<Part> {
    let end = body.end;
    let text = markdown::parse(notes, body.clone());
    let mut drafts: Vec<Draft> = Vec::new();
    let mut led = false;
    for (block, place) in text.markup.blocks.into_iter().zip(text.places) {
        match (block, drafts.last_mut()) {
            (Block::Heading { level: 2, text, .. }, _) => {
                let place = trimmed(notes, &place);
                let number = heading(notes, &plain_text(&text), &place, names, &drafts);
                drafts.push(Draft { number, place, blocks: Vec::new() });
            }
            (Block::Heading { level, .. }, Some(_)) if level != 3 => {
                let place = trimmed(notes, &place);
                notes.error(
                    &place,
                    "part-heading",
                    "这里只用“##”和“###”两级标题",
                    "改成“###”，或改成加粗的字",
                );
            }
            (block, Some(draft)) => draft.blocks.push(block),
            (_, None) if !led => {
                led = true;
                let place = trimmed(notes, &place);
                notes.error(
                    &place,
                    "part-lead",
                    "第一个“##”标题之前有文字",
                    format!("移到“## {}”下面", names[0]),
                );
            }
            (_, None) => {}
        }
    }
    for (number, name) in names.iter().enumerate() {
        let found = drafts.iter().find(|draft| draft.number == Some(number));
        match found {
            None => {
                let at = body.start..body.start;
                notes.error(&at, "missing-part", format!("缺少“## {name}”"), hint(names));
            }
            Some(draft) if draft.blocks.is_empty() => {
                let message = format!("“## {name}”下面是空的");
                notes.error(&draft.place, "empty-part", message, "写上读者看得懂的话");
            }
            Some(_) => {}
        }
    }
    let ends: Vec<usize> =
        drafts.iter().skip(1).map(|next| next.place.start).chain([end]).collect();
    drafts
        .into_iter()
        .zip(ends)
        .filter_map(|(draft, end)| {
            let text = footnote::part(draft.blocks, &text.markup.footnotes);
            Some(Part { number: draft.number?, place: draft.place, end, text })
        })
        .collect()
}

/// Which heading the words are; reported where it is none, or stands there twice or too late.
fn heading(
    notes: &mut Notes<'_>,
    words: &str,
    place: &Range<usize>,
    names: &[&str],
    before: &[Draft],
) -> Option<usize> {
    let words = words.trim();
    let Some(number) = names.iter().position(|name| *name == words) else {
        let message = format!("不认得“## {}”", short(words));
        notes.error(
            place,
            "unknown-part",
            message,
            suggest(words, names.iter().copied(), &hint(names)),
        );
        return None;
    };
    if before.iter().any(|draft| draft.number == Some(number)) {
        notes.error(place, "duplicate-part", format!("“## {words}”写了两次"), "把两处合成一处");
        return None;
    }
    if before.iter().any(|draft| draft.number > Some(number)) {
        notes.error(place, "part-order", format!("“## {words}”的位置不对"), hint(names));
    }
    Some(number)
}

fn hint(names: &[&str]) -> String {
    let headings: Vec<String> = names.iter().map(|name| format!("## {name}")).collect();
    format!("依次写：{}", headings.join("、"))
}

fn trimmed(notes: &Notes<'_>, place: &Range<usize>) -> Range<usize> {
    let written = notes.text.source.get(place.clone()).unwrap_or_default();
    let first = written.lines().next().unwrap_or_default();
    place.start..place.start + first.trim_end().len()
}

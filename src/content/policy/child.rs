//! 给孩子的话: what a child reads of a policy in place of the summary. It speaks to the child, promises nothing, and names
//! somebody to call.

use crate::content::lint;
use crate::content::markdown;
use crate::content::notes::{Notes, Spot};
use crate::model::{Block, Inline, Kind, Markup, Target};

/// Reads the words.
pub(super) fn read(notes: &mut Notes<'_>, words: &Spot) -> Option<Markup> {
    let Spot { value, range } = words;
    let written = notes.text.source.get(range.clone()).unwrap_or_default();
    let place = written.find(value.as_str()).map(|at| range.start + at);
    let place = place.map(|start| start..start + value.len());
    let markup = place.clone().map(|place| markdown::parse(notes, place).markup);
    let (Some(place), Some([Block::Paragraph(text)])) =
        (place, markup.as_ref().map(|markup| markup.blocks.as_slice()))
    else {
        let message = "“给孩子的话”应当是一行平常的话";
        let hint = "写在一行里，不换行，不用列表；要打的电话写成 [](hotline:12345)";
        notes.error(range, "child-words", message, hint);
        return None;
    };
    lint::for_child(notes, &place);
    if !text.iter().any(is_call) {
        let message = "“给孩子的话”里没有可以打的电话";
        let hint = "写上 [](hotline:12345)、[](hotline:12355) 或 [](hotline:110)，孩子一按就能打";
        notes.warn(&place, "nobody-to-call", message, hint);
    }
    markup
}

fn is_call(inline: &Inline) -> bool {
    match inline {
        Inline::Link { target: Target::Content(target), .. } => target.kind == Kind::Hotline,
        Inline::Emphasis(inner) | Inline::Strong(inner) => inner.iter().any(is_call),
        _ => false,
    }
}

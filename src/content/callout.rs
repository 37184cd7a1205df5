//! Boxes that stand out: quotes that begin with a word in 【】.

use std::ops::Range;

use super::notes::Notes;
use super::record::short;
use crate::model::{Block, Callout, Inline};

/// A box where the quote begins with 【提示】, 【注意】 or 【紧急】, else the quote itself.
pub(super) fn read(notes: &mut Notes<'_>, mut blocks: Vec<Block>, at: &Range<usize>) -> Block {
    let Some((word, rest)) = marked(&blocks) else { return Block::Quote(blocks) };
    let Some(callout) = [Callout::Tip, Callout::Caution, Callout::Urgent]
        .into_iter()
        .find(|callout| callout.label() == word)
    else {
        let written = notes.text.source.get(at.clone()).unwrap_or_default();
        let start = at.start + written.find('【').unwrap_or_default();
        let message = format!("不认得“【{}】”，会当作普通引用显示", short(&word));
        notes.warn(
            &(start..start + word.len() + '【'.len_utf8() + '】'.len_utf8()),
            "unknown-callout",
            message,
            "提示框只有三种：【提示】、【注意】、【紧急】",
        );
        return Block::Quote(blocks);
    };
    if let Some(Block::Paragraph(inlines)) = blocks.first_mut() {
        if rest.is_empty() {
            inlines.remove(0);
        } else if let Some(Inline::Text(words)) = inlines.first_mut() {
            *words = rest;
        }
        if matches!(inlines.first(), Some(Inline::Break)) {
            inlines.remove(0);
        }
        if inlines.is_empty() {
            blocks.remove(0);
        }
    }
    Block::Callout(callout, blocks)
}

/// The word in 【】 with which the blocks begin, and the words after it.
fn marked(blocks: &[Block]) -> Option<(String, String)> {
    let Some(Block::Paragraph(inlines)) = blocks.first() else { return None };
    let Some(Inline::Text(words)) = inlines.first() else { return None };
    let (word, rest) = words.strip_prefix('【')?.split_once('】')?;
    Some((word.trim().to_owned(), rest.trim_start().to_owned()))
}

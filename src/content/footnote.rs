//! Footnotes of a text that is taken apart: each part keeps those that it refers to, numbered anew.

use crate::model::{Block, Inline, Markup};

/// A part of a text, with its own footnotes taken from those of the whole.
pub(super) fn part(mut blocks: Vec<Block>, whole: &[Vec<Block>]) -> Markup {
    let mut numbers = Vec::new();
    renumber(&mut blocks, &mut numbers);
    let mut footnotes = Vec::new();
    // A footnote may refer to another one, which then joins the list.
    while let Some(old) = numbers.get(footnotes.len()).copied() {
        let mut footnote = whole.get(old).cloned().unwrap_or_default();
        renumber(&mut footnote, &mut numbers);
        footnotes.push(footnote);
    }
    Markup { blocks, footnotes }
}

fn renumber(blocks: &mut [Block], numbers: &mut Vec<usize>) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => inlines(text, numbers),
            Block::List { items, .. } => {
                for item in items {
                    renumber(&mut item.blocks, numbers);
                }
            }
            Block::Quote(inner) | Block::Callout(_, inner) => renumber(inner, numbers),
            Block::Table { head, rows, .. } => {
                for cell in head.iter_mut().chain(rows.iter_mut().flatten()) {
                    inlines(cell, numbers);
                }
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    inlines(&mut definition.term, numbers);
                    for details in &mut definition.details {
                        renumber(details, numbers);
                    }
                }
            }
            Block::Code(_) | Block::Rule => {}
        }
    }
}

fn inlines(text: &mut [Inline], numbers: &mut Vec<usize>) {
    for inline in text {
        match inline {
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Struck(inner) => {
                inlines(inner, numbers);
            }
            Inline::Link { text, .. } => inlines(text, numbers),
            Inline::Footnote(number) => {
                let known = numbers.iter().position(|old| old == number);
                let new = known.unwrap_or(numbers.len());
                if known.is_none() {
                    numbers.push(*number);
                }
                *number = new;
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::Image { .. } => {}
        }
    }
}

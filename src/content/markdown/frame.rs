//! The elements that are open while running text is read, and what becomes of them when they end.

use std::ops::Range;

use super::hyperlink::is_blank;
use super::{Builder, trim_end};
use crate::content::callout;
use crate::model::{Align, Block, Definition, Inline, Item, Target, plain_text};

/// An element that is still open.
pub(super) enum Frame {
    /// Holds blocks. Words that stand directly in it (as in a tight list) gather in `run` until a block begins.
    Blocks {
        holder: Holder,
        blocks: Vec<Block>,
        places: Vec<Range<usize>>,
        run: Vec<Inline>,
        start: usize,
    },
    /// Holds words.
    Run {
        run: Run,
        inlines: Vec<Inline>,
    },
    List {
        start: Option<u64>,
        items: Vec<Item>,
    },
    Table {
        align: Vec<Align>,
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
        row: Vec<Vec<Inline>>,
    },
    Definitions(Vec<Definition>),
    Code(String),
    /// Raw HTML, which is refused.
    Html,
}

pub(super) enum Holder {
    Root,
    Quote,
    Item { done: Option<bool> },
    Footnote(String),
    Details,
}

pub(super) enum Run {
    Paragraph,
    Heading { level: u8, id: Option<String> },
    Emphasis,
    Strong,
    Struck,
    Link { target: Option<Target> },
    Image { path: Option<String> },
    Cell,
    Term,
}

impl Builder<'_, '_> {
    pub(super) fn end_blocks(&mut self, holder: Holder, mut blocks: Vec<Block>, at: Range<usize>) {
        // The text of ten thousand pages is kept at once: what a vector holds ready for more would double it.
        blocks.shrink_to_fit();
        match holder {
            Holder::Quote => {
                let block = callout::read(self.notes, blocks, &at);
                self.push_block(block, at);
            }
            Holder::Item { done } => {
                if let Some(Frame::List { items, .. }) = self.stack.last_mut() {
                    items.push(Item { done, blocks });
                }
            }
            Holder::Footnote(label) => {
                self.definitions.entry(label).or_insert((blocks, at));
            }
            Holder::Details => {
                if let Some(Frame::Definitions(definitions)) = self.stack.last_mut()
                    && let Some(last) = definitions.last_mut()
                {
                    last.details.push(blocks);
                }
            }
            Holder::Root => {}
        }
    }

    pub(super) fn end_run(&mut self, run: Run, mut inlines: Vec<Inline>, at: Range<usize>) {
        trim(&mut inlines);
        match run {
            Run::Paragraph => {
                if !inlines.is_empty() {
                    self.push_block(Block::Paragraph(inlines), at);
                }
            }
            Run::Heading { level, id } => {
                let place = trim_end(self.source, at.clone());
                let id = self.anchor(id, &inlines, &place);
                self.text.anchors.insert(id.clone());
                self.push_block(Block::Heading { level, id, text: inlines }, at);
            }
            Run::Emphasis => self.push(Inline::Emphasis(inlines)),
            Run::Strong => self.push(Inline::Strong(inlines)),
            Run::Struck => self.push(Inline::Struck(inlines)),
            Run::Link { target: Some(target) } => {
                self.check_link_text(&target, &inlines, &at);
                let text = if is_blank(&inlines) { Vec::new() } else { inlines };
                self.push(Inline::Link { target, text });
            }
            // A link that is refused leaves its words.
            Run::Link { target: None } => inlines.into_iter().for_each(|inline| self.push(inline)),
            Run::Image { path } => {
                let alt = plain_text(&inlines).trim().to_owned();
                if alt.is_empty() {
                    self.notes.error(
                        &at,
                        "missing-alt",
                        "图片没有文字说明",
                        "在方括号里用一句话说出图上有什么：![说明](images/…)",
                    );
                } else if let Some(path) = path {
                    self.push(Inline::Image { path, alt });
                }
            }
            Run::Cell => {
                if let Some(Frame::Table { row, .. }) = self.stack.last_mut() {
                    row.push(inlines);
                }
            }
            Run::Term => {
                if let Some(Frame::Definitions(definitions)) = self.stack.last_mut() {
                    definitions.push(Definition { term: inlines, details: Vec::new() });
                }
            }
        }
    }

    pub(super) fn push_text(&mut self, words: &str) {
        let inlines = match self.stack.last_mut() {
            Some(Frame::Run { inlines, .. } | Frame::Blocks { run: inlines, .. }) => inlines,
            Some(Frame::Code(code)) => return code.push_str(words),
            _ => return,
        };
        match inlines.last_mut() {
            Some(Inline::Text(text)) => text.push_str(words),
            _ => inlines.push(Inline::Text(words.to_owned())),
        }
    }

    pub(super) fn push(&mut self, inline: Inline) {
        match (inline, self.stack.last_mut()) {
            (Inline::Text(words), _) => self.push_text(&words),
            (inline, Some(Frame::Run { inlines, .. } | Frame::Blocks { run: inlines, .. })) => {
                inlines.push(inline);
            }
            _ => {}
        }
    }

    pub(super) fn push_block(&mut self, block: Block, at: Range<usize>) {
        if let Some(Frame::Blocks { blocks, places, run, start, .. }) = self.stack.last_mut() {
            flush(blocks, places, std::mem::take(run), *start..at.start);
            blocks.push(block);
            places.push(at);
        }
    }
}

/// Makes a paragraph of the words that have gathered.
pub(super) fn flush(
    blocks: &mut Vec<Block>,
    places: &mut Vec<Range<usize>>,
    mut run: Vec<Inline>,
    at: Range<usize>,
) {
    if !run.is_empty() {
        trim(&mut run);
        blocks.push(Block::Paragraph(run));
        places.push(at);
    }
}

/// Gives back what a run and its words hold ready for more.
fn trim(inlines: &mut Vec<Inline>) {
    inlines.shrink_to_fit();
    for inline in inlines {
        if let Inline::Text(words) = inline {
            words.shrink_to_fit();
        }
    }
}

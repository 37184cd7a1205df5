//! The parts of a policy's text, at its `##` headings.

use std::ops::Range;

use super::HEADINGS;
use crate::content::nearest::nearest;
use crate::content::notes::Notes;
use crate::content::record::short;
use crate::model::{Block, plain_text};

/// A part of the text.
#[derive(Debug)]
pub(super) struct Part {
    /// Which of the given headings it has; none for one of the editor's own, and for what stands before all of them.
    pub(super) name: Option<&'static str>,
    /// Where its heading stands.
    pub(super) place: Range<usize>,
    /// Its text; under a heading of the editor's own that heading comes first.
    pub(super) blocks: Vec<(Block, Range<usize>)>,
}

/// Parts a text. A heading that is there twice, or almost one of the given ones, is reported.
pub(super) fn parts(
    notes: &mut Notes<'_>,
    blocks: Vec<Block>,
    places: Vec<Range<usize>>,
) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (block, place) in blocks.into_iter().zip(places) {
        if let Block::Heading { level: 2, text, .. } = &block {
            let words = plain_text(text);
            let at = first_line(notes, &place);
            let name = HEADINGS.into_iter().find(|name| *name == words.trim());
            check(notes, words.trim(), name, &at, &parts);
            let own = if name.is_none() { vec![(block, place)] } else { Vec::new() };
            parts.push(Part { name, place: at, blocks: own });
        } else if let Some(part) = parts.last_mut() {
            part.blocks.push((block, place));
        } else {
            let at = place.start..place.start;
            parts.push(Part { name: None, place: at, blocks: vec![(block, place)] });
        }
    }
    for part in &parts {
        let heading = |block: &Block| matches!(block, Block::Heading { level: 2, .. });
        if part.blocks.iter().all(|(block, _)| heading(block)) {
            let written = notes.text.source.get(part.place.clone()).unwrap_or_default();
            let message = format!("“{}”下面是空的", short(written));
            notes.error(&part.place, "empty-part", message, "写上内容，或删去这个标题");
        }
    }
    parts
}

fn check(
    notes: &mut Notes<'_>,
    words: &str,
    name: Option<&'static str>,
    at: &Range<usize>,
    before: &[Part],
) {
    if name.is_some() && before.iter().any(|part| part.name == name) {
        let message = format!("“## {words}”写了两次");
        notes.error(at, "duplicate-part", message, "把两处合成一处");
    }
    // What stands under a heading that is only misspelt would be read as running text, and decide nothing.
    if name.is_none()
        && let Some(near) = nearest(words, HEADINGS)
    {
        let message = format!("“## {}”下面的内容会当成普通文字", short(words));
        let hint = format!("是不是“## {near}”？不是就换一个不相近的标题");
        notes.warn(at, "unknown-part", message, hint);
    }
}

impl Part {
    /// The table of the part, and where it stands. What stands beside it is reported, but for what `also` accepts.
    pub(super) fn table(
        &self,
        notes: &mut Notes<'_>,
        headings: &str,
        also: impl Fn(&Block) -> bool,
    ) -> Option<(&Block, &Range<usize>)> {
        let mut tables =
            self.blocks.iter().filter(|(block, _)| matches!(block, Block::Table { .. }));
        let table = tables.next().map(|(block, place)| (block, place));
        let name = self.name.unwrap_or_default();
        if table.is_none() && !self.blocks.is_empty() {
            let hint = format!("写成表：{headings}");
            notes.error(&self.place, "missing-table", format!("“## {name}”下面没有表"), hint);
        }
        for (block, place) in &self.blocks {
            let is_it = table.is_some_and(|(_, first)| first == place);
            if table.is_some() && !is_it && !also(block) {
                let at = first_line(notes, place);
                let message = format!("“## {name}”下面只写一张表");
                notes.error(&at, "beside-table", message, "别的话写到“## 说明”里");
            }
        }
        table
    }
}

/// The first line of what stands at a place.
pub(super) fn first_line(notes: &Notes<'_>, place: &Range<usize>) -> Range<usize> {
    let written = notes.text.source.get(place.clone()).unwrap_or_default();
    let first = written.lines().next().unwrap_or_default();
    place.start..place.start + first.trim_end().len()
}

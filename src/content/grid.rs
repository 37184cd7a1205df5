//! Tables in running text that carry data: conditions, amounts, papers. Every cell knows its place.

use std::ops::Range;

use super::notes::{Notes, Spot};
use super::record::{Key, Record};
use super::table::{columns, empty};
use crate::model::{Block, Inline, plain_text};

/// Reads each row of a table that stands at `place`. Anything but a table has no rows.
pub(super) fn read<'t>(
    notes: &mut Notes<'t>,
    keys: &'static [Key],
    block: &Block,
    place: &Range<usize>,
    mut row: impl FnMut(&mut GridRow<'_, 't>),
) {
    let Block::Table { head, rows, .. } = block else { return };
    let lines = lines(notes.text.source.get(place.clone()).unwrap_or_default(), place.start);
    let mut lines = lines.into_iter();
    let (heading, _rule) = (lines.next().unwrap_or_default(), lines.next());
    let first = heading.first().cloned().unwrap_or(place.start..place.start);
    let words: Vec<String> = head.iter().map(|cell| plain_text(cell).trim().to_owned()).collect();
    let cells = words.iter().map(String::as_str).zip(&heading);
    let headings = columns(notes, keys, cells, &first);
    for (cells, places) in rows.iter().zip(lines) {
        if places.len() != headings.len() {
            let at = places.last().cloned().unwrap_or(first.clone());
            let message = format!("这一行有 {} 格，标题行有 {} 格", places.len(), headings.len());
            let hint = "每两格之间写一个“|”；文字里的“|”写成“\\|”";
            notes.error(&at, "column-count", message, hint);
            continue;
        }
        row(&mut GridRow { notes, keys, headings: &headings, cells, places: &places });
    }
}

/// Where the cells of each line stand, without surrounding blanks.
fn lines(table: &str, start: usize) -> Vec<Vec<Range<usize>>> {
    let mut from = start;
    let mut lines = Vec::new();
    for line in table.split_inclusive('\n') {
        let row = line.trim();
        let lead = from + (line.len() - line.trim_start().len());
        from += line.len();
        if !row.is_empty() {
            lines.push(cells(row, lead));
        }
    }
    lines
}

fn cells(row: &str, start: usize) -> Vec<Range<usize>> {
    let mut bars = vec![];
    let mut escaped = false;
    for (at, char) in row.char_indices() {
        if char == '|' && !escaped {
            bars.push(at);
        }
        escaped = char == '\\' && !escaped;
    }
    // The bars at both ends part nothing.
    let first = if bars.first() == Some(&0) { bars.remove(0) + 1 } else { 0 };
    let last = bars.pop_if(|bar| *bar + 1 == row.len()).unwrap_or(row.len());
    let starts = [first].into_iter().chain(bars.iter().map(|bar| bar + 1));
    let ends = bars.iter().copied().chain([last]);
    starts
        .zip(ends)
        .map(|(from, to)| {
            let cell = row.get(from..to).unwrap_or_default();
            let words = cell.trim();
            let lead = if words.is_empty() { 0 } else { cell.len() - cell.trim_start().len() };
            start + from + lead..start + from + lead + words.len()
        })
        .collect()
}

/// A row of such a table.
pub(super) struct GridRow<'n, 't> {
    notes: &'n mut Notes<'t>,
    keys: &'static [Key],
    headings: &'n [Option<&'static Key>],
    cells: &'n [Vec<Inline>],
    places: &'n [Range<usize>],
}

impl GridRow<'_, '_> {
    fn column(&self, name: &str) -> Option<usize> {
        self.headings.iter().position(|key| key.is_some_and(|key| key.name == name))
    }

    /// The text of a cell, with its links.
    pub(super) fn inlines(&mut self, name: &'static str) -> Vec<Inline> {
        let Some(column) = self.column(name) else { return Vec::new() };
        let cell = self.cells.get(column).cloned().unwrap_or_default();
        if cell.is_empty() {
            empty(self.notes, self.keys, name, &self.place(name));
        }
        cell
    }

    /// Where a cell stands; the row, where it has no such cell.
    pub(super) fn place(&self, name: &str) -> Range<usize> {
        let place = self.column(name).and_then(|column| self.places.get(column));
        place.or(self.places.first()).cloned().unwrap_or_default()
    }

    /// Words without links: what the engine's results show.
    pub(super) fn plain(&mut self, name: &'static str) -> String {
        let cell = self.column(name).and_then(|column| self.cells.get(column));
        if cell.is_some_and(|cell| cell.iter().any(|it| !matches!(it, Inline::Text(_)))) {
            let at = self.place(name);
            let hint = "去掉链接和加粗；条文和来源写在“依据”一列";
            self.notes.error(&at, "plain-sentence", format!("“{name}”里只写平常的话"), hint);
        }
        self.words(name)
    }
}

impl<'t> Record<'t> for GridRow<'_, 't> {
    fn notes(&mut self) -> &mut Notes<'t> {
        self.notes
    }

    fn text(&mut self, name: &'static str) -> Option<Spot> {
        let column = self.column(name)?;
        let range = self.places.get(column).cloned()?;
        let value = plain_text(self.cells.get(column)?).trim().to_owned();
        if value.is_empty() {
            empty(self.notes, self.keys, name, &range);
            return None;
        }
        Some(Spot { value, range })
    }
}

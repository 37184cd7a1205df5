//! The two tables of a script, in Markdown. Unlike those of running text, every cell knows its place.

use std::ops::Range;

use super::piece::Piece;
use crate::content::nearest::suggest;
use crate::content::notes::{Notes, Spot};
use crate::content::record::{Key, Record, find_key, short};

/// Reads each row of the table in a part of the file.
pub(super) fn read<'t>(
    notes: &mut Notes<'t>,
    part: Piece<'t>,
    keys: &'static [Key],
    mut row: impl FnMut(&mut Row<'_, 't>),
) {
    let mut headings: Option<Vec<Option<&'static Key>>> = None;
    for line in part.lines().filter(|line| !line.is_empty()) {
        let Some(cells) = cells(line) else {
            let hint = "表格的每一行以“|”开头；剧本写在“## 阶段 …”下面";
            let message = format!("表格里有不是表格的一行：“{}”", short(line.text));
            notes.error(&line.range(), "table-line", message, hint);
            continue;
        };
        let Some(columns) = &headings else {
            headings = Some(heading(notes, keys, line, &cells));
            continue;
        };
        if cells
            .iter()
            .all(|cell| cell.text.chars().all(|char| matches!(char, '-' | ':' | '：' | '－' | '—')))
        {
            continue;
        }
        if cells.len() != columns.len() {
            let message = format!("这一行有 {} 格，标题行有 {} 格", cells.len(), columns.len());
            let hint = "每格之间一个“|”；格子里要写竖线，写成 \\|";
            notes.error(&line.range(), "column-count", message, hint);
            // The cells stand in the wrong columns: what else there is to say about them would mislead.
            notes.quietly(|notes| row(&mut Row { notes, keys, columns, cells: &cells, line }));
            continue;
        }
        row(&mut Row { notes, keys, columns, cells: &cells, line });
    }
    if headings.is_none() && !part.is_empty() {
        let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
        let hint = format!("写一张表：| {} |", names.join(" | "));
        notes.error(&(part.at..part.at), "no-table", "这里应当有一张表", hint);
    }
}

/// The cells between the bars of a line.
fn cells(line: Piece<'_>) -> Option<Vec<Piece<'_>>> {
    const BARS: &[&str] = &["|", "｜"];
    let inner = line.after(BARS)?;
    let inner =
        if inner.text.ends_with("\\|") { inner } else { inner.before(BARS).unwrap_or(inner) };
    let mut cells = Vec::new();
    let mut start = 0;
    let mut escaped = false;
    for (at, char) in inner.text.char_indices() {
        if matches!(char, '|' | '｜') && !escaped {
            cells.push(Piece::trimmed(inner.text.get(start..at)?, inner.at + start));
            start = at + char.len_utf8();
        }
        escaped = char == '\\' && !escaped;
    }
    cells.push(Piece::trimmed(inner.text.get(start..)?, inner.at + start));
    Some(cells)
}

fn heading(
    notes: &mut Notes<'_>,
    keys: &'static [Key],
    line: Piece<'_>,
    cells: &[Piece<'_>],
) -> Vec<Option<&'static Key>> {
    let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
    let mut columns: Vec<Option<&'static Key>> = Vec::new();
    for cell in cells {
        let key = find_key(keys, cell.text);
        let twice = key.filter(|key| columns.iter().flatten().any(|it| it.name == key.name));
        if let Some(key) = twice {
            let message = format!("标题“{}”出现了两次", key.name);
            notes.error(&cell.range(), "duplicate-heading", message, "删去其中一列");
        } else if key.is_none() {
            let hint = format!("可以用的标题：{}", names.join("、"));
            let hint = suggest(cell.text, names.iter().copied(), &hint);
            let message = format!("不认得标题“{}”", short(cell.text));
            notes.error(&cell.range(), "unknown-heading", message, hint);
        }
        columns.push(key.filter(|_| twice.is_none()));
    }
    for key in keys.iter().filter(|key| key.required) {
        if !columns.iter().flatten().any(|found| found.name == key.name) {
            let message = format!("标题行缺少“{}”", key.name);
            let hint = format!("标题行应当有：{}", names.join("、"));
            notes.error(&line.range(), "missing-heading", message, hint);
        }
    }
    columns
}

/// A row of a table.
pub(super) struct Row<'n, 't> {
    notes: &'n mut Notes<'t>,
    keys: &'static [Key],
    columns: &'n [Option<&'static Key>],
    cells: &'n [Piece<'t>],
    line: Piece<'t>,
}

impl<'t> Row<'_, 't> {
    /// Where the whole row stands.
    pub(super) fn range(&self) -> Range<usize> {
        self.line.range()
    }

    /// A cell as it stands; none where it is empty. An empty one that has to be filled is reported.
    pub(super) fn cell(&mut self, name: &'static str) -> Option<Piece<'t>> {
        let column = self.columns.iter().position(|key| key.is_some_and(|key| key.name == name))?;
        let cell = *self.cells.get(column)?;
        if cell.is_empty() {
            if self.keys.iter().any(|key| key.name == name && key.required) {
                let message = format!("“{name}”是空的");
                let hint = format!("填上“{name}”");
                self.notes.error(&self.line.range(), "empty-cell", message, hint);
            }
            return None;
        }
        Some(cell)
    }

    /// The words of a cell, with links and terms.
    pub(super) fn inlines(&mut self, name: &'static str) -> Vec<crate::model::Inline> {
        let cell = self.cell(name);
        cell.map(|cell| super::words::read(self.notes, cell)).unwrap_or_default()
    }
}

impl<'t> Record<'t> for Row<'_, 't> {
    fn notes(&mut self) -> &mut Notes<'t> {
        self.notes
    }

    fn text(&mut self, name: &'static str) -> Option<Spot> {
        let cell = self.cell(name)?;
        Some(Spot { value: cell.text.to_owned(), range: cell.range() })
    }
}

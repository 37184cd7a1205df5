//! Tables in CSV, as spreadsheets save them: every cell knows its place.

use std::ops::Range;

use super::nearest::{nearest, suggest};
use super::notes::{Notes, Spot};
use super::record::{Key, Record, find_key, short};

const MOST_ROWS: usize = 200_000;
const MOST_CHARACTERS: usize = 20_000;

/// Reads each row that has something in it. Mistakes of the table itself are noted.
pub(super) fn read<'t>(
    notes: &mut Notes<'t>,
    keys: &'static [Key],
    mut row: impl FnMut(&mut Row<'_, 't>),
) {
    let source = notes.text.source.as_str();
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(source.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut cells = Vec::new();
    let mut columns: Option<Vec<Option<&'static Key>>> = None;
    let mut rows = 0;
    // The text is UTF-8 and rows may differ in length, so that the reader has nothing left to refuse.
    while reader.read_record(&mut record).unwrap_or(false) {
        let start = record.position().and_then(|at| usize::try_from(at.byte()).ok()).unwrap_or(0);
        let closed = places(source, start, &mut cells);
        let Some(headings) = &columns else {
            let found = heading(notes, keys, &record, &cells);
            if found.is_empty() {
                return;
            }
            columns = Some(found);
            continue;
        };
        if !closed {
            unclosed(notes, source, &cells);
        }
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        rows += 1;
        if rows > MOST_ROWS {
            let at = cells.first().cloned().unwrap_or(start..start);
            let message = format!("表格超过 {MOST_ROWS} 行，后面的没有读");
            notes.error(&at, "too-many-rows", message, "把表格拆小，或删去多余的空行");
            return;
        }
        let surplus = record.iter().skip(headings.len()).any(|cell| !cell.trim().is_empty());
        let whole = record.len() >= headings.len() && !surplus;
        if !whole && closed {
            let at =
                cells.get(headings.len().min(cells.len() - 1)).cloned().unwrap_or(start..start);
            notes.error(
                &at,
                "column-count",
                format!("这一行有 {} 格，标题行有 {} 格", record.len(), headings.len()),
                "检查这一行的逗号：文字里的英文逗号改成中文逗号“，”，或给整格加上英文双引号",
            );
        }
        let mut read = |notes: &mut Notes<'t>| {
            check_cells(notes, &record, &cells);
            row(&mut Row { notes, keys, headings, record: &record, cells: &cells });
        };
        if whole {
            read(notes);
        } else {
            // The cells stand in the wrong columns: what else there is to say about them would mislead.
            notes.quietly(read);
        }
    }
}

/// The keys of the heading row, column by column.
fn heading(
    notes: &mut Notes<'_>,
    keys: &'static [Key],
    record: &csv::StringRecord,
    cells: &[Range<usize>],
) -> Vec<Option<&'static Key>> {
    let first = cells.first().cloned().unwrap_or(0..0);
    let line = record.get(0).unwrap_or_default();
    if let (1, Some(found)) = (record.len(), line.chars().find(|char| "\t;；，、|".contains(*char)))
    {
        let found = if found == '\t' { "制表符".to_owned() } else { format!("“{found}”") };
        notes.error(
            &first,
            "wrong-separator",
            format!("标题行用{found}分隔，应当用英文逗号“,”"),
            "在 WPS 或 Excel 里另存为“CSV UTF-8（逗号分隔）”",
        );
        return Vec::new();
    }
    columns(notes, keys, record.iter().zip(cells), &first)
}

/// The keys that the cells of a heading row name. What is missing is reported at `first`.
pub(super) fn columns<'c>(
    notes: &mut Notes<'_>,
    keys: &'static [Key],
    cells: impl Iterator<Item = (&'c str, &'c Range<usize>)>,
    first: &Range<usize>,
) -> Vec<Option<&'static Key>> {
    let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
    let mut columns: Vec<Option<&'static Key>> = Vec::new();
    let mut meant = Vec::new();
    for (cell, range) in cells {
        let word = cell.trim().trim_end_matches(['*', '＊']);
        let key = find_key(keys, word);
        match key {
            Some(key) if columns.iter().flatten().any(|other| other.name == key.name) => {
                let message = format!("标题“{}”出现了两次", key.name);
                notes.error(range, "duplicate-heading", message, "删去其中一列");
                columns.push(None);
                continue;
            }
            None if !word.is_empty() => {
                let hint = format!("可以用的标题：{}", names.join("、"));
                let hint = suggest(word, names.iter().copied(), &hint);
                meant.extend(nearest(word, names.iter().copied()));
                let message = format!("不认得标题“{}”", short(word));
                notes.error(range, "unknown-heading", message, hint);
            }
            _ => {}
        }
        columns.push(key);
    }
    for key in keys.iter().filter(|key| key.required) {
        // Of a heading that is only misspelt, the misspelling is what is reported.
        let there = columns.iter().flatten().any(|found| found.name == key.name);
        if !there && !meant.contains(&key.name) {
            let hint = format!("标题行应当有：{}", names.join("、"));
            notes.error(first, "missing-heading", format!("标题行缺少“{}”", key.name), hint);
        }
    }
    columns
}

/// What no cell of any table may be.
fn check_cells(notes: &mut Notes<'_>, record: &csv::StringRecord, cells: &[Range<usize>]) {
    for (cell, range) in record.iter().zip(cells) {
        let cell = cell.trim();
        if cell.len() > MOST_CHARACTERS && cell.chars().count() > MOST_CHARACTERS {
            let message = format!("这一格超过 {MOST_CHARACTERS} 个字");
            notes.error(range, "cell-too-long", message, "长文字写到 Markdown 文件里");
        } else if is_scientific(cell) {
            notes.error(
                range,
                "spreadsheet-number",
                format!("“{cell}”是被表格软件改成科学记数的数字"),
                "把这一列的单元格格式设成“文本”，重新输入完整的数字",
            );
        } else if is_formula(cell) {
            notes.error(
                range,
                "formula-cell",
                format!("“{}”像公式，应当是文字或数字", short(cell)),
                "在表格软件里复制这一列，用“选择性粘贴 → 数值”贴回来",
            );
        }
    }
}

/// Whether a spreadsheet has turned a long number into `1.3E+10`.
fn is_scientific(cell: &str) -> bool {
    cell.split_once("E+").is_some_and(|(digits, power)| {
        digits.starts_with(|first: char| first.is_ascii_digit())
            && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && !power.is_empty()
            && power.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether a spreadsheet would calculate the cell instead of showing it.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '@'])
        || (cell.starts_with(['+', '-']) && cell.contains(['(', '!', '|', '=']))
}

/// Finds where the cells of the row at `start` stand, without quotes and surrounding blanks.
/// It parts a row as the CSV reader does. False where a quote is not closed.
fn places(source: &str, start: usize, cells: &mut Vec<Range<usize>>) -> bool {
    cells.clear();
    let bytes = source.as_bytes();
    let mut at = start;
    while matches!(bytes.get(at), Some(b'\r' | b'\n')) {
        at += 1;
    }
    let mut cell = at;
    let mut end = None;
    let mut quoted = false;
    let mut closed = true;
    loop {
        match bytes.get(at) {
            Some(b'"') if at == cell && !quoted => {
                (quoted, closed) = (true, false);
                at += 1;
                continue;
            }
            Some(b'"') if quoted && !closed => {
                if bytes.get(at + 1) == Some(&b'"') {
                    at += 1;
                } else {
                    closed = true;
                    end = Some(at);
                }
            }
            Some(b',') if closed => {
                cells.push(trimmed(source, cell + usize::from(quoted)..end.unwrap_or(at)));
                (cell, end, quoted) = (at + 1, None, false);
            }
            Some(b'\r' | b'\n') if closed => break,
            None => break,
            Some(_) => {}
        }
        at += 1;
    }
    cells.push(trimmed(source, cell + usize::from(quoted)..end.unwrap_or(at)));
    closed
}

fn trimmed(source: &str, range: Range<usize>) -> Range<usize> {
    let start = range.start.min(range.end);
    let cell = source.get(start..range.end).unwrap_or_default();
    let words = cell.trim();
    let lead = if words.is_empty() { 0 } else { cell.len() - cell.trim_start().len() };
    start + lead..start + lead + words.len()
}

fn unclosed(notes: &mut Notes<'_>, source: &str, cells: &[Range<usize>]) {
    let Some(last) = cells.last() else { return };
    let quote = source.get(..last.start).and_then(|before| before.rfind('"')).unwrap_or(last.start);
    notes.error(
        &(quote..quote + 1),
        "unclosed-quote",
        "这个英文双引号没有配对，后面的行都被当成了这一格",
        "在这一格末尾补上英文双引号，或把它改成中文引号“”",
    );
}

/// A row of a table.
pub(super) struct Row<'n, 't> {
    notes: &'n mut Notes<'t>,
    keys: &'static [Key],
    headings: &'n [Option<&'static Key>],
    record: &'n csv::StringRecord,
    cells: &'n [Range<usize>],
}

impl<'t> Record<'t> for Row<'_, 't> {
    fn notes(&mut self) -> &mut Notes<'t> {
        self.notes
    }

    fn text(&mut self, name: &'static str) -> Option<Spot> {
        // A column that is missing has been reported once, with the headings.
        let column =
            self.headings.iter().position(|key| key.is_some_and(|key| key.name == name))?;
        let range = self.cells.get(column).cloned()?;
        let value = self.record.get(column).unwrap_or_default().trim();
        if value.is_empty() {
            empty(self.notes, self.keys, name, &range);
            return None;
        }
        // Reported with the other cells; what it once said cannot be known.
        if is_scientific(value) || is_formula(value) {
            return None;
        }
        Some(Spot { value: value.to_owned(), range })
    }
}

/// Reports an empty cell that has to be filled.
pub(super) fn empty(notes: &mut Notes<'_>, keys: &[Key], name: &str, at: &Range<usize>) {
    if keys.iter().any(|key| key.name == name && key.required) {
        let hint = format!("填上“{name}”；确实不知道的，这一行先不要发布");
        notes.error(at, "empty-cell", format!("“{name}”是空的"), hint);
    }
}

/// Whether no earlier row of the table has the id; reported where one has.
pub(super) fn unique(
    row: &mut Row<'_, '_>,
    id: &Spot,
    seen: &mut std::collections::HashSet<String>,
    name: &str,
) -> bool {
    let new = seen.insert(id.value.clone());
    if !new {
        let message = format!("{name}“{}”在前面已经有了", short(&id.value));
        row.notes().error(&id.range, "duplicate-id", message, "删去重复的一行，或换一个");
    }
    new
}

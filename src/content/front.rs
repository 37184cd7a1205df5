//! Front matter: the lines between two `---` at the beginning of a file, and the fields in them.

use std::ops::Range;

use super::colon;
use super::nearest::{nearest, suggest};
use super::notes::{Notes, Spot};
use super::record::{Key, Record, find_key, short};
use super::yaml::{self, Node, Value};
use crate::model::Kind;

/// Where the two halves of a Markdown file stand.
#[derive(Debug)]
pub(super) struct Halves {
    /// The lines between the `---`; none where they are missing.
    pub(super) front: Option<Range<usize>>,
    /// What follows.
    pub(super) body: Range<usize>,
}

/// Parts a file at its `---` lines.
pub(super) fn split(notes: &mut Notes<'_>) -> Halves {
    const HINT: &str = "文件第一行写三个英文减号“---”，下面写“标题: …”，最后再写一行“---”";
    let source = notes.text.source.as_str();
    let lead = source.len() - source.trim_start().len();
    let opening = line_end(source, lead);
    if !is_fence(source.get(lead..opening).unwrap_or_default()) {
        let end = lead + source.get(lead..opening).unwrap_or_default().trim_end().len();
        notes.error(&(lead..end), "no-front-matter", "文件开头应当是“---”，下面写标题等内容", HINT);
        return Halves { front: None, body: lead..source.len() };
    }
    let start = (opening + 1).min(source.len());
    let mut line = start;
    while line < source.len() {
        let end = line_end(source, line);
        if is_fence(source.get(line..end).unwrap_or_default()) {
            return Halves {
                front: Some(start..line),
                body: (end + 1).min(source.len())..source.len(),
            };
        }
        line = end + 1;
    }
    notes.error(
        &(lead..opening),
        "unclosed-front-matter",
        "开头的“---”没有第二个“---”来结束",
        HINT,
    );
    Halves { front: None, body: source.len()..source.len() }
}

/// The fields of front matter, or of a file that is YAML as a whole.
pub(super) fn fields<'n, 't>(
    notes: &'n mut Notes<'t>,
    range: Range<usize>,
    keys: &'static [Key],
) -> Fields<'n, 't> {
    let written = notes.text.source.get(range.clone()).unwrap_or_default();
    let mended = colon::mend(notes, written, range.start, keys);
    // Missing fields are reported at the line before the fields: the opening `---`.
    let before = notes.text.source.get(..range.start).unwrap_or_default().trim_end();
    let at = before.rfind('\n').map_or(0, |end| end + 1)..before.len();
    match yaml::parse(notes, &mended, range.start) {
        Some(node) => Fields::new(notes, node, keys, at),
        None => Fields { notes, entries: Vec::new() },
    }
}

fn line_end(source: &str, from: usize) -> usize {
    source.get(from..).and_then(|rest| rest.find('\n')).map_or(source.len(), |at| from + at)
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

/// The fields of one map. What is unknown, twice there or missing is reported when it is made.
pub(super) struct Fields<'n, 't> {
    notes: &'n mut Notes<'t>,
    entries: Vec<(&'static str, Range<usize>, Node)>,
}

impl<'n, 't> Fields<'n, 't> {
    /// Takes a map apart; `at` is where missing keys are reported.
    pub(super) fn new(
        notes: &'n mut Notes<'t>,
        node: Node,
        keys: &'static [Key],
        at: Range<usize>,
    ) -> Self {
        let mut entries: Vec<(&'static str, Range<usize>, Node)> = Vec::new();
        let map = match node.value {
            Value::Map(map) => map,
            Value::Nothing => Vec::new(),
            Value::Words(_) | Value::List(_) => {
                notes.error(
                    &node.range,
                    "wrong-type",
                    "这里应当是一行一个“键: 值”",
                    "例如：标题: 关于我们",
                );
                return Self { notes, entries };
            }
        };
        let mut meant = Vec::new();
        for (key, value) in map {
            let Value::Words(word) = &key.value else {
                notes.error(&key.range, "unknown-key", "键应当是文字", known(keys));
                continue;
            };
            let Some(found) = find_key(keys, word) else {
                let names = keys.iter().map(|key| key.name);
                meant.extend(nearest(word, names.clone()));
                let message = format!("不认得“{}”这个键", short(word));
                notes.error(&key.range, "unknown-key", message, suggest(word, names, &known(keys)));
                continue;
            };
            if entries.iter().any(|(name, ..)| *name == found.name) {
                let message = format!("“{}”写了两次", found.name);
                notes.error(&key.range, "duplicate-key", message, "只留一个");
                continue;
            }
            entries.push((found.name, key.range, value));
        }
        for key in keys.iter().filter(|key| key.required) {
            // Of a key that is only misspelt, the misspelling is what is reported.
            let there = entries.iter().any(|(name, ..)| *name == key.name);
            if !there && !meant.contains(&key.name) {
                let hint = format!("加一行“{}: …”", key.name);
                notes.error(&at, "missing-field", format!("缺少“{}”", key.name), hint);
            }
        }
        for (name, range, node) in &entries {
            let required = keys.iter().any(|key| key.name == *name && key.required);
            if required && is_blank(&node.value) {
                let message = format!("“{name}”是空的，应当有内容");
                notes.error(range, "missing-field", message, "在冒号后面写上内容");
            }
        }
        Self { notes, entries }
    }

    /// Takes a field out.
    pub(super) fn take(&mut self, name: &str) -> Option<(Range<usize>, Node)> {
        let index = self.entries.iter().position(|(found, ..)| *found == name)?;
        let (_, key, node) = self.entries.swap_remove(index);
        Some((key, node))
    }

    /// The words of a list. A single value counts as a list of one.
    pub(super) fn list(&mut self, name: &'static str) -> Vec<Spot> {
        let items = match self.take(name) {
            Some((_, Node { value: Value::List(items), .. })) => items,
            Some((_, Node { value: Value::Nothing, .. })) | None => Vec::new(),
            Some((_, node)) => vec![node],
        };
        items.into_iter().filter_map(|item| self.spot(name, item)).collect()
    }

    /// The ids of a list, each of which has to exist.
    pub(super) fn references(&mut self, name: &'static str, kind: Kind) -> Vec<String> {
        let mut ids = Vec::new();
        for spot in self.list(name) {
            self.notes.mention_content(spot.range, kind, &spot.value);
            ids.push(spot.value);
        }
        ids
    }

    /// The id of one piece of content.
    pub(super) fn reference(&mut self, name: &'static str, kind: Kind) -> Option<String> {
        let spot = self.text(name)?;
        self.notes.mention_content(spot.range, kind, &spot.value);
        Some(spot.value)
    }

    /// The maps of a list, one after the other.
    pub(super) fn maps(
        &mut self,
        name: &'static str,
        keys: &'static [Key],
        mut read: impl FnMut(&mut Fields<'_, 't>),
    ) {
        let Some((key, node)) = self.take(name) else { return };
        let items = match node.value {
            Value::List(items) => items,
            Value::Nothing => return,
            Value::Words(_) | Value::Map(_) => {
                let hint = "每一项另起一行，以“- ”开头";
                self.notes.error(&key, "wrong-type", format!("“{name}”应当是一个列表"), hint);
                return;
            }
        };
        for item in items {
            let at = item.range.clone();
            read(&mut Fields::new(self.notes, item, keys, at));
        }
    }

    /// A map inside the map.
    pub(super) fn map(
        &mut self,
        name: &'static str,
        keys: &'static [Key],
        read: impl FnOnce(&mut Fields<'_, 't>),
    ) {
        if let Some((key, node)) = self.take(name) {
            read(&mut Fields::new(self.notes, node, keys, key));
        }
    }

    fn spot(&mut self, name: &str, node: Node) -> Option<Spot> {
        match node.value {
            Value::Words(words) => {
                let trimmed = words.trim();
                if trimmed.is_empty() {
                    return None;
                }
                let value = if trimmed.len() == words.len() { words } else { trimmed.to_owned() };
                Some(Spot { value, range: node.range })
            }
            Value::Nothing => None,
            Value::List(_) | Value::Map(_) => {
                let message = format!("“{name}”应当是一段文字，这里是列表或多个键");
                let hint = format!("写成一行“{name}: …”；值以“[”“{{”开头时给它加上英文双引号");
                self.notes.error(&node.range, "wrong-type", message, hint);
                None
            }
        }
    }
}

impl<'t> Record<'t> for Fields<'_, 't> {
    fn notes(&mut self) -> &mut Notes<'t> {
        self.notes
    }

    fn text(&mut self, name: &'static str) -> Option<Spot> {
        let (_, node) = self.take(name)?;
        self.spot(name, node)
    }
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Nothing => true,
        Value::Words(words) => words.trim().is_empty(),
        Value::List(items) => items.is_empty(),
        Value::Map(_) => false,
    }
}

fn known(keys: &[Key]) -> String {
    let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
    format!("可以写：{}", names.join("、"))
}

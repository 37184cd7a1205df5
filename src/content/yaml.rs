//! YAML as a tree in which every value knows its place, so that all mistakes of a file are reported in one run.
//!
//! Anchors, aliases, merge keys and tags are refused: editors have no use for them, and bombs are made of them.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_saphyr::options::{DuplicateKeyPolicy, MergeKeyPolicy, NonFiniteFloatPolicy};
use serde_saphyr::{Location, Spanned};

use super::colon::Mended;
use super::notes::Notes;

/// A value and where it stands in the file, in bytes.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) range: Range<usize>,
    pub(super) value: Value,
}

/// What a value is. Numbers, booleans and dates are the words that the editor wrote.
#[derive(Debug)]
pub(super) enum Value {
    Nothing,
    Words(String),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
}

/// Parses what begins at `start` in the file. What is wrong with its syntax is noted.
pub(super) fn parse(notes: &mut Notes<'_>, mended: &Mended, start: usize) -> Option<Node> {
    let yaml = mended.yaml.as_str();
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_anchors: 0,
            max_aliases: 0,
            max_depth: 16,
            flow_nesting_limit: 16,
            max_nodes: 20_000,
        },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::Error,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
        reject_unsupported_tags: true,
        ignore_binary_tag_for_string: true,
    };
    match serde_saphyr::from_str_with_options::<Spanned<Raw>>(yaml, options) {
        Ok(raw) => Some(Tree { mended, start }.node(raw)),
        Err(error) => {
            let (mut code, mut message, mut hint) = explain(error.without_snippet());
            let mut at = error.location().and_then(|location| place(yaml, &location));
            if code == "yaml-syntax"
                && let Some(quote) = open_quote(yaml)
            {
                at = Some(quote);
                message = "这个英文引号没有配对";
                hint = "在值的末尾补上同样的引号，或改用中文引号“”";
            } else if code == "yaml-syntax" && error.to_string().contains("recursion limit") {
                (code, message, hint) = TOO_DEEP;
            }
            // An error at the very end is shown on the last line that says something.
            let at = start + mended.original(at.unwrap_or(yaml.len()).min(yaml.trim_end().len()));
            notes.error(&(at..at), code, message, hint);
            None
        }
    }
}

const TOO_DEEP: (&str, &str, &str) = (
    "yaml-limit",
    "这里用了锚点、引用或过深的嵌套，不接受",
    "每一项直接写成“键: 值”，不用“&”“*”“<<”",
);

/// Where a quote begins that does not end on its line. Values over several lines need none.
fn open_quote(yaml: &str) -> Option<usize> {
    let mut start = 0;
    for line in yaml.split_inclusive('\n') {
        let value = line.find(": ").map_or(0, |colon| colon + 2);
        let rest = line.get(value..).unwrap_or_default();
        let lead = rest.len() - rest.trim_start().len();
        let rest = rest.trim();
        for quote in ['"', '\''] {
            if rest.strip_prefix(quote).is_some_and(|words| !words.contains(quote)) {
                return Some(start + value + lead);
            }
        }
        start += line.len();
    }
    None
}

/// The byte that a location names, by its span or by its line and column.
fn place(yaml: &str, location: &Location) -> Option<usize> {
    if let Some(range) = bytes(location) {
        return Some(range.start);
    }
    let line = usize::try_from(location.line()).ok()?.checked_sub(1)?;
    let column = usize::try_from(location.column()).ok()?.saturating_sub(1);
    let start: usize = yaml.split_inclusive('\n').take(line).map(str::len).sum();
    let rest = yaml.get(start..)?;
    Some(start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at))
}

/// What an editor has to know about an error of the parser.
fn explain(error: &serde_saphyr::Error) -> (&'static str, &'static str, &'static str) {
    use serde_saphyr::Error;
    match error {
        Error::Budget { .. } | Error::MergeKeyNotAllowed { .. } | Error::UnknownAnchor { .. } => {
            TOO_DEEP
        }
        Error::UnsupportedTag { .. } | Error::TaggedScalarCannotDeserializeIntoString { .. } => (
            "yaml-limit",
            "这里用了“!”开头的标记，不接受",
            "去掉标记；文字里确实有“!”时，给整个值加上英文双引号",
        ),
        Error::MultipleDocuments { .. } => {
            ("yaml-syntax", "这里又出现了“---”，一个文件只能有一份设置", "去掉多余的“---”")
        }
        _ => (
            "yaml-syntax",
            "从这里起看不懂，应当是“键: 值”",
            "检查：冒号是不是英文的、后面有没有空格；引号和方括号是不是成对；同一层的行首是不是对齐；值里有“: ”“#”时给值加上英文双引号",
        ),
    }
}

/// The parser's own view, before the words that it typed away are read back from the source.
enum Raw {
    Nothing,
    Words(String),
    Typed,
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<Raw>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("YAML")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Nothing)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_str<E>(self, words: &str) -> Result<Raw, E> {
        Ok(Raw::Words(words.to_owned()))
    }

    fn visit_string<E>(self, words: String) -> Result<Raw, E> {
        Ok(Raw::Words(words))
    }

    fn visit_bytes<E: serde::de::Error>(self, _: &[u8]) -> Result<Raw, E> {
        Err(E::custom("binary"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        const MOST: usize = 20_000;
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            if map.len() == MOST {
                return Err(A::Error::custom("too many keys"));
            }
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}

/// Puts the nodes at their places in the file.
struct Tree<'m> {
    mended: &'m Mended,
    start: usize,
}

impl Tree<'_> {
    fn node(&self, raw: Spanned<Raw>) -> Node {
        let found = bytes(&raw.referenced).unwrap_or(0..0);
        let written = self.mended.yaml.get(found.clone()).unwrap_or_default();
        // A span may take in the blanks and the line end behind a value.
        let words = written.trim();
        let lead = if words.is_empty() { 0 } else { written.len() - written.trim_start().len() };
        let first = found.start + lead;
        let place = |at: usize| self.start + self.mended.original(at);
        let value = match raw.value {
            Raw::Nothing => Value::Nothing,
            Raw::Words(words) => Value::Words(words),
            Raw::Typed => Value::Words(words.to_owned()),
            Raw::List(items) => {
                Value::List(items.into_iter().map(|item| self.node(item)).collect())
            }
            Raw::Map(entries) => Value::Map(
                entries
                    .into_iter()
                    .map(|(key, value)| (self.node(key), self.node(value)))
                    .collect(),
            ),
        };
        let range = match &value {
            Value::List(items) => items.first().map(|item| item.range.clone()),
            Value::Map(entries) => entries.first().map(|(key, _)| key.range.clone()),
            Value::Nothing | Value::Words(_) => None,
        };
        Node { range: range.unwrap_or(place(first)..place(first + words.len())), value }
    }
}

fn bytes(location: &Location) -> Option<Range<usize>> {
    let span = location.span();
    let start = usize::try_from(span.byte_offset()?).ok()?;
    let length = usize::try_from(span.byte_len()?).ok()?;
    Some(start..start.checked_add(length)?)
}

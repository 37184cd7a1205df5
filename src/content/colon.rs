//! The colon after a key, which editors write in the Chinese way or without a blank.
//! It is reported and mended, so that the other mistakes of the file are found in the same run.

use super::notes::Notes;
use super::record::{Key, find_key, short};

/// YAML that can be parsed, and the way back to the places of what was written.
#[derive(Debug)]
pub(super) struct Mended {
    pub(super) yaml: String,
    /// Where a blank was put in.
    blanks: Vec<usize>,
}

impl Mended {
    /// The place in the written text.
    pub(super) fn original(&self, place: usize) -> usize {
        place - self.blanks.partition_point(|blank| *blank < place)
    }
}

/// Mends `标题：家` and `标题:家` in what is written from `start` on.
pub(super) fn mend(
    notes: &mut Notes<'_>,
    written: &str,
    start: usize,
    keys: &'static [Key],
) -> Mended {
    let mut mended = Mended { yaml: String::with_capacity(written.len()), blanks: Vec::new() };
    let mut place = start;
    for line in written.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().trim_start_matches("- ").trim_start().len();
        let (lead, rest) = line.split_at(indent);
        let (word, after) = rest.split_once(['：', ':']).unwrap_or((rest, ""));
        let colon = rest.get(word.len()..rest.len() - after.len()).unwrap_or_default();
        let at = place + indent + word.len();
        let is_key = find_key(keys, word.trim_end()).is_some();
        // At the first column there is nothing but keys, known or not.
        let is_first = indent == 0 && !word.is_empty() && !word.starts_with(['#', '"', '\'']);
        mended.yaml.push_str(lead);
        mended.yaml.push_str(word);
        if colon == "：" && (is_key || is_first) {
            notes.error(
                &(at..at + colon.len()),
                "full-width-colon",
                format!("“{}”后面是中文冒号“：”，应当是英文冒号加空格“: ”", short(word)),
                format!("改成“{}: {}”", short(word), short(after.trim())),
            );
            // As many bytes as the Chinese colon has.
            mended.yaml.push_str(":  ");
        } else if colon == ":" && is_key && after.starts_with(|next: char| !next.is_whitespace()) {
            notes.error(
                &(at..at + colon.len()),
                "missing-space",
                format!("“{word}:”后面少了一个空格"),
                format!("改成“{word}: {}”", short(after.trim())),
            );
            mended.yaml.push(':');
            mended.blanks.push(mended.yaml.len());
            mended.yaml.push(' ');
        } else {
            mended.yaml.push_str(colon);
        }
        mended.yaml.push_str(after);
        place += line.len();
    }
    mended
}

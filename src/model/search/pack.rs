//! Our own compression for the texts of pages. A table of the whole corpus holds its characters and its most frequent
//! phrases; a text is a row of numbers of that table, with copies of what stood before.
//!
//! One byte names one of the most frequent entries, two bytes any other; how many bytes begin two of them follows from the
//! size of the table. The table knows the corpus, which a text of a few thousand characters cannot: so it becomes smaller
//! than a general compressor makes it.

use super::bytes::{Broken, Bytes};

#[cfg(feature = "ssr")]
pub(super) mod write;

/// The byte before a copy.
pub(super) const COPY: u8 = 255;
/// How many entries a table may hold.
#[cfg(feature = "ssr")]
pub(super) const MOST: usize = 64 * 256;
/// The fewest entries that a copy replaces.
pub(super) const LEAST_COPY: usize = 4;
/// No text of the index is longer, in bytes: a file that promises more is broken.
const LONGEST: usize = 4_000_000;

/// The table of a corpus.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// All entries after each other: the characters, then the phrases.
    text: String,
    /// Where each entry ends.
    ends: Vec<usize>,
    /// The entries that one byte names.
    pub(super) short: Vec<u32>,
}

impl Table {
    /// Reads a table: the characters in order, each phrase as two entries before it, the entries of one byte.
    pub(super) fn read(bytes: &mut Bytes<'_>) -> Result<Self, Broken> {
        let mut table = Self::default();
        let mut last = 0_u32;
        for _ in 0..bytes.count()? {
            last = last.checked_add(bytes.number()?).ok_or(Broken)?;
            table.push(char::from_u32(last).ok_or(Broken)?.encode_utf8(&mut [0; 4]));
        }
        for _ in 0..bytes.count()? {
            let (one, other) = (bytes.number()?, bytes.number()?);
            let phrase = [table.entry(one)?, table.entry(other)?].concat();
            if table.text.len() + phrase.len() > LONGEST {
                return Err(Broken);
            }
            table.push(&phrase);
        }
        table.short = bytes.list(Bytes::number)?;
        Ok(table)
    }

    /// Appends an entry.
    pub(super) fn push(&mut self, entry: &str) {
        self.text.push_str(entry);
        self.ends.push(self.text.len());
    }

    /// An entry by its number.
    pub(super) fn entry(&self, number: u32) -> Result<&str, Broken> {
        let number = usize::try_from(number).map_err(|_| Broken)?;
        let end = *self.ends.get(number).ok_or(Broken)?;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before));
        self.text.get(start.copied().unwrap_or(0)..end).ok_or(Broken)
    }

    /// How many entries are named by one byte: those that are not needed to begin the name of any other.
    pub(super) fn short_names(&self) -> u8 {
        u8::try_from(self.ends.len() / 256 + 1).map_or(0, |long| COPY.saturating_sub(long))
    }

    /// How many entries it has.
    #[cfg(feature = "ssr")]
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of these bytes.
    pub(super) fn unpack(&self, mut bytes: Bytes<'_>) -> Result<String, Broken> {
        let mut entries: Vec<u32> = Vec::new();
        let long = self.short_names();
        while !bytes.is_empty() {
            match bytes.byte()? {
                COPY => {
                    let back = usize::try_from(bytes.number()?).map_err(|_| Broken)?;
                    let many = usize::from(bytes.byte()?) + LEAST_COPY;
                    let from = entries.len().checked_sub(back).ok_or(Broken)?;
                    for at in from..from + many {
                        let entry = *entries.get(at).ok_or(Broken)?;
                        entries.push(entry);
                    }
                }
                high if high >= long => {
                    let low = u32::from(bytes.byte()?);
                    entries.push(u32::from(high - long) * 256 + low);
                }
                short => entries.push(*self.short.get(usize::from(short)).ok_or(Broken)?),
            }
            if entries.len() > LONGEST {
                return Err(Broken);
            }
        }
        let mut text = String::with_capacity(entries.len() * 6);
        for entry in entries {
            text.push_str(self.entry(entry)?);
            if text.len() > LONGEST {
                return Err(Broken);
            }
        }
        Ok(text)
    }
}

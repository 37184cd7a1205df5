//! Which pages hold a character, or two characters side by side: the postings, in files by a hash of the characters.

use super::bits::{Bits, width};
use super::bytes::{Broken, open};
use super::candidate::once_each;

/// One folded character, or two side by side within a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gram {
    first: char,
    second: Option<char>,
}

/// Where on a page something stands, the least telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Field {
    /// In its text.
    Text,
    /// In its text, [`OFTEN`] times or more.
    Often,
    /// In a heading.
    Heading,
    /// In its title.
    Title,
}

/// From how many times on a page speaks of something often.
#[cfg(feature = "ssr")]
pub(super) const OFTEN: usize = 3;

/// A page that holds something, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posting {
    /// The number of the page.
    pub(super) page: u32,
    /// The most telling place where it stands.
    pub(super) field: Field,
}

impl Field {
    /// All of them, by their number in postings.
    const ALL: [Self; 4] = [Self::Text, Self::Often, Self::Heading, Self::Title];

    /// The number of the last.
    pub(super) const LAST: u32 = 3;

    pub(super) const fn of(number: u32) -> Self {
        Self::ALL[(number & 3) as usize]
    }
}

impl Gram {
    pub(super) const fn one(first: char) -> Self {
        Self { first, second: None }
    }

    pub(super) const fn two(first: char, second: char) -> Self {
        Self { first, second: Some(second) }
    }

    /// The grams that a page must have to hold these characters one after another.
    pub(super) fn of(folded: &[char]) -> Vec<Self> {
        if let [one] = folded {
            return vec![Self::one(*one)];
        }
        let mut grams = Vec::new();
        for pair in folded.windows(2) {
            if let [one, other] = pair {
                grams.push(Self::two(*one, *other));
            }
        }
        once_each(grams)
    }

    /// Which of `1 << bits` files tells of it.
    pub(super) fn file(self, bits: u32) -> u32 {
        let second = self.second.map_or(0, u32::from);
        let mixed = (u32::from(self.first) ^ second.rotate_left(15)).wrapping_mul(0x9e37_79b1);
        let mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x85eb_ca77);
        if bits == 0 { 0 } else { mixed >> (32 - bits.min(32)) }
    }

    /// As a number that sorts as the grams of a file are sorted.
    const fn number(self) -> (u32, u32) {
        // No text holds U+0000, so it stands for nothing.
        (
            self.first as u32,
            match self.second {
                Some(second) => second as u32,
                None => 0,
            },
        )
    }
}

/// The postings of one file.
#[derive(Clone, Debug)]
pub(super) struct Grams(Vec<((u32, u32), Vec<Posting>)>);

impl Grams {
    /// Reads a file of an index of so many pages: how often each gram is held, then by which pages.
    pub(super) fn read(file: &[u8], stamp: u32, pages: u32) -> Result<Self, Broken> {
        let (_, mut bytes) = open(file, Some(stamp))?;
        let mut first = 0_u32;
        let counts = bytes.list(|bytes| {
            first = first.checked_add(bytes.number()?).ok_or(Broken)?;
            Ok(((first, bytes.number()?), bytes.number()?))
        })?;
        let mut bits = Bits::new(bytes.0);
        let mut grams = Vec::new();
        for (gram, count) in counts {
            let width = width(pages, count);
            let mut next = 0_u32;
            let mut postings = Vec::new();
            for _ in 0..count {
                let page = next.checked_add(bits.gap(width)?).ok_or(Broken)?;
                next = page.checked_add(1).ok_or(Broken)?;
                postings.push(Posting { page, field: Field::of(bits.ones(Field::LAST)?) });
            }
            grams.push((gram, postings));
        }
        Ok(Self(grams))
    }

    /// Who holds a gram.
    pub(super) fn postings(&self, gram: Gram) -> &[Posting] {
        let found = self.0.binary_search_by_key(&gram.number(), |it| it.0).ok();
        found.and_then(|at| self.0.get(at)).map_or(&[], |it| &it.1)
    }
}

/// Writing the files.
#[cfg(feature = "ssr")]
pub(super) mod write {
    use super::super::bits::{Writer, width};
    use super::super::bytes::{push_count, push_number};
    use super::{Field, Gram, OFTEN};

    /// A gram, a page and a field in one number, which sorts by gram, then by page.
    ///
    /// A character takes 21 bits, a page 20, a field 2: so there may be a million pages.
    pub(in crate::model::search) type Entry = u64;

    const PAGE_BITS: u32 = 20;

    /// The entries of one page: of its blocks of folded text, each with the field that it is.
    pub(in crate::model::search) fn entries<'a>(
        page: u32,
        blocks: impl Iterator<Item = (Field, &'a [char])>,
    ) -> Vec<Entry> {
        let mut found: Vec<u64> = Vec::new();
        for (field, block) in blocks {
            for (at, first) in block.iter().enumerate() {
                let first = u64::from(u32::from(*first)) << 21;
                found.push((first << 2) | field as u64);
                if let Some(second) = block.get(at + 1) {
                    found.push(((first | u64::from(u32::from(*second))) << 2) | field as u64);
                }
            }
        }
        found.sort_unstable();
        let grams = found.chunk_by(|one, other| one >> 2 == other >> 2);
        let entries = grams.map(|gram| {
            let last = gram.last().copied().unwrap_or(0);
            let often = last & 3 == Field::Text as u64 && gram.len() >= OFTEN;
            let field = if often { Field::Often as u64 } else { last & 3 };
            ((last >> 2) << (PAGE_BITS + 2)) | (u64::from(page) << 2) | field
        });
        entries.collect()
    }

    /// Which file an entry belongs to.
    pub(in crate::model::search) fn file_of(entry: Entry, bits: u32) -> usize {
        let (first, second) = characters(entry);
        let gram = Gram {
            first: char::from_u32(first).unwrap_or('\0'),
            second: char::from_u32(second).filter(|it| *it != '\0'),
        };
        gram.file(bits) as usize
    }

    /// The lowest bits of a number.
    fn low(number: u64, bits: u32) -> u32 {
        u32::try_from(number & ((1 << bits) - 1)).unwrap_or(0)
    }

    fn characters(entry: Entry) -> (u32, u32) {
        (low(entry >> 43, 21), low(entry >> 22, 21))
    }

    /// What is in a file with these entries, of an index of so many pages.
    pub(in crate::model::search) fn file(mut entries: Vec<Entry>, pages: u32) -> Vec<u8> {
        entries.sort_unstable();
        let grams: Vec<&[Entry]> =
            entries.chunk_by(|one, other| one >> 22 == other >> 22).collect();
        let mut bytes = Vec::new();
        push_count(&mut bytes, grams.len());
        let mut last = 0;
        let mut bits = Writer::default();
        for gram in grams {
            let (first, second) = gram.first().map_or((0, 0), |entry| characters(*entry));
            push_number(&mut bytes, first - last);
            push_number(&mut bytes, second);
            push_count(&mut bytes, gram.len());
            last = first;
            let width = width(pages, u32::try_from(gram.len()).unwrap_or(u32::MAX));
            let mut next = 0;
            for entry in gram {
                let page = low(*entry >> 2, PAGE_BITS);
                bits.gap(page - next, width);
                bits.ones(low(*entry, 2), Field::LAST);
                next = page + 1;
            }
        }
        bytes.extend(bits.bytes);
        bytes
    }
}

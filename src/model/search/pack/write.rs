//! Writing what [`super::Table`] reads: which phrases a corpus repeats, and a text in their numbers.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::super::bytes::{push_count, push_number};
use super::{COPY, LEAST_COPY, MOST, Table};

/// How many phrases a table holds. More make the texts smaller and the table, which every first query fetches, larger.
const PHRASES: usize = 1_600;
/// How many are found in each round.
const A_ROUND: usize = 200;
/// No phrase is longer, in characters.
const LONGEST: usize = 12;
/// How many runs of entries are remembered at a time: 2 to the power of this. Most texts have fewer.
const RUN_BITS: u32 = 12;
/// A pair that is rarer is not worth an entry.
const RARE: u32 = 8;

/// Packs texts.
#[derive(Debug)]
pub(in crate::model::search) struct Packer {
    /// What the reader will have.
    table: Table,
    /// The two entries of each phrase.
    pairs: Vec<(u32, u32)>,
    /// For each character the entries that begin with it, the longest first: the bytes after the character, the number.
    by_first: Vec<Vec<(Box<[u8]>, u32)>>,
    /// The byte of each entry that has one.
    short: Vec<Option<u8>>,
}

impl Packer {
    /// A packer for texts of these characters, of which the sample is some.
    pub(in crate::model::search) fn new(characters: &[char], sample: &[String]) -> Self {
        let mut table = Table::default();
        let mut number_of = HashMap::new();
        for (number, character) in (0..).zip(characters.iter().take(MOST - PHRASES)) {
            table.push(character.encode_utf8(&mut [0; 4]));
            number_of.insert(*character, number);
        }
        let row = |text: &String| -> Vec<u32> {
            text.chars().filter_map(|it| number_of.get(&it).copied()).collect()
        };
        let mut rows: Vec<Vec<u32>> = sample.iter().map(row).collect();
        let mut pairs = Vec::new();
        while pairs.len() < PHRASES {
            let found = frequent_pairs(&rows, &table, PHRASES - pairs.len());
            if found.is_empty() {
                break;
            }
            let mut numbers = HashMap::new();
            for (one, other) in found {
                let phrase = [entry(&table, one), entry(&table, other)].concat();
                numbers.insert((one, other), u32::try_from(table.len()).unwrap_or(u32::MAX));
                table.push(&phrase);
                pairs.push((one, other));
            }
            for row in &mut rows {
                *row = merged(row, &numbers);
            }
        }
        let mut packer = Self { table, pairs, by_first: Vec::new(), short: Vec::new() };
        packer.sort();
        packer.choose_short(&rows);
        packer
    }

    /// The entries by their first character, so that the longest that fits is found first.
    fn sort(&mut self) {
        for number in 0..u32::try_from(self.table.len()).unwrap_or(u32::MAX) {
            let mut characters = entry(&self.table, number).chars();
            if let Some(first) = characters.next() {
                let first = first as usize;
                self.by_first.resize_with(self.by_first.len().max(first + 1), Vec::new);
                if let Some(entries) = self.by_first.get_mut(first) {
                    entries.push((characters.as_str().as_bytes().into(), number));
                }
            }
        }
        for entries in &mut self.by_first {
            entries.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
    }

    /// One byte for the most frequent entries of the sample.
    fn choose_short(&mut self, rows: &[Vec<u32>]) {
        let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
        for number in rows.iter().flatten() {
            *counts.entry(*number).or_default() += 1;
        }
        let mut frequent: Vec<(u32, u32)> = counts.into_iter().collect();
        frequent.sort_by_key(|(number, count)| (std::cmp::Reverse(*count), *number));
        let names = usize::from(self.table.short_names());
        self.table.short = frequent.iter().take(names).map(|it| it.0).collect();
        self.short = vec![None; self.table.len()];
        for (number, byte) in self.table.short.iter().zip(0..) {
            if let Some(short) = self.short.get_mut(*number as usize) {
                *short = Some(byte);
            }
        }
    }

    /// The table, as [`Table::read`] reads it.
    pub(in crate::model::search) fn write_table(&self, bytes: &mut Vec<u8>) {
        let singles = self.table.len() - self.pairs.len();
        push_count(bytes, singles);
        let mut last = 0;
        for number in 0..u32::try_from(singles).unwrap_or(u32::MAX) {
            let character = entry(&self.table, number).chars().next().map_or(0, u32::from);
            push_number(bytes, character - last);
            last = character;
        }
        push_count(bytes, self.pairs.len());
        for (one, other) in &self.pairs {
            push_number(bytes, *one);
            push_number(bytes, *other);
        }
        push_count(bytes, self.table.short.len());
        for number in &self.table.short {
            push_number(bytes, *number);
        }
    }

    /// A text, packed. A character that the table lacks is left out: there is none in a text that it was made for, as
    /// long as the corpus has fewer kinds of characters than a table has entries.
    pub(in crate::model::search) fn pack(&self, text: &str) -> Vec<u8> {
        let entries = self.entries(text);
        let mut bytes = Vec::with_capacity(entries.len() * 2);
        // Where a run of LEAST_COPY entries with this hash last began.
        let mut seen = vec![None; 1 << RUN_BITS];
        let mut at = 0;
        while let Some(number) = entries.get(at) {
            let run = entries.get(at..at + LEAST_COPY);
            let before = run.and_then(|run| seen.get_mut(slot(run))?.replace(at));
            let alike = before.map_or(0, |from| {
                let most = LEAST_COPY + usize::from(u8::MAX);
                entries[from..]
                    .iter()
                    .zip(&entries[at..])
                    .take(most)
                    .take_while(|(a, b)| a == b)
                    .count()
            });
            if let Some(from) = before.filter(|_| alike >= LEAST_COPY) {
                bytes.push(COPY);
                push_count(&mut bytes, at - from);
                bytes.push(u8::try_from(alike - LEAST_COPY).unwrap_or(0));
                for next in at + 1..at + alike {
                    if let Some(run) = entries.get(next..next + LEAST_COPY)
                        && let Some(last) = seen.get_mut(slot(run))
                    {
                        *last = Some(next);
                    }
                }
                at += alike;
            } else {
                if let Some(Some(byte)) = self.short.get(*number as usize) {
                    bytes.push(*byte);
                } else {
                    let [high, low] = u16::try_from(*number).unwrap_or(0).to_be_bytes();
                    bytes.extend([self.table.short_names() + high, low]);
                }
                at += 1;
            }
        }
        bytes
    }

    fn entries(&self, text: &str) -> Vec<u32> {
        let mut entries = Vec::with_capacity(text.len() / 4);
        let mut rest = text.chars();
        while let Some(first) = rest.next() {
            let after = rest.as_str();
            let mut known = self.by_first.get(first as usize).into_iter().flatten();
            if let Some((more, number)) = known.find(|it| after.as_bytes().starts_with(&it.0)) {
                entries.push(*number);
                rest = after.get(more.len()..).unwrap_or_default().chars();
            }
        }
        entries
    }
}

/// Where a run of entries is remembered.
fn slot(run: &[u32]) -> usize {
    let mixed = run
        .iter()
        .fold(0_u32, |mixed, entry| (mixed.rotate_left(5) ^ entry).wrapping_mul(0x9e37_79b1));
    (mixed >> (32 - RUN_BITS)) as usize
}

fn entry(table: &Table, number: u32) -> &str {
    table.entry(number).unwrap_or_default()
}

/// The pairs of neighbours worth an entry, the most frequent first. Two that share an entry would take each other's
/// places, so in one round there is only one of them.
fn frequent_pairs(rows: &[Vec<u32>], table: &Table, most: usize) -> Vec<(u32, u32)> {
    let mut counts: HashMap<(u32, u32), u32> = HashMap::new();
    for pair in rows.iter().flat_map(|row| row.windows(2)) {
        if let [one, other] = pair {
            *counts.entry((*one, *other)).or_default() += 1;
        }
    }
    let fits = |one, other| {
        let (one, other) = (entry(table, one), entry(table, other));
        let apart = |text: &str| text.contains(|it: char| it.is_control());
        !apart(one) && !apart(other) && one.chars().count() + other.chars().count() <= LONGEST
    };
    let mut pairs: Vec<_> = counts.into_iter().filter(|(_, count)| *count >= RARE).collect();
    pairs.sort_unstable_by_key(|(pair, count)| (std::cmp::Reverse(*count), *pair));
    let mut taken = BTreeSet::new();
    let mut chosen = Vec::new();
    for ((one, other), _) in pairs {
        if chosen.len() == most.min(A_ROUND) {
            break;
        }
        if !taken.contains(&one) && !taken.contains(&other) && fits(one, other) {
            taken.extend([one, other]);
            chosen.push((one, other));
        }
    }
    chosen
}

/// A row with the numbers of phrases in place of their pairs.
fn merged(row: &[u32], numbers: &HashMap<(u32, u32), u32>) -> Vec<u32> {
    let mut merged = Vec::with_capacity(row.len());
    let mut at = 0;
    while let Some(one) = row.get(at) {
        let pair = row.get(at + 1).and_then(|other| numbers.get(&(*one, *other)));
        merged.push(*pair.unwrap_or(one));
        at += if pair.is_some() { 2 } else { 1 };
    }
    merged
}

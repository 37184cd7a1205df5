//! Writing an index: pages in, files out. The same pages give the same bytes.

use rayon::prelude::*;

use super::bytes::{close, sum};
use super::fold::{Variants, fold};
use super::grams::{Field, write as grams};
use super::kind::Kind;
use super::manifest::{MOST_BITS, Manifest, Words};
use super::pack::write::Packer;
use super::page::{Found, Page};
use super::shelf::{MANIFEST, VARIANTS};

/// The files of an index by their names, without ending.
pub type Files = Vec<(String, Vec<u8>)>;

/// How many bytes of text a file holds at most, where they are several pages; packed they are a third. Ten results fetch
/// ten files, so a page of some length has one of its own.
const TEXT_FILE: usize = 3_500;
/// How many bytes of texts the table of phrases is made from.
const SAMPLE: usize = 900_000;
/// In how many parts the pages are cut into grams, whatever the machine, so that it writes the same bytes.
const SHARES: usize = 8;
/// How many bytes of postings a file holds about.
const GRAM_FILE: usize = 1_000;

/// Writes the index of these pages. `words` refer to pages by their place in `found`; `names` are found by their
/// spelling, each with its pinyin and its initials.
#[must_use]
pub fn write(found: &[Found], words: Words, names: &[[String; 3]], variants: &Variants) -> Files {
    // Pages are numbered by kind, and within a kind the shorter titles come first: of two pages that hold something in
    // their titles it is more of the shorter one.
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|at| {
        found.get(*at).map(|it| (it.kind, it.page.title.chars().count(), &it.page.path))
    });
    let numbers: std::collections::HashMap<usize, u32> = order.iter().copied().zip(0..).collect();
    let pages: Vec<&Found> = order.iter().filter_map(|at| found.get(*at)).collect();
    let words = indexed(words, variants, |at| numbers.get(&(at as usize)).copied());

    let spellings = spelling_files(names);
    // Part of either is done on one thread.
    let ((corpus, packer, firsts, mut files), (bits, grams)) = rayon::join(
        || {
            let corpus = Corpus::read(&pages, &words, &spellings);
            let packer = Packer::new(&corpus.characters, &corpus.sample);
            let (firsts, files) = text_files(&pages, &packer, corpus.stamp);
            (corpus, packer, firsts, files)
        },
        || gram_files(&pages, variants),
    );
    let stamp = corpus.stamp;
    files.par_extend(
        grams
            .into_par_iter()
            .enumerate()
            .map(|(number, content)| (format!("grams/{number:x}"), close(stamp, &content))),
    );
    files.extend(
        spellings
            .iter()
            .map(|(letter, text)| (format!("spelling/{letter}"), close(stamp, &packer.pack(text)))),
    );
    files.push((VARIANTS.to_owned(), close(stamp, &variants.write())));
    let manifest = Manifest {
        stamp,
        bits,
        texts: firsts,
        kinds: Kind::ALL
            .map(|kind| {
                u32::try_from(pages.partition_point(|it| it.kind < kind)).unwrap_or(u32::MAX)
            })
            .to_vec(),
        pages: u32::try_from(pages.len()).unwrap_or(u32::MAX),
        variants: variants.among(&corpus.characters),
        words,
        ..Manifest::default()
    };
    files.push((MANIFEST.to_owned(), manifest.write(&packer)));
    files
}

/// What the files of texts have in common. The texts are too large to be kept beside the pages.
struct Corpus {
    /// A sum of all texts.
    stamp: u32,
    /// Every character, in order.
    characters: Vec<char>,
    /// Some of the texts, spread over all of them.
    sample: Vec<String>,
}

impl Corpus {
    fn read(pages: &[&Found], words: &Words, spellings: &[(char, String)]) -> Self {
        let all: usize = pages.iter().map(|it| it.page.len()).sum();
        let step = all.div_ceil(SAMPLE).max(1);
        let mut known = vec![false; char::MAX as usize + 1];
        let mut sample = Vec::new();
        let mut stamp = 0;
        let texts = pages.iter().map(|it| one_text(&it.page));
        let texts = texts.chain([words.write()]).chain(spellings.iter().map(|it| it.1.clone()));
        for (number, text) in texts.enumerate() {
            stamp = sum(stamp, text.as_bytes());
            for character in text.chars() {
                if let Some(known) = known.get_mut(character as usize) {
                    *known = true;
                }
            }
            if number % step == 0 {
                sample.push(text);
            }
        }
        let known = (0_u32..).zip(known).filter(|it| it.1);
        let characters = known.filter_map(|it| char::from_u32(it.0)).collect();
        Self { stamp, characters, sample }
    }
}

fn one_text(page: &Page) -> String {
    let mut text = String::with_capacity(page.len());
    page.write(&mut text);
    text
}

/// Words as an index holds them: with the numbers of pages, and folded where they are only compared.
fn indexed(mut words: Words, variants: &Variants, number: impl Fn(u32) -> Option<u32>) -> Words {
    for law in &mut words.laws {
        law.page = number(law.page).unwrap_or(0);
        for article in &mut law.articles {
            article.1 = number(article.1).unwrap_or(0);
        }
    }
    for synonym in &mut words.synonyms {
        for said in &mut synonym.said {
            *said = fold(said, variants).into_iter().collect();
        }
        synonym.first = synonym.first.and_then(&number);
    }
    words
}

/// Neighbouring pages together until there is enough for a file; and the number of the first page of each.
fn text_files(pages: &[&Found], packer: &Packer, stamp: u32) -> (Vec<u32>, Files) {
    let mut ranges: Vec<std::ops::Range<usize>> = Vec::new();
    let mut size = usize::MAX;
    for (at, found) in pages.iter().enumerate() {
        let length = found.page.len();
        match ranges.last_mut() {
            Some(last) if size + length <= TEXT_FILE => {
                last.end = at + 1;
                size += length;
            }
            _ => {
                ranges.push(at..at + 1);
                size = length;
            }
        }
    }
    let files = ranges.par_iter().enumerate().map(|(number, range)| {
        let mut text = String::new();
        for found in pages.get(range.clone()).unwrap_or_default() {
            found.page.write(&mut text);
        }
        (format!("texts/{number:x}"), close(stamp, &packer.pack(&text)))
    });
    let files = files.collect();
    (ranges.iter().map(|range| u32::try_from(range.start).unwrap_or(u32::MAX)).collect(), files)
}

/// How many bits of a hash tell the files of postings apart, and what is in each.
fn gram_files(pages: &[&Found], variants: &Variants) -> (u32, Vec<Vec<u8>>) {
    let text: usize = pages.iter().map(|it| it.page.len()).sum();
    // Of three bytes of text there is about one byte of postings.
    let files = (text / 3).div_ceil(GRAM_FILE).max(1);
    let bits = files.next_power_of_two().ilog2().min(MOST_BITS);
    let count = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    let share = pages.len().div_ceil(SHARES).max(1);
    let numbered: Vec<(u32, &Found)> = (0..count).zip(pages.iter().copied()).collect();
    // There are tens of millions of entries: each goes where it is wanted at once, and is held a single time.
    let shares: Vec<Vec<Vec<grams::Entry>>> = numbered
        .par_chunks(share)
        .map(|pages| {
            let mut files = vec![Vec::new(); 1 << bits];
            for (number, found) in pages {
                for entry in page_entries(*number, &found.page, variants) {
                    if let Some(file) = files.get_mut(grams::file_of(entry, bits)) {
                        file.push(entry);
                    }
                }
            }
            files
        })
        .collect();
    let files = (0..1 << bits).into_par_iter().map(|number: usize| {
        let entries = shares.iter().filter_map(|files| files.get(number)).flatten();
        grams::file(entries.copied().collect(), count)
    });
    (bits, files.collect())
}

fn page_entries(number: u32, page: &Page, variants: &Variants) -> Vec<grams::Entry> {
    let mut blocks = vec![(Field::Title, fold(&page.title, variants))];
    for section in &page.sections {
        blocks.push((Field::Heading, fold(&section.heading, variants)));
        blocks.extend(section.blocks.iter().map(|block| (Field::Text, fold(block, variants))));
    }
    grams::entries(number, blocks.iter().map(|(field, block)| (*field, block.as_slice())))
}

/// Names with their spelling, a file for each first letter.
fn spelling_files(names: &[[String; 3]]) -> Vec<(char, String)> {
    let mut by_letter: std::collections::BTreeMap<char, Vec<String>> =
        std::collections::BTreeMap::new();
    for [spelt, initials, name] in names {
        if let Some(letter) = spelt.chars().next().filter(char::is_ascii_lowercase) {
            by_letter.entry(letter).or_default().push(format!("{spelt} {initials} {name}"));
        }
    }
    let files = by_letter.into_iter().map(|(letter, mut rows)| {
        rows.sort_unstable();
        rows.dedup();
        (letter, rows.join("\n"))
    });
    files.collect()
}

//! What every query needs: how the index is cut into files, which pages are of which kind, and what is answered directly.

use super::bytes::{Broken, Bytes, open};
use super::fold::Variants;
use super::kind::Kind;
use super::pack::Table;

/// The first file that a reader fetches.
#[derive(Clone, Debug, Default)]
pub(super) struct Manifest {
    /// The stamp that all files of a build share.
    pub(super) stamp: u32,
    /// There are `1 << bits` files of postings.
    pub(super) bits: u32,
    /// The number of the first page of each file of texts.
    pub(super) texts: Vec<u32>,
    /// The number of the first page of each kind; what is after the last ends with `pages`.
    pub(super) kinds: Vec<u32>,
    /// How many pages there are.
    pub(super) pages: u32,
    /// The table that unpacks the texts.
    pub(super) table: Table,
    /// The variants that stand in the texts. All others are fetched when a query may need them.
    pub(super) variants: Variants,
    /// What is answered directly and said otherwise.
    pub(super) words: Words,
}

/// No index has more files of postings than two to this power.
pub(super) const MOST_BITS: u32 = 14;
/// No index has more pages.
const MOST_PAGES: u32 = 1 << 20;

/// What an index knows beside its pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Numbers to call.
    pub lines: Vec<Line>,
    /// Laws, to answer `未保法17`.
    pub laws: Vec<Law>,
    /// What people say, and what it is called here.
    pub synonyms: Vec<Synonym>,
}

/// A number to call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The number, as it is dialled.
    pub number: String,
    /// What it is called.
    pub name: String,
    /// What to call it for.
    pub purpose: String,
    /// When it is answered, in words; empty where that is not known.
    pub hours: String,
}

/// A law with pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Law {
    /// Its names, the full one first.
    pub names: Vec<String>,
    /// The number of its last article.
    pub last: u32,
    /// The number of its page.
    pub page: u32,
    /// The articles with a page: their numbers (`17`, `236之一`) and those of the pages.
    pub articles: Vec<(String, u32)>,
}

/// A row of `synonyms.csv`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synonym {
    /// What people say, folded once it is in an index.
    pub said: Vec<String>,
    /// What it is called here.
    pub meant: Vec<String>,
    /// The number of the page to read first.
    pub first: Option<u32>,
    /// The number to call.
    pub line: Option<String>,
}

impl Manifest {
    /// Reads the file.
    pub(super) fn read(file: &[u8]) -> Result<Self, Broken> {
        let (stamp, mut bytes) = open(file, None)?;
        let bits = bytes.number()?;
        let pages = bytes.number()?;
        let kinds = bytes.list(Bytes::number)?;
        // Long runs of files hold as many pages as the one before.
        let mut first = 0_u32;
        let mut texts = vec![0];
        for _ in 0..bytes.count()? {
            let (held, files) = (bytes.number()?, bytes.number()?);
            if files > MOST_PAGES || texts.len() > MOST_PAGES as usize {
                return Err(Broken);
            }
            for _ in 0..files {
                first = first.checked_add(held).ok_or(Broken)?;
                texts.push(first);
            }
        }
        if bits > MOST_BITS
            || pages > MOST_PAGES
            || kinds.len() != Kind::ALL.len()
            || !kinds.is_sorted()
        {
            return Err(Broken);
        }
        let variants = Variants::read_from(&mut bytes)?;
        let table = Table::read(&mut bytes)?;
        let text = table.unpack(Bytes(bytes.run()?))?;
        let words = Words::read(&text);
        Ok(Self { stamp, bits, texts, kinds, pages, table, variants, words })
    }

    /// The kind of a page.
    pub(super) fn kind_of(&self, page: u32) -> Kind {
        let after = self.kinds.partition_point(|first| *first <= page);
        Kind::ALL.get(after.saturating_sub(1)).copied().unwrap_or(Kind::Page)
    }

    /// Which file holds the text of a page.
    pub(super) fn text_of(&self, page: u32) -> u32 {
        let after = self.texts.partition_point(|first| *first <= page);
        u32::try_from(after.saturating_sub(1)).unwrap_or(0)
    }

    /// The file.
    #[cfg(feature = "ssr")]
    pub(super) fn write(&self, packer: &super::pack::write::Packer) -> Vec<u8> {
        use super::bytes::{close, push_count, push_number, push_run};
        let mut bytes = Vec::new();
        push_number(&mut bytes, self.bits);
        push_number(&mut bytes, self.pages);
        push_count(&mut bytes, self.kinds.len());
        for first in &self.kinds {
            push_number(&mut bytes, *first);
        }
        let held = self.texts.windows(2).map(|pair| pair[1] - pair[0]).collect::<Vec<_>>();
        let runs: Vec<&[u32]> = held.chunk_by(|one, other| one == other).collect();
        push_count(&mut bytes, runs.len());
        for run in runs {
            push_number(&mut bytes, run.first().copied().unwrap_or(0));
            push_count(&mut bytes, run.len());
        }
        bytes.extend(self.variants.write());
        packer.write_table(&mut bytes);
        push_run(&mut bytes, &packer.pack(&self.words.write()));
        close(self.stamp, &bytes)
    }
}

/// Between the lists, their rows, the cells of a row and the parts of a cell.
const MARKS: [char; 4] = ['\u{1}', '\u{2}', '\u{3}', '\n'];

impl Words {
    fn read(text: &str) -> Self {
        let [list, row, cell, part] = MARKS;
        let mut lists = text.split(list);
        let mut rows = || lists.next().unwrap_or_default().split(row).skip(1);
        let parts = |cell: &str| -> Vec<String> {
            cell.split(part).filter(|it| !it.is_empty()).map(str::to_owned).collect()
        };
        let lines = rows().map(|row| {
            let mut cells = row.split(cell).map(str::to_owned);
            let mut next = || cells.next().unwrap_or_default();
            Line { number: next(), name: next(), purpose: next(), hours: next() }
        });
        let lines = lines.collect();
        let number = |cell: &str| cell.parse().unwrap_or(0_u32);
        let mut laws = Vec::new();
        for row in rows() {
            let mut cells = row.split(cell);
            let mut next = || cells.next().unwrap_or_default();
            let (names, highest, page) = (parts(next()), number(next()), number(next()));
            let mut articles = Vec::new();
            for article in parts(next()) {
                let (name, page) = article.split_once(' ').unwrap_or((&article, ""));
                articles.push((name.to_owned(), number(page)));
            }
            laws.push(Law { names, last: highest, page, articles });
        }
        let mut synonyms = Vec::new();
        for row in rows() {
            let mut cells = row.split(cell);
            let mut next = || cells.next().unwrap_or_default();
            let (said, meant, first) = (parts(next()), parts(next()), next().parse().ok());
            let line = Some(next()).filter(|it| !it.is_empty()).map(str::to_owned);
            synonyms.push(Synonym { said, meant, first, line });
        }
        Self { lines, laws, synonyms }
    }

    /// As one text.
    #[cfg(feature = "ssr")]
    pub(super) fn write(&self) -> String {
        let [list, row, cell, part] = MARKS.map(|mark| mark.to_string());
        let mut text = String::new();
        for line in &self.lines {
            let cells = [&*line.number, &*line.name, &*line.purpose, &*line.hours];
            text.extend([&*row, &cells.join(&cell)]);
        }
        text.push_str(&list);
        for law in &self.laws {
            let articles: Vec<String> =
                law.articles.iter().map(|(number, page)| format!("{number} {page}")).collect();
            let numbers = [law.last.to_string(), law.page.to_string()];
            let cells = [law.names.join(&part), numbers.join(&cell), articles.join(&part)];
            text.extend([&*row, &cells.join(&cell)]);
        }
        text.push_str(&list);
        for synonym in &self.synonyms {
            let first = synonym.first.map(|page| page.to_string()).unwrap_or_default();
            let cells = [synonym.said.join(&part), synonym.meant.join(&part), first];
            text.extend([&*row, &cells.join(&cell)]);
            text.extend(synonym.line.iter().flat_map(|line| [&*cell, line]));
        }
        text
    }
}

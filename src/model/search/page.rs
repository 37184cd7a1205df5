//! A page as search knows it: what it is called, where it lies, and its text in blocks.

use super::bytes::{Broken, Bytes, open};
use super::fold::Variants;
use super::pack::Table;
use super::rank::Folded;

/// A page that can be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its file, from the root of the portal.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Whom to call there, where it is the page of somebody who can be called.
    pub call: Option<String>,
    /// Its text, heading by heading. What stands before the first heading has a section without one.
    pub sections: Vec<Section>,
}

/// A part of a page under a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The id of the heading, where it has one.
    pub anchor: String,
    /// The words of the heading.
    pub heading: String,
    /// Its blocks: paragraphs, points of a list, cells of a table. Nothing is found across two of them.
    pub blocks: Vec<String>,
}

/// A page with its number in the index, and as search compares it.
#[derive(Clone, Debug)]
pub(super) struct Numbered {
    pub(super) number: u32,
    pub(super) page: Page,
    pub(super) folded: Folded,
}

const PAGE: char = '\u{1}';
const SECTION: char = '\u{2}';
const HEADING: char = '\u{3}';
const BLOCK: char = '\n';

impl Page {
    /// As one text. Characters that part it are left out of its own words.
    #[cfg(feature = "ssr")]
    pub(super) fn write(&self, text: &mut String) {
        let mut push = |mark: char, words: &str| {
            text.push(mark);
            for (number, words) in words.split(char::is_control).enumerate() {
                text.push_str(if number == 0 { "" } else { " " });
                text.push_str(words);
            }
        };
        push(PAGE, &self.path);
        push(BLOCK, &self.title);
        push(BLOCK, self.call.as_deref().unwrap_or_default());
        for section in &self.sections {
            push(SECTION, &section.anchor);
            push(HEADING, &section.heading);
            for block in &section.blocks {
                push(BLOCK, block);
            }
        }
    }

    /// How many bytes its text takes, about.
    #[cfg(feature = "ssr")]
    pub(super) fn len(&self) -> usize {
        let section = |section: &Section| {
            let blocks = section.blocks.iter().map(|block| block.len() + 1);
            section.anchor.len() + section.heading.len() + 2 + blocks.sum::<usize>()
        };
        self.path.len() + self.title.len() + 3 + self.sections.iter().map(section).sum::<usize>()
    }

    fn read(text: &str) -> Self {
        let mut sections = text.split(SECTION);
        let mut head = sections.next().unwrap_or_default().split(BLOCK);
        let mut next = || head.next().unwrap_or_default().to_owned();
        let (path, title, call) = (next(), next(), next());
        let sections = sections.map(|section| {
            let (anchor, rest) = section.split_once(HEADING).unwrap_or(("", section));
            let mut blocks = rest.split(BLOCK).map(str::to_owned);
            let heading = blocks.next().unwrap_or_default();
            Section { anchor: anchor.to_owned(), heading, blocks: blocks.collect() }
        });
        let sections = sections.collect();
        Self { path, title, call: Some(call).filter(|it| !it.is_empty()), sections }
    }
}

/// Reads a file of pages, of which the first has this number.
pub(super) fn read(
    file: &[u8],
    stamp: u32,
    first: u32,
    table: &Table,
    variants: &Variants,
) -> Result<Vec<Numbered>, Broken> {
    let (_, bytes) = open(file, Some(stamp))?;
    let text = table.unpack(Bytes(bytes.0))?;
    let pages = text.split(PAGE).skip(1).map(Page::read);
    let pages = (first..).zip(pages);
    let pages = pages.map(|(number, page)| {
        let folded = Folded::of(&page, variants);
        Numbered { number, page, folded }
    });
    Ok(pages.collect())
}

/// What can be found, by what a reader is after.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug)]
pub struct Found {
    /// Under which heading of the results it stands.
    pub kind: super::Kind,
    /// The page.
    pub page: Page,
}

//! Running text as a tree. It has no variant for raw HTML, so what is made from it is inert by construction.

use super::Reference;

/// The text of a page or of a part of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Markup {
    /// The blocks in order.
    pub blocks: Vec<Block>,
    /// The footnotes in the order in which they are first referred to.
    pub footnotes: Vec<Vec<Block>>,
}

/// A block of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading; `level` 2–6, since the title of the page is the only first-level heading.
    Heading {
        /// 2–6.
        level: u8,
        /// The anchor, unique on the page.
        id: String,
        /// The words.
        text: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list; numbered from `start` where it has one.
    List {
        /// The first number, for a numbered list.
        start: Option<u64>,
        /// The items.
        items: Vec<Item>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A box that stands out: `> 【提示】…`.
    Callout(Callout, Vec<Block>),
    /// Preformatted text.
    Code(String),
    /// A table; each cell is a run of inlines.
    Table {
        /// One for each column.
        align: Vec<Align>,
        /// The heading row.
        head: Vec<Vec<Inline>>,
        /// The other rows.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A list of terms.
    Definitions(Vec<Definition>),
    /// A rule between two parts.
    Rule,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// For a task: whether it is done.
    pub done: Option<bool>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A term and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The term.
    pub term: Vec<Inline>,
    /// One or more explanations.
    pub details: Vec<Vec<Block>>,
}

/// How a column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// As the script runs.
    Start,
    /// In the middle.
    Center,
    /// At the end, as numbers are.
    End,
}

/// How strongly a box stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callout {
    /// 提示: good to know.
    Tip,
    /// 注意: do not miss it.
    Caution,
    /// 紧急: do it now.
    Urgent,
}

impl Callout {
    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Tip => "提示",
            Self::Caution => "注意",
            Self::Urgent => "紧急",
        }
    }
}

/// A run of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Stressed.
    Emphasis(Vec<Inline>),
    /// Strongly stressed.
    Strong(Vec<Inline>),
    /// No longer valid.
    Struck(Vec<Inline>),
    /// As typed.
    Code(String),
    /// A new line inside a paragraph.
    Break,
    /// A link; where `text` is empty, the target's own name (or a figure's value) is shown.
    Link {
        /// Where it leads.
        target: Target,
        /// The words, or none.
        text: Vec<Inline>,
    },
    /// A picture of `images/`.
    Image {
        /// The path below `content/`.
        path: String,
        /// What it shows, for those who do not see it.
        alt: String,
    },
    /// A mark that leads to footnote number `0` counted from 0.
    Footnote(usize),
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// To another piece of content.
    Content(Reference),
    /// To a heading of the same page.
    Section(String),
    /// Out of the portal: an `https:`, `http:`, `mailto:`, `tel:` or `sms:` address.
    Url(String),
}

/// The words alone, as a title or a search result needs them.
#[must_use]
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut words = String::new();
    collect(inlines, &mut words);
    words
}

fn collect(inlines: &[Inline], words: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => words.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Struck(inner) => {
                collect(inner, words);
            }
            Inline::Link { text, .. } => collect(text, words),
            Inline::Break => words.push(' '),
            Inline::Image { alt, .. } => words.push_str(alt),
            Inline::Footnote(_) => {}
        }
    }
}

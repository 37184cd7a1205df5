//! What a reader is told.

use super::Kind;
use super::manifest::Line;
use super::passage::Marked;
use super::query::Refusal;

/// What comes next: files to fetch, or an answer.
#[derive(Clone, Debug)]
pub enum Step {
    /// These files are needed first, by their names in the folder of the index, without ending.
    Fetch(Vec<String>),
    /// This is the answer.
    Told(Box<Answer>),
}

/// The answer to a question.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing to be told")]
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// Why it is none; then all else is empty.
    pub refused: Option<Refusal>,
    /// The page to read first, before all results.
    pub first: Option<Hit>,
    /// A number to call that was asked for.
    pub line: Option<Line>,
    /// An article that was asked for and has no page here: the law's name and the number.
    pub missing_article: Option<(String, String)>,
    /// The results of the kind that was asked for, the best first.
    pub hits: Vec<Hit>,
    /// How many pages there are of each kind, in the order of [`Kind::ALL`].
    pub counts: [u32; 8],
    /// Whether that many are certain; otherwise there may be fewer.
    pub exact: bool,
    /// Whether there are more results of this kind.
    pub more: bool,
    /// Whether no page holds all that was typed, and these hold some of it.
    pub partial: bool,
    /// What was understood otherwise: the words here for what was typed.
    pub meant: Vec<String>,
    /// What may have been meant.
    pub suggestions: Vec<String>,
    /// Whether a file could not be had or read, so that something may be missing.
    pub lost: bool,
}

/// A result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Under which heading it stands.
    pub kind: Kind,
    /// The page's file, from the root of the portal.
    pub path: String,
    /// The id of the heading where the passage stands; empty at the beginning of the page.
    pub anchor: String,
    /// The title of the page.
    pub title: Marked,
    /// The heading above the passage.
    pub heading: Marked,
    /// The passage.
    pub passage: Marked,
    /// Whom to call, where it is the page of somebody who can be called.
    pub call: Option<String>,
}

impl Answer {
    /// How many pages there are of a kind, or of all.
    #[must_use]
    pub fn count(&self, kind: Option<Kind>) -> u32 {
        let counts = Kind::ALL.into_iter().zip(self.counts);
        counts.filter(|(own, _)| kind.is_none_or(|kind| kind == *own)).map(|it| it.1).sum()
    }

    /// Whether nothing at all was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hits.is_empty() && self.first.is_none() && self.line.is_none()
    }
}

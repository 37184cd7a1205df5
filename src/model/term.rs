//! Words of the law that a reader may not know.

/// A row of `glossary.csv`.
#[derive(Clone, Debug)]
pub struct Term {
    /// The word, which is also its id.
    pub word: String,
    /// Other words for it.
    pub aliases: Vec<String>,
    /// What it means, to a child.
    pub child: String,
    /// What it means, to a grown-up.
    pub adult: String,
    /// The article that it is taken from: `民法典/27`.
    pub article: Option<String>,
}

impl Term {
    /// Where the glossary explains it.
    #[must_use]
    pub fn anchor(&self) -> String {
        format!("term-{}", self.word)
    }
}

//! What people say, and what it is called here.

use super::Reference;

/// A row of `synonyms.csv`.
#[derive(Clone, Debug)]
pub struct Synonym {
    /// What people type. It is only recognized, never shown: among it are words that nobody should be offered.
    pub said: Vec<String>,
    /// The words that stand on our pages for it.
    pub meant: Vec<String>,
    /// The page to read first, or the number to call.
    pub first: Option<Reference>,
}

//! A bar chart of a few figures.

/// A chart that a place shows. Its twin, a table, is made from the same figures.
#[derive(Clone, Debug)]
pub struct Chart {
    /// What it shows, as a sentence.
    pub title: String,
    /// The ids of the figures, one bar each, in order.
    pub figures: Vec<String>,
}

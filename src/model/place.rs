//! A place and its protection network.

use super::{Chart, Date, Level, Markup, PartialDate};

/// A place of `places/`.
#[derive(Clone, Debug)]
pub struct Place {
    /// The file's name without the ending.
    pub id: String,
    /// How people call it: 广州白云.
    pub title: String,
    /// The code of its area.
    pub area: String,
    /// One or two sentences.
    pub summary: String,
    /// The date that its facts speak of.
    pub as_of: PartialDate,
    /// The place in lists; smaller comes first.
    pub order: i64,
    /// The network, from the district down.
    pub network: Vec<NetworkRow>,
    /// Charts, shown with a table each.
    pub charts: Vec<Chart>,
    /// When an editor last checked it.
    pub checked: Date,
    /// When it has to be checked again.
    pub review_by: Option<Date>,
    /// The text.
    pub body: Markup,
}

/// One level of the network: what the place declares beside what the official list counts.
#[derive(Clone, Debug)]
pub struct NetworkRow {
    /// The level.
    pub level: Level,
    /// What stands there: 未成年人保护工作站.
    pub name: String,
    /// The id of the declared figure.
    pub declared: Option<String>,
    /// What it does for a reader, in a sentence.
    pub role: Option<String>,
}

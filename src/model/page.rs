//! A page of running text.

use super::{Chart, Date, Markup};

/// A page of `pages/`.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its path below `pages/` without the ending: `about`, `guide/start`.
    pub id: String,
    /// The title on the page.
    pub title: String,
    /// The title of the window, where the page's own would tell a bystander too much.
    pub discreet_title: Option<String>,
    /// One or two sentences for search engines and share cards.
    pub description: String,
    /// Whether being seen on this page can put the reader at risk: it gets the quick exit and neutral metadata.
    pub sensitive: bool,
    /// Whether the footer of every page links here.
    pub in_footer: bool,
    /// The place among its siblings; smaller comes first.
    pub order: i64,
    /// With or without the portal's frame.
    pub layout: Layout,
    /// When an editor last checked it.
    pub checked: Option<Date>,
    /// Charts, shown after the text with a table each.
    pub charts: Vec<Chart>,
    /// The text.
    pub body: Markup,
}

/// What surrounds a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// The portal's header, navigation and footer.
    Framed,
    /// Nothing that names the portal: the page that the quick exit shows when there is no network.
    Bare,
}

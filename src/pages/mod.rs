//! Turns the model into HTML. A page is a pure function of the portal; nothing here holds state or writes a file.

use crate::model::{Layout, Links, Portal, Route};

/// A page, ready to be put into the client's shell.
#[derive(Clone, Debug)]
pub struct Document {
    /// The window's title, without the portal's name where the page is sensitive.
    pub title: String,
    /// For search engines and share cards; neutral where the page is sensitive.
    pub description: String,
    /// Whether it gets the quick exit, and stays out of search engines' snippets.
    pub sensitive: bool,
    /// With or without the portal's frame.
    pub layout: Layout,
    /// JSON-LD, where the page has some.
    pub structured_data: Option<String>,
    /// What stands in `<body>`: skip link, header, main, footer.
    pub body: String,
}

/// Every page that the portal has, in the order of their addresses.
#[must_use]
pub fn routes(portal: &Portal) -> Vec<Route> {
    let _ = portal;
    unimplemented!()
}

/// The page at a route; `None` where the portal has no such page.
#[must_use]
pub fn document(portal: &Portal, route: &Route, links: &Links) -> Option<Document> {
    let _ = (portal, route, links, Layout::Framed);
    unimplemented!()
}

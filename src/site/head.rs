//! What stands in the `<head>` of one page.

use crate::model::{Layout, Links, Portal, Route};
use crate::pages::{Document, escape};

/// Title, description, share card, canonical address and structured data.
pub(super) fn head(portal: &Portal, route: &Route, document: &Document) -> String {
    let (title, description) = (escape(&document.title), escape(&document.description));
    let mut head = format!("<title>{title}</title>\n");
    if document.layout == Layout::Bare {
        head.push_str("<meta name=\"robots\" content=\"noindex\">");
        return head;
    }
    let mut meta = |attribute: &str, name: &str, content: &str| {
        head.push_str(&format!("<meta {attribute}=\"{name}\" content=\"{content}\">\n"));
    };
    meta("name", "description", &description);
    if *route == Route::NotFound {
        meta("name", "robots", "noindex");
    }
    meta("property", "og:type", "website");
    meta("property", "og:title", &title);
    meta("property", "og:description", &description);
    meta("property", "og:locale", "zh_CN");
    if !document.sensitive {
        meta("property", "og:site_name", &escape(&portal.settings.name));
    }
    if let Some(address) = portal.settings.address.as_deref().filter(|_| *route != Route::NotFound)
    {
        let canonical = escape(&Links::absolute(address).to(route));
        meta("property", "og:url", &canonical);
        head.push_str(&format!("<link rel=\"canonical\" href=\"{canonical}\">\n"));
    }
    if let Some(data) = &document.structured_data {
        // `<` would let a string end the element.
        let data = data.replace('<', "\\u003c");
        head.push_str(&format!("<script type=\"application/ld+json\">{data}</script>\n"));
    }
    head
}

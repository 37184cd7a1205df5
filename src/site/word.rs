//! Papers as Word files, since teachers edit and send those: a page that we wrote ourselves, read again and written as
//! Office Open XML. What a page says and what its file says can so never differ.
//!
//! ```text
//! HTML ──tag──▶ tags and text ──writer──▶ document.xml ──package──▶ .docx
//! ```

mod package;
mod writer;

use crate::model::court::CourtPaper;
use crate::model::{Court, Links, Portal, Route};
use crate::pages;

/// The Word files of a court: where each lies, and its bytes.
pub(super) fn files(portal: &Portal, court: &Court) -> Vec<(String, Vec<u8>)> {
    let file = |paper: CourtPaper| {
        let path = paper.word(&court.id)?;
        let route = Route::CourtPaper(court.id.clone(), paper);
        let document = pages::document(portal, &route, &Links::from(&route.path()))?;
        // Whoever leads the rehearsals writes beside the lines.
        let margin = if paper == CourtPaper::Prompt { writer::WIDE } else { writer::NARROW };
        Some((path, of_page(&document.title, &document.body, margin)?))
    };
    CourtPaper::ALL.into_iter().filter_map(file).collect()
}

/// What stands in a page's `<main>`, as a Word file. Only a package that is larger than the format allows is none.
fn of_page(title: &str, body: &str, margin: u32) -> Option<Vec<u8>> {
    let start = body.find("<main")?;
    let end = body.rfind("</main>")?;
    let document = writer::document(body.get(start..end)?, margin);
    package::pack(title, &document).ok()
}

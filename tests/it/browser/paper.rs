//! On paper: a card is one sheet, and what is printed tells until when it holds.

use chromiumoxide::cdp::browser_protocol::page::PrintToPdfParams;

use super::{Portal, Tab, View, in_chromium};

/// The number of A4 sheets that a page prints on; the pages choose the paper themselves.
pub(crate) async fn sheets(tab: &Tab) -> usize {
    let paper = PrintToPdfParams::builder().prefer_css_page_size(true).build();
    let pdf = tab.page.pdf(paper).await.expect("a print");
    if let Some(folder) = std::env::var_os("SCREENSHOTS") {
        let name: String = tab.eval("location.pathname.slice(1).replaceAll('/', '-')").await;
        std::fs::write(std::path::Path::new(&folder).join(name + ".pdf"), &pdf).expect("a file");
    }
    let text = String::from_utf8_lossy(&pdf);
    text.matches("/Type /Page").count() - text.matches("/Type /Pages").count()
}

#[test]
fn a_card_is_one_sheet_for_each_situation() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = chrome.tab(&View::default()).await;
        let pages = Portal::web().pages();
        let cards: Vec<_> = pages.iter().filter(|page| page.starts_with("cards/")).collect();
        assert!(cards.len() > 12);
        for page in cards {
            tab.goto(&format!("{}{page}", host.root())).await;
            assert_eq!(sheets(&tab).await, 1, "{page}");
            let strips: usize = tab.eval("document.querySelectorAll('.strip').length").await;
            let dated: usize =
                tab.eval("document.querySelectorAll('.strip-dates time').length").await;
            assert_eq!((strips, dated), (3, 12), "{page}: each strip tells four days");
        }
        tab.close().await;
    });
}

#[test]
fn the_pocket_cards_of_a_town_are_one_sheet() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = chrome.tab(&View::default()).await;
        let pages = Portal::web().samples();
        let cards: Vec<_> = pages.iter().filter(|page| page.ends_with("/card.html")).collect();
        assert!(!cards.is_empty());
        for page in cards {
            tab.goto(&format!("{}{page}", host.root())).await;
            assert_eq!(sheets(&tab).await, 1, "{page}");
        }
        tab.close().await;
    });
}

#[test]
fn a_help_page_prints_a_voice_a_sheet_and_little_more() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = chrome.tab(&View::default()).await;
        let pages = Portal::web().pages();
        let is_help = |page: &&String| page.starts_with("help/") && !page.ends_with("index.html");
        let helps: Vec<_> = pages.iter().filter(is_help).collect();
        assert!(helps.len() > 12);
        for page in helps {
            tab.goto(&format!("{}{page}", host.root())).await;
            let count = sheets(&tab).await;
            assert!((3..=6).contains(&count), "{page}: {count}");
        }
        tab.close().await;
    });
}

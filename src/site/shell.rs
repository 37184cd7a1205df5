//! Puts a page into the shell that Trunk processed.
//!
//! The shell marks by comments what depends on the page: `<!--slot:head-->` and `<!--slot:body-->` are filled,
//! the block between `<!--exit-->` and `<!--/exit-->` stays on sensitive pages, the one between `<!--client-->` and
//! `<!--/client-->` on pages with an island, and the one between `<!--sheet:NAME-->` and `<!--/sheet:NAME-->` on pages
//! that want that style sheet. What the search box needs is on no page: `page.js` fetches it, once somebody comes to the
//! box. The shell's own files begin with `./`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::tag::{Piece, attributes, pieces, plain};
use crate::model::Links;
use crate::pages::StyleSheet;

/// What a page needs of the shell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts<'a> {
    pub(super) head: &'a str,
    pub(super) body: &'a str,
    pub(super) exit: bool,
    pub(super) client: bool,
    pub(super) kept: bool,
    pub(super) sheet: Option<StyleSheet>,
}

/// The shell with the page in it; the client's files lie in `assets/`.
pub(super) fn fill(shell: &str, parts: Parts<'_>, links: &Links) -> String {
    let mut shell = Cow::Borrowed(shell);
    for (mark, kept) in
        [("exit", parts.exit), ("kept", parts.kept), (SEARCH_BOX, false), (CLIENT, parts.client)]
    {
        shell = Cow::Owned(keep(&shell, mark, kept).into_owned());
    }
    for sheet in StyleSheet::ALL {
        let kept = parts.sheet == Some(sheet);
        shell = Cow::Owned(keep(&shell, &format!("sheet:{}", sheet.name()), kept).into_owned());
    }
    let shell = shell.replace("\"./", &format!("\"{}assets/", links.root()));
    // The body goes in last, so that nothing in it is taken for a mark of the shell.
    let (before, after) = shell.split_once("<!--slot:body-->").unwrap_or((&shell, ""));
    let mut page = String::with_capacity(shell.len() + parts.head.len() + parts.body.len());
    page.push_str(&before.replacen("<!--slot:head-->", parts.head, 1));
    page.push_str(parts.body);
    page.push_str(after);
    page
}

/// The script that tells `page.js` which files the search box needs, in their order: what is the box's own, then the client.
pub(super) fn search_files(shell: &str) -> String {
    let blocks = [SEARCH_BOX, CLIENT].into_iter().filter_map(|mark| block(shell, mark));
    let files = blocks.flat_map(|(_, block, _)| pieces(block)).filter_map(|piece| match piece {
        Piece::Open(name, tag) => {
            let values = attributes(tag)
                .map(|(key, value)| (key, plain(value).replacen("./", "./assets/", 1)))
                .collect::<BTreeMap<_, _>>();
            Some((name, values))
        }
        _ => None,
    });
    let files = serde_json::to_string(&files.collect::<Vec<_>>()).unwrap_or_default();
    format!("qingmiaoSearchFiles({files});\n")
}

/// The shell without anything that it would load: for a page that is shown at addresses not its own.
pub(super) fn without_files(shell: &str) -> String {
    let mut rest = keep(&keep(shell, "exit", false), CLIENT, false).into_owned();
    for (open, close) in [("<script ", "</script>"), ("<link ", ">")] {
        let mut kept = String::with_capacity(rest.len());
        while let Some(start) = rest.find(open) {
            kept.push_str(&rest[..start]);
            let end = rest[start..].find(close).map_or(rest.len(), |end| start + end + close.len());
            rest = rest[end..].to_owned();
        }
        kept.push_str(&rest);
        rest = kept;
    }
    // Without an icon of its own a page makes the browser ask the host for one.
    // And without a style of its own it is shown as browsers show it by day.
    let rest = rest.replacen("content=\"light dark\"", "content=\"light\"", 1);
    rest.replacen("</head>", "<link rel=\"icon\" href=\"data:,\">\n</head>", 1)
}

/// The content security policy that the shell declares.
pub(super) fn policy(shell: &str) -> Option<&str> {
    let (_, rest) = shell.split_once("http-equiv=\"Content-Security-Policy\"")?;
    let (_, rest) = rest.split_once("content=\"")?;
    rest.split_once('"').map(|(policy, _)| policy)
}

/// The shell that allows pictures of another origin too.
pub(super) fn with_pictures_of<'a>(shell: &'a str, origin: Option<&str>) -> Cow<'a, str> {
    match origin {
        Some(origin) => Cow::Owned(shell.replacen(
            "img-src 'self' data:",
            &format!("img-src 'self' data: {origin}"),
            1,
        )),
        None => Cow::Borrowed(shell),
    }
}

/// The block of the search box.
const SEARCH_BOX: &str = "search-box";

/// The block of the client.
const CLIENT: &str = "client";

/// What stands before the block between two marks, in it and after it.
fn block<'a>(shell: &'a str, mark: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let (before, rest) = shell.split_once(&format!("<!--{mark}-->"))?;
    let (block, after) = rest.split_once(&format!("<!--/{mark}-->"))?;
    Some((before, block, after))
}

/// Keeps or drops the block between two marks, and drops the marks.
fn keep<'a>(shell: &'a str, mark: &str, kept: bool) -> Cow<'a, str> {
    let Some((before, block, after)) = block(shell, mark) else { return Cow::Borrowed(shell) };
    Cow::Owned([before, if kept { block } else { "" }, after].concat())
}

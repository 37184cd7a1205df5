//! Puts a page into the shell that Trunk processed.
//!
//! The shell marks by comments what depends on the page: `<!--slot:head-->` and `<!--slot:body-->` are filled,
//! the block between `<!--exit-->` and `<!--/exit-->` stays on sensitive pages, the one between `<!--client-->` and
//! `<!--/client-->` on pages with an island, and the one between `<!--sheet:NAME-->` and `<!--/sheet:NAME-->` on pages
//! that want that style sheet. The page with the search box names the client without loading it: `search.js` does, once
//! somebody searches. Its own files begin with `./`.

use std::borrow::Cow;

use crate::model::Links;
use crate::pages::StyleSheet;

/// What a page needs of the shell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts<'a> {
    pub(super) head: &'a str,
    pub(super) body: &'a str,
    pub(super) exit: bool,
    pub(super) client: bool,
    pub(super) search: bool,
    pub(super) sheet: Option<StyleSheet>,
}

/// The shell with the page in it; the client's files lie in `assets/`.
pub(super) fn fill(shell: &str, parts: Parts<'_>, links: &Links) -> String {
    let later = if parts.search { Keep::Later } else { Keep::No };
    let when = |now: bool, other: Keep| if now { Keep::Now } else { other };
    let shell = keep(shell, "exit", when(parts.exit, Keep::No));
    let shell = keep(&shell, "search", when(parts.search, Keep::No));
    let mut shell = keep(&shell, "client", when(parts.client, later));
    for sheet in StyleSheet::ALL {
        let kept = when(parts.sheet == Some(sheet), Keep::No);
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

/// The shell without anything that it would load: for a page that is shown at addresses not its own.
pub(super) fn without_files(shell: &str) -> String {
    let mut rest = keep(&keep(shell, "exit", Keep::No), "client", Keep::No).into_owned();
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

/// What becomes of a block.
#[derive(Clone, Copy)]
enum Keep {
    /// It is loaded with the page.
    Now,
    /// It names its files, for a script to load them.
    Later,
    /// It is dropped.
    No,
}

/// Keeps or drops the block between two marks, and drops the marks.
fn keep<'a>(shell: &'a str, mark: &str, kept: Keep) -> Cow<'a, str> {
    let (open, close) = (format!("<!--{mark}-->"), format!("<!--/{mark}-->"));
    let Some((before, rest)) = shell.split_once(&open) else { return Cow::Borrowed(shell) };
    let Some((block, after)) = rest.split_once(&close) else { return Cow::Borrowed(shell) };
    let block = match kept {
        Keep::Now => block.to_owned(),
        // A browser does not fetch a script of an unknown type.
        Keep::Later => block.replace("<script ", "<script type=\"text/later\" data-later "),
        Keep::No => String::new(),
    };
    Cow::Owned([before, &block, after].concat())
}

//! The anchors of headings.
//!
//! A name that the frame of a page uses, or that a browser already gives a meaning to (`location`, `body`, …), would
//! let a heading stand in for something else. Such an anchor is written with `s-` before it, in the heading
//! and in every reference alike.

/// What a page's frame and browsers use as the id or the name of something else. `pages` takes the ids of a frame
/// from this list, or begins them with one of [`RESERVED_PREFIXES`].
pub const RESERVED: &[&str] = &[
    // What pages make themselves.
    "app",
    "charts",
    "content",
    "dialog",
    "exit",
    "footer",
    "footnotes",
    "header",
    "laws",
    "main",
    "menu",
    "nav",
    "network",
    "root",
    "search",
    "settings",
    "skip",
    "sources",
    "status",
    "theme",
    "title",
    "toc",
    "top",
    "who",
    // Properties of `document` and `window` that a script may ask for.
    "activeelement",
    "alert",
    "all",
    "anchors",
    "applets",
    "attributes",
    "baseuri",
    "body",
    "caches",
    "characterset",
    "charset",
    "childnodes",
    "children",
    "clear",
    "close",
    "closed",
    "confirm",
    "console",
    "constructor",
    "contenttype",
    "cookie",
    "createelement",
    "crypto",
    "currentscript",
    "customelements",
    "default",
    "defaultview",
    "designmode",
    "dir",
    "doctype",
    "document",
    "documentelement",
    "documenturi",
    "domain",
    "embeds",
    "event",
    "external",
    "fetch",
    "firstchild",
    "focus",
    "fonts",
    "forms",
    "frames",
    "fullscreen",
    "getelementbyid",
    "global",
    "globalthis",
    "hasownproperty",
    "head",
    "hidden",
    "history",
    "id",
    "images",
    "implementation",
    "indexeddb",
    "innerhtml",
    "innertext",
    "inputencoding",
    "lastchild",
    "lastmodified",
    "length",
    "links",
    "localstorage",
    "location",
    "module",
    "name",
    "navigator",
    "nodename",
    "nodetype",
    "nodevalue",
    "open",
    "opener",
    "origin",
    "outerhtml",
    "ownerdocument",
    "parent",
    "parentnode",
    "performance",
    "plugins",
    "print",
    "process",
    "prompt",
    "prototype",
    "queryselector",
    "readystate",
    "referrer",
    "require",
    "screen",
    "scripts",
    "scroll",
    "self",
    "serviceworker",
    "sessionstorage",
    "stop",
    "stylesheets",
    "submit",
    "textcontent",
    "tostring",
    "undefined",
    "url",
    "valueof",
    "visibilitystate",
    "wasm-bindgen",
    "wasm_bindgen",
    "window",
    "write",
    "writeln",
];

/// How the ids begin that a page counts or that belong to one of its parts: footnotes, charts, islands.
pub const RESERVED_PREFIXES: &[&str] = &[
    "mark-",
    "note-",
    "figure-",
    "chart-",
    "law-",
    "source-",
    "home-",
    "guide-",
    "part-",
    "court-",
    "quiz-",
    "finder-",
    "directory-",
    "search-",
    "island-",
    "__",
];

/// An anchor for a heading: Han characters, letters and digits stay, everything else becomes `-`.
pub(super) fn slug(words: &str) -> String {
    const MOST: usize = 60;
    let mut slug = String::new();
    for char in words.chars().flat_map(char::to_lowercase).take(MOST) {
        if char.is_alphanumeric() {
            slug.push(char);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "section".to_owned() } else { guard(slug) }
}

/// The anchor as it stands on the page: with `s-` before it where it would mean something else.
pub(super) fn guard(anchor: &str) -> String {
    let lower = anchor.to_lowercase();
    let reserved = RESERVED.contains(&lower.as_str())
        || RESERVED_PREFIXES.iter().any(|prefix| lower.starts_with(prefix));
    if reserved { format!("s-{anchor}") } else { anchor.to_owned() }
}

/// Whether an editor may write this anchor: `{#anchor}`.
pub(super) fn is_anchor(anchor: &str) -> bool {
    anchor.starts_with(char::is_alphanumeric)
        && anchor.chars().all(|char| char.is_alphanumeric() || matches!(char, '-' | '_'))
}

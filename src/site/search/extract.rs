//! What a page says, read from the HTML that we wrote ourselves: title, headings and blocks of its `<main>`.

use super::super::tag::{Piece, attributes, classes, pieces, plain};
use crate::model::search::{Page, Section};

/// What holds nothing that a reader would look for: code, drawings, controls, lists of what stands on the same page.
const SKIPPED: [&str; 12] = [
    "script", "style", "template", "svg", "button", "select", "nav", "rt", "rp", "input",
    "textarea", "datalist",
];
/// What stands within a line. Everything else parts two blocks.
const INLINE: [&str; 22] = [
    "a", "abbr", "b", "bdi", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark",
    "q", "ruby", "small", "span", "strong", "sub", "sup", "time",
];
/// What has no end.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "wbr", "meta"];

/// The page in a body.
pub(in crate::site) fn extract(body: &str) -> Page {
    let main = body.find("<main").and_then(|start| body.get(start..));
    let main = main.and_then(|main| main.rfind("</main>").and_then(|end| main.get(..end)));
    let mut walk =
        Walk { page: Page::default(), sections: vec![Section::default()], ..Walk::default() };
    for piece in pieces(main.unwrap_or_default()) {
        match piece {
            Piece::Text(text) if walk.skipped == 0 => walk.words.push_str(&plain(text)),
            Piece::Text(_) => {}
            Piece::Open(name, tag) => walk.open(name, tag),
            Piece::Close(name) => walk.close(name),
        }
    }
    walk.end_block();
    if let (Some(first), Some(trail)) = (walk.sections.first_mut(), trail(body)) {
        first.blocks.push(trail);
    }
    walk.sections.retain(|section| !section.heading.is_empty() || !section.blocks.is_empty());
    Page { sections: walk.sections, ..walk.page }
}

/// Where the page lies: 学法 › 模拟法庭. The words stand above each page, so a page is found by them.
fn trail(body: &str) -> Option<String> {
    let (_, rest) = body.split_once("class=\"trail\"")?;
    let (inside, _) = rest.split_once("</nav>")?;
    let steps = pieces(inside).into_iter().filter_map(|piece| match piece {
        Piece::Text(text) => Some(plain(text).into_owned()),
        _ => None,
    });
    // After its own tag the front page, which is above everything; at the end the page itself.
    let steps: Vec<String> = steps.skip(2).collect();
    let (_, above) = steps.split_last()?;
    (!above.is_empty()).then(|| above.join(" › "))
}

#[derive(Default)]
struct Walk {
    page: Page,
    sections: Vec<Section>,
    /// The words of the block so far.
    words: String,
    /// The heading that is open: its level.
    heading: Option<u8>,
    /// The last id seen outside a heading, which the next heading without one of its own takes.
    anchor: String,
    /// How many elements are open within what is skipped.
    skipped: usize,
}

impl Walk {
    fn open(&mut self, name: &str, tag: &str) {
        // A drawing closes its shapes in their own tags.
        let is_void = VOID.contains(&name) || tag.ends_with('/');
        if self.skipped > 0 || SKIPPED.contains(&name) || is_unseen(tag) {
            self.skipped += usize::from(!is_void);
            return;
        }
        if !INLINE.contains(&name) {
            self.end_block();
        }
        let id = attributes(tag).find(|it| it.0 == "id").map(|it| it.1);
        match level(name) {
            Some(1) => self.heading = Some(1),
            Some(level) => {
                self.heading = Some(level);
                let anchor = id.map_or_else(|| std::mem::take(&mut self.anchor), str::to_owned);
                self.sections.push(Section { anchor, ..Section::default() });
            }
            // The page itself is no part of it.
            None if name != "main" => {
                if let Some(id) = id {
                    id.clone_into(&mut self.anchor);
                }
            }
            None => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        if !INLINE.contains(&name) {
            self.end_block();
        }
        if level(name).is_some() {
            self.heading = None;
        }
    }

    fn end_block(&mut self) {
        let mut words = String::with_capacity(self.words.len());
        for word in self.words.split_whitespace() {
            words.push_str(if words.is_empty() { "" } else { " " });
            words.push_str(word);
        }
        self.words.clear();
        if words.is_empty() {
            return;
        }
        match (self.heading, self.sections.last_mut()) {
            (Some(1), _) if self.page.title.is_empty() => self.page.title = words,
            (Some(level), Some(section)) if level > 1 => section.heading.push_str(&words),
            (_, Some(section)) => section.blocks.push(words),
            _ => {}
        }
    }
}

fn level(name: &str) -> Option<u8> {
    let digit = name.strip_prefix('h')?;
    digit.parse().ok().filter(|level| (1..=6).contains(level))
}

/// What only a screen reader, or only a page with script, gives.
fn is_unseen(tag: &str) -> bool {
    classes(tag).any(|class| matches!(class, "unseen" | "awake"))
}

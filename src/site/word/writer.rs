//! Tags and text as the body of a Word document.

use std::fmt::Write as _;

use super::super::tag::{Piece, classes, pieces, plain, xml};

/// The right margin, in twentieths of a point: 18 mm, or 65 mm to write on.
pub(super) const NARROW: u32 = 1020;
pub(super) const WIDE: u32 = 3685;

/// The width of the sheet; the left margin is narrow.
const PAGE: u32 = 11906;

/// How far a list is set in.
const INDENT: usize = 360;

/// Elements that have no end; `<!>` is a mark that Leptos leaves between texts.
const VOID: [&str; 5] = ["br", "hr", "img", "input", "!"];
/// Elements that begin and end a paragraph.
const BLOCKS: [&str; 25] = [
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "li",
    "main",
    "ol",
    "p",
    "section",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "aside",
];

/// What stands before the items of a list.
enum Marks {
    Bullets,
    /// The number of the next item.
    Numbers(usize),
}

/// An element that is open.
struct Open<'a> {
    name: &'a str,
    style: Option<&'static str>,
    /// Nothing in it is written.
    hidden: bool,
    bold: bool,
    /// For a list that has marks: which.
    marks: Option<Marks>,
}

#[derive(Default)]
struct Writer<'a> {
    open: Vec<Open<'a>>,
    body: String,
    /// The runs of the paragraph at work.
    runs: String,
    /// What stands before the next paragraph: the mark of an item.
    mark: String,
    /// Whether the next paragraph begins a page, and whether one has begun already.
    breaks: bool,
    leaves: usize,
    /// A word that is to be explained stands alone so far: what explains it follows on the same line.
    term: bool,
    /// Where the table at work begins, the letters of the fullest cell of each of its columns, the column at work, and the
    /// letters in this cell.
    table: usize,
    columns: Vec<usize>,
    cells: usize,
    letters: usize,
    /// How wide a line is.
    width: usize,
    /// Whether the cell at work still lacks the paragraph that it needs.
    empty: bool,
}

/// A document of everything in `html`.
pub(super) fn document(html: &str, margin: u32) -> String {
    let width = PAGE.saturating_sub(NARROW + margin);
    let mut writer =
        Writer { width: usize::try_from(width).unwrap_or_default(), ..Writer::default() };
    for piece in pieces(html) {
        match piece {
            Piece::Text(text) => writer.text(text),
            Piece::Open(name, tag) => writer.begin(name, tag),
            Piece::Close(name) => writer.end(name),
        }
    }
    writer.paragraph();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}<w:sectPr><w:pgSz w:w="{PAGE}" w:h="16838"/><w:pgMar w:top="1020" w:right="{margin}" w:bottom="1020" w:left="{NARROW}" w:header="510" w:footer="510" w:gutter="0"/></w:sectPr></w:body></w:document>"#,
        writer.body
    )
}

/// What a paragraph with a class is.
fn style(name: &str, tag: &str) -> Option<&'static str> {
    let by_class = classes(tag).find_map(|class| match class {
        "own" => Some("Own"),
        "cue" => Some("Cue"),
        "said" => Some("Said"),
        "happens" => Some("Happens"),
        "aside" => Some("Aside"),
        "ruled" => Some("Ruled"),
        "soft" | "meta" | "leaf-foot" | "paper-foot" | "notes" => Some("Small"),
        _ => None,
    });
    by_class.or(match name {
        "h1" => Some("Title"),
        "h2" => Some("Heading1"),
        "h3" | "h4" => Some("Heading2"),
        _ => None,
    })
}

/// What is for the screen alone, or a drawing: the list beside a drawing says the same.
fn hidden(name: &str, tag: &str) -> bool {
    let screen = ["paper-tools", "on-screen", "trail", "contents"];
    matches!(name, "svg" | "summary" | "button" | "nav")
        || tag.ends_with(" hidden")
        || tag.contains(" hidden ")
        || (name != "figcaption" && classes(tag).any(|class| screen.contains(&class)))
}

impl<'a> Writer<'a> {
    fn is_hidden(&self) -> bool {
        self.open.last().is_some_and(|it| it.hidden)
    }

    fn begin(&mut self, name: &'a str, tag: &'a str) {
        if VOID.contains(&name) || tag.ends_with('/') {
            if name == "br" && !self.is_hidden() {
                self.runs.push_str("<w:r><w:br/></w:r>");
            }
            return;
        }
        let hidden = self.is_hidden() || hidden(name, tag);
        let bold = self.open.last().is_some_and(|it| it.bold)
            || matches!(name, "b" | "strong" | "th" | "dt");
        let marks = match name {
            "ol" if !classes(tag).any(|it| it == "turns") => Some(Marks::Numbers(1)),
            "ul" if !classes(tag).any(|it| matches!(it, "cards" | "ticks"))
                && !self.inside("choice") =>
            {
                Some(Marks::Bullets)
            }
            _ => None,
        };
        if !hidden {
            self.space(name, tag);
        }
        // A choice is said so that its answers carry no marks beside their letters.
        let name = if classes(tag).any(|it| it == "choice") { "choice" } else { name };
        self.open.push(Open { name, style: style(name, tag), hidden, bold, marks });
        if !hidden && classes(tag).any(|it| it == "ruled") {
            self.runs.push_str("<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>");
        }
    }

    /// What begins with an element beside its words.
    fn space(&mut self, name: &str, tag: &str) {
        // What explains a term goes on in its line; a list does not.
        if BLOCKS.contains(&name) && !(self.term && matches!(name, "dd" | "div" | "p")) {
            self.term = false;
            self.paragraph();
        }
        if classes(tag).any(|it| it == "leaf") {
            self.breaks = self.leaves > 0;
            self.leaves += 1;
        }
        match name {
            "table" => {
                self.table = self.body.len();
                self.columns.clear();
            }
            "tr" => {
                self.body.push_str("<w:tr>");
                self.cells = 0;
            }
            "td" | "th" => {
                self.body.push_str("<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/></w:tcPr>");
                self.cells += 1;
                self.letters = 0;
                self.empty = true;
            }
            "li" => {
                let marks = self.open.iter_mut().rev().find(|it| matches!(it.name, "ol" | "ul"));
                self.mark = match marks.and_then(|it| it.marks.as_mut()) {
                    Some(Marks::Numbers(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    Some(Marks::Bullets) => "· ".to_owned(),
                    None => String::new(),
                };
            }
            _ => {}
        }
    }

    fn inside(&self, name: &str) -> bool {
        self.open.iter().any(|it| it.name == name)
    }

    fn end(&mut self, name: &str) {
        if self.is_hidden() {
            self.open.pop();
            return;
        }
        if name == "dt" {
            self.run("：", true);
            self.term = true;
        } else if BLOCKS.contains(&name) {
            self.term = false;
            self.paragraph();
        }
        self.open.pop();
        match name {
            "td" | "th" => {
                if self.empty {
                    self.body.push_str("<w:p/>");
                }
                self.empty = false;
                self.body.push_str("</w:tc>");
                self.columns.resize(self.columns.len().max(self.cells), 0);
                let at = self.cells.checked_sub(1);
                if let Some(column) = at.and_then(|at| self.columns.get_mut(at)) {
                    *column = self.letters.max(*column);
                }
            }
            "tr" => self.body.push_str("</w:tr>"),
            "table" => self.close_table(),
            _ => {}
        }
    }

    /// Only when a table is whole is it known how many columns it has.
    fn close_table(&mut self) {
        let rows = self.body.split_off(self.table);
        let _ = write!(
            self.body,
            r#"<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{}</w:tblBorders></w:tblPr><w:tblGrid>{}</w:tblGrid>{rows}</w:tbl>"#,
            ["top", "left", "bottom", "right", "insideH", "insideV"]
                .map(|side| format!(
                    r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A0A0A0"/>"#
                ))
                .concat(),
            self.grid()
        );
        // Word joins tables that touch each other.
        self.body.push_str("<w:p/>");
    }

    /// The widths of the columns: who holds more gets more, within bounds, so that a number does not get as much as a
    /// sentence and a name is not broken into letters.
    fn grid(&self) -> String {
        let share = |letters: &usize| (*letters).clamp(5, 28) + 3;
        let whole: usize = self.columns.iter().map(share).sum();
        let column = |letters| {
            let width = self.width * share(letters) / whole.max(1);
            format!("<w:gridCol w:w=\"{width}\"/>")
        };
        self.columns.iter().map(column).collect()
    }

    fn text(&mut self, text: &str) {
        if self.is_hidden() || (self.runs.is_empty() && text.trim().is_empty()) {
            return;
        }
        let bold = self.open.last().is_some_and(|it| it.bold);
        self.term = false;
        let words = plain(text);
        self.letters += words.chars().count();
        self.run(&words, bold);
    }

    fn run(&mut self, words: &str, bold: bool) {
        let letters = if bold { "<w:rPr><w:b/></w:rPr>" } else { "" };
        let _ = write!(
            self.runs,
            "<w:r>{letters}<w:t xml:space=\"preserve\">{}</w:t></w:r>",
            xml(words)
        );
    }

    /// Ends the paragraph at work, if anything stands in it.
    fn paragraph(&mut self) {
        if self.runs.is_empty() {
            return;
        }
        let style = self.open.iter().rev().find_map(|it| it.style);
        let depth = self.open.iter().filter(|it| it.marks.is_some()).count();
        let mut before = String::new();
        if let Some(style) = style {
            let _ = write!(before, "<w:pStyle w:val=\"{style}\"/>");
        }
        if std::mem::take(&mut self.breaks) {
            before.push_str("<w:pageBreakBefore/>");
        }
        if depth > 0 {
            let _ = write!(before, "<w:ind w:left=\"{}\"/>", depth * INDENT);
        }
        let mark = std::mem::take(&mut self.mark);
        let runs = std::mem::take(&mut self.runs);
        self.run(&mark, false);
        let mark = if mark.is_empty() { String::new() } else { std::mem::take(&mut self.runs) };
        self.runs.clear();
        let _ = write!(self.body, "<w:p><w:pPr>{before}</w:pPr>{mark}{runs}</w:p>");
        self.empty = false;
    }
}

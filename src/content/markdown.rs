//! Running text: Markdown with its places, turned into a tree that holds nothing but words and checked links.
//!
//! The tree is built from the parser's events with a stack of its own, so that no nesting can exhaust the real one.

mod frame;
mod heading;
mod hyperlink;
mod words;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Options, Parser, Tag, TagEnd};

use super::notes::Notes;
use super::picture;
use super::record::short;
use crate::model::{Align, Block, Inline, Markup};
use frame::{Frame, Holder, Run, flush};
use heading::level_number;
use hyperlink::address_place;

pub(super) use heading::check_headings;

/// How many elements may stand inside each other.
const DEEPEST: usize = 64;

/// A text and what is needed to check it further.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) markup: Markup,
    /// Where each block of `markup` stands.
    pub(super) places: Vec<Range<usize>>,
    /// The anchors of its headings.
    pub(super) anchors: HashSet<String>,
    /// Links to headings of the same text.
    pub(super) sections: Vec<(String, Range<usize>)>,
}

/// Reads the Markdown at `range` of the file.
pub(super) fn parse(notes: &mut Notes<'_>, range: Range<usize>) -> Text {
    let source = notes.text.source.as_str();
    let written = source.get(range.clone()).unwrap_or_default();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST;
    let mut builder = Builder::new(notes, source);
    for (event, at) in Parser::new_ext(written, options).into_offset_iter() {
        let at = range.start + at.start..range.start + at.end;
        if builder.stack.len() > DEEPEST {
            builder.notes.error(
                &at,
                "too-deep",
                format!("这里嵌套超过 {DEEPEST} 层"),
                "减少引用“>”、列表和强调的层数",
            );
            return Text::default();
        }
        builder.event(event, at);
    }
    builder.finish()
}

struct Builder<'n, 't> {
    notes: &'n mut Notes<'t>,
    source: &'t str,
    stack: Vec<Frame>,
    text: Text,
    /// Footnotes by label: their number, in the order of the first mark.
    marks: HashMap<String, usize>,
    definitions: HashMap<String, (Vec<Block>, Range<usize>)>,
    /// The last number that an anchor of these words got.
    slugs: HashMap<String, usize>,
    /// Text events that follow each other without a gap, for marks of footnotes that nobody defined.
    words: Range<usize>,
}

impl<'n, 't> Builder<'n, 't> {
    fn new(notes: &'n mut Notes<'t>, source: &'t str) -> Self {
        let root = Frame::Blocks {
            holder: Holder::Root,
            blocks: Vec::new(),
            places: Vec::new(),
            run: Vec::new(),
            start: 0,
        };
        Self {
            notes,
            source,
            stack: vec![root],
            text: Text::default(),
            marks: HashMap::new(),
            definitions: HashMap::new(),
            slugs: HashMap::new(),
            words: 0..0,
        }
    }

    fn event(&mut self, event: Event<'t>, at: Range<usize>) {
        if !matches!(event, Event::Text(_)) {
            self.check_words();
        }
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag, at),
            Event::Text(words) => {
                if self.words.end == at.start && self.words.start < self.words.end {
                    self.words.end = at.end;
                } else {
                    self.check_words();
                    self.words = at;
                }
                self.push_text(&words);
            }
            Event::Code(code) => self.push(Inline::Code(code.into_string())),
            Event::InlineHtml(html) => self.refuse_html(&at, &html),
            // Of a block, the whole is refused where it begins; other HTML would be its lines.
            Event::Html(html) => {
                if !matches!(self.stack.last(), Some(Frame::Html)) {
                    self.refuse_html(&at, &html);
                }
            }
            Event::FootnoteReference(label) => {
                let next = self.marks.len();
                let number = *self.marks.entry(label.into_string()).or_insert(next);
                self.push(Inline::Footnote(number));
            }
            Event::SoftBreak => self.soft_break(&at),
            Event::HardBreak => self.push(Inline::Break),
            Event::Rule => self.push_block(Block::Rule, at),
            Event::TaskListMarker(done) => {
                if let Some(Frame::Blocks { holder: Holder::Item { done: task }, .. }) =
                    self.stack.iter_mut().rev().find(|frame| matches!(frame, Frame::Blocks { .. }))
                {
                    *task = Some(done);
                }
            }
            // Mathematics is not switched on.
            Event::InlineMath(words) | Event::DisplayMath(words) => self.push_text(&words),
        }
    }

    fn start(&mut self, tag: Tag<'t>, at: Range<usize>) {
        let start = at.start;
        let run = |run| Frame::Run { run, inlines: Vec::new() };
        let blocks = |holder| Frame::Blocks {
            holder,
            blocks: Vec::new(),
            places: Vec::new(),
            run: Vec::new(),
            start,
        };
        let frame = match tag {
            Tag::Paragraph => run(Run::Paragraph),
            Tag::Heading { level, id, classes, attrs } => {
                if !classes.is_empty() || !attrs.is_empty() {
                    self.notes.error(
                        &trim_end(self.source, at),
                        "heading-attribute",
                        "标题后面的花括号里只能写 {#锚点}",
                        "删去花括号里的其他内容",
                    );
                }
                run(Run::Heading { level: level_number(level), id: id.map(Into::into) })
            }
            Tag::BlockQuote(_) => blocks(Holder::Quote),
            Tag::CodeBlock(_) => Frame::Code(String::new()),
            Tag::HtmlBlock => {
                self.refuse_html(&at, "");
                Frame::Html
            }
            Tag::List(first) => Frame::List { start: first, items: Vec::new() },
            Tag::Item => blocks(Holder::Item { done: None }),
            Tag::FootnoteDefinition(label) => blocks(Holder::Footnote(label.into_string())),
            Tag::DefinitionList => Frame::Definitions(Vec::new()),
            Tag::DefinitionListTitle => run(Run::Term),
            Tag::DefinitionListDefinition => blocks(Holder::Details),
            Tag::Table(columns) => Frame::Table {
                align: columns.into_iter().map(align).collect(),
                head: Vec::new(),
                rows: Vec::new(),
                row: Vec::new(),
            },
            // The rows of a table are told apart by their ends.
            Tag::TableHead | Tag::TableRow => return,
            Tag::TableCell => run(Run::Cell),
            Tag::Strong => run(Run::Strong),
            Tag::Strikethrough => run(Run::Struck),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.check_title(&at, &title);
                run(Run::Link { target: self.link(link_type, &dest_url, &at) })
            }
            Tag::Image { link_type, dest_url, title, .. } => {
                self.check_title(&at, &title);
                let place = address_place(self.source, link_type, &at);
                run(Run::Image { path: picture::reference(self.notes, &dest_url, place) })
            }
            // All but emphasis is not switched on.
            Tag::Emphasis | Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {
                run(Run::Emphasis)
            }
        };
        self.stack.push(frame);
    }

    fn end(&mut self, tag: TagEnd, at: Range<usize>) {
        match tag {
            TagEnd::TableHead => {
                if let Some(Frame::Table { head, row, .. }) = self.stack.last_mut() {
                    *head = std::mem::take(row);
                }
                return;
            }
            TagEnd::TableRow => {
                if let Some(Frame::Table { rows, row, .. }) = self.stack.last_mut() {
                    rows.push(std::mem::take(row));
                }
                return;
            }
            _ => {}
        }
        // The root is never ended by an event.
        if self.stack.len() < 2 {
            return;
        }
        match self.stack.pop() {
            Some(Frame::Blocks { holder, mut blocks, mut places, run, start }) => {
                flush(&mut blocks, &mut places, run, start..at.end);
                self.end_blocks(holder, blocks, at);
            }
            Some(Frame::Run { run, inlines }) => self.end_run(run, inlines, at),
            Some(Frame::List { start, items }) => self.push_block(Block::List { start, items }, at),
            Some(Frame::Table { align, head, rows, .. }) => {
                self.push_block(Block::Table { align, head, rows }, at);
            }
            Some(Frame::Definitions(definitions)) => {
                self.push_block(Block::Definitions(definitions), at);
            }
            Some(Frame::Code(code)) => self.push_block(Block::Code(code), at),
            Some(Frame::Html) | None => {}
        }
    }

    fn refuse_html(&mut self, at: &Range<usize>, html: &str) {
        let at = trim_end(self.source, at.clone());
        let found = if html.is_empty() {
            self.source.get(at.clone()).unwrap_or_default().lines().next().unwrap_or_default()
        } else {
            html
        };
        let message = format!("不接受 HTML：“{}”", short(found.trim()));
        self.notes.error(
            &at,
            "raw-html",
            message,
            "改用 Markdown 的写法；要显示尖括号本身，写成 \\<",
        );
    }

    fn finish(mut self) -> Text {
        self.check_words();
        if let Some(Frame::Blocks { blocks, places, .. }) = self.stack.into_iter().next() {
            self.text.markup.blocks = blocks;
            self.text.places = places;
        }
        let mut labels: Vec<(String, usize)> = self.marks.into_iter().collect();
        labels.sort_by_key(|(_, number)| *number);
        for (label, _) in labels {
            let blocks = self.definitions.remove(&label).map(|(blocks, _)| blocks);
            self.text.markup.footnotes.push(blocks.unwrap_or_default());
        }
        let mut unused: Vec<(String, Range<usize>)> =
            self.definitions.into_iter().map(|(label, (_, at))| (label, at)).collect();
        unused.sort_by_key(|(_, at)| at.start);
        for (label, at) in unused {
            self.notes.warn(
                &trim_end(self.source, at),
                "unused-footnote",
                format!("正文里没有引用脚注“{}”，它不会显示", short(&label)),
                format!("在正文里写上 [^{}]，或删去这个脚注", short(&label)),
            );
        }
        self.text
    }
}

fn trim_end(source: &str, at: Range<usize>) -> Range<usize> {
    let written = source.get(at.clone()).unwrap_or_default();
    at.start..at.start + written.trim_end().len()
}

fn align(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None | Alignment::Left => Align::Start,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::End,
    }
}

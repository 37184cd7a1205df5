//! Running text: Markdown with its places, turned into a tree that holds nothing but words and checked links.
//!
//! The tree is built from the parser's events with a stack of its own, so that no nesting can exhaust the real one.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{Alignment, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::anchor;
use super::callout;
use super::link;
use super::notes::{Name, Notes};
use super::picture;
use super::record::short;
use crate::model::{
    Align, Block, Definition, Inline, Item, Kind, Markup, Target, plain_text,
};

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

/// An element that is still open.
enum Frame {
    /// Holds blocks. Words that stand directly in it (as in a tight list) gather in `run` until a block begins.
    Blocks { holder: Holder, blocks: Vec<Block>, places: Vec<Range<usize>>, run: Vec<Inline>, start: usize },
    /// Holds words.
    Run { run: Run, inlines: Vec<Inline> },
    List { start: Option<u64>, items: Vec<Item> },
    Table { align: Vec<Align>, head: Vec<Vec<Inline>>, rows: Vec<Vec<Vec<Inline>>>, row: Vec<Vec<Inline>> },
    Definitions(Vec<Definition>),
    Code(String),
    /// Raw HTML, which is refused.
    Html,
}

enum Holder {
    Root,
    Quote,
    Item { done: Option<bool> },
    Footnote(String),
    Details,
}

enum Run {
    Paragraph,
    Heading { level: u8, id: Option<String> },
    Emphasis,
    Strong,
    Struck,
    Link { target: Option<Target> },
    Image { path: Option<String> },
    Cell,
    Term,
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
            Tag::Emphasis => run(Run::Emphasis),
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
            // Not switched on: their words stay as words.
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => run(Run::Emphasis),
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

    fn end_blocks(&mut self, holder: Holder, blocks: Vec<Block>, at: Range<usize>) {
        match holder {
            Holder::Quote => {
                let block = callout::read(self.notes, blocks, &at);
                self.push_block(block, at);
            }
            Holder::Item { done } => {
                if let Some(Frame::List { items, .. }) = self.stack.last_mut() {
                    items.push(Item { done, blocks });
                }
            }
            Holder::Footnote(label) => {
                self.definitions.entry(label).or_insert((blocks, at));
            }
            Holder::Details => {
                if let Some(Frame::Definitions(definitions)) = self.stack.last_mut()
                    && let Some(last) = definitions.last_mut()
                {
                    last.details.push(blocks);
                }
            }
            Holder::Root => {}
        }
    }

    fn end_run(&mut self, run: Run, inlines: Vec<Inline>, at: Range<usize>) {
        match run {
            Run::Paragraph => {
                if !inlines.is_empty() {
                    self.push_block(Block::Paragraph(inlines), at);
                }
            }
            Run::Heading { level, id } => {
                let place = trim_end(self.source, at.clone());
                let id = self.anchor(id, &inlines, &place);
                self.text.anchors.insert(id.clone());
                self.push_block(Block::Heading { level, id, text: inlines }, at);
            }
            Run::Emphasis => self.push(Inline::Emphasis(inlines)),
            Run::Strong => self.push(Inline::Strong(inlines)),
            Run::Struck => self.push(Inline::Struck(inlines)),
            Run::Link { target: Some(target) } => {
                self.check_link_text(&target, &inlines, &at);
                let text = if is_blank(&inlines) { Vec::new() } else { inlines };
                self.push(Inline::Link { target, text });
            }
            // A link that is refused leaves its words.
            Run::Link { target: None } => inlines.into_iter().for_each(|inline| self.push(inline)),
            Run::Image { path } => {
                let alt = plain_text(&inlines).trim().to_owned();
                if alt.is_empty() {
                    self.notes.error(
                        &at,
                        "missing-alt",
                        "图片没有文字说明",
                        "在方括号里用一句话说出图上有什么：![说明](images/…)",
                    );
                }
                if let Some(path) = path {
                    self.push(Inline::Image { path, alt });
                }
            }
            Run::Cell => {
                if let Some(Frame::Table { row, .. }) = self.stack.last_mut() {
                    row.push(inlines);
                }
            }
            Run::Term => {
                if let Some(Frame::Definitions(definitions)) = self.stack.last_mut() {
                    definitions.push(Definition { term: inlines, details: Vec::new() });
                }
            }
        }
    }

    /// The anchor of a heading: the one that is written, or one made from its words.
    fn anchor(&mut self, written: Option<String>, words: &[Inline], place: &Range<usize>) -> String {
        if let Some(written) = written {
            let id = anchor::guard(&written);
            if !anchor::is_anchor(&written) {
                self.notes.error(
                    place,
                    "heading-anchor",
                    format!("锚点“{}”里有不能用的字符", short(&written)),
                    "锚点只用汉字、字母、数字、“-”和“_”",
                );
            } else if self.text.anchors.contains(&id) {
                self.notes.error(
                    place,
                    "duplicate-anchor",
                    format!("锚点“{written}”在这一页出现了两次"),
                    "换一个锚点",
                );
            } else {
                return id;
            }
        }
        let slug = anchor::slug(&plain_text(words));
        let number = self.slugs.entry(slug.clone()).or_insert(1);
        let mut id = if *number == 1 { slug.clone() } else { format!("{slug}-{number}") };
        while self.text.anchors.contains(&id) {
            *number += 1;
            id = format!("{slug}-{number}");
        }
        id
    }

    /// Where a link leads; none where its address is refused.
    fn link(&mut self, link_type: LinkType, address: &str, at: &Range<usize>) -> Option<Target> {
        let place = address_place(self.source, link_type, at);
        let mailto;
        let address = if link_type == LinkType::Email {
            mailto = format!("mailto:{address}");
            &mailto
        } else {
            address
        };
        match link::target(address) {
            Ok(target) => {
                match &target {
                    Target::Content(reference) => {
                        self.notes.mention(place, Name::Content(reference.clone()));
                    }
                    Target::Section(section) => self.text.sections.push((section.clone(), place)),
                    Target::Url(_) => {}
                }
                Some(target)
            }
            Err(refusal) => {
                self.notes.error(&place, refusal.code, refusal.message, refusal.hint);
                None
            }
        }
    }

    fn check_link_text(&mut self, target: &Target, text: &[Inline], at: &Range<usize>) {
        match target {
            Target::Content(reference) if reference.kind == Kind::Figure => {
                if !text.is_empty() {
                    self.notes.error(
                        at,
                        "figure-text",
                        "引用数字时方括号里写了字，应当是空的",
                        format!("数字只写在 figures.csv：改成 [](figure:{})", reference.id),
                    );
                }
            }
            Target::Content(_) => {}
            Target::Section(_) | Target::Url(_) => {
                if is_blank(text) {
                    self.notes.error(at, "empty-link", "链接没有文字", "在方括号里写上链接的名字");
                }
            }
        }
    }

    fn check_title(&mut self, at: &Range<usize>, title: &str) {
        if !title.is_empty() {
            self.notes.warn(
                at,
                "link-title",
                format!("引号里的“{}”不会显示", short(title)),
                "把要说的话写进方括号或正文，删去引号部分",
            );
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

    /// A line end between Han characters is no blank.
    fn soft_break(&mut self, at: &Range<usize>) {
        let before = self.source.get(..at.start).and_then(|text| text.chars().next_back());
        let after = self
            .source
            .get(at.end..)
            .and_then(|text| text.chars().find(|char| !char.is_whitespace() && *char != '>'));
        if !before.is_some_and(is_wide) && !after.is_some_and(is_wide) {
            self.push_text(" ");
        }
    }

    /// Reports `[^1]` among words: the parser takes it for words where the footnote is not defined.
    fn check_words(&mut self) {
        let words = std::mem::replace(&mut self.words, 0..0);
        if matches!(self.stack.last(), Some(Frame::Code(_))) {
            return;
        }
        let mut rest = words.clone();
        while let Some(found) = self.source.get(rest.clone()).and_then(|text| text.find("[^")) {
            let start = rest.start + found;
            let inner = self.source.get(start + 2..words.end).unwrap_or_default();
            let length = inner.find([']', '[', '\n']).filter(|end| inner.get(*end..).is_some_and(|text| text.starts_with(']')));
            rest.start = start + 2;
            if let Some(length) = length.filter(|length| *length > 0) {
                let escaped = self.source.get(..start).is_some_and(|before| before.ends_with('\\'));
                if !escaped {
                    let label = short(inner.get(..length).unwrap_or_default());
                    self.notes.error(
                        &(start..start + 2 + length + 1),
                        "undefined-footnote",
                        format!("脚注“{label}”没有内容"),
                        format!("在文末另起一行写“[^{label}]: 脚注的内容”"),
                    );
                }
            }
        }
    }

    fn push_text(&mut self, words: &str) {
        let inlines = match self.stack.last_mut() {
            Some(Frame::Run { inlines, .. } | Frame::Blocks { run: inlines, .. }) => inlines,
            Some(Frame::Code(code)) => return code.push_str(words),
            _ => return,
        };
        match inlines.last_mut() {
            Some(Inline::Text(text)) => text.push_str(words),
            _ => inlines.push(Inline::Text(words.to_owned())),
        }
    }

    fn push(&mut self, inline: Inline) {
        match (inline, self.stack.last_mut()) {
            (Inline::Text(words), _) => self.push_text(&words),
            (inline, Some(Frame::Run { inlines, .. } | Frame::Blocks { run: inlines, .. })) => {
                inlines.push(inline);
            }
            _ => {}
        }
    }

    fn push_block(&mut self, block: Block, at: Range<usize>) {
        if let Some(Frame::Blocks { blocks, places, run, start, .. }) = self.stack.last_mut() {
            flush(blocks, places, std::mem::take(run), *start..at.start);
            blocks.push(block);
            places.push(at);
        }
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
        let mut unused: Vec<(String, (Vec<Block>, Range<usize>))> =
            self.definitions.into_iter().collect();
        unused.sort_by_key(|(_, (_, at))| at.start);
        for (label, (_, at)) in unused {
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

/// Makes a paragraph of the words that have gathered.
fn flush(
    blocks: &mut Vec<Block>,
    places: &mut Vec<Range<usize>>,
    run: Vec<Inline>,
    at: Range<usize>,
) {
    if !run.is_empty() {
        blocks.push(Block::Paragraph(run));
        places.push(at);
    }
}

/// Where the address of a link stands: between the parentheses or the angle brackets.
fn address_place(source: &str, link_type: LinkType, at: &Range<usize>) -> Range<usize> {
    let written = source.get(at.clone()).unwrap_or_default();
    match link_type {
        LinkType::Inline => written.rfind("](").map_or_else(
            || at.clone(),
            |found| {
                let rest = written.get(found + 2..).unwrap_or_default();
                let lead = rest.len() - rest.trim_start_matches([' ', '<']).len();
                let address = rest.get(lead..).unwrap_or_default();
                let length = address.find([' ', '>', '"', '\n']).unwrap_or(address.len());
                let address = address.get(..length).unwrap_or_default();
                let address = if length + lead == rest.len() {
                    address.strip_suffix(')').unwrap_or(address)
                } else {
                    address
                };
                let start = at.start + found + 2 + lead;
                start..start + address.len()
            },
        ),
        LinkType::Autolink | LinkType::Email => at.start + 1..at.end.saturating_sub(1).max(at.start + 1),
        _ => at.clone(),
    }
}

fn trim_end(source: &str, at: Range<usize>) -> Range<usize> {
    let written = source.get(at.clone()).unwrap_or_default();
    at.start..at.start + written.trim_end().len()
}

fn is_blank(inlines: &[Inline]) -> bool {
    inlines.iter().all(|inline| match inline {
        Inline::Text(words) => words.chars().all(link::is_invisible),
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Struck(inner) => is_blank(inner),
        Inline::Break => true,
        Inline::Code(code) => code.trim().is_empty(),
        Inline::Link { .. } | Inline::Image { .. } | Inline::Footnote(_) => false,
    })
}

/// Whether a character is as wide as a Han character, so that no blank belongs between it and the next.
fn is_wide(char: char) -> bool {
    matches!(char, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}')
        || matches!(char, '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}' | '“' | '”' | '‘' | '’' | '…' | '—')
}

fn align(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None | Alignment::Left => Align::Start,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::End,
    }
}

const fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

//! Running text as HTML. The tree has no raw HTML and every word is escaped here, so the result is inert.

use std::fmt::Write as _;

use super::icon::Icon;
use super::render::{Context, escape, push_escaped};
use super::{figure, hotline, law, reference, term};
use crate::model::{
    Align, Block, Callout, Inline, Item, Kind, Markup, Reference, Target, plain_text,
};

/// A text as HTML. `prefix` keeps the anchors of its footnotes apart from those of other texts on the page.
pub(super) fn html(ctx: &Context<'_>, markup: &Markup, prefix: &str) -> String {
    let mut writer = Writer { ctx, prefix, html: String::new(), marks: 0 };
    writer.blocks(&markup.blocks);
    writer.footnotes(&markup.footnotes);
    writer.html
}

/// A text of one paragraph as HTML without the paragraph's own element; any other text whole.
pub(super) fn phrase(ctx: &Context<'_>, markup: &Markup, prefix: &str) -> String {
    let mut writer = Writer { ctx, prefix, html: String::new(), marks: 0 };
    writer.tight(&markup.blocks);
    writer.footnotes(&markup.footnotes);
    writer.html
}

struct Writer<'a> {
    ctx: &'a Context<'a>,
    prefix: &'a str,
    html: String,
    /// How many footnotes have a mark; they are numbered by their first mark, so a lower number is a second mark.
    marks: usize,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, id, text } => {
                let level = (*level).clamp(2, 6);
                let _ = write!(self.html, "<h{level} id=\"{}\">", escape(id));
                self.inlines(text);
                let _ = write!(self.html, "</h{level}>");
            }
            Block::Paragraph(text) => self.wrap("<p>", "</p>", |writer| writer.inlines(text)),
            Block::List { start: None, items } => {
                self.wrap("<ul>", "</ul>", |writer| writer.items(items));
            }
            Block::List { start: Some(1), items } => {
                self.wrap("<ol>", "</ol>", |writer| writer.items(items));
            }
            Block::List { start: Some(start), items } => {
                let open = format!("<ol start=\"{start}\">");
                self.wrap(&open, "</ol>", |writer| writer.items(items));
            }
            Block::Quote(inner) => {
                self.wrap("<blockquote>", "</blockquote>", |writer| writer.blocks(inner));
            }
            Block::Callout(kind, inner) => self.callout(*kind, inner),
            Block::Code(text) => {
                self.html.push_str("<pre tabindex=\"0\"><code>");
                push_escaped(&mut self.html, text);
                self.html.push_str("</code></pre>");
            }
            Block::Table { align, head, rows } => self.table(align, head, rows),
            Block::Definitions(definitions) => self.wrap("<dl>", "</dl>", |writer| {
                for definition in definitions {
                    writer.wrap("<dt>", "</dt>", |writer| writer.inlines(&definition.term));
                    for detail in &definition.details {
                        writer.wrap("<dd>", "</dd>", |writer| writer.tight(detail));
                    }
                }
            }),
            Block::Rule => self.html.push_str("<hr>"),
        }
    }

    fn wrap(&mut self, open: &str, close: &str, inner: impl FnOnce(&mut Self)) {
        self.html.push_str(open);
        inner(self);
        self.html.push_str(close);
    }

    /// Blocks of an item: a lone paragraph needs no `<p>` of its own.
    fn tight(&mut self, blocks: &[Block]) {
        match blocks {
            [Block::Paragraph(text)] => self.inlines(text),
            [Block::Paragraph(text), list @ Block::List { .. }] => {
                self.inlines(text);
                self.block(list);
            }
            _ => self.blocks(blocks),
        }
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item.done {
                None => self.html.push_str("<li>"),
                Some(done) => {
                    let (state, words) =
                        if done { ("done", "已完成") } else { ("open", "未完成") };
                    let _ = write!(
                        self.html,
                        "<li class=\"task\"><span class=\"box {state}\" role=\"img\" aria-label=\"{words}\"></span>"
                    );
                }
            }
            self.tight(&item.blocks);
            self.html.push_str("</li>");
        }
    }

    fn callout(&mut self, kind: Callout, inner: &[Block]) {
        let (class, icon) = match kind {
            Callout::Tip => ("tip", Icon::Tip),
            Callout::Caution => ("caution", Icon::Caution),
            Callout::Urgent => ("alert", Icon::Urgent),
        };
        let _ = write!(
            self.html,
            "<div class=\"callout {class}\" role=\"note\"><p class=\"callout-label\">{}{}</p>",
            icon.svg(),
            kind.label()
        );
        self.blocks(inner);
        self.html.push_str("</div>");
    }

    fn table(&mut self, align: &[Align], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
        let label: Vec<String> = head.iter().map(|cell| plain_text(cell)).collect();
        let _ = write!(
            self.html,
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"表格：{}\"><table><thead><tr>",
            escape(&label.join("、"))
        );
        for (column, cell) in head.iter().enumerate() {
            let _ = write!(self.html, "<th scope=\"col\"{}>", align_class(align.get(column)));
            self.inlines(cell);
            self.html.push_str("</th>");
        }
        self.html.push_str("</tr></thead><tbody>");
        for row in rows {
            self.html.push_str("<tr>");
            for (column, cell) in row.iter().enumerate() {
                let _ = write!(self.html, "<td{}>", align_class(align.get(column)));
                self.inlines(cell);
                self.html.push_str("</td>");
            }
            self.html.push_str("</tr>");
        }
        self.html.push_str("</tbody></table></div>");
    }

    fn footnotes(&mut self, footnotes: &[Vec<Block>]) {
        if footnotes.is_empty() {
            return;
        }
        self.html.push_str("<section class=\"footnotes\" aria-label=\"注释\"><ol>");
        for (index, blocks) in footnotes.iter().enumerate() {
            let number = index + 1;
            let prefix = self.prefix;
            let _ = write!(self.html, "<li id=\"{prefix}note-{number}\">");
            self.tight(blocks);
            let _ = write!(
                self.html,
                " <a href=\"#{prefix}mark-{number}\" aria-label=\"回到注 {number}\">↩</a></li>"
            );
        }
        self.html.push_str("</ol></section>");
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => self.text(text),
            Inline::Emphasis(inner) => self.wrap("<em>", "</em>", |writer| writer.inlines(inner)),
            Inline::Strong(inner) => {
                self.wrap("<strong>", "</strong>", |writer| writer.inlines(inner));
            }
            Inline::Struck(inner) => self.wrap("<s>", "</s>", |writer| writer.inlines(inner)),
            Inline::Code(text) => {
                self.wrap("<code>", "</code>", |writer| push_escaped(&mut writer.html, text));
            }
            Inline::Break => self.html.push_str("<br>"),
            Inline::Link { target, text } => {
                let before = std::mem::take(&mut self.html);
                self.inlines(text);
                let words = std::mem::replace(&mut self.html, before);
                match target {
                    Target::Content(reference) => self.reference(reference, &words),
                    Target::Section(id) => self.anchor(&format!("#{id}"), "", &words),
                    Target::Url(url) => {
                        self.anchor(url, " class=\"out\" rel=\"noopener noreferrer\"", &words);
                    }
                }
            }
            Inline::Image { path, alt } => {
                let _ = write!(
                    self.html,
                    "<img src=\"{}\" alt=\"{}\" loading=\"lazy\" decoding=\"async\">",
                    escape(&self.ctx.links.file(path)),
                    escape(alt)
                );
            }
            Inline::Footnote(index) => {
                let (prefix, number) = (self.prefix, index + 1);
                self.html.push_str("<sup><a");
                if number > self.marks {
                    self.marks = number;
                    let _ = write!(self.html, " id=\"{prefix}mark-{number}\"");
                }
                let _ = write!(
                    self.html,
                    " href=\"#{prefix}note-{number}\" aria-label=\"注 {number}\">{number}</a></sup>"
                );
            }
        }
    }

    /// Words; a run of underscores is a line to write on.
    fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find("____") {
            let (before, line) = rest.split_at(at);
            push_escaped(&mut self.html, before);
            self.html.push_str("<span class=\"blank\" role=\"img\" aria-label=\"填写\"></span>");
            rest = line.trim_start_matches('_');
        }
        push_escaped(&mut self.html, rest);
    }

    fn anchor(&mut self, href: &str, attributes: &str, words: &str) {
        let href = escape(href);
        let words = if words.is_empty() { &href } else { words };
        let _ = write!(self.html, "<a href=\"{href}\"{attributes}>{words}</a>");
    }

    fn reference(&mut self, reference: &Reference, words: &str) {
        let (portal, id) = (self.ctx.portal, reference.id.as_str());
        match reference.kind {
            Kind::Hotline => return self.html.push_str(&hotline::inline(self.ctx, id, words)),
            Kind::Law => return self.html.push_str(&law::citation(self.ctx, reference, words)),
            Kind::Figure => return self.html.push_str(&figure::inline(self.ctx, id)),
            Kind::Term => return self.html.push_str(&term::inline(self.ctx, id, words)),
            _ => {}
        }
        let found = reference::resolve(portal, reference);
        // The content stage has refused what does not exist; the words alone are the safe rest.
        let Some((route, title)) = found else { return self.html.push_str(words) };
        let links = self.ctx.links;
        let href = match &reference.section {
            Some(section) => links.to_section(&route, section),
            None => links.to(&route),
        };
        if words.is_empty() || words.contains(&title) {
            let words = if words.is_empty() { escape(&title) } else { words.to_owned() };
            return self.anchor(&href, "", &words);
        }
        // On paper “这一页” leads nowhere: there the title is printed beside it.
        let title = format!(" data-page=\"{}\"", escape(&title));
        self.anchor(&href, &title, words);
    }
}

fn align_class(align: Option<&Align>) -> &'static str {
    match align {
        Some(Align::Center) => " class=\"center\"",
        Some(Align::End) => " class=\"end\"",
        Some(Align::Start) | None => "",
    }
}

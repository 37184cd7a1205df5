//! `pages/**/*.md`.

use std::collections::HashSet;

use super::chart;
use super::front;
use super::lint;
use super::markdown;
use super::notes::{Notes, Period};
use super::record::{Key, Record, may, must};
use crate::model::{Layout, Page};

const KEYS: &[Key] = &[
    must("标题", "title"),
    must("摘要", "description"),
    may("中性标题", "discreet_title"),
    may("敏感", "sensitive"),
    may("页脚", "footer"),
    may("顺序", "order"),
    may("版式", "layout"),
    may("核验", "checked"),
    may("图表", "charts"),
];

/// Reads a page, and the anchors of its headings.
pub(super) fn read(notes: &mut Notes<'_>, id: &str) -> (Page, HashSet<String>) {
    let halves = front::split(notes);
    let mut page = Page {
        id: id.to_owned(),
        title: String::new(),
        discreet_title: None,
        description: String::new(),
        sensitive: false,
        in_footer: false,
        order: 0,
        layout: Layout::Framed,
        checked: None,
        charts: Vec::new(),
        body: crate::model::Markup::default(),
    };
    if let Some(range) = halves.front {
        let mut fields = front::fields(notes, range, KEYS);
        page.title = fields.title();
        page.description = fields.words("摘要");
        page.discreet_title = fields.optional("中性标题");
        page.sensitive = fields.flag("敏感");
        page.in_footer = fields.flag("页脚");
        page.order = fields.integer("顺序").unwrap_or_default();
        page.layout = fields
            .choice(
                "版式",
                &[("正常", Layout::Framed), ("空白", Layout::Bare)],
                &[("framed", Layout::Framed), ("bare", Layout::Bare)],
            )
            .unwrap_or(Layout::Framed);
        page.checked = fields.checked(Period::None);
        page.charts = chart::charts(&mut fields);
    }
    lint::page(notes, &halves.body);
    let text = markdown::parse(notes, halves.body);
    markdown::check_headings(notes, &text);
    page.body = text.markup;
    (page, text.anchors)
}

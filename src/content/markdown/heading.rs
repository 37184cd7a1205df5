//! Headings in running text: their anchors, and their levels. These begin at the second, since the title is the first.

use std::ops::Range;

use pulldown_cmark::HeadingLevel;

use super::{Builder, Text};
use crate::content::anchor;
use crate::content::nearest::suggest;
use crate::content::notes::Notes;
use crate::content::record::short;
use crate::model::{Block, Inline, plain_text};

impl Builder<'_, '_> {
    /// The anchor of a heading: the one that is written, or one made from its words.
    pub(super) fn anchor(
        &mut self,
        written: Option<String>,
        words: &[Inline],
        place: &Range<usize>,
    ) -> String {
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
}

/// Checks the headings of a page or a place, and the links to them.
pub(in crate::content) fn check_headings(notes: &mut Notes<'_>, text: &Text) {
    let mut above: u8 = 1;
    for (block, place) in text.markup.blocks.iter().zip(&text.places) {
        let Block::Heading { level, .. } = block else { continue };
        let written = notes.text.source.get(place.clone()).unwrap_or_default();
        let place = place.start..place.start + written.trim_end().len();
        if *level == 1 {
            notes.error(
                &place,
                "heading-level",
                "正文里用了一级标题“#”，一级标题只有页面的标题",
                "改成二级标题“##”",
            );
        } else if *level > above + 1 {
            let (found, right) = ("#".repeat((*level).into()), "#".repeat((above + 1).into()));
            notes.error(
                &place,
                "heading-jump",
                format!("标题从 {above} 级跳到了 {level} 级"),
                format!("把“{found}”改成“{right}”"),
            );
        }
        above = *level;
    }
    for (section, place) in &text.sections {
        if !text.anchors.contains(section) {
            let message = format!("这一页没有锚点是“{section}”的标题");
            let mut anchors: Vec<&str> = text.anchors.iter().map(String::as_str).collect();
            anchors.sort_unstable();
            let hint = suggest(section, anchors, "锚点是标题里的字，标点换成“-”");
            notes.error(place, "unknown-section", message, hint);
        }
    }
}

pub(super) const fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

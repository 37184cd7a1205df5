//! The levels of headings in a running text: they begin at the second, since the title is the first, and skip none.

use super::markdown::Text;
use super::notes::Notes;
use crate::model::Block;

/// Checks the headings of a page or a place, and the links to them.
pub(super) fn check(notes: &mut Notes<'_>, text: &Text) {
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
            let hint = super::nearest::suggest(section, anchors, "锚点是标题里的字，标点换成“-”");
            notes.error(place, "unknown-section", message, hint);
        }
    }
}

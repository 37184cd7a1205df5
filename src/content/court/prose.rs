//! The texts around a script: what a class prepares, how it watches, and how it leaves the roles behind.

use super::script::Part;
use crate::content::markdown;
use crate::content::notes::Notes;
use crate::model::{Block, CourtPart, Markup, plain_text};

/// The sections of 庭后讨论, in order.
const DEBRIEF: [&str; 4] = ["走出角色", "早一步", "三个问题", "如果有同学说出自己的事"];

/// Reads one of them.
pub(super) fn read(notes: &mut Notes<'_>, kind: CourtPart, part: &Part<'_>) -> Markup {
    crate::content::lint::court_prose(notes, &part.text.range());
    let text = markdown::parse(notes, part.text.range()).markup;
    let table: &[&str] = match kind {
        CourtPart::Preparation => &["哪天", "老师", "学生"],
        CourtPart::Deliberation => &["问题", "想一想"],
        CourtPart::Score => &["看什么", "分"],
        CourtPart::Debrief => &["早一步做什么", "谁来做", "去哪里看"],
        CourtPart::Goals | CourtPart::Knowledge => &[],
    };
    if !table.is_empty() && !part.text.is_empty() && !has_table(&text, table) {
        let head = table.join(" | ");
        let message = format!("“## {}”下面没有标题是“{head}”的表", kind.label());
        notes.error(&part.place, "part-table", message, format!("写一张表：| {head} |"));
    }
    if kind == CourtPart::Debrief {
        check_debrief(notes, &text, part);
    }
    text
}

fn has_table(text: &Markup, names: &[&str]) -> bool {
    text.blocks.iter().any(|block| match block {
        Block::Table { head, rows, .. } => {
            let head = head.iter().map(|cell| plain_text(cell).trim().to_owned());
            !rows.is_empty() && head.eq(names.iter().copied())
        }
        _ => false,
    })
}

/// Nobody is left in a role, and nobody who tells something alone.
fn check_debrief(notes: &mut Notes<'_>, text: &Markup, part: &Part<'_>) {
    let found: Vec<String> = text
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level: 3, text, .. } => Some(plain_text(text).trim().to_owned()),
            _ => None,
        })
        .collect();
    if !found.iter().eq(DEBRIEF.iter()) {
        let names = DEBRIEF.map(|name| format!("### {name}")).join("、");
        let missing: Vec<&str> =
            DEBRIEF.into_iter().filter(|name| !found.iter().any(|it| it == name)).collect();
        let message = if missing.is_empty() {
            "“## 庭后讨论”下面的小标题不对".to_owned()
        } else {
            format!("“## 庭后讨论”缺少：{}", missing.join("、"))
        };
        notes.error(&part.place, "debrief-part", message, format!("依次写：{names}"));
    }
}

//! 需要核实, 待遇, 材料 and 到哪里办.

use super::part::{Part, first_line};
use crate::content::footnote;
use crate::content::grid::{self, GridRow};
use crate::content::notes::Notes;
use crate::content::record::{Key, Record, may, must, short, split};
use crate::model::policy::{Benefit, Door, Paper, Policy, Seat};
use crate::model::{Block, Inline, Markup, PartialDate};

const BENEFITS: &[Key] = &[
    must("内容", "name"),
    may("金额", "amount"),
    may("单位", "unit"),
    may("区划", "area"),
    may("起", "from"),
    may("止", "until"),
    may("来源", "source"),
];

const PAPERS: &[Key] = &[
    must("材料", "name"),
    may("何时需要", "needed"),
    may("谁出具", "issuer"),
    may("可免", "waived"),
];

const DOORS: &[Key] = &[must("地点", "place"), must("哪里的", "seat"), may("说明", "note")];

/// What a person has to verify: the items of a list.
pub(super) fn verify(notes: &mut Notes<'_>, part: &Part, footnotes: &[Vec<Block>]) -> Vec<Markup> {
    let mut items = Vec::new();
    for (block, place) in &part.blocks {
        if let Block::List { items: listed, .. } = block {
            let listed = listed.iter().map(|item| footnote::part(item.blocks.clone(), footnotes));
            items.extend(listed);
        } else {
            let at = first_line(notes, place);
            let message = "“## 需要核实”下面只写列表";
            notes.error(&at, "not-a-list", message, "一项一行，以“- ”开头");
        }
    }
    items
}

/// What there is to receive.
pub(super) fn benefits(notes: &mut Notes<'_>, part: &Part) -> Vec<Benefit> {
    let mut benefits = Vec::new();
    let headings = "| 内容 | 金额 | 单位 | 区划 | 起 | 止 | 来源 |";
    let Some((table, place)) = part.table(notes, headings, |_| false) else { return benefits };
    grid::read(notes, BENEFITS, table, place, |row| benefits.extend(benefit(row)));
    benefits
}

fn benefit(row: &mut GridRow<'_, '_>) -> Option<Benefit> {
    let name = row.text("内容");
    let amount = row.text("金额");
    let unit = row.optional("单位");
    let sources = row.sources("来源");
    if let Some(spot) = &amount {
        let at = &spot.range;
        if !is_decimal(&spot.value) {
            let message = format!("“金额”应当只有数字和小数点，写成了“{}”", short(&spot.value));
            let hint = "几档分几行写，单位写在“单位”；不知道就空着，不要估";
            row.notes().error(at, "bad-number", message, hint);
        }
        if unit.is_none() {
            row.notes().error(at, "amount-without-unit", "金额没有单位", "在“单位”写 元/月 等");
        }
        if sources.is_empty() {
            let hint = "在“来源”写 sources.csv 里的编号；没有来源的金额不要写";
            row.notes().error(at, "amount-without-source", "金额没有来源", hint);
        }
    }
    let until = row.place("止");
    let (from, end) = (row.partial_date("起"), row.partial_date("止"));
    if let (Some(first), Some(last)) = (from, end)
        && last_day(last) < first
    {
        let message = format!("{last} 在 {first} 之前");
        row.notes().error(&until, "reversed-dates", message, "“止”不早于“起”");
    }
    Some(Benefit {
        area: row.area("区划"),
        name: name?.value,
        amount: amount.map(|spot| spot.value),
        unit,
        from,
        until: end,
        sources,
    })
}

/// The latest that a date may mean, for comparison with others.
fn last_day(date: PartialDate) -> PartialDate {
    PartialDate { year: date.year, month: date.month.or(Some(12)), day: date.day.or(Some(31)) }
}

fn is_decimal(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    digits(whole) && digits(fraction)
}

/// What to bring; `branches` are the letters that may be named.
pub(super) fn papers(notes: &mut Notes<'_>, part: &Part, branches: &[char]) -> Vec<Paper> {
    let mut papers = Vec::new();
    let headings = "| 材料 | 何时需要 | 谁出具 | 可免 |";
    let Some((table, place)) = part.table(notes, headings, |_| false) else { return papers };
    grid::read(notes, PAPERS, table, place, |row| {
        let needed = row.text("何时需要");
        for word in needed.iter().flat_map(|spot| split(&spot.value)) {
            let letter = word.parse::<char>().ok().filter(char::is_ascii_uppercase);
            if let Some(letter) = letter.filter(|letter| !branches.contains(letter)) {
                let at = row.place("何时需要");
                let message = format!("条件表里没有分支“{letter}”");
                let hint = "写“都要”、条件表里的字母（几个用“;”隔开），或一句话";
                row.notes().error(&at, "unknown-branch", message, hint);
            }
        }
        papers.push(Paper {
            name: row.inlines("材料"),
            needed: needed.map(|spot| spot.value).unwrap_or_default(),
            issuer: row.inlines("谁出具"),
            waived: row.inlines("可免"),
        });
    });
    papers
}

/// Where to go, and below the table 时限 and 线上.
pub(super) fn doors(
    notes: &mut Notes<'_>,
    part: &Part,
    policy: &mut Policy,
    footnotes: &[Vec<Block>],
) {
    let is_list = |block: &Block| matches!(block, Block::List { .. });
    if let Some((table, place)) = part.table(notes, "| 地点 | 哪里的 | 说明 |", is_list) {
        grid::read(notes, DOORS, table, place, |row| {
            let kind = row.text("地点");
            let seat = row.choice("哪里的", &Seat::ALL.map(|it| (it.label(), it)), &[]);
            let note = row.inlines("说明");
            if let (Some(kind), Some(seat)) = (kind, seat) {
                policy.doors.push(Door { place: kind.value, seat, note });
            }
        });
    }
    for (block, place) in &part.blocks {
        let Block::List { items, .. } = block else { continue };
        for item in items {
            match line(&item.blocks) {
                Some(("时限", blocks)) => {
                    policy.time_limit = Some(footnote::part(blocks, footnotes));
                }
                Some(("线上", blocks)) => policy.online = Some(footnote::part(blocks, footnotes)),
                _ => {
                    let at = first_line(notes, place);
                    let message = "表下面的列表只写“时限:”和“线上:”";
                    notes.error(&at, "door-line", message, "写成“- 时限: …”或“- 线上: …”");
                }
            }
        }
    }
}

/// The word before the colon of an item, and the item without it.
fn line(blocks: &[Block]) -> Option<(&'static str, Vec<Block>)> {
    let mut blocks = blocks.to_vec();
    let Some(Block::Paragraph(inlines)) = blocks.first_mut() else { return None };
    let Some(Inline::Text(text)) = inlines.first_mut() else { return None };
    let (word, rest) = text.split_once([':', '：'])?;
    let word = ["时限", "线上"].into_iter().find(|it| *it == word.trim())?;
    *text = rest.trim_start().to_owned();
    Some((word, blocks))
}

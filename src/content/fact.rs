//! `facts.csv`: what is asked, and what may never be asked.

use std::collections::HashSet;

use super::notes::Notes;
use super::record::{Key, Record, may, must, short, split};
use super::table::{self, Row, unique};
use crate::model::PartialDate;
use crate::model::policy::{Fact, FactKind, Owner};

const KEYS: &[Key] = &[
    must("编号", "id"),
    must("类型", "kind"),
    may("选项", "choices"),
    must("可改变", "changeable"),
    must("归属", "owner"),
    must("敏感度", "sensitivity"),
    may("安全", "safety"),
    may("先问", "early"),
    must("问孩子", "ask_child"),
    must("问家长", "ask_parent"),
    must("问老师", "ask_helper"),
    may("帮助", "help"),
    may("帮助孩子", "help_child"),
];

/// More questions than these are no finder.
const MOST: usize = 500;

/// Greater numbers than this are asked of nobody.
const LARGEST: i32 = 1_000_000;

/// What nobody may be told to change: 差一点 must not be said of a death.
const FIXED: [&str; 13] = [
    "年龄",
    "户籍",
    "死亡",
    "去世",
    "失踪",
    "失联",
    "重病",
    "残疾",
    "重残",
    "服刑",
    "强戒",
    "监狱",
    "撤销监护",
];

/// What no question asks about: those for whom it is so find a door to a person.
const FORBIDDEN: [&str; 13] = [
    "艾滋",
    "HIV",
    "犯罪",
    "犯法",
    "违法",
    "性侵",
    "猥亵",
    "强奸",
    "侵害",
    "虐待",
    "打你",
    "打孩子",
    "伤害",
];

/// Answers that every question has.
const ALWAYS: [&str; 3] = ["不清楚", "不知道", "不想回答"];

/// Reads the facts.
pub(super) fn read(notes: &mut Notes<'_>) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    let mut seen = HashSet::new();
    let mut number = 0;
    table::read(notes, KEYS, |row| {
        number += 1;
        if number <= MOST {
            facts.extend(fact(row, &mut seen));
        } else if let Some(id) = row.text("编号").filter(|_| number == MOST + 1) {
            let message = format!("超过 {MOST} 行，后面的没有读");
            row.notes().error(&id.range, "too-many-rows", message, "删去没有政策用到的事实");
        }
    });
    facts
}

fn fact(row: &mut Row<'_, '_>, seen: &mut HashSet<String>) -> Option<Fact> {
    let id = row.text("编号");
    if let Some(id) = id.as_ref().filter(|id| !id.value.chars().all(char::is_alphanumeric)) {
        let message = format!("编号“{}”里有不能用的字符", short(&id.value));
        let hint = "只用汉字、字母和数字，不带标点和空格，例如 父亲情况";
        row.notes().error(&id.range, "bad-fact-name", message, hint);
    }
    let kind = kind(row);
    let changeable = row.text("可改变").map(|spot| spot.range);
    let fact = Fact {
        id: id.as_ref().map(|id| id.value.clone()).unwrap_or_default(),
        changeable: row.flag("可改变"),
        owner: row
            .choice("归属", &Owner::ALL.map(|owner| (owner.label(), owner)), &[])
            .unwrap_or(Owner::Child),
        sensitivity: row
            .choice("敏感度", &[("0", 0), ("1", 1), ("2", 2), ("3", 3)], &[])
            .unwrap_or_default(),
        safety: row.flag("安全"),
        early: row.flag("先问"),
        ask_child: question(row, "问孩子"),
        ask_parent: question(row, "问家长"),
        ask_helper: question(row, "问老师"),
        help: row.optional("帮助"),
        help_child: row.optional("帮助孩子"),
        kind: kind?,
    };
    if let Some(at) = changeable.filter(|_| fact.changeable) {
        let mut words = fact.kind.choices();
        words.push(&fact.id);
        let fixed = FIXED.into_iter().find(|fixed| words.iter().any(|it| it.contains(fixed)));
        if let Some(fixed) = fixed {
            let message = format!("“{fixed}”不是谁能改变的");
            row.notes().error(&at, "not-changeable", message, "“可改变”写“否”");
        }
    }
    unique(row, &id?, seen, "编号").then_some(fact)
}

fn question(row: &mut Row<'_, '_>, name: &'static str) -> String {
    let Some(spot) = row.text(name) else { return String::new() };
    if let Some(word) = FORBIDDEN.into_iter().find(|word| spot.value.contains(word)) {
        let message = format!("“{name}”问到了“{word}”");
        let hint = "不问孩子做过或受过什么侵害、是谁做的、有没有感染艾滋病；这样的政策写成“求助门”";
        row.notes().error(&spot.range, "forbidden-question", message, hint);
    }
    spot.value
}

/// 类型 and 选项.
fn kind(row: &mut Row<'_, '_>) -> Option<FactKind> {
    let words = ["是否", "枚举", "多选", "整数", "日期", "区划"].map(|word| (word, word));
    let kind = row.choice("类型", &words, &[]);
    let choices = row.text("选项");
    let place = choices.as_ref().map(|spot| spot.range.clone());
    let place = place.or_else(|| row.text("编号").map(|spot| spot.range));
    let read = match (kind?, choices) {
        ("是否", None) => return Some(FactKind::Flag),
        ("区划", None) => return Some(FactKind::Area),
        (word @ ("是否" | "区划"), Some(_)) => Err(format!("“{word}”没有选项，这里应当是空的")),
        (word, None) => Err(format!("“{word}”没有写选项")),
        ("枚举", Some(spot)) => values(&spot.value, 2).map(FactKind::Choice),
        ("多选", Some(spot)) => values(&spot.value, 1).map(FactKind::Many),
        ("整数", Some(spot)) => number(&spot.value),
        (_, Some(spot)) => days(&spot.value),
    };
    match (read, place) {
        (Ok(kind), _) => Some(kind),
        (Err(message), place) => {
            let hint = "枚举、多选写 甲;乙;丙，整数写 0-25 岁，日期写 2000-01-01..2030-12-31，是否、区划留空；“不清楚”总会有，不用写";
            row.notes().error(&place.unwrap_or_default(), "bad-choices", message, hint);
            None
        }
    }
}

fn values(cell: &str, fewest: usize) -> Result<Vec<String>, String> {
    let values = split(cell);
    // Examples part what is written of an answer at these.
    let marks = |value: &&String| value.contains(['|', '+', '?', '=', '｜', '＋', '？', '＝']);
    if let Some(value) = values.iter().find(marks) {
        return Err(format!("选项“{}”里有不能用的符号", short(value)));
    }
    if let Some(value) = values.iter().find(|value| ALWAYS.contains(&value.as_str())) {
        return Err(format!("“{value}”每个问题都有，不用写"));
    }
    let twice = values.iter().enumerate().find(|(at, value)| values[..*at].contains(value));
    if let Some((_, value)) = twice {
        return Err(format!("选项“{}”写了两次", short(value)));
    }
    if values.len() < fewest || values.len() > 64 {
        return Err(format!("有 {} 个选项，应当是 {fewest} 到 64 个", values.len()));
    }
    Ok(values)
}

/// `0-25 岁`.
fn number(words: &str) -> Result<FactKind, String> {
    let wrong = || format!("“{}”不是一段整数", short(words));
    let digits = |text: &str| text.find(|char: char| !char.is_ascii_digit()).unwrap_or(text.len());
    let (first, rest) = words.split_at(digits(words));
    let rest = rest.trim_start().strip_prefix(['-', '–', '~']).ok_or_else(wrong)?.trim_start();
    let (last, unit) = rest.split_at(digits(rest));
    match (first.parse(), last.parse()) {
        (Ok(first), Ok(last)) if first < last && last <= LARGEST => {
            Ok(FactKind::Number { first, last, unit: unit.trim().to_owned() })
        }
        _ => Err(wrong()),
    }
}

/// `2000-01-01..2030-12-31`.
fn days(words: &str) -> Result<FactKind, String> {
    let day = |text: &str| PartialDate::parse(text).and_then(PartialDate::day);
    let ends = words.split_once("..").and_then(|(first, last)| Some((day(first)?, day(last)?)));
    match ends {
        Some((first, last)) if first < last => Ok(FactKind::Date { first, last }),
        _ => Err(format!("“{}”不是一段日期", short(words))),
    }
}

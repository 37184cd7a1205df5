//! Numbers that stand in running text: those of few children, and those that belong into `figures.csv`.

use std::ops::Range;

use crate::content::notes::Notes;

/// Fewer children than this can be recognised by those who know the place.
const FEW: u32 = 10;

const CHILDREN: [&str; 8] = ["儿童", "孩子", "未成年", "少年", "孤儿", "子女", "女孩", "男孩"];

/// What makes a word for children one for grown-ups, or for a place: 儿童主任, 儿童之家.
const NOT_CHILDREN: [&str; 9] =
    ["主任", "督导员", "律师", "法官", "老师", "专干", "之家", "宫", "保护"];

/// How far from the number the word for a child may stand, in characters.
const NEAR: usize = 8;

/// What is counted with 名 or 人, so that the number is one of persons.
const OF_PERSONS: [char; 4] = ['名', '位', '人', '个'];

/// The units of a figure. Years, hours, ages and articles are none.
const UNITS: &str = "个人名位户家所间件场次项支条万亿元倍%％";

/// A number in the text and the character that follows it.
struct Found {
    range: Range<usize>,
    value: Option<u32>,
    arabic: bool,
    unit: char,
}

/// Every number with what follows it, a blank between them or none.
fn numbers(prose: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut chars = prose.char_indices().peekable();
    let mut before = ' ';
    while let Some((start, char)) = chars.next() {
        let previous = before;
        // 第 17 条 is written with a blank, too.
        if !(char == ' ' && previous == '第') {
            before = char;
        }
        let arabic = char.is_ascii_digit();
        let small = "两二三四五六七八九".chars().position(|digit| digit == char);
        if !arabic && small.is_none() {
            continue;
        }
        let mut end = start + char.len_utf8();
        if arabic {
            while let Some((at, next)) =
                chars.next_if(|(_, next)| next.is_ascii_digit() || matches!(next, '.' | ','))
            {
                end = at + next.len_utf8();
                before = next;
            }
        }
        let written = prose.get(start..end).unwrap_or_default();
        // 第 17 条 is an article, v2 a name, and 十三 a numeral of several characters.
        let part = previous.is_ascii_alphanumeric()
            || matches!(previous, '第' | '-' | '/' | '_' | '.')
            || (!arabic && "十百千零第".contains(previous));
        let rest = prose.get(end..).unwrap_or_default().trim_start_matches(' ');
        let Some(unit) = rest.chars().next().filter(|_| !part) else { continue };
        let value = if arabic {
            written.parse().ok()
        } else {
            // 两 and 二 are both 2.
            small.and_then(|index| u32::try_from(index.max(1) + 1).ok())
        };
        let end = prose.len() - rest.len() + unit.len_utf8();
        found.push(Found { range: start..end, value, arabic, unit });
    }
    found
}

/// Reports 3 名困境儿童, 残疾儿童 7 人.
pub(super) fn small_counts(notes: &mut Notes<'_>, prose: &str, start: usize) {
    for number in numbers(prose) {
        // 两个孩子 tells a story; 三名儿童 and 3 个孩子 count.
        let counts = if number.arabic {
            OF_PERSONS.contains(&number.unit)
        } else {
            matches!(number.unit, '名' | '位')
        };
        let few = number.value.is_some_and(|value| (1..FEW).contains(&value));
        if !counts || !few {
            continue;
        }
        let clause = |char: &char| !"，。；：、！？（）()\n".contains(*char);
        let after: String = prose
            .get(number.range.end..)
            .unwrap_or_default()
            .chars()
            .take_while(clause)
            .take(NEAR)
            .collect();
        let before = prose.get(..number.range.start).unwrap_or_default();
        let before: String = before.chars().rev().take_while(clause).take(NEAR).collect();
        let before: String = before.chars().rev().collect();
        let holds = |text: &str| {
            CHILDREN.iter().any(|child| {
                text.match_indices(child).any(|(at, _)| {
                    let rest = text.get(at + child.len()..).unwrap_or_default();
                    let rest = rest.trim_start_matches(['人', '年']);
                    !NOT_CHILDREN.iter().any(|word| rest.starts_with(word))
                })
            })
        };
        if holds(&after) || holds(&before) {
            let written = prose.get(number.range.clone()).unwrap_or_default();
            notes.error(
                &(start + number.range.start..start + number.range.end),
                "small-count",
                format!("“{written}”孩子，少到能认出是谁"),
                "删去数字：人数很少的孩子只写得到了什么帮助",
            );
        }
    }
}

/// Reports a number with a unit that is not referred to by its row in `figures.csv`.
pub(super) fn bare_figures(notes: &mut Notes<'_>, prose: &str, start: usize) {
    for number in numbers(prose).into_iter().filter(|number| number.arabic) {
        if UNITS.contains(number.unit) {
            let written = prose.get(number.range.clone()).unwrap_or_default();
            notes.error(
                &(start + number.range.start..start + number.range.end),
                "bare-figure",
                format!("“{written}”没有出处和日期"),
                "把数字写进 figures.csv，这里写 [](figure:编号)",
            );
        }
    }
}

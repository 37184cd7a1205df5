//! 第十七条 and 第17条: the same article, written in two ways.

use crate::model::law::chinese_number;

/// The other way to write the numbers before 条, 款 or 项 in a folded text; `None` where it has none.
pub(super) fn other_way(folded: &[char]) -> Option<Vec<char>> {
    let mut other = Vec::with_capacity(folded.len());
    let mut changed = false;
    let mut at = 0;
    while let Some(first) = folded.get(at) {
        let rest = folded.get(at..).unwrap_or_default();
        let is_digit = |it: &char| {
            if first.is_ascii_digit() { it.is_ascii_digit() } else { digit(*it).is_some() }
        };
        let length = rest.iter().take_while(|it| is_digit(it)).count();
        let (number, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        let before = at.checked_sub(1).and_then(|before| folded.get(before));
        let counts =
            after.first().is_some_and(|it| "条款项".contains(*it)) || before == Some(&'第');
        let translated = if length > 0 && counts { translate(number) } else { None };
        changed |= translated.is_some();
        match translated {
            Some(translated) => other.extend(translated.chars()),
            None => other.extend(rest.iter().take(length.max(1))),
        }
        at += length.max(1);
    }
    changed.then_some(other)
}

/// The number that these characters write, in digits or in Chinese numerals: below 10,000.
pub(super) fn value(number: &[char]) -> Option<u16> {
    let mut sum = 0_u16;
    let mut one: Option<u16> = None;
    for character in number {
        if let Some(figure) = character.to_digit(10) {
            one = Some(one.unwrap_or(0).checked_mul(10)?.checked_add(u16::try_from(figure).ok()?)?);
            continue;
        }
        match digit(*character)? {
            unit @ (10 | 100 | 1000) => {
                sum = sum.checked_add(one.take().unwrap_or(1).checked_mul(unit)?)?;
            }
            figure => one = Some(figure),
        }
    }
    sum.checked_add(one.unwrap_or(0)).filter(|it| (1..10_000).contains(it))
}

fn translate(number: &[char]) -> Option<String> {
    let value = value(number)?;
    let digits = number.first()?.is_ascii_digit();
    let translated = if digits { chinese_number(value) } else { value.to_string() };
    // What is not written as it should be stays as it was typed.
    let back = if digits { value.to_string() } else { chinese_number(value) };
    (back.chars().eq(number.iter().copied())).then_some(translated)
}

fn digit(character: char) -> Option<u16> {
    let digits = "零一二三四五六七八九".chars().zip(0..);
    let units = [('〇', 0), ('两', 2), ('十', 10), ('百', 100), ('千', 1000)];
    digits.chain(units).find(|(it, _)| *it == character).map(|(_, value)| value)
}

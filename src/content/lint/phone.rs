//! Telephone numbers in running text: they stand once, in `hotlines.csv`, with who answers and when that was checked.

use std::ops::Range;

use super::prose::{Quotes, prose};
use crate::content::notes::Notes;
use crate::model::{Kind, Phone};

/// Reports the private mobile number of somebody, in any file. A row of `stations.csv` may hold the one that its unit has
/// published, if it says so; its source is judged elsewhere.
pub(in crate::content) fn personal(notes: &mut Notes<'_>) {
    let seen = prose(&notes.text.source, Quotes::Kept);
    let is_stations = notes.text.file == "stations.csv";
    for range in runs(&seen) {
        let before = seen.get(..range.start).unwrap_or_default().trim_end_matches([':', '：', ' ']);
        let is_public = is_stations && before.ends_with(Phone::PUBLIC_MOBILE);
        if !is_public && is_mobile(seen.get(range.clone()).unwrap_or_default()) {
            notes.error(
                &range,
                "personal-phone",
                "这是一个手机号码，不能写进任何文件",
                "删去号码；要找得到人，写单位公布的固定电话或 12345",
            );
        }
    }
}

/// Reports numbers to call that are not in the table.
pub(super) fn check(notes: &mut Notes<'_>, prose: &str, start: usize) {
    for range in runs(prose) {
        let number = prose.get(range.clone()).unwrap_or_default();
        let at = start + range.start..start + range.end;
        if is_landline(number) {
            notes.error(
                &at,
                "phone-in-text",
                format!("电话“{number}”直接写在文章里，没有出处和核验日期"),
                "写进 hotlines.csv，这里写 [](hotline:号码)",
            );
        } else if is_short_number(number) && !is_amount(prose.get(range.end..).unwrap_or_default())
        {
            notes.mention_content(at, Kind::Hotline, number);
        }
    }
}

/// Digits with hyphens among them that are no part of a word, an address or a longer number.
fn runs(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let inside = |byte: u8| byte.is_ascii_digit() || byte == b'-';
    let joined = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.@+".contains(byte);
    // `hotline:110` and `a.cn/110` are addresses; 值班:020-… and …/138… are numbers.
    let in_address = |at: usize| {
        at.checked_sub(1).and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphabetic)
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let length = bytes.iter().skip(at).take_while(|byte| inside(**byte)).count();
        let range = at..at + length;
        let alone = at.checked_sub(1).is_none_or(|before| match bytes.get(before) {
            Some(b':' | b'/') => !in_address(before),
            byte => byte.is_none_or(|it| !joined(it)),
        }) && bytes.get(range.end).is_none_or(|it| !joined(it) || *it == b'.');
        if length >= 5 && alone && bytes.get(at).is_some_and(u8::is_ascii_digit) {
            found.push(range);
        }
        at += length.max(1);
    }
    found
}

fn is_mobile(number: &str) -> bool {
    let digits: Vec<u8> = number.bytes().filter(u8::is_ascii_digit).collect();
    digits.len() == 11 && digits.first() == Some(&b'1') && digits.get(1) >= Some(&b'3')
}

/// An area code with a hyphen, or a 400 or 800 number.
fn is_landline(number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    match number.split_once('-') {
        Some(("400" | "800", _)) => digits == 10,
        Some((code, rest)) => {
            code.starts_with('0')
                && matches!(code.len(), 3 | 4)
                && matches!(rest.split('-').next().unwrap_or_default().len(), 7 | 8)
        }
        None => digits == 10 && (number.starts_with("400") || number.starts_with("800")),
    }
}

/// The numbers of services: 12xxx, 95xxx, 96xxx.
fn is_short_number(number: &str) -> bool {
    number.len() == 5
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && ["12", "95", "96"].iter().any(|lead| number.starts_with(lead))
}

fn is_amount(after: &str) -> bool {
    after.trim_start().starts_with(['元', '个', '人', '名', '万', '件', '次', '户', '%'])
}

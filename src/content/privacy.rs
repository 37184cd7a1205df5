//! What must not stand in any text: the number of an identity card, and what looks like the real name of a child.

use super::notes::Notes;

/// Looks through a whole file.
pub(super) fn check(notes: &mut Notes<'_>) {
    identity_numbers(notes);
    child_names(notes);
}

/// Citizens' identity numbers (GB 11643): 17 digits and a check character.
fn identity_numbers(notes: &mut Notes<'_>) {
    const LENGTH: usize = 18;
    let bytes = notes.text.source.as_bytes();
    let mut at = 0;
    while let Some(found) = bytes.iter().skip(at).position(u8::is_ascii_digit) {
        at += found;
        let run = bytes.iter().skip(at).take_while(|byte| byte.is_ascii_digit()).count();
        let end = at + run;
        let marked = run == LENGTH - 1 && matches!(bytes.get(end), Some(b'x' | b'X'));
        if (run == LENGTH || marked) && bytes.get(at..at + LENGTH).is_some_and(is_identity) {
            notes.error(
                &(at..at + LENGTH),
                "identity-number",
                "这是一个身份证号码，不能写进任何文件",
                "删去号码；如果已经发给别人，请按个人信息泄露处理",
            );
        }
        at = end + 1;
    }
}

/// Whether 18 characters have the date and the check character of an identity number.
fn is_identity(number: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [u8; 11] = *b"10X98765432";
    let digits: Vec<u32> =
        number.iter().take(17).map(|byte| u32::from(byte.wrapping_sub(b'0'))).collect();
    let part = |from: usize, to: usize| {
        digits.get(from..to).unwrap_or_default().iter().fold(0, |sum, digit| sum * 10 + digit)
    };
    let (year, month, day) = (part(6, 10), part(10, 12), part(12, 14));
    let dated = (1900..=2099).contains(&year)
        && i16::try_from(year).is_ok_and(|year| {
            i8::try_from(month).is_ok_and(|month| {
                i8::try_from(day).is_ok_and(|day| crate::model::Date::new(year, month, day).is_ok())
            })
        });
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    let check = CHECKS.get(sum as usize % CHECKS.len()).copied();
    dated && check == number.last().map(u8::to_ascii_uppercase)
}

/// Family names that seldom begin another word, so that what follows is likely a given name.
const FAMILY_NAMES: &str = "王李张刘陈杨赵黄吴徐孙胡朱林郭罗梁宋郑韩唐冯董曹袁邓彭吕苏卢蒋蔡贾丁魏薛叶潘杜戴汪姜姚谭廖邹熊陆郝崔邱秦侯邵尹黎贺龚";

/// How a given name does not go on: titles, anonymised names, and words that happen to begin like a name.
const NO_NAMES: [&str; 27] = [
    "某", "老师", "同学", "医生", "律师", "校长", "主任", "女士", "先生", "阿姨", "叔叔", "法官",
    "警官", "书记", "林区", "胡说", "胡闹", "孙子", "孙女", "张口", "张开", "张贴", "黄色", "陆续",
    "陈述", "郑重", "杜绝",
];

/// Who is spoken of right before the name.
const CHILDREN: [&str; 8] =
    ["小学生", "中学生", "初中生", "高中生", "学生", "儿童", "女孩", "男孩"];

/// `小学生王丽说`, `12岁的李明，`: one who is named after a word for a child.
fn child_names(notes: &mut Notes<'_>) {
    let source = notes.text.source.as_str();
    for (at, bytes) in source.as_bytes().windows(3).enumerate() {
        // By bytes, because every file passes here: 岁, 生, 童, 孩, 子.
        let [0xE5 | 0xE7, second, third] = bytes else { continue };
        let ends = [(0xB2, 0x81), (0x94, 0x9F), (0xAB, 0xA5), (0xAD, 0xA9), (0xAD, 0x90)];
        if !ends.contains(&(*second, *third)) {
            continue;
        }
        let start = at + bytes.len();
        let (Some(before), Some(after)) = (source.get(..start), source.get(start..)) else {
            continue;
        };
        if !is_child(before) {
            continue;
        }
        let name = after.strip_prefix('的').unwrap_or(after);
        let Some(length) = name_length(name) else { continue };
        let start = source.len() - name.len();
        let written = name.get(..length).unwrap_or_default();
        notes.warn(
            &(start..start + length),
            "child-name",
            format!("“{written}”像是孩子的真名"),
            "改成“小林”“某同学”这样认不出是谁的称呼",
        );
    }
}

fn is_child(before: &str) -> bool {
    if let Some(age) = before.strip_suffix('岁') {
        let digits = age.len() - age.trim_end_matches(|char: char| char.is_ascii_digit()).len();
        return age
            .get(age.len() - digits..)
            .and_then(|age| age.parse::<u8>().ok())
            .is_some_and(|age| (1..18).contains(&age));
    }
    before.ends_with("孩子") || CHILDREN.iter().any(|child| before.ends_with(child))
}

/// How many bytes of a text are a name: a family name, one or two characters, and what may follow a name.
pub(super) fn name_length(text: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    let (_, family) = chars.next()?;
    if !FAMILY_NAMES.contains(family) {
        return None;
    }
    chars.next().filter(|(_, char)| is_han(*char))?;
    for _ in 0..2 {
        let (end, next) = chars.next()?;
        if matches!(next, ',' | '，' | '。' | '、' | '家' | '说' | '的') {
            let name = text.get(..end)?;
            let plain = !NO_NAMES.iter().any(|word| name.contains(word));
            return plain.then_some(end);
        }
        if !is_han(next) {
            return None;
        }
    }
    None
}

fn is_han(char: char) -> bool {
    matches!(char, '一'..='龥')
}

//! What could tell who somebody in a case is (未成年人保护法 103): the name of a school, what looks like a real name.

use crate::content::notes::Notes;
use crate::content::privacy::name_length;

/// How the name of a school ends.
const SCHOOLS: [&str; 4] = ["小学", "中学", "幼儿园", "职校"];

/// What stands before 小学 where no school is named: 在小学, 一所中学, 某中学.
const PLAIN: &str =
    "某所在上读从到个的是和或家近对进去回离这那本他她你我们有校了为向给于升名当边为、";

/// The same, of several characters.
const PLAIN_WORDS: [&str; 10] =
    ["今年", "去年", "明年", "农村", "乡村", "县城", "普通", "公办", "民办", "乡镇"];

/// Reports 阳光小学, and 王小明说.
pub(super) fn check(notes: &mut Notes<'_>, prose: &str, start: usize) {
    for school in SCHOOLS {
        for (at, _) in prose.match_indices(school) {
            let before = prose.get(..at).unwrap_or_default();
            let name: Vec<char> = before
                .chars()
                .rev()
                .take_while(|char| matches!(char, '一'..='龥') && !PLAIN.contains(*char))
                .take(8)
                .collect();
            // 小学生 and 小学高年级 name no school.
            let after = prose.get(at + school.len()..).unwrap_or_default();
            let is_plain = PLAIN_WORDS.iter().any(|word| before.ends_with(word));
            if name.len() < 2 || is_plain || after.starts_with(['生', '低', '中', '高']) {
                continue;
            }
            let length: usize = name.iter().map(|char| char.len_utf8()).sum();
            let name: String = name.iter().rev().collect();
            notes.error(
                &(start + at - length..start + at + school.len()),
                "school-name",
                format!("“{name}{school}”像是学校的名字"),
                "写“学校”“一所小学”，不写名字（未成年人保护法第一百零三条）",
            );
        }
    }
    let begins = |char: char| "。！？；，：、“”\n（ ".contains(char);
    let mut before = '\n';
    for (at, char) in prose.char_indices() {
        if begins(std::mem::replace(&mut before, char))
            && let Some(length) = name_length(prose.get(at..).unwrap_or_default())
        {
            let name = prose.get(at..at + length).unwrap_or_default();
            notes.warn(
                &(start + at..start + at + length),
                "real-name",
                format!("“{name}”像是真名"),
                "改成“小林”“阿宁”这样认不出是谁的称呼",
            );
        }
    }
}

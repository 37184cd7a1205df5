//! Words that say nothing to the reader, and words that grade a child.

use crate::content::notes::Notes;

/// Official filler, and what to write in its place.
const FILLER: [(&str, &str); 42] = [
    ("深入贯彻", "删去，直接写做了什么"),
    ("贯彻落实", "写“照着……做”"),
    ("全面落实", "写谁在做什么"),
    ("狠抓落实", "写谁在做什么"),
    ("高度重视", "删去，直接写做了什么"),
    ("切实", "删去"),
    ("扎实", "删去"),
    ("大力推进", "写做了什么"),
    ("大力加强", "写多做了什么"),
    ("进一步", "删去，或写比以前多了什么"),
    ("有效提升", "写多了什么、快了多少"),
    ("有力保障", "写帮到了谁"),
    ("持续推进", "写接着做什么"),
    ("稳步推进", "写接着做什么"),
    ("统筹推进", "写谁来安排"),
    ("多措并举", "写用了哪几个办法"),
    ("齐抓共管", "写哪几家一起管"),
    ("形成合力", "写哪几家一起做"),
    ("联防联控", "写哪几家一起做"),
    ("保驾护航", "写“保护”"),
    ("护航", "写“保护”"),
    ("筑牢", "写“做好”"),
    ("织密", "写“多设”"),
    ("夯实", "写“做好”"),
    ("赋能", "写“帮助”“培训”"),
    ("工作抓手", "写“办法”"),
    ("闭环", "写“从头跟到尾”"),
    ("常态化", "写“经常”"),
    ("长效机制", "写“一直这样做”"),
    ("抓实抓细", "写具体做什么"),
    ("落细落实", "写具体做什么"),
    ("着力", "删去"),
    ("聚焦", "写“先做”"),
    ("广泛开展", "写“办了”"),
    ("积极引导", "写“请”“教”"),
    ("营造良好氛围", "删去，直接写做了什么"),
    ("引起高度关注", "删去"),
    ("及时寻求", "写找谁、打哪个电话"),
    ("相关部门", "写出是哪一家，例如派出所、民政、学校"),
    ("有关部门", "写出是哪一家，例如派出所、民政、学校"),
    ("有关单位", "写出是哪一家"),
    ("予以", "写“给”，或删去"),
];

/// Reports filler in the portal's own words.
pub(super) fn filler(notes: &mut Notes<'_>, prose: &str, start: usize) {
    for (word, instead) in FILLER {
        for (at, _) in prose.match_indices(word) {
            // 深入贯彻落实 is one mistake, not two.
            let longer = FILLER.iter().any(|(other, _)| {
                other.len() > word.len()
                    && other.match_indices(word).any(|(inside, _)| {
                        at.checked_sub(inside)
                            .and_then(|from| prose.get(from..from + other.len()))
                            .is_some_and(|written| written == *other)
                    })
            });
            if !longer {
                notes.warn(
                    &(start + at..start + at + word.len()),
                    "filler",
                    format!("“{word}”是公文套话，读者不知道要做什么"),
                    instead,
                );
            }
        }
    }
}

/// Reports 陪审团, which no court in China has.
pub(super) fn jury(notes: &mut Notes<'_>, prose: &str, start: usize) {
    const JURY: &str = "陪审团";
    for (at, _) in prose.match_indices(JURY) {
        notes.error(
            &(start + at..start + at + JURY.len()),
            "jury",
            "中国的法庭没有陪审团",
            "写“评议组”；真实的法庭由合议庭或独任法官决定，人民陪审员参加合议庭（人民陪审员法第十四条）",
        );
    }
}

/// Who must not be graded.
const CHILDREN: [&str; 6] = ["儿童", "孩子", "未成年人", "学生", "少年", "个体"];

/// What grades somebody, right after or right before the word for a child.
const GRADES: [&str; 9] =
    ["高风险", "风险等级", "风险分", "评分", "打分", "得分", "分值", "画像", "排名"];

/// Reports 高风险儿童, 儿童评分, 学生的排名.
pub(super) fn scores(notes: &mut Notes<'_>, prose: &str, start: usize) {
    for grade in GRADES {
        for (at, _) in prose.match_indices(grade) {
            let end = at + grade.len();
            let before = prose.get(..at).unwrap_or_default();
            let before = before.strip_suffix('的').unwrap_or(before);
            let before = before.strip_suffix("信息").unwrap_or(before);
            let after = prose.get(end..).unwrap_or_default();
            let after = after.strip_prefix("困境").unwrap_or(after);
            let child =
                CHILDREN.iter().any(|child| before.ends_with(child) || after.starts_with(child));
            if child {
                notes.error(
                    &(start + at..start + end),
                    "child-score",
                    format!("“{grade}”在给孩子分等打分"),
                    "不发布给孩子的评分、等级、排名和画像；只写大人为孩子做什么",
                );
            }
        }
    }
}

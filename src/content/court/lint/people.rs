//! Who is called into court and how, and which parts no lot may decide on.

use super::Script;
use super::flow::{At, Facts, Flow};
use crate::content::notes::Notes;
use crate::model::court::{Act, Casting, Element, Role, Seat};
use crate::model::{Court, CourtKind, plain_text};

/// Reports what no pupil may be drawn for, minors in court, and witnesses who are not told of their duties.
pub(super) fn check(notes: &mut Notes<'_>, script: &Script<'_>) {
    for (role, at) in script.court.roles.iter().zip(&script.places.roles) {
        if role.casting == Casting::Drawn && is_delicate(role) {
            let message = format!("“{}”不能抽签", role.name);
            let hint = "被告人、欺负人的和受害的角色写“自愿”，或者“老师”";
            notes.error(at, "drawn-part", message, hint);
        }
        let called = matches!(role.seat, Seat::Witness | Seat::Victim);
        if called && is_minor(role) && !is_shielded(role) {
            let message = format!("“{}”像是未成年的证人或被害人，一般不出庭", role.name);
            let hint = "改成出示书面证言、录音录像；必须出庭的，在“说明”里写用了什么保护措施（未成年人保护法第一百一十条）";
            notes.error(at, "minor-in-court", message, hint);
        }
    }
    let article = match script.court.kind {
        CourtKind::Civil | CourtKind::Family => "民事诉讼法第一百四十一条第二项",
        CourtKind::Criminal => "刑事诉讼法第一百九十四条",
        CourtKind::Mediation | CourtKind::Hearing => return,
    };
    witnesses(notes, script, article);
}

/// The accused, whoever hurts somebody and whoever is hurt.
fn is_delicate(role: &Role) -> bool {
    const WORDS: [&str; 6] = ["欺凌者", "欺负人", "被欺", "被害", "受害", "施暴"];
    // 被害人的代理人 is none of them.
    const OTHERS: [&str; 9] =
        ["代理人", "律师", "母亲", "父亲", "妈妈", "爸爸", "家长", "辩护", "老师"];
    matches!(role.seat, Seat::Accused | Seat::Victim)
        || (WORDS.iter().any(|word| role.name.contains(word))
            && !OTHERS.iter().any(|word| role.name.contains(word)))
}

/// Whether the table says that somebody is a child.
fn is_minor(role: &Role) -> bool {
    const WORDS: [&str; 3] = ["未成年证人", "未成年被害人", "未成年人证人"];
    let note = plain_text(&role.note);
    role.name.ends_with("同学")
        || role.name.ends_with("学生")
        || role.name.contains("未成年")
        || WORDS.iter().any(|word| note.contains(word))
        || ages(&note).any(|age| age < 18)
}

/// The ages that a text names: 13岁, 十三岁, 十三周岁.
fn ages(text: &str) -> impl Iterator<Item = u32> {
    text.match_indices('岁').filter_map(|(at, _)| {
        let before = text.get(..at)?.trim_end_matches('周').trim_end();
        let digits: Vec<char> = before
            .chars()
            .rev()
            .take_while(|char| char.is_ascii_digit() || "一二三四五六七八九十".contains(*char))
            .collect();
        // 十三, 二十, 二十三, from the end.
        if let Some(place) = digits.iter().position(|char| *char == '十') {
            let ones = digits.get(..place)?.first().copied().map_or(0, value);
            let tens = digits.get(place + 1).copied().map_or(1, value);
            return Some(tens * 10 + ones);
        }
        let age = digits
            .iter()
            .rev()
            .try_fold(0_u32, |age, char| age.checked_mul(10)?.checked_add(value(*char)));
        age.filter(|_| !digits.is_empty())
    })
}

fn value(char: char) -> u32 {
    let han = "一二三四五六七八九".chars().position(|it| it == char);
    char.to_digit(10).or(han.and_then(|at| u32::try_from(at + 1).ok())).unwrap_or_default()
}

/// Whether the table says how a child who has to come is protected.
fn is_shielded(role: &Role) -> bool {
    const WORDS: [&str; 5] = ["保护措施", "屏风", "变声", "视频", "不出庭"];
    let note = plain_text(&role.note);
    WORDS.iter().any(|word| note.contains(word))
}

/// A witness who speaks before anybody has said what that means.
fn witnesses(notes: &mut Notes<'_>, script: &Script<'_>, article: &str) {
    const TOLD: u64 = 1;
    let court = script.court;
    let mut early: Vec<(usize, At)> = Vec::new();
    Flow { court, short: false }.follow(
        |facts: Facts, _, element| {
            if tells_duties(court, element) { facts.with(TOLD) } else { facts }
        },
        |facts, at, element| {
            for role in element.roles() {
                let witness = court.roles.get(*role).is_some_and(|it| it.seat == Seat::Witness);
                if witness && facts.sure & TOLD == 0 && !early.iter().any(|(it, _)| it == role) {
                    early.push((*role, at));
                }
            }
        },
        |_, _| {},
    );
    for (role, at) in early {
        let name = court.roles.get(role).map_or("", |role| role.name.as_str());
        let message = format!("“{name}”作证之前，没有人告知证人的权利义务");
        let hint = format!("先让审判长说，例如“证人要如实作证，作伪证要负法律责任”（{article}）");
        notes.error(&script.element(at.node, at.element), "witness-duties", message, hint);
    }
}

fn tells_duties(court: &Court, element: &Element) -> bool {
    const WORDS: [&str; 6] = ["如实", "伪证", "证人的权利", "证人的义务", "作证的义务", "作证义务"];
    let Act::Line(line) = &element.act else { return false };
    let words = plain_text(&line.words);
    let by_bench = line.speakers.roles().iter().any(|role| {
        court.roles.get(*role).is_some_and(|it| matches!(it.seat, Seat::Bench | Seat::Clerk))
    });
    by_bench && WORDS.iter().any(|word| words.contains(word))
}

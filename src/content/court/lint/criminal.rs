//! 刑事诉讼法 190–202 and the chapter on minors, 277–287: the order of a trial of a minor, and who has to be there.

use std::ops::Range;

use super::Script;
use super::step::{STEP, Step, When};
use crate::content::notes::Notes;
use crate::model::court::{Act, Exit, Role, Seat};
use crate::model::plain_text;

const BENCH: &[Seat] = &[Seat::Bench];
const OPENING: &str = "刑事诉讼法第一百九十条";
const DEBATE: &str = "刑事诉讼法第一百九十八条";
/// What says that a part of the trial is over, not that it begins.
const OVER: &[&str] = &["终结", "结束", "到此"];

/// The steps, in order.
pub(super) const STEPS: &[Step] = &[
    Step {
        name: "查明到庭",
        article: OPENING,
        seats: BENCH,
        words: &["到庭", "到齐", "核对", "身份"],
        say: "审判长：现在查明当事人是否到庭。",
        ..STEP
    },
    Step {
        name: "宣布案由",
        article: OPENING,
        seats: BENCH,
        words: &["案由", "一案"],
        say: "审判长：今天审理被告人阿泽故意伤害一案。",
        ..STEP
    },
    Step {
        name: "宣布合议庭等名单",
        article: OPENING,
        seats: BENCH,
        words: &["名单", "组成合议庭", "合议庭由", "担任审判长", "担任审判员", "担任书记员"],
        say: "审判长：本庭由某某担任审判长，和两名人民陪审员组成合议庭；出庭的公诉人是……，辩护人是……。",
        ..STEP
    },
    Step {
        name: "告知申请回避的权利",
        article: OPENING,
        seats: BENCH,
        words: &["回避"],
        say: "审判长：是否申请回避？",
        ..STEP
    },
    Step {
        name: "告知辩护权利",
        article: OPENING,
        seats: BENCH,
        words: &[
            "辩护权",
            "自行辩护",
            "为自己辩护",
            "自己辩护",
            "辩护的权利",
            "有权辩护",
            "请人辩护",
        ],
        say: "审判长：被告人有辩护权，可以自己辩护，也有辩护人帮你。",
        ..STEP
    },
    Step {
        name: "宣读起诉书",
        article: "刑事诉讼法第一百九十一条",
        seats: &[Seat::Prosecution],
        words: &["起诉书", "指控"],
        after: &["查明到庭", "宣布案由", "宣布合议庭等名单", "告知申请回避的权利", "告知辩护权利"],
        say: "公诉人：现在宣读起诉书。",
        ..STEP
    },
    Step {
        name: "被告人陈述",
        article: "刑事诉讼法第一百九十一条",
        seats: &[Seat::Accused],
        since: Some("宣读起诉书"),
        say: "被告人：我听清了起诉书，我想说……",
        ..STEP
    },
    Step {
        name: "法庭辩论",
        article: DEBATE,
        seats: BENCH,
        words: &["法庭辩论", "开始辩论", "进行辩论"],
        not: OVER,
        after: &["宣读起诉书", "被告人陈述"],
        say: "审判长：现在进行法庭辩论。",
        ..STEP
    },
    Step {
        name: "公诉人发表意见",
        article: DEBATE,
        seats: &[Seat::Prosecution],
        since: Some("法庭辩论"),
        say: "公诉人：公诉人认为……",
        ..STEP
    },
    Step {
        name: "辩护",
        article: DEBATE,
        seats: &[Seat::Defence, Seat::Accused],
        since: Some("法庭辩论"),
        after: &["公诉人发表意见"],
        say: "辩护人：辩护人认为……",
        ..STEP
    },
    Step {
        name: "辩论终结",
        article: DEBATE,
        seats: BENCH,
        words: &["辩论终结", "辩论结束", "辩论到此"],
        after: &["法庭辩论", "公诉人发表意见", "辩护"],
        say: "审判长：辩论终结。",
        ..STEP
    },
    Step {
        name: "请被告人最后陈述",
        article: "刑事诉讼法第一百九十八条第三款",
        seats: BENCH,
        words: &["最后陈述"],
        after: &["辩论终结"],
        say: "审判长：被告人可以作最后陈述。",
        ..STEP
    },
    Step {
        name: "被告人最后陈述",
        article: "刑事诉讼法第一百九十八条第三款",
        seats: &[Seat::Accused],
        since: Some("请被告人最后陈述"),
        say: "被告人：我想说的是……",
        ..STEP
    },
    Step {
        name: "法定代理人补充陈述",
        article: "刑事诉讼法第二百八十一条第四款",
        seats: BENCH,
        words: &["补充陈述"],
        after: &["被告人最后陈述"],
        when: When::ShouldWith("宣判"),
        say: "审判长：被告人的法定代理人可以补充陈述。",
        ..STEP
    },
    Step {
        name: "休庭评议",
        article: "刑事诉讼法第二百条",
        seats: BENCH,
        words: &["休庭", "评议"],
        after: &["被告人最后陈述"],
        when: When::With("宣判"),
        say: "审判长：现在休庭，合议庭进行评议。",
        ..STEP
    },
    Step {
        name: "宣判",
        article: "刑事诉讼法第二百条、第二百零二条",
        seats: BENCH,
        words: &["判决如下", "判处", "宣告无罪", "本院判决", "宣判", "被告人无罪"],
        not: &["择日宣判", "定期宣判", "另行宣判"],
        ending: true,
        after: &["被告人最后陈述", "休庭评议"],
        when: When::Result,
        say: "审判长：判决如下……",
        ..STEP
    },
    Step {
        name: "定期宣判",
        article: "刑事诉讼法第二百零二条第二款",
        seats: BENCH,
        words: &["择日宣判", "定期宣判", "另行宣判"],
        ending: true,
        after: &["被告人最后陈述"],
        when: When::Result,
        say: "审判长：本案定期宣判。",
        ..STEP
    },
    Step {
        name: "告知上诉权利",
        article: "刑事诉讼法第二百零三条、第二百三十条",
        seats: BENCH,
        words: &["上诉"],
        when: When::With("宣判"),
        say: "审判长：不服判决，可以从接到判决书的第二日起十日内上诉。",
        ..STEP
    },
];

/// Who has to be there for a minor, and what a class has to know about such trials.
pub(super) fn check(notes: &mut Notes<'_>, script: &Script<'_>, body: &Range<usize>) {
    let court = script.court;
    let start = script.places.roles.first().cloned().unwrap_or_default();
    let has = |fits: fn(&Role) -> bool| court.roles.iter().any(fits);
    if !has(|role| role.seat == Seat::Accused) {
        let hint = "角色表里加一个坐“被告人席”的角色，派法写“自愿”或“老师”";
        notes.error(&start, "no-accused", "没有被告人", hint);
    }
    if !has(|role| {
        let named = |word| role.name.contains(word);
        matches!(role.seat, Seat::Guardian | Seat::Adult)
            || named("法定代理人")
            || named("合适成年人")
    }) {
        let hint =
            "角色表里加一个坐“法定代理人席”或“合适成年人席”的角色（刑事诉讼法第二百八十一条）";
        let message = "未成年被告人没有法定代理人，也没有合适成年人";
        notes.error(&start, "no-guardian", message, hint);
    }
    if !has(|role| role.seat == Seat::Defence) {
        let hint = "角色表里加一个坐“辩护席”的角色；没有委托的，由法律援助机构指派（刑事诉讼法第二百七十八条）";
        notes.error(&start, "no-defender", "未成年被告人没有辩护人", hint);
    }
    let written = notes.text.source.get(body.clone()).unwrap_or_default();
    if !written.contains("不公开") {
        let hint = "写一行，例如“%教师 真实的未成年人案件不公开审理，这里只是教学”（刑事诉讼法第二百八十五条）";
        let message = "没有说明真实的未成年人案件不公开审理";
        notes.error(&script.start(), "not-public", message, hint);
    }
    conditional(notes, script);
}

/// 附条件不起诉 is decided before any trial: it can be no matter of the court.
fn conditional(notes: &mut Notes<'_>, script: &Script<'_>) {
    const WORD: &str = "附条件不起诉";
    for (number, node) in script.court.nodes.iter().enumerate() {
        let mut found = node.name.contains(WORD).then(|| script.heading(number));
        for (at, element) in node.elements.iter().enumerate() {
            if let Act::Line(line) = &element.act
                && plain_text(&line.words).contains(WORD)
            {
                found.get_or_insert_with(|| script.element(number, at));
            }
        }
        if let Exit::Choice(choice) = &node.exit
            && choice.options.iter().any(|it| plain_text(&it.words).contains(WORD))
        {
            let exit = script.places.nodes.get(number).map(|it| it.exit.clone());
            found = found.or(exit);
        }
        if let Some(at) = found {
            let message = "附条件不起诉由检察院在起诉前决定，不会出现在法庭上";
            let hint = "移到“## 庭后讨论”里讲（刑事诉讼法第二百八十二条）";
            notes.error(&at, "before-trial", message, hint);
        }
    }
}

//! 民事诉讼法 140–151: the order of a civil trial, also of one about a family.

use super::mediation::{AGREEMENT, CONSENT, RECORD, SIGNED};
use super::step::{STEP, Step, When};
use crate::model::court::Seat;

const BENCH: &[Seat] = &[Seat::Bench];
const CLERK: &[Seat] = &[Seat::Clerk];
const OPENING: &str = "民事诉讼法第一百四十条第二款";
const DEBATE: &str = "民事诉讼法第一百四十四条";
/// What says that a part of the trial is over, not that it begins.
const OVER: &[&str] = &["终结", "结束", "到此"];

/// The steps, in order.
pub(super) const STEPS: &[Step] = &[
    Step {
        name: "查明到庭",
        article: "民事诉讼法第一百四十条第一款",
        seats: CLERK,
        words: &["到庭", "到齐", "到场"],
        say: "书记员：原告、被告和代理人都已到庭。",
        ..STEP
    },
    Step {
        name: "宣布法庭纪律",
        article: "民事诉讼法第一百四十条第一款",
        seats: CLERK,
        words: &["纪律"],
        say: "书记员：现在宣布法庭纪律。",
        ..STEP
    },
    Step {
        name: "核对当事人",
        article: OPENING,
        seats: BENCH,
        words: &["核对", "身份"],
        after: &["查明到庭", "宣布法庭纪律"],
        say: "审判长：现在核对当事人。",
        ..STEP
    },
    Step {
        name: "宣布案由",
        article: OPENING,
        seats: BENCH,
        words: &["案由", "一案"],
        after: &["宣布法庭纪律"],
        say: "审判长：今天审理原告小林诉被告某公司合同纠纷一案。",
        ..STEP
    },
    Step {
        name: "宣布审判人员名单",
        article: OPENING,
        seats: BENCH,
        words: &[
            "名单",
            "组成合议庭",
            "合议庭由",
            "担任审判长",
            "担任审判员",
            "担任书记员",
            "独任",
        ],
        after: &["宣布法庭纪律"],
        say: "审判长：本庭由审判员某某担任审判长，和两名人民陪审员组成合议庭，书记员某某担任记录。",
        ..STEP
    },
    Step {
        name: "告知权利义务",
        article: OPENING,
        seats: BENCH,
        words: &["权利", "义务"],
        after: &["宣布法庭纪律"],
        say: "审判长：现在告知双方的诉讼权利和义务。",
        ..STEP
    },
    Step {
        name: "询问回避",
        article: OPENING,
        seats: BENCH,
        words: &["回避"],
        after: &["宣布法庭纪律"],
        say: "审判长：是否申请回避？",
        ..STEP
    },
    Step {
        name: "法庭调查",
        article: "民事诉讼法第一百四十一条",
        seats: BENCH,
        words: &["法庭调查"],
        not: OVER,
        after: &["核对当事人", "宣布案由", "宣布审判人员名单", "告知权利义务", "询问回避"],
        when: When::With("宣判"),
        say: "审判长：现在进行法庭调查。",
        ..STEP
    },
    Step {
        name: "原告陈述",
        article: "民事诉讼法第一百四十一条",
        seats: &[Seat::Plaintiff],
        since: Some("法庭调查"),
        when: When::With("宣判"),
        say: "原告：请求法院……，事实和理由是……",
        ..STEP
    },
    Step {
        name: "被告陈述",
        article: "民事诉讼法第一百四十一条",
        seats: &[Seat::Defendant],
        since: Some("法庭调查"),
        after: &["原告陈述"],
        when: When::With("宣判"),
        say: "被告：我方答辩如下。",
        ..STEP
    },
    Step {
        name: "法庭辩论",
        article: DEBATE,
        seats: BENCH,
        words: &["法庭辩论"],
        not: OVER,
        after: &["法庭调查", "原告陈述", "被告陈述"],
        when: When::With("宣判"),
        say: "审判长：现在进行法庭辩论。",
        ..STEP
    },
    Step {
        name: "原告辩论",
        article: DEBATE,
        seats: &[Seat::Plaintiff],
        since: Some("法庭辩论"),
        when: When::With("宣判"),
        say: "原告代理人：我方认为……",
        ..STEP
    },
    Step {
        name: "被告辩论",
        article: DEBATE,
        seats: &[Seat::Defendant],
        since: Some("法庭辩论"),
        after: &["原告辩论"],
        when: When::With("宣判"),
        say: "被告代理人：我方不同意……",
        ..STEP
    },
    Step {
        name: "辩论终结",
        article: DEBATE,
        seats: BENCH,
        words: &["辩论终结", "辩论结束", "辩论到此"],
        after: &["法庭辩论", "原告辩论", "被告辩论"],
        when: When::With("宣判"),
        say: "审判长：法庭辩论终结。",
        ..STEP
    },
    Step {
        name: "征询最后意见",
        article: "民事诉讼法第一百四十四条第二款",
        seats: BENCH,
        words: &["最后意见"],
        after: &["法庭辩论", "辩论终结"],
        when: When::With("宣判"),
        say: "审判长：请双方说最后意见。",
        ..STEP
    },
    Step {
        name: "宣判",
        article: "民事诉讼法第一百五十一条第一款",
        seats: BENCH,
        words: &["判决如下", "判令", "判决被告", "本院判决", "宣判"],
        not: &["择日宣判", "定期宣判", "另行宣判"],
        ending: true,
        after: &["征询最后意见"],
        when: When::Result,
        say: "审判长：判决如下……",
        ..STEP
    },
    Step {
        name: "告知上诉权利",
        article: "民事诉讼法第一百五十一条第三款",
        seats: BENCH,
        words: &["上诉"],
        when: When::With("宣判"),
        say: "审判长：不服判决，可以上诉。",
        ..STEP
    },
    Step {
        name: "告知上诉期限",
        article: "民事诉讼法第一百五十一条第三款、第一百七十一条",
        seats: BENCH,
        words: &["十五日", "十五天", "15日", "15天", "15 日", "15 天"],
        when: When::With("宣判"),
        say: "审判长：上诉期限是判决书送达之日起十五日。",
        ..STEP
    },
    Step {
        name: "告知上诉的法院",
        article: "民事诉讼法第一百五十一条第三款、第一百七十一条",
        seats: BENCH,
        words: &["上一级", "中级人民法院", "中级法院", "上级法院", "上级人民法院"],
        when: When::With("宣判"),
        say: "审判长：上诉到上一级人民法院。",
        ..STEP
    },
    Step {
        name: "撤诉",
        article: "民事诉讼法第一百四十八条",
        seats: BENCH,
        words: &["撤诉", "撤回起诉"],
        ending: true,
        when: When::Result,
        say: "审判长：准许原告撤诉。",
        ..STEP
    },
    Step {
        name: "定期宣判",
        article: "民事诉讼法第一百五十一条第二款",
        seats: BENCH,
        words: &["择日宣判", "定期宣判", "另行宣判"],
        ending: true,
        when: When::Result,
        say: "审判长：本案定期宣判。",
        ..STEP
    },
    CONSENT,
    AGREEMENT,
    RECORD,
    SIGNED,
];

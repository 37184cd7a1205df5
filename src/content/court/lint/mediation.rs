//! 民事诉讼法 96–101: mediation, by itself or within a trial.

use super::step::{STEP, Step, When};
use crate::model::court::Seat;

const LEADS: &[Seat] = &[Seat::Bench, Seat::Mediator, Seat::Chair];
const WRITES: &[Seat] = &[Seat::Bench, Seat::Mediator, Seat::Chair, Seat::Clerk];

/// What says that they have not agreed.
const NOT_AGREED: &[&str] = &["没有达成", "没能达成", "未达成", "未能达成", "达不成"];

/// Nobody is mediated who does not want to be.
pub(super) const CONSENT: Step = Step {
    name: "征求调解意愿",
    article: "民事诉讼法第九十六条、第九十九条",
    seats: LEADS,
    words: &["自愿", "愿意", "愿不愿意", "同意调解"],
    when: When::With("达成协议"),
    say: "审判长：双方是否自愿接受调解？",
    ..STEP
};

/// The agreement, which ends the case.
pub(super) const AGREEMENT: Step = Step {
    name: "达成协议",
    article: "民事诉讼法第九十九条",
    seats: LEADS,
    words: &["达成协议", "达成调解", "达成了协议", "调解协议", "调解书"],
    not: NOT_AGREED,
    ending: true,
    after: &["征求调解意愿"],
    when: When::Result,
    say: "审判长：双方自愿达成协议，本庭确认。",
    ..STEP
};

/// What is agreed is written down.
pub(super) const RECORD: Step = Step {
    name: "制作调解书或记入笔录",
    article: "民事诉讼法第一百条、第一百零一条",
    seats: WRITES,
    words: &["调解书", "笔录"],
    when: When::With("达成协议"),
    say: "审判长：本庭制作调解书。",
    ..STEP
};

/// What is written down is signed.
pub(super) const SIGNED: Step = Step {
    name: "双方签收",
    article: "民事诉讼法第一百条第三款、第一百零一条第二款",
    seats: WRITES,
    words: &["签收", "签名", "盖章", "签字"],
    when: When::With("达成协议"),
    say: "审判长：调解书经双方签收后，就有法律效力。",
    ..STEP
};

/// The steps of a mediation.
pub(super) const STEPS: &[Step] = &[
    CONSENT,
    Step {
        name: "申请方陈述事实",
        article: "民事诉讼法第九十六条",
        seats: &[Seat::Plaintiff, Seat::Applicant],
        say: "申请人：事情是这样的……",
        ..STEP
    },
    Step {
        name: "对方陈述事实",
        article: "民事诉讼法第九十六条",
        seats: &[Seat::Defendant, Seat::Respondent],
        say: "被申请人：我这边看到的是……",
        ..STEP
    },
    AGREEMENT,
    RECORD,
    SIGNED,
    Step {
        name: "调解不成",
        article: "民事诉讼法第一百零二条",
        seats: LEADS,
        words: &["没有达成", "没能达成", "未达成", "未能达成", "不成", "及时判决", "起诉"],
        ending: true,
        when: When::Result,
        say: "调解员：没有达成协议，双方可以请法院及时判决。",
        ..STEP
    },
];

//! Every step that a law prescribes, left out: its absence is reported by name, with the article.

use super::{base, edited, wrong};

/// Each step, the lines of the script that take it, and the article that is named.
const CIVIL: [(&str, &[&str], &str); 20] = [
    ("查明到庭", &["书记员：双方都已到庭。"], "第一百四十条第一款"),
    ("宣布法庭纪律", &["书记员：现在宣布法庭纪律。"], "第一百四十条第一款"),
    ("核对当事人", &["审判长（敲槌）：现在核对当事人。"], "第一百四十条第二款"),
    ("宣布案由", &["审判长：审理小林诉某店一案。"], "第一百四十条第二款"),
    ("宣布审判人员名单", &["审判长：本庭由我独任审理。"], "第一百四十条第二款"),
    ("告知权利义务", &["审判长：双方有诉讼权利和义务。"], "第一百四十条第二款"),
    ("询问回避", &["审判长：申请回避吗？"], "第一百四十条第二款"),
    ("法庭调查", &["审判长：现在进行法庭调查。"], "第一百四十一条"),
    (
        "原告陈述",
        &["原告代理人：请求退钱。", "〔即兴 60秒 原告代理人：说说为什么〕", "原告代理人：应当退。"],
        "第一百四十一条",
    ),
    (
        "被告陈述",
        &[
            "被告代理人：不同意退。",
            "〔即兴 60秒 被告代理人：说说为什么不〕",
            "被告代理人：不应当退。",
        ],
        "第一百四十一条",
    ),
    ("法庭辩论", &["审判长：现在进行法庭辩论。"], "第一百四十四条"),
    ("原告辩论", &["原告代理人：应当退。"], "第一百四十四条"),
    ("被告辩论", &["被告代理人：不应当退。"], "第一百四十四条"),
    ("辩论终结", &["审判长：法庭辩论终结。"], "第一百四十四条"),
    ("征询最后意见", &["审判长：请双方说最后意见。"], "第一百四十四条第二款"),
    ("宣判", &["审判长：判决如下：被告退钱。"], "第一百五十一条第一款"),
    ("告知上诉权利", &["审判长：不服可以上诉。"], "第一百五十一条第三款"),
    ("告知上诉期限", &["审判长：期限是十五日。"], "第一百五十一条第三款"),
    ("告知上诉的法院", &["审判长：到上一级法院。"], "第一百五十一条第三款"),
    ("征求调解意愿", &["审判长：双方自愿谈一谈。"], "第九十六条"),
];

const CRIMINAL: [(&str, &[&str], &str); 17] = [
    ("查明到庭", &["审判长：现在查明当事人是否到庭。"], "第一百九十条"),
    ("宣布案由", &["审判长：今天审理盗窃一案。"], "第一百九十条"),
    ("宣布合议庭等名单", &["审判长：合议庭由我和两名人民陪审员组成。"], "第一百九十条"),
    ("告知申请回避的权利", &["审判长：可以申请回避。"], "第一百九十条"),
    ("告知辩护权利", &["审判长：你有辩护权。"], "第一百九十条"),
    ("宣读起诉书", &["公诉人：现在宣读起诉书。"], "第一百九十一条"),
    (
        "被告人陈述",
        &["小川：我听清了。", "〔即兴 60秒 小川：说说那天〕", "小川：对不起。"],
        "第一百九十一条",
    ),
    ("法庭辩论", &["审判长：现在进行法庭辩论。"], "第一百九十八条"),
    ("公诉人发表意见", &["公诉人：应当处罚。"], "第一百九十八条"),
    ("辩护", &["辩护人：应当从轻。", "小川：对不起。"], "第一百九十八条"),
    ("辩论终结", &["审判长：法庭辩论终结。"], "第一百九十八条"),
    ("请被告人最后陈述", &["审判长：请被告人最后陈述。"], "第一百九十八条第三款"),
    ("被告人最后陈述", &["小川：对不起。"], "第一百九十八条第三款"),
    ("法定代理人补充陈述", &["审判长：法定代理人可以补充陈述。"], "第二百八十一条第四款"),
    ("休庭评议", &["审判长：现在休庭，合议庭评议。"], "第二百条"),
    ("宣判", &["审判长：判处罚金。"], "第二百条"),
    ("告知上诉权利", &["审判长：不服可以上诉。"], "第二百零三条"),
];

const MEDIATION: [(&str, &[&str], &str); 6] = [
    ("征求调解意愿", &["调解员：双方自愿调解吗？"], "第九十六条"),
    ("申请方陈述事实", &["申请人：我付了三百元。", "〔即兴 60秒 申请人：说说那天〕"], "第九十六条"),
    ("对方陈述事实", &["对方：我收到三百元。", "〔即兴 60秒 对方：说说那天〕"], "第九十六条"),
    ("达成协议", &["调解员：双方达成协议。", "调解员：制作调解书。"], "第九十九条"),
    ("制作调解书或记入笔录", &["调解员：制作调解书。"], "第一百条"),
    ("双方签收", &["调解员：请双方签字。"], "第一百条第三款"),
];

#[track_caller]
fn each(script: &str, steps: &[(&str, &[&str], &str)]) {
    assert_eq!(wrong(&base(script)), []);
    for (name, lines, article) in steps {
        let edits: String = lines.iter().map(|line| format!("-{line}\n")).collect();
        let loaded = super::courtroom().file("courts/a.court.md", edited(script, &edits)).load();
        let told = loaded.diagnostics.iter().any(|found| {
            found.code == "missing-step"
                && found.message.contains(&format!("没有“{name}”"))
                && found.hint.contains(article)
        });
        assert!(told, "{name}: {:?}", loaded.diagnostics);
    }
}

#[test]
fn of_a_civil_case() {
    each("civil", &CIVIL);
}

#[test]
fn of_a_trial_of_a_minor() {
    each("criminal", &CRIMINAL);
}

#[test]
fn of_a_mediation() {
    each("mediation", &MEDIATION);
}

/// A family case follows the civil order; a case that is withdrawn, or decided another day, needs no appeal.
#[test]
fn of_a_case_that_ends_otherwise() {
    let family = base("civil").replace("类别: 民事", "类别: 家事");
    assert_eq!(wrong(&family), []);
    let early = family.replace("审判长：申请回避吗？\n", "");
    assert!(wrong(&early).iter().any(|(_, message)| message == "没有“询问回避”"));
    for ending in ["审判长：准许撤诉。", "审判长：本案定期宣判。"] {
        let edits = format!(
            "-审判长：判决如下：被告退钱。\n-审判长：不服可以上诉。\n-审判长：期限是十五日。\n-审判长：到上一级法院。\n+{ending}\n"
        );
        assert_eq!(wrong(&edited("civil", &edits)), [], "{ending}");
    }
    let later = "-审判长：宣告无罪。\n+审判长：本案定期宣判。\n";
    let wrong = wrong(&edited("criminal", later));
    assert_eq!(wrong, []);
}

/// A step on one branch only is not enough.
#[test]
fn on_every_branch() {
    let edits = "-审判长：请双方说最后意见。\n-- 退 -> 退\n+- 退 -> 问一问\n";
    let text = edited("civil", edits).replace(
        "## 结局 退\n",
        "## 阶段 问一问\n\n审判长：请双方说最后意见。\n-> 退\n\n## 结局 退\n",
    );
    assert_eq!(wrong(&text), [("missing-step", "走到“不退”的路上没有“征询最后意见”".to_owned())]);
}

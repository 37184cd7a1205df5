//! `qingmiao policy`: what may apply to a family, and what editors should look at.

use std::process::{Command, Output};

use serde_json::{Value, json};

use crate::support::Fixture;

fn qingmiao(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_qingmiao")).args(arguments).output().expect("it runs")
}

/// Evaluates a family in a folder; what is printed, or the message of a wrong call.
fn evaluate(fixture: Fixture, family: &Value, format: &str) -> Result<String, String> {
    let fixture = fixture.file("pages/family.json", family.to_string());
    let file = format!("{}/pages/family.json", fixture.path());
    let date = ["--date", "2026-11-22", "--format", format, "--content", fixture.path()];
    let output = qingmiao(&[&["policy", "evaluate", "--facts", &file][..], &date].concat());
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    match output.status.code() {
        Some(0) => Ok(text(output.stdout)),
        code => {
            assert_eq!(code, Some(2));
            Err(text(output.stderr))
        }
    }
}

fn child(fixture: Fixture, family: &Value) -> Value {
    let printed = evaluate(fixture, family, "json").expect("an answer");
    let found: Value = serde_json::from_str(&printed).expect("JSON");
    assert_eq!(found["date"], "2026-11-22");
    found["children"][0].clone()
}

#[test]
fn a_family_is_told_what_may_apply_and_why() {
    let found = child(Fixture::with_policies(), &json!({ "年龄": 8, "父亲情况": ["去世"] }));
    let policy = &found["policies"][0];
    assert_eq!(policy["id"], "aid");
    assert_eq!(policy["likelihood"], "可能符合，需要核实");
    assert_eq!(policy["branches"], json!(["A"]));
    let says: Vec<&Value> =
        policy["rows"].as_array().expect("rows").iter().map(|it| &it["says"]).collect();
    assert_eq!(says, ["没满十八岁。", "父亲不在了。"]);
    assert_eq!(policy["rows"][1]["basis"], json!(["news"]));
    assert_eq!((&policy["advice"], &found["next"]), (&Value::Null, &Value::Null));
}

#[test]
fn a_no_is_told_with_what_one_can_still_do() {
    let family = json!({ "年龄": 8, "父亲情况": ["在身边", "外出"], "家庭认定": [] });
    let policy = child(Fixture::with_policies(), &family)["policies"][0].clone();
    // Recognition as poor can change: of the two branches it is the nearer.
    assert_eq!((&policy["likelihood"], &policy["branches"]), (&json!("差一点"), &json!(["B"])));
    assert_eq!(policy["rows"][0]["says"], "家里没有认定。");
    assert_eq!(policy["advice"], "仍可申请，并可要求书面理由");
}

#[test]
fn an_open_one_is_told_with_the_question_that_says_most() {
    let found = child(Fixture::with_policies(), &json!({ "父亲情况": null, "在校": true }));
    let policy = &found["policies"][0];
    assert_eq!(policy["likelihood"], "还差 3 个问题");
    assert_eq!(policy["missing"], json!(["年龄", "家庭认定", "父亲情况"]));
    assert_eq!(found["next"], json!({ "fact": "年龄", "question": "孩子几岁了？" }));
    let text = evaluate(Fixture::with_policies(), &json!({}), "text").expect("text");
    assert!(
        text.contains("接着问：孩子几岁了？") && text.ends_with("以受理机关书面决定为准\n"),
        "{text}"
    );
}

#[test]
fn several_children_share_what_is_the_familys() {
    let family = json!({
        "孩子": [
            { "年龄": 8, "家庭认定": ["低保"] },
            { "年龄": 19 },
            { "年龄": 3, "已经在领": ["aid"] },
        ],
    });
    let printed = evaluate(Fixture::with_policies(), &family, "json").expect("an answer");
    let found: Value = serde_json::from_str(&printed).expect("JSON");
    let statuses: Vec<&Value> = found["children"]
        .as_array()
        .expect("children")
        .iter()
        .map(|child| &child["policies"][0]["status"])
        .collect();
    assert_eq!(statuses, ["符合", "不符合", "已经在领"]);
}

#[test]
fn what_is_not_in_force_is_said_to_be_so() {
    let ended = Fixture::with_policies().edit(
        "policies/aid.md",
        "适用: 全国",
        "适用: 全国\n失效: 2026-01-01",
    );
    let told = child(ended, &json!({ "年龄": 8 }))["policies"][0].clone();
    assert_eq!((&told["status"], &told["day"]), (&json!("已经失效"), &json!("有效到 2026-01-01")));
}

/// Some editors save a byte order mark in front of what they write.
#[test]
fn a_byte_order_mark_is_no_mistake() {
    let fixture = Fixture::with_policies().file("pages/family.json", "\u{feff}{\"年龄\": 8}");
    let file = format!("{}/pages/family.json", fixture.path());
    let output = qingmiao(&["policy", "evaluate", "--facts", &file, "--content", fixture.path()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_wrong_family_is_refused() {
    for (family, message) in [
        (json!([]), "expected an object"),
        (json!({ "年令": 8 }), "no such fact: `年令`"),
        (json!({ "年龄": 99 }), "`年龄`: `99`: 写数字"),
        (json!({ "年龄": { "多": 1 } }), "`年龄`"),
        (json!({ "父亲情况": [] }), "`父亲情况`"),
        (json!({ "孩子": 2 }), "a list of objects"),
        (json!({ "已经在领": ["rent"] }), "no policy with conditions: `rent`"),
    ] {
        let said = evaluate(Fixture::with_policies(), &family, "json").expect_err("refused");
        assert!(said.contains(message), "{family}: {said}");
    }
}

fn report(fixture: &Fixture) -> Vec<(String, String, String)> {
    let arguments = [
        "policy",
        "report",
        "--date",
        "2026-11-22",
        "--format",
        "json",
        "--content",
        fixture.path(),
    ];
    let output = qingmiao(&arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found: Vec<Value> = serde_json::from_slice(&output.stdout).expect("JSON");
    let words = |value: &Value| value.as_str().expect("words").to_owned();
    found.iter().map(|it| (words(&it["kind"]), words(&it["place"]), words(&it["what"]))).collect()
}

fn of_kind(found: &[(String, String, String)], kind: &str) -> Vec<String> {
    let of_kind = found.iter().filter(|it| it.0 == kind);
    of_kind.map(|(_, place, what)| format!("{place} {what}")).collect()
}

#[test]
fn editors_are_told_what_is_never_used_and_what_has_run_out() {
    let found = report(&Fixture::with_policies());
    let unused: Vec<String> = of_kind(&found, "没用到");
    assert_eq!(unused.len(), 4, "{unused:?}");
    assert!(unused[0].starts_with("facts.csv 出生日期 没有一条条件用到"));
    assert!(unused.contains(&"facts.csv 父亲情况 没有一条条件写到的选项：在身边、外出".to_owned()));
    assert_eq!(
        of_kind(&found, "金额过期"),
        ["policies/aid.md 每月补贴：止于 2025年，找现在的标准"]
    );
    // The older child gets nothing at all.
    assert_eq!(
        of_kind(&found, "空档"),
        ["policies/examples.csv old 一家，老二：没有一项政策可能符合"]
    );
    let text = qingmiao(&[
        "policy",
        "report",
        "--date",
        "2026-11-22",
        "--content",
        Fixture::with_policies().path(),
    ]);
    assert!(String::from_utf8_lossy(&text.stdout).ends_with("6 处\n"));
}

#[test]
fn editors_are_told_of_rows_that_cannot_hold() {
    let branch = "| A | 父亲情况 | 等于 | 去世 | 父亲不在了。 | 父亲还在。 | news | |\n";
    let never = "| C | 年龄 | 大于 | 20 | 大。 | 小。 | news | |\n\
                 | D | 年龄 | 大于 | 25 | 大。 | 小。 | news | |\n";
    let fixture = Fixture::with_policies()
        .edit("policies/aid.md", branch, &format!("{branch}{never}"))
        .edit("policies/aid.md", "核验: 2026-11-01", "核验: 2024-01-01")
        .edit("laws/index.csv", "2024-04-26", "2025-04-26");
    let found = report(&fixture);
    assert_eq!(
        of_kind(&found, "矛盾"),
        ["policies/aid.md 分支 C：第 1 行（年龄 小于 18）和第 3 行（年龄 大于 20）不可能成立"]
    );
    assert_eq!(
        of_kind(&found, "不会成立"),
        ["policies/aid.md 分支 D：第 4 行（年龄 大于 25）不可能成立"]
    );
    assert_eq!(
        of_kind(&found, "法律有变"),
        ["policies/aid.md 《未成年人保护法》有 2025-04-26 的文本，这里核验于 2024-01-01"]
    );
}

#[test]
fn editors_are_told_of_overlaps_and_of_hardships_without_a_policy() {
    let aid = Fixture::with_policies().read("policies/aid.md");
    let other = aid
        .replace("名称: 一份补贴", "名称: 另一份")
        .replace("等于 | 去世", "等于 | 外出")
        .replace(
            "| B | 家庭认定 | 包含 | 低保;特困 | 家里有认定。",
            "| A | 母亲情况 | 等于 | 去世 | 没有。",
        )
        .replace("都要", "A");
    let mother = "母亲情况,枚举,在身边;去世,否,母亲,2,,妈妈？,母亲？,母亲？,\n";
    let facts = Fixture::with_policies().read("facts.csv") + mother;
    let fixture =
        Fixture::with_policies().file("policies/other.md", &other).file("facts.csv", &facts);
    let found = report(&fixture);
    assert_eq!(of_kind(&found, "重叠").len(), 1);
    assert!(of_kind(&found, "重叠")[0].contains("“另一份”（other）可能同时符合"));
    // Both parents dead: the only policy that asks about both wants the father away.
    let gap = "policies 父亲情况=去世、母亲情况=去世：同时问这两件事的政策，没有一项可能符合";
    assert!(of_kind(&found, "空档").contains(&gap.to_owned()), "{found:?}");
    let told = other.replace("急迫: 2", "急迫: 2\n互斥: [aid]");
    let fixture = fixture.file("policies/other.md", told);
    assert!(of_kind(&report(&fixture), "重叠").is_empty());
    let both = other.replace("急迫: 2", "急迫: 2\n能一起领: [aid]");
    let fixture = fixture.file("policies/other.md", both);
    assert!(of_kind(&report(&fixture), "重叠").is_empty());
    let unknown = other.replace("急迫: 2", "急迫: 2\n一起领待核验: [aid]");
    let fixture = fixture.file("policies/other.md", unknown);
    assert!(of_kind(&report(&fixture), "重叠").is_empty());
    let list = qingmiao(&["todo", "--date", "2026-11-22", "--content", fixture.path()]).stdout;
    let list = String::from_utf8(list).expect("text");
    assert!(list.contains("能不能和“一份补贴”一起领"), "{list}");
    let apart = other.replace("小于 | 18", "不小于 | 18");
    let fixture =
        Fixture::with_policies().file("policies/other.md", apart).file("facts.csv", facts);
    assert!(of_kind(&report(&fixture), "重叠").is_empty());
}

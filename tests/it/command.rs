//! The command line: what it prints and its exit codes.

use std::process::{Command, Output};

use crate::court::{base, courtroom, edited};
use crate::support::Fixture;

fn qingmiao(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_qingmiao")).args(arguments).output().expect("it runs")
}

#[track_caller]
fn exits(code: i32, arguments: &[&str]) -> Output {
    let output = qingmiao(arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    output
}

#[test]
fn clean_content_gives_0_mistakes_give_1_wrong_usage_gives_2() {
    let good = Fixture::new();
    exits(0, &["check", "--content", good.path(), "--date", "2026-11-22"]);
    let bad = Fixture::new().file("pages/a.md", "<b>no front matter</b>\n");
    let output = exits(1, &["check", "--content", bad.path(), "--date", "2026-11-22"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("pages/a.md:1:1"));
    for wrong in [
        &["check", "--content", "/no/such/folder"][..],
        &["check", "--date", "tomorrow"],
        &["build", "--base", "sub/path"],
        &["build", "--edition", "paper"],
        &["new", "page", "../out"],
        &["paint"],
    ] {
        exits(2, wrong);
    }
}

#[test]
fn json_names_file_line_column_message_and_hint() {
    let bad = Fixture::new().file("pages/a.md", "---\n标题: 甲\n摘要: 乙\n颜色: 红\n---\n正文\n");
    let output =
        exits(1, &["check", "--content", bad.path(), "--format", "json", "--date", "2026-11-22"]);
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let first = &found[0];
    assert_eq!(first["file"], "pages/a.md");
    assert_eq!(first["line"], 4);
    assert_eq!(first["column"], 1);
    assert_eq!(first["severity"], "error");
    assert_eq!(first["code"], "unknown-key");
    let keys: Vec<_> = first.as_object().expect("an object").keys().cloned().collect();
    assert_eq!(keys.len(), 7, "{keys:?}");
    assert!(first["message"].as_str().is_some_and(|it| it.contains("颜色")));
    assert!(first["hint"].as_str().is_some_and(|it| !it.is_empty()));
}

#[test]
fn a_report_can_be_read_and_forwarded() {
    let bad =
        Fixture::new().file("pages/a.md", "---\n标题: <script>alert(1)</script>\n---\n正文\n");
    let report = tempfile::tempdir().expect("a folder");
    let report = report.path().join("report.html");
    exits(
        1,
        &[
            "check",
            "--content",
            bad.path(),
            "--report",
            report.to_str().expect("a path"),
            "--date",
            "2026-11-22",
        ],
    );
    let page = std::fs::read_to_string(report).expect("a report");
    assert!(page.contains("pages/a.md") && page.contains("摘要"), "{page}");
    assert!(!page.contains("<script"), "{page}");
}

#[test]
fn content_with_mistakes_is_not_built_and_the_old_output_stays() {
    let bad = Fixture::new().file("pages/a.md", "<b>\n");
    let out = tempfile::tempdir().expect("a folder");
    std::fs::write(out.path().join("index.html"), "old").expect("a file");
    exits(1, &["build", "--content", bad.path(), "--out", out.path().to_str().expect("a path")]);
    assert_eq!(std::fs::read_to_string(out.path().join("index.html")).expect("a file"), "old");
}

/// The made-up county whose directory has everything.
const DEMO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/demo-county");

fn said(code: i32, arguments: &[&str]) -> String {
    String::from_utf8(exits(code, arguments).stdout).expect("text")
}

#[test]
fn the_directory_answers() {
    let resolve = |code, area: &str| {
        let at = ["--at", "2026-11-21T10:00", "--format", "json", "--content", DEMO];
        said(code, &[&["station", "resolve", "--area", area][..], &at].concat())
    };
    let answer = resolve(0, "990101001001");
    let json: serde_json::Value = serde_json::from_str(&answer).expect("json");
    assert_eq!(json["always"], serde_json::json!(["12345", "110"]));
    let stops = json["stops"].as_array().expect("stops");
    let ids: Vec<_> = stops.iter().map(|stop| &stop["station"]["id"]).collect();
    assert_eq!(ids, ["demo-t01-v01-point", "demo-t01-station", "demo-center"]);
    // A Saturday morning: the town's station is open, the village's is not.
    assert_eq!(stops[1]["station"]["state"], "开放，12:00 关门");
    assert!(stops[0]["station"]["state"].as_str().is_some_and(|it| it.starts_with("现在不开")));
    resolve(2, "999999");
}

#[test]
fn the_directory_is_data_and_a_work_list() {
    let content = ["--content", DEMO];
    let ask = |arguments: &[&str]| said(0, &[arguments, &content].concat());
    let table = ask(&["export", "csv"]);
    assert!(table.starts_with('\u{FEFF}') && table.contains("demo-t01-station"));
    let places = ask(&["export", "geojson"]);
    let places: serde_json::Value = serde_json::from_str(&places).expect("json");
    assert_eq!(places["features"].as_array().map(Vec::len), Some(200));
    let list = ask(&["todo", "--date", "2028-01-01"]);
    assert!(list.contains("已过期  stations.csv demo-t01-station"), "{list}");
}

#[test]
fn what_changed_is_signed_off() {
    let old = Fixture::with_policies();
    let new = Fixture::with_policies().edit("hotlines.csv", "工作日", "早|晚").edit(
        "policies/aid.md",
        "2808",
        "2900",
    );
    let table = said(0, &["diff", old.path(), new.path()]);
    let rows: Vec<&str> = table.lines().skip(2).collect();
    assert_eq!(
        rows,
        [
            "| hotlines.csv 12345 | 时间 | 工作日 | 早\\|晚 | |",
            "| policies/aid.md | 数额 | 每月补贴 2808 元/月（440111，2022年—2025年） \
             | 每月补贴 2900 元/月（440111，2022年—2025年） | |",
        ]
    );
    assert_eq!(said(0, &["diff", old.path(), old.path()]).lines().count(), 2);
}

/// What cannot be read must not pass for what is not there.
#[test]
fn mistakes_are_told_before_any_answer() {
    let bad = Fixture::new().edit("hotlines.csv", "12345,", "一二三,");
    let (good, bad) = (Fixture::new(), bad.path());
    let resolve = ["station", "resolve", "--area", "440111", "--at", "2026-11-21T10:00"];
    for arguments in [&["export", "csv"][..], &["todo"], &resolve] {
        assert_eq!(said(1, &[arguments, &["--content", bad]].concat()), "");
    }
    assert_eq!(said(1, &["diff", good.path(), bad]), "");
}

#[test]
fn templates_pass_check_and_never_overwrite() {
    for kind in ["page", "place", "help", "lesson", "case", "quiz", "policy", "court"] {
        let fixture = if kind == "court" { courtroom() } else { Fixture::with_policies() };
        exits(0, &["new", kind, "brand-new", "--content", fixture.path()]);
        exits(2, &["new", kind, "brand-new", "--content", fixture.path()]);
        exits(0, &["check", "--content", fixture.path(), "--date", "2026-11-22"]);
    }
}

#[test]
fn a_script_is_checked_wherever_it_lies() {
    let fixture = courtroom().file("drafts.txt", base("civil"));
    let script = format!("{}/drafts.txt", fixture.path());
    let ask = |what: &str, script: &str| {
        ["court", what, script, "--content", fixture.path(), "--date", "2026-11-22"]
            .map(str::to_owned)
    };
    let run = |code, arguments: &[String]| {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        exits(code, &arguments)
    };
    run(0, &ask("check", &script));
    run(2, &ask("check", "/no/such/script.court.md"));
    let outline =
        run(0, &[&ask("outline", &script)[..], &["--format".into(), "json".into()]].concat());
    let outline: serde_json::Value = serde_json::from_slice(&outline.stdout).expect("JSON");
    let role = &outline["roles"][5];
    assert_eq!(
        (&role["name"], &role["lines"], &role["characters"]),
        (&"店主".into(), &2.into(), &207.into())
    );
    assert_eq!(role["minutes"], 1.0);
    let node = &outline["nodes"][4];
    assert_eq!((&node["name"], &node["decider"]), (&"问调解".into(), &"原告代理人".into()));
    assert_eq!(node["edges"][1], serde_json::json!({ "if": "不愿意", "to": "怎么判" }));
    let exhibit = &outline["exhibits"][0];
    assert_eq!(exhibit["shown"], serde_json::json!(["调查"]));
    assert_eq!(exhibit["challenged"][0]["by"], "被告代理人");
    assert_eq!(outline["endings"], serde_json::json!(["谈成", "退", "不退"]));
    let text = String::from_utf8(run(0, &ask("outline", &script)).stdout).expect("text");
    assert!(
        text.contains("怎么判  0.0 分钟  → 退、不退")
            && text.contains("证2 通知  出示 1 次  质证：原告代理人")
    );

    let fixture = fixture.file("bad.txt", edited("civil", "-审判长：申请回避吗？\n"));
    let bad = format!("{}/bad.txt", fixture.path());
    let arguments = ["court", "check", &bad, "--content", fixture.path(), "--date", "2026-11-22"];
    let said = String::from_utf8(exits(1, &arguments).stderr).expect("text");
    assert!(
        said.contains("没有“询问回避”") && said.contains("民事诉讼法第一百四十条第二款"),
        "{said}"
    );
    let arguments = ["court", "outline", &bad, "--content", fixture.path(), "--date", "2026-11-22"];
    assert!(exits(1, &arguments).stdout.is_empty(), "of a wrong script nothing is told");
}

/// What no law orders is not checked, and that is said.
#[test]
fn a_hearing_says_that_its_order_is_not_checked() {
    let hearing = base("mediation").replace("类别: 调解", "类别: 听证");
    let fixture = courtroom().file("hearing.txt", hearing);
    let script = format!("{}/hearing.txt", fixture.path());
    let arguments =
        ["court", "check", &script, "--content", fixture.path(), "--date", "2026-11-22"];
    let said = String::from_utf8(exits(0, &arguments).stderr).expect("text");
    assert!(said.contains("没有查程序"), "{said}");
}

#[test]
fn plain_lines_from_a_word_processor_become_a_script() {
    let fixture = courtroom().file("plain.txt", "书记员：现在宣布法庭纪律。\n审判长：开庭。\n");
    let plain = format!("{}/plain.txt", fixture.path());
    let new = |kind: &str, code, from: &str| {
        exits(code, &["new", kind, "pasted", "--from", from, "--content", fixture.path()]);
    };
    new("court", 0, &plain);
    new("court", 2, &plain);
    new("court", 2, "/no/such/file.txt");
    new("page", 2, &plain);
    let script = fixture.read("courts/pasted.court.md");
    assert!(
        script.contains("| 审判长 | 审判席 |") && script.contains("## 阶段 开庭\n\n书记员："),
        "{script}"
    );
}

/// A row to begin with is one that the check reads, once what is in brackets has been written.
#[test]
fn a_row_for_a_station_is_a_beginning() {
    let fixture = Fixture::new();
    let output = exits(0, &["new", "station", "baiyun-new", "--content", fixture.path()]);
    let row = String::from_utf8(output.stdout).expect("text");
    let table = row
        .replace("（名称）", "新站")
        .replace("（区划编码）", "440111")
        .replace("（sources.csv 里的编号）", "news")
        .replace("镇街", "区县")
        .replace(&crate::support::this_day().to_string(), "2026-11-01");
    let fixture = Fixture::new()
        .file("types.csv", "名称,层级,做什么,依据,说明\n未保工作站,区县,听你说。,,\n")
        .file("stations.csv", &table);
    exits(0, &["check", "--content", fixture.path()]);
    assert_eq!(fixture.portal().stations.len(), 1);
    // As it is printed, it says what is missing.
    let fixture = Fixture::new().file("stations.csv", &row);
    exits(1, &["check", "--content", fixture.path()]);
}

#[test]
fn the_work_list_is_a_page_too() {
    let fixture = Fixture::new();
    let output = exits(
        0,
        &["todo", "--format", "html", "--date", "2027-06-01", "--content", fixture.path()],
    );
    let page = String::from_utf8(output.stdout).expect("text");
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("已过期"), "{page}");
    let text = exits(0, &["todo", "--date", "2027-06-01", "--content", fixture.path()]).stdout;
    let lines = String::from_utf8(text).expect("text").lines().count() - 1;
    assert_eq!(page.matches("<tr><td>").count(), lines);
}

//! The command line: what it prints and its exit codes.

use std::process::{Command, Output};

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
    let fixture = Fixture::with_policies();
    for kind in ["page", "place", "help", "lesson", "case", "quiz", "policy"] {
        exits(0, &["new", kind, "brand-new", "--content", fixture.path()]);
        exits(2, &["new", kind, "brand-new", "--content", fixture.path()]);
    }
    exits(0, &["check", "--content", fixture.path(), "--date", "2026-11-22"]);
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

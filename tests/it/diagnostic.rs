//! Every diagnostic, to the letter.
//!
//! A file of `diagnostic/` has cases: `==== what it is about`, then what is laid over the valid folder
//! (`>>>> file` writes one, `++++ file` adds to one, `~~~~ file` replaces some words of one by what stands behind `=>`,
//! `xxxx file` takes one away, `$$$$ file script` writes a script of `court/` with lines taken out, put in, or only
//! looked for), then `<<<<` and what is reported.
//! `UPDATE_GOLDEN=1 cargo test --test it diagnostic` writes what is reported now; read the diff before you commit it.

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use qingmiao::content::diagnostic::{Diagnostic, Severity, summary, to_json, to_report};

use crate::court::{courtroom, edited};
use crate::support::{self, Fixture};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Runs the cases of a file and compares what is reported with what the file says.
fn check(name: &str) {
    check_over(name, Fixture::new);
}

fn check_over(name: &str, valid: fn() -> Fixture) {
    let path = folder("tests/it/diagnostic").join(name).with_extension("txt");
    let text = fs::read_to_string(&path).expect("cases");
    let mut actual = String::new();
    for (number, case) in text.split("==== ").enumerate() {
        if number == 0 {
            actual.push_str(case);
            continue;
        }
        let setup = case.split_once("<<<<\n").expect("a case has `<<<<`").0;
        write!(actual, "==== {setup}<<<<\n{}\n", fixture(valid(), setup).check()).expect("text");
    }
    let actual = format!("{}\n", actual.trim_end());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        return fs::write(&path, &actual).expect("cases");
    }
    for (expected, actual) in text.split("==== ").zip(actual.split("==== ")) {
        assert_eq!(expected.trim_end(), actual.trim_end());
    }
}

fn fixture(mut fixture: Fixture, setup: &str) -> Fixture {
    if setup.contains("\n$$$$ ") {
        fixture = courtroom();
    }
    let mut open: Option<(&str, &str)> = None;
    let mut text = String::new();
    for line in setup.split_inclusive('\n').skip(1).chain(["xxxx \n"]) {
        let signs = ["++++ ", ">>>> ", "~~~~ ", "xxxx ", "$$$$ "];
        let Some(sign) = signs.into_iter().find(|sign| line.starts_with(sign)) else {
            text.push_str(line);
            continue;
        };
        let own = std::mem::take(&mut text);
        fixture = match open.take() {
            Some(("$$$$ ", file)) => {
                let (file, script) = file.split_once(' ').expect("a file and a script");
                fixture.file(file, edited(script, &own))
            }
            Some(("~~~~ ", file)) => match own.split_once("\n=>\n") {
                Some((from, to)) => fixture.edit(file, from, to.trim_end_matches('\n')),
                None => fixture.file(file, own),
            },
            Some(("++++ ", file)) => {
                let old = fixture.read(file);
                fixture.file(file, old + &own)
            }
            Some((_, file)) => fixture.file(file, own),
            None => fixture,
        };
        let file = line[sign.len()..].trim_end();
        match sign {
            "xxxx " if file.is_empty() => {}
            "xxxx " => fixture = fixture.without(file),
            _ => open = Some((sign, file)),
        }
    }
    fixture
}

#[test]
fn files() {
    check("files");
}

#[test]
fn front_matter() {
    check("front");
}

#[test]
fn tables() {
    check("table");
}

#[test]
fn running_text() {
    check("markdown");
}

#[test]
fn links() {
    check("link");
}

#[test]
fn help_texts() {
    check("help");
}

#[test]
fn places_and_reviews() {
    check("place");
}

#[test]
fn law_education() {
    check("learn");
}

#[test]
fn mock_courts() {
    check("court");
}

#[test]
fn the_directory() {
    check("station");
}

#[test]
fn policies() {
    check_over("policy", Fixture::with_policies);
}

#[test]
fn words() {
    check("lint");
}

#[test]
fn privacy() {
    check("privacy");
}

/// The codes that the cases and the tests of `content` name.
fn tested_codes() -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder("tests/it/diagnostic")).expect("cases") {
        text += &fs::read_to_string(entry.expect("an entry").path()).expect("cases");
    }
    for name in ["tests/it/bytes.rs", "tests/it/folder.rs", "tests/it/court/script.rs"] {
        text += &fs::read_to_string(folder(name)).expect("tests");
    }
    text
}

#[test]
fn every_code_has_a_case() {
    let tested = tested_codes();
    let mut missing = BTreeSet::new();
    let mut folders = vec![folder("src/content")];
    while let Some(path) = folders.pop() {
        for entry in fs::read_dir(path).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") && !path.ends_with("anchor.rs")
            {
                let source = fs::read_to_string(&path).expect("source");
                for word in source.split('"').skip(1).step_by(2).filter(|word| is_code(word)) {
                    if ![format!(" {word} "), format!("\"{word}\"")]
                        .iter()
                        .any(|it| tested.contains(it))
                    {
                        missing.insert(word.to_owned());
                    }
                }
            }
        }
    }
    assert_eq!(missing, BTreeSet::new());
}

/// Whether a word looks like a code. Names of pages and files are the only other such words.
fn is_code(word: &str) -> bool {
    let letters =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase());
    (word.contains('-') && word.split('-').all(letters) && word != "local-data")
        || ["nul", "crlf", "tab", "symlink", "encoding", "unreadable"].contains(&word)
}

#[test]
fn a_terminal_shows_the_line_and_a_caret_under_wide_characters() {
    let fixture = Fixture::new().page("a", "正文里有[链接](page:没有)。\n");
    let diagnostics = fixture.load().diagnostics;
    let shown = diagnostics[0].to_terminal(Path::new("content"));
    assert_eq!(
        shown,
        "\
错误 unknown-page

  × 没有页面“没有”
   ╭─[content/pages/a.md:6:10]
 6 │ 正文里有[链接](page:没有)。
   ·                ─────────
   ╰────

  怎么改：编号是 pages 里文件的名字，不带“.md”
"
    );
}

#[test]
fn a_long_line_is_shown_around_the_mistake() {
    let fixture =
        Fixture::new().page("a", &format!("{}<b>{}\n", "长".repeat(300), "尾".repeat(300)));
    let shown = fixture.load().diagnostics[0].to_terminal(Path::new(""));
    assert!(shown.contains("[pages/a.md:6:301]"), "{shown}");
    assert!(shown.contains(&format!("…{}<b>{}…", "长".repeat(24), "尾".repeat(45))), "{shown}");
}

fn two() -> Vec<Diagnostic> {
    let text = "---\n标题: 甲\n摘要: 乙\n---\n<script>alert(\"&\")</script>\n";
    Fixture::new()
        .file("pages/a.md", text)
        .edit("hotlines.csv", "各种求助", "=1+1")
        .edit("hotlines.csv", "眼前的危险", "=1+1")
        .load()
        .diagnostics
}

#[test]
fn a_summary_counts() {
    let mut diagnostics = two();
    assert_eq!(summary(&diagnostics), "3 个错误");
    diagnostics[0].severity = Severity::Warning;
    assert_eq!(summary(&diagnostics), "2 个错误，1 个提醒");
    assert_eq!(summary(&diagnostics[..1]), "没有错误，1 个提醒");
    assert_eq!(summary(&[]), "没有错误");
}

#[test]
fn json_has_seven_fields() {
    let json = to_json(&two()[2..]);
    let expected = r#"[
  {
    "severity": "error",
    "code": "raw-html",
    "file": "pages/a.md",
    "line": 5,
    "column": 1,
    "message": "不接受 HTML：“<script>alert(\"&\")</script>”",
    "hint": "改用 Markdown 的写法；要显示尖括号本身，写成 \\<"
  }
]"#;
    assert_eq!(json, expected);
}

#[test]
fn a_report_escapes_everything_and_has_no_script() {
    let report = to_report(&two());
    assert!(report.contains("<h2>hotlines.csv</h2>") && report.contains("<h2>pages/a.md</h2>"));
    assert!(report.contains("<mark>&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;</mark>"));
    assert!(report.contains("第 5 行第 1 列") && report.contains("怎么改："));
    assert!(!report.contains("<script") && !report.contains("http"));
    assert_eq!(support::listing(&[]), "");
}

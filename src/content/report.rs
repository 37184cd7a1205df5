//! Diagnostics for machines (JSON) and for an officer who reads and forwards them (one HTML page).

use std::fmt::Write;

use super::diagnostic::{Diagnostic, Severity};
use super::terminal::summary;

/// An array of objects with `severity`, `code`, `file`, `line`, `column`, `message` and `hint`.
#[must_use]
pub fn to_json(diagnostics: &[Diagnostic]) -> String {
    // Strings and numbers can always be written as JSON.
    serde_json::to_string_pretty(diagnostics).unwrap_or_else(|_| "[]".to_owned())
}

const STYLE: &str = "\
body{font:16px/1.7 \"Noto Sans CJK SC\",\"Microsoft YaHei\",sans-serif;max-width:56em;margin:2em auto;padding:0 1em;color:#1a1a1a;background:#fff}\
h1{font-size:1.5em}h2{font-size:1.15em;margin:2em 0 .5em;border-bottom:2px solid #1f6f5c;overflow-wrap:anywhere}\
ol{padding-left:1.5em}li{margin:0 0 1.2em;break-inside:avoid}\
.error b{color:#a4161a}.warning b{color:#7a4b00}\
pre{margin:.3em 0;padding:.4em .8em;background:#f4f4f1;white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}\
mark{background:#ffe08a}small{color:#555}p{margin:.2em 0}\
@media print{body{margin:0;max-width:none}pre{border:1px solid #999}}";

/// A page of its own, grouped by file, without scripts and ready to be printed.
#[must_use]
pub fn to_report(diagnostics: &[Diagnostic]) -> String {
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>内容检查结果</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<h1>内容检查结果</h1>\n<p>{}。</p>\n",
        summary(diagnostics),
    );
    page.push_str(if diagnostics.iter().any(Diagnostic::is_error) {
        "<p>有“错误”的内容不能发布；“提醒”不妨碍发布，请抽空处理。</p>\n"
    } else {
        "<p>内容可以发布。</p>\n"
    });
    for file in diagnostics.chunk_by(|a, b| a.file == b.file) {
        let name = file.first().map(|first| first.file.as_str()).unwrap_or_default();
        let name = if name.is_empty() { "内容文件夹" } else { name };
        page.push_str("<h2>");
        page.push_str(&escape(name));
        page.push_str("</h2>\n<ol>\n");
        for diagnostic in file {
            item(&mut page, diagnostic);
        }
        page.push_str("</ol>\n");
    }
    page.push_str("</body>\n</html>\n");
    page
}

fn item(page: &mut String, diagnostic: &Diagnostic) {
    let class = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let (line, before) = diagnostic.window();
    let marked: Vec<char> = line.chars().collect();
    let end = (before + diagnostic.width).min(marked.len());
    let before = before.min(end);
    let part = |from: usize, to: usize| -> String {
        escape(&marked.get(from..to).unwrap_or_default().iter().collect::<String>())
    };
    // Writing to a string cannot fail.
    let _ = writeln!(
        page,
        "<li class=\"{class}\"><p><b>{}</b> 第 {} 行第 {} 列：{}</p>",
        diagnostic.severity.label(),
        diagnostic.line,
        diagnostic.column,
        escape(&diagnostic.message),
    );
    if !line.trim().is_empty() {
        let _ = writeln!(
            page,
            "<pre>{}<mark>{}</mark>{}</pre>",
            part(0, before),
            part(before, end),
            part(end, marked.len())
        );
    }
    let _ = writeln!(
        page,
        "<p>怎么改：{}</p>\n<small>{}</small></li>",
        escape(&diagnostic.hint),
        diagnostic.code
    );
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ if char.is_control() && char != '\n' && char != '\t' => escaped.push('\u{FFFD}'),
            _ => escaped.push(char),
        }
    }
    escaped
}

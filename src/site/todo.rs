//! The editors' work list as a page of its own, without scripts, to be read, forwarded and printed. It is no part of the
//! portal: readers have no use for it.

use std::fmt::Write as _;

use crate::model::{Date, PartialDate, Task};
use crate::pages::escape;

const STYLE: &str = "\
body{font:16px/1.7 \"Noto Sans CJK SC\",\"Microsoft YaHei\",sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#1a1a1a;background:#fff}\
h1{font-size:1.5em}h2{font-size:1.15em;margin:2em 0 .5em}\
table{width:100%;border-collapse:collapse}th,td{padding:.35em .6em;border:1px solid #bbb;text-align:left;vertical-align:top;overflow-wrap:anywhere}\
th{background:#f4f4f1}tr{break-inside:avoid}\
@media print{body{margin:0;max-width:none;font-size:10pt}}";

/// The page, one table for each kind of work.
#[must_use]
pub fn page(tasks: &[Task], today: Date) -> String {
    let day = PartialDate::from(today);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>待办：{day}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<h1>要核实、要补的内容</h1>\n<p>{day}，一共 {} 件。</p>\n",
        tasks.len(),
    );
    for group in tasks.chunk_by(|one, other| one.kind == other.kind) {
        let label = group.first().map(|task| task.kind.label()).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = write!(
            page,
            "<h2>{label}（{} 件）</h2>\n<table><thead><tr><th>哪里</th><th>名称</th><th>要做什么</th></tr></thead><tbody>\n",
            group.len()
        );
        for task in group {
            let _ = writeln!(
                page,
                "<tr><td>{}</td><td>{}</td><td>{}</td></tr>",
                escape(&task.place),
                escape(&task.name),
                escape(&task.what)
            );
        }
        page.push_str("</tbody></table>\n");
    }
    page.push_str("</body>\n</html>\n");
    page
}

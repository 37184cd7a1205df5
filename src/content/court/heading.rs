//! The `##` headings of a script, and the parts of the file between them.

use std::ops::Range;

use super::piece::{Piece, article};
use super::script::{Part, SKIPPABLE};
use crate::content::nearest::suggest;
use crate::content::notes::Notes;
use crate::content::record::short;
use crate::model::court::NodeKind;
use crate::model::{CourtPart, Kind};

/// What a heading begins.
#[derive(Clone, Copy, Debug)]
pub(super) enum Heading<'t> {
    /// A text around the script.
    Part(CourtPart),
    /// 角色.
    Roles,
    /// 证据.
    Exhibits,
    /// 阶段 or 结局, with its name.
    Node(NodeKind, Piece<'t>),
}

/// What stands in braces behind the name of a node.
const OPEN: &[char] = &['{', '｛', '（', '('];

/// The fixed headings, in the order of a file; the nodes stand after the exhibits.
const ORDER: &str = "依次写：## 教学目标、## 需要的知识、## 一周准备、## 角色、## 证据、## 阶段 …、## 结局 …、## 评议（可以不写）、## 评分表、## 庭后讨论";

impl Heading<'_> {
    /// Its place in the order of a file.
    fn rank(&self) -> u8 {
        match self {
            Self::Part(CourtPart::Goals) => 0,
            Self::Part(CourtPart::Knowledge) => 1,
            Self::Part(CourtPart::Preparation) => 2,
            Self::Roles => 3,
            Self::Exhibits => 4,
            Self::Node(..) => 5,
            Self::Part(CourtPart::Deliberation) => 6,
            Self::Part(CourtPart::Score) => 7,
            Self::Part(CourtPart::Debrief) => 8,
        }
    }
}

/// Parts a file at its headings. What is missing, unknown, twice there or out of order is reported.
pub(super) fn read<'t>(notes: &mut Notes<'t>, body: Range<usize>) -> Vec<Part<'t>> {
    let whole =
        Piece { text: notes.text.source.get(body.clone()).unwrap_or_default(), at: body.start };
    let source = notes.text.source.as_str();
    let mut heads: Vec<(Option<Heading<'t>>, Piece<'t>)> = Vec::new();
    let mut led = false;
    for line in whole.lines() {
        let words = line.after(&["##", "＃＃"]).filter(|it| !it.text.starts_with(['#', '＃']));
        if let Some(words) = words {
            let heading = heading(words);
            if heading.is_none() {
                unknown(notes, line);
            }
            heads.push((heading, line));
        } else if heads.is_empty() && !line.is_empty() && !led {
            led = true;
            let message = "第一个“##”标题之前有文字";
            notes.error(&line.range(), "part-lead", message, "移到“## 教学目标”下面");
        }
    }
    let ends: Vec<usize> =
        heads.iter().skip(1).map(|(_, line)| line.at).chain([body.end]).collect();
    let parts: Vec<Part<'t>> = heads
        .into_iter()
        .zip(ends)
        .filter_map(|((heading, line), end)| {
            let text = Piece::of(source, &(line.range().end..end));
            Some(Part { heading: heading?, place: line.range(), text })
        })
        .collect();
    check(notes, &body, &parts);
    parts
}

/// What a heading begins; none where it is not known.
fn heading(words: Piece<'_>) -> Option<Heading<'_>> {
    let (word, rest) = words.word();
    let kind = match word.text {
        "阶段" => Some(NodeKind::Stage),
        "结局" => Some(NodeKind::Ending),
        _ => None,
    };
    if let Some(kind) = kind {
        let name = rest.part(OPEN).map_or(rest, |(name, _)| name);
        return (!name.is_empty()).then_some(Heading::Node(kind, name));
    }
    match words.text {
        "角色" => Some(Heading::Roles),
        "证据" => Some(Heading::Exhibits),
        text => CourtPart::ALL.into_iter().find(|it| it.label() == text).map(Heading::Part),
    }
}

fn unknown(notes: &mut Notes<'_>, line: Piece<'_>) {
    let words = line.text.trim_start_matches(['#', '＃']).trim();
    let names = CourtPart::ALL.map(CourtPart::label);
    let names = names.into_iter().chain(["角色", "证据"]);
    let hint = if ["阶段", "结局"].iter().any(|it| words.starts_with(it)) {
        "“阶段”“结局”后面空一格，再写名字：## 阶段 开庭 {民事诉讼法/140}".to_owned()
    } else {
        suggest(words, names, ORDER)
    };
    let message = format!("不认得“## {}”", short(words));
    notes.error(&line.range(), "unknown-part", message, hint);
}

fn check(notes: &mut Notes<'_>, body: &Range<usize>, parts: &[Part<'_>]) {
    let start = body.start..body.start;
    let mut highest = 0;
    for (at, part) in parts.iter().enumerate() {
        let rank = part.heading.rank();
        let node = matches!(part.heading, Heading::Node(..));
        let written = notes.text.source.get(part.place.clone()).unwrap_or_default().to_owned();
        let before = parts.get(..at).unwrap_or_default();
        if !node && before.iter().any(|other| other.heading.rank() == rank) {
            let message = format!("“{}”写了两次", short(&written));
            notes.error(&part.place, "duplicate-part", message, "把两处合成一处");
        } else if rank < highest {
            let message = format!("“{}”的位置不对", short(&written));
            notes.error(&part.place, "part-order", message, ORDER);
        }
        highest = highest.max(rank);
        if !node && part.text.is_empty() {
            let message = format!("“{}”下面是空的", short(&written));
            notes.error(&part.place, "empty-part", message, "写上内容");
        }
    }
    let there = |rank: u8| parts.iter().any(|part| part.heading.rank() == rank);
    for (rank, name) in [
        (0, "教学目标"),
        (1, "需要的知识"),
        (2, "一周准备"),
        (3, "角色"),
        (4, "证据"),
        (7, "评分表"),
    ] {
        if !there(rank) {
            notes.error(&start, "missing-part", format!("缺少“## {name}”"), ORDER);
        }
    }
    if !there(5) {
        let hint = "在证据表下面写“## 阶段 开庭”，再写台词";
        notes.error(&start, "missing-part", "一个阶段也没有", hint);
    }
    if !there(8) {
        let hint = "加上“## 庭后讨论”，下面写“### 走出角色”等四节：演完要走出角色";
        notes.error(&start, "no-debrief", "结局之后没有“## 庭后讨论”", hint);
    }
}

/// What stands behind the name of a node: `{民事诉讼法/140}` and （可略）.
pub(super) fn extras(notes: &mut Notes<'_>, part: &Part<'_>) -> (bool, Vec<String>) {
    let Heading::Node(_, name) = part.heading else { return (false, Vec::new()) };
    let source = notes.text.source.as_str();
    let mut rest = Piece::of(source, &(name.at + name.text.len()..part.place.end));
    let (mut skippable, mut articles) = (false, Vec::new());
    while !rest.is_empty() {
        if let Some(after) = rest.after(SKIPPABLE) {
            (skippable, rest) = (true, after);
        } else if let Some(inner) = rest.after(&["{", "｛"])
            && let Some((ids, after)) = inner.part(&['}', '｝'])
        {
            for id in ids.split(&['、', '，', ',', ';', '；']) {
                // {民事诉讼法/140、141}: the law is named once.
                let bare = id.text.bytes().all(|byte| byte.is_ascii_digit());
                let law = articles.last().and_then(|it: &String| it.split_once('/'));
                let article = match law.filter(|_| bare) {
                    Some((law, _)) => format!("{law}/{}", id.text),
                    None => article(id.text),
                };
                notes.mention_content(id.range(), Kind::Law, &article);
                articles.push(article);
            }
            rest = after;
        } else {
            let message = format!("标题后面有看不懂的字：“{}”", short(rest.text));
            let hint = "名字后面只写 {法律/条号} 和（可略）";
            notes.error(&rest.range(), "unknown-part", message, hint);
            break;
        }
    }
    (skippable, articles)
}

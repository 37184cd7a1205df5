//! A script typed in a word processor, `角色：台词` on each line, turned into one that can be checked: the tables are made
//! from the names that are found, headings become stages, what nobody says becomes a note.

use std::fmt::Write as _;

use super::line::is_name;
use super::piece::{BETWEEN, COLON, Piece};
use crate::content::diagnostic::Diagnostic;
use crate::content::template::{Template, template};
use crate::content::text::{Encodings, Text};
use crate::model::court::{Casting, Seat, Speakers};

/// Words before a colon that name nobody.
const NOBODY: [&str; 14] = [
    "时间", "地点", "人物", "案由", "注", "注意", "提示", "道具", "背景", "案情", "标题", "剧名",
    "旁白", "备注",
];

/// Names longer than this are sentences.
const LONGEST_NAME: usize = 10;

/// The seat of a role, by what its name holds. The first that fits counts.
const SEATS: [(&str, Seat); 26] = [
    ("辩护", Seat::Defence),
    ("公诉", Seat::Prosecution),
    ("检察", Seat::Prosecution),
    ("被告代理", Seat::Defendant),
    ("被告人", Seat::Accused),
    ("被告", Seat::Defendant),
    ("被申请", Seat::Respondent),
    ("申请人", Seat::Applicant),
    ("原告", Seat::Plaintiff),
    ("第三人", Seat::ThirdParty),
    ("审判", Seat::Bench),
    ("陪审", Seat::Bench),
    ("法官", Seat::Bench),
    ("书记员", Seat::Clerk),
    ("法警", Seat::Door),
    ("证人", Seat::Witness),
    ("鉴定", Seat::Expert),
    ("调解", Seat::Mediator),
    ("被害", Seat::Victim),
    ("合适成年人", Seat::Adult),
    ("法定代理", Seat::Guardian),
    ("监护", Seat::Guardian),
    ("母", Seat::Guardian),
    ("父", Seat::Guardian),
    ("妈", Seat::Guardian),
    ("爸", Seat::Guardian),
];

/// What is found in the text.
#[derive(Default)]
struct Draft<'t> {
    roles: Vec<&'t str>,
    exhibits: Vec<String>,
    nodes: Vec<String>,
    script: String,
}

/// A script with every part that one has, made from plain lines. `name` is its id.
///
/// # Errors
/// What to do about an encoding that is not understood.
pub fn court_from(file: &str, bytes: Vec<u8>, name: &str) -> Result<String, Box<Diagnostic>> {
    let text = Text::decode(file, bytes, Encodings::Spreadsheet)?;
    let whole = Piece { text: text.source.as_str(), at: 0 };
    let mut draft = Draft::default();
    // What stands before the first heading is a title and a list of persons; without headings it is the script.
    let mut begun = !whole.lines().any(|line| stage(line.text).is_some());
    let mut before = Vec::new();
    for line in whole.lines().filter(|line| !line.is_empty()) {
        begun |= stage(line.text).is_some();
        if !begun {
            before.push(line.text);
            continue;
        }
        draft.line(line);
        for text in before.drain(..) {
            draft.note(text);
        }
    }
    Ok(draft.finish(&template(Template::Court, name)))
}

impl<'t> Draft<'t> {
    fn line(&mut self, line: Piece<'t>) {
        if let Some(name) = stage(line.text) {
            return self.begin(&name);
        }
        if self.nodes.is_empty() {
            self.begin("开庭");
        }
        self.exhibits_in(line.text);
        let said = line.part(COLON).filter(|(who, said)| !said.is_empty() && names(*who).is_some());
        if let Some((who, _)) = said {
            for name in names(who).unwrap_or_default() {
                if !self.roles.contains(&name) && name != Speakers::EVERYONE {
                    self.roles.push(name);
                }
            }
            self.script.push_str(line.text);
        } else {
            let action = [("（", "）"), ("(", ")"), ("【", "】"), ("[", "]")]
                .into_iter()
                .find_map(|(open, close)| line.after(&[open])?.before(&[close]));
            match action.filter(|it| !it.is_empty()) {
                Some(action) => self.script.push_str(&format!("【动作】{}", action.text)),
                None => return self.note(line.text),
            }
        }
        self.script.push('\n');
    }

    /// What nobody says.
    fn note(&mut self, text: &str) {
        let _ = writeln!(self.script, "%导演 {text}");
    }

    /// Begins a stage; where the sentence is passed, an ending.
    fn begin(&mut self, name: &str) {
        let mut own = name.to_owned();
        let mut number = 2;
        while self.nodes.contains(&own) || own == "庭后讨论" || own == "结束" {
            own = format!("{name}{number}");
            number += 1;
        }
        let ending = ["宣判", "判决"].iter().any(|word| own.contains(word));
        let kind = if ending { "结局" } else { "阶段" };
        let _ = write!(self.script, "\n## {kind} {own}\n\n");
        self.nodes.push(own);
    }

    /// 证据一, 证据1, 证1.
    fn exhibits_in(&mut self, text: &str) {
        for (at, _) in text.match_indices('证') {
            let rest = text.get(at + '证'.len_utf8()..).unwrap_or_default();
            let rest = rest.strip_prefix('据').unwrap_or(rest);
            let Some(first) = rest.chars().next() else { continue };
            let han = "一二三四五六七八九".chars().position(|it| it == first);
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            let id = match han {
                Some(number) => format!("证{}", number + 1),
                None if !digits.is_empty() => format!("证{digits}"),
                None => continue,
            };
            if !self.exhibits.contains(&id) {
                self.exhibits.push(id);
            }
        }
    }

    /// Puts what was found in the place of the template's own script.
    fn finish(self, template: &str) -> String {
        let (head, rest) = template.split_once("## 角色").unwrap_or((template, ""));
        let tail = rest.find("## 评议\n").and_then(|at| rest.get(at..)).unwrap_or_default();
        let mut head = head.to_owned();
        let seats: Vec<Seat> = self.roles.iter().map(|name| seat(name)).collect();
        if seats.iter().any(|it| matches!(it, Seat::Prosecution | Seat::Accused)) {
            head = head.replace("类别: 民事", "类别: 刑事");
        } else if seats.contains(&Seat::Mediator) && !seats.contains(&Seat::Bench) {
            head = head.replace("类别: 民事", "类别: 调解");
        }
        let mut text = format!(
            "{head}## 角色\n\n| 角色 | 席位 | 人数 | 身份 | 派法 | 说明 |\n| --- | --- | --- | --- | --- | --- |\n"
        );
        for (name, seat) in self.roles.iter().zip(seats) {
            let delicate = matches!(seat, Seat::Accused | Seat::Victim);
            let casting = if delicate { Casting::Volunteer } else { Casting::Drawn };
            let (seat, casting) = (seat.label(), casting.label());
            let duty = "写一句：这个人在真的法庭上做什么";
            let _ = writeln!(text, "| {name} | {seat} | 1 | {duty} | {casting} | |");
        }
        text.push_str("\n## 证据\n\n| 编号 | 名称 | 提交方 | 种类 | 证明什么 | 内容 |\n| --- | --- | --- | --- | --- | --- |\n");
        let exhibits =
            if self.exhibits.is_empty() { vec!["证1".to_owned()] } else { self.exhibits };
        for id in exhibits {
            let _ =
                writeln!(text, "| {id} | 写名称 | 原告 | 书证 | 写要证明什么 | 写上面有什么字 |");
        }
        text.push_str(&self.script);
        text.push('\n');
        text + tail
    }
}

/// The names before a colon, without an action in brackets; none where they name nobody.
fn names(who: Piece<'_>) -> Option<Vec<&str>> {
    let plain = who.part(&['（', '(']).map_or(who, |(plain, _)| plain);
    let fits = |name: &Piece<'_>| {
        name.text.chars().count() <= LONGEST_NAME
            && name.text.chars().all(char::is_alphanumeric)
            && !NOBODY.contains(&name.text)
    };
    let names: Vec<Piece<'_>> = plain.split(BETWEEN).collect();
    (is_name(who.text) && !names.is_empty() && names.iter().all(fits))
        .then(|| names.into_iter().map(|name| name.text).collect())
}

/// The name of a stage, where a line is its heading: 一、法庭调查; 第二幕 法庭辩论; 宣判.
fn stage(line: &str) -> Option<String> {
    const WORDS: [&str; 9] =
        ["开庭", "法庭调查", "举证", "质证", "法庭辩论", "最后陈述", "调解", "评议", "宣判"];
    if line.contains(['：', ':', '。', '，', '？', '！', '（', '(', '【'])
        || line.chars().count() > 16
    {
        return None;
    }
    let numbered = |text: &str| {
        let rest = text.trim_start_matches(['第', '#', ' ']);
        let rest = rest.trim_start_matches(|it: char| {
            it.is_ascii_digit() || "一二三四五六七八九十".contains(it)
        });
        let marks = ['、', '.', '．', ' ', '幕', '场', '章', '部', '分', '　'];
        let name = rest.trim_start_matches(marks);
        (rest.len() < text.len() && name.len() < rest.len() && !name.is_empty())
            .then(|| name.to_owned())
    };
    let plain = || WORDS.contains(&line).then(|| line.to_owned());
    numbered(line).or_else(plain)
}

fn seat(name: &str) -> Seat {
    let found = SEATS.iter().find(|(word, _)| name.contains(word));
    found.map_or(Seat::Gallery, |(_, seat)| *seat)
}

//! One line of a script: a spoken line, a cue, an exhibit, an improvisation, an article or a note.

use super::piece::{COLON, Piece, article, seconds};
use super::script::Script;
use super::words;
use crate::content::nearest::suggest;
use crate::content::record::short;
use crate::model::Kind;
use crate::model::court::{
    Act, Challenge, Cue, CueKind, Line, Note, NoteKind, Point, Show, Slot, Way,
};

/// What a line may be, for hints.
const FORMS: &str = "台词写“角色：话”，动作写“【动作】…”，证据写“【出示】证1 屏幕”，选择写“【选择 谁】…”，说明写“%教师 …”";

/// How far a name can reach before the colon.
const LONGEST_NAME: usize = 24;

impl<'t> Script<'_, 't> {
    /// Reads a line that is neither a jump nor a part of a choice.
    pub(super) fn act(&mut self, line: Piece<'t>) -> Option<Act> {
        if let Some(rest) = line.after(&["%", "％"]) {
            return self.note(rest);
        }
        if let Some(rest) = line.after(&[">", "＞"]) {
            return self.article(line, rest);
        }
        if let Some(inner) = slot(line) {
            return self.slot(line, inner);
        }
        if let Some(rest) = line.after(&["【", "["])
            && let Some((name, rest)) = rest.part(&['】', ']'])
        {
            return self.cue(name, rest);
        }
        self.line(line)
    }

    fn line(&mut self, line: Piece<'t>) -> Option<Act> {
        let found = line.part(COLON).filter(|(who, _)| is_name(who.text));
        let Some((who, said)) = found else {
            let message = format!("看不懂这一行：“{}”", short(line.text));
            self.notes.error(&line.range(), "unknown-line", message, FORMS);
            return None;
        };
        let (who, action) = match who.before(&["）", ")"]).and_then(|it| it.part(&['（', '('])) {
            Some((who, action)) => (who, Some(action.text.to_owned())),
            None => (who, None),
        };
        let speakers = self.speakers(who);
        if said.is_empty() {
            let hint = "冒号后面写台词；只有动作的写“【动作】…”";
            self.notes.error(&line.range(), "empty-line", "冒号后面没有话", hint);
            return None;
        }
        let words = words::read(self.notes, said);
        Some(Act::Line(Line { speakers: speakers?, action, words }))
    }

    /// What stands behind `【…】`.
    fn cue(&mut self, name: Piece<'t>, rest: Piece<'t>) -> Option<Act> {
        let (word, more) = name.word();
        if let Some(kind) =
            CueKind::ALL.into_iter().find(|kind| word.text.starts_with(kind.label()))
            && (kind == CueKind::Timer || word.text == kind.label())
        {
            let mut cue = Cue { kind, seconds: None, words: Vec::new() };
            let mut rest = rest;
            if kind == CueKind::Timer {
                // 【计时 3分】, 【计时3分】 or 【计时】3分.
                let inside = name.cut(kind.label().len()).1;
                let (time, tail) = if inside.is_empty() { rest.word() } else { (inside, rest) };
                cue.seconds = Some(self.seconds(time)?);
                rest = tail;
            } else if !more.is_empty() {
                return self.unknown_cue(name);
            } else if rest.is_empty() {
                let hint = format!("写成“【{}】做什么”", kind.label());
                self.notes.error(&name.range(), "empty-line", "这一行后面没有字", hint);
                return None;
            }
            cue.words = words::read(self.notes, rest);
            return Some(Act::Cue(cue));
        }
        match name.text {
            "出示" => self.show(name, rest),
            "质证" => self.challenge(name, rest),
            _ => self.unknown_cue(name),
        }
    }

    fn unknown_cue(&mut self, name: Piece<'t>) -> Option<Act> {
        const NAMES: [&str; 9] =
            ["动作", "音效", "灯光", "道具", "计时", "出示", "质证", "选择", "即兴"];
        let hint = suggest(name.text, NAMES, &format!("能用的：{}", NAMES.join("、")));
        let message = format!("不认得“【{}】”", short(name.text));
        self.notes.error(&name.range(), "unknown-cue", message, hint);
        None
    }

    fn seconds(&mut self, time: Piece<'t>) -> Option<u16> {
        let found = seconds(time.text);
        if found.is_none() {
            let message = format!("“{}”不是时间", short(time.text));
            let hint = "写成 3分、90秒或 1分30秒";
            self.notes.error(&time.range(), "bad-timer", message, hint);
        }
        found
    }

    fn show(&mut self, name: Piece<'t>, rest: Piece<'t>) -> Option<Act> {
        let (id, way) = rest.word();
        let exhibit = self.exhibit(name, id)?;
        let found = Way::ALL.into_iter().find(|it| it.label() == way.text);
        if found.is_none() && !way.is_empty() {
            let message = format!("不认得出示的办法“{}”", short(way.text));
            self.notes.error(&way.range(), "bad-choice", message, "只能写：屏幕、传阅");
            return None;
        }
        Some(Act::Show(Show { exhibit, way: found.unwrap_or(Way::Screen) }))
    }

    fn challenge(&mut self, name: Piece<'t>, rest: Piece<'t>) -> Option<Act> {
        let (id, rest) = rest.word();
        let exhibit = self.exhibit(name, id)?;
        let (who, rest) = rest.word();
        let speakers = self.speakers(who)?;
        let points = points(rest.text);
        if points.is_none() {
            let message = format!("“{}”没有说有没有异议", short(rest.text));
            let hint = "写“无异议”，或者“真实性、关联性有异议”";
            self.notes.error(&name.range(), "bad-challenge", message, hint);
        }
        Some(Act::Challenge(Challenge {
            exhibit,
            speakers,
            points: points?,
            words: rest.text.to_owned(),
        }))
    }

    fn exhibit(&mut self, name: Piece<'t>, id: Piece<'t>) -> Option<usize> {
        let found = self.exhibits.iter().position(|it| it.id == id.text);
        if found.is_none() {
            let ids = self.exhibits.iter().map(|it| it.id.as_str());
            let hint = suggest(id.text, ids, "写证据表里的编号，后面空一格");
            let at = if id.is_empty() { name.range() } else { id.range() };
            let message = format!("证据表里没有“{}”", short(id.text));
            self.notes.error(&at, "unknown-exhibit", message, hint);
        }
        found
    }

    /// `即兴 60秒 角色：任务`, without the brackets.
    fn slot(&mut self, line: Piece<'t>, inner: Piece<'t>) -> Option<Act> {
        let hint = "写成〔即兴 60秒 角色：做什么〕";
        let Some((head, task)) = inner.part(COLON).filter(|(_, task)| !task.is_empty()) else {
            let message = "即兴没有写做什么";
            self.notes.error(&line.range(), "bad-slot", message, hint);
            return None;
        };
        let (time, who) = head.word();
        let seconds = self.seconds(time)?;
        let speakers = self.speakers(who)?;
        let task = words::read(self.notes, task);
        Some(Act::Slot(Slot { seconds, speakers, task }))
    }

    fn article(&mut self, line: Piece<'t>, rest: Piece<'t>) -> Option<Act> {
        let Some(id) = rest.after(&["法条"]).filter(|id| !id.is_empty()) else {
            let hint = "写成“> 法条 民法典/145”";
            self.notes.error(&line.range(), "unknown-line", "“>”后面应当是“法条”和条文", hint);
            return None;
        };
        let article = article(id.text);
        self.notes.mention_content(id.range(), Kind::Law, &article);
        Some(Act::Article(article))
    }

    fn note(&mut self, rest: Piece<'t>) -> Option<Act> {
        let (word, text) = rest.word();
        let Some(kind) = NoteKind::ALL.into_iter().find(|kind| kind.label() == word.text) else {
            let names = NoteKind::ALL.map(NoteKind::label);
            let hint =
                format!("能用的：{}，后面空一格", names.map(|it| format!("%{it}")).join("、"));
            let hint = suggest(word.text, names, &hint);
            let message = format!("不认得“%{}”", short(word.text));
            self.notes.error(&word.range(), "unknown-note", message, hint);
            return None;
        };
        let (role, text) = if kind.names_role() {
            let (who, text) = text.word();
            (Some(self.role(who)?), text)
        } else {
            (None, text)
        };
        if text.is_empty() {
            let hint = if kind.names_role() {
                format!("写成“%{} 角色 说明”", kind.label())
            } else {
                format!("写成“%{} 说明”", kind.label())
            };
            self.notes.error(&rest.range(), "empty-line", "这一行后面没有字", hint);
            return None;
        }
        Some(Act::Note(Note { kind, role, words: words::read(self.notes, text) }))
    }
}

/// What stands between the brackets of an improvisation, after its word.
fn slot(line: Piece<'_>) -> Option<Piece<'_>> {
    const PAIRS: [(&str, &str); 7] = [
        ("〔", "〕"),
        ("【", "】"),
        ("［", "］"),
        ("[", "]"),
        ("（", "）"),
        ("(", ")"),
        ("{", "}"),
    ];
    PAIRS.into_iter().find_map(|(open, close)| {
        let inner = line.after(&[open])?.after(&["即兴"])?;
        Some(inner.before(&[close]).unwrap_or(inner))
    })
}

/// What is contested; none where nothing is said about it. 真实性、关联性有异议; 对真实性无异议，对关联性有异议.
fn points(words: &str) -> Option<Vec<Point>> {
    let clauses: Vec<&str> = words.split("异议").collect();
    let (_, clauses) = clauses.split_last().filter(|(_, clauses)| !clauses.is_empty())?;
    let contested = |clause: &&&str| {
        (clause.ends_with('有') && !clause.ends_with("没有")) || clause.ends_with("提出")
    };
    let contested: Vec<_> = clauses.iter().filter(contested).collect();
    let named = Point::ALL
        .into_iter()
        .filter(|point| contested.iter().any(|clause| clause.contains(point.label())));
    let points: Vec<Point> = named.collect();
    // Who contests without saying what, contests that it proves anything.
    let whole = points.is_empty() && !contested.is_empty();
    Some(if whole { vec![Point::Relevance] } else { points })
}

/// Whether what stands before a colon can be the name of who speaks, with an action in brackets.
pub(super) fn is_name(text: &str) -> bool {
    let name = text.split(['（', '(']).next().unwrap_or_default();
    !name.is_empty()
        && name.chars().count() <= LONGEST_NAME
        && !name.contains(['。', '！', '？', '；', '“', '”', '!', '?', ';', '"', '{', '['])
}

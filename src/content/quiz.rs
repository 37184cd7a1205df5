//! `quizzes/*.md`: a `##` heading for each question, with its kind, and under it what can be chosen, with reasons.

use std::collections::BTreeSet;
use std::ops::Range;

use super::footnote;
use super::front;
use super::lint;
use super::markdown;
use super::nearest::suggest;
use super::notes::Notes;
use super::record::{Key, may, must, short};
use super::topic;
use crate::model::{
    Block, Inline, Item, Kind, Markup, Question, QuestionKind, Quiz, QuizChoice, Target, plain_text,
};

const KEYS: &[Key] = &[
    must("标题", "title"),
    must("主题", "theme"),
    must("摘要", "summary"),
    must("对象", "grades"),
    may("课程", "lesson"),
    must("核验", "checked"),
];

/// Reads a quiz.
pub(super) fn read(notes: &mut Notes<'_>, id: &str) -> Quiz {
    let halves = front::split(notes);
    let mut quiz = Quiz { topic: topic::empty(id), lesson: None, questions: Vec::new() };
    if let Some(range) = halves.front {
        let mut fields = front::fields(notes, range, KEYS);
        topic::read(&mut fields, &mut quiz.topic);
        quiz.lesson = fields.reference("课程", Kind::Lesson);
    }
    lint::page(notes, &halves.body);
    let start = halves.body.start;
    let text = markdown::parse(notes, halves.body);
    let mut open: Option<(Vec<Inline>, Range<usize>, Vec<Block>)> = None;
    let footnotes = text.markup.footnotes;
    for (block, place) in text.markup.blocks.into_iter().zip(text.places) {
        match (block, &mut open) {
            (Block::Heading { level: 2, text, .. }, _) => {
                let written = notes.text.source.get(place.clone()).unwrap_or_default();
                let place = place.start..place.start + written.trim_end().len();
                let done = open.replace((text, place, Vec::new()));
                quiz.questions.extend(done.and_then(|it| question(notes, it, &footnotes)));
            }
            (block, Some((_, _, blocks))) => blocks.push(block),
            (_, None) => {
                let written = notes.text.source.get(place.clone()).unwrap_or_default();
                let first = written.lines().next().unwrap_or_default().trim_end().len();
                let at = place.start..place.start + first;
                notes.error(
                    &at,
                    "part-lead",
                    "第一个“##”标题之前有文字",
                    "每道题以“## 单选：…”这样的标题开头",
                );
            }
        }
    }
    quiz.questions.extend(open.and_then(|it| question(notes, it, &footnotes)));
    if quiz.questions.is_empty() {
        notes.error(
            &(start..start),
            "quiz-empty",
            "一道题也没有",
            "每道题以“## 单选：…”这样的标题开头",
        );
    }
    quiz
}

/// A question; none where its kind is not known.
fn question(
    notes: &mut Notes<'_>,
    (heading, place, blocks): (Vec<Inline>, Range<usize>, Vec<Block>),
    footnotes: &[Vec<Block>],
) -> Option<Question<Markup>> {
    let (kind, stem) = kind_of(notes, heading, &place)?;
    let whole = |blocks| footnote::part(blocks, footnotes);
    let mut lead = Vec::new();
    let mut choices = Vec::new();
    for block in blocks {
        match (kind, block) {
            (QuestionKind::Order, Block::List { start: Some(_), items }) => {
                choices.extend(items.into_iter().map(|item| choice(item, true, footnotes)));
            }
            (QuestionKind::Match, Block::Table { rows, .. }) => {
                choices.extend(rows.into_iter().map(|row| pair(row, footnotes)));
            }
            (
                QuestionKind::Order | QuestionKind::Match,
                block @ Block::List { start: None, .. },
            ) => {
                lead.push(block);
            }
            (_, Block::List { start: None, items }) => {
                choices.extend(items.into_iter().map(|item| {
                    let right = item.done == Some(true);
                    choice(item, right, footnotes)
                }));
            }
            (_, block) => lead.push(block),
        }
    }
    let question = Question {
        kind,
        stem: whole(vec![Block::Paragraph(stem)]),
        lead: (!lead.is_empty()).then(|| whole(lead)),
        choices,
    };
    check(notes, &question, &place);
    Some(question)
}

/// The kind before the colon of a heading, and the words after it.
fn kind_of(
    notes: &mut Notes<'_>,
    mut heading: Vec<Inline>,
    place: &Range<usize>,
) -> Option<(QuestionKind, Vec<Inline>)> {
    let labels = QuestionKind::ALL.map(QuestionKind::label);
    let hint = format!("写成“## 单选：问题”；能用的：{}", labels.join("、"));
    let parted = match heading.first() {
        Some(Inline::Text(text)) => text
            .split_once(['：', ':'])
            .map(|(kind, stem)| (kind.trim().to_owned(), stem.trim_start().to_owned())),
        _ => None,
    };
    let Some((word, stem)) = parted else {
        let message = format!("“{}”没有写是哪种题", short(&plain_text(&heading)));
        notes.error(place, "question-kind", message, hint);
        return None;
    };
    let Some(kind) = QuestionKind::ALL.into_iter().find(|kind| kind.label() == word) else {
        let message = format!("不认得题型“{}”", short(&word));
        notes.error(place, "question-kind", message, suggest(&word, labels, &hint));
        return None;
    };
    if let Some(first) = heading.first_mut() {
        *first = Inline::Text(stem);
    }
    Some((kind, heading))
}

/// An item of a list: its own words, and below them the reason.
fn choice(item: Item, right: bool, footnotes: &[Vec<Block>]) -> QuizChoice<Markup> {
    let (reasons, words): (Vec<Block>, Vec<Block>) =
        item.blocks.into_iter().partition(|block| matches!(block, Block::List { .. }));
    let reasons = reasons.into_iter().flat_map(|block| match block {
        Block::List { items, .. } => items.into_iter().flat_map(|item| item.blocks).collect(),
        other => vec![other],
    });
    QuizChoice {
        text: footnote::part(words, footnotes),
        reason: footnote::part(reasons.collect(), footnotes),
        right,
        partner: None,
    }
}

/// A row of a table: what is to be matched, its partner, the reason.
fn pair(row: Vec<Vec<Inline>>, footnotes: &[Vec<Block>]) -> QuizChoice<Markup> {
    let mut cells = row.into_iter();
    let mut next = || cells.next().unwrap_or_default();
    let (left, right, reason) = (next(), next(), next());
    let text = |inlines: Vec<Inline>| {
        let blocks = if inlines.is_empty() { vec![] } else { vec![Block::Paragraph(inlines)] };
        footnote::part(blocks, footnotes)
    };
    QuizChoice {
        text: text(left),
        reason: text(reason),
        right: true,
        partner: Some(plain_text(&right).trim().to_owned()),
    }
}

fn check(notes: &mut Notes<'_>, question: &Question<Markup>, place: &Range<usize>) {
    let kind = question.kind;
    let choices = &question.choices;
    let right = choices.iter().filter(|choice| choice.right).count();
    let mut error = |code, message: String, hint: &str| notes.error(place, code, message, hint);
    let fewest = match kind {
        QuestionKind::Order | QuestionKind::Match | QuestionKind::Multiple => 3,
        QuestionKind::Single | QuestionKind::Judge | QuestionKind::Scenario => 2,
    };
    if choices.len() < fewest {
        let message =
            format!("这道{}题只有 {} 项，应当至少 {fewest} 项", kind.label(), choices.len());
        return error("too-few-choices", message, how(kind));
    }
    if kind.wants_one() && right > 1 {
        let message = format!("这道{}题有 {right} 个答案，应当只有一个", kind.label());
        error("many-answers", message, "只留一个“[x]”；要选几个，把题型改成“多选”");
    }
    if right == 0 {
        error("no-answer", format!("这道{}题没有答案", kind.label()), "在对的一项前面写“[x]”");
    }
    if kind == QuestionKind::Multiple && (right < 2 || right == choices.len()) {
        error(
            "multiple-answers",
            format!("这道多选题 {} 项里有 {right} 项对", choices.len()),
            "至少两项对、一项不对；只有一项对，把题型改成“单选”",
        );
    }
    let told: BTreeSet<String> = choices.iter().map(|it| words(&it.text)).collect();
    if kind == QuestionKind::Judge && !told.iter().eq(["对", "错"]) {
        error(
            "judge-choices",
            "判断题的两项应当是“对”和“错”".to_owned(),
            "写“- [ ] 对”和“- [ ] 错”两项，对的那一项写 [x]",
        );
    }
    let partners: Vec<&str> = choices.iter().filter_map(|it| it.partner.as_deref()).collect();
    let twice =
        partners.iter().enumerate().any(|(at, it)| it.is_empty() || partners[..at].contains(it));
    if kind == QuestionKind::Match && twice {
        error("match-partners", "配对题右边有空的或重复的".to_owned(), "右边一行一项，每项都不同");
    }
    for (number, choice) in (1..).zip(choices) {
        if choice.reason.blocks.is_empty() {
            let message = format!("第 {number} 项没有写理由");
            error("no-reason", message, "在这一项下面缩进两格，写“- 为什么”；配对题写在第三列");
        }
    }
    if !choices.iter().any(|choice| cites(&choice.reason.blocks)) {
        let message = "这道题的理由里没有一条法律".to_owned();
        error("no-article", message, "在理由后面写上条文，例如 [](law:未成年人保护法/39)");
    }
}

const fn how(kind: QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Order => "写成编号列表“1.”“2.”，次序就是答案",
        QuestionKind::Match => "写一张三列的表：左边、右边、理由",
        _ => "每一项写成“- [ ] …”，对的写“- [x] …”",
    }
}

fn words(text: &Markup) -> String {
    match text.blocks.first() {
        Some(Block::Paragraph(inlines)) => plain_text(inlines).trim().to_owned(),
        _ => String::new(),
    }
}

/// Whether a text refers to a law.
fn cites(blocks: &[Block]) -> bool {
    let within = |inlines: &[Inline]| {
        inlines.iter().any(|inline| {
            matches!(inline, Inline::Link { target: Target::Content(it), .. } if it.kind == Kind::Law)
        })
    };
    blocks.iter().any(|block| match block {
        Block::Paragraph(inlines) => within(inlines),
        Block::List { items, .. } => items.iter().any(|item| cites(&item.blocks)),
        _ => false,
    })
}

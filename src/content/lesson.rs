//! `lessons/*.md`.

use super::front;
use super::lint;
use super::notes::{Name, Notes};
use super::record::{Key, Record, may, must, short};
use super::section;
use super::topic;
use crate::model::{Block, Kind, Lesson, LessonPart, Markup, plain_text};

const KEYS: &[Key] = &[
    must("标题", "title"),
    must("主题", "theme"),
    must("摘要", "summary"),
    must("对象", "grades"),
    must("课时", "minutes"),
    must("目标", "goals"),
    may("课标", "curriculum"),
    must("条文", "articles"),
    may("材料", "materials"),
    may("敏感", "sensitive"),
    may("测验", "quiz"),
    may("案例", "cases"),
    may("求助", "helps"),
    must("核验", "checked"),
];

/// Reads a lesson.
pub(super) fn read(notes: &mut Notes<'_>, id: &str) -> Lesson {
    let halves = front::split(notes);
    let mut lesson = Lesson {
        topic: topic::empty(id),
        minutes: 0,
        goals: Vec::new(),
        curriculum: None,
        articles: Vec::new(),
        materials: Vec::new(),
        sensitive: false,
        quiz: None,
        cases: Vec::new(),
        helps: Vec::new(),
        parts: Vec::new(),
    };
    if let Some(range) = halves.front {
        let mut fields = front::fields(notes, range, KEYS);
        topic::read(&mut fields, &mut lesson.topic);
        lesson.minutes = fields.integer("课时").unwrap_or_default();
        lesson.goals = fields.list("目标").into_iter().map(|spot| spot.value).collect();
        lesson.curriculum = fields.optional("课标");
        lesson.articles = fields.references("条文", Kind::Law);
        lesson.materials = fields.list("材料").into_iter().map(|spot| spot.value).collect();
        let sensitive = fields.text("敏感");
        lesson.sensitive = sensitive.as_ref().is_some_and(|spot| spot.value == "是");
        if let Some(spot) = sensitive {
            if lesson.sensitive {
                let card = Name::Content(crate::model::Reference {
                    kind: Kind::Page,
                    id: Lesson::DISCLOSURE.to_owned(),
                    section: None,
                });
                fields.notes().mention(spot.range, card);
            } else if spot.value != "否" {
                let message = format!("“敏感”写成了“{}”，不认得", short(&spot.value));
                fields.notes().error(&spot.range, "bad-choice", message, "只能写：是、否");
            }
        }
        lesson.quiz = fields.reference("测验", Kind::Quiz);
        lesson.cases = fields.references("案例", Kind::Case);
        lesson.helps = fields.references("求助", Kind::Help);
    }
    lint::page(notes, &halves.body);
    for part in section::read(notes, halves.body, &LessonPart::ALL.map(LessonPart::label)) {
        let Some(kind) = LessonPart::ALL.get(part.number) else { continue };
        if *kind == LessonPart::Run {
            check_minutes(notes, &part, lesson.minutes);
        }
        lesson.parts.push((*kind, part.text));
    }
    lesson
}

/// The minutes of the run have to add up to those of the lesson.
fn check_minutes(notes: &mut Notes<'_>, part: &section::Part, minutes: u16) {
    let Some(column) = minutes_of(&part.text) else {
        notes.error(
            &part.place,
            "lesson-run",
            "“上课过程”里没有带“时间”一列的表格",
            "写一张表：| 时间 | 环节 | 老师 | 学生 |，时间只写分钟数",
        );
        return;
    };
    let mut sum = 0;
    for (row, written) in (1..).zip(&column) {
        let number = written.trim().trim_end_matches("分钟").trim().parse::<u16>();
        let Ok(number) = number else {
            let message = format!("第 {row} 行的时间“{}”不是分钟数", short(written));
            notes.error(&part.place, "bad-number", message, "只写数字，例如 5");
            return;
        };
        sum += u32::from(number);
    }
    if sum != u32::from(minutes) {
        let message = format!("各环节加起来是 {sum} 分钟，“课时”写的是 {minutes} 分钟");
        notes.error(&part.place, "lesson-minutes", message, "改时间，或改“课时”");
    }
}

/// The cells of the column 时间.
fn minutes_of(text: &Markup) -> Option<Vec<String>> {
    text.blocks.iter().find_map(|block| {
        let Block::Table { head, rows, .. } = block else { return None };
        let column = head.iter().position(|cell| plain_text(cell).trim() == "时间")?;
        let cell = |row: &Vec<Vec<_>>| row.get(column).map(|cell| plain_text(cell));
        Some(rows.iter().map(|row| cell(row).unwrap_or_default()).collect())
    })
}

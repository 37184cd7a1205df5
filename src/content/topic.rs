//! What the front matter of lessons, cases and quizzes has in common.

use super::front::Fields;
use super::notes::Period;
use super::record::{Record, short};
use crate::model::{Date, Grade, Topic};

/// The head of a file of which nothing has been read.
pub(super) fn empty(id: &str) -> Topic {
    Topic {
        id: id.to_owned(),
        title: String::new(),
        theme: String::new(),
        summary: String::new(),
        grades: Vec::new(),
        checked: Date::ZERO,
    }
}

/// Reads 标题, 主题, 摘要, 对象 and 核验.
pub(super) fn read(fields: &mut Fields<'_, '_>, topic: &mut Topic) {
    topic.title = fields.title();
    topic.theme = fields.words("主题");
    topic.summary = fields.words("摘要");
    for spot in fields.list("对象") {
        if let Some(grade) = Grade::ALL.into_iter().find(|grade| grade.label() == spot.value) {
            topic.grades.push(grade);
        } else {
            let message = format!("“对象”写成了“{}”，不认得", short(&spot.value));
            let hint = format!("只能写：{}", Grade::ALL.map(Grade::label).join("、"));
            fields.notes().error(&spot.range, "bad-choice", message, hint);
        }
    }
    topic.checked = fields.checked(Period::Laws).unwrap_or(Date::ZERO);
}

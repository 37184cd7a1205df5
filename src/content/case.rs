//! `cases/*.md`.

use super::front;
use super::lint;
use super::notes::Notes;
use super::record::{Key, Record, may, must};
use super::section;
use super::topic;
use crate::model::{Case, CaseStep, Kind};

const KEYS: &[Key] = &[
    must("标题", "title"),
    must("主题", "theme"),
    must("摘要", "summary"),
    must("对象", "grades"),
    must("虚构", "fiction"),
    may("课程", "lesson"),
    may("求助", "helps"),
    must("核验", "checked"),
];

/// Reads a case.
pub(super) fn read(notes: &mut Notes<'_>, id: &str) -> Case {
    let halves = front::split(notes);
    let mut case =
        Case { topic: topic::empty(id), lesson: None, helps: Vec::new(), steps: Vec::new() };
    if let Some(range) = halves.front {
        let mut fields = front::fields(notes, range, KEYS);
        topic::read(&mut fields, &mut case.topic);
        if let Some(fiction) = fields.text("虚构").filter(|spot| spot.value != "是") {
            fields.notes().error(
                &fiction.range,
                "case-not-fiction",
                "案例只写虚构的故事，“虚构”应当是“是”",
                "改写成认不出任何人的故事；真实的案件不放（未成年人保护法第一百零三条）",
            );
        }
        case.lesson = fields.reference("课程", Kind::Lesson);
        case.helps = fields.references("求助", Kind::Help);
    }
    lint::case(notes, &halves.body);
    for part in section::read(notes, halves.body, &CaseStep::ALL.map(CaseStep::label)) {
        if let Some(step) = CaseStep::ALL.get(part.number) {
            case.steps.push((*step, part.text));
        }
    }
    case
}

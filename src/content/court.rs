//! `courts/*.court.md`: the script of a mock court, one thing on a line, as a teacher types it into a text editor.
//!
//! ```text
//! heading ─▶ people (table), prose, script (line, words) ─▶ Court ─▶ lint
//! ```

mod heading;
mod line;
mod lint;
mod people;
mod piece;
mod plain;
mod prose;
mod script;
mod table;
mod words;

use std::ops::Range;

pub use plain::court_from;

use super::front;
use super::notes::{Name, Notes, Period};
use super::record::{Key, Record, may, must, short};
use crate::model::{Court, CourtKind, Date, Grade, Kind, Lesson, Reference};
use heading::Heading;
use script::NodePlace;

const KEYS: &[Key] = &[
    must("名称", "title"),
    must("摘要", "summary"),
    must("类别", "kind"),
    must("学段", "age"),
    must("时长", "minutes"),
    must("虚构", "fiction"),
    must("条文", "articles"),
    may("课", "lesson"),
    may("求助", "help"),
    may("政策", "policy"),
    must("核验", "checked"),
    must("敏感", "sensitive"),
];

/// Where the pieces of a script stand, for what is found wrong with the whole.
#[derive(Debug, Default)]
struct Places {
    minutes: Range<usize>,
    roles: Vec<Range<usize>>,
    exhibits: Vec<Range<usize>>,
    nodes: Vec<NodePlace>,
}

/// Reads a script.
pub(super) fn read(notes: &mut Notes<'_>, id: &str) -> Court {
    let halves = front::split(notes);
    let mut court = empty(id);
    let mut places = Places::default();
    if let Some(range) = halves.front {
        fields(notes, range, &mut court, &mut places);
    }
    super::lint::court(notes, &halves.body);
    let before = notes.errors();
    let parts = heading::read(notes, halves.body.clone());
    for part in &parts {
        match part.heading {
            Heading::Part(kind) => {
                court.parts.push((kind, prose::read(notes, kind, part)));
            }
            Heading::Roles if court.roles.is_empty() => {
                (court.roles, places.roles) = people::roles(notes, part.text);
            }
            Heading::Roles | Heading::Exhibits | Heading::Node(..) => {}
        }
    }
    if let Some(part) = parts.iter().find(|part| matches!(part.heading, Heading::Exhibits)) {
        (court.exhibits, places.exhibits) = people::exhibits(notes, part.text, &court.roles);
    }
    (court.nodes, places.nodes) = script::read(notes, parts, &court.roles, &court.exhibits);
    // Of a script that is not understood, what seems to be missing may stand in the line that was not.
    if notes.errors() == before && !court.nodes.is_empty() {
        lint::check(notes, &court, &places, &halves.body);
    }
    court
}

fn empty(id: &str) -> Court {
    Court {
        id: id.to_owned(),
        title: String::new(),
        summary: String::new(),
        kind: CourtKind::Hearing,
        grades: Vec::new(),
        minutes: 0,
        articles: Vec::new(),
        lesson: None,
        helps: Vec::new(),
        policies: Vec::new(),
        checked: Date::ZERO,
        sensitive: false,
        roles: Vec::new(),
        exhibits: Vec::new(),
        nodes: Vec::new(),
        parts: Vec::new(),
    }
}

fn fields(notes: &mut Notes<'_>, range: Range<usize>, court: &mut Court, places: &mut Places) {
    let mut fields = front::fields(notes, range, KEYS);
    if let Some(spot) = fields.text("名称") {
        fields.notes().mention(spot.range, Name::Title(spot.value.clone()));
        court.title = spot.value;
    }
    court.summary = fields.words("摘要");
    let kinds = CourtKind::ALL.map(|kind| (kind.label(), kind));
    let aliases = CourtKind::ALL.map(|kind| (kind.alias(), kind));
    court.kind = fields.choice("类别", &kinds, &aliases).unwrap_or(CourtKind::Hearing);
    for spot in fields.list("学段") {
        if let Some(grade) = Grade::ALL.into_iter().find(|grade| grade.label() == spot.value) {
            court.grades.push(grade);
        } else {
            let message = format!("“学段”写成了“{}”，不认得", short(&spot.value));
            let hint = format!("只能写：{}", Grade::ALL.map(Grade::label).join("、"));
            fields.notes().error(&spot.range, "bad-choice", message, hint);
        }
    }
    if let Some(spot) = fields.text("时长") {
        let minutes = spot.value.trim_end_matches("分钟").trim().parse();
        court.minutes = minutes.unwrap_or_default();
        if court.minutes == 0 {
            let message = format!("“时长”应当是分钟数，写成了“{}”", short(&spot.value));
            fields.notes().error(&spot.range, "bad-number", message, "只写数字，例如 25");
        }
        places.minutes = spot.range;
    }
    if let Some(fiction) = fields.text("虚构").filter(|spot| spot.value != "是") {
        fields.notes().error(
            &fiction.range,
            "court-not-fiction",
            "剧本只写虚构的案件，“虚构”应当是“是”",
            "改写成认不出任何人的故事；真实的案件不演（未成年人保护法第一百零三条）",
        );
    }
    court.articles = fields.references("条文", Kind::Law);
    court.lesson = fields.reference("课", Kind::Lesson);
    court.helps = fields.references("求助", Kind::Help);
    court.policies = fields.references("政策", Kind::Policy);
    court.checked = fields.checked(Period::Laws).unwrap_or(Date::ZERO);
    let words = [("是", true), ("否", false)];
    let sensitive = fields.text("敏感");
    if let Some(spot) = sensitive {
        match words.into_iter().find(|(word, _)| *word == spot.value) {
            Some((_, false)) => {}
            Some((_, true)) => {
                court.sensitive = true;
                // The card for a teacher to whom a pupil discloses something has to be there.
                let (kind, id) = (Kind::Page, Lesson::DISCLOSURE.to_owned());
                let card = Name::Content(Reference { kind, id, section: None });
                fields.notes().mention(spot.range, card);
            }
            None => {
                let message = format!("“敏感”写成了“{}”，不认得", short(&spot.value));
                fields.notes().error(&spot.range, "bad-choice", message, "只能写：是、否");
            }
        }
    }
}

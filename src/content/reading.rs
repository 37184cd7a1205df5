//! The reading of one file, which no other file can disturb.

use std::collections::HashSet;
use std::fs;

use super::diagnostic::{Diagnostic, Severity};
use super::files::{Found, Kind};
use super::hygiene::{self, Habits};
use super::notes::{Check, Mention, Notes};
use super::text::{Encodings, Text};
use super::{
    area, calendar, case, commentary, constraint, court, example, fact, figure, help, hotline, law,
    lesson, lint, page, picture, place, policy, privacy, quiz, site, source, station, station_text,
    synonym, term,
};
use crate::model::hours::Calendar;
use crate::model::policy::{Constraint, Example, Fact, Policy};
use crate::model::{
    Area, Case, Commentary, Court, Figure, Help, Hotline, Law, LawGuide, Lesson, Markup, Page,
    Place, Quiz, Reference, SchoolHoliday, Service, Settings, Source, Station, StationType,
    Synonym, Term,
};

/// A file that has been read.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) text: Text,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) mentions: Vec<Mention>,
    pub(super) checks: Vec<Check>,
    pub(super) item: Item,
    /// What a reference to this file names, where it is a page of its own.
    pub(super) owner: Option<Reference>,
}

/// What a file says. Pages and places come with the anchors of their headings.
#[derive(Debug)]
pub(super) enum Item {
    Nothing,
    Site(Box<Settings>),
    Areas(Vec<Area>),
    Sources(Vec<Source>),
    Figures(Vec<Figure>),
    Hotlines(Vec<Hotline>),
    Laws(Vec<Law>),
    Page(Box<Page>, HashSet<String>),
    Place(Box<Place>, HashSet<String>),
    Help(Box<Help>),
    Commentary(Box<Commentary>),
    LawGuide(Box<LawGuide>, HashSet<String>),
    Terms(Vec<Term>),
    Stations(Vec<Station>),
    StationText(String, Markup),
    StationTypes(Vec<StationType>),
    Services(Vec<Service>),
    Calendar(Calendar),
    SchoolHolidays(Vec<SchoolHoliday>),
    Lesson(Box<Lesson>),
    Case(Box<Case>),
    Quiz(Box<Quiz>),
    Facts(Vec<Fact>),
    Constraints(Vec<Constraint>),
    Policy(Box<Policy>, HashSet<String>),
    Examples(Vec<Example>),
    Synonyms(Vec<Synonym>),
    Court(Box<Court>),
    Image(String, Vec<u8>),
}

/// Reads a file.
pub(super) fn read(file: Found) -> Reading {
    match fs::read(&file.path) {
        Ok(bytes) => understand(file, bytes),
        Err(error) => {
            let message = format!("打不开：{error}");
            let hint = "检查文件是否完好、是否正被别的软件打开";
            nothing(
                &file.name,
                Diagnostic::of_file(Severity::Error, "unreadable", &file.name, message, hint),
            )
        }
    }
}

fn understand(file: Found, bytes: Vec<u8>) -> Reading {
    if file.kind == Kind::Image {
        return image(file.name, bytes);
    }
    let (encodings, habits) = match &file.kind {
        kind if kind.is_table() => (Encodings::Spreadsheet, Habits::Table),
        _ => (Encodings::Utf8, Habits::Prose),
    };
    let text = match Text::decode(&file.name, bytes, encodings) {
        Ok(text) => text,
        Err(diagnostic) => return nothing(&file.name, *diagnostic),
    };
    let mut notes = Notes::new(&text);
    let owner = file.kind.reference();
    let item = if hygiene::check(&mut notes, habits) {
        privacy::check(&mut notes);
        lint::personal(&mut notes);
        item(&mut notes, &file.kind)
    } else {
        Item::Nothing
    };
    let mentions = std::mem::take(&mut notes.mentions);
    let checks = std::mem::take(&mut notes.checks);
    let diagnostics = notes.into_diagnostics();
    Reading { text, diagnostics, mentions, checks, item, owner }
}

fn item(notes: &mut Notes<'_>, kind: &Kind) -> Item {
    match kind {
        Kind::Site => Item::Site(Box::new(site::read(notes))),
        Kind::Areas => Item::Areas(area::read(notes)),
        Kind::Sources => Item::Sources(source::read(notes)),
        Kind::Figures => Item::Figures(figure::read(notes)),
        Kind::Hotlines => Item::Hotlines(hotline::read(notes)),
        Kind::Laws => Item::Laws(law::read(notes)),
        Kind::Page(id) => {
            let (page, anchors) = page::read(notes, id);
            Item::Page(Box::new(page), anchors)
        }
        Kind::Place(id) => {
            let (place, anchors) = place::read(notes, id);
            Item::Place(Box::new(place), anchors)
        }
        Kind::Help(id) => Item::Help(Box::new(help::read(notes, id))),
        Kind::Commentary(law, number) => {
            Item::Commentary(Box::new(commentary::article(notes, law, number)))
        }
        Kind::LawGuide(law) => {
            let (guide, anchors) = commentary::guide(notes, law);
            Item::LawGuide(Box::new(guide), anchors)
        }
        Kind::Stations => Item::Stations(station::read(notes)),
        Kind::StationText(id) => Item::StationText(id.clone(), station_text::read(notes, id)),
        Kind::StationTypes => Item::StationTypes(station::types(notes)),
        Kind::Services => Item::Services(station::services(notes)),
        Kind::Calendar => Item::Calendar(calendar::read(notes)),
        Kind::SchoolHolidays => Item::SchoolHolidays(calendar::school(notes)),
        Kind::Terms => Item::Terms(term::read(notes)),
        Kind::Lesson(id) => Item::Lesson(Box::new(lesson::read(notes, id))),
        Kind::Case(id) => Item::Case(Box::new(case::read(notes, id))),
        Kind::Quiz(id) => Item::Quiz(Box::new(quiz::read(notes, id))),
        Kind::Facts => Item::Facts(fact::read(notes)),
        Kind::Constraints => Item::Constraints(constraint::read(notes)),
        Kind::Policy(id) => {
            let (policy, anchors) = policy::read(notes, id);
            Item::Policy(Box::new(policy), anchors)
        }
        Kind::Examples => Item::Examples(example::read(notes)),
        Kind::Synonyms => Item::Synonyms(synonym::read(notes)),
        Kind::Court(id) => Item::Court(Box::new(court::read(notes, id))),
        Kind::Image => Item::Nothing,
    }
}

fn image(name: String, bytes: Vec<u8>) -> Reading {
    if picture::matches_ending(&name, &bytes) {
        let text = Text::new(name.clone(), String::new());
        let item = Item::Image(name, bytes);
        return Reading {
            text,
            diagnostics: Vec::new(),
            mentions: Vec::new(),
            checks: Vec::new(),
            item,
            owner: None,
        };
    }
    let message = "文件的内容和名字的结尾不符，不是能用的图片";
    let hint = "用看图软件打开，另存为 png 或 jpg";
    nothing(&name, Diagnostic::of_file(Severity::Error, "image-type", &name, message, hint))
}

fn nothing(name: &str, diagnostic: Diagnostic) -> Reading {
    Reading {
        text: Text::new(name, String::new()),
        diagnostics: vec![diagnostic],
        mentions: Vec::new(),
        checks: Vec::new(),
        item: Item::Nothing,
        owner: None,
    }
}

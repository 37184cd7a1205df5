//! Reads and checks a content folder. Bad content never panics and never goes through silently:
//! it becomes a diagnostic, and one run reports them all.
//!
//! ```text
//! files ─▶ text ─▶ front + markdown, table ─▶ page, place, help, hotline, … ─▶ check ─▶ Portal
//! ```

pub mod anchor;
mod area;
mod basemap;
mod calendar;
mod callout;
mod case;
mod chart;
mod check;
mod colon;
mod commentary;
mod constraint;
mod court;
pub mod diagnostic;
mod example;
mod fact;
mod figure;
mod files;
mod footnote;
mod front;
mod grid;
mod help;
mod hotline;
mod hygiene;
mod law;
mod lesson;
mod link;
mod lint;
mod markdown;
mod nearest;
mod notes;
mod page;
mod picture;
mod place;
mod policy;
mod privacy;
mod quiz;
mod reading;
mod record;
mod report;
mod section;
mod site;
mod source;
mod station;
mod station_text;
mod synonym;
mod table;
mod template;
mod term;
mod terminal;
mod text;
mod topic;
mod yaml;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use rayon::prelude::*;

pub use court::court_from;
pub use diagnostic::{Diagnostic, Severity};
pub use station::row as station_row;
pub use template::{Template, template};

use crate::model::hours::Calendar;
use crate::model::{Areas, Date, Kind, Laws, Portal, Reference};
use reading::{Item, Reading};

/// What a folder says, as far as it can be understood, and everything that is wrong with it.
#[derive(Debug)]
pub struct Loaded {
    /// The content. It is to be published only where no diagnostic is an error.
    pub portal: Portal,
    /// What is wrong, by file, line and column.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the folder `root`. Checks that are due before `today` are reported as overdue; nothing else depends on the day.
#[must_use]
pub fn load(root: &Path, today: Date) -> Loaded {
    let (files, diagnostics) = files::walk(root);
    understand(files, diagnostics, today)
}

/// Reads the folder `root` with a script of a mock court that need not lie in it. The portal has that one script, and
/// the diagnostics are those of its file, which is called as it would be in the folder.
#[must_use]
pub fn load_court(root: &Path, script: &Path, today: Date) -> Loaded {
    let (mut files, _) = files::walk(root);
    let file = files::Found::court(script);
    let name = file.name.clone();
    files.retain(|other| !matches!(other.kind, files::Kind::Court(_)));
    files.push(file);
    let mut loaded = understand(files, Vec::new(), today);
    loaded.diagnostics.retain(|diagnostic| diagnostic.file == name);
    loaded
}

/// Reads the files and judges what they say.
fn understand(files: Vec<files::Found>, mut diagnostics: Vec<Diagnostic>, today: Date) -> Loaded {
    let mut readings: Vec<Reading> = files.into_par_iter().map(reading::read).collect();
    let unread = readings
        .iter()
        .filter(|reading| reading.diagnostics.iter().any(Diagnostic::is_error))
        .map(|reading| reading.text.file.clone())
        .chain(diagnostics.iter().map(|diagnostic| diagnostic.file.clone()))
        .collect();
    let (mut portal, anchors) = assemble(&mut readings);
    portal.citations = citations(&portal, &readings);
    let mut index = check::Index::new(&portal, today, &anchors, unread);
    for reading in &readings {
        index.add_names(&reading.text.file, &reading.mentions);
    }
    let found: Vec<Vec<Diagnostic>> = readings
        .par_iter()
        .map(|reading| index.check(&reading.text, &reading.mentions, &reading.checks))
        .collect();
    diagnostics.extend(found.into_iter().flatten());
    diagnostics.extend(readings.into_iter().flat_map(|reading| reading.diagnostics));
    diagnostics.sort_by(|a, b| {
        (&a.file, a.line, a.column, a.severity, a.code, &a.message)
            .cmp(&(&b.file, b.line, b.column, b.severity, b.code, &b.message))
    });
    Loaded { portal, diagnostics }
}

/// The anchors of headings, by the id of their page or place.
#[derive(Default)]
struct Anchors {
    pages: HashMap<String, HashSet<String>>,
    places: HashMap<String, HashSet<String>>,
    laws: HashMap<String, HashSet<String>>,
    policies: HashMap<String, HashSet<String>>,
}

/// Who cites which article: what a file is, by what it names.
fn citations(portal: &Portal, readings: &[Reading]) -> BTreeMap<String, Vec<Reference>> {
    let mut citations: BTreeMap<String, Vec<Reference>> = BTreeMap::new();
    for reading in readings {
        let Some(owner) = reading.owner.clone() else { continue };
        for mention in &reading.mentions {
            let notes::Name::Content(Reference { kind: Kind::Law, id, .. }) = &mention.name else {
                continue;
            };
            let Some(article) = portal.laws.article(id) else { continue };
            let Some(number) = article.number else { continue };
            let id = format!("{}/{number}", article.law.name);
            // A law and its articles do not cite themselves: the range of a chapter names an article too.
            let own = owner.kind == Kind::Law && (owner.id == id || owner.id == article.law.name);
            let cited = citations.entry(id).or_default();
            if !own && !cited.contains(&owner) {
                cited.push(owner.clone());
            }
        }
    }
    citations.retain(|_, cited| !cited.is_empty());
    citations
}

/// Rows by their ids.
fn by<T>(rows: Vec<T>, id: impl Fn(&T) -> String) -> BTreeMap<String, T> {
    rows.into_iter().map(|row| (id(&row), row)).collect()
}

/// Joins what the files say.
fn assemble(readings: &mut [Reading]) -> (Portal, Anchors) {
    let mut anchors = Anchors::default();
    let mut portal = Portal {
        settings: site::default(),
        areas: Areas::default(),
        laws: Laws::default(),
        law_guides: BTreeMap::new(),
        commentaries: BTreeMap::new(),
        citations: BTreeMap::new(),
        terms: Vec::new(),
        stations: Vec::new(),
        station_texts: BTreeMap::new(),
        station_types: Vec::new(),
        services: Vec::new(),
        calendar: Calendar::default(),
        school_holidays: Vec::new(),
        lessons: Vec::new(),
        cases: Vec::new(),
        quizzes: Vec::new(),
        facts: Vec::new(),
        constraints: Vec::new(),
        policies: Vec::new(),
        examples: Vec::new(),
        synonyms: Vec::new(),
        courts: Vec::new(),
        sources: BTreeMap::new(),
        figures: BTreeMap::new(),
        hotlines: Vec::new(),
        helps: Vec::new(),
        places: Vec::new(),
        pages: Vec::new(),
        images: BTreeMap::new(),
    };
    for reading in readings {
        match std::mem::replace(&mut reading.item, Item::Nothing) {
            Item::Nothing => {}
            Item::Site(settings) => portal.settings = *settings,
            Item::Areas(areas) => portal.areas = Areas::new(areas),
            Item::Laws(laws) => portal.laws = Laws::new(laws),
            Item::Sources(rows) => portal.sources = by(rows, |row| row.id.clone()),
            Item::Figures(rows) => portal.figures = by(rows, |row| row.id.clone()),
            Item::Hotlines(rows) => portal.hotlines = rows,
            Item::Page(page, found) => {
                anchors.pages.insert(page.id.clone(), found);
                portal.pages.push(*page);
            }
            Item::Place(place, found) => {
                anchors.places.insert(place.id.clone(), found);
                portal.places.push(*place);
            }
            Item::Help(help) => portal.helps.push(*help),
            Item::Commentary(article) => {
                portal.commentaries.insert(article.id(), *article);
            }
            Item::LawGuide(guide, found) => {
                anchors.laws.insert(guide.law.clone(), found);
                portal.law_guides.insert(guide.law.clone(), *guide);
            }
            Item::Stations(rows) => portal.stations = rows,
            Item::StationText(id, text) => {
                portal.station_texts.insert(id, text);
            }
            Item::StationTypes(rows) => portal.station_types = rows,
            Item::Services(rows) => portal.services = rows,
            Item::Calendar(days) => portal.calendar = days,
            Item::SchoolHolidays(rows) => portal.school_holidays = rows,
            Item::Terms(rows) => portal.terms = rows,
            Item::Lesson(lesson) => portal.lessons.push(*lesson),
            Item::Case(case) => portal.cases.push(*case),
            Item::Quiz(quiz) => portal.quizzes.push(*quiz),
            Item::Facts(rows) => portal.facts = rows,
            Item::Constraints(rows) => portal.constraints = rows,
            Item::Policy(policy, found) => {
                anchors.policies.insert(policy.id.clone(), found);
                portal.policies.push(*policy);
            }
            Item::Examples(rows) => portal.examples = rows,
            Item::Synonyms(rows) => portal.synonyms = rows,
            Item::Court(court) => portal.courts.push(*court),
            Item::Image(path, bytes) => {
                portal.images.insert(path, bytes);
            }
        }
    }
    let chosen: HashMap<&str, usize> = portal
        .settings
        .places
        .iter()
        .enumerate()
        .map(|(number, id)| (id.as_str(), number))
        .collect();
    portal.places.sort_by(|a, b| {
        let rank = |id: &str| chosen.get(id).copied().unwrap_or(usize::MAX);
        (rank(&a.id), a.order, &a.id).cmp(&(rank(&b.id), b.order, &b.id))
    });
    portal.helps.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    portal.pages.sort_by(|a, b| a.id.cmp(&b.id));
    (portal, anchors)
}

//! What a file of the content folder is for.

use crate::model::{self, Reference};

/// What a file is for, with the id that its name gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::content) enum Kind {
    Site,
    Areas,
    Sources,
    Figures,
    Hotlines,
    Laws,
    Page(String),
    Place(String),
    Help(String),
    /// A law and the number of an article.
    Commentary(String, String),
    LawGuide(String),
    Terms,
    Stations,
    /// What a station has to say beyond its row.
    StationText(String),
    StationTypes,
    Services,
    Calendar,
    SchoolHolidays,
    Lesson(String),
    Case(String),
    Quiz(String),
    Facts,
    Constraints,
    Policy(String),
    Examples,
    Synonyms,
    Court(String),
    Image,
}

impl Kind {
    /// Whether spreadsheets save it.
    pub(in crate::content) const fn is_table(&self) -> bool {
        matches!(
            self,
            Self::Areas
                | Self::Sources
                | Self::Figures
                | Self::Hotlines
                | Self::Laws
                | Self::Terms
                | Self::Stations
                | Self::StationTypes
                | Self::Services
                | Self::Calendar
                | Self::SchoolHolidays
                | Self::Facts
                | Self::Constraints
                | Self::Examples
                | Self::Synonyms
        )
    }

    /// What a reference to the file names, where it is a page of its own.
    pub(in crate::content) fn reference(&self) -> Option<Reference> {
        let (kind, id) = match self {
            Self::Page(id) => (model::Kind::Page, id.clone()),
            Self::Place(id) => (model::Kind::Place, id.clone()),
            Self::Help(id) => (model::Kind::Help, id.clone()),
            Self::Commentary(law, number) => (model::Kind::Law, format!("{law}/{number}")),
            Self::LawGuide(law) => (model::Kind::Law, law.clone()),
            Self::StationText(id) => (model::Kind::Station, id.clone()),
            Self::Lesson(id) => (model::Kind::Lesson, id.clone()),
            Self::Case(id) => (model::Kind::Case, id.clone()),
            Self::Quiz(id) => (model::Kind::Quiz, id.clone()),
            Self::Policy(id) => (model::Kind::Policy, id.clone()),
            Self::Court(id) => (model::Kind::Court, id.clone()),
            _ => return None,
        };
        Some(Reference { kind, id, section: None })
    }
}

//! References from one piece of content to another: `help:home`, `law:未成年人保护法/11`.

use std::fmt;

/// What a reference points to. The name is the scheme that editors write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A page of `pages/`.
    Page,
    /// A place of `places/`.
    Place,
    /// A situation of `help/`.
    Help,
    /// A line of `hotlines.csv`, by its number.
    Hotline,
    /// A law of `laws/index.csv`, or one of its articles.
    Law,
    /// A number of `figures.csv`.
    Figure,
    /// A station of `stations.csv`.
    Station,
    /// A lesson of `lessons/`.
    Lesson,
    /// A case of `cases/`.
    Case,
    /// A quiz of `quizzes/`.
    Quiz,
    /// A policy of `policies/`.
    Policy,
    /// A mock court of `courts/`.
    Court,
    /// A word of `glossary.csv`.
    Term,
}

impl Kind {
    /// Every kind, in the order in which messages list them.
    pub const ALL: [Self; 13] = [
        Self::Page,
        Self::Place,
        Self::Help,
        Self::Hotline,
        Self::Law,
        Self::Figure,
        Self::Station,
        Self::Lesson,
        Self::Case,
        Self::Quiz,
        Self::Policy,
        Self::Court,
        Self::Term,
    ];

    /// The scheme that stands before the colon.
    #[must_use]
    pub const fn scheme(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Place => "place",
            Self::Help => "help",
            Self::Hotline => "hotline",
            Self::Law => "law",
            Self::Figure => "figure",
            Self::Station => "station",
            Self::Lesson => "lesson",
            Self::Case => "case",
            Self::Quiz => "quiz",
            Self::Policy => "policy",
            Self::Court => "court",
            Self::Term => "term",
        }
    }
}

/// `kind:id`, with the heading inside the target where one is named (`page:about#sources`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    /// What it points to.
    pub kind: Kind,
    /// Which one.
    pub id: String,
    /// The heading inside it.
    pub section: Option<String>,
}

impl Reference {
    /// Reads `kind:id` or `kind:id#section`; `None` where the scheme is none of ours.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once(':')?;
        let kind = Kind::ALL.into_iter().find(|kind| kind.scheme() == scheme)?;
        let (id, section) = match rest.split_once('#') {
            Some((id, section)) => (id, Some(section.to_owned())),
            None => (rest, None),
        };
        Some(Self { kind, id: id.to_owned(), section })
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.scheme(), self.id)?;
        self.section.as_ref().map_or(Ok(()), |section| write!(f, "#{section}"))
    }
}

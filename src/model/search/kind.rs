//! What a reader is after: the kinds by which results are told apart.

use crate::model::Route;

/// A kind of result, in the order in which they are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// What to do, and whom to call.
    Help,
    /// What one may get.
    Policy,
    /// Laws and their articles.
    Law,
    /// Where to go.
    Station,
    /// Lessons and quizzes.
    Lesson,
    /// Cases.
    Case,
    /// Scripts of mock courts.
    Court,
    /// Everything else.
    Page,
}

impl Kind {
    /// All of them, in order.
    pub const ALL: [Self; 8] = [
        Self::Help,
        Self::Policy,
        Self::Law,
        Self::Station,
        Self::Lesson,
        Self::Case,
        Self::Court,
        Self::Page,
    ];

    /// The word that readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Help => "求助",
            Self::Policy => "政策",
            Self::Law => "法条",
            Self::Station => "站点",
            Self::Lesson => "课程",
            Self::Case => "案例",
            Self::Court => "模拟法庭",
            Self::Page => "页面",
        }
    }

    /// The kind of a page; `None` for what nobody looks for: paper twins of other pages, and the tools of a class that
    /// its script leads to.
    #[must_use]
    pub const fn of(route: &Route) -> Option<Self> {
        Some(match route {
            Route::HelpIndex | Route::Help(_) | Route::Hotlines => Self::Help,
            Route::PolicyIndex | Route::Finder | Route::Policy(_) => Self::Policy,
            Route::LawIndex | Route::Law(_) | Route::Article(..) => Self::Law,
            Route::Directory | Route::Needs | Route::Station(_) | Route::Town(_) => Self::Station,
            Route::Learn | Route::Lesson(_) | Route::Quiz(_) => Self::Lesson,
            Route::Case(_) => Self::Case,
            Route::CourtIndex | Route::Court(_) => Self::Court,
            Route::Home
            | Route::PlaceIndex
            | Route::Place(_)
            | Route::Glossary
            | Route::Sources
            | Route::Page(_)
            | Route::LocalData => Self::Page,
            Route::Card(_)
            | Route::TownCard(_)
            | Route::LessonSheet(_)
            | Route::LessonLetter(_)
            | Route::QuizSheet(_)
            | Route::QuizKey(_)
            | Route::CourtPaper(..)
            | Route::CourtRole(..)
            | Route::CourtStage(_)
            | Route::CourtWall(_)
            | Route::CourtRehearsal(_)
            | Route::CourtCast(_)
            | Route::Search
            | Route::NotFound => return None,
        })
    }
}

//! What lessons, cases and quizzes have in common: what they are about, and for whom.

use super::Date;

/// The head of a lesson, a case or a quiz.
#[derive(Clone, Debug)]
pub struct Topic {
    /// The file's name without the ending.
    pub id: String,
    /// The title.
    pub title: String,
    /// What it is about: 防溺水. Those of one theme stand together.
    pub theme: String,
    /// One or two sentences, without the solution.
    pub summary: String,
    /// Whom it is for.
    pub grades: Vec<Grade>,
    /// When an editor last checked it.
    pub checked: Date,
}

/// Whom a lesson, a case or a quiz is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// 小学低年级, years 1–2.
    Lower,
    /// 小学中年级, years 3–4.
    Middle,
    /// 小学高年级, years 5–6.
    Upper,
    /// 初中, years 7–9.
    Junior,
    /// 高中, years 10–12.
    Senior,
    /// 家长.
    Parents,
    /// 老师.
    Teachers,
}

impl Grade {
    /// All of them, the youngest first.
    pub const ALL: [Self; 7] = [
        Self::Lower,
        Self::Middle,
        Self::Upper,
        Self::Junior,
        Self::Senior,
        Self::Parents,
        Self::Teachers,
    ];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Lower => "小学低年级",
            Self::Middle => "小学中年级",
            Self::Upper => "小学高年级",
            Self::Junior => "初中",
            Self::Senior => "高中",
            Self::Parents => "家长",
            Self::Teachers => "老师",
        }
    }
}

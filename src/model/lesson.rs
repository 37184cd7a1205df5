//! Lessons that a teacher can give tomorrow.

use super::{Date, Markup};

/// A lesson of `lessons/`.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// The file's name without the ending.
    pub id: String,
    /// The title.
    pub title: String,
    /// What it is about: 防溺水.
    pub theme: String,
    /// One or two sentences.
    pub summary: String,
    /// Whom it is for.
    pub grades: Vec<Grade>,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// What pupils can do afterwards.
    pub goals: Vec<String>,
    /// Where it belongs in the curriculum; not yet compared with the textbooks.
    pub curriculum: Option<String>,
    /// The articles behind it: `民法典/145`.
    pub articles: Vec<String>,
    /// What has to be at hand.
    pub materials: Vec<String>,
    /// Whether a pupil may disclose something: then the lesson carries the teacher's card.
    pub sensitive: bool,
    /// The id of its quiz.
    pub quiz: Option<String>,
    /// The ids of its cases.
    pub cases: Vec<String>,
    /// The ids of the help texts that belong to it.
    pub helps: Vec<String>,
    /// When an editor last checked it.
    pub checked: Date,
    /// Its parts, in order.
    pub parts: Vec<(LessonPart, Markup)>,
}

impl Lesson {
    /// The page whose text is the card for a teacher to whom a pupil discloses something.
    pub const DISCLOSURE: &'static str = "disclosure";

    /// One of its parts.
    #[must_use]
    pub fn part(&self, part: LessonPart) -> Option<&Markup> {
        self.parts.iter().find(|(found, _)| *found == part).map(|(_, text)| text)
    }
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

/// The parts of a lesson, in the order in which a teacher needs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LessonPart {
    /// 课前准备.
    Before,
    /// 上课过程: the timed run.
    Run,
    /// 板书: the board plan.
    Board,
    /// 提问: questions with likely answers.
    Questions,
    /// 分层: for those who need more, or less.
    Levels,
    /// 课后任务.
    Task,
    /// 任务单: what each pupil gets.
    Sheet,
    /// 家长信.
    Letter,
}

impl LessonPart {
    /// All of them, in order.
    pub const ALL: [Self; 8] = [
        Self::Before,
        Self::Run,
        Self::Board,
        Self::Questions,
        Self::Levels,
        Self::Task,
        Self::Sheet,
        Self::Letter,
    ];

    /// The heading that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Before => "课前准备",
            Self::Run => "上课过程",
            Self::Board => "板书",
            Self::Questions => "提问",
            Self::Levels => "分层",
            Self::Task => "课后任务",
            Self::Sheet => "任务单",
            Self::Letter => "家长信",
        }
    }
}

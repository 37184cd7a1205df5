//! Lessons that a teacher can give tomorrow.

use super::{Markup, Topic};

/// A lesson of `lessons/`.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// What it is about, and for whom.
    pub topic: Topic,
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

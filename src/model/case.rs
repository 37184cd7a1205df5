//! Cases (以案说法): a story, a question, and what the law says to it. All of them are fiction.

use super::{Markup, Topic};

/// A case of `cases/`.
#[derive(Clone, Debug)]
pub struct Case {
    /// What it is about, and for whom.
    pub topic: Topic,
    /// The id of the lesson that it belongs to.
    pub lesson: Option<String>,
    /// The ids of the help texts that belong to it.
    pub helps: Vec<String>,
    /// The steps, in the order in which they are revealed.
    pub steps: Vec<(CaseStep, Markup)>,
}

/// The steps of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaseStep {
    /// 发生了什么.
    Story,
    /// 你会怎么做.
    Question,
    /// 法律怎么说.
    Law,
    /// 可以怎么做.
    Steps,
    /// 打给谁.
    Call,
}

impl CaseStep {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::Story, Self::Question, Self::Law, Self::Steps, Self::Call];

    /// The heading that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Story => "发生了什么",
            Self::Question => "你会怎么做",
            Self::Law => "法律怎么说",
            Self::Steps => "可以怎么做",
            Self::Call => "打给谁",
        }
    }
}

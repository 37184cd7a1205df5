//! Quizzes: the questions, what counts as an answer, and whether it is right. The texts are of any type, so that the
//! same rules hold for what an editor writes and for what an island shows.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Markup, Topic};

/// A quiz of `quizzes/`.
#[derive(Clone, Debug)]
pub struct Quiz {
    /// What it is about, and for whom.
    pub topic: Topic,
    /// The id of the lesson that it belongs to.
    pub lesson: Option<String>,
    /// The questions, in order.
    pub questions: Vec<Question<Markup>>,
}

/// What kind of answer a question wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuestionKind {
    /// 单选: one of several.
    Single,
    /// 多选: every right one.
    Multiple,
    /// 判断: true or false.
    Judge,
    /// 情境: the best thing to do.
    Scenario,
    /// 排序: in the right order.
    Order,
    /// 配对: what belongs together.
    Match,
}

impl QuestionKind {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Single, Self::Multiple, Self::Judge, Self::Scenario, Self::Order, Self::Match];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Single => "单选",
            Self::Multiple => "多选",
            Self::Judge => "判断",
            Self::Scenario => "情境",
            Self::Order => "排序",
            Self::Match => "配对",
        }
    }

    /// What to do, in a sentence.
    #[must_use]
    pub const fn instruction(self) -> &'static str {
        match self {
            Self::Single => "选一个。",
            Self::Multiple => "选出所有对的。",
            Self::Judge => "对还是错？",
            Self::Scenario => "选最好的做法。",
            Self::Order => "按先后排好。",
            Self::Match => "给左边的每一项选出右边的一项。",
        }
    }

    /// Whether exactly one choice is right.
    #[must_use]
    pub const fn wants_one(self) -> bool {
        matches!(self, Self::Single | Self::Judge | Self::Scenario)
    }
}

/// A question. The choices of 排序 stand in the right order; those of 配对 have their partners.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question<T> {
    /// What kind of answer it wants.
    pub kind: QuestionKind,
    /// The question itself.
    pub stem: T,
    /// The situation that it is about.
    pub lead: Option<T>,
    /// What can be chosen, ordered or matched.
    pub choices: Vec<Choice<T>>,
}

/// Something that can be chosen, with the reason why it is right or wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice<T> {
    /// Its words.
    pub text: T,
    /// Why it is right or wrong.
    pub reason: T,
    /// Whether it is right; of 排序 and 配对 every one is.
    pub right: bool,
    /// For 配对: what belongs to it, as plain words.
    pub partner: Option<String>,
}

impl<T> Question<T> {
    /// The question with other texts.
    pub fn map<U>(&self, mut text: impl FnMut(&T) -> U) -> Question<U> {
        Question {
            kind: self.kind,
            stem: text(&self.stem),
            lead: self.lead.as_ref().map(&mut text),
            choices: self
                .choices
                .iter()
                .map(|choice| Choice {
                    text: text(&choice.text),
                    reason: text(&choice.reason),
                    right: choice.right,
                    partner: choice.partner.clone(),
                })
                .collect(),
        }
    }

    /// The order in which choices are shown that must not stand in the right one: every second, then the others.
    #[must_use]
    pub fn shuffled(&self) -> Vec<usize> {
        let count = self.choices.len();
        (1..count).step_by(2).chain((0..count).step_by(2)).collect()
    }

    /// Whether the answer can be judged: something is chosen, or every pair is made.
    #[must_use]
    pub fn is_answered(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Picked(picked) => !picked.is_empty(),
            Answer::Ordered(_) => true,
            Answer::Paired(pairs) => pairs.iter().all(Option::is_some),
        }
    }

    /// Whether the answer is wholly right.
    #[must_use]
    pub fn is_right(&self, answer: &Answer) -> bool {
        match answer {
            Answer::Picked(picked) => {
                self.choices.iter().enumerate().all(|(at, it)| it.right == picked.contains(&at))
            }
            Answer::Ordered(order) => order.iter().copied().eq(0..self.choices.len()),
            Answer::Paired(pairs) => pairs.iter().copied().eq((0..self.choices.len()).map(Some)),
        }
    }
}

/// What somebody has answered. Choices are named by their place in the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The chosen ones.
    Picked(BTreeSet<usize>),
    /// All of them, in the chosen order.
    Ordered(Vec<usize>),
    /// For each, whose partner was chosen.
    Paired(Vec<Option<usize>>),
}

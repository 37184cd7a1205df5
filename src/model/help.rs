//! Situations in which somebody needs help, told separately to each kind of reader.

use super::{Date, Markup};

/// A situation of `help/`.
#[derive(Clone, Debug)]
pub struct Help {
    /// The file's name without the ending; it stands in the address, so it is neutral.
    pub id: String,
    /// The title on the page, in the reader's words.
    pub title: String,
    /// The title of the window and of share cards: it tells a bystander nothing.
    pub discreet_title: String,
    /// One sentence under the title.
    pub summary: String,
    /// The place in lists; smaller comes first.
    pub order: i64,
    /// The numbers to call, the first one first.
    pub hotlines: Vec<String>,
    /// What a reader should know before reading on: 家庭暴力, 性侵害, 自伤 …
    pub notices: Vec<String>,
    /// When an editor last checked it.
    pub checked: Date,
    /// When it has to be checked again.
    pub review_by: Option<Date>,
    /// One for each kind of reader whom the page speaks to.
    pub voices: Vec<Voice>,
}

impl Help {
    /// The voice for one kind of reader.
    #[must_use]
    pub fn voice(&self, audience: Audience) -> Option<&Voice> {
        self.voices.iter().find(|voice| voice.audience == audience)
    }
}

/// A situation told to one kind of reader.
#[derive(Clone, Debug)]
pub struct Voice {
    /// Whom it speaks to.
    pub audience: Audience,
    /// The five parts, in order.
    pub parts: Vec<(Stage, Markup)>,
}

impl Voice {
    /// One of the five parts.
    #[must_use]
    pub fn part(&self, stage: Stage) -> Option<&Markup> {
        self.parts.iter().find(|(found, _)| *found == stage).map(|(_, text)| text)
    }
}

/// Whom a text speaks to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// 孩子.
    Child,
    /// 家长.
    Parent,
    /// 老师, and neighbours, doctors, social workers: those who see it from outside.
    Helper,
}

impl Audience {
    /// All of them, in the order of the pages.
    pub const ALL: [Self; 3] = [Self::Child, Self::Parent, Self::Helper];

    /// The heading that editors write.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Child => "孩子",
            Self::Parent => "家长",
            Self::Helper => "老师和邻居",
        }
    }

    /// How the reader says it: the answer to 你是谁.
    #[must_use]
    pub const fn first_person(self) -> &'static str {
        match self {
            Self::Child => "我是孩子",
            Self::Parent => "我是家长或亲人",
            Self::Helper => "我是老师、邻居或其他人",
        }
    }

    /// The kind of reader that an anchor names.
    #[must_use]
    pub fn of_anchor(anchor: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.anchor() == anchor)
    }

    /// Stands in anchors. It is short and tells a bystander nothing.
    #[must_use]
    pub const fn anchor(self) -> &'static str {
        match self {
            Self::Child => "a",
            Self::Parent => "b",
            Self::Helper => "c",
        }
    }
}

/// The five parts of each text, in the order in which they are needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// 现在安全吗: are you safe now.
    Safe,
    /// 接下来五分钟: the next five minutes.
    Now,
    /// 打给谁: whom to call, and what they will ask.
    Call,
    /// 之后会怎样: what happens then.
    Then,
    /// 你的权利: your rights, with articles.
    Rights,
}

impl Stage {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::Safe, Self::Now, Self::Call, Self::Then, Self::Rights];

    /// Stands in anchors and class names.
    #[must_use]
    pub const fn anchor(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Now => "now",
            Self::Call => "call",
            Self::Then => "then",
            Self::Rights => "rights",
        }
    }

    /// The heading that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Safe => "现在安全吗",
            Self::Now => "接下来五分钟",
            Self::Call => "打给谁",
            Self::Then => "之后会怎样",
            Self::Rights => "你的权利",
        }
    }
}

//! A mock court: who takes part, what is shown as evidence, and a script whose choices lead to different endings.
//!
//! ```text
//! Court ──▶ Track ──▶ Walk ──▶ Desk ──▶ Screen
//! ```
//!
//! A [`Court`] has every word. Its [`Track`] has none: roles, exhibits and nodes are numbers there, so that the walk
//! through a performance and both windows of the stage are small in wasm.

mod cast;
mod channel;
mod desk;
mod digits;
mod graph;
mod node;
mod paper;
mod part;
mod role;
mod screen;
mod sheet;
mod speech;
mod step;
mod track;
mod vote;
mod walk;
mod way;

pub use self::{
    cast::{Cast, Duty, Pupil, Wish, cast},
    channel::{Message, Peer, Window},
    desk::{Desk, Key, Timer},
    node::{
        Act, Answer, Challenge, Choice, Cue, CueKind, Decider, Element, Exit, Line, Node, NodeKind,
        Note, NoteKind, Point, Show, Slot, Speakers, Target, Way,
    },
    paper::CourtPaper,
    part::{Camp, Part, parts},
    role::{Casting, Role, Seat, Side},
    screen::{Lit, Poll, Screen},
    sheet::{Before, Entry, Turn},
    speech::{PACE, Speech, characters, minutes},
    track::{End, Scene, Stop, StopKind, Track},
    vote::{Ballot, Outcome, Rule},
    walk::{Place, Walk},
};
use super::{Date, Grade, Inline, Markup};

/// A script of `courts/`.
#[derive(Clone, Debug)]
pub struct Court {
    /// The file's name without the ending.
    pub id: String,
    /// The title.
    pub title: String,
    /// What a teacher who chooses has to know, in two sentences.
    pub summary: String,
    /// Which procedure it follows.
    pub kind: CourtKind,
    /// Whom it is for.
    pub grades: Vec<Grade>,
    /// How long the court sits, in minutes; the lesson around it is longer.
    pub minutes: u16,
    /// The articles behind it: `民法典/145`.
    pub articles: Vec<String>,
    /// The id of the lesson that it belongs to.
    pub lesson: Option<String>,
    /// The ids of the help texts that belong to it.
    pub helps: Vec<String>,
    /// The ids of the policies that could have helped earlier.
    pub policies: Vec<String>,
    /// When an editor last checked it.
    pub checked: Date,
    /// Whether a pupil may disclose something.
    pub sensitive: bool,
    /// Who takes part, in the order of the table.
    pub roles: Vec<Role>,
    /// What is shown as evidence, in the order of the table.
    pub exhibits: Vec<Exhibit>,
    /// The stages and endings, in the order of the file. The first is where it begins.
    pub nodes: Vec<Node>,
    /// The parts around the script that are there, in the order of [`CourtPart::ALL`].
    pub parts: Vec<(CourtPart, Markup)>,
}

/// Which procedure a script follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CourtKind {
    /// 民事.
    Civil,
    /// 刑事, with a minor as the accused.
    Criminal,
    /// 家事: civil, about a family.
    Family,
    /// 调解.
    Mediation,
    /// 听证: no law fixes its order, so none is checked.
    Hearing,
}

/// What stands around the script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CourtPart {
    /// 教学目标.
    Goals,
    /// 需要的知识.
    Knowledge,
    /// 一周准备.
    Preparation,
    /// 评议: questions to the 评议组.
    Deliberation,
    /// 评分表, for the performance as a whole.
    Score,
    /// 庭后讨论.
    Debrief,
}

/// An exhibit. All of them are made up.
#[derive(Clone, Debug)]
pub struct Exhibit {
    /// How the script calls it: `证1`.
    pub id: String,
    /// What it is.
    pub name: String,
    /// Who submits it, in the table's words.
    pub submitter: String,
    /// On which side that is; none where the court itself has fetched it.
    pub side: Option<Side>,
    /// Its kind: 电子数据, 书证.
    pub kind: String,
    /// What it is to prove.
    pub proves: Vec<Inline>,
    /// What stands on it.
    pub content: Vec<Inline>,
}

/// The laws on how a court proceeds.
const PROCEDURES: [&str; 3] = ["民事诉讼法/", "刑事诉讼法/", "人民陪审员法/"];

impl Court {
    /// One of the parts around the script.
    #[must_use]
    pub fn part(&self, part: CourtPart) -> Option<&Markup> {
        self.parts.iter().find(|(found, _)| *found == part).map(|(_, text)| text)
    }

    /// The articles that a judgment can rest on: those on how a court proceeds are kept, not judged by.
    pub fn grounds(&self) -> impl Iterator<Item = &str> {
        let procedure = |id: &str| PROCEDURES.iter().any(|law| id.starts_with(law));
        self.articles.iter().map(String::as_str).filter(move |id| !procedure(id))
    }

    /// The name of a node, or of what follows the last.
    #[must_use]
    pub fn target_name(&self, target: Target) -> &str {
        match target {
            Target::Node(number) => self.nodes.get(number).map_or("", |node| node.name.as_str()),
            Target::Debrief => CourtPart::Debrief.label(),
        }
    }

    /// Who answers a question.
    #[must_use]
    pub fn decider_name(&self, decider: Decider) -> &str {
        let word = Decider::WORDS.into_iter().find(|(_, it)| *it == decider).map(|(word, _)| word);
        match decider {
            Decider::Role(role) => self.roles.get(role).map_or("", |role| role.name.as_str()),
            _ => word.unwrap_or_default(),
        }
    }

    /// The names of those who speak.
    #[must_use]
    pub fn speaker_names(&self, speakers: &Speakers) -> String {
        match speakers {
            Speakers::Everyone => Speakers::EVERYONE.to_owned(),
            Speakers::Roles(roles) => {
                let names = roles.iter().filter_map(|role| self.roles.get(*role));
                names.map(|role| role.name.as_str()).collect::<Vec<_>>().join("、")
            }
        }
    }
}

impl CourtKind {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Civil, Self::Criminal, Self::Family, Self::Mediation, Self::Hearing];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Civil => "民事",
            Self::Criminal => "刑事",
            Self::Family => "家事",
            Self::Mediation => "调解",
            Self::Hearing => "听证",
        }
    }

    /// The English word for the same.
    #[must_use]
    pub const fn alias(self) -> &'static str {
        match self {
            Self::Civil => "civil",
            Self::Criminal => "criminal",
            Self::Family => "family",
            Self::Mediation => "mediation",
            Self::Hearing => "hearing",
        }
    }
}

impl CourtPart {
    /// All of them, in the order in which they stand in a file: the script stands before [`Self::Deliberation`].
    pub const ALL: [Self; 6] = [
        Self::Goals,
        Self::Knowledge,
        Self::Preparation,
        Self::Deliberation,
        Self::Score,
        Self::Debrief,
    ];

    /// The heading that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Goals => "教学目标",
            Self::Knowledge => "需要的知识",
            Self::Preparation => "一周准备",
            Self::Deliberation => "评议",
            Self::Score => "评分表",
            Self::Debrief => "庭后讨论",
        }
    }
}

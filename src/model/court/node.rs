//! The script: stages and endings, what happens in each, and where each leads.

use crate::model::Inline;

/// A stage or an ending.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its name, unlike that of any other node.
    pub name: String,
    /// Which of the two.
    pub kind: NodeKind,
    /// The articles that rule it: `民事诉讼法/140`.
    pub articles: Vec<String>,
    /// Whether the short version leaves it out.
    pub skippable: bool,
    /// What happens, in order.
    pub elements: Vec<Element>,
    /// Where it leads.
    pub exit: Exit,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// 阶段.
    Stage,
    /// 结局.
    Ending,
}

/// Where a node leads.
#[derive(Clone, Debug)]
pub enum Exit {
    /// To one place.
    To(Target),
    /// To what is chosen.
    Choice(Choice),
}

/// What follows a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Another node, by its place in the script.
    Node(usize),
    /// The court is over: 庭后讨论.
    Debrief,
}

/// 选择: a question, and where each answer leads.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Who answers.
    pub decider: Decider,
    /// The question.
    pub question: Vec<Inline>,
    /// The answers, in order.
    pub options: Vec<Answer>,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Its words.
    pub words: Vec<Inline>,
    /// Where it leads.
    pub to: Target,
}

/// Who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decider {
    /// 合议庭: all who sit on the bench.
    Panel,
    /// 评议组.
    Group,
    /// 全班.
    Class,
    /// 老师.
    Teacher,
    /// A role, by its place in the table.
    Role(usize),
}

impl Decider {
    /// The words that stand for no role.
    pub const WORDS: [(&'static str, Self); 4] = [
        ("合议庭", Self::Panel),
        ("评议组", Self::Group),
        ("全班", Self::Class),
        ("老师", Self::Teacher),
    ];
}

/// A line of the script.
#[derive(Clone, Debug)]
pub struct Element {
    /// 可略: whether the short version leaves it out.
    pub skippable: bool,
    /// What it is.
    pub act: Act,
}

/// What happens.
#[derive(Clone, Debug)]
pub enum Act {
    /// Somebody speaks.
    Line(Line),
    /// 动作, 音效, 灯光, 道具, 计时.
    Cue(Cue),
    /// 出示.
    Show(Show),
    /// 质证.
    Challenge(Challenge),
    /// 即兴.
    Slot(Slot),
    /// 法条: the article that is being applied.
    Article(String),
    /// What only some get to read.
    Note(Note),
}

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speakers {
    /// 众人.
    Everyone,
    /// Roles, by their places in the table.
    Roles(Vec<usize>),
}

impl Speakers {
    /// The word for everyone.
    pub const EVERYONE: &'static str = "众人";

    /// The roles; none for everyone.
    #[must_use]
    pub fn roles(&self) -> &[usize] {
        match self {
            Self::Everyone => &[],
            Self::Roles(roles) => roles,
        }
    }
}

/// What somebody says.
#[derive(Clone, Debug)]
pub struct Line {
    /// Who.
    pub speakers: Speakers,
    /// What they do with it.
    pub action: Option<String>,
    /// The words.
    pub words: Vec<Inline>,
}

/// What happens beside the words.
#[derive(Clone, Debug)]
pub struct Cue {
    /// What kind.
    pub kind: CueKind,
    /// For 计时: how long, in seconds.
    pub seconds: Option<u16>,
    /// What it says.
    pub words: Vec<Inline>,
}

/// The kinds of cues.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueKind {
    /// 动作.
    Action,
    /// 音效.
    Sound,
    /// 灯光.
    Light,
    /// 道具.
    Prop,
    /// 计时.
    Timer,
}

impl CueKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Action, Self::Sound, Self::Light, Self::Prop, Self::Timer];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Action => "动作",
            Self::Sound => "音效",
            Self::Light => "灯光",
            Self::Prop => "道具",
            Self::Timer => "计时",
        }
    }
}

/// 出示: an exhibit is shown.
#[derive(Clone, Copy, Debug)]
pub struct Show {
    /// Which, by its place in the table.
    pub exhibit: usize,
    /// How.
    pub way: Way,
}

/// How an exhibit is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// 屏幕.
    Screen,
    /// 传阅: from hand to hand.
    Hands,
}

impl Way {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Screen, Self::Hands];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Screen => "屏幕",
            Self::Hands => "传阅",
        }
    }
}

/// 质证: what somebody says to an exhibit.
#[derive(Clone, Debug)]
pub struct Challenge {
    /// Which, by its place in the table.
    pub exhibit: usize,
    /// Who.
    pub speakers: Speakers,
    /// What is contested. Nothing where it is accepted.
    pub points: Vec<Point>,
    /// The words: `无异议`, `关联性有异议`.
    pub words: String,
}

/// What can be contested of an exhibit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// 真实性: whether it is real.
    Authenticity,
    /// 合法性: whether it was got lawfully.
    Legality,
    /// 关联性: whether it has to do with the case.
    Relevance,
}

impl Point {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Authenticity, Self::Legality, Self::Relevance];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Authenticity => "真实性",
            Self::Legality => "合法性",
            Self::Relevance => "关联性",
        }
    }
}

/// 即兴: somebody speaks in their own words.
#[derive(Clone, Debug)]
pub struct Slot {
    /// For how long at most.
    pub seconds: u16,
    /// Who.
    pub speakers: Speakers,
    /// What about.
    pub task: Vec<Inline>,
}

/// What only some get to read.
#[derive(Clone, Debug)]
pub struct Note {
    /// For whom it is.
    pub kind: NoteKind,
    /// The role that it is about, by its place in the table.
    pub role: Option<usize>,
    /// The words.
    pub words: Vec<Inline>,
}

/// For whom a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// 教师.
    Teacher,
    /// 导演.
    Director,
    /// 私密: what only this role knows.
    Secret,
    /// 提示: how to play it.
    Tip,
    /// 服装.
    Dress,
}

impl NoteKind {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Teacher, Self::Director, Self::Secret, Self::Tip, Self::Dress];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Teacher => "教师",
            Self::Director => "导演",
            Self::Secret => "私密",
            Self::Tip => "提示",
            Self::Dress => "服装",
        }
    }

    /// Whether it is about one role, which it has to name.
    #[must_use]
    pub const fn names_role(self) -> bool {
        matches!(self, Self::Secret | Self::Tip | Self::Dress)
    }
}

//! Policies: what there is for children and families, who may get it, and how certain that is.
//!
//! An editor writes facts, and policies with conditions about them ([`Fact`], [`Policy`]). Both are compiled into a
//! [`Rulebook`] of numbers and masks. It is evaluated over every possibility that the answers leave open, and says only
//! what holds in all of them; natively and in the browser it is the same code.

mod answer;
mod benefit;
mod beside;
mod classes;
mod compile;
mod condition;
mod constraint;
mod cover;
mod evaluate;
mod example;
mod fact;
mod family;
mod interview;
mod numbers;
mod office;
mod region;
mod report;
mod rulebook;
mod standing;
mod why;
mod words;
mod worlds;

pub use self::{
    answer::{Answer, Answers},
    benefit::{Benefit, Door, Paper, Seat},
    beside::Beside,
    classes::Classes,
    condition::{Basis, Mismatch, Relation, Row, check},
    constraint::Constraint,
    evaluate::{Evaluation, Given, Likelihood, Outcome},
    example::Example,
    fact::{Fact, FactKind, Owner},
    family::Family,
    interview::{Interview, Kept, Step},
    numbers::Unreadable,
    office::{Found, Office},
    region::Region,
    report::{Finding, FindingKind, report},
    rulebook::{BranchRule, FactRule, GroupRule, PolicyRule, RowRule, Rulebook, Rules, Variable},
    standing::Standing,
    why::Reasons,
    worlds::{Status, Verdict},
};
use super::{Audience, Date, Level, Markup, PartialDate, Protection};

/// A policy of `policies/`.
#[derive(Clone, Debug)]
pub struct Policy {
    /// The file's name without the ending.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// One or two sentences: what it gives, and to whom.
    pub summary: String,
    /// 给孩子: what a child reads of it in place of the summary.
    pub for_child: Option<Markup>,
    /// What it is about.
    pub category: Category,
    /// Whether answers may decide it.
    pub kind: PolicyKind,
    /// Which of the six protections it belongs to.
    pub protections: Vec<Protection>,
    /// Whom its page speaks to.
    pub audiences: Vec<Audience>,
    /// Who is in charge: 民政, 教育 …
    pub departments: Vec<String>,
    /// Who issued it; none where the state did (国家).
    pub level: Option<Level>,
    /// The codes of the areas in which it holds; none where it holds everywhere (全国).
    pub areas: Vec<String>,
    /// The id of the national policy of which it is the local form.
    pub national: Option<String>,
    /// 文号: the number of its document.
    pub number: Option<String>,
    /// When it was issued.
    pub issued: Option<PartialDate>,
    /// The first day on which it is in force.
    pub from: Option<Date>,
    /// The last one.
    pub until: Option<Date>,
    /// The articles that it rests on: `义务教育法/12`.
    pub articles: Vec<String>,
    /// The ids of policies that nobody receives beside it.
    pub exclusive: Vec<String>,
    /// The ids of policies of which the law or the document says that one may receive them beside it.
    pub together: Vec<String>,
    /// The ids of policies of which nothing that was read says whether one may receive them beside it.
    pub unsettled: Vec<String>,
    /// The union that it is decided in together with others.
    pub group: Option<String>,
    /// How much it counts: 3 for safety, 2 for money, 1 for a service.
    pub urgency: u8,
    /// The ids of its sources.
    pub sources: Vec<String>,
    /// When an editor last checked it.
    pub checked: Date,
    /// When it has to be checked again.
    pub review_by: Option<Date>,
    /// 待核验: what an editor still has to confirm.
    pub unverified: Option<String>,
    /// 条件.
    pub rows: Vec<Row>,
    /// 需要核实: what a person has to verify at the counter, whatever the answers are.
    pub verify: Vec<Markup>,
    /// 待遇.
    pub benefits: Vec<Benefit>,
    /// 材料.
    pub papers: Vec<Paper>,
    /// 到哪里办.
    pub doors: Vec<Door>,
    /// 时限: how long it takes.
    pub time_limit: Option<Markup>,
    /// 线上: where one can apply without going anywhere.
    pub online: Option<Markup>,
    /// 如果没通过.
    pub refused: Option<Markup>,
    /// What else it says, under headings of its own.
    pub body: Markup,
}

impl Policy {
    /// A policy of which nothing has been said.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: String::new(),
            summary: String::new(),
            for_child: None,
            category: Category::Service,
            kind: PolicyKind::Mechanism,
            protections: Vec::new(),
            audiences: Vec::new(),
            departments: Vec::new(),
            level: None,
            areas: Vec::new(),
            national: None,
            number: None,
            issued: None,
            from: None,
            until: None,
            articles: Vec::new(),
            exclusive: Vec::new(),
            together: Vec::new(),
            unsettled: Vec::new(),
            group: None,
            urgency: 1,
            sources: Vec::new(),
            checked: Date::ZERO,
            review_by: None,
            unverified: None,
            rows: Vec::new(),
            verify: Vec::new(),
            benefits: Vec::new(),
            papers: Vec::new(),
            doors: Vec::new(),
            time_limit: None,
            online: None,
            refused: None,
            body: Markup::default(),
        }
    }
}

/// What a policy is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// 基本生活.
    Living,
    /// 医疗康复.
    Health,
    /// 上学.
    School,
    /// 照护.
    Care,
    /// 法律.
    Law,
    /// 安全.
    Safety,
    /// 服务.
    Service,
    /// 机制.
    Mechanism,
}

impl Category {
    /// All of them, in the order of the library.
    pub const ALL: [Self; 8] = [
        Self::Living,
        Self::Health,
        Self::School,
        Self::Care,
        Self::Law,
        Self::Safety,
        Self::Service,
        Self::Mechanism,
    ];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Living => "基本生活",
            Self::Health => "医疗康复",
            Self::School => "上学",
            Self::Care => "照护",
            Self::Law => "法律",
            Self::Safety => "安全",
            Self::Service => "服务",
            Self::Mechanism => "机制",
        }
    }
}

/// Whether answers may decide a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PolicyKind {
    /// 待遇: something to receive; its conditions may decide it.
    Benefit,
    /// 求助门: a door to a person. Nobody is asked for the reason to knock, and no answer closes it.
    Door,
    /// 机制: how authorities work together: a plan, a campaign, a mechanism.
    Mechanism,
}

impl PolicyKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Benefit, Self::Door, Self::Mechanism];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Benefit => "待遇",
            Self::Door => "求助门",
            Self::Mechanism => "机制",
        }
    }
}

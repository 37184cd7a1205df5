//! Who takes part, where they sit, and how the part is given away.

use crate::model::{Inline, plain_text};

/// A row of the table of roles.
#[derive(Clone, Debug)]
pub struct Role {
    /// What the script calls it.
    pub name: String,
    /// Where it sits.
    pub seat: Seat,
    /// How few play it.
    pub least: u8,
    /// How many may play it.
    pub most: u8,
    /// What this person does in a real court.
    pub duty: Vec<Inline>,
    /// How it is given away.
    pub casting: Casting,
    /// What else there is to know.
    pub note: Vec<Inline>,
}

/// How a part is given away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Casting {
    /// 抽签: anybody may get it.
    Drawn,
    /// 自愿: only whoever asks for it.
    Volunteer,
    /// 老师: no pupil.
    Teacher,
}

/// Where a role sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// 审判席.
    Bench,
    /// 书记员席.
    Clerk,
    /// 原告席.
    Plaintiff,
    /// 被告席.
    Defendant,
    /// 第三人席.
    ThirdParty,
    /// 公诉席.
    Prosecution,
    /// 辩护席.
    Defence,
    /// 被告人席.
    Accused,
    /// 被害人席.
    Victim,
    /// 法定代理人席.
    Guardian,
    /// 合适成年人席.
    Adult,
    /// 证人席.
    Witness,
    /// 鉴定人席.
    Expert,
    /// 调解席.
    Mediator,
    /// 申请人席.
    Applicant,
    /// 被申请人席.
    Respondent,
    /// 主持席.
    Chair,
    /// 门侧.
    Door,
    /// 旁听席.
    Gallery,
}

/// The two sides of a dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Who brings the case.
    Claiming,
    /// Who answers it.
    Answering,
}

impl Role {
    /// The word in 说明 that says that a role is meant to say nothing.
    pub const SILENT: &'static str = "无台词";

    /// Whether it is meant to say nothing.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        plain_text(&self.note).contains(Self::SILENT)
    }
}

impl Casting {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Drawn, Self::Volunteer, Self::Teacher];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Drawn => "抽签",
            Self::Volunteer => "自愿",
            Self::Teacher => "老师",
        }
    }
}

impl Seat {
    /// All of them, from the bench to the door.
    pub const ALL: [Self; 19] = [
        Self::Bench,
        Self::Clerk,
        Self::Plaintiff,
        Self::Defendant,
        Self::ThirdParty,
        Self::Prosecution,
        Self::Defence,
        Self::Accused,
        Self::Victim,
        Self::Guardian,
        Self::Adult,
        Self::Witness,
        Self::Expert,
        Self::Mediator,
        Self::Applicant,
        Self::Respondent,
        Self::Chair,
        Self::Door,
        Self::Gallery,
    ];

    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Bench => "审判席",
            Self::Clerk => "书记员席",
            Self::Plaintiff => "原告席",
            Self::Defendant => "被告席",
            Self::ThirdParty => "第三人席",
            Self::Prosecution => "公诉席",
            Self::Defence => "辩护席",
            Self::Accused => "被告人席",
            Self::Victim => "被害人席",
            Self::Guardian => "法定代理人席",
            Self::Adult => "合适成年人席",
            Self::Witness => "证人席",
            Self::Expert => "鉴定人席",
            Self::Mediator => "调解席",
            Self::Applicant => "申请人席",
            Self::Respondent => "被申请人席",
            Self::Chair => "主持席",
            Self::Door => "门侧",
            Self::Gallery => "旁听席",
        }
    }

    /// Which side sits there, if it is one of the two.
    #[must_use]
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Plaintiff | Self::Prosecution | Self::Applicant | Self::Victim => {
                Some(Side::Claiming)
            }
            Self::Defendant | Self::Defence | Self::Accused | Self::Respondent => {
                Some(Side::Answering)
            }
            // A guardian stands by a child, on whichever side that is.
            _ => None,
        }
    }

    /// Whether whoever sits there leads the hearing.
    #[must_use]
    pub const fn leads(self) -> bool {
        matches!(self, Self::Bench | Self::Mediator | Self::Chair)
    }
}

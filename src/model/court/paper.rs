//! What a class prints of a script.

use super::CourtKind;

/// A paper of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CourtPaper {
    /// The sheets of all roles, for the teacher who hands them out.
    Roles,
    /// The whole script with wide margins, for whoever leads the rehearsals.
    Prompt,
    /// The exhibits, a sheet each.
    Exhibits,
    /// 桌牌.
    Signs,
    /// Who sits where.
    Seats,
    /// For observers.
    Score,
    /// What the bench fills in: 判决书, 调解书.
    Judgment,
    /// For the time after the court.
    Debrief,
    /// Everything.
    Teacher,
}

impl CourtPaper {
    /// All of them, in the order in which a class needs them.
    pub const ALL: [Self; 9] = [
        Self::Teacher,
        Self::Roles,
        Self::Prompt,
        Self::Seats,
        Self::Signs,
        Self::Exhibits,
        Self::Score,
        Self::Judgment,
        Self::Debrief,
    ];

    /// The name of its file.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::Roles => "roles",
            Self::Prompt => "prompt",
            Self::Exhibits => "exhibits",
            Self::Signs => "signs",
            Self::Seats => "seats",
            Self::Score => "score",
            Self::Judgment => "judgment",
            Self::Debrief => "debrief",
            Self::Teacher => "teacher",
        }
    }

    /// Where it lies as a Word file: what teachers edit and send.
    #[must_use]
    pub fn word(self, court: &str) -> Option<String> {
        matches!(self, Self::Prompt | Self::Roles | Self::Teacher)
            .then(|| format!("courts/{court}/{}.docx", self.file()))
    }

    /// What it is called.
    #[must_use]
    pub const fn label(self, kind: CourtKind) -> &'static str {
        match self {
            Self::Roles => "全部角色单",
            Self::Prompt => "排练本",
            Self::Exhibits => "证据",
            Self::Signs => "桌牌",
            Self::Seats => "座位图",
            Self::Score => "观察评分表",
            Self::Judgment => match kind {
                CourtKind::Mediation => "调解书（学生填写）",
                CourtKind::Hearing => "听证报告（学生填写）",
                CourtKind::Civil | CourtKind::Criminal | CourtKind::Family => "判决书（学生填写）",
            },
            Self::Debrief => "庭后讨论单",
            Self::Teacher => "教师版",
        }
    }

    /// Who gets it, and what for.
    #[must_use]
    pub const fn purpose(self) -> &'static str {
        match self {
            Self::Roles => "一个角色一份，折好私密提示，一个一个发",
            Self::Prompt => "给带排练的同学，右边留白记走位；没有私密提示",
            Self::Exhibits => "一件一张，传阅或贴在黑板上",
            Self::Signs => "一张折一个，立在桌上",
            Self::Seats => "贴在门口，摆桌子时照着摆",
            Self::Score => "旁听的同学一人一张",
            Self::Judgment => "合议庭和评议组填，写理由，写法条",
            Self::Debrief => "全班一人一张，走出角色以后写",
            Self::Teacher => "从头到尾，带讲解和每个人的私密提示；只给老师",
        }
    }
}

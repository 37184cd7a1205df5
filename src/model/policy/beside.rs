//! Whether two policies may be received at once: what law or document says of it, or that neither says anything.

use super::Policy;

/// What is known of receiving one policy beside another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Beside {
    /// 互斥: nobody receives both.
    Never,
    /// 能一起领: law or document says that one may.
    Together,
    /// 一起领待核验: nothing that editors have read tells. It has to be asked where one applies.
    Unsettled,
}

impl Beside {
    /// All of them, the most certain first.
    pub const ALL: [Self; 3] = [Self::Never, Self::Together, Self::Unsettled];

    /// The key under which editors write it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Never => "互斥",
            Self::Together => "能一起领",
            Self::Unsettled => "一起领待核验",
        }
    }
}

impl Policy {
    /// The ids of the policies of which its own file says this.
    #[must_use]
    pub fn beside(&self, what: Beside) -> &[String] {
        match what {
            Beside::Never => &self.exclusive,
            Beside::Together => &self.together,
            Beside::Unsettled => &self.unsettled,
        }
    }

    /// Whether one of two policies says this of the other.
    #[must_use]
    pub fn stands(&self, what: Beside, other: &Self) -> bool {
        self.beside(what).contains(&other.id) || other.beside(what).contains(&self.id)
    }
}

//! Whether a policy is in force on a day. What is not yet, or no more, is never offered, and listed as what it is.

use super::rulebook::PolicyRule;

/// Whether a policy is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is, as far as its dates are known.
    InForce,
    /// 尚未施行: its first day is still to come.
    NotYet,
    /// 已经失效: its last day has passed.
    Over,
}

impl Standing {
    /// The word that readers see of what is not in force.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::InForce => "在施行",
            Self::NotYet => "尚未施行",
            Self::Over => "已经失效",
        }
    }
}

impl PolicyRule {
    /// Whether it is in force on the day with this number. Where nobody knows the day, it counts as in force.
    #[must_use]
    pub fn standing(&self, today: Option<i32>) -> Standing {
        let Some(today) = today else { return Standing::InForce };
        if self.until.is_some_and(|until| until < today) {
            Standing::Over
        } else if self.from.is_some_and(|from| today < from) {
            Standing::NotYet
        } else {
            Standing::InForce
        }
    }
}

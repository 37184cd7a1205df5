//! The help guide: two answers, and which texts they leave.

use serde::{Deserialize, Serialize};

use super::Audience;

/// One text of the guide: a situation told to one kind of reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Situation {
    /// The anchor of the kind of reader ([`super::Audience::anchor`]).
    pub who: String,
    /// The number of the situation in the list, from 1. Not its name: it stands in the page's anchors.
    pub what: u16,
    /// What happens, in the reader's words.
    pub label: String,
    /// The link to its page, which is where the answer leads without script.
    pub link: String,
}

/// The kinds of readers that the situations speak to, each once, in the order of [`Audience::ALL`].
#[must_use]
pub fn readers(situations: &[Situation]) -> Vec<Audience> {
    Audience::ALL
        .into_iter()
        .filter(|who| situations.iter().any(|situation| situation.who == who.anchor()))
        .collect()
}

/// The situations, each once, in order.
#[must_use]
pub fn happenings(situations: &[Situation]) -> Vec<&Situation> {
    let mut found: Vec<&Situation> = Vec::new();
    for situation in situations {
        if !found.iter().any(|known| known.what == situation.what) {
            found.push(situation);
        }
    }
    found
}

/// What the reader has answered so far. It lives in memory and nowhere else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Who are you?
    pub who: Option<String>,
    /// What is happening?
    pub what: Option<u16>,
}

impl Choice {
    /// Whether a text is still to be shown. An unanswered question excludes nothing.
    #[must_use]
    pub fn admits(&self, who: &str, what: u16) -> bool {
        self.who.as_deref().is_none_or(|chosen| chosen == who)
            && self.what.is_none_or(|chosen| chosen == what)
    }

    /// Whether the second question may still be answered so: somebody whom the reader is has that situation.
    #[must_use]
    pub fn offers(&self, what: u16, situations: &[Situation]) -> bool {
        let who = Self { who: self.who.clone(), what: None };
        situations
            .iter()
            .any(|situation| situation.what == what && who.admits(&situation.who, what))
    }

    /// How many texts are left.
    #[must_use]
    pub fn count(&self, situations: &[Situation]) -> usize {
        situations.iter().filter(|situation| self.admits(&situation.who, situation.what)).count()
    }

    /// Answers the first question. The second answer stays where the new reader has that situation too.
    #[must_use]
    pub fn with_who(self, who: &str, situations: &[Situation]) -> Self {
        let what = self.what.filter(|what| {
            situations.iter().any(|situation| situation.who == who && situation.what == *what)
        });
        Self { who: Some(who.to_owned()), what }
    }

    /// Answers the second question.
    #[must_use]
    pub fn with_what(self, what: u16) -> Self {
        Self { what: Some(what), ..self }
    }

    /// Whether both questions are answered.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.who.is_some() && self.what.is_some()
    }
}

//! What a new file begins with: every key with an explanation, ready to be overwritten.

/// What can be begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// A page of running text.
    Page,
    /// A place and its protection network.
    Place,
    /// A situation in which somebody needs help.
    Help,
    /// A lesson.
    Lesson,
    /// A case.
    Case,
    /// A quiz, with a question of each kind.
    Quiz,
    /// A policy with conditions.
    Policy,
    /// A mock court, with its whole procedure.
    Court,
}

impl Template {
    /// The folder that the new file belongs in.
    #[must_use]
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Page => "pages",
            Self::Place => "places",
            Self::Help => "help",
            Self::Lesson => "lessons",
            Self::Case => "cases",
            Self::Quiz => "quizzes",
            Self::Policy => "policies",
            Self::Court => "courts",
        }
    }

    /// How the new file's name ends.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Court => ".court.md",
            _ => ".md",
        }
    }

    const fn text(self) -> &'static str {
        match self {
            Self::Page => include_str!("template/page.md"),
            Self::Place => include_str!("template/place.md"),
            Self::Help => include_str!("template/help.md"),
            Self::Lesson => include_str!("template/lesson.md"),
            Self::Case => include_str!("template/case.md"),
            Self::Quiz => include_str!("template/quiz.md"),
            Self::Policy => include_str!("template/policy.md"),
            Self::Court => include_str!("template/court.court.md"),
        }
    }
}

/// The text of a new file. It passes the check once it lies in a valid folder that knows 12345, 110, the area 440111, the
/// laws that it cites and, for a policy, the fact 年龄 and the source `news`.
/// `name` is the id, which becomes the file's name.
#[must_use]
pub fn template(template: Template, name: &str) -> String {
    // A line end or a quote would break the value; ids have neither.
    let plain = |char: &char| char.is_alphanumeric() || matches!(char, '-' | '_');
    let name: String = name.chars().filter(plain).collect();
    template.text().replace("{名字}", &name)
}

//! Every address of the portal, and the one function that writes a link.
//!
//! A link is relative to the page that it stands on and names the file, so that the same bytes work at `/`,
//! under `/any/sub/path/` and from disk.

use super::court::CourtPaper;

/// A page that the portal writes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// The front page.
    Home,
    /// The help guide and the list of situations.
    HelpIndex,
    /// One situation.
    Help(String),
    /// One situation on a sheet of paper, to be cut into a card for each kind of reader.
    Card(String),
    /// The list of places.
    PlaceIndex,
    /// One place.
    Place(String),
    /// The hotlines.
    Hotlines,
    /// All stations.
    Directory,
    /// The stations by what a reader needs.
    Needs,
    /// One station.
    Station(String),
    /// Who is responsible in one town, by its code.
    Town(String),
    /// The pocket card of a town.
    TownCard(String),
    /// Lessons, cases, quizzes and laws.
    Learn,
    /// The list of laws.
    LawIndex,
    /// One law, by its slug.
    Law(String),
    /// One explained article, by the law's slug and the article's number.
    Article(String, String),
    /// The words of the law.
    Glossary,
    /// One lesson, with the teacher's plan.
    Lesson(String),
    /// What each pupil gets in a lesson.
    LessonSheet(String),
    /// What a lesson sends home.
    LessonLetter(String),
    /// One case.
    Case(String),
    /// One quiz.
    Quiz(String),
    /// A quiz on paper, without answers.
    QuizSheet(String),
    /// The answers of a quiz, on paper.
    QuizKey(String),
    /// The library of policies.
    PolicyIndex,
    /// The policy finder.
    Finder,
    /// One policy.
    Policy(String),
    /// All scripts of mock courts.
    CourtIndex,
    /// The script of a mock court.
    Court(String),
    /// What a class prints of a script.
    CourtPaper(String, CourtPaper),
    /// The sheet of one role, by its place in the table.
    CourtRole(String, usize),
    /// Its stage: what the operator uses and, with one window, the class sees.
    CourtStage(String),
    /// Its wall, for a second window on the projector.
    CourtWall(String),
    /// Rehearsing a role of it.
    CourtRehearsal(String),
    /// Giving its parts away.
    CourtCast(String),
    /// The documents that the content rests on.
    Sources,
    /// A page of `pages/`, by its path without the ending.
    Page(String),
    /// The search box, and every page by pinyin and by topic.
    Search,
    /// What this device keeps, and wiping it.
    LocalData,
    /// What a host shows for an address that does not exist.
    NotFound,
}

impl Route {
    /// The pages that the portal writes by itself, by the id that a reference names, with what they are called.
    pub const BUILT_IN: [(&'static str, Self, &'static str); 15] = [
        ("home", Self::Home, "首页"),
        ("help", Self::HelpIndex, "我需要帮助"),
        ("hotlines", Self::Hotlines, "热线"),
        ("places", Self::PlaceIndex, "地方"),
        ("stations", Self::Directory, "站点"),
        ("needs", Self::Needs, "按需要找站点"),
        ("learn", Self::Learn, "学法"),
        ("laws", Self::LawIndex, "法律"),
        ("glossary", Self::Glossary, "法律词语"),
        ("courts", Self::CourtIndex, "模拟法庭"),
        ("policies", Self::PolicyIndex, "政策"),
        ("finder", Self::Finder, "查能享受的政策"),
        ("sources", Self::Sources, "来源与取舍"),
        ("search", Self::Search, "搜索与目录"),
        ("local-data", Self::LocalData, "本机数据"),
    ];

    /// The file's path from the portal's root, with `/` between folders.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Home => "index.html".to_owned(),
            Self::HelpIndex => "help/index.html".to_owned(),
            Self::Help(id) => format!("help/{id}.html"),
            Self::Card(id) => format!("cards/{id}.html"),
            Self::PlaceIndex => "places/index.html".to_owned(),
            Self::Place(id) => format!("places/{id}.html"),
            Self::Hotlines => "hotlines.html".to_owned(),
            Self::Directory => "stations/index.html".to_owned(),
            Self::Needs => "needs.html".to_owned(),
            Self::Station(id) => format!("stations/{id}.html"),
            Self::Town(code) => format!("towns/{code}.html"),
            Self::TownCard(code) => format!("towns/{code}/card.html"),
            Self::Learn => "learn.html".to_owned(),
            Self::LawIndex => "laws/index.html".to_owned(),
            Self::Law(slug) => format!("laws/{slug}/index.html"),
            Self::Article(slug, number) => format!("laws/{slug}/{}.html", plain_number(number)),
            Self::Glossary => "glossary.html".to_owned(),
            Self::Lesson(id) => format!("lessons/{id}.html"),
            Self::LessonSheet(id) => format!("lessons/{id}/sheet.html"),
            Self::LessonLetter(id) => format!("lessons/{id}/letter.html"),
            Self::Case(id) => format!("cases/{id}.html"),
            Self::Quiz(id) => format!("quizzes/{id}.html"),
            Self::QuizSheet(id) => format!("quizzes/{id}/sheet.html"),
            Self::QuizKey(id) => format!("quizzes/{id}/key.html"),
            Self::PolicyIndex => "policies/index.html".to_owned(),
            Self::Finder => "finder.html".to_owned(),
            Self::Policy(id) => format!("policies/{id}.html"),
            Self::CourtIndex => "courts/index.html".to_owned(),
            Self::CourtStage(id) => format!("courts/{id}/stage.html"),
            Self::CourtWall(id) => format!("courts/{id}/wall.html"),
            Self::CourtRehearsal(id) => format!("courts/{id}/rehearse.html"),
            Self::CourtCast(id) => format!("courts/{id}/cast.html"),
            Self::Court(id) => format!("courts/{id}.html"),
            Self::CourtPaper(id, paper) => format!("courts/{id}/{}.html", paper.file()),
            Self::CourtRole(id, role) => format!("courts/{id}/role-{}.html", role + 1),
            Self::Sources => "sources.html".to_owned(),
            Self::Page(id) => format!("{id}.html"),
            Self::Search => "search.html".to_owned(),
            Self::LocalData => "local-data.html".to_owned(),
            Self::NotFound => "404.html".to_owned(),
        }
    }
}

/// `236-1` of `236之一`: a file's name that every system can write.
fn plain_number(number: &str) -> String {
    match super::position(number) {
        (_, 0) => number.to_owned(),
        (base, inserted) => format!("{base}-{inserted}"),
    }
}

/// Writes links for one page.
#[derive(Clone, Debug)]
pub struct Links {
    /// What leads from the page to the root: `""`, `"../"`, …, or the base itself where links are absolute.
    root: String,
}

impl Links {
    /// Links of the page at `path`, relative to it.
    #[must_use]
    pub fn from(path: &str) -> Self {
        Self { root: "../".repeat(path.matches('/').count()) }
    }

    /// Links that begin with `base` (`/sub/path/`), for a page that is shown at addresses not its own.
    #[must_use]
    pub fn absolute(base: &str) -> Self {
        Self { root: base.to_owned() }
    }

    /// What leads to the portal's root: put it before the path of a file.
    #[must_use]
    pub fn root(&self) -> &str {
        &self.root
    }

    /// The link to a page.
    #[must_use]
    pub fn to(&self, route: &Route) -> String {
        self.file(&route.path())
    }

    /// The link to a heading of a page.
    #[must_use]
    pub fn to_section(&self, route: &Route, section: &str) -> String {
        format!("{}#{section}", self.to(route))
    }

    /// The link to a file, by its path from the root. Characters that a URL reserves are escaped.
    #[must_use]
    pub fn file(&self, path: &str) -> String {
        let mut link = self.root.clone();
        for character in path.chars() {
            match character {
                ' ' | '%' | '#' | '?' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => {
                    link.push_str(&format!("%{:02X}", u32::from(character)));
                }
                _ => link.push(character),
            }
        }
        link
    }
}

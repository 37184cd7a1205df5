//! Every address of the portal, and the one function that writes a link.
//!
//! A link is relative to the page that it stands on and names the file, so that the same bytes work at `/`,
//! under `/any/sub/path/` and from disk.

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
    /// The documents that the content rests on.
    Sources,
    /// A page of `pages/`, by its path without the ending.
    Page(String),
    /// What this device keeps, and wiping it.
    LocalData,
    /// What a host shows for an address that does not exist.
    NotFound,
}

impl Route {
    /// The pages that the portal writes by itself, by the id that a reference names, with what they are called.
    pub const BUILT_IN: [(&'static str, Self, &'static str); 6] = [
        ("home", Self::Home, "首页"),
        ("help", Self::HelpIndex, "我需要帮助"),
        ("hotlines", Self::Hotlines, "热线"),
        ("places", Self::PlaceIndex, "地方"),
        ("sources", Self::Sources, "来源与取舍"),
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
            Self::Sources => "sources.html".to_owned(),
            Self::Page(id) => format!("{id}.html"),
            Self::LocalData => "local-data.html".to_owned(),
            Self::NotFound => "404.html".to_owned(),
        }
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

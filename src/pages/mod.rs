//! Turns the model into HTML. A page is a pure function of the portal; nothing here holds state or writes a file.

mod card;
mod case;
mod casting;
mod chart;
mod commentary;
mod contents;
mod court;
mod date;
mod directory;
mod display;
mod figure;
mod finder;
mod frame;
mod help;
mod home;
mod hotline;
mod icon;
mod law;
mod learn;
mod lesson;
mod library;
mod local_data;
mod map;
mod markup;
mod network;
mod not_found;
mod page;
mod paper;
mod pinyin;
mod place;
mod policy;
mod qr;
mod quiz;
mod reference;
mod rehearsal;
mod render;
mod result;
mod schematic;
mod search;
mod source;
mod spelling;
mod stage;
mod station;
mod term;
mod town;

pub(crate) use pinyin::named as spelt;
pub(crate) use render::escape;
pub use result::script as result_script;
pub use spelling::{SPELLING, spelling};

use crate::model::court::CourtPaper;
use crate::model::{Layout, Links, Portal, Reference, Route};

/// A page, ready to be put into the client's shell.
#[derive(Clone, Debug)]
pub struct Document {
    /// The window's title, without the portal's name where the page is sensitive.
    pub title: String,
    /// For search engines and share cards; neutral where the page is sensitive.
    pub description: String,
    /// Whether it gets the quick exit, and stays out of search engines' snippets.
    pub sensitive: bool,
    /// With or without the portal's frame.
    pub layout: Layout,
    /// The style sheet that it wants beside the one of every page.
    pub sheet: Option<StyleSheet>,
    /// JSON-LD, where the page has some.
    pub structured_data: Option<String>,
    /// What stands in `<body>`: skip link, header, main, footer.
    pub body: String,
}

/// A style sheet that only some pages need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StyleSheet {
    /// The cards of a situation.
    Card,
    /// Mock courts, their papers and their casting.
    Court,
    /// The guide and the help pages.
    Help,
    /// The front page.
    Home,
    /// The list of hotlines.
    Hotline,
    /// Laws, lessons, cases and quizzes.
    Learn,
    /// The directory and its map, with the script that opens it.
    Map,
    /// The drawing of a place's network.
    Network,
    /// The finder and the library of policies.
    Policy,
    /// The search box, once it is used, and the index of all pages.
    Search,
    /// The stage of a mock court, and its rehearsal.
    Stage,
}

impl StyleSheet {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Card,
        Self::Court,
        Self::Help,
        Self::Home,
        Self::Hotline,
        Self::Learn,
        Self::Map,
        Self::Network,
        Self::Policy,
        Self::Search,
        Self::Stage,
    ];

    /// What the shell calls it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Court => "court",
            Self::Help => "help",
            Self::Home => "home",
            Self::Hotline => "hotline",
            Self::Learn => "learn",
            Self::Map => "map",
            Self::Network => "network",
            Self::Policy => "policy",
            Self::Search => "search",
            Self::Stage => "stage",
        }
    }
}

/// Every page that the portal has, in the order of their addresses. A list without entries has no page.
#[must_use]
pub fn routes(portal: &Portal) -> Vec<Route> {
    let lists = [
        (!portal.sources.is_empty(), Route::Sources),
        (!portal.policies.is_empty(), Route::PolicyIndex),
        (portal.has_finder(), Route::Finder),
        (!portal.courts.is_empty(), Route::CourtIndex),
        (!portal.stations.is_empty(), Route::Directory),
        (!portal.stations.is_empty(), Route::Needs),
        (portal.teaches(), Route::Learn),
        (!portal.laws_told().is_empty(), Route::LawIndex),
        (!portal.terms.is_empty(), Route::Glossary),
        (!portal.helps.is_empty(), Route::HelpIndex),
        (!portal.places.is_empty(), Route::PlaceIndex),
        (!portal.hotlines.is_empty(), Route::Hotlines),
    ];
    let mut routes: Vec<Route> =
        [Route::Home, Route::Search, Route::LocalData, Route::NotFound]
            .into_iter()
            .chain(lists.into_iter().filter_map(|(filled, route)| filled.then_some(route)))
            .chain(portal.helps.iter().map(|help| Route::Help(help.id.clone())))
            .chain(portal.helps.iter().map(|help| Route::Card(help.id.clone())))
            .chain(portal.stations.iter().map(|station| Route::Station(station.id.clone())))
            .chain(portal.towns().into_iter().flat_map(|town| {
                [Route::Town(town.code.clone()), Route::TownCard(town.code.clone())]
            }))
            .chain(portal.laws_told().into_iter().map(|(_, slug)| Route::Law(slug)))
            .chain(
                portal
                    .commentaries
                    .values()
                    .filter_map(|article| reference::article_route(portal, article)),
            )
            .chain(portal.lessons.iter().flat_map(|it| {
                let id = || it.topic.id.clone();
                [Route::Lesson(id()), Route::LessonSheet(id()), Route::LessonLetter(id())]
            }))
            .chain(portal.cases.iter().map(|case| Route::Case(case.topic.id.clone())))
            .chain(portal.quizzes.iter().flat_map(|it| {
                let id = || it.topic.id.clone();
                [Route::Quiz(id()), Route::QuizSheet(id()), Route::QuizKey(id())]
            }))
            .chain(portal.policies.iter().map(|policy| Route::Policy(policy.id.clone())))
            .chain(portal.courts.iter().flat_map(|court| {
                let id = || court.id.clone();
                let papers = CourtPaper::ALL.into_iter().map(move |it| Route::CourtPaper(id(), it));
                let roles = (0..court.roles.len()).map(move |it| Route::CourtRole(id(), it));
                papers.chain(roles).chain([
                    Route::Court(id()),
                    Route::CourtStage(id()),
                    Route::CourtWall(id()),
                    Route::CourtRehearsal(id()),
                    Route::CourtCast(id()),
                ])
            }))
            .chain(portal.places.iter().map(|place| Route::Place(place.id.clone())))
            .chain(portal.pages.iter().map(|page| Route::Page(page.id.clone())))
            .collect();
    routes.sort_by_cached_key(Route::path);
    routes
}

/// The page that a reference leads to.
pub(crate) fn target(portal: &Portal, reference: &Reference) -> Option<Route> {
    reference::resolve(portal, reference).map(|it| it.0)
}

/// The page at a route; `None` where the portal has no such page.
#[must_use]
pub fn document(portal: &Portal, route: &Route, links: &Links) -> Option<Document> {
    let ctx = render::Context::new(portal, route, links);
    render::owned(|| {
        let sheet = match route {
            Route::Home => home::page(&ctx),
            Route::HelpIndex => help::index(&ctx),
            Route::Help(id) => help::page(&ctx, portal.help(id)?),
            Route::Card(id) => card::page(&ctx, portal.help(id)?),
            Route::PlaceIndex => place::index(&ctx),
            Route::Place(id) => place::page(&ctx, portal.place(id)?),
            Route::Hotlines => hotline::index(&ctx),
            Route::Directory => directory::index(&ctx),
            Route::Needs => directory::needs(&ctx),
            Route::Station(id) => station::page(&ctx, portal.station(id)?),
            Route::Town(code) => town::page(&ctx, portal.areas.get(code)?),
            Route::TownCard(code) => town::card(&ctx, portal.areas.get(code)?),
            Route::Learn => learn::index(&ctx),
            Route::LawIndex => law::index(&ctx),
            Route::Law(slug) => law::page(&ctx, portal.law_of_slug(slug)?),
            Route::Article(slug, number) => {
                let law = portal.law_of_slug(slug)?;
                let id = format!("{}/{number}", law.name);
                commentary::page(&ctx, portal.commentaries.get(&id)?)
            }
            Route::Glossary => term::index(&ctx),
            Route::Lesson(id) => lesson::page(&ctx, portal.lesson(id)?),
            Route::LessonSheet(id) => lesson::sheet(&ctx, portal.lesson(id)?),
            Route::LessonLetter(id) => lesson::letter(&ctx, portal.lesson(id)?),
            Route::Case(id) => case::page(&ctx, portal.case(id)?),
            Route::Quiz(id) => quiz::page(&ctx, portal.quiz(id)?),
            Route::QuizSheet(id) => quiz::sheet(&ctx, portal.quiz(id)?),
            Route::QuizKey(id) => quiz::key(&ctx, portal.quiz(id)?),
            Route::Finder => finder::page(&ctx),
            Route::PolicyIndex => library::index(&ctx),
            Route::Policy(id) => policy::page(&ctx, portal.policy(id)?),
            Route::CourtIndex => court::index(&ctx),
            Route::Court(id) => court::page(&ctx, portal.court(id)?),
            Route::CourtPaper(id, paper) => court::paper(&ctx, portal.court(id)?, *paper),
            Route::CourtRole(id, role) => court::role(&ctx, portal.court(id)?, *role)?,
            Route::CourtStage(id) => stage::page(&ctx, portal.court(id)?),
            Route::CourtWall(id) => stage::wall_page(&ctx, portal.court(id)?),
            Route::CourtRehearsal(id) => rehearsal::page(&ctx, portal.court(id)?),
            Route::CourtCast(id) => casting::page(&ctx, portal.court(id)?),
            Route::Sources => source::index(&ctx),
            Route::Page(id) => page::page(&ctx, portal.page(id)?),
            Route::Search => search::page(&ctx),
            Route::LocalData => local_data::page(&ctx),
            Route::NotFound => not_found::page(&ctx),
        };
        Some(frame::document(&ctx, sheet))
    })
}

//! What a reference leads to: the page and its title.

use crate::model::{Article, Commentary, Kind, Portal, Reference, Route};

/// The page of a reference and what it is called; none for what has no page of its own.
pub(super) fn resolve(portal: &Portal, reference: &Reference) -> Option<(Route, String)> {
    let id = reference.id.as_str();
    match reference.kind {
        Kind::Page => {
            let built_in = Route::BUILT_IN.into_iter().find(|(name, ..)| *name == id);
            if let Some((_, route, title)) = built_in {
                return Some((route, title.to_owned()));
            }
            portal.page(id).map(|it| (Route::Page(it.id.clone()), it.title.clone()))
        }
        Kind::Place => portal.place(id).map(|it| (Route::Place(it.id.clone()), it.title.clone())),
        Kind::Help => portal.help(id).map(|it| (Route::Help(it.id.clone()), it.title.clone())),
        Kind::Station => {
            portal.station(id).map(|it| (Route::Station(it.id.clone()), it.name.clone()))
        }
        Kind::Lesson => {
            portal.lesson(id).map(|it| (Route::Lesson(it.topic.id.clone()), it.topic.title.clone()))
        }
        Kind::Case => {
            portal.case(id).map(|it| (Route::Case(it.topic.id.clone()), it.topic.title.clone()))
        }
        Kind::Quiz => {
            portal.quiz(id).map(|it| (Route::Quiz(it.topic.id.clone()), it.topic.title.clone()))
        }
        Kind::Policy => portal.policy(id).map(|it| (Route::Policy(it.id.clone()), it.name.clone())),
        Kind::Court => portal.court(id).map(|it| (Route::Court(it.id.clone()), it.title.clone())),
        Kind::Term => portal.term(id).map(|it| (Route::Glossary, it.word.clone())),
        Kind::Law => law(portal, id),
        Kind::Hotline | Kind::Figure => None,
    }
}

/// The page of an explained article, or of a law.
fn law(portal: &Portal, id: &str) -> Option<(Route, String)> {
    let article = portal.laws.article(id)?;
    let route = match portal.commentary(id) {
        Some(commentary) => article_route(portal, commentary)?,
        None => law_route(portal, &article.law.name).filter(|_| article.number.is_none())?,
    };
    Some((route, article.title()))
}

/// The page of an explained article.
pub(super) fn article_route(portal: &Portal, article: &Commentary) -> Option<Route> {
    let slug = portal.laws.get(&article.law)?.slug.clone()?;
    Some(Route::Article(slug, article.number.clone()))
}

/// The page of a law, which it has if anything of it is explained.
pub(super) fn law_route(portal: &Portal, law: &str) -> Option<Route> {
    let slug = portal.laws.get(law)?.slug.clone()?;
    let told = portal.law_guides.contains_key(law)
        || portal.commentaries.values().any(|article| article.law == law);
    told.then_some(Route::Law(slug))
}

/// `《未成年人保护法》第十七条`.
pub(super) fn article_title(portal: &Portal, article: &Commentary) -> String {
    portal
        .laws
        .get(&article.law)
        .map(|law| Article { law, number: Some(&article.number) }.title())
        .unwrap_or_default()
}

//! The search index of a portal: what its pages say, as they were written, and what is answered beside them.

mod extract;

use std::sync::LazyLock;

use fast2s::convert;

use crate::model::search::{Files, Found, Kind, Law, Line, Synonym, Variants, Words, write};
use crate::model::{self, Portal, Route};
use crate::pages;

pub(super) use extract::extract;

/// The folder of the index.
pub(super) const FOLDER: &str = "data/search";

/// The page at a route as search knows it, from its HTML; `None` for a page that nobody looks for.
pub(super) fn found(portal: &Portal, route: &Route, body: &str) -> Option<Found> {
    let kind = Kind::of(route)?;
    // What the quick exit shows is nothing to look for.
    if let Route::Page(id) = route
        && portal.page(id)?.layout == model::Layout::Bare
    {
        return None;
    }
    let mut page = extract(body);
    page.path = route.path();
    if let Route::Station(id) = route {
        let phone = portal.station(id).and_then(|station| station.phones.first());
        page.call = phone.map(ToString::to_string);
    }
    (!page.title.is_empty()).then_some(Found { kind, page })
}

/// The files of the index of these pages.
pub(super) fn files(portal: &Portal, found: &[Found]) -> Files {
    write(found, words(portal, found), &names(portal, found), &VARIANTS)
}

/// Every variant that the table of characters knows.
static VARIANTS: LazyLock<Variants> = LazyLock::new(|| {
    let characters = ('\u{3400}'..='\u{9fff}').chain('\u{f900}'..='\u{faff}');
    let pairs = characters.filter_map(|character| {
        let plain = convert(character.encode_utf8(&mut [0; 4])).chars().next()?;
        (plain != character).then_some((character, plain))
    });
    Variants::new(&pairs.collect::<Vec<_>>())
});

fn words(portal: &Portal, found: &[Found]) -> Words {
    let number = |route: &Route| {
        let path = route.path();
        let at = found.iter().position(|it| it.page.path == path)?;
        u32::try_from(at).ok()
    };
    let lines = portal.hotlines.iter().map(|line| Line {
        number: line.number.clone(),
        name: line.name.clone(),
        purpose: line.purpose.clone(),
        hours: line.hours.clone().unwrap_or_default(),
    });
    let laws = portal.laws_told().into_iter().filter_map(|(law, slug)| {
        let law = portal.laws.get(law)?;
        let articles = portal.commentaries.values().filter(|it| it.law == law.name);
        let articles = articles.filter_map(|it| {
            let route = Route::Article(slug.clone(), it.number.clone());
            Some((it.number.clone(), number(&route)?))
        });
        let articles = articles.collect();
        let names = [&law.name].into_iter().chain(&law.short_names).cloned().collect();
        Some(Law { names, last: law.articles.into(), page: number(&Route::Law(slug))?, articles })
    });
    let synonyms = portal.synonyms.iter().map(|synonym| {
        let first = synonym.first.as_ref();
        let page = first.and_then(|it| pages::target(portal, it)).and_then(|it| number(&it));
        let line = first.filter(|it| it.kind == model::Kind::Hotline).map(|it| it.id.clone());
        Synonym { said: synonym.said.clone(), meant: synonym.meant.clone(), first: page, line }
    });
    Words { lines: lines.collect(), laws: laws.collect(), synonyms: synonyms.collect() }
}

/// What is found by its spelling: short titles, the words of the law, services, and other names of all of them.
fn names(portal: &Portal, found: &[Found]) -> Vec<[String; 3]> {
    /// Nobody types the pinyin of a longer one.
    const LONGEST: usize = 14;
    let titles = found.iter().map(|it| it.page.title.as_str());
    let terms = portal.terms.iter().flat_map(|it| it.aliases.iter().chain([&it.word]));
    let services = portal.services.iter().map(|it| &it.name);
    let stations = portal.stations.iter().flat_map(|it| &it.aliases);
    let laws = portal.laws.iter().flat_map(|it| it.short_names.iter().chain([&it.name]));
    let meant = portal.synonyms.iter().flat_map(|it| &it.meant);
    let others = terms.chain(services).chain(stations).chain(laws).chain(meant).map(String::as_str);
    let mut names: Vec<&str> =
        titles.chain(others).filter(|it| it.chars().count() <= LONGEST).collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().filter_map(pages::spelt).collect()
}

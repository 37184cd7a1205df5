//! How the names of the directory are spelt in Latin letters, for those who type pinyin or initials.

use std::collections::BTreeMap;

use super::{pinyin, station};
use crate::model::{Area, Level, Links, Portal, Route};

/// What a town is found by: its own names, and those of its villages.
pub(super) fn names_of_town<'a>(portal: &'a Portal, town: &'a Area) -> Vec<&'a str> {
    let villages = portal.areas.iter();
    let villages =
        villages.filter(|it| it.level == Level::Village && it.code.starts_with(&town.code));
    let own = std::iter::once(&town.name).chain(&town.aliases).map(String::as_str);
    own.chain(villages.map(|it| short(&it.name))).collect()
}

/// Where the spelling of the names lies.
pub const SPELLING: &str = "data/spelling.js";

/// The pinyin and the initials of every name in the directory, by where its link leads from there, as a script. The page
/// loads it when somebody types Latin letters, so that nobody else pays for it.
#[must_use]
pub fn spelling(portal: &Portal) -> String {
    let links = Links::from(&Route::Directory.path());
    let towns = portal.towns().into_iter().map(|town| {
        let spelt = pinyin::spelling(&names_of_town(portal, town));
        (links.to(&Route::Town(town.code.clone())), spelt)
    });
    let stations = portal.stations.iter().map(|station| {
        let spelt = pinyin::spelling(&station::names(station));
        (links.to(&Route::Station(station.id.clone())), spelt)
    });
    let all: BTreeMap<String, String> = towns.chain(stations).collect();
    let all = serde_json::to_string(&all).unwrap_or_default();
    format!("globalThis.qingmiaoSpelling={all};\n")
}

/// The name of a village without the words that all have, so that nobody has to type them.
fn short(name: &str) -> &str {
    let endings =
        ["社区居民委员会", "社区居委会", "居民委员会", "村民委员会", "居委会", "村委会", "社区"];
    endings.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
}

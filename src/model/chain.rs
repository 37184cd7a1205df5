//! Who is responsible for an address: from the village up to the district, and then the numbers that always answer.
//!
//! The law asks every village for a person (未成年人保护法 43), every town for a station or a person (81), and gives the
//! district its centre (93, 96). A stop names a station only where one is known.

use super::hours::Status;
use super::{Level, Portal, Station};

/// A stop of the chain.
#[derive(Clone, Debug)]
pub struct Stop<'a> {
    /// Its level: 村居, 镇街 or 区县.
    pub level: Level,
    /// The code of its area.
    pub area: String,
    /// The station, where one is known.
    pub station: Option<&'a Station>,
    /// What it is called, station or not.
    pub name: String,
    /// What it does for a reader.
    pub role: String,
    /// The article that asks for it.
    pub article: &'static str,
}

/// The types that are responsible for everybody in their area, by level.
const PRIMARY: [(Level, &str); 3] =
    [(Level::Village, "工作点"), (Level::Town, "未保工作站"), (Level::County, "救助保护中心")];

/// Whether a station is the one that is responsible at its level.
#[must_use]
pub fn is_primary(station: &Station) -> bool {
    PRIMARY.iter().any(|(level, kind)| station.level == *level && station.kind == *kind)
}

/// The chain of an area, the nearest stop first. A centre that is not known is left out, never made up.
#[must_use]
pub fn chain<'a>(portal: &'a Portal, area: &str) -> Vec<Stop<'a>> {
    PRIMARY
        .into_iter()
        .filter_map(|(level, kind)| {
            let code = area.get(..level.digits())?;
            portal.areas.get(code).filter(|area| !area.is_statistical())?;
            let station = portal.stations.iter().find(|station| {
                station.level == level
                    && station.kind == kind
                    && matches!(station.status, Status::Normal | Status::Suspended)
                    && station.is_for(code)
            });
            stop(portal, level, code, kind, station)
        })
        .collect()
}

fn stop<'a>(
    portal: &'a Portal,
    level: Level,
    code: &str,
    kind: &str,
    station: Option<&'a Station>,
) -> Option<Stop<'a>> {
    let place = portal.areas.get(code).map(|area| area.name.as_str()).unwrap_or_default();
    let role = portal.station_type(kind).map(|it| it.role.clone());
    let (name, role, article) = match (station, level) {
        (Some(station), Level::Village) => (station.name.clone(), role, "未成年人保护法/43"),
        (Some(station), Level::Town) => (station.name.clone(), role, "未成年人保护法/81"),
        (Some(station), _) => (station.name.clone(), role, "未成年人保护法/96"),
        (None, Level::Village) => (
            format!("{place}：管孩子事情的专人"),
            Some(
                "离家最近。到居委会、村委会问一句“谁管未成年人保护”，请他上门看看、帮忙往上报。"
                    .to_owned(),
            ),
            "未成年人保护法/43",
        ),
        (None, Level::Town) => (
            format!("{place}：未保工作站或专门人员（是否设站未公布）"),
            Some("到街道办、镇政府问“谁管未成年人保护”，请他们受理、转到该管的部门。".to_owned()),
            "未成年人保护法/81",
        ),
        (None, _) => return None,
    };
    let role = role.unwrap_or_default();
    Some(Stop { level, area: code.to_owned(), station, name, role, article })
}

//! The directory: who is responsible where, what is known of a station and what is not, and its data for others.

use std::path::{Path, PathBuf};

use qingmiao::{
    content,
    model::{
        Level, Openness, Portal, TaskKind, chain, changes,
        hours::{SchoolHolidays, State, Status, state},
        tasks,
    },
    site::data,
};

use crate::support;

fn real() -> Portal {
    content::load(&support::real_content(), support::this_day()).portal
}

fn demo_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/demo-county")
}

fn demo() -> Portal {
    let loaded = content::load(&demo_folder(), jiff::civil::date(2026, 11, 24));
    let wrong: Vec<_> =
        loaded.diagnostics.into_iter().filter(|found| found.code != "overdue-check").collect();
    assert_eq!(support::listing(&wrong), "");
    loaded.portal
}

/// Every area of the five places has its chain, from the nearest level up, and nothing is made up.
#[test]
fn every_area_has_its_chain() {
    let portal = real();
    let mut areas = 0;
    for area in portal.areas.iter() {
        let inside = portal.places.iter().any(|place| area.code.starts_with(&place.area));
        if !inside || area.is_statistical() {
            continue;
        }
        areas += 1;
        let stops = chain(&portal, &area.code);
        let levels: Vec<Level> = stops.iter().map(|stop| stop.level).collect();
        assert!(levels.windows(2).all(|pair| pair[0] > pair[1]), "{}: {levels:?}", area.code);
        for stop in &stops {
            assert!(area.code.starts_with(&stop.area), "{}", area.code);
            let told = portal.stations.iter().any(|it| it.name == stop.name);
            assert_eq!(told, stop.station.is_some(), "{}", stop.name);
            let open = stop.name.contains("专人") || stop.name.contains("是否设站未公布");
            assert!(told || open, "{}", stop.name);
            assert!(portal.laws.article(stop.article).is_some());
        }
        if area.level >= Level::Town {
            assert!(levels.contains(&Level::Town), "{}", area.code);
        }
    }
    assert!(areas > 700, "{areas}");
}

#[test]
fn declared_towns_have_their_station_and_others_say_that_nothing_is_told() {
    let portal = real();
    let with_station = |place: &str| {
        let towns = portal.towns().into_iter().filter(|town| town.code.starts_with(place));
        towns.filter(|town| chain(&portal, &town.code)[0].station.is_some()).count()
    };
    assert_eq!(with_station("440111"), 24);
    assert_eq!(with_station("441821"), 6);
    assert_eq!(with_station("331083"), 11);
    assert_eq!(with_station("440307013"), 0, "坂田");
    let bantian = chain(&portal, "440307013");
    assert!(bantian[0].name.contains("是否设站未公布"), "{}", bantian[0].name);
    assert!(bantian.iter().all(|stop| stop.level != Level::County), "no centre is made up");
}

/// The documents tell no address, no phone and no hours, so there are none.
#[test]
fn nothing_is_invented() {
    for station in real().stations {
        assert!(station.address.is_none() && station.phones.is_empty(), "{}", station.id);
        assert!(station.weekly.is_none() && station.point.is_none(), "{}", station.id);
    }
}

#[test]
fn a_confidential_place_shows_its_public_door_only() {
    let portal = demo();
    let hidden: Vec<_> =
        portal.stations.iter().filter(|it| it.openness == Openness::Confidential).collect();
    assert!(!hidden.is_empty());
    for station in hidden {
        assert!(station.address.is_none() && station.point.is_none(), "{}", station.id);
        let route = qingmiao::model::Route::Station(station.id.clone());
        let links = qingmiao::model::Links::from(&route.path());
        let page = qingmiao::pages::document(&portal, &route, &links).expect("a page");
        assert!(page.body.contains("不公开。先打电话"), "{}", station.id);
    }
}

#[test]
fn the_demo_county_has_every_state() {
    let portal = demo();
    assert_eq!(portal.stations.len(), 200);
    let now = jiff::civil::date(2026, 11, 24).at(9, 0, 0, 0);
    let school = SchoolHolidays::default();
    let states: Vec<State> = portal
        .stations
        .iter()
        .map(|station| state(&station.plan(&portal, &school, now.date()), now))
        .collect();
    let has = |label: &str| states.iter().any(|state| state.label() == label);
    for label in
        ["开放", "现在不开", "需预约", "仅转介", "时间未知", "信息过期", "暂停", "筹建", "撤销"]
    {
        assert!(has(label), "{label}");
    }
    // Never closed where nobody knows, or where one makes an appointment.
    for (station, state) in portal.stations.iter().zip(&states) {
        if station.weekly.is_none() && station.status == Status::Normal {
            assert!(!matches!(state, State::Closed { .. }), "{}", station.id);
        }
    }
}

#[test]
fn the_table_for_spreadsheets_is_whole_and_harmless() {
    let mut portal = demo();
    portal.stations[0].name = "=HYPERLINK(\"x\")".to_owned();
    portal.stations[1].notice = Some("+1,\"二\"".to_owned());
    let text = data::csv(&portal);
    let text = text.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 200);
    for row in &rows {
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{row:?}");
    }
    assert_eq!(&rows[0][1], "'=HYPERLINK(\"x\")");
}

#[test]
fn geojson_is_wgs84_and_has_a_feature_for_each_station() {
    let portal = demo();
    let json: serde_json::Value = serde_json::from_str(&data::geojson(&portal)).expect("json");
    let features = json["features"].as_array().expect("features");
    assert_eq!(features.len(), 200);
    for (feature, station) in features.iter().zip(&portal.stations) {
        assert_eq!(feature["id"], station.id);
        let shown = station.point.is_some() && station.openness == Openness::Public;
        assert_eq!(feature["geometry"].is_null(), !shown, "{}", station.id);
    }
}

#[test]
fn the_work_list_and_the_sign_off_table() {
    let portal = real();
    let today = jiff::civil::date(2026, 11, 25);
    let found = tasks(&portal, today);
    assert!(found.iter().any(|task| task.kind == TaskKind::Unverified));
    let empty = found.iter().filter(|task| task.kind == TaskKind::Empty);
    assert!(
        empty.count() >= portal.stations.len(),
        "each station lacks its phone, address and hours"
    );
    assert!(!found.iter().any(|task| task.kind == TaskKind::Overdue));
    let later = tasks(&portal, jiff::civil::date(2028, 1, 1));
    assert!(later.iter().any(|task| task.kind == TaskKind::Overdue));

    let mut other = portal.clone();
    assert_eq!(changes(&portal, &other), []);
    other.stations[0].address = Some("示例路1号".to_owned());
    other.hotlines.remove(0);
    let facts: Vec<_> = changes(&portal, &other).into_iter().map(|it| (it.fact, it.new)).collect();
    assert!(facts.contains(&("地址", Some("示例路1号".to_owned()))));
    assert!(facts.contains(&("电话", None)));
}

//! The directory: who is responsible where, what is known of a station and what is not, and its data for others.

use std::path::{Path, PathBuf};

use qingmiao::{
    content,
    model::{
        Level, Links, Openness, Phone, Portal, Route, Station, TaskKind, chain, changes,
        coordinate::Point,
        hours::{SchoolHolidays, State, Status, Way, state},
        tasks,
        timetable::Timetable,
    },
    pages,
    site::data,
};

use crate::support::{self, Fixture};

pub(crate) fn demo_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/demo-county")
}

pub(crate) fn demo() -> Portal {
    let loaded = content::load(&demo_folder(), jiff::civil::date(2026, 11, 24));
    let wrong: Vec<_> =
        loaded.diagnostics.into_iter().filter(|found| found.code != "overdue-check").collect();
    assert_eq!(support::listing(&wrong), "");
    loaded.portal
}

/// Every area of the five places has its chain, from the nearest level up, and nothing is made up.
#[test]
fn every_area_has_its_chain() {
    let portal = support::real();
    let mut areas = 0;
    for area in portal.areas.iter() {
        let inside = portal.places.iter().any(|place| area.code.starts_with(&place.area));
        if !inside || area.is_statistical() {
            continue;
        }
        areas += 1;
        let stops = chain(portal, &area.code);
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
    let portal = support::real();
    let with_station = |place: &str| {
        let towns = portal.towns().into_iter().filter(|town| town.code.starts_with(place));
        towns.filter(|town| chain(portal, &town.code)[0].station.is_some()).count()
    };
    assert_eq!(with_station("440111"), 24);
    assert_eq!(with_station("441821"), 6);
    assert_eq!(with_station("331083"), 11);
    assert_eq!(with_station("440307013"), 0, "坂田");
    let bantian = chain(portal, "440307013");
    assert!(bantian[0].name.contains("是否设站未公布"), "{}", bantian[0].name);
    assert!(bantian.iter().all(|stop| stop.level != Level::County), "no centre is made up");
}

/// Whatever is told of a station has a source, and a day on which it was checked.
#[test]
fn nothing_is_told_without_a_source() {
    let portal = support::real();
    assert!(portal.stations.len() > 100);
    for station in &portal.stations {
        assert!(!station.sources.is_empty(), "{}", station.id);
        for source in &station.sources {
            let source = &portal.sources[source];
            assert!(source.checked.is_some_and(|day| day <= station.checked), "{}", station.id);
        }
    }
}

fn page(portal: &Portal, route: &Route) -> String {
    pages::document(portal, route, &Links::from(&route.path())).expect("a page").body
}

#[test]
fn a_confidential_place_shows_its_public_door_only() {
    let portal = demo();
    let hidden: Vec<_> =
        portal.stations.iter().filter(|it| it.openness == Openness::Confidential).collect();
    assert!(!hidden.is_empty());
    for station in hidden {
        let page = page(&portal, &Route::Station(station.id.clone()));
        assert!(page.contains("不公开。先打电话"), "{}", station.id);
        for word in ["在地图里看", "复制地址", "怎么去"] {
            assert!(!page.contains(word), "{}: {word}", station.id);
        }
    }
}

/// An editor may keep the address of a place that is reached by telephone first; no page and no data tells it.
#[test]
fn the_place_of_what_is_reached_by_telephone_is_told_nowhere() {
    let fixture = Fixture::new()
        .file("types.csv", "名称,层级,做什么,依据,说明\n观护基地,区县,陪着。,,\n")
        .file(
            "stations.csv",
            "编号,名称,类型,层级,区划,地址,怎么去,公开程度,经度,纬度,坐标系,状态,来源,核验\n\
             base,基地,观护基地,区县,440111,暗号路九号,过了桥右转,仅电话,113.27,23.15,wgs84,正常,news,2026-11-01\n",
        );
    let portal = fixture.portal();
    let told = [
        page(&portal, &Route::Station("base".to_owned())),
        page(&portal, &Route::Directory),
        data::csv(&portal),
        data::geojson(&portal),
    ];
    for text in told {
        assert!(text.contains("基地"), "{text}");
        for secret in ["暗号路", "过了桥", "113.27"] {
            assert!(!text.contains(secret), "{secret}: {text}");
        }
    }
}

/// What a reader may type is in the list that the box searches, wherever the station lies.
#[test]
fn every_station_is_an_entry_of_the_directory() {
    for portal in [support::real(), &demo()] {
        let list = page(portal, &Route::Directory);
        let (_, list) = list.split_once("class=\"find\"").expect("the list");
        let (list, _) = list.split_once("</leptos-island>").expect("its end");
        for station in &portal.stations {
            assert!(
                list.contains(&format!("stations/{}.html", station.id))
                    || list.contains(&format!("\"{}.html\"", station.id)),
                "{}",
                station.id
            );
        }
    }
}

/// A town's page leads to everything in the town, whether it is in the chain or not.
#[test]
fn a_town_leads_to_all_that_is_in_it() {
    let portal = demo();
    for town in portal.towns() {
        let page = page(&portal, &Route::Town(town.code.clone()));
        for station in portal.stations.iter().filter(|it| it.area.starts_with(&town.code)) {
            assert!(page.contains(&format!("/{}.html", station.id)), "{}", station.id);
        }
    }
}

/// What an editor writes about the days on which a station differs is read by whoever wants to go there.
#[test]
fn exceptions_stand_on_the_page() {
    let portal = demo();
    let page = |id: &str| page(&portal, &Route::Station(id.to_owned()));
    let station = page("demo-t01-station");
    assert!(station.contains("2026-11-25..27 休") && station.contains("示例县民政局（虚构）"));
    assert!(page("demo-city-rescue").contains("<dt>节假日</dt><dd>照常</dd>"));
}

/// A pocket card holds as long as the first of its facts.
#[test]
fn a_pocket_card_is_as_old_as_the_oldest_fact_on_it() {
    let mut portal = demo();
    let card = Route::TownCard("990101001".to_owned());
    let other = portal.stations.iter_mut().find(|it| it.area.starts_with("990101002"));
    other.expect("a station elsewhere").checked = jiff::civil::date(2001, 1, 1);
    assert!(!page(&portal, &card).contains("2001-01-01"), "not on this card");
    let here = portal.stations.iter_mut().find(|it| it.id == "demo-t01-station");
    here.expect("the town's station").checked = jiff::civil::date(2002, 2, 2);
    assert!(page(&portal, &card).contains("2002-02-02"));
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

/// What was exported can be put back in the place of `stations.csv`: nothing is lost, and nothing is said about it.
#[test]
fn the_exported_table_is_read_as_what_it_was_made_of() {
    let portal = demo();
    let text = data::csv(&portal);
    let folder = tempfile::tempdir().expect("a folder");
    for file in std::fs::read_dir(demo_folder()).expect("the county").flatten() {
        if file.path().is_file() {
            std::fs::copy(file.path(), folder.path().join(file.file_name())).expect("a copy");
        }
    }
    std::fs::write(folder.path().join("stations.csv"), &text).expect("the table");
    let loaded = content::load(folder.path(), jiff::civil::date(2026, 11, 24));
    let wrong = loaded.diagnostics.into_iter().filter(|it| it.file == "stations.csv");
    let wrong: Vec<_> = wrong.filter(|it| it.code != "overdue-check").collect();
    assert_eq!(support::listing(&wrong), "");
    let again = loaded.portal;
    assert_eq!(data::csv(&again), text);
    assert_eq!(again.stations.len(), portal.stations.len());
    for (one, other) in again.stations.iter().zip(&portal.stations) {
        // What holidays mean is told only where there are hours.
        if other.weekly.is_some() {
            assert_eq!(Timetable::line(&again, one), Timetable::line(&portal, other));
        }
        assert_eq!(one.point.is_some(), other.point.is_some());
    }
}

#[test]
fn geojson_is_wgs84_and_has_a_feature_for_each_station() {
    let portal = demo();
    let json: serde_json::Value = serde_json::from_str(&data::geojson(&portal)).expect("json");
    let features = json["features"].as_array().expect("features");
    assert_eq!(features.len(), 200);
    for (feature, station) in features.iter().zip(&portal.stations) {
        assert_eq!(feature["id"], station.id);
        assert_eq!(feature["geometry"].is_null(), station.point.is_none(), "{}", station.id);
    }
}

#[test]
fn the_work_list_and_the_sign_off_table() {
    let portal = support::real();
    let today = jiff::civil::date(2026, 11, 25);
    let found = tasks(portal, today);
    assert!(found.iter().any(|task| task.kind == TaskKind::Unverified));
    let empty = found.iter().filter(|task| task.kind == TaskKind::Empty);
    assert!(
        empty.count() >= portal.stations.len(),
        "each station lacks its phone, address and hours"
    );
    assert!(!found.iter().any(|task| task.kind == TaskKind::Overdue));
    let later = tasks(portal, jiff::civil::date(2028, 1, 1));
    let overdue: Vec<&str> = later
        .iter()
        .filter(|task| task.kind == TaskKind::Overdue)
        .filter_map(|task| task.place.split(['/', ' ']).next())
        .collect();
    for folder in
        ["cases", "help", "hotlines.csv", "laws", "lessons", "places", "quizzes", "stations.csv"]
    {
        assert!(overdue.contains(&folder), "{folder}");
    }

    assert_eq!(changes(portal, &portal.clone()), []);
    let mut other = portal.clone();
    other.hotlines.remove(0);
    let facts: Vec<_> = changes(portal, &other).into_iter().map(|it| (it.fact, it.new)).collect();
    assert!(facts.contains(&("电话", None)));
}

/// Whatever a reader may act on is told, one fact for each column.
#[test]
fn every_change_of_a_station_is_signed_off() {
    let portal = support::real();
    let of = |change: fn(&mut Station)| {
        let mut other = portal.clone();
        change(&mut other.stations[0]);
        let found = changes(portal, &other);
        let facts = found.into_iter().map(|it| (it.fact, it.new.unwrap_or_default()));
        facts.collect::<Vec<_>>()
    };
    for (found, expected) in [
        (of(|it| it.address = Some("路1号".to_owned())), ("地址", "路1号")),
        (of(|it| it.directions = Some("门口".to_owned())), ("怎么去", "门口")),
        (of(|it| it.cost = Some("免费".to_owned())), ("费用", "免费")),
        (of(|it| it.notice = Some("搬了".to_owned())), ("公告", "搬了")),
        (of(|it| it.changes = Some("2026-12-01 休".to_owned())), ("例外", "2026-12-01 休")),
        (of(|it| it.ways = vec![Way::Referral]), ("方式", "仅转介")),
        (of(|it| it.openness = Openness::PhoneOnly), ("公开程度", "仅电话")),
        (of(|it| it.status = Status::Suspended), ("状态", "暂停")),
        (
            of(|it| it.point = Some(Point { longitude: 113.25, latitude: 23.15 })),
            ("坐标", "113.250000, 23.150000"),
        ),
        (
            of(|it| {
                it.phones =
                    vec![Phone { label: Some("值班".to_owned()), number: "0000-1".to_owned() }];
            }),
            ("电话", "值班:0000-1"),
        ),
    ] {
        assert_eq!(found, [(expected.0, expected.1.to_owned())]);
    }
}

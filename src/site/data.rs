//! The directory as data for others: a table for spreadsheets and `GeoJSON` for maps. The same files lie in `data/` of the
//! portal, and `qingmiao export` prints them.

use serde_json::{Value, json};

use crate::model::hours::Way;
use crate::model::{Portal, Station, Task};

/// The headings, in the order of `stations.csv`.
const HEADINGS: [&str; 24] = [
    "编号",
    "名称",
    "类型",
    "层级",
    "上级",
    "主管",
    "区划",
    "区划名称",
    "地址",
    "经度",
    "纬度",
    "坐标系",
    "电话",
    "时间",
    "例外",
    "随日历",
    "方式",
    "服务",
    "无障碍",
    "状态",
    "公告",
    "核验",
    "核验单位",
    "来源",
];

/// The stations as CSV: UTF-8 with a byte order mark, as spreadsheets want it, and no cell that they would calculate.
#[must_use]
pub fn csv(portal: &Portal) -> String {
    let mut text = String::from("\u{FEFF}");
    push_row(&mut text, &HEADINGS.map(str::to_owned));
    for station in &portal.stations {
        push_row(&mut text, &row(portal, station));
    }
    text
}

/// The work list as CSV.
#[must_use]
pub fn todo(tasks: &[Task]) -> String {
    let mut text = String::from("\u{FEFF}");
    push_row(&mut text, &["类别", "哪里", "名称", "要做什么"].map(str::to_owned));
    for task in tasks {
        let label = task.kind.label().to_owned();
        push_row(&mut text, &[label, task.place.clone(), task.name.clone(), task.what.clone()]);
    }
    text
}

fn row(portal: &Portal, station: &Station) -> [String; 24] {
    let text = |words: &Option<String>| words.clone().unwrap_or_default();
    let (longitude, latitude, datum) = match station.point {
        Some(point) => {
            (format!("{:.6}", point.longitude), format!("{:.6}", point.latitude), "wgs84")
        }
        None => (String::new(), String::new(), ""),
    };
    let sources = station.sources.iter().filter_map(|id| portal.sources.get(id));
    let sources: Vec<&str> = sources.map(|source| source.title.as_str()).collect();
    [
        station.id.clone(),
        station.name.clone(),
        station.kind.clone(),
        station.level.label().to_owned(),
        text(&station.parent),
        text(&station.authority),
        station.area.clone(),
        portal.areas.full_name(&station.area),
        text(&station.address),
        longitude,
        latitude,
        datum.to_owned(),
        phones(station),
        text(&station.hours),
        text(&station.changes),
        station.weekly.as_ref().map(|_| station.rule.label().to_owned()).unwrap_or_default(),
        station.ways.iter().map(|way| Way::label(*way)).collect::<Vec<_>>().join(";"),
        station.services.join(";"),
        station.accessibility.join(";"),
        station.status.label().to_owned(),
        text(&station.notice),
        station.checked.to_string(),
        text(&station.checker),
        sources.join(";"),
    ]
}

fn phones(station: &Station) -> String {
    let phones = station.phones.iter().map(|phone| match &phone.label {
        Some(label) => format!("{label}:{}", phone.number),
        None => phone.number.clone(),
    });
    phones.collect::<Vec<_>>().join(";")
}

fn push_row(text: &mut String, cells: &[String]) {
    for (number, cell) in cells.iter().enumerate() {
        if number > 0 {
            text.push(',');
        }
        let cell = harmless(cell);
        if cell.contains([',', '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

/// A spreadsheet calculates what begins so (OWASP, CSV injection): an apostrophe makes it words.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// The stations as `GeoJSON` (RFC 7946), which is WGS-84 by definition; one without a known place has no geometry.
#[must_use]
pub fn geojson(portal: &Portal) -> String {
    let features: Vec<Value> =
        portal.stations.iter().map(|station| feature(portal, station)).collect();
    let collection = json!({ "type": "FeatureCollection", "features": features });
    serde_json::to_string_pretty(&collection).unwrap_or_default()
}

fn feature(portal: &Portal, station: &Station) -> Value {
    let geometry = station.point.map(|point| {
        let round = |degrees: f64| (degrees * 1e6).round() / 1e6;
        json!({ "type": "Point", "coordinates": [round(point.longitude), round(point.latitude)] })
    });
    json!({
        "type": "Feature",
        "id": station.id,
        "geometry": geometry,
        "properties": {
            "名称": station.name,
            "类型": station.kind,
            "层级": station.level.label(),
            "区划": station.area,
            "区划名称": portal.areas.full_name(&station.area),
            "地址": station.address,
            "电话": phones(station),
            "时间": station.hours,
            "状态": station.status.label(),
            "核验": station.checked.to_string(),
        },
    })
}

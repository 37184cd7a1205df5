//! `stations.csv`, `types.csv` and `services.csv`.

use std::collections::HashSet;
use std::ops::Range;

use super::link;
use super::notes::{Name, Notes, Period, Spot};
use super::record::{Key, Record, may, must, short, split};
use super::table::{self, Row, unique};
use crate::model::coordinate::{Datum, Point, is_in_china, looks_swapped, to_wgs84};
use crate::model::hours::{Exceptions, HoursError, Rule, Status, Way, Weekly};
use crate::model::{Date, Kind, Level, Openness, Phone, Service, Station, StationType};

const KEYS: &[Key] = &[
    must("编号", "id"),
    must("名称", "name"),
    may("别名", "aliases"),
    must("类型", "kind"),
    must("层级", "level"),
    may("上级", "parent"),
    may("主管", "authority"),
    must("区划", "area"),
    may("服务范围", "serves"),
    may("地址", "address"),
    may("怎么去", "directions"),
    must("公开程度", "openness"),
    may("经度", "longitude"),
    may("纬度", "latitude"),
    may("坐标系", "datum"),
    may("电话", "phones"),
    may("时间", "hours"),
    may("例外", "exceptions"),
    may("随日历", "rule"),
    may("方式", "ways"),
    may("服务", "services"),
    may("对象", "audience"),
    may("费用", "cost"),
    may("无障碍", "accessibility"),
    may("语言", "languages"),
    may("设施", "facilities"),
    may("负责岗位", "post"),
    must("状态", "status"),
    may("公告", "notice"),
    must("来源", "source"),
    must("核验", "checked"),
    may("核验单位", "checker"),
    may("下次核验", "review_by"),
    may("备注", "note"),
    may(REPEATED[0], "area_name"),
    may(REPEATED[1], "source_title"),
];

/// What an export adds for people: it says again what the codes say, and is not read.
const REPEATED: [&str; 2] = ["区划名称", "来源名称"];

/// A row to begin with, below the headings: what has to be written says so, what may be unknown is empty.
#[must_use]
pub fn row(id: &str, today: Date) -> String {
    let today = today.to_string();
    let keys = || KEYS.iter().filter(|key| !REPEATED.contains(&key.name));
    let cells = keys().map(|key| match key.name {
        "编号" => id,
        "名称" => "（名称）",
        "类型" => "未保工作站",
        "层级" => "镇街",
        "区划" => "（区划编码）",
        "公开程度" => "公开",
        "状态" => "正常",
        "来源" => "（sources.csv 里的编号）",
        "核验" => today.as_str(),
        _ => "",
    });
    let headings: Vec<&str> = keys().map(|key| key.name).collect();
    format!("{}\n{}\n", headings.join(","), cells.collect::<Vec<_>>().join(","))
}

/// Reads the stations.
pub(super) fn read(notes: &mut Notes<'_>) -> Vec<Station> {
    let mut stations = Vec::new();
    let mut seen = HashSet::new();
    let mut phones = HashSet::new();
    table::read(notes, KEYS, |row| stations.extend(station(row, &mut seen, &mut phones)));
    stations
}

fn station(
    row: &mut Row<'_, '_>,
    seen: &mut HashSet<String>,
    numbers: &mut HashSet<String>,
) -> Option<Station> {
    let id = row.id("编号");
    let kind = row.text("类型");
    if let Some(kind) = &kind {
        row.notes().mention(kind.range.clone(), Name::StationType(kind.value.clone()));
    }
    let levels = Level::ALL.map(|level| (level.label(), level));
    let level = row.choice("层级", &levels, &[]);
    let area = row.area("区划");
    let parent = row.text("上级");
    let openness = row
        .choice("公开程度", &Openness::ALL.map(|it| (it.label(), it)), &[])
        .unwrap_or(Openness::Public);
    let status =
        row.choice("状态", &Status::ALL.map(|it| (it.label(), it)), &[]).unwrap_or(Status::Normal);
    let address = row.text("地址");
    let point = point(row);
    let hours = row.text("时间");
    let directions = row.text("怎么去");
    let places = [&address, &directions].map(|spot| spot.as_ref().map(|spot| spot.range.clone()));
    let places = places.into_iter().chain([point.as_ref().map(|spot| spot.range.clone())]);
    check_openness(row, openness, places.flatten().collect());
    // What may not be told does not come into the portal, so no page and no export can tell it.
    let told = openness == Openness::Public;
    if let Some(hours) = hours.as_ref().filter(|_| status == Status::Abolished) {
        let message = "撤销的站点还写着开放时间".to_owned();
        row.notes().error(&hours.range, "abolished-hours", message, "清空“时间”，或改正“状态”");
    }
    let weekly = hours.as_ref().and_then(|spot| parsed(row, spot, Weekly::parse(&spot.value)));
    let changes = row.text("例外");
    let exceptions =
        changes.as_ref().and_then(|spot| parsed(row, spot, Exceptions::parse(&spot.value)));
    let serves = row.text("服务范围");
    for code in serves.iter().flat_map(|spot| split(&spot.value)) {
        if let Some(spot) = &serves {
            row.notes().mention(spot.range.clone(), Name::Area(code));
        }
    }
    let (checked, review_by) = row.check(Period::Stations);
    let station = Station {
        id: id.as_ref().map(|spot| spot.value.clone()).unwrap_or_default(),
        name: row.words("名称"),
        aliases: row.parts("别名"),
        kind: kind.map(|spot| spot.value).unwrap_or_default(),
        level: level.unwrap_or(Level::Town),
        parent: parent.as_ref().map(|spot| spot.value.clone()),
        authority: row.optional("主管"),
        area: area.clone().unwrap_or_default(),
        serves: serves.map(|spot| split(&spot.value)).unwrap_or_default(),
        address: address.map(|spot| spot.value).filter(|_| told),
        directions: directions.map(|spot| spot.value).filter(|_| told),
        openness,
        point: point.map(|spot| spot.value).filter(|_| told),
        phones: phones(row, numbers),
        weekly,
        hours: hours.map(|spot| spot.value),
        exceptions: exceptions.unwrap_or_default(),
        changes: changes.map(|spot| spot.value),
        rule: rule(row),
        ways: ways(row),
        services: named_services(row),
        audience: row.optional("对象"),
        cost: row.optional("费用"),
        accessibility: row.parts("无障碍"),
        languages: row.parts("语言"),
        facilities: row.parts("设施"),
        post: row.optional("负责岗位"),
        status,
        notice: row.optional("公告"),
        sources: row.sources("来源"),
        checked,
        checker: row.optional("核验单位"),
        review_by,
        note: row.optional("备注"),
    };
    let id = id?;
    let place = id.range.clone();
    row.notes().mention(
        place,
        Name::Station { id: id.value.clone(), parent: parent.map(|spot| spot.range) },
    );
    unique(row, &id, seen, "编号").then_some(station)
}

/// The services that a row names.
fn named_services(row: &mut Row<'_, '_>) -> Vec<String> {
    let Some(cell) = row.text("服务") else { return Vec::new() };
    let names = split(&cell.value);
    for name in &names {
        row.notes().mention(cell.range.clone(), Name::Service(name.clone()));
    }
    names
}

/// What was parsed; a mistake is reported where it stands in the cell.
fn parsed<T>(row: &mut Row<'_, '_>, cell: &Spot, result: Result<T, HoursError>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(error) => {
            let at = cell.range.start + error.range.start..cell.range.start + error.range.end;
            row.notes().error(&at, "bad-hours", error.message(), error.hint());
            None
        }
    }
}

/// The place, in WGS-84.
fn point(row: &mut Row<'_, '_>) -> Option<Spot<Point>> {
    let (longitude, latitude) = (row.text("经度"), row.text("纬度"));
    let datum = row.text("坐标系");
    let (longitude, latitude) = match (longitude, latitude) {
        (Some(longitude), Some(latitude)) => (longitude, latitude),
        (None, None) => return None,
        (Some(one), None) | (None, Some(one)) => {
            row.notes().error(
                &one.range,
                "half-point",
                "经度、纬度只写了一个",
                "两个都写，或都空着",
            );
            return None;
        }
    };
    let Some(datum) = datum else {
        let hint = "写 wgs84、cgcs2000、gcj02（高德、腾讯）或 bd09（百度）";
        row.notes().error(&longitude.range, "missing-datum", "写了坐标，没有写坐标系", hint);
        return None;
    };
    let Some(system) = Datum::of_word(&datum.value) else {
        let message = format!("“坐标系”写成了“{}”，不认得", short(&datum.value));
        row.notes().error(
            &datum.range,
            "bad-choice",
            message,
            "只能写：wgs84、cgcs2000、gcj02、bd09",
        );
        return None;
    };
    let (Ok(x), Ok(y)) = (longitude.value.parse::<f64>(), latitude.value.parse::<f64>()) else {
        let message = "经度、纬度应当是小数";
        row.notes().error(&longitude.range, "bad-number", message, "例如 113.27123 和 23.15712");
        return None;
    };
    let point = Point { longitude: x, latitude: y };
    if looks_swapped(point) {
        let hint = "经度写在“经度”一列：在中国是 73 到 135；纬度是 3 到 54";
        row.notes().error(&longitude.range, "swapped-point", "经度和纬度写反了", hint);
        return None;
    }
    if !is_in_china(point) {
        let message = format!("坐标 {x}, {y} 不在中国");
        row.notes().error(&longitude.range, "point-outside", message, "照地图重新取一次坐标");
        return None;
    }
    Some(Spot { value: to_wgs84(point, system), range: longitude.range })
}

/// A confidential place has no place here.
fn check_openness(row: &mut Row<'_, '_>, openness: Openness, places: Vec<Range<usize>>) {
    if openness != Openness::Confidential {
        return;
    }
    for range in places {
        let hint = "删去地址、坐标和“怎么去”，只留公开的电话；已经发布过的，马上撤下来";
        row.notes().error(&range, "confidential-place", "保密的站点写了地址或坐标", hint);
    }
}

/// `020-1234;值班:020-…`.
fn phones(row: &mut Row<'_, '_>, numbers: &mut HashSet<String>) -> Vec<Phone> {
    let Some(cell) = row.text("电话") else { return Vec::new() };
    let (mut phones, mut published) = (Vec::new(), Vec::new());
    for part in split(&cell.value) {
        let (label, number) = match part.split_once([':', '：']) {
            Some((label, number)) => (Some(label.trim().to_owned()), number.trim().to_owned()),
            None => (None, part),
        };
        if !link::is_phone(&number) {
            let message = format!("“{}”不是能拨打的号码", short(&number));
            let hint = "写成 020-12345678，或 值班:020-12345678；几个号码用“;”隔开";
            row.notes().error(&cell.range, "bad-phone", message, hint);
            continue;
        }
        // Short numbers serve many stations.
        if number.len() > 5 && !numbers.insert(number.clone()) {
            let message = format!("电话“{number}”在前面的站点已经有了");
            row.notes().warn(&cell.range, "duplicate-phone", message, "核对是不是抄错了行");
        }
        if label.as_deref() == Some(Phone::PUBLIC_MOBILE) {
            published.push(cell.range.clone());
        }
        phones.push(Phone { label, number });
    }
    for id in row.parts("来源") {
        for range in &published {
            row.notes().mention(range.clone(), Name::Published(id.clone()));
        }
    }
    phones
}

fn rule(row: &mut Row<'_, '_>) -> Rule {
    row.choice("随日历", &Rule::ALL.map(|rule| (rule.label(), rule)), &[]).unwrap_or_default()
}

fn ways(row: &mut Row<'_, '_>) -> Vec<Way> {
    let Some(cell) = row.text("方式") else { return Vec::new() };
    let mut ways = Vec::new();
    for word in split(&cell.value) {
        if let Some(way) = Way::ALL.into_iter().find(|way| way.label() == word) {
            ways.push(way);
        } else {
            let message = format!("“方式”写成了“{}”，不认得", short(&word));
            let hint = format!("只能写：{}", Way::ALL.map(Way::label).join("、"));
            row.notes().error(&cell.range, "bad-choice", message, hint);
        }
    }
    ways.sort_unstable();
    ways
}

const TYPES: &[Key] = &[
    must("名称", "name"),
    may("层级", "level"),
    must("做什么", "role"),
    may("依据", "article"),
    may("服务", "services"),
    may("说明", "note"),
    may("政策里叫", "called"),
];

/// Reads the kinds of stations.
pub(super) fn types(notes: &mut Notes<'_>) -> Vec<StationType> {
    let mut types = Vec::new();
    let mut seen = HashSet::new();
    table::read(notes, TYPES, |row| {
        let name = row.text("名称");
        let role = row.words("做什么");
        let article = row.text("依据");
        if let Some(spot) = &article {
            row.notes().mention_content(spot.range.clone(), Kind::Law, &spot.value);
        }
        let (services, note) = (named_services(row), row.optional("说明"));
        let called = row.parts("政策里叫");
        if let Some(name) = name.filter(|name| unique(row, name, &mut seen, "类型")) {
            let article = article.map(|spot| spot.value);
            types.push(StationType { name: name.value, role, article, services, note, called });
        }
    });
    types
}

const SERVICES: &[Key] =
    &[must("名称", "name"), must("我需要", "need"), may("也说", "aliases"), may("说明", "note")];

/// Reads the services.
pub(super) fn services(notes: &mut Notes<'_>) -> Vec<Service> {
    let mut services = Vec::new();
    let mut seen = HashSet::new();
    table::read(notes, SERVICES, |row| {
        let name = row.text("名称");
        let (need, aliases, note) = (row.words("我需要"), row.parts("也说"), row.optional("说明"));
        if let Some(name) = name.filter(|name| unique(row, name, &mut seen, "服务")) {
            services.push(Service { name: name.value, need, aliases, note });
        }
    });
    services
}

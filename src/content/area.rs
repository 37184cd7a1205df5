//! `areas.csv`.

use std::collections::HashSet;

use super::notes::{Name, Notes};
use super::record::{Key, Record, may, must};
use super::table::{self, Row, unique};
use crate::model::coordinate::{Point, is_in_china};
use crate::model::{Area, Level};

const KEYS: &[Key] = &[
    must("编码", "code"),
    must("名称", "name"),
    must("层级", "level"),
    may("上级", "parent"),
    may("别名", "aliases"),
    may("起", "from"),
    may("止", "until"),
    may("经度", "longitude"),
    may("纬度", "latitude"),
];

/// Reads the divisions.
pub(super) fn read(notes: &mut Notes<'_>) -> Vec<Area> {
    let mut areas = Vec::new();
    let mut seen = HashSet::new();
    table::read(notes, KEYS, |row| areas.extend(area(row, &mut seen)));
    areas
}

fn area(row: &mut Row<'_, '_>, seen: &mut HashSet<String>) -> Option<Area> {
    let code = row.text("编码");
    let name = row.words("名称");
    let level = row.choice("层级", &Level::ALL.map(|level| (level.label(), level)), &[]);
    let parent = row.text("上级");
    let aliases = row.parts("别名");
    let (from, until) = (row.partial_date("起"), row.partial_date("止"));
    let point = point(row);
    let code = code?;
    let new = unique(row, &code, seen, "编码");
    let of_code = Level::of_code(&code.value)
        .filter(|_| code.value.bytes().all(|byte| byte.is_ascii_digit()));
    let Some(of_code) = of_code else {
        row.notes().error(
            &code.range,
            "area-code",
            format!("“{}”不是区划编码，应当是 2、4、6、9 或 12 位数字", code.value),
            "照国家统计局的编码填写；把单元格格式设成“文本”，免得开头的 0 丢掉",
        );
        return None;
    };
    if let Some(level) = level
        && level != of_code
    {
        let message = format!(
            "编码有 {} 位，是“{}”，层级写成了“{}”",
            code.value.len(),
            of_code.label(),
            level.label()
        );
        row.notes().error(&code.range, "area-level", message, "改正编码或层级");
    }
    let parent = match parent {
        Some(parent) => {
            if parent.value.len() < code.value.len() && code.value.starts_with(&parent.value) {
                row.notes().mention(parent.range, Name::Area(parent.value.clone()));
            } else {
                let message = format!("“{}”不是“{}”的上级", parent.value, code.value);
                let hint = "上级的编码是本级编码开头的几位";
                row.notes().error(&parent.range, "area-parent", message, hint);
            }
            Some(parent.value)
        }
        None => parent_of(&code.value, of_code),
    };
    new.then_some(Area {
        code: code.value,
        name,
        level: of_code,
        parent,
        aliases,
        from,
        until,
        point,
    })
}

/// About where it lies.
fn point(row: &mut Row<'_, '_>) -> Option<Point> {
    let (longitude, latitude) = (row.text("经度")?, row.text("纬度")?);
    let (Ok(x), Ok(y)) = (longitude.value.parse::<f64>(), latitude.value.parse::<f64>()) else {
        let message = "经度、纬度应当是小数";
        row.notes().error(&longitude.range, "bad-number", message, "例如 113.27123 和 23.15712");
        return None;
    };
    let point = Point { longitude: x, latitude: y };
    if !is_in_china(point) {
        let message = format!("坐标 {x}, {y} 不在中国");
        row.notes().error(&longitude.range, "point-outside", message, "照地图重新取一次坐标");
        return None;
    }
    Some(point)
}

/// The code of the next level up.
fn parent_of(code: &str, level: Level) -> Option<String> {
    let above = Level::ALL.into_iter().rev().find(|above| above.digits() < level.digits())?;
    code.get(..above.digits()).map(str::to_owned)
}

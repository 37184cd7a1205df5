//! `places/*.md`.

use std::collections::HashSet;

use super::chart;
use super::front::{self, Fields};
use super::lint;
use super::markdown;
use super::notes::{Notes, Period};
use super::record::{Key, Record, may, must};
use crate::model::{Date, Kind, Level, Markup, NetworkRow, PartialDate, Place};

const KEYS: &[Key] = &[
    must("标题", "title"),
    must("区划", "area"),
    must("摘要", "summary"),
    must("截至", "as_of"),
    must("核验", "checked"),
    may("下次核验", "review_by"),
    may("顺序", "order"),
    may("网络", "network"),
    may("图表", "charts"),
];

const NETWORK: &[Key] =
    &[must("层级", "level"), must("名称", "name"), may("公布", "declared"), may("作用", "role")];

/// Reads a place, and the anchors of its headings.
pub(super) fn read(notes: &mut Notes<'_>, id: &str) -> (Place, HashSet<String>) {
    let halves = front::split(notes);
    let mut place = Place {
        id: id.to_owned(),
        title: String::new(),
        area: String::new(),
        summary: String::new(),
        as_of: PartialDate::from(Date::ZERO),
        order: 0,
        network: Vec::new(),
        charts: Vec::new(),
        checked: Date::ZERO,
        review_by: None,
        body: Markup::default(),
    };
    if let Some(range) = halves.front {
        let mut fields = front::fields(notes, range, KEYS);
        place.title = fields.title();
        place.area = fields.area("区划").unwrap_or_default();
        place.summary = fields.words("摘要");
        place.as_of = fields.partial_date("截至").unwrap_or(place.as_of);
        place.order = fields.integer("顺序").unwrap_or_default();
        (place.checked, place.review_by) = fields.check(Period::Places);
        fields.maps("网络", NETWORK, |fields| place.network.extend(network_row(fields)));
        place.charts = chart::charts(&mut fields);
    }
    lint::place(notes, &halves.body, &place.area);
    let text = markdown::parse(notes, halves.body);
    markdown::check_headings(notes, &text);
    place.body = text.markup;
    (place, text.anchors)
}

fn network_row(fields: &mut Fields<'_, '_>) -> Option<NetworkRow> {
    let levels = [Level::County, Level::Town, Level::Village].map(|level| (level.label(), level));
    let level = fields.choice("层级", &levels, &[]);
    let name = fields.words("名称");
    let declared = fields.text("公布").map(|spot| {
        fields.notes().mention_content(spot.range, Kind::Figure, &spot.value);
        spot.value
    });
    let role = fields.optional("作用");
    Some(NetworkRow { level: level?, name, declared, role })
}

//! 图表 in front matter: figures that are shown side by side as bars.

use super::front::Fields;
use super::notes::Name;
use super::record::{Key, Record, must};
use crate::model::{Chart, Kind};

const KEYS: &[Key] = &[must("标题", "title"), must("数字", "figures")];

/// The charts of a page.
pub(super) fn charts(fields: &mut Fields<'_, '_>) -> Vec<Chart> {
    let mut charts = Vec::new();
    fields.maps("图表", KEYS, |fields| charts.push(chart(fields)));
    charts
}

fn chart(fields: &mut Fields<'_, '_>) -> Chart {
    let title = fields.text("标题");
    let figures = fields.list("数字");
    if let (Some(first), 1 | 9..) = (figures.first(), figures.len()) {
        let message = format!("一张图有 {} 个数字，应当是 2 到 8 个", figures.len());
        fields.notes().error(&first.range, "chart-size", message, "增减数字，或拆成两张图");
    }
    let place = figures.first().map(|spot| spot.range.clone());
    let figures: Vec<String> = figures
        .into_iter()
        .map(|spot| {
            fields.notes().mention_content(spot.range, Kind::Figure, &spot.value);
            spot.value
        })
        .collect();
    if let Some(place) = place {
        fields.notes().mention(place, Name::Chart(figures.clone()));
    }
    Chart { title: title.map(|spot| spot.value).unwrap_or_default(), figures }
}

//! Whether the stations fit together: each below its parent, one that is responsible for each area.

use std::ops::Range;

use super::Index;
use crate::content::nearest::suggest;
use crate::content::notes::Notes;
use crate::content::record::short;
use crate::model::coordinate::Point;
use crate::model::hours::Status;
use crate::model::{Level, Station, is_primary};

impl Index<'_> {
    /// Reports a word that a table does not have. `table` is its name, and what the mistake is called.
    pub(super) fn in_table<'i>(
        &self,
        notes: &mut Notes<'_>,
        table: (&str, &'static str),
        word: &str,
        mut words: impl Iterator<Item = &'i str> + Clone,
        at: &Range<usize>,
    ) {
        let (name, code) = table;
        let all = words.clone();
        // Of a table of which nothing could be read, that is what has to be mended.
        if self.unread.contains(name) && words.clone().next().is_none() {
            return;
        }
        if !words.any(|known| known == word) {
            let hint = suggest(word, all, &format!("改正错字，或先把它加进 {name}"));
            notes.error(at, code, format!("{name} 里没有“{}”", short(word)), hint);
        }
    }

    pub(super) fn station(
        &self,
        notes: &mut Notes<'_>,
        id: &str,
        parent: Option<&Range<usize>>,
        at: &Range<usize>,
    ) {
        let Some(station) = self.portal.station(id) else { return };
        if let Some(range) = parent {
            self.parent(notes, station, range);
        }
        self.place(notes, station, at);
        if !is_primary(station) {
            return;
        }
        self.towns_left_out(notes, station, at);
        if let Some(area) = self.portal.areas.get(&station.area)
            && area.level != station.level
        {
            let message = format!(
                "层级写的是“{}”，区划 {} 是“{}”",
                station.level.label(),
                area.code,
                area.level.label()
            );
            notes.error(at, "station-level", message, "改正“层级”或“区划”");
        }
        let same = |other: &&Station| {
            is_primary(other)
                && other.status != Status::Abolished
                && other.kind == station.kind
                && other.area == station.area
                && other.serves == station.serves
        };
        // A district may have several centres; towns and villages have one that everybody is sent to.
        let lower = station.level > Level::County;
        let first = self.portal.stations.iter().find(same).filter(|_| lower);
        if let Some(first) = first.filter(|first| first.id != station.id) {
            let message =
                format!("“{}”和“{}”都是 {} 的{}", station.id, first.id, station.area, station.kind);
            let hint = "一个区划只有一个负责的站；另一个写清“服务范围”，或换一个类型";
            notes.warn(at, "two-primary", message, hint);
        }
    }

    /// A point lies near the towns of its district, as far as their points are known.
    fn place(&self, notes: &mut Notes<'_>, station: &Station, at: &Range<usize>) {
        // Towns are about this large, in degrees.
        const MARGIN: f64 = 0.3;
        let (Some(point), Some(county)) =
            (station.point, station.area.get(..Level::County.digits()))
        else {
            return;
        };
        let known: Vec<Point> = self
            .portal
            .areas
            .iter()
            .filter(|area| area.level == Level::Town && area.code.starts_with(county))
            .filter_map(|area| area.point)
            .collect();
        let outside = |of: fn(&Point) -> f64| {
            let low = known.iter().map(of).fold(f64::INFINITY, f64::min);
            let high = known.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
            !(low - MARGIN..=high + MARGIN).contains(&of(&point))
        };
        if !known.is_empty() && (outside(|it| it.longitude) || outside(|it| it.latitude)) {
            let message = format!("坐标离 {county} 的镇街太远");
            let hint = "照地图重新取一次坐标，看看“坐标系”“区划”有没有写错";
            notes.warn(at, "point-outside-area", message, hint);
        }
    }

    /// Where some towns of a district have their station, those without one may have been forgotten. Said once, at the
    /// first of them. Where none is known, nothing is published, and the pages say so.
    fn towns_left_out(&self, notes: &mut Notes<'_>, station: &Station, at: &Range<usize>) {
        let Some(county) = station.area.get(..Level::County.digits()) else { return };
        let of_town = |it: &&Station| {
            it.level == Level::Town && is_primary(it) && it.area.starts_with(county)
        };
        let first = self.portal.stations.iter().find(of_town);
        if first.is_none_or(|first| first.id != station.id) {
            return;
        }
        let left_out: Vec<&str> = self
            .portal
            .towns()
            .into_iter()
            .filter(|town| town.code.starts_with(county))
            .filter(|town| {
                !self.portal.stations.iter().any(|it| of_town(&it) && it.is_for(&town.code))
            })
            .map(|town| town.name.as_str())
            .collect();
        if !left_out.is_empty() {
            let message = format!("同一个区县里，这些镇街没有未保工作站：{}", left_out.join("、"));
            let hint = "查实有站的加一行；只有专门人员的也加一行，名称写“某某镇：未保专门人员”（未成年人保护法第81条）";
            notes.warn(at, "town-without-station", message, hint);
        }
    }

    fn parent(&self, notes: &mut Notes<'_>, station: &Station, at: &Range<usize>) {
        let written = station.parent.as_deref().unwrap_or_default();
        match self.portal.station(written) {
            None => {
                let ids = self.portal.stations.iter().map(|it| it.id.as_str());
                let hint = suggest(written, ids, "改正编号，或先加上级的那一行");
                notes.error(
                    at,
                    "orphan-station",
                    format!("没有上级站点“{}”", short(written)),
                    hint,
                );
            }
            Some(above) if !station.area.starts_with(&above.area) => {
                let message = format!("区划 {} 不在上级的区划 {} 里", station.area, above.area);
                notes.error(at, "outside-parent", message, "改正“上级”或“区划”");
            }
            Some(_) => {}
        }
    }
}

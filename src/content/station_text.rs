//! `stations/ID.md`: what a station has to say beyond its row in `stations.csv`.

use super::front;
use super::lint;
use super::markdown;
use super::notes::{Notes, Period};
use super::record::{Key, Record, may, must};
use crate::model::{Kind, Markup};

const KEYS: &[Key] = &[must("核验", "checked"), may("下次核验", "review_by")];

/// Reads the text of the station `id`, which has to have a row.
pub(super) fn read(notes: &mut Notes<'_>, id: &str) -> Markup {
    let halves = front::split(notes);
    if let Some(range) = halves.front {
        let start = range.start..range.start;
        let mut fields = front::fields(notes, range, KEYS);
        fields.check(Period::Stations);
        notes.mention_content(start, Kind::Station, id);
    }
    lint::page(notes, &halves.body);
    let text = markdown::parse(notes, halves.body);
    markdown::check_headings(notes, &text);
    text.markup
}

//! What one place says must not be about another: readers would look for help where there is none.

use std::ops::Range;

use super::prose::{Quotes, prose};
use crate::content::notes::Notes;
use crate::model::{Area, Areas, Level};

/// The names by which the divisions of the content are called, with their codes.
#[derive(Debug, Default)]
pub(in crate::content) struct Names(Vec<(String, String)>);

impl Names {
    /// Takes the divisions down to the town. Names of villages are too common to tell a place.
    pub(in crate::content) fn of(areas: &Areas) -> Self {
        let mut names = Vec::new();
        for area in areas.iter().filter(|area| area.level <= Level::Town) {
            for name in called(area) {
                names.push((name, area.code.clone()));
            }
        }
        // The longest first, so that one place is reported once.
        names.sort_by(|a, b| (b.0.len(), &a.0, &a.1).cmp(&(a.0.len(), &b.0, &b.1)));
        Self(names)
    }

    /// Reports every name in the text at `range` that belongs to another place than `area`.
    pub(in crate::content) fn check(
        &self,
        notes: &mut Notes<'_>,
        area: &str,
        range: &Range<usize>,
    ) {
        let written = notes.text.source.get(range.clone()).unwrap_or_default();
        let prose = prose(written, Quotes::Kept);
        let mut told = vec![false; prose.len()];
        for (name, code) in &self.0 {
            for (at, _) in prose.match_indices(name.as_str()) {
                let found = at..at + name.len();
                let letters = told.get_mut(found.clone()).unwrap_or_default();
                if letters.contains(&true) {
                    continue;
                }
                letters.fill(true);
                let own =
                    self.0.iter().any(|(other, code)| other == name && is_related(area, code));
                if !own {
                    notes.error(
                        &(range.start + found.start..range.start + found.end),
                        "other-place",
                        format!("这里写的是另一个地方“{name}”（{code}）"),
                        "移到那个地方自己的页；要提到它，写成链接 [名字](place:编号)",
                    );
                }
            }
        }
    }
}

/// Whether one division lies in the other.
pub(in crate::content) fn is_related(a: &str, b: &str) -> bool {
    a.starts_with(b) || b.starts_with(a)
}

/// The official name; of a district or something larger also the name without its kind, and the names people use.
fn called(area: &Area) -> Vec<String> {
    let mut names = vec![area.name.clone()];
    if area.level < Level::Town {
        let kinds = ["省", "市", "区", "县"];
        let short = kinds.iter().find_map(|kind| area.name.strip_suffix(kind));
        names.extend(short.map(str::to_owned));
        names.extend(area.aliases.iter().cloned());
    }
    names.retain(|name| name.chars().count() > 1);
    names.sort_unstable();
    names.dedup();
    names
}

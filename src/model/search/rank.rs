//! How well a page answers a query, once its text is there; and whether it holds what it was found by.

use super::Kind;
use super::fold::{Variants, fold, holds, places};
use super::page::Page;
use super::query::{Query, Way};

/// A page, folded.
#[derive(Clone, Debug)]
pub(super) struct Folded {
    pub(super) title: Vec<char>,
    /// Whether it mostly names other pages, which are the better answers.
    lists: bool,
    /// Heading and blocks of each section.
    pub(super) sections: Vec<(Vec<char>, Vec<Vec<char>>)>,
}

impl Folded {
    pub(super) fn of(page: &Page, variants: &Variants) -> Self {
        let sections = page.sections.iter().map(|section| {
            let blocks = section.blocks.iter().map(|block| fold(block, variants));
            (fold(&section.heading, variants), blocks.collect())
        });
        let lists = page.path.ends_with("index.html") || !page.path.contains('/');
        Self { title: fold(&page.title, variants), lists, sections: sections.collect() }
    }

    /// Title, headings and blocks.
    pub(super) fn texts(&self) -> impl Iterator<Item = &[char]> {
        let sections = self.sections.iter().flat_map(|(heading, blocks)| {
            std::iter::once(heading.as_slice()).chain(blocks.iter().map(Vec::as_slice))
        });
        std::iter::once(self.title.as_slice()).chain(sections)
    }

    fn holds(&self, part: &[char]) -> bool {
        self.texts().any(|text| holds(text, part))
    }

    /// How well it holds a part, in tenths of a part that stands in its text once.
    fn score(&self, part: &[char]) -> u32 {
        if self.title == part {
            return 160;
        }
        let share =
            |whole: &[char]| u32::try_from(part.len() * 60 / whole.len().max(1)).unwrap_or(0);
        if holds(&self.title, part) {
            let first = if self.title.starts_with(part) { 10 } else { 0 };
            return 60 + first + share(&self.title);
        }
        let headings = self.sections.iter().map(|(heading, _)| heading);
        let heading =
            headings.filter(|it| holds(it, part)).map(|it| 25 + share(it) / 2).max().unwrap_or(0);
        let blocks = self.sections.iter().flat_map(|(_, blocks)| blocks);
        let times = blocks.map(|it| places(it, part).count()).sum::<usize>();
        heading + 10 + 2 * u32::try_from(times.min(8)).unwrap_or(0)
    }

    /// How well a way is held; `None` where it is not.
    fn way(&self, way: &Way) -> Option<u32> {
        if !way.parts.iter().all(|part| self.holds(part)) {
            return None;
        }
        let scores = way.parts.iter().map(|part| self.score(part));
        let count = u32::try_from(way.parts.len()).unwrap_or(1).max(1);
        let score = scores.sum::<u32>() / count;
        Some(if way.typed { score } else { score * 8 / 10 })
    }
}

/// The most that one of several words counts: a page that is called like one of them is not the answer to all.
const AMONG_OTHERS: u32 = 70;

/// How well a page of this kind answers; `None` where it does not hold what was asked for.
pub(super) fn score(folded: &Folded, kind: Kind, query: &Query) -> Option<u32> {
    let mut sum = 0;
    let several = query.terms.len() > 1;
    for term in &query.terms {
        let best = term.ways.iter().filter_map(|way| folded.way(way)).max()?;
        let names_kind = |way: &Way| matches!(&*way.parts, [part] if part.iter().copied().eq(kind.label().chars()));
        sum += match several {
            // Whoever adds 模拟法庭 wants one of those.
            true if term.ways.iter().any(names_kind) => AMONG_OTHERS,
            true => best.min(AMONG_OTHERS),
            false => best,
        };
    }
    if several {
        let near = folded.texts().filter(|text| query.words.iter().all(|word| holds(text, word)));
        sum += 10 * u32::try_from(near.take(3).count()).unwrap_or(0);
        // Words that are parted by a blank only in the query.
        sum += if folded.holds(&query.whole) { folded.score(&query.whole) } else { 0 };
    }
    Some(sum * preference(kind) * if folded.lists { 9 } else { 10 })
}

/// Of two pages that hold something alike, which a reader wants sooner, in tenths.
pub(super) const fn preference(kind: Kind) -> u32 {
    match kind {
        Kind::Help => 12,
        Kind::Policy => 11,
        _ => 10,
    }
}

//! Which pages may hold what is asked for, by the postings alone, the likeliest first.

use super::grams::{Field, Gram, Posting};
use super::query::{Query, Term, Way};

/// A page that may be a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// The number of the page.
    pub(super) page: u32,
    /// How likely it is what is looked for.
    pub(super) score: u32,
}

/// What is known of grams; `None` for one whose file cannot be had.
pub(super) trait Postings {
    /// Who holds a gram.
    fn of(&self, gram: Gram) -> Option<&[Posting]>;
    /// How many pages there are.
    fn pages(&self) -> u32;
}

/// All grams that a query needs, and what is left of it without the words of a question.
pub(super) fn needed(query: &Query, core: &Query) -> Vec<Gram> {
    let mut grams = Vec::new();
    for part in query.parts().into_iter().chain(core.parts()) {
        grams.append(&mut Gram::of(part));
    }
    once_each(grams)
}

/// The pages that hold each term in one of its ways, in their order.
pub(super) fn literal(query: &Query, postings: &impl Postings) -> Vec<Candidate> {
    let mut all: Option<Vec<Candidate>> = None;
    for term in &query.terms {
        let own = of_term(term, postings);
        all = Some(match all {
            None => own,
            Some(others) => both(&others, &own, |one, other| Candidate {
                page: one.page,
                score: one.score + other.score,
            }),
        });
    }
    all.unwrap_or_default()
}

/// The likeliest first; of equal ones the one before, which is the more useful kind and the shorter title.
///
/// By piles, byte by byte from the lowest (radix sort): in wasm this is a tenth of the library's sorting.
pub(super) fn sort(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    for shift in [0, 8, 16, 24] {
        let mut piles = vec![Vec::new(); 256];
        for candidate in candidates {
            if let Some(pile) = piles.get_mut((!candidate.score >> shift & 0xff) as usize) {
                pile.push(candidate);
            }
        }
        candidates = piles.concat();
    }
    candidates
}

/// Pages that hold some of what is asked for, where no page holds all, in their order: the sum of what is rare counts.
pub(super) fn partial(core: &[Vec<char>], postings: &impl Postings) -> Vec<Candidate> {
    let long = core.iter().any(|it| it.len() > 1);
    let parts = core.iter().filter(|it| !long || it.len() > 1);
    let mut grams = Vec::new();
    for part in parts {
        grams.append(&mut Gram::of(part));
    }
    let grams = once_each(grams);
    // Of each page: how much of it counts, and how much of what was asked for it holds.
    let mut sums = vec![(0_u32, 0_u32); usize::try_from(postings.pages()).unwrap_or(0)];
    let mut total = 0;
    for gram in grams {
        // What stands nowhere cannot be missing here.
        let Some(found) = postings.of(gram).filter(|found| !found.is_empty()) else { continue };
        let rare = rarity(found.len(), postings.pages());
        total += rare;
        for posting in found {
            if let Some(sum) = sums.get_mut(posting.page as usize) {
                sum.0 += rare * weight(posting.field);
                sum.1 += rare;
            }
        }
    }
    // A page that holds next to nothing of it is no help.
    let enough = (0..).zip(sums).filter(|(_, (_, held))| *held > 0 && held * 3 >= total);
    enough.map(|(page, (score, _))| Candidate { page, score }).collect()
}

fn of_term(term: &Term, postings: &impl Postings) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = Vec::new();
    for way in &term.ways {
        let own = of_way(way, postings);
        all = either(&all, &own);
    }
    all
}

fn of_way(way: &Way, postings: &impl Postings) -> Vec<Candidate> {
    let mut lists: Vec<&[Posting]> = Vec::new();
    for part in &way.parts {
        for gram in Gram::of(part) {
            // What cannot be had excludes nothing.
            lists.extend(postings.of(gram));
        }
    }
    let Some(shortest) = lists.iter().min_by_key(|list| list.len()) else { return Vec::new() };
    let mut held = shortest.to_vec();
    for list in &lists {
        held = both_postings(&held, list);
    }
    let rare = rarity(held.len(), postings.pages());
    // Another word for what was typed is a little less than what was typed.
    let factor = if way.typed { 10 } else { 8 };
    let held = held.into_iter();
    held.map(|it| Candidate { page: it.page, score: rare * weight(it.field) * factor / 10 })
        .collect()
}

/// How telling a field is, in tenths.
pub(super) const fn weight(field: Field) -> u32 {
    match field {
        Field::Text => 10,
        Field::Often => 16,
        Field::Heading => 30,
        Field::Title => 60,
    }
}

/// How rare something is that stands on `held` of `pages`: 1, and 2 more each time that it is half as frequent.
pub(super) fn rarity(held: usize, pages: u32) -> u32 {
    let held = u32::try_from(held).unwrap_or(u32::MAX).max(1);
    1 + 2 * (pages / held).max(1).ilog2()
}

fn both_postings(one: &[Posting], other: &[Posting]) -> Vec<Posting> {
    let mut rest = other;
    let mut held = Vec::with_capacity(one.len());
    for posting in one {
        let skipped = rest.partition_point(|it| it.page < posting.page);
        rest = rest.get(skipped..).unwrap_or_default();
        if let Some(same) = rest.first().filter(|it| it.page == posting.page) {
            // Characters of which one stands in the text only are not all in the title.
            held.push(Posting { page: posting.page, field: posting.field.min(same.field) });
        }
    }
    held
}

/// What is in both lists, which are in the order of pages.
fn both(
    one: &[Candidate],
    other: &[Candidate],
    join: impl Fn(&Candidate, &Candidate) -> Candidate,
) -> Vec<Candidate> {
    let found = one.iter().filter_map(|own| {
        let at = other.binary_search_by_key(&own.page, |it| it.page).ok()?;
        Some(join(own, other.get(at)?))
    });
    found.collect()
}

/// What is in either list, with the better score, in the order of pages.
fn either(one: &[Candidate], other: &[Candidate]) -> Vec<Candidate> {
    let (mut one, mut other) = (one.iter().copied().peekable(), other.iter().copied().peekable());
    let mut all = Vec::new();
    loop {
        let next = match (one.peek(), other.peek()) {
            (Some(a), Some(b)) if a.page == b.page => {
                let score = a.score.max(b.score);
                one.next().and(other.next()).map(|it| Candidate { score, ..it })
            }
            (Some(a), Some(b)) if a.page > b.page => other.next(),
            (Some(_), _) => one.next(),
            _ => other.next(),
        };
        match next {
            Some(next) => all.push(next),
            None => return all,
        }
    }
}

/// Each thing once, in the order in which it comes first. There are few.
pub(super) fn once_each<T: PartialEq>(things: Vec<T>) -> Vec<T> {
    let mut all: Vec<T> = Vec::new();
    for thing in things {
        if !all.contains(&thing) {
            all.push(thing);
        }
    }
    all
}

//! 你是不是要找: what stands in our texts and differs by a character or two from what was typed.

use super::rank::Folded;

/// The shortest query that is compared: a shorter one is like too much.
const SHORTEST: usize = 3;
/// The longest: a whole sentence is no slip of the finger.
const LONGEST: usize = 12;

/// The words of these pages most like what was typed, if they are like it enough.
pub(super) fn likely(typed: &[char], pages: &[&Folded]) -> Option<String> {
    if !(SHORTEST..=LONGEST).contains(&typed.len()) {
        return None;
    }
    let allowed = if typed.len() < 6 { 1 } else { 2 };
    // (distance, difference of length, how often)
    let mut found: Vec<(Vec<char>, usize, usize)> = Vec::new();
    for text in pages.iter().flat_map(|page| page.texts()) {
        for (distance, part) in alike(typed, text, allowed) {
            match found.iter_mut().find(|it| it.0 == part) {
                Some(known) => known.2 += 1,
                None => found.push((part.to_vec(), distance, 1)),
            }
        }
    }
    let best = found.into_iter().min_by_key(|(part, distance, times)| {
        (*distance, part.len().abs_diff(typed.len()), std::cmp::Reverse(*times))
    });
    best.map(|(part, ..)| part.into_iter().collect())
}

/// The parts of a text at most so many changes away: Sellers' algorithm, 1980, with the beginning of each part. A part
/// begins and ends as what was typed does, but where that itself is the change.
fn alike<'a>(typed: &[char], text: &'a [char], allowed: usize) -> Vec<(usize, &'a [char])> {
    let rows = typed.len() + 1;
    // Per row: changes, and where the part begins.
    let mut column: Vec<(usize, usize)> = (0..rows).map(|row| (row, 0)).collect();
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (at, character) in text.iter().enumerate() {
        let mut diagonal = (0, at);
        let mut above = (0, at + 1);
        for (row, own) in typed.iter().enumerate() {
            let Some(left) = column.get(row + 1).copied() else { break };
            let same = (diagonal.0 + usize::from(own != character), diagonal.1);
            let best = same.min((left.0 + 1, left.1)).min((above.0 + 1, above.1));
            if let Some(cell) = column.get_mut(row + 1) {
                *cell = best;
            }
            diagonal = left;
            above = best;
        }
        if let Some((changes, from)) = column.last().copied()
            && changes <= allowed
            && at + 1 > from
        {
            found.push((changes, from, at + 1));
        }
    }
    let parts =
        found.into_iter().filter_map(|(changes, from, to)| Some((changes, text.get(from..to)?)));
    parts.filter(|(_, part)| part.len() + 1 >= typed.len()).collect()
}

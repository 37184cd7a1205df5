//! Reads 时间 and 例外. Full-width digits and marks count as the ASCII ones; blanks may stand anywhere between parts.

use std::array;

use super::{
    Change, ErrorKind, Exception, Exceptions, HoursError, Span, Weekly,
    piece::{Piece, half_width, is_end_of_entry},
    read::{Placed, read_dates, read_days, read_times},
};

impl Weekly {
    /// Reads `周一-周五 08:30-12:00,14:30-17:30; 周六 09:00-12:00`. A closing time before the opening one is that of
    /// the next day; `24:00` may close; `全天` is 00:00–24:00. A range of days may run over Sunday.
    ///
    /// # Errors
    /// The first mistake, also where hours of one day overlap, or overlap those that last from the day before.
    pub fn parse(cell: &str) -> Result<Self, HoursError> {
        let whole = Piece { text: cell, at: 0 };
        let mut week: [Vec<Placed>; 7] = array::from_fn(|_| Vec::new());
        for entry in whole.split(is_end_of_entry) {
            let begin = entry.text.find(|it| half_width(it).is_ascii_digit() || it == '全');
            let (days, times) = entry.cut(begin.unwrap_or(entry.text.len()));
            if days.text.is_empty() {
                return Err(entry.error(ErrorKind::MissingDay));
            }
            let days = read_days(days)?;
            let times = read_times(times, entry)?;
            for (_, list) in days.into_iter().zip(&mut week).filter(|(is_named, _)| *is_named) {
                list.extend_from_slice(&times);
            }
        }
        if week.iter().all(Vec::is_empty) {
            return Err(whole.error(ErrorKind::Empty));
        }
        for list in &mut week {
            list.sort_unstable_by_key(|it| it.span);
            check_overlap(whole, list.iter())?;
        }
        for (list, next) in week.iter().zip(week.iter().cycle().skip(1)) {
            check_spill(whole, list, next)?;
        }
        Ok(Self(week.map(spans)))
    }
}

impl Exceptions {
    /// Reads `2026-10-01..2026-10-07 休; 2026-10-10 开 09:00-12:00`. The last day may leave out what it shares with the
    /// first one: `2026-10-01..07`. An empty cell has no exceptions.
    ///
    /// # Errors
    /// The first mistake, also where two exceptions hold on one day.
    pub fn parse(cell: &str) -> Result<Self, HoursError> {
        let whole = Piece { text: cell, at: 0 };
        let mut found = Vec::new();
        for entry in whole.split(is_end_of_entry) {
            let Some((begin, change)) =
                entry.text.char_indices().find(|(_, it)| matches!(it, '休' | '开'))
            else {
                return Err(entry.error(ErrorKind::MissingChange));
            };
            let (days, rest) = entry.cut(begin);
            let (first, last) = read_dates(days)?;
            let (_, rest) = rest.cut(change.len_utf8());
            let change = match (change, rest.text) {
                ('休', "") => Change::Rest,
                ('休', _) => return Err(rest.error(ErrorKind::RestWithTime)),
                (_, "") => Change::Usual,
                _ => {
                    let mut times = read_times(rest, entry)?;
                    times.sort_unstable_by_key(|it| it.span);
                    check_overlap(whole, times.iter())?;
                    if first < last {
                        check_spill(whole, &times, &times)?;
                    }
                    Change::Open(spans(times))
                }
            };
            found.push((Exception { first, last, change }, days));
        }
        found.sort_by_key(|(it, _)| it.first);
        for ((one, days), (other, other_days)) in found.iter().zip(found.iter().skip(1)) {
            if other.first <= one.last {
                let later = if days.at > other_days.at { days } else { other_days };
                return Err(later.error(ErrorKind::DateTwice));
            }
        }
        Ok(Self(found.into_iter().map(|(it, _)| it).collect()))
    }
}

fn spans(times: Vec<Placed>) -> Vec<Span> {
    times.into_iter().map(|it| it.span).collect()
}

/// Refuses hours of one day, sorted, of which two overlap.
fn check_overlap<'a>(
    whole: Piece<'_>,
    times: impl Iterator<Item = &'a Placed> + Clone,
) -> Result<(), HoursError> {
    for (one, other) in times.clone().zip(times.skip(1)) {
        if other.span.open < one.span.close {
            return Err(overlap(whole, one, other));
        }
    }
    Ok(())
}

/// Refuses hours of a day that last into those of the next one. Both are sorted.
fn check_spill(whole: Piece<'_>, day: &[Placed], next: &[Placed]) -> Result<(), HoursError> {
    match (day.last(), next.first()) {
        (Some(late), Some(early)) if early.span.open + Span::DAY < late.span.close => {
            Err(overlap(whole, late, early))
        }
        _ => Ok(()),
    }
}

/// The mistake stands where the later of the two is written.
fn overlap(whole: Piece<'_>, one: &Placed, other: &Placed) -> HoursError {
    let later = if one.range.start > other.range.start { one } else { other };
    let found = whole.text.get(later.range.clone()).unwrap_or_default().to_owned();
    HoursError { range: later.range.clone(), kind: ErrorKind::Overlap, found }
}

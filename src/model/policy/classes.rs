//! Classes: the values of a fact that no row of a policy tells apart. Of them there are few, so that a set is one mask.

use super::answer::bits;
use super::condition::Test;
use super::fact::FactKind;
use super::region::Region;

/// How the values of a fact fall into classes, of which there are at most 64.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Classes {
    /// For each class, the choices in it.
    Choices(Vec<u64>),
    /// 多选: sets of choices that rows ask for, at most six. A class is a pattern: of which of the sets something is there.
    Many(Vec<u64>),
    /// Numbers: where each class after the first begins.
    Starts(Vec<i32>),
    /// Areas that rows name, each after those around it. Class 0 is outside of all; class n + 1 is area n without the
    /// areas in it.
    Regions(Vec<Region>),
}

impl Classes {
    /// The most sets of choices that one variable can have: so many give 64 patterns.
    pub(super) const SETS: usize = 6;

    /// All classes.
    pub(super) fn all(&self) -> u64 {
        match self {
            Self::Choices(classes) => bits(classes.len(), |_| true),
            Self::Many(sets) => Self::patterns(sets, 0, 0),
            Self::Starts(starts) => bits(starts.len() + 1, |_| true),
            Self::Regions(regions) => bits(regions.len() + 1, |_| true),
        }
    }

    /// The patterns that are possible where the choices `yes` are there and the choices `no` are not.
    pub(super) fn patterns(sets: &[u64], yes: u64, no: u64) -> u64 {
        // More sets than six are never compiled.
        let sets = sets.get(..Self::SETS).unwrap_or(sets);
        bits(1 << sets.len(), |pattern| {
            let mut absent = 0;
            for (at, set) in sets.iter().enumerate() {
                absent |= if pattern >> at & 1 == 0 { *set } else { 0 };
            }
            let left = !absent & !(no & !yes);
            let mut present = sets.iter().enumerate().filter(|(at, _)| pattern >> at & 1 == 1);
            yes & absent == 0 && present.all(|(_, set)| set & left != 0)
        })
    }

    /// The classes into which some tests part a fact; none where they are more than 64.
    pub(super) fn of(kind: &FactKind, tests: &[&Test]) -> Option<Self> {
        let classes = match kind {
            FactKind::Flag | FactKind::Choice(_) => {
                let mut classes = vec![bits(kind.choices().len(), |_| true)];
                for test in tests {
                    let Test::Choices(mask) = test else { continue };
                    let parts = classes.iter().flat_map(|class| [class & mask, class & !mask]);
                    classes = parts.filter(|class| *class != 0).collect();
                }
                Self::Choices(classes)
            }
            FactKind::Many(_) => {
                let mut sets: Vec<u64> = tests.iter().filter_map(|test| set(test)).collect();
                sets.sort_unstable();
                sets.dedup();
                Self::Many(sets)
            }
            FactKind::Number { .. } | FactKind::Date { .. } => {
                let (first, last) = kind.span()?;
                let mut starts = Vec::new();
                for test in tests {
                    let Test::Span(low, high) = test else { continue };
                    starts.extend([*low, high.saturating_add(1)]);
                }
                starts.retain(|start| first < *start && *start <= last);
                starts.sort_unstable();
                starts.dedup();
                Self::Starts(starts)
            }
            FactKind::Area => {
                let mut regions = Vec::new();
                for test in tests {
                    let Test::Within(named, _) = test else { continue };
                    regions.extend_from_slice(named);
                }
                Region::sort(&mut regions);
                Self::Regions(regions)
            }
        };
        let fits = match &classes {
            Self::Choices(classes) => classes.len() <= 64,
            Self::Many(sets) => sets.len() <= Self::SETS,
            Self::Starts(starts) => starts.len() < 64,
            Self::Regions(regions) => regions.len() < 64,
        };
        fits.then_some(classes)
    }

    /// The classes whose values pass a test. It is one of those from which the classes were made.
    pub(super) fn passing(&self, kind: &FactKind, test: &Test) -> u64 {
        match (self, test) {
            (Self::Choices(classes), Test::Choices(mask)) => {
                bits(classes.len(), |at| classes.get(at).is_some_and(|class| class & mask != 0))
            }
            (Self::Many(sets), Test::Has(wanted, there)) => {
                let at = sets.iter().position(|set| set == wanted).unwrap_or_default();
                bits(64, |pattern| (pattern >> at & 1 == 1) == *there) & self.all()
            }
            (Self::Starts(starts), Test::Span(low, high)) => {
                let first = kind.span().map_or(i32::MIN, |(first, _)| first);
                bits(starts.len() + 1, |at| {
                    let value = at.checked_sub(1).and_then(|at| starts.get(at)).unwrap_or(&first);
                    (low..=high).contains(&value)
                })
            }
            (Self::Regions(regions), Test::Within(named, there)) => bits(regions.len() + 1, |at| {
                let region = at.checked_sub(1).and_then(|at| regions.get(at));
                region.is_some_and(|region| named.iter().any(|it| it.holds(*region))) == *there
            }),
            _ => 0,
        }
    }

    /// How many values each class has, as far as that can be counted.
    pub(super) fn weights(&self, kind: &FactKind) -> Vec<u32> {
        match self {
            Self::Choices(classes) => classes.iter().map(|class| class.count_ones()).collect(),
            Self::Starts(starts) => {
                let (first, last) = kind.span().unwrap_or_default();
                let edges: Vec<i32> = [first]
                    .into_iter()
                    .chain(starts.iter().copied())
                    .chain([last.saturating_add(1)])
                    .collect();
                edges.windows(2).map(|pair| pair[0].abs_diff(pair[1])).collect()
            }
            // Nobody counts places, and who chooses several things chooses them together.
            Self::Many(_) | Self::Regions(_) => Vec::new(),
        }
    }
}

/// The choices that a row about a 多选 asks for.
pub(super) fn set(test: &Test) -> Option<u64> {
    match test {
        Test::Has(set, _) => Some(*set),
        _ => None,
    }
}

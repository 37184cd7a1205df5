//! Which station is meant by a place that a policy sends a family to: 镇街 of where they live.

use super::region::Region;

/// A station, as the places of policies see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// What policies call it: the name of its type, and what else `types.csv` says it is called.
    pub places: Vec<String>,
    /// The areas for which it is.
    pub areas: Vec<Region>,
}

/// What is known of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// This office, by its place in the list.
    Office(usize),
    /// There are some in the area, and nobody has said in which part of it.
    Several,
    /// None is known.
    Nowhere,
}

impl Office {
    /// The office of a place that is responsible for an area: of those that are for all of it the nearest, which is the
    /// one with the smallest area; of equals the first.
    #[must_use]
    pub fn responsible(offices: &[Self], place: &str, area: Region) -> Found {
        let mut nearest: Option<(Region, usize)> = None;
        let mut within = false;
        for (at, office) in offices.iter().enumerate() {
            if !office.places.iter().any(|it| it == place) {
                continue;
            }
            for own in &office.areas {
                within |= area.holds(*own);
                let is_nearer = nearest.is_none_or(|(best, _)| best.holds(*own) && best != *own);
                if own.holds(area) && is_nearer {
                    nearest = Some((*own, at));
                }
            }
        }
        match nearest {
            Some((_, at)) => Found::Office(at),
            None if within => Found::Several,
            None => Found::Nowhere,
        }
    }
}

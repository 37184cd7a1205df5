//! What is wrong with a script as a whole: with its procedure, which the law fixes, and with what a class does with it.

mod civil;
mod criminal;
mod drama;
mod exhibit;
mod flow;
mod mediation;
mod people;
mod step;

use std::ops::Range;

use super::Places;
use crate::content::notes::Notes;
use crate::model::{Court, CourtKind};

/// Judges a script that could be read.
pub(super) fn check(notes: &mut Notes<'_>, court: &Court, places: &Places, body: &Range<usize>) {
    let script = Script { court, places };
    drama::check(notes, &script);
    people::check(notes, &script);
    exhibit::used(notes, &script);
    match court.kind {
        CourtKind::Civil | CourtKind::Family => {
            step::check(notes, &script, civil::STEPS);
            exhibit::challenged(notes, &script, "民事诉讼法第七十一条");
        }
        CourtKind::Criminal => {
            step::check(notes, &script, criminal::STEPS);
            exhibit::challenged(notes, &script, "刑事诉讼法第一百九十五条");
            criminal::check(notes, &script, body);
        }
        CourtKind::Mediation => step::check(notes, &script, mediation::STEPS),
        // No law fixes the order of a hearing.
        CourtKind::Hearing => {}
    }
}

/// A script and where everything in it stands.
struct Script<'a> {
    court: &'a Court,
    places: &'a Places,
}

impl Script<'_> {
    /// Where the first node begins.
    fn start(&self) -> Range<usize> {
        self.heading(0)
    }

    fn heading(&self, node: usize) -> Range<usize> {
        self.places.nodes.get(node).map(|it| it.heading.clone()).unwrap_or_default()
    }

    fn element(&self, node: usize, element: usize) -> Range<usize> {
        let places = self.places.nodes.get(node);
        let place = places.and_then(|it| it.elements.get(element)).cloned();
        place.unwrap_or_else(|| self.heading(node))
    }
}

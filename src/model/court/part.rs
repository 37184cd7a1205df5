//! The parts of a script as casting sees them: how many they want, how much they say, and where they meet.

use serde::{Deserialize, Serialize};

use super::{Casting, Court, Role, Seat, Side};

/// A part to be given away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// How few play it.
    pub least: u8,
    /// How many may play it.
    pub most: u8,
    /// How many characters it says.
    pub characters: u32,
    /// Whether lots decide on it.
    pub drawn: bool,
    /// Whether a pupil may play it at all.
    pub open_to_pupils: bool,
    /// Whether it is the 评议组, which takes whoever has no other part.
    pub group: bool,
    /// With whom it stands, so that one pupil never speaks for both sides.
    pub camp: Camp,
    /// The scenes in which it speaks: a bit for each of the first 64.
    pub scenes: u64,
}

/// With whom a part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Camp {
    /// With those who decide or lead.
    Bench,
    /// With those who serve the court.
    Court,
    /// With who brings the case.
    Claiming,
    /// With who answers it.
    Answering,
    /// With nobody.
    Alone,
}

/// The word that names the 评议组 in the table of roles.
const GROUP: &str = "评议组";

/// The parts of a script, in the order of the table.
#[must_use]
pub fn parts(court: &Court) -> Vec<Part> {
    let speech = court.speech();
    let rows = court.roles.iter().enumerate().zip(speech);
    rows.map(|((number, role), speech)| Part {
        least: role.least,
        most: role.most,
        characters: speech.characters,
        drawn: role.casting == Casting::Drawn,
        open_to_pupils: role.casting != Casting::Teacher,
        group: role.name == GROUP,
        camp: camp(role),
        scenes: scenes(court, number),
    })
    .collect()
}

impl Camp {
    /// Whether one pupil may play a part of each without speaking for two: for both sides, or for the bench and for
    /// somebody whom it hears.
    #[must_use]
    pub const fn goes_with(self, other: Self) -> bool {
        match (self, other) {
            (Self::Claiming, Self::Answering) | (Self::Answering, Self::Claiming) => false,
            (Self::Bench, it) | (it, Self::Bench) => matches!(it, Self::Bench | Self::Court),
            _ => true,
        }
    }

    /// Whether it is of the court: two of them may be played by one even where they meet.
    #[must_use]
    pub const fn is_of_court(self) -> bool {
        matches!(self, Self::Bench | Self::Court)
    }
}

fn camp(role: &Role) -> Camp {
    match (role.seat, role.seat.side()) {
        (_, Some(Side::Claiming)) => Camp::Claiming,
        (_, Some(Side::Answering)) => Camp::Answering,
        (seat, None) if seat.leads() => Camp::Bench,
        (Seat::Clerk | Seat::Door, None) => Camp::Court,
        _ => Camp::Alone,
    }
}

fn scenes(court: &Court, role: usize) -> u64 {
    let speaks = |node: &super::Node| node.elements.iter().any(|it| it.roles().contains(&role));
    (0..u64::BITS)
        .zip(&court.nodes)
        .filter(|(_, node)| speaks(node))
        .fold(0, |bits, (at, _)| bits | 1 << at)
}

//! What the projector shows: a function of the operator's state and nothing else.

use super::vote::{Outcome, Rule};
use super::walk::Place;
use super::{Desk, StopKind, Timer, Track};

/// What is on the wall.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that the wall shows or not")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// Nothing is: the wall is dark.
    pub dark: bool,
    /// The scene whose name is shown.
    pub scene: Option<u16>,
    /// Whether that is an ending: what was decided.
    pub ending: bool,
    /// Whether the court is over.
    pub over: bool,
    /// The stop of the scene that is being played.
    pub stop: Option<u16>,
    /// Whether it may be left out.
    pub skippable: bool,
    /// Who speaks.
    pub lit: Lit,
    /// The exhibit that fills the wall.
    pub exhibit: Option<u8>,
    /// The article that is being applied, by its number among those of the script.
    pub article: Option<u16>,
    /// The question.
    pub poll: Option<Poll>,
    /// The countdown.
    pub timer: Timer,
}

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lit {
    /// Nobody.
    Nobody,
    /// All.
    Everyone,
    /// These roles.
    Roles(Vec<u8>),
}

/// A question on the wall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poll {
    /// How it is decided.
    pub rule: Rule,
    /// The votes of each answer.
    pub counts: Vec<u16>,
    /// What they have come to.
    pub outcome: Outcome,
    /// Whether this is the second vote.
    pub again: bool,
}

impl Screen {
    /// What the wall shows in a state.
    #[must_use]
    pub fn of(track: &Track, desk: &Desk) -> Self {
        let place = desk.walk.place(track);
        let scene = desk.walk.scene().and_then(|number| Some((number, track.scene(number)?)));
        let mut screen = Self {
            dark: desk.dark,
            scene: scene.map(|(number, _)| number),
            ending: scene.is_some_and(|(_, scene)| scene.ending),
            over: place == Place::Over,
            stop: None,
            skippable: false,
            lit: Lit::Nobody,
            exhibit: None,
            article: None,
            poll: None,
            timer: desk.timer,
        };
        match (place, scene) {
            (Place::Stop(_, at), Some((_, scene))) => {
                let played = scene.stops.get(..=usize::from(at)).unwrap_or_default();
                // An article stays on the wall until the next one, or until the scene is left.
                screen.article = played.iter().rev().find_map(|stop| match stop.kind {
                    StopKind::Article(number) => Some(number),
                    _ => None,
                });
                if let Some(stop) = played.last() {
                    (screen.stop, screen.skippable) = (Some(at), stop.skippable);
                    screen.play(&stop.kind, desk.covered);
                }
            }
            (Place::Question(_), Some(_)) => {
                screen.poll = desk.rule(track).map(|rule| Poll {
                    rule,
                    counts: desk.ballot.counts().to_vec(),
                    outcome: desk.ballot.outcome(rule),
                    again: desk.ballot.is_again(),
                });
            }
            _ => {}
        }
        screen
    }

    fn play(&mut self, kind: &StopKind, covered: bool) {
        match kind {
            StopKind::Say(roles) | StopKind::Improvise(roles, _) => self.lit = Lit::of(roles),
            StopKind::Show(exhibit) => self.exhibit = Some(*exhibit).filter(|_| !covered),
            StopKind::Challenge(exhibit, roles) => {
                self.exhibit = Some(*exhibit).filter(|_| !covered);
                self.lit = Lit::of(roles);
            }
            StopKind::Cue(_) | StopKind::Article(_) => {}
        }
    }
}

impl Lit {
    fn of(roles: &[u8]) -> Self {
        if roles.is_empty() { Self::Everyone } else { Self::Roles(roles.to_vec()) }
    }
}

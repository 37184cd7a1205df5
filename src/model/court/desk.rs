//! What the operator does, and the state that follows from it. Both windows show this state and nothing else.

use super::vote::{Ballot, Outcome, Rule};
use super::walk::{Place, Walk};
use super::{End, Track};

/// What the operator asks for, by key or by button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// One step on; before a question whose vote is clear, to what was decided.
    Next,
    /// One step back.
    Back,
    /// To a scene.
    Jump(u16),
    /// A vote for an answer, or one taken back.
    Count(u8, bool),
    /// This answer, without a vote or after a second tie.
    Choose(u8),
    /// Once more, among those that are level.
    Again,
    /// Starts the timer that the stop asks for, or else what the scene may still take; stops it; goes on with it.
    Timer,
    /// The exhibit off the wall, or on it again.
    Cover,
    /// The wall dark, or light again.
    Dark,
    /// The short version, or the whole.
    Short,
}

/// A countdown. Times are seconds of the device's clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Timer {
    /// Not in use.
    #[default]
    Off,
    /// It ends at this time.
    Running(u32),
    /// So many seconds are left.
    Held(u32),
}

/// The state of the stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    pub(super) walk: Walk,
    pub(super) ballot: Ballot,
    pub(super) timer: Timer,
    pub(super) covered: bool,
    pub(super) dark: bool,
}

/// How long a timer runs at a question.
const MINUTE: u32 = 60;

impl Desk {
    /// The stage before the court begins.
    #[must_use]
    pub fn new(track: &Track) -> Self {
        let mut desk = Self {
            walk: Walk::new(track, false),
            ballot: Ballot::default(),
            timer: Timer::Off,
            covered: false,
            dark: false,
        };
        desk.arrive(track);
        desk
    }

    /// Where the performance stands.
    #[must_use]
    pub const fn walk(&self) -> &Walk {
        &self.walk
    }

    /// Does what is asked for. `now` is the device's clock in seconds.
    pub fn press(&mut self, track: &Track, key: Key, now: u32) {
        let before = self.walk.clone();
        match key {
            Key::Next => self.next(track),
            Key::Back => self.walk.back(track),
            Key::Jump(scene) => self.walk.jump(track, scene),
            Key::Count(answer, up) => {
                if self.rule(track).is_some_and(|rule| rule != Rule::One) {
                    self.ballot.count(answer, up);
                }
            }
            Key::Choose(answer) => self.choose(track, answer),
            Key::Again => {
                if let Some(Outcome::Again(among)) = self.outcome(track) {
                    self.ballot = self.ballot.anew(among);
                }
            }
            Key::Timer => self.timer = self.pressed_timer(track, now),
            Key::Cover => self.covered = !self.covered,
            Key::Dark => self.dark = !self.dark,
            Key::Short => self.walk.set_short(!self.walk.is_short()),
        }
        if before.place(track) != self.walk.place(track) {
            let (from, timer) = (scene_of_plain(track, &before), self.timer);
            self.arrive(track);
            // A scene's timer goes on over its lines.
            if from.is_some() && from == scene_of_plain(track, &self.walk) {
                self.timer = timer;
            }
        }
    }

    /// How the question before which it stands is decided.
    #[must_use]
    pub fn rule(&self, track: &Track) -> Option<Rule> {
        let Place::Question(scene) = self.walk.place(track) else { return None };
        match track.scene(scene)?.end {
            End::Choose(rule, _) => Some(rule),
            End::To(_) => None,
        }
    }

    /// What the vote has come to, where there is one.
    #[must_use]
    pub fn outcome(&self, track: &Track) -> Option<Outcome> {
        let rule = self.rule(track).filter(|rule| *rule != Rule::One)?;
        Some(self.ballot.outcome(rule))
    }

    fn next(&mut self, track: &Track) {
        match self.outcome(track) {
            Some(Outcome::Decided(answer)) => self.walk.choose(track, answer),
            _ => self.walk.next(track),
        }
    }

    /// An answer that nobody counts is taken as it is; a vote that has begun is not overruled.
    fn choose(&mut self, track: &Track, answer: u8) {
        let free = match self.outcome(track) {
            None => true,
            Some(Outcome::Open) => self.ballot.has(answer),
            Some(Outcome::Presiding(among)) => among.checked_shr(answer.into()).is_some_and(is_odd),
            Some(Outcome::Decided(decided)) => decided == answer,
            Some(Outcome::Again(_)) => false,
        };
        if free {
            self.walk.choose(track, answer);
        }
    }

    /// What comes new has a fresh ballot, an open exhibit, and no timer.
    pub(super) fn arrive(&mut self, track: &Track) {
        let answers = match self.walk.place(track) {
            Place::Question(scene) => match track.scene(scene).map(|it| &it.end) {
                Some(End::Choose(_, targets)) => targets.len(),
                _ => 0,
            },
            _ => 0,
        };
        self.ballot = Ballot::new(answers);
        self.timer = Timer::Off;
        self.covered = false;
    }

    fn pressed_timer(&self, track: &Track, now: u32) -> Timer {
        match self.timer {
            Timer::Off => Timer::Running(now.saturating_add(self.seconds(track))),
            Timer::Running(end) if end > now => Timer::Held(end - now),
            Timer::Running(_) => Timer::Off,
            Timer::Held(left) => Timer::Running(now.saturating_add(left)),
        }
    }

    /// How long the timer of the present stop runs.
    pub(super) fn seconds(&self, track: &Track) -> u32 {
        let Place::Stop(number, at) = self.walk.place(track) else { return MINUTE };
        let Some(scene) = track.scene(number) else { return MINUTE };
        let own = scene.stops.get(usize::from(at)).and_then(|it| it.kind.seconds());
        own.unwrap_or_else(|| {
            let left = scene.question().saturating_sub(at);
            scene.seconds() * u32::from(left) / u32::from(scene.question()).max(1)
        })
    }

    /// The most that a timer can have left here: one that its scene goes on with may be ahead of the court.
    pub(super) fn most_seconds(&self, track: &Track) -> u32 {
        match scene_of_plain(track, &self.walk).and_then(|number| track.scene(number)) {
            Some(scene) => scene.seconds(),
            None => self.seconds(track),
        }
    }

    /// The numbers that tell it: all that a window has to know.
    #[must_use]
    pub fn tell(&self) -> Vec<u32> {
        let (kind, seconds) = match self.timer {
            Timer::Off => (0, 0),
            Timer::Running(end) => (1, end),
            Timer::Held(left) => (2, left),
        };
        let flags = u32::from(self.covered)
            | u32::from(self.dark) << 1
            | u32::from(self.ballot.again) << 2
            | kind << 3;
        let mut numbers = vec![flags, seconds, u32::from(self.ballot.among)];
        self.walk.tell(&mut numbers);
        numbers.extend(self.ballot.counts.iter().map(|count| u32::from(*count)));
        numbers
    }

    /// Reads what [`Self::tell`] told; none where it does not fit the track.
    #[must_use]
    pub fn read(track: &Track, numbers: &[u32]) -> Option<Self> {
        let mut from = numbers.iter().copied();
        let flags = from.next()?;
        let seconds = from.next()?;
        let among = u16::try_from(from.next()?).ok()?;
        let walk = Walk::read(track, &mut from)?;
        let timer = match (flags >> 3, seconds) {
            (0, 0) => Timer::Off,
            (1, end) => Timer::Running(end),
            (2, left) => Timer::Held(left),
            _ => return None,
        };
        let (covered, dark) = (flags & 1 != 0, flags & 2 != 0);
        let mut desk = Self { walk, ballot: Ballot::default(), timer: Timer::Off, covered, dark };
        desk.arrive(track);
        (desk.timer, desk.covered) = (timer, covered);
        let fresh = &mut desk.ballot;
        if among & !fresh.among != 0 {
            return None;
        }
        (fresh.among, fresh.again) = (among, flags & 4 != 0);
        for answer in 0..fresh.counts.len() {
            let count = from.next()?;
            let has = fresh.has(u8::try_from(answer).ok()?);
            let count = u16::try_from(count).ok().filter(|it| *it <= Ballot::MOST_VOTES)?;
            if count > 0 && !has {
                return None;
            }
            fresh.counts[answer] = count;
        }
        from.next().is_none().then_some(desk)
    }
}

/// The scene, where it stands at a stop without a time of its own.
fn scene_of_plain(track: &Track, walk: &Walk) -> Option<u16> {
    let Place::Stop(number, at) = walk.place(track) else { return None };
    let stop = track.scene(number)?.stops.get(usize::from(at))?;
    stop.kind.seconds().is_none().then_some(number)
}

const fn is_odd(bits: u16) -> bool {
    bits & 1 == 1
}

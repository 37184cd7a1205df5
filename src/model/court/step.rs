//! A state of the stage as one number, its step in the tree of all that can be played: what a window needs that is
//! loaded anew while no other one is open.
//!
//! It begins with where the performance stands, then the votes, the timer and the way there, backwards. Where a number
//! of the browser has no room for all of it, the oldest part of the way is left out, and votes on very many answers
//! are, as a whole. A timer is told by what is left of it, never by a clock.

use super::digits::{Digits, Rest};
use super::vote::Ballot;
use super::walk::Walk;
use super::{Desk, Timer, Track};

/// A timer is kept in units of so many seconds, rounded up.
const UNIT: u32 = 5;

impl Desk {
    /// The number of this state. `now` is the device's clock in seconds.
    #[must_use]
    pub fn step(&self, track: &Track, now: u32) -> u64 {
        self.digits(track, now).0.number()
    }

    /// Whether the number keeps the votes of the present question.
    #[must_use]
    pub fn keeps_votes(&self, track: &Track) -> bool {
        self.digits(track, 0).1
    }

    /// The state with this number; none where the track has no such state.
    #[must_use]
    pub fn at(track: &Track, step: u64, now: u32) -> Option<Self> {
        let mut rest = Rest(step);
        let (covered, dark) = (rest.take(2) == 1, rest.take(2) == 1);
        let mut walk = Walk::take(track, &mut rest)?;
        let mut desk = Self { walk: walk.clone(), dark, ..Self::new(track) };
        desk.arrive(track);
        desk.covered = covered;
        desk.ballot.take(&mut rest)?;
        let units = desk.units(track);
        let left = |digit: u64| u32::try_from(digit).ok().map(|it| it.saturating_mul(UNIT));
        desk.timer = match rest.take(3) {
            0 => Timer::Off,
            1 => Timer::Running(now.saturating_add(left(rest.take(units))?)),
            _ => Timer::Held(left(rest.take(units))?),
        };
        walk.take_way(track, &mut rest);
        desk.walk = walk;
        (rest.0 == 0).then_some(desk)
    }

    fn digits(&self, track: &Track, now: u32) -> (Digits, bool) {
        let mut digits = Digits::new();
        digits.put(&[(self.covered.into(), 2), (self.dark.into(), 2)]);
        self.walk.put(track, &mut digits);
        let kept = self.ballot.put(&mut digits);
        let units = self.units(track);
        let left = |seconds: u32| u64::from(seconds.div_ceil(UNIT)).min(units - 1);
        match self.timer {
            Timer::Off => digits.put(&[(0, 3)]),
            Timer::Running(end) => digits.put(&[(1, 3), (left(end.saturating_sub(now)), units)]),
            Timer::Held(seconds) => digits.put(&[(2, 3), (left(seconds), units)]),
        };
        self.walk.put_way(track, &mut digits);
        (digits, kept)
    }

    /// How many units a timer can have left here.
    fn units(&self, track: &Track) -> u64 {
        u64::from(self.most_seconds(track).div_ceil(UNIT)) + 1
    }
}

impl Ballot {
    /// Puts the votes; a fresh vote takes next to nothing. Whether they had room.
    fn put(&self, digits: &mut Digits) -> bool {
        if *self == Self::new(self.counts.len()) {
            return digits.put(&[(0, Self::BOUND)]);
        }
        let most = u64::from(self.counts.iter().copied().max().unwrap_or_default());
        let votes = (0_u8..).zip(&self.counts).map(|(answer, count)| {
            let digit = if self.has(answer) { u64::from(*count) + 1 } else { 0 };
            (digit, most + 2)
        });
        let kept: Vec<_> =
            [(most + 1, Self::BOUND), (self.again.into(), 2)].into_iter().chain(votes).collect();
        let had_room = digits.put(&kept);
        if !had_room {
            // It is told like a fresh vote.
            digits.put(&[(0, Self::BOUND)]);
        }
        had_room
    }

    /// Takes what [`Self::put`] put.
    fn take(&mut self, rest: &mut Rest) -> Option<()> {
        let Some(most) = rest.take(Self::BOUND).checked_sub(1) else { return Some(()) };
        self.again = rest.take(2) == 1;
        for (answer, count) in self.counts.iter_mut().enumerate() {
            match u16::try_from(rest.take(most + 2)).ok()?.checked_sub(1) {
                Some(votes) => *count = votes,
                None => self.among &= !(1 << answer),
            }
        }
        Some(())
    }

    /// Above the most votes of an answer, and the sign that there are none.
    const BOUND: u64 = Self::MOST_VOTES as u64 + 2;
}

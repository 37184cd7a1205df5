//! A walk as digits of a step: first where it stands, and at the end the way there, backwards.

use super::digits::{Digits, Rest};
use super::track::{End, Scene, Track};
use super::walk::{MOST_VISITS, Visit, Walk};

/// How the way is told: freely, as far as there is room, or as it is played from the beginning without a jump.
const JUMPED: u64 = 0;
const PLAYED: u64 = 1;

/// A digit of the way: what was before.
const NOTHING: u64 = 0;
/// A scene that does not lead here by itself: somebody jumped.
const ELSEWHERE: u64 = 1;
/// The first of those that lead here.
const LEADING: u64 = 2;

impl Walk {
    /// Puts where it stands.
    pub(super) fn put(&self, track: &Track, digits: &mut Digits) {
        digits.put(&[(self.short.into(), 2), (self.over.into(), 2)]);
        let Some(visit) = self.visits.last() else {
            digits.put(&[(0, places(track))]);
            return;
        };
        let before = track.scenes.iter().take(visit.scene.into()).map(stands).sum::<u64>();
        digits.put(&[(1 + before + u64::from(self.stop), places(track))]);
        if self.over {
            let answers = track.scene(visit.scene).map_or(0, answers);
            digits.put(&[(visit.chosen.map_or(0, |it| u64::from(it) + 1), answers + 1)]);
        }
    }

    /// Takes what [`Self::put`] put: where it stands, without the way there.
    pub(super) fn take(track: &Track, rest: &mut Rest) -> Option<Self> {
        let (short, over) = (rest.take(2) == 1, rest.take(2) == 1);
        let mut walk = Self { short, visits: Vec::new(), stop: 0, over };
        let Some(mut place) = rest.take(places(track)).checked_sub(1) else {
            return over.then_some(walk);
        };
        for (number, scene) in (0_u16..).zip(&track.scenes) {
            if let Some(less) = place.checked_sub(stands(scene)) {
                place = less;
                continue;
            }
            walk.stop = u16::try_from(place).ok()?;
            let chosen = if over { rest.take(answers(scene) + 1).checked_sub(1) } else { None };
            let chosen = chosen.and_then(|it| u8::try_from(it).ok());
            walk.visits.push(Visit { scene: number, chosen });
            return Some(walk);
        }
        None
    }

    /// Puts the way there, the latest scene first: whole where nobody jumped, else as far as there is room.
    pub(super) fn put_way(&self, track: &Track, digits: &mut Digits) {
        let played = self.played(track).map(|way| [&[(PLAYED, 2)], &way[..]].concat());
        if played.is_some_and(|way| digits.put(&way)) || !digits.put(&[(JUMPED, 2)]) {
            return;
        }
        let all: Vec<Visit> = all(track).collect();
        for pair in self.visits.windows(2).rev() {
            let [before, after] = pair else { return };
            let leading = self.leading(track, after.scene);
            let bound = LEADING + count(&leading);
            let had_room = if let Some(at) = leading.iter().position(|it| it == before) {
                digits.put(&[(LEADING + at as u64, bound)])
            } else {
                let at = all.iter().position(|it| it == before).unwrap_or_default();
                digits.put(&[(ELSEWHERE, bound), (at as u64, count(&all))])
            };
            if !had_room {
                return;
            }
        }
    }

    /// The way of a performance without a jump, in digits: where one scene alone leads to the next, there is nothing to
    /// tell. None of any other.
    fn played(&self, track: &Track) -> Option<Vec<(u64, u64)>> {
        let begun = self.visits.first()?.scene == self.beginning(track)?;
        let mut digits = Vec::new();
        for pair in self.visits.windows(2).rev() {
            let [before, after] = pair else { return None };
            let leading = self.leading(track, after.scene);
            let at = leading.iter().position(|it| it == before)? as u64;
            let more = u64::from(Some(after.scene) == self.beginning(track));
            digits.push((at + more, count(&leading) + more));
        }
        // A scene to which one comes back can be the beginning each time.
        let first = self.leading(track, self.visits.first()?.scene);
        digits.push((0, count(&first) + 1));
        begun.then_some(digits)
    }

    /// The scene with which it begins.
    fn beginning(&self, track: &Track) -> Option<u16> {
        self.landing(track, Some(0)).map(|(scene, _)| scene)
    }

    /// Takes what [`Self::put_way`] put.
    pub(super) fn take_way(&mut self, track: &Track, rest: &mut Rest) {
        let played = rest.take(2) == PLAYED;
        let all: Vec<Visit> = all(track).collect();
        while let Some(first) = self.visits.first().filter(|_| self.visits.len() < MOST_VISITS) {
            let leading = self.leading(track, first.scene);
            // How many digits stand for no scene that leads here.
            let others = match (played, Some(first.scene) == self.beginning(track)) {
                (false, _) => LEADING,
                (true, begins) => u64::from(begins),
            };
            let digit = rest.take(others + count(&leading));
            let before = match digit.checked_sub(others) {
                Some(at) => visit(&leading, at),
                None if digit == NOTHING => None,
                None => visit(&all, rest.take(count(&all))),
            };
            let Some(before) = before else { return };
            self.visits.insert(0, before);
        }
    }

    /// The visits that lead to a scene by themselves.
    fn leading(&self, track: &Track, scene: u16) -> Vec<Visit> {
        let leads = |visit: &Visit| {
            let target = match (track.scene(visit.scene).map(|it| &it.end), visit.chosen) {
                (Some(End::To(target)), None) => *target,
                (Some(End::Choose(_, targets)), Some(answer)) => {
                    targets.get(usize::from(answer)).copied().flatten()
                }
                _ => None,
            };
            self.landing(track, target).is_some_and(|(to, _)| to == scene)
        };
        all(track).filter(leads).collect()
    }
}

/// All visits that there can be; a scene with nothing in it is passed.
fn all(track: &Track) -> impl Iterator<Item = Visit> {
    let scenes = (0_u16..).zip(&track.scenes).filter(|(_, scene)| stands(scene) > 0);
    scenes.flat_map(|(number, scene)| {
        let chosen = (0_u8..).take(usize::try_from(answers(scene)).unwrap_or_default()).map(Some);
        [None].into_iter().chain(chosen).map(move |chosen| Visit { scene: number, chosen })
    })
}

fn visit(visits: &[Visit], at: u64) -> Option<Visit> {
    usize::try_from(at).ok().and_then(|at| visits.get(at).copied())
}

fn count(visits: &[Visit]) -> u64 {
    visits.len() as u64
}

/// How many answers the question at the end of a scene has.
fn answers(scene: &Scene) -> u64 {
    match &scene.end {
        End::Choose(_, targets) => targets.len() as u64,
        End::To(_) => 0,
    }
}

/// At how many places one can stand in a scene: its stops, and its question.
fn stands(scene: &Scene) -> u64 {
    u64::from(scene.question()) + u64::from(matches!(scene.end, End::Choose(..)))
}

/// All of them, and the one of a walk that has entered nothing.
fn places(track: &Track) -> u64 {
    1 + track.scenes.iter().map(stands).sum::<u64>()
}

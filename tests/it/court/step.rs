//! A state as one number, and back: what the only window has after a reload.

use proptest::prelude::*;
use qingmiao::model::court::{Desk, End, Key, Place, Track};

use super::track::{any_track, courts};
use super::walk::key;

/// The first number that JavaScript cannot hold exactly beside its neighbour.
const END: u64 = 1 << 53;

/// The numbers of a state: the timer's seconds, the visits, and all others.
fn told(desk: &Desk) -> (u32, Vec<u32>, Vec<u32>) {
    let mut rest = desk.tell();
    let seconds = std::mem::take(&mut rest[1]);
    let count = std::mem::take(&mut rest[5]) as usize;
    let visits = rest.drain(6..6 + count).collect();
    (seconds, visits, rest)
}

/// Reloads: all is as it was, but that a timer may have got up to four seconds more, and that the oldest part of the way
/// may be forgotten.
fn reload(track: &Track, desk: &Desk, now: u32, later: u32) -> (Desk, bool) {
    let step = desk.step(track, now);
    assert!(step < END, "{step}");
    let again = Desk::at(track, step, later).unwrap_or_else(|| panic!("{step} of {desk:?}"));
    let (seconds, visits, rest) = told(desk);
    let (new_seconds, new_visits, new_rest) = told(&again);
    if desk.keeps_votes(track) {
        assert_eq!(new_rest, rest);
    }
    assert!(visits.ends_with(&new_visits), "{new_visits:?} of {visits:?}");
    assert_eq!(new_visits.is_empty(), visits.is_empty());
    // A running timer ends so much later as was left; one that is held has as much left.
    let running = rest[0] >> 3 == 1;
    let (left, new_left) = if running {
        (seconds.saturating_sub(now), new_seconds - later)
    } else {
        (seconds, new_seconds)
    };
    assert!((left..left + 5).contains(&new_left), "{new_left} of {left}");
    (again, visits == new_visits)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_reload_of_the_only_window_keeps_the_state(
        track in any_track(false),
        keys in prop::collection::vec(key(), 0..80),
        reloads in prop::collection::vec(any::<bool>(), 80),
    ) {
        let mut desk = Desk::new(&track);
        for ((now, key), reloaded) in (1000_u32..).zip(keys).zip(reloads) {
            desk.press(&track, key, now);
            let (again, _) = reload(&track, &desk, now, now);
            if reloaded {
                desk = again;
            }
        }
    }

    #[test]
    fn any_number_is_a_state_or_none(
        track in any_track(false),
        step in prop_oneof![0..END, any::<u64>(), 0_u64..10_000],
        keys in prop::collection::vec(key(), 0..9),
    ) {
        if let Some(mut desk) = Desk::at(&track, step, 1000) {
            prop_assert_eq!(Desk::read(&track, &desk.tell()), Some(desk.clone()));
            for key in keys {
                desk.press(&track, key, 1000);
                reload(&track, &desk, 1000, 2000);
            }
        }
    }
}

/// The published scripts, under any keys.
#[test]
fn a_reload_keeps_the_state_of_every_published_script() {
    for court in courts() {
        let track = Track::of(court);
        let keys = prop::collection::vec(prop_oneof![3 => Just(Key::Next), 1 => key()], 0..250);
        let config =
            ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() };
        let mut runner = proptest::test_runner::TestRunner::new(config);
        let outcome = runner.run(&keys, |keys| {
            let mut desk = Desk::new(&track);
            for (now, key) in (1000_u32..).zip(keys) {
                desk.press(&track, key, now);
                desk = reload(&track, &desk, now, now).0;
            }
            Ok(())
        });
        outcome.unwrap_or_else(|error| panic!("{}: {error}", court.id));
    }
}

/// Whoever plays a published script from its beginning to any ending loses nothing at all: not the way there, not a vote of
/// a class of 50 on a second ballot, not a timer beside it.
#[test]
fn a_class_that_plays_a_published_script_loses_nothing() {
    for court in courts() {
        let track = Track::of(court);
        for short in [false, true] {
            let mut begun = Desk::new(&track);
            if short {
                begun.press(&track, Key::Short, 0);
            }
            let mut open = vec![begun];
            while let Some(mut desk) = open.pop() {
                // In a scene it is the way there that costs; a question comes with votes, too.
                kept(&track, &desk, &court.id);
                while matches!(desk.walk().place(&track), Place::Stop(..)) {
                    desk.press(&track, Key::Next, 0);
                }
                kept(&track, &desk, &court.id);
                let Place::Question(scene) = desk.walk().place(&track) else { continue };
                let Some(End::Choose(_, targets)) = track.scene(scene).map(|it| &it.end) else {
                    panic!("{}: a question without answers", court.id)
                };
                for answer in 0..u8::try_from(targets.len()).expect("few answers") {
                    let mut next = desk.clone();
                    next.press(&track, Key::Choose(answer), 0);
                    open.push(next);
                }
                tied(&track, desk, &court.id);
            }
        }
    }
}

/// With a timer, where there can be one.
fn kept(track: &Track, desk: &Desk, name: &str) {
    let mut desk = desk.clone();
    desk.press(track, Key::Timer, 1000);
    assert!(desk.keeps_votes(track), "{name}");
    assert!(reload(track, &desk, 1000, 9000).1, "{name}: the way of {desk:?}");
}

/// A vote of 50 that is level, and the vote after it.
fn tied(track: &Track, mut desk: Desk, name: &str) {
    for _ in 0..2 {
        for vote in 0..50 {
            desk.press(track, Key::Count(vote % 2, true), 0);
        }
        kept(track, &desk, name);
        desk.press(track, Key::Again, 0);
    }
}

/// Votes for which a number has no room are left out as a whole, and the operator is told.
#[test]
fn votes_on_nine_answers_are_kept_while_there_is_room() {
    use qingmiao::model::court::{Rule, Scene, Stop, StopKind};
    let ending = |to| Scene {
        ending: true,
        skippable: false,
        minutes: 1,
        stops: vec![Stop { skippable: false, kind: StopKind::Cue(0) }],
        end: End::To(to),
    };
    let question = Scene {
        ending: false,
        skippable: false,
        minutes: 1,
        stops: Vec::new(),
        end: End::Choose(Rule::Most, (0..9).map(|_| Some(1)).collect()),
    };
    let track = Track { scenes: vec![question, ending(None)] };
    let mut desk = Desk::new(&track);
    let mut votes = 0_u8;
    while desk.keeps_votes(&track) && votes < 250 {
        desk.press(&track, Key::Count(votes % 9, true), 0);
        votes += 1;
    }
    assert!((90..200).contains(&votes), "{votes}");
    assert_eq!(Desk::at(&track, desk.step(&track, 0), 0), Some(Desk::new(&track)));
}

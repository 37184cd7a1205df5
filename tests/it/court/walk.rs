//! The walk through a performance: it ends, it goes back the way it came, and every node and edge of every published
//! script is walked.

use std::collections::BTreeSet;

use proptest::prelude::*;
use qingmiao::model::court::{Desk, End, Key, Place, Target, Track, Walk};

use super::track::{any_track, courts};

/// The places of a walk that always goes on; at the n-th question the n-th of the answers is chosen.
fn through(track: &Track, short: bool, answers: &[u8]) -> Vec<Place> {
    let mut walk = Walk::new(track, short);
    let mut answers = answers.iter().copied();
    let mut places = vec![walk.place(track)];
    let most = 1000;
    while places.last() != Some(&Place::Over) && places.len() < most {
        match walk.place(track) {
            Place::Question(scene) => {
                let Some(End::Choose(_, targets)) = track.scene(scene).map(|it| &it.end) else {
                    panic!("a question without answers")
                };
                let count = u8::try_from(targets.len()).expect("few answers");
                walk.choose(track, answers.next().unwrap_or_default() % count);
            }
            _ => walk.next(track),
        }
        places.push(walk.place(track));
    }
    places
}

proptest! {
    #[test]
    fn a_walk_by_any_choices_ends(
        track in any_track(true),
        short in any::<bool>(),
        answers in prop::collection::vec(any::<u8>(), 0..8),
    ) {
        let places = through(&track, short, &answers);
        prop_assert_eq!(places.last(), Some(&Place::Over));
        let most: usize = track.scenes.iter().map(|scene| scene.stops.len() + 1).sum();
        prop_assert!(places.len() <= most + 1);
        for place in places {
            if let Place::Stop(scene, stop) = place {
                let scene = &track.scenes[usize::from(scene)];
                let skipped = scene.skippable || scene.stops[usize::from(stop)].skippable;
                prop_assert!(!(short && skipped), "the short version shows what it leaves out");
            }
        }
    }

    /// One step back is where one was, and the way there is open again.
    #[test]
    fn back_is_where_one_was(
        track in any_track(false),
        short in any::<bool>(),
        steps in prop::collection::vec(prop::option::of(any::<u8>()), 0..40),
    ) {
        let mut walk = Walk::new(&track, short);
        for step in steps {
            let before = walk.clone();
            match step {
                Some(answer) => walk.choose(&track, answer % 4),
                None => walk.next(&track),
            }
            if walk != before {
                let mut back = walk.clone();
                back.back(&track);
                prop_assert_eq!(back.place(&track), before.place(&track));
                prop_assert_eq!(back.choices().collect::<Vec<_>>(), before.choices().collect::<Vec<_>>());
            }
        }
    }

    /// Whatever is pressed on whatever track, loops and all, the state can be told and read again.
    #[test]
    fn a_state_survives_being_told(
        track in any_track(false),
        keys in prop::collection::vec(key(), 0..120),
    ) {
        let mut desk = Desk::new(&track);
        for (now, key) in (100_u32..).zip(keys) {
            desk.press(&track, key, now);
            let told = desk.tell();
            let read = Desk::read(&track, &told);
            prop_assert_eq!(read.as_ref(), Some(&desk), "{:?}", told);
        }
    }

    /// What somebody else wrote into the address or the channel is refused, or is a state like any other.
    #[test]
    fn rubbish_is_refused(
        track in any_track(false),
        numbers in prop::collection::vec(prop_oneof![0_u32..12, 250_u32..800, any::<u32>()], 0..14),
        keys in prop::collection::vec(key(), 0..9),
    ) {
        if let Some(mut desk) = Desk::read(&track, &numbers) {
            prop_assert_eq!(Desk::read(&track, &desk.tell()), Some(desk.clone()));
            for key in keys {
                desk.press(&track, key, 0);
            }
        }
    }
}

/// Any key.
pub(super) fn key() -> impl Strategy<Value = Key> {
    prop_oneof![
        6 => Just(Key::Next),
        2 => Just(Key::Back),
        1 => (0_u16..9).prop_map(Key::Jump),
        3 => (0_u8..5, any::<bool>()).prop_map(|(answer, up)| Key::Count(answer, up)),
        2 => (0_u8..5).prop_map(Key::Choose),
        1 => Just(Key::Again),
        1 => Just(Key::Timer),
        1 => Just(Key::Cover),
        1 => Just(Key::Dark),
        1 => Just(Key::Short),
    ]
}

#[test]
fn every_node_and_edge_of_every_published_script_is_walked() {
    for court in courts() {
        let track = Track::of(court);
        for short in [false, true] {
            let mut walked = BTreeSet::new();
            let mut nodes = BTreeSet::new();
            let mut open = vec![Vec::new()];
            while let Some(answers) = open.pop() {
                let places = through(&track, short, &answers);
                assert_eq!(places.last(), Some(&Place::Over), "{}", court.id);
                let scene = |place: &Place| match place {
                    Place::Stop(scene, _) | Place::Question(scene) => Some(usize::from(*scene)),
                    Place::Over => None,
                };
                nodes.extend(places.iter().filter_map(scene));
                for pair in places.windows(2) {
                    let (from, to) = (scene(&pair[0]).expect("a scene"), scene(&pair[1]));
                    if Some(from) != to {
                        walked.insert((from, to));
                    }
                }
                let questions = places.iter().filter(|it| matches!(it, Place::Question(_)));
                if let Some(Place::Question(next)) = questions.clone().nth(answers.len()) {
                    let Some(End::Choose(_, targets)) = track.scene(*next).map(|it| &it.end) else {
                        panic!("{}: a question without answers", court.id)
                    };
                    for answer in 0..u8::try_from(targets.len()).expect("few answers") {
                        open.push([&answers[..], &[answer]].concat());
                    }
                }
            }
            let kept = |number: usize| !(short && court.nodes[number].skippable);
            for (number, node) in court.nodes.iter().enumerate().filter(|(it, _)| kept(*it)) {
                assert!(nodes.contains(&number), "{}: {} is not reached", court.id, node.name);
                for target in node.targets() {
                    let to = match target {
                        Target::Node(to) if !kept(to) => continue,
                        Target::Node(to) => Some(to),
                        Target::Debrief => None,
                    };
                    assert!(walked.contains(&(number, to)), "{}: {} → {to:?}", court.id, node.name);
                }
            }
        }
    }
}

#[test]
fn an_empty_track_is_over() {
    let track = Track::default();
    let mut walk = Walk::new(&track, false);
    walk.next(&track);
    walk.back(&track);
    walk.jump(&track, 0);
    walk.choose(&track, 0);
    assert_eq!((walk.place(&track), walk.scene()), (Place::Over, None));
    let mut desk = Desk::new(&track);
    desk.press(&track, Key::Back, 0);
    assert_eq!(Desk::read(&track, &desk.tell()), Some(desk));
}

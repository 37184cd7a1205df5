//! Casting: everyone has something to do, what is delicate is never drawn, and nobody talks for two.

use proptest::prelude::*;
use qingmiao::model::court::{Camp, Duty, Part, Pupil, Track, Wish, cast, parts};

use super::track::courts;

fn part() -> impl Strategy<Value = Part> {
    let camp = prop_oneof![
        Just(Camp::Bench),
        Just(Camp::Court),
        Just(Camp::Claiming),
        Just(Camp::Answering),
        Just(Camp::Alone),
    ];
    let open =
        prop_oneof![4 => Just((true, true)), 1 => Just((false, true)), 1 => Just((false, false))];
    (1_u8..3, 0_u8..3, 0_u32..900, open, camp, any::<u8>()).prop_map(
        |(least, more, characters, (drawn, open_to_pupils), camp, scenes)| Part {
            least,
            most: least + more,
            characters,
            drawn,
            open_to_pupils,
            group: false,
            camp,
            scenes: scenes.into(),
        },
    )
}

fn pupil() -> impl Strategy<Value = Pupil> {
    let wish = prop_oneof![
        6 => Just(Wish::Any),
        1 => (0_u8..14).prop_map(Wish::Fixed),
        1 => Just(Wish::Pass),
    ];
    (wish, 0_u32..2000).prop_map(|(wish, had)| Pupil { wish, had })
}

fn plays(duties: &[Duty]) -> Vec<u8> {
    let played = duties.iter().filter_map(|duty| match duty {
        Duty::Part(part) => Some(*part),
        _ => None,
    });
    played.collect()
}

proptest! {
    #[test]
    fn a_cast_keeps_its_rules(
        parts in prop::collection::vec(part(), 0..12),
        pupils in prop::collection::vec(pupil(), 0..55),
        seed in any::<u32>(),
    ) {
        let found = cast(&parts, &pupils, seed);
        prop_assert_eq!(found.duties.len(), pupils.len());
        let mut filled = vec![0_usize; parts.len()];
        for (pupil, duties) in pupils.iter().zip(&found.duties) {
            prop_assert!(!duties.is_empty(), "somebody has nothing to do");
            let own = plays(duties);
            for part in &own {
                let at = usize::from(*part);
                filled[at] += 1;
                let asked = pupil.wish == Wish::Fixed(*part);
                prop_assert!(parts[at].open_to_pupils, "the teacher's part");
                prop_assert!(parts[at].drawn || asked, "a part that wants a volunteer was drawn");
                prop_assert!(pupil.wish != Wish::Pass, "who passes plays no part");
            }
            for duty in duties {
                if let Duty::Understudy(part) = duty {
                    prop_assert!(parts[usize::from(*part)].drawn && pupil.wish != Wish::Pass);
                }
            }
            let camps: Vec<Camp> = own.iter().map(|part| parts[usize::from(*part)].camp).collect();
            let has = |camp| camps.contains(&camp);
            prop_assert!(!(has(Camp::Claiming) && has(Camp::Answering)), "one speaks for both sides");
            let heard = has(Camp::Claiming) || has(Camp::Answering) || has(Camp::Alone);
            prop_assert!(!(has(Camp::Bench) && heard), "a judge is heard by the bench");
            for (at, one) in own.iter().enumerate() {
                for other in &own[at + 1..] {
                    let (one, other) = (&parts[usize::from(*one)], &parts[usize::from(*other)]);
                    let court = [one.camp, other.camp].iter().all(|it| it.is_of_court());
                    prop_assert!(court || one.scenes & other.scenes == 0, "one talks to oneself");
                }
            }
        }
        for (number, part) in parts.iter().enumerate() {
            let open = found.open.iter().filter(|it| usize::from(**it) == number).count();
            prop_assert!(filled[number] <= usize::from(part.most));
            // Whoever is missing is told to be missing.
            prop_assert_eq!(open, usize::from(part.least).saturating_sub(filled[number]));
        }
        prop_assert_eq!(cast(&parts, &pupils, seed), found, "the same number, the same cast");
    }

    /// Where nobody meets anybody, speech is shared as evenly as whole parts allow.
    #[test]
    fn speech_is_balanced(
        characters in prop::collection::vec(1_u32..500, 1..16),
        count in 1_usize..12,
        seed in any::<u32>(),
    ) {
        let parts: Vec<Part> = characters
            .iter()
            .map(|characters| Part {
                least: 1,
                most: 1,
                characters: *characters,
                drawn: true,
                open_to_pupils: true,
                group: false,
                camp: Camp::Alone,
                scenes: 0,
            })
            .collect();
        let found = cast(&parts, &vec![Pupil::default(); count], seed);
        prop_assert!(found.open.is_empty());
        let loads: Vec<u32> = found
            .duties
            .iter()
            .map(|duties| plays(duties).iter().map(|part| characters[usize::from(*part)]).sum())
            .collect();
        let (least, most) = (loads.iter().min().expect("one"), loads.iter().max().expect("one"));
        prop_assert!(most - least <= *characters.iter().max().expect("one"));
    }

    /// Over as many lessons as there are pupils, each has played the one big part once.
    #[test]
    fn the_big_part_goes_round(count in 1_usize..12, seeds in prop::collection::vec(any::<u32>(), 12)) {
        let main = Part {
            least: 1,
            most: 1,
            characters: 500,
            drawn: true,
            open_to_pupils: true,
            group: false,
            camp: Camp::Court,
            scenes: 1,
        };
        let mut pupils = vec![Pupil::default(); count];
        for seed in seeds.into_iter().take(count) {
            let found = cast(std::slice::from_ref(&main), &pupils, seed);
            for (pupil, duties) in pupils.iter_mut().zip(&found.duties) {
                pupil.had += u32::try_from(plays(duties).len()).expect("few") * 500;
            }
        }
        prop_assert!(pupils.iter().all(|pupil| pupil.had == 500), "{:?}", pupils);
    }
}

#[test]
fn another_number_gives_another_cast() {
    let court = &courts()[0];
    let (parts, pupils) = (parts(court), vec![Pupil::default(); 24]);
    let all: Vec<_> = (0..12).map(|seed| cast(&parts, &pupils, seed).duties).collect();
    let first = all.iter().filter(|duties| **duties == all[0]).count();
    assert!(first < 3, "{first} of 12 are the same");
}

/// A class of each size has a part for everyone in every published script.
#[test]
fn classes_of_7_24_and_50() {
    for court in courts() {
        let parts = parts(court);
        for count in [7, 24, 50] {
            let found = cast(&parts, &vec![Pupil::default(); count], 5);
            let has = |fits: fn(&Duty) -> bool| found.duties.iter().flatten().any(fits);
            assert!(found.duties.iter().all(|duties| !duties.is_empty()), "{}", court.id);
            for (number, role) in court.roles.iter().enumerate() {
                let open = found.open.iter().any(|part| usize::from(*part) == number);
                let drawn = parts[number].drawn || parts[number].group;
                assert!(drawn || open, "{}: {} waits for a volunteer", court.id, role.name);
                if count > 7 && drawn {
                    assert!(!open, "{}: nobody plays {} of {count}", court.id, role.name);
                }
            }
            if count > 7 {
                assert!(has(|it| *it == Duty::Timekeeper) && has(|it| *it == Duty::Group));
            }
            if count == 50 {
                assert!(has(|it| *it == Duty::Reporter));
                assert!(has(|it| matches!(it, Duty::Understudy(_))));
                assert!(has(|it| matches!(it, Duty::Observer(_))));
            }
        }
        // A part knows where it speaks, so that nobody plays two who meet.
        assert!(parts.iter().any(|part| part.scenes != 0), "{}", court.id);
        assert_eq!(Track::of(court).scenes.len(), court.nodes.len());
    }
}

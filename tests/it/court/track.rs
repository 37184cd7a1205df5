//! Tracks for tests: any, and those of the published scripts.

use proptest::prelude::*;
use qingmiao::model::Court;
use qingmiao::model::court::{End, Rule, Scene, Stop, StopKind, Track};

use crate::support;

/// The published scripts.
pub(super) fn courts() -> &'static [Court] {
    &support::real().courts
}

fn kind() -> impl Strategy<Value = StopKind> {
    let roles = || prop::collection::vec(0_u8..5, 0..3);
    prop_oneof![
        roles().prop_map(StopKind::Say),
        (roles(), 1_u16..99).prop_map(|(roles, seconds)| StopKind::Improvise(roles, seconds)),
        (0_u16..99).prop_map(StopKind::Cue),
        (0_u8..4).prop_map(StopKind::Show),
        (0_u8..4, roles()).prop_map(|(exhibit, roles)| StopKind::Challenge(exhibit, roles)),
        (0_u16..4).prop_map(StopKind::Article),
    ]
}

/// A scene of a track of so many; where `onward`, it leads only to later ones.
fn scene(at: u16, count: u16, onward: bool) -> impl Strategy<Value = Scene> {
    let first = if onward { at + 1 } else { 0 };
    // The number behind the last stands for the debrief.
    let target =
        move || (first.min(count)..=count).prop_map(move |it| Some(it).filter(|it| *it < count));
    let rule = prop_oneof![Just(Rule::One), Just(Rule::Most), Just(Rule::Majority)];
    let end = prop_oneof![
        target().prop_map(End::To),
        (rule, prop::collection::vec(target(), 2..4)).prop_map(|(rule, to)| End::Choose(rule, to)),
    ];
    let stop = (any::<bool>(), kind());
    let stops = prop::collection::vec(stop, 0..5);
    let scene = (any::<bool>(), any::<bool>(), 0_u8..9, stops, end);
    scene.prop_map(|(ending, skippable, minutes, stops, end)| Scene {
        ending,
        skippable,
        minutes,
        stops: stops.into_iter().map(|(skippable, kind)| Stop { skippable, kind }).collect(),
        end,
    })
}

/// Any track; where `onward`, without a way back.
pub(super) fn any_track(onward: bool) -> impl Strategy<Value = Track> {
    (0_u16..7)
        .prop_flat_map(move |count| {
            (0..count).map(|at| scene(at, count, onward)).collect::<Vec<_>>()
        })
        .prop_map(|scenes| Track { scenes })
}

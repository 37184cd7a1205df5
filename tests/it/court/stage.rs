//! The two windows: under any keys, with messages late and windows loaded anew, they come to show the same.

use std::collections::VecDeque;

use proptest::prelude::*;
use qingmiao::model::court::{
    Desk, End, Key, Lit, Message, Outcome, Peer, Place, Rule, Scene, Screen, Stop, StopKind, Timer,
    Track, Window,
};
use qingmiao::model::{Links, Route};
use qingmiao::pages::document;
use scraper::{Html, Selector};

use super::track::{any_track, courts};
use super::walk::key;
use crate::support;

/// What can happen.
#[derive(Clone, Debug)]
enum Event {
    Press(Key),
    /// The projector hears the next message.
    Project,
    /// The operator hears the next message.
    Answer,
    ReloadOperator,
    ReloadProjector,
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        8 => key().prop_map(Event::Press),
        6 => Just(Event::Project),
        6 => Just(Event::Answer),
        1 => Just(Event::ReloadOperator),
        1 => Just(Event::ReloadProjector),
    ]
}

/// Two windows and the messages on the way to each.
struct Stage<'a> {
    track: &'a Track,
    operator: Peer,
    projector: Peer,
    to_operator: VecDeque<Message>,
    to_projector: VecDeque<Message>,
}

impl<'a> Stage<'a> {
    fn open(track: &'a Track) -> Self {
        let (operator, one) = Peer::open(Window::Operator, track);
        let (projector, other) = Peer::open(Window::Projector, track);
        let (to_operator, to_projector) = ([other].into(), [one].into());
        Self { track, operator, projector, to_operator, to_projector }
    }

    fn happen(&mut self, event: &Event, now: u32) {
        match event {
            Event::Press(key) => {
                let said = self.operator.press(self.track, *key, now);
                self.to_projector.extend(said);
                assert_eq!(self.projector.press(self.track, *key, now), None);
            }
            Event::Project => {
                if let Some(message) = self.to_projector.pop_front() {
                    self.to_operator.extend(self.projector.hear(self.track, &message));
                }
            }
            Event::Answer => {
                if let Some(message) = self.to_operator.pop_front() {
                    self.to_projector.extend(self.operator.hear(self.track, &message));
                }
            }
            Event::ReloadOperator => {
                let step = self.operator.desk().step(self.track, now);
                let (operator, hello) = Peer::open(Window::Operator, self.track);
                let begun = std::mem::replace(&mut self.operator, operator).has_begun();
                let state = begun.then(|| self.operator.resume(self.track, step, now)).flatten();
                // What was said to the window that is gone is lost.
                self.to_operator.clear();
                self.to_projector.push_back(hello);
                self.to_projector.extend(state);
            }
            Event::ReloadProjector => {
                let (projector, hello) = Peer::open(Window::Projector, self.track);
                self.projector = projector;
                self.to_projector.clear();
                self.to_operator.push_back(hello);
            }
        }
    }

    /// Until nothing more is on the way.
    fn settle(&mut self) {
        while !(self.to_operator.is_empty() && self.to_projector.is_empty()) {
            self.happen(&Event::Project, 0);
            self.happen(&Event::Answer, 0);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_windows_never_diverge(
        track in any_track(false),
        events in prop::collection::vec(event(), 0..160),
    ) {
        let mut stage = Stage::open(&track);
        for (now, event) in (1000_u32..).zip(&events) {
            stage.happen(event, now);
        }
        stage.settle();
        prop_assert_eq!(stage.operator.desk(), stage.projector.desk());
        let screen = Screen::of(&track, stage.operator.desk());
        prop_assert_eq!(&stage.projector.screen(&track), &screen);
        prop_assert_eq!(stage.operator.screen(&track), screen);
    }

    /// One window that is loaded anew gets back what the other still shows.
    #[test]
    fn a_reload_loses_nothing(
        track in any_track(false),
        keys in prop::collection::vec(key(), 1..60),
        operator in any::<bool>(),
    ) {
        let mut stage = Stage::open(&track);
        for (now, key) in (1000_u32..).zip(keys) {
            stage.happen(&Event::Press(key), now);
        }
        stage.settle();
        let before = stage.operator.desk().clone();
        let reload = if operator { Event::ReloadOperator } else { Event::ReloadProjector };
        stage.happen(&reload, 1100);
        stage.settle();
        prop_assert_eq!(stage.operator.desk(), &before);
        prop_assert_eq!(stage.projector.desk(), &before);
    }
}

#[test]
fn messages_are_numbers() {
    let track = Track::default();
    let state = Message::State(7, Desk::new(&track).tell());
    for message in [Message::Hello, state] {
        assert_eq!(Message::read(&message.tell()), message);
    }
}

/// A scene with something of everything, a vote, and two endings.
fn trial(rule: Rule) -> Track {
    let stop = |kind| Stop { skippable: false, kind };
    let ending = || Scene {
        ending: true,
        skippable: false,
        minutes: 1,
        stops: vec![stop(StopKind::Say(vec![0]))],
        end: End::To(None),
    };
    let scene = Scene {
        ending: false,
        skippable: false,
        minutes: 3,
        stops: vec![
            stop(StopKind::Say(vec![])),
            stop(StopKind::Article(4)),
            stop(StopKind::Improvise(vec![1, 2], 40)),
            Stop { skippable: true, kind: StopKind::Cue(0) },
            stop(StopKind::Show(1)),
            stop(StopKind::Challenge(1, vec![3])),
        ],
        end: End::Choose(rule, vec![Some(1), Some(2)]),
    };
    Track { scenes: vec![scene, ending(), ending()] }
}

#[test]
fn the_wall_shows_what_is_played() {
    let track = trial(Rule::Most);
    let mut desk = Desk::new(&track);
    let screen = |desk: &Desk| Screen::of(&track, desk);
    assert_eq!(screen(&desk).lit, Lit::Everyone);
    desk.press(&track, Key::Next, 0);
    assert_eq!((screen(&desk).article, screen(&desk).lit), (Some(4), Lit::Nobody));
    desk.press(&track, Key::Next, 0);
    assert_eq!((screen(&desk).article, screen(&desk).lit), (Some(4), Lit::Roles(vec![1, 2])));
    desk.press(&track, Key::Timer, 100);
    assert_eq!(screen(&desk).timer, Timer::Running(140));
    desk.press(&track, Key::Timer, 110);
    assert_eq!(screen(&desk).timer, Timer::Held(30));
    desk.press(&track, Key::Timer, 200);
    assert_eq!(screen(&desk).timer, Timer::Running(230));
    desk.press(&track, Key::Timer, 230);
    assert_eq!(screen(&desk).timer, Timer::Off);
    desk.press(&track, Key::Short, 0);
    desk.press(&track, Key::Next, 0);
    assert_eq!((screen(&desk).stop, screen(&desk).exhibit), (Some(4), Some(1)));
    desk.press(&track, Key::Cover, 0);
    assert_eq!(screen(&desk).exhibit, None);
    desk.press(&track, Key::Next, 0);
    assert_eq!((screen(&desk).exhibit, screen(&desk).lit), (Some(1), Lit::Roles(vec![3])));
    desk.press(&track, Key::Next, 0);
    let poll = screen(&desk).poll.expect("a question");
    assert_eq!((poll.counts, poll.outcome), (vec![0, 0], Outcome::Open));
    desk.press(&track, Key::Next, 0);
    assert!(screen(&desk).poll.is_some(), "nobody has voted");
    desk.press(&track, Key::Dark, 0);
    assert!(screen(&desk).dark);
    for answer in [1, 1, 0] {
        desk.press(&track, Key::Count(answer, true), 0);
    }
    desk.press(&track, Key::Choose(0), 0);
    assert!(screen(&desk).poll.is_some(), "a vote that has begun is not overruled");
    desk.press(&track, Key::Next, 0);
    let last = screen(&desk);
    assert!(last.ending && last.dark && !last.over);
    assert_eq!((last.scene, last.poll), (Some(2), None));
    assert_eq!(desk.walk().choices().collect::<Vec<_>>(), [(0, 1)]);
    desk.press(&track, Key::Next, 0);
    assert!(screen(&desk).over);
    desk.press(&track, Key::Back, 0);
    desk.press(&track, Key::Back, 0);
    assert_eq!(screen(&desk).poll.expect("the question again").counts, [0, 0]);
    assert_eq!(desk.walk().choices().count(), 0);
}

/// Where a stop has no time of its own, the timer is the scene's: what is left of it by the script, on over the lines.
#[test]
fn a_scene_has_a_timer_that_its_lines_share() {
    let track = trial(Rule::Most);
    let mut desk = Desk::new(&track);
    let timer = |desk: &Desk| Screen::of(&track, desk).timer;
    desk.press(&track, Key::Timer, 100);
    assert_eq!(timer(&desk), Timer::Running(280), "three minutes");
    desk.press(&track, Key::Next, 110);
    assert_eq!(timer(&desk), Timer::Running(280));
    assert_eq!(Desk::at(&track, desk.step(&track, 130), 500), Some(desk_with(&desk, 650)));
    desk.press(&track, Key::Back, 120);
    assert_eq!(timer(&desk), Timer::Running(280));
    desk.press(&track, Key::Next, 120);
    desk.press(&track, Key::Next, 120);
    assert_eq!(timer(&desk), Timer::Off, "somebody's own words have a time of their own");
    desk.press(&track, Key::Next, 130);
    assert!(Screen::of(&track, &desk).skippable);
    desk.press(&track, Key::Timer, 200);
    assert_eq!(timer(&desk), Timer::Running(290), "three of six things are left");
    for _ in 0..3 {
        desk.press(&track, Key::Next, 210);
    }
    assert!(Screen::of(&track, &desk).poll.is_some());
    assert_eq!(timer(&desk), Timer::Off);
}

/// The same with a timer that ends at another time.
fn desk_with(desk: &Desk, end: u32) -> Desk {
    let track = trial(Rule::Most);
    let mut numbers = desk.tell();
    numbers[1] = end;
    Desk::read(&track, &numbers).expect("a state")
}

#[test]
fn a_tie_is_voted_on_again_and_then_decided_by_one() {
    let track = trial(Rule::Majority);
    let mut desk = Desk::new(&track);
    desk.press(&track, Key::Count(0, true), 0);
    assert_eq!(desk.outcome(&track), None, "no question yet");
    for _ in 0..6 {
        desk.press(&track, Key::Next, 0);
    }
    assert_eq!(desk.walk().place(&track), Place::Question(0));
    let level = |desk: &mut Desk| {
        for answer in 0..2 {
            desk.press(&track, Key::Count(answer, true), 0);
        }
    };
    level(&mut desk);
    assert_eq!(desk.outcome(&track), Some(Outcome::Again(3)));
    desk.press(&track, Key::Choose(0), 0);
    assert_eq!(desk.walk().place(&track), Place::Question(0));
    desk.press(&track, Key::Again, 0);
    level(&mut desk);
    assert_eq!(desk.outcome(&track), Some(Outcome::Presiding(3)));
    desk.press(&track, Key::Choose(1), 0);
    assert_eq!(desk.walk().place(&track), Place::Stop(2, 0));
}

#[test]
fn one_who_decides_needs_no_vote() {
    let track = trial(Rule::One);
    let mut desk = Desk::new(&track);
    desk.press(&track, Key::Jump(1), 0);
    desk.press(&track, Key::Jump(9), 0);
    assert_eq!(desk.walk().place(&track), Place::Stop(1, 0));
    desk.press(&track, Key::Back, 0);
    desk.press(&track, Key::Back, 0);
    for _ in 0..9 {
        desk.press(&track, Key::Next, 0);
    }
    desk.press(&track, Key::Count(1, true), 0);
    desk.press(&track, Key::Choose(7), 0);
    assert_eq!(desk.walk().place(&track), Place::Question(0));
    assert_eq!((desk.rule(&track), desk.outcome(&track)), (Some(Rule::One), None));
    desk.press(&track, Key::Choose(0), 0);
    assert_eq!(desk.walk().place(&track), Place::Stop(1, 0));
}

/// The published scripts fit into the numbers of a track, and their tracks into a page.
#[test]
fn tracks_of_the_published_scripts_are_small() {
    for court in courts() {
        let track = Track::of(court);
        let json = serde_json::to_string(&track).expect("json");
        assert!(json.len() < 40_000, "{}: {} bytes", court.id, json.len());
        assert!(json.is_ascii(), "{}: a track has no words", court.id);
        let elements: usize = court.nodes.iter().map(|node| node.elements.len()).sum();
        let stops: usize = track.scenes.iter().map(|scene| scene.stops.len()).sum();
        assert!(stops > elements / 2, "{}", court.id);
    }
}

/// The wall shows the words of a stop by its place alone: page and track count alike.
#[test]
fn every_stop_has_its_words_on_the_wall() {
    let portal = support::real();
    let (scene, words) = (selector("[data-scene]"), selector(".said, .happens"));
    for court in &portal.courts {
        let route = Route::CourtWall(court.id.clone());
        let page = document(portal, &route, &Links::from(&route.path())).expect("a page");
        let html = Html::parse_fragment(&page.body);
        let shown: Vec<usize> =
            html.select(&scene).map(|scene| scene.select(&words).count()).collect();
        let stops: Vec<usize> =
            Track::of(court).scenes.iter().map(|scene| scene.stops.len()).collect();
        assert_eq!(shown, stops, "{}", court.id);
        assert!(!page.body.contains("（可略）"), "{}", court.id);
    }
}

fn selector(words: &str) -> Selector {
    Selector::parse(words).expect("a selector")
}

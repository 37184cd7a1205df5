//! A script without its words: what a performance walks along. Everything is named by its place in the script, so that
//! the page can hold the words and wasm the way.

use serde::{Deserialize, Serialize};

use super::{Act, Court, CueKind, Decider, Exit, NodeKind, Rule, Speakers, Target};

/// The way of a performance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Track {
    /// The stages and endings, in the order of the script.
    pub scenes: Vec<Scene>,
}

/// A stage or an ending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scene {
    /// Whether it is an ending.
    pub ending: bool,
    /// Whether the short version leaves it out.
    pub skippable: bool,
    /// How many minutes it takes in class.
    pub minutes: u8,
    /// What happens, one thing at a time.
    pub stops: Vec<Stop>,
    /// Where it leads.
    pub end: End,
}

/// One thing that happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// Whether the short version leaves it out.
    pub skippable: bool,
    /// What it is.
    pub kind: StopKind,
}

/// What it is. Roles, exhibits and articles are named by their places in the script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StopKind {
    /// Roles speak; all where none is named.
    Say(Vec<u8>),
    /// Roles speak in their own words for so many seconds.
    Improvise(Vec<u8>, u16),
    /// Something happens; of a timer, for so many seconds.
    Cue(u16),
    /// An exhibit is shown.
    Show(u8),
    /// Roles say something to an exhibit.
    Challenge(u8, Vec<u8>),
    /// An article is being applied: its number among those of the whole script.
    Article(u16),
}

/// Where a scene leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    /// To a scene, or to the debrief.
    To(Option<u16>),
    /// To what is chosen, and how that is decided.
    Choose(Rule, Vec<Option<u16>>),
}

impl Track {
    /// The scene with this number.
    #[must_use]
    pub fn scene(&self, number: u16) -> Option<&Scene> {
        self.scenes.get(usize::from(number))
    }

    /// The track of a script.
    #[must_use]
    pub fn of(court: &Court) -> Self {
        let mut articles = 0;
        let scenes = court.nodes.iter().map(|node| {
            let stops = node.elements.iter().filter_map(|element| {
                let kind = stop(&element.act, &mut articles)?;
                Some(Stop { skippable: element.skippable, kind })
            });
            Scene {
                ending: node.kind == NodeKind::Ending,
                skippable: node.skippable,
                minutes: node.minutes(),
                stops: stops.collect(),
                end: match &node.exit {
                    Exit::To(target) => End::To(number(*target)),
                    Exit::Choice(choice) => {
                        let rule = match choice.decider {
                            Decider::Panel => Rule::Majority,
                            Decider::Group | Decider::Class => Rule::Most,
                            Decider::Teacher | Decider::Role(_) => Rule::One,
                        };
                        End::Choose(rule, choice.options.iter().map(|it| number(it.to)).collect())
                    }
                },
            }
        });
        Self { scenes: scenes.collect() }
    }
}

impl Scene {
    /// The number of the question at its end: as many as it has stops.
    #[must_use]
    pub fn question(&self) -> u16 {
        narrow(self.stops.len())
    }

    /// How long it takes in class.
    #[must_use]
    pub fn seconds(&self) -> u32 {
        u32::from(self.minutes) * 60
    }
}

impl StopKind {
    /// How long it takes by the script, where that says so.
    #[must_use]
    pub fn seconds(&self) -> Option<u32> {
        match self {
            Self::Cue(seconds) | Self::Improvise(_, seconds) if *seconds > 0 => {
                Some(u32::from(*seconds))
            }
            _ => None,
        }
    }
}

/// What an element is on the way; nothing where it is only to be read.
fn stop(act: &Act, articles: &mut u16) -> Option<StopKind> {
    Some(match act {
        Act::Line(line) => StopKind::Say(roles(&line.speakers)),
        Act::Slot(slot) => StopKind::Improvise(roles(&slot.speakers), slot.seconds),
        Act::Cue(cue) if cue.kind == CueKind::Timer => {
            StopKind::Cue(cue.seconds.unwrap_or_default())
        }
        Act::Cue(_) => StopKind::Cue(0),
        Act::Show(show) => StopKind::Show(byte(show.exhibit)),
        Act::Challenge(it) => StopKind::Challenge(byte(it.exhibit), roles(&it.speakers)),
        Act::Article(_) => {
            *articles += 1;
            StopKind::Article(*articles - 1)
        }
        Act::Note(_) => return None,
    })
}

fn roles(speakers: &Speakers) -> Vec<u8> {
    speakers.roles().iter().map(|role| byte(*role)).collect()
}

fn number(target: Target) -> Option<u16> {
    match target {
        Target::Node(number) => Some(narrow(number)),
        Target::Debrief => None,
    }
}

/// The reader refuses scripts that have more than a number holds.
fn narrow(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

fn byte(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

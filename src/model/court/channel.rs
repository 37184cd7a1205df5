//! What the two windows tell each other. Every message holds the whole state, so that one that is lost, late or heard
//! twice does no harm; the turn tells which state is the newer one.

use std::cmp::Ordering;

use super::{Desk, Key, Screen, Track};

/// The turn of a window that knows nothing yet.
const FRESH: u32 = 0;

/// The turn of one that goes on after a reload; with the first key the turns that count begin.
const RESUMED: u32 = 1;

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A window has opened, or was loaded anew: whoever knows the state tells it.
    Hello,
    /// The state after so many keys.
    State(u32, Vec<u32>),
}

/// Which window it is. Only the operator presses keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// The operator's.
    Operator,
    /// The projector's.
    Projector,
}

/// A window with the state that it knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peer {
    window: Window,
    turn: u32,
    desk: Desk,
}

impl Message {
    /// The numbers that tell it.
    #[must_use]
    pub fn tell(&self) -> Vec<u32> {
        match self {
            Self::Hello => Vec::new(),
            Self::State(turn, state) => [&[*turn], &state[..]].concat(),
        }
    }

    /// Reads what [`Self::tell`] told.
    #[must_use]
    pub fn read(numbers: &[u32]) -> Self {
        match numbers {
            [] => Self::Hello,
            [turn, state @ ..] => Self::State(*turn, state.to_vec()),
        }
    }
}

impl Peer {
    /// A window that has just opened, and what it says first.
    #[must_use]
    pub fn open(window: Window, track: &Track) -> (Self, Message) {
        (Self { window, turn: FRESH, desk: Desk::new(track) }, Message::Hello)
    }

    /// Goes on at the step at which this window stood before a reload, and says so. What another window still knows is
    /// newer.
    pub fn resume(&mut self, track: &Track, step: u64, now: u32) -> Option<Message> {
        let desk = Desk::at(track, step, now).filter(|_| self.turn == FRESH)?;
        (self.turn, self.desk) = (RESUMED, desk);
        Some(self.state())
    }

    /// Whether anything has been done that a reload could lose.
    #[must_use]
    pub const fn has_begun(&self) -> bool {
        self.turn > FRESH
    }

    /// The state that it knows.
    #[must_use]
    pub const fn desk(&self) -> &Desk {
        &self.desk
    }

    /// What the projector shows, as far as this window knows.
    #[must_use]
    pub fn screen(&self, track: &Track) -> Screen {
        Screen::of(track, &self.desk)
    }

    /// Does what the operator asks for, and says so.
    pub fn press(&mut self, track: &Track, key: Key, now: u32) -> Option<Message> {
        if self.window == Window::Projector {
            return None;
        }
        self.desk.press(track, key, now);
        self.turn = self.turn.max(RESUMED).saturating_add(1);
        Some(self.state())
    }

    /// Hears a message, and says what is to be answered.
    pub fn hear(&mut self, track: &Track, message: &Message) -> Option<Message> {
        match message {
            Message::Hello => (self.turn > FRESH).then(|| self.state()),
            Message::State(turn, numbers) => {
                // Of two states after as many keys, which a reload can bring about, both windows keep the same one.
                let own = self.desk.tell();
                match (*turn, numbers).cmp(&(self.turn, &own)) {
                    Ordering::Greater => {
                        if let Some(desk) = Desk::read(track, numbers) {
                            (self.turn, self.desk) = (*turn, desk);
                        }
                        None
                    }
                    Ordering::Equal => None,
                    // Who is behind has to hear it, since nobody may press a key for a while.
                    Ordering::Less => Some(self.state()),
                }
            }
        }
    }

    fn state(&self) -> Message {
        Message::State(self.turn, self.desk.tell())
    }
}

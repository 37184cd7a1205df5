//! What the two windows tell each other. Every message holds the whole state, so that one that is lost, late or heard
//! twice does no harm; the turn tells which state is the newer one.

use super::{Desk, Key, Screen, Track};

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
        (Self { window, turn: 0, desk: Desk::new(track) }, Message::Hello)
    }

    /// Goes on at the step at which this window stood before a reload. What another window still knows is newer.
    pub fn resume(&mut self, track: &Track, step: u32) {
        if let Some(desk) = Desk::at(track, step).filter(|_| self.turn == 0) {
            (self.turn, self.desk) = (1, desk);
        }
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
        self.turn = self.turn.saturating_add(1);
        Some(self.state())
    }

    /// Hears a message, and says what is to be answered.
    pub fn hear(&mut self, track: &Track, message: &Message) -> Option<Message> {
        match message {
            Message::Hello => (self.turn > 0).then(|| self.state()),
            Message::State(turn, numbers) => {
                // Of two states after as many keys, which a reload can bring about, both windows keep the same one.
                let newer = (*turn, numbers) > (self.turn, &self.desk.tell());
                if newer && let Some(desk) = Desk::read(track, numbers) {
                    (self.turn, self.desk) = (*turn, desk);
                }
                None
            }
        }
    }

    fn state(&self) -> Message {
        Message::State(self.turn, self.desk.tell())
    }
}

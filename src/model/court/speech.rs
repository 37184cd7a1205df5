//! How much is spoken, and how long that takes. Notes, cues and stage directions are not spoken.

use super::{Act, Court, Element, Exit, Node};
use crate::model::plain_text;

/// How much a role speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Speech {
    /// How many times it speaks, in its own words or in those of the script.
    pub lines: u32,
    /// How many characters that are, without marks.
    pub characters: u32,
}

/// The characters that pupils speak in a minute: slowly, as most do, and quickly.
pub const PACE: [u32; 3] = [180, 200, 220];

/// The seconds until something is chosen.
const CHOICE: u32 = 10;

/// The characters that are spoken of a text: letters, digits and Han characters.
#[must_use]
pub fn characters(text: &str) -> u32 {
    u32::try_from(text.chars().filter(|char| char.is_alphanumeric()).count()).unwrap_or(u32::MAX)
}

/// The minutes that so many characters take, rounded up.
#[must_use]
pub const fn minutes(characters: u32, pace: u32) -> u32 {
    characters.div_ceil(pace)
}

impl Element {
    /// The characters that are spoken. Somebody's own words fill their time.
    #[must_use]
    pub fn characters(&self) -> u32 {
        match &self.act {
            Act::Line(line) => characters(&plain_text(&line.words)),
            Act::Slot(slot) => u32::from(slot.seconds) * PACE[1] / 60,
            _ => 0,
        }
    }

    /// The seconds that it takes beside the speech: as they were when a script was staged with a clock, where every line
    /// was read aloud before the next.
    fn handling(&self) -> u32 {
        match &self.act {
            Act::Line(_) | Act::Slot(_) | Act::Article(_) => 1,
            Act::Cue(cue) => cue.seconds.map_or(6, u32::from),
            Act::Show(_) => 20,
            Act::Challenge(_) => 4,
            Act::Note(_) => 0,
        }
    }

    /// Who speaks, by place in the table; nobody where everyone does.
    #[must_use]
    pub fn roles(&self) -> &[usize] {
        match &self.act {
            Act::Line(line) => line.speakers.roles(),
            Act::Slot(slot) => slot.speakers.roles(),
            Act::Challenge(challenge) => challenge.speakers.roles(),
            _ => &[],
        }
    }
}

impl Node {
    /// The characters that are spoken in it, in the whole version or in the short one.
    #[must_use]
    pub fn characters(&self, short: bool) -> u32 {
        let played = |element: &&Element| !(short && (self.skippable || element.skippable));
        self.elements.iter().filter(played).map(Element::characters).sum()
    }

    /// The minutes that it takes in class: slow speech, and what is done between.
    #[must_use]
    pub fn minutes(&self) -> u8 {
        let speech = self.characters(false) * 60 / PACE[0];
        let done: u32 = self.elements.iter().map(Element::handling).sum();
        let chosen = if matches!(self.exit, Exit::Choice(_)) { CHOICE } else { 0 };
        u8::try_from((speech + done + chosen).div_ceil(60).max(1)).unwrap_or(u8::MAX)
    }
}

impl Court {
    /// How much each role speaks in the whole script, on whichever branch, in the order of the table.
    #[must_use]
    pub fn speech(&self) -> Vec<Speech> {
        let mut speech = vec![Speech::default(); self.roles.len()];
        for element in self.nodes.iter().flat_map(|node| &node.elements) {
            for role in element.roles() {
                if let Some(speech) = speech.get_mut(*role) {
                    speech.lines += 1;
                    speech.characters += element.characters();
                }
            }
        }
        speech
    }
}

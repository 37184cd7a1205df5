//! The script as one role needs it: what it says and does, each with what comes just before.

use super::{Act, Court, Decider, Element, Exit, Node, NoteKind, Seat, Speakers, Target};
use crate::model::{Inline, plain_text};

/// Something that a role does.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// In which node.
    pub node: usize,
    /// What it waits for.
    pub before: Before<'a>,
    /// What it does.
    pub turn: Turn<'a>,
}

/// What a role waits for.
#[derive(Clone, Copy, Debug)]
pub enum Before<'a> {
    /// It opens the stage.
    Opening,
    /// It has just done something itself, and goes on.
    Own,
    /// Something else.
    Element(&'a Element),
}

/// What a role does.
#[derive(Clone, Copy, Debug)]
pub enum Turn<'a> {
    /// It speaks, shows an exhibit, or says what it thinks of one.
    Act(&'a Element),
    /// It answers the question at the end of the node.
    Choice,
}

impl Court {
    /// Everything that a role does, in the order of the script.
    #[must_use]
    pub fn entries(&self, role: usize) -> Vec<Entry<'_>> {
        let mut entries = Vec::new();
        for (number, node) in self.nodes.iter().enumerate() {
            let mut before = Before::Opening;
            let heard = |element: &&Element| !matches!(element.act, Act::Note(_) | Act::Article(_));
            for element in node.elements.iter().filter(heard) {
                if self.acts(role, element) {
                    entries.push(Entry { node: number, before, turn: Turn::Act(element) });
                    before = Before::Own;
                } else {
                    before = Before::Element(element);
                }
            }
            if self.decides(role, node) {
                entries.push(Entry { node: number, before, turn: Turn::Choice });
            }
        }
        entries
    }

    /// What only some get to read of a role: its secrets, tips or dress.
    pub fn notes(&self, role: usize, kind: NoteKind) -> impl Iterator<Item = &[Inline]> {
        self.nodes.iter().flat_map(|node| &node.elements).filter_map(move |element| match &element
            .act
        {
            Act::Note(note) if note.kind == kind && note.role == Some(role) => {
                Some(note.words.as_slice())
            }
            _ => None,
        })
    }

    /// The ways into a node: from where, and by which answer where there was a question.
    #[must_use]
    pub fn ways_into(&self, number: usize) -> Vec<(usize, Option<usize>)> {
        let here = Target::Node(number);
        let mut ways = Vec::new();
        for (from, node) in self.nodes.iter().enumerate() {
            match &node.exit {
                Exit::To(target) if *target == here => ways.push((from, None)),
                Exit::To(_) => {}
                Exit::Choice(choice) => {
                    let fits = choice.options.iter().enumerate().filter(|(_, it)| it.to == here);
                    ways.extend(fits.map(|(answer, _)| (from, Some(answer))));
                }
            }
        }
        ways
    }

    /// Whether a role does this itself: an exhibit is shown by who submits it.
    fn acts(&self, role: usize, element: &Element) -> bool {
        match &element.act {
            Act::Line(line) if line.speakers == Speakers::Everyone => {
                self.roles.get(role).is_some_and(|it| !it.is_silent())
            }
            Act::Show(show) => {
                let submitter = self.exhibits.get(show.exhibit).map(|it| it.submitter.as_str());
                submitter == self.roles.get(role).map(|it| it.name.as_str())
            }
            _ => element.roles().contains(&role),
        }
    }

    fn decides(&self, role: usize, node: &Node) -> bool {
        let Exit::Choice(choice) = &node.exit else { return false };
        match choice.decider {
            Decider::Role(decider) => decider == role,
            Decider::Panel => self.roles.get(role).is_some_and(|it| it.seat == Seat::Bench),
            Decider::Group => self.is_group(role),
            Decider::Class | Decider::Teacher => false,
        }
    }

    /// Whether a role is the 评议组.
    #[must_use]
    pub fn is_group(&self, role: usize) -> bool {
        let group = Decider::WORDS.into_iter().find(|(_, it)| *it == Decider::Group);
        self.roles.get(role).zip(group).is_some_and(|(role, (word, _))| role.name == word)
    }

    /// The last words of what somebody says, with who says it, or what is seen: enough to know when one's turn comes.
    #[must_use]
    pub fn tail(&self, element: &Element) -> String {
        let said = |speakers: &Speakers, words: &str| {
            format!("{}：{}", self.speaker_names(speakers), last(words))
        };
        match &element.act {
            Act::Line(line) => said(&line.speakers, &plain_text(&line.words)),
            Act::Challenge(challenge) => said(&challenge.speakers, &challenge.words),
            Act::Slot(slot) => format!("{}：（即兴）", self.speaker_names(&slot.speakers)),
            Act::Cue(cue) => format!("【{}】{}", cue.kind.label(), last(&plain_text(&cue.words))),
            Act::Show(show) => {
                let id = self.exhibits.get(show.exhibit).map_or("", |it| it.id.as_str());
                format!("【出示】{id}")
            }
            Act::Article(_) | Act::Note(_) => String::new(),
        }
    }
}

/// How many characters of the words before are a cue.
const TAIL: usize = 15;

fn last(words: &str) -> String {
    let count = words.chars().count();
    if count <= TAIL {
        return words.to_owned();
    }
    let rest: String = words.chars().skip(count - TAIL).collect();
    format!("……{rest}")
}

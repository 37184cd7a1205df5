//! What has happened by the time that a line is spoken: on every way that leads there, and on some way.

use crate::model::Court;
use crate::model::court::{Element, Node, Target};

/// What has happened, a bit for each thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Facts {
    /// On every way.
    pub(super) sure: u64,
    /// On some way.
    pub(super) maybe: u64,
}

impl Facts {
    const NONE: Self = Self { sure: 0, maybe: 0 };

    /// The facts where two ways meet.
    const fn join(self, other: Self) -> Self {
        Self { sure: self.sure & other.sure, maybe: self.maybe | other.maybe }
    }

    /// The facts after some things have happened.
    pub(super) const fn with(self, bits: u64) -> Self {
        Self { sure: self.sure | bits, maybe: self.maybe | bits }
    }

    /// The facts after some things have been undone.
    pub(super) const fn without(self, bits: u64) -> Self {
        Self { sure: self.sure & !bits, maybe: self.maybe & !bits }
    }
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At {
    pub(super) node: usize,
    pub(super) element: usize,
}

/// A script, or its short version, in which facts are followed.
pub(super) struct Flow<'a> {
    pub(super) court: &'a Court,
    pub(super) short: bool,
}

impl<'a> Flow<'a> {
    /// The lines of a node that are played.
    fn played(&self, node: usize) -> impl Iterator<Item = (At, &'a Element)> + use<'a> {
        let short = self.short;
        let found = self.court.nodes.get(node).into_iter();
        found.flat_map(move |it| {
            let whole = !(short && it.skippable);
            let elements = it.elements.iter().enumerate();
            elements
                .filter(move |(_, element)| whole && !(short && element.skippable))
                .map(move |(number, element)| (At { node, element: number }, element))
        })
    }

    /// Follows the facts along every way. `then` tells what a line changes. `see` is told the facts before each line
    /// that can be reached, and `end` the facts with which a node leads to the debrief.
    pub(super) fn follow(
        &self,
        then: impl Fn(Facts, At, &Element) -> Facts,
        mut see: impl FnMut(Facts, At, &Element),
        mut end: impl FnMut(Facts, usize),
    ) {
        let nodes = &self.court.nodes;
        let mut entries: Vec<Option<Facts>> = vec![None; nodes.len()];
        let mut open = Vec::new();
        if let Some(first) = entries.first_mut() {
            *first = Some(Facts::NONE);
            open.push(0);
        }
        // Facts only ever become fewer that are sure and more that may be, so this ends, loops or not.
        while let Some(node) = open.pop() {
            let Some(entry) = entries.get(node).copied().flatten() else { continue };
            let exit = self.played(node).fold(entry, |facts, (at, it)| then(facts, at, it));
            for target in nodes.get(node).into_iter().flat_map(Node::targets) {
                let Target::Node(next) = target else { continue };
                let Some(known) = entries.get_mut(next) else { continue };
                let joined = known.map_or(exit, |known| known.join(exit));
                if *known != Some(joined) {
                    *known = Some(joined);
                    open.push(next);
                }
            }
        }
        for (node, entry) in entries.iter().enumerate() {
            let Some(mut facts) = *entry else { continue };
            for (at, element) in self.played(node) {
                see(facts, at, element);
                facts = then(facts, at, element);
            }
            let leaves =
                nodes.get(node).is_some_and(|it| it.targets().any(|to| to == Target::Debrief));
            if leaves {
                end(facts, node);
            }
        }
    }
}

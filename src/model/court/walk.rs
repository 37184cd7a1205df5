//! The state of a performance: which scenes were entered, what was chosen in them, and where it stands now.

use super::track::{End, Scene, Stop, Track};

/// Where a performance stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At a stop of a scene.
    Stop(u16, u16),
    /// Before the question at the end of a scene.
    Question(u16),
    /// In the debrief.
    Over,
}

/// A scene that was entered, and the answer that was chosen at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Visit {
    pub(super) scene: u16,
    pub(super) chosen: Option<u8>,
}

/// A way through a track. It can be told in numbers and read from them, so that another window can follow it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// Whether what may be left out is left out.
    pub(super) short: bool,
    /// What was entered, the present scene last; empty only where nothing is to be seen.
    pub(super) visits: Vec<Visit>,
    /// The stop of the present scene; as many as it has stops where the question or the debrief has come.
    pub(super) stop: u16,
    /// Whether the last scene is done.
    pub(super) over: bool,
}

/// More visits are not remembered: whoever jumps to and fro for an hour can go back so far.
pub(super) const MOST_VISITS: usize = 60;

impl Walk {
    /// The beginning, of the whole version or of the short one.
    #[must_use]
    pub fn new(track: &Track, short: bool) -> Self {
        let mut walk = Self { short, visits: Vec::new(), stop: 0, over: false };
        walk.enter(track, Some(0));
        walk
    }

    /// Where it stands.
    #[must_use]
    pub fn place(&self, track: &Track) -> Place {
        let visit = self.visits.last().filter(|_| !self.over);
        let Some((visit, scene)) = visit.and_then(|it| Some((it, track.scene(it.scene)?))) else {
            return Place::Over;
        };
        if usize::from(self.stop) < scene.stops.len() {
            Place::Stop(visit.scene, self.stop)
        } else {
            Place::Question(visit.scene)
        }
    }

    /// The scene that it is in, or the last one.
    #[must_use]
    pub fn scene(&self) -> Option<u16> {
        self.visits.last().map(|visit| visit.scene)
    }

    /// Whether it is the short version.
    #[must_use]
    pub const fn is_short(&self) -> bool {
        self.short
    }

    /// What was chosen on the way: scenes and answers.
    pub fn choices(&self) -> impl Iterator<Item = (u16, u8)> {
        self.visits.iter().filter_map(|visit| Some((visit.scene, visit.chosen?)))
    }

    /// Goes one step on. Before a question it stays: that wants [`Self::choose`].
    pub fn next(&mut self, track: &Track) {
        let Place::Stop(number, stop) = self.place(track) else { return };
        let Some(scene) = track.scene(number) else { return };
        match (self.seen(scene).find(|it| *it > stop), &scene.end) {
            (Some(next), _) => self.stop = next,
            (None, End::Choose(..)) => self.stop = scene.question(),
            (None, End::To(target)) => self.enter(track, *target),
        }
    }

    /// Answers the question before which it stands.
    pub fn choose(&mut self, track: &Track, answer: u8) {
        if let Place::Question(scene) = self.place(track)
            && let Some(End::Choose(_, targets)) = track.scene(scene).map(|it| &it.end)
            && let Some(target) = targets.get(usize::from(answer))
        {
            if let Some(visit) = self.visits.last_mut() {
                visit.chosen = Some(answer);
            }
            self.enter(track, *target);
        }
    }

    /// Goes one step back. What was chosen at the end of a scene is open again once that question is back.
    pub fn back(&mut self, track: &Track) {
        if self.over {
            // Where nothing was entered there is nothing to go back to.
            self.over = self.visits.is_empty();
            return self.rewind(track);
        }
        let scene = self.scene().and_then(|it| track.scene(it));
        let before = scene.and_then(|it| self.seen(it).take_while(|it| *it < self.stop).last());
        if let Some(stop) = before {
            self.stop = stop;
        } else if self.visits.len() > 1 {
            self.visits.pop();
            self.rewind(track);
        }
    }

    /// Goes to a scene, whatever leads there.
    pub fn jump(&mut self, track: &Track, scene: u16) {
        if track.scene(scene).is_some() {
            self.enter(track, Some(scene));
        }
    }

    /// Leaves out what may be left out, or no longer. It stays where it is.
    pub fn set_short(&mut self, short: bool) {
        self.short = short;
    }

    /// The stops of a scene that this version has.
    fn seen<'a>(&self, scene: &'a Scene) -> impl Iterator<Item = u16> + use<'a> {
        let short = self.short;
        let skipped = short && scene.skippable;
        let seen = move |it: &Stop| !(skipped || short && it.skippable);
        (0..).zip(&scene.stops).filter_map(move |(at, stop)| seen(stop).then_some(at))
    }

    /// To the last thing of the present scene: its question, or its last stop.
    fn rewind(&mut self, track: &Track) {
        let Some(visit) = self.visits.last_mut() else { return };
        visit.chosen = None;
        let Some(scene) = track.scene(visit.scene) else { return };
        self.stop = match scene.end {
            End::Choose(..) => scene.question(),
            End::To(_) => self.seen(scene).last().unwrap_or_default(),
        };
    }

    /// Enters a scene; without one, or where nothing is left to be seen, it is over.
    fn enter(&mut self, track: &Track, target: Option<u16>) {
        let Some((scene, stop)) = self.landing(track, target) else {
            self.over = true;
            return;
        };
        if self.visits.len() >= MOST_VISITS {
            self.visits.remove(0);
        }
        self.visits.push(Visit { scene, chosen: None });
        (self.stop, self.over) = (stop, false);
    }

    /// Where one who enters a scene comes to stand: at the first stop that this version has, or before the question. A
    /// scene that has neither is passed.
    pub(super) fn landing(&self, track: &Track, target: Option<u16>) -> Option<(u16, u16)> {
        let mut target = target;
        // Each scene is passed at most once, so that scenes without a stop cannot lead round in circles for ever.
        for _ in &track.scenes {
            let number = target?;
            let scene = track.scene(number)?;
            match (self.seen(scene).next(), &scene.end) {
                (Some(stop), _) => return Some((number, stop)),
                (None, End::Choose(..)) => return Some((number, scene.question())),
                (None, End::To(next)) => target = *next,
            }
        }
        None
    }

    /// The numbers that tell it.
    pub(super) fn tell(&self, into: &mut Vec<u32>) {
        let flags = u32::from(self.short) | u32::from(self.over) << 1;
        into.extend([flags, u32::from(self.stop), u32::try_from(self.visits.len()).unwrap_or(0)]);
        for visit in &self.visits {
            let chosen = visit.chosen.map_or(0, |it| u32::from(it) + 1);
            into.push(u32::from(visit.scene) << 8 | chosen);
        }
    }

    /// Reads what [`Self::tell`] told; none where it does not fit the track.
    pub(super) fn read(track: &Track, from: &mut impl Iterator<Item = u32>) -> Option<Self> {
        let flags = from.next().filter(|it| *it <= 3)?;
        let stop = u16::try_from(from.next()?).ok()?;
        let count = usize::try_from(from.next()?).ok().filter(|it| *it <= MOST_VISITS)?;
        let (short, over) = (flags & 1 != 0, flags & 2 != 0);
        let mut visits = Vec::new();
        let mut most = 0;
        for _ in 0..count {
            let number = from.next()?;
            let scene = u16::try_from(number >> 8).ok()?;
            let chosen = u8::try_from(number & 0xFF).ok()?.checked_sub(1);
            let found = track.scene(scene)?;
            let answers = match &found.end {
                End::Choose(_, targets) => targets.len(),
                End::To(_) => 0,
            };
            if chosen.is_some_and(|it| usize::from(it) >= answers) {
                return None;
            }
            most = match found.end {
                End::Choose(..) => found.question(),
                End::To(_) => found.question().checked_sub(1)?,
            };
            visits.push(Visit { scene, chosen });
        }
        let fits = stop <= most && (over || count > 0);
        fits.then_some(Self { short, visits, stop, over })
    }
}

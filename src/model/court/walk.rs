//! The state of a performance: which scenes were entered, what was chosen in them, and where it stands now.

use super::track::{End, Scene, Track};

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
struct Visit {
    scene: u16,
    chosen: Option<u8>,
}

/// A way through a track. It can be told in numbers and read from them, so that it survives a reload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// Whether what may be left out is left out.
    short: bool,
    /// What was entered, the present scene last; empty only where nothing is to be seen.
    visits: Vec<Visit>,
    /// The stop of the present scene; as many as it has stops where the question or the debrief has come.
    stop: u16,
    /// Whether the last scene is done.
    over: bool,
}

/// More visits are not remembered: whoever jumps to and fro for an hour can go back so far.
const MOST_VISITS: usize = 60;

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
    fn seen(&self, scene: &Scene) -> impl Iterator<Item = u16> + use<> {
        let short = self.short;
        let skipped = short && scene.skippable;
        let stops: Vec<bool> =
            scene.stops.iter().map(|it| !(skipped || short && it.skippable)).collect();
        (0..).zip(stops).filter_map(|(at, seen)| seen.then_some(at))
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

    /// Enters a scene at the first stop that this version has; passes on where it has none; without a scene it is over.
    fn enter(&mut self, track: &Track, target: Option<u16>) {
        let mut target = target;
        // Each scene is passed at most once, so that scenes without a stop cannot lead round in circles for ever.
        for _ in &track.scenes {
            let Some((number, scene)) = target.and_then(|it| Some((it, track.scene(it)?))) else {
                break;
            };
            let first = self.seen(scene).next();
            if let (None, End::To(next)) = (first, &scene.end) {
                target = *next;
                continue;
            }
            if self.visits.len() >= MOST_VISITS {
                self.visits.remove(0);
            }
            self.visits.push(Visit { scene: number, chosen: None });
            (self.stop, self.over) = (first.unwrap_or(scene.question()), false);
            return;
        }
        self.over = true;
    }

    /// The step at which it stands, as one number: the scene and the stop in it, not what was chosen on the way.
    pub(super) fn step(&self) -> Option<u32> {
        let scene = u32::from(self.scene()?);
        let flags = u32::from(self.short) | u32::from(self.over) << 1;
        Some(scene << 18 | flags << 16 | u32::from(self.stop))
    }

    /// The walk that begins at a step; none where the track has no such step.
    pub(super) fn at(track: &Track, step: u32) -> Option<Self> {
        let told = [step >> 16 & 3, step & 0xFFFF, 1, step >> 18 << 8];
        Self::read(track, &mut told.into_iter())
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

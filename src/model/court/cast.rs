//! Casting: a part for everyone, drawn by lots that a number fixes, so that the same number gives the same cast.
//!
//! Whoever has said the least in earlier sessions gets the most to say now. Parts that want a volunteer or the teacher
//! are never drawn; whoever passes speaks no part and still has something to do.

use super::part::Part;

/// A pupil, by place in the list. Names are no business of the casting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pupil {
    /// What the pupil wants.
    pub wish: Wish,
    /// How many characters the pupil has said in earlier sessions.
    pub had: u32,
}

/// What a pupil wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wish {
    /// Whatever the lots give.
    #[default]
    Any,
    /// This part: asked for by the pupil, or kept from the last draw.
    Fixed(u8),
    /// No part that speaks.
    Pass,
}

/// What a pupil does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// Plays a part.
    Part(u8),
    /// Learns a part with whoever plays it, and steps in.
    Understudy(u8),
    /// Sits in the 评议组.
    Group,
    /// Keeps the time.
    Timekeeper,
    /// Writes about it.
    Reporter,
    /// Watches one thing: which of [`Duty::TASKS`].
    Observer(u8),
}

/// Who does what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cast {
    /// The duties of each pupil, at least one.
    pub duties: Vec<Vec<Duty>>,
    /// The parts that nobody plays yet, once for each who is missing: the teacher's, those that wait for a volunteer,
    /// and those for which the pupils are too few.
    pub open: Vec<u8>,
}

impl Duty {
    /// What observers watch, one thing each.
    pub const TASKS: [&'static str; 6] = [
        "看证据：每件证据想证明什么，证明了没有",
        "看程序：先后顺序对不对，谁还没有说上话",
        "听法条：法庭用了哪一条，为什么是这一条",
        "听理由：哪一方的哪句话最有道理",
        "看对待人：说话的人有没有被好好听完",
        "看转折：哪一句话改变了你的想法",
    ];
}

/// How many sit in the 评议组 where the script does not say.
const GROUP: usize = 11;

/// Gives everyone a part.
#[must_use]
pub fn cast(parts: &[Part], pupils: &[Pupil], seed: u32) -> Cast {
    let mut table = Table {
        parts,
        duties: vec![Vec::new(); pupils.len()],
        loads: vec![0; pupils.len()],
        filled: vec![0; parts.len()],
    };
    let order = drawn_order(pupils, seed);
    for pupil in &order {
        if let Wish::Fixed(part) = pupils[*pupil].wish
            && table.takes(part)
        {
            table.give(*pupil, part);
        }
    }
    let mut open = Vec::new();
    let free = |table: &Table<'_>, pupil: usize| {
        pupils[pupil].wish != Wish::Pass && table.duties[pupil].is_empty()
    };
    for part in table.wanted() {
        let next = order.iter().copied().find(|it| free(&table, *it));
        let chosen = next.or_else(|| table.second(pupils, &order, part));
        match chosen.filter(|_| parts[usize::from(part)].drawn) {
            Some(pupil) => table.give(pupil, part),
            None => open.push(part),
        }
    }
    let rest: Vec<usize> =
        order.into_iter().filter(|pupil| table.duties[*pupil].is_empty()).collect();
    table.others(pupils, &rest);
    Cast { duties: table.duties, open }
}

/// The pupils in the order in which they are served: who has said the least first, of equals as the lots fall.
fn drawn_order(pupils: &[Pupil], seed: u32) -> Vec<usize> {
    let mut order: Vec<usize> = (0..pupils.len()).collect();
    // Xorshift: any state but 0 will do, and near seeds have to part quickly.
    let mut state = seed.wrapping_mul(0x9E37_79B9) ^ 0x5DEE_CE66;
    state = state.max(1);
    for at in (1..order.len()).rev() {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let other = state as usize % (at + 1);
        order.swap(at, other);
    }
    order.sort_by_key(|pupil| pupils[*pupil].had);
    order
}

/// What has been given away.
struct Table<'a> {
    parts: &'a [Part],
    duties: Vec<Vec<Duty>>,
    /// The characters that each pupil says.
    loads: Vec<u32>,
    /// How many play each part.
    filled: Vec<u8>,
}

impl Table<'_> {
    /// Whether somebody who asks for a part gets it.
    fn takes(&self, part: u8) -> bool {
        let at = usize::from(part);
        self.parts.get(at).is_some_and(|it| it.open_to_pupils && self.filled[at] < it.most)
    }

    fn give(&mut self, pupil: usize, part: u8) {
        let at = usize::from(part);
        self.duties[pupil].push(Duty::Part(part));
        self.loads[pupil] += self.parts[at].characters;
        self.filled[at] += 1;
    }

    /// The parts that still want somebody, once for each who is missing, those that say the most first.
    fn wanted(&self) -> Vec<u8> {
        let mut wanted: Vec<(u32, u8)> = Vec::new();
        for (number, (part, filled)) in (0_u8..).zip(self.parts.iter().zip(&self.filled)) {
            let missing = if part.group { 0 } else { part.least.saturating_sub(*filled) };
            wanted.extend((0..missing).map(|_| (u32::MAX - part.characters, number)));
        }
        wanted.sort_unstable();
        wanted.into_iter().map(|(_, part)| part).collect()
    }

    /// Who may play a part besides another one: never for two sides, nor for two that meet unless both are of the court;
    /// of those, who has the least to say.
    fn second(&self, pupils: &[Pupil], order: &[usize], part: u8) -> Option<usize> {
        let new = self.parts.get(usize::from(part))?;
        let fits = |pupil: &usize| {
            let own = self.duties[*pupil].iter().filter_map(|duty| match duty {
                Duty::Part(own) => self.parts.get(usize::from(*own)).map(|it| (*own, it)),
                _ => None,
            });
            pupils[*pupil].wish != Wish::Pass
                && own.into_iter().all(|(number, own)| {
                    let court = own.camp.is_of_court() && new.camp.is_of_court();
                    let apart = court || own.scenes & new.scenes == 0;
                    number != part && own.camp.goes_with(new.camp) && apart
                })
        };
        order.iter().copied().filter(fits).min_by_key(|pupil| self.loads[*pupil])
    }

    /// Something to do for those who play no part.
    fn others(&mut self, pupils: &[Pupil], rest: &[usize]) {
        let group = self.parts.iter().find(|part| part.group);
        let most = group.map_or(GROUP, |part| usize::from(part.most));
        let mut mains = self.mains(rest.len() / 4).into_iter();
        let mut seated = 0;
        let mut observers = 0;
        // A group of two decides nothing that two friends would not.
        let most = if rest.len() < 4 { 0 } else { most };
        for (at, pupil) in rest.iter().enumerate() {
            let duty = if at == 0 {
                Duty::Timekeeper
            } else if at == 4 || at == 11 {
                Duty::Reporter
            } else if at > 3
                && pupils[*pupil].wish != Wish::Pass
                && let Some(part) = mains.next()
            {
                Duty::Understudy(part)
            } else if seated < most && (at < 8 || at % 2 == 0) {
                Duty::Group
            } else {
                Duty::Observer(observers)
            };
            seated += usize::from(duty == Duty::Group);
            if matches!(duty, Duty::Observer(_)) {
                observers = (observers + 1) % 6;
            }
            self.duties[*pupil].push(duty);
        }
    }

    /// The parts that say more than a little, of those that lots decide on: these get an understudy.
    fn mains(&self, most: usize) -> Vec<u8> {
        let drawn = || (0..).zip(self.parts).filter(|(_, part)| part.drawn && !part.group);
        let whole: u32 = drawn().map(|(_, part)| part.characters).sum();
        let count = drawn().fold(0_u32, |count, _| count + 1);
        let mut mains: Vec<(u32, u8)> = drawn()
            .filter(|(_, part)| part.characters.saturating_mul(2 * count) > whole)
            .map(|(number, part)| (u32::MAX - part.characters, number))
            .collect();
        mains.sort_unstable();
        mains.truncate(most);
        mains.into_iter().map(|(_, part)| part).collect()
    }
}

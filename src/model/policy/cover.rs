//! Boxes of worlds: for each variable a mask of classes. Whether some boxes cover another one is answered exactly, by
//! taking them away from it one after the other.

/// Boxes of one width, one after the other.
#[derive(Default)]
pub(super) struct Boxes {
    width: usize,
    count: usize,
    masks: Vec<u64>,
}

impl Boxes {
    /// Takes all boxes out.
    pub(super) fn clear(&mut self, width: usize) {
        (self.width, self.count) = (width, 0);
        self.masks.clear();
    }

    /// Adds a box of so many masks as the width says.
    pub(super) fn push(&mut self, masks: &[u64]) {
        self.masks.extend_from_slice(masks);
        self.count += 1;
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.count
    }

    /// One of them.
    pub(super) fn get(&self, at: usize) -> &[u64] {
        self.masks.get(at * self.width..(at + 1) * self.width).unwrap_or_default()
    }
}

impl Boxes {
    /// Takes other boxes away, so that boxes are left that share nothing with them; false where that is too many.
    pub(super) fn take_away(&mut self, others: &Self, most: u32) -> bool {
        for other in (0..others.count).map(|at| others.get(at)) {
            let mut left = Self { width: self.width, ..Self::default() };
            for piece in (0..self.count).map(|at| self.get(at)) {
                if piece.iter().zip(other).any(|(mask, other)| mask & other == 0) {
                    left.push(piece);
                    continue;
                }
                // What lies outside of the other box in one variable is kept; then only what lies inside is looked at.
                let mut rest = piece.to_vec();
                for (at, other) in other.iter().enumerate() {
                    let Some(mask) = rest.get(at).copied() else { continue };
                    if mask & !other != 0 {
                        put(&mut rest, at, mask & !other);
                        left.push(&rest);
                        put(&mut rest, at, mask & other);
                    }
                }
            }
            if left.count > usize::try_from(most).unwrap_or(usize::MAX) {
                return false;
            }
            *self = left;
        }
        true
    }
}

fn put(masks: &mut [u64], at: usize, mask: u64) {
    if let Some(place) = masks.get_mut(at) {
        *place = mask;
    }
}

/// What is left of a box while others are taken away from it, and how many steps may still be done.
#[derive(Default)]
pub(super) struct Cover {
    masks: Vec<u64>,
    steps: u32,
    /// Whether the steps did not suffice, so that some answer "no" is none.
    pub(super) exhausted: bool,
}

impl Cover {
    /// Whether the boxes for which `counts` holds cover a box, in at most so many steps. Where those do not suffice, it
    /// says that they do not cover it.
    pub(super) fn covers(
        &mut self,
        boxes: &Boxes,
        whole: &[u64],
        counts: &dyn Fn(usize) -> bool,
        steps: u32,
    ) -> bool {
        self.masks.clear();
        self.masks.extend_from_slice(whole);
        self.steps = steps;
        self.is_covered(boxes, 0, 0, counts)
    }

    /// Whether the box that begins at `start` is covered by the boxes from number `from` on.
    fn is_covered(
        &mut self,
        boxes: &Boxes,
        start: usize,
        from: usize,
        counts: &dyn Fn(usize) -> bool,
    ) -> bool {
        for number in (from..boxes.len()).filter(|it| counts(*it)) {
            let Some(steps) = self.steps.checked_sub(1) else {
                self.exhausted = true;
                return false;
            };
            self.steps = steps;
            let other = boxes.get(number);
            let piece = self.masks.get(start..).unwrap_or_default();
            if piece.iter().zip(other).any(|(mask, other)| mask & other == 0) {
                continue;
            }
            // What lies outside of the box in one variable has to be covered by the later boxes; then only what lies
            // inside is looked at.
            for (at, other) in other.iter().enumerate() {
                let mask = self.masks.get(start + at).copied().unwrap_or_default();
                if mask & !other != 0 {
                    let piece = self.masks.len();
                    self.masks.extend_from_within(start..start + boxes.width);
                    put(&mut self.masks, piece + at, mask & !other);
                    let covered = self.is_covered(boxes, piece, number + 1, counts);
                    self.masks.truncate(piece);
                    if !covered {
                        return false;
                    }
                    put(&mut self.masks, start + at, mask & other);
                }
            }
            return true;
        }
        false
    }
}

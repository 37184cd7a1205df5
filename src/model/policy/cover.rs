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
                    self.put(piece + at, mask & !other);
                    let covered = self.is_covered(boxes, piece, number + 1, counts);
                    self.masks.truncate(piece);
                    if !covered {
                        return false;
                    }
                    self.put(start + at, mask & other);
                }
            }
            return true;
        }
        false
    }

    fn put(&mut self, at: usize, mask: u64) {
        if let Some(place) = self.masks.get_mut(at) {
            *place = mask;
        }
    }
}

//! Small numbers, each below a bound of its own, as one number that a browser keeps exactly. What is put first is taken
//! first; what has no room any more is left out.

/// A number that grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    number: u64,
    weight: u64,
}

/// The first number that a browser's numbers, which are fractions, do not tell from its neighbour.
const END: u64 = 1 << 53;

impl Digits {
    /// Nothing yet.
    pub(super) const fn new() -> Self {
        Self { number: 0, weight: 1 }
    }

    /// Puts digits, each with how many there could be: all of them or, where they have no room, none.
    pub(super) fn put(&mut self, digits: &[(u64, u64)]) -> bool {
        let mut longer = *self;
        for (digit, bound) in digits {
            let weight = longer.weight.checked_mul(*bound).filter(|it| *it <= END);
            let (Some(weight), true) = (weight, digit < bound) else { return false };
            longer = Self { number: longer.number + digit * longer.weight, weight };
        }
        *self = longer;
        true
    }

    /// The number.
    pub(super) const fn number(self) -> u64 {
        self.number
    }
}

/// What is left of a number.
#[derive(Debug)]
pub(super) struct Rest(pub(super) u64);

impl Rest {
    /// The next digit, of so many that there could be.
    pub(super) fn take(&mut self, bound: u64) -> u64 {
        let bound = bound.max(1);
        let digit = self.0 % bound;
        self.0 /= bound;
        digit
    }
}

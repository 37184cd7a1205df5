//! Areas as numbers: a code names all twelve-digit codes that begin with it, so that one area lies in another where the
//! numbers do.

/// The area of a division code: the first and the last of the twelve-digit codes in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Region(pub(super) u64, pub(super) u64);

impl Region {
    /// Reads a code of 2, 4, 6, 9 or 12 digits.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let missing = match code.len() {
            2 => 10,
            4 => 8,
            6 => 6,
            9 => 3,
            12 => 0,
            _ => return None,
        };
        if !code.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let (number, size) = (code.parse::<u64>().ok()?, 10_u64.pow(missing));
        Some(Self(number * size, number * size + (size - 1)))
    }

    /// Whether another area lies in this one, or is this one.
    #[must_use]
    pub const fn holds(self, other: Self) -> bool {
        self.0 <= other.0 && other.1 <= self.1
    }

    /// Sorts areas so that each comes after those that hold it.
    pub(super) fn sort(regions: &mut Vec<Self>) {
        regions.sort_unstable_by_key(|it| (it.0, u64::MAX - it.1));
        regions.dedup();
    }
}

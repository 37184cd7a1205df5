//! Numbers and words in the files of the index. Whatever the bytes are, reading them ends, with an error at worst.

/// A file of the index that cannot be read: cut off, altered, or of another build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken;

/// The first bytes of each file.
const MAGIC: &[u8; 3] = b"QS1";

/// How many bytes stand before the content of a file: magic, stamp of the build, sum.
const HEAD: usize = 11;

/// Reads numbers from bytes, from left to right.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl<'a> Bytes<'a> {
    /// The next byte.
    pub(super) fn byte(&mut self) -> Result<u8, Broken> {
        let (first, rest) = self.0.split_first().ok_or(Broken)?;
        self.0 = rest;
        Ok(*first)
    }

    /// The next number: seven bits a byte, the lowest first.
    pub(super) fn number(&mut self) -> Result<u32, Broken> {
        let mut number = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            let bits = u32::from(byte & 0x7f);
            if shift == 28 && bits > 0xf {
                return Err(Broken);
            }
            number |= bits << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(Broken)
    }

    /// The next number, of things that take at least a byte each: there cannot be more of them than bytes are left.
    pub(super) fn count(&mut self) -> Result<usize, Broken> {
        let count = usize::try_from(self.number()?).map_err(|_| Broken)?;
        if count > self.0.len() { Err(Broken) } else { Ok(count) }
    }

    /// The next bytes, as many as the number before them says.
    pub(super) fn run(&mut self) -> Result<&'a [u8], Broken> {
        let length = self.count()?;
        let (run, rest) = self.0.split_at_checked(length).ok_or(Broken)?;
        self.0 = rest;
        Ok(run)
    }

    /// The next character.
    pub(super) fn character(&mut self) -> Result<char, Broken> {
        char::from_u32(self.number()?).ok_or(Broken)
    }

    /// A list: how many, then each.
    pub(super) fn list<T>(
        &mut self,
        mut one: impl FnMut(&mut Self) -> Result<T, Broken>,
    ) -> Result<Vec<T>, Broken> {
        let mut list = Vec::new();
        for _ in 0..self.count()? {
            list.push(one(self)?);
        }
        Ok(list)
    }

    /// Whether nothing is left.
    pub(super) fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

/// The content of a file of the build with this stamp, or of any build; and the stamp.
pub(super) fn open(file: &[u8], stamp: Option<u32>) -> Result<(u32, Bytes<'_>), Broken> {
    let (head, content) = file.split_at_checked(HEAD).ok_or(Broken)?;
    let (magic, numbers) = head.split_at_checked(MAGIC.len()).ok_or(Broken)?;
    let number = |from: usize| -> Result<u32, Broken> {
        let bytes = numbers.get(from..from + 4).ok_or(Broken)?;
        Ok(u32::from_le_bytes(bytes.try_into().map_err(|_| Broken)?))
    };
    let (own, sum_told) = (number(0)?, number(4)?);
    let right = magic == MAGIC && stamp.is_none_or(|it| it == own) && sum(own, content) == sum_told;
    if right { Ok((own, Bytes(content))) } else { Err(Broken) }
}

/// A file with this content.
#[cfg(feature = "ssr")]
pub(super) fn close(stamp: u32, content: &[u8]) -> Vec<u8> {
    let mut file = Vec::with_capacity(HEAD + content.len());
    file.extend(MAGIC);
    file.extend(stamp.to_le_bytes());
    file.extend(sum(stamp, content).to_le_bytes());
    file.extend(content);
    file
}

/// A sum over a content, to see that it was cut off or altered by accident: FNV-1a, seeded with the stamp.
pub(super) fn sum(stamp: u32, content: &[u8]) -> u32 {
    let seed = 0x811c_9dc5 ^ stamp;
    content.iter().fold(seed, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// Appends a number.
#[cfg(feature = "ssr")]
pub(super) fn push_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push((number & 0x7f) as u8);
}

/// Appends the number of things.
#[cfg(feature = "ssr")]
pub(super) fn push_count(bytes: &mut Vec<u8>, count: usize) {
    push_number(bytes, u32::try_from(count).unwrap_or(u32::MAX));
}

/// Appends bytes with their number before them.
#[cfg(feature = "ssr")]
pub(super) fn push_run(bytes: &mut Vec<u8>, run: &[u8]) {
    push_count(bytes, run.len());
    bytes.extend(run);
}

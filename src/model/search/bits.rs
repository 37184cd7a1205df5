//! Gaps between page numbers in as few bits as they need: Rice's code (1979). Its width follows from how many numbers there
//! are among how many pages, so it is not written down.

use super::bytes::Broken;

/// Reads bits, the highest of each byte first.
#[derive(Debug)]
pub(super) struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Bits<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn bit(&mut self) -> Result<bool, Broken> {
        let byte = self.bytes.get(self.at / 8).ok_or(Broken)?;
        let bit = byte >> (7 - self.at % 8) & 1;
        self.at += 1;
        Ok(bit == 1)
    }

    /// How many ones stand before the next zero, or before nothing where there are `most`.
    pub(super) fn ones(&mut self, most: u32) -> Result<u32, Broken> {
        let mut ones = 0;
        while ones < most && self.bit()? {
            ones += 1;
        }
        Ok(ones)
    }

    /// A gap of this width.
    pub(super) fn gap(&mut self, width: u32) -> Result<u32, Broken> {
        let mut gap = self.ones(u32::MAX)?;
        for _ in 0..width {
            gap = gap.checked_mul(2).ok_or(Broken)? | u32::from(self.bit()?);
        }
        Ok(gap)
    }
}

/// How many bits of a gap are written as they are, where `count` of `pages` are told.
pub(super) fn width(pages: u32, count: u32) -> u32 {
    (pages / 3 * 2 / count.max(1)).max(1).ilog2()
}

/// Writes what [`Bits`] reads.
#[cfg(feature = "ssr")]
#[derive(Debug, Default)]
pub(super) struct Writer {
    pub(super) bytes: Vec<u8>,
    /// How many bits of the last byte are taken.
    taken: u32,
}

#[cfg(feature = "ssr")]
impl Writer {
    fn bit(&mut self, bit: bool) {
        if self.taken.is_multiple_of(8) {
            self.bytes.push(0);
            self.taken = 0;
        }
        if let Some(last) = self.bytes.last_mut() {
            *last |= u8::from(bit) << (7 - self.taken);
        }
        self.taken += 1;
    }

    pub(super) fn ones(&mut self, ones: u32, most: u32) {
        for _ in 0..ones {
            self.bit(true);
        }
        if ones < most {
            self.bit(false);
        }
    }

    pub(super) fn gap(&mut self, gap: u32, width: u32) {
        self.ones(gap >> width, u32::MAX);
        for place in (0..width).rev() {
            self.bit(gap >> place & 1 == 1);
        }
    }
}

//! Text as search compares it: letters and digits only, in one width, one case (of Latin letters without accents) and
//! simplified characters. What a
//! character becomes does not depend on its neighbours, so a part of a text is a part of the folded text.

use super::bytes::{Broken, Bytes, open};

/// Traditional characters and other variants, each with the simplified character that stands for it.
#[derive(Clone, Debug, Default)]
pub struct Variants {
    /// The number of the first variant.
    first: u32,
    /// What stands for each character from there to the last variant: most are no variant and stand for themselves.
    plain: Vec<char>,
}

impl Variants {
    /// The table of these pairs.
    #[must_use]
    pub fn new(pairs: &[(char, char)]) -> Self {
        let variants = pairs.iter().map(|pair| u32::from(pair.0));
        let (Some(first), Some(last)) = (variants.clone().min(), variants.max()) else {
            return Self::default();
        };
        let plain = (first..=last).map(|it| char::from_u32(it).unwrap_or_default());
        let mut table = Self { first, plain: plain.collect() };
        for (variant, plain) in pairs {
            if let Some(place) = table.plain.get_mut((u32::from(*variant) - first) as usize) {
                *place = *plain;
            }
        }
        table
    }

    /// The variants in order.
    #[cfg(feature = "ssr")]
    fn pairs(&self) -> impl Iterator<Item = (char, char)> {
        let characters = (self.first..).map(|it| char::from_u32(it).unwrap_or_default());
        characters.zip(self.plain.iter().copied()).filter(|(character, plain)| character != plain)
    }

    /// Those of these characters, which are in order.
    #[cfg(feature = "ssr")]
    pub(super) fn among(&self, characters: &[char]) -> Self {
        let held = |pair: &(char, char)| characters.binary_search(&pair.0).is_ok();
        Self::new(&self.pairs().filter(held).collect::<Vec<_>>())
    }

    /// Reads the file of the table.
    pub(super) fn read(file: &[u8], stamp: u32) -> Result<Self, Broken> {
        let (_, mut bytes) = open(file, Some(stamp))?;
        Self::read_from(&mut bytes)
    }

    /// Reads a table among other things.
    pub(super) fn read_from(bytes: &mut Bytes<'_>) -> Result<Self, Broken> {
        let mut last = 0_u32;
        let pairs = bytes.list(|bytes| {
            last = last.checked_add(bytes.number()?).ok_or(Broken)?;
            Ok((char::from_u32(last).ok_or(Broken)?, bytes.character()?))
        })?;
        Ok(Self::new(&pairs))
    }

    /// The content of the file.
    #[cfg(feature = "ssr")]
    pub(super) fn write(&self) -> Vec<u8> {
        use super::bytes::{push_count, push_number};
        let mut bytes = Vec::new();
        push_count(&mut bytes, self.pairs().count());
        let mut last = 0;
        for (variant, plain) in self.pairs() {
            push_number(&mut bytes, u32::from(variant) - last);
            push_number(&mut bytes, u32::from(plain));
            last = u32::from(variant);
        }
        bytes
    }

    fn plain(&self, character: char) -> char {
        let at = u32::from(character).checked_sub(self.first);
        at.and_then(|at| self.plain.get(at as usize)).copied().unwrap_or(character)
    }
}

/// What a character becomes: `None` for a mark or a blank.
fn fold_one(character: char, variants: &Variants) -> Option<char> {
    let half = match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0)?,
        _ => character,
    };
    if half.is_ascii() {
        return half.is_ascii_alphanumeric().then(|| half.to_ascii_lowercase());
    }
    is_letter(half).then(|| variants.plain(half))
}

/// Whether a character beyond ASCII is a letter or a digit, by its block: the exact tables of Unicode are larger than the
/// rest of the reader, and our texts have no letters of the blocks that hold marks too.
const fn is_letter(character: char) -> bool {
    matches!(
        character,
        '\u{c0}'..='\u{1fff}'
            | '\u{2c00}'..='\u{2dff}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3041}'..='\u{30fa}'
            | '\u{30fc}'..='\u{d7ff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ff9f}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

/// A folded text.
#[must_use]
pub fn fold(text: &str, variants: &Variants) -> Vec<char> {
    // Most characters take three bytes.
    let mut folded = Vec::with_capacity(text.len() / 3 + 1);
    folded.extend(text.chars().filter_map(|character| fold_one(character, variants)));
    folded
}

/// A folded text that knows where each of its characters stands: the byte in the text.
pub(super) fn fold_with_places(text: &str, variants: &Variants) -> (Vec<char>, Vec<usize>) {
    let folded = text.char_indices();
    folded.filter_map(|(at, character)| Some((fold_one(character, variants)?, at))).unzip()
}

/// Where `part` begins in `whole`, first to last, overlapping ones too; nowhere where there is nothing to look for.
pub(super) fn places<'a>(whole: &'a [char], part: &'a [char]) -> impl Iterator<Item = usize> + 'a {
    let first = part.first().copied();
    // Most places are passed over by their first character, without looking at a slice.
    let begins = whole.iter().enumerate().filter(move |(_, character)| Some(**character) == first);
    let places = begins.map(|(at, _)| at);
    places.filter(move |at| whole.get(*at..).is_some_and(|rest| rest.starts_with(part)))
}

/// Whether `whole` holds `part`.
pub(super) fn holds(whole: &[char], part: &[char]) -> bool {
    places(whole, part).next().is_some()
}

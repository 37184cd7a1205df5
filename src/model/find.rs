//! Finding an entry of a list: by what somebody types (part of a name, its pinyin, its initials, an everyday word), and
//! by what it offers.

/// What a reader looks for. Nothing wanted fits everything.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    /// What was typed: each word has to stand somewhere in the key.
    pub typed: String,
    /// Marks that an entry has to bear, each of them.
    pub marks: Vec<String>,
    /// Only what is open now.
    pub open: bool,
    /// Only what lies within so many metres of the reader.
    pub metres: Option<f64>,
}

/// What is known of an entry.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// What it is found by.
    pub key: &'a str,
    /// Its marks, blanks between them.
    pub marks: &'a str,
    /// Whether it is open now, where that is known.
    pub open: bool,
    /// How far away it is, where that is known.
    pub metres: Option<f64>,
}

impl Wanted {
    /// Whether an entry fits. What is not known of it does not fit what is wanted: a place of unknown hours is not among
    /// those that are open.
    #[must_use]
    pub fn admits(&self, entry: Entry<'_>) -> bool {
        // Only pinyin has small and capital letters.
        let key = entry.key.to_ascii_lowercase();
        let typed = self.typed.to_ascii_lowercase();
        typed.split_whitespace().all(|word| holds(&key, word))
            && self.marks.iter().all(|mark| entry.marks.split(' ').any(|it| it == mark))
            && (!self.open || entry.open)
            && self.metres.is_none_or(|most| entry.metres.is_some_and(|metres| metres <= most))
    }

    /// Whether anything is wanted at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.typed.trim().is_empty() && self.marks.is_empty() && !self.open && self.metres.is_none()
    }
}

/// Whether a key holds a word: Latin letters at the beginning of one of its words, since a few letters stand somewhere
/// in most of them; anything else anywhere. A whole address holds the name that it leads to: 白云区三元里街道.
fn holds(key: &str, word: &str) -> bool {
    /// A shorter name stands in too many others.
    const NAME: usize = 3;
    if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return key.split(' ').any(|own| own.starts_with(word));
    }
    let is_name = |own: &&str| !own.is_ascii() && own.chars().count() >= NAME;
    key.contains(word) || key.split(' ').filter(is_name).any(|own| word.contains(own))
}

/// A distance in words: `约 800 米`, `约 3.2 公里`. It is no more exact than a straight line is a way.
#[must_use]
pub fn distance_words(metres: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "the cast saturates")]
    let tens = (metres / 100.0).round().max(1.0) as i64;
    if tens < 10 {
        format!("约 {} 米", tens * 100)
    } else {
        format!("约 {}.{} 公里", tens / 10, tens % 10)
    }
}

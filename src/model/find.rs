//! Finding an entry of a list by what somebody types: part of a name, its pinyin, or its initials.

/// Whether an entry fits: every word typed stands somewhere in its key. Nothing typed fits everything.
#[must_use]
pub fn fits(key: &str, typed: &str) -> bool {
    let key = key.to_lowercase();
    typed.to_lowercase().split_whitespace().all(|word| key.contains(word))
}

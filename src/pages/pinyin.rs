//! Pinyin, so that somebody who does not know the characters, or types in Latin letters, finds a name too.

use pinyin::ToPinyin as _;

/// A name with its pinyin and its initials, as a key to be found by: `三元里街道 sanyuanlijiedao sylj`.
pub(super) fn key(names: &[&str]) -> String {
    let mut key = String::new();
    for name in names {
        key.push_str(name);
        key.push(' ');
        let syllables: Vec<&str> = name.to_pinyin().flatten().map(pinyin::Pinyin::plain).collect();
        key.push_str(&syllables.concat());
        key.push(' ');
        key.extend(syllables.iter().filter_map(|syllable| syllable.chars().next()));
        key.push(' ');
    }
    key.truncate(key.trim_end().len());
    key
}

/// The initials of a name: `sylj`.
pub(super) fn initials(name: &str) -> String {
    name.to_pinyin().flatten().filter_map(|syllable| syllable.plain().chars().next()).collect()
}

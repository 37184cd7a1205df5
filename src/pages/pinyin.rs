//! Pinyin, so that somebody who does not know the characters, or types in Latin letters, finds a name too.

use pinyin::ToPinyin as _;

/// Names with their pinyin and their initials, as a key to be found by: `三元里街道 sanyuanlijiedao sylj`.
pub(super) fn key(names: &[&str]) -> String {
    [&names.join(" "), " ", &spelling(names)].concat()
}

/// The pinyin and the initials of names: `sanyuanlijiedao sylj`.
pub(super) fn spelling(names: &[&str]) -> String {
    let mut spelt = Vec::new();
    for name in names {
        let syllables: Vec<&str> = name.to_pinyin().flatten().map(pinyin::Pinyin::plain).collect();
        spelt.push(syllables.concat());
        spelt.push(syllables.iter().filter_map(|syllable| syllable.chars().next()).collect());
    }
    spelt.join(" ")
}

/// A name with its pinyin and its initials before it; `None` where it has none.
pub(crate) fn named(name: &str) -> Option<[String; 3]> {
    let spelt = spelling(&[name]);
    let (whole, initials) = spelt.split_once(' ')?;
    Some([whole.to_owned(), initials.to_owned(), name.to_owned()])
}

//! Finding an entry by what somebody types, and by what it offers.

use proptest::prelude::*;
use qingmiao::model::{Entry, Wanted, distance_words};

fn typed(words: &str) -> Wanted {
    Wanted { typed: words.to_owned(), ..Wanted::default() }
}

const fn entry(key: &str) -> Entry<'_> {
    Entry { key, marks: "", open: false, metres: None }
}

#[test]
fn by_name_pinyin_and_initials() {
    let key = "三元里街道 sanyuanlijiedao syljd 飞鹅新村 fexc";
    for words in ["三元里", "sanyuan", "SYL", "飞鹅", "三元 新村", "fexc", "  ", ""] {
        assert!(typed(words).admits(entry(key)), "{words}");
    }
    for words in ["广东省广州市白云区三元里街道", "三元里街道飞鹅新村", "飞鹅新村社区居委会"]
    {
        assert!(typed(words).admits(entry(key)), "{words}");
    }
    for words in ["石井", "sanyuanx", "yuanli", "三元 石井"] {
        assert!(!typed(words).admits(entry(key)), "{words}");
    }
}

#[test]
fn by_what_it_offers_whether_it_is_open_and_how_far_away_it_is() {
    let place = Entry { key: "甲站", marks: "k1 s10 a0", open: true, metres: Some(1999.0) };
    let marks = |marks: &[&str]| Wanted {
        marks: marks.iter().map(|it| (*it).to_owned()).collect(),
        ..Wanted::default()
    };
    assert!(marks(&["s10", "k1"]).admits(place));
    // A mark is not a part of another one.
    assert!(!marks(&["s1"]).admits(place));
    assert!(!marks(&["s10", "a1"]).admits(place));
    assert!(!marks(&["s10"]).admits(entry("甲站")));

    let open = Wanted { open: true, ..Wanted::default() };
    assert!(open.admits(place));
    assert!(!open.admits(entry("甲站")), "what is not known to be open is not shown as open");

    let near = Wanted { metres: Some(2000.0), ..Wanted::default() };
    assert!(near.admits(place));
    assert!(!near.admits(Entry { metres: Some(2000.5), ..place }));
    assert!(!near.admits(entry("甲站")), "what has no known place is not near");

    assert!(Wanted::default().is_empty());
    for wanted in [open, near, marks(&["s1"]), typed("甲")] {
        assert!(!wanted.is_empty());
    }
}

#[test]
fn a_distance_is_told_as_roughly_as_it_is_known() {
    for (metres, words) in [
        (0.0, "约 100 米"),
        (149.0, "约 100 米"),
        (951.0, "约 1.0 公里"),
        (949.0, "约 900 米"),
        (3249.0, "约 3.2 公里"),
        (123_456.0, "约 123.5 公里"),
    ] {
        assert_eq!(distance_words(metres), words);
    }
}

proptest! {
    /// What is typed longer never fits more; a part of the key always fits.
    #[test]
    fn more_words_never_find_more(key in "[a-c一二三 ]{0,20}", words in "[a-c一二三 ]{0,8}", more in "[a-c]{1,3}|[一二三]{1,3}") {
        if typed(&format!("{words} {more}")).admits(entry(&key)) {
            prop_assert!(typed(&words).admits(entry(&key)));
        }
        // Latin letters are looked for at the beginning of a word.
        let part: String = key.chars().skip(2).take(4).filter(|it| !it.is_ascii_alphabetic()).collect();
        prop_assume!(key.contains(&part));
        prop_assert!(typed(&part).admits(entry(&key)));
    }
}

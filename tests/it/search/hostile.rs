//! Bad input: queries that nobody means, and files that were cut off, altered or made up.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use qingmiao::model::search::{Found, Kind, Question, Refusal, Words};

use super::index::{Files, all, ask, index, page};

fn files() -> Files {
    let found: Vec<Found> = (0..30)
        .map(|number| {
            page(
                Kind::Page,
                &format!("{number}.html"),
                &format!("第{number}页"),
                &["未保站在哪里，找谁"],
            )
        })
        .collect();
    index(&found, Words::default())
}

#[test]
fn any_query_is_answered_or_refused_in_words() {
    let files = files();
    let long = "未".repeat(10_000);
    let many = "未 ".repeat(200);
    for (typed, refusal) in [
        (long.as_str(), Some(Refusal::TooLong)),
        (many.as_str(), Some(Refusal::TooLong)),
        ("一 二 三 四 五 六 七 八 九 十 百 千 万", Some(Refusal::TooMany)),
        ("", Some(Refusal::Empty)),
        (" 　\n\t", Some(Refusal::Empty)),
        ("。，！？.*+?^${}()|[]\\", Some(Refusal::Empty)),
        ("😀👨‍👩‍👧", Some(Refusal::Empty)),
        ("\u{fffd}\u{fffd}\0", Some(Refusal::Empty)),
        ("<script>alert(1)</script>", None),
        ("未保站' OR 1=1 --", None),
        ("(未|保)+", None),
        ("%E6%9C%AA", None),
        ("ﷺﷺﷺ", Some(Refusal::Empty)),
        ("İı", None),
    ] {
        let started = Instant::now();
        let answer = all(&files, typed);
        assert_eq!(answer.refused, refusal, "{typed}");
        assert!(!refusal.is_some_and(|it| it.words().is_empty()));
        assert!(started.elapsed() < Duration::from_secs(20), "{typed} hangs");
    }
}

#[test]
fn a_file_that_is_missing_costs_only_what_is_in_it() {
    let whole = files();
    for name in whole.keys().filter(|name| *name != "manifest") {
        let mut rest = whole.clone();
        rest.remove(name);
        let (answer, fetched) =
            ask(&rest, &Question { typed: "未保站".to_owned(), kind: None, wanted: 100 });
        assert_eq!(answer.lost, fetched.contains(name), "{name}");
        // What can be looked for with the rest is found with the rest.
        let grams = fetched.iter().filter(|name| name.starts_with("grams")).count();
        assert!(
            !answer.hits.is_empty() || name.starts_with("texts") || grams == 1,
            "{name}: {answer:?}"
        );
    }
    let nothing = all(&Files::new(), "未保站");
    assert!(nothing.lost && nothing.hits.is_empty());
}

/// Seals bytes as a file of this build, so that they get past the sum.
fn seal(stamp: [u8; 4], content: &[u8]) -> Vec<u8> {
    let seed = 0x811c_9dc5 ^ u32::from_le_bytes(stamp);
    let sum =
        content.iter().fold(seed, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    [b"QS1".as_slice(), &stamp, &sum.to_le_bytes(), content].concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn an_altered_file_is_noticed(
        which in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        bit in 0..8_u8,
        cut in any::<bool>(),
    ) {
        let mut files = files();
        let name = files.keys().nth(which.index(files.len())).expect("a name").clone();
        let file = files.get_mut(&name).expect("a file");
        let place = at.index(file.len());
        if cut { file.truncate(place) } else { file[place] ^= 1 << bit }
        let (answer, fetched) = ask(&files, &Question { typed: "未保站 找谁".to_owned(), kind: None, wanted: 30 });
        prop_assert!(answer.lost || !fetched.contains(&name));
    }

    #[test]
    fn made_up_files_never_break_the_reader(
        content in proptest::collection::vec(any::<u8>(), 0..300),
        cut in any::<prop::sample::Index>(),
        which in any::<prop::sample::Index>(),
    ) {
        let mut files = files();
        let name = files.keys().nth(which.index(files.len())).expect("a name").clone();
        let stamp: [u8; 4] = files["manifest"][3..7].try_into().expect("a stamp");
        // The right beginning, and then anything.
        let own = files[&name][11..].to_vec();
        let kept = cut.index(own.len() + 1);
        files.insert(name, seal(stamp, &[&own[..kept], &content].concat()));
        for typed in ["未保站", "未", "ce", "护 找谁", "第3页"] {
            let _ = ask(&files, &Question { typed: typed.to_owned(), kind: None, wanted: 40 });
        }
    }
}

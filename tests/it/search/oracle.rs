//! The reader against a search of the folded texts by brute force, block by block.

use std::collections::BTreeSet;

use proptest::prelude::*;
use qingmiao::model::search::{Found, Kind, Page, Section, Variants, Words, fold};

use super::index::{all, index, plain};

/// Few characters, so that they meet often; marks and blanks that fold away; two widths and two cases.
fn text(most: usize) -> impl Strategy<Value = String> {
    proptest::collection::vec(
        proptest::sample::select(vec![
            "未", "保", "站", "人", "A", "ａ", "1", "，", " ", "护", "護",
        ]),
        0..most,
    )
    .prop_map(|parts| parts.concat())
}

fn found() -> impl Strategy<Value = Found> {
    let section = (text(6), proptest::collection::vec(text(12), 0..4));
    (text(6), proptest::collection::vec(section, 0..3), 0..8_usize).prop_map(
        |(title, sections, kind)| {
            let sections = sections.into_iter().map(|(heading, blocks)| Section {
                anchor: String::new(),
                heading,
                blocks,
            });
            let page =
                Page { path: String::new(), title, call: None, sections: sections.collect() };
            Found { kind: Kind::ALL[kind], page }
        },
    )
}

fn holds(page: &Page, word: &[char], variants: &Variants) -> bool {
    let sections =
        page.sections.iter().flat_map(|it| std::iter::once(&it.heading).chain(&it.blocks));
    std::iter::once(&page.title)
        .chain(sections)
        .any(|text| fold(text, variants).windows(word.len()).any(|window| window == word))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn all_pages_that_hold_every_word_are_found_and_no_other(
        mut pages in proptest::collection::vec(found(), 1..40),
        typed in text(7),
    ) {
        for (number, found) in pages.iter_mut().enumerate() {
            found.page.path = format!("{number}.html");
        }
        let variants = Variants::new(&[('護', '护')]);
        let words: Vec<Vec<char>> =
            typed.split_whitespace().map(|word| fold(word, &variants)).filter(|it| !it.is_empty()).collect();
        let is_digits = |word: &Vec<char>| word.iter().all(char::is_ascii_digit);
        // Neighbouring numbers are one telephone number: told by a test of its own.
        prop_assume!(!words.windows(2).any(|pair| is_digits(&pair[0]) && is_digits(&pair[1])));
        let files = index(&pages, Words::default());
        let answer = all(&files, &typed);
        if words.is_empty() {
            prop_assert!(answer.refused.is_some());
            return Ok(());
        }
        let expected: BTreeSet<&str> = pages
            .iter()
            .filter(|found| words.iter().all(|word| holds(&found.page, word, &variants)))
            .map(|found| found.page.path.as_str())
            .collect();
        let shown: BTreeSet<&str> =
            answer.hits.iter().filter(|_| !answer.partial).map(|hit| hit.path.as_str()).collect();
        prop_assert_eq!(&shown, &expected);
        if !answer.partial {
            prop_assert_eq!(answer.count(None) as usize, expected.len());
            prop_assert!(answer.exact && !answer.more);
        }
        for hit in &answer.hits {
            let page = &pages.iter().find(|it| it.page.path == hit.path).expect("the page").page;
            prop_assert_eq!(&plain(&hit.title), &page.title);
            let texts: Vec<&String> = page.sections.iter().flat_map(|it| &it.blocks).collect();
            let passage = plain(&hit.passage);
            prop_assert!(passage.is_empty() || texts.iter().any(|text| **text == passage));
        }
    }
}

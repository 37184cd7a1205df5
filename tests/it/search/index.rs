//! Small indexes for tests, and what the reader makes of them.

use std::collections::BTreeMap;

use qingmiao::model::search::{
    Answer, Found, Kind, Law, Line, Marked, Page, Question, Reader, Section, Step, Synonym,
    Variants, Words, write,
};

/// The files of an index by name.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// A page with one section.
pub(super) fn page(kind: Kind, path: &str, title: &str, blocks: &[&str]) -> Found {
    let section = Section {
        anchor: "part".to_owned(),
        heading: "怎么办".to_owned(),
        blocks: blocks.iter().map(|it| (*it).to_owned()).collect(),
    };
    let page = Page {
        path: path.to_owned(),
        title: title.to_owned(),
        call: None,
        sections: vec![section],
    };
    Found { kind, page }
}

/// The index of these pages.
pub(super) fn index(found: &[Found], words: Words) -> Files {
    let names = found.iter().map(|it| ["ceshi".to_owned(), "cs".to_owned(), it.page.title.clone()]);
    let variants = Variants::new(&[('護', '护'), ('條', '条'), ('門', '门'), ('開', '开')]);
    write(found, words, &names.collect::<Vec<_>>(), &variants).into_iter().collect()
}

/// What a reader is told that gets these files; and the names of all files that it wanted.
pub(super) fn ask(files: &Files, question: &Question) -> (Answer, Vec<String>) {
    let mut reader = Reader::default();
    let mut fetched = Vec::new();
    for _ in 0..40 {
        match reader.ask(question) {
            Step::Told(answer) => return (*answer, fetched),
            Step::Fetch(names) => {
                for name in names {
                    assert!(!fetched.contains(&name), "{name} is asked for twice");
                    match files.get(&name) {
                        Some(file) => reader.give(&name, file),
                        None => reader.lose(&name),
                    }
                    fetched.push(name);
                }
            }
        }
    }
    panic!("no answer to {question:?}");
}

/// The answer to what was typed, with as many results as there are.
pub(super) fn all(files: &Files, typed: &str) -> Answer {
    ask(files, &Question { typed: typed.to_owned(), kind: None, wanted: 1_000 }).0
}

/// The paths of the results.
pub(super) fn paths(answer: &Answer) -> Vec<&str> {
    answer.hits.iter().map(|hit| hit.path.as_str()).collect()
}

/// Words without their marks.
pub(super) fn plain(marked: &Marked) -> String {
    marked.iter().map(|run| run.0.as_str()).collect()
}

fn small() -> Files {
    let found = [
        page(Kind::Page, "glossary.html", "法律词语", &["孤儿：父母都不在的孩子。", "监护人"]),
        page(Kind::Policy, "policies/orphan.html", "孤儿基本生活保障", &["每月发到孩子的卡上。"]),
        page(Kind::Help, "help/home.html", "家里有人打你", &["先去安全的地方。", "打 110。"]),
        page(
            Kind::Law,
            "laws/weibao/17.html",
            "《未成年人保护法》第十七条",
            &["父母不能打孩子，也不能不管。"],
        ),
        page(
            Kind::Law,
            "laws/weibao/index.html",
            "未成年人保护法",
            &["未保法一共有一百三十二条。"],
        ),
        page(
            Kind::Station,
            "stations/one.html",
            "一号未保站",
            &["电话 0760-8888 1234", "在开门的时候来"],
        ),
    ];
    let words = Words {
        lines: vec![Line {
            number: "12355".to_owned(),
            name: "青少年服务台".to_owned(),
            purpose: "心里难受".to_owned(),
            hours: String::new(),
        }],
        laws: vec![Law {
            names: vec!["未成年人保护法".to_owned(), "未保法".to_owned()],
            last: 132,
            page: 4,
            articles: vec![("17".to_owned(), 3)],
        }],
        synonyms: vec![
            Synonym {
                said: vec!["孤儿补贴".to_owned()],
                meant: vec!["孤儿基本生活保障".to_owned()],
                first: None,
                line: None,
            },
            Synonym {
                said: vec!["打我".to_owned()],
                meant: Vec::new(),
                first: Some(2),
                line: None,
            },
        ],
    };
    index(&found, words)
}

#[test]
fn any_part_of_a_text_is_found_across_marks_widths_and_ways_of_writing() {
    let files = small();
    for (typed, path) in [
        ("人保", "laws/weibao/index.html"),
        ("护", "laws/weibao/index.html"),
        ("保護法", "laws/weibao/index.html"),
        ("第17条", "laws/weibao/17.html"),
        ("第十七條", "laws/weibao/17.html"),
        ("十七条", "laws/weibao/17.html"),
        ("07608888", "stations/one.html"),
        ("0760 8888-1234", "stations/one.html"),
        ("０７６０", "stations/one.html"),
        ("孩子，也不能", "laws/weibao/17.html"),
        ("父母 不管", "laws/weibao/17.html"),
        ("開門", "stations/one.html"),
    ] {
        let answer = all(&files, typed);
        assert!(paths(&answer).contains(&path) && !answer.partial, "{typed}: {answer:?}");
    }
}

#[test]
fn nothing_is_found_that_stands_nowhere() {
    let files = small();
    for typed in ["飞碟", "打孩子的卡", "安全的地方打", "xyz"] {
        let answer = all(&files, typed);
        assert!(answer.partial || answer.hits.is_empty(), "{typed}: {answer:?}");
    }
    assert!(all(&files, "飞碟").is_empty());
}

#[test]
fn an_everyday_word_is_understood_and_the_words_here_are_told() {
    let answer = all(&small(), "孤儿补贴怎么领");
    assert_eq!(paths(&answer).first(), Some(&"policies/orphan.html"), "{answer:?}");
    assert_eq!(answer.meant, ["孤儿基本生活保障"]);
}

#[test]
fn danger_comes_first_and_once() {
    let answer = all(&small(), "爸爸打我怎么办");
    assert_eq!(answer.first.as_ref().map(|hit| hit.path.as_str()), Some("help/home.html"));
    assert!(!paths(&answer).contains(&"help/home.html"));
}

#[test]
fn an_article_and_a_number_to_call_are_answered_at_once() {
    let files = small();
    for typed in ["未保法17", "未成年人保护法第十七条", "未保法 第17条", "未成年人保護法17条"]
    {
        let answer = all(&files, typed);
        let first = answer.first.as_ref().map(|hit| hit.path.as_str());
        assert_eq!(first, Some("laws/weibao/17.html"), "{typed}");
    }
    let absent = all(&files, "未保法18条");
    assert_eq!(absent.missing_article, Some(("未成年人保护法".to_owned(), "18".to_owned())));
    assert_eq!(absent.first.map(|hit| hit.path), Some("laws/weibao/index.html".to_owned()));
    assert_eq!(all(&files, "未保法999条").missing_article, None);
    for typed in ["12355", "1 2 3 5 5", "青少年服务台"] {
        assert_eq!(
            all(&files, typed).line.map(|line| line.number),
            Some("12355".to_owned()),
            "{typed}"
        );
    }
}

#[test]
fn a_slip_of_the_finger_is_offered_with_words_that_stand_here() {
    let files = small();
    for (typed, likely) in [
        ("未成人保护法", "未成年人保护法"),
        ("未成年入保护法", "未成年人保护法"),
        ("孤儿基本生话保障", "孤儿基本生活保障"),
    ] {
        assert_eq!(all(&files, typed).suggestions, [likely], "{typed}");
    }
}

#[test]
fn pinyin_and_initials_are_suggestions() {
    let files = small();
    for typed in ["ceshi", "CES", "cs"] {
        assert_eq!(all(&files, typed).suggestions.len(), 6, "{typed}");
    }
    assert!(all(&files, "zz").suggestions.is_empty());
}

#[test]
fn a_kind_is_counted_and_narrowed() {
    let files = small();
    let answer = all(&files, "未成年人保护法");
    assert_eq!(answer.count(None), 2);
    assert_eq!(answer.count(Some(Kind::Law)), 2);
    let question = Question { typed: "打".to_owned(), kind: Some(Kind::Help), wanted: 10 };
    let (narrow, _) = ask(&files, &question);
    assert_eq!(paths(&narrow), ["help/home.html"]);
    assert_eq!(narrow.count(None), 2);
    let (one, _) = ask(&files, &Question { typed: "打".to_owned(), kind: None, wanted: 1 });
    assert!(one.more && one.exact && one.hits.len() == 1);
}

#[test]
fn the_passage_shows_the_words_under_their_heading() {
    let answer = all(&small(), "安全");
    let hit = answer.hits.first().expect("a hit");
    assert_eq!((hit.anchor.as_str(), plain(&hit.heading).as_str()), ("part", "怎么办"));
    let passage: Vec<(&str, bool)> =
        hit.passage.iter().map(|run| (run.0.as_str(), run.1)).collect();
    assert_eq!(passage, [("先去", false), ("安全", true), ("的地方。", false)]);
}

#[test]
fn the_same_pages_give_the_same_bytes_and_another_build_is_not_mixed_in() {
    let (one, other) = (small(), small());
    assert!(one == other);
    let changed = [page(Kind::Page, "a.html", "别的", &["另一次写的网页"])];
    let mut mixed = index(&changed, Words::default());
    mixed.extend(one.into_iter().filter(|(name, _)| name.starts_with("grams")));
    assert!(all(&mixed, "网页").lost);
}

#[test]
fn only_the_files_of_the_question_are_fetched() {
    let found: Vec<Found> = (0..400)
        .map(|number| {
            let text = format!("第{number}页说的事{}", "每页都不一样的字".repeat(number % 7));
            page(
                Kind::Page,
                &format!("{number}.html"),
                &format!("网页{number}"),
                &[&text, "共有的话"],
            )
        })
        .collect();
    let files = index(&found, Words::default());
    let (answer, fetched) =
        ask(&files, &Question { typed: "网页77".to_owned(), kind: None, wanted: 10 });
    assert_eq!(paths(&answer).first(), Some(&"77.html"));
    assert!(fetched.len() * 2 < files.len(), "{} of {}", fetched.len(), files.len());
}

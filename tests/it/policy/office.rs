//! Where to go: the station that is responsible for an area, and what to bring.

use qingmiao::model::policy::{Answer, Answers, Found, Given, Office, Region, Relation, Rulebook};
use qingmiao::pages;

use super::{age, between, fact, parents, policy, row};
use crate::support;

fn region(code: &str) -> Region {
    Region::parse(code).expect("an area")
}

fn office(places: &[&str], areas: &[&str]) -> Office {
    Office {
        places: places.iter().map(|it| (*it).to_owned()).collect(),
        areas: areas.iter().map(|it| region(it)).collect(),
    }
}

#[test]
fn the_responsible_office_is_the_nearest_that_is_for_all_of_the_area() {
    let offices = [
        office(&["救助保护中心"], &["440111"]),
        office(&["未保工作站", "镇街"], &["440111002"]),
        office(&["未保工作站", "镇街"], &["440111003", "440111004"]),
        office(&["未保工作站", "镇街"], &["440111002"]),
        office(&["法律援助"], &["44"]),
        office(&["法律援助"], &["440111"]),
    ];
    for (place, area, found) in [
        ("镇街", "440111002", Found::Office(1)),
        ("未保工作站", "440111002001", Found::Office(1)),
        ("镇街", "440111004", Found::Office(2)),
        ("镇街", "440111005", Found::Nowhere),
        // In the district there are some, and nobody knows in which town.
        ("镇街", "440111", Found::Several),
        ("救助保护中心", "440111002", Found::Office(0)),
        ("法律援助", "440111002", Found::Office(5)),
        ("法律援助", "440112", Found::Office(4)),
        ("民政局", "440111", Found::Nowhere),
        ("镇街", "99", Found::Nowhere),
    ] {
        assert_eq!(Office::responsible(&offices, place, region(area)), found, "{place} {area}");
    }
}

/// What the browser gets of stations: who works, by the words of policies, with a page.
#[test]
fn the_pieces_name_the_stations_as_policies_do() {
    let portal = support::real();
    let script = pages::result_script(portal);
    let town = r#"["未保工作站;镇街","440111002","三元里街道未成年人保护工作站","stations/baiyun-sanyuanli.html","",""]"#;
    assert!(script.contains(town));
    // No paper is told by the letter of a branch.
    assert!(!script.contains("（情形 ") && script.contains("data-branches"));
}

#[test]
fn only_the_papers_of_what_can_hold_are_wanted() {
    let (facts, policies) = parents();
    let book = Rulebook::new(&facts, &policies);
    let possible = |father: u64, mother: u64| {
        let mut answers = Answers::default();
        answers.set(0, between(8, 8));
        answers.set(1, Answer::Choices(father));
        answers.set(2, Answer::Choices(mother));
        book.reasons(1, &answers, &Given::default()).possible
    };
    assert_eq!(possible(0b01000, 0b10000), [0], "both are alive");
    assert_eq!(possible(0b01010, 0b10000), [0, 1], "the father perhaps not");
    assert_eq!(possible(0b00001, 0b10000), [0], "of a no the nearest");
    // What is unverified may still turn out well, and so may its branch.
    let mut young = row(Some('A'), "年龄", Relation::Below, &["6"]);
    young.unverified = true;
    let flag = || fact("事", qingmiao::model::policy::FactKind::Flag);
    let other = row(Some('B'), "事", Relation::Is, &["是"]);
    let book = Rulebook::new(&[age(), flag()], &[policy("p", vec![young, other])]);
    let mut answers = Answers::default();
    answers.set(0, between(8, 8));
    assert_eq!(book.reasons(0, &answers, &Given::default()).possible, [0, 1]);
}

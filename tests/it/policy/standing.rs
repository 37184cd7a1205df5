//! A policy whose dates are over, or have not begun, is listed as what it is, and never offered.

use std::process::Command;

use qingmiao::model::policy::{Rulebook, Standing};
use qingmiao::model::{Date, Links, Portal, Route, day_number};
use qingmiao::pages;

use crate::sample;
use crate::support::Fixture;

fn portal(from: Option<Date>, until: Option<Date>) -> Portal {
    let mut portal = sample::portal();
    let policy = portal.policies.iter_mut().find(|it| it.id == "aid").expect("a policy");
    (policy.from, policy.until) = (from, until);
    portal
}

#[test]
fn the_first_and_the_last_day_count() {
    let (first, last) = (Date::constant(2025, 1, 1), Date::constant(2025, 12, 31));
    let book = Rulebook::of(&portal(Some(first), Some(last)));
    let standing = |day: Date| book.policies[0].standing(Some(day_number(day)));
    assert_eq!(standing(Date::constant(2024, 12, 31)), Standing::NotYet);
    assert_eq!(standing(first), Standing::InForce);
    assert_eq!(standing(last), Standing::InForce);
    assert_eq!(standing(Date::constant(2026, 1, 1)), Standing::Over);
    assert_eq!(book.policies[0].standing(None), Standing::InForce);
}

/// Pages are the same on every day: they carry both days, and the browser adds 尚未施行 or 已经失效.
#[test]
fn library_page_and_result_carry_both_days() {
    let portal = portal(Some(Date::constant(2026, 7, 1)), Some(Date::constant(2027, 6, 30)));
    let days = [
        "<span data-from=\"2026-07-01\"><time datetime=\"2026-07-01\">2026年7月1日</time>起施行</span>",
        "<span data-due=\"2027-06-30\" data-past=\"已经失效\">有效到 <time datetime=\"2027-06-30\">",
    ];
    for route in [Route::PolicyIndex, Route::Policy("aid".to_owned())] {
        let page = pages::document(&portal, &route, &Links::from(&route.path())).expect("a page");
        let body = page.body.replace("<!>", "");
        for words in days {
            assert!(body.contains(words), "{words} {body}");
        }
    }
    let cards = pages::result_script(&portal).replace("<!>", "").replace("\\\"", "\"");
    for words in days {
        assert!(cards.contains(words), "{words} {cards}");
    }
}

#[test]
fn the_command_names_the_day_and_offers_nothing() {
    let told = |line: &str| {
        let fixture = Fixture::with_policies()
            .edit("policies/aid.md", "急迫: 2", &format!("急迫: 2\n{line}"))
            .file("pages/family.json", "{\"年龄\": 8, \"父亲情况\": [\"去世\"]}");
        let file = format!("{}/pages/family.json", fixture.path());
        let output = Command::new(env!("CARGO_BIN_EXE_qingmiao"))
            .args(["policy", "evaluate", "--facts", &file])
            .args(["--date", "2026-11-22", "--content", fixture.path()])
            .output()
            .expect("it runs");
        String::from_utf8(output.stdout).expect("text")
    };
    let over = told("失效: 2026-11-21");
    assert!(over.starts_with("已经失效  一份补贴（有效到 2026-11-21）\n没有"), "{over}");
    let early = told("生效: 2026-11-23");
    assert!(early.starts_with("尚未施行  一份补贴（2026-11-23 起施行）\n没有"), "{early}");
    assert!(told("生效: 2026-11-22").starts_with("可能符合，需要核实  一份补贴\n"));
}

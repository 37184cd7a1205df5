//! Numbers, days, areas and choices, as rows ask about them.

use qingmiao::model::Date;
use qingmiao::model::day_number;
use qingmiao::model::policy::{
    Answer, Answers, FactKind, Given, PolicyKind, Region, Relation, Rulebook, Status,
};

use super::oracle::{Opinion, Value, all_values};
use super::{age, between, fact, outcome, policy, row, status, words};

#[test]
fn numbers_have_bounds() {
    let facts = [age()];
    for (relation, below, at, above) in [
        (Relation::Below, Status::Yes, Status::No, Status::No),
        (Relation::AtMost, Status::Yes, Status::Yes, Status::No),
        (Relation::AtLeast, Status::No, Status::Yes, Status::Yes),
        (Relation::Above, Status::No, Status::No, Status::Yes),
    ] {
        let policy = policy("p", vec![row(None, "年龄", relation, &["18"])]);
        assert_eq!(status(&facts, &policy, &[(0, between(17, 17))]), below, "{relation:?}");
        assert_eq!(status(&facts, &policy, &[(0, between(18, 18))]), at, "{relation:?}");
        assert_eq!(status(&facts, &policy, &[(0, between(19, 40))]), above, "{relation:?}");
        assert_eq!(status(&facts, &policy, &[(0, between(17, 19))]), Status::Open);
        assert_eq!(status(&facts, &policy, &[]), Status::Open);
    }
    // Two bounds that leave nothing between them.
    let never = vec![
        row(None, "年龄", Relation::Below, &["3"]),
        row(None, "年龄", Relation::AtLeast, &["6"]),
    ];
    assert_eq!(status(&facts, &policy("p", never), &[]), Status::No);
}

#[test]
fn days_have_bounds() {
    let facts = [fact(
        "出生日期",
        FactKind::Date { first: Date::constant(2000, 1, 1), last: Date::constant(2030, 12, 31) },
    )];
    let born = policy("p", vec![row(None, "出生日期", Relation::AtLeast, &["2025年1月1日"])]);
    let day = |year, month, day| day_number(Date::constant(year, month, day));
    let on = |number| [(0, between(number, number))];
    assert_eq!(status(&facts, &born, &on(day(2024, 12, 31))), Status::No);
    assert_eq!(status(&facts, &born, &on(day(2025, 1, 1))), Status::Yes);
    let year = [(0, between(day(2024, 3, 1), day(2025, 2, 28)))];
    assert_eq!(status(&facts, &born, &year), Status::Open);
    assert_eq!(day_number(Date::constant(1969, 12, 31)), -1);
}

#[test]
fn areas_lie_in_each_other() {
    let facts = [fact("户籍地", FactKind::Area)];
    let area = |codes: &[&str]| {
        [(0, Answer::Regions(codes.iter().filter_map(|code| Region::parse(code)).collect()))]
    };
    let baiyun = policy("p", vec![row(None, "户籍地", Relation::In, &["440111", "4418"])]);
    for (codes, expected) in [
        (&["440111002001"][..], Status::Yes),
        (&["440111"], Status::Yes),
        (&["441821", "440111002"], Status::Yes),
        (&["440112"], Status::No),
        (&["33"], Status::No),
        // Somewhere in the province may be there.
        (&["44"], Status::Open),
        (&["33", "440111"], Status::Open),
    ] {
        assert_eq!(status(&facts, &baiyun, &area(codes)), expected, "{codes:?}");
    }
    let outside = policy(
        "p",
        vec![
            row(None, "户籍地", Relation::Is, &["44"]),
            row(None, "户籍地", Relation::NotIn, &["440111", "440111002"]),
        ],
    );
    for (code, expected) in [
        ("4401", Status::Open),
        ("440111002", Status::No),
        ("4402", Status::Yes),
        ("45", Status::No),
    ] {
        assert_eq!(status(&facts, &outside, &area(&[code])), expected, "{code}");
    }
    assert_eq!(Region::parse("44011"), None);
    assert_eq!(Region::parse("44011x"), None);
}

#[test]
fn of_several_choices_at_least_one_is_wanted() {
    let facts = [fact("情况", FactKind::Many(words("残疾 低保 孤儿")))];
    let has = policy("p", vec![row(None, "情况", Relation::Has, &["残疾", "低保"])]);
    let none = policy("p", vec![row(None, "情况", Relation::HasNone, &["残疾", "低保"])]);
    for (yes, no, expected) in [
        (0b001, 0b110, Status::Yes),
        (0b010, 0, Status::Yes),
        (0, 0b011, Status::No),
        (0, 0b001, Status::Open),
        (0b100, 0b001, Status::Open),
        (0, 0, Status::Open),
    ] {
        let answers = [(0, Answer::Many { yes, no })];
        assert_eq!(status(&facts, &has, &answers), expected, "{yes:b} {no:b}");
        let opposite = match expected {
            Status::Yes => Status::No,
            Status::No => Status::Yes,
            Status::Open => Status::Open,
        };
        assert_eq!(status(&facts, &none, &answers), opposite, "{yes:b} {no:b}");
    }
}

/// More sets of choices than one variable can hold, some of which touch each other.
#[test]
fn many_rows_about_many_choices_are_exact_too() {
    let kind = FactKind::Many(words("一 二 三 四 五 六 七 八"));
    let facts = [fact("情况", kind.clone())];
    let row = |branch, relation, values: &[&str]| row(Some(branch), "情况", relation, values);
    let policy = policy(
        "p",
        vec![
            row('A', Relation::Has, &["一", "二"]),
            row('A', Relation::Has, &["三"]),
            row('A', Relation::HasNone, &["四"]),
            row('B', Relation::Has, &["二", "五"]),
            row('B', Relation::HasNone, &["六"]),
            row('B', Relation::Has, &["七"]),
            row('C', Relation::HasNone, &["三", "八"]),
        ],
    );
    let book = Rulebook::new(&facts, std::slice::from_ref(&policy));
    assert!(!book.policies[0].rules.rough && book.variables.len() > 1);
    let mut seen = [0; 3];
    for code in 0..6561_u64 {
        // Each choice is there, is not, or is unknown.
        let state = |at: u32| code / 3_u64.pow(at) % 3;
        let mask =
            |wanted| (0..8).filter(|at| state(*at) == wanted).fold(0, |all, at| all | 1 << at);
        let (yes, no) = (mask(1), mask(2));
        let values = all_values(&kind).into_iter().filter(|value| {
            let Value::Set(there) = value else { return false };
            let there = there.iter().filter_map(|it| kind.mask(it)).fold(0, |all, it| all | it);
            there & no == 0 && yes & !there == 0
        });
        let values = [values.collect::<Vec<_>>()];
        let opinion = Opinion::new(&facts, &[&policy], &values);
        let mut answers = Answers::default();
        answers.set(0, Answer::Many { yes, no });
        let found = book.evaluate(&answers, &Given::default());
        let found = found.policies[0].as_ref().expect("an outcome");
        assert_eq!(found.verdict.status, opinion.verdict().0, "{yes:b} {no:b}");
        seen[found.verdict.status as usize] += 1;
        if found.verdict.status == Status::Open && code % 9 == 0 {
            assert_eq!(found.relevant, opinion.relevant(), "{yes:b} {no:b}");
        }
    }
    assert!(seen.iter().all(|count| *count > 100), "{seen:?}");
}

#[test]
fn doors_and_mechanisms_are_never_decided() {
    let rows = vec![row(None, "年龄", Relation::Below, &["18"])];
    let mut door = policy("door", rows.clone());
    door.kind = PolicyKind::Door;
    let book = Rulebook::new(&[age()], &[door, policy("p", vec![]), policy("q", rows)]);
    assert_eq!(book.policies.iter().map(|it| it.policy).collect::<Vec<_>>(), [2]);
}

/// What cannot be put into numbers stays in doubt: neither a yes nor a no.
#[test]
fn a_row_that_cannot_be_read_decides_nothing() {
    let facts = [age()];
    let rows = vec![
        row(None, "年龄", Relation::Below, &["18"]),
        row(None, "没有这一项", Relation::Is, &["是"]),
        row(None, "年龄", Relation::Has, &["18"]),
    ];
    let policies = [policy("p", rows)];
    for (age, expected) in [(8, Status::Open), (20, Status::No)] {
        let found = outcome(&facts, &policies, &[(0, between(age, age))]);
        assert_eq!(found.verdict.status, expected);
        assert_eq!(found.verdict.approximate, expected == Status::Open);
    }
    let codes: Vec<String> = (100_000..100_080).map(|code| code.to_string()).collect();
    let codes: Vec<Vec<&str>> = codes.iter().map(|code| vec![code.as_str()]).collect();
    let rows = codes.iter().map(|code| row(None, "地", Relation::NotIn, code)).collect();
    let found = outcome(&[fact("地", FactKind::Area)], &[policy("p", rows)], &[]);
    assert_eq!((found.verdict.status, found.verdict.approximate), (Status::Open, true));
}

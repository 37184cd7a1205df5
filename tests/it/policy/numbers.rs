//! The rulebook and the answers as lists of numbers, which a stranger may have damaged.

use proptest::prelude::*;
use qingmiao::model::Date;
use qingmiao::model::policy::{Answer, Answers, FactKind, Given, Region, Relation, Rulebook};

use super::{fact, parents, row, words};

#[test]
fn a_rulebook_survives_as_numbers() {
    let (facts, mut policies) = parents();
    policies[0].from = Some(Date::constant(1960, 1, 1));
    let mut facts = facts;
    facts.push(fact("情况", FactKind::Many(words("一 二 三"))));
    facts.push(fact("地", FactKind::Area));
    policies[0].rows.push(row(None, "情况", Relation::Has, &["一", "三"]));
    policies[0].rows.push(row(None, "地", Relation::In, &["440111"]));
    let book = Rulebook::new(&facts, &policies);
    let text = serde_json::to_string(&book).expect("JSON");
    assert!(text.starts_with('[') && !text.contains('"'), "numbers alone");
    assert_eq!(serde_json::from_str::<Rulebook>(&text).expect("a rulebook"), book);
    let mut answers = Answers::default();
    answers.set(0, Answer::Spans(vec![(-5, 8), (i32::MIN, i32::MAX)]));
    answers.set(1, Answer::Choices(u64::MAX));
    answers.set(3, Answer::Many { yes: 1, no: 2 });
    answers.set(4, Answer::Regions(vec![Region::parse("44").expect("an area")]));
    answers.set(5, Answer::Unknown);
    let text = serde_json::to_string(&answers).expect("JSON");
    assert_eq!(serde_json::from_str::<Answers>(&text).expect("answers"), answers);
    for wrong in ["[]", "[1]", "[0,0,0]", "[0,0,0,0,0]", "[65535]", "[18446744073709551615,0,0,0]"]
    {
        assert!(serde_json::from_str::<Rulebook>(wrong).is_err(), "{wrong}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever numbers somebody has put into the page, nothing panics.
    #[test]
    fn damaged_numbers_never_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop_oneof![0..8_u64, any::<u64>()]), 1..6),
        damaged_answers in prop::collection::vec(prop_oneof![0..6_u64, any::<u64>()], 0..12),
    ) {
        let (facts, policies) = parents();
        let mut numbers = Vec::<u64>::from(Rulebook::new(&facts, &policies));
        for (index, number) in changes {
            let at = index.index(numbers.len());
            numbers[at] = number;
        }
        let answers = Answers::try_from(damaged_answers).unwrap_or_default();
        if let Ok(book) = Rulebook::try_from(numbers) {
            let given = Given { received: &[1, 9], today: Some(20_000), steps: 50 };
            let found = book.evaluate(&answers, &given);
            prop_assert_eq!(found.policies.len(), book.policies.len());
            for policy in 0..3 {
                let reasons = book.reasons(policy, &answers, &given);
                prop_assert!(reasons.branches.len() <= 4);
            }
        }
    }
}

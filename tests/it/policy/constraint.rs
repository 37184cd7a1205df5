//! Facts that constrain each other: who knows little is told more, and nothing absurd is asked.

use qingmiao::model::policy::{
    Answer, Answers, Constraint, FactKind, Given, Interview, Relation, Row, Rulebook, Status, Step,
};

use super::{age, between, fact, policy, row, words};
use crate::support;

fn constraint(rows: Vec<Row>) -> Constraint {
    Constraint { id: "c".to_owned(), rows }
}

#[test]
fn an_age_settles_what_follows_from_it() {
    let facts = [age(), fact("毕业", FactKind::Flag)];
    let school = policy("p", vec![row(None, "毕业", Relation::Is, &["否"])]);
    let young = constraint(vec![
        row(None, "年龄", Relation::Below, &["12"]),
        row(None, "毕业", Relation::Is, &["是"]),
    ]);
    let book = Rulebook::with(&facts, &[school], &[young]);
    let status = |answers: &Answers| {
        let found = book.evaluate(answers, &Given::default());
        let outcome = found.policies[0].clone().expect("an outcome");
        (outcome.verdict.status, outcome.relevant, found.next, found.contradictory)
    };
    let mut answers = Answers::default();
    assert_eq!(status(&answers), (Status::Open, vec![1], Some(1), false));
    answers.set(0, between(8, 8));
    assert_eq!(status(&answers), (Status::Yes, vec![], None, false));
    assert_eq!(book.reasons(0, &answers, &Given::default()).rows, [0]);
    // What cannot be true together counts as if it could, and is told.
    answers.set(1, Answer::Choices(1));
    assert_eq!(status(&answers), (Status::No, vec![], None, true));
}

/// Two facts that hang together: neither can change alone, and still one of them is asked.
#[test]
fn facts_that_only_change_together_are_asked() {
    let facts = [fact("园", FactKind::Flag), fact("种类", FactKind::Choice(words("公 民 无")))];
    let both = policy(
        "p",
        vec![
            row(None, "园", Relation::Is, &["是"]),
            row(None, "种类", Relation::In, &["公", "民"]),
        ],
    );
    let constraints = [
        constraint(vec![
            row(None, "园", Relation::Is, &["是"]),
            row(None, "种类", Relation::Is, &["无"]),
        ]),
        constraint(vec![
            row(None, "园", Relation::Is, &["否"]),
            row(None, "种类", Relation::In, &["公", "民"]),
        ]),
    ];
    let book = Rulebook::with(&facts, &[both], &constraints);
    let mut answers = Answers::default();
    let found = book.evaluate(&answers, &Given::default());
    assert_eq!(found.policies[0].as_ref().expect("an outcome").relevant.len(), 2);
    let next = found.next.expect("a question");
    answers.set(next, Answer::Choices(2 >> next));
    let found = book.evaluate(&answers, &Given::default());
    assert_ne!(found.policies[0].as_ref().expect("an outcome").verdict.status, Status::Open);
    assert_eq!(found.next, None, "the other one follows");
}

/// Of the published questions none is asked whose answer is known from another one.
#[test]
fn nothing_absurd_is_asked() {
    let portal = support::real();
    assert!(portal.constraints.len() >= 10);
    assert_eq!(Constraint::dead(&portal.facts, &portal.constraints), [0_u16; 0]);
    let fact = |id: &str| {
        let at = portal.facts.iter().position(|fact| fact.id == id).expect("a fact");
        (u16::try_from(at).expect("few"), &portal.facts[at])
    };
    for (known, never) in [
        (&[("年龄", "8")][..], &["读完初中"][..]),
        (&[("年龄", "2")], &["读完初中", "明年上小学"]),
        (&[("在读", "小学"), ("年龄", "10")], &["读完初中", "幼儿园种类", "明年上小学"]),
        (&[("在读", "没上学")], &["住校", "幼儿园种类"]),
        (&[("残疾情况", "没有")], &["残疾等级", "残疾类别"]),
        (&[("残疾情况", "担心发育慢")], &["残疾等级"]),
    ] {
        let mut interview = Interview::new(Rulebook::of(portal), None);
        for (id, words) in known {
            let (at, fact) = fact(id);
            interview.ask(at);
            interview.answer(&Answer::read(&fact.kind, words).expect("an answer"));
        }
        while let Step::Ask(asked) = interview.step() {
            let id = portal.facts[usize::from(asked)].id.as_str();
            assert!(!never.contains(&id), "{known:?}: {id}");
            interview.answer(&Answer::Unknown);
        }
        assert!(!interview.evaluation().contradictory);
    }
}

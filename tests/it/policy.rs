//! Policies: the engine, told in cases and compared with a second opinion.

mod command;
mod constraint;
mod interview;
mod numbers;
mod office;
mod oracle;
mod page;
mod properties;
mod published;
mod random;
mod results;
mod standing;
mod values;

use qingmiao::model::Date;
use qingmiao::model::policy::{
    Answer, Answers, Category, Fact, FactKind, Given, Outcome, Policy, PolicyKind, Relation, Row,
    Rulebook, Status,
};

/// A fact of a child that can change.
fn fact(id: &str, kind: FactKind) -> Fact {
    Fact { changeable: true, ..Fact::new(id, kind) }
}

/// A row that has been verified.
fn row(branch: Option<char>, fact: &str, relation: Relation, values: &[&str]) -> Row {
    Row::new(branch, fact, relation, values.iter().map(|value| (*value).to_owned()).collect())
}

/// A policy with these conditions.
fn policy(id: &str, rows: Vec<Row>) -> Policy {
    Policy {
        name: id.to_owned(),
        category: Category::Living,
        kind: PolicyKind::Benefit,
        checked: Date::constant(2026, 11, 22),
        rows,
        ..Policy::new(id)
    }
}

fn words(words: &str) -> Vec<String> {
    words.split_whitespace().map(str::to_owned).collect()
}

fn age() -> Fact {
    let mut age = fact("年龄", FactKind::Number { first: 0, last: 25, unit: "岁".to_owned() });
    age.changeable = false;
    age
}

/// The outcome of the first policy.
fn outcome(facts: &[Fact], policies: &[Policy], answers: &[(u16, Answer)]) -> Outcome {
    let mut all = Answers::default();
    for (fact, answer) in answers {
        all.set(*fact, answer.clone());
    }
    let found = Rulebook::new(facts, policies).evaluate(&all, &Given::default());
    found.policies[0].clone().expect("an outcome")
}

fn status(facts: &[Fact], policy: &Policy, answers: &[(u16, Answer)]) -> Status {
    outcome(facts, std::slice::from_ref(policy), answers).verdict.status
}

fn between(low: i32, high: i32) -> Answer {
    Answer::Spans(vec![(low, high)])
}

/// 孤儿 and 事实无人抚养: what is certain of both before it is certain of either.
fn parents() -> (Vec<Fact>, Vec<Policy>) {
    let kind = || FactKind::Choice(words("在世 死亡 失踪 服刑 重病"));
    let mut facts = vec![age(), fact("父亲", kind()), fact("母亲", kind())];
    for fact in &mut facts {
        fact.changeable = false;
    }
    let gone = ["死亡", "失踪"];
    let unable = ["服刑", "重病"];
    let young = || row(None, "年龄", Relation::Below, &["18"]);
    let mut orphan = policy(
        "orphan",
        vec![
            young(),
            row(None, "父亲", Relation::In, &gone),
            row(None, "母亲", Relation::In, &gone),
        ],
    );
    let mut unraised = policy(
        "unraised",
        vec![
            young(),
            row(Some('A'), "父亲", Relation::In, &unable),
            row(Some('A'), "母亲", Relation::In, &unable),
            row(Some('B'), "父亲", Relation::In, &gone),
            row(Some('B'), "母亲", Relation::In, &unable),
            row(Some('C'), "父亲", Relation::In, &unable),
            row(Some('C'), "母亲", Relation::In, &gone),
        ],
    );
    for policy in [&mut orphan, &mut unraised] {
        policy.group = Some("孤儿或事实无人抚养".to_owned());
        policy.urgency = 2;
    }
    unraised.exclusive = vec!["orphan".to_owned()];
    (facts, vec![orphan, unraised])
}

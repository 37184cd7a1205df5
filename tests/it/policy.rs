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
    Answer, Answers, Category, Fact, FactKind, Given, Outcome, Owner, Policy, PolicyKind, Relation,
    Row, Rulebook, Status,
};

/// A fact of a child that can change.
fn fact(id: &str, kind: FactKind) -> Fact {
    Fact {
        id: id.to_owned(),
        kind,
        changeable: true,
        owner: Owner::Child,
        sensitivity: 0,
        safety: false,
        ask_child: String::new(),
        ask_parent: String::new(),
        ask_helper: String::new(),
        help: None,
        help_child: None,
    }
}

/// A row that has been verified.
fn row(branch: Option<char>, fact: &str, relation: Relation, values: &[&str]) -> Row {
    Row {
        branch,
        fact: fact.to_owned(),
        relation,
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        met: String::new(),
        unmet: String::new(),
        basis: Vec::new(),
        unverified: false,
    }
}

/// A policy with these conditions.
fn policy(id: &str, rows: Vec<Row>) -> Policy {
    Policy {
        id: id.to_owned(),
        name: id.to_owned(),
        summary: String::new(),
        for_child: None,
        category: Category::Living,
        kind: PolicyKind::Benefit,
        protections: Vec::new(),
        audiences: Vec::new(),
        departments: Vec::new(),
        level: None,
        areas: Vec::new(),
        national: None,
        number: None,
        issued: None,
        from: None,
        until: None,
        articles: Vec::new(),
        exclusive: Vec::new(),
        together: Vec::new(),
        unsettled: Vec::new(),
        group: None,
        urgency: 1,
        sources: Vec::new(),
        checked: Date::constant(2026, 11, 22),
        review_by: None,
        unverified: None,
        rows,
        verify: Vec::new(),
        benefits: Vec::new(),
        papers: Vec::new(),
        doors: Vec::new(),
        time_limit: None,
        online: None,
        refused: None,
        body: qingmiao::model::Markup::default(),
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

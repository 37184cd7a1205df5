//! What is said about a child: results, reasons, the next question.

use qingmiao::model::Date;
use qingmiao::model::day_number;
use qingmiao::model::policy::{
    Answer, Answers, Fact, FactKind, Family, Given, Likelihood, Owner, Relation, Rulebook, Status,
    Verdict,
};

use super::{age, between, fact, outcome, parents, policy, row};

#[test]
fn one_of_two_can_be_certain_before_it_is_known_which() {
    let (facts, policies) = parents();
    let book = Rulebook::new(&facts, &policies);
    let mut answers = Answers::default();
    answers.set(0, between(8, 8));
    answers.set(1, Answer::Choices(0b00110));
    answers.set(2, Answer::Choices(0b11110));
    let found = book.evaluate(&answers, &Given::default());
    let statuses: Vec<_> = found.policies.iter().flatten().map(|it| it.verdict.status).collect();
    assert_eq!(statuses, [Status::Open, Status::Open]);
    let yes = Verdict { status: Status::Yes, verify: false, approximate: false };
    assert_eq!(found.groups, [Some(yes)]);
    // Nobody asks again what has been answered.
    assert_eq!(found.next, None);
    assert_eq!(found.policies[0].as_ref().expect("an outcome").relevant, [2]);
}

#[test]
fn different_possibilities_may_satisfy_different_branches() {
    let (facts, policies) = parents();
    let book = Rulebook::new(&facts, &policies);
    let mut answers = Answers::default();
    answers.set(0, between(8, 8));
    answers.set(1, Answer::Choices(0b11110));
    answers.set(2, Answer::Choices(0b11000));
    let reasons = book.reasons(1, &answers, &Given::default());
    assert_eq!(reasons.branches, [0, 1], "A or B, and nobody has to know which");
    assert_eq!(reasons.rows, [0, 2, 4], "the age, and the mother in either branch");
}

/// Who is too old is not told that the parents' state could change; and age is nothing that changes either.
#[test]
fn a_no_names_the_fewest_rows_and_is_near_only_where_something_can_change() {
    let (mut facts, policies) = parents();
    let reasons = |facts: &[Fact], age| {
        let mut all = Answers::default();
        all.set(0, between(age, age));
        all.set(1, Answer::Choices(0b00001));
        all.set(2, Answer::Choices(0b10000));
        let book = Rulebook::new(facts, &policies);
        let found = book.evaluate(&all, &Given::default());
        let outcome = found.policies[1].clone().expect("an outcome");
        (outcome.likelihood(), book.reasons(1, &all, &Given::default()))
    };
    let (likelihood, why) = reasons(&facts, 8);
    assert_eq!(
        (likelihood, &why.branches[..], &why.rows[..]),
        (Likelihood::Unlikely, &[0][..], &[1][..])
    );
    let (_, why) = reasons(&facts, 20);
    assert_eq!(why.rows, [0, 1]);
    facts[1].changeable = true;
    assert_eq!(reasons(&facts, 8).0, Likelihood::Near);
    assert_eq!(reasons(&facts, 20).0, Likelihood::Unlikely);
}

#[test]
fn what_is_unverified_never_decides_a_no() {
    let facts = [age()];
    let mut young = row(None, "年龄", Relation::Below, &["16"]);
    young.unverified = true;
    let policies = [policy("p", vec![young])];
    let young = outcome(&facts, &policies, &[(0, between(15, 15))]);
    assert_eq!((young.verdict.status, young.likelihood()), (Status::Yes, Likelihood::ToVerify));
    let old = outcome(&facts, &policies, &[(0, between(16, 16))]);
    assert_eq!((old.verdict.status, old.likelihood()), (Status::Open, Likelihood::ToVerify));
    let mut all = Answers::default();
    all.set(0, between(16, 16));
    let book = Rulebook::new(&facts, &policies);
    assert_eq!(book.reasons(0, &all, &Given::default()).rows, [0]);
    assert_eq!(outcome(&facts, &policies, &[]).likelihood(), Likelihood::Unanswered);
}

#[test]
fn what_is_received_is_left_out_and_marks_what_it_excludes() {
    let (facts, policies) = parents();
    let book = Rulebook::new(&facts, &policies);
    let given = Given { received: &[0], ..Given::default() };
    let found = book.evaluate(&Answers::default(), &given);
    assert_eq!(found.policies[0], None);
    assert!(found.policies[1].as_ref().is_some_and(|it| it.excluded));
    assert_eq!(found.groups, [None]);
    let neither = book.evaluate(&Answers::default(), &Given::default());
    assert!(neither.policies.iter().flatten().all(|it| !it.excluded));
}

#[test]
fn what_is_not_in_force_is_left_out() {
    let facts = [age()];
    let mut policies = vec![policy("p", vec![row(None, "年龄", Relation::Below, &["18"])])];
    policies[0].from = Some(Date::constant(2025, 1, 1));
    policies[0].until = Some(Date::constant(2025, 12, 31));
    let book = Rulebook::new(&facts, &policies);
    for (year, month, day, counts) in
        [(2024, 12, 31, false), (2025, 1, 1, true), (2025, 12, 31, true), (2026, 1, 1, false)]
    {
        let today = Some(day_number(Date::constant(year, month, day)));
        let found = book.evaluate(&Answers::default(), &Given { today, ..Given::default() });
        assert_eq!(found.policies[0].is_some(), counts, "{year}-{month}-{day}");
        assert_eq!(found.next.is_some(), counts);
    }
}

/// Safety first; then what decides most; a question that hurts waits for one that does not.
#[test]
fn the_next_question_is_the_most_telling_one() {
    let flag = |id: &str| fact(id, FactKind::Flag);
    let mut facts = vec![flag("一"), flag("二"), flag("三"), flag("四")];
    let is = |fact: &str| row(None, fact, Relation::Is, &["是"]);
    let policies = [
        policy("a", vec![is("一"), is("二")]),
        policy("b", vec![is("二"), is("三")]),
        policy("c", vec![is("三"), is("四")]),
        policy("d", vec![is("三")]),
    ];
    let ask = |facts: &[Fact], answers: &Answers| {
        Rulebook::new(facts, &policies).evaluate(answers, &Given::default()).next
    };
    let mut answers = Answers::default();
    assert_eq!(ask(&facts, &answers), Some(2), "it decides three of four, or one for certain");
    facts[2].sensitivity = 3;
    assert_eq!(ask(&facts, &answers), Some(1));
    facts[3].safety = true;
    assert_eq!(ask(&facts, &answers), Some(3));
    answers.set(3, Answer::Unknown);
    answers.set(1, Answer::Choices(0b10));
    assert_eq!(ask(&facts, &answers), Some(2), "it hurts, but it is the only one left");
    answers.set(2, Answer::Choices(0b10));
    assert_eq!(ask(&facts, &answers), None);
    // Whether a child is safe is asked whatever else is certain.
    facts[0].safety = true;
    assert_eq!(ask(&facts, &answers), Some(0));
}

#[test]
fn children_share_what_is_the_familys() {
    let mut facts = vec![age(), fact("低保", FactKind::Flag)];
    facts[1].owner = Owner::Family;
    let rows =
        vec![row(None, "年龄", Relation::Below, &["3"]), row(None, "低保", Relation::Is, &["是"])];
    let book = Rulebook::new(&facts, &[policy("p", rows)]);
    let mut family = Family::default();
    family.add(&book);
    family.answer(&book, 0, 1, &Answer::Choices(1));
    family.answer(&book, 0, 0, &between(2, 2));
    family.add(&book);
    family.answer(&book, 1, 0, &between(7, 7));
    let statuses = |family: &Family| -> Vec<Status> {
        let outcome = |child: &Answers| {
            let found = book.evaluate(child, &Given::default());
            found.policies[0].as_ref().expect("an outcome").verdict.status
        };
        family.children().iter().map(outcome).collect()
    };
    assert_eq!(statuses(&family), [Status::Yes, Status::No]);
    family.answer(&book, 1, 1, &Answer::Choices(2));
    assert_eq!(statuses(&family), [Status::No, Status::No]);
    family.remove(0);
    family.remove(5);
    assert_eq!(family.children()[0].get(0), &between(7, 7));
}

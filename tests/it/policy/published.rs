//! The published policies: how soon a family learns something.

use qingmiao::model::policy::{
    Answer, Answers, FindingKind, Given, PolicyKind, Rulebook, Status, report,
};

use crate::support;

/// How many questions a family answers until something is certain to apply; none where nothing ever is. What it does not
/// know it says so.
fn answered(book: &Rulebook, known: &Answers) -> Option<usize> {
    let mut answers = Answers::default();
    let mut count = 0;
    loop {
        let found = book.evaluate(&answers, &Given::default());
        if found.policies.iter().flatten().any(|it| it.verdict.status == Status::Yes) {
            return Some(count);
        }
        let next = found.next?;
        let answer = match known.get(next) {
            Answer::Open => Answer::Unknown,
            answer => answer.clone(),
        };
        count += usize::from(answer != Answer::Unknown);
        answers.set(next, answer);
    }
}

#[test]
fn a_family_learns_something_within_ten_answers() {
    let portal = support::real();
    let book = Rulebook::of(portal);
    assert!(book.policies.len() >= 20 && portal.policies.len() >= 30);
    let mut told = 0;
    for example in &portal.examples {
        if example.expected.iter().any(|(_, status)| *status == Status::Yes) {
            let known = example.answers(&portal.facts, &portal.examples);
            let count = answered(&book, &known);
            assert!(count.is_some_and(|count| count <= 10), "{}: {count:?}", example.id);
            told += 1;
        }
    }
    assert!(told >= 10, "{told} families");
}

/// A table of conditions that nobody meets, or everybody, is one that nobody has tried.
#[test]
fn every_policy_has_a_family_that_gets_it_and_one_that_does_not() {
    let portal = support::real();
    let book = Rulebook::of(portal);
    assert!(book.policies.len() >= 20);
    let mut found = vec![Vec::new(); book.policies.len()];
    for example in &portal.examples {
        let answers = example.answers(&portal.facts, &portal.examples);
        let outcomes = book.evaluate(&answers, &Given::default()).policies;
        for (found, outcome) in found.iter_mut().zip(outcomes) {
            found.push(outcome.expect("an outcome").verdict.status);
        }
    }
    for (rule, found) in book.policies.iter().zip(found) {
        let policy = &portal.policies[usize::from(rule.policy)];
        assert!(found.contains(&Status::Yes), "{}: nobody gets it", policy.id);
        // Where every row of a branch is unverified, no answer may close it: then somebody stays in doubt.
        let doubtful = |row: &u16| rule.rules.rows[usize::from(*row)].doubtful;
        let never_no = rule.rules.branches.iter().any(|branch| branch.rows.iter().all(doubtful));
        let other = if never_no { Status::Open } else { Status::No };
        assert!(found.contains(&other), "{}: everybody gets it", policy.id);
    }
}

/// Of every two that a family may receive, somebody has said whether they go together, or that nobody can tell.
#[test]
fn the_report_finds_no_pair_of_which_nothing_is_said() {
    let portal = support::real();
    let mut found = report(portal, support::this_day());
    found.retain(|it| it.kind == FindingKind::Overlap);
    assert_eq!(found, []);
}

#[test]
fn a_child_reads_words_of_its_own_of_everything_that_the_finder_lists() {
    let portal = support::real();
    let listed = portal.policies.iter().filter(|it| it.kind != PolicyKind::Mechanism);
    assert!(listed.clone().count() >= 40);
    for policy in listed {
        assert!(policy.for_child.is_some(), "{}", policy.id);
    }
}

/// Without what is quoted: names of other policies, and what one may say at a counter.
fn own_words(text: &str) -> String {
    let parts = text.split('“').enumerate();
    parts
        .map(|(at, part)| if at == 0 { part } else { part.split_once('”').map_or("", |it| it.1) })
        .collect()
}

#[test]
fn a_child_is_spoken_to_and_a_reason_speaks_to_nobody() {
    let portal = support::real();
    for fact in &portal.facts {
        let help = fact.help_child.as_deref().unwrap_or_default();
        assert!(!help.is_empty(), "{} has no help for a child", fact.id);
        for words in [help, &fact.ask_child] {
            assert!(!own_words(words).contains("孩子"), "{}: {words}", fact.id);
        }
    }
    // A reason is read by the child, the parent and the teacher: it tells what is so.
    for (policy, row) in
        portal.policies.iter().flat_map(|it| it.rows.iter().map(move |row| (it, row)))
    {
        for words in [&row.met, &row.unmet] {
            let own = own_words(words);
            assert!(!own.contains("孩子") && !own.contains('你'), "{}: {words}", policy.id);
        }
    }
}

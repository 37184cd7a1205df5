//! The published policies: how soon a family learns something.

use qingmiao::content;
use qingmiao::model::policy::{Answer, Answers, Given, Rulebook, Status};

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
    let portal = content::load(&support::real_content(), support::this_day()).portal;
    let book = Rulebook::of(&portal);
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

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

/// Without what is quoted: names of other policies, and what one may say at a counter.
fn own_words(text: &str) -> String {
    let parts = text.split('“').enumerate();
    parts
        .map(|(at, part)| if at == 0 { part } else { part.split_once('”').map_or("", |it| it.1) })
        .collect()
}

#[test]
fn a_child_is_spoken_to_and_a_reason_speaks_to_nobody() {
    let portal = content::load(&support::real_content(), support::this_day()).portal;
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

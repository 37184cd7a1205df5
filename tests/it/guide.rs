//! The rules of the help guide: what two answers leave.

use qingmiao::model::{Audience, Choice, Situation, happenings, readers};

fn situations() -> Vec<Situation> {
    [("a", 1, "家里"), ("b", 1, "家里"), ("a", 2, "学校"), ("c", 3, "怀疑")]
        .into_iter()
        .map(|(who, what, label)| Situation {
            who: who.to_owned(),
            what,
            label: label.to_owned(),
            link: String::new(),
        })
        .collect()
}

#[test]
fn an_unanswered_question_excludes_nothing() {
    assert_eq!(Choice::default().count(&situations()), 4);
    assert!(situations().iter().all(|one| Choice::default().offers(one.what, &situations())));
}

#[test]
fn each_answer_leaves_what_fits() {
    let child = Choice::default().with_who("a", &situations());
    assert_eq!(child.count(&situations()), 2);
    assert!(!child.is_complete());
    let both = child.with_what(2);
    assert_eq!(both.count(&situations()), 1);
    assert!(both.is_complete() && both.admits("a", 2) && !both.admits("a", 1));
}

#[test]
fn the_second_question_offers_only_what_the_reader_has() {
    let child = Choice::default().with_who("a", &situations());
    assert!(child.offers(2, &situations()) && !child.offers(3, &situations()));
    // It may be answered anew, so its own answer does not narrow it.
    assert!(child.with_what(2).offers(1, &situations()));
}

#[test]
fn another_reader_keeps_the_second_answer_only_where_it_fits() {
    let at_home = Choice::default().with_what(1);
    assert_eq!(at_home.clone().with_who("b", &situations()).what, Some(1));
    assert_eq!(at_home.with_who("c", &situations()).what, None);
}

#[test]
fn the_questions_name_each_reader_and_each_situation_once() {
    assert_eq!(readers(&situations()), Audience::ALL);
    let labels: Vec<_> =
        happenings(&situations()).into_iter().map(|one| one.label.clone()).collect();
    assert_eq!(labels, ["家里", "学校", "怀疑"]);
    assert_eq!(Audience::of_anchor("b"), Some(Audience::Parent));
}

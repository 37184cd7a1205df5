//! The rules of a quiz, against a brute-force oracle: what is shown, what counts as answered, what is right.

use std::collections::BTreeSet;

use proptest::prelude::*;
use qingmiao::model::{Answer, Question, QuestionKind, QuizChoice};

fn question(kind: QuestionKind, right: &[bool]) -> Question<()> {
    let choice = |right: &bool| QuizChoice {
        text: (),
        reason: (),
        right: *right,
        partner: (kind == QuestionKind::Match).then(String::new),
    };
    Question { kind, stem: (), lead: None, choices: right.iter().map(choice).collect() }
}

proptest! {
    /// What is put in order stands in the wrong order at first, and nothing is lost.
    #[test]
    fn what_is_shuffled_is_all_there_and_not_yet_right(count in 2_usize..12) {
        let question = question(QuestionKind::Order, &vec![true; count]);
        let shown = question.shuffled();
        let all: BTreeSet<usize> = shown.iter().copied().collect();
        prop_assert_eq!(all, (0..count).collect::<BTreeSet<_>>());
        prop_assert!(!question.is_right(&Answer::Ordered(shown)));
    }

    /// Clicks in any order, each turning a box on or off, end in the same score if they end in the same boxes.
    #[test]
    fn the_score_does_not_depend_on_the_order_of_clicks(
        right in prop::collection::vec(any::<bool>(), 2..8),
        clicks in prop::collection::vec(0_usize..8, 0..20),
        seed in any::<usize>(),
    ) {
        let question = question(QuestionKind::Multiple, &right);
        let press = |clicks: &[usize]| {
            let mut picked = BTreeSet::new();
            for click in clicks.iter().map(|click| click % right.len()) {
                if !picked.remove(&click) {
                    picked.insert(click);
                }
            }
            Answer::Picked(picked)
        };
        let mut shuffled = clicks.clone();
        let length = shuffled.len().max(1);
        for at in 0..shuffled.len() {
            let other = seed.wrapping_mul(at + 7) % length;
            shuffled.swap(at, other);
        }
        let (one, other) = (press(&clicks), press(&shuffled));
        prop_assert_eq!(&one, &other);
        let oracle = (0..right.len()).all(|at| {
            let pressed = clicks.iter().filter(|click| *click % right.len() == at).count() % 2 == 1;
            pressed == right[at]
        });
        prop_assert_eq!(question.is_right(&one), oracle);
        prop_assert_eq!(question.is_answered(&one), one != Answer::Picked(BTreeSet::new()));
    }

    /// Of all orders only the written one is right.
    #[test]
    fn only_the_written_order_is_right(order in Just((0..5).collect::<Vec<usize>>()).prop_shuffle()) {
        let question = question(QuestionKind::Order, &[true; 5]);
        let sorted = order.windows(2).all(|pair| pair[0] < pair[1]);
        prop_assert_eq!(question.is_right(&Answer::Ordered(order)), sorted);
    }

    /// Pairs are judged once all of them are made, and each has to be its own.
    #[test]
    fn pairs_have_to_be_whole_and_their_own(pairs in prop::collection::vec(prop::option::of(0_usize..4), 4)) {
        let question = question(QuestionKind::Match, &[true; 4]);
        let whole = pairs.iter().all(Option::is_some);
        let own = pairs.iter().enumerate().all(|(at, pair)| *pair == Some(at));
        let answer = Answer::Paired(pairs);
        prop_assert_eq!(question.is_answered(&answer), whole);
        prop_assert_eq!(question.is_right(&answer), own);
    }
}

/// What the browser is given has the answers and none of the words.
#[test]
fn a_question_keeps_its_rules_when_its_words_go() {
    let mut written =
        question(QuestionKind::Multiple, &[true, false, true]).map(|()| "字".to_owned());
    written.lead = Some("傍晚".to_owned());
    let bare = written.map(|_| ());
    let answer = Answer::Picked([0, 2].into());
    assert!(written.is_right(&answer) && bare.is_right(&answer));
    assert!(bare.lead.is_some());
    let json = serde_json::to_string(&bare).expect("json");
    assert!(!json.contains('字'), "{json}");
}

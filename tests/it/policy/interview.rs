//! The interview: what is asked, what a family gets to hear after how many questions, and that no answer is lost.

use qingmiao::model::policy::{Answer, Answers, Given, Interview, Kept, Rulebook, Status, Step};
use qingmiao::model::{Portal, day_number};

use crate::support;

fn begin(portal: &Portal) -> Interview {
    let book = Rulebook::of(portal);
    Interview::new(book, Some(day_number(support::this_day())))
}

/// Answers what is asked from what is known, at most so many questions.
fn answer(interview: &mut Interview, known: &Answers, most: usize) {
    for _ in 0..most {
        let Step::Ask(fact) = interview.step() else { return };
        let answer = known.get(fact);
        interview.answer(if *answer == Answer::Open { &Answer::Unknown } else { answer });
    }
}

fn with(interview: &Interview, status: Status) -> Vec<usize> {
    let policies = interview.evaluation().policies;
    let has = |it: &usize| policies[*it].as_ref().is_some_and(|it| it.verdict.status == status);
    (0..policies.len()).filter(has).collect()
}

/// What at least half of all families get: free schooling, family education. Nobody needs a finder for that.
fn for_everybody(portal: &Portal) -> Vec<usize> {
    let mut counts = vec![0; portal.policies.len()];
    for example in &portal.examples {
        let mut interview = begin(portal);
        answer(&mut interview, &example.answers(&portal.facts, &portal.examples), 1000);
        for policy in with(&interview, Status::Yes) {
            counts[policy] += 1;
        }
    }
    let common = |at: &usize| counts[*at] * 2 >= portal.examples.len();
    (0..counts.len()).filter(common).collect()
}

/// Whether a policy, by its place in the rulebook, has nothing to do with a fact of the greatest sensitivity.
fn is_gentle(portal: &Portal, place: usize) -> bool {
    let policy = usize::from(begin(portal).book().policies[place].policy);
    let hurts = |id: &str| portal.fact(id).is_some_and(|fact| fact.sensitivity == 3);
    !portal.policies[policy].rows.iter().any(|row| hurts(&row.fact))
}

/// Every family hears of something that may be theirs within ten questions, and at the end of all that is certain. What
/// nearly everybody gets does not count.
#[test]
fn every_family_gets_a_useful_result_within_ten_questions() {
    let portal = support::real();
    assert!(portal.examples.len() > 20);
    let common = for_everybody(portal);
    assert!(!common.is_empty());
    let mut told = 0;
    for example in &portal.examples {
        let known = example.answers(&portal.facts, &portal.examples);
        let mut interview = begin(portal);
        let own = |interview: &Interview| -> Vec<usize> {
            let yes = with(interview, Status::Yes);
            yes.into_iter().filter(|it| !common.contains(it)).collect()
        };
        answer(&mut interview, &known, 10);
        let soon = own(&interview);
        answer(&mut interview, &known, 1000);
        assert_eq!(interview.step(), Step::Check, "{}", example.id);
        // What was certain stays.
        let sure = own(&interview);
        assert!(soon.iter().all(|it| sure.contains(it)), "{}", example.id);
        // What rests on what hurts most to be asked may come later than ten questions: that is asked last.
        let gentle: Vec<&usize> = sure.iter().filter(|at| is_gentle(portal, **at)).collect();
        assert!(!soon.is_empty() || gentle.is_empty(), "{}: {gentle:?}", example.id);
        told += usize::from(!soon.is_empty());
        // Only what decides has been asked, and it is enough: all that is known says no more.
        let book = interview.book();
        let given = Given { today: Some(day_number(support::this_day())), ..Given::default() };
        let all = book.evaluate(&known, &given).policies;
        for (at, (asked, all)) in interview.evaluation().policies.iter().zip(&all).enumerate() {
            let (asked, all) = (asked.as_ref().expect("a result"), all.as_ref().expect("a result"));
            assert_eq!(asked.verdict.status, all.verdict.status, "{}: {at}", example.id);
        }
    }
    assert!(told > 20, "{told} families");
}

/// Who knows nothing is not asked for ever, gets no "no" for it, and keeps what needs no answer.
#[test]
fn somebody_who_knows_nothing_is_told_so_kindly() {
    let portal = support::real();
    let mut interview = begin(portal);
    answer(&mut interview, &Answers::default(), 1000);
    assert_eq!(interview.step(), Step::Check);
    assert!(interview.asked().len() <= portal.facts.len());
    assert_eq!(with(&interview, Status::No), [0_usize; 0]);
}

/// Whether the child is safe is asked first; a no leads to help, and is not asked again.
#[test]
fn safety_comes_first() {
    let portal = support::real();
    let mut interview = begin(portal);
    let Step::Ask(first) = interview.step() else { panic!("a question") };
    assert!(portal.facts[usize::from(first)].safety);
    interview.answer(&Answer::Choices(2));
    assert_eq!(interview.step(), Step::Help);
    interview.go_on();
    assert!(matches!(interview.step(), Step::Ask(next) if next != first));
    assert_eq!(*interview.answers().get(first), Answer::Choices(2));
}

/// How old the child is and where it lives: without them no result names the station that is responsible.
#[test]
fn what_results_need_is_asked_early() {
    let portal = support::real();
    let early = portal.facts.iter().filter(|fact| fact.early).count();
    assert!((1..=3).contains(&early), "more would leave no room for what decides");
    let mut interview = begin(portal);
    answer(&mut interview, &Answers::default(), 1 + early);
    for fact in &interview.asked()[1..] {
        assert!(portal.facts[usize::from(*fact)].early, "{}", portal.facts[usize::from(*fact)].id);
    }
    assert!(interview.asked().iter().any(|at| portal.facts[usize::from(*at)].id == "居住地"));
}

#[test]
fn one_goes_back_and_changes_an_answer_without_losing_another() {
    let portal = support::real();
    let example = portal.examples.iter().find(|it| it.id == "grandma").expect("a family");
    let known = example.answers(&portal.facts, &portal.examples);
    let mut interview = begin(portal);
    answer(&mut interview, &known, 8);
    let asked = interview.asked().to_vec();
    let before = interview.answers();
    interview.back();
    assert_eq!(interview.step(), Step::Ask(asked[7]));
    interview.back();
    assert_eq!(interview.step(), Step::Ask(asked[6]));
    interview.ask(asked[2]);
    interview.answer(&Answer::Unknown);
    for fact in &asked {
        if *fact != asked[2] {
            assert_eq!(interview.answers().get(*fact), before.get(*fact));
        }
    }
    assert_eq!(*interview.answers().get(asked[2]), Answer::Unknown);
    interview.ask(asked[0]);
    interview.back();
    assert_eq!(interview.step(), Step::Ask(asked[0]), "before the first question there is none");
}

/// A second child is asked about itself; what is the family's is known.
#[test]
fn two_children_share_what_is_the_familys() {
    let portal = support::real();
    let example = portal.examples.iter().find(|it| it.id == "move-older").expect("a family");
    let known = example.answers(&portal.facts, &portal.examples);
    let mut interview = begin(portal);
    answer(&mut interview, &known, 1000);
    interview.add();
    assert_eq!(interview.children(), (2, 1));
    let second = interview.answers();
    for (at, fact) in (0..).zip(&portal.facts) {
        let shared = fact.owner == qingmiao::model::policy::Owner::Family;
        let told = *second.get(at) != Answer::Open;
        assert_eq!(
            told,
            shared && *known.get(at) != Answer::Open && interview_knows(&interview, at),
            "{}",
            fact.id
        );
    }
    answer(&mut interview, &Answers::default(), 1000);
    let results = interview.evaluation();
    interview.choose(0);
    assert_ne!(interview.evaluation(), results);
    interview.choose(1);
    interview.remove();
    assert_eq!(interview.children(), (1, 0));
    interview.remove();
    assert_eq!(interview.children(), (1, 0), "the last one stays");
}

/// Whether the first child was asked about a fact at all: what decides nothing is not asked.
fn interview_knows(interview: &Interview, fact: u16) -> bool {
    let mut first = interview.clone();
    first.choose(0);
    first.asked().contains(&fact)
}

#[test]
fn what_is_received_already_is_set_aside() {
    let portal = support::real();
    let example = portal.examples.iter().find(|it| it.id == "grandma").expect("a family");
    let mut interview = begin(portal);
    answer(&mut interview, &example.answers(&portal.facts, &portal.examples), 1000);
    let sure = with(&interview, Status::Yes);
    let first = u16::try_from(sure[0]).expect("few");
    interview.receive(first, true);
    assert!(interview.evaluation().policies[sure[0]].is_none());
    interview.receive(first, false);
    assert_eq!(with(&interview, Status::Yes), sure);
}

#[test]
fn answers_that_are_kept_are_taken_up_again() {
    let portal = support::real();
    let mut interview = begin(portal);
    for id in ["grandma", "baby"] {
        let example = portal.examples.iter().find(|it| it.id == id).expect("a family");
        if id == "baby" {
            interview.add();
        }
        answer(&mut interview, &example.answers(&portal.facts, &portal.examples), 1000);
    }
    interview.receive(3, true);
    let kept = interview.kept();
    assert_eq!(kept[1].received, [3]);
    let mut again = begin(portal);
    again.restore(kept.clone());
    assert_eq!(again.step(), Step::Check);
    assert_eq!(again.children(), (2, 0));
    assert_eq!(again.kept(), kept);
    // What is not ours is left out, and harms nothing.
    for rubbish in [vec![], vec![1, 9, 9, 9], vec![u64::MAX; 5]] {
        let before = again.kept();
        again.restore(vec![Kept { answers: rubbish, received: vec![u16::MAX] }]);
        assert_eq!(again.kept(), before);
    }
}

/// Rules that differ have another fingerprint, so that answers to other questions are not taken for these.
#[test]
fn rules_have_a_fingerprint() {
    let portal = support::real();
    let print = |portal: &Portal| Rulebook::of(portal).fingerprint();
    let mut changed = portal.clone();
    assert_eq!(print(portal), print(&changed));
    changed.facts.swap(1, 2);
    assert_ne!(print(portal), print(&changed));
    let mut changed = portal.clone();
    changed.constraints.pop();
    assert_ne!(print(portal), print(&changed));
}

/// Who does not know whether the child is safe goes on, with help beside every question.
#[test]
fn not_knowing_of_safety_stops_nothing() {
    let portal = support::real();
    let mut interview = begin(portal);
    assert!(!interview.is_unsure());
    interview.answer(&Answer::Unknown);
    assert!(matches!(interview.step(), Step::Ask(_)));
    assert!(interview.is_unsure() && !interview.is_unsafe());
}

/// What is for people of other places is told apart from what somebody just misses.
#[test]
fn what_is_for_other_places_is_known_as_such() {
    let portal = support::real();
    let mut interview = begin(portal);
    let example = portal.examples.iter().find(|it| it.id == "grandma").expect("a family");
    answer(&mut interview, &example.answers(&portal.facts, &portal.examples), 1000);
    let mut elsewhere = Vec::new();
    for at in with(&interview, Status::No) {
        let at = u16::try_from(at).expect("few");
        if interview.is_elsewhere(at) {
            let policy = interview.book().policies[usize::from(at)].policy;
            elsewhere.push(portal.policies[usize::from(policy)].id.as_str());
        }
    }
    assert_eq!(elsewhere, ["jinma-homes", "yuhuan-schooling"]);
}

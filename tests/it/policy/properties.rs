//! The engine against the second opinion, on whatever the dice make.

use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use qingmiao::model::policy::{Answer, Given, Policy, Rulebook, Status};

use super::oracle::Opinion;
use super::random::{Case, Dice};

fn dice() -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(any::<u16>(), 260)
}

fn place(at: usize) -> u16 {
    u16::try_from(at).unwrap()
}

/// Everything that the engine says about a case, compared.
fn compare(case: &Case) {
    let book = Rulebook::with(&case.facts, &case.policies, &case.constraints);
    let given = Given::default();
    let found = book.evaluate(&case.answers, &given);
    let mut asked = Vec::new();
    for (at, policy) in case.policies.iter().enumerate() {
        let opinion = Opinion::new(&case.facts, &[policy], &case.values).without(&case.constraints);
        let outcome = found.policies[at].as_ref().expect("an outcome");
        let (status, verify) = opinion.verdict();
        assert_eq!((outcome.verdict.status, outcome.verdict.verify), (status, verify));
        assert!(!outcome.verdict.approximate);
        assert_eq!(outcome.near, status == Status::No && opinion.near());
        let mut relevant = outcome.relevant.clone();
        relevant.sort_unstable();
        let expected = if status == Status::Open { opinion.relevant() } else { Vec::new() };
        let open = |fact: &u16| *case.answers.get(*fact) == Answer::Open;
        if status != Status::Open || case.constraints.is_empty() || expected.iter().any(open) {
            assert_eq!(relevant, expected, "relevant");
        } else {
            // No unanswered fact can change alone: those that tell something together are named, and never what is
            // settled. Where none is named, nothing that could be asked would decide.
            let settled = opinion.settled();
            assert!(
                relevant.iter().all(|it| !settled.contains(it)),
                "what is settled is not asked"
            );
            assert!(expected.iter().all(|it| relevant.contains(it)));
            let answered: Vec<u16> =
                (0..place(case.facts.len())).filter(|fact| !open(fact)).collect();
            assert!(relevant.iter().any(open) || !opinion.is_open_after(&answered));
        }
        assert!(outcome.relevant.is_sorted_by_key(|fact| !open(fact)), "the unanswered come first");
        asked.extend(outcome.relevant.iter().copied().filter(open));
        opinion.check_reasons(&book.reasons(place(at), &case.answers, &given));
    }
    let safety = |fact: &u16| case.facts[usize::from(*fact)].safety;
    let open = |fact: &u16| *case.answers.get(*fact) == Answer::Open;
    let facts = 0..place(case.facts.len());
    asked.extend(facts.filter(|fact| safety(fact) && open(fact)));
    assert_eq!(found.next.is_none(), asked.is_empty(), "it asks as long as something can change");
    if let Some(next) = found.next {
        assert!(asked.contains(&next), "it asks only what can change something, and safety");
        assert!(safety(&next) || !asked.iter().any(safety), "safety comes first");
    }
    let members: Vec<&Policy> = case.policies.iter().filter(|it| it.group.is_some()).collect();
    assert_eq!(found.groups.len(), usize::from(!members.is_empty()));
    if let Some(verdict) = found.groups.first() {
        let verdict = verdict.expect("a verdict");
        let opinion = Opinion::new(&case.facts, &members, &case.values);
        let expected = opinion.without(&case.constraints).verdict();
        assert_eq!((verdict.status, verdict.verify), expected, "the group");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_world_says_the_same(thrown in dice()) {
        compare(&Case::new(&mut Dice::new(thrown)));
    }

    /// Worlds that cannot be are none: all is said as if nobody had ever heard of them.
    #[test]
    fn every_possible_world_says_the_same(thrown in dice()) {
        compare(&Case::constrained(&mut Dice::new(thrown)));
    }

    /// What is certain stays certain, whatever else is answered that can be.
    #[test]
    fn a_further_answer_never_turns_a_yes_into_a_no(thrown in dice()) {
        let mut dice = Dice::new(thrown);
        let mut case = Case::constrained(&mut dice);
        let book = Rulebook::with(&case.facts, &case.policies, &case.constraints);
        let mut before = book.evaluate(&case.answers, &Given::default());
        for _ in 0..4 {
            case.narrow_possibly(&mut dice);
            let after = book.evaluate(&case.answers, &Given::default());
            for (old, new) in before.policies.iter().flatten().zip(after.policies.iter().flatten()) {
                if old.verdict.status != Status::Open {
                    prop_assert_eq!(old.verdict.status, new.verdict.status);
                }
                if new.verdict.status == Status::Open && case.constraints.is_empty() {
                    prop_assert!(new.relevant.iter().all(|it| old.relevant.contains(it)));
                }
            }
            before = after;
        }
    }

    /// With few steps it may say less, and says so; it never says anything else.
    #[test]
    fn the_cap_is_sound(thrown in dice(), steps in 0..8_u32) {
        let case = Case::constrained(&mut Dice::new(thrown));
        let book = Rulebook::with(&case.facts, &case.policies, &case.constraints);
        let exact = book.evaluate(&case.answers, &Given::default());
        let capped = book.evaluate(&case.answers, &Given { steps, ..Given::default() });
        for (exact, capped) in exact.policies.iter().flatten().zip(capped.policies.iter().flatten()) {
            let (one, other) = (exact.verdict, capped.verdict);
            if one.status != other.status {
                prop_assert_eq!(other.status, Status::Open);
                prop_assert!(other.approximate);
            } else if one.status == Status::Open {
                prop_assert!(exact.relevant.iter().all(|it| capped.relevant.contains(it)));
            } else if one.verify != other.verify {
                prop_assert!(other.verify && other.approximate);
            }
        }
    }
}

/// What the dice make is not all alike: each kind of result is there often enough to be compared.
#[test]
fn the_dice_make_cases_of_every_kind() {
    let mut runner = TestRunner::deterministic();
    let (mut yes, mut no, mut open) = (0, 0, 0);
    let (mut verify, mut near, mut several, mut stuck, mut group) = (0, 0, 0, 0, 0);
    let (mut told, mut spared) = (0, 0);
    for round in 0..3000 {
        let thrown = dice().new_tree(&mut runner).expect("dice").current();
        let mut dice = Dice::new(thrown);
        let case = if round % 2 == 0 { Case::new(&mut dice) } else { Case::constrained(&mut dice) };
        let book = Rulebook::with(&case.facts, &case.policies, &case.constraints);
        let found = book.evaluate(&case.answers, &Given::default());
        // Where every world counted, less would be certain, and more asked.
        let all =
            Rulebook::new(&case.facts, &case.policies).evaluate(&case.answers, &Given::default());
        for (one, other) in found.policies.iter().flatten().zip(all.policies.iter().flatten()) {
            told += usize::from(one.verdict.status != other.verdict.status);
            spared += usize::from(one.relevant.len() < other.relevant.len());
        }
        for (at, outcome) in found.policies.iter().flatten().enumerate() {
            match outcome.verdict.status {
                Status::Yes => yes += 1,
                Status::No => no += 1,
                Status::Open => open += 1,
            }
            verify += usize::from(outcome.verdict.verify);
            near += usize::from(outcome.near);
            stuck +=
                usize::from(outcome.verdict.status == Status::Open && outcome.relevant.is_empty());
            let reasons = book.reasons(place(at), &case.answers, &Given::default());
            several += usize::from(reasons.branches.len() > 1);
        }
        let certain = |at: &u16| {
            let outcome = found.policies[usize::from(*at)].as_ref();
            outcome.is_some_and(|it| it.verdict.status == Status::Yes)
        };
        for (rule, verdict) in book.groups.iter().zip(&found.groups) {
            let status = verdict.map(|it| it.status);
            group += usize::from(status == Some(Status::Yes) && !rule.members.iter().any(certain));
        }
    }
    let counts = [yes, no, open, verify, near, several, stuck, group, told, spared];
    assert!(counts.iter().all(|count| *count >= 15), "{counts:?}");
}

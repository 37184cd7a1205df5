//! Votes and ties, against rules told in another way.

use proptest::prelude::*;
use qingmiao::model::court::{Ballot, Outcome, Rule};

fn ballot(counts: &[u16]) -> Ballot {
    let mut ballot = Ballot::new(counts.len());
    for (answer, count) in (0_u8..).zip(counts) {
        for _ in 0..*count {
            ballot.count(answer, true);
        }
    }
    ballot
}

/// The answers that a number stands for.
fn answers(bits: u16) -> Vec<usize> {
    (0..16).filter(|at| bits >> at & 1 == 1).collect()
}

proptest! {
    #[test]
    fn the_most_votes_win_and_the_level_ones_vote_again(counts in prop::collection::vec(0_u16..6, 2..=9)) {
        let ballot = ballot(&counts);
        prop_assert_eq!(ballot.counts(), &counts[..]);
        let most = *counts.iter().max().expect("answers");
        let ahead: Vec<usize> = (0..counts.len()).filter(|at| counts[*at] == most).collect();
        match ballot.outcome(Rule::Most) {
            Outcome::Open => prop_assert_eq!(most, 0),
            Outcome::Decided(answer) => prop_assert_eq!(vec![usize::from(answer)], ahead),
            Outcome::Again(bits) => {
                prop_assert!(ahead.len() > 1);
                prop_assert_eq!(answers(bits), ahead);
            }
            Outcome::Presiding(_) => prop_assert!(false, "the first vote"),
        }
    }

    #[test]
    fn a_panel_wants_more_than_half(counts in prop::collection::vec(0_u16..6, 2..=9)) {
        let total: u16 = counts.iter().sum();
        let winner = counts.iter().position(|count| *count * 2 > total);
        match ballot(&counts).outcome(Rule::Majority) {
            Outcome::Open => prop_assert_eq!(total, 0),
            Outcome::Decided(answer) => prop_assert_eq!(Some(usize::from(answer)), winner),
            Outcome::Again(bits) => {
                prop_assert_eq!(winner, None);
                let again = answers(bits);
                prop_assert!(again.len() > 1);
                prop_assert!(again.iter().all(|at| counts[*at] > 0));
            }
            Outcome::Presiding(_) => prop_assert!(false, "the first vote"),
        }
    }

    /// The second vote is among the level ones only, and its tie goes to the presiding judge.
    #[test]
    fn a_second_tie_is_the_presiding_judges(votes in 1_u16..9, more in 0_u16..9) {
        let first = ballot(&[votes, 0, votes]);
        let Outcome::Again(among) = first.outcome(Rule::Most) else { panic!("a tie") };
        let mut second = first.anew(among);
        prop_assert!(second.is_again() && !second.has(1));
        prop_assert_eq!(second.outcome(Rule::Most), Outcome::Open);
        second.count(1, true);
        prop_assert_eq!(second.counts(), &[0, 0, 0]);
        for _ in 0..votes {
            second.count(0, true);
            second.count(2, true);
        }
        for _ in 0..more {
            second.count(2, true);
        }
        let expected = if more == 0 { Outcome::Presiding(0b101) } else { Outcome::Decided(2) };
        prop_assert_eq!(second.outcome(Rule::Most), expected);
    }
}

#[test]
fn votes_are_taken_back_and_have_an_end() {
    let mut votes = ballot(&[1, 0]);
    votes.count(0, false);
    votes.count(0, false);
    assert_eq!(votes.outcome(Rule::Most), Outcome::Open);
    for _ in 0..200 {
        votes.count(1, true);
    }
    votes.count(7, true);
    assert_eq!(votes.counts(), [0, 99]);
    assert_eq!(Ballot::new(40).counts().len(), Ballot::MOST);
}

//! Conditions that cannot be met, and pairs of benefits whose conditions can be met together.

use super::{Finding, FindingKind, file, finding};
use crate::model::Portal;
use crate::model::policy::cover::Boxes;
use crate::model::policy::rulebook::{BranchRule, Rules};
use crate::model::policy::worlds::rows;
use crate::model::policy::{Beside, Policy, Rulebook};

/// The branches of a policy that never hold, with the rows that make it so.
pub(super) fn impossible(
    book: &Rulebook,
    policy: &Policy,
    rules: &Rules,
    findings: &mut Vec<Finding>,
) {
    let letters = policy.branches();
    for (number, branch) in rules.branches.iter().enumerate() {
        let name =
            letters.get(number).map_or_else(String::new, |letter| format!("分支 {letter}："));
        for (at, all) in classes(book, rules).into_iter().enumerate() {
            let own = || rows(rules, branch).filter(|row| usize::from(row.variable) == at);
            if own().fold(all, |left, row| left & row.mask) != 0 {
                continue;
            }
            let (mut kind, mut guilty) = (FindingKind::Never, Vec::new());
            guilty.extend(own().filter(|row| row.mask & all == 0).map(|row| row.row));
            if guilty.is_empty() {
                kind = FindingKind::Contradiction;
                guilty.extend(own().map(|row| row.row));
            }
            let told: Vec<String> = guilty.into_iter().map(|row| words(policy, row)).collect();
            let what = format!("{name}{}不可能成立", told.join("和"));
            findings.push(finding(kind, file(policy), what));
        }
    }
}

/// `第 2 行（年龄 小于 3）`.
fn words(policy: &Policy, row: u16) -> String {
    let number = row + 1;
    policy.rows.get(usize::from(row)).map_or_else(String::new, |row| {
        let (relation, values) = (row.relation.label(), row.values.join(";"));
        format!("第 {number} 行（{} {relation} {values}）", row.fact)
    })
}

/// All classes of each variable.
fn classes(book: &Rulebook, rules: &Rules) -> Vec<u64> {
    let variables = rules.variables.iter().map(|at| book.variables.get(usize::from(*at)));
    variables.map(|variable| variable.map_or(1, |variable| variable.classes.all())).collect()
}

/// Pairs of benefits in money, of one kind, that a family may meet the conditions of together, while neither says
/// whether they go together. A local form and its national policy are the same benefit.
pub(super) fn overlaps(portal: &Portal, findings: &mut Vec<Finding>) {
    let pays = |policy: &&Policy| {
        let in_money = |unit: &String| unit.contains('元');
        // What holds for the national form is told once, of that one.
        let stands_for_itself =
            policy.national.as_ref().is_none_or(|it| portal.policy(it).is_none());
        policy.is_decided()
            && stands_for_itself
            && policy.benefits.iter().any(|it| it.unit.as_ref().is_some_and(in_money))
    };
    let paying: Vec<&Policy> = portal.policies.iter().filter(pays).collect();
    for (at, one) in paying.iter().enumerate() {
        for other in paying.iter().skip(at + 1) {
            let told = Beside::ALL.into_iter().any(|what| one.stands(what, other));
            if one.category == other.category
                && !told
                && !is_same(one, other)
                && meet(portal, one, other)
            {
                let what = format!(
                    "和“{}”（{}）可能同时符合，没有写能不能一起领：不能的写进“互斥”，规定写明能的写进“能一起领”，查不到依据的写进“一起领待核验”",
                    other.name, other.id
                );
                findings.push(finding(FindingKind::Overlap, file(one), what));
            }
        }
    }
}

fn is_same(one: &Policy, other: &Policy) -> bool {
    let national = |policy: &Policy| policy.national.clone().unwrap_or_else(|| policy.id.clone());
    national(one) == national(other)
}

/// Whether somebody may meet the conditions of both.
fn meet(portal: &Portal, one: &Policy, other: &Policy) -> bool {
    let mut book = Rulebook::default();
    let rules = book.rules(&portal.facts, &[one, other], &portal.constraints);
    let all = classes(&book, &rules);
    let laid = |branch: &BranchRule| {
        let mut masks = all.clone();
        for row in rows(&rules, branch) {
            if let Some(mask) = masks.get_mut(usize::from(row.variable)) {
                *mask &= row.mask;
            }
        }
        masks
    };
    let boxes: Vec<Vec<u64>> = rules.branches.iter().map(laid).collect();
    let (first, second) = boxes.split_at(one.branches().len().max(1).min(boxes.len()));
    let mut impossible = Boxes::default();
    impossible.clear(all.len());
    for parts in &rules.impossible {
        let mut masks = all.clone();
        for (variable, mask) in parts {
            if let Some(place) = masks.get_mut(usize::from(*variable)) {
                *place &= mask;
            }
        }
        impossible.push(&masks);
    }
    first.iter().any(|one| {
        second.iter().any(|other| {
            let both: Vec<u64> = one.iter().zip(other).map(|(mask, other)| mask & other).collect();
            let mut left = Boxes::default();
            left.clear(both.len());
            left.push(&both);
            // Where there are too many pieces to tell, somebody may.
            !both.contains(&0) && (!left.take_away(&impossible, 10_000) || left.len() > 0)
        })
    })
}

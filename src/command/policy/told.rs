//! What the engine says about a child, in words.

use serde_json::{Value, json};

use crate::model::Portal;
use crate::model::policy::{
    Answers, Basis, Given, Likelihood, Policy, Reasons, Rulebook, Standing, Status, Verdict,
};

/// What a "no" is never told without.
const STILL: &str = "仍可申请，并可要求书面理由";

/// Everything about a child.
pub(super) fn child(
    portal: &Portal,
    book: &Rulebook,
    answers: &Answers,
    given: &Given<'_>,
) -> Value {
    let found = book.evaluate(answers, given);
    let name = |fact: u16| portal.facts.get(usize::from(fact)).map(|fact| fact.id.as_str());
    let mut policies = Vec::new();
    for ((place, rule), outcome) in (0..).zip(&book.policies).zip(&found.policies) {
        let Some(policy) = portal.policies.get(usize::from(rule.policy)) else { continue };
        let Some(outcome) = outcome else {
            let received = given.received.contains(&place);
            let standing = rule.standing(given.today);
            let day = match standing {
                Standing::InForce => None,
                Standing::NotYet => policy.from.map(|from| format!("{from} 起施行")),
                Standing::Over => policy.until.map(|until| format!("有效到 {until}")),
            };
            let status = if received { "已经在领" } else { standing.label() };
            policies.push(
                json!({ "id": policy.id, "name": policy.name, "status": status, "day": day }),
            );
            continue;
        };
        let reasons = book.reasons(place, answers, given);
        let status = outcome.verdict.status;
        let missing: Vec<_> = outcome.relevant.iter().filter_map(|fact| name(*fact)).collect();
        policies.push(json!({
            "id": policy.id,
            "name": policy.name,
            "status": status.label(),
            "likelihood": likelihood(outcome.likelihood(), missing.len()),
            "to_verify": outcome.verdict.verify,
            "approximate": outcome.verdict.approximate,
            "branches": letters(policy, &reasons),
            "rows": rows(policy, &reasons, status),
            "missing": missing,
            "excluded_by_what_is_received": outcome.excluded,
            "advice": (status == Status::No).then_some(STILL),
        }));
    }
    let groups = book.groups.iter().zip(&found.groups).filter_map(|(group, verdict)| {
        let members = group.members.iter().filter_map(|it| book.policies.get(usize::from(*it)));
        let members: Vec<&Policy> =
            members.filter_map(|rule| portal.policies.get(usize::from(rule.policy))).collect();
        let ids: Vec<&str> = members.iter().map(|policy| policy.id.as_str()).collect();
        let Verdict { status, verify, approximate } = (*verdict)?;
        Some(json!({
            "name": members.first()?.group,
            "policies": ids,
            "status": status.label(),
            "to_verify": verify,
            "approximate": approximate,
        }))
    });
    let groups: Vec<Value> = groups.collect();
    let next = found.next.and_then(|fact| portal.facts.get(usize::from(fact)));
    let next = next.map(|fact| json!({ "fact": fact.id, "question": fact.ask_parent }));
    json!({ "policies": policies, "groups": groups, "next": next })
}

fn likelihood(likelihood: Likelihood, questions: usize) -> String {
    match likelihood {
        Likelihood::Unanswered => format!("还差 {questions} 个问题"),
        other => other.label().to_owned(),
    }
}

fn letters(policy: &Policy, reasons: &Reasons) -> Vec<char> {
    let letters = policy.branches();
    reasons.branches.iter().filter_map(|at| letters.get(usize::from(*at)).copied()).collect()
}

/// The rows that are the reason, each with what is said of it.
fn rows(policy: &Policy, reasons: &Reasons, status: Status) -> Vec<Value> {
    let told = |at: &u16| {
        let row = policy.rows.get(usize::from(*at))?;
        let basis: Vec<&String> = row
            .basis
            .iter()
            .map(|basis| match basis {
                Basis::Article(id) | Basis::Source(id) => id,
            })
            .collect();
        Some(json!({
            "row": at + 1,
            "branch": row.branch.map_or_else(|| "共同".to_owned(), String::from),
            "fact": row.fact,
            "says": if status == Status::Yes { &row.met } else { &row.unmet },
            "basis": basis,
            "unverified": row.unverified,
        }))
    };
    reasons.rows.iter().filter_map(told).collect()
}

/// A line for each policy, child by child.
pub(super) fn lines(found: &Value) -> String {
    let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut text = String::new();
    for child in found["children"].as_array().into_iter().flatten() {
        for policy in child["policies"].as_array().into_iter().flatten() {
            let told = policy.get("likelihood").unwrap_or(&policy["status"]);
            let day = policy["day"].as_str().map(|day| format!("（{day}）")).unwrap_or_default();
            text.push_str(&format!("{}  {}{day}\n", words(told), words(&policy["name"])));
            for row in policy["rows"].as_array().into_iter().flatten() {
                text.push_str(&format!("    {}\n", words(&row["says"])));
            }
        }
        for group in child["groups"].as_array().into_iter().flatten() {
            text.push_str(&format!("{}  {}\n", words(&group["status"]), words(&group["name"])));
        }
        match child["next"]["question"].as_str() {
            Some(question) => text.push_str(&format!("接着问：{question}\n\n")),
            None => text.push_str("没有能改变结果的问题了\n\n"),
        }
    }
    text + "以受理机关书面决定为准\n"
}

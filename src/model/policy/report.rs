//! What an editor should look at in the policies: families that get nothing, benefits of which nobody has said whether
//! they go together, rows that contradict each other, facts nobody needs, amounts that have run out, laws that changed.

mod gap;
mod rules;

use super::{Answer, Category, Fact, FactKind, Policy, Rulebook};
use crate::model::{Date, PartialDate, Portal};

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// What kind of thing.
    pub kind: FindingKind,
    /// Where it stands: `policies/orphan.md`.
    pub place: String,
    /// What it is.
    pub what: String,
}

/// What kind of thing an editor should look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// 空档: hardship without a policy.
    Gap,
    /// 重叠: two benefits that somebody may meet the conditions of, and nobody has said whether they go together.
    Overlap,
    /// 矛盾: rows that cannot hold together, so that their branch never does.
    Contradiction,
    /// 不会成立: a row that never holds, and its branch neither.
    Never,
    /// 没用到: a fact or a choice that no condition names.
    Unused,
    /// 金额过期: an amount that was paid until some day.
    Expired,
    /// 法律有变: a law with a version newer than the check.
    Changed,
}

impl FindingKind {
    /// The word that editors read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Gap => "空档",
            Self::Overlap => "重叠",
            Self::Contradiction => "矛盾",
            Self::Never => "不会成立",
            Self::Unused => "没用到",
            Self::Expired => "金额过期",
            Self::Changed => "法律有变",
        }
    }
}

/// Everything to look at as of a day.
#[must_use]
pub fn report(portal: &Portal, today: Date) -> Vec<Finding> {
    let book = Rulebook::of(portal);
    let mut findings = Vec::new();
    gap::families(portal, &book, &mut findings);
    gap::hardships(portal, &book, &mut findings);
    rules::overlaps(portal, &mut findings);
    for rule in &book.policies {
        if let Some(policy) = portal.policies.get(usize::from(rule.policy)) {
            rules::impossible(&book, policy, &rule.rules, &mut findings);
        }
    }
    for fact in &portal.facts {
        findings.extend(unused(portal, fact));
    }
    for policy in &portal.policies {
        expired(policy, today, &mut findings);
        changed(portal, policy, &mut findings);
    }
    findings.sort_unstable();
    findings
}

fn finding(kind: FindingKind, place: impl Into<String>, what: String) -> Finding {
    Finding { kind, place: place.into(), what }
}

fn file(policy: &Policy) -> String {
    format!("policies/{}.md", policy.id)
}

/// A fact that no condition asks for; or choices that none names, of a fact on which a living depends. An example of a
/// family that has the choice tells on purpose what becomes of it.
fn unused(portal: &Portal, fact: &Fact) -> Option<Finding> {
    let decided = || portal.policies.iter().filter(|policy| policy.is_decided());
    let asks = |policy: &Policy| policy.rows.iter().any(|row| row.fact == fact.id);
    let place = format!("facts.csv {}", fact.id);
    if !decided().any(asks) && !fact.safety {
        let what = "没有一条条件用到，不会问；办事地点要用的可以留着".to_owned();
        return Some(finding(FindingKind::Unused, place, what));
    }
    // Of a yes or no, one word says both.
    let has_choices = matches!(fact.kind, FactKind::Choice(_) | FactKind::Many(_));
    if !has_choices || !decided().any(|policy| policy.category == Category::Living && asks(policy))
    {
        return None;
    }
    let rows = || decided().flat_map(|policy| &policy.rows).filter(|row| row.fact == fact.id);
    let written = || portal.examples.iter().flat_map(|it| &it.answers);
    let told = |choice: &str| {
        let mask = fact.kind.mask(choice).unwrap_or_default();
        let own = written().filter(|(id, _)| *id == fact.id);
        own.filter_map(|(_, words)| Answer::read(&fact.kind, words).ok()).any(|it| match it {
            Answer::Choices(yes) | Answer::Many { yes, .. } => yes & mask != 0,
            _ => false,
        })
    };
    let named = |choice: &&str| {
        rows().any(|row| row.values.iter().any(|value| value == choice)) || told(choice)
    };
    let choices: Vec<&str> =
        fact.kind.choices().into_iter().filter(|choice| !named(choice)).collect();
    let what = format!("没有一条条件写到的选项：{}", choices.join("、"));
    (!choices.is_empty()).then(|| finding(FindingKind::Unused, place, what))
}

fn expired(policy: &Policy, today: Date, findings: &mut Vec<Finding>) {
    for benefit in policy.benefits.iter().filter(|benefit| benefit.amount.is_some()) {
        let Some(until) = benefit.until.filter(|until| last_day(*until) < today) else { continue };
        let what = format!("{}：止于 {until}，找现在的标准", benefit.name);
        findings.push(finding(FindingKind::Expired, file(policy), what));
    }
}

/// The last day that a date may mean.
fn last_day(date: PartialDate) -> Date {
    let first = Date::new(date.year, date.month.unwrap_or(12), date.day.unwrap_or(1));
    let first = first.unwrap_or(Date::MAX);
    if date.day.is_some() { first } else { first.last_of_month() }
}

fn changed(portal: &Portal, policy: &Policy, findings: &mut Vec<Finding>) {
    let mut laws: Vec<(&str, Date)> = Vec::new();
    for article in policy.articles.iter().filter_map(|id| portal.laws.article(id)) {
        let newer = article.law.version.filter(|version| *version > policy.checked);
        laws.extend(newer.map(|version| (article.law.name.as_str(), version)));
    }
    laws.sort_unstable();
    laws.dedup();
    for (law, version) in laws {
        let what = format!("《{law}》有 {version} 的文本，这里核验于 {}", policy.checked);
        findings.push(finding(FindingKind::Changed, file(policy), what));
    }
}

//! What somebody has to sign off between two versions of the content: every phone, amount, hour and address that differs.

use std::collections::BTreeMap;

use super::policy::Benefit;
use super::{PartialDate, Policy, Portal, Station};

/// A fact that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it stands: `hotlines.csv 12355`, `stations.csv baiyun-sanyuanli`, `policies/orphan.md`.
    pub place: String,
    /// Which fact: 电话, 时间, 地址, 坐标, 费用, 数额 …
    pub fact: &'static str,
    /// What it was; none where it is new.
    pub old: Option<String>,
    /// What it is; none where it is gone.
    pub new: Option<String>,
}

/// The facts of a content, by where they stand.
type Facts = BTreeMap<(String, &'static str), String>;

/// Every fact that differs, by where it stands.
#[must_use]
pub fn changes(old: &Portal, new: &Portal) -> Vec<Change> {
    let (old, new) = (facts(old), facts(new));
    let mut places: Vec<_> = old.keys().chain(new.keys()).collect();
    places.sort_unstable();
    places.dedup();
    places
        .into_iter()
        .filter(|place| old.get(*place) != new.get(*place))
        .map(|place| Change {
            place: place.0.clone(),
            fact: place.1,
            old: old.get(place).cloned(),
            new: new.get(place).cloned(),
        })
        .collect()
}

fn facts(portal: &Portal) -> Facts {
    let mut facts = Facts::new();
    for line in &portal.hotlines {
        let place = format!("hotlines.csv {}", line.number);
        facts.insert((place.clone(), "电话"), format!("{} {}", line.number, line.name));
        insert(&mut facts, &place, "时间", line.hours.clone());
        insert(&mut facts, &place, "费用", line.cost.clone());
    }
    for figure in portal.figures.values().filter(|figure| figure.unit.contains('元')) {
        facts.insert((format!("figures.csv {}", figure.id), "数额"), figure.text());
    }
    for station in &portal.stations {
        let place = format!("stations.csv {}", station.id);
        insert(&mut facts, &place, "电话", phones(station));
        insert(&mut facts, &place, "时间", station.hours.clone());
        insert(&mut facts, &place, "例外", station.changes.clone());
        insert(
            &mut facts,
            &place,
            "随日历",
            station.weekly.as_ref().map(|_| station.rule.label().to_owned()),
        );
        insert(&mut facts, &place, "方式", ways(station));
        insert(&mut facts, &place, "地址", station.address.clone());
        insert(&mut facts, &place, "怎么去", station.directions.clone());
        insert(&mut facts, &place, "坐标", station.point.map(|it| it.to_string()));
        insert(&mut facts, &place, "费用", station.cost.clone());
        insert(&mut facts, &place, "公告", station.notice.clone());
        facts.insert((place.clone(), "公开程度"), station.openness.label().to_owned());
        facts.insert((place, "状态"), station.status.label().to_owned());
    }
    for policy in &portal.policies {
        insert(&mut facts, &format!("policies/{}.md", policy.id), "数额", amounts(policy));
    }
    facts
}

/// `每月补贴 2808 元/月（440111，2022年—2025年）`.
fn amounts(policy: &Policy) -> Option<String> {
    let amount = |benefit: &Benefit| {
        let (amount, unit) = (benefit.amount.as_ref()?, benefit.unit.as_deref());
        let area = benefit.area.as_deref().unwrap_or("全国");
        let day = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
        let (from, until) = (day(benefit.from), day(benefit.until));
        let unit = unit.unwrap_or_default();
        Some(format!("{} {amount} {unit}（{area}，{from}—{until}）", benefit.name))
    };
    let amounts: Vec<String> = policy.benefits.iter().filter_map(amount).collect();
    (!amounts.is_empty()).then(|| amounts.join("；"))
}

fn insert(facts: &mut Facts, place: &str, fact: &'static str, value: Option<String>) {
    if let Some(value) = value {
        facts.insert((place.to_owned(), fact), value);
    }
}

fn phones(station: &Station) -> Option<String> {
    let numbers: Vec<String> = station.phones.iter().map(ToString::to_string).collect();
    (!numbers.is_empty()).then(|| numbers.join("、"))
}

fn ways(station: &Station) -> Option<String> {
    let ways: Vec<&str> = station.ways.iter().map(|way| way.label()).collect();
    (!ways.is_empty()).then(|| ways.join("、"))
}

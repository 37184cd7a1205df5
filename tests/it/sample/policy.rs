//! A policy of the sample portal that answers decide, and one that they do not.

use qingmiao::model::policy::{
    Basis, Benefit, Category, Door, Fact, FactKind, Paper, Policy, PolicyKind, Relation, Row, Seat,
};
use qingmiao::model::{Audience, Kind, Level, PartialDate, Protection};

use super::{day, everything, link, prose, text};

/// What the policy asks.
pub(crate) fn facts() -> Vec<Fact> {
    let fact = |id: &str, kind| Fact {
        ask_child: "你几岁了？".to_owned(),
        ask_parent: "孩子几岁了？".to_owned(),
        ask_helper: "学生几岁了？".to_owned(),
        ..Fact::new(id, kind)
    };
    let age = FactKind::Number { first: 0, last: 25, unit: "岁".to_owned() };
    vec![fact("年龄", age), fact("户籍地", FactKind::Area)]
}

fn row(branch: Option<char>, fact: &str, relation: Relation, value: &str) -> Row {
    Row {
        branch,
        fact: fact.to_owned(),
        relation,
        values: vec![value.to_owned()],
        met: format!("{fact}符合。"),
        unmet: format!("{fact}<不>符合。"),
        basis: vec![
            Basis::Article("未成年人保护法/11".to_owned()),
            Basis::Source("paper".to_owned()),
        ],
        unverified: branch.is_some(),
    }
}

/// What both say.
fn both(id: &str) -> Policy {
    Policy {
        summary: "父母都不在了的孩子，可能可以领。".to_owned(),
        for_child: Some(prose("不用你一个人去办。")),
        protections: vec![Protection::Government],
        audiences: vec![Audience::Child, Audience::Parent],
        departments: vec!["民政".to_owned()],
        level: Some(Level::County),
        areas: vec!["440111".to_owned()],
        number: Some("某民发〔2022〕1号".to_owned()),
        issued: PartialDate::parse("2022"),
        from: Some(day()),
        articles: vec!["未成年人保护法/17".to_owned()],
        urgency: 2,
        sources: vec!["paper".to_owned()],
        checked: day(),
        body: everything(),
        ..Policy::new(id)
    }
}

/// A policy with one of everything.
pub(crate) fn benefit() -> Policy {
    Policy {
        name: "一份补贴".to_owned(),
        category: Category::Living,
        kind: PolicyKind::Benefit,
        exclusive: vec!["door".to_owned()],
        unverified: Some("现在的标准。".to_owned()),
        rows: vec![
            row(None, "年龄", Relation::Below, "18"),
            row(Some('A'), "户籍地", Relation::In, "440111"),
            row(Some('B'), "户籍地", Relation::NotIn, "44"),
        ],
        verify: vec![prose("户口本。")],
        benefits: vec![Benefit {
            name: "每月补贴".to_owned(),
            amount: Some("2808".to_owned()),
            unit: Some("元/月".to_owned()),
            area: Some("440111".to_owned()),
            from: PartialDate::parse("2022"),
            until: None,
            sources: vec!["paper".to_owned()],
        }],
        papers: vec![Paper {
            name: vec![text("户口本")],
            needed: "都要".to_owned(),
            issuer: vec![text("派出所")],
            waived: Vec::new(),
        }],
        doors: vec![Door {
            place: "镇街".to_owned(),
            seat: Seat::Household,
            note: vec![text("打 "), link(Kind::Hotline, "12345")],
        }],
        time_limit: Some(prose("30 个工作日。")),
        refused: Some(prose("再问一次。")),
        ..both("aid")
    }
}

/// A door to a person.
pub(crate) fn door() -> Policy {
    Policy {
        name: "一扇门".to_owned(),
        kind: PolicyKind::Door,
        category: Category::Safety,
        national: Some("aid".to_owned()),
        ..both("door")
    }
}

//! The editors' work list: what is still to be verified, what is due, and what nobody has found out yet.

use super::hours::Status;
use super::{Date, Portal, Review};

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Task {
    /// What kind of work it is.
    pub kind: TaskKind,
    /// Where it stands: `hotlines.csv 12355`.
    pub place: String,
    /// What it is called.
    pub name: String,
    /// What is to be done.
    pub what: String,
}

/// What kind of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskKind {
    /// 已过期: the check has run out.
    Overdue,
    /// 快到期: it runs out within 30 days.
    Ageing,
    /// 待核验: no reliable source yet.
    Unverified,
    /// 未公布: nobody has found it out.
    Empty,
}

impl TaskKind {
    /// The word that editors read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Overdue => "已过期",
            Self::Ageing => "快到期",
            Self::Unverified => "待核验",
            Self::Empty => "未公布",
        }
    }
}

/// How many days before it runs out a check is said to be due.
const SOON: i64 = 30;

/// Everything that editors have to do as of a day, the most pressing first.
#[must_use]
pub fn tasks(portal: &Portal, today: Date) -> Vec<Task> {
    let review = &portal.settings.review;
    let mut tasks = Vec::new();
    for line in &portal.hotlines {
        let place = format!("hotlines.csv {}", line.number);
        let due = line.review_by.or_else(|| Review::due(line.checked, review.hotlines));
        tasks.extend(checked(&place, &line.name, due, today));
        if line.unverified {
            tasks.push(task(TaskKind::Unverified, &place, &line.name, "打一遍，或找到官方来源"));
        }
        if line.hours.is_none() {
            tasks.push(task(TaskKind::Empty, &place, &line.name, "几点有人接"));
        }
    }
    for source in portal.sources.values().filter(|source| source.unverified) {
        let place = format!("sources.csv {}", source.id);
        tasks.push(task(TaskKind::Unverified, &place, &source.title, "对照原文"));
    }
    for figure in portal.figures.values() {
        let place = format!("figures.csv {}", figure.id);
        tasks.extend(checked(&place, &figure.name, figure.review_by, today));
    }
    for help in &portal.helps {
        let due = help.review_by.or_else(|| Review::due(help.checked, review.help));
        tasks.extend(checked(&format!("help/{}.md", help.id), &help.title, due, today));
    }
    for place in &portal.places {
        let due = place.review_by.or_else(|| Review::due(place.checked, review.places));
        tasks.extend(checked(&format!("places/{}.md", place.id), &place.title, due, today));
    }
    for article in portal.commentaries.values() {
        let due = article.review_by.or_else(|| Review::due(article.checked, review.laws));
        tasks.extend(checked(&format!("laws/{}.md", article.id()), &article.gist, due, today));
    }
    for guide in portal.law_guides.values() {
        let due = guide.review_by.or_else(|| Review::due(guide.checked, review.laws));
        tasks.extend(checked(&format!("laws/{}/index.md", guide.law), &guide.law, due, today));
    }
    let topics = portal.lessons.iter().map(|it| ("lessons", &it.topic));
    let topics = topics.chain(portal.cases.iter().map(|it| ("cases", &it.topic)));
    for (folder, topic) in topics.chain(portal.quizzes.iter().map(|it| ("quizzes", &it.topic))) {
        let due = Review::due(topic.checked, review.laws);
        tasks.extend(checked(&format!("{folder}/{}.md", topic.id), &topic.title, due, today));
    }
    for policy in &portal.policies {
        let place = format!("policies/{}.md", policy.id);
        let due = policy.review_by.or_else(|| Review::due(policy.checked, review.laws));
        tasks.extend(checked(&place, &policy.name, due, today));
        if let Some(what) = &policy.unverified {
            tasks.push(task(TaskKind::Unverified, &place, &policy.name, what));
        }
        for other in policy.unsettled.iter().filter_map(|id| portal.policy(id)) {
            let what = format!("能不能和“{}”一起领", other.name);
            tasks.push(task(TaskKind::Unverified, &place, &policy.name, &what));
        }
    }
    for court in &portal.courts {
        let due = Review::due(court.checked, review.laws);
        let place = format!("courts/{}.court.md", court.id);
        tasks.extend(checked(&place, &court.title, due, today));
    }
    for station in &portal.stations {
        let place = format!("stations.csv {}", station.id);
        let due = station.review_by.or_else(|| Review::due(station.checked, review.stations));
        tasks.extend(checked(&place, &station.name, due, today));
        // Of what is not there yet, or no more, nothing has to be found out.
        if !matches!(station.status, Status::Normal | Status::Suspended) {
            continue;
        }
        let empty = [
            (station.phones.is_empty(), "电话"),
            (station.address.is_none() && station.openness == super::Openness::Public, "地址"),
            (station.hours.is_none(), "时间"),
        ];
        let missing: Vec<&str> =
            empty.into_iter().filter_map(|(missing, name)| missing.then_some(name)).collect();
        if !missing.is_empty() {
            tasks.push(task(TaskKind::Empty, &place, &station.name, &missing.join("、")));
        }
    }
    tasks.sort_unstable();
    tasks
}

fn checked(place: &str, name: &str, due: Option<Date>, today: Date) -> Option<Task> {
    let due = due?;
    let left = (due - today).get_days();
    let kind = match i64::from(left) {
        ..0 => TaskKind::Overdue,
        0..=SOON => TaskKind::Ageing,
        _ => return None,
    };
    Some(task(kind, place, name, &format!("{due} 前再核验")))
}

fn task(kind: TaskKind, place: &str, name: &str, what: &str) -> Task {
    Task { kind, place: place.to_owned(), name: name.to_owned(), what: what.to_owned() }
}

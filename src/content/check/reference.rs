//! Whether what a text refers to exists.

use std::collections::HashSet;
use std::ops::Range;

use super::Index;
use crate::content::nearest::suggest;
use crate::content::notes::Notes;
use crate::content::record::short;
use crate::model::{Kind, Reference, Route};

impl Index<'_> {
    pub(super) fn reference(
        &self,
        notes: &mut Notes<'_>,
        reference: &Reference,
        at: &Range<usize>,
    ) {
        let id = reference.id.as_str();
        let section = reference.section.as_deref();
        let portal = self.portal;
        match reference.kind {
            Kind::Page if built_in().any(|name| name == id) => no_section(notes, section, at),
            Kind::Page => match self.anchors.pages.get(id) {
                Some(anchors) => check_section(notes, section, anchors, at),
                None => self.unknown_page(notes, id, at),
            },
            Kind::Place => {
                if let Some(anchors) = self.anchors.places.get(id) {
                    check_section(notes, section, anchors, at);
                } else {
                    let ids = portal.places.iter().map(|place| place.id.as_str());
                    let hint = suggest(id, ids, "编号是 places 里文件的名字，不带“.md”");
                    notes.error(at, "unknown-place", format!("没有地方“{}”", short(id)), hint);
                }
            }
            Kind::Help => {
                if let Some(help) = portal.help(id) {
                    let anchors =
                        help.voices.iter().map(|voice| voice.audience.anchor().to_owned());
                    check_section(notes, section, &anchors.collect(), at);
                } else {
                    let ids = portal.helps.iter().map(|help| help.id.as_str());
                    let hint = suggest(id, ids, "编号是 help 里文件的名字，不带“.md”");
                    notes.error(at, "unknown-help", format!("没有求助页“{}”", short(id)), hint);
                }
            }
            Kind::Hotline => {
                if self.hotlines.contains(id) {
                    return no_section(notes, section, at);
                }
                // Numbers that look alike are different services: none is offered as the right one.
                let hint = "改正号码，或先把热线和来源加进 hotlines.csv";
                let message = format!("hotlines.csv 里没有热线“{}”", short(id));
                notes.error(at, "unknown-hotline", message, hint);
            }
            Kind::Figure => {
                if portal.figures.contains_key(id) {
                    return no_section(notes, section, at);
                }
                let ids = portal.figures.keys().map(String::as_str);
                let hint = suggest(id, ids, "改正编号，或先把数字和来源加进 figures.csv");
                let message = format!("figures.csv 里没有数字“{}”", short(id));
                notes.error(at, "unknown-figure", message, hint);
            }
            Kind::Law => {
                self.law(notes, id, at);
                let anchors = self.anchors.laws.get(id);
                match anchors {
                    Some(anchors) => check_section(notes, section, anchors, at),
                    None => no_section(notes, section, at),
                }
            }
            Kind::Station => {
                if portal.station(id).is_none() {
                    let ids = portal.stations.iter().map(|it| it.id.as_str());
                    let hint = suggest(id, ids, "改正编号，或先把这一行加进 stations.csv");
                    let message = format!("stations.csv 里没有站点“{}”", short(id));
                    notes.error(at, "unknown-station", message, hint);
                }
                no_section(notes, section, at);
            }
            Kind::Lesson => {
                let ids = portal.lessons.iter().map(|it| it.topic.id.as_str());
                found(notes, "unknown-lesson", "课", id, ids, at);
                no_section(notes, section, at);
            }
            Kind::Case => {
                let ids = portal.cases.iter().map(|it| it.topic.id.as_str());
                found(notes, "unknown-case", "案例", id, ids, at);
                no_section(notes, section, at);
            }
            Kind::Quiz => {
                let ids = portal.quizzes.iter().map(|it| it.topic.id.as_str());
                found(notes, "unknown-quiz", "测验", id, ids, at);
                no_section(notes, section, at);
            }
            Kind::Policy => {
                let ids = portal.policies.iter().map(|it| it.id.as_str());
                found(notes, "unknown-policy", "政策", id, ids, at);
                if let Some(anchors) = self.anchors.policies.get(id) {
                    check_section(notes, section, anchors, at);
                }
            }
            Kind::Court => {
                let ids = portal.courts.iter().map(|it| it.id.as_str());
                found(notes, "unknown-court", "模拟法庭", id, ids, at);
                no_section(notes, section, at);
            }
            Kind::Term => {
                if portal.term(id).is_none() {
                    let words = portal.terms.iter().map(|it| it.word.as_str());
                    let hint = suggest(id, words, "改正这个词，或先把它加进 glossary.csv");
                    let message = format!("glossary.csv 里没有“{}”", short(id));
                    notes.error(at, "unknown-term", message, hint);
                }
                no_section(notes, section, at);
            }
        }
    }

    fn law(&self, notes: &mut Notes<'_>, id: &str, at: &Range<usize>) {
        let laws = &self.portal.laws;
        let (name, article) = match id.split_once('/') {
            Some((name, article)) => (name, Some(article)),
            None => (id, None),
        };
        let Some(law) = laws.get(name) else {
            let names = laws.iter().flat_map(|law| law.short_names.iter().chain([&law.name]));
            let hint = suggest(
                name,
                names.map(String::as_str),
                "名字不带“中华人民共和国”；没有的先加进 laws/index.csv",
            );
            let message = format!("laws/index.csv 里没有“{}”", short(name));
            return notes.error(at, "unknown-law", message, hint);
        };
        if let Some(article) = article.filter(|article| !law.has(article)) {
            let message = format!(
                "《{}》没有第“{}”条，最后一条是第 {} 条",
                law.name,
                short(article),
                law.articles
            );
            notes.error(
                at,
                "unknown-article",
                message,
                "条号写阿拉伯数字，例如 11；增加的条写 236之一",
            );
        }
    }

    pub(super) fn unknown_page(&self, notes: &mut Notes<'_>, id: &str, at: &Range<usize>) {
        let written = self.portal.pages.iter().map(|page| page.id.as_str());
        let ids = built_in().chain(written);
        let hint = suggest(id, ids, "编号是 pages 里文件的名字，不带“.md”");
        notes.error(at, "unknown-page", format!("没有页面“{}”", short(id)), hint);
    }
}

/// Reports an id that no file has.
fn found<'i>(
    notes: &mut Notes<'_>,
    code: &'static str,
    noun: &str,
    id: &str,
    mut ids: impl Iterator<Item = &'i str> + Clone,
    at: &Range<usize>,
) {
    let all = ids.clone();
    if !ids.any(|known| known == id) {
        let hint = suggest(id, all, "编号是文件的名字，不带“.md”");
        notes.error(at, code, format!("没有{noun}“{}”", short(id)), hint);
    }
}

fn check_section(
    notes: &mut Notes<'_>,
    section: Option<&str>,
    anchors: &HashSet<String>,
    at: &Range<usize>,
) {
    let Some(section) = section.filter(|section| !anchors.contains(*section)) else { return };
    let mut known: Vec<&str> = anchors.iter().map(String::as_str).collect();
    known.sort_unstable();
    let hint = suggest(section, known, "锚点是那一页标题里的字，标点换成“-”");
    let message = format!("那一页没有锚点是“{}”的标题", short(section));
    notes.error(at, "unknown-section", message, hint);
}

fn no_section(notes: &mut Notes<'_>, section: Option<&str>, at: &Range<usize>) {
    if let Some(section) = section {
        let message = format!("这里不能指到标题“{}”", short(section));
        notes.error(at, "unknown-section", message, "删去“#”和后面的字");
    }
}

/// The ids of the pages that the portal writes by itself.
fn built_in<'a>() -> impl Iterator<Item = &'a str> {
    Route::BUILT_IN.into_iter().map(|(name, ..)| name)
}

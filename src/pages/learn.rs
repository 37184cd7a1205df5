//! Learning the law: what there is for each theme, and what lessons, cases and quizzes have in common.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::StyleSheet;
use super::frame::Sheet;
use super::reference;
use super::render::Context;
use crate::model::{Case, Grade, Kind, Lesson, Quiz, Reference, Route};

/// What there is for a theme.
#[derive(Default)]
struct Theme<'a> {
    lessons: Vec<&'a Lesson>,
    cases: Vec<&'a Case>,
    quizzes: Vec<&'a Quiz>,
}

impl Theme<'_> {
    /// Whom it is for, the youngest first.
    fn grades(&self) -> Vec<Grade> {
        let lessons = self.lessons.iter().flat_map(|it| &it.topic.grades);
        let cases = self.cases.iter().flat_map(|it| &it.topic.grades);
        let quizzes = self.quizzes.iter().flat_map(|it| &it.topic.grades);
        let mut grades: Vec<Grade> = lessons.chain(cases).chain(quizzes).copied().collect();
        grades.sort_unstable();
        grades.dedup();
        grades
    }
}

/// The page of all themes.
pub(super) fn index(ctx: &Context<'_>) -> Sheet {
    let portal = ctx.portal;
    let mut themes: BTreeMap<&str, Theme<'_>> = BTreeMap::new();
    for lesson in &portal.lessons {
        themes.entry(&lesson.topic.theme).or_default().lessons.push(lesson);
    }
    for case in &portal.cases {
        themes.entry(&case.topic.theme).or_default().cases.push(case);
    }
    for quiz in &portal.quizzes {
        themes.entry(&quiz.topic.theme).or_default().quizzes.push(quiz);
    }
    let mut themes: Vec<(&str, Theme<'_>)> = themes.into_iter().collect();
    themes.sort_by(|(a, one), (b, other)| (one.grades(), a).cmp(&(other.grades(), b)));
    let cards: Vec<AnyView> = themes.iter().map(|(name, theme)| card(ctx, name, theme)).collect();
    let count = portal.commentaries.len();
    let content = view! {
        <h1>"学法"</h1>
        <p class="lead">"老师课前五分钟打开就能用；孩子自己也读得懂；家长夜里想查，一条一条看。"</p>
        <ul class="doors-small">
            {(!portal.courts.is_empty()).then(|| view! {
                <li>{ctx.link(&Route::CourtIndex, "", format!("模拟法庭（{} 份剧本）", portal.courts.len()))}</li>
            })}
            {(count > 0).then(|| view! {
                <li>{ctx.link(&Route::LawIndex, "", format!("法律，用平常话讲（{count} 条）"))}</li>
            })}
            {(!portal.terms.is_empty()).then(|| view! {
                <li>{ctx.link(&Route::Glossary, "", format!("法律词语（{} 个）", portal.terms.len()))}</li>
            })}
        </ul>
        <ul class="cards themes">{cards}</ul>
        {courts(ctx)}
    };
    Sheet {
        description: "普法课、以案说法、小测验，和一条一条用平常话讲的法律。".to_owned(),
        pillar: "learn",
        style: Some(StyleSheet::Learn),
        content: content.into_any(),
        ..Sheet::new("学法")
    }
}

/// The scripts that a class can act.
fn courts(ctx: &Context<'_>) -> Option<AnyView> {
    let lines: Vec<AnyView> = ctx
        .portal
        .courts
        .iter()
        .map(|court| {
            let route = Route::Court(court.id.clone());
            let more = format!(" {} 分钟", court.minutes);
            view! { <li>{ctx.link(&route, "", court.title.clone())} <span class="soft">{more}</span></li> }
                .into_any()
        })
        .collect();
    let view = view! {
        <section aria-labelledby="part-courts">
            <h2 id="part-courts">{ctx.link(&Route::CourtIndex, "", "模拟法庭".to_owned())}</h2>
            <ul>{lines}</ul>
        </section>
    };
    (!ctx.portal.courts.is_empty()).then(|| view.into_any())
}

fn card(ctx: &Context<'_>, name: &str, theme: &Theme<'_>) -> AnyView {
    let line = |words: &'static str, route: Route, title: String, more: String| {
        view! {
            <li><span class="tag">{words}</span> " " {ctx.link(&route, "", title)} <span class="soft">{more}</span></li>
        }
        .into_any()
    };
    let lessons = theme.lessons.iter().map(|it| {
        line(
            "课",
            Route::Lesson(it.topic.id.clone()),
            it.topic.title.clone(),
            format!(" {} 分钟", it.minutes),
        )
    });
    let cases = theme.cases.iter().map(|it| {
        line("案例", Route::Case(it.topic.id.clone()), it.topic.title.clone(), String::new())
    });
    let quizzes = theme.quizzes.iter().map(|it| {
        let more = format!(" {} 题", it.questions.len());
        line("测验", Route::Quiz(it.topic.id.clone()), it.topic.title.clone(), more)
    });
    let lines: Vec<AnyView> = lessons.chain(cases).chain(quizzes).collect();
    view! {
        <li class="card">
            <h2>{name.to_owned()}</h2>
            <p class="soft">{grades(&theme.grades())}</p>
            <ul class="plain-list">{lines}</ul>
        </li>
    }
    .into_any()
}

/// 小学高年级、初中.
pub(super) fn grades(grades: &[Grade]) -> String {
    grades.iter().map(|grade| grade.label()).collect::<Vec<_>>().join("、")
}

/// What belongs to a lesson, a case or a quiz: links under a word.
pub(super) fn related(
    ctx: &Context<'_>,
    words: &'static str,
    kind: Kind,
    ids: &[String],
) -> Option<AnyView> {
    let links: Vec<AnyView> = ids
        .iter()
        .filter_map(|id| {
            let reference = Reference { kind, id: id.clone(), section: None };
            let (route, title) = reference::resolve(ctx.portal, &reference)?;
            Some(view! { <li>{ctx.link(&route, "", title)}</li> }.into_any())
        })
        .collect();
    (!links.is_empty())
        .then(|| view! { <div><dt>{words}</dt><dd><ul>{links}</ul></dd></div> }.into_any())
}

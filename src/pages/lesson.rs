//! A lesson: the teacher's plan, what each pupil gets, and what goes home.

use leptos::prelude::*;

use super::StyleSheet;
use super::frame::Sheet;
use super::paper::{self, Paper};
use super::render::Context;
use super::{contents, date, law, learn, markup};
use crate::model::{Kind, Lesson, LessonPart, Reference, Route};

/// The lesson with the teacher's plan.
pub(super) fn page(ctx: &Context<'_>, lesson: &Lesson) -> Sheet {
    let goals: Vec<AnyView> =
        lesson.goals.iter().map(|goal| view! { <li>{goal.clone()}</li> }.into_any()).collect();
    let (parts, mut texts): (Vec<contents::Part>, Vec<AnyView>) =
        lesson.parts.iter().map(|(part, text)| section(ctx, lesson, *part, text)).unzip();
    let card = disclosure(ctx, lesson);
    // Who has to be ready for what a pupil may say reads that first.
    texts.splice(0..0, card);
    let quiz: Vec<String> = lesson.quiz.iter().cloned().collect();
    let courts = ctx.portal.courts.iter();
    let courts: Vec<String> = courts
        .filter(|it| it.lesson.as_ref() == Some(&lesson.topic.id))
        .map(|it| it.id.clone())
        .collect();
    let text = view! {
        <dl class="facts">
            <div><dt>"目标"</dt><dd><ul>{goals}</ul></dd></div>
            {(!lesson.materials.is_empty()).then(|| view! {
                <div><dt>"材料"</dt><dd>{lesson.materials.join("；")}</dd></div>
            })}
            <div><dt>"法律"</dt><dd><ul>{articles(ctx, lesson)}</ul></dd></div>
            {lesson.curriculum.clone().map(|words| view! { <div><dt>"课标"</dt><dd>{words}</dd></div> })}
            {learn::related(ctx, "案例", Kind::Case, &lesson.cases)}
            {learn::related(ctx, "小测验", Kind::Quiz, &quiz)}
            {learn::related(ctx, "模拟法庭", Kind::Court, &courts)}
            {learn::related(ctx, "求助", Kind::Help, &lesson.helps)}
            {(!ctx.portal.stations.is_empty()).then(|| view! {
                <div><dt>"找人"</dt><dd>{ctx.link(&Route::Directory, "", "学校归哪个镇街，那里谁管孩子的事".to_owned())}</dd></div>
            })}
            <div class="on-screen"><dt>"打印"</dt><dd><ul>
                <li>{ctx.link(&Route::LessonSheet(lesson.topic.id.clone()), "", "任务单（学生每人一张）".to_owned())}</li>
                <li>{ctx.link(&Route::LessonLetter(lesson.topic.id.clone()), "", "家长信".to_owned())}</li>
                <li class="scripted"><button type="button" data-print="">"这份教案"</button></li>
            </ul></dd></div>
        </dl>
        {texts}
        {date::review(lesson.topic.checked, None, ctx.portal.settings.review.laws)}
    };
    let content = view! {
        <h1>{lesson.topic.title.clone()}</h1>
        <p class="lead">{lesson.topic.summary.clone()}</p>
        <p class="meta">
            {format!("{} · {} · {} 分钟", lesson.topic.theme, learn::grades(&lesson.topic.grades), lesson.minutes)}
        </p>
        {contents::beside(parts, text.into_any())}
    };
    Sheet {
        description: lesson.topic.summary.clone(),
        trail: vec![(Route::Learn, "学法")],
        pillar: "learn",
        style: Some(StyleSheet::Learn),
        content: content.into_any(),
        ..Sheet::new(lesson.topic.title.clone())
    }
}

/// The articles behind the lesson, each with what it says.
fn articles(ctx: &Context<'_>, lesson: &Lesson) -> Vec<AnyView> {
    lesson
        .articles
        .iter()
        .map(|id| {
            let reference = Reference { kind: Kind::Law, id: id.clone(), section: None };
            let html = law::citation(ctx, &reference, "");
            let gist = ctx.portal.commentary(id).map(|article| format!("：{}", article.gist));
            view! { <li><span inner_html=html></span> {gist}</li> }.into_any()
        })
        .collect()
}

fn section(
    ctx: &Context<'_>,
    lesson: &Lesson,
    part: LessonPart,
    text: &crate::model::Markup,
) -> (contents::Part, AnyView) {
    let id = format!("part-{}", part as u8 + 1);
    // What is printed on a sheet of its own stays off the teacher's plan.
    let own_sheet = matches!(part, LessonPart::Sheet | LessonPart::Letter);
    let class = if own_sheet { "lesson-part on-screen" } else { "lesson-part" };
    let route = match part {
        LessonPart::Sheet => Some(Route::LessonSheet(lesson.topic.id.clone())),
        LessonPart::Letter => Some(Route::LessonLetter(lesson.topic.id.clone())),
        _ => None,
    };
    let view = view! {
        <section class=class aria-labelledby=id.clone()>
            <h2 id=id.clone()>{part.label()}</h2>
            {route.map(|route| view! { <p>{ctx.link(&route, "more", "打印这一张".to_owned())}</p> })}
            <div class="prose" inner_html=markup::html(ctx, text, &format!("{id}-"))></div>
        </section>
    };
    ((id, part.label().to_owned()), view.into_any())
}

/// The card for a teacher to whom a pupil discloses something.
fn disclosure(ctx: &Context<'_>, lesson: &Lesson) -> Option<AnyView> {
    let page = ctx.portal.page(Lesson::DISCLOSURE).filter(|_| lesson.sensitive)?;
    let view = view! {
        <section class="panel disclosure" aria-labelledby="part-disclosure">
            <h2 id="part-disclosure">{page.title.clone()}</h2>
            <div class="prose" inner_html=markup::html(ctx, &page.body, "part-disclosure-")></div>
        </section>
    };
    Some(view.into_any())
}

/// What each pupil gets.
pub(super) fn sheet(ctx: &Context<'_>, lesson: &Lesson) -> Sheet {
    single(ctx, lesson, LessonPart::Sheet)
}

/// What goes home.
pub(super) fn letter(ctx: &Context<'_>, lesson: &Lesson) -> Sheet {
    single(ctx, lesson, LessonPart::Letter)
}

fn single(ctx: &Context<'_>, lesson: &Lesson, part: LessonPart) -> Sheet {
    let html = lesson.part(part).map(|text| markup::html(ctx, text, "")).unwrap_or_default();
    let title = format!("{}：{}", part.label(), lesson.topic.title);
    let class = if part == LessonPart::Sheet { "worksheet" } else { "letter" };
    let body =
        view! { <div class=class><div class="prose" inner_html=html></div></div> }.into_any();
    let paper = Paper {
        title,
        trail: vec![(Route::Learn, "学法"), (Route::Lesson(lesson.topic.id.clone()), "这节课")],
        checked: lesson.topic.checked,
        review_by: None,
        days: ctx.portal.settings.review.laws,
        body,
    };
    paper::page(ctx, paper)
}

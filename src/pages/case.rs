//! A case: a story, a question, and step by step what the law says to it.

use leptos::prelude::*;

use super::StyleSheet;
use super::frame::Sheet;
use super::render::Context;
use super::{date, learn, markup};
use crate::islands::Reveal;
use crate::model::{Case, CaseStep, Kind, Route};

/// The case. Without script all steps are there; on paper the answers begin a second sheet.
pub(super) fn page(ctx: &Context<'_>, case: &Case) -> Sheet {
    let mut later = case.steps.iter().skip(1).map(|(step, _)| step.label());
    let steps: Vec<AnyView> = case
        .steps
        .iter()
        .map(|(step, text)| {
            let id = format!("part-{}", *step as u8 + 1);
            let class = if *step == CaseStep::Law { "step answers" } else { "step" };
            view! {
                <section class=class data-step="" aria-labelledby=id.clone()>
                    <h2 id=id.clone() tabindex="-1">{step.label()}</h2>
                    <div class="prose" inner_html=markup::html(ctx, text, &format!("{id}-"))></div>
                    {later.next().map(|next| view! {
                        <p class="reveal-tools awake">
                            <button type="button" class="action" data-next="">{format!("接着看：{next}")}</button>
                            <button type="button" class="plain" data-all="">"全部展开"</button>
                        </p>
                    })}
                </section>
            }
            .into_any()
        })
        .collect();
    let lesson: Vec<String> = case.lesson.iter().cloned().collect();
    let content = view! {
        <h1>{case.topic.title.clone()}</h1>
        <p class="lead">{case.topic.summary.clone()}</p>
        <p class="meta"><span class="tag">"虚构的故事"</span> {format!(" {} · {}", case.topic.theme, learn::grades(&case.topic.grades))}</p>
        <Reveal>{steps}</Reveal>
        <dl class="facts on-screen">
            {learn::related(ctx, "课", Kind::Lesson, &lesson)}
            {learn::related(ctx, "求助", Kind::Help, &case.helps)}
            <div class="scripted"><dt>"打印"</dt><dd>
                <button type="button" data-print="">"故事一页，答案一页"</button>
            </dd></div>
        </dl>
        {client_note()}
        {date::review(case.topic.checked, None, ctx.portal.settings.review.laws)}
    };
    Sheet {
        description: case.topic.summary.clone(),
        trail: vec![(Route::Learn, "学法")],
        pillar: "learn",
        style: Some(StyleSheet::Learn),
        content: content.into_any(),
        ..Sheet::new(case.topic.title.clone())
    }
}

/// What is said where the islands cannot wake.
pub(super) fn client_note() -> AnyView {
    view! {
        <p class="callout caution" data-client-note="" role="status" hidden=true>
            "互动功能没能启动，页面内容不受影响。"
        </p>
    }
    .into_any()
}

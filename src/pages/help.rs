//! Help: the guide that leads to a situation, and a page for each situation, told separately to each kind of reader.

use leptos::prelude::*;

use super::frame::Sheet;
use super::icon::Icon;
use super::render::Context;
use super::{card, date, hotline, markup};
use crate::islands::Guide;
use crate::model::{Audience, Help, Hotline, Route, Situation, Stage, Voice};

/// The guide. Without script its answers are links, and all texts stand below, folded.
pub(super) fn index(ctx: &Context<'_>) -> Sheet {
    let situations = situations(ctx);
    let groups: Vec<AnyView> =
        Audience::ALL.into_iter().filter_map(|who| group(ctx, who)).collect();
    let content = view! {
        <h1>"我需要帮助"</h1>
        <p class="lead">"选两个答案，马上看到现在该做什么。也可以直接往下找。"</p>
        {exit_note(ctx)}
        <Guide situations=situations>{groups}</Guide>
        <p class="callout caution" data-client-note="" role="status" hidden=true>
            "互动功能没能启动，页面内容不受影响。"
        </p>
    };
    Sheet {
        window_title: Some("常用信息".to_owned()),
        description: "常用信息与电话。".to_owned(),
        sensitive: true,
        pillar: "help",
        style: Some(super::StyleSheet::Help),
        content: content.into_any(),
        ..Sheet::new("我需要帮助")
    }
}

/// What the guide asks about: one entry for each text.
fn situations(ctx: &Context<'_>) -> Vec<Situation> {
    let numbered = (1..).zip(&ctx.portal.helps);
    numbered
        .flat_map(|(what, help)| {
            help.voices.iter().map(move |voice| Situation {
                who: voice.audience.anchor().to_owned(),
                what,
                label: help.title.clone(),
                link: ctx.links.to(&Route::Help(help.id.clone())),
            })
        })
        .collect()
}

/// The texts for one kind of reader.
fn group(ctx: &Context<'_>, who: Audience) -> Option<AnyView> {
    let numbered = (1_u16..).zip(&ctx.portal.helps);
    let texts: Vec<AnyView> = numbered
        .filter_map(|(what, help)| Some(folded(ctx, help, help.voice(who)?, what)))
        .collect();
    if texts.is_empty() {
        return None;
    }
    let view = view! {
        <section class="group" id=who.anchor() data-group=who.anchor()>
            <h2>{who.first_person()}</h2>
            {texts}
        </section>
    };
    Some(view.into_any())
}

fn folded(ctx: &Context<'_>, help: &Help, voice: &Voice, what: u16) -> AnyView {
    let who = voice.audience.anchor();
    let prefix = format!("{who}{what}-");
    let full = ctx.links.to_section(&Route::Help(help.id.clone()), who);
    view! {
        <details class="card" data-who=who data-what=what.to_string()>
            <summary><h3>{help.title.clone()}</h3></summary>
            <div class="folded-urgent" inner_html=card::urgent(ctx, voice, &prefix)></div>
            <h4>{Stage::Now.label()}</h4>
            {steps(ctx, voice, &prefix)}
            <p class="folded-calls">{folded_calls(ctx, help)}</p>
            <p><a class="more" href=full>"看完整的五步"</a></p>
        </details>
    }
    .into_any()
}

/// The first numbers of a situation, in a line.
fn folded_calls(ctx: &Context<'_>, help: &Help) -> Vec<AnyView> {
    let lines = help.hotlines.iter().filter_map(|number| ctx.portal.hotline(number)).take(3);
    lines
        .map(|line| {
            hotline::note(ctx, &line.number);
            view! { <a class="tel" href=hotline::dial(&line.number)>{line.number.clone()}</a> " " }
                .into_any()
        })
        .collect()
}

/// One situation.
pub(super) fn page(ctx: &Context<'_>, help: &Help) -> Sheet {
    let links: Vec<AnyView> = help
        .voices
        .iter()
        .map(|voice| {
            let href = format!("#{}", voice.audience.anchor());
            view! { <li><a class="chip" href=href>{voice.audience.first_person()}</a></li> }
                .into_any()
        })
        .collect();
    let voices: Vec<AnyView> =
        help.voices.iter().map(|voice| voice_section(ctx, help, voice)).collect();
    let content = view! {
        <h1>{help.title.clone()}</h1>
        <p class="lead">{help.summary.clone()}</p>
        {(!help.notices.is_empty()).then(|| view! {
            <p class="notice"><b>"读之前："</b>{format!("下面会写到{}。不想看，可以", help.notices.join("、"))}
                {ctx.link(&Route::Hotlines, "", "直接找人说".to_owned())} "。"</p>
        })}
        {exit_note(ctx)}
        <div class="split">
            <nav class="who" aria-labelledby="who"><h2 id="who">"你是谁？"</h2><ul class="chips">{links}</ul></nav>
            <div class="text">
                {voices}
                <p>{ctx.link(&Route::Card(help.id.clone()), "more", "打印成一页卡片".to_owned())}</p>
                {date::review(help.checked, help.review_by, ctx.portal.settings.review.help)}
            </div>
        </div>
        {first_call(ctx, help).map(|line| view! {
            <p class="dock"><a href=hotline::dial(&line.number)>
                <span inner_html=Icon::Phone.svg()></span>{format!("打 {}", line.number)}
            </a></p>
        })}
    };
    Sheet {
        window_title: Some(help.discreet_title.clone()),
        description: format!("{}。", help.discreet_title),
        sensitive: true,
        trail: vec![(Route::HelpIndex, "我需要帮助")],
        pillar: "help docked",
        style: Some(super::StyleSheet::Help),
        content: content.into_any(),
        ..Sheet::new(help.title.clone())
    }
}

fn voice_section(ctx: &Context<'_>, help: &Help, voice: &Voice) -> AnyView {
    let who = voice.audience.anchor();
    let stages: Vec<AnyView> = Stage::ALL
        .into_iter()
        .map(|stage| {
            let prefix = format!("{who}{}-", stage.anchor());
            let body = match stage {
                Stage::Now => steps(ctx, voice, &prefix),
                _ => voice.part(stage).map_or_else(
                    || ().into_any(),
                    |text| view! { <div class="prose" inner_html=markup::html(ctx, text, &prefix)></div> }.into_any(),
                ),
            };
            view! {
                <section class=format!("stage stage-{}", stage.anchor())>
                    <h3>{stage.label()}</h3>
                    {(stage == Stage::Call).then(|| calls(ctx, help))}
                    {body}
                </section>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="voice" id=who aria-labelledby=format!("{who}-title")>
            <h2 id=format!("{who}-title")>{voice.audience.first_person()}</h2>
            {stages}
        </section>
    }
    .into_any()
}

/// The next five minutes, as numbered steps.
fn steps(ctx: &Context<'_>, voice: &Voice, prefix: &str) -> AnyView {
    let Some(text) = voice.part(Stage::Now) else { return ().into_any() };
    view! { <div class="prose steps" inner_html=markup::html(ctx, text, prefix)></div> }.into_any()
}

/// The numbers of a situation, as big targets.
fn calls(ctx: &Context<'_>, help: &Help) -> AnyView {
    let calls: Vec<AnyView> = help
        .hotlines
        .iter()
        .filter_map(|number| ctx.portal.hotline(number))
        .map(|line| hotline::call(ctx, line))
        .collect();
    view! { <div class="calls">{calls}</div> }.into_any()
}

fn first_call<'a>(ctx: &Context<'a>, help: &Help) -> Option<&'a Hotline> {
    help.hotlines.iter().find_map(|number| ctx.portal.hotline(number))
}

/// What the quick exit does and what it does not, said before it is needed.
pub(super) fn exit_note(ctx: &Context<'_>) -> AnyView {
    let safety = ctx.portal.page("safety").map(|page| Route::Page(page.id.clone()));
    view! {
        <p class="exit-note">
            "怕被人看见：点“快速离开”"
            <span class="scripted">"，或连按三次 Shift"</span>
            "，马上换成别的网页。它不会清除浏览记录"
            {safety.map(|route| view! { "，" {ctx.link(&route, "", "怎样更安全地看这里".to_owned())} })}
            "。"
        </p>
    }
    .into_any()
}

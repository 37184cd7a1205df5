//! The policy finder: every question in three voices, and the places where results are put. Without script it is the
//! whole list of policies by what they are about.

mod question;

use leptos::prelude::*;

use self::question::question;
use super::frame::Sheet;
use super::render::Context;
use super::{StyleSheet, case, date, hotline, policy};
use crate::islands::Finder;
use crate::model::policy::{Category, Likelihood, Policy, PolicyKind, Rulebook};
use crate::model::{Hotline, Route};

/// The finder.
pub(super) fn page(ctx: &Context<'_>) -> Sheet {
    let portal = ctx.portal;
    let rulebook = Rulebook::of(portal);
    let children = view! {
        {begin()}
        <div class="ask" data-view="ask" hidden>
            <p class="soft" data-progress="" role="status"></p>
            {help_beside(ctx, "不知道孩子安不安全，先打电话问一声，问题可以接着答。")}
            {(0..).zip(&portal.facts).map(|(at, fact)| question(ctx, fact, at)).collect::<Vec<_>>()}
            <div class="ask-tools">
                <button type="button" class="plain" data-back="">"上一题"</button>
                <button type="button" class="plain" data-look="">"先看到这里"</button>
                <button type="button" class="plain" data-check="">"看我的回答"</button>
            </div>
            <details class="certain"><summary>"已经确定的"</summary><ul data-certain=""></ul></details>
        </div>
        {unsafe_now(ctx)}
        {check()}
        {results(ctx)}
    }
    .into_any();
    hotline::note(ctx, Hotline::DEFAULT);
    let content = view! {
        <h1>"查能享受的政策"</h1>
        <p class="lead">"回答几个问题，看看孩子可能可以申请什么、为什么、带什么、去哪里。"</p>
        <p class="meta">"回答只留在这一页，不上传、不进网址，关掉就没了。不想说的都可以不说。"</p>
        <div class="awake" data-forget="">
            <Finder rulebook=rulebook>{children}</Finder>
        </div>
        {case::client_note()}
        <div class="asleep">{library(ctx)}</div>
        <p>{ctx.link(&Route::PolicyIndex, "more", "不答题，直接看全部政策".to_owned())}</p>
    };
    Sheet {
        description: "回答几个问题，看看孩子可能可以申请哪些补贴和保护。回答只留在这台设备上。"
            .to_owned(),
        trail: vec![(Route::PolicyIndex, "政策")],
        pillar: "policy",
        sensitive: true,
        window_title: Some("常用信息查询".to_owned()),
        style: Some(StyleSheet::Policy),
        content: content.into_any(),
        ..Sheet::new("查政策")
    }
}

/// Who answers: each question has a wording for each.
const VOICES: [&str; 3] = ["我是孩子", "我是家长、家里人", "我是老师、邻居，替孩子问"];

fn begin() -> AnyView {
    let voices: Vec<AnyView> = VOICES
        .into_iter()
        .enumerate()
        .map(|(at, words)| {
            view! { <li><button type="button" class="chip-button" data-voice-choice=at.to_string()>{words}</button></li> }
                .into_any()
        })
        .collect();
    view! {
        <section data-view="begin">
            <p class="callout tip" data-kept="" hidden>
                "这台设备上存着上次的回答，最多用 24 小时。 "
                <button type="button" data-resume="">"接着上次"</button> " "
                <button type="button" class="plain" data-wipe-kept="">"清空"</button>
            </p>
            <p class="callout tip" data-outdated="" hidden>
                "这台设备上存过的回答，是按以前的问题答的。问题改过了，它们已经删掉，请重新答一遍。"
            </p>
            <h2>"谁来回答？"</h2>
            <ul class="chip-list">{voices}</ul>
        </section>
    }
    .into_any()
}

/// The numbers to call first.
fn calls(ctx: &Context<'_>) -> Vec<AnyView> {
    let lines = [Hotline::EMERGENCY, Hotline::DEFAULT];
    let lines = lines.into_iter().filter_map(|number| ctx.portal.hotline(number));
    lines.map(|line| hotline::call(ctx, line)).collect()
}

/// Help beside what one reads, while nobody knows that the child is safe.
fn help_beside(ctx: &Context<'_>, words: &'static str) -> AnyView {
    view! {
        <div class="help-beside" data-help-beside="" hidden>
            <p><strong>{words}</strong></p>
            <div class="calls">{calls(ctx)}</div>
        </div>
    }
    .into_any()
}

/// The child is not safe: help before anything else.
fn unsafe_now(ctx: &Context<'_>) -> AnyView {
    let calls = calls(ctx);
    view! {
        <section data-view="help" hidden>
            <h2 tabindex="-1"><span data-voice="0">"先让你安全"</span><span data-voice="12">"先让孩子安全"</span></h2>
            <p class="callout alert">
                <span data-voice="0">"这不是你的错。有人正在伤害你，或者今晚没有大人管你，现在就打电话。先说你在哪里。不方便出声，就到有人的地方去，请大人帮你打。"</span>
                <span data-voice="12">"正在受伤害、或者今晚没有大人照看，现在就打电话。先说孩子在哪里。钱和手续以后再查。"</span>
            </p>
            <div class="calls">{calls}</div>
            <p>{ctx.link(&Route::HelpIndex, "more", "看看现在怎么做".to_owned())}</p>
            {(!ctx.portal.stations.is_empty()).then(|| view! {
                <p>{ctx.link(&Route::Directory, "more", "找附近的保护站".to_owned())}</p>
            })}
            <p><button type="button" class="plain" data-go-on=""><span data-voice="0">"我现在安全了，接着答"</span><span data-voice="12">"孩子现在安全了，接着查政策"</span></button></p>
        </section>
    }
    .into_any()
}

fn check() -> AnyView {
    view! {
        <section data-view="check" hidden>
            <h2 tabindex="-1">"看一看你的回答"</h2>
            <p>"点一行可以改，别的回答不会丢。"</p>
            <p class="callout tip" data-mismatch="" hidden>"有的回答对不上，例如年龄和读的年级。看一看，改一改；都没有错，就接着看结果。"</p>
            <ul class="answers" data-answers=""></ul>
            <p class="ask-buttons">
                <button type="button" class="action" data-look="">"看结果"</button>
                <button type="button" data-go-on="">"接着答"</button>
            </p>
        </section>
    }
    .into_any()
}

/// The places of the results.
fn results(ctx: &Context<'_>) -> AnyView {
    let groups: Vec<AnyView> = Likelihood::ALL
        .into_iter()
        .enumerate()
        .map(|(at, likelihood)| group(at, likelihood.label(), hint(likelihood)))
        .collect();
    let received = group(Likelihood::ALL.len(), "已经在领的", ("", None));
    let idle = group(
        Likelihood::ALL.len() + 1,
        "现在不在施行的",
        ("已经失效，或者尚未施行，不能照着它申请。写在这里，免得问错。", None),
    );
    view! {
        <section class="results" data-view="results" hidden>
            <div class="results-head">
                <h2 tabindex="-1">"按目前的回答"</h2>
                <p class="callout tip" data-voice="0" hidden>
                    "这些不用你一个人去办。把这一页拿给你信得过的大人看。心里慌，就打 "
                    <span inner_html=hotline::inline(ctx, Hotline::DEFAULT, "12345")></span>" 说一说。"
                </p>
                <p class="official">"以受理机关书面决定为准。"</p>
                <p class="rights">"不符合也可以申请，也可以要求写明理由的书面答复。标着“待核验”的，编辑还没有核实。"</p>
                <p class="told-on">"查询日期："<span data-today=""></span></p>
                {help_beside(ctx, "先让孩子安全，钱和手续以后再查。")}
                <p class="no-print" data-voice="0" hidden>
                    {ctx.link(&Route::HelpIndex, "more", "有人打你、吓唬你，或者没有大人管你：先看怎么求助".to_owned())}
                </p>
                <p class="no-print" data-voice="12">
                    {ctx.link(&Route::HelpIndex, "more", "有人打孩子、吓孩子，或者孩子没人管：先看怎么求助".to_owned())}
                </p>
                <p class="soft" data-summary="" role="status"></p>
                <ul class="chip-list" data-children="" aria-label="几个孩子"></ul>
                <p class="ask-buttons no-print">
                    <button type="button" data-go-on="">"接着答"</button>
                    <button type="button" data-check="">"改回答"</button>
                    <button type="button" data-add="">"再问一个孩子"</button>
                    <button type="button" data-remove="" hidden>"去掉这个孩子"</button>
                </p>
            </div>
            <div data-groups-certain=""></div>
            {groups}
            {received}
            {idle}
            <p class="soft" data-elsewhere="" hidden></p>
            <section class="result-group" data-doors="">
                <h3>"不看条件，随时能找的"</h3>
                <p class="soft">"下面这些不用答题，需要就去找人。"</p>
                <ul>{doors(ctx)}</ul>
            </section>
            <p class="ask-buttons no-print">
                <button type="button" class="action" data-print="">"打印，带去窗口"</button>
                <button type="button" data-copy-of=".results">"复制成文字"</button> <span role="status"></span>
                <button type="button" data-compact="" aria-pressed="false">"收成一屏，好截图"</button>
                <button type="button" data-keep="">"在这台设备存 24 小时"</button>
                <button type="button" class="plain" data-restart="">"清空，重新开始"</button>
            </p>
            <p class="soft" data-kept-note="" role="status"></p>
        </section>
    }
    .into_any()
}

/// What stands below the name of a group; to a child where it has words of its own.
const fn hint(likelihood: Likelihood) -> (&'static str, Option<&'static str>) {
    match likelihood {
        Likelihood::Likely => {
            ("条件看起来都对得上。带上材料去问。", Some("条件看起来都对得上。请大人陪你去问。"))
        }
        Likelihood::ToVerify => (
            "有些事要当面核实，或者规定正在换、编辑还没有核实。每一项下面写着是哪一种。",
            Some("有的事要当面看了才知道。请大人陪你去问。"),
        ),
        Likelihood::Unanswered => ("还缺几个回答，才说得准。", None),
        Likelihood::Near => ("只差一样，而且有可能变。", None),
        Likelihood::Unlikely => (
            "仍可申请，并可要求书面理由。",
            Some("对不上，不怪你。仍可申请，并可要求书面理由，请大人帮你要。"),
        ),
    }
}

fn group(at: usize, title: &'static str, hint: (&'static str, Option<&'static str>)) -> AnyView {
    let (words, for_child) = hint;
    let voices = for_child.is_some().then_some("12");
    view! {
        <section class="result-group" data-slot=at.to_string() hidden>
            <h3>{title}</h3>
            <p class="soft" data-voice=voices>{words}</p>
            {for_child.map(|words| view! { <p class="soft" data-voice="0" hidden>{words}</p> })}
            <div class="result-cards"></div>
        </section>
    }
    .into_any()
}

/// The doors to a person, which no answer opens or closes. With the results come the words for a child.
fn doors(ctx: &Context<'_>) -> Vec<AnyView> {
    ctx.portal
        .policies
        .iter()
        .filter(|policy| policy.kind == PolicyKind::Door)
        .map(|policy| view! { <li>{link(ctx, policy)}</li> }.into_any())
        .collect()
}

/// Its name, and its dates where it has some.
fn link(ctx: &Context<'_>, policy: &Policy) -> AnyView {
    let name = ctx.link(&Route::Policy(policy.id.clone()), "", policy.name.clone());
    let days = date::force(policy.from, policy.until);
    let days = days.map(|days| view! { <span class="soft">"（" {days} "）"</span> });
    view! { {name} {days} }.into_any()
}

/// What stands there without script: every policy, by what it is about.
fn library(ctx: &Context<'_>) -> AnyView {
    let groups: Vec<AnyView> = Category::ALL
        .into_iter()
        .filter_map(|category| {
            let items: Vec<AnyView> = policy::of_category(ctx, category)
                .map(|policy| view! { <li>{link(ctx, policy)}</li> }.into_any())
                .collect();
            (!items.is_empty())
                .then(|| view! { <h2>{category.label()}</h2><ul>{items}</ul> }.into_any())
        })
        .collect();
    view! { <p>"这个浏览器里答不了题。下面是全部政策，一类一类看也行。"</p> {groups} }.into_any()
}

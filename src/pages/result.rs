//! What the finder shows of a policy once there is a result: why, what to bring, where to go, what if it is refused. The
//! pieces lie in `data/`, and are fetched when the first result is shown.

use leptos::prelude::*;

use super::render::{Context, owned};
use super::{date, law, markup, policy, source};
use crate::model::hours::Status;
use crate::model::policy::{Basis, Beside, Door, Paper, Policy, PolicyKind, Row, Rulebook};
use crate::model::{Block, Inline, Kind, Links, Markup, Portal, Reference, Route, Station};

/// The pieces, by the places of the policies in the rulebook, as a script that a page from disk can load too.
#[must_use]
pub fn script(portal: &Portal) -> String {
    let rulebook = Rulebook::of(portal);
    let links = Links::from(&Route::Finder.path());
    let cards: Vec<String> = rulebook
        .policies
        .iter()
        .filter_map(|rule| portal.policies.get(usize::from(rule.policy)))
        .map(|policy| {
            let ctx = Context::new(portal, &Route::Finder, &links);
            owned(|| card(&ctx, policy).to_html())
        })
        .collect();
    let groups: Vec<&str> = groups(portal);
    // Who is not there yet, or no more, is nobody to go to.
    let is_there = |it: &&Station| matches!(it.status, Status::Normal | Status::Suspended);
    let offices: Vec<[String; 6]> =
        portal.stations.iter().filter(is_there).map(|it| office(portal, &links, it)).collect();
    let doors = portal.policies.iter().filter(|policy| policy.kind == PolicyKind::Door);
    let doors: Vec<String> = doors.map(|policy| door(portal, &links, policy)).collect();
    let data = serde_json::json!({
        "cards": cards, "groups": groups, "offices": offices, "doors": doors,
    });
    format!("globalThis.qingmiaoPolicies = {data};\n")
}

/// What a child reads of a door to a person, in the order of the finder's list.
fn door(portal: &Portal, links: &Links, policy: &Policy) -> String {
    let ctx = Context::new(portal, &Route::Finder, links);
    let words = policy.for_child.as_ref().map(|words| markup::phrase(&ctx, words, ""));
    words.map_or_else(String::new, |html| format!("<p class=\"soft\" data-voice=\"0\">{html}</p>"))
}

/// What the finder says of a station: what policies call it, for which areas it is, its name, its page, its number, and
/// its state where it does not simply work.
fn office(portal: &Portal, links: &Links, station: &Station) -> [String; 6] {
    let called = portal.station_type(&station.kind).map(|it| it.called.as_slice());
    let mut places = vec![station.kind.clone()];
    places.extend_from_slice(called.unwrap_or_default());
    let areas =
        if station.serves.is_empty() { station.area.clone() } else { station.serves.join(";") };
    let state = if station.status == Status::Normal { "" } else { station.status.label() };
    [
        places.join(";"),
        areas,
        station.name.clone(),
        links.to(&Route::Station(station.id.clone())),
        station.phones.first().map(|it| it.number.clone()).unwrap_or_default(),
        state.to_owned(),
    ]
}

/// The names of the declared unions, in the order of the rulebook.
fn groups(portal: &Portal) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for name in portal
        .policies
        .iter()
        .filter(|policy| policy.is_decided())
        .filter_map(|policy| policy.group.as_deref())
    {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn card(ctx: &Context<'_>, policy: &Policy) -> AnyView {
    let rows: Vec<AnyView> =
        policy.rows.iter().enumerate().map(|(at, row)| why(ctx, row, at)).collect();
    let unsettled = policy::beside(ctx, policy, Beside::Unsettled);
    let verify = policy.verify.iter();
    let verify = verify
        .map(|item| view! { <li inner_html=markup::phrase(ctx, item, "")></li> }.into_any())
        .chain((!unsettled.is_empty()).then(|| {
            let names: Vec<&str> = unsettled.iter().map(|it| it.name.as_str()).collect();
            let names = names.join("”“");
            view! { <li>{format!("和“{names}”能不能同时领，查不到依据，请向受理机关问清。")}</li> }
                .into_any()
        }));
    let verify: Vec<AnyView> = verify.collect();
    view! {
        <h4>{ctx.link(&Route::Policy(policy.id.clone()), "", policy.name.clone())}</h4>
        {date::force(policy.from, policy.until).map(|days| view! {
            <p class="standing" data-standing="" hidden><strong></strong>"：" {days}</p>
        })}
        {summary(ctx, policy)}
        <ul class="why">{rows}</ul>
        <p class="missing" data-missing="" hidden></p>
        <p class="excluded" data-excluded="" hidden>"和已经在领的一样不能同时领，去问一问怎么选。"</p>
        <details>
            <summary>"带什么，去哪里"</summary>
            <p data-voice="0">"这些不用你一个人去办。请一个你信得过的大人陪你；找不到，打 12345 说一声。"</p>
            {papers(ctx, policy)}
            {doors(ctx, &policy.doors)}
            {line(ctx, "多久", policy.time_limit.as_ref())}
            {line(ctx, "网上", policy.online.as_ref())}
            {(!verify.is_empty()).then(|| view! { <div class="verify"><h5>"要当面核实的"</h5><ul>{verify}</ul></div> })}
            <p class="refused">"没通过："{ctx.link(&Route::Policy(policy.id.clone()), "", "看下一步".to_owned())}"。仍可申请，并可要求书面理由。"</p>
        </details>
        {policy.unverified.is_some().then(|| view! { <p class="soft pending">{source::tag("待核验")} " 编辑还没有核实全部来源，先打 12345 问。"</p> })}
        <p class="soft">{policy::areas(ctx, policy)} " · " {policy.departments.join("、")}</p>
        <p class="no-print"><label class="check"><input type="checkbox" data-received="" autocomplete="off"/>"已经在领这一项"</label></p>
    }
    .into_any()
}

/// What it is; to a child in words of its own.
fn summary(ctx: &Context<'_>, policy: &Policy) -> AnyView {
    let for_child = policy.for_child.as_ref().map(|words| {
        let html = markup::phrase(ctx, words, "");
        view! { <p class="result-summary" data-voice="0" inner_html=html></p> }
    });
    let voices = for_child.is_some().then_some("12");
    view! { {for_child} <p class="result-summary" data-voice=voices>{policy.summary.clone()}</p> }
        .into_any()
}

/// A row: one of its two sentences is shown, with what it rests on.
fn why(ctx: &Context<'_>, row: &Row, at: usize) -> AnyView {
    let basis: Vec<AnyView> = row
        .basis
        .iter()
        .filter_map(|basis| match basis {
            Basis::Article(id) => {
                let reference = Reference { kind: Kind::Law, id: id.clone(), section: None };
                Some(
                    view! { <span inner_html=law::citation(ctx, &reference, "")></span> }
                        .into_any(),
                )
            }
            Basis::Source(id) => {
                let source = ctx.portal.sources.get(id)?;
                Some(view! { <span class="soft">{source.title.clone()}</span> }.into_any())
            }
        })
        .collect();
    view! {
        <li data-row=at.to_string() hidden>
            <span data-met="">{row.met.clone()}</span>
            <span data-unmet="">{row.unmet.clone()}</span>
            " " {basis}
        </li>
    }
    .into_any()
}

/// What to bring. What only some branches want bears their places: the browser shows it where one of them can hold.
fn papers(ctx: &Context<'_>, policy: &Policy) -> Option<AnyView> {
    let letters = policy.branches();
    let items: Vec<AnyView> = policy
        .papers
        .iter()
        .map(|paper| {
            let places: Vec<String> = paper
                .branches()
                .iter()
                .filter_map(|letter| letters.iter().position(|it| it == letter))
                .map(|place| place.to_string())
                .collect();
            let branches = (!places.is_empty()).then(|| places.join(" "));
            let when = match paper.needed.as_str() {
                "" | "都要" => None,
                _ if branches.is_some() => Some(
                    view! { <span data-some-branches="">"（有的情形才要，问窗口）"</span> }
                        .into_any(),
                ),
                words => Some(format!("（{words}）").into_any()),
            };
            view! {
                <li data-branches=branches><label class="check">
                    <input type="checkbox" autocomplete="off"/>
                    <span>{words(ctx, &paper.name)} {when} {issuer(ctx, paper)}</span>
                </label></li>
            }
            .into_any()
        })
        .collect();
    (!items.is_empty())
        .then(|| view! { <h5>"带什么"</h5><ul class="ticks">{items}</ul> }.into_any())
}

fn issuer(ctx: &Context<'_>, paper: &Paper) -> Option<AnyView> {
    (!paper.issuer.is_empty()).then(|| {
        view! { <span class="soft">"，谁出：" {words(ctx, &paper.issuer)}</span> }.into_any()
    })
}

/// Where to go. The browser adds the office of the area that was answered.
fn doors(ctx: &Context<'_>, doors: &[Door]) -> Option<AnyView> {
    let items: Vec<AnyView> = doors
        .iter()
        .map(|door| {
            view! {
                <li>
                    <b>{door.place.clone()}</b> "（" {door.seat.label()} "）"
                    <span data-seat=door.seat.label() data-place=door.place.clone()></span> " " {words(ctx, &door.note)}
                </li>
            }
            .into_any()
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <h5>"去哪里"</h5>
            <ul>{items}</ul>
            <p data-nowhere="" hidden>"上面没有写出名字的，没有查到是哪一处，打 12345 问。"</p>
        }
        .into_any()
    })
}

fn line(ctx: &Context<'_>, name: &'static str, text: Option<&Markup>) -> Option<AnyView> {
    let html = markup::phrase(ctx, text?, "");
    Some(view! { <p><b>{name}</b> "：" <span inner_html=html></span></p> }.into_any())
}

fn words(ctx: &Context<'_>, inlines: &[Inline]) -> AnyView {
    let blocks = vec![Block::Paragraph(inlines.to_vec())];
    let html = markup::phrase(ctx, &Markup { blocks, footnotes: Vec::new() }, "");
    view! { <span inner_html=html></span> }.into_any()
}

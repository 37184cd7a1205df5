//! Who is responsible in a town: the line of stops, the town's page, and its pocket cards.

use leptos::prelude::*;

use super::frame::Sheet;
use super::icon::{Icon, seedling};
use super::paper::{self, Paper};
use super::qr;
use super::render::Context;
use super::{hotline, station};
use crate::model::hours::Status;
use crate::model::{Area, Date, Hotline, Level, Links, Review, Route, Station, Stop, chain};

/// Who is responsible for an area, as a line of stops down to the number that always answers.
/// `nearest` stands before the stops.
pub(super) fn chain_view(
    ctx: &Context<'_>,
    area: &str,
    nearest: Option<AnyView>,
) -> Option<AnyView> {
    let stops = chain(ctx.portal, area);
    if stops.is_empty() {
        return None;
    }
    let stops: Vec<AnyView> = stops.iter().map(|it| stop(ctx, it)).collect();
    hotline::note(ctx, Hotline::DEFAULT);
    let view = view! {
        <section aria-labelledby="part-chain">
            <h2 id="part-chain">"归谁管，从近到远"</h2>
            <ol class="chain">
                {nearest}
                {stops}
                <li class="stop last">
                    <span class="leaf" inner_html=Icon::Phone.svg()></span>
                    <p class="stop-level">"随时"</p>
                    <p class="stop-name">
                        <a class="tel" href=hotline::dial(Hotline::DEFAULT)>{Hotline::DEFAULT}</a>
                    </p>
                    <p>"找不到人、下班了、被推来推去，就打这个电话。有危险先打 110。任何一级都可以跳过。"</p>
                </li>
            </ol>
        </section>
    };
    Some(view.into_any())
}

/// Whether a stop of the chain has hours that the browser can judge.
pub(super) fn has_plan(ctx: &Context<'_>, area: &str) -> bool {
    chain(ctx.portal, area).iter().filter_map(|stop| stop.station).any(station::has_plan)
}

/// The nearest stop of a town: the person of the reader's village, which the reader may choose.
fn village(ctx: &Context<'_>, villages: &[&Area]) -> Option<AnyView> {
    let stops: Vec<Stop<'_>> = villages
        .iter()
        .filter_map(|area| chain(ctx.portal, &area.code).into_iter().next())
        .filter(|stop| stop.level == Level::Village)
        .collect();
    let role = stops.iter().find(|stop| stop.station.is_none()).or(stops.first())?;
    let options: Vec<AnyView> = villages
        .iter()
        .map(|area| {
            view! { <option value=area.code.clone()>{area.name.clone()}</option> }.into_any()
        })
        .collect();
    let names: Vec<AnyView> = stops
        .iter()
        .map(|stop| {
            view! { <span data-village-of=stop.area.clone() hidden>{name(ctx, stop)}</span> }
                .into_any()
        })
        .collect();
    let view = view! {
        <li class="stop">
            <span class="leaf" inner_html=seedling(leaves(Level::Village))></span>
            <p class="stop-level">{Level::Village.label()}</p>
            <p class="stop-name"><span data-village-of="">"你的村、社区：管孩子事情的专人"</span>{names}</p>
            <p class="scripted">
                <label for="village">"你住在哪个村、社区？"</label>
                <select id="village" data-village="" autocomplete="off"><option value="">"还没有选"</option>{options}</select>
            </p>
            <p>{role.role.clone()} " " {station::basis(ctx, Some(role.article))}</p>
        </li>
    };
    Some(view.into_any())
}

/// One leaf for each level.
const fn leaves(level: Level) -> usize {
    match level {
        Level::Village => 1,
        Level::Town => 2,
        _ => 3,
    }
}

fn name(ctx: &Context<'_>, stop: &Stop<'_>) -> AnyView {
    match stop.station {
        Some(station) => station::link(ctx, station),
        None => stop.name.clone().into_any(),
    }
}

fn stop(ctx: &Context<'_>, stop: &Stop<'_>) -> AnyView {
    let state = stop.station.and_then(|station| station::now(ctx, station));
    view! {
        <li class="stop">
            <span class="leaf" inner_html=seedling(leaves(stop.level))></span>
            <p class="stop-level">{stop.level.label()}</p>
            <p class="stop-name">{name(ctx, stop)}</p>
            {state.map(|state| view! { <p>{state}</p> })}
            <p>{stop.role.clone()} " " {station::basis(ctx, Some(stop.article))}</p>
        </li>
    }
    .into_any()
}

/// One town: who is responsible, what there is, and a card for the pocket.
pub(super) fn page(ctx: &Context<'_>, town: &Area) -> Sheet {
    let portal = ctx.portal;
    let stops = chain(portal, &town.code);
    let in_chain =
        |id: &str| stops.iter().filter_map(|stop| stop.station).any(|station| station.id == id);
    let here: Vec<&Station> = portal
        .stations
        .iter()
        .filter(|station| station.area.starts_with(&town.code) && !in_chain(&station.id))
        .collect();
    let villages: Vec<&Area> = portal
        .areas
        .iter()
        .filter(|area| area.level == Level::Village && area.code.starts_with(&town.code))
        .collect();
    let count = villages.len();
    let nearest = village(ctx, &villages);
    let villages: Vec<AnyView> =
        villages.iter().map(|area| view! { <li>{area.name.clone()}</li> }.into_any()).collect();
    let needed = station::has_any_plan(&here) || has_plan(ctx, &town.code);
    let full = portal.areas.full_name(&town.code);
    let told = view! {
        {chain_view(ctx, &town.code, nearest)}
        {(!here.is_empty()).then(|| view! {
            <section aria-labelledby="part-here">
                <h2 id="part-here">"这里还有"</h2>
                {station::groups(ctx, &here)}
            </section>
        })}
    };
    let content = view! {
        <h1>{town.name.clone()}</h1>
        <p class="meta">{full.clone()}</p>
        {station::awake(ctx, needed, told.into_any())}
        {(count > 0).then(|| view! {
            <section aria-labelledby="part-villages">
                <h2 id="part-villages">{format!("村和社区（名单上 {count} 个）")}</h2>
                <p>"每个村、社区都要有人管孩子的事。走进居委会、村委会，问一句：“谁管未成年人保护？” " {station::basis(ctx, Some("未成年人保护法/43"))}</p>
                <details><summary>"看名单"</summary><ul class="columns">{villages}</ul></details>
            </section>
        })}
        <p>{ctx.link(&Route::TownCard(town.code.clone()), "more", "打印口袋里的联系卡".to_owned())}</p>
    };
    Sheet {
        description: format!("{full}：孩子的事归谁管，先找谁。"),
        trail: vec![(Route::PlaceIndex, "地方"), (Route::Directory, "站点")],
        pillar: "place station",
        content: content.into_any(),
        ..Sheet::new(town.name.clone())
    }
}

/// What a telephone reads from the card, and what that is: the town's page where the portal has a public address, else
/// the card's own words, which need no network.
fn code(ctx: &Context<'_>, town: &Area, stops: &[Stop<'_>]) -> (Option<String>, &'static str) {
    if let Some(address) = &ctx.portal.settings.address {
        let page = Links::absolute(address).to(&Route::Town(town.code.clone()));
        return (qr::svg(&page, "二维码：这个镇街的网页"), "扫一扫，打开这个镇街的网页");
    }
    let mut text = format!("{}：孩子的事找谁\n", town.name);
    for stop in stops {
        let phone = stop.station.and_then(|station| station.phones.first());
        let phone = phone.map(|phone| format!(" {}", phone.number)).unwrap_or_default();
        text.push_str(&format!("{}{phone}\n", stop.name));
    }
    text.push_str("有危险打110，别的事打12345");
    (qr::svg(&text, "二维码：这张卡上的字"), "扫一扫，把这张卡存进手机，不用上网")
}

/// How many pocket cards stand on a sheet, two in a row.
const CARDS: usize = 8;

/// A sheet of pocket cards of a town: who is responsible, and three numbers.
pub(super) fn card(ctx: &Context<'_>, town: &Area) -> Sheet {
    let stops = chain(ctx.portal, &town.code);
    let doors: Vec<(String, String)> = stops
        .iter()
        .map(|stop| {
            let phone = stop.station.and_then(|station| station.phones.first());
            let paused = stop.station.is_some_and(|station| station.status != Status::Normal);
            let words = match phone {
                _ if paused => "暂停，打 12345 请它转",
                Some(phone) => phone.number.as_str(),
                None => "电话未公布，打 12345 请它转",
            };
            (stop.name.clone(), words.to_owned())
        })
        .collect();
    let lines: Vec<&Hotline> = [Hotline::EMERGENCY, Hotline::DEFAULT, "12355"]
        .into_iter()
        .filter_map(|number| ctx.portal.hotline(number))
        .collect();
    let numbers: Vec<(String, String)> = lines
        .iter()
        .map(|line| {
            hotline::note(ctx, &line.number);
            (line.number.clone(), hotline::short_name(line))
        })
        .collect();
    let list = |rows: &[(String, String)]| {
        let rows = rows.iter().map(|(name, words)| {
            view! { <li><b>{name.clone()}</b> " " <span>{words.clone()}</span></li> }
        });
        view! { <ul>{rows.collect::<Vec<_>>()}</ul> }
    };
    let (code, words) = code(ctx, town, &stops);
    // The same card again and again is paper, not reading: a screen reader meets it once.
    let cards: Vec<AnyView> = (0..CARDS)
        .map(|number| {
            let hidden = (number > 0).then_some("true");
            view! {
                <div class="pocket" aria-hidden=hidden>
                    <p class="pocket-title">{format!("{}：孩子的事找谁", town.name)}</p>
                    <div class="pocket-code"><div inner_html=code.clone()></div><p>{words}</p></div>
                    {list(&numbers)}
                    {list(&doors)}
                    <p>"说三句：孩子在哪里；现在安不安全；你怎么知道的。"</p>
                </div>
            }
            .into_any()
        })
        .collect();
    // A card is as old as the oldest fact on it, and holds as long as the first to run out.
    let review = ctx.portal.settings.review;
    let stations = stops
        .iter()
        .filter_map(|stop| stop.station)
        .map(|station| (station.checked, station.due(ctx.portal)));
    let facts: Vec<(Date, Date)> = lines
        .iter()
        .map(|line| {
            let due = line.review_by.or_else(|| Review::due(line.checked, review.hotlines));
            (line.checked, due.unwrap_or(line.checked))
        })
        .chain(stations)
        .collect();
    let paper = Paper {
        title: format!("联系卡：{}", town.name),
        trail: vec![
            (Route::PlaceIndex, "地方"),
            (Route::Directory, "站点"),
            (Route::Town(town.code.clone()), "这个镇街"),
        ],
        checked: facts.iter().map(|(checked, _)| *checked).min().unwrap_or_default(),
        review_by: facts.iter().map(|(_, due)| *due).min(),
        days: review.stations,
        body: view! { <div class="pockets">{cards}</div> }.into_any(),
    };
    paper::page(ctx, paper)
}

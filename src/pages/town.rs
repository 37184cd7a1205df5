//! Who is responsible in a town: the line of stops, the town's page, and its pocket cards.

use leptos::prelude::*;

use super::frame::Sheet;
use super::icon::{Icon, seedling};
use super::paper::{self, Paper};
use super::render::Context;
use super::{hotline, station};
use crate::model::{Area, Date, Hotline, Level, Review, Route, Station, Stop, chain};

/// Who is responsible for an area, as a line of stops down to the number that always answers.
pub(super) fn chain_view(ctx: &Context<'_>, area: &str) -> Option<AnyView> {
    let stops = chain(ctx.portal, area);
    if stops.is_empty() {
        return None;
    }
    let stops: Vec<AnyView> = (1..).zip(&stops).map(|(number, it)| stop(ctx, it, number)).collect();
    hotline::note(ctx, Hotline::DEFAULT);
    let view = view! {
        <section aria-labelledby="part-chain">
            <h2 id="part-chain">"归谁管，从近到远"</h2>
            <ol class="chain">
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

fn stop(ctx: &Context<'_>, stop: &Stop<'_>, leaves: usize) -> AnyView {
    let name = match stop.station {
        Some(station) => ctx.link(&Route::Station(station.id.clone()), "", stop.name.clone()),
        None => stop.name.clone().into_any(),
    };
    view! {
        <li class="stop">
            <span class="leaf" inner_html=seedling(leaves)></span>
            <p class="stop-level">{stop.level.label()}</p>
            <p class="stop-name">{name}</p>
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
    let villages: Vec<AnyView> = portal
        .areas
        .iter()
        .filter(|area| area.level == Level::Village && area.code.starts_with(&town.code))
        .map(|area| view! { <li>{area.name.clone()}</li> }.into_any())
        .collect();
    let count = villages.len();
    let full = portal.areas.full_name(&town.code);
    let content = view! {
        <h1>{town.name.clone()}</h1>
        <p class="meta">{full.clone()}</p>
        {chain_view(ctx, &town.code)}
        {(!here.is_empty()).then(|| view! {
            <section aria-labelledby="part-here">
                <h2 id="part-here">"这里还有"</h2>
                {station::groups(ctx, &here)}
            </section>
        })}
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

/// How many pocket cards stand on a sheet, two in a row.
const CARDS: usize = 8;

/// A sheet of pocket cards of a town: who is responsible, and three numbers.
pub(super) fn card(ctx: &Context<'_>, town: &Area) -> Sheet {
    let stops = chain(ctx.portal, &town.code);
    let doors: Vec<(String, String)> = stops
        .iter()
        .map(|stop| {
            let phone = stop.station.and_then(|station| station.phones.first());
            let phone =
                phone.map_or("电话未公布，打 12345 请它转", |it| it.number.as_str());
            (stop.name.clone(), phone.to_owned())
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
    // The same card again and again is paper, not reading: a screen reader meets it once.
    let cards: Vec<AnyView> = (0..CARDS)
        .map(|number| {
            let hidden = (number > 0).then_some("true");
            view! {
                <div class="pocket" aria-hidden=hidden>
                    <p class="pocket-title">{format!("{}：孩子的事找谁", town.name)}</p>
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

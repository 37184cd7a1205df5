//! Places: the list, and a page for each with its network, its figures and its text.

use leptos::prelude::*;

use super::frame::{Sheet, elsewhere};
use super::render::Context;
use super::{StyleSheet, chart, contents, date, markup, network, schematic};
use crate::model::{Place, Route};

/// The heading of what can be counted.
const NUMBERS: &str = "几个数字放在一起看";

/// The list of places.
pub(super) fn index(ctx: &Context<'_>) -> Sheet {
    let cards: Vec<AnyView> = ctx
        .portal
        .places
        .iter()
        .map(|place| {
            let route = Route::Place(place.id.clone());
            view! {
                <li class="card">
                    <h2>{ctx.link(&route, "cover", place.title.clone())}</h2>
                    <p class="soft">{ctx.portal.areas.full_name(&place.area)}</p>
                    <p>{place.summary.clone()}</p>
                    <p class="soft">"资料截至 " {date::time(place.as_of)}</p>
                </li>
            }
            .into_any()
        })
        .collect();
    let content = view! {
        <h1>"看我的地方有什么"</h1>
        <p class="lead">"每个地方有自己的保护网络：谁在管、设在哪一层、公布了哪些数字。"</p>
        <ul class="cards">{cards}</ul>
        {compare(ctx).map(|link| view! { <p>{link}</p> })}
        {elsewhere(ctx).map(|link| view! { <p>{link}</p> })}
    };
    Sheet {
        description: "各地的未成年人保护网络和公布的数字，每个数字都有出处和日期。".to_owned(),
        pillar: "place",
        content: content.into_any(),
        ..Sheet::new("地方")
    }
}

/// The page that sets the places side by side, where an editor has written it.
fn compare(ctx: &Context<'_>) -> Option<AnyView> {
    let page = ctx.portal.page("compare")?;
    Some(ctx.link(&Route::Page(page.id.clone()), "more", page.title.clone()))
}

fn has_stations(ctx: &Context<'_>, place: &Place) -> bool {
    ctx.portal.stations.iter().any(|station| station.area.starts_with(&place.area))
}

/// One place: first whom to turn to, then what can be counted.
pub(super) fn page(ctx: &Context<'_>, place: &Place) -> Sheet {
    // Notes are numbered in the order in which the numbers are read: the line, the text, the tables.
    let line = network::line(ctx, place);
    let body = markup::html(ctx, &place.body, "");
    let charts = chart::all(ctx, &place.charts);
    let numbers = (!place.network.is_empty() || !charts.is_empty()).then(|| {
        view! {
            <section class="numbers" aria-labelledby="part-numbers">
                <h2 id="part-numbers">{NUMBERS}</h2>
                {network::table(ctx, place)}
                {charts}
            </section>
        }
    });
    let scheme = schematic::view(ctx, place);
    let mut parts = contents::parts(&place.body);
    if numbers.is_some() {
        parts.push(("part-numbers".to_owned(), NUMBERS.to_owned()));
    }
    if scheme.is_some() {
        parts.push(("part-scheme".to_owned(), "一张图看网络".to_owned()));
    }
    let text = view! {
        <div class="prose" inner_html=body></div>
        {numbers}
        {scheme}
        {date::review(place.checked, place.review_by, ctx.portal.settings.review.places)}
    };
    let content = view! {
        <h1>{place.title.clone()}</h1>
        <p class="lead">{place.summary.clone()}</p>
        <p class="meta">{ctx.portal.areas.full_name(&place.area)} " · 资料截至 " {date::time(place.as_of)}</p>
        {line}
        {has_stations(ctx, place).then(|| view! {
            <p>{ctx.link(&Route::Directory, "more", "这里的镇街归谁管，有哪些站点".to_owned())}</p>
        })}
        {contents::beside(parts, text.into_any())}
    };
    Sheet {
        description: place.summary.clone(),
        trail: vec![(Route::PlaceIndex, "地方")],
        pillar: "place",
        style: Some(StyleSheet::Network),
        content: content.into_any(),
        ..Sheet::new(place.title.clone())
    }
}

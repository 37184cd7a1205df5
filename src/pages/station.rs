//! The directory: the list of all stations, a page for each town with who is responsible there, and its pocket card.

use leptos::prelude::*;

use super::frame::{Sheet, elsewhere};
use super::icon::{Icon, seedling};
use super::law;
use super::render::Context;
use super::{date, hotline, learn, source};
use crate::model::hours::{Status, Way};
use crate::model::{
    Area, Hotline, Kind, Level, Openness, Reference, Route, Station, Stop, chain, coordinate,
    is_primary,
};

/// The whole directory: by need, then place by place. Without script it is the list itself.
pub(super) fn index(ctx: &Context<'_>) -> Sheet {
    let portal = ctx.portal;
    let needs: Vec<AnyView> = portal
        .services
        .iter()
        .filter_map(|service| {
            let who: Vec<&Station> = portal
                .stations
                .iter()
                .filter(|station| station.services.contains(&service.name))
                .collect();
            let count = who.len();
            (count > 0).then(|| {
                view! {
                    <div><dt>{service.need.clone()}</dt><dd>
                        {service.name.clone()} {service.note.clone().map(|note| format!("：{note}"))}
                        <details><summary>{format!("{count} 处")}</summary><ul>{links(ctx, &who)}</ul></details>
                    </dd></div>
                }
                .into_any()
            })
        })
        .collect();
    let places: Vec<AnyView> = portal
        .places
        .iter()
        .filter(|place| portal.stations.iter().any(|it| it.area.starts_with(&place.area)))
        .map(|place| {
            let stations: Vec<&Station> =
                portal.stations.iter().filter(|it| it.area.starts_with(&place.area)).collect();
            let id = format!("part-{}", place.id);
            view! {
                <section aria-labelledby=id.clone()>
                    <h2 id=id.clone()>{place.title.clone()}</h2>
                    <h3>"先找这里：镇、街道"</h3>
                    <ul class="chips">{towns(ctx, &place.area)}</ul>
                    {groups(ctx, &stations)}
                </section>
            }
            .into_any()
        })
        .collect();
    let content = view! {
        <h1>"站点"</h1>
        <p class="lead">"这个地址归谁管，身边有哪些帮孩子的地方。"</p>
        <p class="callout caution">
            "这里的站点来自公开材料。材料没有写的地址、电话和时间，我们空着，写“未公布”。找不到门，就打 "
            <a class="tel" href=hotline::dial(Hotline::DEFAULT)>{Hotline::DEFAULT}</a> "，请它转过去。"
        </p>
        {(!needs.is_empty()).then(|| view! {
            <section aria-labelledby="part-needs">
                <h2 id="part-needs">"我需要……"</h2>
                <dl class="facts needs">{needs}</dl>
            </section>
        })}
        {places}
        {elsewhere(ctx).map(|link| view! { <p>{link}</p> })}
        <section aria-labelledby="part-data">
            <h2 id="part-data">"整份名单"</h2>
            <p>
                <a href=ctx.links.file("data/stations.csv")>"表格（CSV）"</a> "、"
                <a href=ctx.links.file("data/stations.geojson")>"地图数据（GeoJSON）"</a>
                "。可以自由使用，请写明来自本站和核验日期。"
            </p>
        </section>
    };
    hotline::note(ctx, Hotline::DEFAULT);
    Sheet {
        description: "未成年人保护的站点和服务：归谁管，能帮什么，怎么找到。".to_owned(),
        trail: vec![(Route::PlaceIndex, "地方")],
        pillar: "place station",
        content: content.into_any(),
        ..Sheet::new("站点")
    }
}

/// The towns of an area that have a page.
fn towns(ctx: &Context<'_>, area: &str) -> Vec<AnyView> {
    ctx.portal
        .towns()
        .into_iter()
        .filter(|town| town.code.starts_with(area))
        .map(|town| {
            let route = Route::Town(town.code.clone());
            view! { <li>{ctx.link(&route, "", town.name.clone())}</li> }.into_any()
        })
        .collect()
}

/// Stations by their type, those of the network first.
fn groups(ctx: &Context<'_>, stations: &[&Station]) -> Vec<AnyView> {
    let mut kinds: Vec<&str> = Vec::new();
    for station in stations {
        if !kinds.contains(&station.kind.as_str()) {
            kinds.push(&station.kind);
        }
    }
    kinds.sort_by_key(|kind| {
        let of = |it: &&&Station| it.kind == **kind;
        (!stations.iter().filter(of).any(|it| is_primary(it)), *kind)
    });
    kinds
        .into_iter()
        .map(|kind| {
            let of: Vec<&Station> = stations.iter().copied().filter(|it| it.kind == kind).collect();
            let told = ctx.portal.station_type(kind);
            view! {
                <h3>{kind.to_owned()} <span class="soft">{format!(" {} 处", of.len())}</span></h3>
                {told.map(|told| view! { <p>{told.role.clone()} " " {basis(ctx, told.article.as_deref())}</p> })}
                <ul>{links(ctx, &of)}</ul>
            }
            .into_any()
        })
        .collect()
}

fn links(ctx: &Context<'_>, stations: &[&Station]) -> Vec<AnyView> {
    stations
        .iter()
        .map(|station| {
            let route = Route::Station(station.id.clone());
            view! { <li>{ctx.link(&route, "", station.name.clone())} {mark(station)}</li> }
                .into_any()
        })
        .collect()
}

/// What stands beside a name where the station does not work as usual.
fn mark(station: &Station) -> Option<AnyView> {
    (station.status != Status::Normal).then(|| source::tag(station.status.label()))
}

fn basis(ctx: &Context<'_>, article: Option<&str>) -> Option<AnyView> {
    let reference = Reference { kind: Kind::Law, id: article?.to_owned(), section: None };
    let html = law::citation(ctx, &reference, "");
    Some(view! { <span inner_html=html></span> }.into_any())
}

/// One station.
pub(super) fn page(ctx: &Context<'_>, station: &Station) -> Sheet {
    let kind = ctx.portal.station_type(&station.kind);
    let area = ctx.portal.areas.full_name(&station.area);
    let description = format!("{}，{area}。", station.name);
    let content = view! {
        <h1>{station.name.clone()} {mark(station)}</h1>
        {kind.map(|kind| view! { <p class="lead">{kind.role.clone()}</p> })}
        <p class="meta">{station.kind.clone()} " · " {area}</p>
        {station.notice.clone().map(|words| view! { <p class="callout caution">{words}</p> })}
        {facts(ctx, station)}
        {chain_view(ctx, &station.area)}
        {date::review(station.checked, station.review_by, ctx.portal.settings.review.stations)}
    };
    Sheet {
        description,
        trail: vec![(Route::PlaceIndex, "地方"), (Route::Directory, "站点")],
        pillar: "place station",
        content: content.into_any(),
        ..Sheet::new(station.name.clone())
    }
}

/// What is known of a station; what is not says so, and who stands in.
fn facts(ctx: &Context<'_>, station: &Station) -> AnyView {
    let row = |name: &'static str, words: Option<String>| {
        words.map(|words| view! { <div><dt>{name}</dt><dd>{words}</dd></div> }.into_any())
    };
    let list = |words: &[String]| (!words.is_empty()).then(|| words.join("、"));
    let confidential = station.openness == Openness::Confidential;
    let unknown = || Some("未公布".to_owned());
    let address = if confidential {
        Some("不公开。先打电话，对方会告诉你怎么见面。".to_owned())
    } else {
        station.address.clone().or_else(unknown)
    };
    let ways = station.ways.iter().map(|way| Way::label(*way)).collect::<Vec<_>>();
    let parent = station.parent.as_ref().and_then(|id| ctx.portal.station(id));
    view! {
        <dl class="facts">
            <div><dt>"电话"</dt><dd>{phones(ctx, station)}</dd></div>
            {row("地址", address)}
            {row("怎么去", station.directions.clone())}
            {maps(station)}
            {row("时间", station.hours.clone().or_else(unknown))}
            {row("怎么来", (!ways.is_empty()).then(|| ways.join("、")))}
            {row("能帮什么", list(&station.services))}
            {row("为谁", station.audience.clone())}
            {row("费用", station.cost.clone())}
            {row("无障碍", list(&station.accessibility))}
            {row("语言", list(&station.languages))}
            {row("里面有", list(&station.facilities))}
            {row("找谁", station.post.clone())}
            {row("主管", station.authority.clone())}
            {row("又叫", list(&station.aliases))}
            {parent.map(|parent| view! {
                <div><dt>"上一级"</dt><dd>{ctx.link(&Route::Station(parent.id.clone()), "", parent.name.clone())}</dd></div>
            })}
            {row("说明", station.note.clone())}
            <div><dt>"来源"</dt><dd>{source::of_ids(ctx, &station.source)}</dd></div>
        </dl>
    }
    .into_any()
}

/// Maps of others, each in the coordinates that it knows. They open only when the reader follows the link.
fn maps(station: &Station) -> Option<AnyView> {
    let point = station.point?;
    let address = station.address.as_deref().unwrap_or_default();
    let links = [
        ("高德", coordinate::amap_link(point, &station.name)),
        ("腾讯", coordinate::tencent_link(point, &station.name, address)),
        ("百度", coordinate::baidu_link(point, &station.name, address)),
        ("苹果", coordinate::apple_link(point, &station.name)),
    ];
    let items = links.map(|(name, link)| {
        view! { <li><a class="out" rel="noopener noreferrer" href=link>{name}</a></li> }
    });
    Some(view! { <div><dt>"在地图里看"</dt><dd><ul>{items}</ul></dd></div> }.into_any())
}

/// Its own numbers; 12345 where it has none.
fn phones(ctx: &Context<'_>, station: &Station) -> AnyView {
    if station.phones.is_empty() {
        hotline::note(ctx, Hotline::DEFAULT);
        return view! {
            "未公布，打 " <a class="tel" href=hotline::dial(Hotline::DEFAULT)>{Hotline::DEFAULT}</a> " 请它转"
        }
        .into_any();
    }
    let items: Vec<AnyView> = station
        .phones
        .iter()
        .map(|phone| {
            let label = phone.label.clone().map(|label| format!("{label} "));
            view! {
                <li>{label} <a class="tel" href=hotline::dial(&phone.number)>{phone.number.clone()}</a></li>
            }
            .into_any()
        })
        .collect();
    view! { <ul>{items}</ul> }.into_any()
}

/// Who is responsible for an area, as a line of stops down to the number that always answers.
fn chain_view(ctx: &Context<'_>, area: &str) -> Option<AnyView> {
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
            <p>{stop.role.clone()} " " {basis(ctx, Some(stop.article))}</p>
        </li>
    }
    .into_any()
}

/// One town: who is responsible, what there is, and a card for the pocket.
pub(super) fn town(ctx: &Context<'_>, town: &Area) -> Sheet {
    let portal = ctx.portal;
    let here: Vec<&Station> = portal
        .stations
        .iter()
        .filter(|station| station.area.starts_with(&town.code) && !is_primary(station))
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
                {groups(ctx, &here)}
            </section>
        })}
        {(count > 0).then(|| view! {
            <section aria-labelledby="part-villages">
                <h2 id="part-villages">{format!("村和社区（名单上 {count} 个）")}</h2>
                <p>"每个村、社区都要有人管孩子的事。走进居委会、村委会，问一句：“谁管未成年人保护？” " {basis(ctx, Some("未成年人保护法/43"))}</p>
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

/// The pocket card of a town.
pub(super) fn card(ctx: &Context<'_>, town: &Area) -> Sheet {
    let stops: Vec<AnyView> = chain(ctx.portal, &town.code)
        .iter()
        .map(|stop| {
            let phone = stop.station.and_then(|station| station.phones.first());
            let phone = phone
                .map_or("电话未公布，打 12345 请它转".to_owned(), |it| it.number.clone());
            view! { <li><b>{stop.name.clone()}</b> <span>{phone}</span></li> }.into_any()
        })
        .collect();
    let numbers: Vec<AnyView> = [Hotline::EMERGENCY, Hotline::DEFAULT, "12355"]
        .into_iter()
        .filter_map(|number| ctx.portal.hotline(number))
        .map(|line| {
            hotline::note(ctx, &line.number);
            view! { <li><b>{line.number.clone()}</b> <span>{hotline::short_name(line)}</span></li> }
                .into_any()
        })
        .collect();
    let one = move || {
        view! {
            <section class="pocket">
                <h2>{format!("{}：孩子的事找谁", town.name)}</h2>
                <ul>{numbers}</ul>
                <ul>{stops}</ul>
                <p>"说三句：孩子在哪里；现在安不安全；你怎么知道的。"</p>
            </section>
        }
        .into_any()
    };
    let checked = ctx.portal.stations.iter().map(|station| station.checked).min();
    let title = format!("联系卡：{}", town.name);
    let back = (Route::Town(town.code.clone()), "这个镇街");
    learn::paper(ctx, title, back, checked.unwrap_or_default(), one())
}

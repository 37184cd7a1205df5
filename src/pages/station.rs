//! The directory: the list of all stations, and a page for each.

use leptos::prelude::*;

use super::frame::{Sheet, elsewhere};
use super::law;
use super::render::Context;
use super::{case, date, hotline, pinyin, source, town};
use crate::islands::Find;
use crate::model::hours::{Rule, Status, Way};
use crate::model::{
    Hotline, Kind, Level, Openness, Reference, Route, Station, coordinate, is_primary,
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
                <section data-group=place.id.clone() aria-labelledby=id.clone()>
                    <h2 id=id.clone()>{place.title.clone()}</h2>
                    <section data-group="">
                        <h3>"先找这里：镇、街道"</h3>
                        <ul class="chips">{towns(ctx, &place.area)}</ul>
                    </section>
                    {groups(ctx, &stations)}
                </section>
            }
            .into_any()
        })
        .collect();
    let within = |station: &&Station| {
        portal.places.iter().any(|place| station.area.starts_with(&place.area))
    };
    let wider: Vec<&Station> = portal.stations.iter().filter(|it| !within(it)).collect();
    let wider = (!wider.is_empty()).then(|| {
        view! {
            <section data-group="wider" aria-labelledby="part-wider">
                <h2 id="part-wider">"更大范围：市、区、县"</h2>
                {groups(ctx, &wider)}
            </section>
        }
        .into_any()
    });
    let content = view! {
        <h1>"站点"</h1>
        <p class="lead">"这个地址归谁管，身边有哪些帮孩子的地方。"</p>
        <p class="callout caution">
            "这里的站点来自公开材料。材料没有写的地址、电话和时间，我们空着，写“未公布”。找不到门，就打 "
            <a class="tel" href=hotline::dial(Hotline::DEFAULT)>{Hotline::DEFAULT}</a> "，请它转过去。"
        </p>
        {(!needs.is_empty()).then(|| view! { <p><a class="more" href="#part-needs">"按需要找：我需要……"</a></p> })}
        <Find>
            <div class="awake">
                <p><label for="directory-find">"街道、乡镇、村、社区或者站点的名字，拼音、首字母也行"</label></p>
                <p><input id="directory-find" type="search" autocomplete="off" spellcheck="false"/></p>
            </div>
            <p role="status"></p>
            {places}
            {wider}
        </Find>
        {(!needs.is_empty()).then(|| view! {
            <section aria-labelledby="part-needs">
                <h2 id="part-needs">"我需要……"</h2>
                <dl class="facts needs">{needs}</dl>
            </section>
        })}
        {case::client_note()}
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
            let villages =
                ctx.portal.areas.iter().filter(|area| {
                    area.level == Level::Village && area.code.starts_with(&town.code)
                });
            // A village is found by its characters; only the town's own names are spelt.
            let villages: Vec<&str> = villages.map(|area| area.name.as_str()).collect();
            let names: Vec<&str> =
                std::iter::once(&town.name).chain(&town.aliases).map(String::as_str).collect();
            let key = format!("{} {}", pinyin::key(&names), villages.join(" "));
            view! { <li data-key=key>{ctx.link(&route, "", town.name.clone())}</li> }.into_any()
        })
        .collect()
}

/// Stations by their type, those of the network first.
pub(super) fn groups(ctx: &Context<'_>, stations: &[&Station]) -> Vec<AnyView> {
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
                <section data-group="">
                    <h3>{kind.to_owned()} <span class="soft">{format!(" {} 处", of.len())}</span></h3>
                    {told.map(|told| view! { <p>{told.role.clone()} " " {basis(ctx, told.article.as_deref())}</p> })}
                    <ul>{entries(ctx, &of)}</ul>
                </section>
            }
            .into_any()
        })
        .collect()
}

fn links(ctx: &Context<'_>, stations: &[&Station]) -> Vec<AnyView> {
    stations.iter().map(|station| view! { <li>{link(ctx, station)}</li> }.into_any()).collect()
}

/// Links with what each is found by.
fn entries(ctx: &Context<'_>, stations: &[&Station]) -> Vec<AnyView> {
    stations
        .iter()
        .map(|station| {
            let names = std::iter::once(&station.name).chain(&station.aliases);
            let names: Vec<&str> = names.map(String::as_str).collect();
            let key = format!("{} {}", pinyin::key(&names), station.kind);
            view! { <li data-key=key>{link(ctx, station)}</li> }.into_any()
        })
        .collect()
}

fn link(ctx: &Context<'_>, station: &Station) -> AnyView {
    let route = Route::Station(station.id.clone());
    view! { {ctx.link(&route, "", station.name.clone())} {mark(station)} }.into_any()
}

/// What stands beside a name where the station does not work as usual.
fn mark(station: &Station) -> Option<AnyView> {
    (station.status != Status::Normal).then(|| source::tag(station.status.label()))
}

pub(super) fn basis(ctx: &Context<'_>, article: Option<&str>) -> Option<AnyView> {
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
        {town::chain_view(ctx, &station.area)}
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
    let unknown = || Some("未公布".to_owned());
    let address = match station.openness {
        Openness::Confidential => Some("不公开。先打电话，对方会告诉你怎么见面。".to_owned()),
        Openness::PhoneOnly => Some("先打电话，问好了再去。".to_owned()),
        Openness::Public => station.address.clone().or_else(unknown),
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
            {row("例外", station.changes.clone())}
            {row("节假日", (station.rule != Rule::default()).then(|| station.rule.label().to_owned()))}
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
            {row("核验单位", station.checker.clone())}
            <div><dt>"来源"</dt><dd>{source::of_ids(ctx, &station.sources)}</dd></div>
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

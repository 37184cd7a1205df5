//! The directory: every town and every station, what to narrow them by, and the map that shows the same.

use leptos::prelude::*;

use super::frame::{Sheet, elsewhere};
use super::render::Context;
use super::{StyleSheet, case, hotline, map, pinyin, station};
use crate::islands::Stations;
use crate::model::coordinate::Point;
use crate::model::timetable::calendar_line;
use crate::model::{Hotline, Level, Route, Station};

/// The whole directory: by need, then place by place. Without script it is the list itself.
pub(super) fn index(ctx: &Context<'_>) -> Sheet {
    let portal = ctx.portal;
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
                    {station::groups(ctx, &stations)}
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
                {station::groups(ctx, &wider)}
            </section>
        }
        .into_any()
    });
    let list = view! {
        {controls(ctx)}
        <p role="status" class="found"></p>
        {map::place(ctx)}
        {places}
        {wider}
    }
    .into_any();
    // Where no hours are known, no holiday matters.
    let timed = portal.stations.iter().any(station::has_plan);
    let calendar = if timed { calendar_line(&portal.calendar) } else { String::new() };
    let content = view! {
        <h1>"站点"</h1>
        <p class="lead">"这个地址归谁管，身边有哪些帮孩子的地方。"</p>
        <p class="callout caution">
            "这里的站点来自公开材料。材料没有写的地址、电话和时间，我们空着，写“未公布”。找不到门，就打 "
            <a class="tel" href=hotline::dial(Hotline::DEFAULT)>{Hotline::DEFAULT}</a> "，请它转过去。"
        </p>
        <p>{ctx.link(&Route::Needs, "more", "按需要找：我需要……".to_owned())}</p>
        <Stations calendar=calendar>
            {list}
        </Stations>
        {case::client_note()}
        {elsewhere(ctx).map(|link| view! { <p>{link}</p> })}
        <section aria-labelledby="part-data">
            <h2 id="part-data">"整份名单"</h2>
            <p>
                <a href=ctx.links.file("data/stations.csv")>"表格（CSV）"</a> "、"
                <a href=ctx.links.file("data/stations.geojson")>"地图数据（GeoJSON）"</a>
                "。可以自由使用，请写明来自本站和核验日期。"
            </p>
            {map::sources(ctx)}
        </section>
    };
    hotline::note(ctx, Hotline::DEFAULT);
    Sheet {
        description: "未成年人保护的站点和服务：归谁管，能帮什么，怎么找到。".to_owned(),
        trail: vec![(Route::PlaceIndex, "地方")],
        pillar: "place station",
        style: Some(StyleSheet::Map),
        content: content.into_any(),
        ..Sheet::new("站点")
    }
}

/// What each need is called, and who serves it.
pub(super) fn needs(ctx: &Context<'_>) -> Sheet {
    let stations = &ctx.portal.stations;
    let parts: Vec<AnyView> = ctx
        .portal
        .services
        .iter()
        .filter_map(|service| {
            let who: Vec<AnyView> = stations
                .iter()
                .filter(|station| station.services.contains(&service.name))
                .map(|station| {
                    let town = station.area.get(..Level::County.digits()).unwrap_or(&station.area);
                    let place = ctx.portal.areas.get(town).map(|area| area.name.clone());
                    view! { <li>{station::link(ctx, station)} " " <span class="soft">{place}</span></li> }.into_any()
                })
                .collect();
            let count = who.len();
            let view = view! {
                <section>
                    <h2>{service.need.clone()}</h2>
                    <p>{service.name.clone()} {service.note.clone().map(|note| format!("：{note}"))}</p>
                    <details><summary>{format!("{count} 处")}</summary><ul>{who}</ul></details>
                </section>
            };
            (count > 0).then(|| view.into_any())
        })
        .collect();
    let content = view! {
        <h1>"按需要找"</h1>
        <p class="lead">"先看哪一句像你要说的，再看谁做这件事。"</p>
        {parts}
        <p>{ctx.link(&Route::Directory, "more", "看全部站点".to_owned())}</p>
    };
    Sheet {
        description: "按需要找：问政策、找人说话、请律师、孩子没人照顾，各有哪些地方。".to_owned(),
        trail: vec![(Route::PlaceIndex, "地方"), (Route::Directory, "站点")],
        pillar: "place station",
        content: content.into_any(),
        ..Sheet::new("按需要找站点")
    }
}

/// A list to narrow by: what it asks for, and its entries with their marks.
type Filter = (&'static str, Vec<(String, String)>);

/// The lists that are worth a choice.
fn filters(ctx: &Context<'_>) -> Vec<Filter> {
    let portal = ctx.portal;
    let stations = &portal.stations;
    let services = portal.services.iter().enumerate().filter_map(|(number, service)| {
        let offered = stations.iter().any(|it| it.services.contains(&service.name));
        offered.then(|| (format!("s{number}"), format!("{}（{}）", service.need, service.name)))
    });
    let kinds = portal.station_types.iter().enumerate().filter_map(|(number, kind)| {
        let there = stations.iter().any(|it| it.kind == kind.name);
        there.then(|| (format!("k{number}"), kind.name.clone()))
    });
    let words = |letter: char, words: Vec<&str>| {
        let words = words.into_iter().enumerate();
        words.map(|(number, word)| (format!("{letter}{number}"), word.to_owned())).collect()
    };
    let all: [Filter; 4] = [
        ("我需要", services.collect()),
        ("哪一种地方", kinds.collect()),
        ("无障碍", words('a', accessibility(ctx))),
        ("说什么话", words('l', languages(ctx))),
    ];
    all.into_iter().filter(|(_, entries)| !entries.is_empty()).collect()
}

fn accessibility<'a>(ctx: &Context<'a>) -> Vec<&'a str> {
    distinct(ctx.portal.stations.iter().flat_map(|it| &it.accessibility))
}

fn languages<'a>(ctx: &Context<'a>) -> Vec<&'a str> {
    distinct(ctx.portal.stations.iter().flat_map(|it| &it.languages))
}

/// Words without repetition, in the order in which they are first met.
fn distinct<'a>(words: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for word in words {
        if !found.contains(&word.as_str()) {
            found.push(word);
        }
    }
    found
}

/// The marks of a station: what it is and offers, as the lists of [`filters`] name it.
pub(super) fn marks(ctx: &Context<'_>, station: &Station) -> String {
    let mut marks = Vec::new();
    let mut push = |letter: char, place: Option<usize>| {
        marks.extend(place.map(|number| format!("{letter}{number}")));
    };
    push('k', ctx.portal.station_types.iter().position(|it| it.name == station.kind));
    for name in &station.services {
        push('s', ctx.portal.services.iter().position(|it| it.name == *name));
    }
    for (letter, words, all) in [
        ('a', &station.accessibility, accessibility(ctx)),
        ('l', &station.languages, languages(ctx)),
    ] {
        for word in words {
            push(letter, all.iter().position(|it| it == word));
        }
    }
    marks.join(" ")
}

/// What the list can be narrowed by, for those who have the island awake.
fn controls(ctx: &Context<'_>) -> AnyView {
    let lists: Vec<AnyView> = filters(ctx)
        .into_iter()
        .map(|(label, entries)| {
            let options: Vec<AnyView> = entries
                .into_iter()
                .map(|(mark, words)| view! { <option value=mark>{words}</option> }.into_any())
                .collect();
            view! {
                <label>{label}
                    <select data-want="mark" autocomplete="off"><option value="">"都可以"</option>{options}</select>
                </label>
            }
            .into_any()
        })
        .collect();
    let stations = &ctx.portal.stations;
    let hours = stations.iter().any(|it| it.weekly.is_some()).then(|| {
        view! {
            <label class="check"><input type="checkbox" data-want="open" autocomplete="off"/>"现在开着的"</label>
            <span class="soft">"按这台设备的时钟，北京时间 " <span data-clock=""></span></span>
        }
    });
    view! {
        <form class="awake seek" autocomplete="off">
            <p class="wide">
                <label for="directory-find">"街道、乡镇、村、社区或者站点的名字，拼音、首字母也行；也可以写“心理”“补贴”"</label>
                <input id="directory-find" type="search" data-want="typed" autocomplete="off" spellcheck="false"/>
            </p>
            {lists}
            <label data-located="" hidden>"离我"
                <select data-want="metres" autocomplete="off">
                    <option value="">"不限"</option>
                    <option value="2000">"2 公里以内"</option>
                    <option value="5000">"5 公里以内"</option>
                    <option value="10000">"10 公里以内"</option>
                    <option value="30000">"30 公里以内"</option>
                </select>
            </label>
            <p class="wide seek-tools">
                {hours}
                <button type="button" data-near="">"离我近的"</button>
                <button type="button" class="plain" data-all="">"全部显示"</button>
            </p>
        </form>
    }
    .into_any()
}

/// The towns of an area that have a page.
fn towns(ctx: &Context<'_>, area: &str) -> Vec<AnyView> {
    ctx.portal
        .towns()
        .into_iter()
        .filter(|town| town.code.starts_with(area))
        .map(|town| {
            let route = Route::Town(town.code.clone());
            // A village is found by its characters and its initials; only the town's own names are spelt.
            let mut key = pinyin::key(
                &std::iter::once(&town.name).chain(&town.aliases).map(String::as_str).collect::<Vec<_>>(),
            );
            for village in ctx.portal.areas.iter() {
                if village.level == Level::Village && village.code.starts_with(&town.code) {
                    let name = short(&village.name);
                    key.push_str(&format!(" {name} {}", pinyin::initials(name)));
                }
            }
            let at = town.point.map(degrees);
            view! {
                <li data-key=key data-at=at data-town="">
                    {ctx.link(&route, "", town.name.clone())} {station::at_distance(town.point.is_some())}
                </li>
            }
            .into_any()
        })
        .collect()
}

/// The name of a village without the words that all have, so that nobody has to type them.
fn short(name: &str) -> &str {
    let endings =
        ["社区居民委员会", "社区居委会", "居民委员会", "村民委员会", "居委会", "村委会", "社区"];
    endings.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
}

/// A point as entries carry it, in hundred-thousandths of a degree, which is a metre: whole numbers take less wasm to read.
pub(super) fn degrees(point: Point) -> String {
    format!("{:.0},{:.0}", point.longitude * 1e5, point.latitude * 1e5)
}

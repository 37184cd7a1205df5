//! A station: its page, and its line in a list.

use leptos::prelude::*;

use super::frame::Sheet;
use super::law;
use super::render::Context;
use super::{case, date, directory, hotline, markup, source, town};
use crate::islands::Stations;
use crate::model::hours::{Rule, Status, Way};
use crate::model::timetable::{Timetable, calendar_line};
use crate::model::{Hotline, Kind, Openness, Reference, Route, Station, coordinate, is_primary};

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
                    <h3>{kind.to_owned()} <span class="soft asleep">{format!(" {} 处", of.len())}</span></h3>
                    {told.map(|told| view! { <p>{told.role.clone()} " " {basis(ctx, told.article.as_deref())}</p> })}
                    <ul>{entries(ctx, &of)}</ul>
                </section>
            }
            .into_any()
        })
        .collect()
}

/// What a station is called.
pub(super) fn names(station: &Station) -> Vec<&str> {
    std::iter::once(&station.name).chain(&station.aliases).map(String::as_str).collect()
}

/// The line of a station in a list, with what it is found by and what it offers.
fn entries(ctx: &Context<'_>, stations: &[&Station]) -> Vec<AnyView> {
    stations
        .iter()
        .map(|station| {
            let key = names(station).join(" ");
            let at = station.point.map(directory::degrees);
            let marks = directory::marks(ctx, station);
            view! {
                <li data-key=key data-marks=marks data-at=at>
                    {link(ctx, station)} {now(ctx, station)} {at_distance(station.point.is_some())}
                </li>
            }
            .into_any()
        })
        .collect()
}

/// Where the browser writes how far away something is.
pub(super) fn at_distance(known: bool) -> Option<AnyView> {
    known.then(|| view! { <span class="soft" data-distance=""></span> }.into_any())
}

/// Whether anything can be told of when it is open.
pub(super) fn has_plan(station: &Station) -> bool {
    station.status == Status::Normal && (station.weekly.is_some() || !station.ways.is_empty())
}

/// Wakes what stands in a page and changes with the time.
pub(super) fn awake(ctx: &Context<'_>, content: AnyView) -> AnyView {
    view! { <Stations calendar=calendar_line(&ctx.portal.calendar)>{content}</Stations> {case::client_note()} }.into_any()
}

/// Whether it is open: awake, as of now; without script, what does not depend on the time. Nothing where the hours are
/// not known, which most are: a list of unknowns helps nobody.
pub(super) fn now(ctx: &Context<'_>, station: &Station) -> Option<AnyView> {
    if !has_plan(station) {
        return None;
    }
    let plan = Timetable::line(ctx.portal, station);
    let asked = (!station.ways.contains(&Way::Visit))
        .then(|| station.ways.first())
        .flatten()
        .map(|way| way.label());
    let shape = asked.map(|_| "asked");
    Some(view! { <span class="state" data-plan=plan data-state=shape>{asked}</span> }.into_any())
}

pub(super) fn link(ctx: &Context<'_>, station: &Station) -> AnyView {
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
    let chain = town::chain_view(ctx, &station.area, None);
    let told = view! { {facts(ctx, station)} {text(ctx, station)} {chain} };
    let content = view! {
        <h1>{station.name.clone()} {mark(station)}</h1>
        {kind.map(|kind| view! { <p class="lead">{kind.role.clone()}</p> })}
        <p class="meta">{station.kind.clone()} " · " {area}</p>
        {station.notice.clone().map(|words| view! { <p class="callout caution">{words}</p> })}
        {awake(ctx, told.into_any())}
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

/// What `stations/ID.md` says.
fn text(ctx: &Context<'_>, station: &Station) -> Option<AnyView> {
    let body = ctx.portal.station_texts.get(&station.id)?;
    Some(view! { <div class="prose" inner_html=markup::html(ctx, body, "")></div> }.into_any())
}

/// What is known of a station; what is not says so, and who stands in.
fn facts(ctx: &Context<'_>, station: &Station) -> AnyView {
    let kind = ctx.portal.station_type(&station.kind);
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
        <dl class="facts" data-station="">
            {now(ctx, station).map(|state| view! {
                <div><dt>"现在"</dt><dd>
                    {state}
                    <span data-stale="show" hidden>"，太久没有核验，时间先不列了。先打电话问。"</span>
                </dd></div>
            })}
            <div><dt>"电话"</dt><dd>{phones(ctx, station)}</dd></div>
            <div><dt>"地址"</dt><dd>{address} {copy(station)}</dd></div>
            {row("怎么去", station.directions.clone())}
            {maps(station)}
            <div data-stale=""><dt>"时间"</dt><dd>{station.hours.clone().or_else(unknown)}</dd></div>
            {station.changes.clone().map(|words| view! { <div data-stale=""><dt>"例外"</dt><dd>{words}</dd></div> })}
            {row("节假日", (station.rule != Rule::default()).then(|| station.rule.label().to_owned()))}
            {row("怎么来", (!ways.is_empty()).then(|| ways.join("、")))}
            {row("能帮什么", list(&station.services))}
            {kind.and_then(|kind| row("这一类站点都办", list(&kind.services)))}
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

/// The address for another app.
fn copy(station: &Station) -> Option<AnyView> {
    let address = station.address.clone().filter(|_| station.openness == Openness::Public)?;
    let view = view! {
        <span class="scripted">
            <button type="button" class="plain" data-copy=address>"复制地址"</button> <span role="status"></span>
        </span>
    };
    Some(view.into_any())
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
    Some(view! { <div><dt>"在地图里看"</dt><dd><ul class="row">{items}</ul></dd></div> }.into_any())
}

/// Its first number, or that it is not known: for a line beside others, where 12345 stands at the end.
pub(super) fn phone(station: &Station) -> AnyView {
    match station.phones.first() {
        Some(phone) => {
            view! { <a class="tel" href=hotline::dial(&phone.number)>{phone.number.clone()}</a> }
                .into_any()
        }
        None => "未公布".into_any(),
    }
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

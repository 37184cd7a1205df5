//! What surrounds every page: skip link, quick exit, emergency line, header, path, footer. The order in the document is
//! the same on every page, so that help is always found in the same place.

use leptos::prelude::*;

use super::icon::{Icon, seedling};
use super::render::Context;
use super::{Document, StyleSheet, display, figure, hotline, law, search};
use crate::model::{Hotline, Layout, Route};

/// A page before it is framed.
pub(super) struct Sheet {
    /// The title on the page and in the path.
    pub(super) title: String,
    /// The whole title of the window, where the title with the portal's name would tell too much.
    pub(super) window_title: Option<String>,
    /// For search engines and share cards.
    pub(super) description: String,
    /// Whether being seen here can put the reader at risk.
    pub(super) sensitive: bool,
    /// With or without the frame.
    pub(super) layout: Layout,
    /// JSON-LD.
    pub(super) structured_data: Option<String>,
    /// The pages between the front page and this one.
    pub(super) trail: Vec<(Route, &'static str)>,
    /// Which pillar's colour it wears.
    pub(super) pillar: &'static str,
    /// The style sheet that it wants beside the one of every page.
    pub(super) style: Option<StyleSheet>,
    /// The page itself.
    pub(super) content: AnyView,
}

impl Sheet {
    /// An empty page with a title.
    pub(super) fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            window_title: None,
            description: String::new(),
            sensitive: false,
            layout: Layout::Framed,
            structured_data: None,
            trail: Vec::new(),
            pillar: "plain",
            style: None,
            content: ().into_any(),
        }
    }
}

/// Puts the frame around a page.
pub(super) fn document(ctx: &Context<'_>, sheet: Sheet) -> Document {
    let name = &ctx.portal.settings.name;
    let title = sheet.window_title.clone().unwrap_or_else(|| format!("{} · {name}", sheet.title));
    let (description, sensitive, layout) =
        (sheet.description.clone(), sheet.sensitive, sheet.layout);
    let structured_data = sheet.structured_data.clone();
    let style = sheet.style;
    let body = match layout {
        Layout::Bare => bare(ctx, sheet).to_html(),
        Layout::Framed => framed(ctx, sheet).to_html(),
    };
    Document { title, description, sensitive, layout, sheet: style, structured_data, body }
}

fn bare(ctx: &Context<'_>, sheet: Sheet) -> AnyView {
    view! { <main id="main" class="bare">{sheet.content} {figure::notes(ctx)} {law::notes(ctx)} {hotline::notes(ctx)}</main> }.into_any()
}

fn framed(ctx: &Context<'_>, sheet: Sheet) -> AnyView {
    let class = format!("page {}", sheet.pillar);
    let trail = trail(ctx, &sheet);
    view! {
        <a class="skip" href="#main">"跳到正文"</a>
        {sheet.sensitive.then(|| exit(ctx))}
        {emergency(ctx)}
        {header(ctx)}
        {trail}
        <main id="main" class=class tabindex="-1">
            {sheet.content}
            {figure::notes(ctx)}
            {law::notes(ctx)}
            {hotline::notes(ctx)}
        </main>
        {footer(ctx)}
    }
    .into_any()
}

/// 快速离开: a plain link, so that it works without script; `exit.js` makes it faster.
fn exit(ctx: &Context<'_>) -> AnyView {
    let settings = &ctx.portal.settings;
    let offline = ctx.links.to(&Route::Page(settings.exit_page.clone()));
    view! {
        <div class="exit-place" role="region" aria-label="快速离开">
            <a class="exit" href=settings.exit_url.clone() rel="nofollow noreferrer noopener" data-offline=offline>
                "快速离开"
            </a>
            <span class="unseen" role="status" data-exit-status=""></span>
        </div>
    }
    .into_any()
}

fn emergency(ctx: &Context<'_>) -> AnyView {
    for number in [Hotline::EMERGENCY, Hotline::DEFAULT] {
        hotline::note(ctx, number);
    }
    view! {
        <aside class="urgent" aria-label="紧急电话">
            <p>
                <span>"有危险，先打"</span>
                <a href=hotline::dial(Hotline::EMERGENCY) aria-label="拨打 110，报警">{Hotline::EMERGENCY}</a>
                <span aria-hidden="true">"·"</span>
                <a href=hotline::dial(Hotline::DEFAULT) aria-label="拨打 12345，政务服务热线">{Hotline::DEFAULT}</a>
            </p>
        </aside>
    }
    .into_any()
}

/// The doors that have something behind them, with the words of the navigation.
fn doors(ctx: &Context<'_>) -> Vec<(Route, &'static str)> {
    let portal = ctx.portal;
    [
        (!portal.helps.is_empty(), Route::HelpIndex, "求助"),
        (!portal.hotlines.is_empty(), Route::Hotlines, "热线"),
        (!portal.places.is_empty(), Route::PlaceIndex, "地方"),
        (!portal.stations.is_empty(), Route::Directory, "站点"),
        (!portal.policies.is_empty(), Route::PolicyIndex, "政策"),
        (portal.teaches(), Route::Learn, "学法"),
    ]
    .into_iter()
    .filter_map(|(open, route, words)| open.then_some((route, words)))
    .collect()
}

fn header(ctx: &Context<'_>) -> AnyView {
    let doors: Vec<AnyView> = doors(ctx)
        .into_iter()
        .map(|(route, words)| {
            let inside = match ctx.route {
                Route::Help(_) | Route::Card(_) => route == Route::HelpIndex,
                Route::Place(_) => route == Route::PlaceIndex,
                Route::Station(_) | Route::Town(_) | Route::TownCard(_) => {
                    route == Route::Directory
                }
                Route::Needs => route == Route::Directory,
                Route::Finder | Route::Policy(_) => route == Route::PolicyIndex,
                Route::LawIndex
                | Route::Law(_)
                | Route::Article(..)
                | Route::Glossary
                | Route::Lesson(_)
                | Route::LessonSheet(_)
                | Route::LessonLetter(_)
                | Route::Case(_)
                | Route::Quiz(_)
                | Route::CourtIndex
                | Route::Court(_)
                | Route::CourtPaper(..)
                | Route::CourtRole(..)
                | Route::CourtStage(_)
                | Route::CourtWall(_)
                | Route::CourtRehearsal(_)
                | Route::CourtCast(_)
                | Route::QuizSheet(_)
                | Route::QuizKey(_) => route == Route::Learn,
                _ => false,
            };
            let class = if inside { "inside" } else { "" };
            view! { <li>{ctx.link(&route, class, words.to_owned())}</li> }.into_any()
        })
        .collect();
    view! {
        <header class="top">
            <div class="bar">
                <a class="brand" href=ctx.links.to(&Route::Home)>
                    <span inner_html=seedling(2)></span>
                    <span>{ctx.portal.settings.name.clone()}</span>
                </a>
                {(!has_own_box(ctx.route)).then(|| search::lookup(ctx))}
                {place_chooser(ctx)}
                {display::menu(ctx)}
            </div>
            {(!doors.is_empty()).then(|| view! { <nav class="doors" aria-label="主要栏目"><ul>{doors}</ul></nav> })}
        </header>
    }
    .into_any()
}

/// Whether the search box stands in the page itself.
const fn has_own_box(route: &Route) -> bool {
    matches!(route, Route::Home | Route::Search)
}

/// A list of links behind a summary: the choice is a page, so nothing has to be remembered.
fn place_chooser(ctx: &Context<'_>) -> Option<AnyView> {
    let places = &ctx.portal.places;
    if places.is_empty() {
        return None;
    }
    let here = places.iter().find(|place| *ctx.route == Route::Place(place.id.clone()));
    let label = here.map_or_else(|| "选地方".to_owned(), |place| place.title.clone());
    let items: Vec<AnyView> = places
        .iter()
        .map(|place| {
            let route = Route::Place(place.id.clone());
            view! { <li>{ctx.link(&route, "", place.title.clone())}</li> }.into_any()
        })
        .collect();
    let view = view! {
        <details class="menu" name="menu">
            <summary><span inner_html=Icon::Place.svg()></span><span>{label}</span></summary>
            <nav class="sheet" aria-label="选地方">
                <ul>
                    {items}
                    {elsewhere(ctx).map(|link| view! { <li>{link}</li> })}
                </ul>
            </nav>
        </details>
    };
    Some(view.into_any())
}

/// 我的地方不在这里, where an editor has written that page.
pub(super) fn elsewhere(ctx: &Context<'_>) -> Option<AnyView> {
    let page = ctx.portal.page("elsewhere")?;
    Some(ctx.link(&Route::Page(page.id.clone()), "elsewhere", "我的地方不在这里".to_owned()))
}

fn trail(ctx: &Context<'_>, sheet: &Sheet) -> Option<AnyView> {
    if *ctx.route == Route::Home {
        return None;
    }
    let steps: Vec<AnyView> = [(Route::Home, "首页")]
        .into_iter()
        .chain(sheet.trail.iter().cloned())
        .map(|(route, words)| {
            view! { <li><a href=ctx.links.to(&route)>{words}</a></li> }.into_any()
        })
        .collect();
    let view = view! {
        <nav class="trail" aria-label="当前位置">
            <ol>{steps}<li aria-current="page">{sheet.title.clone()}</li></ol>
        </nav>
    };
    Some(view.into_any())
}

/// Who runs the portal, or that no authority does.
pub(super) fn operator(ctx: &Context<'_>) -> String {
    match &ctx.portal.settings.operator {
        Some(operator) => format!("主办单位：{operator}"),
        None => "本站不是政府网站。".to_owned(),
    }
}

fn footer(ctx: &Context<'_>) -> AnyView {
    let settings = &ctx.portal.settings;
    let mut pages: Vec<_> = ctx.portal.pages.iter().filter(|page| page.in_footer).collect();
    pages.sort_by_key(|page| page.order);
    let links: Vec<AnyView> = pages
        .into_iter()
        .map(|page| (Route::Page(page.id.clone()), page.title.clone()))
        .chain((!ctx.portal.sources.is_empty()).then(|| (Route::Sources, "来源与取舍".to_owned())))
        .chain([
            (Route::Search, "搜索与目录".to_owned()),
            (Route::LocalData, "本机数据".to_owned()),
        ])
        .map(|(route, title)| view! { <li>{ctx.link(&route, "", title)}</li> }.into_any())
        .collect();
    // Whoever directs a trial has no use for them there, and the page is long.
    let directs = matches!(ctx.route, Route::CourtStage(_));
    let operator = operator(ctx);
    let records: Vec<AnyView> = [&settings.icp, &settings.police_record]
        .into_iter()
        .flatten()
        .map(|record| view! { <span>{record.clone()}</span> }.into_any())
        .collect();
    view! {
        <footer class="bottom">
            <div class="bar">
                <p class="promise">"这里不记录你看了什么。"</p>
                {(!directs).then(|| view! { <nav aria-label="页脚"><ul>{links}</ul></nav> })}
                <p class="operator">{operator} {records}</p>
            </div>
        </footer>
    }
    .into_any()
}

//! The front page: one question, and doors in the reader's words. A door shows once there is something behind it.

use leptos::prelude::*;

use super::frame::{Sheet, elsewhere};
use super::icon::Icon;
use super::render::Context;
use super::{hotline, search};
use crate::model::{Hotline, Route};

/// What the portal never does with a visitor.
const NEVER: [&str; 5] = [
    "不用登录，不问你叫什么",
    "不记录你看了什么、点了什么",
    "不放广告，不连别家网站",
    "你填的、选的，不离开你的设备",
    "不给孩子打分、排名",
];

/// The front page.
pub(super) fn page(ctx: &Context<'_>) -> Sheet {
    let settings = &ctx.portal.settings;
    let emergency = ctx.portal.hotlines.iter().filter(|line| line.emergency).take(3);
    let default = ctx.portal.hotline(Hotline::DEFAULT);
    let calls: Vec<AnyView> =
        emergency.chain(default).map(|line| hotline::call(ctx, line)).collect();
    let places: Vec<AnyView> = ctx
        .portal
        .places
        .iter()
        .map(|place| {
            let route = Route::Place(place.id.clone());
            view! { <li>{ctx.link(&route, "chip", place.title.clone())}</li> }.into_any()
        })
        .collect();
    let never = NEVER.map(|words| view! { <li>{words}</li> });
    let content = view! {
        <div class="home">
            <div class="home-doors">
                <h1>"你现在想做什么？"</h1>
                <p class="lead">{settings.tagline.clone()}</p>
                {doors(ctx)}
                {search::lookup(ctx)}
            </div>
            <div class="home-side">
                {(!calls.is_empty()).then(|| view! {
                    <section class="panel" aria-labelledby="home-calls">
                        <h2 id="home-calls">"直接打电话"</h2>
                        <div class="calls">{calls}</div>
                        <p>{ctx.link(&Route::Hotlines, "more", "全部热线，打之前看看会问什么".to_owned())}</p>
                    </section>
                })}
                {(!places.is_empty()).then(|| view! {
                    <section class="panel" aria-labelledby="home-places">
                        <h2 id="home-places">"你在哪里？"</h2>
                        <ul class="chips">{places}{elsewhere(ctx).map(|link| view! { <li>{link}</li> })}</ul>
                    </section>
                })}
                <section class="panel never" aria-labelledby="home-never">
                    <h2 id="home-never">"这里不会对你做的事"</h2>
                    <ul>{never}</ul>
                    <p>{ctx.link(&Route::LocalData, "more", "看这台设备上存了什么".to_owned())}</p>
                </section>
            </div>
        </div>
    };
    Sheet {
        window_title: Some(format!("{} · {}", settings.name, settings.tagline)),
        description: settings.tagline.clone(),
        structured_data: Some(structured_data(ctx)),
        pillar: "home-page",
        style: Some(super::StyleSheet::Home),
        content: content.into_any(),
        ..Sheet::new(settings.name.clone())
    }
}

fn doors(ctx: &Context<'_>) -> AnyView {
    let portal = ctx.portal;
    let doors: Vec<AnyView> = [
        (
            !portal.helps.is_empty(),
            door(
                ctx,
                &Route::HelpIndex,
                "door first help",
                Icon::Help,
                "我需要帮助",
                "被打、被欺负、被骗，或者担心一个孩子",
            ),
        ),
        (
            !portal.places.is_empty(),
            door(
                ctx,
                &Route::PlaceIndex,
                "door place",
                Icon::Place,
                "看我的地方有什么",
                "身边的保护站、工作点，和公布的数字",
            ),
        ),
        (
            !portal.stations.is_empty(),
            door(
                ctx,
                &Route::Directory,
                "door place",
                Icon::Place,
                "找附近的保护站",
                "这个地址归谁管，身边还有谁能帮",
            ),
        ),
        (
            portal.has_finder(),
            door(
                ctx,
                &Route::Finder,
                "door policy",
                Icon::Policy,
                "查能享受的政策",
                "几个问题，看看能申请什么、带什么、去哪里",
            ),
        ),
        (
            portal.teaches(),
            door(
                ctx,
                &Route::Learn,
                "door learn",
                Icon::Book,
                "学法 · 以案说法",
                if portal.courts.is_empty() {
                    "课、故事、小测验，和用平常话讲的法律"
                } else {
                    "课、故事、模拟法庭，和用平常话讲的法律"
                },
            ),
        ),
        (
            !portal.hotlines.is_empty(),
            door(
                ctx,
                &Route::Hotlines,
                "door hotline",
                Icon::Phone,
                "打电话问人",
                "谁接听、会问什么、能不能不说名字",
            ),
        ),
    ]
    .into_iter()
    .filter_map(|(open, door)| open.then_some(door))
    .collect();
    view! { <ul class="door-list">{doors}</ul> }.into_any()
}

fn door(
    ctx: &Context<'_>,
    route: &Route,
    class: &'static str,
    icon: Icon,
    title: &'static str,
    hint: &'static str,
) -> AnyView {
    view! {
        <li>
            <a class=class href=ctx.links.to(route)>
                <span class="tile" inner_html=icon.svg()></span>
                <span class="door-words"><b>{title}</b><span>{hint}</span></span>
                <span class="arrow" inner_html=Icon::Arrow.svg()></span>
            </a>
        </li>
    }
    .into_any()
}

/// Who this is, for search engines. `<` is escaped, so the text cannot end the element that it stands in.
fn structured_data(ctx: &Context<'_>) -> String {
    let settings = &ctx.portal.settings;
    let mut site = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": settings.name,
        "description": settings.tagline,
        "inLanguage": settings.languages.first().map_or("zh-CN", String::as_str),
    });
    if let (Some(address), Some(fields)) = (&settings.address, site.as_object_mut()) {
        fields.insert("url".to_owned(), address.clone().into());
    }
    site.to_string().replace('<', "\\u003c")
}

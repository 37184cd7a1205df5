//! The network of a place as a drawing: its towns as cells, its villages as dots, and where the towns lie as far as that
//! is known. It is no map: there are no boundaries in it. A list beside it says the same.
//!
//! Shape tells what colour tells: a full circle stands for a station, a half one for one that does not work now, a
//! dashed one where nothing is published.

use std::fmt::Write as _;

use leptos::prelude::*;

use super::render::{Context, escape};
use crate::model::coordinate::Point;
use crate::model::hours::Status;
use crate::model::{Area, Level, Place, Route, Station, chain, is_primary};

/// The width of a drawing; two cells of a town stand side by side, so that a phone shows them at their size.
const WIDTH: f64 = 360.0;
const CELL: f64 = 174.0;
const GAP: f64 = 12.0;
/// How many dots of villages stand in a row, and how far apart.
const ROW: usize = 16;
const STEP: f64 = 10.0;

/// A town in the drawing.
struct Town<'a> {
    area: &'a Area,
    state: State,
    villages: Vec<Village>,
}

/// What is known of a village's station.
#[derive(Clone, Copy, PartialEq)]
enum Village {
    Named,
    /// The place declares how many villages have one, and does not say which.
    Declared,
    Unknown,
}

impl Village {
    const ALL: [Self; 3] = [Self::Named, Self::Declared, Self::Unknown];

    const fn words(self) -> &'static str {
        match self {
            Self::Named => "村、社区：知道有一处站点",
            Self::Declared => "村、社区：公布了总数，没有逐个写名字",
            Self::Unknown => "村、社区：有没有站点，未公布",
        }
    }

    /// A small circle around a point: full, with a core, or empty.
    fn mark(self, x: f64, y: f64) -> String {
        let class = if self == Self::Named { " class=\"full\"" } else { "" };
        let core = match self {
            Self::Declared => format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"1.2\" class=\"full\"/>"),
            Self::Named | Self::Unknown => String::new(),
        };
        format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"3.4\"{class}/>{core}")
    }
}

/// What is known of a town's station.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Station,
    Pause,
    Unknown,
}

impl State {
    const ALL: [Self; 3] = [Self::Station, Self::Pause, Self::Unknown];

    const fn words(self) -> &'static str {
        match self {
            Self::Station => "有未保工作站",
            Self::Pause => "在筹建或者暂停",
            Self::Unknown => "是否设站未公布",
        }
    }

    /// A circle around a point: full, half or dashed.
    fn mark(self, x: f64, y: f64) -> String {
        match self {
            Self::Station => format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"7\" class=\"full\"/>"),
            Self::Pause => format!(
                "<circle cx=\"{x}\" cy=\"{y}\" r=\"7\"/><path class=\"full\" d=\"M{x} {} a7 7 0 0 0 0 14Z\"/>",
                y - 7.0
            ),
            Self::Unknown => {
                format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"7\" stroke-dasharray=\"3 3\"/>")
            }
        }
    }
}

/// The drawing of a place with what it says in words; nothing for a place without towns in the list.
pub(super) fn view(ctx: &Context<'_>, place: &Place) -> Option<AnyView> {
    let towns = towns(ctx, place);
    if towns.is_empty() {
        return None;
    }
    let center = chain(ctx.portal, &place.area)
        .into_iter()
        .find(|stop| stop.level == Level::County && place.area.len() == Level::County.digits());
    let center = center.map(|stop| stop.name);
    let rows: Vec<AnyView> =
        (1..).zip(&towns).map(|(number, town)| row(ctx, town, number)).collect();
    let legend: Vec<AnyView> = State::ALL
        .into_iter()
        .filter(|state| towns.iter().any(|town| town.state == *state))
        .map(|state| key(&state.mark(10.0, 10.0), state.words()))
        .collect();
    let dots: Vec<AnyView> = Village::ALL
        .into_iter()
        .filter(|state| towns.iter().any(|town| town.villages.contains(state)))
        .map(|state| key(&state.mark(10.0, 10.0), state.words()))
        .collect();
    let view = view! {
        <section aria-labelledby="part-scheme">
            <h2 id="part-scheme">"一张图看网络"</h2>
            <p>"一格是一个镇或街道，小点是村和社区。这不是地图，没有边界，格子照名单的顺序排。"</p>
            <div class="scheme" inner_html=cells(place, center.as_deref(), &towns)></div>
            <ul class="legend">
                {legend}
                {dots}
            </ul>
            {points(place, &towns).map(|drawing| view! {
                <h3>"大概在哪里"</h3>
                <p>"数字和上面格子里的一样。点是镇街的大致位置，不是站点的门口。"</p>
                <div class="scheme" inner_html=drawing></div>
            })}
            <details>
                <summary>"同样的内容，写成名单"</summary>
                <ol>{rows}</ol>
            </details>
        </section>
    };
    Some(view.into_any())
}

fn key(mark: &str, words: &'static str) -> AnyView {
    let drawing = format!(
        "<svg class=\"marks\" width=\"20\" height=\"20\" viewBox=\"0 0 20 20\" aria-hidden=\"true\">{mark}</svg>"
    );
    view! { <li><span inner_html=drawing></span> {words}</li> }.into_any()
}

fn towns<'a>(ctx: &Context<'a>, place: &Place) -> Vec<Town<'a>> {
    let portal = ctx.portal;
    let declares =
        place.network.iter().any(|row| row.level == Level::Village && row.declared.is_some());
    let within = portal.towns().into_iter().filter(|town| town.code.starts_with(&place.area));
    within
        .map(|area| {
            let here = |station: &&Station| {
                station.level == Level::Town && is_primary(station) && station.is_for(&area.code)
            };
            let state =
                portal.stations.iter().find(here).map_or(State::Unknown, |it| match it.status {
                    Status::Normal => State::Station,
                    Status::Suspended | Status::Planned => State::Pause,
                    Status::Abolished => State::Unknown,
                });
            let villages = portal
                .areas
                .iter()
                .filter(|it| it.level == Level::Village && it.code.starts_with(&area.code))
                .map(|it| match portal.stations.iter().any(|station| station.area == it.code) {
                    true => Village::Named,
                    false if declares => Village::Declared,
                    false => Village::Unknown,
                })
                .collect();
            Town { area, state, villages }
        })
        .collect()
}

fn row(ctx: &Context<'_>, town: &Town<'_>, number: usize) -> AnyView {
    let known = town.villages.iter().filter(|it| **it == Village::Named).count();
    let villages = match (town.villages.len(), known) {
        (0, _) => String::new(),
        (count, 0) if town.villages.contains(&Village::Declared) => {
            format!("，{count} 个村和社区，站点公布了总数，没有逐个写名字")
        }
        (count, 0) => format!("，{count} 个村和社区"),
        (count, known) => format!("，{count} 个村和社区，{known} 个知道有一处站点"),
    };
    view! {
        <li value=number>
            {ctx.link(&Route::Town(town.area.code.clone()), "", town.area.name.clone())}
            "：" {town.state.words()} {villages}
        </li>
    }
    .into_any()
}

/// The nested areas: the district around, a cell for each town, a dot for each village.
fn cells(place: &Place, center: Option<&str>, towns: &[Town<'_>]) -> String {
    let mut body = motif();
    let mut top = 104.0;
    if let Some(center) = center {
        let _ = write!(
            body,
            "<g class=\"marks\"><path class=\"full\" d=\"M22 {} l8 8 -8 8 -8 -8Z\"/></g><text x=\"38\" y=\"{}\">{}</text>",
            top - 2.0,
            top + 12.0,
            escape(&shortened(center, 20)),
        );
        top += 28.0;
    }
    for (pair, row) in (0..).zip(towns.chunks(2)) {
        let dots =
            row.iter().map(|town| town.villages.len().div_ceil(ROW)).max().unwrap_or_default();
        #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
        let height = 38.0 + dots as f64 * STEP;
        for (column, town) in row.iter().enumerate() {
            let x = if column == 0 { 0.0 } else { WIDTH - CELL };
            cell(&mut body, town, pair * 2 + column + 1, (x, top), height);
        }
        top += height + GAP;
    }
    let title = format!("{}的保护网络", place.title);
    let with = towns.iter().filter(|town| town.state == State::Station).count();
    format!(
        "<svg class=\"network\" role=\"img\" aria-labelledby=\"scheme scheme-words\" viewBox=\"0 0 {WIDTH} {top}\">\
         <title id=\"scheme\">{}</title><desc id=\"scheme-words\">{} 个镇街，{with} 个有未保工作站。逐个的情况写在下面的名单里。</desc>\
         <rect class=\"area\" x=\"0.5\" y=\"60.5\" width=\"359\" height=\"{}\" rx=\"10\"/>\
         <text class=\"name\" x=\"14\" y=\"88\">{}</text>{body}</svg>",
        escape(&title),
        towns.len(),
        top - 61.0,
        escape(&place.title),
    )
}

/// The line of four stops, as every page of the directory has it: from the village to the number that always answers.
fn motif() -> String {
    let mut line = String::from("<g class=\"marks\"><path d=\"M30 16H330\"/></g>");
    let stops = [
        ("村居", "<circle cx=\"30\" cy=\"16\" r=\"4.5\" class=\"stop-mark\"/>"),
        ("镇街", "<circle cx=\"130\" cy=\"16\" r=\"7\" class=\"full\"/>"),
        ("区县", "<path class=\"full\" d=\"M230 8l8 8-8 8-8-8Z\"/>"),
        ("12345", "<rect x=\"322\" y=\"8\" width=\"16\" height=\"16\" rx=\"3\" class=\"full\"/>"),
    ];
    for ((words, mark), x) in stops.into_iter().zip([30, 130, 230, 330]) {
        let _ = write!(
            line,
            "<g class=\"marks\">{mark}</g><text x=\"{x}\" y=\"44\" text-anchor=\"middle\">{words}</text>"
        );
    }
    line
}

fn cell(body: &mut String, town: &Town<'_>, number: usize, (x, y): (f64, f64), height: f64) {
    let left = if x == 0.0 { 8.0 } else { x - 8.0 };
    let _ = write!(
        body,
        "<rect class=\"cell\" x=\"{left}\" y=\"{y}\" width=\"{}\" height=\"{height}\" rx=\"6\"/>\
         <g class=\"marks\">{}</g><text x=\"{}\" y=\"{}\"><tspan class=\"number\">{number}</tspan> {}</text><g class=\"marks\">",
        CELL - 6.0,
        town.state.mark(left + 15.0, y + 18.0),
        left + 28.0,
        y + 23.5,
        escape(&shortened(&town.area.name, 8)),
    );
    for (index, village) in town.villages.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of villages")]
        let (column, row) = ((index % ROW) as f64, (index / ROW) as f64);
        body.push_str(&village.mark(left + 9.0 + column * STEP, y + 38.0 + row * STEP));
    }
    body.push_str("</g>");
}

/// A name that fits its place; the list has it whole.
fn shortened(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    name.chars().take(most - 1).chain(['…']).collect()
}

/// Where towns lie to each other, north up, as far as their points are known.
fn points(place: &Place, towns: &[Town<'_>]) -> Option<String> {
    let known: Vec<(usize, &Town<'_>, Point)> = (1..)
        .zip(towns)
        .filter_map(|(number, town)| Some((number, town, town.area.point?)))
        .collect();
    if known.len() < 3 {
        return None;
    }
    let ends = |of: fn(&Point) -> f64| {
        let values = known.iter().map(|(_, _, point)| of(point));
        values.fold((f64::MAX, f64::MIN), |(low, high), it| (low.min(it), high.max(it)))
    };
    let ((west, east), (south, north)) = (ends(|it| it.longitude), ends(|it| it.latitude));
    // A degree of longitude is shorter than one of latitude, by the cosine.
    let narrow = f64::midpoint(south, north).to_radians().cos();
    let (wide, high) = (((east - west) * narrow).max(1e-6), (north - south).max(1e-6));
    let scale = ((WIDTH - 60.0) / wide).min(340.0 / high);
    let at = |point: Point| {
        let x = WIDTH / 2.0 + (point.longitude - f64::midpoint(west, east)) * narrow * scale;
        let y = 30.0 + (north - point.latitude) * scale;
        (x, y)
    };
    let height = high * scale + 92.0;
    let mut spots: Vec<(f64, f64)> = known.iter().map(|(_, _, point)| at(*point)).collect();
    part(&mut spots);
    let mut body = String::new();
    for ((number, town, point), (x, y)) in known.iter().zip(&spots) {
        let (own_x, own_y) = at(*point);
        let dash = if town.state == State::Unknown { " stroke-dasharray=\"3 3\"" } else { "" };
        let _ = write!(
            body,
            "<path d=\"M{own_x:.1} {own_y:.1} L{x:.1} {y:.1}\"/><circle class=\"spot\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"10\"{dash}/>\
             <text class=\"number\" text-anchor=\"middle\" x=\"{x:.1}\" y=\"{:.1}\">{number}</text>",
            y + 4.5
        );
    }
    // 111.2 km to a degree of latitude.
    let tenth = (wide * 111.2 / 4.0).max(1.0).round();
    let bar = tenth / 111.2 * scale;
    let words: Vec<String> =
        known.iter().map(|(number, town, _)| format!("{number} {}", town.area.name)).collect();
    Some(format!(
        "<svg class=\"network points\" role=\"img\" aria-labelledby=\"points points-words\" viewBox=\"0 0 {WIDTH} {height:.0}\">\
         <title id=\"points\">{}各镇街的大致位置，上北下南</title><desc id=\"points-words\">{}</desc>\
         <rect class=\"area\" x=\"0.5\" y=\"0.5\" width=\"359\" height=\"{:.0}\" rx=\"10\"/>{body}\
         <path class=\"scale\" d=\"M14 {:.0} v6 h{bar:.1} v-6\"/><text x=\"14\" y=\"{:.0}\">约 {tenth} 公里</text>\
         <path class=\"scale\" d=\"M340 40 V20 M334 27 L340 18 L346 27\"/><text x=\"333\" y=\"56\">北</text></svg>",
        escape(&place.title),
        escape(&words.join("，")),
        height - 1.0,
        height - 18.0,
        height - 22.0,
    ))
}

/// Moves spots apart that would lie on each other, a little at a time; each keeps a line to where it belongs.
fn part(spots: &mut [(f64, f64)]) {
    const APART: f64 = 22.0;
    for _ in 0..60 {
        for one in 0..spots.len() {
            for other in 0..one {
                let ((x, y), (x2, y2)) = (spots[one], spots[other]);
                let (dx, dy) = (x - x2, y - y2);
                let distance = dx.hypot(dy).max(0.1);
                if distance < APART {
                    let push = (APART - distance) / 2.0 / distance;
                    // Spots on the same point go apart sideways.
                    let (dx, dy) = if distance > 0.1 { (dx, dy) } else { (0.1, 0.0) };
                    spots[one] = (clamped(x + dx * push), y + dy * push);
                    spots[other] = (clamped(x2 - dx * push), y2 - dy * push);
                }
            }
        }
    }
}

fn clamped(x: f64) -> f64 {
    x.clamp(14.0, WIDTH - 14.0)
}

//! Who sits where: the room as seen from the gallery, with the bench at the top. The list below says the same.

use std::fmt::Write as _;

use leptos::prelude::*;

use super::paper::leaf;
use super::people;
use crate::model::Court;
use crate::model::court::{CourtPaper, Role, Seat, Side};
use crate::pages::render::{Context, escape};

/// The width of the drawing.
const WIDTH: usize = 720;
/// The height of a line of words, and the room around them.
const LINE: usize = 24;
const PAD: usize = 12;
/// The width of a desk at a side, and in the middle.
const SIDE: usize = 200;
const MIDDLE: usize = 260;

/// A desk with who sits there.
struct Desk<'a> {
    seat: Seat,
    roles: Vec<&'a Role>,
}

/// Where in the room a desk stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Zone {
    Top,
    Left,
    Middle,
    Right,
    Bottom,
}

/// The seat plan.
pub(super) fn sheet(ctx: &Context<'_>, court: &Court) -> AnyView {
    let body = view! {
        <p>"从旁听席看过去。按这张图摆桌子，投影时也看这张。"</p>
        {view(court)}
    };
    leaf(ctx, court, "seats", CourtPaper::Seats.label(court.kind), body.into_any())
}

/// The drawing and its list.
pub(super) fn view(court: &Court) -> AnyView {
    let desks = desks(court);
    let items: Vec<AnyView> = desks
        .iter()
        .map(|desk| {
            let names: Vec<String> = desk.roles.iter().map(|it| name(it)).collect();
            view! { <li><b>{desk.seat.label()}</b> "：" {names.join("、")}</li> }.into_any()
        })
        .collect();
    view! {
        <figure class="seat-plan">
            <div inner_html=drawing(&desks)></div>
            <figcaption><ul>{items}</ul></figcaption>
        </figure>
    }
    .into_any()
}

/// `书记员`, or `法警 1–2 人`.
fn name(role: &Role) -> String {
    if role.most == 1 { role.name.clone() } else { format!("{} {} 人", role.name, people(role)) }
}

fn desks(court: &Court) -> Vec<Desk<'_>> {
    Seat::ALL
        .into_iter()
        .filter_map(|seat| {
            let roles: Vec<&Role> = court.roles.iter().filter(|it| it.seat == seat).collect();
            (!roles.is_empty()).then_some(Desk { seat, roles })
        })
        .collect()
}

const fn zone(seat: Seat) -> Zone {
    match (seat, seat.side()) {
        (Seat::Bench | Seat::Chair, _) => Zone::Top,
        (Seat::Door | Seat::Gallery, _) => Zone::Bottom,
        (_, Some(Side::Claiming)) => Zone::Left,
        (seat, Some(Side::Answering)) if !matches!(seat, Seat::Accused) => Zone::Right,
        // The accused faces the bench, as does whoever is on neither side.
        _ => Zone::Middle,
    }
}

fn drawing(desks: &[Desk<'_>]) -> String {
    let center = WIDTH / 2;
    let mut svg = String::new();
    let mut top = PAD;
    for desk in desks.iter().filter(|it| zone(it.seat) == Zone::Top) {
        top += draw(&mut svg, desk, center, top, 2 * MIDDLE, 4) + PAD;
    }
    let mut bottom = top;
    for (zone, x, width) in [
        (Zone::Left, SIDE / 2 + PAD, SIDE),
        (Zone::Middle, center, MIDDLE),
        (Zone::Right, WIDTH - SIDE / 2 - PAD, SIDE),
    ] {
        let mut y = top + PAD;
        for desk in desks.iter().filter(|it| self::zone(it.seat) == zone) {
            y += draw(&mut svg, desk, x, y, width, 1) + PAD;
        }
        bottom = bottom.max(y);
    }
    for desk in desks.iter().filter(|it| zone(it.seat) == Zone::Bottom) {
        let (x, width) = match desk.seat {
            Seat::Door => (WIDTH - SIDE / 2 - PAD, SIDE),
            _ => (center - SIDE / 2 - PAD / 2, WIDTH - SIDE - 3 * PAD),
        };
        let height = draw(&mut svg, desk, x, bottom + PAD, width, 3);
        if desk.seat != Seat::Door {
            top = bottom + PAD + height;
        }
    }
    let height = top.max(bottom + 2 * LINE + 3 * PAD) + PAD;
    format!(
        "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"座位图，下面有文字版\">{svg}</svg>"
    )
}

/// Draws a desk around `x`, so many names in a line, and tells its height.
fn draw(svg: &mut String, desk: &Desk<'_>, x: usize, y: usize, width: usize, each: usize) -> usize {
    let names: Vec<String> = desk.roles.iter().map(|it| name(it)).collect();
    let rows: Vec<String> = names.chunks(each).map(|row| row.join("　")).collect();
    let height = LINE * (rows.len() + 1) + PAD;
    let left = x.saturating_sub(width / 2);
    let _ = write!(
        svg,
        "<rect x=\"{left}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"8\"/><text class=\"seat\" x=\"{x}\" y=\"{}\">{}</text>",
        y + LINE - 4,
        desk.seat.label()
    );
    for (at, row) in rows.iter().enumerate() {
        let _ =
            write!(svg, "<text x=\"{x}\" y=\"{}\">{}</text>", y + LINE * (at + 2) - 2, escape(row));
    }
    height
}

//! The papers of a script: each is a page that prints on its own sheets, without a wasted one.

use leptos::prelude::*;

use super::{form, observe, role as roles, seat, teacher, thing};
use crate::model::court::CourtPaper;
use crate::model::{Court, Route};
use crate::pages::StyleSheet;
use crate::pages::date;
use crate::pages::frame::Sheet;
use crate::pages::paper::{self, Paper};
use crate::pages::render::Context;

/// A paper.
pub(in crate::pages) fn page(ctx: &Context<'_>, court: &Court, paper: CourtPaper) -> Sheet {
    let (body, pillar) = match paper {
        CourtPaper::Roles => (roles::all(ctx, court), LEAVES),
        CourtPaper::Prompt => (teacher::prompt(ctx, court), "paper court"),
        CourtPaper::Exhibits => (thing::exhibits(ctx, court), LEAVES),
        CourtPaper::Signs => (thing::signs(court), "paper court leaves signs"),
        CourtPaper::Seats => (seat::sheet(ctx, court), LEAVES),
        CourtPaper::Score => (observe::score(ctx, court), LEAVES),
        CourtPaper::Judgment => (form::sheets(ctx, court), LEAVES),
        CourtPaper::Debrief => (observe::debrief(ctx, court), LEAVES),
        CourtPaper::Teacher => (teacher::edition(ctx, court), "paper court"),
    };
    let title = format!("{}：{}", paper.label(court.kind), court.title);
    whole(ctx, court, title, pillar, body)
}

/// The sheet of one role; nothing where there is no such role.
pub(in crate::pages) fn role(ctx: &Context<'_>, court: &Court, number: usize) -> Option<Sheet> {
    let name = &court.roles.get(number)?.name;
    let body = roles::sheet(ctx, court, number)?;
    Some(whole(ctx, court, format!("角色单：{name}（{}）", court.title), LEAVES, body))
}

/// A page of leaves prints its leaves alone: the title stands on each of them.
const LEAVES: &str = "paper court leaves";

fn whole(
    ctx: &Context<'_>,
    court: &Court,
    title: String,
    pillar: &'static str,
    body: AnyView,
) -> Sheet {
    let paper = Paper {
        title,
        trail: vec![(Route::CourtIndex, "模拟法庭"), (Route::Court(court.id.clone()), "这份剧本")],
        checked: court.checked,
        review_by: None,
        days: ctx.portal.settings.review.laws,
        body,
    };
    Sheet { style: Some(StyleSheet::Court), pillar, ..paper::page(ctx, paper) }
}

/// A sheet of paper: what it is, what stands on it, and until when that holds.
pub(super) fn leaf(
    ctx: &Context<'_>,
    court: &Court,
    class: &str,
    title: &str,
    body: AnyView,
) -> AnyView {
    view! {
        <section class=format!("leaf {class}")>
            <h2>{title.to_owned()}</h2>
            {body}
            {foot(ctx, court)}
        </section>
    }
    .into_any()
}

/// The last line of a leaf.
pub(super) fn foot(ctx: &Context<'_>, court: &Court) -> AnyView {
    let days = ctx.portal.settings.review.laws;
    view! {
        <p class="leaf-foot">
            {format!("模拟法庭《{}》，案子是编的 · {} · ", court.title, ctx.portal.settings.name)}
            {date::validity(court.checked, None, Some(days))}
        </p>
    }
    .into_any()
}

/// Lines to write on.
pub(super) fn lines(count: usize) -> AnyView {
    let lines: Vec<AnyView> =
        (0..count).map(|_| view! { <div class="ruled"></div> }.into_any()).collect();
    view! { <div class="lines-to-write" aria-hidden="true">{lines}</div> }.into_any()
}

/// A word or two to fill in.
pub(super) fn blank() -> AnyView {
    view! { <span class="blank">"________"</span> }.into_any()
}

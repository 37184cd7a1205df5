//! A page that is a sheet of paper: on the screen with what to do with it, on the printer alone.

use leptos::prelude::*;

use super::StyleSheet;
use super::date;
use super::frame::Sheet;
use super::render::Context;
use crate::model::{Date, Route};

/// What the sheet is, and where it belongs.
pub(super) struct Paper {
    pub(super) title: String,
    /// The pages between the front page and this one.
    pub(super) trail: Vec<(Route, &'static str)>,
    /// When what stands on it was checked.
    pub(super) checked: Date,
    /// Until when that holds, where a row says so.
    pub(super) review_by: Option<Date>,
    /// How many days a check holds.
    pub(super) days: u16,
    pub(super) body: AnyView,
}

/// The page of a sheet.
pub(super) fn page(ctx: &Context<'_>, paper: Paper) -> Sheet {
    let Paper { title, trail, checked, review_by, days, body } = paper;
    let content = view! {
        <h1>{title.clone()}</h1>
        <p class="paper-tools scripted"><button type="button" class="action" data-print="">"打印"</button></p>
        <p class="paper-tools unscripted">"用浏览器菜单里的“打印”。"</p>
        {body}
        <p class="paper-foot">
            {ctx.portal.settings.name.clone()} " · " {date::validity(checked, review_by, Some(days))}
            " · 有危险打 110，别的事打 12345"
        </p>
    };
    Sheet {
        description: format!("{title}，可以打印。"),
        trail,
        pillar: "paper",
        style: Some(StyleSheet::Learn),
        content: content.into_any(),
        ..Sheet::new(title)
    }
}

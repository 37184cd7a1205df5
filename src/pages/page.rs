//! A page of running text.

use leptos::prelude::*;

use super::frame::Sheet;
use super::render::Context;
use super::{chart, contents, date, markup};
use crate::model::{Layout, Page};

/// A page of `pages/`.
pub(super) fn page(ctx: &Context<'_>, page: &Page) -> Sheet {
    // A bare page must not name the portal, and a discreet title stands alone.
    let window_title = match (&page.discreet_title, page.layout) {
        (Some(title), _) => Some(title.clone()),
        (None, Layout::Bare) => Some(page.title.clone()),
        (None, Layout::Framed) => page.sensitive.then(|| page.title.clone()),
    };
    let description = match (&page.discreet_title, page.sensitive) {
        (Some(title), true) => format!("{title}。"),
        _ => page.description.clone(),
    };
    let text = view! {
        <div class="prose" inner_html=markup::html(ctx, &page.body, "")></div>
        {chart::all(ctx, &page.charts)}
        {page.checked.map(|day| view! { <p class="review">"核验于 " {date::time(day)}</p> })}
    };
    let content = view! {
        <h1>{page.title.clone()}</h1>
        {match page.layout {
            Layout::Framed => contents::beside(contents::parts(&page.body), text.into_any()),
            Layout::Bare => text.into_any(),
        }}
    };
    Sheet {
        window_title,
        description,
        sensitive: page.sensitive,
        layout: page.layout,
        content: content.into_any(),
        ..Sheet::new(page.title.clone())
    }
}

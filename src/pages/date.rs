//! Days, and until when a check holds.

use leptos::prelude::*;

use crate::model::{Date, PartialDate, Review};

/// A date that machines can read too.
pub(super) fn time(date: impl Into<PartialDate>) -> AnyView {
    let date = date.into();
    view! { <time datetime=date.iso()>{date.to_string()}</time> }.into_any()
}

/// The last day on which something holds. The script in the browser adds that it has passed.
pub(super) fn last_day(date: Date) -> AnyView {
    let day = PartialDate::from(date).iso();
    view! { <span data-due=day data-past="已经失效">{time(date)}</span> }.into_any()
}

/// The first day on which something holds. The script adds that it is still to come.
pub(super) fn first_day(date: Date) -> AnyView {
    let day = PartialDate::from(date).iso();
    view! { <span data-from=day>{time(date)}</span> }.into_any()
}

/// From when and until when something holds; nothing where it has no dates.
pub(super) fn force(from: Option<Date>, until: Option<Date>) -> Option<AnyView> {
    let iso = |date: Date| PartialDate::from(date).iso();
    let first = from.map(|day| view! { <span data-from=iso(day)>{time(day)} "起施行"</span> });
    let last = until.map(
        |day| view! { <span data-due=iso(day) data-past="已经失效">"有效到 " {time(day)}</span> },
    );
    let comma = (from.is_some() && until.is_some()).then_some("，");
    (from.is_some() || until.is_some()).then(|| view! { {first} {comma} {last} }.into_any())
}

/// When something was checked, and until when that holds. Both days are shown, on paper too; a script in the browser
/// adds that the second has passed, since the pages are the same bytes on every day.
pub(super) fn validity(checked: Date, review_by: Option<Date>, days: Option<u16>) -> AnyView {
    let due = review_by.or_else(|| days.and_then(|days| Review::due(checked, days)));
    view! {
        "核验于 " {time(checked)}
        {due.map(|due| view! {
            <span data-due=PartialDate::from(due).iso()>"，有效至 " {time(due)}</span>
        })}
    }
    .into_any()
}

/// The same as a paragraph of its own.
pub(super) fn review(checked: Date, review_by: Option<Date>, days: u16) -> AnyView {
    view! { <p class="review">{validity(checked, review_by, Some(days))}</p> }.into_any()
}

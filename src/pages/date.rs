//! Days, and until when a check holds.

use leptos::prelude::*;

use crate::model::{Date, PartialDate, Review};

/// A date that machines can read too.
pub(super) fn time(date: impl Into<PartialDate>) -> AnyView {
    let date = date.into();
    view! { <time datetime=date.iso()>{date.to_string()}</time> }.into_any()
}

/// When something was checked, and when it has to be checked again. The day itself is shown; a script in the browser
/// adds that it has passed, since the pages are the same bytes on every day.
pub(super) fn review(checked: Date, review_by: Option<Date>, days: u16) -> AnyView {
    let due = review_by.or_else(|| Review::due(checked, days));
    view! {
        <p class="review">
            "核验于 " {time(checked)}
            {due.map(|due| view! {
                <span data-due=PartialDate::from(due).iso()>"，下次核验 " {time(due)}</span>
            })}
        </p>
    }
    .into_any()
}

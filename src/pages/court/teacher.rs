//! The whole script on paper: for the teacher with everything, for whoever leads the rehearsals with room to write.

use leptos::prelude::*;

use super::script::{self, Reader};
use super::{WHO_DECIDES, branch, exhibits, facts, part, roles, seat};
use crate::model::{Court, CourtPart, Lesson};
use crate::pages::contents;
use crate::pages::markup;
use crate::pages::render::Context;

/// The teacher's edition.
pub(super) fn edition(ctx: &Context<'_>, court: &Court) -> AnyView {
    let before = [CourtPart::Goals, CourtPart::Knowledge, CourtPart::Preparation];
    let after = [CourtPart::Deliberation, CourtPart::Score, CourtPart::Debrief];
    let mut sections: Vec<(contents::Part, AnyView)> =
        before.into_iter().filter_map(|it| part(ctx, court, it)).collect();
    sections.push(super::section("roles", "角色", roles(ctx, court, false)));
    sections.push(super::section("seats", "座位", seat::view(court)));
    sections.push(super::section("branches", "岔路", branch::view(court, true)));
    sections.push(super::section("exhibits", "证据", exhibits(ctx, court)));
    sections.extend(script::nodes(ctx, court, Reader::Teacher));
    sections.extend(after.into_iter().filter_map(|it| part(ctx, court, it)));
    let texts: Vec<AnyView> = sections.into_iter().map(|(_, text)| text).collect();
    view! {
        <p class="callout caution">"只给老师：里面有每个角色的私密提示。"</p>
        {facts(ctx, court)}
        <p>{WHO_DECIDES}</p>
        {texts}
        {card(ctx)}
    }
    .into_any()
}

/// What a teacher does when a pupil discloses something, whole: there may be no time to look it up.
fn card(ctx: &Context<'_>) -> Option<AnyView> {
    let page = ctx.portal.page(Lesson::DISCLOSURE)?;
    let html = markup::html(ctx, &page.body, "part-disclosure-");
    let view = view! {
        <section class="panel disclosure" aria-labelledby="part-disclosure">
            <h2 id="part-disclosure">{page.title.clone()}</h2>
            <div class="prose" inner_html=html></div>
        </section>
    };
    Some(view.into_any())
}

/// The prompt book.
pub(super) fn prompt(ctx: &Context<'_>, court: &Court) -> AnyView {
    let texts: Vec<AnyView> =
        script::nodes(ctx, court, Reader::Director).into_iter().map(|(_, text)| text).collect();
    view! {
        <p>"右边留白：记走位、道具、谁在哪里容易忘词。标着“（可略）”的，20 分钟版不念。"</p>
        {branch::view(court, true)}
        <div class="prompt-book">{texts}</div>
    }
    .into_any()
}

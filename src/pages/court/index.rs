//! All scripts, by the procedure that they follow.

use leptos::prelude::*;

use crate::model::{Court, CourtKind, CourtPart, Route};
use crate::pages::StyleSheet;
use crate::pages::frame::Sheet;
use crate::pages::render::Context;
use crate::pages::{learn, markup};

/// The list.
pub(in crate::pages) fn page(ctx: &Context<'_>) -> Sheet {
    let groups: Vec<AnyView> =
        CourtKind::ALL.into_iter().filter_map(|kind| group(ctx, kind)).collect();
    let content = view! {
        <h1>"模拟法庭"</h1>
        <p class="lead">"一份剧本，一节课：分角色，开庭，全班评议，走出角色。案子都是编的，程序和法条是真的。"</p>
        <ol class="court-way">
            <li><b>"挑一份。"</b>"打印教师版读一遍；问问班主任，班里有没有人正碰上这样的事，有就换一份。"</li>
            <li><b>"提前一周分角色。"</b>"发角色单，学生在手机上自己排练。"</li>
            <li><b>"上课，40 分钟。"</b>"摆桌子 5，开庭 25 以内，评议 5，走出角色 5。打开“上台”，点“全屏”，按一下出一句。"</li>
        </ol>
        {groups}
    };
    Sheet {
        description: "给一个班演的模拟法庭剧本，带角色单、证据、座位图和教师版。".to_owned(),
        trail: vec![(Route::Learn, "学法")],
        pillar: "court",
        style: Some(StyleSheet::Court),
        content: content.into_any(),
        ..Sheet::new("模拟法庭")
    }
}

fn group(ctx: &Context<'_>, kind: CourtKind) -> Option<AnyView> {
    let cards: Vec<AnyView> = ctx
        .portal
        .courts
        .iter()
        .filter(|it| it.kind == kind)
        .map(|court| card(ctx, court))
        .collect();
    if cards.is_empty() {
        return None;
    }
    let id = format!("part-{}", kind.alias());
    let view = view! {
        <section class="court-kind" aria-labelledby=id.clone()><h2 id=id.clone()>{kind.label()}</h2><ul class="cards">{cards}</ul></section>
    };
    Some(view.into_any())
}

fn card(ctx: &Context<'_>, court: &Court) -> AnyView {
    let (least, most) = super::pupils(court);
    let more = format!(
        "{} · {} 个角色，{least}–{most} 人 · 开庭 {} 分钟",
        learn::grades(&court.grades),
        court.roles.len(),
        court.minutes
    );
    let goals = court.part(CourtPart::Goals).map(|it| markup::html(ctx, it, ""));
    view! {
        <li class="card">
            <h3>{ctx.link(&Route::Court(court.id.clone()), "", court.title.clone())}</h3>
            <p class="soft">{more}</p>
            <p>{court.summary.clone()}</p>
            {goals.map(|html| view! { <details><summary>"学什么"</summary><div class="prose" inner_html=html></div></details> })}
        </li>
    }
    .into_any()
}

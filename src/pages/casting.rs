//! Casting: a part for everyone in the class. Names stay in memory unless they are
//! kept by choice; the accused, the bully and the victim are never drawn.

use leptos::prelude::*;

use super::frame::Sheet;
use super::render::Context;
use super::{StyleSheet, case, court};
use crate::islands::Casting;
use crate::model::court::{CourtPaper, Duty, parts};
use crate::model::{Court, Route};

/// The casting of a script.
pub(super) fn page(ctx: &Context<'_>, court: &Court) -> Sheet {
    let roles: Vec<AnyView> =
        court.roles.iter().map(|role| view! { <li>{role.name.clone()}</li> }.into_any()).collect();
    let tasks: Vec<AnyView> =
        Duty::TASKS.iter().map(|task| view! { <li>{*task}</li> }.into_any()).collect();
    let table: Vec<AnyView> = court
        .roles
        .iter()
        .map(|role| {
            view! { <tr><th scope="row">{role.name.clone()}</th><td>{role.casting.label()}</td><td>{format!("{} 人", court::people(role))}</td></tr> }
                .into_any()
        })
        .collect();
    let children = view! {
        <form class="awake seek" autocomplete="off">
            <label>"多少人"
                <input type="number" inputmode="numeric" min="1" max="80" value="30" data-count="" autocomplete="off"/>
            </label>
            <label class="wide">"名字，一行一个，可以不写（不按下面的“存”，关掉这一页就没了）"
                <textarea rows="4" data-names="" autocomplete="off" spellcheck="false"></textarea>
            </label>
            <p class="wide seek-tools">
                <button type="submit" class="action">"分角色"</button>
                <button type="button" data-again="">"重新抽"</button>
                <button type="button" data-session="">"换一轮（说得少的先挑）"</button>
                <button type="button" data-print-list="">"打印名单"</button>
                <button type="button" data-print-signs="">"打印桌牌"</button>
                <button type="button" data-keep="">"名字在这台设备存 7 天"</button>
                <button type="button" data-forget-names="">"删掉存的名字"</button>
            </p>
            <p role="status" class="wide soft"></p>
        </form>
        <ol data-role-names="" hidden>{roles}</ol>
        <ol data-tasks="" hidden>{tasks}</ol>
        <table class="awake cast" hidden data-cast="">
            <thead><tr><th scope="col">"谁"</th><th scope="col">"做什么"</th><th scope="col">"改"</th></tr></thead>
            <tbody></tbody>
        </table>
        <p class="awake" data-open=""></p>
        <div class="awake signs leaves" data-signs="" hidden></div>
    }
    .into_any();
    let content = view! {
        <h1>{format!("分角色：{}", court.title)}</h1>
        <p class="lead">"每个人都有事做。被告、欺负人的、受害的，只由自愿的同学或者老师来演，不抽签。谁都可以说“我不演”。"</p>
        <Casting parts=parts(court)>{children}</Casting>
        {case::client_note()}
        <p class="on-screen">"分好了："
            {ctx.link(&Route::CourtPaper(court.id.clone(), CourtPaper::Roles), "more", "打印角色单".to_owned())} " · "
            {ctx.link(&Route::CourtRehearsal(court.id.clone()), "more", "排练".to_owned())} " · "
            {ctx.link(&Route::CourtStage(court.id.clone()), "more", "上台".to_owned())}
        </p>
        <section class="on-screen" aria-labelledby="part-table">
            <h2 id="part-table">"有哪些角色"</h2>
            <table><thead><tr><th scope="col">"角色"</th><th scope="col">"怎么定"</th><th scope="col">"人数"</th></tr></thead><tbody>{table}</tbody></table>
        </section>
    };
    Sheet {
        description: format!("《{}》分角色：全班每个人都有事做。", court.title),
        trail: vec![(Route::Learn, "学法"), (Route::Court(court.id.clone()), "剧本")],
        pillar: "court",
        style: Some(StyleSheet::Court),
        content: content.into_any(),
        ..Sheet::new(format!("分角色：{}", court.title))
    }
}

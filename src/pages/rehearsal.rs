//! Rehearsing: the whole script as lines, one role's own put away until it is tapped. Without script it is the whole
//! script.

use leptos::prelude::*;

use super::frame::Sheet;
use super::render::Context;
use super::{StyleSheet, case, court};
use crate::islands::Rehearsal;
use crate::model::court::{Element, NodeKind};
use crate::model::{Court, Route};

/// The rehearsal of a script.
pub(super) fn page(ctx: &Context<'_>, script: &Court) -> Sheet {
    let roles: Vec<AnyView> = script
        .roles
        .iter()
        .enumerate()
        .filter(|(at, _)| {
            script.nodes.iter().any(|node| node.elements.iter().any(|it| it.roles().contains(at)))
        })
        .map(|(at, role)| {
            view! { <option value=at.to_string()>{role.name.clone()}</option> }.into_any()
        })
        .collect();
    let scenes: Vec<AnyView> = script
        .nodes
        .iter()
        .map(|node| {
            let lines: Vec<AnyView> =
                node.elements.iter().filter_map(|element| line(ctx, script, element)).collect();
            let name = match node.kind {
                NodeKind::Stage => node.name.clone(),
                NodeKind::Ending => format!("结局：{}", node.name),
            };
            view! { <section><h2>{name}</h2>{lines}</section> }.into_any()
        })
        .collect();
    let children = view! {
        <form class="awake seek" autocomplete="off">
            <label>"我演"
                <select data-role="" autocomplete="off"><option value="">"先选角色"</option>{roles}</select>
            </label>
            <p class="wide seek-tools">
                <button type="button" data-next-mine="">"到我的下一句"</button>
                <button type="button" data-read="">"念给我听，到我为止"</button>
                <button type="button" class="plain" data-only-hard="" aria-pressed="false">"只看打星的"</button>
            </p>
            <p role="status" class="wide soft"></p>
        </form>
        <div class="rehearse">{scenes}</div>
    }
    .into_any();
    let content = view! {
        <h1>{format!("排练：{}", script.title)}</h1>
        <p class="lead">"选你的角色，你的台词先藏起来。想不起来，点一下。"</p>
        <Rehearsal>{children}</Rehearsal>
        {case::client_note()}
        <p>{ctx.link(&Route::Court(script.id.clone()), "more", "看整份剧本".to_owned())}</p>
    };
    Sheet {
        description: format!("《{}》的排练：选角色，藏台词，跳到下一句。", script.title),
        trail: vec![(Route::Learn, "学法"), (Route::Court(script.id.clone()), "剧本")],
        pillar: "court",
        style: Some(StyleSheet::Stage),
        content: content.into_any(),
        ..Sheet::new(format!("排练：{}", script.title))
    }
}

fn line(ctx: &Context<'_>, script: &Court, element: &Element) -> Option<AnyView> {
    let view = court::line(ctx, script, element)?;
    let roles: Vec<String> = element.roles().iter().map(ToString::to_string).collect();
    let mine = (!roles.is_empty()).then(|| roles.join(" "));
    let star = mine.is_some().then(|| {
        view! { <button type="button" class="star" data-hard="" aria-pressed="false" aria-label="难，打一颗星" hidden>"☆"</button> }
    });
    Some(view! { <div class="rehearse-line" data-roles=mine>{view}{star}</div> }.into_any())
}

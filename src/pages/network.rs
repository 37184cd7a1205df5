//! The protection network of a place: a line of stops, and what the place declares beside what the list counts.

use leptos::prelude::*;

use super::figure;
use super::hotline;
use super::icon::{Icon, seedling};
use super::render::Context;
use super::source;
use crate::model::{Hotline, NetworkRow, Place};

/// The line of stops, down to the number that always answers; nothing where the place tells no network.
pub(super) fn line(ctx: &Context<'_>, place: &Place) -> Option<AnyView> {
    if place.network.is_empty() {
        return None;
    }
    hotline::note(ctx, Hotline::DEFAULT);
    let stops: Vec<AnyView> =
        place.network.iter().enumerate().map(|(index, row)| stop(ctx, row, index + 1)).collect();
    let view = view! {
        <section aria-labelledby="part-network">
            <h2 id="part-network">"谁在你身边：保护网络"</h2>
            <ol class="chain">
                {stops}
                <li class="stop last">
                    <span class="leaf" inner_html=Icon::Phone.svg()></span>
                    <p class="stop-name">
                        <a class="tel" href=hotline::dial(Hotline::DEFAULT)>{Hotline::DEFAULT}</a>
                    </p>
                    <p>"找不到上面任何一个，就打这个电话，请它转过去。"</p>
                </li>
            </ol>
        </section>
    };
    Some(view.into_any())
}

/// What the place declares beside what the official list counts.
pub(super) fn table(ctx: &Context<'_>, place: &Place) -> Option<AnyView> {
    if place.network.is_empty() {
        return None;
    }
    let counted: Vec<usize> =
        place.network.iter().map(|row| ctx.portal.areas.count(&place.area, row.level)).collect();
    let rows: Vec<AnyView> = place
        .network
        .iter()
        .zip(&counted)
        .map(|(row, counted)| table_row(ctx, row, *counted))
        .collect();
    let differ =
        place.network.iter().zip(&counted).any(|(row, counted)| {
            declared(ctx, row).is_some_and(|value| value != counted.to_string())
        });
    let list = ctx.portal.settings.area_source.as_ref().and_then(|id| ctx.portal.sources.get(id));
    let view = view! {
        <h3>"公布的数和名单上的数"</h3>
        <div class="scroll" role="group" tabindex="0" aria-label="表格：公布的数和名单上的数">
            <table>
                <thead><tr>
                    <th scope="col">"层级"</th>
                    <th scope="col">"设在那里的"</th>
                    <th scope="col" class="end">"当地公布"</th>
                    <th scope="col" class="end">"区划名单数出"</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="soft">
            "“区划名单数出”是这个地方在区划名单里有几个，由本站生成网页时数出。"
            {list.map(|list| view! { "名单：" {source::brief(ctx, list)} "。" })}
            {differ.then_some("两列不一样，是因为统计口径和时间不同，不代表哪一个错了。")}
        </p>
    };
    Some(view.into_any())
}

fn stop(ctx: &Context<'_>, row: &NetworkRow, leaves: usize) -> AnyView {
    view! {
        <li class="stop">
            <span class="leaf" inner_html=seedling(leaves)></span>
            <p class="stop-level">{row.level.label()}</p>
            <p class="stop-name">
                {row.name.clone()}
                {row.declared.as_deref().map(|id| view! { <b>{figure::view(ctx, id)}</b> })}
            </p>
            {row.role.clone().map(|role| view! { <p>{role}</p> })}
        </li>
    }
    .into_any()
}

fn table_row(ctx: &Context<'_>, row: &NetworkRow, counted: usize) -> AnyView {
    let declared = match row.declared.as_deref() {
        Some(id) => figure::view(ctx, id),
        None => "没有公布".into_any(),
    };
    let counted = if counted == 0 { "名单没有".to_owned() } else { counted.to_string() };
    view! {
        <tr>
            <th scope="row">{row.level.label()}</th>
            <td>{row.name.clone()}</td>
            <td class="end">{declared}</td>
            <td class="end">{counted}</td>
        </tr>
    }
    .into_any()
}

fn declared<'a>(ctx: &'a Context<'_>, row: &NetworkRow) -> Option<&'a str> {
    let figure = ctx.portal.figures.get(row.declared.as_deref()?)?;
    Some(figure.value.as_str())
}

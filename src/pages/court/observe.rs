//! For those who watch, and for the time after the court. What is scored is the performance as a whole, never a child.

use leptos::prelude::*;

use super::paper::{blank, leaf, lines};
use super::{disclosure, policies, words};
use crate::model::court::{CourtPaper, Duty};
use crate::model::{Block, Court, CourtPart, Inline, Markup, plain_text};
use crate::pages::markup;
use crate::pages::render::Context;

/// The score sheet.
pub(super) fn score(ctx: &Context<'_>, court: &Court) -> AnyView {
    let rows: Vec<AnyView> = court
        .part(CourtPart::Score)
        .and_then(|it| it.blocks.iter().find_map(rows))
        .unwrap_or_default()
        .iter()
        .filter_map(|row| {
            let (what, most) = (words(ctx, row.first()?), plain_text(row.get(1)?));
            let view = view! {
                <tr><th scope="row" inner_html=what></th><td>{most}</td><td></td><td></td></tr>
            };
            Some(view.into_any())
        })
        .collect();
    let tasks: Vec<AnyView> = Duty::TASKS
        .into_iter()
        .map(|it| view! { <li>{format!("□ {it}")}</li> }.into_any())
        .collect();
    let body = view! {
        <p>"评的是整场演出，不评哪一个同学。写事，不写名字。"</p>
        <h3>"我专门看一样（勾一个）"</h3>
        <ul class="ticks">{tasks}</ul>
        <p class="field-title">"我看见、听见："</p>
        {lines(3)}
        <h3>"整场打分"</h3>
        <table class="score"><thead><tr>
            <th scope="col">"看什么"</th><th scope="col">"满分"</th><th scope="col">"得分"</th><th scope="col">"举一个例子"</th>
        </tr></thead><tbody>{rows}
            <tr><th scope="row">"合计"</th><td></td><td></td><td></td></tr>
        </tbody></table>
        <h3>"要是我来判"</h3>
        <p>"我会判："{blank()}"　因为："</p>
        {lines(3)}
        <p>"靠哪一条法律："{blank()}</p>
    };
    leaf(ctx, court, "observe", CourtPaper::Score.label(court.kind), body.into_any())
}

fn rows(block: &Block) -> Option<&[Vec<Vec<Inline>>]> {
    match block {
        Block::Table { rows, .. } => Some(rows),
        _ => None,
    }
}

/// The heading of the part that is for the teacher alone.
const DISCLOSED: &str = "说出自己的事";

/// The sheet for the time after the court: without the part that only a teacher is to have in hand.
pub(super) fn debrief(ctx: &Context<'_>, court: &Court) -> AnyView {
    let blocks = court.part(CourtPart::Debrief).map(|it| it.blocks.as_slice()).unwrap_or_default();
    let mut parts: Vec<AnyView> = Vec::new();
    for part in split(blocks) {
        let markup = Markup { blocks: part.to_vec(), footnotes: Vec::new() };
        let html = markup::html(ctx, &markup, "");
        parts.push(view! { <div class="prose" inner_html=html></div> }.into_any());
    }
    let body = view! {
        {parts}
        {policies(ctx, court)}
        <p class="field-title">"我想写的："</p>
        {lines(3)}
        <p class="field-title">"今天以后，我要早一步做的一件事："</p>
        {lines(2)}
        <div class="on-screen">{disclosure(ctx)}</div>
    };
    leaf(ctx, court, "debrief", CourtPaper::Debrief.label(court.kind), body.into_any())
}

/// The parts under each heading that are for pupils.
fn split(blocks: &[Block]) -> Vec<&[Block]> {
    let is_heading = |block: &Block| matches!(block, Block::Heading { .. });
    let parts = blocks.chunk_by(|_, next| !is_heading(next));
    parts.filter(|part| !part.first().is_some_and(for_teacher)).collect()
}

fn for_teacher(block: &Block) -> bool {
    matches!(block, Block::Heading { text, .. } if plain_text(text).contains(DISCLOSED))
}

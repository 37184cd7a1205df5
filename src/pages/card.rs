//! A situation on one sheet of paper: a strip for each kind of reader, to be cut apart and kept in a pocket, in a
//! teacher's drawer or on a door. A strip is whole by itself: steps, numbers, a sentence to read out, and its dates.

use leptos::prelude::*;

use super::StyleSheet;
use super::frame::Sheet;
use super::render::Context;
use super::{date, help, hotline, markup};
use crate::model::{Block, Callout, Date, Help, Hotline, Markup, Review, Route, Stage, Voice};

/// The sheet.
pub(super) fn page(ctx: &Context<'_>, help: &Help) -> Sheet {
    let strips: Vec<AnyView> = help.voices.iter().map(|voice| strip(ctx, help, voice)).collect();
    let content = view! {
        <div class="card-lead">
            <h1>{format!("卡片：{}", help.title)}</h1>
            <p class="lead">"一张 A4 纸，沿虚线剪开，一人一张。"</p>
            <p class="callout caution">
                "这张纸写明了是什么事。带回家会被谁看见？拿不准，就只抄下电话号码。"
            </p>
            {help::exit_note(ctx)}
            <p class="scripted"><button type="button" class="action" data-print="">"打印"</button></p>
            <p class="unscripted">"用浏览器菜单里的“打印”。"</p>
        </div>
        <div class="strips">{strips}</div>
    };
    Sheet {
        window_title: Some(help.discreet_title.clone()),
        description: format!("{}。", help.discreet_title),
        sensitive: true,
        trail: vec![(Route::HelpIndex, "我需要帮助"), (Route::Help(help.id.clone()), "完整的一页")],
        pillar: "help sheet-of-cards",
        style: Some(StyleSheet::Card),
        content: content.into_any(),
        ..Sheet::new(help.title.clone())
    }
}

fn strip(ctx: &Context<'_>, help: &Help, voice: &Voice) -> AnyView {
    let who = voice.audience.anchor();
    let lines: Vec<&Hotline> =
        help.hotlines.iter().filter_map(|number| ctx.portal.hotline(number)).collect();
    let urgent = urgent(ctx, voice, &format!("{who}-safe-"));
    let steps = html(ctx, first(voice, Stage::Now, numbered), &format!("{who}-now-"));
    let words = html(ctx, first(voice, Stage::Call, quoted), &format!("{who}-call-"));
    view! {
        <section class="strip" aria-labelledby=format!("{who}-title")>
            <h2 id=format!("{who}-title")><span>{voice.audience.first_person()}</span> {help.title.clone()}</h2>
            <div class="strip-steps">
                <div class="strip-urgent" inner_html=urgent></div>
                <div inner_html=steps></div>
            </div>
            <div class="strip-calls">
                <ul>{lines.iter().map(|line| number(ctx, line)).collect::<Vec<_>>()}</ul>
                {(!words.is_empty()).then(|| view! {
                    <p class="soft">"可以照着念："</p>
                    <div class="strip-words" inner_html=words></div>
                })}
            </div>
            <p class="strip-dates">
                "步骤" {date::validity(help.checked, help.review_by, Some(ctx.portal.settings.review.help))}
                {dates(&lines, ctx.portal.settings.review.hotlines).map(|(checked, due)| view! {
                    "。号码" {date::validity(checked, Some(due), None)}
                })}
                {format!("。{}", ctx.portal.settings.name)}
            </p>
        </section>
    }
    .into_any()
}

/// Where to go and whom to call at once: the first words of a text, as HTML.
pub(super) fn urgent(ctx: &Context<'_>, voice: &Voice, prefix: &str) -> String {
    let blocks = first(voice, Stage::Safe, |block| match block {
        Block::Callout(Callout::Urgent, inner) => Some(inner.clone()),
        _ => None,
    });
    html(ctx, blocks, prefix)
}

fn numbered(block: &Block) -> Option<Vec<Block>> {
    matches!(block, Block::List { start: Some(_), .. }).then(|| vec![block.clone()])
}

fn quoted(block: &Block) -> Option<Vec<Block>> {
    match block {
        Block::Quote(inner) => Some(inner.clone()),
        _ => None,
    }
}

fn html(ctx: &Context<'_>, blocks: Vec<Block>, prefix: &str) -> String {
    markup::html(ctx, &Markup { blocks, footnotes: Vec::new() }, prefix)
}

/// What the first fitting block of a part holds.
fn first(voice: &Voice, stage: Stage, fit: impl Fn(&Block) -> Option<Vec<Block>>) -> Vec<Block> {
    let blocks = voice.part(stage).map(|text| text.blocks.as_slice()).unwrap_or_default();
    blocks.iter().find_map(fit).unwrap_or_default()
}

fn number(ctx: &Context<'_>, line: &Hotline) -> AnyView {
    hotline::note(ctx, &line.number);
    view! {
        <li>
            <a class="tel" href=hotline::dial(&line.number)>{line.number.clone()}</a>
            <span>{hotline::short_name(line)}</span>
            <span class="soft">{hotline::hours(line)}{line.unverified.then_some("（待核验）")}</span>
        </li>
    }
    .into_any()
}

/// The oldest check of the numbers, and the first day after which one of them has to be checked again.
fn dates(lines: &[&Hotline], days: u16) -> Option<(Date, Date)> {
    let checked = lines.iter().map(|line| line.checked).min()?;
    let due =
        lines.iter().filter_map(|line| line.review_by.or_else(|| Review::due(line.checked, days)));
    Some((checked, due.min()?))
}

//! Numbers to call: in running text, as big targets, and the page that lists them all.

use std::fmt::Write as _;

use leptos::prelude::*;

use super::frame::Sheet;
use super::icon::Icon;
use super::render::{Context, escape, push_escaped};
use super::{date, source};
use crate::model::{Anonymity, Hotline, Route};

/// The numbers of a page, in the order of their first use.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<String>);

/// Remembers that the page shows a number.
pub(super) fn note(ctx: &Context<'_>, number: &str) {
    let mut notes = ctx.phones.borrow_mut();
    if !notes.0.iter().any(|known| known == number) {
        notes.0.push(number.to_owned());
    }
}

/// When each number of the page was checked and until when that holds, so that a printed copy tells its age.
/// The page of all numbers says it with each of them.
pub(super) fn notes(ctx: &Context<'_>) -> Option<AnyView> {
    let notes = ctx.phones.borrow();
    let days = ctx.portal.settings.review.hotlines;
    let items: Vec<AnyView> = notes
        .0
        .iter()
        .filter_map(|number| ctx.portal.hotline(number))
        .map(|line| {
            view! {
                <li>
                    <b>{line.number.clone()}</b> " " {short_name(line)}
                    {line.unverified.then(|| source::tag("待核验"))}
                    <span class="soft">
                        {format!(" · {} · ", hours(line))}
                        {date::validity(line.checked, line.review_by, Some(days))}
                    </span>
                </li>
            }
            .into_any()
        })
        .collect();
    if items.is_empty() || *ctx.route == Route::Hotlines {
        return None;
    }
    let view = view! {
        <section class="notes phone-notes" aria-labelledby="part-phones">
            <h2 id="part-phones">"本页电话核验到哪天"</h2>
            <ul>{items}</ul>
        </section>
    };
    Some(view.into_any())
}

/// When the number is answered, in words.
pub(super) fn hours(line: &Hotline) -> String {
    line.hours.clone().unwrap_or_else(|| "时间未知".to_owned())
}

/// The number in the form that a telephone dials.
pub(super) fn dial(number: &str) -> String {
    let digits = number.chars().filter(|c| c.is_ascii_digit() || matches!(c, '+' | '*' | '#'));
    format!("tel:{}", digits.collect::<String>())
}

/// A number in running text: `words` as HTML, and the digits always visible.
pub(super) fn inline(ctx: &Context<'_>, number: &str, words: &str) -> String {
    note(ctx, number);
    let mut html = format!("<a class=\"tel\" href=\"{}\">", escape(&dial(number)));
    if words.is_empty() {
        let name = ctx.portal.hotline(number).map_or("", |line| line.name.as_str());
        if !name.contains(number) {
            push_escaped(&mut html, number);
            html.push(' ');
        }
        push_escaped(&mut html, name);
    } else {
        html.push_str(words);
        if !words.contains(number) {
            let _ = write!(html, " {}", escape(number));
        }
    }
    html.push_str("</a>");
    html
}

/// A number as a target for a thumb: the digits large, under them what it is for.
pub(super) fn call(ctx: &Context<'_>, line: &Hotline) -> AnyView {
    note(ctx, &line.number);
    let class = if line.emergency { "call emergency" } else { "call" };
    view! {
        <a class=class href=dial(&line.number)>
            <span inner_html=Icon::Phone.svg()></span>
            <b>{line.number.clone()}</b>
            <span class="call-name">{short_name(line)}</span>
        </a>
    }
    .into_any()
}

/// The name without the digits that stand beside it anyway.
pub(super) fn short_name(line: &Hotline) -> String {
    let name = line.name.replace(&line.number, "");
    if name.trim().is_empty() { line.name.clone() } else { name.trim().to_owned() }
}

/// The page of all numbers: danger first, then the one that answers everything, then the rest.
pub(super) fn index(ctx: &Context<'_>) -> Sheet {
    let (emergency, others): (Vec<&Hotline>, Vec<&Hotline>) =
        ctx.portal.hotlines.iter().partition(|line| line.emergency);
    let (default, others): (Vec<&Hotline>, Vec<&Hotline>) =
        others.into_iter().partition(|line| line.number == Hotline::DEFAULT);
    let group = |id: &'static str, title: &'static str, lead: &'static str, lines: &[&Hotline]| {
        (!lines.is_empty()).then(|| {
            let cards: Vec<AnyView> = lines.iter().map(|line| card(ctx, line)).collect();
            view! {
                <section class="lines" aria-labelledby=id>
                    <h2 id=id>{title}</h2>
                    <p class="soft">{lead}</p>
                    {cards}
                </section>
            }
            .into_any()
        })
    };
    let content = view! {
        <h1>"热线"</h1>
        <p class="lead">"不知道打哪个，就打 12345。号码都能点，点了就拨。"</p>
        {group("now", "正在发生危险", "人有危险，或者刚刚出事，先打这里。", &emergency)}
        {group("any", "不知道打给谁", "什么事都可以问，由它转给该管的部门。", &default)}
        {group("others", "想找专门的人", "按你遇到的事来选。", &others)}
    };
    Sheet {
        description: "遇到事情打哪个电话：谁接听、什么时间、会问什么、能不能不说名字。".to_owned(),
        pillar: "hotline",
        style: Some(super::StyleSheet::Hotline),
        content: content.into_any(),
        ..Sheet::new("热线")
    }
}

fn card(ctx: &Context<'_>, line: &Hotline) -> AnyView {
    let anonymity = match line.anonymity {
        Anonymity::Possible => "可以不说名字",
        Anonymity::Impossible => "需要说明身份",
        Anonymity::Unknown => "未知",
    };
    let questions: Vec<AnyView> = line
        .questions
        .iter()
        .map(|question| view! { <li>{question.clone()}</li> }.into_any())
        .collect();
    let class = if line.emergency { "card line emergency" } else { "card line" };
    view! {
        <article class=class>
            <h3>
                <a class="number" href=dial(&line.number)>{line.number.clone()}</a>
                " "<span>{short_name(line)}</span>
                {line.unverified.then(|| source::tag("待核验"))}
            </h3>
            <p>{line.purpose.clone()}</p>
            <dl class="facts">
                <div><dt>"谁接听"</dt><dd>{line.answered_by.clone()}</dd></div>
                <div><dt>"时间"</dt><dd>{hours(line)}</dd></div>
                <div><dt>"费用"</dt><dd>{line.cost.clone().unwrap_or_else(|| "没有查到写明费用的出处".to_owned())}</dd></div>
                {(!questions.is_empty()).then(|| view! {
                    <div><dt>"会问什么"</dt><dd><ul>{questions}</ul></dd></div>
                })}
                <div><dt>"匿名"</dt><dd>{anonymity}</dd></div>
                {line.without_voice.clone().map(|words| view! {
                    <div><dt>"不方便说话"</dt><dd>{words}</dd></div>
                })}
                {line.area.as_deref().map(|area| view! {
                    <div><dt>"地区"</dt><dd>{ctx.portal.areas.full_name(area)}</dd></div>
                })}
                {line.note.clone().map(|note| view! { <div><dt>"还要知道"</dt><dd>{note}</dd></div> })}
                <div><dt>"来源"</dt><dd>{source::of_ids(ctx, &line.sources)}</dd></div>
            </dl>
            {date::review(line.checked, line.review_by, ctx.portal.settings.review.hotlines)}
        </article>
    }
    .into_any()
}

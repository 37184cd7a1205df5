//! A question of the finder: its wording and its help in three voices, and the controls that answer it.

use leptos::prelude::*;

use super::super::render::Context;
use crate::model::policy::{Fact, FactKind};
use crate::model::{Level, Route};

/// A question in its three voices, with what answers it.
pub(super) fn question(ctx: &Context<'_>, fact: &Fact, at: usize) -> AnyView {
    let voices = [&fact.ask_child, &fact.ask_parent, &fact.ask_helper];
    let voices: Vec<AnyView> = voices
        .into_iter()
        .enumerate()
        .map(|(voice, words)| {
            view! { <span data-voice=voice.to_string()>{words.clone()}</span> }.into_any()
        })
        .collect();
    let kind = match fact.kind {
        FactKind::Flag | FactKind::Choice(_) => "choice",
        FactKind::Many(_) => "many",
        FactKind::Number { .. } => "number",
        FactKind::Date { .. } => "date",
        FactKind::Area => "area",
    };
    view! {
        <form class="question" data-fact=at.to_string() data-kind=kind data-name=fact.id.clone() autocomplete="off" hidden>
            <fieldset>
                <legend tabindex="-1">{voices}</legend>
                {help(fact)}
                {controls(ctx, fact, at)}
            </fieldset>
            <p class="soft" role="status" data-say=""></p>
            <div class="ask-buttons">
                <button type="submit" class="action">"下一步"</button>
                <button type="button" data-unknown="">"不清楚"</button>
                <button type="button" data-unknown="">"不想回答"</button>
            </div>
        </form>
    }
    .into_any()
}

/// What helps to answer: to a child in words of its own, where there are any.
fn help(fact: &Fact) -> AnyView {
    let everybody = fact.help_child.is_none().then_some("012");
    let said = |words: &Option<String>, voices: &'static str| {
        words.clone().map(|words| view! { <p class="soft" data-voice=voices>{words}</p> })
    };
    view! { {said(&fact.help_child, "0")} {said(&fact.help, everybody.unwrap_or("12"))} }.into_any()
}

fn controls(ctx: &Context<'_>, fact: &Fact, at: usize) -> AnyView {
    let name = format!("fact-{at}");
    match &fact.kind {
        FactKind::Flag | FactKind::Choice(_) | FactKind::Many(_) => {
            // Of many choices more than one may be possible, and somebody who is not sure may say so.
            let choices = fact.kind.choices();
            let several = matches!(fact.kind, FactKind::Many(_)) || choices.len() > 6;
            let control = if several { "checkbox" } else { "radio" };
            let items: Vec<AnyView> = choices
                .iter()
                .enumerate()
                .map(|(value, words)| {
                    view! {
                        <li><label class="choice">
                            <input type=control name=name.clone() value=value.to_string() autocomplete="off"/>
                            <span>{(*words).to_owned()}</span>
                        </label></li>
                    }
                    .into_any()
                })
                .collect();
            let none = matches!(fact.kind, FactKind::Many(_)).then(|| {
                view! {
                    <li><label class="choice">
                        <input type="checkbox" name=name value="none" autocomplete="off"/><span>"都没有"</span>
                    </label></li>
                }
            });
            let hint = match &fact.kind {
                FactKind::Many(_) => Some("有的都选上。"),
                _ if several => Some("选最像的一句；拿不准是哪一句，可以选几句。"),
                _ => None,
            };
            view! { {hint.map(|words| view! { <p class="soft">{words}</p> })} <ul class="choice-list">{items}{none}</ul> }
                .into_any()
        }
        FactKind::Number { first, last, unit } => view! {
            <p class="number-answer">
                <input type="number" inputmode="numeric" min=first.to_string() max=last.to_string() autocomplete="off" aria-label=fact.id.clone()/>
                <span>{unit.clone()}</span>
            </p>
        }
        .into_any(),
        FactKind::Date { first, last } => view! {
            <p><input type="date" min=first.to_string() max=last.to_string() autocomplete="off" aria-label=fact.id.clone()/></p>
        }
        .into_any(),
        FactKind::Area => areas(ctx, &fact.id),
    }
}

/// A code that lies in an area and in none that the list has, since the statistical office uses no such number: the rest
/// of the area.
fn rest(code: &str) -> String {
    format!("{code}99")
}

/// The places that the portal knows, from the district up, and for each district its towns.
fn areas(ctx: &Context<'_>, name: &str) -> AnyView {
    let portal = ctx.portal;
    let mut options: Vec<(String, String)> = Vec::new();
    for place in &portal.places {
        let code = place.area.get(..Level::County.digits()).unwrap_or(&place.area);
        let known = options.iter().any(|(known, _)| known == code);
        if !known {
            options.push((code.to_owned(), portal.areas.full_name(code)));
        }
    }
    options.sort();
    let mut around: Vec<String> = Vec::new();
    for digits in [Level::City.digits(), Level::Province.digits()] {
        for (code, _) in &options {
            let code = code.get(..digits).unwrap_or_default().to_owned();
            if !code.is_empty() && !around.contains(&code) {
                around.push(code);
            }
        }
    }
    let around = around.into_iter().map(|code| {
        let words = format!("{}的别处", portal.areas.full_name(&code));
        (rest(&code), words)
    });
    let counties: Vec<String> = options.iter().map(|(code, _)| code.clone()).collect();
    let all = options
        .into_iter()
        .chain(around)
        .chain([("99".to_owned(), "别的省、市、自治区".to_owned())]);
    let options: Vec<AnyView> =
        all.map(|(code, words)| view! { <option value=code>{words}</option> }.into_any()).collect();
    let towns: Vec<AnyView> = counties
        .into_iter()
        .map(|county| {
            let of_county: Vec<AnyView> = portal
                .towns()
                .into_iter()
                .filter(|town| town.code.starts_with(&county))
                .map(|town| {
                    let page = ctx.links.to(&Route::Town(town.code.clone()));
                    view! { <option value=town.code.clone() data-href=page>{town.name.clone()}</option> }.into_any()
                })
                .collect();
            view! {
                <label data-towns=county.clone() hidden>"镇、街道（可以不选）"
                    <select autocomplete="off"><option value="">"不选"</option>{of_county}</select>
                </label>
            }
            .into_any()
        })
        .collect();
    view! {
        <p class="area-answer">
            <label>"县、市、区"
                <select data-county="" autocomplete="off" aria-label=name.to_owned()><option value="">"请选"</option>{options}</select>
            </label>
            {towns}
        </p>
    }
    .into_any()
}

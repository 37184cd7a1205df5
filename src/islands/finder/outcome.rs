//! The results on the page: each policy in the group of what is known about it, with the sentences that tell why.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlInputElement};

use super::form;
use crate::islands::dom::{all, number, one, toggle};
use crate::model::policy::{Answer, Interview, Likelihood, Status};

/// Where the pieces lie, from the finder's page.
const PIECES: &str = "data/finder.js";
/// What the script leaves for us.
const GLOBAL: &str = "qingmiaoPolicies";

/// The pieces of the results: the HTML of each policy, and the names of the unions.
pub(super) struct Pieces {
    pub(super) cards: Array,
    pub(super) groups: Array,
}

/// The pieces, where they have come.
pub(super) fn pieces() -> Option<Pieces> {
    let all = Reflect::get(&js_sys::global(), &GLOBAL.into()).ok()?;
    let list = |name: &str| Reflect::get(&all, &name.into()).ok()?.dyn_into::<Array>().ok();
    Some(Pieces { cards: list("cards")?, groups: list("groups")? })
}

/// Fetches the pieces as a script, which a page from disk can load too, and calls back when they have come or failed.
pub(super) fn fetch(done: impl FnOnce() + 'static) {
    let document = web_sys::window().and_then(|it| it.document());
    let Some(document) = document else { return };
    let Ok(script) = document.create_element("script") else { return };
    let done = Closure::once_into_js(done);
    for event in ["load", "error"] {
        let _ = script.add_event_listener_with_callback(event, done.unchecked_ref());
    }
    let _ = script.set_attribute("src", PIECES);
    if let Some(head) = document.head() {
        // Where it cannot be added, the results are shown without their pieces.
        let _ = head.append_child(&script);
    }
}

/// Puts every policy where it belongs.
pub(super) fn show(root: &Element, interview: &Interview, pieces: Option<&Pieces>) {
    let evaluation = interview.evaluation();
    let slots: Vec<Element> = all(root, "[data-slot] .result-cards").collect();
    for slot in &slots {
        slot.set_text_content(None);
    }
    let mut counts = [0_usize; 5];
    for at in interview.order() {
        let Some(outcome) = evaluation.policies.get(usize::from(at)) else { continue };
        let received = interview.received().contains(&at);
        let place = match outcome {
            Some(outcome) => outcome.likelihood() as usize,
            None if received => Likelihood::ALL.len(),
            None => continue,
        };
        let doubtful = outcome
            .as_ref()
            .is_some_and(|it| it.verdict.status == Status::Open && it.relevant.is_empty());
        if let Some(count) = counts.get_mut(place).filter(|_| !doubtful) {
            *count += 1;
        }
        let (Some(slot), Some(card)) = (slots.get(place), card(root, pieces, at)) else { continue };
        if let Some(outcome) = outcome {
            let reasons = interview.reasons(at);
            // Of an open one the rows are those that fail and may not decide: they are not met either.
            let unmet = outcome.verdict.status != Status::Yes;
            for row in all(&card, "[data-row]") {
                let shown = number(&row, "data-row")
                    .is_some_and(|row| reasons.rows.iter().any(|it| usize::from(*it) == row));
                toggle(&row, "hidden", !shown);
                toggle_one(&row, "[data-met]", unmet);
                toggle_one(&row, "[data-unmet]", !unmet);
            }
            toggle(&card, "data-doubt", doubtful);
            missing(root, &card, &outcome.relevant, outcome.verdict.status == Status::Open);
            toggle_one(&card, "[data-excluded]", !outcome.excluded);
        }
        if let Some(checkbox) =
            one(&card, "[data-received]").and_then(|it| it.dyn_into::<HtmlInputElement>().ok())
        {
            checkbox.set_checked(received);
        }
        seats(root, &card, interview);
        let _ = slot.append_child(&card);
    }
    for group in all(root, "[data-slot]") {
        let filled = one(&group, ".result-cards").is_some_and(|it| it.has_child_nodes());
        toggle(&group, "hidden", !filled);
    }
    unions(root, interview, pieces);
    if let Some(summary) = one(root, "[data-summary]") {
        let sure = (counts[0] + counts[1]).to_string();
        let (open, near) = (counts[2].to_string(), counts[3].to_string());
        let words = if pieces.is_none() {
            "结果的说明没有取到。可以直接看全部政策，或者打 12345 问。".to_owned()
        } else {
            ["可能符合的 ", &sure, " 项，还要再答几题的 ", &open, " 项，差一点的 ", &near, " 项。"]
                .concat()
        };
        summary.set_text_content(Some(&words));
    }
}

/// What is certain so far: names, for the list beside the questions.
pub(super) fn certain(root: &Element, interview: &Interview, pieces: Option<&Pieces>) -> usize {
    let evaluation = interview.evaluation();
    let mut decided = 0;
    let Some(list) = one(root, "[data-certain]") else { return 0 };
    list.set_text_content(None);
    for (at, outcome) in (0_u32..).zip(&evaluation.policies) {
        let Some(outcome) = outcome else { continue };
        if outcome.verdict.status == Status::Open {
            continue;
        }
        decided += 1;
        if outcome.verdict.status == Status::Yes
            && let Some(words) = pieces.and_then(|it| name(it, at))
        {
            item(&list, &[&words, "：", outcome.likelihood().label()].concat());
        }
    }
    decided
}

/// Unions of which it is certain that one applies, while it is not known which.
fn unions(root: &Element, interview: &Interview, pieces: Option<&Pieces>) {
    let Some(place) = one(root, "[data-groups-certain]") else { return };
    place.set_text_content(None);
    let evaluation = interview.evaluation();
    for ((at, verdict), group) in (0_u32..).zip(&evaluation.groups).zip(&interview.book().groups) {
        let certain = verdict.as_ref().is_some_and(|it| it.status == Status::Yes);
        let open = group.members.iter().all(|member| {
            let outcome = evaluation.policies.get(usize::from(*member)).and_then(Option::as_ref);
            outcome.is_some_and(|it| it.verdict.status != Status::Yes)
        });
        let name = pieces.and_then(|it| it.groups.get(at).as_string());
        if let (true, true, Some(name)) = (certain, open, name) {
            item(&place, &["“", &name, "”里，必有一项可能符合。哪一项，要看还没有答的。"].concat());
        }
    }
}

/// The piece of a policy, in an element of its own.
fn card(root: &Element, pieces: Option<&Pieces>, at: u16) -> Option<Element> {
    let html = pieces?.cards.get(u32::from(at)).as_string()?;
    let card = root.owner_document()?.create_element("article").ok()?;
    card.set_class_name("result");
    let _ = card.set_attribute("data-policy", &at.to_string());
    card.set_inner_html(&html);
    Some(card)
}

fn name(pieces: &Pieces, at: u32) -> Option<String> {
    let html = pieces.cards.get(at).as_string()?;
    let (_, rest) = html.split_once("<h4>")?;
    let (_, rest) = rest.split_once('>')?;
    rest.split_once("</a>").map(|(name, _)| name.to_owned())
}

/// The questions that can still change a result, each to be answered at once.
fn missing(root: &Element, card: &Element, facts: &[u16], open: bool) {
    let Some(place) = one(card, "[data-missing]") else { return };
    toggle(&place, "hidden", !open);
    if !open {
        return;
    }
    let words = if facts.is_empty() {
        "照编辑读到的旧规定，这里对不上；新的规定还没有核实，可以去问一声。".to_owned()
    } else {
        ["还差 ", &facts.len().to_string(), " 个问题："].concat()
    };
    place.set_text_content(Some(&words));
    let Some(document) = root.owner_document() else { return };
    for fact in facts {
        let selector = ["[data-fact=\"", &fact.to_string(), "\"]"].concat();
        let name = one(root, &selector).and_then(|form| form.get_attribute("data-name"));
        let (Some(name), Ok(button)) = (name, document.create_element("button")) else { continue };
        button.set_text_content(Some(&name));
        let _ = button.set_attribute("type", "button");
        button.set_class_name("plain");
        let _ = button.set_attribute("data-ask", &fact.to_string());
        let _ = place.append_child(&button);
    }
}

/// The office of the area that was answered, beside where to go.
fn seats(root: &Element, card: &Element, interview: &Interview) {
    let answers = interview.answers();
    for form in all(root, "[data-kind=area]") {
        let (Some(fact), Some(name)) =
            (number(&form, "data-fact"), form.get_attribute("data-name"))
        else {
            continue;
        };
        let Answer::Regions(regions) = answers.get(u16::try_from(fact).unwrap_or(u16::MAX)) else {
            continue;
        };
        let Some((words, href)) = regions.first().and_then(|region| form::place(&form, *region))
        else {
            continue;
        };
        for seat in all(card, "[data-seat]") {
            if seat.get_attribute("data-seat").as_deref() != Some(&name) {
                continue;
            }
            let Some(href) = &href else {
                seat.set_text_content(Some(&["→ ", &words].concat()));
                continue;
            };
            let link = root.owner_document().and_then(|it| it.create_element("a").ok());
            if let Some(link) = link {
                link.set_text_content(Some(&["→ ", &words, "：归谁管"].concat()));
                let _ = link.set_attribute("href", href);
                let _ = seat.append_child(&link);
            }
        }
    }
}

fn item(list: &Element, words: &str) {
    let tag = if list.tag_name() == "UL" { "li" } else { "p" };
    if let Some(item) = list.owner_document().and_then(|it| it.create_element(tag).ok()) {
        item.set_text_content(Some(words));
        let _ = list.append_child(&item);
    }
}

fn toggle_one(within: &Element, selector: &str, hidden: bool) {
    if let Some(element) = one(within, selector) {
        toggle(&element, "hidden", hidden);
    }
}

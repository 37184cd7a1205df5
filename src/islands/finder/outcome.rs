//! The results on the page: each policy in the group of what is known about it, with the sentences that tell why.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::form;
use crate::islands::dom::{all, load, number, one, toggle};
use crate::model::policy::{
    Answer, Found, Interview, Likelihood, Office, Reasons, Region, Standing, Status,
};

/// Where the pieces lie, from the finder's page.
const PIECES: &str = "data/finder.js";
/// What the script leaves for us.
const GLOBAL: &str = "qingmiaoPolicies";

/// The pieces of the results: the HTML of each policy, and the names of the unions.
pub(super) struct Pieces {
    pub(super) cards: Array,
    pub(super) groups: Array,
    /// What a child reads of each door to a person.
    doors: Array,
    /// The stations, and for each what is said of it: name, page, number, state.
    offices: Vec<Office>,
    said: Vec<[String; 4]>,
}

/// The pieces, where they have come.
pub(super) fn pieces() -> Option<Pieces> {
    let all = Reflect::get(&js_sys::global(), &GLOBAL.into()).ok()?;
    let list = |name: &str| Reflect::get(&all, &name.into()).ok()?.dyn_into::<Array>().ok();
    let (mut offices, mut said) = (Vec::new(), Vec::new());
    for office in list("offices")?.iter().filter_map(|it| it.dyn_into::<Array>().ok()) {
        let word = |at: u32| office.get(at).as_string().unwrap_or_default();
        offices.push(Office {
            places: word(0).split(';').map(str::to_owned).collect(),
            areas: word(1).split(';').filter_map(Region::parse).collect(),
        });
        said.push([word(2), word(3), word(4), word(5)]);
    }
    let (cards, groups, doors) = (list("cards")?, list("groups")?, list("doors")?);
    Some(Pieces { cards, groups, doors, offices, said })
}

/// Fetches the pieces, and calls back when they have come or failed.
pub(super) fn fetch(done: impl FnOnce() + 'static) {
    load(PIECES, done);
}

/// Puts every policy where it belongs.
pub(super) fn show(root: &Element, interview: &Interview, pieces: Option<&Pieces>) {
    let evaluation = interview.evaluation();
    let slots: Vec<Element> = all(root, "[data-slot] .result-cards").collect();
    for slot in &slots {
        slot.set_text_content(None);
    }
    let mut counts = [0_usize; 5];
    let mut elsewhere = 0_usize;
    for at in interview.order() {
        let Some(outcome) = evaluation.policies.get(usize::from(at)) else { continue };
        let received = interview.received().contains(&at);
        // What is received already stands behind the five groups, and what is not in force behind that.
        let place = match outcome {
            Some(outcome) => outcome.likelihood() as usize,
            None => Likelihood::ALL.len() + usize::from(!received),
        };
        let doubtful = outcome
            .as_ref()
            .is_some_and(|it| it.verdict.status == Status::Open && it.relevant.is_empty());
        let reasons = interview.reasons(at);
        let is_no = match outcome {
            Some(outcome) => outcome.verdict.status == Status::No,
            None => !received,
        };
        if is_no && interview.is_elsewhere(at) {
            elsewhere += 1;
            continue;
        }
        if let Some(count) = counts.get_mut(place).filter(|_| !doubtful) {
            *count += 1;
        }
        let (Some(slot), Some(card)) = (slots.get(place), card(root, pieces, at)) else { continue };
        if let Some(outcome) = outcome {
            // Of an open one the rows are those that fail and may not decide: they are not met either.
            let unmet = outcome.verdict.status != Status::Yes;
            for row in all(&card, "[data-row]") {
                let shown = number(&row, "data-row")
                    .is_some_and(|row| reasons.rows.iter().any(|it| usize::from(*it) == row));
                toggle(&row, "hidden", !shown);
                toggle_one(&row, "[data-met]", unmet);
                toggle_one(&row, "[data-unmet]", !unmet);
            }
            papers(&card, &reasons);
            toggle(&card, "data-doubt", doubtful);
            missing(root, &card, &outcome.relevant, outcome.verdict.status == Status::Open);
            toggle_one(&card, "[data-excluded]", !outcome.excluded);
        }
        let standing = interview.standing(at);
        if let Some(words) = one(&card, "[data-standing] > strong") {
            toggle_one(&card, "[data-standing]", standing == Standing::InForce);
            words.set_text_content(Some(standing.label()));
        }
        toggle(&card, "data-idle", outcome.is_none() && !received);
        if let Some(checkbox) =
            one(&card, "[data-received]").and_then(|it| it.dyn_into::<HtmlInputElement>().ok())
        {
            checkbox.set_checked(received);
        }
        seats(root, &card, interview, pieces);
        let _ = slot.append_child(&card);
    }
    for group in all(root, "[data-slot]") {
        let filled = one(&group, ".result-cards").is_some_and(|it| it.has_child_nodes());
        toggle(&group, "hidden", !filled);
    }
    for (door, at) in all(root, "[data-doors] li").zip(0..) {
        let words = pieces.and_then(|it| it.doors.get(at).as_string());
        if let Some(html) = words.filter(|_| one(&door, "p").is_none()) {
            let _ = door.insert_adjacent_html("beforeend", &html);
        }
    }
    unions(root, interview, pieces);
    if let Some(note) = one(root, "[data-elsewhere]") {
        toggle(&note, "hidden", elsewhere == 0);
        note.set_text_content(Some(
            &["另有 ", &elsewhere.to_string(), " 项只在别的地方有，没有列出。"].concat(),
        ));
    }
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

/// What a branch wants that cannot hold is not brought.
fn papers(card: &Element, reasons: &Reasons) {
    for paper in all(card, "[data-branches]") {
        let places = paper.get_attribute("data-branches").unwrap_or_default();
        let wants = |at: &u16| places.split(' ').any(|place| place.parse() == Ok(*at));
        toggle(&paper, "hidden", !reasons.possible.iter().any(wants));
        toggle_one(&paper, "[data-some-branches]", reasons.possible.iter().all(wants));
    }
}

/// The fact of the place where nobody cares which one it is.
const HOME: &str = "居住地";

/// Beside each place to go the station that is responsible, by the area that was answered.
fn seats(root: &Element, card: &Element, interview: &Interview, pieces: Option<&Pieces>) {
    let Some(pieces) = pieces else { return };
    let answers = interview.answers();
    for seat in all(card, "[data-seat]") {
        let name = seat.get_attribute("data-seat").unwrap_or_default();
        let name = if name == ANYWHERE { HOME } else { &name };
        let place = seat.get_attribute("data-place").unwrap_or_default();
        let form = one(root, &["[data-kind=area][data-name=\"", name, "\"]"].concat());
        let fact = form.as_ref().and_then(|form| number(form, "data-fact"));
        let answer = fact.and_then(|fact| u16::try_from(fact).ok()).map(|fact| answers.get(fact));
        let region = match answer {
            Some(Answer::Regions(regions)) if regions.len() == 1 => regions.first().copied(),
            _ => None,
        };
        let is_kept = pieces.offices.iter().any(|it| it.places.contains(&place));
        let found = region.map(|it| Office::responsible(&pieces.offices, &place, it));
        match (found, fact) {
            (Some(Found::Office(at)), _) => {
                if let Some(said) = pieces.said.get(at) {
                    office(&seat, said);
                }
            }
            (Some(Found::Several), Some(fact)) => {
                ask(&seat, &["选到", name, "的镇、街道，就知道是哪一处"].concat(), fact);
            }
            (None, Some(fact)) if is_kept && answer == Some(&Answer::Open) => {
                ask(&seat, &["选", name, "，就知道是哪一处"].concat(), fact);
            }
            _ => {
                toggle_one(card, "[data-nowhere]", false);
                let page = region.and_then(|region| form::place(form.as_ref()?, region));
                if let Some((words, Some(href))) = page.filter(|_| is_kept) {
                    append(&seat, "a", &[&words, "：归谁管"].concat(), Some(&href));
                }
            }
        }
    }
}

/// The word of policies for whichever it is.
const ANYWHERE: &str = "不限";

/// A station: its name and page, whether it works, and how to reach it.
fn office(seat: &Element, said: &[String; 4]) {
    let [name, page, number, state] = said;
    append(seat, "a", name, Some(page));
    if !state.is_empty() {
        append(seat, "b", &["（", state, "，先打电话问）"].concat(), None);
    }
    if number.is_empty() {
        append(seat, "span", "没有公布电话，打 12345 转。", None);
    } else {
        append(seat, "a", number, Some(&["tel:", number].concat()));
    }
}

fn ask(seat: &Element, words: &str, fact: usize) {
    append(seat, "button", words, None);
    if let Some(button) = seat.last_element_child() {
        let _ = button.set_attribute("type", "button");
        button.set_class_name("plain no-print");
        let _ = button.set_attribute("data-ask", &fact.to_string());
    }
}

/// Adds a word or a link behind what stands there.
fn append(place: &Element, tag: &str, words: &str, href: Option<&str>) {
    let Some(document) = place.owner_document() else { return };
    let Ok(element) = document.create_element(tag) else { return };
    element.set_text_content(Some(words));
    if let Some(href) = href {
        let _ = element.set_attribute("href", href);
    }
    let _ = place.append_with_str_1(" ");
    let _ = place.append_child(&element);
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

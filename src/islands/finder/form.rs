//! A question's controls: what they say, how an answer looks in them, and how it is told in words.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use crate::islands::dom::{all, one, toggle};
use crate::model::policy::{Answer, Region};
use crate::model::{PartialDate, day_number, numbered_day};

/// The value of the box that says that nothing of a list is there.
const NONE: &str = "none";

/// What the controls of a question say; nothing where nothing is said.
pub(super) fn read(form: &Element) -> Option<Answer> {
    match kind(form).as_str() {
        "choice" => Some(chosen(form)).filter(|mask| *mask != 0).map(Answer::Choices),
        "many" => {
            let yes = chosen(form);
            let none = boxes(form).any(|it| it.value() == NONE && it.checked());
            (yes != 0 || none).then_some(Answer::Many { yes, no: !yes })
        }
        "number" => {
            let number: i32 = input(form)?.value().trim().parse().ok()?;
            Some(Answer::Spans(vec![(number, number)]))
        }
        "date" => {
            let day = day_number(PartialDate::parse(&input(form)?.value())?.day()?);
            Some(Answer::Spans(vec![(day, day)]))
        }
        _ => area(form).map(|region| Answer::Regions(vec![region])),
    }
}

/// Puts an answer into the controls; empties them where there is none.
pub(super) fn fill(form: &Element, answer: &Answer) {
    let mask = match answer {
        Answer::Choices(mask) => *mask,
        Answer::Many { yes, .. } => *yes,
        _ => 0,
    };
    let nothing = matches!(answer, Answer::Many { yes: 0, .. });
    for control in boxes(form) {
        let value = control.value();
        control.set_checked(if value == NONE {
            nothing
        } else {
            value.parse().is_ok_and(|at| mask & bit(at) != 0)
        });
    }
    if let Some(input) = input(form) {
        let first = match answer {
            Answer::Spans(spans) => spans.first().map(|(first, _)| *first),
            _ => None,
        };
        input.set_value(&first.map(|first| written(form, first)).unwrap_or_default());
    }
    let region = match answer {
        Answer::Regions(regions) => regions.first().copied(),
        _ => None,
    };
    for list in lists(form) {
        let chosen = region.and_then(|region| holding(&list, region));
        list.set_value(&chosen.unwrap_or_default());
    }
    towns(form);
}

/// An answer in the words of the page.
pub(super) fn words(form: &Element, answer: &Answer) -> String {
    match answer {
        Answer::Open => "还没有答".to_owned(),
        Answer::Unknown => "不清楚，或者不想说".to_owned(),
        Answer::Many { yes: 0, .. } => "都没有".to_owned(),
        Answer::Choices(mask) | Answer::Many { yes: mask, .. } => {
            let mut words = String::new();
            for control in boxes(form) {
                if control.value().parse().is_ok_and(|at| mask & bit(at) != 0) {
                    let label =
                        control.closest("label").ok().flatten().and_then(|it| it.text_content());
                    if !words.is_empty() {
                        words.push('、');
                    }
                    words.push_str(label.unwrap_or_default().trim());
                }
            }
            words
        }
        Answer::Spans(spans) => {
            let first = spans.first().map(|(first, _)| written(form, *first)).unwrap_or_default();
            let unit = one(form, ".number-answer span").and_then(|it| it.text_content());
            first + &unit.unwrap_or_default()
        }
        Answer::Regions(regions) => regions
            .first()
            .and_then(|region| place(form, *region))
            .map(|(words, _)| words)
            .unwrap_or_default(),
    }
}

/// What an area is called on the page, and the page of the town where it is one.
pub(super) fn place(form: &Element, region: Region) -> Option<(String, Option<String>)> {
    let mut found = None;
    // A town stands after its district, and says more.
    for list in lists(form) {
        let Some(code) = holding(&list, region) else { continue };
        let option = one(&list, &["option[value=\"", &code, "\"]"].concat())?;
        let words = option.text_content().unwrap_or_default();
        let before = found.take().map(|(words, _): (String, _)| words).unwrap_or_default();
        found = Some((before + &words, option.get_attribute("data-href")));
    }
    found
}

/// Shows the towns of the chosen district.
pub(super) fn towns(form: &Element) {
    let county =
        one(form, "select[data-county]").and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
    let county = county.map(|list| list.value()).unwrap_or_default();
    for label in all(form, "[data-towns]") {
        let own = label.get_attribute("data-towns").unwrap_or_default();
        toggle(&label, "hidden", own != county);
    }
}

/// Of a list with 都没有, either that or the others.
pub(super) fn settle(form: &Element, changed: &Element) {
    let Some(changed) = changed.dyn_ref::<HtmlInputElement>().filter(|it| it.checked()) else {
        return;
    };
    let none = changed.value() == NONE;
    if kind(form) == "many" {
        for control in boxes(form) {
            if (control.value() == NONE) != none {
                control.set_checked(false);
            }
        }
    }
}

fn kind(form: &Element) -> String {
    form.get_attribute("data-kind").unwrap_or_default()
}

fn boxes(form: &Element) -> impl Iterator<Item = HtmlInputElement> + use<> {
    all(form, "input[type=radio], input[type=checkbox]").filter_map(|it| it.dyn_into().ok())
}

fn input(form: &Element) -> Option<HtmlInputElement> {
    one(form, "input[type=number], input[type=date]")?.dyn_into().ok()
}

fn lists(form: &Element) -> impl Iterator<Item = HtmlSelectElement> + use<> {
    all(form, "select").filter_map(|it| it.dyn_into().ok())
}

fn chosen(form: &Element) -> u64 {
    boxes(form)
        .filter(HtmlInputElement::checked)
        .filter_map(|it| it.value().parse().ok())
        .map(bit)
        .fold(0, |all, it| all | it)
}

fn area(form: &Element) -> Option<Region> {
    let in_sight = |list: &HtmlSelectElement| list.closest("[hidden]").ok().flatten().is_none();
    let chosen = lists(form).filter(in_sight).filter_map(|list| Region::parse(&list.value()));
    chosen.last()
}

/// The value of a list's option that is an area, or holds it, the smallest of them.
fn holding(list: &HtmlSelectElement, region: Region) -> Option<String> {
    let codes = all(list, "option").filter_map(|it| it.get_attribute("value"));
    codes
        .filter(|code| Region::parse(code).is_some_and(|it| it.holds(region)))
        .max_by_key(String::len)
}

/// A number as its control writes it: days as `2026-11-25`.
fn written(form: &Element, number: i32) -> String {
    if kind(form) == "date" {
        numbered_day(number).map(|day| PartialDate::from(day).iso()).unwrap_or_default()
    } else {
        number.to_string()
    }
}

fn bit(at: u32) -> u64 {
    1_u64.checked_shl(at).unwrap_or_default()
}

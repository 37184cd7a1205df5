//! A list narrowed to what a reader types and chooses. The list is written by the server; here its entries are merely
//! shown or hidden.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlFormElement, HtmlInputElement, HtmlSelectElement};

use super::dom::{all, one, say, toggle};
use crate::model::coordinate::{Point, metres_between};
use crate::model::{Entry, Wanted};

/// Hides the entries (`data-key`, in groups with `data-group`) that do not fit the controls (`data-want`), and tells how
/// many do. `here` is where the reader is.
pub(super) fn narrow(root: &Element, here: Option<Point>) {
    let wanted = wanted(root);
    let meanings: Vec<_> = all(root, "option[value]")
        .map(|option| {
            (
                option.get_attribute("value").unwrap_or_default(),
                option.text_content().unwrap_or_default(),
            )
        })
        .collect();
    for group in all(root, "[data-group]") {
        let mut filled = false;
        for place in all(&group, "[data-key]") {
            let fits = fits(&wanted, &place, &meanings, here);
            toggle(&place, "hidden", !fits);
            filled |= fits;
        }
        toggle(&group, "hidden", !filled);
    }
    // Groups stand in groups, so an entry may have been met twice.
    let count = all(root, "[data-key]:not([hidden])").count();
    let words = match (wanted.is_empty(), count) {
        (true, _) => String::new(),
        (false, 0) => {
            "没有找到。有危险，现在就打 110。别的事换个说法，少选一样，或者打 12345 问。".to_owned()
        }
        (false, _) => ["找到 ", &count.to_string(), " 处。"].concat(),
    };
    say(root, &words);
}

/// Empties the controls.
pub(super) fn empty(root: &Element) {
    for form in all(root, "form") {
        if let Ok(form) = form.dyn_into::<HtmlFormElement>() {
            form.reset();
        }
    }
}

/// `meanings` are what the marks are called: an everyday word for a service finds who offers it.
fn fits(
    wanted: &Wanted,
    place: &Element,
    meanings: &[(String, String)],
    here: Option<Point>,
) -> bool {
    let text = |name| place.get_attribute(name).unwrap_or_default();
    let (mut key, marks) = (text("data-key"), text("data-marks"));
    for mark in marks.split(' ') {
        for (_, words) in meanings.iter().filter(|(own, _)| own == mark && !mark.is_empty()) {
            key.push(' ');
            key.push_str(words);
        }
    }
    let state = one(place, "[data-state]").and_then(|it| it.get_attribute("data-state"));
    let metres = here.zip(point(place)).map(|(here, it)| metres_between(here, it));
    wanted.admits(Entry {
        key: &key,
        marks: &marks,
        open: matches!(state.as_deref(), Some("open" | "soon")),
        metres,
    })
}

/// What the controls say.
fn wanted(root: &Element) -> Wanted {
    let mut wanted = Wanted::default();
    for control in all(root, "[data-want]") {
        let want = control.get_attribute("data-want").unwrap_or_default();
        let value = if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
            if want == "open" {
                wanted.open = input.checked();
                continue;
            }
            input.value()
        } else if let Some(list) = control.dyn_ref::<HtmlSelectElement>() {
            list.value()
        } else {
            continue;
        };
        match want.as_str() {
            "typed" => wanted.typed = value,
            "metres" => wanted.metres = value.parse::<u32>().ok().map(f64::from),
            _ if !value.is_empty() => wanted.marks.push(value),
            _ => {}
        }
    }
    wanted
}

/// The place of an entry, written in hundred-thousandths of a degree.
pub(super) fn point(place: &Element) -> Option<Point> {
    let text = place.get_attribute("data-at")?;
    let (longitude, latitude) = text.split_once(',')?;
    let degrees = |text: &str| Some(f64::from(text.parse::<i32>().ok()?) / 1e5);
    Some(Point { longitude: degrees(longitude)?, latitude: degrees(latitude)? })
}

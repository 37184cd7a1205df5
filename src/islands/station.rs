//! The directory awake: it says what is open now, narrows the list and the map together while the reader types and
//! chooses, and tells how far away things are. Where the reader is stays in memory, on the device.
//!
//! The list is the island's children, written by the server and merely shown or hidden here. Without wasm all of it is
//! there, with the hours as they were written.

// The macro writes an undocumented struct of its own beside each island.
#![allow(missing_docs)]

use leptos::html::Div;
use leptos::prelude::*;

/// Wakes what the children say of stations.
#[island]
pub fn Stations(
    /// The public holidays, as `model::timetable::calendar_line` writes them.
    calendar: String,
    /// Elements with `data-plan`, which get the state of now; for a list also controls with `data-want`, a
    /// `[role=status]`, and entries with `data-key` in groups with `data-group`.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let desk = StoredValue::new_local(desk::Desk::new(&calendar));
    // Nothing is changed before the island is awake: this runs in the browser alone.
    Effect::new(move |_| {
        if let Some(root) = root.get() {
            desk.with_value(|desk| desk.open(&root));
        }
    });
    let input = move |_| {
        if let Some(root) = root.get_untracked() {
            desk.with_value(|desk| desk.narrow(&root));
        }
    };
    let click = move |event: leptos::ev::MouseEvent| {
        if let Some(root) = root.get_untracked() {
            desk.with_value(|desk| desk.press(&root, &event));
        }
    };
    view! { <div class="find" node_ref=root on:input=input on:click=click>{children()}</div> }
}

/// What happens on the page.
#[cfg(feature = "hydrate")]
mod desk {
    use std::cell::Cell;
    use std::rc::Rc;

    use leptos::ev::MouseEvent;
    use wasm_bindgen::JsCast;
    use wasm_bindgen::closure::Closure;
    use web_sys::Element;

    use crate::islands::dom::{all, closest, one, say, toggle};
    use crate::islands::narrow::{empty, narrow, point};
    use crate::model::coordinate::{Point, metres_between};
    use crate::model::distance_words;
    use crate::model::hours::{Calendar, State, beijing};
    use crate::model::timetable::{Timetable, parse_calendar};

    /// A town farther away than this, in metres, is not the reader's.
    const FAR: f64 = 30_000.0;

    /// How often what is open is looked at again, in milliseconds.
    const AGAIN: i32 = 30_000;

    /// What is kept while the page is open.
    #[derive(Clone)]
    pub(super) struct Desk {
        calendar: Rc<Calendar>,
        /// Where the reader is, where he has let us ask.
        here: Rc<Cell<Option<Point>>>,
    }

    impl Desk {
        pub(super) fn new(calendar: &str) -> Self {
            Self { calendar: Rc::new(parse_calendar(calendar)), here: Rc::default() }
        }

        /// Says what is open now, and again every half minute.
        pub(super) fn open(&self, root: &Element) {
            self.look(root);
            let (desk, place) = (self.clone(), root.clone());
            let again = Closure::<dyn Fn()>::new(move || {
                desk.look(&place);
                if one(&place, "[data-want=open]:checked").is_some() {
                    desk.narrow(&place);
                }
            });
            if let Some(window) = web_sys::window() {
                // A browser that refuses leaves what was said when the page was opened.
                let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(
                    again.as_ref().unchecked_ref(),
                    AGAIN,
                );
            }
            // It lives as long as the page.
            again.forget();
        }

        /// Says what is open now.
        fn look(&self, root: &Element) {
            #[expect(clippy::cast_possible_truncation, reason = "the cast saturates")]
            let now = beijing((js_sys::Date::now() / 1000.0) as i64);
            for place in all(root, "[data-plan]") {
                let plan = place.get_attribute("data-plan").unwrap_or_default();
                let Some(timetable) = Timetable::parse(&plan) else { continue };
                let state = timetable.state(&self.calendar, now);
                place.set_text_content(Some(&state.words(now.date())));
                // What cannot be set leaves the words, which are enough.
                let _ = place.set_attribute("data-state", state.shape());
                let Some(station) = place.closest("[data-station]").ok().flatten() else {
                    continue;
                };
                for told in all(&station, "[data-stale]") {
                    // Hours that nobody has checked for long send people to closed doors.
                    let kept = told.get_attribute("data-stale").unwrap_or_default() == "show";
                    toggle(&told, "hidden", kept != (state == State::Outdated));
                }
            }
            if let Some(clock) = one(root, "[data-clock]") {
                let time = now.time();
                let (hour, minute) = (two(time.hour()), two(time.minute()));
                let date = now.date();
                let (month, day) = (date.month().to_string(), date.day().to_string());
                clock.set_text_content(Some(
                    &[&month, "月", &day, "日 ", &hour, ":", &minute].concat(),
                ));
            }
        }

        /// Does what a button says.
        pub(super) fn press(&self, root: &Element, event: &MouseEvent) {
            let Some(button) = closest(event, "button") else { return };
            if button.has_attribute("data-near") {
                self.locate(root);
            } else if button.has_attribute("data-all") {
                empty(root);
                self.narrow(root);
            }
        }

        /// Hides what does not fit, and tells how much does.
        pub(super) fn narrow(&self, root: &Element) {
            narrow(root, self.here.get());
            // The map shows what the list shows.
            if let Ok(event) = web_sys::Event::new("qingmiao:list") {
                let _ = root.dispatch_event(&event);
            }
        }

        /// Asks the browser where the reader is. It is not sent to anybody.
        fn locate(&self, root: &Element) {
            let geolocation = web_sys::window().and_then(|it| it.navigator().geolocation().ok());
            let Some(geolocation) = geolocation else { return refused(root) };
            say(root, "正在问这台设备它在哪里……");
            let (desk, place) = (self.clone(), root.clone());
            let found =
                Closure::<dyn FnMut(web_sys::Position)>::new(move |position: web_sys::Position| {
                    let at = position.coords();
                    let here = Point { longitude: at.longitude(), latitude: at.latitude() };
                    desk.here.set(Some(here));
                    let words = [&written(here.longitude), ",", &written(here.latitude)].concat();
                    // For the map. Without it the map shows everything else.
                    let _ = place.set_attribute("data-here", &words);
                    desk.measure(&place, here);
                });
            let place = root.clone();
            let failed = Closure::<dyn FnMut()>::new(move || refused(&place));
            let asked = geolocation.get_current_position_with_error_callback(
                found.as_ref().unchecked_ref(),
                Some(failed.as_ref().unchecked_ref()),
            );
            if asked.is_err() {
                refused(root);
            }
            // The browser calls one of them, some time.
            found.forget();
            failed.forget();
        }

        /// Tells how far away each entry is, and which town is the nearest.
        fn measure(&self, root: &Element, here: Point) {
            let mut nearest: Option<(f64, Element)> = None;
            let unknown = all(root, "[data-town]:not([data-at])").count();
            for place in all(root, "[data-at]") {
                let Some(at) = point(&place) else { continue };
                let metres = metres_between(here, at);
                if let Some(label) = one(&place, "[data-distance]") {
                    label.set_text_content(Some(&distance_words(metres)));
                }
                if place.has_attribute("data-town")
                    && nearest.as_ref().is_none_or(|(least, _)| metres < *least)
                {
                    nearest = Some((metres, place));
                }
            }
            for control in all(root, "[data-located]") {
                toggle(&control, "hidden", false);
            }
            self.narrow(root);
            let town = nearest.filter(|(metres, _)| *metres <= FAR).and_then(|(metres, place)| {
                let name = one(&place, "a")?.text_content()?;
                Some((distance_words(metres), name))
            });
            let words = match town {
                Some((distance, name)) => [
                    "离你最近的可能是",
                    &name,
                    "（",
                    &distance,
                    "，只按大致位置算）。有 ",
                    &unknown.to_string(),
                    " 个镇街不知道位置，没有算进去：也看看名字。位置只留在这台设备上。",
                ]
                .concat(),
                None => "附近没有这份名单里知道位置的镇街。写镇街的名字来找，或者打 12345 问。位置只留在这台设备上。".to_owned(),
            };
            say(root, &words);
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "degrees are small")]
    fn written(degrees: f64) -> String {
        ((degrees * 1e5) as i32).to_string()
    }

    fn refused(root: &Element) {
        say(root, "没有得到位置，不要紧：在上面写镇街、村或社区的名字，一样能找到。");
    }

    fn two(number: i8) -> String {
        let text = number.to_string();
        if text.len() < 2 { ["0", &text].concat() } else { text }
    }
}

/// Nothing happens while the page is written.
#[cfg(not(feature = "hydrate"))]
mod desk {
    use leptos::ev::MouseEvent;
    use leptos::web_sys::Element;

    pub(super) struct Desk;

    #[expect(clippy::unused_self, reason = "called as in the browser")]
    impl Desk {
        pub(super) fn new(_: &str) -> Self {
            Self
        }

        pub(super) fn open(&self, _: &Element) {}

        pub(super) fn narrow(&self, _: &Element) {}

        pub(super) fn press(&self, _: &Element, _: &MouseEvent) {}
    }
}

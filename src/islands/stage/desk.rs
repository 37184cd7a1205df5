//! What the operator does, by button, key and presenter remote.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, KeyboardEvent, MouseEvent};

use super::channel::Channel;
use super::wall;
use crate::islands::dom::{closest, number, one, toggle};
use crate::model::court::{Key, Message, Peer, Place, Track, Window};

/// A window of the stage.
pub(super) struct Desk {
    root: Element,
    track: Track,
    peer: Peer,
    channel: Channel,
    projector: bool,
    /// The step that was remembered last.
    step: Option<u64>,
}

/// Opens the window, and asks the other one, or this one before its reload, where the performance stands.
pub(super) fn open(root: &Element, track: &Track, id: &str, projector: bool) {
    let window = if projector { Window::Projector } else { Window::Operator };
    let (peer, hello) = Peer::open(window, track);
    let channel = Channel::open(id);
    let desk =
        Desk { root: root.clone(), track: track.clone(), peer, channel, projector, step: None };
    let desk = Rc::new(RefCell::new(desk));
    listen(root, &desk);
    let mut here = desk.borrow_mut();
    here.channel.tell(&hello.tell());
    if !projector
        && let Some(step) = super::channel::remembered()
        && let Some(state) = here.peer.resume(track, step, now())
    {
        here.channel.tell(&state.tell());
    }
    here.show();
}

/// Seconds since 1970, as far as a timer needs them.
fn now() -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the cast saturates"
    )]
    let seconds = (js_sys::Date::now() / 1000.0) as u32;
    seconds
}

/// Everything that can happen. The closures live as long as the page.
fn listen(root: &Element, desk: &Rc<RefCell<Desk>>) {
    let Some(window) = web_sys::window() else { return };
    let own = Rc::clone(desk);
    let click = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        if let Ok(mut desk) = own.try_borrow_mut() {
            desk.click(&event);
        }
    });
    let _ = root.add_event_listener_with_callback("click", click.as_ref().unchecked_ref());
    click.forget();
    let own = Rc::clone(desk);
    let key = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        if let Ok(mut desk) = own.try_borrow_mut() {
            desk.key(&event);
        }
    });
    let _ = window.add_event_listener_with_callback("keydown", key.as_ref().unchecked_ref());
    key.forget();
    let own = Rc::clone(desk);
    desk.borrow().channel.hear(move |numbers| {
        if let Ok(mut desk) = own.try_borrow_mut() {
            desk.hear(&numbers);
            desk.show();
        }
    });
    let own = Rc::clone(desk);
    let tick = Closure::<dyn Fn()>::new(move || {
        if let Ok(mut desk) = own.try_borrow_mut() {
            wall::timer(&desk.root, &desk.peer.screen(&desk.track).timer, now());
            desk.remember();
        }
    });
    let _ = window
        .set_interval_with_callback_and_timeout_and_arguments_0(tick.as_ref().unchecked_ref(), 500);
    tick.forget();
}

impl Desk {
    fn hear(&mut self, numbers: &[u32]) {
        if let Some(answer) = self.peer.hear(&self.track, &Message::read(numbers)) {
            self.channel.tell(&answer.tell());
        }
    }

    fn press(&mut self, key: Key) {
        if let Some(state) = self.peer.press(&self.track, key, now()) {
            self.remember();
            self.channel.tell(&state.tell());
        }
        self.show();
    }

    /// Keeps the step for a reload, whenever it is another one: after a key, and every few seconds of a timer.
    fn remember(&mut self) {
        let step = self.peer.desk().step(&self.track, now());
        if !self.projector && self.peer.has_begun() && self.step != Some(step) {
            self.step = Some(step);
            super::channel::remember(step);
        }
    }

    fn click(&mut self, event: &MouseEvent) {
        if let Some(link) = closest(event, "a[data-open-wall]") {
            event.prevent_default();
            self.channel.open_wall(&link.get_attribute("href").unwrap_or_default());
            if let Some(notes) = one(&self.root, "[data-notes]") {
                toggle(&notes, "hidden", false);
            }
            return;
        }
        let Some(button) = closest(event, "button") else { return };
        let answer = |name: &str| number(&button, name).and_then(|it| u8::try_from(it).ok());
        if let Some(scene) = number(&button, "data-jump").and_then(|it| u16::try_from(it).ok()) {
            self.press(Key::Jump(scene));
        } else if let Some(answer) = answer("data-choose") {
            self.press(Key::Choose(answer));
        } else if let Some(answer) = answer("data-more") {
            self.press(Key::Count(answer, true));
        } else if let Some(answer) = answer("data-less") {
            self.press(Key::Count(answer, false));
        } else if button.has_attribute("data-full") {
            if let Some(wall) = one(&self.root, "[data-wall]") {
                // Where the browser refuses, F11 does it.
                let _ = wall.request_fullscreen();
            }
        } else {
            let key = match button.get_attribute("data-key").as_deref() {
                Some("next") => self.next(),
                Some("back") => Key::Back,
                Some("timer") => Key::Timer,
                Some("cover") => Key::Cover,
                Some("dark") => Key::Dark,
                Some("short") => Key::Short,
                _ => return,
            };
            self.press(key);
        }
    }

    /// One step on; after a tie, the second vote.
    fn next(&self) -> Key {
        match self.peer.desk().outcome(&self.track) {
            Some(crate::model::court::Outcome::Again(_)) => Key::Again,
            _ => Key::Next,
        }
    }

    /// Keys of a keyboard and of a presenter remote. A key that a control wants is left to it.
    fn key(&mut self, event: &KeyboardEvent) {
        let busy = closest(event, "input, textarea, select, summary, a").is_some();
        if self.projector || busy || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let on_button = closest(event, "button").is_some();
        let key = match event.key().as_str() {
            "ArrowRight" | "PageDown" => self.next(),
            " " | "Enter" if !on_button => self.next(),
            "ArrowLeft" | "PageUp" => Key::Back,
            "t" | "T" => Key::Timer,
            "e" | "E" => Key::Cover,
            "b" | "B" | "." => Key::Dark,
            _ => {
                // The digit's own key: with Shift another character is typed.
                let code = event.code();
                let digit = code.strip_prefix("Digit").or_else(|| code.strip_prefix("Numpad"));
                let Some(digit) =
                    digit.and_then(|it| it.parse::<u8>().ok()).and_then(|it| it.checked_sub(1))
                else {
                    return;
                };
                if matches!(self.peer.desk().walk().place(&self.track), Place::Question(_)) {
                    match self.peer.desk().rule(&self.track) {
                        Some(crate::model::court::Rule::One) => Key::Choose(digit),
                        _ => Key::Count(digit, !event.shift_key()),
                    }
                } else {
                    Key::Jump(digit.into())
                }
            }
        };
        event.prevent_default();
        self.press(key);
    }

    fn show(&self) {
        let screen = self.peer.screen(&self.track);
        wall::show(&self.root, &screen, self.projector);
        wall::timer(&self.root, &screen.timer, now());
        if !self.projector {
            let desk = self.peer.desk();
            wall::desk(&self.root, &screen, desk.walk().is_short(), desk.keeps_votes(&self.track));
        }
    }
}

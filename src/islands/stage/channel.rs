//! How the windows of a stage hear each other: by a channel of their origin, and, since pages from disk have none in
//! common, by the messages between a window and the one that it opened. A reload asks the other window; the step alone
//! stays in the history's own state, which ends with the tab.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent, Window};

/// The ways to the other window.
pub(super) struct Channel {
    broadcast: Option<BroadcastChannel>,
    wall: Rc<RefCell<Option<Window>>>,
    name: String,
}

impl Channel {
    /// Opens the ways of one script.
    pub(super) fn open(id: &str) -> Self {
        let name = ["qingmiao:court:", id].concat();
        let opener = web_sys::window().and_then(|it| it.opener().ok()?.dyn_into::<Window>().ok());
        Self {
            broadcast: BroadcastChannel::new(&name).ok(),
            wall: Rc::new(RefCell::new(opener)),
            name,
        }
    }

    /// Opens the window for the projector.
    pub(super) fn open_wall(&self, page: &str) {
        let opened = web_sys::window()
            .and_then(|it| it.open_with_url_and_target(page, &self.name).ok().flatten());
        *self.wall.borrow_mut() = opened;
    }

    /// Tells the other window.
    pub(super) fn tell(&self, numbers: &[u32]) {
        let message = written(&self.name, numbers);
        if let Some(channel) = &self.broadcast {
            // A closed channel means that nobody hears; the next message says the same and more.
            let _ = channel.post_message(&message);
        }
        if let Ok(Some(wall)) = self.wall.try_borrow().as_deref() {
            let _ = wall.post_message(&message, "*");
        }
    }

    /// Calls back with what the other window tells.
    pub(super) fn hear(&self, heard: impl Fn(Vec<u32>) + 'static) {
        let name = self.name.clone();
        let closure = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(numbers) = read(&name, &event.data()) {
                heard(numbers);
            }
        });
        let function: &Function = closure.as_ref().unchecked_ref();
        if let Some(channel) = &self.broadcast {
            channel.set_onmessage(Some(function));
        }
        if let Some(window) = web_sys::window() {
            let _ = window.add_event_listener_with_callback("message", function);
        }
        closure.forget();
    }
}

/// A message names its script, since every window hears what is told to windows.
fn written(name: &str, numbers: &[u32]) -> JsValue {
    let list = Array::new();
    list.push(&name.into());
    for number in numbers {
        list.push(&(*number).into());
    }
    list.into()
}

fn read(name: &str, message: &JsValue) -> Option<Vec<u32>> {
    let list = message.dyn_ref::<Array>()?;
    (list.get(0).as_string()? == name).then(|| numbers(list, 1))
}

fn numbers(list: &Array, from: u32) -> Vec<u32> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the cast saturates"
    )]
    let number = |value: JsValue| value.as_f64().unwrap_or_default() as u32;
    (from..list.length()).map(|at| number(list.get(at))).collect()
}

/// The field of the history's state.
const FIELD: &str = "court";

/// Keeps the step at which the performance stands, for a reload of this tab: one number, and no clock.
pub(super) fn remember(step: u64) {
    let Some(history) = web_sys::window().and_then(|it| it.history().ok()) else { return };
    let object = js_sys::Object::new();
    #[expect(clippy::cast_precision_loss, reason = "a step is below 2^53")]
    let step = step as f64;
    let _ = Reflect::set(&object, &FIELD.into(), &step.into());
    // A browser that refuses begins anew after a reload.
    let _ = history.replace_state(&object, "");
}

/// The step before a reload.
pub(super) fn remembered() -> Option<u64> {
    let state = web_sys::window()?.history().ok()?.state().ok()?;
    let step = Reflect::get(&state, &FIELD.into()).ok()?.as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the cast saturates"
    )]
    let step = step as u64;
    Some(step)
}

//! Small ways through the page, which never fail: what is not there is passed over.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlElement};

/// Every element of a selector, in the order of the page.
pub(super) fn all(within: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let list = within.query_selector_all(selector).ok();
    (0..list.as_ref().map_or(0, web_sys::NodeList::length)).filter_map(move |index| {
        list.as_ref().and_then(|list| list.item(index))?.dyn_into::<Element>().ok()
    })
}

/// The first element of a selector.
pub(super) fn one(within: &Element, selector: &str) -> Option<Element> {
    within.query_selector(selector).ok().flatten()
}

/// The element of a selector that an event happened in.
pub(super) fn closest(event: &Event, selector: &str) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok().flatten()
}

/// The number that an attribute holds.
pub(super) fn number(element: &Element, attribute: &str) -> Option<usize> {
    element.get_attribute(attribute)?.parse().ok()
}

/// Sets an attribute without a value, or takes it away.
pub(super) fn toggle(element: &Element, attribute: &str, on: bool) {
    let _ = element.toggle_attribute_with_force(attribute, on);
}

/// Puts the focus on an element.
pub(super) fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Loads a script beside the page, which works from disk too, and calls back when it has come or failed.
pub(super) fn load(address: &str, done: impl FnOnce() + 'static) {
    let document = web_sys::window().and_then(|it| it.document());
    let Some(document) = document else { return };
    let Ok(script) = document.create_element("script") else { return };
    let done = Closure::once_into_js(done);
    for event in ["load", "error"] {
        let _ = script.add_event_listener_with_callback(event, done.unchecked_ref());
    }
    let _ = script.set_attribute("src", address);
    if let Some(head) = document.head() {
        // Where it cannot be added, the page does without it.
        let _ = head.append_child(&script);
    }
}

/// Tells what has happened, to eyes and to screen readers.
pub(super) fn say(within: &Element, words: &str) {
    if let Some(status) = one(within, "[role=status]") {
        status.set_text_content(Some(words));
    }
}

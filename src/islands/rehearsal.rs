//! Rehearsing a role: its lines are put away until they are tapped, the others are shown or read aloud.
//!
//! The lines are the island's children, written by the server; nothing is kept.

// The macro writes an undocumented struct of its own beside each island.
#![allow(missing_docs)]

use leptos::html::Div;
use leptos::prelude::*;

/// The lines among the children.
#[island]
pub fn Rehearsal(
    /// A list with `data-role`, and lines with the places of their roles in `data-roles`.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let change = move |_| {
        if let Some(root) = root.get_untracked() {
            desk::choose(&root);
        }
    };
    let click = move |event: leptos::ev::MouseEvent| {
        if let Some(root) = root.get_untracked() {
            desk::press(&root, &event);
        }
    };
    view! { <div class="rehearsal" node_ref=root on:change=change on:click=click>{children()}</div> }
}

/// What happens on the page.
#[cfg(feature = "hydrate")]
mod desk {
    use leptos::ev::MouseEvent;
    use wasm_bindgen::JsCast;
    use web_sys::{Element, HtmlElement, HtmlSelectElement, SpeechSynthesisUtterance};

    use crate::islands::dom::{all, closest, one, say, toggle};

    /// The lines of the chosen role are put away.
    pub(super) fn choose(root: &Element) {
        let role = role(root);
        let mut count = 0_usize;
        for line in all(root, ".rehearse-line") {
            let mine = role.as_ref().is_some_and(|role| is_of(&line, role));
            toggle(&line, "data-mine", mine);
            toggle(&line, "data-away", mine);
            toggle(&line, "data-here", false);
            if let Some(star) = one(&line, "[data-hard]") {
                toggle(&star, "hidden", !mine);
            }
            count += usize::from(mine);
        }
        say(root, &["你有 ", &count.to_string(), " 句。"].concat());
    }

    /// Does what a button says, or shows the line that is tapped.
    pub(super) fn press(root: &Element, event: &MouseEvent) {
        let Some(button) = closest(event, "button") else {
            if let Some(line) = closest(event, "[data-away]") {
                toggle(&line, "data-away", false);
            }
            return;
        };
        if button.has_attribute("data-next-mine") {
            next_mine(root);
        } else if button.has_attribute("data-read") {
            read(root);
        } else if button.has_attribute("data-hard") {
            let hard = button.get_attribute("aria-pressed").as_deref() != Some("true");
            press_down(&button, hard);
            button.set_text_content(Some(if hard { "★" } else { "☆" }));
        } else if button.has_attribute("data-only-hard") {
            let only = !root.has_attribute("data-hard-only");
            toggle(root, "data-hard-only", only);
            press_down(&button, only);
        }
    }

    /// Goes to the next line of one's own after the present one, and puts it away.
    fn next_mine(root: &Element) -> Option<Element> {
        let mut lines = all(root, "[data-mine]").collect::<Vec<_>>();
        let here = lines.iter().position(|line| line.has_attribute("data-here"));
        for line in &lines {
            toggle(line, "data-here", false);
        }
        let at = here.map_or(0, |at| at + 1);
        if at >= lines.len() {
            say(root, "没有下一句了，从头再来。");
            return None;
        }
        let line = lines.swap_remove(at);
        toggle(&line, "data-here", true);
        toggle(&line, "data-away", true);
        line.scroll_into_view();
        Some(line)
    }

    /// Reads the lines between the present one and the next of one's own aloud, where the browser can.
    fn read(root: &Element) {
        let lines: Vec<Element> = all(root, ".rehearse-line").collect();
        let from =
            lines.iter().position(|line| line.has_attribute("data-here")).map_or(0, |at| at + 1);
        let Ok(voice) =
            web_sys::window().ok_or(()).and_then(|it| it.speech_synthesis().map_err(|_| ()))
        else {
            return say(root, "这个浏览器不会念。");
        };
        voice.cancel();
        for line in lines.iter().skip(from).take_while(|line| !line.has_attribute("data-mine")) {
            let text =
                line.dyn_ref::<HtmlElement>().map(HtmlElement::inner_text).unwrap_or_default();
            if let Ok(words) = SpeechSynthesisUtterance::new_with_text(&text) {
                words.set_lang("zh-CN");
                voice.speak(&words);
            }
        }
        next_mine(root);
    }

    fn role(root: &Element) -> Option<String> {
        let list = one(root, "[data-role]")?.dyn_into::<HtmlSelectElement>().ok()?;
        Some(list.value()).filter(|value| !value.is_empty())
    }

    fn is_of(line: &Element, role: &str) -> bool {
        line.get_attribute("data-roles").is_some_and(|roles| roles.split(' ').any(|it| it == role))
    }

    fn press_down(button: &Element, on: bool) {
        let _ = button.set_attribute("aria-pressed", if on { "true" } else { "false" });
    }
}

/// Nothing happens while the page is written.
#[cfg(not(feature = "hydrate"))]
mod desk {
    use leptos::ev::MouseEvent;
    use leptos::web_sys::Element;

    pub(super) fn choose(_: &Element) {}

    pub(super) fn press(_: &Element, _: &MouseEvent) {}
}

//! A quiz, one question at a time. Nothing is kept and nothing is sent: the answers are in the controls, and end with
//! the page.
//!
//! The questions are the island's children, written by the server and merely shown, read and judged here. Without wasm
//! all of them are there, and under each the answer, folded away.

// The macro writes an undocumented struct of its own beside each island.
#![allow(missing_docs)]

use leptos::ev::MouseEvent;
use leptos::html::Div;
use leptos::prelude::*;

use crate::model::Question;

/// The questions among the children.
#[island]
pub fn Quiz(
    /// What is right, in the order of the children; the words stand on the page alone.
    questions: Vec<Question<()>>,
    /// Elements with `data-question`, then one with `data-result`.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let questions = StoredValue::new(questions);
    // Nothing is hidden before the island is awake: this runs in the browser alone.
    Effect::new(move |_| {
        if let Some(root) = root.get() {
            desk::open(&root);
        }
    });
    let click = move |event: MouseEvent| {
        if let Some(root) = root.get_untracked() {
            questions.with_value(|questions| desk::press(&root, questions, &event));
        }
    };
    let change = move |event: leptos::ev::Event| desk::changed(&event);
    view! { <div class="quiz" node_ref=root on:click=click on:change=change>{children()}</div> }
}

/// What happens on the page.
#[cfg(feature = "hydrate")]
mod desk {
    use leptos::ev::{Event, MouseEvent};
    use wasm_bindgen::JsCast;
    use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

    use crate::islands::dom::{all, closest, focus, number, one, say, toggle};
    use crate::model::{Answer, Question, QuestionKind};

    /// Shows the first question, its reasons put away.
    pub(super) fn open(root: &Element) {
        for place in all(root, "[data-question]") {
            forget(&place);
        }
        show(root, 0, false);
    }

    /// Does what a button says.
    pub(super) fn press(root: &Element, questions: &[Question<()>], event: &MouseEvent) {
        let Some(button) = closest(event, "button") else { return };
        let Some(place) = button.closest("[data-question], [data-result]").ok().flatten() else {
            return;
        };
        let at = number(&place, "data-question").unwrap_or(questions.len());
        if button.has_attribute("data-go") {
            show(root, number(&button, "data-go").unwrap_or_default(), true);
            tell(root, questions);
        } else if button.has_attribute("data-up") {
            shift(&button, true);
            forget(&place);
        } else if button.has_attribute("data-down") {
            shift(&button, false);
            forget(&place);
        } else if button.has_attribute("data-judge") {
            if let Some(question) = questions.get(at) {
                judge(&place, question);
            }
        } else if button.has_attribute("data-again") {
            again(root, questions);
        }
    }

    /// A changed answer has not been judged.
    pub(super) fn changed(event: &Event) {
        if let Some(place) = closest(event, "[data-question]") {
            forget(&place);
        }
    }

    /// Shows one question, or what comes after the last.
    fn show(root: &Element, at: usize, with_focus: bool) {
        for (index, place) in all(root, "[data-question], [data-result]").enumerate() {
            toggle(&place, "hidden", index != at);
            if index == at && with_focus {
                focus(one(&place, "h2"));
            }
        }
    }

    /// What the controls of a question say.
    fn answer(place: &Element, kind: QuestionKind) -> Answer {
        match kind {
            QuestionKind::Order => Answer::Ordered(
                all(place, "[data-choice]").filter_map(|row| number(&row, "data-choice")).collect(),
            ),
            QuestionKind::Match => Answer::Paired(
                all(place, "select")
                    .filter_map(|list| list.dyn_into::<HtmlSelectElement>().ok())
                    .map(|list| list.value().parse().ok())
                    .collect(),
            ),
            _ => Answer::Picked(
                all(place, "input")
                    .filter_map(|input| input.dyn_into::<HtmlInputElement>().ok())
                    .filter(HtmlInputElement::checked)
                    .filter_map(|input| input.value().parse().ok())
                    .collect(),
            ),
        }
    }

    /// Says whether the answer is right, and unfolds the reasons.
    fn judge(place: &Element, question: &Question<()>) {
        let answer = answer(place, question.kind);
        let words = if !question.is_answered(&answer) {
            "还没有选完。"
        } else if question.is_right(&answer) {
            "✓ 答对了。看看理由。"
        } else {
            "✗ 还不对。看看理由，再想一想。"
        };
        say(place, words);
        let judged = question.is_answered(&answer);
        toggle(place, "data-judged", judged);
        if let Some(reasons) = one(place, "details") {
            toggle(&reasons, "hidden", !judged);
            toggle(&reasons, "open", judged);
        }
    }

    fn forget(place: &Element) {
        say(place, "");
        toggle(place, "data-judged", false);
        if let Some(reasons) = one(place, "details") {
            toggle(&reasons, "hidden", true);
        }
    }

    /// Moves a row of an order one place, and keeps the focus on its button.
    fn shift(button: &Element, up: bool) {
        let Some(row) = button.closest("li").ok().flatten() else { return };
        let Some(list) = row.parent_element() else { return };
        let moved = if up {
            row.previous_element_sibling().map(|other| list.insert_before(&row, Some(&other)))
        } else {
            row.next_element_sibling().map(|other| list.insert_before(&other, Some(&row)))
        };
        if moved.is_some() {
            focus(Some(button.clone()));
        }
    }

    /// How many of the judged answers are right.
    fn tell(root: &Element, questions: &[Question<()>]) {
        let right = all(root, "[data-question]")
            .zip(questions)
            .filter(|(place, question)| {
                place.has_attribute("data-judged")
                    && question.is_right(&answer(place, question.kind))
            })
            .count();
        if let Some(place) = one(root, "[data-right]") {
            place.set_text_content(Some(&right.to_string()));
        }
    }

    /// Puts the rows of an order as the page was written with them.
    fn mix(place: &Element, question: &Question<()>) {
        for choice in question.shuffled() {
            let row = one(place, &format!("[data-choice=\"{choice}\"]"));
            if let Some((row, list)) =
                row.and_then(|row| Some((row.clone(), row.parent_element()?)))
            {
                // What cannot be moved stays where it is, in sight.
                let _ = list.append_child(&row);
            }
        }
    }

    /// Empties every control, mixes what is to be ordered as it was, and begins anew.
    fn again(root: &Element, questions: &[Question<()>]) {
        for form in all(root, "form") {
            if let Ok(form) = form.dyn_into::<web_sys::HtmlFormElement>() {
                form.reset();
            }
        }
        for (place, question) in all(root, "[data-question]").zip(questions) {
            if question.kind == QuestionKind::Order {
                mix(&place, question);
            }
            forget(&place);
        }
        show(root, 0, true);
    }
}

/// Nothing is pressed while the page is written.
#[cfg(not(feature = "hydrate"))]
mod desk {
    use leptos::ev::{Event, MouseEvent};

    use crate::model::Question;

    pub(super) fn open(_: &leptos::web_sys::Element) {}

    pub(super) fn press(_: &leptos::web_sys::Element, _: &[Question<()>], _: &MouseEvent) {}

    pub(super) fn changed(_: &Event) {}
}

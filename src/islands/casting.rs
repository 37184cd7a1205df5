//! Casting a class. Names are read from the page and stay on it, unless somebody asks to keep them here for a week.

// The macro writes an undocumented struct of its own beside each island.
#![allow(missing_docs)]

use leptos::html::Div;
use leptos::prelude::*;

use crate::model::court::Part;

#[cfg(feature = "hydrate")]
mod kept;

/// The parts, and the controls among the children.
#[island]
pub fn Casting(
    /// The parts of the script.
    parts: Vec<Part>,
    /// Controls, the names of the roles, and a table for the cast.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let Some(root) = root.get() {
            desk::wake(&root);
        }
    });
    let desk = StoredValue::new_local(desk::Desk::new(parts));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(root) = root.get_untracked() {
            desk.update_value(|desk| desk.begin(&root));
        }
    };
    let click = move |event: leptos::ev::MouseEvent| {
        if let Some(root) = root.get_untracked() {
            desk.update_value(|desk| desk.press(&root, &event));
        }
    };
    let change = move |event: leptos::ev::Event| {
        if let Some(root) = root.get_untracked() {
            desk.update_value(|desk| desk.changed(&root, &event));
        }
    };
    view! { <div class="casting" node_ref=root on:submit=submit on:click=click on:change=change>{children()}</div> }
}

/// What happens on the page.
#[cfg(feature = "hydrate")]
mod desk {
    use leptos::ev::{Event, MouseEvent};
    use wasm_bindgen::JsCast;
    use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

    use super::kept;
    use crate::islands::dom::{all, closest, number, one, say, toggle};
    use crate::model::court::{Cast, Duty, Part, Pupil, Wish, cast};

    /// The names that were kept here stand in their field again.
    pub(super) fn wake(root: &Element) {
        if let (Some(names), Some(field)) = (kept::take(), field(root)) {
            field.set_value(&names);
        }
    }

    /// The class as it is cast.
    pub(super) struct Desk {
        parts: Vec<Part>,
        pupils: Vec<Pupil>,
        seed: u32,
    }

    impl Desk {
        pub(super) fn new(parts: Vec<Part>) -> Self {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "any number will do"
            )]
            let seed = js_sys::Date::now() as u64 as u32;
            Self { parts, pupils: Vec::new(), seed }
        }

        /// Casts so many pupils anew.
        pub(super) fn begin(&mut self, root: &Element) {
            let count =
                one(root, "[data-count]").and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            let count = count.and_then(|it| it.value().parse::<usize>().ok()).unwrap_or_default();
            let named = names(root).len();
            self.pupils = vec![Pupil::default(); count.max(named).clamp(1, 80)];
            self.show(root);
        }

        pub(super) fn press(&mut self, root: &Element, event: &MouseEvent) {
            let Some(button) = closest(event, "button") else { return };
            if button.has_attribute("data-again") {
                self.seed = self.seed.wrapping_add(1);
            } else if button.has_attribute("data-session") {
                let now = cast(&self.parts, &self.pupils, self.seed);
                for (pupil, duties) in self.pupils.iter_mut().zip(&now.duties) {
                    for duty in duties {
                        if let Duty::Part(part) = duty {
                            pupil.had +=
                                self.parts.get(usize::from(*part)).map_or(0, |it| it.characters);
                        }
                    }
                    if pupil.wish != Wish::Pass {
                        pupil.wish = Wish::Any;
                    }
                }
                self.seed = self.seed.wrapping_add(1);
            } else {
                return self.paper(root, &button);
            }
            self.show(root);
        }

        /// Prints, keeps or forgets.
        fn paper(&self, root: &Element, button: &Element) {
            if button.has_attribute("data-keep") {
                let names = field(root).map(|it| it.value()).unwrap_or_default();
                return say(
                    root,
                    if names.trim().is_empty() {
                        "还没有写名字。"
                    } else if kept::keep(&names) {
                        "名字存在这台设备了，满 7 天删掉。公用的电脑，用完按“删掉”。"
                    } else {
                        "这个浏览器不让存。"
                    },
                );
            }
            if button.has_attribute("data-forget-names") {
                kept::forget();
                return say(root, "存的名字删掉了。");
            }
            let signs = button.has_attribute("data-print-signs");
            if !signs && !button.has_attribute("data-print-list") {
                return;
            }
            if self.pupils.is_empty() {
                return say(root, "先按“分角色”。");
            }
            if let Some(place) = one(root, "[data-signs]") {
                place.set_text_content(None);
                toggle(&place, "hidden", !signs);
                if signs {
                    self.signs(root, &place);
                }
            }
            if let Some(window) = web_sys::window() {
                // Where the browser refuses, its own menu prints.
                let _ = window.print();
            }
        }

        /// A sign for everyone who sits on the stage: the part, and whose it is.
        fn signs(&self, root: &Element, place: &Element) {
            let result = cast(&self.parts, &self.pupils, self.seed);
            let (names, roles) = (names(root), texts(root, "[data-role-names] li"));
            for (at, duties) in result.duties.iter().enumerate() {
                for duty in duties {
                    if let Duty::Part(part) = duty
                        && let Some(role) = roles.get(usize::from(*part))
                    {
                        sign(place, role, names.get(at).map(String::as_str));
                    }
                }
            }
        }

        /// A pupil asks for a part, or passes.
        pub(super) fn changed(&mut self, root: &Element, event: &Event) {
            let Some(list) = closest(event, "[data-wish]") else { return };
            let at = number(&list, "data-wish").unwrap_or_default();
            let value =
                list.dyn_into::<HtmlSelectElement>().map(|it| it.value()).unwrap_or_default();
            if let Some(pupil) = self.pupils.get_mut(at) {
                pupil.wish = match value.as_str() {
                    "" => Wish::Any,
                    "pass" => Wish::Pass,
                    part => part.parse().map_or(Wish::Any, Wish::Fixed),
                };
                self.show(root);
            }
        }

        fn show(&self, root: &Element) {
            if self.pupils.is_empty() {
                return say(root, "先写多少人，再按“分角色”。");
            }
            let result = cast(&self.parts, &self.pupils, self.seed);
            let (names, roles, tasks) =
                (names(root), texts(root, "[data-role-names] li"), texts(root, "[data-tasks] li"));
            let Some(table) = one(root, "[data-cast]") else { return };
            toggle(&table, "hidden", false);
            let Some(body) = one(&table, "tbody") else { return };
            body.set_text_content(None);
            for (at, (pupil, duties)) in self.pupils.iter().zip(&result.duties).enumerate() {
                let name = names
                    .get(at)
                    .cloned()
                    .unwrap_or_else(|| ["第 ", &(at + 1).to_string(), " 位"].concat());
                let words: Vec<String> =
                    duties.iter().map(|duty| told(*duty, &roles, &tasks)).collect();
                row(&body, &name, &words.join("；"), at, pupil.wish, &roles, &self.parts);
            }
            open(root, &result, &roles);
            say(root, &["一共 ", &self.pupils.len().to_string(), " 人，人人有事做。"].concat());
        }
    }

    /// A sheet that is folded: both halves say the same, the upper one on its head.
    fn sign(place: &Element, role: &str, name: Option<&str>) {
        let Some(document) = place.owner_document() else { return };
        let make = |tag: &str, class: &str, words: &str| {
            let element = document.create_element(tag).ok()?;
            element.set_class_name(class);
            element.set_text_content(Some(words));
            Some(element)
        };
        let size = role.chars().count().clamp(1, 10).to_string();
        let Some(sheet) = make("section", &["leaf sign sign-", &size].concat(), "") else { return };
        for class in ["half turned", "half"] {
            let Some(half) = make("div", class, "") else { return };
            let words = make("div", "", role);
            if let Some(words) = words {
                if let Some(small) = name.and_then(|it| make("small", "", it)) {
                    let _ = words.append_child(&small);
                }
                let _ = half.append_child(&words);
            }
            if class != "half" {
                let _ = half.set_attribute("aria-hidden", "true");
            }
            let _ = sheet.append_child(&half);
        }
        let _ = place.append_child(&sheet);
    }

    /// What a duty is called.
    fn told(duty: Duty, roles: &[String], tasks: &[String]) -> String {
        let name = |at: u8| roles.get(usize::from(at)).map(String::as_str).unwrap_or_default();
        match duty {
            Duty::Part(part) => name(part).to_owned(),
            Duty::Understudy(part) => ["候补：", name(part)].concat(),
            Duty::Group => "评议组".to_owned(),
            Duty::Timekeeper => "计时员".to_owned(),
            Duty::Reporter => "小记者".to_owned(),
            Duty::Observer(task) => {
                ["观察员：", tasks.get(usize::from(task)).map(String::as_str).unwrap_or_default()]
                    .concat()
            }
        }
    }

    fn row(
        body: &Element,
        name: &str,
        words: &str,
        at: usize,
        wish: Wish,
        roles: &[String],
        parts: &[Part],
    ) {
        let Some(document) = body.owner_document() else { return };
        let make = |tag: &str| document.create_element(tag).ok();
        let (Some(line), Some(who), Some(what), Some(change), Some(list)) =
            (make("tr"), make("th"), make("td"), make("td"), make("select"))
        else {
            return;
        };
        let _ = who.set_attribute("scope", "row");
        who.set_text_content(Some(name));
        what.set_text_content(Some(words));
        let _ = list.set_attribute("data-wish", &at.to_string());
        let _ = list.set_attribute("autocomplete", "off");
        let _ = list.set_attribute("aria-label", &[name, "：改"].concat());
        let option = |value: &str, words: &str, chosen: bool| {
            if let Some(option) = make("option") {
                let _ = option.set_attribute("value", value);
                option.set_text_content(Some(words));
                toggle(&option, "selected", chosen);
                let _ = list.append_child(&option);
            }
        };
        option("", "听安排", wish == Wish::Any);
        option("pass", "不演", wish == Wish::Pass);
        for (number, (role, part)) in (0_u8..).zip(roles.iter().zip(parts)) {
            if part.open_to_pupils && !part.group {
                option(
                    &number.to_string(),
                    &["自愿演：", role].concat(),
                    wish == Wish::Fixed(number),
                );
            }
        }
        let _ = change.append_child(&list);
        for cell in [who, what, change] {
            let _ = line.append_child(&cell);
        }
        let _ = body.append_child(&line);
    }

    /// The parts that wait for somebody.
    fn open(root: &Element, result: &Cast, roles: &[String]) {
        let Some(place) = one(root, "[data-open]") else { return };
        let waiting: Vec<&str> = result
            .open
            .iter()
            .filter_map(|part| roles.get(usize::from(*part)).map(String::as_str))
            .collect();
        let words = if waiting.is_empty() {
            String::new()
        } else {
            ["还没有人的：", &waiting.join("、"), "。等自愿的同学，或者由老师来。"].concat()
        };
        place.set_text_content(Some(&words));
    }

    fn field(root: &Element) -> Option<HtmlTextAreaElement> {
        one(root, "[data-names]").and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok())
    }

    fn names(root: &Element) -> Vec<String> {
        let text = field(root).map(|it| it.value()).unwrap_or_default();
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    fn texts(root: &Element, selector: &str) -> Vec<String> {
        all(root, selector).filter_map(|it| it.text_content()).collect()
    }
}

/// Nothing happens while the page is written.
#[cfg(not(feature = "hydrate"))]
mod desk {
    use leptos::ev::{Event, MouseEvent};
    use leptos::web_sys::Element;

    use crate::model::court::Part;

    pub(super) fn wake(_: &Element) {}

    pub(super) struct Desk;

    #[expect(
        clippy::unused_self,
        clippy::needless_pass_by_ref_mut,
        reason = "called as in the browser"
    )]
    impl Desk {
        pub(super) fn new(_: Vec<Part>) -> Self {
            Self
        }

        pub(super) fn begin(&mut self, _: &Element) {}

        pub(super) fn press(&mut self, _: &Element, _: &MouseEvent) {}

        pub(super) fn changed(&mut self, _: &Element, _: &Event) {}
    }
}

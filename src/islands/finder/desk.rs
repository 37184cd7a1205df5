//! What happens on the finder's page.

use leptos::ev::{Event, MouseEvent, SubmitEvent};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::kept::{self, Found};
use super::{form, outcome};
use crate::islands::dom::{all, closest, focus, number, one, toggle};
use crate::model::hours::beijing;
use crate::model::policy::{Answer, Interview, Rulebook, Step};
use crate::model::{PartialDate, day_number};

/// The desk of one reader.
pub(super) struct Desk {
    book: Rulebook,
    interview: Interview,
    /// The fingerprint of the rules.
    rules: u64,
    /// Who answers: 0 a child, 1 a parent, 2 somebody else. None before it is chosen.
    voice: Option<usize>,
}

/// Seconds since 1970, by the device's clock.
fn now() -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "the cast saturates")]
    let seconds = (js_sys::Date::now() / 1000.0) as i64;
    seconds
}

impl Desk {
    pub(super) fn new(book: Rulebook) -> Self {
        let today = day_number(beijing(now()).date());
        let rules = book.fingerprint();
        Self { interview: Interview::new(book.clone(), Some(today)), book, rules, voice: None }
    }

    /// Asks who answers; offers what was kept.
    pub(super) fn open(&self, root: &Element) {
        let found = kept::take(self.rules, now());
        if let Some(notice) = one(root, "[data-kept]") {
            toggle(&notice, "hidden", !matches!(found, Found::Record(_)));
        }
        if let Some(notice) = one(root, "[data-outdated]") {
            toggle(&notice, "hidden", !matches!(found, Found::Outdated));
        }
        view(root, "begin", false);
        if outcome::pieces().is_none() {
            let root = root.clone();
            // The list of what is certain wants their names: what has been shown without them is shown again.
            outcome::fetch(move || {
                let bubbles = web_sys::EventInit::new();
                bubbles.set_bubbles(true);
                if let Ok(event) = web_sys::Event::new_with_event_init_dict("change", &bubbles) {
                    let _ = root.dispatch_event(&event);
                }
            });
        }
    }

    /// The answer of the question in sight.
    pub(super) fn submit(&mut self, root: &Element, event: &SubmitEvent) {
        let Some(form) = closest(event, "form") else { return };
        match form::read(&form) {
            Some(answer) => self.answer(root, &answer),
            None => {
                if let Some(say) = one(&form, "[data-say]") {
                    say.set_text_content(Some("先选一个；不知道，就按“不清楚”。"));
                }
            }
        }
    }

    fn answer(&mut self, root: &Element, answer: &Answer) {
        self.interview.answer(answer);
        self.show(root, true);
    }

    /// Does what a button says.
    pub(super) fn press(&mut self, root: &Element, event: &MouseEvent) {
        let Some(button) = closest(event, "button") else { return };
        let has = |name: &str| button.has_attribute(name);
        if has("data-voice-choice") {
            self.voice = number(&button, "data-voice-choice");
            self.interview.go_on();
        } else if has("data-unknown") {
            return self.answer(root, &Answer::Unknown);
        } else if has("data-back") {
            self.interview.back();
        } else if has("data-look") {
            self.interview.results();
        } else if has("data-check") {
            self.interview.check();
        } else if has("data-go-on") {
            self.interview.go_on();
        } else if has("data-ask") {
            let fact = number(&button, "data-ask").and_then(|fact| u16::try_from(fact).ok());
            self.interview.ask(fact.unwrap_or_default());
        } else if has("data-child") {
            self.interview.choose(number(&button, "data-child").unwrap_or_default());
        } else if has("data-add") {
            self.interview.add();
        } else if has("data-remove") {
            self.interview.remove();
        } else if has("data-restart") || has("data-wipe-kept") {
            kept::forget();
            self.restart(root);
            return;
        } else if has("data-resume") {
            if let Found::Record(record) = kept::take(self.rules, now()) {
                self.voice = Some(record.voice);
                self.interview.restore(record.children);
            }
        } else if has("data-keep") {
            return self.keep(root);
        } else if has("data-compact") {
            let compact = !root.has_attribute("data-compact-view");
            toggle(root, "data-compact-view", compact);
            let _ = button.set_attribute("aria-pressed", if compact { "true" } else { "false" });
            if let Some(results) = one(root, ".results") {
                results.scroll_into_view();
            }
            return;
        } else {
            return;
        }
        self.show(root, true);
    }

    /// A control has changed: the towns of a district, 都没有, or a policy that is received already.
    pub(super) fn changed(&mut self, root: &Element, event: &Event) {
        let Some(control) = closest(event, "input, select") else {
            return self.show(root, false);
        };
        if control.has_attribute("data-received") {
            let policy = control.closest("[data-policy]").ok().flatten();
            let policy = policy
                .and_then(|it| number(&it, "data-policy"))
                .and_then(|it| u16::try_from(it).ok());
            let received =
                control.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked);
            if let Some(policy) = policy {
                self.interview.receive(policy, received);
                self.show(root, false);
            }
        } else if let Some(form) = control.closest("form").ok().flatten() {
            form::settle(&form, &control);
            form::towns(&form);
        }
    }

    fn restart(&mut self, root: &Element) {
        *self = Self::new(self.book.clone());
        for form in all(root, "[data-fact]") {
            form::fill(&form, &Answer::Open);
        }
        toggle(root, "data-compact-view", false);
        toggle(root, "data-answering", false);
        self.open(root);
        focus(one(root, "[data-voice-choice]"));
    }

    fn keep(&self, root: &Element) {
        let (voice, rules) = (self.voice.unwrap_or(1), self.rules);
        let record = kept::Record { voice, rules, children: self.interview.kept() };
        let words = if kept::keep(&record, now()) {
            "存好了，只在这台设备上。满 24 小时，下次打开本站时删掉；按“清空”或“快速离开”马上删掉。"
        } else {
            "这个浏览器不让存。可以截图，或者复制成文字。"
        };
        if let Some(note) = one(root, "[data-kept-note]") {
            note.set_text_content(Some(words));
        }
    }

    /// Shows where the interview stands.
    fn show(&self, root: &Element, with_focus: bool) {
        let Some(voice) = self.voice else { return };
        let (unsure, danger) = (self.interview.is_unsure(), self.interview.is_unsafe());
        for help in all(root, "[data-help-beside]") {
            toggle(&help, "hidden", !(unsure || danger));
        }
        if let Some(mismatch) = one(root, "[data-mismatch]") {
            toggle(&mismatch, "hidden", !self.interview.evaluation().contradictory);
        }
        toggle(root, "data-answering", true);
        let pieces = outcome::pieces();
        match self.interview.step() {
            Step::Ask(fact) => {
                view(root, "ask", false);
                self.question(root, fact, with_focus);
                let decided = outcome::certain(root, &self.interview, pieces.as_ref());
                let policies = self.interview.evaluation().policies;
                let all = policies.iter().flatten().count().to_string();
                let words = [
                    "已经答了 ",
                    &self.interview.asked().len().to_string(),
                    " 题，确定了 ",
                    &decided.to_string(),
                    " 项，一共 ",
                    &all,
                    " 项。",
                ];
                if let Some(progress) = one(root, "[data-progress]") {
                    progress.set_text_content(Some(&words.concat()));
                }
            }
            Step::Help => view(root, "help", with_focus),
            Step::Check => {
                self.check(root);
                view(root, "check", with_focus);
            }
            Step::Results => {
                outcome::show(root, &self.interview, pieces.as_ref());
                if let Some(today) = one(root, "[data-today]") {
                    let day = PartialDate::from(beijing(now()).date()).to_string();
                    today.set_text_content(Some(&day));
                }
                self.children(root);
                view(root, "results", with_focus);
            }
        }
        // Some words are for more than one of them, results among them.
        let voice = voice.to_string();
        for words in all(root, "[data-voice]") {
            let voices = words.get_attribute("data-voice").unwrap_or_default();
            toggle(&words, "hidden", !voices.contains(&voice));
        }
    }

    fn question(&self, root: &Element, fact: u16, with_focus: bool) {
        let answers = self.interview.answers();
        for form in all(root, "[data-fact]") {
            let shown = number(&form, "data-fact") == Some(usize::from(fact));
            if shown && with_focus {
                form::fill(&form, answers.get(fact));
                if let Some(say) = one(&form, "[data-say]") {
                    say.set_text_content(None);
                }
            }
            toggle(&form, "hidden", !shown);
            if shown && with_focus {
                focus(one(&form, "legend"));
            }
        }
    }

    /// The answers, each with a way to change it.
    fn check(&self, root: &Element) {
        let Some(list) = one(root, "[data-answers]") else { return };
        list.set_text_content(None);
        let answers = self.interview.answers();
        for form in all(root, "[data-fact]") {
            let Some(fact) = number(&form, "data-fact").and_then(|it| u16::try_from(it).ok())
            else {
                continue;
            };
            let answer = answers.get(fact);
            if *answer == Answer::Open {
                continue;
            }
            let name = form.get_attribute("data-name").unwrap_or_default();
            let words = [&name, "：", &form::words(&form, answer)].concat();
            line(&list, &words, "data-ask", &fact.to_string());
        }
    }

    /// One button for each child.
    fn children(&self, root: &Element) {
        let (count, current) = self.interview.children();
        let Some(list) = one(root, "[data-children]") else { return };
        list.set_text_content(None);
        toggle(&list, "hidden", count < 2);
        for child in 0..count {
            let words = ["第 ", &(child + 1).to_string(), " 个孩子"].concat();
            line(&list, &words, "data-child", &child.to_string());
        }
        if let Some(button) = one(&list, &["[data-child=\"", &current.to_string(), "\"]"].concat())
        {
            let _ = button.set_attribute("aria-pressed", "true");
        }
        if let Some(remove) = one(root, "[data-remove]") {
            toggle(&remove, "hidden", count < 2);
        }
    }
}

/// Shows one part of the finder.
fn view(root: &Element, name: &str, with_focus: bool) {
    for part in all(root, "[data-view]") {
        let shown = part.get_attribute("data-view").as_deref() == Some(name);
        toggle(&part, "hidden", !shown);
        if shown && with_focus {
            focus(one(&part, "h2"));
        }
    }
}

/// Adds a button to a list.
fn line(list: &Element, words: &str, name: &str, value: &str) {
    let Some(document) = list.owner_document() else { return };
    let (Ok(item), Ok(button)) = (document.create_element("li"), document.create_element("button"))
    else {
        return;
    };
    button.set_text_content(Some(words));
    let _ = button.set_attribute("type", "button");
    let _ = button.set_attribute(name, value);
    let _ = item.append_child(&button);
    let _ = list.append_child(&item);
}

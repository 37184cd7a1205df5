//! The wall as the state says.

use web_sys::Element;

use crate::islands::dom::{all, number, one, toggle};
use crate::model::court::{Lit, Outcome, Rule, Screen, Timer};

/// Shows what the state says.
pub(super) fn show(root: &Element, screen: &Screen, projector: bool) {
    let only = |selector: &str, attribute: &str, wanted: Option<usize>| {
        for element in all(root, selector) {
            toggle(&element, "hidden", wanted.is_none() || number(&element, attribute) != wanted);
        }
    };
    let scene = screen.scene.map(usize::from);
    only("[data-name]", "data-name", scene);
    only("[data-note]", "data-note", scene);
    only("[data-exhibit]", "data-exhibit", screen.exhibit.map(usize::from));
    only("[data-article]", "data-article", screen.article.map(usize::from));
    let shown = scene.filter(|_| !screen.over && screen.exhibit.is_none());
    only("[data-scene]", "data-scene", shown);
    if let Some(wall) = one(root, "[data-wall]") {
        toggle(&wall, "data-dark", screen.dark);
        toggle(&wall, "data-ending", screen.ending);
        toggle(&wall, "data-shows-exhibit", screen.exhibit.is_some());
    }
    for part in all(root, "[data-scene]") {
        // They stand in the order of the stops: page and track leave out the same.
        for (at, element) in all(&part, ".said, .happens").enumerate() {
            toggle(&element, "hidden", screen.stop.map(usize::from) != Some(at));
        }
        if let Some(poll) = one(&part, "[data-poll]") {
            toggle(&poll, "hidden", screen.poll.is_none());
        }
    }
    if let Some(over) = one(root, "[data-over]") {
        toggle(&over, "hidden", !screen.over);
    }
    lit(root, &screen.lit);
    votes(root, screen, projector);
}

/// Who speaks is lit in the plan.
fn lit(root: &Element, lit: &Lit) {
    for seat in all(root, "[data-seat]") {
        let speaks = match lit {
            Lit::Nobody => false,
            Lit::Everyone => true,
            Lit::Roles(roles) => number(&seat, "data-seat")
                .is_some_and(|at| roles.iter().any(|it| usize::from(*it) == at)),
        };
        toggle(&seat, "data-lit", speaks);
    }
}

fn votes(root: &Element, screen: &Screen, projector: bool) {
    let Some(poll) = &screen.poll else { return };
    let counted = poll.rule != Rule::One;
    for part in all(root, "[data-scene]:not([hidden])") {
        for count in all(&part, "[data-count]") {
            let votes = number(&count, "data-count").and_then(|at| poll.counts.get(at)).copied();
            count.set_text_content(Some(&votes.unwrap_or_default().to_string()));
        }
        for votes in all(&part, ".votes") {
            toggle(&votes, "hidden", !counted);
        }
        for button in all(&part, ".votes button") {
            toggle(&button, "hidden", projector);
        }
        for answer in all(&part, "[data-choose]") {
            let at = number(&answer, "data-choose");
            let ahead = matches!(poll.outcome, Outcome::Decided(decided) if Some(usize::from(decided)) == at);
            toggle(&answer, "data-ahead", ahead);
            toggle(&answer, "disabled", projector);
        }
    }
}

/// The countdown.
pub(super) fn timer(root: &Element, timer: &Timer, now: u32) {
    let left = match timer {
        Timer::Off => None,
        Timer::Running(end) => Some(end.saturating_sub(now)),
        Timer::Held(left) => Some(*left),
    };
    if let Some(place) = one(root, "[data-timer]") {
        let words = left.map(|left| {
            let (minutes, seconds) = ((left / 60).to_string(), (left % 60).to_string());
            let zero = if seconds.len() < 2 { "0" } else { "" };
            ["还剩 ", &minutes, ":", zero, &seconds].concat()
        });
        place.set_text_content(words.as_deref());
        toggle(&place, "data-over-time", left == Some(0));
    }
}

/// What the operator is told.
pub(super) fn desk(root: &Element, screen: &Screen, short: bool, kept: bool) {
    if let Some(told) = one(root, "[data-told]") {
        let words = match &screen.poll {
            Some(poll) => match poll.outcome {
                _ if !kept => "票太多，这一页记不下：表决完以前别刷新，也别关。",
                Outcome::Open if poll.rule == Rule::One => "按数字键或点一个选项。",
                Outcome::Open => "举手表决：按数字键加票，或者点＋。",
                Outcome::Decided(_) => "有结果了，下一步就照它走。",
                Outcome::Again(_) => "票数一样。按下一步，在票数一样的里面再投一次。",
                Outcome::Presiding(_) => "还是一样，由审判长在里面选一个：点那个选项。",
            },
            None if screen.over => "演完了。带大家走出角色，开始庭后讨论。",
            None if screen.skippable => "时间不够，这一句可以略。",
            None => "",
        };
        told.set_text_content(Some(words));
    }
    if let Some(button) = one(root, "[data-key=short]") {
        let _ = button.set_attribute("aria-pressed", if short { "true" } else { "false" });
    }
}

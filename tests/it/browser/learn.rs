//! Learning in the browser: every kind of question by keyboard alone, a case step by step, what a citation means, and
//! the paper twins.

use std::collections::BTreeSet;

use chromiumoxide::cdp::browser_protocol::input::{DispatchKeyEventParams, DispatchKeyEventType};
use chromiumoxide::layout::Point;

use super::{Portal, Tab, View, in_chromium, paper::sheets};

/// Presses a key as a keyboard does.
pub(super) async fn key(tab: &Tab, key: &str) {
    let (code, number, text) = match key {
        "Tab" => ("Tab", 9, None),
        "Space" => ("Space", 32, Some(" ")),
        "Enter" => ("Enter", 13, Some("\r")),
        "ArrowDown" => ("ArrowDown", 40, None),
        "ArrowUp" => ("ArrowUp", 38, None),
        "/" => ("Slash", 191, Some("/")),
        "ArrowRight" => ("ArrowRight", 39, None),
        _ => ("Escape", 27, None),
    };
    let name = if key == "Space" { " " } else { key };
    for kind in [DispatchKeyEventType::KeyDown, DispatchKeyEventType::KeyUp] {
        let mut event = DispatchKeyEventParams::builder()
            .r#type(kind.clone())
            .key(name)
            .code(code)
            .windows_virtual_key_code(number);
        if let (Some(text), DispatchKeyEventType::KeyDown) = (text, kind) {
            event = event.text(text);
        }
        tab.page.execute(event.build().expect("a key")).await.expect("a key");
    }
}

/// Goes on with Tab until an element has the focus.
async fn reach(tab: &Tab, selector: &str) {
    for _ in 0..60 {
        let there: bool = tab.eval(&format!("document.activeElement.matches({selector:?})")).await;
        if there {
            return;
        }
        key(tab, "Tab").await;
    }
    panic!("Tab never reaches {selector}");
}

const OPEN: &str = "document.querySelector('[data-question]:not([hidden])')";

/// Answers the open question rightly with the keyboard alone. `right` are the places of the right choices.
async fn answer(tab: &Tab, kind: &str, right: &[usize]) {
    let scope = "[data-question]:not([hidden])";
    match kind {
        "Order" => {
            let count: usize =
                tab.eval(&format!("{OPEN}.querySelectorAll('li[data-choice]').length")).await;
            // Bring each to its place, the first first.
            for target in 0..count {
                loop {
                    let place: usize = tab
                        .eval(&format!(
                            "[...{OPEN}.querySelectorAll('li[data-choice]')].findIndex((it) => it.dataset.choice === '{target}')"
                        ))
                        .await;
                    if place == target {
                        break;
                    }
                    let button = format!("{scope} li[data-choice='{target}'] [data-up]");
                    let focused: bool =
                        tab.eval(&format!("document.activeElement.matches({button:?})")).await;
                    if !focused {
                        let _: bool =
                            tab.eval(&format!("({OPEN}.querySelector('h2').focus(), true)")).await;
                        reach(tab, &button).await;
                    }
                    key(tab, "Enter").await;
                    let kept: bool =
                        tab.eval(&format!("document.activeElement.matches({button:?})")).await;
                    assert!(kept, "the focus stays on the button that moved");
                }
            }
        }
        "Match" => {
            let count: usize = tab.eval(&format!("{OPEN}.querySelectorAll('select').length")).await;
            for at in 0..count {
                reach(tab, &format!("{scope} li:nth-child({}) select", at + 1)).await;
                for _ in 0..=count {
                    let chosen: String = tab.eval("document.activeElement.value").await;
                    if chosen == at.to_string() {
                        break;
                    }
                    key(tab, "ArrowDown").await;
                }
                let chosen: String = tab.eval("document.activeElement.value").await;
                assert_eq!(chosen, at.to_string());
                key(tab, "Tab").await;
            }
        }
        "Multiple" => {
            for at in right {
                reach(tab, &format!("{scope} input[value='{at}']")).await;
                key(tab, "Space").await;
            }
        }
        _ => {
            // Tab reaches a group of radio buttons once; the arrows go on within it.
            reach(tab, &format!("{scope} input")).await;
            key(tab, "Space").await;
            for _ in 0..8 {
                let chosen: String = tab.eval("document.activeElement.value").await;
                if chosen == right[0].to_string() {
                    break;
                }
                key(tab, "ArrowDown").await;
            }
        }
    }
}

#[test]
fn every_kind_of_question_is_answered_by_keyboard_alone() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let url = format!("{}quizzes/tipping.html", host.root());
        let tab = chrome.open(&url, &View { width: 360, ..View::default() }).await;
        tab.awake().await;
        let address: String = tab.eval("location.href").await;
        let questions: Vec<(String, Vec<usize>)> = tab
            .eval(
                "JSON.parse(document.querySelector('leptos-island').dataset.props).questions.map((it) => \
                 [it.kind, it.choices.map((one, at) => one.right ? at : -1).filter((at) => at >= 0)])",
            )
            .await;
        let kinds: BTreeSet<&str> = questions.iter().map(|(kind, _)| kind.as_str()).collect();
        assert_eq!(kinds.len(), 6, "{kinds:?}");
        for (number, (kind, right)) in questions.iter().enumerate() {
            let shown: usize = tab
                .eval("[...document.querySelectorAll('[data-question]')].filter((it) => it.checkVisibility()).length")
                .await;
            assert_eq!(shown, 1, "one question at a time");
            assert_eq!(
                tab.eval::<usize>(&format!("Number({OPEN}.dataset.question)")).await,
                number
            );
            answer(&tab, kind, right).await;
            reach(&tab, "[data-question]:not([hidden]) [data-judge]").await;
            key(&tab, "Enter").await;
            let told: String =
                tab.eval(&format!("{OPEN}.querySelector('[role=status]').textContent")).await;
            assert!(told.contains("答对了"), "question {number}, {kind}: {told}");
            let reasons: bool =
                tab.eval(&format!("{OPEN}.querySelector('details li').checkVisibility()")).await;
            assert!(reasons, "the reasons are unfolded");
            reach(&tab, &format!("[data-go='{}']", number + 1)).await;
            key(&tab, "Enter").await;
        }
        let all = questions.len().to_string();
        assert_eq!(
            tab.eval::<String>("document.querySelector('[data-right]').textContent").await,
            all
        );
        let focused: String = tab.eval("document.activeElement.textContent").await;
        assert!(focused.contains("做完了"), "{focused}");
        // Nothing is kept, and nothing stands in the address.
        assert_eq!(tab.eval::<String>("location.href").await, address);
        assert_eq!(tab.eval::<u32>("localStorage.length + sessionStorage.length").await, 0);
        reach(&tab, "[data-again]").await;
        key(&tab, "Enter").await;
        let blank: bool = tab
            .eval(&format!(
                "{OPEN}.dataset.question === '0' && !document.querySelector('input:checked') && !document.querySelector('[data-judged]')"
            ))
            .await;
        assert!(blank, "the second run begins empty");
        let mixed: bool = tab
            .eval(
                "[...document.querySelectorAll('[data-question]')].filter((it) => it.querySelector('[data-up]')) \
                 .every((it) => [...it.querySelectorAll('[data-choice]')].some((row, at) => row.dataset.choice != at))",
            )
            .await;
        assert!(mixed, "what was put in order is mixed again");
        let log = tab.log().await;
        assert!(log.console.is_empty(), "{:#?}", log.console);
        tab.close().await;
    });
}

#[test]
fn a_wrong_answer_is_told_in_words_with_its_reason() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let url = format!("{}quizzes/tipping.html", host.root());
        let tab = chrome.open(&url, &View::default()).await;
        tab.awake().await;
        let press = |selector: &str| format!("({OPEN}.querySelector({selector:?}).click(), true)");
        let _: bool = tab.eval(&press("[data-judge]")).await;
        let told: String =
            tab.eval(&format!("{OPEN}.querySelector('[role=status]').textContent")).await;
        assert_eq!(told, "还没有选完。");
        let _: bool = tab
            .eval(&format!(
                "(() => {{ const rules = JSON.parse(document.querySelector('leptos-island').dataset.props).questions[0]; \
                 const wrong = rules.choices.findIndex((it) => !it.right); \
                 {OPEN}.querySelector(`input[value='${{wrong}}']`).click(); return true }})()"
            ))
            .await;
        let _: bool = tab.eval(&press("[data-judge]")).await;
        let told: String =
            tab.eval(&format!("{OPEN}.querySelector('[role=status]').textContent")).await;
        assert!(told.contains("还不对"), "{told}");
        let words: String = tab.eval(&format!("{OPEN}.querySelector('details').innerText")).await;
        assert!(words.contains("对：") && words.contains("不对："), "{words}");
        tab.close().await;
    });
}

#[test]
fn a_case_is_revealed_step_by_step() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let url = format!("{}cases/tipping-a.html", host.root());
        let tab = chrome.open(&url, &View { width: 360, ..View::default() }).await;
        tab.awake().await;
        let shown = "[...document.querySelectorAll('[data-step]')].filter((it) => it.checkVisibility()).length";
        for step in 1..5 {
            assert_eq!(tab.eval::<u32>(shown).await, step);
            reach(&tab, "[data-next]").await;
            key(&tab, "Enter").await;
            let heading: String = tab.eval("document.activeElement.tagName").await;
            assert_eq!(heading, "H2", "the focus goes to what has come");
        }
        assert_eq!(tab.eval::<u32>(shown).await, 5);
        let tools: u32 = tab
            .eval("[...document.querySelectorAll('.reveal-tools')].filter((it) => it.checkVisibility()).length")
            .await;
        assert_eq!(tools, 0, "nothing is left to show");
        tab.close().await;
    });
}

#[test]
fn a_citation_tells_what_it_says_and_escape_takes_it_away() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let url = format!("{}help/home.html", host.root());
        let tab = chrome.open(&url, &View::default()).await;
        let link = "document.querySelector('cite a[data-gist]')";
        let _: bool = tab.eval(&format!("({link}.focus(), true)")).await;
        tab.until("document.querySelector('[role=tooltip]')").await;
        let same: bool = tab
            .eval(&format!("document.querySelector('[role=tooltip]').textContent === {link}.dataset.gist && {link}.getAttribute('aria-describedby') === 'gist'"))
            .await;
        assert!(same);
        let inside: bool = tab
            .eval("(() => { const box = document.querySelector('.gist').getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth })()")
            .await;
        assert!(inside, "it stays on the screen");
        key(&tab, "Escape").await;
        tab.until("!document.querySelector('[role=tooltip]')").await;
        // The pointer can go from the link to what is told, and read it there (WCAG 1.4.13).
        let _: bool = tab
            .eval(&format!("({link}.blur(), {link}.scrollIntoView({{ block: 'center' }}), true)"))
            .await;
        let middle = |selector: &str| {
            format!(
                "(() => {{ const box = {selector}.getClientRects()[0]; return [box.left + 12, box.top + box.height / 2] }})()"
            )
        };
        let [x, from]: [f64; 2] = tab.eval(&middle(link)).await;
        tab.page.move_mouse(Point { x, y: from }).await.expect("a move");
        tab.until("document.querySelector('[role=tooltip]')").await;
        let [_, to]: [f64; 2] = tab.eval(&middle("document.querySelector('.gist')")).await;
        for step in 1..=20 {
            let y = from + (to - from) * f64::from(step) / 20.0;
            tab.page.move_mouse(Point { x, y }).await.expect("a move");
        }
        assert!(tab.eval::<bool>("document.querySelector('[role=tooltip]') !== null").await);
        let log = tab.log().await;
        assert!(log.console.is_empty(), "{:#?}", log.console);
        tab.close().await;
    });
}

/// Worksheets and letters are one sheet, a case two, its answers on the second.
#[test]
fn the_paper_twins_waste_no_sheet() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = chrome.tab(&View::default()).await;
        let mut counted = 0;
        for page in Portal::web().pages() {
            let most = match page.split('/').collect::<Vec<_>>()[..] {
                ["lessons", _, "sheet.html" | "letter.html"] => 1,
                ["lessons", _] => 5,
                ["cases", _] => 2,
                ["quizzes", _, "sheet.html"] => 3,
                ["quizzes", _, "key.html"] => 4,
                _ => continue,
            };
            tab.goto(&format!("{}{page}", host.root())).await;
            if tab.eval("document.querySelector('leptos-island') !== null").await {
                tab.awake().await;
            }
            let count = sheets(&tab).await;
            assert!((1..=most).contains(&count), "{page}: {count} sheets, at most {most}");
            counted += 1;
        }
        assert!(counted > 90, "{counted}");
        tab.close().await;
    });
}

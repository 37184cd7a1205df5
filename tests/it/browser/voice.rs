//! The finder speaks with a child, a parent and a teacher, with each in words of its own.

use super::finder::{click, finder};
use super::{Portal, in_chromium};

#[test]
fn each_voice_reads_its_own_question_and_help() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        for (voice, asked, helped) in [
            (0, "你现在安全吗？", "有人正在打你"),
            (1, "孩子现在安全吗？", "有人正在伤害孩子"),
            (2, "这个孩子现在安全吗？", "有人正在伤害孩子"),
        ] {
            let tab = finder(&chrome, &host, 360, voice).await;
            let form =
                "[...document.querySelectorAll('.question')].find((it) => it.checkVisibility())";
            let question: String =
                tab.eval(&format!("{form}.querySelector('legend').innerText")).await;
            assert!(question.starts_with(asked), "{question}");
            let help: Vec<String> = tab
                .eval(&format!("[...{form}.querySelectorAll('p[data-voice]')].filter((it) => it.checkVisibility()).map((it) => it.innerText)"))
                .await;
            assert!(help.len() == 1 && help[0].starts_with(helped), "{help:?}");
            tab.close().await;
        }
    });
}

/// Results too: a child is spoken to, with a number to call, and reads no summary that speaks of it.
#[test]
fn each_voice_reads_its_own_results() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let shown = |selector: &str| {
            format!(
                "[...document.querySelectorAll('.results {selector}')].filter((it) => it.checkVisibility()).map((it) => it.innerText)"
            )
        };
        for voice in 0..3 {
            let tab = finder(&chrome, &host, 360, voice).await;
            click(&tab, "[data-look]").await;
            let cards: u32 = tab.eval(&format!("{}.length", shown(".result"))).await;
            let told: Vec<String> = tab.eval(&shown(".result-summary")).await;
            assert!(cards > 20 && told.len() == cards as usize, "{} of {cards}", told.len());
            let doors: Vec<String> = tab.eval(&shown("[data-doors] li p")).await;
            let help: Vec<String> = tab.eval(&shown(".results-head .callout")).await;
            if voice == 0 {
                for words in told.iter().chain(&doors).chain(&help) {
                    assert!(words.contains("打 ") || words.contains("打1"), "{words}");
                }
                assert!(doors.len() > 10 && help.len() == 1, "{doors:?} {help:?}");
                assert!(help[0].contains("不用你一个人去办"));
                assert!(!told.join("").contains("孩子"), "{told:?}");
            } else {
                assert!(doors.is_empty() && help.is_empty(), "{doors:?} {help:?}");
                assert!(told.join("").contains("孩子"));
            }
            super::clean::axe_finds_nothing(&tab, "results").await;
            tab.close().await;
        }
    });
}

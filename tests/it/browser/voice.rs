//! The finder speaks with a child, a parent and a teacher, with each in words of its own.

use super::finder::finder;
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

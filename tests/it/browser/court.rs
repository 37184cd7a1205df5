//! The mock court in the browser: a whole trial in two windows with a vote, reload included; rehearsal; casting.

use super::learn::key;
use super::paper::sheets;
use super::{Portal, Tab, View, in_chromium};

async fn click(tab: &Tab, selector: &str) {
    let _: bool = tab
        .eval(&format!("([...document.querySelectorAll({selector:?})].find((it) => it.checkVisibility()).click(), true)"))
        .await;
}

/// From the first line to the debrief, the two windows show the same after every key, and after a reload of either.
#[test]
fn two_windows_stay_together_through_a_whole_trial() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let stage = chrome
            .open(&format!("{}courts/tipping/stage.html", host.root()), &View::default())
            .await;
        stage.awake().await;
        // The second window in the same browser: a channel joins what shares an origin and a context.
        let wall = chrome.beside(&stage, &format!("{}courts/tipping/wall.html", host.root())).await;
        wall.awake().await;
        let over = "document.querySelector('[data-over]').checkVisibility()";
        let mut votes = 0;
        for step in 0..400 {
            if stage.eval(over).await {
                break;
            }
            if stage.eval("Boolean(document.querySelector('.poll') && [...document.querySelectorAll('.poll')].some((it) => it.checkVisibility()))").await {
                let counted: bool = stage.eval("[...document.querySelectorAll('.votes')].some((it) => it.checkVisibility())").await;
                if counted {
                    click(&stage, "[data-more='0']").await;
                    click(&stage, "[data-more='0']").await;
                    click(&stage, "[data-more='1']").await;
                    votes += 1;
                    wall.until("[...document.querySelectorAll('.poll [data-count]')].filter((it) => it.checkVisibility()).map((it) => it.innerText).join().startsWith('2,1')").await;
                    key(&stage, "ArrowRight").await;
                } else {
                    // The last answer leads past the mediation, to the vote.
                    let _: bool = stage.eval("([...document.querySelectorAll('.answer')].filter((it) => it.checkVisibility()).at(-1).click(), true)").await;
                }
            } else {
                key(&stage, "ArrowRight").await;
            }
            if step % 7 == 0 {
                let own: String = stage.eval("[...document.querySelectorAll('.wall-head, .wall-lines, .wall-exhibits')].map((it) => it.innerText).join('|')").await;
                let poll: bool = stage.eval("[...document.querySelectorAll('.poll')].some((it) => it.checkVisibility())").await;
                if !poll {
                    wall.until(&format!("[...document.querySelectorAll('.wall-head, .wall-lines, .wall-exhibits')].map((it) => it.innerText).join('|') === {own:?}")).await;
                }
            }
            if step == 20 {
                let before: String =
                    stage.eval("document.querySelector('.wall-main').innerText").await;
                stage.goto(&format!("{}courts/tipping/stage.html", host.root())).await;
                stage.awake().await;
                stage
                    .until(&format!(
                        "document.querySelector('.wall-main').innerText === {before:?}"
                    ))
                    .await;
                wall.goto(&format!("{}courts/tipping/wall.html", host.root())).await;
                wall.awake().await;
                wall.until(&format!(
                    "document.querySelector('.wall-main').innerText === {before:?}"
                ))
                .await;
            }
        }
        assert!(votes > 0);
        assert!(stage.eval::<bool>(over).await);
        wall.until(over).await;
        for tab in [&stage, &wall] {
            let log = tab.log().await;
            assert!(log.console.is_empty(), "{:#?}", log.console);
        }
        wall.close().await;
        stage.close().await;
    });
}

/// With one window alone, a reload keeps the place, the votes and the timer, in one number of the tab's history.
#[test]
fn a_reload_of_the_only_window_loses_nothing() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let stage = chrome
            .open(&format!("{}courts/tipping/stage.html", host.root()), &View::default())
            .await;
        stage.awake().await;
        let voting = "[...document.querySelectorAll('.votes')].some((it) => it.checkVisibility())";
        for _ in 0..400 {
            if stage.eval(voting).await {
                break;
            }
            // Where somebody decides alone, the last answer leads on to the vote.
            let _: bool = stage.eval("([...document.querySelectorAll('.answer')].filter((it) => it.checkVisibility()).at(-1)?.click(), true)").await;
            key(&stage, "ArrowRight").await;
        }
        for more in ["[data-more='0']", "[data-more='1']", "[data-more='1']", "[data-key=timer]"] {
            click(&stage, more).await;
        }
        let wall = "[document.querySelector('.wall-head').innerText.replace(/还剩.*/, ''), [...document.querySelectorAll('[data-count]')].filter((it) => it.checkVisibility()).map((it) => it.innerText).join(), document.querySelector('[data-ahead]')?.innerText]";
        let before: Vec<String> = stage.eval(wall).await;
        assert!(before[1].starts_with("1,2"), "{before:?}");
        for _ in 0..2 {
            stage.page.reload().await.expect("a reload");
            stage.awake().await;
            stage.until(voting).await;
            assert_eq!(stage.eval::<Vec<String>>(wall).await, before);
            stage
                .until("/还剩 (1:00|0:5)/.test(document.querySelector('[data-timer]').innerText)")
                .await;
        }
        let kept = "Object.keys(history.state).join() + typeof history.state.court + Number.isSafeInteger(history.state.court) + localStorage.length + sessionStorage.length";
        assert_eq!(stage.eval::<String>(kept).await, "courtnumbertrue00");
        // The branch follows what was voted, and the way back is still there after one more reload.
        key(&stage, "ArrowRight").await;
        let ending: String = stage.eval("document.querySelector('.wall-head').innerText").await;
        assert_ne!(ending, before[0]);
        stage.page.reload().await.expect("a reload");
        stage.awake().await;
        stage
            .until(&format!("document.querySelector('.wall-head').innerText === {ending:?}"))
            .await;
        key(&stage, "ArrowLeft").await;
        stage.until(voting).await;
        let log = stage.log().await;
        assert!(log.console.is_empty(), "{:#?}", log.console);
        stage.close().await;
    });
}

/// The screen stays lit on the stage alone: asked for at once and whenever it is seen again, let go of when it is left.
#[test]
fn the_screen_stays_lit_while_the_stage_is_seen() {
    const LOCKS: &str = "(() => {
        const told = (word) => sessionStorage.setItem('told', (sessionStorage.getItem('told') ?? '') + word + ' ');
        let seen = 'visible';
        const real = Object.getOwnPropertyDescriptor(Document.prototype, 'visibilityState').get;
        const state = () => real.call(document) === 'hidden' ? 'hidden' : seen;
        Object.defineProperty(document, 'visibilityState', { get: state });
        let held = null;
        Object.defineProperty(Navigator.prototype, 'wakeLock', { value: { request: async (kind) => {
            told(kind);
            held = { released: false, release: async () => { held.released = true; told('released'); } };
            return held;
        } } });
        // A browser lets go of the lock of a page that is hidden.
        window.see = (state) => {
            seen = state;
            if (state === 'hidden' && held) held.released = true;
            document.dispatchEvent(new Event('visibilitychange'));
        };
    })()";
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = chrome.tab(&View::default()).await;
        tab.on_each_page(LOCKS).await;
        let told = "sessionStorage.getItem('told')";
        tab.goto(&format!("{}courts/tipping/stage.html", host.root())).await;
        tab.awake().await;
        tab.until(&format!("{told} === 'screen '")).await;
        // One lock is enough.
        let _: bool = tab.eval("(see('visible'), true)").await;
        let _: bool = tab.eval("(see('hidden'), true)").await;
        assert_eq!(tab.eval::<String>(told).await, "screen ");
        let _: bool = tab.eval("(see('visible'), true)").await;
        tab.until(&format!("{told} === 'screen screen '")).await;
        // The script's page asks for none.
        tab.goto(&format!("{}courts/tipping.html", host.root())).await;
        assert_eq!(tab.eval::<String>(told).await, "screen screen released ");
        let log = tab.log().await;
        assert!(log.console.is_empty(), "{:#?}", log.console);
        tab.close().await;
    });
}

#[test]
fn a_role_is_rehearsed() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = chrome
            .open(
                &format!("{}courts/tipping/rehearse.html", host.root()),
                &View { width: 360, ..View::default() },
            )
            .await;
        tab.awake().await;
        let _: bool = tab
            .eval("(() => { const list = document.querySelector('[data-role]'); list.selectedIndex = 1; list.dispatchEvent(new Event('change', { bubbles: true })); return true })()")
            .await;
        let mine: u32 = tab.eval("document.querySelectorAll('[data-mine]').length").await;
        assert!(mine > 5, "{mine}");
        assert_eq!(tab.eval::<u32>("document.querySelectorAll('[data-away]').length").await, mine);
        let _: bool = tab.eval("(document.querySelector('[data-next-mine]').focus(), true)").await;
        key(&tab, "Enter").await;
        key(&tab, "Enter").await;
        let here: u32 = tab.eval("[...document.querySelectorAll('[data-mine]')].findIndex((it) => it.hasAttribute('data-here'))").await;
        assert_eq!(here, 1);
        click(&tab, "[data-here] p").await;
        assert!(
            tab.eval::<bool>("!document.querySelector('[data-here]').hasAttribute('data-away')")
                .await
        );
        click(&tab, "[data-here] [data-hard]").await;
        click(&tab, "[data-only-hard]").await;
        let left: u32 = tab.eval("[...document.querySelectorAll('.rehearse-line')].filter((it) => it.checkVisibility()).length").await;
        assert_eq!(left, 1);
        let log = tab.log().await;
        assert!(log.console.is_empty(), "{:#?}", log.console);
        tab.close().await;
    });
}

#[test]
fn every_pupil_gets_something_to_do() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = chrome
            .open(
                &format!("{}courts/first-trial/cast.html", host.root()),
                &View { width: 360, ..View::default() },
            )
            .await;
        tab.awake().await;
        for count in [7, 24, 50] {
            let _: bool = tab.eval(&format!("(document.querySelector('input[data-count]').value = {count}, document.querySelector('.casting [type=submit]').click(), true)")).await;
            let rows = "[...document.querySelectorAll('[data-cast] tbody tr')].map((it) => it.cells[1].innerText)";
            let duties: Vec<String> = tab.eval(rows).await;
            assert_eq!(duties.len(), count);
            assert!(duties.iter().all(|it| !it.is_empty()), "{duties:?}");
            // The accused waits for a volunteer.
            assert!(
                duties.iter().all(|it| !it.contains("被告人小") && *it != "被告人"),
                "{duties:?}"
            );
            let open: String = tab.eval("document.querySelector('[data-open]').innerText").await;
            assert!(!open.is_empty());
            click(&tab, "[data-again]").await;
            assert_ne!(tab.eval::<Vec<String>>(rows).await, duties);
        }
        // One passes, one asks for a part.
        let _: bool = tab
            .eval("(() => { const list = document.querySelector('[data-wish=\"0\"]'); list.value = 'pass'; list.dispatchEvent(new Event('change', { bubbles: true })); return true })()")
            .await;
        let first: String =
            tab.eval("document.querySelector('[data-cast] tbody tr').cells[1].innerText").await;
        assert!(
            ["计时员", "小记者", "评议组", "观察员"].iter().any(|it| first.contains(it)),
            "{first}"
        );
        assert_eq!(tab.eval::<u32>("localStorage.length + sessionStorage.length").await, 0);
        let log = tab.log().await;
        assert!(log.console.is_empty(), "{:#?}", log.console);
        tab.close().await;
    });
}

/// Names stay on the page until somebody asks to keep them; signs are printed with them, a sheet each.
#[test]
fn names_are_kept_only_when_asked_and_stand_on_the_signs() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let page = format!("{}courts/tipping/cast.html", host.root());
        let tab = chrome.tab(&View::default()).await;
        // The buttons lay out what is printed; the printing itself is counted here.
        tab.on_each_page("window.print = () => {}").await;
        tab.goto(&page).await;
        tab.awake().await;
        let _: bool = tab.eval("(document.querySelector('[data-names]').value = Array.from({ length: 24 }, (_, at) => '同学' + at).join('\\n'), document.querySelector('input[data-count]').value = 24, document.querySelector('.casting [type=submit]').click(), true)").await;
        assert_eq!(sheets(&tab).await, 1, "the cast list of a class is a sheet");
        let _: bool = tab.eval("(document.querySelector('[data-names]').value = Array.from({ length: 50 }, (_, at) => '欧阳同学' + at).join('\\n'), document.querySelector('input[data-count]').value = 50, document.querySelector('.casting [type=submit]').click(), true)").await;
        assert_eq!(sheets(&tab).await, 1, "that of a large class, too");
        let _: bool = tab.eval("(document.querySelector('[data-names]').value = Array.from({ length: 24 }, (_, at) => '同学' + at).join('\\n'), document.querySelector('input[data-count]').value = 24, document.querySelector('.casting [type=submit]').click(), true)").await;
        click(&tab, "[data-print-signs]").await;
        let signs: usize = tab.eval("document.querySelectorAll('[data-signs] .sign').length").await;
        assert!(signs >= 8, "every part that is drawn has one: {signs}");
        assert!(
            tab.eval::<bool>("document.querySelector('[data-signs]').innerText.includes('同学')")
                .await
        );
        assert_eq!(sheets(&tab).await, signs, "a sheet for each sign");
        click(&tab, "[data-print-list]").await;
        assert_eq!(sheets(&tab).await, 1, "the list again");
        assert_eq!(tab.eval::<u32>("localStorage.length + sessionStorage.length").await, 0);
        click(&tab, "[data-keep]").await;
        tab.goto(&page).await;
        tab.awake().await;
        tab.until("document.querySelector('[data-names]').value.startsWith('同学0')").await;
        // Whatever page is opened after the week removes them.
        let _: bool = tab.eval("(localStorage.setItem('qingmiao:cast', '1\\n甲'), true)").await;
        tab.goto(&format!("{}local-data.html", host.root())).await;
        tab.until("localStorage.length === 0").await;
        let log = tab.log().await;
        assert!(log.console.is_empty(), "{:#?}", log.console);
        tab.close().await;
    });
}

/// No paper wastes a sheet: what is one sheet stays one, and a leaf begins a sheet of its own.
#[test]
fn every_paper_prints_on_as_many_sheets_as_it_has_leaves() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = chrome.tab(&View::default()).await;
        let pages = Portal::web().pages();
        let mut seen = 0;
        for page in pages.iter().filter(|page| page.starts_with("courts/")) {
            let Some((_, paper)) = page.trim_end_matches(".html").rsplit_once('/') else {
                continue;
            };
            let leaves = "document.querySelectorAll('.leaf').length";
            match paper {
                "seats" | "score" | "judgment" | "debrief" | "exhibits" | "signs" => {
                    tab.goto(&format!("{}{page}", host.root())).await;
                    assert_eq!(sheets(&tab).await, tab.eval::<usize>(leaves).await, "{page}");
                }
                "roles" => {
                    tab.goto(&format!("{}{page}", host.root())).await;
                    let (count, leaves) = (sheets(&tab).await, tab.eval::<usize>(leaves).await);
                    // The judge has so much to say that two sheets are needed, and somebody else may have.
                    assert!(count > leaves && count <= leaves + 2, "{page}: {count} of {leaves}");
                }
                "teacher" | "prompt" => {
                    tab.goto(&format!("{}{page}", host.root())).await;
                    let count = sheets(&tab).await;
                    assert!(count <= 16, "{page}: {count}");
                }
                _ => continue,
            }
            seen += 1;
        }
        assert!(seen >= 9 * 6, "{seen}");
        tab.close().await;
    });
}

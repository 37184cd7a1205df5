//! The finder: a whole run by keyboard, results that say why, a changed answer, two children, nothing left behind.

use chromiumoxide::cdp::browser_protocol::emulation::{
    SetDeviceMetricsOverrideParams, SetEmulatedMediaParams,
};

use super::learn::key;
use super::paper::sheets;
use super::{Chrome, Host, Portal, Tab, View, in_chromium};

/// Answers what is asked from a table of answers, and 不清楚 where it has none; gives how many questions there were.
const ANSWER: &str = "(known) => { let count = 0; \
    for (; count < 60; count += 1) { \
        const form = [...document.querySelectorAll('.question')].find((it) => it.checkVisibility()); \
        if (!form) break; \
        const want = known[form.dataset.name]; \
        if (want === undefined) { form.querySelector('[data-unknown]').click(); continue; } \
        if (form.dataset.kind === 'number') form.querySelector('input').value = want; \
        else if (form.dataset.kind === 'area') { \
            const list = form.querySelector('[data-county]'); list.value = want.slice(0, 6); \
            list.dispatchEvent(new Event('change', { bubbles: true })); \
            if (want.length > 6) form.querySelector(`[data-towns='${want.slice(0, 6)}'] select`).value = want; \
        } else for (const word of want.split('+')) \
            [...form.querySelectorAll('label')].find((it) => it.innerText.trim() === word).querySelector('input').click(); \
        form.querySelector('[type=submit]').click(); } \
    return count; }";

const GRANDMA: &str = "{'现在安全': '是', '年龄': '9', '户口和住处': '同一个县市区', '居住地': '440111002', '户籍地': '440111002', \
    '在读': '小学', '跟谁住': '祖辈', '父亲情况': '服刑或被限制自由满六个月', '母亲情况': '失去联系满六个月', \
    '家里的钱': '不够吃饭看病上学', '有人抚养': '否', '已被收养': '否', '孩子认定': '都没有', '家庭认定': '都没有'}";

pub(super) async fn finder(chrome: &Chrome, host: &Host, width: u32, voice: u32) -> Tab {
    let url = format!("{}finder.html", host.root());
    let tab = chrome.open(&url, &View { width, ..View::default() }).await;
    tab.awake().await;
    tab.until("globalThis.qingmiaoPolicies").await;
    click(&tab, &format!("[data-voice-choice='{voice}']")).await;
    tab
}

pub(super) async fn click(tab: &Tab, selector: &str) {
    let _: bool = tab.eval(&format!("([...document.querySelectorAll({selector:?})].find((it) => it.checkVisibility()).click(), true)")).await;
}

async fn answer(tab: &Tab, known: &str) -> u32 {
    tab.eval(&format!("({ANSWER})({known})")).await
}

async fn titles(tab: &Tab, slot: u32) -> Vec<String> {
    tab.eval(&format!(
        "[...document.querySelectorAll('[data-slot=\"{slot}\"] h4')].map((it) => it.innerText)"
    ))
    .await
}

#[test]
fn a_grandmother_is_told_what_may_be_theirs_why_and_where() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        for width in [360, 1280] {
            let tab = finder(&chrome, &host, width, 1).await;
            answer(&tab, GRANDMA).await;
            tab.until("document.querySelector('[data-view=check]').checkVisibility()").await;
            click(&tab, "[data-view=check] [data-look]").await;
            let found = titles(&tab, 1).await;
            assert!(found.iter().any(|it| it.contains("事实无人抚养儿童保障")), "{found:?}");
            let card = "[...document.querySelectorAll('.result')].find((it) => it.querySelector('h4').innerText === '事实无人抚养儿童保障')";
            let why: String = tab.eval(&format!("{card}.querySelector('.why').innerText")).await;
            assert!(why.contains("父亲") && why.contains("母亲") && why.contains('《'), "{why}");
            // The station that is responsible for the town that was answered, and how to reach it.
            let door = |seat: &str| format!("[...{card}.querySelectorAll('[data-seat={seat}]')]");
            let station: String = tab
                .eval(&format!("{}[0].querySelector('a').getAttribute('href')", door("户籍地")))
                .await;
            assert_eq!(station, "stations/baiyun-sanyuanli.html");
            let told: String =
                tab.eval(&format!("{}.map((it) => it.textContent).join()", door("户籍地"))).await;
            assert!(
                told.contains("三元里街道未成年人保护工作站 没有公布电话，打 12345 转。"),
                "{told}"
            );
            let told: String = tab.eval("document.querySelector('.results').textContent").await;
            assert!(told.contains("上面没有写出名字的，没有查到是哪一处，打 12345 问。"));
            // Papers of branches that cannot hold stay at home, and no branch is called by its letter.
            assert!(!told.contains("情形 A"), "{told}");
            let papers: (u32, u32) = tab
                .eval("(() => { const all = [...document.querySelectorAll('.results [data-branches]')]; return [all.length, all.filter((it) => it.hidden).length]; })()")
                .await;
            assert!(0 < papers.1 && papers.1 < papers.0, "{papers:?}");
            // What is only there for people of other places is not listed.
            assert!(!told.contains("金马街道") || told.contains("另有"), "{told}");
            let elsewhere: String =
                tab.eval("document.querySelector('[data-elsewhere]').innerText").await;
            assert_eq!(elsewhere, "另有 1 项只在别的地方有，没有列出。");
            // What does not apply says why, and that one may apply all the same.
            let not = titles(&tab, 4).await;
            assert!(not.iter().any(|it| it.contains("孤儿基本生活保障")), "{not:?}");
            let text: String =
                tab.eval("document.querySelector('[data-slot=\"4\"]').innerText").await;
            assert!(text.contains("仍可申请，并可要求书面理由"));
            assert!(
                !tab.eval::<String>("document.querySelector('.results').innerText")
                    .await
                    .contains("符合条件可以领")
            );
            super::clean::axe_finds_nothing(&tab, "results").await;
            // Nothing is left anywhere.
            assert_eq!(
                tab.eval::<String>("location.href").await,
                format!("{}finder.html", host.root())
            );
            assert_eq!(tab.eval::<u32>("localStorage.length + sessionStorage.length").await, 0);
            assert_eq!(tab.eval::<Option<u32>>("history.state").await, None);
            let log = tab.log().await;
            assert!(log.console.is_empty(), "{:#?}", log.console);
            assert!(
                log.requests
                    .iter()
                    .all(|url| url.starts_with(&host.origin()) || url.starts_with("data:"))
            );
            tab.close().await;
        }
    });
}

#[test]
fn a_whole_run_by_keyboard() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let url = format!("{}finder.html", host.root());
        let tab = chrome.open(&url, &View::default()).await;
        tab.awake().await;
        let _: bool =
            tab.eval("(document.querySelector('[data-voice-choice]').focus(), true)").await;
        key(&tab, "Enter").await;
        tab.until("document.activeElement.matches('.question legend')").await;
        // 现在安全: the first control, chosen by the space bar, sent by Enter.
        key(&tab, "Tab").await;
        key(&tab, "Space").await;
        key(&tab, "Enter").await;
        tab.until("document.activeElement.matches('.question legend') && !document.activeElement.closest('[data-name=现在安全]')").await;
        for question in 0..40 {
            let asked: bool = tab.eval("document.activeElement.matches('.question legend')").await;
            if !asked {
                assert!(question > 3, "{question}");
                break;
            }
            // 不清楚 is always there.
            let mut steps = 0;
            while !tab.eval::<bool>("document.activeElement.matches('[data-unknown]')").await {
                key(&tab, "Tab").await;
                steps += 1;
                assert!(steps < 40);
            }
            key(&tab, "Enter").await;
        }
        tab.until("document.activeElement.closest('[data-view=check]')").await;
        while !tab
            .eval::<bool>("document.activeElement.matches('[data-view=check] [data-look]')")
            .await
        {
            key(&tab, "Tab").await;
        }
        key(&tab, "Enter").await;
        tab.until("document.activeElement.closest('[data-view=results]')").await;
        // Who knows almost nothing is told of something certain, and of whom to ask, and hears no "no" for not knowing.
        let told: String = tab.eval("document.querySelector('.results').innerText").await;
        assert!(told.contains("家庭教育指导") || told.contains("还差"), "{told}");
        assert!(titles(&tab, 4).await.is_empty());
        tab.close().await;
    });
}

#[test]
fn not_safe_means_help_first() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = finder(&chrome, &host, 360, 0).await;
        let _: bool = tab.eval("([...document.querySelectorAll('.question:not([hidden]) label')].find((it) => it.innerText.trim() === '否').querySelector('input').click(), true)").await;
        click(&tab, ".question [type=submit]").await;
        tab.until("document.querySelector('[data-view=help]').checkVisibility()").await;
        assert!(
            tab.eval::<bool>("!document.querySelector('[data-view=ask]').checkVisibility()").await
        );
        assert!(
            tab.eval::<bool>(
                "Boolean(document.querySelector('[data-view=help] a[href=\"tel:110\"]'))"
            )
            .await
        );
        click(&tab, "[data-view=help] [data-go-on]").await;
        tab.until("document.querySelector('[data-view=ask]').checkVisibility()").await;
        // As long as the child is not safe, help stands before all results.
        click(&tab, "[data-view=ask] [data-look]").await;
        let beside = "[...document.querySelectorAll('[data-help-beside] a[href=\"tel:110\"]')].filter((it) => it.checkVisibility()).length";
        tab.until("document.querySelector('[data-view=results]').checkVisibility()").await;
        assert_eq!(tab.eval::<u32>(beside).await, 1);
        tab.close().await;
        // Who does not know is asked on, with help beside the questions.
        let tab = finder(&chrome, &host, 360, 2).await;
        assert_eq!(tab.eval::<u32>(beside).await, 0);
        click(&tab, ".question [data-unknown]").await;
        tab.until("document.querySelector('[data-name=年龄]').checkVisibility()").await;
        assert_eq!(tab.eval::<u32>(beside).await, 1);
        super::clean::axe_finds_nothing(&tab, "a question beside help").await;
        // The question is what one sees on a phone, not the lead.
        assert!(tab.eval::<bool>("!document.querySelector('.lead').checkVisibility()").await);
        tab.close().await;
    });
}

#[test]
fn an_answer_is_changed_and_a_second_child_asked_about() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = finder(&chrome, &host, 360, 1).await;
        let first = answer(&tab, GRANDMA).await;
        let answers =
            "[...document.querySelectorAll('[data-answers] button')].map((it) => it.innerText)";
        let before: Vec<String> = tab.eval(answers).await;
        let _: bool = tab.eval("([...document.querySelectorAll('[data-answers] button')].find((it) => it.innerText.startsWith('年龄')).click(), true)").await;
        tab.until("document.querySelector('[data-name=年龄]').checkVisibility()").await;
        assert_eq!(
            tab.eval::<String>("document.querySelector('[data-name=年龄] input').value").await,
            "9"
        );
        let _: bool = tab.eval("(document.querySelector('[data-name=年龄] input').value = '20', document.querySelector('[data-name=年龄] [type=submit]').click(), true)").await;
        answer(&tab, GRANDMA).await;
        tab.until("document.querySelector('[data-view=check]').checkVisibility()").await;
        let after: Vec<String> = tab.eval(answers).await;
        for line in &before {
            let expected = if line.starts_with("年龄") { "年龄：20岁" } else { line };
            assert!(after.iter().any(|it| it == expected), "{line}: {after:?}");
        }
        click(&tab, "[data-view=check] [data-look]").await;
        let found = titles(&tab, 1).await;
        // The limit of age is not verified: it speaks against it, and closes nothing.
        let doubt: Vec<String> = tab
            .eval("[...document.querySelectorAll('[data-doubt] h4')].map((it) => it.innerText)")
            .await;
        assert!(doubt.iter().any(|it| it == "事实无人抚养儿童保障"), "{doubt:?} of {found:?}");

        click(&tab, "[data-add]").await;
        let second = answer(&tab, "{'现在安全': '是', '年龄': '2'}").await;
        assert!(second < first, "what is the family's is not asked again: {second} of {first}");
        click(&tab, "[data-view=check] [data-look]").await;
        tab.until("document.querySelectorAll('[data-child]').length === 2").await;
        let two = titles(&tab, 1).await;
        click(&tab, "[data-child='0']").await;
        assert_eq!(titles(&tab, 1).await, found);
        assert_ne!(two, found);
        tab.close().await;
    });
}

/// Answers are kept only when that is asked for, for a day, and go with the quick exit.
#[test]
fn answers_are_kept_by_choice_and_wiped() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = finder(&chrome, &host, 360, 1).await;
        answer(&tab, GRANDMA).await;
        click(&tab, "[data-view=check] [data-look]").await;
        let _: bool = tab
            .eval("(document.querySelector('[data-slot=\"1\"] [data-received]').click(), true)")
            .await;
        click(&tab, "[data-keep]").await;
        assert_eq!(tab.eval::<u32>("localStorage.length").await, 1);
        tab.goto(&format!("{}local-data.html", host.root())).await;
        tab.until("document.querySelector('[data-stored]').innerText.includes('qingmiao:finder')")
            .await;
        tab.goto(&format!("{}finder.html", host.root())).await;
        tab.awake().await;
        click(&tab, "[data-resume]").await;
        let told: String = tab.eval("document.querySelector('[data-answers]').innerText").await;
        assert!(told.contains("年龄：9岁") && told.contains("三元里街道"), "{told}");
        click(&tab, "[data-view=check] [data-look]").await;
        assert_eq!(titles(&tab, 5).await.len(), 1, "what is received already is kept too");
        // Answers to the questions of other rules are dropped, and that is said.
        let _: bool = tab
            .eval("(localStorage.setItem('qingmiao:finder', '99999999999|1|7|1,0;'), true)")
            .await;
        tab.goto(&format!("{}finder.html", host.root())).await;
        tab.awake().await;
        tab.until("document.querySelector('[data-outdated]').checkVisibility()").await;
        assert!(tab.eval::<bool>("!document.querySelector('[data-kept]').checkVisibility()").await);
        assert_eq!(tab.eval::<u32>("localStorage.length").await, 0);
        // After a day it is gone.
        let _: bool = tab.eval("(localStorage.setItem('qingmiao:finder', '1|1|0'), true)").await;
        tab.goto(&format!("{}finder.html", host.root())).await;
        tab.awake().await;
        assert!(tab.eval::<bool>("!document.querySelector('[data-kept]').checkVisibility()").await);
        assert_eq!(tab.eval::<u32>("localStorage.length").await, 0);
        // The exit takes it along.
        let _: bool =
            tab.eval("(localStorage.setItem('qingmiao:finder', '99999999999|1|0'), true)").await;
        let _: bool = tab.eval("(document.querySelector('a.exit').href = location.origin + '/index.html', document.querySelector('a.exit').click(), true)").await;
        tab.until("location.pathname.endsWith('index.html') && localStorage.length === 0").await;
        tab.close().await;
    });
}

#[test]
fn results_print_and_shrink_to_a_screen() {
    in_chromium(async |chrome| {
        let host = Portal::web().host();
        let tab = finder(&chrome, &host, 360, 1).await;
        answer(&tab, GRANDMA).await;
        click(&tab, "[data-view=check] [data-look]").await;
        let long: f64 =
            tab.eval("document.querySelector('.results').getBoundingClientRect().height").await;
        click(&tab, "[data-compact]").await;
        let short: f64 =
            tab.eval("document.querySelector('.results').getBoundingClientRect().height").await;
        assert!(short < long / 3.0, "{short} of {long}");
        // One picture of a small phone has it all, clear of the exit.
        let screen = SetDeviceMetricsOverrideParams::new(360, 640, 1.0, false);
        tab.page.execute(screen).await.expect("a phone");
        click(&tab, "[data-compact]").await;
        click(&tab, "[data-compact]").await;
        let (top, bottom, exit): (f64, f64, f64) = tab
            .eval("[document.querySelector('.results').getBoundingClientRect().top, [...document.querySelectorAll('.result-cards')].filter((it) => it.checkVisibility()).pop().getBoundingClientRect().bottom, document.querySelector('.exit').getBoundingClientRect().top]")
            .await;
        assert!(0.0 <= top && bottom <= exit && exit < 640.0, "{top} {bottom} {exit}");
        let seen: String = tab.eval("document.querySelector('.results').innerText").await;
        assert!(seen.contains("以受理机关书面决定为准") && seen.contains("查询日期"), "{seen}");
        click(&tab, "[data-compact]").await;
        // What is copied says what is on paper, and none of the buttons.
        let copied: String = tab
            .eval("(async () => { let copied = ''; navigator.clipboard.writeText = (text) => { copied = text; return Promise.resolve(); }; document.querySelector('[data-copy-of]').click(); return copied; })()")
            .await;
        for words in [
            "以受理机关书面决定为准",
            "写明理由",
            "查询日期",
            "事实无人抚养儿童保障",
            "带什么",
            "去哪里",
            "三元里街道未成年人保护工作站",
            "待核验",
        ] {
            assert!(copied.contains(words), "{words}: {copied}");
        }
        for words in ["接着答", "打印", "已经在领", "按目前回答不符合", "只在别的地方有"]
        {
            assert!(!copied.contains(words), "{words}: {copied}");
        }
        // So does the sheet.
        let paper = SetEmulatedMediaParams::builder().media("print").build();
        tab.page.execute(paper).await.expect("paper");
        let printed: String = tab.eval("document.querySelector('.results').innerText").await;
        for words in ["以受理机关书面决定为准", "写明理由", "查询日期", "待核验", "带什么"]
        {
            assert!(printed.contains(words), "{words}: {printed}");
        }
        tab.page.execute(SetEmulatedMediaParams::default()).await.expect("a screen");
        let count = sheets(&tab).await;
        assert!((1..=2).contains(&count), "{count}");
        let text: String = tab.eval("document.querySelector('.results').innerText").await;
        assert!(text.contains("以受理机关书面决定为准"));
        // What is received already is set aside.
        let before = titles(&tab, 1).await;
        let _: bool = tab
            .eval("(document.querySelector('[data-slot=\"1\"] [data-received]').click(), true)")
            .await;
        let after = titles(&tab, 1).await;
        assert_eq!(after.len() + 1, before.len());
        assert_eq!(titles(&tab, 5).await.len(), 1);
        tab.close().await;
    });
}

#[test]
fn the_finder_works_from_disk_and_says_what_is_there_without_script() {
    in_chromium(async |chrome| {
        let url = format!("file://{}/finder.html", Portal::disk().path().display());
        let tab = chrome.open(&url, &View::default()).await;
        tab.awake().await;
        tab.until("globalThis.qingmiaoPolicies").await;
        click(&tab, "[data-voice-choice='1']").await;
        answer(&tab, GRANDMA).await;
        click(&tab, "[data-view=check] [data-look]").await;
        assert!(!titles(&tab, 1).await.is_empty());
        let log = tab.log().await;
        assert!(log.console.is_empty(), "{:#?}", log.console);
        tab.close().await;
        let html =
            std::fs::read_to_string(Portal::web().path().join("finder.html")).expect("a page");
        let page = scraper::Html::parse_document(&html);
        let links = scraper::Selector::parse(".asleep a[href^=policies]").expect("a selector");
        assert!(page.select(&links).count() > 50);
    });
}

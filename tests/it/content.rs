//! What a content folder is read as.

use qingmiao::{
    content::{self, Diagnostic, Template},
    model::{
        Align, Audience, Block, Callout, Definition, FigureKind, Inline, Item, Kind, Layout, Level,
        Markup, Reference, Stage, Target,
    },
};

use crate::court::courtroom;
use crate::support::{self, Fixture, VOICE};

#[test]
fn the_fixture_is_valid() {
    assert_eq!(Fixture::new().check(), "");
}

#[test]
fn the_real_content_has_no_mistakes() {
    let loaded = content::load(&support::real_content(), support::this_day());
    // A check that has run out is the editors' work list, not a mistake of this change.
    let found: Vec<_> =
        loaded.diagnostics.into_iter().filter(|found| found.code != "overdue-check").collect();
    assert_eq!(support::listing(&found), "");
}

#[test]
fn templates_pass_the_check() {
    for (template, folder) in [
        (Template::Page, "pages"),
        (Template::Place, "places"),
        (Template::Help, "help"),
        (Template::Lesson, "lessons"),
        (Template::Case, "cases"),
        (Template::Quiz, "quizzes"),
        (Template::Policy, "policies"),
        (Template::Court, "courts"),
    ] {
        assert_eq!(template.folder(), folder);
        let text = content::template(template, "brand-new\"\n<b>");
        let name = format!("{folder}/brand-new{}", template.ending());
        let valid = if folder == "courts" { courtroom() } else { Fixture::with_policies() };
        let fixture = valid.file(&name, text);
        let errors: Vec<_> =
            fixture.load().diagnostics.into_iter().filter(Diagnostic::is_error).collect();
        assert_eq!(support::listing(&errors), "");
    }
}

#[test]
fn settings() {
    let settings = Fixture::new()
        .edit(
            "site.yaml",
            "地方:",
            "主办单位: ''\n复核周期: {热线: 30}\nlanguages: [zh-CN, en]\n地方:",
        )
        .edit("site.yaml", "example.gov.cn/", "example.gov.cn")
        .portal()
        .settings;
    assert_eq!(settings.name, "青苗");
    assert_eq!(settings.address.as_deref(), Some("https://example.gov.cn/"));
    assert_eq!(settings.operator, None);
    assert_eq!(settings.languages, ["zh-CN", "en"]);
    assert_eq!((settings.review.hotlines, settings.review.help), (30, 180));
    assert_eq!(settings.exit_page, "away");
    assert_eq!(settings.places, ["baiyun"]);
}

#[test]
fn tables() {
    let portal = Fixture::new().portal();
    let numbers: Vec<_> = portal.hotlines.iter().map(|line| line.number.as_str()).collect();
    assert_eq!(numbers, ["110", "12345"], "emergency lines come first");
    assert_eq!(portal.hotline("12345").expect("a line").questions, ["在哪里", "发生了什么"]);
    let figure = &portal.figures["points"];
    assert_eq!((figure.text().as_str(), figure.kind), ("约 408 个", FigureKind::Declared));
    assert_eq!(portal.areas.full_name("440111"), "广东省广州市白云区");
    assert_eq!(portal.areas.get("440111").expect("an area").level, Level::County);
    assert_eq!(
        portal.laws.article("未保法/11").expect("a law").title(),
        "《未成年人保护法》第十一条"
    );
    assert!(portal.laws.article("刑法/236之一").is_some());
    assert_eq!(portal.sources["news"].date.expect("a date").iso(), "2022-10-11");
}

#[test]
fn a_parent_is_known_from_the_code() {
    let portal = Fixture::new().edit("areas.csv", "区县,4401,", "区县,,").portal();
    assert_eq!(portal.areas.full_name("440111"), "广东省广州市白云区");
}

#[test]
fn places_and_pages() {
    let portal = Fixture::new()
        .page("guide/开始", "正文")
        .edit(
            "pages/about.md",
            "摘要:",
            "敏感: 是\n页脚: 是\n顺序: -2\n核验: 2026年11月1日\n中性标题: 资料\n摘要:",
        )
        .portal();
    let ids: Vec<_> = portal.pages.iter().map(|page| page.id.as_str()).collect();
    assert_eq!(ids, ["about", "away", "guide/开始"]);
    let about = portal.page("about").expect("a page");
    assert!(about.sensitive && about.in_footer);
    assert_eq!((about.order, about.layout), (-2, Layout::Framed));
    assert_eq!(about.checked.map(|day| day.to_string()).as_deref(), Some("2026-11-01"));
    assert_eq!(portal.page("away").expect("a page").layout, Layout::Bare);
    let place = portal.place("baiyun").expect("a place");
    assert_eq!(place.network[0].declared.as_deref(), Some("stations"));
    assert_eq!(place.charts[0].figures, ["stations", "points"]);
    assert_eq!(place.as_of.to_string(), "2022年10月11日");
}

#[test]
fn pictures() {
    let png = b"\x89PNG\r\n\x1A\nrest";
    let portal = Fixture::new()
        .file("images/sub/图.png", png)
        .page("a", "![一张图](images/sub/图.png)\n")
        .portal();
    assert_eq!(portal.images["images/sub/图.png"], png);
}

#[test]
fn help_texts_keep_the_footnotes_of_each_part() {
    let text = VOICE
        .replace("打电话。", "打电话[^b]。")
        .replace("你有权利。", "你有[^a]权利[^b]。\n\n[^a]: 甲[^b]。\n\n[^b]: 乙。");
    let portal = Fixture::new().edit("help/home.md", VOICE, &text).portal();
    let voice = portal.help("home").expect("a text").voice(Audience::Child).expect("a voice");
    assert_eq!(voice.parts.len(), 5);
    let call = voice.part(Stage::Call).expect("a part");
    assert_eq!(call.footnotes, [vec![paragraph("乙。")]]);
    let rights = voice.part(Stage::Rights).expect("a part");
    assert_eq!(rights.footnotes.len(), 2);
    assert_eq!(rights.footnotes[1], [paragraph("乙。")]);
    assert!(matches!(
        voice.part(Stage::Now).expect("a part").blocks[..],
        [Block::List { start: Some(1), .. }]
    ));
}

fn words(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(words(text))
}

#[track_caller]
fn read(body: &str) -> Markup {
    Fixture::new().page("a", body).portal().page("a").expect("a page").body.clone()
}

#[test]
fn lists_and_tasks() {
    let item = |done, text| Item { done, blocks: vec![paragraph(text)] };
    let list = |start, items| Block::List { start, items };
    assert_eq!(read("- 一\n- 二\n").blocks, [list(None, vec![item(None, "一"), item(None, "二")])]);
    assert_eq!(
        read("3. 一\n\n4. 二\n").blocks,
        [list(Some(3), vec![item(None, "一"), item(None, "二")])]
    );
    assert_eq!(
        read("- [x] 一\n- [ ] 二\n").blocks,
        [list(None, vec![item(Some(true), "一"), item(Some(false), "二")])]
    );
    let inner = list(None, vec![item(None, "二")]);
    let outer = Item { done: None, blocks: vec![paragraph("一"), inner, paragraph("三")] };
    assert_eq!(read("- 一\n  - 二\n\n  三\n").blocks, [list(None, vec![outer])]);
}

#[test]
fn tables_and_definitions() {
    assert_eq!(
        read("| 甲 | 乙 |\n|:-:|--:|\n| 一 | **二** |\n").blocks,
        [Block::Table {
            align: vec![Align::Center, Align::End],
            head: vec![words("甲"), words("乙")],
            rows: vec![vec![words("一"), vec![Inline::Strong(words("二"))]]],
        }]
    );
    assert_eq!(
        read("词\n: 一\n: 二\n").blocks,
        [Block::Definitions(vec![Definition {
            term: words("词"),
            details: vec![vec![paragraph("一")], vec![paragraph("二")]],
        }])]
    );
}

#[test]
fn callouts_and_quotes() {
    assert_eq!(
        read("> 【注意】小心。\n>\n> 再看。\n").blocks,
        [Block::Callout(Callout::Caution, vec![paragraph("小心。"), paragraph("再看。")])]
    );
    assert_eq!(
        read("> 【紧急】\n> 快跑。\n").blocks,
        [Block::Callout(Callout::Urgent, vec![paragraph("快跑。")])]
    );
    assert_eq!(
        read("> 【提示】**好**\n").blocks,
        [Block::Callout(Callout::Tip, vec![Block::Paragraph(vec![Inline::Strong(words("好"))])])]
    );
    assert_eq!(read("> 他说。\n").blocks, [Block::Quote(vec![paragraph("他说。")])]);
}

#[test]
fn lines_join_without_a_blank_between_han_characters() {
    assert_eq!(read("一行\n二行\n").blocks, [paragraph("一行二行")]);
    assert_eq!(read("one\ntwo 三\nfour\n").blocks, [paragraph("one two 三four")]);
    assert_eq!(
        read("一  \n二\n").blocks,
        [Block::Paragraph([words("一"), vec![Inline::Break], words("二")].concat())]
    );
}

#[test]
fn anchors() {
    let ids = |body: &str| -> Vec<String> {
        let blocks = read(body).blocks;
        let id = |block| match block {
            Block::Heading { id, .. } => Some(id),
            _ => None,
        };
        blocks.into_iter().filter_map(id).collect()
    };
    assert_eq!(ids("## 谁来管？怎么管\n"), ["谁来管-怎么管"]);
    assert_eq!(ids("## “12345” 热线 ABC\n"), ["12345-热线-abc"]);
    assert_eq!(ids("## 甲\n\n## 甲\n\n## 甲\n"), ["甲", "甲-2", "甲-3"]);
    assert_eq!(ids("## …\n\n## ？\n"), ["section", "section-2"]);
    assert_eq!(ids("## 来源 {#Here}\n"), ["Here"]);
    assert_eq!(
        ids("## location\n\n## body {#Cookie}\n\n## note 1\n"),
        ["s-location", "s-Cookie", "s-note-1"]
    );
}

#[test]
fn references_follow_an_anchor_that_had_to_change() {
    let body = "## location\n\n[一](#location) [二](page:b#body) [三](place:baiyun#做法)\n";
    let portal = Fixture::new().page("a", body).page("b", "## body\n").portal();
    let Some(Block::Paragraph(links)) = portal.page("a").expect("a page").body.blocks.get(1) else {
        panic!("no paragraph");
    };
    let targets: Vec<_> = links
        .iter()
        .filter_map(|inline| match inline {
            Inline::Link { target, .. } => Some(target.clone()),
            _ => None,
        })
        .collect();
    let reference = |kind, id: &str, section: &str| {
        Target::Content(Reference { kind, id: id.to_owned(), section: Some(section.to_owned()) })
    };
    assert_eq!(
        targets,
        [
            Target::Section("s-location".to_owned()),
            reference(Kind::Page, "b", "s-body"),
            reference(Kind::Place, "baiyun", "做法"),
        ]
    );
}

#[test]
fn diagnostics_do_not_depend_on_the_order_of_threads() {
    let mut fixture = Fixture::new();
    for number in 0..50 {
        fixture = fixture.page(&format!("p{number}"), "<b> [](page:none)\n\n#### x\n");
    }
    let first = fixture.check();
    assert_eq!(first.lines().count(), 50 * 3 * 3);
    for _ in 0..5 {
        assert_eq!(fixture.check(), first);
    }
}

/// An editor's heading can never have the id of something that a page makes itself.
#[test]
fn what_pages_call_their_own_is_reserved() {
    use qingmiao::content::anchor::{RESERVED, RESERVED_PREFIXES};
    use qingmiao::model::{Links, Route};
    let portal = Fixture::new().portal();
    let selector = scraper::Selector::parse("[id]").expect("a selector");
    for route in qingmiao::pages::routes(&portal) {
        // Only on these does a heading of an editor have an anchor.
        if !matches!(route, Route::Page(_) | Route::Place(_)) {
            continue;
        }
        let links = Links::from(&route.path());
        let Some(document) = qingmiao::pages::document(&portal, &route, &links) else { continue };
        for element in scraper::Html::parse_fragment(&document.body).select(&selector) {
            let id = element.attr("id").unwrap_or_default();
            let known = RESERVED.contains(&id)
                || RESERVED_PREFIXES.iter().any(|prefix| id.starts_with(prefix))
                || ["做什么", "做法"].contains(&id);
            assert!(known, "{}: {id}", route.path());
        }
    }
}

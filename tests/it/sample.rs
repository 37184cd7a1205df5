//! A small portal made by hand, with one of everything that a page can show.

pub(crate) mod court;
mod learn;
mod policy;

use std::collections::BTreeMap;

use qingmiao::model::hours::Calendar;
use qingmiao::model::{
    Align, Anonymity, Area, Areas, Audience, Block, Callout, Chart, Date, Definition, Figure,
    FigureKind, Help, Hotline, Inline, Item, Kind, Law, LawStatus, Laws, Layout, Level, Markup,
    NetworkRow, Page, PartialDate, Place, Portal, Reference, Review, Settings, Source, Stage,
    Target, Voice,
};

/// The portal.
pub(crate) fn portal() -> Portal {
    Portal {
        settings: settings(),
        areas: areas(),
        laws: Laws::new([law()]),
        law_guides: BTreeMap::from([("未成年人保护法".to_owned(), learn::law_guide())]),
        commentaries: [learn::commentary("11"), learn::commentary("17")]
            .map(|it| (it.id(), it))
            .into(),
        citations: BTreeMap::from([(
            "未成年人保护法/11".to_owned(),
            vec![reference(Kind::Help, "home")],
        )]),
        terms: vec![learn::term()],
        stations: Vec::new(),
        station_texts: BTreeMap::new(),
        station_types: Vec::new(),
        services: Vec::new(),
        calendar: Calendar::default(),
        school_holidays: Vec::new(),
        lessons: vec![learn::lesson()],
        cases: vec![learn::case()],
        quizzes: vec![learn::quiz()],
        facts: policy::facts(),
        constraints: Vec::new(),
        policies: vec![policy::benefit(), policy::door()],
        examples: Vec::new(),
        synonyms: Vec::new(),
        courts: vec![court::court()],
        sources: BTreeMap::from([("paper".to_owned(), source())]),
        figures: [figure("points", "村居工作点", "403"), figure("stations", "镇街工作站", "24")]
            .into_iter()
            .map(|figure| (figure.id.clone(), figure))
            .collect(),
        hotlines: vec![
            hotline("110", "110报警电话", true),
            hotline("120", "120急救电话", true),
            hotline("12345", "12345政务服务便民热线", false),
            hotline("12355", "12355青少年服务台", false),
        ],
        helps: vec![help("home", "家里有人打我", 1), help("school", "在学校被欺负", 2)],
        places: vec![place()],
        pages: vec![
            page("about", "关于和来源", Layout::Framed),
            page("disclosure", "学生说出来时", Layout::Framed),
            page("elsewhere", "我的地方不在这里", Layout::Framed),
            page("solar-terms", "二十四节气", Layout::Bare),
        ],
        images: BTreeMap::new(),
    }
}

fn settings() -> Settings {
    Settings {
        name: "青苗".to_owned(),
        tagline: "孩子遇到事，先看这里".to_owned(),
        languages: vec!["zh-CN".to_owned()],
        operator: None,
        icp: None,
        police_record: None,
        address: None,
        exit_url: "https://www.weather.com.cn/".to_owned(),
        exit_page: "solar-terms".to_owned(),
        review: Review { hotlines: 90, help: 180, places: 365, laws: 180, stations: 180 },
        places: vec!["baiyun".to_owned()],
        area_source: None,
        point_source: None,
        data_licence: None,
        basemap: None,
    }
}

/// A day on which everything was checked.
pub(crate) fn day() -> Date {
    Date::constant(2026, 11, 22)
}

fn areas() -> Areas {
    let area = |code: &str, name: &str, parent: Option<&str>| Area {
        code: code.to_owned(),
        name: name.to_owned(),
        level: Level::of_code(code).unwrap_or(Level::Province),
        parent: parent.map(str::to_owned),
        aliases: Vec::new(),
        from: None,
        until: None,
        point: None,
    };
    Areas::new([
        area("44", "广东省", None),
        area("4401", "广州市", Some("44")),
        area("440111", "白云区", Some("4401")),
        area("440111002", "三元里街道", Some("440111")),
        area("440111002001", "抗英大街社区", Some("440111002")),
    ])
}

fn law() -> Law {
    Law {
        name: "未成年人保护法".to_owned(),
        slug: Some("weibao".to_owned()),
        short_names: vec!["未保法".to_owned()],
        version: Some(Date::constant(2024, 4, 26)),
        articles: 132,
        inserted: [].into(),
        status: LawStatus::InForce,
        source: "paper".to_owned(),
        checked: day(),
    }
}

fn source() -> Source {
    Source {
        id: "paper".to_owned(),
        title: "白云区未成年人保护工作情况".to_owned(),
        publisher: "广东社区".to_owned(),
        date: PartialDate::parse("2022-10-11"),
        number: None,
        url: Some("https://example.org/a?b=1&c=2".to_owned()),
        checked: Some(day()),
        unverified: true,
        note: None,
        taken: Some("情况和数字".to_owned()),
        left_out: Some("人数很少的数字".to_owned()),
    }
}

fn figure(id: &str, name: &str, value: &str) -> Figure {
    Figure {
        id: id.to_owned(),
        name: name.to_owned(),
        value: value.to_owned(),
        qualifier: None,
        unit: "个".to_owned(),
        area: "440111".to_owned(),
        as_of: PartialDate::from(day()),
        source: "paper".to_owned(),
        kind: FigureKind::Declared,
        checked: day(),
        review_by: Some(Date::constant(2027, 5, 22)),
        note: Some("按公布口径".to_owned()),
    }
}

fn hotline(number: &str, name: &str, emergency: bool) -> Hotline {
    Hotline {
        number: number.to_owned(),
        name: name.to_owned(),
        purpose: "有人正在受伤害".to_owned(),
        answered_by: "接线员".to_owned(),
        hours: emergency.then(|| "24 小时".to_owned()),
        around_the_clock: emergency,
        cost: None,
        questions: vec!["你在哪里？".to_owned(), "发生了什么？".to_owned()],
        anonymity: Anonymity::Unknown,
        without_voice: None,
        area: None,
        emergency,
        sources: vec!["paper".to_owned()],
        checked: day(),
        review_by: None,
        unverified: !emergency,
        note: None,
    }
}

fn help(id: &str, title: &str, order: i64) -> Help {
    let voice = |audience| Voice {
        audience,
        parts: Stage::ALL
            .into_iter()
            .map(|stage| {
                let blocks = if stage == Stage::Now {
                    let item = |words: &str| Item { done: None, blocks: vec![paragraph(words)] };
                    vec![Block::List {
                        start: Some(1),
                        items: vec![
                            item("走到有人的地方去。"),
                            item("打 110，说你在哪里。"),
                            item("告诉一个你信的大人。"),
                        ],
                    }]
                } else {
                    vec![Block::Paragraph(vec![
                        text("这是"),
                        link(Kind::Law, "未保法/11"),
                        text("说的。"),
                    ])]
                };
                (stage, Markup { blocks, footnotes: Vec::new() })
            })
            .collect(),
    };
    Help {
        id: id.to_owned(),
        title: title.to_owned(),
        discreet_title: "常用信息".to_owned(),
        summary: "你没有做错什么。".to_owned(),
        order,
        hotlines: vec!["110".to_owned(), "12345".to_owned()],
        notices: vec!["家庭暴力".to_owned()],
        checked: day(),
        review_by: Some(Date::constant(2027, 5, 22)),
        voices: vec![voice(Audience::Child), voice(Audience::Parent)],
    }
}

fn place() -> Place {
    let row = |level, name: &str, declared: Option<&str>| NetworkRow {
        level,
        name: name.to_owned(),
        declared: declared.map(str::to_owned),
        role: Some("接你的求助，找人一起想办法。".to_owned()),
    };
    Place {
        id: "baiyun".to_owned(),
        title: "广州白云".to_owned(),
        area: "440111".to_owned(),
        summary: "区、镇街、村居三级都有人管。".to_owned(),
        as_of: PartialDate::from(day()),
        order: 1,
        network: vec![
            row(Level::County, "未成年人保护中心", None),
            row(Level::Town, "未成年人保护工作站", Some("stations")),
            row(Level::Village, "未成年人保护工作点", Some("points")),
        ],
        charts: vec![Chart {
            title: "站点有多少".to_owned(),
            figures: vec!["stations".to_owned(), "points".to_owned()],
        }],
        checked: day(),
        review_by: None,
        body: everything(),
    }
}

fn page(id: &str, title: &str, layout: Layout) -> Page {
    Page {
        id: id.to_owned(),
        title: title.to_owned(),
        discreet_title: None,
        description: "说明。".to_owned(),
        sensitive: false,
        in_footer: layout == Layout::Framed,
        order: 1,
        layout,
        checked: Some(day()),
        charts: Vec::new(),
        body: everything(),
    }
}

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(vec![text(words)])
}

fn reference(kind: Kind, id: &str) -> Reference {
    Reference { kind, id: id.to_owned(), section: None }
}

fn link(kind: Kind, id: &str) -> Inline {
    Inline::Link { target: Target::Content(reference(kind, id)), text: Vec::new() }
}

fn prose(words: &str) -> Markup {
    Markup { blocks: vec![paragraph(words)], footnotes: Vec::new() }
}

/// Every kind of block and inline, and text that would be HTML if it were not escaped.
fn everything() -> Markup {
    let heading = Block::Heading {
        level: 2,
        id: "one".to_owned(),
        text: vec![text("<script>alert(1)</script>")],
    };
    let words = vec![
        text("共 "),
        link(Kind::Figure, "points"),
        text("，见 "),
        link(Kind::Law, "未成年人保护法/11"),
        text("、"),
        link(Kind::Help, "home"),
        text("，或打 "),
        link(Kind::Hotline, "12345"),
        Inline::Footnote(0),
        Inline::Link {
            target: Target::Url("https://example.org/\"x".to_owned()),
            text: vec![text("外站")],
        },
        Inline::Image { path: "images/a b.png".to_owned(), alt: "图".to_owned() },
    ];
    let cell = |words: &str| vec![text(words)];
    let task = |done| Item { done: Some(done), blocks: vec![paragraph("带好材料")] };
    Markup {
        blocks: vec![
            heading,
            Block::Paragraph(words),
            Block::Callout(Callout::Caution, vec![paragraph("先看清楚。")]),
            Block::List { start: None, items: vec![task(true), task(false)] },
            Block::Table {
                align: vec![Align::Start, Align::End],
                head: vec![cell("项目"), cell("数")],
                rows: vec![vec![cell("甲"), cell("1")]],
            },
            Block::Definitions(vec![Definition {
                term: cell("监护人"),
                details: vec![vec![paragraph("照看孩子的人。")]],
            }]),
            Block::Rule,
        ],
        footnotes: vec![vec![paragraph("注释。")]],
    }
}

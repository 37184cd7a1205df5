//! What can only be judged once every file is read: whether what one names exists in another, and what is overdue.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::diagnostic::Diagnostic;
use super::lint;
use super::nearest::suggest;
use super::notes::{Check, Mention, Name, Notes, Period};
use super::record::short;
use super::text::Text;
use crate::model::{Date, Kind, Layout, Portal, Reference, Review, Route};

/// Everything that can be named.
pub(super) struct Index<'a> {
    portal: &'a Portal,
    today: Date,
    unread: HashSet<String>,
    pages: HashMap<&'a str, &'a HashSet<String>>,
    places: HashMap<&'a str, &'a HashSet<String>>,
    hotlines: HashSet<&'a str>,
    names: lint::Names,
    /// The first file with a title.
    titles: HashMap<&'a str, &'a str>,
}

impl<'a> Index<'a> {
    /// `pages` and `places` have the anchors of their headings, `unread` the files with errors of their own.
    pub(super) fn new(
        portal: &'a Portal,
        today: Date,
        pages: &'a HashMap<String, HashSet<String>>,
        places: &'a HashMap<String, HashSet<String>>,
        unread: HashSet<String>,
    ) -> Self {
        fn borrowed(anchors: &HashMap<String, HashSet<String>>) -> HashMap<&str, &HashSet<String>> {
            anchors.iter().map(|(id, anchors)| (id.as_str(), anchors)).collect()
        }
        Self {
            portal,
            today,
            unread,
            pages: borrowed(pages),
            places: borrowed(places),
            hotlines: portal.hotlines.iter().map(|line| line.number.as_str()).collect(),
            names: lint::Names::of(&portal.areas),
            titles: HashMap::new(),
        }
    }

    /// Takes the titles of a file in. The file that comes first keeps a title that two have.
    pub(super) fn add_titles(&mut self, file: &'a str, mentions: &'a [Mention]) {
        for mention in mentions {
            if let Name::Title(title) = &mention.name {
                self.titles.entry(title).or_insert(file);
            }
        }
    }

    /// What is wrong with what a file says about others.
    pub(super) fn check(
        &self,
        text: &Text,
        mentions: &[Mention],
        checks: &[Check],
    ) -> Vec<Diagnostic> {
        let mut notes = Notes::new(text);
        for mention in mentions {
            self.name(&mut notes, &mention.name, &mention.range);
        }
        if text.file.starts_with("places/") {
            self.figures_of_place(&mut notes, mentions);
        }
        for check in checks {
            self.days(&mut notes, check);
        }
        notes.into_diagnostics()
    }

    fn name(&self, notes: &mut Notes<'_>, name: &Name, at: &Range<usize>) {
        if self.is_unread(name) {
            return;
        }
        match name {
            Name::Content(reference) => self.reference(notes, reference, at),
            Name::Area(code) => {
                if self.portal.areas.get(code).is_none() {
                    let message = format!("areas.csv 里没有编码“{}”", short(code));
                    let hint = "改正编码，或先把这个地方加进 areas.csv";
                    notes.error(at, "unknown-area", message, hint);
                }
            }
            Name::Source(id) => {
                if !self.portal.sources.contains_key(id) {
                    let message = format!("sources.csv 里没有来源“{}”", short(id));
                    let ids = self.portal.sources.keys().map(String::as_str);
                    let hint = suggest(id, ids, "改正编号，或先把来源加进 sources.csv");
                    notes.error(at, "unknown-source", message, hint);
                }
            }
            Name::Image(path) => {
                if !self.portal.images.contains_key(path) {
                    let message = format!("没有图片“{}”", short(path));
                    let paths = self.portal.images.keys().map(String::as_str);
                    let hint = suggest(path, paths, "把图片放进 images 文件夹，大小写也要一样");
                    notes.error(at, "missing-image", message, hint);
                }
            }
            Name::ExitPage(id) => match self.portal.page(id) {
                None => self.unknown_page(notes, id, at),
                Some(page) if page.layout != Layout::Bare => notes.error(
                    at,
                    "exit-page",
                    format!("“{}”带有网站的页眉，离开时会暴露看过什么", short(id)),
                    format!("在 pages/{id}.md 里加一行“版式: 空白”"),
                ),
                Some(_) => {}
            },
            Name::Chart(ids) => self.chart(notes, ids, at),
            Name::Local(area) => self.names.check(notes, area, at),
            Name::AnyHour(numbers) => self.any_hour(notes, numbers, at),
            Name::Title(title) => {
                if let Some(first) = self.titles.get(title.as_str())
                    && *first != notes.text.file
                {
                    let message = format!("标题“{}”和“{first}”一样", short(title));
                    notes.warn(at, "duplicate-title", message, "换一个标题，让读者分得清两页");
                }
            }
        }
    }

    /// Whether a name belongs to a table of which nothing could be read: that is what has to be mended.
    fn is_unread(&self, name: &Name) -> bool {
        let portal = self.portal;
        let (table, is_empty) = match name {
            Name::Area(_) => ("areas.csv", portal.areas.iter().next().is_none()),
            Name::Source(_) => ("sources.csv", portal.sources.is_empty()),
            Name::Content(Reference { kind: Kind::Figure, .. }) => {
                ("figures.csv", portal.figures.is_empty())
            }
            Name::Content(Reference { kind: Kind::Hotline, .. }) => {
                ("hotlines.csv", portal.hotlines.is_empty())
            }
            Name::Content(Reference { kind: Kind::Law, .. }) => {
                ("laws/index.csv", portal.laws.iter().next().is_none())
            }
            _ => return false,
        };
        is_empty && self.unread.contains(table)
    }

    fn reference(&self, notes: &mut Notes<'_>, reference: &Reference, at: &Range<usize>) {
        let id = reference.id.as_str();
        let section = reference.section.as_deref();
        let portal = self.portal;
        match reference.kind {
            Kind::Page if built_in().any(|name| name == id) => no_section(notes, section, at),
            Kind::Page => match self.pages.get(id) {
                Some(anchors) => check_section(notes, section, anchors, at),
                None => self.unknown_page(notes, id, at),
            },
            Kind::Place => {
                if let Some(anchors) = self.places.get(id) {
                    check_section(notes, section, anchors, at);
                } else {
                    let ids = portal.places.iter().map(|place| place.id.as_str());
                    let hint = suggest(id, ids, "编号是 places 里文件的名字，不带“.md”");
                    notes.error(at, "unknown-place", format!("没有地方“{}”", short(id)), hint);
                }
            }
            Kind::Help => {
                if let Some(help) = portal.help(id) {
                    let anchors =
                        help.voices.iter().map(|voice| voice.audience.anchor().to_owned());
                    check_section(notes, section, &anchors.collect(), at);
                } else {
                    let ids = portal.helps.iter().map(|help| help.id.as_str());
                    let hint = suggest(id, ids, "编号是 help 里文件的名字，不带“.md”");
                    notes.error(at, "unknown-help", format!("没有求助页“{}”", short(id)), hint);
                }
            }
            Kind::Hotline => {
                if self.hotlines.contains(id) {
                    return no_section(notes, section, at);
                }
                // Numbers that look alike are different services: none is offered as the right one.
                let hint = "改正号码，或先把热线和来源加进 hotlines.csv";
                let message = format!("hotlines.csv 里没有热线“{}”", short(id));
                notes.error(at, "unknown-hotline", message, hint);
            }
            Kind::Figure => {
                if portal.figures.contains_key(id) {
                    return no_section(notes, section, at);
                }
                let ids = portal.figures.keys().map(String::as_str);
                let hint = suggest(id, ids, "改正编号，或先把数字和来源加进 figures.csv");
                let message = format!("figures.csv 里没有数字“{}”", short(id));
                notes.error(at, "unknown-figure", message, hint);
            }
            Kind::Law => {
                self.law(notes, id, at);
                no_section(notes, section, at);
            }
        }
    }

    fn law(&self, notes: &mut Notes<'_>, id: &str, at: &Range<usize>) {
        let laws = &self.portal.laws;
        let (name, article) = match id.split_once('/') {
            Some((name, article)) => (name, Some(article)),
            None => (id, None),
        };
        let Some(law) = laws.get(name) else {
            let names = laws.iter().flat_map(|law| law.short_names.iter().chain([&law.name]));
            let hint = suggest(
                name,
                names.map(String::as_str),
                "名字不带“中华人民共和国”；没有的先加进 laws/index.csv",
            );
            let message = format!("laws/index.csv 里没有“{}”", short(name));
            return notes.error(at, "unknown-law", message, hint);
        };
        if let Some(article) = article.filter(|article| !law.has(article)) {
            let message = format!(
                "《{}》没有第“{}”条，最后一条是第 {} 条",
                law.name,
                short(article),
                law.articles
            );
            notes.error(
                at,
                "unknown-article",
                message,
                "条号写阿拉伯数字，例如 11；增加的条写 236之一",
            );
        }
    }

    /// The numbers on the page of a place are the place's own, or those of what it lies in.
    fn figures_of_place(&self, notes: &mut Notes<'_>, mentions: &[Mention]) {
        let area = mentions.iter().find_map(|mention| match &mention.name {
            Name::Local(area) => Some(area),
            _ => None,
        });
        let Some(area) = area else { return };
        for mention in mentions {
            let Name::Content(Reference { kind: Kind::Figure, id, .. }) = &mention.name else {
                continue;
            };
            let figure = self.portal.figures.get(id);
            // An area that does not exist has been reported.
            let known = |code: &str| self.portal.areas.get(code).is_some();
            if let Some(figure) = figure.filter(|figure| {
                known(area) && known(&figure.area) && !lint::is_related(area, &figure.area)
            }) {
                let message =
                    format!("数字“{}”是另一个地方（{}）的", short(id), short(&figure.area));
                let hint = "用这个地方自己的数字；比较几个地方，写到 pages 里的一页";
                notes.error(&mention.range, "other-place", message, hint);
            }
        }
    }

    /// One of the numbers has to be answered at three in the morning.
    fn any_hour(&self, notes: &mut Notes<'_>, numbers: &[String], at: &Range<usize>) {
        // A number that does not exist has been reported.
        let known: Option<Vec<_>> = numbers.iter().map(|it| self.portal.hotline(it)).collect();
        if known.is_some_and(|lines| !lines.iter().any(|line| line.around_the_clock)) {
            notes.error(
                at,
                "no-night-number",
                "这些热线没有一个全天有人接，半夜看到这一页的人打不通电话",
                "加上 110，或另一个在 hotlines.csv 里“全天”写“是”的号码",
            );
        }
    }

    fn chart(&self, notes: &mut Notes<'_>, ids: &[String], at: &Range<usize>) {
        let mut units = ids
            .iter()
            .filter_map(|id| self.portal.figures.get(id))
            .map(|figure| figure.unit.trim_start_matches(['万', '亿']));
        let Some(first) = units.next() else { return };
        if let Some(other) = units.find(|unit| *unit != first) {
            let message = format!("一张图里有两种单位：“{first}”和“{other}”");
            notes.error(at, "chart-units", message, "单位不同的数字分成两张图");
        }
    }

    fn unknown_page(&self, notes: &mut Notes<'_>, id: &str, at: &Range<usize>) {
        let written = self.portal.pages.iter().map(|page| page.id.as_str());
        let ids = built_in().chain(written);
        let hint = suggest(id, ids, "编号是 pages 里文件的名字，不带“.md”");
        notes.error(at, "unknown-page", format!("没有页面“{}”", short(id)), hint);
    }

    fn days(&self, notes: &mut Notes<'_>, check: &Check) {
        let review = &self.portal.settings.review;
        let days = match check.period {
            Period::Hotlines => Some(review.hotlines),
            Period::Help => Some(review.help),
            Period::Places => Some(review.places),
            Period::Laws => Some(review.laws),
            Period::None => None,
        };
        if let Some(checked) = check.checked.as_ref().filter(|spot| spot.value > self.today) {
            let message = format!("核验日期 {} 在今天 {} 之后", checked.value, self.today);
            notes.error(&checked.range, "future-check", message, "写实际核验的那一天");
        }
        let due = match (&check.review_by, &check.checked, days) {
            (Some(review_by), ..) => Some((review_by.value, &review_by.range)),
            (None, Some(checked), Some(days)) => {
                Review::due(checked.value, days).map(|due| (due, &checked.range))
            }
            _ => None,
        };
        if let Some((due, range)) = due.filter(|(due, _)| *due < self.today) {
            let message = format!("应当在 {due} 前再核验，今天是 {}", self.today);
            notes.warn(range, "overdue-check", message, "照来源重新核对，再更新“核验”和“下次核验”");
        }
    }
}

fn check_section(
    notes: &mut Notes<'_>,
    section: Option<&str>,
    anchors: &HashSet<String>,
    at: &Range<usize>,
) {
    let Some(section) = section.filter(|section| !anchors.contains(*section)) else { return };
    let mut known: Vec<&str> = anchors.iter().map(String::as_str).collect();
    known.sort_unstable();
    let hint = suggest(section, known, "锚点是那一页标题里的字，标点换成“-”");
    let message = format!("那一页没有锚点是“{}”的标题", short(section));
    notes.error(at, "unknown-section", message, hint);
}

fn no_section(notes: &mut Notes<'_>, section: Option<&str>, at: &Range<usize>) {
    if let Some(section) = section {
        let message = format!("这里不能指到标题“{}”", short(section));
        notes.error(at, "unknown-section", message, "删去“#”和后面的字");
    }
}

/// The ids of the pages that the portal writes by itself.
fn built_in<'a>() -> impl Iterator<Item = &'a str> {
    Route::BUILT_IN.into_iter().map(|(name, ..)| name)
}

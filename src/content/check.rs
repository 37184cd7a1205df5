//! What can only be judged once every file is read: whether what one names exists in another, and what is overdue.

mod policy;
mod reference;
mod station;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::Anchors;
use super::diagnostic::Diagnostic;
use super::lint;
use super::nearest::suggest;
use super::notes::{Check, Mention, Name, Notes, Period};
use super::record::short;
use super::text::Text;
use crate::model::policy::Rulebook;
use crate::model::{Date, Kind, Layout, Portal, Reference, Review};

/// Everything that can be named.
pub(super) struct Index<'a> {
    portal: &'a Portal,
    /// The rules of its policies.
    book: Rulebook,
    today: Date,
    unread: HashSet<String>,
    anchors: &'a Anchors,
    hotlines: HashSet<&'a str>,
    names: lint::Names,
    /// The first file with a title.
    titles: HashMap<&'a str, &'a str>,
    /// The words of the glossary that somebody uses.
    terms: HashSet<&'a str>,
}

impl<'a> Index<'a> {
    /// `unread` are the files with errors of their own.
    pub(super) fn new(
        portal: &'a Portal,
        today: Date,
        anchors: &'a Anchors,
        unread: HashSet<String>,
    ) -> Self {
        Self {
            portal,
            book: Rulebook::of(portal),
            today,
            unread,
            anchors,
            hotlines: portal.hotlines.iter().map(|line| line.number.as_str()).collect(),
            names: lint::Names::of(&portal.areas),
            titles: HashMap::new(),
            terms: HashSet::new(),
        }
    }

    /// Takes in the titles of a file, and the words that it leaves to the glossary. The file that comes first keeps a
    /// title that two have.
    pub(super) fn add_names(&mut self, file: &'a str, mentions: &'a [Mention]) {
        for mention in mentions {
            match &mention.name {
                Name::Title(title) => {
                    self.titles.entry(title).or_insert(file);
                }
                Name::Content(Reference { kind: Kind::Term, id, .. }) => {
                    self.terms.extend(self.portal.term(id).map(|term| term.word.as_str()));
                }
                _ => {}
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
        if text.file == "constraints.csv" {
            self.constraints(&mut notes, mentions);
        }
        for check in checks {
            self.days(&mut notes, check);
        }
        self.newer_laws(&mut notes, mentions, checks);
        notes.into_diagnostics()
    }

    fn name(&self, notes: &mut Notes<'_>, name: &Name, at: &Range<usize>) {
        if self.is_unread(name) {
            return;
        }
        match name {
            Name::Content(reference) => self.reference(notes, reference, at),
            Name::Area(code) => self.area(notes, code, at),
            Name::Source(id) => {
                if !self.portal.sources.contains_key(id) {
                    let message = format!("sources.csv 里没有来源“{}”", short(id));
                    let ids = self.portal.sources.keys().map(String::as_str);
                    let hint = suggest(id, ids, "改正编号，或先把来源加进 sources.csv");
                    notes.error(at, "unknown-source", message, hint);
                }
            }
            Name::Published(id) => {
                let source = self.portal.sources.get(id);
                if source.is_some_and(|it| it.url.is_none() && it.number.is_none()) {
                    let message =
                        format!("来源“{}”没有网址，也没有文号，看不出手机号码是公开的", short(id));
                    let hint = "在 sources.csv 写上单位公布这个号码的网址；找不到，就删去号码，写固定电话或 12345";
                    notes.error(at, "unpublished-mobile", message, hint);
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
            Name::Version { law, number, read } => self.version(notes, law, number, *read, at),
            Name::Term(word) => {
                if !self.terms.contains(word.as_str()) {
                    let message = format!("没有一处用到“{}”", short(word));
                    let hint = format!("在文章里写 [{word}](term:{word})，或删去这一行");
                    notes.warn(at, "unused-term", message, hint);
                }
            }
            Name::Folder(folder) => self.folder(notes, folder, at),
            Name::StationType(kind) => {
                let kinds = self.portal.station_types.iter().map(|it| it.name.as_str());
                self.in_table(notes, ("types.csv", "unknown-type"), kind, kinds, at);
            }
            Name::Service(name) => {
                let names = self.portal.services.iter().map(|it| it.name.as_str());
                self.in_table(notes, ("services.csv", "unknown-service"), name, names, at);
            }
            Name::Station { id, parent } => self.station(notes, id, parent.as_ref(), at),
            Name::Policy(id) => self.policy(notes, id, at),
            Name::Beside { policy, other, said } => self.beside(notes, policy, other, *said, at),
            Name::Condition(row) => self.condition(notes, row),
            Name::Expectation(row) => self.expectation(notes, row),
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

    fn area(&self, notes: &mut Notes<'_>, code: &str, at: &Range<usize>) {
        if self.portal.areas.get(code).is_none() {
            let message = format!("areas.csv 里没有编码“{}”", short(code));
            let hint = "改正编码，或先把这个地方加进 areas.csv";
            notes.error(at, "unknown-area", message, hint);
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

    /// Everything of a law is found under its full name.
    fn folder(&self, notes: &mut Notes<'_>, folder: &str, at: &Range<usize>) {
        if let Some(law) = self.portal.laws.get(folder).filter(|law| law.name != folder) {
            let message = format!("文件夹“{}”是《{}》的简称", short(folder), law.name);
            notes.error(at, "law-folder", message, format!("把文件夹改名为“{}”", law.name));
        }
    }

    /// An explanation speaks of the version of the law that the portal speaks of.
    fn version(
        &self,
        notes: &mut Notes<'_>,
        law: &str,
        number: &str,
        read: Date,
        at: &Range<usize>,
    ) {
        let Some(law) = self.portal.laws.get(law) else { return };
        if law.slug.is_none() {
            let message = format!("《{}》在 laws/index.csv 里没有代号，做不出它的网页", law.name);
            notes.error(at, "missing-slug", message, "在“代号”一列写上英文字母，例如 weibao");
        }
        let Some(version) = law.version.filter(|version| *version != read) else { return };
        let cited = self.portal.citations.get(&format!("{}/{number}", law.name));
        let cited: Vec<String> = cited.into_iter().flatten().map(ToString::to_string).collect();
        let cited =
            if cited.is_empty() { "没有别处引用".to_owned() } else { cited.join("、") };
        notes.warn(
            at,
            "law-changed",
            format!("读的是 {read} 的文本，《{}》现在是 {version} 的；引用它的：{cited}", law.name),
            "对照新文本改好解释，再改“版本”；引用它的每一处也看一遍",
        );
    }

    /// What was checked before the law got its present version has to be read again; said once a law.
    fn newer_laws(&self, notes: &mut Notes<'_>, mentions: &[Mention], checks: &[Check]) {
        let days = checks.iter().filter_map(|check| check.checked.as_ref());
        // A table has a day in each row: its rows are not about laws.
        let (Some(checked), false) = (days.map(|spot| spot.value).min(), checks.len() > 1) else {
            return;
        };
        let explained = mentions.iter().any(|it| matches!(it.name, Name::Version { .. }));
        let mut told = HashSet::new();
        for mention in mentions {
            let Name::Content(Reference { kind: Kind::Law, id, .. }) = &mention.name else {
                continue;
            };
            let Some(law) = self.portal.laws.article(id).map(|article| article.law) else {
                continue;
            };
            let newer = law.version.filter(|version| *version > checked);
            if let Some(version) = newer.filter(|_| !explained && told.insert(&law.name)) {
                notes.warn(
                    &mention.range,
                    "law-changed",
                    format!("《{}》有了 {version} 的文本，这里核验于 {checked}", law.name),
                    "对照新文本看一遍引用它的话，再改“核验”",
                );
            }
        }
    }

    fn days(&self, notes: &mut Notes<'_>, check: &Check) {
        let review = &self.portal.settings.review;
        let days = match check.period {
            Period::Hotlines => Some(review.hotlines),
            Period::Help => Some(review.help),
            Period::Places => Some(review.places),
            Period::Laws => Some(review.laws),
            Period::Stations => Some(review.stations),
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

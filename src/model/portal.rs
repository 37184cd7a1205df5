//! Everything that `content/` says, checked and joined.

use std::collections::BTreeMap;

use super::hours::{Calendar, SchoolHolidays};
use super::policy::{Constraint, Example, Fact, Policy};
use super::{
    Area, Areas, Basemap, Case, Commentary, Court, Date, Figure, Help, Hotline, Law, LawGuide,
    Laws, Lesson, Level, Markup, Page, Place, Quiz, Reference, Service, Source, Station,
    StationType, Synonym, Term,
};

/// `site.yaml`.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The portal's name.
    pub name: String,
    /// One sentence under the name.
    pub tagline: String,
    /// BCP 47 tags of its languages; the first is that of every page.
    pub languages: Vec<String>,
    /// Who runs it (主办单位). While it is empty, every page says that this is no government site.
    pub operator: Option<String>,
    /// ICP 备案号.
    pub icp: Option<String>,
    /// 公安备案号.
    pub police_record: Option<String>,
    /// The public address, ending in `/`: for canonical links and the sitemap.
    pub address: Option<String>,
    /// Where 快速离开 leads: a page that tells a bystander nothing.
    pub exit_url: String,
    /// The page of `pages/` that 快速离开 shows without a network.
    pub exit_page: String,
    /// How long a check holds.
    pub review: Review,
    /// The ids of the places, in the order of the chooser.
    pub places: Vec<String>,
    /// The id of the source of `areas.csv`: whose list it is, and of which year.
    pub area_source: Option<String>,
    /// The id of the source of the towns' points in `areas.csv`.
    pub point_source: Option<String>,
    /// The licence under which others may use the directory: `CC BY 4.0`.
    pub data_licence: Option<String>,
    /// The basemap that readers may switch on.
    pub basemap: Option<Basemap>,
}

/// How many days a check holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    /// 热线.
    pub hotlines: u16,
    /// 求助.
    pub help: u16,
    /// 地方.
    pub places: u16,
    /// 法律.
    pub laws: u16,
    /// 站点.
    pub stations: u16,
}

/// A row of `school-holidays.csv`: when schools of an area are closed.
#[derive(Clone, Debug)]
pub struct SchoolHoliday {
    /// The code of the area.
    pub area: String,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// 寒假, 暑假.
    pub name: String,
    /// The id of its source.
    pub source: Option<String>,
}

/// The whole content.
#[derive(Clone, Debug)]
pub struct Portal {
    /// `site.yaml`.
    pub settings: Settings,
    /// `areas.csv`.
    pub areas: Areas,
    /// `laws/index.csv`.
    pub laws: Laws,
    /// The layout of laws, by the law's name.
    pub law_guides: BTreeMap<String, LawGuide>,
    /// The articles that are explained, by what a reference names: `未成年人保护法/17`.
    pub commentaries: BTreeMap<String, Commentary>,
    /// Who cites an article, by what a reference names with the law's full name.
    pub citations: BTreeMap<String, Vec<Reference>>,
    /// `glossary.csv`, in the order of the file.
    pub terms: Vec<Term>,
    /// `stations.csv`, in the order of the file.
    pub stations: Vec<Station>,
    /// What `stations/` says of a station beyond its row, by its id.
    pub station_texts: BTreeMap<String, Markup>,
    /// `types.csv`, in the order of the file.
    pub station_types: Vec<StationType>,
    /// `services.csv`, in the order of the file.
    pub services: Vec<Service>,
    /// `calendar.csv`.
    pub calendar: Calendar,
    /// `school-holidays.csv`.
    pub school_holidays: Vec<SchoolHoliday>,
    /// `lessons/`, by id.
    pub lessons: Vec<Lesson>,
    /// `cases/`, by id.
    pub cases: Vec<Case>,
    /// `quizzes/`, by id.
    pub quizzes: Vec<Quiz>,
    /// `facts.csv`, in the order of the file.
    pub facts: Vec<Fact>,
    /// `constraints.csv`: what cannot be true together.
    pub constraints: Vec<Constraint>,
    /// `policies/`, by id.
    pub policies: Vec<Policy>,
    /// `policies/examples.csv`, in the order of the file.
    pub examples: Vec<Example>,
    /// `synonyms.csv`, in the order of the file.
    pub synonyms: Vec<Synonym>,
    /// `courts/`, by id.
    pub courts: Vec<Court>,
    /// `sources.csv`, by id.
    pub sources: BTreeMap<String, Source>,
    /// `figures.csv`, by id.
    pub figures: BTreeMap<String, Figure>,
    /// `hotlines.csv`, in the order of the file, emergency lines first.
    pub hotlines: Vec<Hotline>,
    /// `help/`, in order.
    pub helps: Vec<Help>,
    /// `places/`, in the order of the chooser.
    pub places: Vec<Place>,
    /// `pages/`, by id.
    pub pages: Vec<Page>,
    /// Pictures of `images/`: the path below `content/` and the bytes.
    pub images: BTreeMap<String, Vec<u8>>,
}

impl Portal {
    /// The line with this number.
    #[must_use]
    pub fn hotline(&self, number: &str) -> Option<&Hotline> {
        self.hotlines.iter().find(|line| line.number == number)
    }

    /// The situation with this id.
    #[must_use]
    pub fn help(&self, id: &str) -> Option<&Help> {
        self.helps.iter().find(|help| help.id == id)
    }

    /// The place with this id.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.id == id)
    }

    /// The station with this id.
    #[must_use]
    pub fn station(&self, id: &str) -> Option<&Station> {
        self.stations.iter().find(|station| station.id == id)
    }

    /// The kind of station with this name.
    #[must_use]
    pub fn station_type(&self, name: &str) -> Option<&StationType> {
        self.station_types.iter().find(|kind| kind.name == name)
    }

    /// When schools of an area are closed.
    #[must_use]
    pub fn school_holidays_of(&self, area: &str) -> SchoolHolidays {
        SchoolHolidays::new(self.school_holiday_spans(area))
    }

    /// What a station does: what all of its kind do, and what its own row adds.
    #[must_use]
    pub fn services_of<'a>(&'a self, station: &'a Station) -> Vec<&'a str> {
        let kind = self.station_type(&station.kind);
        let mut names: Vec<&str> = Vec::new();
        for name in kind.into_iter().flat_map(|it| &it.services).chain(&station.services) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names
    }

    /// The first and the last day of each school holiday that is known for an area.
    pub fn school_holiday_spans(&self, area: &str) -> impl Iterator<Item = (Date, Date)> {
        let here =
            self.school_holidays.iter().filter(move |holiday| area.starts_with(&holiday.area));
        here.map(|holiday| (holiday.from, holiday.until))
    }

    /// The towns that have a page: those of the places, statistical ones left out. None without stations.
    #[must_use]
    pub fn towns(&self) -> Vec<&Area> {
        if self.stations.is_empty() {
            return Vec::new();
        }
        let within = |code: &str| self.places.iter().any(|place| code.starts_with(&place.area));
        self.areas
            .iter()
            .filter(|area| {
                area.level == Level::Town && !area.is_statistical() && within(&area.code)
            })
            .collect()
    }

    /// The lesson with this id.
    #[must_use]
    pub fn lesson(&self, id: &str) -> Option<&Lesson> {
        self.lessons.iter().find(|lesson| lesson.topic.id == id)
    }

    /// The case with this id.
    #[must_use]
    pub fn case(&self, id: &str) -> Option<&Case> {
        self.cases.iter().find(|case| case.topic.id == id)
    }

    /// The quiz with this id.
    #[must_use]
    pub fn quiz(&self, id: &str) -> Option<&Quiz> {
        self.quizzes.iter().find(|quiz| quiz.topic.id == id)
    }

    /// Whether there is anything that questions can find.
    #[must_use]
    pub fn has_finder(&self) -> bool {
        !self.facts.is_empty() && self.policies.iter().any(Policy::is_decided)
    }

    /// The policy with this id.
    #[must_use]
    pub fn policy(&self, id: &str) -> Option<&Policy> {
        self.policies.iter().find(|policy| policy.id == id)
    }

    /// The fact with this name.
    #[must_use]
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// The mock court with this id.
    #[must_use]
    pub fn court(&self, id: &str) -> Option<&Court> {
        self.courts.iter().find(|court| court.id == id)
    }

    /// The word of the glossary, by itself or by another word for it.
    #[must_use]
    pub fn term(&self, word: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.word == word || term.aliases.iter().any(|it| it == word))
    }

    /// The explained article that the id of a reference names, whatever name of the law it uses.
    #[must_use]
    pub fn commentary(&self, id: &str) -> Option<&Commentary> {
        let (name, number) = id.split_once('/')?;
        let law = self.laws.get(name)?;
        self.commentaries.get(&format!("{}/{number}", law.name))
    }

    /// The laws that have a page: their names and slugs.
    #[must_use]
    pub fn laws_told(&self) -> Vec<(&str, String)> {
        self.laws
            .iter()
            .filter(|law| {
                self.law_guides.contains_key(&law.name)
                    || self.commentaries.values().any(|article| article.law == law.name)
            })
            .filter_map(|law| Some((law.name.as_str(), law.slug.clone()?)))
            .collect()
    }

    /// The law whose pages are addressed so.
    #[must_use]
    pub fn law_of_slug(&self, slug: &str) -> Option<&Law> {
        self.laws.iter().find(|law| law.slug.as_deref() == Some(slug))
    }

    /// Whether there is anything to learn from.
    #[must_use]
    pub fn teaches(&self) -> bool {
        !(self.lessons.is_empty()
            && self.cases.is_empty()
            && self.quizzes.is_empty()
            && self.courts.is_empty()
            && self.commentaries.is_empty())
    }

    /// The explained articles of a law, by number.
    #[must_use]
    pub fn commentaries_of(&self, law: &str) -> Vec<&Commentary> {
        let mut found: Vec<&Commentary> =
            self.commentaries.values().filter(|article| article.law == law).collect();
        found.sort_by_key(|article| super::position(&article.number));
        found
    }

    /// The page with this id. `pages` is sorted by id.
    #[must_use]
    pub fn page(&self, id: &str) -> Option<&Page> {
        let index = self.pages.binary_search_by(|page| page.id.as_str().cmp(id)).ok()?;
        self.pages.get(index)
    }
}

impl Review {
    /// The day on which a check of `checked` runs out after `days`.
    #[must_use]
    pub fn due(checked: Date, days: u16) -> Option<Date> {
        checked.checked_add(jiff::Span::new().days(i64::from(days))).ok()
    }
}

//! Everything that `content/` says, checked and joined.

use std::collections::BTreeMap;

use super::{Areas, Date, Figure, Help, Hotline, Laws, Page, Place, Source};

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

//! `site.yaml`.

use super::basemap;
use super::front;
use super::notes::{Name, Notes};
use super::record::{Key, Record, may, must, short};
use crate::model::{Kind, Review, Settings};

const KEYS: &[Key] = &[
    must("名称", "name"),
    must("一句话", "tagline"),
    may("语言", "languages"),
    may("主办单位", "operator"),
    may("ICP备案", "icp"),
    may("公安备案", "police_record"),
    may("网址", "address"),
    must("快速离开", "exit_url"),
    must("离线离开页", "exit_page"),
    may("地方", "places"),
    may("区划来源", "area_source"),
    may("坐标来源", "point_source"),
    may("数据许可", "data_licence"),
    may("底图", "basemap"),
    may("复核周期", "review"),
];

const REVIEW: &[Key] = &[
    may("热线", "hotlines"),
    may("求助", "help"),
    may("地方", "places"),
    may("法律", "laws"),
    may("站点", "stations"),
];

/// What stands where `site.yaml` does not say otherwise.
pub(super) fn default() -> Settings {
    Settings {
        name: String::new(),
        tagline: String::new(),
        languages: vec!["zh-CN".to_owned()],
        operator: None,
        icp: None,
        police_record: None,
        address: None,
        exit_url: String::new(),
        exit_page: String::new(),
        review: Review { hotlines: 90, help: 180, places: 365, laws: 365, stations: 180 },
        places: Vec::new(),
        area_source: None,
        point_source: None,
        data_licence: None,
        basemap: None,
    }
}

/// Reads the settings.
pub(super) fn read(notes: &mut Notes<'_>) -> Settings {
    let mut settings = default();
    let whole = 0..notes.text.source.len();
    let mut fields = front::fields(notes, whole, KEYS);
    settings.name = fields.words("名称");
    settings.tagline = fields.words("一句话");
    settings.operator = fields.optional("主办单位");
    settings.icp = fields.optional("ICP备案");
    settings.police_record = fields.optional("公安备案");
    settings.address = fields
        .web("网址")
        .map(|address| if address.ends_with('/') { address } else { format!("{address}/") });
    settings.exit_url = fields.web("快速离开").unwrap_or_default();
    if let Some(page) = fields.text("离线离开页") {
        fields.notes().mention(page.range, Name::ExitPage(page.value.clone()));
        settings.exit_page = page.value;
    }
    let languages = fields.list("语言");
    for language in &languages {
        if !is_language(&language.value) {
            let message = format!("“{}”不是语言代码", short(&language.value));
            fields.notes().error(&language.range, "bad-choice", message, "简体中文写 zh-CN");
        }
    }
    if !languages.is_empty() {
        settings.languages = languages.into_iter().map(|spot| spot.value).collect();
    }
    for place in fields.list("地方") {
        fields.notes().mention_content(place.range, Kind::Place, &place.value);
        settings.places.push(place.value);
    }
    settings.area_source = source(&mut fields, "区划来源");
    settings.point_source = source(&mut fields, "坐标来源");
    settings.data_licence = fields.optional("数据许可");
    fields.map("底图", basemap::KEYS, |fields| settings.basemap = basemap::read(fields));
    let review = &mut settings.review;
    fields.map("复核周期", REVIEW, |fields| {
        for (name, days) in [
            ("热线", &mut review.hotlines),
            ("求助", &mut review.help),
            ("地方", &mut review.places),
            ("法律", &mut review.laws),
            ("站点", &mut review.stations),
        ] {
            *days = fields.integer(name).unwrap_or(*days);
        }
    });
    settings
}

/// The id of a source, where there is one.
fn source(fields: &mut front::Fields<'_, '_>, name: &'static str) -> Option<String> {
    let source = fields.text(name)?;
    fields.notes().mention(source.range, Name::Source(source.value.clone()));
    Some(source.value)
}

/// Whether a word has the shape of a BCP 47 tag: `zh-CN`.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    parts.next().is_some_and(|language| {
        (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_alphabetic())
    }) && parts.all(|part| {
        (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

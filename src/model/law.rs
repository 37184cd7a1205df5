//! Laws and their articles: what a citation names, and whether it exists.

use std::collections::{BTreeMap, BTreeSet};

use super::Date;

/// A row of `laws/index.csv`.
#[derive(Clone, Debug)]
pub struct Law {
    /// The name without 中华人民共和国 and without 《》.
    pub name: String,
    /// How its pages are addressed: `weibao`.
    pub slug: Option<String>,
    /// Everyday names: 未保法.
    pub short_names: Vec<String>,
    /// The date of the version that the portal speaks of.
    pub version: Option<Date>,
    /// The number of the last article.
    pub articles: u16,
    /// Articles inserted between two numbers: `236之一`.
    pub inserted: BTreeSet<String>,
    /// Whether it is in force.
    pub status: LawStatus,
    /// The id of its source.
    pub source: String,
    /// When an editor last compared it.
    pub checked: Date,
}

/// Whether a law is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LawStatus {
    /// 现行.
    InForce,
    /// 失效.
    Repealed,
    /// 待核验: named, but its text was not at hand, so it is not explained.
    Unverified,
}

impl LawStatus {
    /// The word that editors write and readers see.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::InForce => "现行",
            Self::Repealed => "失效",
            Self::Unverified => "待核验",
        }
    }
}

impl Law {
    /// Whether an article of this number exists: `17`, `236之一`.
    #[must_use]
    pub fn has(&self, article: &str) -> bool {
        self.inserted.contains(article)
            || (article.bytes().all(|byte| byte.is_ascii_digit())
                && !article.starts_with('0')
                && article.parse().is_ok_and(|number: u16| (1..=self.articles).contains(&number)))
    }
}

/// A law, or an article of it, that a reference names.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// The law.
    pub law: &'a Law,
    /// The number of the article, where one is named.
    pub number: Option<&'a str>,
}

impl Article<'_> {
    /// `《未成年人保护法》第十一条`.
    #[must_use]
    pub fn title(&self) -> String {
        let law = format!("《{}》", self.law.name);
        let Some(number) = self.number else { return law };
        let (base, suffix) = match number.split_once('之') {
            Some((base, suffix)) => (base, format!("之{suffix}")),
            None => (number, String::new()),
        };
        let base = base.parse().map_or_else(|_| base.to_owned(), chinese_number);
        format!("{law}第{base}条{suffix}")
    }
}

/// All laws, found by name or by short name.
#[derive(Clone, Debug, Default)]
pub struct Laws {
    by_name: BTreeMap<String, Law>,
    names: BTreeMap<String, String>,
}

impl Laws {
    /// Takes the laws; of two with one name the later stands.
    #[must_use]
    pub fn new(laws: impl IntoIterator<Item = Law>) -> Self {
        let mut all = Self::default();
        for law in laws {
            for name in law.short_names.iter().chain([&law.name]) {
                all.names.insert(name.clone(), law.name.clone());
            }
            all.by_name.insert(law.name.clone(), law);
        }
        all
    }

    /// Every law, by name.
    pub fn iter(&self) -> impl Iterator<Item = &Law> {
        self.by_name.values()
    }

    /// The law with this name or short name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Law> {
        self.by_name.get(self.names.get(name)?)
    }

    /// What the id of a reference names: `未成年人保护法`, `未保法/11`. `None` where the law or the article does not exist.
    #[must_use]
    pub fn article<'a>(&'a self, id: &'a str) -> Option<Article<'a>> {
        let (name, number) = match id.split_once('/') {
            Some((name, number)) => (name, Some(number)),
            None => (id, None),
        };
        let law = self.get(name)?;
        number.is_none_or(|number| law.has(number)).then_some(Article { law, number })
    }
}

/// A number below 10,000 in Chinese numerals, as statutes count: 十一, 一百零三, 一千二百六十.
#[must_use]
pub fn chinese_number(number: u16) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    if number == 0 || number >= 10_000 {
        return number.to_string();
    }
    let mut text = String::new();
    let mut gap = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = usize::from(number / unit % 10);
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
            gap = false;
        }
        // 十一, not 一十一; but 一百一十一.
        if !(unit == 10 && digit == 1 && text.is_empty()) {
            text.push(DIGITS[digit]);
        }
        text.push_str(name);
    }
    text
}

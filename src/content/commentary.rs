//! `laws/<law>/<article>.md` and `laws/<law>/index.md`.

use std::collections::HashSet;
use std::ops::Range;

use super::front::{self, Fields};
use super::lint;
use super::markdown;
use super::notes::{Name, Notes, Period};
use super::record::{Key, Record, may, must, short};
use super::section;
use crate::model::{Audience, Chapter, Commentary, Date, Kind, LawGuide, Markup, Protection, base};

const KEYS: &[Key] = &[
    must("要点", "gist"),
    must("版本", "version"),
    may("失效", "repealed"),
    may("求助", "helps"),
    must("核验", "checked"),
    may("下次核验", "review_by"),
];

/// The headings, and whom each speaks to.
const VOICES: [(&str, Audience); 3] =
    [("孩子", Audience::Child), ("家长", Audience::Parent), ("老师", Audience::Helper)];

/// How long a gist may be, in characters: it is read while pointing.
const LONGEST_GIST: usize = 60;

/// Reads an explained article.
pub(super) fn article(notes: &mut Notes<'_>, law: &str, number: &str) -> Commentary {
    let halves = front::split(notes);
    let mut article = Commentary {
        law: law.to_owned(),
        number: number.to_owned(),
        gist: String::new(),
        version: Date::ZERO,
        repealed: None,
        helps: Vec::new(),
        checked: Date::ZERO,
        review_by: None,
        voices: Vec::new(),
    };
    let mut at = 0..0;
    if let Some(range) = halves.front {
        at = range.start..range.start;
        let mut fields = front::fields(notes, range, KEYS);
        if let Some(gist) = fields.text("要点") {
            let count = gist.value.chars().count();
            if count > LONGEST_GIST {
                let message = format!("“要点”有 {count} 个字，应当不超过 {LONGEST_GIST} 个");
                fields.notes().warn(&gist.range, "long-gist", message, "只留一句话");
            }
            article.gist = gist.value;
        }
        if let Some(version) = fields.date("版本") {
            fields.notes().mention(
                version.range.clone(),
                Name::Version {
                    law: law.to_owned(),
                    number: number.to_owned(),
                    read: version.value,
                },
            );
            article.version = version.value;
        }
        article.repealed = fields.partial_date("失效");
        article.helps = fields.references("求助", Kind::Help);
        (article.checked, article.review_by) = fields.check(Period::Laws);
    }
    notes.mention(at.clone(), Name::Folder(law.to_owned()));
    notes.mention(
        at,
        Name::Content(crate::model::Reference {
            kind: Kind::Law,
            id: format!("{law}/{number}"),
            section: None,
        }),
    );
    lint::help(notes, &halves.body);
    let parts = section::read(notes, halves.body, &VOICES.map(|(name, _)| name));
    for part in parts {
        let Some((_, audience)) = VOICES.get(part.number) else { continue };
        if *audience == Audience::Child {
            lint::long_sentences(notes, &(part.place.end..part.end));
        }
        article.voices.push((*audience, part.text));
    }
    article
}

const GUIDE: &[Key] = &[
    must("摘要", "summary"),
    may("章节", "chapters"),
    must("核验", "checked"),
    may("下次核验", "review_by"),
];

const CHAPTER: &[Key] =
    &[must("名称", "name"), must("条文", "articles"), may("保护", "protection")];

/// Reads the layout of a law, and the anchors of its headings.
pub(super) fn guide(notes: &mut Notes<'_>, law: &str) -> (LawGuide, HashSet<String>) {
    let halves = front::split(notes);
    let mut guide = LawGuide {
        law: law.to_owned(),
        summary: String::new(),
        chapters: Vec::new(),
        checked: Date::ZERO,
        review_by: None,
        body: Markup::default(),
    };
    let mut at = 0..0;
    if let Some(range) = halves.front {
        at = range.start..range.start;
        let mut fields = front::fields(notes, range, GUIDE);
        guide.summary = fields.words("摘要");
        fields.maps("章节", CHAPTER, |fields| guide.chapters.extend(chapter(fields, law)));
        (guide.checked, guide.review_by) = fields.check(Period::Laws);
    }
    notes.mention(at.clone(), Name::Folder(law.to_owned()));
    notes.mention_content(at, Kind::Law, law);
    lint::page(notes, &halves.body);
    let text = markdown::parse(notes, halves.body);
    markdown::check_headings(notes, &text);
    guide.body = text.markup;
    (guide, text.anchors)
}

fn chapter(fields: &mut Fields<'_, '_>, law: &str) -> Option<Chapter> {
    let name = fields.words("名称");
    let spot = fields.text("条文");
    let protections = Protection::ALL.map(|protection| (protection.label(), protection));
    let protection = fields.choice("保护", &protections, &[]);
    let spot = spot?;
    let Some((first, last)) = range(&spot.value) else {
        let message = format!("“{}”不是条文的范围", short(&spot.value));
        fields.notes().error(&spot.range, "bad-range", message, "写成 15-24，只有一条写 15");
        return None;
    };
    mention_article(fields.notes(), law, last, spot.range);
    Some(Chapter { name, first, last, protection })
}

/// The last article of a chapter has to exist.
fn mention_article(notes: &mut Notes<'_>, law: &str, number: u16, at: Range<usize>) {
    notes.mention_content(at, Kind::Law, &format!("{law}/{number}"));
}

/// `15-24` or `15`.
fn range(written: &str) -> Option<(u16, u16)> {
    let (first, last) = written.split_once(['-', '–', '—', '～']).unwrap_or((written, written));
    let (first, last) = (base(first.trim()), base(last.trim()));
    (first > 0 && first <= last).then_some((first, last))
}

//! `policies/*.md`: front matter, tables that carry data under given `##` headings, and text under any others.

mod child;
mod condition;
mod offer;
mod part;

use std::collections::HashSet;

use super::footnote;
use super::front::{self, Fields};
use super::lint;
use super::markdown;
use super::notes::{Name, Notes, Period, Spot};
use super::record::{Key, Record, may, must, short};
use crate::model::policy::{Beside, Category, Policy, PolicyKind};
use crate::model::{Audience, Block, Kind, Level, Protection};

const KEYS: &[Key] = &[
    must("名称", "name"),
    must("摘要", "summary"),
    may("给孩子的话", "for_child"),
    must("类别", "category"),
    must("种类", "kind"),
    must("保护", "protections"),
    must("对象", "audiences"),
    must("主管", "departments"),
    must("层级", "level"),
    must("适用", "areas"),
    may("国家政策", "national"),
    may("文号", "number"),
    may("发布", "issued"),
    may("生效", "from"),
    may("失效", "until"),
    may("依据", "articles"),
    may("互斥", "exclusive"),
    may("能一起领", "together"),
    may("一起领待核验", "unsettled"),
    may("组", "group"),
    must("急迫", "urgency"),
    must("来源", "sources"),
    must("核验", "checked"),
    may("下次核验", "review_by"),
    may("待核验", "unverified"),
];

/// The headings under which the format says what stands.
const CONDITIONS: &str = "条件";
const VERIFY: &str = "需要核实";
const BENEFITS: &str = "待遇";
const PAPERS: &str = "材料";
const DOORS: &str = "到哪里办";
const REFUSED: &str = "如果没通过";
const HEADINGS: [&str; 6] = [CONDITIONS, VERIFY, BENEFITS, PAPERS, DOORS, REFUSED];

/// Reads a policy, and the anchors of the editor's own headings.
pub(super) fn read(notes: &mut Notes<'_>, id: &str) -> (Policy, HashSet<String>) {
    let halves = front::split(notes);
    let mut policy = Policy::new(id);
    if let Some(range) = halves.front {
        fields(front::fields(notes, range, KEYS), &mut policy);
    }
    lint::page(notes, &halves.body);
    let start = halves.body.start;
    let text = markdown::parse(notes, halves.body);
    markdown::check_headings(notes, &text);
    let (blocks, places) = (text.markup.blocks, text.places);
    let mut body = Vec::new();
    let mut read = HashSet::new();
    for part in part::parts(notes, blocks, places) {
        match part.name {
            Some(CONDITIONS) => condition::read(notes, &part, &mut policy),
            Some(VERIFY) => policy.verify = offer::verify(notes, &part, &text.markup.footnotes),
            Some(BENEFITS) => policy.benefits = offer::benefits(notes, &part),
            Some(PAPERS) => policy.papers = offer::papers(notes, &part, &policy.branches()),
            Some(DOORS) => offer::doors(notes, &part, &mut policy, &text.markup.footnotes),
            Some(REFUSED) => {
                let blocks = part.blocks.into_iter().map(|(block, _)| block).collect();
                policy.refused = Some(footnote::part(blocks, &text.markup.footnotes));
            }
            _ => body.extend(part.blocks.into_iter().map(|(block, _)| block)),
        }
        read.extend(part.name);
    }
    if policy.kind == PolicyKind::Benefit && !read.contains(CONDITIONS) {
        let hint = "加上“## 条件”和它的表；不由回答决定的，“种类”写“求助门”或“机制”";
        notes.error(&(start..start), "missing-part", "缺少“## 条件”", hint);
    }
    policy.body = footnote::part(body, &text.markup.footnotes);
    // The given headings have the anchors that the page gives them.
    let anchors = policy.body.blocks.iter().filter_map(|block| match block {
        Block::Heading { id, .. } => Some(id.clone()),
        _ => None,
    });
    let anchors = anchors.collect();
    (policy, anchors)
}

fn fields(mut fields: Fields<'_, '_>, policy: &mut Policy) {
    if let Some(name) = fields.text("名称") {
        fields.notes().mention(name.range.clone(), Name::Title(name.value.clone()));
        fields.notes().mention(name.range, Name::Policy(policy.id.clone()));
        policy.name = name.value;
    }
    let summary = fields.text("摘要");
    let place = summary.as_ref().map(|spot| spot.range.clone());
    policy.summary = summary.map(|spot| spot.value).unwrap_or_default();
    let for_child = fields.text("给孩子的话");
    policy.for_child = for_child.as_ref().and_then(|it| child::read(fields.notes(), it));
    let categories = Category::ALL.map(|it| (it.label(), it));
    policy.category = fields.choice("类别", &categories, &[]).unwrap_or(policy.category);
    let kinds = PolicyKind::ALL.map(|it| (it.label(), it));
    policy.kind = fields.choice("种类", &kinds, &[]).unwrap_or(policy.kind);
    // The finder lists all but mechanisms, to children too.
    if let Some(place) = place.filter(|_| for_child.is_none())
        && policy.kind != PolicyKind::Mechanism
    {
        let message = "缺少“给孩子的话”：孩子答完题，看到的是写给大人的摘要";
        let hint = "加一行“给孩子的话: …”，用“你”，一两句平常话，写上 [](hotline:12345)";
        fields.notes().warn(&place, "no-child-words", message, hint);
    }
    let protections = Protection::ALL.map(|it| (format!("{}保护", it.label()), it));
    policy.protections = several(&mut fields, "保护", &protections);
    let audiences =
        [("孩子", Audience::Child), ("家长", Audience::Parent), ("老师", Audience::Helper)];
    let audiences = audiences.map(|(word, it)| (word.to_owned(), it));
    policy.audiences = several(&mut fields, "对象", &audiences);
    policy.departments = fields.list("主管").into_iter().map(|spot| spot.value).collect();
    let levels = [
        ("国家", None),
        (Level::Province.label(), Some(Level::Province)),
        (Level::City.label(), Some(Level::City)),
        (Level::County.label(), Some(Level::County)),
        (Level::Town.label(), Some(Level::Town)),
    ];
    policy.level = fields.choice("层级", &levels, &[]).flatten();
    for spot in fields.list("适用").into_iter().filter(|spot| spot.value != "全国") {
        fields.notes().mention(spot.range, Name::Area(spot.value.clone()));
        policy.areas.push(spot.value);
    }
    policy.national = others(&mut fields, "国家政策", &policy.id).pop().map(|spot| spot.value);
    policy.number = fields.optional("文号");
    policy.issued = fields.partial_date("发布");
    policy.from = fields.date("生效").map(|spot| spot.value);
    let until = fields.date("失效");
    policy.until = until.as_ref().map(|spot| spot.value);
    if let (Some(from), Some(until)) = (policy.from, until)
        && until.value < from
    {
        let message = format!("失效 {} 在生效 {from} 之前", until.value);
        fields.notes().error(&until.range, "reversed-dates", message, "改正其中一个");
    }
    policy.articles = fields.references("依据", Kind::Law);
    policy.exclusive = beside(&mut fields, Beside::Never, &policy.id);
    policy.together = beside(&mut fields, Beside::Together, &policy.id);
    policy.unsettled = beside(&mut fields, Beside::Unsettled, &policy.id);
    policy.group = fields.optional("组");
    let urgencies = [("1", 1), ("2", 2), ("3", 3)];
    policy.urgency = fields.choice("急迫", &urgencies, &[]).unwrap_or(policy.urgency);
    for spot in fields.list("来源") {
        fields.notes().mention(spot.range, Name::Source(spot.value.clone()));
        policy.sources.push(spot.value);
    }
    (policy.checked, policy.review_by) = fields.check(Period::Laws);
    policy.unverified = fields.optional("待核验");
}

/// The words of a list, each one of a few.
fn several<T: Copy>(
    fields: &mut Fields<'_, '_>,
    name: &'static str,
    offered: &[(String, T)],
) -> Vec<T> {
    let mut found = Vec::new();
    for spot in fields.list(name) {
        if let Some((_, value)) = offered.iter().find(|(word, _)| *word == spot.value) {
            found.push(*value);
            continue;
        }
        let words: Vec<&str> = offered.iter().map(|(word, _)| word.as_str()).collect();
        let message = format!("“{name}”写成了“{}”，不认得", short(&spot.value));
        let hint = format!("只能写：{}", words.join("、"));
        fields.notes().error(&spot.range, "bad-choice", message, hint);
    }
    found
}

/// The ids of other policies.
fn others(fields: &mut Fields<'_, '_>, name: &'static str, own: &str) -> Vec<Spot> {
    let mut others = Vec::new();
    for spot in fields.list(name) {
        if spot.value == own {
            let message = format!("“{name}”写了它自己");
            fields.notes().error(&spot.range, "self-reference", message, "写另一个政策的编号");
            continue;
        }
        fields.notes().mention_content(spot.range.clone(), Kind::Policy, &spot.value);
        others.push(spot);
    }
    others
}

/// The ids of policies of which this one says whether both may be received.
fn beside(fields: &mut Fields<'_, '_>, said: Beside, own: &str) -> Vec<String> {
    let mut ids = Vec::new();
    for Spot { value: other, range } in others(fields, said.label(), own) {
        let name = Name::Beside { policy: own.to_owned(), other: other.clone(), said };
        fields.notes().mention(range, name);
        ids.push(other);
    }
    ids
}

//! A policy: its page, with its conditions as a table that a lawyer can check, branch by branch.

use leptos::prelude::*;

use super::frame::Sheet;
use super::render::Context;
use super::{StyleSheet, contents, date, law, markup, source};
use crate::model::policy::{
    Basis, Benefit, Beside, Category, FactKind, Paper, Policy, PolicyKind, Row,
};
use crate::model::{Block, Inline, Kind, Level, Markup, Reference, Route};

/// The policies of a category.
pub(super) fn of_category<'a>(
    ctx: &Context<'a>,
    category: Category,
) -> impl Iterator<Item = &'a Policy> + use<'a> {
    ctx.portal.policies.iter().filter(move |policy| policy.category == category)
}

/// 全国, or the names of the areas.
pub(super) fn areas(ctx: &Context<'_>, policy: &Policy) -> String {
    if policy.areas.is_empty() {
        return "全国".to_owned();
    }
    let names: Vec<String> =
        policy.areas.iter().map(|code| ctx.portal.areas.full_name(code)).collect();
    names.join("、")
}

/// One policy.
pub(super) fn page(ctx: &Context<'_>, policy: &Policy) -> Sheet {
    let mut parts: Vec<contents::Part> = Vec::new();
    let mut section = |id: &'static str, title: &'static str, content: Option<AnyView>| {
        content.map(|content| {
            parts.push((id.to_owned(), title.to_owned()));
            view! { <section aria-labelledby=id><h2 id=id>{title}</h2>{content}</section> }
                .into_any()
        })
    };
    let sections = [
        section("part-benefits", "给什么", benefits(ctx, policy)),
        section("part-doors", "到哪里办", doors(ctx, policy)),
        section("part-papers", "带什么", papers(ctx, policy)),
        section("part-conditions", "条件", conditions(ctx, policy)),
        section("part-verify", "需要当面核实的", list(ctx, &policy.verify)),
    ];
    parts.extend(contents::parts(&policy.body));
    let mut section = |id: &'static str, title: &'static str, content: Option<AnyView>| {
        content.map(|content| {
            parts.push((id.to_owned(), title.to_owned()));
            view! { <section aria-labelledby=id><h2 id=id>{title}</h2>{content}</section> }
                .into_any()
        })
    };
    let last = [
        section("part-refused", "如果没通过", refused(ctx, policy)),
        section("part-basis", "依据和来源", Some(facts(ctx, policy))),
    ];
    let text = view! {
        {policy.unverified.clone().map(|words| view! {
            <p class="callout caution"><strong>"待核验："</strong>{words}</p>
        })}
        {sections.into_iter().collect::<Vec<_>>()}
        <div class="prose" inner_html=markup::html(ctx, &policy.body, "")></div>
        {last.into_iter().collect::<Vec<_>>()}
        {date::review(policy.checked, policy.review_by, ctx.portal.settings.review.laws)}
    };
    let content = view! {
        <h1>{policy.name.clone()}</h1>
        <p class="lead">{policy.summary.clone()}</p>
        <p class="meta">{meta(policy)}</p>
        {date::force(policy.from, policy.until).map(|days| view! { <p class="standing">{days}</p> })}
        {policy.for_child.as_ref().map(|words| {
            let html = markup::phrase(ctx, words, "");
            view! { <p class="callout tip"><strong>"给孩子："</strong><span inner_html=html></span></p> }
        })}
        {contents::beside(parts, text.into_any())}
    };
    Sheet {
        description: policy.summary.clone(),
        trail: vec![(Route::PolicyIndex, "政策")],
        pillar: "policy",
        style: Some(StyleSheet::Policy),
        content: content.into_any(),
        ..Sheet::new(policy.name.clone())
    }
}

fn meta(policy: &Policy) -> String {
    let level = policy.level.map_or("国家", Level::label);
    let words = [policy.category.label(), policy.kind.label(), level];
    format!("{} · {}", words.join(" · "), policy.departments.join("、"))
}

/// Where it is from and where it holds.
fn facts(ctx: &Context<'_>, policy: &Policy) -> AnyView {
    let row = |name: &'static str, words: Option<AnyView>| {
        words.map(|words| view! { <div><dt>{name}</dt><dd>{words}</dd></div> }.into_any())
    };
    let links = |ids: &[&Policy]| {
        let links: Vec<AnyView> = ids
            .iter()
            .map(|other| {
                let route = Route::Policy(other.id.clone());
                view! { <li>{ctx.link(&route, "", other.name.clone())}</li> }.into_any()
            })
            .collect();
        (!links.is_empty()).then(|| view! { <ul>{links}</ul> }.into_any())
    };
    let articles: Vec<AnyView> = policy
        .articles
        .iter()
        .map(|id| view! { <li inner_html=article(ctx, id)></li> }.into_any())
        .collect();
    let articles = (!articles.is_empty()).then(|| view! { <ul>{articles}</ul> }.into_any());
    let national = policy.national.as_deref().and_then(|id| ctx.portal.policy(id));
    let words = |words: Option<String>| words.map(IntoAny::into_any);
    view! {
        <dl class="facts">
            {row("哪里适用", Some(areas(ctx, policy).into_any()))}
            {row("国家的规定", links(national.as_slice()))}
            {row("文号", words(policy.number.clone()))}
            {row("发布", policy.issued.map(date::time))}
            {row("生效", policy.from.map(date::first_day))}
            {row("失效", policy.until.map(date::last_day))}
            {row("依据", articles)}
            {row("不能同时领", links(&beside(ctx, policy, Beside::Never)))}
            {row("可以同时领", links(&beside(ctx, policy, Beside::Together)))}
            {row("能不能同时领", links(&beside(ctx, policy, Beside::Unsettled)).map(|links| {
                view! { "查不到依据，请向受理机关问清：" {links} }.into_any()
            }))}
            {row("来源", Some(source::of_ids(ctx, &policy.sources)))}
        </dl>
    }
    .into_any()
}

/// The policies of which this is said, whichever of the two says so. What holds beside a national policy holds beside its
/// local form.
pub(super) fn beside<'a>(ctx: &Context<'a>, policy: &Policy, what: Beside) -> Vec<&'a Policy> {
    let national = policy.national.as_deref().and_then(|id| ctx.portal.policy(id));
    let says = |other: &&Policy| {
        other.id != policy.id
            && (policy.stands(what, other) || national.is_some_and(|it| it.stands(what, other)))
    };
    ctx.portal.policies.iter().filter(says).collect()
}

fn article(ctx: &Context<'_>, id: &str) -> String {
    let reference = Reference { kind: Kind::Law, id: id.to_owned(), section: None };
    law::citation(ctx, &reference, "")
}

/// A table that scrolls by itself where it is wide.
fn table(label: &'static str, names: &[&'static str], rows: Vec<Vec<AnyView>>) -> AnyView {
    let head: Vec<AnyView> =
        names.iter().map(|words| view! { <th scope="col">{*words}</th> }.into_any()).collect();
    let rows: Vec<AnyView> = rows
        .into_iter()
        .map(|row| {
            // On a narrow screen each cell stands below the other, with its heading.
            let cells = row
                .into_iter()
                .zip(names)
                .map(|(cell, name)| view! { <td data-head=*name>{cell}</td> }.into_any());
            let cells: Vec<AnyView> = cells.collect();
            view! { <tr>{cells}</tr> }.into_any()
        })
        .collect();
    view! {
        <div class="scroll wide-table" role="group" tabindex="0" aria-label=format!("表格：{label}")>
            <table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

/// The conditions, branch by branch.
fn conditions(ctx: &Context<'_>, policy: &Policy) -> Option<AnyView> {
    if !policy.is_decided() {
        return None;
    }
    let branches = policy.branches();
    let how = if branches.is_empty() {
        "每一行都要满足。"
    } else {
        "“共同”的每一行都要满足；下面几种情形，满足其中一种的每一行就可以。"
    };
    let head = ["事实", "要求", "符合时", "不符合时", "依据"];
    let parts: Vec<AnyView> = std::iter::once(None)
        .chain(branches.iter().copied().map(Some))
        .filter_map(|branch| {
            let rows: Vec<Vec<AnyView>> = policy
                .rows
                .iter()
                .filter(|row| row.branch == branch)
                .map(|row| condition(ctx, row))
                .collect();
            let title = match branch {
                Some(letter) => format!("情形 {letter}"),
                None if branches.is_empty() => String::new(),
                None => "共同".to_owned(),
            };
            let heading = (!title.is_empty()).then(|| view! { <h3>{title}</h3> });
            (!rows.is_empty()).then(|| view! { {heading} {table("条件", &head, rows)} }.into_any())
        })
        .collect();
    Some(view! { <p>{how}</p>{parts}{difference(ctx, policy)} }.into_any())
}

/// How a local form differs from the national policy.
fn difference(ctx: &Context<'_>, policy: &Policy) -> Option<AnyView> {
    let national = ctx.portal.policy(policy.national.as_deref()?)?;
    let told = |one: &Policy, other: &Policy| -> Vec<AnyView> {
        let same = |row: &Row, it: &Row| {
            row.fact == it.fact && row.relation == it.relation && row.values == it.values
        };
        one.rows
            .iter()
            .filter(|row| !other.rows.iter().any(|it| same(row, it)))
            .map(|row| view! { <li>{format!("{}{}", row.fact, asked(ctx, row))}</li> }.into_any())
            .collect()
    };
    let (here, there) = (told(policy, national), told(national, policy));
    let part = |title: &'static str, items: Vec<AnyView>| {
        (!items.is_empty()).then(|| view! { <p>{title}</p><ul>{items}</ul> })
    };
    let view = view! {
        <h3>"和国家的规定不同的地方"</h3>
        {(here.is_empty() && there.is_empty()).then(|| view! { <p>"条件写得一样，金额和办法看下面。"</p> })}
        {part("这里写的：", here)}
        {part("国家的那一条写的：", there)}
    };
    Some(view.into_any())
}

/// What a row asks of its fact, in words.
fn asked(ctx: &Context<'_>, row: &Row) -> String {
    let kind = ctx.portal.fact(&row.fact).map(|fact| &fact.kind);
    let is_area = kind == Some(&FactKind::Area);
    let value = |value: &String| {
        if is_area { ctx.portal.areas.full_name(value) } else { value.clone() }
    };
    let values: Vec<String> = row.values.iter().map(value).collect();
    format!("{} {}", row.relation.label(), values.join("、"))
}

fn condition(ctx: &Context<'_>, row: &Row) -> Vec<AnyView> {
    let basis: Vec<AnyView> = row
        .basis
        .iter()
        .map(|basis| match basis {
            Basis::Article(id) => view! { <li inner_html=article(ctx, id)></li> }.into_any(),
            Basis::Source(id) => {
                let id = std::slice::from_ref(id);
                view! { <li>{source::of_ids(ctx, id)}</li> }.into_any()
            }
        })
        .collect();
    let mark = row.unverified.then(|| source::tag("待核验"));
    vec![
        row.fact.clone().into_any(),
        asked(ctx, row).into_any(),
        row.met.clone().into_any(),
        row.unmet.clone().into_any(),
        view! { <ul>{basis}</ul>{mark} }.into_any(),
    ]
}

fn list(ctx: &Context<'_>, items: &[Markup]) -> Option<AnyView> {
    let items: Vec<AnyView> = items
        .iter()
        .enumerate()
        .map(|(at, item)| {
            view! { <li inner_html=markup::phrase(ctx, item, &format!("part-verify-{at}-"))></li> }
                .into_any()
        })
        .collect();
    (!items.is_empty()).then(|| view! { <ul>{items}</ul> }.into_any())
}

fn benefits(ctx: &Context<'_>, policy: &Policy) -> Option<AnyView> {
    let rows: Vec<Vec<AnyView>> = policy
        .benefits
        .iter()
        .map(|benefit| {
            let area = benefit.area.as_ref().map(|code| ctx.portal.areas.full_name(code));
            vec![
                benefit.name.clone().into_any(),
                Some(amount(benefit)).filter(|it| !it.is_empty()).into_any(),
                area.into_any(),
                benefit.from.map(date::time).into_any(),
                benefit.until.map(date::time).into_any(),
                source::of_ids(ctx, &benefit.sources),
            ]
        })
        .collect();
    // A column in which nothing stands would push the others together.
    let has = |told: fn(&Benefit) -> bool| policy.benefits.iter().any(told);
    let columns = [
        ("内容", true),
        ("金额", has(|it| !amount(it).is_empty())),
        ("哪里", has(|it| it.area.is_some())),
        ("起", has(|it| it.from.is_some())),
        ("止", has(|it| it.until.is_some())),
        ("来源", true),
    ];
    let shown = |row: Vec<AnyView>| {
        row.into_iter().zip(columns).filter(|(_, (_, used))| *used).map(|(cell, _)| cell).collect()
    };
    let head: Vec<&str> = columns.into_iter().filter(|it| it.1).map(|it| it.0).collect();
    let rows: Vec<Vec<AnyView>> = rows.into_iter().map(shown).collect();
    (!rows.is_empty()).then(|| table("待遇", &head, rows))
}

pub(super) fn amount(benefit: &Benefit) -> String {
    match (&benefit.amount, &benefit.unit) {
        (Some(amount), Some(unit)) => format!("{amount} {unit}"),
        (Some(amount), None) => amount.clone(),
        (None, Some(_)) => "没有查到，办的时候问".to_owned(),
        (None, None) => String::new(),
    }
}

/// A cell of running text.
fn cell(ctx: &Context<'_>, inlines: &[Inline]) -> AnyView {
    let blocks = vec![Block::Paragraph(inlines.to_vec())];
    let html = markup::phrase(ctx, &Markup { blocks, footnotes: Vec::new() }, "");
    view! { <span inner_html=html></span> }.into_any()
}

/// When a paper is needed; of branches by the names that their tables bear.
fn needed(paper: &Paper) -> String {
    let letters: Vec<String> = paper.branches().iter().map(char::to_string).collect();
    if letters.is_empty() {
        paper.needed.clone()
    } else {
        format!("情形 {}", letters.join("、"))
    }
}

fn papers(ctx: &Context<'_>, policy: &Policy) -> Option<AnyView> {
    let rows: Vec<Vec<AnyView>> = policy
        .papers
        .iter()
        .map(|paper| {
            vec![
                cell(ctx, &paper.name),
                needed(paper).into_any(),
                cell(ctx, &paper.issuer),
                cell(ctx, &paper.waived),
            ]
        })
        .collect();
    (!rows.is_empty()).then(|| table("材料", &["材料", "何时需要", "谁出具", "可免"], rows))
}

fn doors(ctx: &Context<'_>, policy: &Policy) -> Option<AnyView> {
    let rows: Vec<Vec<AnyView>> = policy
        .doors
        .iter()
        .map(|door| {
            vec![door.place.clone().into_any(), door.seat.label().into_any(), cell(ctx, &door.note)]
        })
        .collect();
    let lines = [("时限", &policy.time_limit), ("线上", &policy.online)];
    let lines: Vec<AnyView> = lines
        .into_iter()
        .filter_map(|(word, text)| {
            let html = markup::phrase(ctx, text.as_ref()?, "part-doors-");
            Some(view! { <li>{word} "：" <span inner_html=html></span></li> }.into_any())
        })
        .collect();
    if rows.is_empty() && lines.is_empty() {
        return None;
    }
    let head = ["地点", "哪里的", "说明"];
    let table = (!rows.is_empty()).then(|| table("到哪里办", &head, rows));
    Some(view! { {table} {(!lines.is_empty()).then(|| view! { <ul>{lines}</ul> })} }.into_any())
}

/// What to do where it is refused. To apply all the same, and to ask for reasons, is always possible.
fn refused(ctx: &Context<'_>, policy: &Policy) -> Option<AnyView> {
    let text = policy.refused.as_ref().map(|text| markup::html(ctx, text, "part-refused-"));
    if text.is_none() && policy.kind != PolicyKind::Benefit {
        return None;
    }
    let always = (policy.kind == PolicyKind::Benefit)
        .then(|| view! { <p>"仍可申请，并可要求书面理由。"</p> });
    Some(
        view! { {always} {text.map(|html| view! { <div class="prose" inner_html=html></div> })} }
            .into_any(),
    )
}

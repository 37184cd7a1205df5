//! The library of policies: what to narrow it by, every policy by what it is about, and the amounts side by side.

use leptos::prelude::*;

use super::frame::Sheet;
use super::render::Context;
use super::{StyleSheet, case, chart, date, pinyin, policy, source};
use crate::islands::Find;
use crate::model::policy::{Benefit, Category, Policy, PolicyKind};
use crate::model::{Audience, PartialDate, Protection, Route};

/// The library.
pub(super) fn index(ctx: &Context<'_>) -> Sheet {
    let groups: Vec<AnyView> = Category::ALL
        .into_iter()
        .filter_map(|category| {
            let mut policies: Vec<&Policy> = policy::of_category(ctx, category).collect();
            // What counts more stands first; the order of the file decides among equals.
            policies.sort_by_key(|policy| std::cmp::Reverse(policy.urgency));
            let entries: Vec<AnyView> = policies
                .into_iter()
                .enumerate()
                .map(|(at, policy)| entry(ctx, policy, at))
                .collect();
            let id = format!("part-{}", category as u8 + 1);
            (!entries.is_empty()).then(|| {
                view! {
                    <section data-group="" aria-labelledby=id.clone()>
                        <h2 id=id.clone()>{category.label()}</h2>
                        <ul class="cards" data-list="">{entries}</ul>
                    </section>
                }
                .into_any()
            })
        })
        .collect();
    let list = view! {
        {controls(ctx)}
        <p role="status" class="found"></p>
        {groups}
    }
    .into_any();
    let content = view! {
        <h1>"政策"</h1>
        <p class="lead">"能领什么、能办什么、找谁开口。符不符合，以受理机关书面决定为准。"</p>
        {ctx.portal.has_finder().then(|| view! {
            <p>{ctx.link(&Route::Finder, "more", "回答几个问题，看哪些可能和你有关".to_owned())}</p>
        })}
        <p class="callout tip">"住的地方不在这里写到的几个地方？写着“全国”的照样看，办的时候去户口所在地或者住的地方的镇政府、街道办。当地另有规定的，打 12345 问。"</p>
        <Find>{list}</Find>
        {case::client_note()}
        {amounts(ctx)}
    };
    Sheet {
        description: "和孩子有关的政策：给什么、给谁、带什么、到哪里办、没通过怎么办。".to_owned(),
        pillar: "policy",
        style: Some(StyleSheet::Policy),
        content: content.into_any(),
        ..Sheet::new("政策")
    }
}

fn entry(ctx: &Context<'_>, policy: &Policy, rank: usize) -> AnyView {
    let issued = policy.issued.map(PartialDate::iso).unwrap_or_default();
    view! {
        <li class="card" data-key=pinyin::key(&[&policy.name]) data-marks=marks(ctx, policy) data-rank=format!("{rank:03}") data-date=newest_first(&issued, policy)>
            <h3>{ctx.link(&Route::Policy(policy.id.clone()), "cover", policy.name.clone())}</h3>
            <p>{policy.summary.clone()}</p>
            <p class="soft">
                {policy::areas(ctx, policy)} " · " {policy.kind.label()}
                {policy.number.clone().map(|number| format!(" · {number}"))}
                {date::force(policy.from, policy.until).map(|days| view! { " · " {days} })}
                {policy.unverified.is_some().then(|| source::tag("待核验"))}
            </p>
        </li>
    }
    .into_any()
}

/// A key by which newer policies come first: by when they were issued, else by when they were checked.
fn newest_first(issued: &str, policy: &Policy) -> String {
    let checked = policy.checked.to_string();
    let day = if issued.is_empty() { &checked } else { issued };
    day.chars()
        .map(|it| it.to_digit(10).and_then(|it| char::from_digit(9 - it, 10)).unwrap_or(it))
        .collect()
}

/// The lists to narrow by.
fn filters(ctx: &Context<'_>) -> Vec<(&'static str, Vec<(String, String)>)> {
    let numbered = |letter: char, words: Vec<String>| {
        words.into_iter().enumerate().map(|(at, words)| (format!("{letter}{at}"), words)).collect()
    };
    let places = ctx.portal.places.iter().map(|place| place.title.clone()).collect();
    let owned = |words: &[&str]| words.iter().map(|it| (*it).to_owned()).collect();
    vec![
        ("地方", numbered('p', places)),
        ("保护", numbered('r', Protection::ALL.map(|it| format!("{}保护", it.label())).to_vec())),
        ("部门", numbered('d', departments(ctx))),
        ("给谁看", numbered('a', owned(&Audience::ALL.map(Audience::label)))),
        ("要什么", numbered('c', owned(&Category::ALL.map(Category::label)))),
        ("种类", numbered('k', owned(&PolicyKind::ALL.map(PolicyKind::label)))),
    ]
}

fn departments(ctx: &Context<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for department in ctx.portal.policies.iter().flat_map(|policy| &policy.departments) {
        if !found.contains(department) {
            found.push(department.clone());
        }
    }
    found
}

/// What a policy is found by, as [`filters`] names it. What holds everywhere holds in each place.
fn marks(ctx: &Context<'_>, policy: &Policy) -> String {
    let mut marks: Vec<String> = Vec::new();
    for (at, place) in ctx.portal.places.iter().enumerate() {
        let here =
            |code: &String| place.area.starts_with(code.as_str()) || code.starts_with(&place.area);
        if policy.areas.is_empty() || policy.areas.iter().any(here) {
            marks.push(format!("p{at}"));
        }
    }
    let mut push = |letter: char, at: Option<usize>| {
        marks.extend(at.map(|at| format!("{letter}{at}")));
    };
    for protection in &policy.protections {
        push('r', Protection::ALL.iter().position(|it| it == protection));
    }
    let all = departments(ctx);
    for department in &policy.departments {
        push('d', all.iter().position(|it| it == department));
    }
    for audience in &policy.audiences {
        push('a', Audience::ALL.iter().position(|it| it == audience));
    }
    push('c', Category::ALL.iter().position(|it| *it == policy.category));
    push('k', PolicyKind::ALL.iter().position(|it| *it == policy.kind));
    marks.join(" ")
}

fn controls(ctx: &Context<'_>) -> AnyView {
    let lists: Vec<AnyView> = filters(ctx)
        .into_iter()
        .map(|(label, entries)| {
            let options: Vec<AnyView> = entries
                .into_iter()
                .map(|(mark, words)| view! { <option value=mark>{words}</option> }.into_any())
                .collect();
            view! {
                <label>{label}
                    <select data-want="mark" autocomplete="off"><option value="">"都看"</option>{options}</select>
                </label>
            }
            .into_any()
        })
        .collect();
    view! {
        <form class="awake seek" autocomplete="off">
            <p class="wide">
                <label for="policy-find">"政策的名字，拼音、首字母也行"</label>
                <input id="policy-find" type="search" data-want="typed" autocomplete="off" spellcheck="false"/>
            </p>
            {lists}
            <label>"排在前面的"
                <select data-sort="" autocomplete="off">
                    <option value="data-rank">"更要紧的"</option>
                    <option value="data-date">"日期新的"</option>
                </select>
            </label>
            <p class="wide seek-tools"><button type="button" class="plain" data-all="">"全部显示"</button></p>
        </form>
    }
    .into_any()
}

/// The amounts that are known, by place and year; a chart for those that can be compared.
fn amounts(ctx: &Context<'_>) -> Option<AnyView> {
    let known: Vec<(&Policy, &Benefit)> = ctx
        .portal
        .policies
        .iter()
        .flat_map(|policy| policy.benefits.iter().map(move |benefit| (policy, benefit)))
        .filter(|(_, benefit)| benefit.amount.is_some())
        .collect();
    if known.is_empty() {
        return None;
    }
    let place = |benefit: &Benefit| {
        benefit
            .area
            .as_ref()
            .map_or_else(|| "全国".to_owned(), |code| ctx.portal.areas.full_name(code))
    };
    // Beside a bar the area's own name is enough; the table has all of it.
    let short = |benefit: &Benefit| {
        let area = benefit.area.as_ref().and_then(|code| ctx.portal.areas.get(code));
        area.map_or_else(|| place(benefit), |area| area.name.clone())
    };
    let rows: Vec<AnyView> = known
        .iter()
        .map(|(policy, benefit)| {
            let until = benefit.until.filter(|until| benefit.from != Some(*until));
            view! {
                <tr>
                    <th scope="row">{ctx.link(&Route::Policy(policy.id.clone()), "", policy.name.clone())}</th>
                    <td>{policy::amount(benefit)} {benefit.until.map(|_| source::tag("历史"))}</td>
                    <td>{place(benefit)}</td>
                    <td>{benefit.from.map(date::time)} {until.map(|until| view! { " 到 " {date::time(until)} })}</td>
                    <td>{source::of_ids(ctx, &benefit.sources)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let mut units: Vec<&str> = Vec::new();
    for unit in known.iter().filter_map(|(_, benefit)| benefit.unit.as_deref()) {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    let charts: Vec<AnyView> = units
        .into_iter()
        .enumerate()
        .filter_map(|(at, unit)| {
            let bars: Vec<chart::Bar> = known
                .iter()
                .filter(|(_, benefit)| benefit.unit.as_deref() == Some(unit))
                .filter_map(|(policy, benefit)| {
                    let amount = benefit.amount.as_ref()?.parse().ok()?;
                    let year = benefit.from.map(|from| format!("{}年", from.year));
                    let year = year.filter(|year| !policy.name.contains(year));
                    let year = year.map(|year| format!("（{year}）")).unwrap_or_default();
                    let label = format!("{}：{}{year}", short(benefit), policy.name);
                    Some(chart::Bar { label, amount, text: policy::amount(benefit) })
                })
                .collect();
            (bars.len() > 1).then(|| {
                let title = format!("金额，{unit}");
                view! { <div class="chart" inner_html=chart::bars(&bars, &title, at + 1)></div> }
                    .into_any()
            })
        })
        .collect();
    let view = view! {
        <section aria-labelledby="part-amounts">
            <h2 id="part-amounts">"查得到的金额"</h2>
            <p>"金额年年会变，每一笔都写着是哪里、哪一年的。写“历史”的只作参考，现在多少，办的时候问。没有列出来的，是还没有查到。"</p>
            {charts}
            <div class="scroll" role="group" tabindex="0" aria-label="表格：查得到的金额">
                <table>
                    <thead><tr>
                        <th scope="col">"政策"</th><th scope="col">"金额"</th><th scope="col">"哪里"</th>
                        <th scope="col">"哪一年"</th><th scope="col">"来源"</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    };
    Some(view.into_any())
}

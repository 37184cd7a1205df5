//! The search box of every page, and the page that lists all pages by pinyin and by topic: what is left of searching
//! without script.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::frame::Sheet;
use super::pinyin;
use super::render::Context;
use super::{StyleSheet, reference};
use crate::model::search::Kind;
use crate::model::{self, Reference, Route};

/// The box; without script a link to the lists. It is no form, so that what is typed cannot get into an address. Its
/// files are fetched by `page.js` once somebody comes to it.
pub(super) fn lookup(ctx: &Context<'_>) -> AnyView {
    view! {
        <div class="lookup scripted" role="search" data-search=ctx.links.root().to_owned()>
            <label>
                <span class="unseen">"搜索这个网站"</span>
                <input type="search" autocomplete="off" spellcheck="false" enterkeyhint="search" placeholder="搜索"/>
            </label>
        </div>
        {(*ctx.route != Route::Search).then(|| ctx.link(&Route::Search, "unscripted", "搜索".to_owned()))}
    }
    .into_any()
}

/// A page of the portal as the index lists it.
struct Entry {
    kind: Kind,
    route: Route,
    title: String,
}

/// The index of all pages.
pub(super) fn page(ctx: &Context<'_>) -> Sheet {
    let entries = entries(ctx);
    let mut letters: BTreeMap<char, Vec<(String, &Entry)>> = BTreeMap::new();
    for entry in &entries {
        let spelt = pinyin::named(&entry.title).map(|it| it[0].clone()).unwrap_or_default();
        let letter = spelt.chars().next().filter(char::is_ascii_lowercase).unwrap_or('#');
        letters.entry(letter).or_default().push((spelt, entry));
    }
    let jumps: Vec<AnyView> = letters
        .keys()
        .map(|letter| {
            let link = format!("#{}", anchor(*letter));
            view! { <li><a href=link>{letter.to_ascii_uppercase().to_string()}</a></li> }.into_any()
        })
        .collect();
    let topics: Vec<AnyView> =
        Kind::ALL.into_iter().filter_map(|kind| topic(ctx, &entries, kind)).collect();
    let letters: Vec<AnyView> = letters
        .into_iter()
        .map(|(letter, mut entries)| {
            entries.sort_by(|one, other| {
                one.0.cmp(&other.0).then_with(|| one.1.title.cmp(&other.1.title))
            });
            let links = entries.iter().map(|(_, entry)| {
                view! { <li>{ctx.link(&entry.route, "", entry.title.clone())}</li> }
            });
            let id = anchor(letter);
            view! {
                <section aria-labelledby=id.clone()>
                    <h3 id=id.clone()>{letter.to_ascii_uppercase().to_string()}</h3>
                    <ul>{links.collect::<Vec<_>>()}</ul>
                </section>
            }
            .into_any()
        })
        .collect();
    let content = view! {
        <h1>"搜索与目录"</h1>
        <p class="lead">"写两三个字就能找。搜了什么不会发出去，也不会留下来。"</p>
        {lookup(ctx)}
        <section aria-labelledby="part-topics">
            <h2 id="part-topics">"按内容找"</h2>
            <ul class="topics">{topics}</ul>
        </section>
        <section class="letters" aria-labelledby="part-letters">
            <h2 id="part-letters">"按拼音找"</h2>
            <ul class="chips">{jumps}</ul>
            {letters}
        </section>
    };
    Sheet {
        description: "写两三个字就能找；也可以按内容和拼音找到每一页。".to_owned(),
        style: Some(StyleSheet::Search),
        content: content.into_any(),
        ..Sheet::new("搜索与目录")
    }
}

/// Where each kind of page begins, and how many there are.
fn topic(ctx: &Context<'_>, entries: &[Entry], kind: Kind) -> Option<AnyView> {
    let count = entries.iter().filter(|entry| entry.kind == kind).count();
    let route = match kind {
        Kind::Help => Route::HelpIndex,
        Kind::Policy => Route::PolicyIndex,
        Kind::Law => Route::LawIndex,
        Kind::Station => Route::Directory,
        Kind::Lesson | Kind::Case => Route::Learn,
        Kind::Court => Route::CourtIndex,
        Kind::Page => Route::PlaceIndex,
    };
    let words = match kind {
        Kind::Page => "各个地方".to_owned(),
        _ => format!("{}（{count}）", kind.label()),
    };
    (count > 0).then(|| view! { <li>{ctx.link(&route, "", words)}</li> }.into_any())
}

/// Every page that one would look for by its title. Articles and towns have lists of their own.
fn entries(ctx: &Context<'_>) -> Vec<Entry> {
    let portal = ctx.portal;
    let routes = super::routes(portal);
    let built_in = |route: &Route| {
        Route::BUILT_IN.into_iter().find(|it| it.1 == *route).map(|it| it.2.to_owned())
    };
    let title = |route: &Route| -> Option<String> {
        let of = |kind: model::Kind, id: &str| {
            let reference = Reference { kind, id: id.to_owned(), section: None };
            reference::resolve(portal, &reference).map(|it| it.1)
        };
        match route {
            Route::Help(id) => of(model::Kind::Help, id),
            Route::Place(id) => of(model::Kind::Place, id),
            Route::Station(id) => of(model::Kind::Station, id),
            Route::Lesson(id) => of(model::Kind::Lesson, id),
            Route::Case(id) => of(model::Kind::Case, id),
            Route::Quiz(id) => of(model::Kind::Quiz, id),
            Route::Policy(id) => of(model::Kind::Policy, id),
            Route::Court(id) => of(model::Kind::Court, id),
            // What the quick exit shows is nothing to look for.
            Route::Page(id)
                if portal.page(id).is_some_and(|it| it.layout == model::Layout::Bare) =>
            {
                None
            }
            Route::Page(id) => of(model::Kind::Page, id),
            Route::Law(slug) => portal.law_of_slug(slug).map(|law| law.name.clone()),
            _ => built_in(route),
        }
    };
    let found = routes.into_iter().filter_map(|route| {
        let kind = Kind::of(&route)?;
        Some(Entry { kind, title: title(&route)?, route })
    });
    found.collect()
}

fn anchor(letter: char) -> String {
    match letter {
        '#' => "letter-other".to_owned(),
        letter => format!("letter-{letter}"),
    }
}

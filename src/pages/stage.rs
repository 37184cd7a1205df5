//! The stage of a mock court: the wall that the class sees, and the desk of whoever runs it. The wall alone is a page of its
//! own, for a second window on the projector.

use leptos::prelude::*;

use super::frame::Sheet;
use super::render::{Context, escape};
use super::{StyleSheet, case, court, markup};
use crate::islands::Stage;
use crate::model::court::{Act, Decider, Element, Exit, NodeKind, NoteKind, Track};
use crate::model::{Court, CourtPart, Layout, Route, plain_text};

/// The stage: wall and desk in one window, as most classrooms have it.
pub(super) fn page(ctx: &Context<'_>, court: &Court) -> Sheet {
    let scenes: Vec<AnyView> = court
        .nodes
        .iter()
        .enumerate()
        .map(|(at, node)| {
            let key = if at < 9 { format!("{} ", at + 1) } else { String::new() };
            let words = format!("{key}{} {}分", node.name, node.minutes());
            view! { <li><button type="button" data-jump=at.to_string()>{words}</button></li> }
                .into_any()
        })
        .collect();
    let wall_page = ctx.links.to(&Route::CourtWall(court.id.clone()));
    let children = view! {
        {wall(ctx, court)}
        <div class="desk" data-desk="">
            <p class="desk-keys">
                <button type="button" data-key="back">"← 上一步"</button>
                <button type="button" class="action" data-key="next">"下一步 →"</button>
                <button type="button" data-key="timer">"计时"</button>
                <button type="button" data-key="cover">"收起证据"</button>
                <button type="button" data-key="dark">"黑屏"</button>
                <button type="button" data-key="short" aria-pressed="false">"20 分钟版"</button>
                <button type="button" data-full="">"全屏"</button>
            </p>
            <p class="soft" role="status" data-told=""></p>
            <details><summary>"跳到一段（数字键 1–9），看每段几分钟"</summary><ol class="desk-scenes">{scenes}</ol></details>
            {deliberation(ctx, court)}
            <details>
                <summary>"两个屏幕"</summary>
                <p>"打开“投影窗口”，拖到投影上，按 F11。老师的提示只在这个窗口里。"</p>
                <p><a class="more" target="_blank" rel="opener" href=wall_page data-open-wall="">"打开投影窗口"</a></p>
                <div data-notes="" hidden><h2>"老师的提示"</h2>{notes(ctx, court)}</div>
            </details>
            <details>
                <summary>"快捷键"</summary>
                <p>"→、空格、翻页笔：下一步。←：上一步。1–9：跳到那一段；投票时加一票，按住 Shift 减一票。T 计时，E 收证据，B 黑屏。"</p>
            </details>
        </div>
    }
    .into_any();
    let content = view! {
        <h1 class="stage-title">{court.title.clone()}</h1>
        <div class="awake" data-stage="">
            <Stage track=Track::of(court) id=court.id.clone() projector=false>{children}</Stage>
        </div>
        {case::client_note()}
        <p class="asleep">"这个浏览器里开不了舞台。剧本在这里，可以照着念：" {ctx.link(&Route::Court(court.id.clone()), "", court.title.clone())}</p>
    };
    Sheet {
        description: format!("《{}》的舞台：一步一步演，大屏幕看得清。", court.title),
        trail: vec![(Route::Learn, "学法"), (Route::Court(court.id.clone()), "剧本")],
        pillar: "court",
        style: Some(StyleSheet::Stage),
        content: content.into_any(),
        ..Sheet::new(format!("舞台：{}", court.title))
    }
}

/// The wall alone.
pub(super) fn wall_page(ctx: &Context<'_>, court: &Court) -> Sheet {
    let children = wall(ctx, court);
    let content = view! {
        {ctx.link(&Route::Court(court.id.clone()), "skip", "离开投影，回到剧本".to_owned())}
        <h1 class="unseen">{court.title.clone()}</h1>
        <div class="wall-window" data-stage="">
            <Stage track=Track::of(court) id=court.id.clone() projector=true>{children}</Stage>
        </div>
        {case::client_note()}
        <p class="unscripted">"这个窗口要和舞台一起用：" {ctx.link(&Route::CourtStage(court.id.clone()), "", "打开舞台".to_owned())}</p>
    };
    Sheet {
        description: format!("《{}》的投影窗口。", court.title),
        pillar: "court",
        layout: Layout::Bare,
        style: Some(StyleSheet::Stage),
        content: content.into_any(),
        ..Sheet::new(format!("投影：{}", court.title))
    }
}

/// Everything that may come on the wall, each in its place; the island shows one thing at a time.
fn wall(ctx: &Context<'_>, court: &Court) -> AnyView {
    let names: Vec<AnyView> = court
        .nodes
        .iter()
        .enumerate()
        .map(|(at, node)| {
            let words = match node.kind {
                NodeKind::Stage => node.name.clone(),
                NodeKind::Ending => format!("结局：{}", node.name),
            };
            view! { <span data-name=at.to_string() hidden>{words}</span> }.into_any()
        })
        .collect();
    let seats: Vec<AnyView> = court
        .roles
        .iter()
        .enumerate()
        .map(|(at, role)| {
            view! {
                <li data-seat=at.to_string()><span class="soft">{role.seat.label()}</span> <b>{role.name.clone()}</b></li>
            }
            .into_any()
        })
        .collect();
    let exhibits: Vec<AnyView> = court
        .exhibits
        .iter()
        .enumerate()
        .map(|(at, exhibit)| {
            let lines = court::pieces(&plain_text(&exhibit.content));
            let class = exhibit_class(&lines);
            let lines: Vec<AnyView> =
                lines.into_iter().map(|it| view! { <p>{it}</p> }.into_any()).collect();
            view! {
                <article class=class data-exhibit=at.to_string() hidden>
                    <p class="soft">{exhibit.id.clone()} " · " {exhibit.kind.clone()}</p>
                    <h2>{exhibit.name.clone()}</h2>
                    {lines}
                </article>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="wall" data-wall="">
            <p class="wall-head">{names} <span data-timer=""></span></p>
            <div class="wall-main">
                <div class="wall-lines">{scripts(ctx, court)}</div>
                <div class="wall-exhibits">{exhibits}</div>
                <p class="wall-over" data-over="" hidden>"休庭。走出角色，说说看：早一步做什么，这件事就不会发生？"</p>
            </div>
            <p class="wall-law">{articles(ctx, court)}</p>
            <ul class="seats">{seats}</ul>
        </div>
    }
    .into_any()
}

/// How an exhibit fills the wall: a list in two columns, much text in smaller letters.
fn exhibit_class(lines: &[String]) -> Option<&'static str> {
    // As many characters stand in a row, and so many rows on the wall of a classroom's screen.
    const ROW: usize = 27;
    const ROWS: usize = 5;
    if lines.iter().filter(|it| it.ends_with('；')).count() > 2 {
        return Some("listed");
    }
    let rows: usize = lines.iter().map(|it| it.chars().count().div_ceil(ROW)).sum();
    (rows > ROWS).then_some("long")
}

/// Each scene with its elements and its question.
fn scripts(ctx: &Context<'_>, court: &Court) -> Vec<AnyView> {
    court
        .nodes
        .iter()
        .enumerate()
        .map(|(at, node)| {
            let elements: Vec<AnyView> =
                node.elements.iter().filter_map(|it| element(ctx, court, it)).collect();
            view! { <div data-scene=at.to_string() hidden>{elements}{poll(ctx, court, &node.exit)}</div> }.into_any()
        })
        .collect()
}

/// What is said or seen, in plain words: a link on the wall would lead the court away from it. Whether it may be left
/// out is for the operator alone. Every stop of the track has its words here, in the same order.
fn element(ctx: &Context<'_>, court: &Court, element: &Element) -> Option<AnyView> {
    let (class, html) = match &element.act {
        Act::Article(id) => ("happens", escape(&law(ctx, id).unwrap_or_default())),
        Act::Line(line) => {
            let action = line.action.as_ref().map(|it| format!("（{}）", escape(it)));
            let said = escape(&plain_text(&line.words));
            ("said", court::spoken(court, &line.speakers, &action.unwrap_or_default(), &said))
        }
        Act::Slot(slot) => {
            let action = format!("（即兴，{} 秒）", slot.seconds);
            let task = escape(&plain_text(&slot.task));
            ("said", court::spoken(court, &slot.speakers, &action, &task))
        }
        Act::Cue(_) | Act::Show(_) | Act::Challenge(_) => {
            ("happens", court::act(ctx, court, element).unwrap_or_default())
        }
        Act::Note(_) => return None,
    };
    Some(view! { <p class=class hidden inner_html=html></p> }.into_any())
}

/// The question at the end of a scene, with the votes.
fn poll(ctx: &Context<'_>, court: &Court, exit: &Exit) -> Option<AnyView> {
    let Exit::Choice(choice) = exit else { return None };
    // Where a party or the teacher chooses, they do so in a real court too, or no court has that question.
    let votes = matches!(choice.decider, Decider::Panel | Decider::Group | Decider::Class);
    let answers: Vec<AnyView> = choice
        .options
        .iter()
        .enumerate()
        .map(|(at, answer)| {
            let number = at.to_string();
            view! {
                <li>
                    <button type="button" class="answer" data-choose=number.clone()>
                        {format!("{} ", at + 1)} <span inner_html=court::words(ctx, &answer.words)></span>
                    </button>
                    {votes.then(|| view! {
                        <span class="votes">
                            <button type="button" data-less=number.clone() aria-label="减一票">"−"</button>
                            <b data-count=number.clone()>"0"</b>
                            <button type="button" data-more=number.clone() aria-label="加一票">"＋"</button>
                        </span>
                    })}
                </li>
            }
            .into_any()
        })
        .collect();
    let who = court.decider_name(choice.decider).to_owned();
    let view = view! {
        <div class="poll" data-poll="" hidden>
            <p><b>{format!("由{who}决定：")}</b> <span inner_html=court::words(ctx, &choice.question)></span></p>
            <ol>{answers}</ol>
            {votes.then(|| view! { <p class="soft">"真实的法庭上，由合议庭或者独任法官决定。"</p> })}
        </div>
    };
    Some(view.into_any())
}

/// What whoever decides looks at again, and room for reasons, which stay in the page's memory.
fn deliberation(ctx: &Context<'_>, court: &Court) -> AnyView {
    let exhibits: Vec<AnyView> = court
        .exhibits
        .iter()
        .map(|it| {
            let proves = court::words(ctx, &it.proves);
            view! { <li>{format!("{} {}：", it.id, it.name)}<span inner_html=proves></span></li> }
                .into_any()
        })
        .collect();
    let questions = court.part(CourtPart::Deliberation).map(|text| markup::html(ctx, text, ""));
    view! {
        <details>
            <summary>"评议：证据、问题、理由"</summary>
            <p>"哪件证据想证明什么："</p>
            <ul>{exhibits}</ul>
            {questions.map(|html| view! { <div class="prose" inner_html=html></div> })}
            <label>"各组的理由（只在这一页，关掉就没有）"
                <textarea rows="4" autocomplete="off" spellcheck="false"></textarea>
            </label>
        </details>
    }
    .into_any()
}

/// The articles in the order in which they are applied.
fn articles(ctx: &Context<'_>, court: &Court) -> Vec<AnyView> {
    let elements = court.nodes.iter().flat_map(|node| &node.elements);
    let ids = elements.filter_map(|element| match &element.act {
        Act::Article(id) => Some(id),
        _ => None,
    });
    ids.enumerate()
        .map(|(at, id)| {
            view! { <span data-article=at.to_string() hidden>{law(ctx, id)}</span> }.into_any()
        })
        .collect()
}

/// What only the teacher reads, scene by scene.
fn notes(ctx: &Context<'_>, court: &Court) -> Vec<AnyView> {
    court
        .nodes
        .iter()
        .enumerate()
        .filter_map(|(at, node)| {
            let notes: Vec<AnyView> = node
                .elements
                .iter()
                .filter_map(|element| match &element.act {
                    Act::Note(note) if note.kind == NoteKind::Teacher => Some(
                        view! { <li inner_html=court::words(ctx, &note.words)></li> }.into_any(),
                    ),
                    _ => None,
                })
                .collect();
            (!notes.is_empty())
                .then(|| view! { <ul data-note=at.to_string() hidden>{notes}</ul> }.into_any())
        })
        .collect()
}

/// An article in words, without a link: it is read from the back row.
fn law(ctx: &Context<'_>, id: &str) -> Option<String> {
    ctx.portal.laws.article(id).map(|article| article.title())
}

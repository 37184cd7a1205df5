//! The script of a mock court, whole and readable: who takes part, what is shown, every stage and every ending.
//!
//! What only the teacher or one role may know stays off this page.

use leptos::prelude::*;

use super::StyleSheet;
use super::frame::Sheet;
use super::render::{Context, escape};
use super::{contents, date, law, learn, markup};
use crate::model::court::{
    Act, Challenge, Element, Exit, Line, Node, NodeKind, Role, Speakers, Target,
};
use crate::model::{Block, Court, CourtKind, CourtPart, Inline, Kind, Markup, Reference, Route};

/// Who decides in a real court: said wherever a class decides.
const WHO_DECIDES: &str =
    "同学投票是上课的办法。真实的法庭上，只有合议庭或独任法官能决定，人民陪审员是合议庭的成员。";

/// The script.
pub(super) fn page(ctx: &Context<'_>, court: &Court) -> Sheet {
    let lesson: Vec<String> = court.lesson.iter().cloned().collect();
    let before = [CourtPart::Goals, CourtPart::Knowledge, CourtPart::Preparation];
    let after = [CourtPart::Deliberation, CourtPart::Score, CourtPart::Debrief];
    let mut sections: Vec<(contents::Part, AnyView)> =
        before.into_iter().filter_map(|it| part(ctx, court, it)).collect();
    sections.push(section("roles", "角色", roles(ctx, court)));
    sections.push(section("exhibits", "证据", exhibits(ctx, court)));
    sections.extend(court.nodes.iter().enumerate().map(|(at, it)| node(ctx, court, at, it)));
    sections.extend(after.into_iter().filter_map(|it| part(ctx, court, it)));
    let (list, texts): (Vec<contents::Part>, Vec<AnyView>) = sections.into_iter().unzip();
    let articles: Vec<AnyView> = court
        .articles
        .iter()
        .map(|id| view! { <li inner_html=article(ctx, id)></li> }.into_any())
        .collect();
    let text = view! {
        <dl class="facts">
            <div><dt>"法律"</dt><dd><ul>{articles}</ul></dd></div>
            {learn::related(ctx, "课", Kind::Lesson, &lesson)}
            {learn::related(ctx, "求助", Kind::Help, &court.helps)}
        </dl>
        <p>{WHO_DECIDES}</p>
        <ul class="chips">
            <li>{ctx.link(&Route::CourtCast(court.id.clone()), "chip", "分角色".to_owned())}</li>
            <li>{ctx.link(&Route::CourtRehearsal(court.id.clone()), "chip", "排练".to_owned())}</li>
            <li>{ctx.link(&Route::CourtStage(court.id.clone()), "chip", "上台，投到大屏幕".to_owned())}</li>
        </ul>
        {(court.kind == CourtKind::Hearing).then(|| view! {
            <p>"听证的顺序没有统一的法律规定，这份剧本没有查过程序。"</p>
        })}
        {texts}
        {date::review(court.checked, None, ctx.portal.settings.review.laws)}
    };
    let content = view! {
        <h1>{court.title.clone()}</h1>
        <p class="lead">{court.summary.clone()}</p>
        <p class="meta"><span class="tag">"虚构的案件"</span>
            {format!(" {} · {} · 开庭 {} 分钟", court.kind.label(), learn::grades(&court.grades), court.minutes)}
        </p>
        {contents::beside(list, text.into_any())}
    };
    Sheet {
        description: court.summary.clone(),
        trail: vec![(Route::Learn, "学法")],
        pillar: "learn",
        style: Some(StyleSheet::Learn),
        content: content.into_any(),
        ..Sheet::new(court.title.clone())
    }
}

fn section(id: &str, title: &str, body: AnyView) -> (contents::Part, AnyView) {
    let id = format!("part-{id}");
    let view = view! {
        <section><h2 id=id.clone()>{title.to_owned()}</h2>{body}</section>
    };
    ((id, title.to_owned()), view.into_any())
}

fn part(ctx: &Context<'_>, court: &Court, part: CourtPart) -> Option<(contents::Part, AnyView)> {
    let text = court.part(part)?;
    let id = format!("text-{}", part as u8 + 1);
    let html = markup::html(ctx, text, &format!("part-{id}-"));
    let body = view! { <div class="prose" inner_html=html></div> };
    Some(section(&id, part.label(), body.into_any()))
}

fn article(ctx: &Context<'_>, id: &str) -> String {
    let reference = Reference { kind: Kind::Law, id: id.to_owned(), section: None };
    law::citation(ctx, &reference, "")
}

/// Words of the script as HTML.
pub(super) fn words(ctx: &Context<'_>, inlines: &[Inline]) -> String {
    let blocks = vec![Block::Paragraph(inlines.to_vec())];
    markup::phrase(ctx, &Markup { blocks, footnotes: Vec::new() }, "")
}

fn roles(ctx: &Context<'_>, court: &Court) -> AnyView {
    let people = |role: &Role| {
        if role.least == role.most {
            role.least.to_string()
        } else {
            format!("{}–{}", role.least, role.most)
        }
    };
    let rows: Vec<AnyView> = court
        .roles
        .iter()
        .map(|role| {
            view! {
                <tr>
                    <th scope="row">{role.name.clone()}</th>
                    <td>{role.seat.label()}</td>
                    <td>{people(role)}</td>
                    <td inner_html=words(ctx, &role.duty)></td>
                    <td>{role.casting.label()}</td>
                    <td inner_html=words(ctx, &role.note)></td>
                </tr>
            }
            .into_any()
        })
        .collect();
    table("角色", &["角色", "席位", "人数", "在真实的法庭上", "怎么定", "说明"], rows)
}

fn exhibits(ctx: &Context<'_>, court: &Court) -> AnyView {
    let rows: Vec<AnyView> = court
        .exhibits
        .iter()
        .map(|exhibit| {
            view! {
                <tr>
                    <th scope="row">{exhibit.id.clone()}</th>
                    <td>{exhibit.name.clone()}</td>
                    <td>{exhibit.submitter.clone()}</td>
                    <td>{exhibit.kind.clone()}</td>
                    <td inner_html=words(ctx, &exhibit.proves)></td>
                    <td inner_html=words(ctx, &exhibit.content)></td>
                </tr>
            }
            .into_any()
        })
        .collect();
    table("证据", &["编号", "名称", "提交方", "种类", "证明什么", "内容"], rows)
}

fn table(label: &str, head: &[&'static str], rows: Vec<AnyView>) -> AnyView {
    let head: Vec<AnyView> =
        head.iter().map(|name| view! { <th scope="col">{*name}</th> }.into_any()).collect();
    let label = format!("表格：{label}");
    view! {
        <div class="scroll" role="group" tabindex="0" aria-label=label>
            <table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

/// Where a node stands on the page.
fn anchor(number: usize) -> String {
    format!("node-{}", number + 1)
}

fn node(ctx: &Context<'_>, court: &Court, at: usize, node: &Node) -> (contents::Part, AnyView) {
    let articles: Vec<String> = node.articles.iter().map(|id| article(ctx, id)).collect();
    let lines: Vec<AnyView> =
        node.elements.iter().filter_map(|element| line(ctx, court, element)).collect();
    let body = view! {
        {node.skippable.then(|| view! { <p class="soft">"时间不够时，这一段可以略去。"</p> })}
        {(!articles.is_empty()).then(|| view! { <p class="soft" inner_html=articles.join("、")></p> })}
        <div class="prose">{lines}</div>
        {exit(ctx, court, at, node)}
    };
    let title = match node.kind {
        NodeKind::Stage => node.name.clone(),
        NodeKind::Ending => format!("结局：{}", node.name),
    };
    section(&anchor(at), &title, body.into_any())
}

/// A line of the script; nothing where it is not for everybody.
pub(super) fn line(ctx: &Context<'_>, court: &Court, element: &Element) -> Option<AnyView> {
    let html = match &element.act {
        Act::Line(Line { speakers, action, words: said }) => {
            let action = action.as_ref().map(|it| format!("（{}）", escape(it)));
            spoken(court, speakers, &action.unwrap_or_default(), &words(ctx, said))
        }
        Act::Cue(cue) => {
            let time = cue.seconds.map(|it| format!(" {it} 秒")).unwrap_or_default();
            format!("【{}{time}】{}", cue.kind.label(), words(ctx, &cue.words))
        }
        Act::Show(show) => {
            let exhibit = court.exhibits.get(show.exhibit)?;
            let (id, name) = (escape(&exhibit.id), escape(&exhibit.name));
            format!("【出示】{id} {name}（{}）", show.way.label())
        }
        Act::Challenge(Challenge { exhibit, speakers, words: said, .. }) => {
            let id = escape(&court.exhibits.get(*exhibit)?.id);
            spoken(court, speakers, &format!("（质证 {id}）"), &escape(said))
        }
        Act::Slot(slot) => {
            let action = format!("（即兴，{} 秒）", slot.seconds);
            spoken(court, &slot.speakers, &action, &words(ctx, &slot.task))
        }
        Act::Article(id) => format!("法条：{}", article(ctx, id)),
        Act::Note(_) => return None,
    };
    let mark = if element.skippable { "<span class=\"soft\">（可略）</span>" } else { "" };
    Some(view! { <p inner_html=format!("{mark}{html}")></p> }.into_any())
}

fn spoken(court: &Court, speakers: &Speakers, action: &str, said: &str) -> String {
    format!("<b>{}</b>{action}：{said}", escape(&court.speaker_names(speakers)))
}

fn exit(ctx: &Context<'_>, court: &Court, at: usize, node: &Node) -> AnyView {
    let link = |target| {
        let id = match target {
            Target::Node(number) => anchor(number),
            Target::Debrief => {
                format!("text-{}", CourtPart::Debrief as u8 + 1)
            }
        };
        let name = court.target_name(target).to_owned();
        view! { <a href=format!("#part-{id}")>{name}</a> }.into_any()
    };
    match &node.exit {
        // What follows on the page needs no link.
        Exit::To(Target::Node(next)) if *next == at + 1 => ().into_any(),
        Exit::To(target) => view! { <p>"接着："{link(*target)}</p> }.into_any(),
        Exit::Choice(choice) => {
            let answers: Vec<AnyView> = choice
                .options
                .iter()
                .map(|answer| {
                    let html = words(ctx, &answer.words);
                    view! { <li><span inner_html=html></span> " → " {link(answer.to)}</li> }
                        .into_any()
                })
                .collect();
            let who = court.decider_name(choice.decider).to_owned();
            view! {
                <p><b>{format!("由{who}选择：")}</b> <span inner_html=words(ctx, &choice.question)></span></p>
                <ul>{answers}</ul>
            }
            .into_any()
        }
    }
}

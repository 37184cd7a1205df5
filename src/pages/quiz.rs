//! A quiz: on the screen one question at a time, on paper a sheet and a key.

use leptos::prelude::*;

use super::StyleSheet;
use super::frame::Sheet;
use super::paper::{self, Paper};
use super::render::Context;
use super::{case, date, learn, markup};
use crate::islands::Quiz as Island;
use crate::model::{Kind, Markup, Question, QuestionKind, Quiz, QuizChoice, Route};

/// The quiz.
pub(super) fn page(ctx: &Context<'_>, quiz: &Quiz) -> Sheet {
    let questions: Vec<Question<()>> =
        quiz.questions.iter().map(|question| question.map(|_| ())).collect();
    let count = questions.len();
    let forms: Vec<AnyView> = quiz
        .questions
        .iter()
        .enumerate()
        .map(|(at, question)| form(ctx, question, at, count))
        .collect();
    let lesson: Vec<String> = quiz.lesson.iter().cloned().collect();
    let helps = quiz.lesson.as_ref().and_then(|id| ctx.portal.lesson(id));
    let helps = helps.map(|lesson| lesson.helps.clone()).unwrap_or_default();
    let content = view! {
        <h1>{quiz.topic.title.clone()}</h1>
        <p class="lead">{quiz.topic.summary.clone()}</p>
        <p class="meta">
            {format!("{} · {} · {} 题。做了什么不记下来，也不发出去。", quiz.topic.theme, learn::grades(&quiz.topic.grades), quiz.questions.len())}
        </p>
        <Island questions=questions>
            {forms}
            {result(count)}
        </Island>
        <dl class="facts">
            {learn::related(ctx, "课", Kind::Lesson, &lesson)}
            {learn::related(ctx, "需要帮助", Kind::Help, &helps)}
            <div><dt>"打印"</dt><dd><ul>
                <li>{ctx.link(&Route::QuizSheet(quiz.topic.id.clone()), "", "题目".to_owned())}</li>
                <li>{ctx.link(&Route::QuizKey(quiz.topic.id.clone()), "", "答案和理由".to_owned())}</li>
            </ul></dd></div>
        </dl>
        {case::client_note()}
        {date::review(quiz.topic.checked, None, ctx.portal.settings.review.laws)}
    };
    Sheet {
        description: quiz.topic.summary.clone(),
        trail: vec![(Route::Learn, "学法")],
        pillar: "learn",
        style: Some(StyleSheet::Learn),
        content: content.into_any(),
        ..Sheet::new(quiz.topic.title.clone())
    }
}

/// A question with its controls, and under them the answer, folded away. Without wasm the controls are not shown, since
/// they could do nothing.
fn form(ctx: &Context<'_>, question: &Question<Markup>, at: usize, count: usize) -> AnyView {
    let id = format!("quiz-{at}");
    let lead = question.lead.as_ref().map(|text| markup::html(ctx, text, &format!("{id}-")));
    let title = format!("第 {} 题，共 {count} 题 · {}", at + 1, question.kind.label());
    let forward = if at + 1 == count { "看结果" } else { "下一题" };
    view! {
        <section class="question" data-question=at.to_string() aria-labelledby=id.clone()>
            <p class="question-count">{title}</p>
            <h2 id=id.clone() tabindex="-1" inner_html=markup::phrase(ctx, &question.stem, "")></h2>
            {lead.map(|html| view! { <div class="prose" inner_html=html></div> })}
            <p class="soft">{question.kind.instruction()}</p>
            <form autocomplete="off">{controls(ctx, question, &id)}</form>
            <p class="question-tools awake">
                <button type="button" class="action" data-judge="">"看看对不对"</button>
            </p>
            <p role="status" class="verdict awake"></p>
            <details class="answers">
                <summary>"答案和理由"</summary>
                {reasons(ctx, question)}
            </details>
            <p class="question-tools awake">
                <button type="button" data-go=at.saturating_sub(1).to_string() disabled=at == 0>"上一题"</button>
                <button type="button" data-go=(at + 1).to_string()>{forward}</button>
            </p>
        </section>
    }
    .into_any()
}

fn result(count: usize) -> AnyView {
    view! {
        <section class="question" data-result="" hidden=true>
            <h2 tabindex="-1">"做完了。答对 " <span data-right="">"0"</span> {format!(" 题，一共 {count} 题。")}</h2>
            <p>"对不对不要紧，理由看懂了就好。这里没有记下你的任何回答。"</p>
            <p class="question-tools"><button type="button" data-again="">"再做一遍"</button></p>
        </section>
    }
    .into_any()
}

/// Native controls, so that every keyboard and screen reader knows them.
fn controls(ctx: &Context<'_>, question: &Question<Markup>, id: &str) -> AnyView {
    let phrase = |text: &Markup| markup::phrase(ctx, text, "");
    let choices = &question.choices;
    match question.kind {
        QuestionKind::Order => {
            let rows: Vec<AnyView> = question
                .shuffled()
                .into_iter()
                .filter_map(|at| Some((at, choices.get(at)?)))
                .map(|(at, choice)| {
                    view! {
                        <li data-choice=at.to_string()>
                            <span inner_html=phrase(&choice.text)></span>
                            <span class="movers awake">
                                <button type="button" data-up="" aria-label="上移这一项">"↑"</button>
                                <button type="button" data-down="" aria-label="下移这一项">"↓"</button>
                            </span>
                        </li>
                    }
                    .into_any()
                })
                .collect();
            view! { <ol class="options ordering" aria-labelledby=id.to_owned()>{rows}</ol> }
                .into_any()
        }
        QuestionKind::Match => {
            let partners: Vec<(usize, String)> = question
                .shuffled()
                .into_iter()
                .filter_map(|at| Some((at, choices.get(at)?.partner.clone()?)))
                .collect();
            let rows: Vec<AnyView> = choices
                .iter()
                .enumerate()
                .map(|(at, choice)| {
                    let list = format!("{id}-pair-{at}");
                    let options: Vec<AnyView> = partners
                        .iter()
                        .map(|(at, words)| {
                            view! { <option value=at.to_string()>{words.clone()}</option> }
                                .into_any()
                        })
                        .collect();
                    view! {
                        <li>
                            <label for=list.clone() inner_html=phrase(&choice.text)></label>
                            <select class="awake" id=list autocomplete="off">
                                <option value="">"选一项"</option>
                                {options}
                            </select>
                        </li>
                    }
                    .into_any()
                })
                .collect();
            let words: Vec<AnyView> = partners
                .iter()
                .map(|(_, words)| view! { <li>{words.clone()}</li> }.into_any())
                .collect();
            view! {
                <ul class="options matching" aria-labelledby=id.to_owned()>{rows}</ul>
                <ul class="asleep">{words}</ul>
            }
            .into_any()
        }
        kind => {
            let input = if kind.wants_one() { "radio" } else { "checkbox" };
            let rows: Vec<AnyView> = choices
                .iter()
                .enumerate()
                .map(|(at, choice)| {
                    view! {
                        <li>
                            <label>
                                <input class="awake" type=input name=id.to_owned() value=at.to_string() autocomplete="off"/>
                                <span inner_html=phrase(&choice.text)></span>
                            </label>
                        </li>
                    }
                    .into_any()
                })
                .collect();
            let role = if kind.wants_one() { "radiogroup" } else { "group" };
            view! { <div role=role aria-labelledby=id.to_owned()><ul class="options">{rows}</ul></div> }.into_any()
        }
    }
}

/// The right answer, and the reason of every choice, in words.
fn reasons(ctx: &Context<'_>, question: &Question<Markup>) -> AnyView {
    let items: Vec<AnyView> = question
        .choices
        .iter()
        .map(|choice| {
            let mark = match question.kind {
                QuestionKind::Order | QuestionKind::Match => "",
                // “对：错” would say the opposite of what it means.
                QuestionKind::Judge if choice.right => "答案是",
                QuestionKind::Judge => "不是",
                _ if choice.right => "对：",
                _ => "不对：",
            };
            let class = if choice.right { "right" } else { "wrong" };
            let partner = choice.partner.as_ref().map(|words| format!("——{words}"));
            let (text, reason) =
                (markup::phrase(ctx, &choice.text, ""), markup::phrase(ctx, &choice.reason, ""));
            view! {
                <li class=class>
                    <b>{mark} <span inner_html=text></span> {partner}</b>
                    <br/>
                    <span inner_html=reason></span>
                </li>
            }
            .into_any()
        })
        .collect();
    match question.kind {
        QuestionKind::Order => view! { <ol>{items}</ol> }.into_any(),
        _ => view! { <ul>{items}</ul> }.into_any(),
    }
}

/// The questions on paper.
pub(super) fn sheet(ctx: &Context<'_>, quiz: &Quiz) -> Sheet {
    on_paper(ctx, quiz, "题目", question_on_paper)
}

/// The answers on paper.
pub(super) fn key(ctx: &Context<'_>, quiz: &Quiz) -> Sheet {
    on_paper(ctx, quiz, "答案和理由", answer_on_paper)
}

fn on_paper(
    ctx: &Context<'_>,
    quiz: &Quiz,
    what: &str,
    item: impl Fn(&Context<'_>, &Question<Markup>) -> AnyView,
) -> Sheet {
    let items: Vec<AnyView> = quiz
        .questions
        .iter()
        .map(|question| {
            let stem = markup::phrase(ctx, &question.stem, "");
            let lead = question.lead.as_ref().map(|lead| markup::phrase(ctx, lead, ""));
            view! {
                <li>
                    <p><b inner_html=stem></b> <span class="soft">{format!("（{}）", question.kind.label())}</span></p>
                    {lead.map(|html| view! { <div inner_html=html></div> })}
                    {item(ctx, question)}
                </li>
            }
            .into_any()
        })
        .collect();
    let body = view! { <ol class="paper-questions">{items}</ol> }.into_any();
    let paper = Paper {
        title: format!("{}：{what}", quiz.topic.title),
        trail: vec![(Route::Learn, "学法"), (Route::Quiz(quiz.topic.id.clone()), "这份测验")],
        checked: quiz.topic.checked,
        review_by: None,
        days: ctx.portal.settings.review.laws,
        body,
    };
    paper::page(ctx, paper)
}

/// `A`, `B`, …: how choices are told apart on paper.
fn letter(index: usize) -> char {
    u8::try_from(index).map_or('?', |index| char::from(b'A'.saturating_add(index)))
}

fn question_on_paper(ctx: &Context<'_>, question: &Question<Markup>) -> AnyView {
    let text = |choice: &QuizChoice<Markup>| markup::phrase(ctx, &choice.text, "");
    let order: Vec<usize> = match question.kind {
        QuestionKind::Order => question.shuffled(),
        _ => (0..question.choices.len()).collect(),
    };
    let shown = order.iter().filter_map(|at| question.choices.get(*at));
    let items: Vec<AnyView> = (0..)
        .zip(shown)
        .map(|(index, choice)| {
            let mark = match question.kind {
                QuestionKind::Order => "（　）".to_owned(),
                QuestionKind::Match => format!("{}（　）", index + 1),
                _ => format!("□ {} ", letter(index)),
            };
            view! { <li>{mark} <span inner_html=text(choice)></span></li> }.into_any()
        })
        .collect();
    let partners: Vec<AnyView> = match question.kind {
        QuestionKind::Match => (0..)
            .zip(question.shuffled())
            .filter_map(|(index, at)| Some((index, question.choices.get(at)?.partner.clone()?)))
            .map(|(index, words)| view! { <li>{letter(index)} " " {words}</li> }.into_any())
            .collect(),
        _ => Vec::new(),
    };
    let class = if partners.is_empty() { "paper-choices" } else { "paper-choices matching" };
    view! {
        <div class=class>
            <ul>{items}</ul>
            {(!partners.is_empty()).then(|| view! { <ul>{partners}</ul> })}
        </div>
    }
    .into_any()
}

fn answer_on_paper(ctx: &Context<'_>, question: &Question<Markup>) -> AnyView {
    let shuffled = question.shuffled();
    let items: Vec<AnyView> = question
        .choices
        .iter()
        .enumerate()
        .map(|(at, choice)| {
            let mark = match question.kind {
                QuestionKind::Order => format!("{}. ", at + 1),
                QuestionKind::Match => {
                    let partner = shuffled.iter().position(|shown| *shown == at);
                    format!("{}–{} ", at + 1, partner.map_or('?', letter))
                }
                QuestionKind::Judge => if choice.right { "答案是" } else { "不是" }.to_owned(),
                _ => format!("{} {}：", letter(at), if choice.right { "对" } else { "不对" }),
            };
            let partner = choice.partner.as_ref().map(|words| format!("——{words}"));
            let (text, reason) =
                (markup::phrase(ctx, &choice.text, ""), markup::phrase(ctx, &choice.reason, ""));
            view! {
                <li>
                    {mark} <span inner_html=text></span> {partner}
                    <br/><span class="soft" inner_html=reason></span>
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="paper-key">{items}</ul> }.into_any()
}

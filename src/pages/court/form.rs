//! The papers that a court writes, to be filled in by pupils: the parts that the law wants are there, the words are not.

use leptos::prelude::*;

use super::article;
use super::paper::{blank, leaf, lines};
use crate::model::court::NodeKind;
use crate::model::{Court, CourtKind};
use crate::pages::render::Context;

/// A paper to fill in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Judgment,
    Sentence,
    Mediation,
    Report,
}

/// The word in an ending's name that says that the parties have agreed.
const AGREED: &str = "调解";

/// The forms that a script can end with.
pub(super) fn sheets(ctx: &Context<'_>, court: &Court) -> AnyView {
    let agreed =
        court.nodes.iter().any(|it| it.kind == NodeKind::Ending && it.name.contains(AGREED));
    let forms: &[Form] = match court.kind {
        CourtKind::Civil | CourtKind::Family if agreed => &[Form::Judgment, Form::Mediation],
        CourtKind::Civil | CourtKind::Family => &[Form::Judgment],
        CourtKind::Criminal => &[Form::Sentence],
        CourtKind::Mediation => &[Form::Mediation],
        CourtKind::Hearing => &[Form::Report],
    };
    forms.iter().map(|it| sheet(ctx, court, *it)).collect::<Vec<_>>().into_any()
}

fn sheet(ctx: &Context<'_>, court: &Court, form: Form) -> AnyView {
    let body = match form {
        Form::Judgment => judgment(ctx, court),
        Form::Sentence => sentence(ctx, court),
        Form::Mediation => mediation(ctx),
        Form::Report => report(ctx, court),
    };
    let body = view! {
        <p class="form-number">"（课堂模拟）第 "{blank()}" 号"</p>
        <p class="soft form-hint">"写角色的名字，不写同学的名字。"</p>
        {body}
        <div class="signatures">
            {signers(form).iter().map(|it| view! { <p>{*it}{blank()}</p> }).collect::<Vec<_>>()}
            <p>{blank()}" 年 "{blank()}" 月 "{blank()}" 日"</p>
        </div>
    };
    leaf(ctx, court, "form", form.label(), body.into_any())
}

impl Form {
    const fn label(self) -> &'static str {
        match self {
            Self::Judgment => "民事判决书",
            Self::Sentence => "刑事判决书",
            Self::Mediation => "民事调解书",
            Self::Report => "听证报告",
        }
    }
}

const fn signers(form: Form) -> &'static [&'static str] {
    match form {
        Form::Report => &["主持人", "记录人"],
        _ => &["审判长", "人民陪审员", "人民陪审员", "书记员"],
    }
}

/// A line that begins with a word.
fn field(word: &'static str) -> AnyView {
    view! { <p class="field"><b>{word}</b><span class="ruled"></span></p> }.into_any()
}

/// A heading with lines below it.
fn block(word: &'static str, count: usize) -> AnyView {
    view! { <p class="field-title"><b>{word}</b></p>{lines(count)} }.into_any()
}

/// Which exhibits are believed.
fn evidence(court: &Court) -> AnyView {
    let rows: Vec<AnyView> = court
        .exhibits
        .iter()
        .map(|it| {
            view! {
                <li>{format!("{} {}", it.id, it.name)}"　□ 采信　□ 不采信，因为"<span class="ruled"></span></li>
            }
            .into_any()
        })
        .collect();
    view! { <p class="field-title"><b>"证据，哪件信，哪件不信"</b></p><ul class="evidence">{rows}</ul> }.into_any()
}

/// The articles of the script, to choose from.
fn articles(ctx: &Context<'_>, court: &Court) -> AnyView {
    let list: Vec<String> = court.grounds().map(|id| article(ctx, id)).collect();
    view! {
        <p class="field-title"><b>"依照"</b>"（圈出用上的，再写用它来判哪一件事）"</p>
        <p class="choose-from" inner_html=list.join("、")></p>
        {lines(1)}
    }
    .into_any()
}

fn appeal(ctx: &Context<'_>, id: &str) -> AnyView {
    view! {
        <p>"不服这份判决，可以在 "{blank()}" 起 "{blank()}" 日内，向 "{blank()}" 上诉。"
            <span class="soft">"（几日，查"<span inner_html=article(ctx, id)></span>"）"</span></p>
    }
    .into_any()
}

fn judgment(ctx: &Context<'_>, court: &Court) -> AnyView {
    view! {
        {field("原告")} {field("被告")} {field("案由")}
        {block("原告要什么，为什么", 2)}
        {block("被告怎么说", 2)}
        {evidence(court)}
        {block("法庭认定的事实", 2)}
        {articles(ctx, court)}
        {block("判决如下（写明谁付案件受理费）", 3)}
        {appeal(ctx, "民事诉讼法/171")}
        <p class="soft form-hint">"判决书要写哪几样："<span inner_html=article(ctx, "民事诉讼法/155")></span></p>
    }
    .into_any()
}

fn sentence(ctx: &Context<'_>, court: &Court) -> AnyView {
    view! {
        {field("公诉机关")} {field("被告人")} {field("法定代理人")} {field("辩护人")}
        {block("指控了什么", 2)}
        {block("被告人和辩护人怎么说", 2)}
        {evidence(court)}
        {block("法庭认定的事实；社会调查说了什么", 2)}
        {articles(ctx, court)}
        {block("判决如下", 2)}
        {appeal(ctx, "刑事诉讼法/230")}
    }
    .into_any()
}

fn mediation(ctx: &Context<'_>) -> AnyView {
    view! {
        {field("一方")} {field("另一方")} {field("案由")}
        {block("请求是什么", 2)}
        {block("发生了什么", 4)}
        <p class="field-title"><b>"双方自愿达成协议："</b></p>
        {lines(6)}
        <p>"双方签收以后，这份调解书就有法律效力。"<span class="soft" inner_html=article(ctx, "民事诉讼法/100")></span></p>
        {field("一方签收")} {field("另一方签收")}
    }
    .into_any()
}

fn report(ctx: &Context<'_>, court: &Court) -> AnyView {
    view! {
        {field("听证的事")}
        {block("谁来了，各说了什么", 6)}
        {evidence(court)}
        {articles(ctx, court)}
        {block("意见和理由", 6)}
    }
    .into_any()
}

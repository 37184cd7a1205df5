//! What stands on the tables: exhibits of a sheet each, and desk signs to be folded.

use leptos::prelude::*;

use super::paper::foot;
use crate::model::court::Role;
use crate::model::{Court, Exhibit, plain_text};
use crate::pages::render::Context;

/// The exhibits, a sheet each: what stands on them and no more, since what they prove is for the court to hear.
pub(super) fn exhibits(ctx: &Context<'_>, court: &Court) -> AnyView {
    court.exhibits.iter().map(|it| exhibit(ctx, court, it)).collect::<Vec<_>>().into_any()
}

fn exhibit(ctx: &Context<'_>, court: &Court, exhibit: &Exhibit) -> AnyView {
    let text = plain_text(&exhibit.content);
    let lines: Vec<AnyView> =
        pieces(&text).into_iter().map(|it| view! { <p>{it}</p> }.into_any()).collect();
    view! {
        <section class="leaf exhibit-sheet">
            <h2><span class="exhibit-id">{exhibit.id.clone()}</span> " " {exhibit.name.clone()}</h2>
            <p class="meta">{format!("{}提交 · {}", exhibit.submitter, exhibit.kind)}</p>
            <div class="document">{lines}</div>
            {foot(ctx, court)}
        </section>
    }
    .into_any()
}

/// The sentences of a text, and what stands between semicolons: a line each, so that the last row can read them.
/// What is quoted stays whole.
pub(in crate::pages) fn pieces(text: &str) -> Vec<String> {
    let (mut pieces, mut piece, mut depth) = (Vec::new(), String::new(), 0_usize);
    for char in text.chars() {
        piece.push(char);
        match char {
            '“' | '（' => depth += 1,
            '”' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let ends = depth == 0
            && (matches!(char, '；' | '。')
                || char == '”' && piece.ends_with("。”")
                || piece.ends_with("？”"));
        if ends {
            pieces.push(std::mem::take(&mut piece));
        }
    }
    pieces.push(piece);
    pieces.into_iter().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
}

/// More than so many of a role sit together behind one sign.
const ALONE: u8 = 4;

/// A sign for every seat, each on half a sheet that stands when it is folded.
pub(super) fn signs(court: &Court) -> AnyView {
    let signs: Vec<AnyView> =
        court.roles.iter().flat_map(|role| (0..copies(role)).map(move |_| sign(role))).collect();
    view! {
        <p class="on-screen">"一张折一个：沿中线对折，字朝外，立在桌上。"</p>
        {signs}
    }
    .into_any()
}

const fn copies(role: &Role) -> u8 {
    if role.most > ALONE { 1 } else { role.most }
}

fn sign(role: &Role) -> AnyView {
    let class = format!("sign sign-{}", role.name.chars().count().clamp(1, 10));
    // The upper half stands on its head, so that both sides read when the sheet is folded.
    view! {
        <section class=format!("leaf {class}")>
            <p class="half turned" aria-hidden="true">{role.name.clone()}</p>
            <h2 class="half">{role.name.clone()}</h2>
        </section>
    }
    .into_any()
}

//! What a host shows for an address that does not exist. It is shown at any depth, so with relative links it can lead
//! nowhere and needs no other file: it says what happened and whom to call.

use leptos::prelude::*;

use super::frame::{Sheet, operator};
use super::hotline;
use super::render::Context;
use crate::model::{Hotline, Layout, Route};

/// The page.
pub(super) fn page(ctx: &Context<'_>) -> Sheet {
    let anchored = ctx.links.root().starts_with('/');
    let numbers: Vec<AnyView> = [
        (Hotline::EMERGENCY, "人有危险，报警"),
        (Hotline::MEDICAL, "有人受伤，叫救护车"),
        (Hotline::DEFAULT, "别的事，不知道找谁"),
    ]
    .into_iter()
    .map(|(number, words)| {
        hotline::note(ctx, number);
        view! { <li><a class="tel" href=hotline::dial(number)>{number}</a> " " {words}</li> }
            .into_any()
    })
    .collect();
    let content = view! {
        <h1>"没有这个网页"</h1>
        <p class="lead">"地址可能抄错了，或者这一页已经搬走。"</p>
        <p>"需要人帮忙，现在就可以打："</p>
        <ul>{numbers}</ul>
        {if anchored {
            view! { <p>{ctx.link(&Route::Home, "more", "回到首页".to_owned())}</p> }.into_any()
        } else {
            view! {
                <p>"请按浏览器的“返回”，或者只留下网址里最前面的网站名字再打开。"</p>
                <p>{operator(ctx)}</p>
            }
            .into_any()
        }}
    };
    Sheet {
        description: "没有这个网页。".to_owned(),
        layout: if anchored { Layout::Framed } else { Layout::Bare },
        content: content.into_any(),
        ..Sheet::new("没有这个网页")
    }
}

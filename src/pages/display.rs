//! The display settings: what `page.js` keeps on this device when the reader presses a button, and nothing before.

use leptos::prelude::*;

use super::icon::Icon;
use super::render::Context;
use crate::model::Route;

const THEMES: [(&str, &str); 4] =
    [("auto", "跟随设备"), ("light", "浅色"), ("dark", "深色"), ("contrast", "高对比")];
const SIZES: [(&str, &str); 4] = [("0", "标准"), ("1", "大"), ("2", "更大"), ("3", "最大")];

/// The menu in the header. It is hidden without script, since it could do nothing.
pub(super) fn menu(ctx: &Context<'_>) -> AnyView {
    view! {
        <details class="menu scripted" name="menu">
            <summary><span inner_html=Icon::Display.svg()></span><span>"显示"</span></summary>
            <div class="sheet display">
                {group("颜色", THEMES.map(|(value, words)| view! {
                    <button type="button" data-set-theme=value aria-pressed="false">{words}</button>
                }))}
                {group("字号", SIZES.map(|(value, words)| view! {
                    <button type="button" data-set-size=value aria-pressed="false">{words}</button>
                }))}
                {group("长辈版：字大、单列、没有装饰", view! {
                    <button type="button" data-set-elder="" aria-pressed="false">"长辈版"</button>
                })}
                <p><button type="button" class="plain" data-set-reset="">"恢复原样"</button></p>
                <p class="soft">
                    "按了才会记在这台设备上。看"
                    <a href=ctx.links.to(&Route::LocalData)>"本机数据"</a>
                </p>
            </div>
        </details>
    }
    .into_any()
}

fn group(label: &'static str, buttons: impl IntoView + 'static) -> AnyView {
    view! { <fieldset><legend>{label}</legend><div class="choices">{buttons}</div></fieldset> }
        .into_any()
}

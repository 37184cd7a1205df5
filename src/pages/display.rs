//! The display settings: what `page.js` keeps on this device when the reader presses a button, and nothing before.

use leptos::prelude::*;

use super::icon::Icon;
use super::render::Context;
use crate::model::Route;

/// The menu in the header. It is hidden without script, since it could do nothing.
pub(super) fn menu(ctx: &Context<'_>) -> AnyView {
    view! {
        <details class="menu scripted" name="menu">
            <summary><span inner_html=Icon::Display.svg()></span><span>"显示"</span></summary>
            <div class="sheet display">
                {group("theme", "颜色", &[("auto", "跟随设备"), ("light", "浅色"), ("dark", "深色"), ("contrast", "高对比")])}
                {group("size", "字号", &[("0", "标准"), ("1", "大"), ("2", "更大"), ("3", "最大")])}
                {group("elder", "长辈版：字大、单列、没有装饰", &[("false", "关"), ("true", "开")])}
                <p><button type="button" class="plain" data-display="reset">"恢复原样"</button></p>
                <p class="soft">
                    "按了才会记在这台设备上。看"
                    <a href=ctx.links.to(&Route::LocalData)>"本机数据"</a>
                </p>
            </div>
        </details>
    }
    .into_any()
}

fn group(
    key: &'static str,
    label: &'static str,
    choices: &[(&'static str, &'static str)],
) -> AnyView {
    let buttons: Vec<AnyView> = choices
        .iter()
        .map(|(value, words)| {
            view! {
                <button type="button" data-display=key data-value=*value aria-pressed="false">{*words}</button>
            }
            .into_any()
        })
        .collect();
    view! { <fieldset><legend>{label}</legend><div class="choices">{buttons}</div></fieldset> }
        .into_any()
}

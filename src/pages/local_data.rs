//! 本机数据: what this device may keep, what it keeps now, and wiping it.

use leptos::prelude::*;

use super::frame::Sheet;
use super::render::Context;

/// What can be kept: the key, what it holds, and when it comes into being.
const KEYS: [(&str, &str, &str); 3] = [
    ("qingmiao:display", "颜色、字号、长辈版的选择", "你在“显示”里按了按钮之后"),
    (
        "qingmiao:finder",
        "查政策时的回答，写成数字；满 24 小时，下次打开本站时删掉",
        "你在查政策的结果里按了“在这台设备存 24 小时”之后",
    ),
    (
        "qingmiao:cast",
        "模拟法庭分角色时写的名字；满 7 天，下次打开本站时删掉",
        "老师在“分角色”里按了“在这台设备存 7 天”之后",
    ),
];

/// The page. The list of what is there is filled by `kept.js`; `data-root` tells it which service workers are ours.
pub(super) fn page(ctx: &Context<'_>) -> Sheet {
    let rows = KEYS.map(|(key, what, when)| {
        view! { <tr><th scope="row"><code>{key}</code></th><td>{what}</td><td>{when}</td></tr> }
    });
    let root =
        if ctx.links.root().is_empty() { "./".to_owned() } else { ctx.links.root().to_owned() };
    let content = view! {
        <h1>"本机数据"</h1>
        <p class="lead">
            "这个网站没有服务器记你的事。能存下来的只有下面几样，只在这台设备上，你随时可以清掉。"
        </p>
        <h2>"可能存什么"</h2>
        <div class="scroll" role="group" tabindex="0" aria-label="表格：可能存什么">
            <table>
                <thead><tr>
                    <th scope="col">"名字"</th><th scope="col">"内容"</th><th scope="col">"什么时候存"</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p>
            "模拟法庭的舞台还在它自己的标签页里记一个步骤号：演到哪里、几票、计时还剩多少，刷新不丢。号里没有名字，也没有时刻，标签页关掉就没有了。"
        </p>
        <h2>"现在存着什么"</h2>
        <div class="scripted" data-local-data=root>
            <ul data-stored=""></ul>
            <p><button type="button" class="action" data-wipe="">"全部清除"</button></p>
            <p role="status"></p>
        </div>
        <div class="unscripted">
            <p>"这台设备关闭了脚本，所以本站什么也没有存。以前存过的，可以在浏览器里清除："</p>
            <ol>
                <li>"打开浏览器的“设置”。"</li>
                <li>"找“隐私”或“网站数据”“清除浏览数据”。"</li>
                <li>"选本站，删掉“网站数据”或“Cookie 和网站数据”。"</li>
            </ol>
        </div>
        <h2>"清不掉的"</h2>
        <p>
            "浏览器自己的历史记录、下载的文件、手机的通话记录，网站动不了。怕被人看到，请在浏览器和电话里手动删除；
            突然空白的记录有时也会引人注意，拿不准时，换一台别人碰不到的设备再看。"
        </p>
    };
    Sheet {
        description: "这个网站能在你的设备上存什么，现在存着什么，怎样清掉。".to_owned(),
        content: content.into_any(),
        ..Sheet::new("本机数据")
    }
}

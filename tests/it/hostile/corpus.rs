//! The hostile inputs. The families are those that browsers, Markdown, YAML and spreadsheets are known to fall for.

/// Where a payload is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The body of a page.
    Markdown,
    /// A part of a help text.
    Help,
    /// All that stands between the `---` of a page.
    FrontMatter,
    /// A value of front matter.
    Value,
    /// Cells of `sources.csv`.
    Cell,
    /// `sources.csv` as a whole.
    Table,
}

/// A hostile input.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) kind: Kind,
    pub(crate) payload: String,
    /// Whether it has to be an error; else it may also be harmless text.
    pub(crate) refused: bool,
}

/// Addresses: each is put into every form of link that Markdown has. All are refused.
const ADDRESSES: &[&str] = &[
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "javascript&#x3a;alert(1)",
    "javascript&#0000058alert(1)",
    "&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)",
    "&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)",
    "java&#9;script:alert(1)",
    "java&#10;script:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "&#1;javascript:alert(1)",
    "&#32;javascript:alert(1)",
    "\u{1}javascript:alert(1)",
    "java\u{ad}script:alert(1)",
    "java\u{200b}script:alert(1)",
    "\u{feff}javascript:alert(1)",
    "\u{a0}javascript:alert(1)",
    "\u{2028}javascript:alert(1)",
    "\u{202e}javascript:alert(1)",
    "ｊavascript:alert(1)",
    "javascript：alert(1)",
    "javascript%3Aalert(1)",
    "%6Aavascript:alert(1)",
    "javascript\\:alert(1)",
    "j\\avascript:alert(1)",
    "vbscript:msgbox(1)",
    "livescript:x",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,<svg/onload=alert(1)>",
    "DATA:text/html,x",
    "blob:https://a.cn/1",
    "file:///etc/passwd",
    "filesystem:https://a.cn/x",
    "view-source:https://a.cn",
    "about:blank",
    "chrome://settings",
    "intent://scan/#Intent;end",
    "weixin://dl/chat",
    "ms-word:ofe|u|https://a.cn/x.docx",
    "feed:javascript:alert(1)",
    "jar:https://a.cn!/x",
    "ws://a.cn",
    "ftp://a.cn/x",
    "//evil.com",
    "///evil.com",
    "/\\evil.com",
    "\\\\evil.com",
    "https:evil.com",
    "https:/evil.com",
    "https:\\\\evil.com",
    "https://",
    "https://good.gov.cn@evil.com",
    "https://good.gov.cn%40evil.com",
    "https://user:pass@evil.com",
    "https://evil.com:99999/",
    "https://[::1]/",
    "https://a.cn/&quot;onmouseover=alert(1)",
    "https://a.cn/&lt;script&gt;",
    "https://a.cn/`x`",
    "https://a.cn/\u{202e}gpj.exe",
    "https://a.cn/&#0;",
    "mailto:",
    "mailto:a@b.cn?body=%0d%0aBcc:x",
    "mailto:\"<script>\"@a.cn",
    "tel:12345;phone-context=javascript:alert(1)",
    "tel:<script>",
    "sms:12110?body=x",
    "page:../../etc/passwd",
    "page:about\"onclick=alert(1)",
    "page:javascript:alert(1)",
    "Page:about",
    "help:home#<b>",
    "law:未成年人保护法/11</a>",
    "law:未成年人保护法/1e1",
    "law:未成年人保护法/011",
    "hotline:110'onclick='x",
    "figure:__proto__",
    "place:constructor",
    "#\"><img src=x>",
    "?x=1",
    ".",
    "x.html",
];

/// Running text. The flag tells whether it has to be refused.
const MARKDOWN: &[(bool, &str)] = &[
    (true, "<script>alert(1)</script>"),
    (true, "<ScRiPt src=//evil.com></ScRiPt>"),
    (true, "x <script\n>alert(1)</script>"),
    (true, "<img src=x onerror=alert(1)>"),
    (false, "x <img/src='x'/onerror='alert(1)'>"),
    (true, "<img srcset=\"x 1x, javascript:alert(1) 2x\">"),
    (true, "<svg onload=alert(1)>"),
    (true, "<svg><script xlink:href=data:,alert(1) />"),
    (true, "<svg><animate onbegin=alert(1) attributeName=x dur=1s>"),
    (true, "<svg><foreignObject><body onload=alert(1)></foreignObject></svg>"),
    (
        true,
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    ),
    (
        true,
        "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>",
    ),
    (true, "<iframe srcdoc='<script>alert(1)</script>'></iframe>"),
    (true, "<object data=javascript:alert(1)></object>"),
    (true, "<embed src=javascript:alert(1)>"),
    (true, "<base href=//evil.com>"),
    (true, "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>"),
    (true, "<link rel=stylesheet href=//evil.com>"),
    (true, "<style>@import '//evil.com';</style>"),
    (true, "<form action=javascript:alert(1)><button>x</button></form>"),
    (true, "<a href=javascript:alert(1)>x</a>"),
    (true, "<details open ontoggle=alert(1)>"),
    (true, "<video><source onerror=alert(1)></video>"),
    (true, "<body onload=alert(1)>"),
    (true, "<input autofocus onfocus=alert(1)>"),
    (true, "<marquee onstart=alert(1)>x</marquee>"),
    (true, "<template><script>alert(1)</script></template>"),
    (true, "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">"),
    (true, "<leptos-island data-component=x></leptos-island>"),
    (true, "<x-y onclick=alert(1)>x</x-y>"),
    (true, "<!-- --!><img src=x onerror=alert(1)> -->"),
    (true, "<!--[if IE]><script>alert(1)</script><![endif]-->"),
    (true, "<?php echo 1 ?>"),
    (true, "<![CDATA[<script>alert(1)</script>]]>"),
    (true, "<!DOCTYPE html><script>alert(1)</script>"),
    (true, "> <b onclick=alert(1)>x</b>"),
    (true, "- <b onclick=alert(1)>x</b>"),
    (true, "| a |\n|---|\n| <img src=x onerror=alert(1)> |"),
    (true, "## <img src=x onerror=alert(1)>"),
    (true, "[<img src=x onerror=alert(1)>](https://a.cn)"),
    (true, "![<b>](images/x.png)"),
    (true, "x[^1]\n\n[^1]: <script>alert(1)</script>"),
    (true, "词\n: <script>alert(1)</script>"),
    (true, "**<b>x</b>**"),
    (true, "</script><script>alert(1)</script>"),
    (true, "</p></div></main><h1>x</h1>"),
    (true, "<a\u{2028}href=x>"),
    (true, "a\u{2028}b"),
    (true, "a\u{2029}b"),
    (true, "a\u{202e}b\u{2066}c"),
    (true, "a\u{8}b\u{1b}[31mc"),
    (true, "a\0b"),
    (false, "\\<script>alert(1)\\</script>"),
    (false, "&lt;script&gt;alert(1)&lt;/script&gt;"),
    (false, "&#60;script&#62;alert(1)&#60;/script&#62;"),
    (false, "`<script>alert(1)</script>`"),
    (false, "```\n<script>alert(1)</script>\n```"),
    (false, "```html\"onclick=alert(1)\nx\n```"),
    (false, "    <script>alert(1)</script>"),
    (false, "< script>alert(1)< /script>"),
    (false, "<1script>"),
    (false, "＜script＞alert(1)＜/script＞"),
    (false, "[x](https://a.cn \"\\\"onmouseover=alert(1)\")"),
    (false, "[x](https://a.cn '\"><img src=x onerror=alert(1)>')"),
    (true, "![\"onerror=alert(1)](images/x.png)"),
    (true, "![\"><img src=x onerror=alert(1)>](images/none.png)"),
    (true, "![x](images/x.png\"onerror=alert(1))"),
    (true, "![x](images/x.svg)"),
    (true, "![x](images/../../x.png)"),
    (true, "![x](images//evil.com/x.png)"),
    (true, "![x](images\\x.png)"),
    (true, "![x](IMAGES/x.png)"),
    (true, "![x](https://evil.com/x.png)"),
    (true, "![x](data:image/png;base64,iVBORw0KGgo=)"),
    (true, "![x](images/.htaccess.png)"),
    (true, "![x](images/%2e%2e/x.png)"),
    (true, "![x](images/x.png?y=1)"),
    (true, "![](images/x.png)"),
    (true, "![![x](javascript:alert(1))](images/x.png)"),
    (true, "[![x](https://evil.com/x.png)](javascript:alert(1))"),
    (true, "## x {onclick=alert(1)}"),
    (true, "## x {.a style=color:red}"),
    (true, "## x {#\"onclick=alert(1)}"),
    (true, "## x {#a:b}"),
    (false, "## location"),
    (false, "## body\n\n## cookie\n\n## forms\n\n## __proto__\n\n## constructor"),
    (false, "## x {#location}\n\n[x](#location)"),
    (false, "## x {#wasm_bindgen}"),
    (false, "## Main\n\n## main {#MAIN}"),
    (false, "## mark-1\n\n## source-1\n\n## island-x"),
    (false, "## \u{200b}\n\n## …\n\n## 😀"),
    (false, "## a\n\n## a\n\n## a-2\n\n## a"),
    (true, "# 一级"),
    (true, "##### 五级"),
    (true, "x[^未定义]"),
    (false, "[^a]: [^a]"),
    (false, "x[^a]\n\n[^a]: y[^b]\n\n[^b]: z[^a]"),
    (false, "x[^\"onclick=alert(1)]\n\n[^\"onclick=alert(1)]: y"),
    (false, "> 【<b】x"),
    (false, "> 【提示"),
    (false, "> 【】"),
    (true, "> 【提示】<b>"),
    (true, "[x]: javascript:alert(1)\n\n[x]"),
    (true, "[x]\n\n[x]: <data:text/html,x>\n\n[x][x] [x][]"),
    (false, "[x]: javascript:alert(1) \"never used\""),
    (false, "[x](y"),
    (false, "[[[[x]]]]((((y))))"),
    (false, "{{7*7}} ${7*7} <%= 7*7 %> #{7*7}"),
    (false, "\\<!--slot:body-->"),
    (false, "| a | b |\n|:-:|-:|\n| =1+1 | @SUM(1) |"),
    (false, "- [x] 做完\n- [ ] 没做\n  - [x] \\<b>"),
    (false, "99999999999999999999. x"),
    (false, "999999999. x"),
    (false, "$$\\href{javascript:alert(1)}{x}$$"),
    (false, "[[javascript:alert(1)]]"),
    (false, "+++\nx\n+++"),
    (false, "---\n标题: 又一个\n---"),
];

/// Front matter as a whole.
const FRONT_MATTER: &[&str] = &[
    "标题: !!python/object/apply:os.system [ls]\n摘要: x",
    "标题: !!js/function 'alert(1)'\n摘要: x",
    "标题: !ruby/object:Gem::Installer {}\n摘要: x",
    "标题: &a x\n摘要: *a",
    "标题: *none\n摘要: x",
    "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n标题: *c\n摘要: x",
    "<<: {标题: x}\n摘要: x",
    "? [标题]\n: x",
    "? {a: b}\n: x\n标题: x\n摘要: x",
    "标题: x\n标题: y\n摘要: x",
    "标题: {a: b}\n摘要: x",
    "标题: [x\n摘要: x",
    "标题: \"x\n摘要: x",
    "标题: 'x\n摘要: x",
    "标题: @x\n摘要: x",
    "标题: `x`\n摘要: x",
    "标题: %x\n摘要: x",
    "%TAG ! tag:evil,2026:\n标题: x\n摘要: x",
    "标题: x\n 摘要: x",
    "标题: x: y\n摘要: x",
    "标题: x\n__proto__: x\n摘要: x",
    "标题: x\n摘要: x\n顺序: 99999999999999999999",
    "标题: x\n摘要: x\n顺序: 1e9",
    "标题: x\n摘要: x\n顺序: 0x10",
    "标题: x\n摘要: x\n敏感: yes",
    "标题: x\n摘要: x\n核验: 2026-11-22T00:00:00Z",
    "标题: x\n摘要: x\n核验: 9999-12-31",
    "标题: x\n摘要: x\n版式: \"空白\\\"><script>\"",
    "标题: !!binary aGVsbG8=\n摘要: ",
    "标题: .nan\n摘要: x\n顺序: .inf",
    "\t标题: x\n摘要: x",
    "标题：x\n摘要: <b",
    "[]",
    "x",
];

/// Values. They are words, whatever they look like.
const VALUES: &[&str] = &[
    "<script>alert(1)</script>",
    "\"</title><script>alert(1)</script>\"",
    "'\"><img src=x onerror=alert(1)>'",
    "</script><!--",
    "'{{7*7}}'",
    "\"a\\\"b\\nc\"",
    "javascript:alert(1)",
    "'=HYPERLINK(\"https://evil.com\")'",
    "1e400",
];

/// Cells that a spreadsheet would calculate. All are refused.
const FORMULAS: &[&str] = &[
    "=1+1",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"https://evil.com\",\"x\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "=IMPORTXML(\"https://evil.com\")",
    "1.3E+10",
];

/// Cells that are words, apart from an address that is none.
const CELLS: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "data:text/html,x",
    "//evil.com",
    "https://good.cn@evil.com",
    "a\u{202e}b",
    "</script>",
];

/// Tables that are none.
const TABLES: &[&str] = &[
    "编号,标题,发布单位\nnews,\"x,y\nz",
    "编号\t标题\t发布单位\nnews\tx\ty",
    "编号,编号,标题,发布单位\nnews,a,b,c",
    "<html><body>not a table</body></html>",
    "编号,标题,发布单位\n../../x,x,y",
    "编号,标题,发布单位\nnews,x\n",
    ",,,\n,,,",
    "\"\"\"\",\"",
];

/// Every case.
pub(crate) fn corpus() -> Vec<Case> {
    let case = |kind, refused, payload: &str| Case { kind, payload: payload.to_owned(), refused };
    let mut cases = Vec::new();
    for address in ADDRESSES {
        // A blank or an angle bracket ends an address here, so that what is left is only words.
        let whole = !address.contains(['<', '>', '\u{1}', '\u{2028}']);
        cases.push(case(Kind::Markdown, whole, &format!("[x](<{address}>)")));
        cases.push(case(Kind::Markdown, false, &format!("[x]({address} \"y\")")));
        cases.push(case(Kind::Markdown, false, &format!("<{address}> {address}")));
        cases.push(case(
            Kind::Help,
            false,
            &format!("![x]({address})\n\n[y][z]\n\n[z]: <{address}>"),
        ));
    }
    cases.extend(MARKDOWN.iter().map(|(refused, text)| case(Kind::Markdown, *refused, text)));
    cases.extend(MARKDOWN.iter().map(|(_, text)| case(Kind::Help, false, text)));
    cases.extend(FRONT_MATTER.iter().map(|text| case(Kind::FrontMatter, true, text)));
    cases.extend(VALUES.iter().map(|text| case(Kind::Value, false, text)));
    cases.extend(FORMULAS.iter().map(|text| case(Kind::Cell, true, text)));
    cases.extend(CELLS.iter().map(|text| case(Kind::Cell, true, text)));
    cases.extend(TABLES.iter().map(|text| case(Kind::Table, true, text)));
    for open in [
        ">", "> ", "- ", "1. ", "* > ", "[", "![", "**a ", "*a_b ", "~~a ", "`", "<", "(", "[x](",
        "[^", "|", "&", "\\", "$",
    ] {
        for count in [70, 3_000] {
            cases.push(case(Kind::Markdown, false, &open.repeat(count)));
            cases.push(case(Kind::Help, false, &format!("{}x", open.repeat(count))));
        }
    }
    let nested: Vec<_> = (0..200).map(|depth| format!("{}- x\n", "  ".repeat(depth))).collect();
    cases.push(case(Kind::Markdown, true, &nested.concat()));
    cases.push(case(Kind::Markdown, true, &"> ".repeat(200)));
    cases.push(case(Kind::FrontMatter, true, &format!("标题: {}", "[".repeat(10_000))));
    cases.push(case(Kind::FrontMatter, true, &format!("标题: {}", "{a: ".repeat(10_000))));
    let deep: Vec<_> = (0..1_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    cases.push(case(Kind::FrontMatter, true, &deep.concat()));
    cases.push(case(Kind::FrontMatter, true, &"- ".repeat(10_000)));
    cases.push(case(Kind::Table, true, &format!("编号{}\nnews", ",".repeat(100_000))));
    cases
}

//! Files as bytes: encodings, line ends, damage.

use crate::support::Fixture;

const ABOUT: &str = "---\n标题: 关于我们\n摘要: 这个网站是谁做的。\n---\n正文。\n";
const SOURCES: &str = "编号,标题,发布单位\nnews,一则报道，有“引号”,一家报社\n";

fn utf16(text: &str, big: bool) -> Vec<u8> {
    let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect()
}

fn gb18030(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

#[test]
fn tables_are_read_as_spreadsheets_save_them() {
    let bom = [b"\xEF\xBB\xBF", SOURCES.as_bytes()].concat();
    let crlf = SOURCES.replace('\n', "\r\n").into_bytes();
    for bytes in [bom, crlf, utf16(SOURCES, false), utf16(SOURCES, true), gb18030(SOURCES)] {
        let portal = Fixture::new().file("sources.csv", bytes).portal();
        let source = &portal.sources["news"];
        assert_eq!((&*source.title, &*source.publisher), ("一则报道，有“引号”", "一家报社"));
    }
}

#[test]
fn places_are_right_in_every_encoding() {
    let table = SOURCES.replace("一家报社", "");
    let expected = "\
sources.csv:2:17+1 empty-cell error
  “发布单位”是空的
  填上“发布单位”；确实不知道的，这一行先不要发布
";
    let crlf = table.replace('\n', "\r\n").into_bytes();
    for bytes in [table.clone().into_bytes(), crlf, utf16(&table, false), gb18030(&table)] {
        assert_eq!(Fixture::new().file("sources.csv", bytes).check(), expected);
    }
}

#[test]
fn a_table_in_no_encoding_is_refused() {
    let expected = "\
sources.csv:1:1+1 encoding error
  看不懂文件的编码：既不是 UTF-8，也不是 UTF-16 或 GB18030
  用 WPS 或 Excel 打开原表，选“另存为 → CSV UTF-8（逗号分隔）”
";
    let found = Fixture::new().file("sources.csv", b"a,b\n\xFF\xFF\xFF\n").check();
    assert!(found.contains(expected), "{found}");
}

#[test]
fn running_text_has_to_be_utf_8() {
    let mut broken = ABOUT.as_bytes().to_vec();
    broken.extend(gb18030("再来一句"));
    assert_eq!(
        Fixture::new().file("pages/a.md", broken).check(),
        "\
pages/a.md:6:1+1 encoding error
  从这里起不是 UTF-8 文字，应当是 UTF-8
  用记事本打开，选“文件 → 另存为”，编码选“UTF-8”；在 WPS 里另存为纯文本时也把编码选成 UTF-8
"
    );
    assert_eq!(
        Fixture::new().file("pages/a.md", utf16(ABOUT, false)).check(),
        "\
pages/a.md:1:1+1 encoding error
  文件存成了 UTF-16（Unicode），应当是 UTF-8
  用记事本打开，选“文件 → 另存为”，编码选“UTF-8”；在 WPS 里另存为纯文本时也把编码选成 UTF-8
"
    );
}

#[test]
fn a_byte_order_mark_is_no_mistake() {
    let bytes = [b"\xEF\xBB\xBF", ABOUT.replace("关于我们", "别的").as_bytes()].concat();
    assert_eq!(Fixture::new().file("pages/a.md", bytes).check(), "");
}

#[test]
fn windows_line_ends_are_told_once_and_places_stay_right() {
    let text = "---\n标题: 甲\n摘要: 乙\n---\n\n有 <b> 和\n[x](page:没有)。\n";
    assert_eq!(
        Fixture::new().file("pages/a.md", text.replace('\n', "\r\n")).check(),
        "\
pages/a.md:1:4+1 crlf warning
  行尾是 Windows 换行（CRLF），应当是 LF
  在编辑软件里把换行符选成“LF”或“Unix”；不改也能读
pages/a.md:6:3+3 raw-html error
  不接受 HTML：“<b>”
  改用 Markdown 的写法；要显示尖括号本身，写成 \\<
pages/a.md:7:5+7 unknown-page error
  没有页面“没有”
  编号是 pages 里文件的名字，不带“.md”
"
    );
}

#[test]
fn tabs_at_the_beginning_of_a_line_are_told_once() {
    let text = "---\n标题: 甲\n摘要: 乙\n---\n\n- 一\n\t- 二\n\t- 三\t好\n";
    assert_eq!(
        Fixture::new().file("pages/a.md", text).check(),
        "\
pages/a.md:7:1+1 tab warning
  行首用了制表符，应当是空格
  把行首的 Tab 换成空格
"
    );
}

#[test]
fn damaged_files_are_refused() {
    assert_eq!(
        Fixture::new().file("pages/a.md", "---\n标题: 甲\0\n").check(),
        "\
pages/a.md:2:6+1 nul error
  这里有空字符，文件不是文字或已经损坏
  从原来的文档重新复制文字，另存为 UTF-8
"
    );
    assert_eq!(
        Fixture::new().file("pages/a.md", vec![b'a'; 5 * 1024 * 1024 + 1]).check(),
        "\
pages/a.md:1:1+1 file-too-large error
  文件超过 5 MB
  把内容拆成几个文件
"
    );
}

#[test]
fn tables_have_limits() {
    let row = format!("a,一,{}\n", "长".repeat(20_001));
    let found = Fixture::new().file("sources.csv", format!("{SOURCES}{row}")).check();
    assert_eq!(
        found,
        "\
sources.csv:3:5+20001 cell-too-long error
  这一格超过 20000 个字
  长文字写到 Markdown 文件里
"
    );
    let rows: Vec<_> = (0..200_000).map(|number| format!("s{number},一,二\n")).collect();
    let table = format!("{SOURCES}{}", rows.concat());
    assert_eq!(
        Fixture::new().file("sources.csv", table).check(),
        "\
sources.csv:200002:1+7 too-many-rows error
  表格超过 200000 行，后面的没有读
  把表格拆小，或删去多余的空行
"
    );
}

#[test]
fn what_decides_has_an_end() {
    let facts: String =
        (0..500).map(|number| format!("事{number},是否,,是,孩子,0,,问？,问？,问？,\n")).collect();
    let row = "| 共同 | 年龄 | 小于 | 18 | 没满十八岁。 | 满十八岁了。 | 未保法/2 | |\n";
    let old = Fixture::with_policies().read("facts.csv");
    let families: String =
        (0..1000).map(|number| format!("f{number},家{number},老大,年龄=8,aid=未定\n")).collect();
    let examples = Fixture::with_policies().read("policies/examples.csv");
    assert_eq!(
        Fixture::with_policies()
            .file("facts.csv", old + &facts)
            .file("policies/examples.csv", examples + &families)
            .edit("policies/aid.md", row, &row.repeat(250))
            .check(),
        "\
facts.csv:502:1+4 too-many-rows error
  超过 500 行，后面的没有读
  删去没有政策用到的事实
policies/aid.md:223:3+2 too-many-rows error
  条件超过 200 行，后面的没有读
  拆成几个政策
policies/examples.csv:1002:1+4 too-many-rows error
  超过 1000 行，后面的没有读
  只留有代表性的家庭
"
    );
}

#[test]
fn a_file_that_is_all_mistakes_is_told_once_enough() {
    let loaded = Fixture::new().page("a", &"<b>".repeat(100_000)).load();
    assert_eq!(loaded.diagnostics.len(), 501);
    assert!(loaded.diagnostics.iter().all(|found| found.excerpt.len() <= 1_200));
    assert_eq!(
        crate::support::listing(&loaded.diagnostics[500..]),
        "\
pages/a.md:6:300001+1 too-many error
  这个文件还有 99500 处问题没有列出
  先改前面列出的，再检查一遍；整个文件都不对时，从旧版本恢复
"
    );
}

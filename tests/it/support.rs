//! Content folders for tests: a small valid one, with files laid over it.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use qingmiao::{
    content::{self, Diagnostic, Loaded},
    model::{Date, Portal},
};
use tempfile::TempDir;

/// The day on which all fixtures are read.
pub(crate) const TODAY: Date = jiff::civil::date(2026, 11, 22);

/// The day on which the published content is read: this one, since nobody can have checked a fact later than today.
pub(crate) fn this_day() -> Date {
    jiff::tz::Offset::constant(8).to_datetime(jiff::Timestamp::now()).date()
}

/// The content that is published.
pub(crate) fn real_content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// The same as a portal, read once for all tests.
pub(crate) fn real() -> &'static Portal {
    static PORTAL: LazyLock<Portal> =
        LazyLock::new(|| content::load(&real_content(), this_day()).portal);
    &PORTAL
}

/// The same as a site, built once for all tests with a client that wakes nothing.
pub(crate) fn real_site() -> &'static Path {
    static SITE: LazyLock<PathBuf> = LazyLock::new(|| {
        let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("site");
        crate::site::build(real(), &out);
        out
    });
    &SITE
}

const SITE: &str = "\
名称: 青苗
一句话: 未成年人保护的地图
网址: https://example.gov.cn/
快速离开: https://www.example.com/
离线离开页: away
地方: [baiyun]
";

const AREAS: &str = "\
编码,名称,层级,上级,别名
44,广东省,省,,
4401,广州市,市,44,
440111,白云区,区县,4401,白云
";

const SOURCES: &str = "\
编号,标题,发布单位,日期,文号,网址,核验,待核验,备注
news,一则报道,一家报社,2022-10-11,,,2026-11-01,否,
";

const FIGURES: &str = "\
编号,名称,数值,限定,单位,地方,截至,来源,类别,核验,口径
stations,工作站,24,,个,440111,2022,news,公布,2026-11-01,
points,联络点,408,约,个,440111,2022-10,news,公布,2026-11-01,
";

const HOTLINES: &str = "\
号码,名称,管什么,谁接听,时间,全天,费用,会问什么,匿名,不方便说话,地区,紧急,来源,核验,下次核验,待核验,备注
12345,政务服务热线,各种求助,话务员,工作日,否,,在哪里;发生了什么,未知,,,否,news,2026-11-01,2027-01-01,否,
110,报警,眼前的危险,警察,全天,是,免费,在哪里,未知,发短信到12110,,是,news,2026-11-01,2027-01-01,否,
";

const LAWS: &str = "\
法律,简称,版本日期,条数,增条,状态,来源,核验
未成年人保护法,未保法,2024-04-26,132,,现行,news,2026-11-01
刑法,,2023-12-29,452,236之一,现行,news,2026-11-01
";

const ABOUT: &str = "---
标题: 关于我们
摘要: 这个网站是谁做的。
---

## 做什么

见 [](law:未保法/11)，打 [](hotline:12345)。
";

const AWAY: &str = "---
标题: 节气
摘要: 二十四节气。
版式: 空白
---

立春、雨水、惊蛰。
";

const BAIYUN: &str = "---
标题: 广州白云
区划: 440111
摘要: 一个区。
截至: 2022-10-11
核验: 2026-11-01
网络:
  - 层级: 镇街
    名称: 未成年人保护工作站
    公布: stations
    作用: 有人听你说。
图表:
  - 标题: 站点
    数字: [stations, points]
---

## 做法

有 [](figure:stations)。
";

/// A valid help text for one reader.
pub(crate) const VOICE: &str = "## 孩子

### 现在安全吗

先看看。

### 接下来五分钟

1. 走开。

### 打给谁

打电话。

### 之后会怎样

有人来。

### 你的权利

你有权利。
";

const HOME: &str = "---
标题: 有人在家里打我
中性标题: 资料一
摘要: 一句话。
热线: [12345, 110]
内容提示: [家庭暴力]
核验: 2026-11-01
---

";

const FACTS: &str = "\
编号,类型,选项,可改变,归属,敏感度,安全,问孩子,问家长,问老师,帮助
年龄,整数,0-25 岁,否,孩子,0,,你几岁了？,孩子几岁了？,学生几岁了？,按身份证上的日子算。
户籍地,区划,,否,孩子,0,,你的户口在哪里？,孩子的户口在哪里？,学生的户口在哪里？,看户口本。
父亲情况,枚举,在身边;外出;去世,否,父亲,2,,爸爸在哪里？,孩子的父亲怎样？,学生的父亲怎样？,
家庭认定,多选,低保;特困,是,家庭,1,,家里有低保吗？,家里认定了什么？,学生家里认定了什么？,
在校,是否,,是,孩子,0,,你在上学吗？,孩子在上学吗？,学生在上学吗？,
出生日期,日期,2000-01-01..2030-12-31,否,孩子,1,,你哪天生的？,孩子哪天出生？,学生哪天出生？,
";

const AID: &str = "---
名称: 一份补贴
摘要: 父亲不在了的孩子，可能可以领。
给孩子的话: 想问，打[](hotline:12345)。
类别: 基本生活
种类: 待遇
保护: 政府保护
对象: [孩子, 家长]
主管: 民政
层级: 国家
适用: 全国
依据: [未成年人保护法/91]
急迫: 2
来源: [news]
核验: 2026-11-01
下次核验: 2027-05-01
---

## 条件

| 分支 | 事实 | 关系 | 值 | 符合时 | 不符合时 | 依据 | 待核验 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 共同 | 年龄 | 小于 | 18 | 没满十八岁。 | 满十八岁了。 | 未保法/2 | |
| A | 父亲情况 | 等于 | 去世 | 父亲不在了。 | 父亲还在。 | news | |
| B | 家庭认定 | 包含 | 低保;特困 | 家里有认定。 | 家里没有认定。 | news | |

## 需要核实

- 户口本。

## 待遇

| 内容 | 金额 | 单位 | 区划 | 起 | 止 | 来源 |
| --- | --- | --- | --- | --- | --- | --- |
| 每月补贴 | 2808 | 元/月 | 440111 | 2022 | 2025 | news |

## 材料

| 材料 | 何时需要 | 谁出具 | 可免 |
| --- | --- | --- | --- |
| 户口本 | 都要 | 派出所 | |

## 到哪里办

| 地点 | 哪里的 | 说明 |
| --- | --- | --- |
| 镇街 | 户籍地 | 打[](hotline:12345)问。 |

- 时限: 30个工作日。

## 如果没通过

再问一次。
";

const EXAMPLES: &str = "\
编号,家庭,孩子,事实,期望
young,一家,老大,年龄=8;父亲情况=去世,aid=符合
old,一家,老二,年龄=19,aid=不符合
";

/// A valid content folder that lives as long as the value.
pub(crate) struct Fixture {
    folder: TempDir,
}

impl Fixture {
    /// The smallest folder that has something of everything.
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
            .file("site.yaml", SITE)
            .file("areas.csv", AREAS)
            .file("sources.csv", SOURCES)
            .file("figures.csv", FIGURES)
            .file("hotlines.csv", HOTLINES)
            .file("laws/index.csv", LAWS)
            .file("pages/about.md", ABOUT)
            .file("pages/away.md", AWAY)
            .file("places/baiyun.md", BAIYUN)
            .file("help/home.md", format!("{HOME}{VOICE}"))
    }

    /// The same with facts, a policy and example families.
    pub(crate) fn with_policies() -> Self {
        Self::new()
            .file("facts.csv", FACTS)
            .file("policies/aid.md", AID)
            .file("policies/examples.csv", EXAMPLES)
    }

    /// Writes a file over what may be there.
    pub(crate) fn file(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
        self
    }

    /// Replaces some words of a file.
    pub(crate) fn edit(self, name: &str, from: &str, to: &str) -> Self {
        let old = self.read(name);
        assert!(old.contains(from), "{name} has no {from:?}");
        self.file(name, old.replace(from, to))
    }

    /// Adds a page with this body; its first line is the sixth of the file.
    pub(crate) fn page(self, name: &str, body: &str) -> Self {
        self.file(
            &format!("pages/{name}.md"),
            format!("---\n标题: 标题 {name}\n摘要: 摘要\n---\n\n{body}"),
        )
    }

    /// Takes a file away.
    pub(crate) fn without(self, name: &str) -> Self {
        fs::remove_file(self.folder.path().join(name)).expect("a file");
        self
    }

    /// What a file of it says.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).expect("a file")
    }

    /// Where it lies.
    pub(crate) fn path(&self) -> &str {
        self.folder.path().to_str().expect("a path")
    }

    /// Reads it.
    pub(crate) fn load(&self) -> Loaded {
        content::load(self.folder.path(), TODAY)
    }

    /// Reads it, where it has to be valid.
    #[track_caller]
    pub(crate) fn portal(&self) -> Portal {
        let loaded = self.load();
        assert_eq!(listing(&loaded.diagnostics), "");
        loaded.portal
    }

    /// What is wrong with it, as [`listing`] shows it.
    pub(crate) fn check(&self) -> String {
        listing(&self.load().diagnostics)
    }
}

/// Diagnostics in three lines each: `file:line:column+width code severity`, message, hint.
pub(crate) fn listing(diagnostics: &[Diagnostic]) -> String {
    let mut text = String::new();
    for found in diagnostics {
        let Diagnostic { file, line, column, width, code, message, hint, .. } = found;
        let severity = if found.is_error() { "error" } else { "warning" };
        writeln!(text, "{file}:{line}:{column}+{width} {code} {severity}\n  {message}\n  {hint}")
            .expect("text");
    }
    text
}

//! The files of a content folder: which there are, what each is for, and names that would not survive another system.

mod kind;

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

pub(super) use self::kind::Kind;
use super::diagnostic::{Diagnostic, Severity};
use super::nearest::suggest;
use super::picture;

/// A file to be read.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) path: PathBuf,
    /// The path below the content folder with `/`, in composed Unicode.
    pub(super) name: String,
    pub(super) kind: Kind,
}

impl Found {
    /// A script of a mock court, wherever it lies.
    pub(super) fn court(path: &Path) -> Self {
        let own = path.file_name().unwrap_or_default().to_string_lossy().nfc().collect::<String>();
        let id = own.split('.').next().unwrap_or_default().to_owned();
        let name = format!("courts/{id}.court.md");
        Self { path: path.to_owned(), name, kind: Kind::Court(id) }
    }
}

/// No file is read beyond this size.
pub(super) const LARGEST: u64 = 5 * 1024 * 1024;

const TABLES: [(&str, Kind); 16] = [
    ("site.yaml", Kind::Site),
    ("areas.csv", Kind::Areas),
    ("sources.csv", Kind::Sources),
    ("figures.csv", Kind::Figures),
    ("hotlines.csv", Kind::Hotlines),
    ("laws/index.csv", Kind::Laws),
    ("glossary.csv", Kind::Terms),
    ("stations.csv", Kind::Stations),
    ("types.csv", Kind::StationTypes),
    ("services.csv", Kind::Services),
    ("calendar.csv", Kind::Calendar),
    ("school-holidays.csv", Kind::SchoolHolidays),
    ("facts.csv", Kind::Facts),
    ("constraints.csv", Kind::Constraints),
    ("policies/examples.csv", Kind::Examples),
    ("synonyms.csv", Kind::Synonyms),
];

/// Without these there is no portal.
const REQUIRED: [&str; 4] = ["site.yaml", "areas.csv", "sources.csv", "hotlines.csv"];

const FOLDERS: [&str; 11] = [
    "pages", "places", "help", "stations", "images", "laws", "lessons", "cases", "quizzes",
    "policies", "courts",
];

/// What the program itself writes at the top of the portal, so that no page may be called so.
const RESERVED_PAGES: [&str; 27] = [
    "404",
    "assets",
    "cards",
    "cases",
    "courts",
    "data",
    "finder",
    "glossary",
    "help",
    "home",
    "hotlines",
    "images",
    "index",
    "laws",
    "learn",
    "lessons",
    "local-data",
    "needs",
    "offline",
    "places",
    "policies",
    "quizzes",
    "search",
    "sources",
    "stations",
    "sw",
    "towns",
];

const DEEPEST: usize = 8;

/// Finds every file, by name. What cannot be used is reported and left out.
pub(super) fn walk(root: &Path) -> (Vec<Found>, Vec<Diagnostic>) {
    let mut walk = Walk {
        found: Vec::new(),
        diagnostics: Vec::new(),
        names: HashMap::new(),
        root: PathBuf::new(),
    };
    match root.canonicalize() {
        Ok(real) if real.is_dir() => walk.root = real,
        _ => {
            let message = format!("没有找到内容文件夹“{}”", root.display());
            walk.error("missing-folder", "", message, "检查文件夹的名字和位置");
            return (Vec::new(), walk.diagnostics);
        }
    }
    walk.folder(root, "", 0);
    for name in REQUIRED {
        if !walk.names.values().any(|there| there == name) {
            let message = format!("没有“{name}”");
            walk.error("missing-file", name, message, "从模板或旧版本里复制一份，放在内容文件夹里");
        }
    }
    walk.found.sort_by(|a, b| a.name.cmp(&b.name));
    (walk.found, walk.diagnostics)
}

struct Walk {
    root: PathBuf,
    found: Vec<Found>,
    diagnostics: Vec<Diagnostic>,
    /// The names met so far, folded as systems fold them that know no case.
    names: HashMap<String, String>,
}

impl Walk {
    fn folder(&mut self, path: &Path, prefix: &str, depth: usize) {
        if depth > DEEPEST {
            let hint = "把文件夹移到上层";
            self.error("folder-too-deep", prefix, format!("文件夹超过 {DEEPEST} 层"), hint);
            return;
        }
        let entries = fs::read_dir(path).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => {
                let message = format!("打不开这个文件夹：{error}");
                return self.error("unreadable", prefix, message, "检查文件夹的权限");
            }
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let Ok(own) = entry.file_name().into_string() else {
                let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
                self.error("bad-name", &name, "文件名不是 UTF-8 文字", "重新起个名字");
                continue;
            };
            if !is_ignored(&own, prefix) {
                let name = format!("{prefix}{}", own.nfc());
                self.entry(&entry.path(), &name, own.nfc().collect::<String>().as_str(), depth);
            }
        }
    }

    fn entry(&mut self, path: &Path, name: &str, own: &str, depth: usize) {
        if let Some(message) = unportable(own) {
            let hint = "换一个名字：不用系统保留的名字和符号，不以句点或空格结尾";
            return self.error("reserved-name", name, message, hint);
        }
        let folded = name.to_lowercase();
        if let Some(other) = self.names.insert(folded, name.to_owned()) {
            let message = format!("和“{other}”只差大小写或字符写法，在别的电脑上是同一个文件");
            return self.error("name-collision", name, message, "给其中一个换个名字");
        }
        let metadata = match fs::symlink_metadata(path).and_then(|own| self.follow(path, own)) {
            Ok(Some(metadata)) => metadata,
            Ok(None) => {
                let message = "这是通向文件夹或通向内容文件夹外面的链接，不接受";
                return self.error("symlink", name, message, "把文件本身复制进来");
            }
            Err(error) => {
                let message = format!("打不开：{error}");
                return self.error("unreadable", name, message, "检查文件是否完好");
            }
        };
        if metadata.is_dir() {
            let nested = name.contains('/');
            if nested || FOLDERS.contains(&name) {
                return self.folder(path, &format!("{name}/"), depth + 1);
            }
            let hint = suggest(name, FOLDERS, &format!("能用的文件夹：{}", FOLDERS.join("、")));
            return self.warn("unknown-file", name, format!("不认得文件夹“{name}”，没有读"), &hint);
        }
        if !metadata.is_file() {
            return self.error("not-a-file", name, "这不是普通文件", "删去它");
        }
        if metadata.len() > LARGEST {
            let megabytes = LARGEST / 1024 / 1024;
            let picture = picture::is_picture(name);
            let hint = if picture {
                "把图片缩小后再放进来"
            } else {
                "把内容拆成几个文件"
            };
            return self.error("file-too-large", name, format!("文件超过 {megabytes} MB"), hint);
        }
        match kind(name) {
            Ok(kind) => {
                self.found.push(Found { path: path.to_owned(), name: name.to_owned(), kind });
            }
            Err(Refusal::Unknown(hint)) => {
                self.warn("unknown-file", name, "不认得这个文件，没有读", &hint);
            }
            Err(Refusal::Wrong(code, message, hint)) => self.error(code, name, message, hint),
        }
    }

    /// What lies at a path. A link is followed to a file inside the folder and to nothing else: none where it leads
    /// out, or to a folder, where it could go round in circles.
    fn follow(&self, path: &Path, own: fs::Metadata) -> io::Result<Option<fs::Metadata>> {
        if !own.is_symlink() {
            return Ok(Some(own));
        }
        let real = path.canonicalize()?;
        let metadata = fs::metadata(&real)?;
        Ok(Some(metadata).filter(|found| real.starts_with(&self.root) && !found.is_dir()))
    }

    fn error(&mut self, code: &'static str, file: &str, message: impl Into<String>, hint: &str) {
        self.diagnostics.push(Diagnostic::of_file(Severity::Error, code, file, message, hint));
    }

    fn warn(&mut self, code: &'static str, file: &str, message: impl Into<String>, hint: &str) {
        self.diagnostics.push(Diagnostic::of_file(Severity::Warning, code, file, message, hint));
    }
}

enum Refusal {
    /// It is left alone.
    Unknown(String),
    /// Code, message and hint.
    Wrong(&'static str, String, &'static str),
}

fn kind(name: &str) -> Result<Kind, Refusal> {
    if let Some((_, kind)) = TABLES.iter().find(|(table, _)| *table == name) {
        return Ok(kind.clone());
    }
    let Some((folder, rest)) = name.split_once('/') else {
        let hint = match name.rsplit_once('.') {
            Some((_, "xlsx" | "xls" | "et")) => {
                "表格要另存为“CSV UTF-8（逗号分隔）”，例如 hotlines.csv".to_owned()
            }
            Some((_, "md")) => "文章放进 pages、places、help 等文件夹".to_owned(),
            _ => suggest(name, TABLES.map(|(table, _)| table), "不是内容的文件请放到别处"),
        };
        return Err(Refusal::Unknown(hint));
    };
    if folder == "images" {
        if picture::is_picture(rest) {
            return Ok(Kind::Image);
        }
        let hint = "图片只用 png、jpg、webp 或 gif";
        return Err(Refusal::Wrong("image-type", format!("“{rest}”不是能用的图片类型"), hint));
    }
    let ending = if folder == "courts" { ".court.md" } else { ".md" };
    let Some(id) = rest.strip_suffix(ending) else {
        let hint = match folder {
            "laws" => "这里只读 laws/index.csv，和 laws/法律名/条号.md".to_owned(),
            "policies" => "这里只读 policies/examples.csv，和以“.md”结尾的文件".to_owned(),
            _ => format!("“{folder}”里只读以“{ending}”结尾的文件"),
        };
        return Err(Refusal::Unknown(hint));
    };
    if folder == "laws" {
        return law(id);
    }
    if folder == "pages" {
        return page(id);
    }
    if rest.contains('/') {
        return Err(Refusal::Unknown(format!("文件直接放在“{folder}”里，不用子文件夹")));
    }
    if !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        || id.starts_with('-')
    {
        let message = format!("“{id}”要出现在网址里，有不能用的字符");
        let hint = "文件名只用小写英文字母、数字和“-”，例如 home.md";
        return Err(Refusal::Wrong("bad-name", message, hint));
    }
    if id == "index" {
        let hint = "换一个名字";
        return Err(Refusal::Wrong("reserved-id", format!("“{id}”是程序自己要用的名字"), hint));
    }
    let id = id.to_owned();
    Ok(match folder {
        "help" => Kind::Help(id),
        "stations" => Kind::StationText(id),
        "lessons" => Kind::Lesson(id),
        "cases" => Kind::Case(id),
        "quizzes" => Kind::Quiz(id),
        "policies" => Kind::Policy(id),
        "courts" => Kind::Court(id),
        _ => Kind::Place(id),
    })
}

/// `法律名/17`, `法律名/236之一`, `法律名/index`.
fn law(id: &str) -> Result<Kind, Refusal> {
    let hint = "写成 laws/法律名/条号.md，例如 laws/未成年人保护法/17.md；整部法律写 index.md";
    let Some((law, number)) = id.split_once('/').filter(|(_, number)| !number.contains('/')) else {
        return Err(Refusal::Unknown(hint.to_owned()));
    };
    if number == "index" {
        return Ok(Kind::LawGuide(law.to_owned()));
    }
    let (base, inserted) = number.split_once('之').unwrap_or((number, "一"));
    let digits = !base.is_empty() && base.bytes().all(|byte| byte.is_ascii_digit());
    if !digits || !inserted.chars().all(|char| "一二三四五六七八九十".contains(char)) {
        return Err(Refusal::Wrong("bad-name", format!("“{number}”不是条号"), hint));
    }
    Ok(Kind::Commentary(law.to_owned(), number.to_owned()))
}

fn page(id: &str) -> Result<Kind, Refusal> {
    let valid = |part: &str| {
        part.starts_with(char::is_alphanumeric)
            && part.chars().all(|char| char.is_alphanumeric() || matches!(char, '-' | '_'))
    };
    if !id.split('/').all(valid) {
        let message = format!("“{id}”要出现在网址里，有不能用的字符");
        let hint = "文件名只用字母、数字、汉字、“-”和“_”";
        return Err(Refusal::Wrong("bad-name", message, hint));
    }
    let first = id.split('/').next().unwrap_or_default().to_lowercase();
    if RESERVED_PAGES.contains(&first.as_str()) {
        let message = format!("“{first}”是程序自己要用的名字");
        return Err(Refusal::Wrong("reserved-id", message, "给页面换一个名字"));
    }
    Ok(Kind::Page(id.to_owned()))
}

/// Files that lie beside content without being any: hidden ones, those of spreadsheets and systems, and what explains the folder.
fn is_ignored(own: &str, prefix: &str) -> bool {
    own.starts_with(['.', '~'])
        || ["thumbs.db", "desktop.ini"].contains(&own.to_lowercase().as_str())
        || (prefix.is_empty() && ["README.md", "编辑手册.md"].contains(&own))
}

/// Why a name cannot exist on Windows.
fn unportable(own: &str) -> Option<String> {
    let stem = own.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let device = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&stem.as_str())
        || ["COM", "LPT"].iter().any(|port| {
            stem.strip_prefix(port).is_some_and(|number| {
                matches!(
                    number,
                    "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"
                )
            })
        });
    if device {
        return Some(format!("“{own}”是 Windows 保留的名字"));
    }
    if own.ends_with(['.', ' ']) {
        return Some(format!("“{own}”以句点或空格结尾"));
    }
    own.chars()
        .find(|char| char.is_control() || r#"<>:"|?*\"#.contains(*char))
        .map(|_| format!("“{}”里有 Windows 不允许的字符", own.escape_debug()))
}

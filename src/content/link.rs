//! Where a link may lead. An address passes an allow list; everything else is refused with a reason.

use super::anchor;
use super::nearest::nearest;
use super::record::short;
use crate::model::{Kind, Reference, Target};

/// Why an address is not accepted.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) hint: String,
}

/// What editors may write, for hints.
const ALLOWED: &str = "站外链接写 https://…；站内写 page:、place:、help:、hotline:、law:、figure:、lesson:、case:、quiz:、court:、policy:、station: 或 term: 加编号";

/// The target of a link in running text, after Markdown's own escapes are undone.
pub(super) fn target(address: &str) -> Result<Target, Refusal> {
    refuse_tricks(address)?;
    if let Some(section) = address.strip_prefix('#') {
        if section.is_empty() {
            return Err(refusal(
                "unknown-section",
                "“#”后面没有写标题",
                "写成 #标题，或删去这个链接",
            ));
        }
        return Ok(Target::Section(anchor::guard(section)));
    }
    let Some((scheme, rest)) = scheme(address) else { return Err(no_scheme(address)) };
    if let Some(mut reference) = Reference::parse(address) {
        reference.section = reference.section.map(|section| anchor::guard(&section));
        if reference.id.is_empty() {
            let message = format!("“{address}”没有写编号");
            return Err(refusal("relative-link", message, ALLOWED));
        }
        return Ok(Target::Content(reference));
    }
    let accepted = match scheme.as_str() {
        "https" | "http" => return web(address).map(|()| Target::Url(address.to_owned())),
        "mailto" => is_mail(rest),
        "tel" | "sms" => is_phone(rest),
        _ => {
            let near = nearest(&scheme, Kind::ALL.map(Kind::scheme));
            let message = format!("不接受“{}:”开头的地址", short(&scheme));
            return Err(match near {
                Some(kind) => refusal("unsafe-url", message, format!("是不是“{kind}:”？{ALLOWED}")),
                None => refusal("unsafe-url", message, ALLOWED),
            });
        }
    };
    if accepted {
        return Ok(Target::Url(address.to_owned()));
    }
    let message = format!("“{}”不是完整的地址", short(address));
    Err(refusal(
        "unsafe-url",
        message,
        "邮箱写 mailto:名字@单位.cn，电话写 tel:057612345 这样的数字",
    ))
}

/// Accepts an address of the web: `https://host/…` or `http://host/…`.
pub(super) fn web(address: &str) -> Result<(), Refusal> {
    refuse_tricks(address)?;
    let rest = scheme(address)
        .filter(|(scheme, _)| scheme == "https" || scheme == "http")
        .and_then(|(_, rest)| rest.strip_prefix("//"));
    let authority = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    match authority {
        Some(authority) if authority.contains('@') => Err(refusal(
            "unsafe-url",
            "网址里有“用户名@”，会让人看错网站",
            "去掉“//”和“@”之间的部分",
        )),
        Some(authority) if is_host(authority) => Ok(()),
        _ => {
            let message = format!("“{}”不是完整的网址", short(address));
            Err(refusal("unsafe-url", message, "写成 https://www.example.gov.cn/ 这样的网址"))
        }
    }
}

/// Refuses what browsers and readers see differently: blanks, control characters, invisible characters,
/// backslashes, and quotes that could end an attribute.
fn refuse_tricks(address: &str) -> Result<(), Refusal> {
    const HINT: &str = "重新抄一遍网址，不要带空格和特殊符号";
    if address.is_empty() {
        return Err(refusal("empty-address", "链接没有写地址", ALLOWED));
    }
    let bad = address.chars().find(|char| !char.is_ascii_graphic() && is_invisible(*char));
    if let Some(bad) = bad {
        let message = format!("地址里有空格或看不见的字符（U+{:04X}）", u32::from(bad));
        return Err(refusal("unsafe-url", message, HINT));
    }
    let tricks = ['\\', '"', '<', '>', '`', '{', '}', '|', '^'];
    if let Some(bad) = address.chars().find(|char| tricks.contains(char)) {
        return Err(refusal("unsafe-url", format!("地址里不能有“{bad}”"), HINT));
    }
    if address.starts_with("//") {
        return Err(refusal("unsafe-url", "地址以“//”开头，应当写全", "在前面加上 https:"));
    }
    Ok(())
}

/// Whether a character takes no place on paper, or only that of a blank.
pub(super) fn is_invisible(char: char) -> bool {
    char.is_whitespace()
        || char.is_control()
        || matches!(
            char,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        )
        || matches!(char, '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}')
        || matches!(char, '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}')
        || matches!(char, '\u{FFF0}'..='\u{FFFD}' | '\u{E0000}'..='\u{E0FFF}')
}

/// The scheme in lower case, and what follows its colon.
fn scheme(address: &str) -> Option<(String, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let valid = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte));
    valid.then(|| (scheme.to_ascii_lowercase(), rest))
}

fn no_scheme(address: &str) -> Refusal {
    if let Some((kind, id)) = address.split_once('：')
        && Kind::ALL.iter().any(|known| known.scheme() == kind)
    {
        let message = format!("“{kind}”后面是中文冒号“：”，应当是英文冒号“:”");
        return refusal("full-width-colon", message, format!("改成“{kind}:{id}”"));
    }
    let message = format!("“{}”不是完整的地址", short(address));
    refusal("relative-link", message, ALLOWED)
}

fn is_host(authority: &str) -> bool {
    let (host, port) = authority.split_once(':').unwrap_or((authority, "80"));
    host.starts_with(char::is_alphanumeric)
        && host.chars().all(|char| char.is_alphanumeric() || matches!(char, '-' | '.'))
        && port.parse::<u16>().is_ok_and(|port| port > 0)
        && port.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_mail(address: &str) -> bool {
    address.split_once('@').is_some_and(|(name, host)| {
        let plain = |char: char| char.is_ascii_alphanumeric() || "._-+".contains(char);
        !name.is_empty()
            && name.chars().all(plain)
            && host.contains('.')
            && is_host(host)
            && !host.contains(':')
    })
}

/// Whether a number can be dialled: digits, with `+` in front and `-` between them.
pub(super) fn is_phone(number: &str) -> bool {
    let digits = number.strip_prefix('+').unwrap_or(number);
    digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

fn refusal(code: &'static str, message: impl Into<String>, hint: impl Into<String>) -> Refusal {
    Refusal { code, message: message.into(), hint: hint.into() }
}

//! What a new file begins with: every key with an explanation, ready to be overwritten.

/// The template of a new `page`, `place` or `help`; none where the kind is no such.
/// It passes the check once it lies in a valid folder. `name` is the id, which becomes the file's name.
#[must_use]
pub fn template(kind: &str, name: &str) -> Option<String> {
    let text = match kind {
        "page" => PAGE,
        "place" => PLACE,
        "help" => HELP,
        _ => return None,
    };
    // A line end or a quote would break the value; ids have neither.
    let name: String = name.chars().filter(|char| char.is_alphanumeric() || "-_/".contains(*char)).collect();
    Some(text.replace("{名字}", &name))
}

const PAGE: &str = include_str!("template/page.md");
const PLACE: &str = include_str!("template/place.md");
const HELP: &str = include_str!("template/help.md");

//! Pictures: files of `images/`, and the mention of one in running text.

use std::ops::Range;

use super::notes::{Name, Notes};
use super::record::short;

/// What a picture's name may end in.
pub(super) const ENDINGS: [&str; 5] = ["png", "jpg", "jpeg", "webp", "gif"];

const HINT: &str = "把图片放进 images 文件夹，写成 images/名字.png；只用 png、jpg、webp 或 gif";

/// The path of a picture that running text names; none where it cannot be one.
pub(super) fn reference(notes: &mut Notes<'_>, path: &str, place: Range<usize>) -> Option<String> {
    let Some(name) = path.strip_prefix("images/") else {
        let message = format!("图片地址“{}”不在 images 文件夹里", short(path));
        notes.error(&place, "image-path", message, HINT);
        return None;
    };
    let odd = |char: char| {
        !char.is_alphanumeric() && !matches!(char, '-' | '_' | '.' | '/' | '（' | '）')
    };
    if name.contains(odd) || name.split('/').any(|part| part.is_empty() || part.starts_with('.')) {
        let message = format!("图片地址“{}”里有不能用的字符", short(path));
        notes.error(&place, "image-path", message, HINT);
        return None;
    }
    if !is_picture(name) {
        let message = format!("“{}”不是能用的图片类型", short(path));
        notes.error(&place, "image-type", message, HINT);
        return None;
    }
    notes.mention(place, Name::Image(path.to_owned()));
    Some(path.to_owned())
}

/// Whether a file's name ends as a picture's does.
pub(super) fn is_picture(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, ending)| ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending)))
}

/// Whether the bytes begin as those of a picture whose name ends so.
pub(super) fn matches_ending(name: &str, bytes: &[u8]) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("png") => bytes.starts_with(b"\x89PNG\r\n\x1A\n"),
        Some("jpg" | "jpeg") => bytes.starts_with(b"\xFF\xD8\xFF"),
        Some("gif") => bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a"),
        Some("webp") => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"),
        _ => false,
    }
}

//! A QR code (ISO/IEC 18004) as SVG, for paper: a telephone reads it where nobody types an address.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

/// The empty modules around a code that readers need.
const QUIET: i32 = 4;

/// The code of a text as a drawing; nothing where the text is too long for one (2,331 bytes).
pub(super) fn svg(text: &str, words: &str) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let side = code.size() + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in 0..code.size() {
            if code.get_module(x, y) {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
            }
        }
    }
    Some(format!(
        "<svg class=\"qr\" role=\"img\" aria-label=\"{}\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/><path fill=\"#000\" d=\"{path}\"/></svg>",
        super::escape(words),
    ))
}

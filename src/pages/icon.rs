//! Our drawings: one line weight, the colour of the text. A shape never stands alone; words say the same beside it.

use std::fmt::Write as _;

/// A drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Icon {
    /// A hand held out: help.
    Help,
    /// A receiver.
    Phone,
    /// A pin on a map.
    Place,
    /// An open book: learning.
    Book,
    /// Forward.
    Arrow,
    /// A triangle: take care.
    Caution,
    /// A leaf: good to know.
    Tip,
    /// A bell: now.
    Urgent,
    /// A sheet with a tick: what one may apply for.
    Policy,
    /// Letters of two sizes.
    Display,
}

impl Icon {
    /// The drawing as SVG, hidden from screen readers. Sizes stand in it so that it is right without the style sheet.
    pub(super) fn svg(self) -> String {
        let lines = match self {
            Self::Help => {
                "M12 20.5C6 16.6 3 13.4 3 9.6 3 6.9 5 5 7.4 5 9.3 5 11 6 12 7.8 13 6 14.7 5 16.6 5 19 5 21 6.9 21 9.6 \
                 21 13.4 18 16.6 12 20.5ZM7.5 11.5h2.3l1.4-2.6 2 5 1.2-2.4h2.1"
            }
            Self::Phone => {
                "M7.2 3.8 9.6 8 7.7 10.2c1.2 2.6 3.5 4.9 6.1 6.1L16 14.4l4.2 2.4c-.2 2.2-1.9 3.6-4 3.4C9.3 19.5 4.5 \
                 14.7 3.8 7.8 3.6 5.7 5 4 7.2 3.8Z"
            }
            Self::Place => {
                "M12 21c-4.4-4.5-6.6-8-6.6-11A6.6 6.6 0 0 1 12 3.4 6.6 6.6 0 0 1 18.6 10c0 3-2.2 6.5-6.6 11ZM9.6 \
                 10a2.4 2.4 0 1 0 4.8 0 2.4 2.4 0 1 0-4.8 0"
            }
            Self::Book => {
                "M12 6.4C9.8 4.8 6.8 4.4 3.4 4.8v13.4c3.4-.4 6.4 0 8.6 1.6 2.2-1.6 5.2-2 8.6-1.6V4.8c-3.4-.4-6.4 0-8.6 1.6ZM12 6.4v13.4"
            }
            Self::Arrow => "M4.5 12h14.6M13 5.6l6.4 6.4-6.4 6.4",
            Self::Caution => "M12 4 21.2 20H2.8ZM12 10v4.4M12 17.2v.1",
            Self::Tip => {
                "M5 19C4 10 9 4.6 19.4 4.6 19.6 14 14.6 19.4 7.6 17.6M5 19c2-4.6 4.8-7.6 8.6-9.6"
            }
            Self::Urgent => {
                "M6.4 17V10.6a5.6 5.6 0 0 1 11.2 0V17M4.4 17h15.2M10 20.4h4M12 5V3M4.2 6.8 3 5.6M19.8 6.8 21 5.6"
            }
            Self::Policy => "M6 3.4h8.6L19 7.8v12.8H6ZM14.4 3.6v4.4h4.4M9 14.2l2.2 2.2 4-4.6",
            Self::Display => {
                "M2.6 18.4 7.8 5.6 13 18.4M4.5 14h6.6M14.6 18.4l3.3-8.2 3.4 8.2M15.8 15.6h4.3"
            }
        };
        drawing(24, "", lines)
    }
}

/// The seedling, the sign of the portal, with 1 to 4 leaves: it grows one for each level of a network.
pub(super) fn seedling(leaves: usize) -> String {
    // From the top down: the two cotyledons that make the sign, then a leaf lower on each side of the stem.
    const LEAVES: [&str; 4] = [
        "M12 11.4C12 6.6 15.2 3.6 20.6 3.2 20.8 8.4 17.4 11.4 12 11.4Z",
        "M12 13.6C11.8 9.6 8.8 6.8 3.6 6.6 3.6 11.2 6.8 13.8 12 13.6Z",
        "M12 17.8C12.2 14.9 14.6 13.2 18.6 13.4 18.4 16.5 15.8 18.2 12 17.8Z",
        "M12 20C11.6 17.4 9.4 15.9 5.8 16.2 6.2 19.1 8.6 20.6 12 20Z",
    ];
    let mut lines = String::from("M12 22V11.4");
    for leaf in LEAVES.iter().take(leaves.clamp(1, LEAVES.len())) {
        lines.push_str(leaf);
    }
    drawing(24, " seedling", &lines)
}

fn drawing(size: u8, class: &str, lines: &str) -> String {
    let mut svg = String::with_capacity(lines.len() + 240);
    let _ = write!(
        svg,
        "<svg class=\"icon{class}\" width=\"{size}\" height=\"{size}\" viewBox=\"0 0 {size} {size}\" fill=\"none\" \
         stroke=\"currentColor\" stroke-width=\"1.75\" stroke-linecap=\"round\" stroke-linejoin=\"round\" \
         aria-hidden=\"true\" focusable=\"false\"><path d=\"{lines}\"/></svg>"
    );
    svg
}

//! Links in running text: where they lead, and whether they have words.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::Builder;
use crate::content::link;
use crate::content::notes::Name;
use crate::content::record::short;
use crate::model::{Inline, Kind, Target};

impl Builder<'_, '_> {
    /// Where a link leads; none where its address is refused.
    pub(super) fn link(
        &mut self,
        link_type: LinkType,
        address: &str,
        at: &Range<usize>,
    ) -> Option<Target> {
        let place = address_place(self.source, link_type, at);
        let mailto;
        let address = if link_type == LinkType::Email {
            mailto = format!("mailto:{address}");
            &mailto
        } else {
            address
        };
        match link::target(address) {
            Ok(target) => {
                match &target {
                    Target::Content(reference) => {
                        self.notes.mention(place, Name::Content(reference.clone()));
                    }
                    Target::Section(section) => self.text.sections.push((section.clone(), place)),
                    Target::Url(_) => {}
                }
                Some(target)
            }
            Err(refusal) => {
                self.notes.error(&place, refusal.code, refusal.message, refusal.hint);
                None
            }
        }
    }

    pub(super) fn check_link_text(&mut self, target: &Target, text: &[Inline], at: &Range<usize>) {
        match target {
            Target::Content(reference) if reference.kind == Kind::Figure => {
                if !text.is_empty() {
                    self.notes.error(
                        at,
                        "figure-text",
                        "引用数字时方括号里写了字，应当是空的",
                        format!("数字只写在 figures.csv：改成 [](figure:{})", reference.id),
                    );
                }
            }
            Target::Content(_) => {}
            Target::Section(_) | Target::Url(_) => {
                if is_blank(text) {
                    self.notes.error(at, "empty-link", "链接没有文字", "在方括号里写上链接的名字");
                }
            }
        }
    }

    pub(super) fn check_title(&mut self, at: &Range<usize>, title: &str) {
        if !title.is_empty() {
            self.notes.warn(
                at,
                "link-title",
                format!("引号里的“{}”不会显示", short(title)),
                "把要说的话写进方括号或正文，删去引号部分",
            );
        }
    }
}

/// Where the address of a link stands: between the parentheses or the angle brackets.
pub(super) fn address_place(source: &str, link_type: LinkType, at: &Range<usize>) -> Range<usize> {
    let written = source.get(at.clone()).unwrap_or_default();
    match link_type {
        LinkType::Inline => written.rfind("](").map_or_else(
            || at.clone(),
            |found| {
                let rest = written.get(found + 2..).unwrap_or_default();
                let lead = rest.len() - rest.trim_start_matches([' ', '<']).len();
                let address = rest.get(lead..).unwrap_or_default();
                let length = address.find([' ', '>', '"', '\n']).unwrap_or(address.len());
                let address = address.get(..length).unwrap_or_default();
                let address = if length + lead == rest.len() {
                    address.strip_suffix(')').unwrap_or(address)
                } else {
                    address
                };
                let start = at.start + found + 2 + lead;
                start..start + address.len()
            },
        ),
        LinkType::Autolink | LinkType::Email => {
            at.start + 1..at.end.saturating_sub(1).max(at.start + 1)
        }
        _ => at.clone(),
    }
}

pub(super) fn is_blank(inlines: &[Inline]) -> bool {
    inlines.iter().all(|inline| match inline {
        Inline::Text(words) => words.chars().all(link::is_invisible),
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Struck(inner) => is_blank(inner),
        Inline::Break => true,
        Inline::Code(code) => code.trim().is_empty(),
        Inline::Link { .. } | Inline::Image { .. } | Inline::Footnote(_) => false,
    })
}

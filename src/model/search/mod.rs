//! Search: an index written with the portal, and the reader that command and browser share.
//!
//! The text of every page is folded (`fold.rs`) and cut into characters and pairs of neighbours. Which pages hold which
//! pair lies in many small files (`grams.rs`), the texts themselves in others (`page.rs`, packed by `pack.rs`), and what
//! every query needs in one (`manifest.rs`). A query (`query.rs`) fetches only the files of its own pairs, takes the
//! likeliest pages (`candidate.rs`), and shows those whose text really holds what was typed (`rank.rs`, `passage.rs`).
//! Nothing is ever cut into words, so nothing that stands on a page is missed.

mod answer;
mod bits;
mod bytes;
mod candidate;
mod direct;
mod fold;
mod grams;
mod kind;
mod likely;
mod manifest;
mod number;
mod pack;
mod page;
mod passage;
mod query;
mod rank;
mod reader;
mod shelf;
mod spelling;
#[cfg(feature = "ssr")]
mod write;

pub use answer::{Answer, Hit, Step};
pub use fold::{Variants, fold};
pub use kind::Kind;
pub use manifest::{Law, Line, Synonym, Words};
#[cfg(feature = "ssr")]
pub use page::Found;
pub use page::{Page, Section};
pub use passage::Marked;
pub use query::{Question, Refusal};
pub use reader::Reader;
#[cfg(feature = "ssr")]
pub use write::{Files, write};

//! The types and the rules of the portal. Nothing here touches a file, the browser or Leptos,
//! so everything runs natively and in wasm alike.

mod area;
mod case;
mod chart;
mod commentary;
mod date;
mod figure;
mod guide;
mod help;
mod hotline;
mod law;
mod lesson;
mod markup;
mod page;
mod place;
mod portal;
mod quiz;
mod reference;
mod route;
mod source;
mod term;
mod topic;

pub use area::{Area, Areas, Level};
pub use case::{Case, CaseStep};
pub use chart::Chart;
pub use commentary::{Chapter, Commentary, LawGuide, Protection, base};
pub use date::{Date, PartialDate};
pub use figure::{Figure, FigureKind};
pub use guide::{Choice, Situation, happenings, readers};
pub use help::{Audience, Help, Stage, Voice};
pub use hotline::{Anonymity, Hotline};
pub use law::{Article, Law, LawStatus, Laws, chinese_number};
pub use lesson::{Lesson, LessonPart};
pub use markup::{Align, Block, Callout, Definition, Inline, Item, Markup, Target, plain_text};
pub use page::{Layout, Page};
pub use place::{NetworkRow, Place};
pub use portal::{Portal, Review, Settings};
pub use quiz::{Answer, Choice as QuizChoice, Question, QuestionKind, Quiz};
pub use reference::{Kind, Reference};
pub use route::{Links, Route};
pub use source::Source;
pub use term::Term;
pub use topic::{Grade, Topic};

//! `help/*.md`: a heading for each kind of reader, and under it the five stages.

use std::ops::Range;

use super::footnote;
use super::front;
use super::link;
use super::lint;
use super::markdown;
use super::nearest::suggest;
use super::notes::{Name, Notes, Period};
use super::record::{Key, Record, may, must, short};
use crate::model::{Audience, Block, Date, Help, Kind, Markup, Stage, Voice, plain_text};

const KEYS: &[Key] = &[
    must("标题", "title"),
    must("中性标题", "discreet_title"),
    must("摘要", "summary"),
    may("顺序", "order"),
    must("热线", "hotlines"),
    may("内容提示", "notices"),
    must("核验", "checked"),
    may("下次核验", "review_by"),
];

/// Reads a situation.
pub(super) fn read(notes: &mut Notes<'_>, id: &str) -> Help {
    let halves = front::split(notes);
    let mut help = Help {
        id: id.to_owned(),
        title: String::new(),
        discreet_title: String::new(),
        summary: String::new(),
        order: 0,
        hotlines: Vec::new(),
        notices: Vec::new(),
        checked: Date::ZERO,
        review_by: None,
        voices: Vec::new(),
    };
    if let Some(range) = halves.front {
        let mut fields = front::fields(notes, range, KEYS);
        help.title = fields.title();
        help.discreet_title = fields.words("中性标题");
        help.summary = fields.words("摘要");
        help.order = fields.integer("顺序").unwrap_or_default();
        help.notices = fields.list("内容提示").into_iter().map(|spot| spot.value).collect();
        (help.checked, help.review_by) = fields.check(Period::Help);
        let numbers = fields.list("热线");
        let place = numbers.first().map(|spot| spot.range.clone());
        for number in numbers {
            if link::is_phone(&number.value) {
                fields.notes().mention_content(number.range, Kind::Hotline, &number.value);
            } else {
                let message = format!("“{}”不是热线号码", short(&number.value));
                let hint = "写 hotlines.csv 里的号码，例如 热线: [12345, 110]";
                fields.notes().error(&number.range, "bad-phone", message, hint);
            }
            help.hotlines.push(number.value);
        }
        if let Some(place) = place {
            fields.notes().mention(place, Name::AnyHour(help.hotlines.clone()));
        }
    }
    lint::help(notes, &halves.body);
    let body = halves.body.clone();
    let text = markdown::parse(notes, halves.body);
    help.voices = Outline { notes, voices: Vec::new(), end: body }.read(text);
    help
}

/// A voice while its stages are found.
struct Draft {
    audience: Option<Audience>,
    place: Range<usize>,
    stages: Vec<(Option<Stage>, Range<usize>, Vec<Block>)>,
}

struct Outline<'n, 't> {
    notes: &'n mut Notes<'t>,
    voices: Vec<Draft>,
    end: Range<usize>,
}

impl Outline<'_, '_> {
    fn read(mut self, text: markdown::Text) -> Vec<Voice> {
        for (block, place) in text.markup.blocks.into_iter().zip(text.places) {
            self.block(block, place);
        }
        if self.voices.is_empty() {
            let at = self.end.start..self.end.start;
            self.notes.error(&at, "missing-voice", "没有写给谁看", voice_hint());
        }
        let mut voices = Vec::new();
        let mut ends: Vec<usize> =
            self.voices.iter().skip(1).map(|next| next.place.start).collect();
        ends.push(self.end.end);
        for (draft, end) in std::mem::take(&mut self.voices).into_iter().zip(ends) {
            if draft.audience == Some(Audience::Child) {
                lint::long_sentences(self.notes, &(draft.place.end..end));
            }
            // Under a heading that is not understood, what is there at all is worth a word.
            if draft.audience.is_some() || !draft.stages.is_empty() {
                self.check_stages(&draft);
            }
            let Some(audience) = draft.audience else { continue };
            let parts = draft.stages.into_iter().filter_map(|(stage, _, blocks)| {
                Some((stage?, footnote::part(blocks, &text.markup.footnotes)))
            });
            let parts: Vec<(Stage, Markup)> = parts.collect();
            voices.push(Voice { audience, parts });
        }
        voices
    }

    fn block(&mut self, block: Block, place: Range<usize>) {
        match (block, self.voices.last_mut()) {
            (Block::Heading { level: 2, text, .. }, _) => {
                let place = self.heading_place(&place);
                let audience = self.audience(&plain_text(&text), &place);
                self.voices.push(Draft { audience, place, stages: Vec::new() });
            }
            (Block::Heading { level: 3, text, .. }, Some(_)) => {
                let place = self.heading_place(&place);
                let stage = self.stage(&plain_text(&text), &place);
                if let Some(voice) = self.voices.last_mut() {
                    voice.stages.push((stage, place, Vec::new()));
                }
            }
            (Block::Heading { .. }, Some(_)) => {
                self.notes.error(
                    &self.heading_place(&place),
                    "help-heading",
                    "求助页只用“## 对谁说”和“### 五段”两级标题",
                    "改成普通段落或加粗的字",
                );
            }
            (block, Some(voice)) => match voice.stages.last_mut() {
                Some((_, _, blocks)) => blocks.push(block),
                None => self.lead(&place),
            },
            (_, None) => self.lead(&place),
        }
    }

    /// Reports text that belongs to no reader or to no stage; once for what follows on.
    fn lead(&mut self, place: &Range<usize>) {
        let written = self.notes.text.source.get(place.clone()).unwrap_or_default();
        let first = written.lines().next().unwrap_or_default().trim_end();
        let (message, hint) = if self.voices.is_empty() {
            ("第一个“##”标题之前有文字", "移到“## 孩子”等标题下面的五段里".to_owned())
        } else {
            ("“##”标题和第一个“###”标题之间有文字", "移到“### 现在安全吗”等标题下面".to_owned())
        };
        self.notes.error(&(place.start..place.start + first.len()), "help-lead", message, hint);
    }

    fn audience(&mut self, words: &str, place: &Range<usize>) -> Option<Audience> {
        let words = words.trim();
        let audience = Audience::ALL.into_iter().find(|audience| audience.label() == words);
        if audience.is_none() {
            let labels = Audience::ALL.map(Audience::label);
            let message = format!("不认得“## {}”", short(words));
            let hint = suggest(words, labels, &voice_hint());
            self.notes.error(place, "unknown-voice", message, hint);
        } else if self.voices.iter().any(|voice| voice.audience == audience) {
            let message = format!("“## {words}”写了两次");
            self.notes.error(place, "duplicate-voice", message, "把两处合成一处");
            return None;
        }
        audience
    }

    fn stage(&mut self, words: &str, place: &Range<usize>) -> Option<Stage> {
        let words = words.trim();
        let stage = Stage::ALL.into_iter().find(|stage| stage.label() == words);
        let Some(stage) = stage else {
            let labels = Stage::ALL.map(Stage::label);
            let message = format!("不认得“### {}”", short(words));
            self.notes.error(
                place,
                "unknown-stage",
                message,
                suggest(words, labels, &stage_hint()),
            );
            return None;
        };
        let stages = self.voices.last().map(|voice| voice.stages.as_slice()).unwrap_or_default();
        let message = if stages.iter().any(|(found, ..)| *found == Some(stage)) {
            ("duplicate-stage", format!("“### {words}”写了两次"))
        } else if stages.iter().any(|(found, ..)| *found > Some(stage)) {
            ("stage-order", format!("“### {words}”的位置不对"))
        } else {
            return Some(stage);
        };
        self.notes.error(place, message.0, message.1, stage_hint());
        Some(stage).filter(|_| message.0 == "stage-order")
    }

    fn check_stages(&mut self, draft: &Draft) {
        for stage in Stage::ALL {
            let found = draft.stages.iter().find(|(found, ..)| *found == Some(stage));
            let Some((_, place, blocks)) = found else {
                let label = draft.audience.map_or("这一节", Audience::label);
                let message = format!("“{label}”下面缺少“### {}”", stage.label());
                self.notes.error(&draft.place, "missing-stage", message, stage_hint());
                continue;
            };
            if blocks.is_empty() {
                let message = format!("“### {}”下面是空的", stage.label());
                self.notes.error(place, "empty-stage", message, "写上一两句读者看得懂的话");
            } else if stage == Stage::Now
                && !blocks.iter().any(|block| matches!(block, Block::List { start: Some(_), .. }))
            {
                self.notes.warn(
                    place,
                    "steps-list",
                    "“接下来五分钟”应当是一步一步的编号列表",
                    "每一步另起一行，写成“1. 走到……”，以动词开头",
                );
            }
        }
    }

    fn heading_place(&self, place: &Range<usize>) -> Range<usize> {
        let written = self.notes.text.source.get(place.clone()).unwrap_or_default();
        place.start..place.start + written.trim_end().len()
    }
}

fn voice_hint() -> String {
    let labels = Audience::ALL.map(|audience| format!("“## {}”", audience.label()));
    format!("写上{}中的一个或几个", labels.join("、"))
}

fn stage_hint() -> String {
    format!(
        "每个“##”下面依次写：{}",
        Stage::ALL.map(|stage| format!("### {}", stage.label())).join("、")
    )
}

//! Answers as editors write them, in `examples.csv` and for the command line: `死亡|宣告失踪`, `6-9`, `低保+残疾?`.

use super::answer::Answer;
use super::condition::number;
use super::fact::FactKind;
use super::region::Region;

/// Nobody knows.
const UNKNOWN: &str = "不清楚";

/// Of a 多选: nothing is there.
const NOTHING: &str = "无";

impl Answer {
    /// How an answer about a fact is written, for hints.
    #[must_use]
    pub const fn how(kind: &FactKind) -> &'static str {
        match kind {
            FactKind::Flag => "写“是”“否”或“不清楚”",
            FactKind::Choice(_) => "写它的一个选项；几个都有可能时用“|”隔开，例如 死亡|失踪",
            FactKind::Many(_) => {
                "有的选项用“+”连起来，例如 低保+残疾；不确定的后面加“?”；一个都没有写“无”"
            }
            FactKind::Number { .. } => "写数字，或 6-9 这样的一段；几个都有可能时用“|”隔开",
            FactKind::Date { .. } => {
                "写 2020-09-01，或 2020-01-01..2020-12-31 这样的一段；几个都有可能时用“|”隔开"
            }
            FactKind::Area => "写 areas.csv 里的编码；几个都有可能时用“|”隔开",
        }
    }

    /// Reads an answer about a fact of this kind.
    ///
    /// # Errors
    /// The words that are not understood.
    pub fn read(kind: &FactKind, words: &str) -> Result<Self, String> {
        let words = words.trim();
        if words == UNKNOWN {
            return Ok(Self::Unknown);
        }
        if let FactKind::Many(_) = kind {
            return many(kind, words);
        }
        let parts = words.split(['|', '｜']).map(str::trim);
        if kind.span().is_some() {
            return each(parts, |part| span(kind, part)).map(Self::Spans);
        }
        if matches!(kind, FactKind::Area) {
            return each(parts, Region::parse).map(Self::Regions);
        }
        let masks = each(parts, |part| kind.mask(part))?;
        Ok(Self::Choices(masks.into_iter().fold(0, |all, mask| all | mask)))
    }
}

fn each<'a, T>(
    parts: impl Iterator<Item = &'a str>,
    read: impl Fn(&'a str) -> Option<T>,
) -> Result<Vec<T>, String> {
    parts.map(|part| read(part).ok_or_else(|| part.to_owned())).collect()
}

/// `低保+残疾?`: what is there, and what may be. The rest is not there.
fn many(kind: &FactKind, words: &str) -> Result<Answer, String> {
    let (mut yes, mut perhaps) = (0, 0);
    for part in words.split(['+', '＋']).map(str::trim).filter(|_| words != NOTHING) {
        let word = part.trim_end_matches(['?', '？']);
        let mask = kind.mask(word).ok_or_else(|| part.to_owned())?;
        *if word.len() == part.len() { &mut yes } else { &mut perhaps } |= mask;
    }
    Ok(Answer::Many { yes, no: !(yes | perhaps) })
}

/// `8`, `6-9`, `2020-01-01..2020-12-31`.
fn span(kind: &FactKind, part: &str) -> Option<(i32, i32)> {
    let ends = match kind {
        FactKind::Number { .. } => part.split_once(['-', '–']).or_else(|| part.split_once("..")),
        _ => part.split_once(".."),
    };
    let (low, high) = ends.unwrap_or((part, part));
    let (low, high) = (number(kind, low.trim())?, number(kind, high.trim())?);
    (low <= high).then_some((low, high))
}

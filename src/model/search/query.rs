//! What somebody typed, as the parts that a page has to hold.

use super::Kind;
use super::fold::{Variants, fold, holds, places};
use super::manifest::{Synonym, Words};
use super::number;

/// What a reader asks.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// What was typed.
    pub typed: String,
    /// Only results of this kind.
    pub kind: Option<Kind>,
    /// How many results are wanted.
    pub wanted: usize,
}

/// No query is longer, in characters.
const LONGEST: usize = 100;
/// No query has more words.
const MOST_WORDS: usize = 12;

/// Words of questions, which no page has to hold: the longer ones first.
const QUESTION_WORDS: [&str; 44] = [
    "请问一下",
    "是不是",
    "能不能",
    "可不可以",
    "有没有",
    "怎么办",
    "怎么样",
    "为什么",
    "应该",
    "请问",
    "怎么",
    "怎样",
    "如何",
    "什么",
    "哪里",
    "哪儿",
    "哪些",
    "哪个",
    "多少",
    "几岁",
    "可以",
    "需要",
    "想要",
    "一个",
    "知道",
    "办理",
    "申请",
    "时候",
    "找谁",
    "吗",
    "呢",
    "吧",
    "啊",
    "呀",
    "了",
    "的",
    "我",
    "你",
    "他",
    "她",
    "想",
    "要",
    "是",
    "在",
];

/// A query, read.
#[derive(Clone, Debug, Default)]
pub(super) struct Query {
    /// Each word, folded.
    pub(super) words: Vec<Vec<char>>,
    /// All words after each other, folded.
    pub(super) whole: Vec<char>,
    /// The words, each with the ways in which a page may hold it.
    pub(super) terms: Vec<Term>,
}

/// A word of a query. A page holds it in one of these ways.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub(super) ways: Vec<Way>,
}

/// Parts of which a page has to hold all.
#[derive(Clone, Debug)]
pub(super) struct Way {
    pub(super) parts: Vec<Vec<char>>,
    /// Whether it is what was typed, and no other word for it.
    pub(super) typed: bool,
}

/// Why a query is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it that could be looked for.
    Empty,
    /// It is longer than anything that is looked for.
    TooLong,
    /// It has too many words.
    TooMany,
}

impl Refusal {
    /// What a reader is told.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Empty => "请写一两个字，比如“未保站”。",
            Self::TooLong => "写得太长了，找不过来。请只写几个最要紧的字。",
            Self::TooMany => "词太多了，找不过来。请只写两三个最要紧的词。",
        }
    }
}

impl Query {
    /// Reads what was typed.
    pub(super) fn read(typed: &str, words: &Words, variants: &Variants) -> Result<Self, Refusal> {
        if typed.chars().take(LONGEST + 1).count() > LONGEST {
            return Err(Refusal::TooLong);
        }
        let mut parts: Vec<Vec<char>> = Vec::new();
        for word in typed.split_whitespace() {
            let word = fold(word, variants);
            let is_digits = |word: &[char]| word.iter().all(char::is_ascii_digit);
            match parts.last_mut() {
                // A telephone number, however it is parted.
                Some(last) if is_digits(last) && is_digits(&word) => last.extend(word),
                _ if word.is_empty() => {}
                _ => parts.push(word),
            }
        }
        if parts.is_empty() {
            return Err(Refusal::Empty);
        }
        if parts.len() > MOST_WORDS {
            return Err(Refusal::TooMany);
        }
        Ok(Self::of(parts, words, variants))
    }

    /// What is left of it without the words of a question, and without single characters where there is more.
    pub(super) fn core(&self, words: &Words, variants: &Variants) -> Self {
        let mut pieces: Vec<Vec<char>> = Vec::new();
        for word in &self.words {
            pieces.append(&mut without_question_words(word));
        }
        if pieces.iter().any(|piece| piece.len() > 1) {
            pieces.retain(|piece| piece.len() > 1);
        }
        Self::of(pieces, words, variants)
    }

    /// Each part of each way.
    pub(super) fn parts(&self) -> Vec<&[char]> {
        let mut parts = Vec::new();
        for way in self.terms.iter().flat_map(|term| &term.ways) {
            for part in &way.parts {
                parts.push(part.as_slice());
            }
        }
        parts
    }

    /// How many of the words that were parted by blanks ask for something.
    pub(super) fn asked(&self) -> usize {
        self.words.iter().filter(|word| !without_question_words(word).is_empty()).count()
    }

    fn of(parts: Vec<Vec<char>>, words: &Words, variants: &Variants) -> Self {
        let laws = words.laws.iter().flat_map(|law| &law.names).map(|name| fold(name, variants));
        let laws: Vec<Vec<char>> = laws.collect();
        let terms = parts.iter().map(|word| {
            let names_law = laws.iter().any(|law| holds(word, law));
            Term::new(word, if names_law { &[] } else { &words.synonyms }, variants)
        });
        let terms = terms.collect();
        Self { whole: parts.concat(), words: parts, terms }
    }

    /// The rows of synonyms that speak of it, the longest wording first.
    pub(super) fn synonyms<'a>(
        &self,
        words: &'a Words,
        variants: &Variants,
    ) -> Vec<(usize, &'a Synonym)> {
        let mut found: Vec<(usize, &Synonym)> = Vec::new();
        // 反家庭暴力法 is a law; nobody has said 家庭暴力.
        let laws = words.laws.iter().flat_map(|law| &law.names).map(|name| fold(name, variants));
        let whole = laws.fold(self.whole.clone(), |whole, law| split(&whole, &law).join(&'\0'));
        let whole: String = whole.into_iter().collect();
        for synonym in &words.synonyms {
            let said = synonym.said.iter().filter(|said| whole.contains(said.as_str()));
            let longest = said.map(String::len).max();
            if let Some(longest) = longest {
                let behind = found.iter().position(|(length, _)| *length < longest);
                found.insert(behind.unwrap_or(found.len()), (longest, synonym));
            }
        }
        found
    }
}

impl Term {
    fn new(word: &[char], synonyms: &[Synonym], variants: &Variants) -> Self {
        let mut ways = vec![Way { parts: vec![word.to_vec()], typed: true }];
        ways.extend(number::other_way(word).map(|other| Way { parts: vec![other], typed: true }));
        // Of two wordings in it the longer one says more.
        let text: String = word.iter().collect();
        let mut best: Option<(&String, &Synonym)> = None;
        for synonym in synonyms {
            for said in synonym.said.iter().filter(|said| text.contains(said.as_str())) {
                if best.is_none_or(|(other, _)| said.len() > other.len()) {
                    best = Some((said, synonym));
                }
            }
        }
        if let Some((said, synonym)) = best {
            let said: Vec<char> = said.chars().collect();
            let mut rest: Vec<Vec<char>> = Vec::new();
            for piece in split(word, &said) {
                rest.append(&mut without_question_words(piece));
            }
            for meant in &synonym.meant {
                let meant = fold(meant, variants);
                if !meant.is_empty() && meant != *word {
                    let mut parts = rest.clone();
                    parts.insert(0, meant);
                    ways.push(Way { parts, typed: false });
                }
            }
        }
        Self { ways }
    }
}

/// What is before and after a part.
fn split<'a>(whole: &'a [char], part: &[char]) -> Vec<&'a [char]> {
    let Some(at) = places(whole, part).next() else { return vec![whole] };
    let (before, rest) = whole.split_at(at);
    let mut pieces = vec![before, rest.get(part.len()..).unwrap_or_default()];
    pieces.retain(|it| !it.is_empty());
    pieces
}

/// The parts of a word between words of a question.
fn without_question_words(word: &[char]) -> Vec<Vec<char>> {
    let mut pieces = vec![word];
    for question_word in QUESTION_WORDS {
        let question_word: Vec<char> = question_word.chars().collect();
        while let Some(at) = pieces.iter().position(|piece| holds(piece, &question_word)) {
            let piece = pieces.remove(at);
            for (step, part) in split(piece, &question_word).into_iter().enumerate() {
                pieces.insert(at + step, part);
            }
        }
    }
    pieces.into_iter().map(<[char]>::to_vec).collect()
}

//! The reader of the index: it says which files it wants, takes them, and answers. Command and browser share it; neither
//! file nor network is touched here.

use super::answer::{Answer, Hit, Step};
use super::bytes::Broken;
use super::candidate::{self, Candidate, Postings, once_each};
use super::fold::Variants;
use super::grams::{Gram, Grams, Posting};
use super::likely::likely;
use super::manifest::Manifest;
use super::page::{self, Numbered};
use super::passage::{mark, passage};
use super::query::{Query, Question};
use super::rank::{self, Folded};
use super::shelf::{Loaded, MANIFEST, Name, Shelf, VARIANTS, parsed};
use super::spelling::Spelling;
use super::{Kind, direct};

/// What has been read of the index so far.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    manifest: Option<Loaded<Manifest>>,
    variants: Option<Loaded<Variants>>,
    grams: Shelf<Grams>,
    texts: Shelf<Vec<Numbered>>,
    spellings: Shelf<Spelling>,
}

/// What is still to be fetched before an answer; no names where a query can go on without.
type Wanted<T> = Result<T, Vec<String>>;

impl Reader {
    /// Takes a file by its name. One that cannot be read is as good as lost.
    pub fn give(&mut self, name: &str, file: &[u8]) {
        if self.take(name, file).is_err() {
            self.lose(name);
        }
    }

    /// Notes that a file cannot be had.
    pub fn lose(&mut self, name: &str) {
        match parsed(name) {
            Some(Name::Manifest) => self.manifest = Some(Loaded::Lost),
            Some(Name::Variants) => self.variants = Some(Loaded::Lost),
            Some(Name::Grams(number)) => self.grams.put(number, Loaded::Lost),
            Some(Name::Texts(number)) => self.texts.put(number, Loaded::Lost),
            Some(Name::Spelling(letter)) => self.spellings.put(letter.into(), Loaded::Lost),
            None => {}
        }
    }

    fn take(&mut self, name: &str, file: &[u8]) -> Result<(), Broken> {
        let name = parsed(name).ok_or(Broken)?;
        if name == Name::Manifest {
            self.manifest = Some(Loaded::Here(Manifest::read(file)?));
            return Ok(());
        }
        let Some(Loaded::Here(manifest)) = &self.manifest else { return Err(Broken) };
        let stamp = manifest.stamp;
        match name {
            Name::Manifest => {}
            Name::Variants => self.variants = Some(Loaded::Here(Variants::read(file, stamp)?)),
            Name::Grams(number) => {
                self.grams.put(number, Loaded::Here(Grams::read(file, stamp, manifest.pages)?));
            }
            Name::Texts(number) => {
                let first = *manifest.texts.get(number as usize).ok_or(Broken)?;
                // All variants that stand in texts are in the manifest.
                let pages = page::read(file, stamp, first, &manifest.table, &manifest.variants)?;
                self.texts.put(number, Loaded::Here(pages));
            }
            Name::Spelling(letter) => {
                let spelling = Spelling::read(file, stamp, &manifest.table)?;
                self.spellings.put(letter.into(), Loaded::Here(spelling));
            }
        }
        Ok(())
    }

    /// The answer, or what to fetch before asking again.
    #[must_use]
    pub fn ask(&self, question: &Question) -> Step {
        match self.answer(question) {
            Ok(answer) => Step::Told(Box::new(answer)),
            Err(files) => Step::Fetch(files),
        }
    }

    fn answer(&self, question: &Question) -> Wanted<Answer> {
        let manifest = match &self.manifest {
            None => return Err(vec![MANIFEST.to_owned()]),
            Some(Loaded::Lost) => return Ok(Answer { lost: true, ..Answer::default() }),
            Some(Loaded::Here(manifest)) => manifest,
        };
        let variants = match &self.variants {
            Some(Loaded::Here(variants)) => variants,
            _ => &manifest.variants,
        };
        let query = match Query::read(&question.typed, &manifest.words, variants) {
            Ok(query) => query,
            Err(refusal) => {
                return Ok(Answer { refused: Some(refusal), exact: true, ..Answer::default() });
            }
        };
        let known = Known { reader: self, manifest };
        let core = query.core(&manifest.words, variants);
        let mut wanted = known.missing(&candidate::needed(&query, &core));
        let spelling = self.spelling(&query, &mut wanted);
        if !wanted.is_empty() {
            return Err(wanted);
        }
        // A character that stands nowhere may be a traditional one.
        if self.variants.is_none()
            && query.whole.iter().any(|it| !it.is_ascii())
            && !known.knows_all(&query)
        {
            return Err(vec![VARIANTS.to_owned()]);
        }
        let parts = marked_parts(&query, &core);
        let search = Search { known, query: &query, core: &core, parts, variants, question };
        search.answer(spelling)
    }

    /// The names that begin as the query is spelt, where it is in Latin letters.
    fn spelling(&self, query: &Query, wanted: &mut Vec<String>) -> Vec<String> {
        let Some(first) = query.whole.first().filter(|it| it.is_ascii_lowercase()) else {
            return Vec::new();
        };
        if query.whole.len() < 2 || !query.whole.iter().all(char::is_ascii_lowercase) {
            return Vec::new();
        }
        match self.spellings.get(u32::from(*first)) {
            None => wanted.push(format!("spelling/{first}")),
            Some(Loaded::Here(spelling)) => return spelling.names(&query.whole),
            Some(Loaded::Lost) => {}
        }
        Vec::new()
    }
}

/// The postings at hand.
#[derive(Clone, Copy)]
struct Known<'a> {
    reader: &'a Reader,
    manifest: &'a Manifest,
}

impl Known<'_> {
    /// The files of these grams that have neither come nor been lost.
    fn missing(self, grams: &[Gram]) -> Vec<String> {
        let mut numbers = Vec::new();
        for gram in grams {
            let number = gram.file(self.manifest.bits);
            if self.reader.grams.get(number).is_none() {
                numbers.push(number);
            }
        }
        names("grams", numbers)
    }

    fn knows_all(self, query: &Query) -> bool {
        let known = |gram: &Gram| self.of(*gram).is_none_or(|it| !it.is_empty());
        query.words.iter().all(|word| Gram::of(word).iter().all(known))
    }
}

impl Postings for Known<'_> {
    fn of(&self, gram: Gram) -> Option<&[Posting]> {
        match self.reader.grams.get(gram.file(self.manifest.bits)) {
            Some(Loaded::Here(grams)) => Some(grams.postings(gram)),
            _ => None,
        }
    }

    fn pages(&self) -> u32 {
        self.manifest.pages
    }
}

/// A query at work.
struct Search<'a> {
    known: Known<'a>,
    query: &'a Query,
    /// The query without the words of a question.
    core: &'a Query,
    /// What is marked in the results.
    parts: Vec<&'a [char]>,
    variants: &'a Variants,
    question: &'a Question,
}

impl Search<'_> {
    fn answer(&self, spelled: Vec<String>) -> Wanted<Answer> {
        let manifest = self.known.manifest;
        let mut answer = Answer { suggestions: spelled, ..Answer::default() };
        answer.lost = candidate::needed(self.query, self.query)
            .into_iter()
            .any(|gram| self.known.of(gram).is_none());
        let found = candidate::literal(self.query, &self.known);
        let mut result = self.verified(found, Some(self.query))?;
        if result.hits.is_empty() && self.question.kind.is_none() {
            let found = candidate::literal(self.core, &self.known);
            result = self.verified(found, Some(self.core))?;
            if result.hits.is_empty() {
                let found = candidate::partial(&self.core.words, &self.known);
                result = self.verified(found, None)?;
                answer.suggestions.extend(likely(&self.query.whole, &result.folded));
            }
            answer.partial = !result.hits.is_empty();
        }
        answer.lost |= result.lost;
        answer.hits = result.hits;
        answer.counts = result.counts;
        answer.exact = result.exact;
        answer.more = result.more;
        let synonyms = self.query.synonyms(&manifest.words, self.variants);
        let said = synonyms.first().and_then(|(_, synonym)| synonym.line.as_ref());
        let said = manifest.words.lines.iter().find(|line| Some(&line.number) == said);
        answer.line = direct::line(self.query, &manifest.words, self.variants).or(said).cloned();
        if let Some((_, synonym)) = synonyms.first() {
            answer.meant.clone_from(&synonym.meant);
        }
        let mut first = synonyms.iter().find_map(|(_, synonym)| synonym.first);
        // Where there may be danger, help is first. Otherwise what was called by its name is what was looked for, and
        // somebody who wrote two words looks for both.
        let alone = self.query.asked() < 2;
        if first.is_some_and(|page| manifest.kind_of(page) != Kind::Help)
            && (result.named || !alone)
        {
            first = None;
        }
        if let Some(named) = direct::article(self.query, &manifest.words, self.variants) {
            first = named.page.or(Some(named.law.page));
            if named.page.is_none() {
                let name = named.law.names.first().cloned().unwrap_or_default();
                answer.missing_article = Some((name, named.article));
            }
        }
        if let Some(number) = first
            && let Some(page) = self.page(number)?
        {
            let hit = self.hit(page);
            answer.hits.retain(|it| it.path != hit.path);
            answer.first = Some(hit);
        }
        Ok(answer)
    }

    /// The best of the candidates that hold all of a query, or some of it where there is none to be held: as many as
    /// are wanted.
    fn verified(
        &self,
        mut candidates: Vec<Candidate>,
        query: Option<&Query>,
    ) -> Wanted<Verified<'_>> {
        let manifest = self.known.manifest;
        for candidate in &mut candidates {
            candidate.score *= rank::preference(manifest.kind_of(candidate.page));
        }
        let mut candidates = candidate::sort(candidates);
        let mut result = Verified::default();
        for candidate in &candidates {
            if let Some(count) = result.counts.get_mut(manifest.kind_of(candidate.page) as usize) {
                *count += 1;
            }
        }
        let kind = self.question.kind;
        candidates.retain(|it| kind.is_none_or(|kind| manifest.kind_of(it.page) == kind));
        let wanted = self.question.wanted.max(1);
        self.fetch(candidates.iter().take(wanted).map(|it| it.page))?;
        let mut best: Vec<(u32, u32, Hit)> = Vec::new();
        let mut tried = 0;
        for candidate in &candidates {
            if best.len() == wanted {
                break;
            }
            tried += 1;
            let Some(page) = self.page(candidate.page)? else {
                result.lost = true;
                continue;
            };
            let kind = manifest.kind_of(candidate.page);
            let score = match query {
                Some(query) => rank::score(&page.folded, kind, query),
                None => Some(candidate.score),
            };
            if let Some(score) = score {
                let at = best.iter().position(|it| (it.0, candidate.page) < (score, it.1));
                best.insert(at.unwrap_or(best.len()), (score, candidate.page, self.hit(page)));
                result.folded.push(&page.folded);
            } else if let Some(count) = result.counts.get_mut(kind as usize) {
                *count = count.saturating_sub(1);
            }
        }
        result.named =
            query.is_some() && result.folded.iter().any(|it| it.title == self.query.whole);
        result.more = tried < candidates.len();
        // One or two characters are a gram: what holds the gram holds them.
        let sure = self.query.parts().iter().all(|part| part.len() < 3);
        result.exact = !result.more || query.is_none() || sure;
        result.hits = best.into_iter().map(|it| it.2).collect();
        Ok(result)
    }

    /// Asks for the texts of pages that have not come yet.
    fn fetch(&self, pages: impl Iterator<Item = u32>) -> Wanted<()> {
        let mut numbers = Vec::new();
        for page in pages {
            let number = self.known.manifest.text_of(page);
            if self.known.reader.texts.get(number).is_none() {
                numbers.push(number);
            }
        }
        if numbers.is_empty() { Ok(()) } else { Err(names("texts", numbers)) }
    }

    /// A page by its number; `None` where its file is lost.
    fn page(&self, number: u32) -> Wanted<Option<&Numbered>> {
        let file = self.known.manifest.text_of(number);
        match self.known.reader.texts.get(file) {
            None => Err(vec![format!("texts/{file:x}")]),
            Some(Loaded::Here(pages)) => Ok(pages.iter().find(|it| it.number == number)),
            Some(Loaded::Lost) => Ok(None),
        }
    }

    fn hit(&self, Numbered { number, page, folded }: &Numbered) -> Hit {
        let parts = &self.parts;
        let passage = passage(page, folded, parts, self.variants);
        Hit {
            kind: self.known.manifest.kind_of(*number),
            path: page.path.clone(),
            anchor: passage.anchor,
            title: mark(&page.title, parts, self.variants),
            heading: passage.heading,
            passage: passage.words,
            call: page.call.clone(),
        }
    }
}

/// The names of files of one sort, each once.
fn names(sort: &str, numbers: Vec<u32>) -> Vec<String> {
    once_each(numbers).into_iter().map(|number| format!("{sort}/{number:x}")).collect()
}

/// All that is marked: each part of each way, of the query and of what is left of it without question words.
fn marked_parts<'a>(query: &'a Query, core: &'a Query) -> Vec<&'a [char]> {
    let mut parts = query.parts();
    parts.extend(core.parts().into_iter().filter(|it| it.len() > 1));
    once_each(parts)
}

/// What was found, and how sure that is.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing to be told")]
#[derive(Default)]
struct Verified<'a> {
    hits: Vec<Hit>,
    folded: Vec<&'a Folded>,
    counts: [u32; 8],
    exact: bool,
    more: bool,
    lost: bool,
    /// Whether one of them is called what was typed.
    named: bool,
}

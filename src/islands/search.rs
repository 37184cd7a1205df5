//! What the search box asks of wasm: which files it needs, and what was found. `public/search-box.js` fetches and shows.
//!
//! Nothing is kept of a query but the files that it needed, in the memory of the page.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::model::search::{Answer, Hit, Kind, Line, Marked, Question, Reader, Step};

/// The reader of the index, as the box holds it.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Search(Reader);

#[wasm_bindgen]
impl Search {
    /// A reader that has fetched nothing.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a file of the index; an empty one cannot be had.
    pub fn give(&mut self, name: &str, file: &[u8]) {
        self.0.give(name, file);
    }

    /// What was typed, the number of a kind or a negative one for all, and how many results are wanted. The answer is
    /// JSON: `{"fetch": [names]}`, or what was found.
    #[must_use]
    pub fn ask(&self, typed: &str, kind: i32, wanted: usize) -> String {
        let kind = usize::try_from(kind).ok().and_then(|kind| Kind::ALL.get(kind)).copied();
        let mut json = Json(String::new());
        match self.0.ask(&Question { typed: typed.to_owned(), kind, wanted }) {
            Step::Fetch(names) => json.object(|json| {
                json.key("fetch");
                json.list(&names, |json, name| json.text(name));
            }),
            Step::Told(answer) => json.answer(&answer),
        }
        json.0
    }
}

/// Writes JSON, of which the box needs little.
struct Json(String);

impl Json {
    fn answer(&mut self, answer: &Answer) {
        self.object(|json| {
            json.key("hits");
            json.list(&answer.hits, Self::hit);
            json.key("suggestions");
            json.list(&answer.suggestions, |json, words| json.text(words));
            json.key("meant");
            json.list(&answer.meant, |json, words| json.text(words));
            json.key("counts");
            let counts: Vec<_> = Kind::ALL.into_iter().zip(answer.counts).collect();
            json.list(&counts, |json, (kind, count)| {
                json.object(|json| {
                    json.key("kind");
                    json.text(kind.label());
                    json.key("count");
                    json.0.push_str(&count.to_string());
                });
            });
            for (name, is) in [
                ("exact", answer.exact),
                ("more", answer.more),
                ("partial", answer.partial),
                ("lost", answer.lost),
            ] {
                json.key(name);
                json.0.push_str(if is { "true" } else { "false" });
            }
            if let Some(refused) = answer.refused {
                json.key("refused");
                json.text(refused.words());
            }
            if let Some(first) = &answer.first {
                json.key("first");
                json.hit(first);
            }
            if let Some(line) = &answer.line {
                json.key("line");
                json.line(line);
            }
            if let Some((law, article)) = &answer.missing_article {
                json.key("missing");
                json.text(&format!("《{law}》第{article}条"));
            }
        });
    }

    fn hit(&mut self, hit: &Hit) {
        self.object(|json| {
            json.key("kind");
            json.text(hit.kind.label());
            json.key("path");
            json.text(&hit.path);
            json.key("anchor");
            json.text(&hit.anchor);
            for (name, marked) in
                [("title", &hit.title), ("heading", &hit.heading), ("passage", &hit.passage)]
            {
                json.key(name);
                json.marked(marked);
            }
            if let Some(call) = &hit.call {
                json.key("call");
                json.text(call);
            }
        });
    }

    fn line(&mut self, line: &Line) {
        self.object(|json| {
            for (name, words) in [
                ("number", &line.number),
                ("name", &line.name),
                ("purpose", &line.purpose),
                ("hours", &line.hours),
            ] {
                json.key(name);
                json.text(words);
            }
        });
    }

    /// Words in turn not marked and marked, the first of them not.
    fn marked(&mut self, marked: &Marked) {
        let begins_marked = marked.first().is_some_and(|run| run.1);
        let before = begins_marked.then_some("");
        let words: Vec<&str> =
            before.into_iter().chain(marked.iter().map(|run| run.0.as_str())).collect();
        self.list(&words, |json, words| json.text(words));
    }

    fn object(&mut self, inside: impl FnOnce(&mut Self)) {
        self.0.push('{');
        inside(self);
        self.0.push('}');
    }

    fn key(&mut self, name: &str) {
        if !self.0.ends_with('{') {
            self.0.push(',');
        }
        self.text(name);
        self.0.push(':');
    }

    fn list<T>(&mut self, items: &[T], mut one: impl FnMut(&mut Self, &T)) {
        self.0.push('[');
        for (number, item) in items.iter().enumerate() {
            if number > 0 {
                self.0.push(',');
            }
            one(self, item);
        }
        self.0.push(']');
    }

    fn text(&mut self, words: &str) {
        self.0.push('"');
        for character in words.chars() {
            match character {
                '"' | '\\' => self.0.extend(['\\', character]),
                it if it.is_control() => self.0.push(' '),
                it => self.0.push(it),
            }
        }
        self.0.push('"');
    }
}

//! Answers kept on this device: only where the reader asks for it, and for a day, because dialling or another app can end
//! the page.

use crate::model::policy::Kept;

/// The key of the store; the page 本机数据 lists it, and the quick exit removes it.
const KEY: &str = "qingmiao:finder";
/// How long answers are kept, in seconds.
const DAY: i64 = 24 * 3600;

/// What is kept: who answers, under which rules, and what is known of each child.
pub(super) struct Record {
    pub(super) voice: usize,
    pub(super) rules: u64,
    pub(super) children: Vec<Kept>,
}

/// What there is.
pub(super) enum Found {
    Nothing,
    /// Answers to the questions of other rules, which are removed: nobody knows what they mean now.
    Outdated,
    Record(Record),
}

fn store() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Keeps answers for a day, and tells whether the browser lets us.
pub(super) fn keep(record: &Record, now: i64) -> bool {
    let mut text =
        [(now + DAY).to_string(), record.voice.to_string(), record.rules.to_string()].join("|");
    for child in &record.children {
        text.push('|');
        text.push_str(&list(&child.answers));
        text.push(';');
        text.push_str(&list(&child.received));
    }
    store().is_some_and(|store| store.set_item(KEY, &text).is_ok())
}

fn list<T: ToString>(numbers: &[T]) -> String {
    let numbers: Vec<String> = numbers.iter().map(T::to_string).collect();
    numbers.join(",")
}

/// What is kept under these rules and has not run out. What has is removed.
pub(super) fn take(rules: u64, now: i64) -> Found {
    let Some(text) = store().and_then(|store| store.get_item(KEY).ok().flatten()) else {
        return Found::Nothing;
    };
    let record = read(&text);
    let is_over =
        text.split('|').next().and_then(|it| it.parse().ok()).is_none_or(|it: i64| it < now);
    match record {
        _ if is_over => {
            forget();
            Found::Nothing
        }
        Some(record) if record.rules == rules => Found::Record(record),
        _ => {
            forget();
            Found::Outdated
        }
    }
}

fn read(text: &str) -> Option<Record> {
    let mut parts = text.split('|').skip(1);
    let voice = parts.next()?.parse().ok()?;
    let rules = parts.next()?.parse().ok()?;
    let child = |part: &str| {
        let (answers, received) = part.split_once(';')?;
        Some(Kept { answers: numbers(answers), received: numbers(received) })
    };
    Some(Record { voice, rules, children: parts.map(child).collect::<Option<_>>()? })
}

fn numbers<T: std::str::FromStr>(text: &str) -> Vec<T> {
    text.split(',').filter_map(|it| it.parse().ok()).collect()
}

/// Removes what is kept.
pub(super) fn forget() {
    if let Some(store) = store() {
        // A browser that refuses has kept nothing.
        let _ = store.remove_item(KEY);
    }
}

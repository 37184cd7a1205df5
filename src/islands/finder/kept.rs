//! Answers kept on this device: only where the reader asks for it, and for a day, because dialling or another app can end
//! the page.

/// The key of the store; the page 本机数据 lists it, and the quick exit removes it.
const KEY: &str = "qingmiao:finder";
/// How long answers are kept, in seconds.
const DAY: i64 = 24 * 3600;

/// What is kept: who answers, and the numbers of each child.
pub(super) struct Kept {
    pub(super) voice: usize,
    pub(super) children: Vec<Vec<u64>>,
}

fn store() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Keeps answers for a day, and tells whether the browser lets us.
pub(super) fn keep(kept: &Kept, now: i64) -> bool {
    let mut text = [(now + DAY).to_string(), kept.voice.to_string()].join("|");
    for child in &kept.children {
        let numbers: Vec<String> = child.iter().map(u64::to_string).collect();
        text.push('|');
        text.push_str(&numbers.join(","));
    }
    store().is_some_and(|store| store.set_item(KEY, &text).is_ok())
}

/// What is kept and has not run out. What has is removed.
pub(super) fn take(now: i64) -> Option<Kept> {
    let text = store()?.get_item(KEY).ok().flatten()?;
    let mut parts = text.split('|');
    let until: i64 = parts.next()?.parse().ok()?;
    if until < now {
        forget();
        return None;
    }
    let voice = parts.next()?.parse().ok()?;
    let children = parts.map(|part| part.split(',').filter_map(|it| it.parse().ok()).collect());
    Some(Kept { voice, children: children.collect() })
}

/// Removes what is kept.
pub(super) fn forget() {
    if let Some(store) = store() {
        // A browser that refuses has kept nothing.
        let _ = store.remove_item(KEY);
    }
}

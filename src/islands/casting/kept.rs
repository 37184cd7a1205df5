//! Names kept on this device: only where somebody asks for it, and for a week. The page 本机数据 lists them, and `page.js`
//! removes them when the week is over.

const KEY: &str = "qingmiao:cast";
/// Seven days, in seconds: a class rehearses for a week.
const WEEK: i64 = 7 * 24 * 3600;

fn now() -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "the cast saturates")]
    let seconds = (js_sys::Date::now() / 1000.0) as i64;
    seconds
}

fn store() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Keeps names, and tells whether the browser lets us.
pub(super) fn keep(names: &str) -> bool {
    let text = [&(now() + WEEK).to_string(), "\n", names].concat();
    store().is_some_and(|store| store.set_item(KEY, &text).is_ok())
}

/// What is kept and has not run out. What has is removed.
pub(super) fn take() -> Option<String> {
    let text = store()?.get_item(KEY).ok().flatten()?;
    let (until, names) = text.split_once('\n')?;
    if until.parse::<i64>().is_ok_and(|until| until >= now()) {
        return Some(names.to_owned());
    }
    forget();
    None
}

pub(super) fn forget() {
    if let Some(store) = store() {
        // Refused: then nothing was kept either.
        let _ = store.remove_item(KEY);
    }
}

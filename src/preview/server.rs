//! What the preview answers: the portal's files, and news for the script that it adds to each page.

use std::{
    fs, io,
    net::SocketAddr,
    path::{Component, Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use super::{
    State,
    http::{self, Answer, media_type},
};

const RELOAD_TAGS: &str = "<link rel=\"stylesheet\" href=\"/-preview/reload.css\">\
                           <script src=\"/-preview/reload.js\" defer></script></head>";

/// How long a browser waits for news before it asks again.
const PATIENCE: Duration = Duration::from_secs(20);

/// Shown while there is no portal yet, because the content has errors.
const EMPTY: &str = "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>预览</title></head>\
                     <body><p>内容还有错误，改好后这里会自动显示。</p></body></html>";

/// Starts to answer in the background and returns the address that it got.
pub(super) fn start(
    address: SocketAddr,
    out: PathBuf,
    state: Arc<State>,
) -> io::Result<SocketAddr> {
    http::serve(address, move |target| {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        match path {
            "/-preview/reload.js" => found(path, include_bytes!("reload.js").to_vec()),
            "/-preview/reload.css" => found(path, include_bytes!("reload.css").to_vec()),
            "/-preview/news.json" => found(path, news(&state, query).into_bytes()),
            _ => page(path, &out),
        }
    })
}

/// `{"version": …, "failure": …, "diagnostics": […]}`, as soon as there is something newer than what the browser has.
fn news(state: &State, query: &str) -> String {
    let news = state.newer_than(query.parse().unwrap_or(0), PATIENCE);
    let failure = serde_json::Value::from(news.failure.unwrap_or_default());
    let diagnostics = if news.diagnostics.is_empty() { "[]" } else { news.diagnostics.as_str() };
    let version = news.version;
    format!("{{\"version\":{version},\"failure\":{failure},\"diagnostics\":{diagnostics}}}")
}

fn page(path: &str, out: &Path) -> Answer {
    let mut path = percent_decode(path.trim_start_matches('/'));
    if path.is_empty() || path.ends_with('/') {
        path.push_str("index.html");
    }
    let inside = Path::new(&path).components().all(|part| matches!(part, Component::Normal(_)));
    let bytes = if inside { fs::read(out.join(&path)).ok() } else { None };
    match bytes {
        Some(bytes) => found(&path, bytes),
        None if !out.exists() => found("empty.html", EMPTY.as_bytes().to_vec()),
        None => {
            let lost = fs::read(out.join("404.html")).unwrap_or_default();
            Answer { status: 404, ..found("404.html", lost) }
        }
    }
}

/// A file; a page gets the script that reloads it.
fn found(path: &str, bytes: Vec<u8>) -> Answer {
    let media_type = media_type(path);
    let body = if media_type.starts_with("text/html") {
        String::from_utf8_lossy(&bytes).replacen("</head>", RELOAD_TAGS, 1).into_bytes()
    } else {
        bytes
    };
    Answer { status: 200, media_type, body }
}

/// `%E4%B8%AD` → `中`; what is no escape stays as it is.
fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let escape = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = escape.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        if let Some(byte) = byte.filter(|_| first == b'%') {
            bytes.push(byte);
            rest = &tail[2..];
        } else {
            bytes.push(first);
            rest = tail;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

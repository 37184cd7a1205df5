//! A small web server for the preview.

use std::{
    fs, io,
    net::SocketAddr,
    path::{Component, Path, PathBuf},
    sync::Arc,
    thread,
    time::Duration,
};

use tiny_http::{Header, Request, Response, Server};

use super::State;

const RELOAD_SCRIPT: &str = include_str!("reload.js");
const RELOAD_STYLE: &str = include_str!("reload.css");
const RELOAD_TAGS: &str = "<link rel=\"stylesheet\" href=\"/-preview/reload.css\">\
                           <script src=\"/-preview/reload.js\" defer></script></head>";
const PATIENCE: Duration = Duration::from_secs(20);

/// Shown while there is no site yet, because the content has errors.
const EMPTY: &str = "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>预览</title></head>\
                     <body><p>内容还有错误，改好后这里会自动显示。</p></body></html>";

/// Starts to answer in the background and returns the address that it got.
pub(super) fn start(
    address: SocketAddr,
    out: PathBuf,
    state: Arc<State>,
) -> io::Result<SocketAddr> {
    let server = Server::http(address)
        .map_err(|error| io::Error::other(format!("cannot listen at {address}: {error}")))?;
    let bound = server.server_addr().to_ip().unwrap_or(address);
    thread::spawn(move || {
        for request in server.incoming_requests() {
            let (out, state) = (out.clone(), Arc::clone(&state));
            // A browser that waits for news keeps its thread; the preview has few visitors.
            thread::spawn(move || answer(request, &out, &state));
        }
    });
    Ok(bound)
}

fn answer(request: Request, out: &Path, state: &State) {
    let (path, query) = request.url().split_once('?').unwrap_or((request.url(), ""));
    let response = match path {
        "/-preview/reload.js" => text(RELOAD_SCRIPT, "text/javascript"),
        "/-preview/reload.css" => text(RELOAD_STYLE, "text/css"),
        "/-preview/news" => {
            let news = state.newer_than(query.parse().unwrap_or(0), PATIENCE);
            let failure = serde_json::Value::from(news.failure.unwrap_or_default());
            let diagnostics =
                if news.diagnostics.is_empty() { "[]" } else { news.diagnostics.as_str() };
            let json = format!(
                "{{\"version\":{},\"failure\":{failure},\"diagnostics\":{diagnostics}}}",
                news.version
            );
            text(&json, "application/json")
        }
        _ => page(path, out),
    };
    // A browser that has left does not need the answer.
    let _ = request.respond(response);
}

type Answer = Response<io::Cursor<Vec<u8>>>;

fn page(path: &str, out: &Path) -> Answer {
    let path = percent_decode(path);
    let relative = Path::new(path.trim_start_matches('/'));
    let inside = relative.components().all(|part| matches!(part, Component::Normal(_)));
    let mut file = out.join(relative);
    if path.ends_with('/') {
        file.push("index.html");
    }
    let found = if inside { fs::read(&file).ok() } else { None };
    match found {
        Some(bytes) => file_answer(&file, bytes, 200),
        None if !out.exists() => html(EMPTY.to_owned(), 200),
        None => {
            let page = fs::read(out.join("404.html")).unwrap_or_default();
            file_answer(Path::new("404.html"), page, 404)
        }
    }
}

fn file_answer(path: &Path, bytes: Vec<u8>, status: u16) -> Answer {
    let media_type = match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => return html(String::from_utf8_lossy(&bytes).into_owned(), status),
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("gif") => "image/gif",
        Some("xml") => "application/xml",
        _ => "text/plain; charset=utf-8",
    };
    typed(bytes, media_type).with_status_code(status)
}

fn html(page: String, status: u16) -> Answer {
    let page = page.replacen("</head>", RELOAD_TAGS, 1);
    typed(page.into_bytes(), "text/html; charset=utf-8").with_status_code(status)
}

fn text(content: &str, media_type: &str) -> Answer {
    typed(content.as_bytes().to_vec(), &format!("{media_type}; charset=utf-8"))
}

fn typed(bytes: Vec<u8>, media_type: &str) -> Answer {
    let mut response = Response::from_data(bytes);
    for (name, value) in [("Content-Type", media_type), ("Cache-Control", "no-store")] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    response
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

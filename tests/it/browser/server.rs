//! A static host: a folder under a path, and faults on demand.

use std::{fs, path::PathBuf, sync::Arc, thread};

use tiny_http::{Header, Response, Server};

/// Serves until it is dropped.
pub(crate) struct Host {
    server: Arc<Server>,
    prefix: &'static str,
}

/// What the host does to files whose name ends so.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fault {
    /// They are not there.
    Missing(&'static str),
    /// They come with other bytes.
    Garbled(&'static str),
}

impl Host {
    /// Serves a folder under a path that begins and ends with `/`.
    pub(crate) fn start(folder: PathBuf, prefix: &'static str, fault: Option<Fault>) -> Self {
        let server = Arc::new(Server::http("127.0.0.1:0").expect("a port"));
        let host = Self { server: Arc::clone(&server), prefix };
        for _ in 0..4 {
            let (server, folder) = (Arc::clone(&server), folder.clone());
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    let path = request.url().strip_prefix(prefix).unwrap_or("404").to_owned();
                    let _ = request.respond(answer(&folder, &path, fault));
                }
            });
        }
        host
    }

    /// The portal's root.
    pub(crate) fn root(&self) -> String {
        format!("{}{}", self.origin(), self.prefix)
    }

    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.server.server_addr())
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        for _ in 0..4 {
            self.server.unblock();
        }
    }
}

fn answer(
    folder: &std::path::Path,
    path: &str,
    fault: Option<Fault>,
) -> Response<std::io::Cursor<Vec<u8>>> {
    let path = if path.is_empty() { "index.html" } else { path };
    let mut found = fs::read(folder.join(path)).ok();
    match fault {
        Some(Fault::Missing(ending)) if path.ends_with(ending) => found = None,
        Some(Fault::Garbled(ending)) if path.ends_with(ending) => found = Some(b"<html>".to_vec()),
        _ => {}
    }
    let media_type = match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    };
    let status = if found.is_some() { 200 } else { 404 };
    Response::from_data(found.unwrap_or_default())
        .with_status_code(status)
        .with_header(Header::from_bytes("Content-Type", media_type).expect("a header"))
}

//! A static host: a folder under a path, and faults on demand.

use std::{fs, net::SocketAddr, path::PathBuf};

use qingmiao::preview::http::{self, Answer, media_type};

/// Serves until the tests end.
pub(crate) struct Host {
    address: SocketAddr,
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
        let any_port = SocketAddr::from(([127, 0, 0, 1], 0));
        let address = http::serve(any_port, move |target| {
            let path = target.strip_prefix(prefix).unwrap_or("404");
            let path = if path.is_empty() { "index.html" } else { path };
            let mut found = fs::read(folder.join(path)).ok();
            match fault {
                Some(Fault::Missing(ending)) if path.ends_with(ending) => found = None,
                Some(Fault::Garbled(ending)) if path.ends_with(ending) => {
                    found = Some(b"<html>".to_vec());
                }
                _ => {}
            }
            let status = if found.is_some() { 200 } else { 404 };
            Answer { status, media_type: media_type(path), body: found.unwrap_or_default() }
        });
        Self { address: address.expect("a port"), prefix }
    }

    /// The portal's root.
    pub(crate) fn root(&self) -> String {
        format!("{}{}", self.origin(), self.prefix)
    }

    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }
}

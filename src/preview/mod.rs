//! Shows the portal on this machine while it is written: builds it anew whenever the content or the client changes,
//! reloads the browser, and shows the diagnostics on the page. None of this is part of the portal.

pub mod http;
mod server;
mod watch;

use std::{
    io,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, PoisonError},
    time::Duration,
};

use crate::{
    content::{Loaded, Severity, diagnostic},
    site::{self, Client, Edition, Options},
};

/// What to show, and where.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The content folder.
    pub content: PathBuf,
    /// The client's folder.
    pub client: PathBuf,
    /// Where to listen.
    pub address: SocketAddr,
}

/// What the browser asks for beside the pages.
#[derive(Debug, Default)]
struct State {
    news: Mutex<News>,
    changed: Condvar,
}

#[derive(Clone, Debug, Default)]
struct News {
    /// Goes up with each build.
    version: u64,
    /// The diagnostics as JSON.
    diagnostics: String,
    /// Why the last build failed, where it did.
    failure: Option<String>,
}

/// Serves until the process ends.
///
/// # Errors
/// When the address is taken, or the folders cannot be watched.
pub fn serve(preview: &Preview, load: impl Fn() -> Loaded) -> io::Result<()> {
    let output = tempfile::tempdir()?;
    let out = output.path().join("site");
    let state = Arc::new(State::default());
    let changes = watch::changes(&[&preview.content, &preview.client])?;
    rebuild(&load, preview, &out, &state);
    let address = server::start(preview.address, out.clone(), Arc::clone(&state))?;
    eprintln!("http://{address}/ shows {}; stop with Ctrl+C", preview.content.display());
    while changes.wait() {
        rebuild(&load, preview, &out, &state);
    }
    Ok(())
}

fn rebuild(load: &impl Fn() -> Loaded, preview: &Preview, out: &Path, state: &State) {
    let loaded = load();
    let is_error = |severity| severity == Severity::Error;
    let failure = if loaded.diagnostics.iter().any(|it| is_error(it.severity)) {
        None
    } else {
        build(&loaded, &preview.client, out).err()
    };
    if let Some(failure) = &failure {
        eprintln!("error: {failure}");
    }
    state.publish(diagnostic::to_json(&loaded.diagnostics), failure);
}

fn build(loaded: &Loaded, client: &Path, out: &Path) -> Result<(), String> {
    let client = Client::read(client).map_err(|error| error.to_string())?;
    let options = Options { out, base: Some("/"), edition: Edition::Web };
    site::build(&loaded.portal, &client, options).map_err(|error| error.to_string())?;
    Ok(())
}

impl State {
    fn publish(&self, diagnostics: String, failure: Option<String>) {
        let mut news = self.news.lock().unwrap_or_else(PoisonError::into_inner);
        *news = News { version: news.version + 1, diagnostics, failure };
        self.changed.notify_all();
    }

    /// The news, as soon as there is something newer than `version`, or after `patience`.
    fn newer_than(&self, version: u64, patience: Duration) -> News {
        let news = self.news.lock().unwrap_or_else(PoisonError::into_inner);
        let waited =
            self.changed.wait_timeout_while(news, patience, |news| news.version <= version);
        waited.unwrap_or_else(PoisonError::into_inner).0.clone()
    }
}

//! Tells when something in a folder has changed.

use std::{
    io,
    path::Path,
    sync::mpsc::{self, Receiver},
    time::Duration,
};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// An editor saves in several steps: what comes within this time of each other is one change.
const CALM: Duration = Duration::from_millis(60);

/// Changes in the watched folders, for as long as it lives.
#[derive(Debug)]
pub(super) struct Changes {
    events: Receiver<()>,
    _watcher: RecommendedWatcher,
}

/// Watches the folders and all that lies in them. One that does not exist is left out.
pub(super) fn changes(folders: &[&Path]) -> io::Result<Changes> {
    let (sender, events) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_))) {
            // The receiver is gone only when the server stops.
            let _ = sender.send(());
        }
    })
    .map_err(io::Error::other)?;
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        watcher.watch(folder, RecursiveMode::Recursive).map_err(io::Error::other)?;
    }
    Ok(Changes { events, _watcher: watcher })
}

impl Changes {
    /// Waits for the next change to be over. `false` when there can be no more.
    pub(super) fn wait(&self) -> bool {
        if self.events.recv().is_err() {
            return false;
        }
        while self.events.recv_timeout(CALM).is_ok() {}
        true
    }
}

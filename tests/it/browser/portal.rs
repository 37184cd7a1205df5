//! The real content, built with the real client, for the browser to look at.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use qingmiao::{
    content, model,
    site::{self, Client, Edition, Options},
};
use tempfile::TempDir;

use super::{Fault, Host};

/// A built portal.
pub(crate) struct Portal {
    folder: TempDir,
}

impl Portal {
    /// The real content for a web server, built once for all tests.
    pub(crate) fn web() -> &'static Self {
        static PORTAL: OnceLock<Portal> = OnceLock::new();
        PORTAL.get_or_init(|| Self::real(Edition::Web))
    }

    /// The real content for a USB stick, built once for all tests.
    pub(crate) fn disk() -> &'static Self {
        static PORTAL: OnceLock<Portal> = OnceLock::new();
        PORTAL.get_or_init(|| Self::real(Edition::Disk))
    }

    /// The fictional county with a full directory, built once for all tests.
    pub(crate) fn demo() -> &'static Self {
        static PORTAL: OnceLock<Portal> = OnceLock::new();
        PORTAL.get_or_init(|| Self::write(&crate::station::demo(), Edition::Web))
    }

    /// Any content, as far as it can be read, changed before it is built for a web server.
    pub(crate) fn build_with(content: &Path, change: impl FnOnce(&mut model::Portal)) -> Self {
        let mut portal = content::load(content, crate::support::TODAY).portal;
        change(&mut portal);
        Self::write(&portal, Edition::Web)
    }

    fn write(portal: &model::Portal, edition: Edition) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("site");
        site::build(portal, &client(), Options { out: &out, base: None, edition })
            .expect("a portal");
        Self { folder }
    }

    fn real(edition: Edition) -> Self {
        Self::write(crate::support::real(), edition)
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// The paths of all pages.
    pub(crate) fn pages(&self) -> Vec<String> {
        crate::site::pages(&self.path())
    }

    /// A few pages of each type, for what would take too long on all of them: the shortest and the longest.
    pub(crate) fn samples(&self) -> Vec<String> {
        let mut samples = Vec::new();
        for mut pages in self.types() {
            samples.extend(pages.pop());
            samples.extend(pages.into_iter().next());
        }
        samples
    }

    /// Every page, but of a type of which there are very many, thirty of all lengths.
    pub(crate) fn most(&self) -> Vec<String> {
        const MANY: usize = 30;
        let mut found = Vec::new();
        for pages in self.types() {
            let step = pages.len().div_ceil(MANY).max(1);
            found.extend(pages.into_iter().rev().step_by(step));
        }
        found
    }

    /// The pages of each type, the shortest first.
    fn types(&self) -> Vec<Vec<String>> {
        let mut types: BTreeMap<String, Vec<(u64, String)>> = BTreeMap::new();
        for page in self.pages() {
            let bytes = std::fs::metadata(self.path().join(&page)).expect("a page").len();
            types.entry(kind(&page)).or_default().push((bytes, page));
        }
        let sorted = types.into_values().map(|mut pages| {
            pages.sort();
            pages.into_iter().map(|(_, page)| page).collect()
        });
        sorted.collect()
    }

    /// Serves it at the root of a host.
    pub(crate) fn host(&self) -> Host {
        Host::start(self.path(), "/", None)
    }

    pub(crate) fn faulty_host(&self, fault: Fault) -> Host {
        Host::start(self.path(), "/", Some(fault))
    }
}

/// What type a page is of, by its address: pages at the top are each their own.
fn kind(page: &str) -> String {
    let parts: Vec<&str> = page.split('/').collect();
    match parts[..] {
        [folder, "index.html"] => format!("{folder}/index"),
        ["laws", _, "index.html"] => "law".to_owned(),
        ["laws", _, _] => "article".to_owned(),
        // The sheets of roles are numbered.
        [folder, _, leaf] => {
            format!("{folder}/{}", leaf.replace(|letter: char| letter.is_ascii_digit(), ""))
        }
        [folder, _] => folder.to_owned(),
        _ => page.to_owned(),
    }
}

/// Where Trunk's client is.
pub(crate) fn client_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/assets")
}

fn client() -> Client {
    let client = Client::read(&client_folder());
    client.expect("a client in dist/assets; `make test` and `make site` build it")
}

//! Renders every page and writes the whole output, or nothing.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    fmt, fs, io,
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use base64::Engine as _;
use rayon::prelude::*;

use super::{client, data, head, hosting, search, shell, swap::Fresh, word};
use crate::{
    model::{Basemap, Links, Portal, Route},
    pages::{self, Document},
    site::Client,
};

/// Where the output is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// By a web server.
    Web,
    /// From a folder, by a double click: the wasm rides in a classic script, since a page from disk may fetch nothing.
    Disk,
}

/// How to build.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The folder to write. What stands there is replaced whole, when everything else has succeeded.
    pub out: &'a Path,
    /// Where the portal will lie on its host, `/sub/path/`; only the page for unknown addresses has to know.
    pub base: Option<&'a str>,
    /// Where it is to be read.
    pub edition: Edition,
}

/// What was written.
#[derive(Clone, Debug)]
pub struct Built {
    /// The number of pages.
    pub pages: usize,
    /// How long the search index took: reading the pages again, on all threads at once, and writing it.
    pub index: Duration,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum BuildError {
    /// A file cannot be written.
    Unwritable(PathBuf, io::Error),
    /// Nothing stands behind the address of a page.
    Empty(String),
    /// A page holds islands that the client cannot wake: it was built from other sources. Build the client anew.
    UnknownIslands(BTreeSet<String>),
}

/// Renders the portal with this client and writes it.
///
/// # Errors
/// When a file cannot be written, or the client lacks an island. The old output is then as it was.
pub fn build(portal: &Portal, client: &Client, options: Options<'_>) -> Result<Built, BuildError> {
    let fresh = Fresh::beside(options.out)
        .map_err(|error| BuildError::Unwritable(options.out.to_owned(), error))?;
    let write = |path: &str, bytes: &[u8]| write(fresh.path(), path, bytes);
    let routes = pages::routes(portal);
    make_folders(fresh.path(), &routes)?;

    let islands = Mutex::new(BTreeSet::new());
    let client_shell = client_shell(client, options.edition);
    let reading = AtomicU64::new(0);
    let found = routes.par_iter().map(|route| {
        let page = page(portal, &client_shell, route, options.base)
            .ok_or_else(|| BuildError::Empty(route.path()))?;
        if page.contains("<leptos-island")
            && let Ok(mut islands) = islands.lock()
        {
            islands.extend(components(&page).map(str::to_owned));
        }
        fs::write(fresh.path().join(route.path()), &page)
            .map_err(|error| BuildError::Unwritable(route.path().into(), error))?;
        let started = Instant::now();
        let found = search::found(portal, route, &page);
        let took = u64::try_from(started.elapsed().as_nanos()).unwrap_or(0);
        reading.fetch_add(took, Ordering::Relaxed);
        Ok(found)
    });
    let found: Vec<_> = found.collect::<Result<_, _>>()?;
    let found: Vec<_> = found.into_iter().flatten().collect();
    let reading = Duration::from_nanos(reading.into_inner()) / threads();
    let started = Instant::now();
    let files = search::files(portal, &found);
    files.par_iter().try_for_each(|(name, bytes)| {
        let (path, bytes) = search_file(name, bytes, options.edition);
        write(&path, &bytes)
    })?;
    write(&format!("{}/files.js", search::FOLDER), shell::search_files(&client_shell).as_bytes())?;
    let index = reading + started.elapsed();
    let mut islands = islands.into_inner().unwrap_or_default();
    islands.retain(|component| !client.exports(component));
    if !islands.is_empty() {
        return Err(BuildError::UnknownIslands(islands));
    }

    for (path, bytes) in assets(client, options.edition) {
        write(&path, &bytes)?;
    }
    portal.courts.par_iter().try_for_each(|court| {
        word::files(portal, court).iter().try_for_each(|(path, bytes)| write(path, bytes))
    })?;
    for (path, bytes) in &portal.images {
        write(path, bytes)?;
    }
    if !portal.stations.is_empty() {
        write("data/stations.csv", data::csv(portal).as_bytes())?;
        write("data/stations.geojson", data::geojson(portal).as_bytes())?;
        write(pages::SPELLING, pages::spelling(portal).as_bytes())?;
    }
    // A header counts for every page, and a page's own policy counts beside it: only where both allow it, it is allowed.
    let origin = portal.settings.basemap.as_ref().and_then(Basemap::origin);
    let headers = shell::with_pictures_of(&client.shell, origin);
    if portal.has_finder() {
        write("data/finder.js", pages::result_script(portal).as_bytes())?;
    }
    write("_headers", hosting::headers_file(&headers).as_bytes())?;
    write("nginx.conf", hosting::nginx(&headers).as_bytes())?;
    write("web.config", hosting::iis(&headers).as_bytes())?;
    write("robots.txt", hosting::robots(portal).as_bytes())?;
    if let Some(sitemap) = hosting::sitemap(portal, &routes) {
        write("sitemap.xml", sitemap.as_bytes())?;
    }
    fresh.swap_in().map_err(|error| BuildError::Unwritable(options.out.to_owned(), error))?;
    Ok(Built { pages: routes.len(), index })
}

fn threads() -> u32 {
    u32::try_from(rayon::current_num_threads()).unwrap_or(1).max(1)
}

/// One page, whole.
fn page(portal: &Portal, client_shell: &str, route: &Route, base: Option<&str>) -> Option<String> {
    let path = route.path();
    // The page for unknown addresses is shown at any depth: relative links would lead astray.
    let base = base.or_else(|| portal.settings.address.as_deref().and_then(path_of_address));
    let (links, stands_alone) = match (route, base) {
        (Route::NotFound, Some(base)) => (Links::absolute(base), false),
        (Route::NotFound, None) => (Links::from(&path), true),
        _ => (Links::from(&path), false),
    };
    let document = pages::document(portal, route, &links)?;
    let head = head::head(portal, route, &document);
    let parts = parts(&document, &head);
    // The page with the map is the only one that may show pictures of the basemap's host.
    let origin = portal.settings.basemap.as_ref().and_then(Basemap::origin);
    let with_map = origin.filter(|_| *route == Route::Directory);
    let client_shell = &*shell::with_pictures_of(client_shell, with_map);
    Some(if stands_alone {
        shell::fill(&shell::without_files(client_shell), parts, &links)
    } else {
        shell::fill(client_shell, parts, &links)
    })
}

fn parts<'a>(document: &'a Document, head: &'a str) -> shell::Parts<'a> {
    shell::Parts {
        head,
        body: &document.body,
        exit: document.sensitive,
        client: document.body.contains("<leptos-island"),
        kept: document.body.contains("data-local-data="),
        sheet: document.sheet,
    }
}

/// `/sub/path/` of `https://host/sub/path/`.
fn path_of_address(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    rest.find('/').map(|slash| &rest[slash..])
}

/// The ids of the islands in a page.
fn components(page: &str) -> impl Iterator<Item = &str> {
    page.split("data-component=\"").skip(1).filter_map(|rest| rest.split('"').next())
}

/// The shell of an edition: from disk, each wasm file is loaded as a script.
fn client_shell(client: &Client, edition: Edition) -> String {
    let mut shell = client.shell.clone();
    if edition == Edition::Disk {
        for name in wasm_files(client) {
            let script = format!("<!--client--><script src=\"./{name}.js\" defer></script>");
            shell = shell.replacen("<!--client-->", &script, 1);
        }
    }
    shell
}

fn wasm_files(client: &Client) -> impl Iterator<Item = &String> {
    client.files.keys().filter(|name| Path::new(name).extension().is_some_and(|it| it == "wasm"))
}

/// The client's files as an edition ships them, by path. The shell goes with them, so that `assets/` is a client again.
fn assets(client: &Client, edition: Edition) -> BTreeMap<String, Vec<u8>> {
    let mut assets: BTreeMap<_, _> = client
        .files
        .iter()
        .map(|(name, bytes)| (format!("assets/{name}"), bytes.clone()))
        .collect();
    assets.insert(format!("assets/{}", client::SHELL), client.shell.clone().into_bytes());
    if edition == Edition::Disk {
        for name in wasm_files(client) {
            if let Some(wasm) = client.files.get(name) {
                let text = base64::engine::general_purpose::STANDARD.encode(wasm);
                let script = format!("globalThis.qingmiaoWasm=\"{text}\";\n");
                assets.insert(format!("assets/{name}.js"), script.into_bytes());
            }
        }
    }
    assets
}

/// A file of the search index as an edition ships it: from disk, only a script can be loaded.
fn search_file<'a>(name: &str, bytes: &'a [u8], edition: Edition) -> (String, Cow<'a, [u8]>) {
    let folder = search::FOLDER;
    match edition {
        Edition::Web => (format!("{folder}/{name}.bin"), Cow::Borrowed(bytes)),
        Edition::Disk => {
            let text = base64::engine::general_purpose::STANDARD.encode(bytes);
            let script = format!("qingmiaoSearch(\"{name}\",\"{text}\");\n");
            (format!("{folder}/{name}.js"), Cow::Owned(script.into_bytes()))
        }
    }
}

fn make_folders(root: &Path, routes: &[Route]) -> Result<(), BuildError> {
    let paths: Vec<_> = routes.iter().map(Route::path).collect();
    let folders: BTreeSet<_> = paths.iter().filter_map(|path| Path::new(path).parent()).collect();
    for folder in folders {
        let folder = root.join(folder);
        fs::create_dir_all(&folder).map_err(|error| BuildError::Unwritable(folder, error))?;
    }
    Ok(())
}

fn write(root: &Path, path: &str, bytes: &[u8]) -> Result<(), BuildError> {
    let target = root.join(path);
    let result = target.parent().map_or(Ok(()), fs::create_dir_all);
    result
        .and_then(|()| fs::write(&target, bytes))
        .map_err(|error| BuildError::Unwritable(path.into(), error))
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unwritable(path, error) => {
                write!(f, "cannot write `{}`: {error}", path.display())
            }
            Self::Empty(path) => write!(f, "nothing stands behind `{path}`"),
            Self::UnknownIslands(ids) => write!(
                f,
                "the client lacks {}: it was built from other sources; build it anew with `make site`",
                ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
            ),
        }
    }
}

impl std::error::Error for BuildError {}

//! The built client: Trunk's processed page, which is the shell of every page, and the files that it names.
//!
//! It is read from the folder that Trunk has just filled, or from the `assets/` of an earlier build, so that an editor
//! can rebuild the content without Trunk and without a compiler.

use std::{
    collections::BTreeMap,
    fmt, fs, io,
    path::{Path, PathBuf},
};

/// The shell's name in `assets/`.
pub(super) const SHELL: &str = "shell.html";

/// The shell's name in the folder that Trunk fills.
const TRUNK_SHELL: &str = "index.html";

/// The built client.
#[derive(Clone, Debug)]
pub struct Client {
    /// Trunk's processed page, its slots still open.
    pub shell: String,
    /// The other files, by name.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Why a folder is no client.
#[derive(Debug)]
pub enum ClientError {
    /// The folder or one of its files cannot be read.
    Unreadable(PathBuf, io::Error),
    /// There is no shell in it: it was not built by Trunk, nor is it the `assets/` of a build.
    NoShell(PathBuf),
}

impl Client {
    /// Reads the client from a folder.
    ///
    /// # Errors
    /// When the folder cannot be read or holds no shell.
    pub fn read(folder: &Path) -> Result<Self, ClientError> {
        let unreadable = |error| ClientError::Unreadable(folder.to_owned(), error);
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(folder).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            if entry.file_type().map_err(unreadable)?.is_file() {
                let bytes = fs::read(entry.path())
                    .map_err(|error| ClientError::Unreadable(entry.path(), error))?;
                files.insert(entry.file_name().to_string_lossy().into_owned(), bytes);
            }
        }
        let shell = files.remove(SHELL).or_else(|| files.remove(TRUNK_SHELL));
        let shell = shell.and_then(|bytes| String::from_utf8(bytes).ok());
        let shell = shell.ok_or_else(|| ClientError::NoShell(folder.to_owned()))?;
        // A folder of Trunk's may hold pages of an earlier build: the client has no others than the shell.
        files.retain(|name, _| is_client_file(name));
        Ok(Self { shell, files })
    }

    /// Whether the wasm bundle can wake the island with this id.
    #[must_use]
    pub fn exports(&self, component: &str) -> bool {
        self.files
            .iter()
            .filter(|(name, _)| has_extension(name, "js"))
            .any(|(_, script)| holds_word(&String::from_utf8_lossy(script), component))
    }
}

fn is_client_file(name: &str) -> bool {
    // `….wasm.js` is what the edition for disk made of the wasm.
    !name.ends_with(".wasm.js")
        && ["js", "css", "wasm", "svg"].iter().any(|extension| has_extension(name, extension))
}

fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == extension)
}

/// Whether a script names an identifier: the word itself, not a part of a longer one.
fn holds_word(script: &str, word: &str) -> bool {
    let part_of_word = |character: char| character.is_alphanumeric() || character == '_';
    script.match_indices(word).any(|(start, _)| {
        !script[..start].ends_with(part_of_word)
            && !script[start + word.len()..].starts_with(part_of_word)
    })
}

impl fmt::Display for ClientError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(path, error) => {
                write!(f, "cannot read the client: `{}`: {error}", path.display())
            }
            Self::NoShell(path) => write!(
                f,
                "no client in `{}`: found neither `{SHELL}` nor `{TRUNK_SHELL}`",
                path.display()
            ),
        }
    }
}

impl std::error::Error for ClientError {}

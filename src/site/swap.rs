//! A fresh folder that takes the place of an old one, whole, or not at all.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

/// A folder beside its destination. Dropped before [`Fresh::swap_in`], it leaves nothing behind.
#[derive(Debug)]
pub(super) struct Fresh {
    folder: TempDir,
    destination: PathBuf,
}

impl Fresh {
    /// An empty folder on the file system of `destination`, so that it can be renamed into its place.
    pub(super) fn beside(destination: &Path) -> io::Result<Self> {
        let destination = std::path::absolute(destination)?;
        let parent = destination.parent().unwrap_or(Path::new("/"));
        fs::create_dir_all(parent)?;
        let folder = tempfile::Builder::new().prefix(".qingmiao-").tempdir_in(parent)?;
        Ok(Self { folder, destination })
    }

    /// Where to write.
    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Puts the folder into its place and deletes what stood there.
    pub(super) fn swap_in(self) -> io::Result<()> {
        let parent = self.destination.parent().unwrap_or(Path::new("/"));
        open_to_readers(self.folder.path())?;
        if !self.destination.exists() {
            return fs::rename(self.folder.keep(), &self.destination);
        }
        let old = tempfile::Builder::new().prefix(".qingmiao-old-").tempdir_in(parent)?;
        let grave = old.path().join("old");
        fs::rename(&self.destination, &grave)?;
        if let Err(error) = fs::rename(self.folder.path(), &self.destination) {
            fs::rename(&grave, &self.destination)?;
            return Err(error);
        }
        // What was `self.folder` is the destination now: it must not be deleted.
        let _ = self.folder.keep();
        Ok(())
    }
}

/// A temporary folder is for its owner alone; a site is for the web server, too.
#[cfg(unix)]
fn open_to_readers(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn open_to_readers(_: &Path) -> io::Result<()> {
    Ok(())
}

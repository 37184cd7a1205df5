//! `qingmiao build`: from the content to the files of the portal.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, ValueEnum};

use super::{CLEAN, Content, FAILED, failed, report};
use crate::site::{self, Client, Options};

/// Build the portal
#[derive(Args, Debug)]
pub(super) struct Build {
    #[command(flatten)]
    content: Content,
    /// The folder to write; what stands there is replaced whole
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
    /// The built client: Trunk's output, or the `assets` of an earlier build
    #[arg(long, value_name = "DIR", default_value = "dist/assets")]
    client: PathBuf,
    /// Where the portal will lie on its host; all links but those of the 404 page are relative in any case
    #[arg(long, value_name = "/sub/path/", value_parser = parse_base)]
    base: Option<String>,
    /// Where the portal is to be read
    #[arg(long, value_enum, default_value_t = Edition::Web)]
    edition: Edition,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Edition {
    /// On a web server
    Web,
    /// From a folder or a USB stick, by a double click
    Disk,
}

impl Build {
    pub(super) fn run(self) -> ExitCode {
        let loaded = match self.content.load() {
            Ok(loaded) => loaded,
            Err(code) => return code,
        };
        if report(&self.content.content, &loaded) {
            return ExitCode::from(FAILED);
        }
        let client = match Client::read(&self.client) {
            Ok(client) => client,
            Err(error) => return failed(&error),
        };
        let edition = match self.edition {
            Edition::Web => site::Edition::Web,
            Edition::Disk => site::Edition::Disk,
        };
        let options = Options { out: &self.out, base: self.base.as_deref(), edition };
        match site::build(&loaded.portal, &client, options) {
            Ok(built) => {
                let (pages, seconds) = (built.pages, built.index.as_secs_f64());
                eprintln!(
                    "{pages} pages in {}, search index in {seconds:.1} s",
                    self.out.display()
                );
                ExitCode::from(CLEAN)
            }
            Err(error) => failed(&error),
        }
    }
}

fn parse_base(text: &str) -> Result<String, String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-._~".contains(c);
    if text.starts_with('/')
        && text.ends_with('/')
        && !text.contains("//")
        && text.chars().all(plain)
    {
        Ok(text.to_owned())
    } else {
        Err("expected a path such as /sub/path/".to_owned())
    }
}

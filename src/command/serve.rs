//! `qingmiao serve`: the portal on this machine, built anew whenever the content changes.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::PathBuf,
    process::ExitCode,
};

use clap::Args;

use super::{CLEAN, Content, failed, report, today, usage};
use crate::{
    content,
    preview::{self, Preview},
};

/// Show the portal at <http://127.0.0.1:8080> and rebuild it whenever the content changes
#[derive(Args, Debug)]
pub(super) struct Serve {
    #[command(flatten)]
    content: Content,
    /// The built client: Trunk's output, or the `assets` of an earlier build
    #[arg(long, value_name = "DIR", default_value = "dist/assets")]
    client: PathBuf,
    /// The port
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The address to listen at; 0.0.0.0 shows the portal to phones in the same network
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
}

impl Serve {
    pub(super) fn run(self) -> ExitCode {
        let folder = self.content.content.clone();
        if !folder.is_dir() {
            return usage(&format!("no such content folder: `{}`", folder.display()));
        }
        let date = self.content.date;
        let load = move || {
            let loaded = content::load(&folder, date.unwrap_or_else(today));
            report(&folder, &loaded);
            loaded
        };
        let address = SocketAddr::new(self.host, self.port);
        let preview = Preview { content: self.content.content, client: self.client, address };
        match preview::serve(&preview, load) {
            Ok(()) => ExitCode::from(CLEAN),
            Err(error) => failed(&error),
        }
    }
}

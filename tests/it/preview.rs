//! `qingmiao serve`: what an editor saves is on the page without a restart, and so is what is wrong with it.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
};

use crate::support::Fixture;

/// A running preview; it ends with the test.
pub(crate) struct Preview {
    child: Child,
    pub(crate) address: String,
}

impl Preview {
    fn start(content: &Fixture) -> Self {
        let client = tempfile::tempdir().expect("a folder").keep();
        let portal = content.portal();
        crate::site::write_client(&portal, &client);
        Self::with_client(content, &client)
    }

    pub(crate) fn with_client(content: &Fixture, client: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_qingmiao"))
            .args(["serve", "--port", "0", "--date", "2026-11-22", "--content", content.path()])
            .args(["--client".as_ref(), client.as_os_str()])
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        let mut lines = BufReader::new(child.stderr.take().expect("what it says")).lines();
        let address = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix("http://")?.split('/').next().map(str::to_owned))
            .expect("an address");
        // It would stop at a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address }
    }

    fn get(&self, target: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("a connection");
        write!(stream, "GET {target} HTTP/1.1\r\nHost: preview\r\n\r\n").expect("a request");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    /// Waits for something newer than `version`.
    fn news(&self, version: u64) -> serde_json::Value {
        let answer = self.get(&format!("/-preview/news.json?{version}"));
        let (_, body) = answer.split_once("\r\n\r\n").expect("a body");
        serde_json::from_str(body).expect("JSON")
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

#[test]
fn what_an_editor_saves_is_shown_and_mistakes_leave_the_last_good_page() {
    let content = Fixture::new();
    let preview = Preview::start(&content);
    let page = preview.get("/about.html");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("/-preview/reload.js"), "{page}");
    let first = preview.news(0);
    assert_eq!(first["version"], 1);
    assert_eq!(first["diagnostics"], serde_json::json!([]));

    let content = content.edit("pages/about.md", "这个网站是谁做的", "换了一句话");
    assert_eq!(preview.news(1)["version"], 2);
    assert!(preview.get("/about.html").contains("换了一句话"));

    let content = content.edit("pages/about.md", "## 做什么", "<b>坏</b>");
    let broken = preview.news(2);
    assert_eq!(broken["diagnostics"][0]["file"], "pages/about.md", "{broken}");
    assert!(preview.get("/about.html").contains("换了一句话"), "the last good page stays");

    let _content = content.edit("pages/about.md", "<b>坏</b>", "## 又好了");
    assert_eq!(preview.news(3)["diagnostics"], serde_json::json!([]));
    assert!(preview.get("/about.html").contains("又好了"));
}

#[test]
fn it_serves_nothing_but_the_portal() {
    let content = Fixture::new();
    let preview = Preview::start(&content);
    assert!(preview.get("/").starts_with("HTTP/1.1 200"));
    for path in [
        "/../Cargo.toml",
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/site.yaml",
        "//etc/passwd",
        "/no-such.html",
    ] {
        assert!(preview.get(path).starts_with("HTTP/1.1 404"), "{path}");
    }
}

//! Chromium, driven over its debugging protocol, and what a tab said and asked for.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use chromiumoxide::{
    Browser, BrowserConfig, Page,
    cdp::{
        browser_protocol::{
            browser::BrowserContextId,
            emulation::{
                MediaFeature, SetDeviceMetricsOverrideParams, SetEmulatedMediaParams,
                SetScriptExecutionDisabledParams,
            },
            log::EventEntryAdded,
            network::EventRequestWillBeSent,
            page::{AddScriptToEvaluateOnNewDocumentParams, CaptureScreenshotFormat, Viewport},
            target::{CreateBrowserContextParams, CreateTargetParams},
        },
        js_protocol::runtime::{EvaluateParams, EventConsoleApiCalled, EventExceptionThrown},
    },
    error::CdpError,
    page::ScreenshotParams,
};
use futures::StreamExt as _;
use serde::de::DeserializeOwned;
use tempfile::TempDir;

/// A running browser with a profile of its own.
pub(crate) struct Chrome {
    browser: Browser,
    _profile: TempDir,
}

/// How a page is looked at.
#[derive(Clone, Debug)]
pub(crate) struct View {
    pub(crate) width: u32,
    pub(crate) dark: bool,
    pub(crate) script: bool,
    /// What the device keeps under `qingmiao:display` before the first page loads.
    pub(crate) display: Option<&'static str>,
}

impl Default for View {
    fn default() -> Self {
        Self { width: 1280, dark: false, script: true, display: None }
    }
}

/// What a tab said and asked for since it was opened.
#[derive(Debug, Default)]
pub(crate) struct Log {
    /// Console messages, uncaught exceptions, and the browser's own complaints.
    pub(crate) console: Vec<String>,
    /// The URLs of all requests.
    pub(crate) requests: Vec<String>,
}

/// One tab, in a context that shares nothing with other tabs.
pub(crate) struct Tab {
    pub(crate) page: Page,
    log: Arc<Mutex<Log>>,
    context: BrowserContextId,
}

/// Runs a test with a browser.
pub(crate) fn in_chromium<T: Future<Output = ()>>(test: impl FnOnce(Arc<Chrome>) -> T) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let chrome = Arc::new(Chrome::start().await);
        test(Arc::clone(&chrome)).await;
        let mut chrome = Arc::into_inner(chrome).expect("every tab is closed");
        chrome.browser.close().await.expect("the browser closes");
        chrome.browser.wait().await.expect("the browser ends");
    });
}

impl Chrome {
    async fn start() -> Self {
        let profile = tempfile::tempdir().expect("a folder for the profile");
        let chrome =
            std::env::var_os("CHROME").map_or_else(|| PathBuf::from("chromium"), PathBuf::from);
        let mut config = BrowserConfig::builder()
            .no_sandbox()
            .user_data_dir(profile.path())
            .viewport(None)
            .launch_timeout(Duration::from_secs(60))
            .args(["disable-gpu", "disable-quic", "disable-component-update", "hide-scrollbars"]);
        if chrome.components().count() > 1 {
            config = config.chrome_executable(chrome);
        }
        let config = config.build().expect("a browser; `make test` installs one");
        let (browser, mut handler) = Browser::launch(config).await.expect("the browser starts");
        tokio::spawn(async move { while handler.next().await.is_some() {} });
        Self { browser, _profile: profile }
    }

    /// An empty tab, in a context of its own.
    pub(crate) async fn tab(&self, view: &View) -> Tab {
        let context = self
            .browser
            .execute(CreateBrowserContextParams::default())
            .await
            .expect("a context")
            .result
            .browser_context_id;
        self.tab_in(context, view).await
    }

    /// A second window beside a tab: it shares storage and channels with it.
    pub(crate) async fn beside(&self, tab: &Tab, url: &str) -> Tab {
        let beside = self.tab_in(tab.context.clone(), &View::default()).await;
        beside.goto(url).await;
        beside
    }

    async fn tab_in(&self, context: BrowserContextId, view: &View) -> Tab {
        let target = CreateTargetParams::builder()
            .url("about:blank")
            .browser_context_id(context.clone())
            .build()
            .expect("a target");
        let page = self.browser.new_page(target).await.expect("a tab");
        let log = Arc::new(Mutex::new(Log::default()));
        listen(&page, &log).await;
        let scheme = if view.dark { "dark" } else { "light" };
        page.execute(
            SetEmulatedMediaParams::builder()
                .feature(MediaFeature::new("prefers-color-scheme", scheme))
                .feature(MediaFeature::new("prefers-reduced-motion", "reduce"))
                .build(),
        )
        .await
        .expect("a colour scheme");
        page.execute(SetScriptExecutionDisabledParams::new(!view.script)).await.expect("a setting");
        let tab = Tab { page, log, context };
        tab.resize(view.width).await;
        if let Some(display) = view.display {
            tab.on_each_page(&format!("localStorage.setItem('qingmiao:display', {display:?})"))
                .await;
        }
        tab
    }

    /// A tab that shows a URL.
    pub(crate) async fn open(&self, url: &str, view: &View) -> Tab {
        let tab = self.tab(view).await;
        tab.goto(url).await;
        tab
    }
}

impl Tab {
    /// Shows a URL and waits until it is loaded.
    pub(crate) async fn goto(&self, url: &str) {
        self.page.goto(url).await.unwrap_or_else(|error| panic!("{url} loads: {error}"));
    }

    /// Makes the page so wide; the narrow ones are those of phones.
    pub(crate) async fn resize(&self, width: u32) {
        let metrics = SetDeviceMetricsOverrideParams::new(width, 900, 1.0, width < 600);
        self.page.execute(metrics).await.expect("a width");
    }

    /// Runs a script on each page before its own.
    pub(crate) async fn on_each_page(&self, script: &str) {
        let script = AddScriptToEvaluateOnNewDocumentParams::new(script);
        self.page.execute(script).await.expect("a script for each page");
    }

    /// The value of a JavaScript expression. The page's CSP does not hold for it.
    pub(crate) async fn eval<T: DeserializeOwned>(&self, script: &str) -> T {
        let value = self.try_eval(script).await;
        let value = value.unwrap_or_else(|error| panic!("`{script}` runs: {error}"));
        serde_json::from_value(value)
            .unwrap_or_else(|error| panic!("`{script}` has this type: {error}"))
    }

    async fn try_eval(&self, script: &str) -> Result<serde_json::Value, CdpError> {
        let parameters = EvaluateParams::builder()
            .expression(script)
            .await_promise(true)
            .return_by_value(true)
            .build()
            .expect("an expression");
        let result = self.page.evaluate_expression(parameters).await?;
        Ok(result.value().cloned().unwrap_or_default())
    }

    /// Waits until an expression is true.
    pub(crate) async fn until(&self, condition: &str) {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(15) {
            // A page that is on its way to another has no answer yet.
            let answer = self.try_eval(&format!("Boolean({condition})")).await;
            if answer.is_ok_and(|it| it == true) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("never came true: {condition}\n{:#?}", self.log.lock().expect("the log"));
    }

    /// Waits until the page's islands are awake.
    pub(crate) async fn awake(&self) {
        self.until("document.documentElement.dataset.client === 'ready'").await;
    }

    /// What was said and asked for, once the page has come to rest. Empties the log.
    pub(crate) async fn log(&self) -> Log {
        tokio::time::sleep(Duration::from_millis(80)).await;
        std::mem::take(&mut self.log.lock().expect("the log"))
    }

    /// Writes a picture of the whole page below `$SCREENSHOTS`, where that is set.
    pub(crate) async fn screenshot(&self, name: &str) {
        let Some(folder) = std::env::var_os("SCREENSHOTS") else { return };
        let path = PathBuf::from(folder).join(format!("{name}.png"));
        let size = "[document.documentElement.clientWidth, document.documentElement.scrollHeight]";
        let (width, height): (f64, f64) = self.eval(size).await;
        let clip = Viewport { x: 0.0, y: 0.0, width, height, scale: 1.0 };
        let parameters = ScreenshotParams::builder()
            .format(CaptureScreenshotFormat::Png)
            .clip(clip)
            .capture_beyond_viewport(true)
            .build();
        self.page.save_screenshot(parameters, path).await.expect("a picture");
    }

    pub(crate) async fn close(self) {
        // A tab that has gone to another origin may be another process by now; the browser's end closes it, too.
        let _ = self.page.close().await;
    }
}

async fn listen(page: &Page, log: &Arc<Mutex<Log>>) {
    page.enable_log().await.expect("the log is on");
    let mut console = page.event_listener::<EventConsoleApiCalled>().await.expect("a listener");
    let mut thrown = page.event_listener::<EventExceptionThrown>().await.expect("a listener");
    let mut entries = page.event_listener::<EventEntryAdded>().await.expect("a listener");
    let mut requests = page.event_listener::<EventRequestWillBeSent>().await.expect("a listener");
    let log = Arc::clone(log);
    tokio::spawn(async move {
        loop {
            let said = tokio::select! {
                Some(event) = console.next() => {
                    let words = event.args.iter().filter_map(|it| it.value.as_ref());
                    words.map(ToString::to_string).collect::<Vec<_>>().join(" ")
                }
                Some(event) = thrown.next() => {
                    let details = &event.exception_details;
                    let thrown = details.exception.as_ref().and_then(|it| it.description.clone());
                    format!("{} {}", details.text, thrown.unwrap_or_default())
                }
                Some(event) = entries.next() => {
                    format!("{} {}", event.entry.text, event.entry.url.as_deref().unwrap_or_default())
                }
                Some(event) = requests.next() => {
                    log.lock().expect("the log").requests.push(event.request.url.clone());
                    continue;
                }
                else => break,
            };
            log.lock().expect("the log").console.push(said);
        }
    });
}

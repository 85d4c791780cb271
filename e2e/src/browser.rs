//! Debian's Chromium, driven through its own driver.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use data_encoding::BASE64;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use url::{ParseError, Url};

use crate::vnu::from_npm;

/// What is held against the pages: WCAG 2.2 AA and what axe holds to be good practice.
const AXE_TAGS: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

const ARGUMENTS: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// How long a page may take to come. A machine that builds meanwhile is slow.
const PATIENCE: Duration = Duration::from_secs(30);
const A_MOMENT: Duration = Duration::from_millis(20);

/// A browser with a fresh profile. It is closed when this is dropped.
pub struct Browser {
    /// What drives it.
    pub driver: Client,
    process: Child,
    port: u16,
    axe: String,
    _profile: TempDir,
}

impl Browser {
    /// Opens a browser.
    pub async fn open() -> Self {
        let (process, port) = start_driver();
        let profile = tempfile::tempdir().expect("a folder");
        let mut arguments: Vec<String> = ARGUMENTS.map(str::to_owned).to_vec();
        arguments.push(format!("--user-data-dir={}", profile.path().display()));
        let wanted = json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "args": arguments },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            "timeouts": { "script": 60_000 },
        });
        let Value::Object(capabilities) = wanted else {
            panic!("capabilities are an object");
        };
        let driver = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("the browser opens");
        let browser = Browser {
            driver,
            process,
            port,
            axe: std::fs::read_to_string(from_npm("axe-core/axe.min.js")).expect("axe"),
            _profile: profile,
        };
        // What the browser's own first page asked for is not ours.
        browser.goto("about:blank").await;
        browser.requests().await;
        browser
    }

    /// Opens an address, host included.
    pub async fn goto(&self, url: &str) {
        let went = self.driver.goto(url).await;
        went.unwrap_or_else(|error| panic!("{url}: {error}"));
    }

    /// Gives the browser a cookie of the kind that only its own host gets.
    pub async fn set_cookie(&self, origin: &str, name: &str, value: &str) {
        let cookie = json!({
            "name": name, "value": value, "url": origin, "path": "/",
            "secure": true, "httpOnly": true, "sameSite": "Lax",
        });
        let set = self.devtools("Network.setCookie", cookie).await;
        assert_eq!(set["success"], json!(true), "{name}: {set}");
    }

    /// The address of the page, host included.
    pub async fn url(&self) -> String {
        self.driver
            .current_url()
            .await
            .expect("an address")
            .to_string()
    }

    /// Waits until the page is the one with this address, whatever its query, and is read.
    pub async fn wait_for(&self, address: &str) {
        let script = "const [address] = arguments;
            return [location.href, location.href.split(/[?#]/)[0]].includes(address)
                && document.readyState === 'complete'";
        self.wait(script, address).await;
    }

    /// Waits until another page has come.
    pub async fn wait_until_away_from(&self, address: &str) {
        let script = "return location.href.split('?')[0] !== arguments[0]
            && document.readyState === 'complete'";
        self.wait(script, address).await;
    }

    /// Waits until the page has what a CSS selector finds.
    pub async fn wait_for_element(&self, css: &str) {
        let script = "return document.querySelector(arguments[0]) !== null
            && document.readyState === 'complete'";
        self.wait(script, css).await;
    }

    /// Does something that leads to another page, the same address again included, and waits until
    /// that has come.
    pub async fn through(&self, act: impl Future<Output = ()>) {
        self.run("window.isBefore = true", Vec::new()).await;
        act.await;
        let script = "return window.isBefore === undefined && document.readyState === 'complete'";
        self.wait(script, "another page").await;
    }

    /// Waits until the browser, which a page sends on by itself, has come to an address that begins
    /// like this.
    pub async fn comes_to(&self, start: &str) {
        let script = "return location.href.startsWith(arguments[0]) && \
                      document.readyState === 'complete'";
        self.wait(script, start).await;
    }

    async fn wait(&self, script: &str, argument: &str) {
        let mut waited = Duration::ZERO;
        loop {
            // While one page gives way to another there may be none to ask.
            let asked = self.driver.execute(script, vec![json!(argument)]).await;
            match asked {
                Ok(Value::Bool(true)) => return,
                asked if waited > PATIENCE => {
                    let url = self.url().await;
                    let page = self.run("return document.body.innerText", Vec::new()).await;
                    panic!("waited for {argument} in vain at {url}: {asked:?}: {page}");
                }
                _ => {}
            }
            tokio::time::sleep(A_MOMENT).await;
            waited += A_MOMENT;
        }
    }

    /// Runs a function body on the page and gives what it returns.
    pub async fn run(&self, body: &str, arguments: Vec<Value>) -> Value {
        let ran = self.driver.execute(body, arguments).await;
        ran.unwrap_or_else(|error| panic!("{body}: {error}"))
    }

    /// Asks Chromium's developer tools.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let raw = Raw {
            path: "goog/cdp/execute",
            body: json!({ "cmd": command, "params": parameters }),
        };
        let done = self.driver.issue_cmd(raw).await;
        done.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Gives the window a size in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        let size = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", size)
            .await;
    }

    /// What axe has against the page, with the element.
    pub async fn axe(&self) -> Vec<String> {
        let script = format!(
            "{}; const [tags, done] = arguments;
             axe.run(document, {{ runOnly: {{ type: 'tag', values: tags }}, resultTypes: ['violations'] }})
                .then((result) => done(result.violations), (error) => done(String(error)));",
            self.axe
        );
        let found = self
            .driver
            .execute_async(&script, vec![json!(AXE_TAGS)])
            .await;
        let found = found.unwrap_or_else(|error| panic!("axe: {error}"));
        let violations = found.as_array().unwrap_or_else(|| panic!("axe: {found}"));
        violations.iter().flat_map(violation).collect()
    }

    /// What the page has written on the console as an error since this was asked last.
    pub async fn console_errors(&self) -> Vec<String> {
        let entries = self.log("browser").await;
        let severe = entries.iter().filter(|entry| entry["level"] == "SEVERE");
        severe.map(|entry| entry["message"].to_string()).collect()
    }

    /// The addresses that have been asked for since this was asked last.
    pub async fn requests(&self) -> Vec<String> {
        let entries = self.log("performance").await;
        entries
            .iter()
            .filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok())
            .filter(|entry| entry["message"]["method"] == "Network.requestWillBeSent")
            .filter_map(|entry| {
                let url = &entry["message"]["params"]["request"]["url"];
                url.as_str().map(str::to_owned)
            })
            .collect()
    }

    async fn log(&self, kind: &str) -> Vec<Value> {
        let raw = Raw {
            path: "se/log",
            body: json!({ "type": kind }),
        };
        let log = self.driver.issue_cmd(raw).await.expect("a log");
        log.as_array().cloned().unwrap_or_default()
    }

    /// Presses a key as a person does: down and up.
    pub async fn press(&self, key: char) {
        let press = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        self.driver.perform_actions(press).await.expect("a key");
    }

    /// Types a text where the focus is.
    pub async fn type_text(&self, text: &str) {
        for key in text.chars() {
            self.press(key).await;
        }
    }

    /// The page as it is printed on A4, as a PDF with tags.
    pub async fn print(&self) -> Vec<u8> {
        let paper = json!({
            "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true,
            "generateTaggedPDF": true,
        });
        let printed = self.devtools("Page.printToPDF", paper).await;
        let data = printed["data"].as_str().expect("a PDF");
        BASE64.decode(data.as_bytes()).expect("base64")
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Asked to shut down, the driver ends its browsers; killed, it leaves them running.
        let asked = TcpStream::connect(("127.0.0.1", self.port)).and_then(|mut stream| {
            stream.set_read_timeout(Some(PATIENCE))?;
            stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
            stream.read_to_end(&mut Vec::new())
        });
        if asked.is_err() {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
    }
}

fn start_driver() -> (Child, u16) {
    let mut process = Command::new("chromedriver")
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("chromedriver starts: install chromium-driver, or run ./test.sh");
    let out = process.stdout.take().expect("standard output");
    let port = BufReader::new(out)
        .lines()
        .map_while(Result::ok)
        .find_map(|line| {
            let (_, port) = line.rsplit_once("successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
    (process, port.expect("chromedriver tells its port"))
}

fn violation(violation: &Value) -> Vec<String> {
    let nodes = violation["nodes"].as_array().cloned().unwrap_or_default();
    nodes
        .iter()
        .map(|node| {
            format!(
                "{}: {} {} {}",
                violation["id"], violation["help"], node["target"], node["failureSummary"]
            )
        })
        .collect()
}

/// A command that only Chromium's driver has.
#[derive(Debug)]
struct Raw {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Raw {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

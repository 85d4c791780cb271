//! The whole service without a network: real router, real SQLite file, content built in; the
//! clock stands still until a test moves it, and randomness is a counter.

#![expect(
    dead_code,
    clippy::expect_used,
    clippy::panic,
    reason = "each test file uses its part; a test that cannot be set up has failed"
)]

pub(crate) mod actor;
pub(crate) mod members;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, Response, StatusCode, header};
use l10n::Catalogue;
use scraper::{ElementRef, Html, Selector};
use service::App;
use service::mail::Mailer;
use service::secrets::ServerKey;
use service::settings::{Mode, Sender, Settings};
use service::waves;
use store::Store;
use tempfile::TempDir;
use tower::ServiceExt;

/// 2026-11-22 10:42 in Stockholm.
pub(crate) const START: i64 = 1_795_340_520_000;

pub(crate) struct TestApp {
    pub(crate) app: Arc<App>,
    router: Router,
    clock: Arc<AtomicI64>,
    /// Where the database is; removed when the test ends.
    pub(crate) folder: TempDir,
}

impl TestApp {
    pub(crate) async fn new() -> Self {
        TestApp::with(|_| {}).await
    }

    /// A service whose operator has said who runs it.
    pub(crate) async fn with_sender() -> Self {
        TestApp::with(|settings| {
            settings.sender = Some(Sender {
                name: "Exempelmyndigheten".to_owned(),
                organisation_number: "202100-0000".to_owned(),
                kind: None,
                contact: "kollen@exempel.se".to_owned(),
                data_protection_officer: "dso@exempel.se".to_owned(),
                complaints: None,
                support: Some("Vardagar 9–12, 010-000 00 00.".to_owned()),
                legal_basis: None,
                logotype: None,
            });
        })
        .await
    }

    pub(crate) async fn with(change: impl FnOnce(&mut Settings)) -> Self {
        TestApp::with_app(|app| change(&mut app.settings)).await
    }

    pub(crate) async fn with_app(change: impl FnOnce(&mut App)) -> Self {
        let folder = TempDir::new().expect("a folder");
        let url = format!("sqlite:{}", folder.path().join("test.db").display());
        let clock = Arc::new(AtomicI64::new(START));
        let counter = Arc::new(AtomicU64::new(1));
        let settings = Settings {
            base_url: "http://localhost:8080".to_owned(),
            sender: None,
            mode: Mode::Own,
            proxies: 0,
            keep_days: 365,
        };
        let now = Arc::clone(&clock);
        let mut app = App {
            store: Store::open(&url).await.expect("a database"),
            content: service::content::load_embedded().expect("content without problems"),
            texts: Catalogue::load(),
            clock: Arc::new(move || now.load(Ordering::SeqCst)),
            random: Arc::new(move |buffer: &mut [u8]| {
                for chunk in buffer.chunks_mut(8) {
                    let next = counter.fetch_add(1, Ordering::SeqCst).to_be_bytes();
                    chunk.copy_from_slice(&next[8 - chunk.len()..]);
                }
            }),
            settings,
            key: ServerKey::new([7; 32]),
            mailer: Mailer::folder("noreply@localhost", folder.path().join("mail"))
                .expect("an address"),
            oidc: None,
            demo: None,
            waves: waves::Cache::default(),
        };
        change(&mut app);
        let app = Arc::new(app);
        TestApp {
            router: web::router(Arc::clone(&app)),
            app,
            clock,
            folder,
        }
    }

    /// All mails so far, oldest first.
    pub(crate) async fn mails(&self) -> Vec<Mail> {
        service::mail::deliver_due(&self.app)
            .await
            .expect("a folder for mails");
        let Ok(folder) = std::fs::read_dir(self.folder.path().join("mail")) else {
            return Vec::new();
        };
        let mut files: Vec<_> = folder.map(|file| file.expect("a file").path()).collect();
        files.sort();
        files.iter().map(|file| Mail::read(file)).collect()
    }

    /// Moves the clock.
    pub(crate) fn pass(&self, milliseconds: i64) {
        self.clock.fetch_add(milliseconds, Ordering::SeqCst);
    }

    pub(crate) async fn get(&self, path: &str) -> Page {
        let request = Request::get(path).body(Body::empty()).expect("a request");
        self.send(request).await
    }

    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .expect("a request");
        self.send(request).await
    }

    /// Sends a request whose answer is not read yet.
    pub(crate) async fn respond(&self, request: Request<Body>) -> Response<Body> {
        let answer = self.router.clone().oneshot(request).await;
        answer.expect("the router answers")
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Page {
        let response = self.respond(request).await;
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("a body");
        Page {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
            bytes: body.to_vec(),
        }
    }

    /// Starts a round and gives its address, without a slash at the end.
    pub(crate) async fn start(&self, depth: &str) -> String {
        let page = self.post("/sjalvskattning/ny", &[("djup", depth)]).await;
        let address = page.location();
        address.strip_suffix("/adress").expect(&address).to_owned()
    }

    /// Answers a question through its page.
    pub(crate) async fn answer(&self, round: &str, question: &str, value: &str) -> Page {
        self.comment(round, question, value, "").await
    }

    /// Answers a question through its page, with grounds.
    pub(crate) async fn comment(
        &self,
        round: &str,
        question: &str,
        value: &str,
        text: &str,
    ) -> Page {
        let path = format!("{round}/fraga/{question}");
        let shown = self.get(&path).await;
        let version = shown.value(&format!("version.{question}"));
        let (niva, motivering) = (format!("niva.{question}"), format!("motivering.{question}"));
        let name = format!("version.{question}");
        let fields = [
            (niva.as_str(), value),
            (&motivering, text),
            (&name, &version),
        ];
        self.post(&path, &fields).await
    }
}

/// A mail that was sent.
pub(crate) struct Mail {
    pub(crate) to: String,
    pub(crate) subject: String,
    /// The text with its foot.
    pub(crate) text: String,
}

impl Mail {
    fn read(file: &Path) -> Self {
        let mail = std::fs::read_to_string(file).expect("a mail");
        let (head, text) = mail.split_once("\n\n").expect("a head and a text");
        let header = |name: &str| {
            let value = head.lines().find_map(|line| line.strip_prefix(name));
            value.expect(head).to_owned()
        };
        Mail {
            to: header("To: "),
            subject: header("Subject: "),
            text: text.to_owned(),
        }
    }
}

pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
    /// The body as it came, for what is no text.
    pub(crate) bytes: Vec<u8>,
}

impl Page {
    pub(crate) fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// Where a redirect leads.
    pub(crate) fn location(&self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.body);
        self.header("location")
    }

    pub(crate) fn header(&self, name: &str) -> String {
        let value = self.headers.get(name).map(|value| value.to_str());
        value.and_then(Result::ok).unwrap_or_default().to_owned()
    }

    /// The value of the field with a name.
    pub(crate) fn value(&self, name: &str) -> String {
        let found = self.html();
        let selector = selector(&format!("[name=\"{name}\"]"));
        let field = found.select(&selector).next();
        let field = field.unwrap_or_else(|| panic!("no field {name} in {}", self.body));
        field.attr("value").unwrap_or_default().to_owned()
    }

    /// The value of the field with an id.
    pub(crate) fn value_of(&self, id: &str) -> String {
        self.attr(&format!("#{id}"), "value")
    }

    /// An attribute of the first element that a CSS selector finds.
    pub(crate) fn attr(&self, css: &str, name: &str) -> String {
        let found = self.html();
        let element = found.select(&selector(css)).next();
        let element = element.unwrap_or_else(|| panic!("no {css} in {}", self.body));
        element.attr(name).unwrap_or_default().to_owned()
    }

    /// The text of the first element that a CSS selector finds, white space folded.
    pub(crate) fn text(&self, css: &str) -> String {
        let found = self.html();
        let element = found.select(&selector(css)).next();
        let element = element.unwrap_or_else(|| panic!("no {css} in {}", self.body));
        folded(element)
    }

    /// The texts of all elements that a CSS selector finds.
    pub(crate) fn texts(&self, css: &str) -> Vec<String> {
        self.html().select(&selector(css)).map(folded).collect()
    }

    pub(crate) fn has(&self, css: &str) -> bool {
        self.html().select(&selector(css)).next().is_some()
    }

    /// Whether a word stands anywhere on the page, as text.
    pub(crate) fn says(&self, text: &str) -> bool {
        self.text("body").contains(text)
    }

    /// The addresses that the page links to within the service.
    pub(crate) fn links(&self) -> BTreeSet<String> {
        let found = self.html();
        found
            .select(&selector("a[href^=\"/\"]"))
            .filter_map(|link| link.attr("href"))
            .map(|href| href.split('#').next().unwrap_or_default().to_owned())
            .collect()
    }

    /// What holds for every page: language, one h1, no heading skipped, unique ids, every control
    /// labelled, every group of choices with a legend, a title that names the service.
    pub(crate) fn assert_sound(&self, lang: &str) {
        let html = self.html();
        let all = |css: &str| html.select(&selector(css)).collect::<Vec<_>>();
        let root = all("html");
        assert_eq!(root[0].attr("lang"), Some(lang), "{}", self.body);
        assert_eq!(all("h1").len(), 1, "one h1: {}", self.body);
        assert!(self.text("title").ends_with("– Strategikollen"));
        let mut ids = BTreeSet::new();
        for element in all("[id]") {
            let id = element.attr("id").unwrap_or_default();
            assert!(!id.is_empty() && ids.insert(id), "id {id:?} twice");
        }
        let mut level = 0;
        // The error summary stands above the h1, as the pattern has it.
        for heading in all("main :not(.errors) > :is(h1, h2, h3, h4)") {
            let next: i32 = heading.value().name()[1..].parse().expect("a heading");
            assert!(
                next <= level + 1,
                "heading skipped before {}",
                folded(heading)
            );
            level = next;
        }
        for control in all("input:not([type=hidden]), textarea, select") {
            let id = control.attr("id").unwrap_or_default();
            let labelled = control.attr("aria-label").is_some()
                || !all(&format!("label[for=\"{id}\"]")).is_empty();
            assert!(labelled, "no label for {:?}", control.html());
        }
        for group in all("fieldset") {
            assert!(group.select(&selector("legend")).next().is_some());
        }
        for link in all("main a[href^=\"#\"]") {
            let target = link
                .attr("href")
                .unwrap_or_default()
                .trim_start_matches('#');
            assert!(ids.contains(target), "no #{target}");
        }
    }
}

pub(crate) fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|_| panic!("a selector: {css}"))
}

fn folded(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

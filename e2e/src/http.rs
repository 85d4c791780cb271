//! Plain HTTP, without following redirects and without a jar for cookies.

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONTENT_TYPE, HeaderMap};
use hyper::{Method, Request, Response};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use scraper::{ElementRef, Html, Selector};

/// What a form without files is sent as.
pub const FORM: &str = "application/x-www-form-urlencoded";
const BOUNDARY: &str = "a-boundary-between-parts";

/// Sends requests to one origin.
#[derive(Clone)]
pub struct Client {
    hyper: legacy::Client<HttpConnector, Full<Bytes>>,
    /// `http://localhost:PORT`.
    pub origin: String,
}

/// What was answered.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The address that was asked for, without the origin.
    pub path: String,
    /// The status code.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as it was sent, compressed if that was asked for.
    pub body: Bytes,
}

impl Client {
    /// A client for one origin.
    pub fn new(origin: &str) -> Self {
        Client {
            hyper: legacy::Client::builder(TokioExecutor::new()).build_http(),
            origin: origin.to_owned(),
        }
    }

    /// Asks for a page.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, &[], Vec::new()).await
    }

    /// Sends a form as a browser would.
    pub async fn post(&self, path: &str, fields: &[(String, String)]) -> Reply {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        self.send(
            Method::POST,
            path,
            &[("content-type", FORM)],
            body.into_bytes(),
        )
        .await
    }

    /// Sends one file, in the field `fil`, and other fields as a form with files would.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], file: &[u8]) -> Reply {
        let mut body = String::new();
        for (name, value) in fields {
            body.push_str(&format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            ));
        }
        body.push_str(&format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"fil\"; \
             filename=\"file.json\"\r\nContent-Type: application/json\r\n\r\n"
        ));
        let mut body = body.into_bytes();
        body.extend_from_slice(file);
        body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        self.send(Method::POST, path, &[(CONTENT_TYPE.as_str(), &kind)], body)
            .await
    }

    /// Asks for something that comes little by little.
    pub async fn open(&self, path: &str, headers: &[(&str, &str)]) -> Response<Incoming> {
        self.request(Method::GET, path, headers, Vec::new()).await
    }

    async fn request(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Response<Incoming> {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.origin));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request
            .body(Full::new(Bytes::from(body)))
            .expect("a request");
        let response = self.hyper.request(request).await;
        response.unwrap_or_else(|error| panic!("{path}: no answer: {error:?}"))
    }

    /// Sends any request.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Reply {
        let response = self.request(method, path, headers, body).await;
        let (parts, body) = response.into_parts();
        let body = body.collect().await;
        let body = body.unwrap_or_else(|error| panic!("{path}: cut off: {error:?}"));
        Reply {
            path: path.to_owned(),
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: body.to_bytes(),
        }
    }
}

impl Reply {
    /// A header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// Where it sends the reader on.
    pub fn location(&self) -> &str {
        assert_eq!(self.status, 303, "{}: {}", self.path, self.text());
        self.header("location")
    }

    /// Whether it is a page for people.
    pub fn is_document(&self) -> bool {
        self.header("content-type").starts_with("text/html")
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as a tree.
    pub fn html(&self) -> Html {
        Html::parse_document(&self.text())
    }

    /// The texts of all elements that a CSS selector finds, white space folded.
    pub fn texts(&self, css: &str) -> Vec<String> {
        self.html().select(&selector(css)).map(folded).collect()
    }

    /// The text of the first element that a CSS selector finds.
    pub fn first(&self, css: &str) -> String {
        let texts = self.texts(css);
        let first = texts.into_iter().next();
        first.unwrap_or_else(|| panic!("{}: no {css} in {}", self.path, self.text()))
    }

    /// An attribute of all elements that have it and that a CSS selector finds.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let html = self.html();
        html.select(&selector(css))
            .filter_map(|element| element.attr(name))
            .map(str::to_owned)
            .collect()
    }
}

/// A CSS selector.
pub fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

/// The text of an element, white space folded.
pub fn folded(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

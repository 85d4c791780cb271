//! A browser without scripts that keeps cookies.

use std::collections::BTreeMap;

use hyper::Method;
use hyper::header::SET_COOKIE;

use crate::http::{Client, FORM, Reply};

/// Sends requests to one origin, with the cookies that it has set.
#[derive(Clone)]
pub struct Browser {
    client: Client,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    /// A browser that has never been anywhere.
    pub fn new(origin: &str) -> Self {
        Browser {
            client: Client::new(origin),
            cookies: BTreeMap::new(),
        }
    }

    /// Asks for a page.
    pub async fn get(&mut self, path: &str) -> Reply {
        self.send(Method::GET, path, Vec::new()).await
    }

    /// Sends a form.
    pub async fn post(&mut self, path: &str, fields: &[(String, String)]) -> Reply {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        self.send(Method::POST, path, body.into_bytes()).await
    }

    async fn send(&mut self, method: Method, path: &str, body: Vec<u8>) -> Reply {
        let pairs: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let cookies = pairs.join("; ");
        let mut headers = vec![("cookie", cookies.as_str())];
        if method == Method::POST {
            headers.push(("content-type", FORM));
        }
        let reply = self.client.send(method, path, &headers, body).await;
        for line in reply.headers.get_all(SET_COOKIE) {
            let line = line.to_str().expect("a cookie in ASCII");
            let (pair, attributes) = line.split_once(';').unwrap_or((line, ""));
            let (name, value) = pair.split_once('=').expect("name=value");
            if value.is_empty() || attributes.to_ascii_lowercase().contains("max-age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        reply
    }

    /// A cookie's value, if it is there.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Puts a cookie in place, as someone who meddles does.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }
}

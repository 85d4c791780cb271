//! Someone at a browser: a jar of cookies, a mailbox and a telephone.

use std::cell::RefCell;
use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::{Request, header};
use totp_rs::Builder;

use super::{Page, TestApp};

pub(crate) struct Actor<'a> {
    pub(crate) app: &'a TestApp,
    pub(crate) email: String,
    cookies: RefCell<BTreeMap<String, String>>,
    /// The key in the authenticator app, as it was typed.
    pub(crate) key: RefCell<String>,
    /// What was shown when the second factor was added.
    pub(crate) recovery_codes: RefCell<Vec<String>>,
}

impl TestApp {
    /// Someone with this address, at a browser that has never been here.
    pub(crate) fn browser(&self, email: &str) -> Actor<'_> {
        Actor {
            app: self,
            email: email.to_owned(),
            cookies: RefCell::default(),
            key: RefCell::default(),
            recovery_codes: RefCell::default(),
        }
    }

    /// Someone who has signed in with a mailed code.
    pub(crate) async fn sign_in(&self, email: &str) -> Actor<'_> {
        let actor = self.browser(email);
        actor.sign_in().await;
        actor
    }

    /// Someone who has signed in, added an authenticator app and shown it just now.
    pub(crate) async fn sign_in_surely(&self, email: &str) -> Actor<'_> {
        let actor = self.sign_in(email).await;
        actor.add_app().await;
        actor
    }
}

impl Actor<'_> {
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
            .header(header::CONTENT_LENGTH, body.len())
            .body(Body::from(body))
            .expect("a request");
        self.send(request).await
    }

    /// Sends a request with the jar's cookies, and keeps those that come back.
    pub(crate) async fn send(&self, mut request: Request<Body>) -> Page {
        let cookies: Vec<String> = self
            .cookies
            .borrow()
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if !cookies.is_empty() {
            let line = cookies.join("; ").parse().expect("a header");
            request.headers_mut().insert(header::COOKIE, line);
        }
        let page = self.app.send(request).await;
        for cookie in page.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().expect("text");
            let (pair, rest) = cookie.split_once(';').expect("attributes");
            let (name, value) = pair.split_once('=').expect("a name");
            if rest.contains("Max-Age=0") {
                self.cookies.borrow_mut().remove(name);
            } else {
                self.set_cookie(name, value);
            }
        }
        page
    }

    /// Follows redirects until there is a page.
    pub(crate) async fn follow(&self, page: Page) -> Page {
        let mut page = page;
        while page.status.is_redirection() {
            page = self.get(&page.location()).await;
        }
        page
    }

    pub(crate) fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.borrow().get(name).cloned()
    }

    pub(crate) fn set_cookie(&self, name: &str, value: &str) {
        let mut cookies = self.cookies.borrow_mut();
        cookies.insert(name.to_owned(), value.to_owned());
    }

    /// The newest code that was mailed to the actor.
    pub(crate) async fn code(&self) -> String {
        let mails = self.app.mails().await.into_iter().rev();
        let is_code = |word: &&str| {
            let groups = word.split_once('-');
            groups.is_some_and(|(one, two)| {
                let group = |group: &str| group.bytes().all(|b| b.is_ascii_alphanumeric());
                one.len() == 4 && two.len() == 4 && group(one) && group(two)
            })
        };
        let code = |text: &str| text.split_whitespace().find(is_code).map(str::to_owned);
        let mut codes = mails
            .filter(|mail| mail.to == self.email)
            .filter_map(|mail| code(&mail.text));
        codes.next().expect("a code in the mailbox")
    }

    /// Asks for a code to sign in with.
    pub(crate) async fn ask(&self) -> Page {
        self.post("/logga-in", &[("epost", &self.email)]).await
    }

    /// Signs in with a mailed code. Gives what the last form was answered with.
    pub(crate) async fn sign_in(&self) -> Page {
        self.ask().await.location();
        let code = self.code().await;
        let page = self.post("/logga-in/kod", &[("kod", &code)]).await;
        page.location();
        page
    }

    /// What the authenticator app shows now.
    pub(crate) fn totp(&self) -> String {
        let key = self.key.borrow().replace(' ', "");
        let secret = totp_rs::Secret::try_from_base32(&key).expect("a key");
        let totp = Builder::new().with_secret(secret.as_bytes()).build();
        let seconds = u64::try_from(self.app.app.now() / 1000).expect("after 1970");
        totp.expect("an app").generate(seconds).to_string()
    }

    /// Adds an authenticator app, and keeps its key and the recovery codes.
    pub(crate) async fn add_app(&self) {
        let path = "/konto/tvafaktor/app";
        let shown = self.get(path).await;
        *self.key.borrow_mut() = shown.text("code");
        let sealed = shown.value("nyckel");
        let totp = self.totp();
        let page = self
            .post(path, &[("nyckel", &sealed), ("kod", &totp)])
            .await;
        *self.recovery_codes.borrow_mut() = page.texts(".codes li");
    }

    /// Shows what the app shows half a minute later, for a code is used once.
    pub(crate) async fn show_app(&self, path: &str) -> Page {
        self.app.pass(30_000);
        self.post(path, &[("kod", &self.totp())]).await
    }
}

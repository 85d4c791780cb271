//! Providers of OpenID Connect, started as processes of their own: a certified one, and one that
//! answers as no provider may.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::cookies::Browser;
use crate::form::Form;
use crate::http::Client;
use crate::vnu::from_npm;

/// What the service is called at the providers.
pub const CLIENT: &str = "strategikollen";
/// The service's secret at the providers.
pub const SECRET: &str = "en-hemlighet-som-bara-finns-i-test";

/// A running provider. It is ended when this is dropped.
pub struct Provider {
    process: Child,
    /// Its issuer, `http://localhost:PORT`.
    pub issuer: String,
}

impl Provider {
    /// The certified provider. `settings` are told in `servers/oidc.mjs`.
    pub fn start(settings: &Value) -> Self {
        Provider::run("oidc.mjs", &settings.to_string())
    }

    /// The one that answers as no provider may.
    pub fn bad() -> Self {
        Provider::run("bad-oidc.mjs", SECRET)
    }

    fn run(script: &str, argument: &str) -> Self {
        // Found first, so that its absence is told.
        from_npm("oidc-provider/package.json");
        let servers = Path::new(env!("CARGO_MANIFEST_DIR")).join("servers");
        let mut process = Command::new("node")
            .arg(servers.join(script))
            .arg(argument)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("node starts");
        let out = process.stdout.take().expect("its output");
        let mut issuer = String::new();
        // It ends without a line if it cannot start.
        BufReader::new(out).read_line(&mut issuer).expect("a line");
        assert!(!issuer.is_empty(), "{script} did not start");
        Provider {
            process,
            issuer: issuer.trim().to_owned(),
        }
    }

    /// The arguments that make the program use it as a public client.
    pub fn public_arguments(&self) -> Vec<String> {
        let flags = ["--oidc-issuer", &self.issuer, "--oidc-client-id", CLIENT];
        let name = ["--oidc-name", "Exempel-id"];
        flags.into_iter().chain(name).map(str::to_owned).collect()
    }

    /// The arguments that make the program use it.
    pub fn arguments(&self) -> Vec<String> {
        let mut arguments = self.public_arguments();
        arguments.extend(["--oidc-client-secret", SECRET].map(str::to_owned));
        arguments
    }

    /// Gives it something else to do than to sign people in.
    pub async fn tell(&self, path: &str) {
        let reply = Client::new(&self.issuer).post(path, &[]).await;
        assert_eq!(reply.status, 204, "{path}: {}", reply.text());
    }

    /// Signs a person in on its pages, which `address` leads to, and gives where it sends them back.
    pub async fn sign_in(&self, address: &str, person: &str) -> String {
        self.answer(address, person, "yes").await
    }

    /// Cancels on its pages.
    pub async fn cancel(&self, address: &str) -> String {
        self.answer(address, "", "no").await
    }

    async fn answer(&self, address: &str, person: &str, answer: &str) -> String {
        let mut browser = Browser::new(&self.issuer);
        let mut page = browser.get(self.path(address)).await;
        while page.status != 200 {
            let next = page.location().to_owned();
            page = browser.get(self.path(&next)).await;
        }
        let mut form = Form::all(&page).remove(0);
        form.fill("person", person);
        let mut reply = browser
            .post(&form.action, &form.press(Some(("answer", answer))))
            .await;
        while reply.location().starts_with(&self.issuer) {
            let next = reply.location().to_owned();
            reply = browser.get(self.path(&next)).await;
        }
        reply.location().to_owned()
    }

    /// The part of an address within the provider.
    fn path<'a>(&self, address: &'a str) -> &'a str {
        let path = address
            .strip_prefix(self.issuer.as_str())
            .unwrap_or(address);
        assert!(path.starts_with('/'), "{address} is not at {}", self.issuer);
        path
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

//! Someone who walks through the pages without JavaScript: opens, follows the links that are on
//! the page, fills in the forms that are on the page.

use crate::form::Form;
use crate::http::{Client, Reply};

/// Someone at a page.
pub struct Visitor {
    /// What requests go through.
    pub client: Client,
    /// The page in front of them.
    pub page: Reply,
}

impl Visitor {
    /// Opens an address.
    pub async fn at(client: Client, path: &str) -> Self {
        let page = client.get(path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.text());
        Visitor { client, page }
    }

    /// Opens another address.
    pub async fn open(&mut self, path: &str) {
        self.page = self.client.get(path).await;
        assert_eq!(self.page.status, 200, "{path}: {}", self.page.text());
    }

    /// Follows a link, which must be on the page.
    pub async fn follow(&mut self, path: &str) {
        let links = self.page.attributes("a[href]", "href");
        assert!(
            links.iter().any(|link| link == path),
            "{} has no link to {path}: {links:?}",
            self.page.path
        );
        self.open(path).await;
    }

    /// Fills in the form that has all these fields, presses a button and follows where it leads.
    pub async fn send(&mut self, fields: &[(&str, &str)], button: Option<(&str, &str)>) {
        let reply = self.send_here(fields, button).await;
        let location = reply.location().to_owned();
        self.open(&location).await;
    }

    /// Fills in the form that has all these fields and presses a button. What is answered becomes
    /// the page, unless it sends the reader on.
    pub async fn send_here(
        &mut self,
        fields: &[(&str, &str)],
        button: Option<(&str, &str)>,
    ) -> Reply {
        let mut form = self.form(fields, button);
        for (name, value) in fields {
            form.fill(name, value);
        }
        let reply = self.client.post(&form.action, &form.press(button)).await;
        if reply.status != 303 {
            self.page = reply.clone();
        }
        reply
    }

    fn form(&self, fields: &[(&str, &str)], button: Option<(&str, &str)>) -> Form {
        Form::all(&self.page)
            .into_iter()
            .find(|form| {
                let pressed = |(name, value): (&str, &str)| {
                    form.buttons.iter().any(|(n, v)| n == name && v == value)
                };
                fields.iter().all(|(name, _)| form.has(name)) && button.is_none_or(pressed)
            })
            .unwrap_or_else(|| {
                let path = &self.page.path;
                panic!(
                    "{path} has no form for {fields:?} and {button:?}: {}",
                    self.page.text()
                )
            })
    }
}

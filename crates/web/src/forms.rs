//! Forms as they arrive: fields in order, repeated ones kept, U+0000 and excess refused with the
//! field's name.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;

use crate::error::Failure;

/// Longest free text in characters: some five pages, far above what anyone writes in a box.
pub(crate) const TEXT_LIMIT: usize = 10_000;

/// Longest short field in characters.
pub(crate) const LINE_LIMIT: usize = 200;

/// The fields of a form or a query string, in order, repeated ones kept.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields(Vec<(String, String)>);

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let is_form = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.starts_with("application/x-www-form-urlencoded"));
        if !is_form {
            return Err(Failure::NotAForm);
        }
        let body = Bytes::from_request(request, state)
            .await
            .map_err(|_| Failure::TooLarge)?;
        Ok(Fields::parse(&body))
    }
}

/// What is wrong with one field, whatever it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The field came more than once and may come once.
    Repeated,
    /// The value holds U+0000, which no database stores as text.
    Nul,
    /// The value is longer than the limit, in characters.
    TooLong(usize),
    /// The value is none of those the form offers.
    Unknown,
}

impl<const N: usize> From<[(&str, &str); N]> for Fields {
    fn from(fields: [(&str, &str); N]) -> Self {
        let owned = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        Fields(owned.to_vec())
    }
}

impl Fields {
    /// Reads `a=1&b=2`. Bytes that are no UTF-8 become the replacement character.
    pub(crate) fn parse(encoded: &[u8]) -> Self {
        Fields(form_urlencoded::parse(encoded).into_owned().collect())
    }

    /// All fields with their values, in order.
    pub(crate) fn into_pairs(self) -> Vec<(String, String)> {
        self.0
    }

    /// Every value of a field.
    pub(crate) fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(key, _)| *key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The value of a field that may come once; `""` if it did not come.
    pub(crate) fn one(&self, name: &str, limit: usize) -> Result<&str, Fault> {
        let mut values = self.all(name);
        let value = values.next().unwrap_or_default();
        if values.next().is_some() {
            Err(Fault::Repeated)
        } else if value.contains('\0') {
            Err(Fault::Nul)
        } else if value.chars().count() > limit {
            Err(Fault::TooLong(limit))
        } else {
            Ok(value)
        }
    }

    /// What to show in the field again when it could not be used: the first value, without
    /// U+0000, whole.
    pub(crate) fn shown(&self, name: &str) -> String {
        let value = self.all(name).next().unwrap_or_default();
        value.replace('\0', "")
    }

    /// Every value of the fields whose names begin so, with the rest of the name, in order.
    pub(crate) fn beginning<'a>(
        &'a self,
        start: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0
            .iter()
            .filter_map(move |(key, value)| Some((key.strip_prefix(start)?, value.as_str())))
    }

    /// Whether the field came at all.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }
}

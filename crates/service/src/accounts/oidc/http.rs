//! Requests to the provider: over TLS or to this machine itself, without following redirects, and
//! never for longer or for more than an honest answer needs.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use url::Url;

use crate::http::{client, is_private, told};

const WHOLE_ANSWER: Duration = Duration::from_secs(5);
const MOST_BYTES: usize = 256 * 1024;

/// The client that asks the provider.
pub(super) struct Http {
    client: reqwest::Client,
}

/// Why a request got no answer that can be looked at.
#[derive(Debug, thiserror::Error)]
pub(super) enum HttpError {
    /// No connection, no answer in time, or one that was cut off.
    #[error("no answer: {0}")]
    Unreachable(String),
    /// The provider says that the fault is its own.
    #[error("status {0}")]
    OutOfOrder(u16),
    /// The answer is larger than any that is needed.
    #[error("the answer from {0} is larger than {MOST_BYTES} bytes")]
    TooLarge(Url),
    /// The provider points to an address where others could listen.
    #[error("{0} is not https")]
    Insecure(Url),
}

impl Http {
    /// A client that trusts the certificate authorities in a PEM file, or those that browsers
    /// trust.
    pub(super) fn new(authorities: Option<&[u8]>) -> Result<Self, String> {
        let client = client(authorities, WHOLE_ANSWER)?;
        Ok(Http { client })
    }

    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let unreachable = |error: reqwest::Error| HttpError::Unreachable(told(&error));
        let request = reqwest::Request::try_from(request).map_err(unreachable)?;
        let url = request.url().clone();
        if !is_private(&url) {
            return Err(HttpError::Insecure(url));
        }
        let mut response = self.client.execute(request).await.map_err(unreachable)?;
        if response.status().is_server_error() {
            return Err(HttpError::OutOfOrder(response.status().as_u16()));
        }
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(unreachable)? {
            if body.len() + chunk.len() > MOST_BYTES {
                return Err(HttpError::TooLarge(url));
            }
            body.extend_from_slice(&chunk);
        }
        let mut whole = HttpResponse::new(body);
        *whole.status_mut() = response.status();
        *whole.headers_mut() = std::mem::take(response.headers_mut());
        Ok(whole)
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}

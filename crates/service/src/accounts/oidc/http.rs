//! Requests to the provider: over TLS or to this machine itself, without following redirects, and
//! never for longer or for more than an honest answer needs.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use url::Url;

use super::settings::is_private;

const CONNECT: Duration = Duration::from_secs(3);
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
        let roots = match authorities {
            Some(pem) => roots(pem)?,
            None => RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        };
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| error.to_string())?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(CONNECT)
            .timeout(WHOLE_ANSWER)
            .build()
            .map_err(|error| told(&error))?;
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

fn roots(pem: &[u8]) -> Result<RootCertStore, String> {
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        let certificate = certificate.map_err(|error| error.to_string())?;
        roots.add(certificate).map_err(|error| error.to_string())?;
    }
    if roots.is_empty() {
        return Err("holds no certificate".to_owned());
    }
    Ok(roots)
}

/// An error with what caused it, without the address, which may carry a code.
fn told(error: &reqwest::Error) -> String {
    let mut text = match error {
        _ if error.is_timeout() => "time is out".to_owned(),
        _ if error.is_connect() => "no connection".to_owned(),
        _ => "the exchange failed".to_owned(),
    };
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        text.push_str(&format!(": {error}"));
        cause = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_certificates_is_refused() {
        let broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        for pem in ["", "no certificate", broken] {
            assert!(Http::new(Some(pem.as_bytes())).is_err(), "{pem}");
        }
        assert!(Http::new(None).is_ok());
    }
}

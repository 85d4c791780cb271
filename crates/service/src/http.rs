//! Requests to others: over TLS or to this machine itself, and without following redirects.

use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};

const CONNECT: Duration = Duration::from_secs(3);

/// A client that waits so long for an answer, and that trusts the certificate authorities in a PEM
/// file, or those that browsers trust.
pub(crate) fn client(
    authorities: Option<&[u8]>,
    whole_answer: Duration,
) -> Result<reqwest::Client, String> {
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
    reqwest::Client::builder()
        .tls_backend_preconfigured(tls)
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(CONNECT)
        .timeout(whole_answer)
        .build()
        .map_err(|error| told(&error))
}

/// Whether nobody on the way can read or alter what is sent to an address.
pub(crate) fn is_private(url: &url::Url) -> bool {
    match url.scheme() {
        "https" => url.has_host(),
        "http" => url.host_str() == Some("localhost"),
        _ => false,
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
pub(crate) fn told(error: &reqwest::Error) -> String {
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
            assert!(client(Some(pem.as_bytes()), CONNECT).is_err(), "{pem}");
        }
        assert!(client(None, CONNECT).is_ok());
    }
}

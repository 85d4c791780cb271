//! Mails through a mail server.

use std::time::Duration;

use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};

use super::letter::Letter;
use super::mailer::Unsent;

/// Longer than this no mail may take to send.
pub const LONGEST_PATIENCE: Duration = Duration::from_secs(120);

/// How the way to the mail server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// TLS begins after a greeting in clear; without it nothing is sent. Usually port 587.
    StartTls,
    /// TLS from the first byte. Usually port 465.
    Tls,
    /// None at all: for a server on the same machine, or a network that is trusted.
    None,
}

/// What the operator says of the mail server.
#[derive(Clone)]
pub struct SmtpSettings {
    /// Host name, which the server's certificate must be made out to.
    pub host: String,
    /// Port.
    pub port: u16,
    /// How the way there is protected.
    pub security: Security,
    /// User and password, for a server that wants them.
    pub credentials: Option<(String, String)>,
    /// Certificates (PEM) of authorities to trust besides the usual ones.
    pub authorities: Option<Vec<u8>>,
    /// How long a mail may take to send before the server counts as hung. At most
    /// [`LONGEST_PATIENCE`], so that no other node takes the mail over meanwhile.
    pub patience: Duration,
}

/// What of the settings cannot be used, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SmtpFault {
    /// The host is no host name and no IP address.
    #[error("{0}")]
    Host(String),
    /// The authorities are no certificates.
    #[error("{0}")]
    Authorities(String),
}

/// A mail server.
pub struct Smtp {
    host: String,
    port: u16,
    security: Security,
    tls: Option<TlsParameters>,
    credentials: Option<Credentials>,
    patience: Duration,
}

/// An open connection that a mail can be sent over.
pub(super) type Connection = AsyncSmtpConnection;

impl Smtp {
    /// A mail server; nothing is sent yet.
    pub fn new(settings: SmtpSettings) -> Result<Self, SmtpFault> {
        ServerName::try_from(settings.host.as_str())
            .map_err(|error| SmtpFault::Host(error.to_string()))?;
        let tls = match settings.security {
            Security::None => None,
            Security::StartTls | Security::Tls => {
                Some(tls(&settings.host, settings.authorities.as_deref())?)
            }
        };
        Ok(Smtp {
            host: settings.host,
            port: settings.port,
            security: settings.security,
            tls,
            credentials: settings.credentials.map(Credentials::from),
            patience: settings.patience.min(LONGEST_PATIENCE),
        })
    }

    /// Sends a mail over the connection, or over a new one. Gives the connection for the next.
    pub(super) async fn send(
        &self,
        open: Option<Connection>,
        from: &Address,
        letter: &Letter,
    ) -> Result<Connection, Unsent> {
        let sent = async {
            let mut connection = match open {
                Some(connection) => connection,
                None => self.connect().await?,
            };
            transfer(&mut connection, from, letter).await?;
            Ok(connection)
        };
        let seconds = self.patience.as_secs();
        tokio::time::timeout(self.patience, sent)
            .await
            .unwrap_or_else(|_| Err(Unsent::NoWay(format!("no answer within {seconds} s"))))
    }

    /// Says goodbye. A server that does not answer is left without.
    pub(super) async fn end(&self, mut connection: Connection) {
        let _ = tokio::time::timeout(self.patience, connection.abort()).await;
    }

    async fn connect(&self) -> Result<Connection, Unsent> {
        let no_way = |step| move |error: Error| Unsent::NoWay(told(step, &error));
        let hello = ClientId::default();
        let tls_at_once = match self.security {
            Security::Tls => self.tls.clone(),
            Security::StartTls | Security::None => None,
        };
        let server = (self.host.as_str(), self.port);
        let mut connection =
            Connection::connect_tokio1(server, Some(self.patience), &hello, tls_at_once, None)
                .await
                .map_err(no_way("connecting"))?;
        if let (Security::StartTls, Some(tls)) = (self.security, &self.tls) {
            connection
                .starttls(tls.clone(), &hello)
                .await
                .map_err(no_way("STARTTLS"))?;
        }
        if let Some(credentials) = &self.credentials {
            connection
                .auth(DEFAULT_MECHANISMS, credentials)
                .await
                .map_err(no_way("signing in"))?;
        }
        Ok(connection)
    }
}

/// Hands a mail over. Command by command, since it matters what the server refuses: a refused
/// recipient concerns this mail alone, a refused sender all of them.
async fn transfer(
    connection: &mut Connection,
    from: &Address,
    letter: &Letter,
) -> Result<(), Unsent> {
    let mut parameters = Vec::new();
    if !AsRef::<str>::as_ref(&letter.to).is_ascii() {
        let extension = Extension::SmtpUtfEight;
        if !connection.server_info().supports_feature(extension) {
            let why = "the server takes no addresses beyond ASCII";
            return Err(Unsent::Never(why.to_owned()));
        }
        parameters.push(MailParameter::SmtpUtfEight);
    }
    connection
        .command(Mail::new(Some(from.clone()), parameters))
        .await
        .map_err(|error| Unsent::NoWay(told("the sender's address", &error)))?;
    let of_this_mail = |step| {
        move |error: Error| match told(step, &error) {
            why if error.is_permanent() => Unsent::Never(why),
            why if error.is_transient() => Unsent::NotNow(why),
            why => Unsent::NoWay(why),
        }
    };
    connection
        .command(Rcpt::new(letter.to.clone(), Vec::new()))
        .await
        .map_err(of_this_mail("the recipient's address"))?;
    connection
        .command(Data)
        .await
        .map_err(of_this_mail("the text"))?;
    connection
        .message(&letter.bytes())
        .await
        .map(drop)
        .map_err(of_this_mail("the text"))
}

/// An error for the log, without the server's own words.
fn told(step: &str, error: &Error) -> String {
    match error.status() {
        Some(code) => format!("{step}: the server said {code}"),
        None if error.is_response() => format!("{step}: the server's answer makes no sense"),
        None => format!("{step}: {error}"),
    }
}

fn tls(host: &str, authorities: Option<&[u8]>) -> Result<TlsParameters, SmtpFault> {
    let fault = |error: &dyn std::error::Error| SmtpFault::Authorities(error.to_string());
    let mut builder = TlsParameters::builder(host.to_owned());
    if let Some(pem) = authorities {
        let certificates: Vec<CertificateDer<'_>> = CertificateDer::pem_slice_iter(pem)
            .collect::<Result<_, _>>()
            .map_err(|error| fault(&error))?;
        if certificates.is_empty() {
            let why = "there is no certificate (PEM) in it";
            return Err(SmtpFault::Authorities(why.to_owned()));
        }
        for certificate in certificates {
            let certificate = Certificate::from_der(certificate.to_vec());
            builder = builder.add_root_certificate(certificate.map_err(|error| fault(&error))?);
        }
    }
    builder.build().map_err(|error| fault(&error))
}

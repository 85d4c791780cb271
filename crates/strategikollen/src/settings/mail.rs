//! How mails are sent.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{Args, ValueEnum};
use service::mail::{LONGEST_PATIENCE, Mailer, Security, Smtp, SmtpFault, SmtpSettings};
use service::settings::Settings;

use super::read;
use crate::outcome::Failure;

/// Where mails go and how.
#[derive(Args, Clone)]
pub(crate) struct MailArguments {
    /// Host name of the mail server. Without it, mails are written to files in the folder mail in
    /// the data folder, and reach nobody by themselves.
    #[arg(long, env = "STRATEGIKOLLEN_SMTP_HOST", value_name = "HOST")]
    smtp_host: Option<String>,

    /// Its port. Without it 587 for starttls, 465 for tls, 25 for none.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_SMTP_PORT",
        value_name = "PORT",
        requires = "smtp_host"
    )]
    smtp_port: Option<u16>,

    /// How the way there is protected: starttls, tls (from the first byte) or none. Without it
    /// starttls, but none if the host is this machine itself.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_SMTP_SECURITY",
        value_name = "HOW",
        requires = "smtp_host"
    )]
    smtp_security: Option<Protection>,

    /// User, for a server that wants one.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_SMTP_USER",
        value_name = "USER",
        requires = "smtp_host"
    )]
    smtp_user: Option<String>,

    /// The user's password.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_SMTP_PASSWORD",
        value_name = "PASSWORD",
        hide_env_values = true,
        requires = "smtp_user"
    )]
    smtp_password: Option<String>,

    /// File that holds the user's password.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_SMTP_PASSWORD_FILE",
        value_name = "FILE",
        requires = "smtp_user",
        conflicts_with = "smtp_password"
    )]
    smtp_password_file: Option<PathBuf>,

    /// File with certificates (PEM) of authorities to trust besides the usual ones, for a mail
    /// server with a certificate of the organisation's own.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_SMTP_CA_FILE",
        value_name = "FILE",
        requires = "smtp_host"
    )]
    smtp_ca_file: Option<PathBuf>,

    /// Seconds a mail may take to send before the server counts as hung, at most 120.
    #[arg(long, env = "STRATEGIKOLLEN_SMTP_TIMEOUT", value_name = "SECONDS", default_value_t = 30,
          value_parser = clap::value_parser!(u64).range(1..=LONGEST_PATIENCE.as_secs()))]
    smtp_timeout: u64,

    /// The address mails come from: an address, or a name with the address in angle brackets.
    /// Without it the sender's e-mail address, or noreply@ and the host of the base address.
    #[arg(long, env = "STRATEGIKOLLEN_MAIL_FROM", value_name = "ADDRESS")]
    mail_from: Option<String>,
}

/// How the way to the mail server is protected, as it is written.
#[derive(Clone, Copy, ValueEnum)]
enum Protection {
    Starttls,
    Tls,
    None,
}

impl MailArguments {
    /// What sends mails: a mail server, or else the folder `mail` in the data folder.
    pub(crate) fn mailer(&self, settings: &Settings, data: &Path) -> Result<Mailer, Failure> {
        let from = match (&self.mail_from, &settings.sender) {
            (Some(from), _) => from.clone(),
            (None, Some(sender)) => sender.contact.clone(),
            (None, None) => format!("noreply@{}", settings.host()),
        };
        match self.smtp_host.as_deref().map(str::trim) {
            None | Some("") => Mailer::folder(&from, data.join("mail")),
            Some(host) => Mailer::smtp(&from, self.smtp(host)?),
        }
        .map_err(|error| Failure::Usage(format!("{error}: set --mail-from")))
    }

    fn smtp(&self, host: &str) -> Result<Smtp, Failure> {
        let security = match self.smtp_security {
            Some(Protection::Starttls) => Security::StartTls,
            Some(Protection::Tls) => Security::Tls,
            Some(Protection::None) => Security::None,
            None if is_this_machine(host) => Security::None,
            None => Security::StartTls,
        };
        if security == Security::None && !is_this_machine(host) {
            tracing::warn!(
                host,
                "mails, and the password, travel to the mail server in clear"
            );
        }
        let usual_port = match security {
            Security::StartTls => 587,
            Security::Tls => 465,
            Security::None => 25,
        };
        let authorities = self.smtp_ca_file.as_deref().map(read).transpose()?;
        Smtp::new(SmtpSettings {
            host: host.to_owned(),
            port: self.smtp_port.unwrap_or(usual_port),
            security,
            credentials: self.credentials()?,
            authorities: authorities.map(String::into_bytes),
            patience: Duration::from_secs(self.smtp_timeout),
        })
        .map_err(|fault| match (fault, &self.smtp_ca_file) {
            (SmtpFault::Authorities(why), Some(file)) => {
                Failure::Usage(format!("--smtp-ca-file {}: {why}", file.display()))
            }
            (fault, _) => Failure::Usage(format!("--smtp-host {host}: {fault}")),
        })
    }

    fn credentials(&self) -> Result<Option<(String, String)>, Failure> {
        let Some(user) = &self.smtp_user else {
            return Ok(None);
        };
        let password = match (&self.smtp_password, &self.smtp_password_file) {
            (Some(password), _) => password.clone(),
            (None, Some(file)) => read(file)?.trim_end_matches(['\r', '\n']).to_owned(),
            (None, None) => {
                return Err(Failure::Usage(
                    "--smtp-user: needs --smtp-password or --smtp-password-file".to_owned(),
                ));
            }
        };
        Ok(Some((user.clone(), password)))
    }
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost"
        || host
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

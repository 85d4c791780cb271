//! Settings of the service: each a flag and an environment variable.

mod key;
mod mail;
mod oidc;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::Args;
use domain::organisation::OrganisationKind;
use service::settings::{Mode, Sender, Settings};

use crate::outcome::Failure;

pub(crate) use key::KeyArguments;
pub(crate) use mail::MailArguments;
use oidc::OidcArguments;

/// Days a round is kept after its last change, unless the operator decides otherwise.
const KEEP_DAYS: u16 = 365;

/// What `serve` can be told.
#[derive(Args, Clone)]
pub(crate) struct Arguments {
    /// Where to listen, host:port. Port 0 picks a free one and prints it.
    #[arg(long, env = "STRATEGIKOLLEN_LISTEN", default_value = "127.0.0.1:8080")]
    pub(crate) listen: SocketAddr,

    /// Folder for the embedded database. Made if it is missing.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_DATA",
        default_value = "data",
        value_name = "DIR"
    )]
    pub(crate) data: PathBuf,

    #[command(flatten)]
    pub(crate) database: DatabaseArguments,

    #[command(flatten)]
    pub(crate) key: KeyArguments,

    /// Name of the authority that runs the service for many organisations (gemensam tjänst).
    /// Without it, the installation serves one organisation (egen installation).
    #[arg(long, env = "STRATEGIKOLLEN_AGENCY", value_name = "NAME")]
    agency: Option<String>,

    /// The address people use, https://… Without it, http://localhost and the port.
    #[arg(long, env = "STRATEGIKOLLEN_BASE_URL", value_name = "URL")]
    base_url: Option<String>,

    /// How many reverse proxies of your own stand before the service and add to X-Forwarded-For.
    /// Limits against guessing count by the address before them.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_PROXIES",
        default_value_t = 0,
        value_name = "NUMBER"
    )]
    proxies: u8,

    /// Folder with questions and tips. Without it, those built into the program.
    #[arg(long, env = "STRATEGIKOLLEN_CONTENT", value_name = "DIR")]
    pub(crate) content: Option<PathBuf>,

    /// Days a self-assessment is kept after its last change.
    #[arg(long, env = "STRATEGIKOLLEN_KEEP_DAYS", default_value_t = KEEP_DAYS, value_name = "DAYS",
          value_parser = clap::value_parser!(u16).range(1..))]
    keep_days: u16,

    /// What to log: error, warn, info, debug, or a filter such as "web=debug,info".
    #[arg(
        long,
        env = "STRATEGIKOLLEN_LOG",
        default_value = "info",
        value_name = "FILTER"
    )]
    pub(crate) log: String,

    #[command(flatten, next_help_heading = "Mail")]
    pub(crate) mail: MailArguments,

    #[command(
        flatten,
        next_help_heading = "Sign-in through a provider of OpenID Connect"
    )]
    pub(crate) oidc: OidcArguments,

    #[command(
        flatten,
        next_help_heading = "Avsändare (who runs the service; all four or none)"
    )]
    sender: SenderArguments,
}

/// Which database, for every subcommand that needs one.
#[derive(Args, Clone)]
pub(crate) struct DatabaseArguments {
    /// sqlite:PATH or postgres://… Without it, a SQLite file in the data folder.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_DATABASE",
        value_name = "URL",
        hide_env_values = true
    )]
    database: Option<String>,

    /// File that holds the database address, for one with a password.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_DATABASE_FILE",
        value_name = "FILE",
        conflicts_with = "database"
    )]
    database_file: Option<PathBuf>,
}

#[derive(Args, Clone)]
struct SenderArguments {
    /// The organisation's name.
    #[arg(long, env = "STRATEGIKOLLEN_SENDER_NAME", value_name = "NAME")]
    sender_name: Option<String>,

    /// Its organisation number.
    #[arg(long, env = "STRATEGIKOLLEN_SENDER_NUMBER", value_name = "NNNNNN-NNNN")]
    sender_number: Option<String>,

    /// What kind of organisation it is, by its code: kommun, region, statlig_myndighet and so on.
    /// The catalogue of open data says it, and is not there without it.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_SENDER_KIND",
        value_name = "KIND",
        value_parser = kind
    )]
    sender_kind: Option<OrganisationKind>,

    /// E-mail address for questions and reports of faults.
    #[arg(long, env = "STRATEGIKOLLEN_SENDER_CONTACT", value_name = "EMAIL")]
    sender_contact: Option<String>,

    /// E-mail address of the data protection officer.
    #[arg(long, env = "STRATEGIKOLLEN_SENDER_DPO", value_name = "EMAIL")]
    sender_dpo: Option<String>,

    /// Where to complain about accessibility or personal data, besides the authorities.
    #[arg(long, env = "STRATEGIKOLLEN_SENDER_COMPLAINTS", value_name = "TEXT")]
    sender_complaints: Option<String>,

    /// Opening hours, telephone or other help, in the operator's own words.
    #[arg(long, env = "STRATEGIKOLLEN_SENDER_SUPPORT", value_name = "TEXT")]
    sender_support: Option<String>,

    /// Legal basis for handling personal data, in the operator's own words.
    #[arg(long, env = "STRATEGIKOLLEN_SENDER_LEGAL_BASIS", value_name = "TEXT")]
    sender_legal_basis: Option<String>,

    /// Path of a logotype under the base address, such as /logotype.svg.
    #[arg(long, env = "STRATEGIKOLLEN_SENDER_LOGOTYPE", value_name = "PATH")]
    sender_logotype: Option<String>,
}

impl DatabaseArguments {
    /// The database's address.
    pub(crate) fn url(&self, data: &Path) -> Result<String, Failure> {
        if let Some(file) = &self.database_file {
            return Ok(read(file)?.trim().to_owned());
        }
        Ok(self
            .database
            .clone()
            .unwrap_or_else(|| format!("sqlite:{}", data.join("strategikollen.db").display())))
    }
}

impl Arguments {
    /// The settings that pages and use cases look at, once the port is known.
    pub(crate) fn settings(&self, port: u16) -> Result<Settings, Failure> {
        let base_url = match &self.base_url {
            None => format!("http://localhost:{port}"),
            Some(url) => base_url(url)?,
        };
        Ok(Settings {
            base_url,
            sender: self.sender.sender()?,
            mode: match self.agency.as_deref().map(str::trim) {
                None | Some("") => Mode::Own,
                Some(agency) => Mode::Shared {
                    agency: agency.to_owned(),
                },
            },
            proxies: self.proxies,
            keep_days: self.keep_days,
        })
    }
}

fn kind(code: &str) -> Result<OrganisationKind, String> {
    OrganisationKind::try_from(code).map_err(|error| {
        let codes: Vec<&str> = OrganisationKind::ALL
            .iter()
            .map(|kind| kind.code())
            .collect();
        format!("{error}; there is {}", codes.join(", "))
    })
}

/// What a file holds.
fn read(file: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(file)
        .map_err(|error| Failure::Usage(format!("{}: cannot be read: {error}", file.display())))
}

/// A base address that is safe to use: https, or this machine itself.
fn base_url(url: &str) -> Result<String, Failure> {
    let url = url.trim_end_matches('/');
    let host = |scheme: &str| {
        url.strip_prefix(scheme)
            .map(|rest| rest.split([':', '/']).next().unwrap_or_default())
            .filter(|host| !host.is_empty())
    };
    if host("https://").is_some() || host("http://") == Some("localhost") {
        Ok(url.to_owned())
    } else {
        Err(Failure::Usage(format!(
            "--base-url {url}: must begin with https:// (or be http://localhost), since answers \
             and secret addresses travel over it"
        )))
    }
}

impl SenderArguments {
    fn sender(&self) -> Result<Option<Sender>, Failure> {
        let needed = [
            ("--sender-name", &self.sender_name),
            ("--sender-number", &self.sender_number),
            ("--sender-contact", &self.sender_contact),
            ("--sender-dpo", &self.sender_dpo),
        ];
        let missing: Vec<&str> = needed
            .iter()
            .filter(|(_, value)| value.as_deref().is_none_or(|text| text.trim().is_empty()))
            .map(|(flag, _)| *flag)
            .collect();
        if missing.len() == needed.len() {
            return Ok(None);
        }
        let (Some(name), Some(organisation_number), Some(contact), Some(data_protection_officer)) = (
            self.sender_name.clone(),
            self.sender_number.clone(),
            self.sender_contact.clone(),
            self.sender_dpo.clone(),
        ) else {
            return Err(Failure::Usage(format!(
                "an avsändare needs all of name, number, contact and data protection officer: \
                 {} missing",
                missing.join(", ")
            )));
        };
        if let Some(path) = &self.sender_logotype
            && (!path.starts_with('/') || path.starts_with("//"))
        {
            return Err(Failure::Usage(format!(
                "--sender-logotype {path}: must be a path that begins with one slash"
            )));
        }
        Ok(Some(Sender {
            name,
            organisation_number,
            kind: self.sender_kind,
            contact,
            data_protection_officer,
            complaints: self.sender_complaints.clone(),
            support: self.sender_support.clone(),
            legal_basis: self.sender_legal_basis.clone(),
            logotype: self.sender_logotype.clone(),
        }))
    }
}

//! Sign-in through a provider of OpenID Connect.

use std::path::PathBuf;

use clap::Args;
use clap::builder::BoolishValueParser;
use service::accounts::oidc::{GroupRole, OidcSettings, Provider};

use super::read;
use crate::outcome::Failure;

/// The provider, and what this service is to it.
#[derive(Args, Clone)]
pub(crate) struct OidcArguments {
    /// The provider's issuer, https://…, exactly as the provider spells it. Without it, people
    /// sign in by e-mail only.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_OIDC_ISSUER",
        value_name = "URL",
        requires = "oidc_client_id"
    )]
    oidc_issuer: Option<String>,

    /// What the service is called at the provider.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_OIDC_CLIENT_ID",
        value_name = "ID",
        requires = "oidc_issuer"
    )]
    oidc_client_id: Option<String>,

    /// The service's secret at the provider. A public client has none.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_OIDC_CLIENT_SECRET",
        value_name = "SECRET",
        hide_env_values = true,
        requires = "oidc_issuer"
    )]
    oidc_client_secret: Option<String>,

    /// File that holds the service's secret at the provider.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_OIDC_CLIENT_SECRET_FILE",
        value_name = "FILE",
        conflicts_with = "oidc_client_secret",
        requires = "oidc_issuer"
    )]
    oidc_client_secret_file: Option<PathBuf>,

    /// File with certificates, PEM, of authorities that have issued the provider's certificate.
    /// Without it, those that browsers trust.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_OIDC_CA_FILE",
        value_name = "FILE",
        requires = "oidc_issuer"
    )]
    oidc_ca_file: Option<PathBuf>,

    /// What the button says after "Logga in med". Without it, the issuer's host.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_OIDC_NAME",
        value_name = "NAME",
        requires = "oidc_issuer"
    )]
    oidc_name: Option<String>,

    /// A scope to ask for besides openid, profile and email. Can be repeated; in the environment,
    /// with spaces between.
    #[arg(
        long = "oidc-scope",
        env = "STRATEGIKOLLEN_OIDC_SCOPES",
        value_name = "SCOPE",
        value_delimiter = ' ',
        requires = "oidc_issuer"
    )]
    oidc_scopes: Vec<String>,

    /// The claim that lists a person's groups.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_OIDC_GROUPS_CLAIM",
        value_name = "CLAIM",
        default_value = "groups"
    )]
    oidc_groups_claim: String,

    /// The role that a group gives: contact (kontaktperson), respondent (svarande) or reader
    /// (läsare). Can be repeated; in the environment, with semicolons between.
    #[arg(
        long = "oidc-group",
        env = "STRATEGIKOLLEN_OIDC_GROUPS",
        value_name = "GROUP=ROLE",
        value_delimiter = ';',
        requires = "oidc_issuer"
    )]
    oidc_groups: Vec<String>,

    /// The provider lets nobody in without two factors, so the service asks for no second one.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_OIDC_SECOND_FACTOR",
        value_parser = BoolishValueParser::new()
    )]
    oidc_second_factor: bool,
}

impl OidcArguments {
    /// The provider, if there is one.
    pub(crate) fn provider(&self) -> Result<Option<Provider>, Failure> {
        let (Some(issuer), Some(client_id)) = (&self.oidc_issuer, &self.oidc_client_id) else {
            return Ok(None);
        };
        let issuer = OidcSettings::issuer(issuer)
            .map_err(|error| Failure::Usage(format!("--oidc-issuer {error}")))?;
        let client_secret = match (&self.oidc_client_secret, &self.oidc_client_secret_file) {
            (Some(secret), _) => Some(secret.clone()),
            (None, Some(file)) => Some(read(file)?.trim_end_matches(['\r', '\n']).to_owned()),
            (None, None) => None,
        };
        let groups = filled(&self.oidc_groups)
            .map(|text| {
                GroupRole::try_from(text)
                    .map_err(|error| Failure::Usage(format!("--oidc-group {error}")))
            })
            .collect::<Result<_, _>>()?;
        let authorities = self.oidc_ca_file.as_deref().map(read).transpose()?;
        let host = issuer.url().host_str().unwrap_or_default();
        Provider::new(OidcSettings {
            name: self.oidc_name.clone().unwrap_or_else(|| host.to_owned()),
            client_id: client_id.clone(),
            client_secret,
            scopes: filled(&self.oidc_scopes).map(str::to_owned).collect(),
            groups_claim: self.oidc_groups_claim.clone(),
            groups,
            second_factor: self.oidc_second_factor,
            authorities: authorities.map(String::into_bytes),
            issuer,
        })
        .map(Some)
        .map_err(|error| match &self.oidc_ca_file {
            Some(file) => Failure::Usage(format!("--oidc-ca-file {}: {error}", file.display())),
            None => Failure::Usage(format!("no client for --oidc-issuer: {error}")),
        })
    }
}

/// What is left when delimiters at the ends and doubled ones are overlooked.
fn filled(texts: &[String]) -> impl Iterator<Item = &str> {
    texts
        .iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
}

//! What the operator has decided about sign-in through a provider.

use domain::account::Role;
use openidconnect::IssuerUrl;

/// The provider, and what this service is to it.
#[derive(Clone)]
pub struct OidcSettings {
    /// The provider's issuer, exactly as it calls itself.
    pub issuer: IssuerUrl,
    /// What this service is called at the provider.
    pub client_id: String,
    /// What this service shows that it is that. `None` for a public client, which PKCE protects.
    pub client_secret: Option<String>,
    /// What the button says after "Logga in med".
    pub name: String,
    /// Scopes asked for besides `openid`, `profile` and `email`.
    pub scopes: Vec<String>,
    /// The claim that lists a person's groups.
    pub groups_claim: String,
    /// What each group means here. Empty: groups decide nothing.
    pub groups: Vec<GroupRole>,
    /// Whether the provider lets nobody in without two factors.
    pub second_factor: bool,
    /// Certificates, PEM, of the authorities to trust at the provider instead of those that
    /// browsers trust.
    pub authorities: Option<Vec<u8>>,
}

/// A group at the provider and the role it gives here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRole {
    /// The group, as it stands in the claim.
    pub group: String,
    /// The role.
    pub role: Role,
}

/// A setting that cannot be used, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotASetting {
    /// The issuer is no address.
    #[error("{0}: is no address")]
    NoAddress(String),
    /// The issuer could be read and altered on the way.
    #[error("{0}: must begin with https:// (or be http://localhost)")]
    Insecure(String),
    /// A mapping without both sides.
    #[error("{0}: must be GROUP=ROLE")]
    NoMapping(String),
    /// A mapping to something that is no role in an organisation.
    #[error("{0}: the role must be contact, respondent or reader")]
    NoRole(String),
}

impl OidcSettings {
    /// Reads an issuer's address: https, or this machine itself for a trial.
    pub fn issuer(text: &str) -> Result<IssuerUrl, NotASetting> {
        let issuer =
            IssuerUrl::new(text.to_owned()).map_err(|_| NotASetting::NoAddress(text.to_owned()))?;
        if crate::http::is_private(issuer.url()) {
            Ok(issuer)
        } else {
            Err(NotASetting::Insecure(text.to_owned()))
        }
    }
}

impl TryFrom<&str> for GroupRole {
    type Error = NotASetting;

    /// Reads `GROUP=ROLE`. A group's name may itself have equal signs, as directories' names do.
    fn try_from(text: &str) -> Result<Self, NotASetting> {
        let (group, role) = text
            .rsplit_once('=')
            .map(|(group, role)| (group.trim(), role.trim()))
            .filter(|(group, _)| !group.is_empty())
            .ok_or_else(|| NotASetting::NoMapping(text.to_owned()))?;
        Ok(GroupRole {
            group: group.to_owned(),
            role: Role::try_from(role).map_err(|_| NotASetting::NoRole(text.to_owned()))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issuer_is_https_or_this_machine() {
        for good in [
            "https://id.exempel.se",
            "https://id.exempel.se/realms/kommun/",
            "http://localhost:3000",
        ] {
            assert!(OidcSettings::issuer(good).is_ok(), "{good}");
        }
        for insecure in [
            "http://id.exempel.se",
            "http://localhost.exempel.se",
            "http://127.0.0.1",
            "ftp://id.exempel.se",
            "file:///etc/passwd",
        ] {
            assert_eq!(
                OidcSettings::issuer(insecure).err(),
                Some(NotASetting::Insecure(insecure.to_owned()))
            );
        }
        assert_eq!(
            OidcSettings::issuer("id.exempel.se").err(),
            Some(NotASetting::NoAddress("id.exempel.se".to_owned()))
        );
    }

    #[test]
    fn a_mapping_ends_with_its_role() {
        let read = |text: &str| GroupRole::try_from(text);
        assert_eq!(
            read("CN=Inköp,OU=Grupper = respondent"),
            Ok(GroupRole {
                group: "CN=Inköp,OU=Grupper".to_owned(),
                role: Role::Respondent,
            })
        );
        for (text, wrong) in [
            ("Inköp", NotASetting::NoMapping as fn(String) -> NotASetting),
            ("=reader", NotASetting::NoMapping),
            ("Inköp=administrator", NotASetting::NoRole),
            ("Inköp=", NotASetting::NoRole),
        ] {
            assert_eq!(read(text), Err(wrong(text.to_owned())));
        }
    }
}

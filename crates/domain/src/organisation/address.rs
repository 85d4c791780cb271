//! E-mail addresses, and the domains that show where someone works.

use std::fmt;

/// An address that mail can be sent to, in lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailAddress(String);

/// The domain of an organisation's own addresses, in lower case.
///
/// Whoever has an address in it works there. So it is never a domain where anyone can get an
/// address, and a domain below it (`elev.stad.se`) is another domain.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailDomain(String);

/// A text that is no e-mail address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no e-mail address")]
pub struct NotAnAddress(pub String);

/// Why a text is no domain of an organisation's own addresses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotADomain {
    /// Not written as a domain is.
    #[error("{0:?} is no domain; write it as in kommunen.se")]
    Malformed(String),
    /// Anyone can get an address there.
    #[error("anyone can get an address at {0:?}; it shows no organisation")]
    Public(String),
}

/// Longest address that mail is carried to, in bytes.
const LONGEST: usize = 254;

/// Where anyone can get an address. Not complete, and cannot be: whoever adds a domain to the
/// register looks at whose it is.
const PUBLIC: [&str; 31] = [
    "aol.com",
    "bahnhof.se",
    "bredband.net",
    "comhem.se",
    "gmail.com",
    "gmx.com",
    "gmx.net",
    "googlemail.com",
    "home.se",
    "hotmail.com",
    "hotmail.se",
    "icloud.com",
    "live.com",
    "live.se",
    "mac.com",
    "mail.com",
    "me.com",
    "msn.com",
    "outlook.com",
    "outlook.se",
    "passagen.se",
    "pm.me",
    "proton.me",
    "protonmail.com",
    "spray.se",
    "swipnet.se",
    "telia.com",
    "tele2.se",
    "tutanota.com",
    "yahoo.com",
    "yahoo.se",
];

/// Whether a lower-case text is written as a domain is: labels of letters, digits and hyphens, at
/// least two of them, the last of which is no number.
fn is_domain(text: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    let last = text.rsplit('.').next().unwrap_or_default();
    text.len() <= 253
        && text.contains('.')
        && text.split('.').all(label)
        && last.bytes().any(|byte| byte.is_ascii_lowercase())
}

impl EmailAddress {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What follows the @.
    fn domain(&self) -> &str {
        self.0.rsplit('@').next().unwrap_or_default()
    }
}

impl TryFrom<&str> for EmailAddress {
    type Error = NotAnAddress;

    fn try_from(text: &str) -> Result<Self, NotAnAddress> {
        let lower = text.trim().to_lowercase();
        let well_formed = lower.rsplit_once('@').is_some_and(|(local, domain)| {
            // Quoted and other rare local parts are left out: nobody's work address has them.
            (1..=64).contains(&local.len())
                && !local.starts_with('.')
                && !local.ends_with('.')
                && !local.contains("..")
                && local
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&b))
                && is_domain(domain)
        });
        if well_formed && lower.len() <= LONGEST {
            Ok(EmailAddress(lower))
        } else {
            Err(NotAnAddress(text.to_owned()))
        }
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl EmailDomain {
    /// The domain that an address shows; `None` for an address that anyone can get.
    pub fn of(address: &EmailAddress) -> Option<Self> {
        EmailDomain::try_from(address.domain()).ok()
    }

    /// The domain.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for EmailDomain {
    type Error = NotADomain;

    fn try_from(text: &str) -> Result<Self, NotADomain> {
        let lower = text.trim().to_lowercase();
        if !is_domain(&lower) {
            return Err(NotADomain::Malformed(text.to_owned()));
        }
        if PUBLIC.contains(&lower.as_str()) {
            return Err(NotADomain::Public(lower));
        }
        Ok(EmailDomain(lower))
    }
}

impl fmt::Display for EmailDomain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_shows_its_domain() {
        let address = EmailAddress::try_from(" Anna.Ek@Kommunen.SE ").unwrap();
        assert_eq!(address.as_str(), "anna.ek@kommunen.se");
        let domain = EmailDomain::of(&address).unwrap();
        assert_eq!(domain.as_str(), "kommunen.se");
        let pupil = EmailAddress::try_from("anna@elev.kommunen.se").unwrap();
        assert_ne!(EmailDomain::of(&pupil), Some(domain));
    }

    #[test]
    fn an_address_that_anyone_can_get_shows_nothing() {
        let address = EmailAddress::try_from("anna@gmail.com").unwrap();
        assert_eq!(EmailDomain::of(&address), None);
        assert_eq!(
            EmailDomain::try_from("GMAIL.com"),
            Err(NotADomain::Public("gmail.com".to_owned()))
        );
    }

    #[test]
    fn what_cannot_be_an_address_is_refused() {
        let long = format!("{}@kommunen.se", "a".repeat(65));
        for text in [
            "",
            "anna",
            "@kommunen.se",
            "anna@",
            "anna@kommunen",
            "anna ek@kommunen.se",
            "anna@kommunen..se",
            "anna@-kommunen.se",
            "anna@10.0.0.1",
            "anna@kommunen.se\nBcc: alla@kommunen.se",
            "\"a\"@kommunen.se",
            "anna@kömmunen.se",
            ".anna@kommunen.se",
            &long,
        ] {
            assert!(EmailAddress::try_from(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_has_one_at_sign_and_no_space(text in ".*") {
            if let Ok(address) = EmailAddress::try_from(text.as_str()) {
                prop_assert_eq!(address.as_str().matches('@').count(), 1);
                prop_assert!(!address.as_str().chars().any(|c| c.is_whitespace() || c.is_control()));
                prop_assert_eq!(EmailAddress::try_from(address.as_str()), Ok(address));
            }
        }
    }
}

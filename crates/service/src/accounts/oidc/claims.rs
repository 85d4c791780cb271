//! What the provider says of a person, and what this service reads in it.

use std::collections::BTreeSet;

use domain::account::Role;
use domain::organisation::{EmailAddress, OrganisationNumber};
use openidconnect::core::CoreGenderClaim;
use openidconnect::{AdditionalClaims, EndUserName, IdTokenClaims, LocalizedClaim, UserInfoClaims};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::error::OidcError;
use super::settings::OidcSettings;

/// The organisation that the person acts for (Swedish OpenID Connect profile).
const ORG_NUMBER: &str = "https://id.oidc.se/claim/orgNumber";
/// The person's identity within an organisation, `<id>@<organisation number>` (same profile).
const ORG_AFFILIATION: &str = "https://id.oidc.se/claim/orgAffiliation";
/// The longest subject that the specification allows, in bytes.
const SUBJECT_LENGTH: usize = 255;
/// Longer names are cut: nobody is called more, and a name is shown on one line.
const NAME_LENGTH: usize = 100;

/// Who the provider says has signed in, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The provider.
    pub issuer: String,
    /// The person at the provider, for ever.
    pub subject: String,
    /// The person's name, if told.
    pub name: Option<String>,
    /// E-mail address, only if the provider has verified it.
    pub email: Option<EmailAddress>,
    /// Whether there is an address that the provider has not verified.
    pub email_unverified: bool,
    /// The organisation that the person belongs to, if told.
    pub organisation_number: Option<OrganisationNumber>,
    /// The roles that the person's groups give. `None` if no groups are mapped to roles.
    pub roles: Option<BTreeSet<Role>>,
    /// Whether two factors were asked for.
    pub second_factor: bool,
    /// When the person showed them, Unix milliseconds, if told.
    pub authenticated_at: Option<i64>,
}

/// All claims beyond the standard ones, by name.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(transparent)]
pub(super) struct MoreClaims(Map<String, Value>);

impl AdditionalClaims for MoreClaims {}

impl MoreClaims {
    /// From when they hold, Unix seconds, if told.
    pub(super) fn not_before(&self) -> Option<f64> {
        self.0.get("nbf").and_then(Value::as_f64)
    }
}

pub(super) type TokenClaims = IdTokenClaims<MoreClaims, CoreGenderClaim>;
pub(super) type AskedClaims = UserInfoClaims<MoreClaims, CoreGenderClaim>;

/// Reads who it is in the signed claims, and in the asked-for ones where the signed ones are silent.
pub(super) fn read(
    settings: &OidcSettings,
    signed: &TokenClaims,
    asked: Option<&AskedClaims>,
) -> Result<SignedIn, OidcError> {
    let subject = signed.subject().as_str();
    if !(1..=SUBJECT_LENGTH).contains(&subject.len()) || subject.contains(char::is_control) {
        return Err(OidcError::Garbage("a subject that is none".to_owned()));
    }
    let name = name(signed.name()).or_else(|| name(asked?.name()));
    // An address and whether it is verified are said in the same place.
    let (email, verified) = match signed.email() {
        Some(email) => (Some(email), signed.email_verified()),
        None => (
            asked.and_then(|asked| asked.email()),
            asked.and_then(|asked| asked.email_verified()),
        ),
    };
    let email = email.and_then(|email| EmailAddress::try_from(email.trim()).ok());
    let verified = verified == Some(true);
    let more = |claim: &str| {
        signed
            .additional_claims()
            .0
            .get(claim)
            .or_else(|| asked.and_then(|asked| asked.additional_claims().0.get(claim)))
    };
    let roles = (!settings.groups.is_empty()).then(|| {
        let groups = strings(more(&settings.groups_claim));
        let mapped = settings.groups.iter();
        mapped
            .filter(|mapping| groups.contains(&mapping.group.as_str()))
            .map(|mapping| mapping.role)
            .collect()
    });
    Ok(SignedIn {
        issuer: signed.issuer().to_string(),
        subject: subject.to_owned(),
        name,
        email_unverified: email.is_some() && !verified,
        email: email.filter(|_| verified),
        organisation_number: organisation(more(ORG_NUMBER), more(ORG_AFFILIATION))?,
        roles,
        second_factor: settings.second_factor,
        authenticated_at: signed.auth_time().map(|at| at.timestamp_millis()),
    })
}

/// A name on one line; the one without a language, if there are several.
fn name(claim: Option<&LocalizedClaim<EndUserName>>) -> Option<String> {
    let claim = claim?;
    let name = claim
        .get(None)
        .or_else(|| claim.iter().next().map(|(_, name)| name))?;
    let words: Vec<&str> = name
        .split(|c: char| c.is_whitespace() || c.is_control())
        .collect();
    let line = words
        .into_iter()
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let cut: String = line.chars().take(NAME_LENGTH).collect();
    (!cut.is_empty()).then_some(cut)
}

/// A claim that is one text or a list of texts.
fn strings(claim: Option<&Value>) -> Vec<&str> {
    match claim {
        Some(Value::String(text)) => vec![text],
        Some(Value::Array(values)) => values.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The organisation that the claims name. That they cannot be read, or name two, is no lesser
/// fault than that they name another: nobody is let in on a guess.
fn organisation(
    number: Option<&Value>,
    affiliation: Option<&Value>,
) -> Result<Option<OrganisationNumber>, OidcError> {
    let affiliated = strings(affiliation).into_iter().map(|text| {
        text.rsplit_once('@')
            .map(|(_, number)| number)
            .unwrap_or(text)
    });
    let mut named = BTreeSet::new();
    for text in strings(number).into_iter().chain(affiliated) {
        let number = OrganisationNumber::try_from(text)
            .map_err(|_| OidcError::Garbage(format!("{text:?} is no organisation number")))?;
        named.insert(number);
    }
    let silent = |claim: Option<&Value>| {
        claim.is_none_or(|claim| claim.is_null() || *claim == Value::Array(Vec::new()))
    };
    match named.len() {
        0 if silent(number) && silent(affiliation) => Ok(None),
        1 => Ok(named.pop_first()),
        0 => Err(OidcError::Garbage(
            "the claims on organisation cannot be read".to_owned(),
        )),
        _ => Err(OidcError::Garbage(
            "the claims name more than one organisation".to_owned(),
        )),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::accounts::oidc::GroupRole;

    const KOMMUN: &str = "2120000142";
    const REGION: &str = "2321000016";

    fn settings(groups: &[(&str, Role)]) -> OidcSettings {
        OidcSettings {
            issuer: OidcSettings::issuer("https://id.exempel.se").expect("an issuer"),
            client_id: "strategikollen".to_owned(),
            client_secret: None,
            name: "Exempel-id".to_owned(),
            scopes: Vec::new(),
            groups_claim: "groups".to_owned(),
            groups: groups
                .iter()
                .map(|(group, role)| GroupRole {
                    group: (*group).to_owned(),
                    role: *role,
                })
                .collect(),
            second_factor: false,
            authorities: None,
        }
    }

    fn with(basis: Value, more: Value) -> Value {
        let (Value::Object(mut basis), Value::Object(more)) = (basis, more) else {
            panic!("claims are objects");
        };
        basis.extend(more);
        Value::Object(basis)
    }

    fn signed(more: Value) -> TokenClaims {
        let basis = json!({
            "iss": "https://id.exempel.se", "sub": "a1", "aud": "strategikollen",
            "iat": 1_795_340_000, "exp": 1_795_340_600,
        });
        serde_json::from_value(with(basis, more)).expect("claims")
    }

    fn asked(more: Value) -> AskedClaims {
        let told = with(json!({"sub": "a1"}), more).to_string();
        AskedClaims::from_json::<std::io::Error>(told.as_bytes(), None).expect("claims")
    }

    fn alone(more: Value) -> Result<SignedIn, OidcError> {
        read(&settings(&[]), &signed(more), None)
    }

    #[test]
    fn an_address_counts_only_where_the_provider_has_verified_it() {
        for (claims, email, unverified) in [
            (json!({}), None, false),
            (
                json!({"email": "Anna@Exempel.SE", "email_verified": true}),
                Some("anna@exempel.se"),
                false,
            ),
            (
                json!({"email": "anna@exempel.se", "email_verified": "true"}),
                Some("anna@exempel.se"),
                false,
            ),
            (
                json!({"email": "anna@exempel.se", "email_verified": false}),
                None,
                true,
            ),
            (json!({"email": "anna@exempel.se"}), None, true),
            (
                json!({"email": "anna", "email_verified": true}),
                None,
                false,
            ),
        ] {
            let read = alone(claims.clone()).expect("someone");
            assert_eq!(
                read.email.as_ref().map(EmailAddress::as_str),
                email,
                "{claims}"
            );
            assert_eq!(read.email_unverified, unverified, "{claims}");
        }
    }

    #[test]
    fn what_is_signed_goes_before_what_is_asked_for() {
        let token = signed(json!({"name": "Anna Ek", "email": "anna@exempel.se"}));
        let more = asked(json!({
            "name": "Bo Al", "email": "bo@exempel.se", "email_verified": true, "groups": "inköp",
        }));
        let read = read(&settings(&[("inköp", Role::Reader)]), &token, Some(&more));
        let read = read.expect("someone");
        assert_eq!(read.name.as_deref(), Some("Anna Ek"));
        assert_eq!(
            read.email, None,
            "an address is not verified by what is said of another"
        );
        assert!(read.email_unverified);
        assert_eq!(read.roles, Some(BTreeSet::from([Role::Reader])));
    }

    #[test]
    fn a_subject_is_as_the_specification_has_it() {
        for subject in ["", "a\0b", &"a".repeat(256)] {
            let read = alone(json!({"sub": subject}));
            assert!(matches!(read, Err(OidcError::Garbage(_))), "{subject:?}");
        }
        let longest = "a".repeat(255);
        let read = alone(json!({"sub": longest})).expect("someone");
        assert_eq!(read.subject, longest);
    }

    #[test]
    fn a_name_is_one_line_that_fits() {
        let long = "å".repeat(300);
        for (name, read) in [
            ("  Anna\n\tEk ", Some("Anna Ek".to_owned())),
            (" \u{7}", None),
            (&long, Some("å".repeat(NAME_LENGTH))),
        ] {
            assert_eq!(alone(json!({"name": name})).expect("someone").name, read);
        }
    }

    #[test]
    fn groups_give_the_roles_they_are_mapped_to_and_no_other() {
        let mapped = settings(&[("ledning", Role::Contact), ("inköp", Role::Respondent)]);
        let roles = |claims: Value| read(&mapped, &signed(claims), None).expect("someone").roles;
        let none = Some(BTreeSet::new());
        assert_eq!(roles(json!({})), none);
        assert_eq!(roles(json!({"groups": []})), none);
        assert_eq!(roles(json!({"groups": {"inköp": true}})), none);
        assert_eq!(roles(json!({"groups": ["Inköp", "contact", 7]})), none);
        assert_eq!(
            roles(json!({"groups": ["annat", "inköp", "ledning"]})),
            Some(BTreeSet::from([Role::Contact, Role::Respondent]))
        );
        assert_eq!(
            alone(json!({"groups": ["ledning"]}))
                .expect("someone")
                .roles,
            None
        );
    }

    #[test]
    fn an_organisation_is_named_once_or_not_at_all() {
        let number = OrganisationNumber::try_from(KOMMUN).ok();
        let read = |number: Value, affiliation: Value| {
            alone(json!({ORG_NUMBER: number, ORG_AFFILIATION: affiliation}))
                .map(|read| read.organisation_number)
        };
        let affiliated = json!(format!("anna@{KOMMUN}"));
        assert_eq!(alone(json!({})).expect("someone").organisation_number, None);
        assert_eq!(read(json!(KOMMUN), json!(null)).expect("one"), number);
        assert_eq!(read(json!(null), affiliated.clone()).expect("one"), number);
        assert_eq!(
            read(json!(KOMMUN), affiliated.clone()).expect("one"),
            number
        );
        assert_eq!(read(json!([]), json!([affiliated])).expect("one"), number);
        for (number, affiliation) in [
            (json!(REGION), affiliated),
            (json!([KOMMUN, REGION]), json!(null)),
            (json!(2_120_000_142_i64), json!(null)),
            (json!("Exempelkommun"), json!(null)),
            (json!(""), json!(null)),
            (json!(null), json!("anna@exempel.se")),
        ] {
            let told = format!("{number} {affiliation}");
            let read = read(number, affiliation);
            assert!(
                matches!(read, Err(OidcError::Garbage(_))),
                "{told}: {read:?}"
            );
        }
    }
}

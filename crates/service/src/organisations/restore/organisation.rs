//! The organisation itself: its details, those who belong to it, and what has happened in it.

use std::collections::{BTreeMap, BTreeSet};

use domain::account::Role;
use domain::organisation::{EmailAddress, EmailDomain, OrganisationNumber};
use store::{NewEvent, NewMembership, NewPerson, OrganisationRow};
use uuid::{Builder, Uuid};

use super::super::portable::{MemberPart, PATH, Portable, State};
use super::Reading;

impl Reading<'_> {
    pub(super) fn organisation(&mut self, portable: &Portable) -> OrganisationRow {
        let part = &portable.organisation;
        let public = !part.id.is_empty() && part.id.bytes().all(|b| b.is_ascii_alphanumeric());
        if !public {
            self.wrong(PATH, format!("{:?} is no id of an organisation", part.id));
        }
        let number = part.number.as_deref().map(OrganisationNumber::try_from);
        let number = match number.transpose() {
            Ok(number) => number,
            Err(error) => {
                let told = part.number.as_deref().unwrap_or_default();
                self.wrong(PATH, format!("{told:?} is no organisation number: {error}"));
                None
            }
        };
        let month = part.reminder_month;
        if month.is_some_and(|month| !(1..=12).contains(&month)) {
            self.wrong(PATH, "reminder_month is no month");
        }
        OrganisationRow {
            id: self.app.id(),
            public_id: part.id.clone(),
            number: number.map(|number| number.digits()),
            name: part.name.clone(),
            owner: None,
            registrator: part.registrator.clone(),
            joined_at: part.joined_at,
            reminder_month: month.map(i64::from),
        }
    }

    pub(super) fn domains(&mut self, portable: &Portable) -> Vec<String> {
        let mut domains = Vec::new();
        for domain in &portable.organisation.domains {
            match EmailDomain::try_from(domain.as_str()) {
                Ok(domain) => domains.push(domain.as_str().to_owned()),
                Err(_) => self.wrong(PATH, format!("{domain:?} is no e-mail domain")),
            }
        }
        domains
    }

    /// Those who belong to it, each with when they were last confirmed, Unix milliseconds. `known`
    /// are those who have an account here already.
    pub(super) fn members(
        &mut self,
        parts: &[MemberPart],
        organisation: Uuid,
        known: &BTreeMap<String, Uuid>,
    ) -> Vec<(NewPerson, NewMembership, i64)> {
        let mut seen = BTreeSet::new();
        let mut members = Vec::with_capacity(parts.len());
        for part in parts {
            let Ok(email) = EmailAddress::try_from(part.email.as_str()) else {
                self.wrong(PATH, format!("{:?} is no e-mail address", part.email));
                continue;
            };
            if !seen.insert(email.as_str().to_owned()) {
                self.wrong(PATH, format!("{email} is a member twice"));
                continue;
            }
            let id = known.get(email.as_str()).copied();
            let person = NewPerson {
                id: id.unwrap_or_else(|| self.app.id()),
                name: part.name.clone(),
                email: email.as_str().to_owned(),
                lang: part.lang.clone(),
                at: self.app.now(),
            };
            let membership = NewMembership {
                id: self.app.id(),
                organisation,
                person: person.id,
                role: part.role.code().to_owned(),
                state: part.state.code().to_owned(),
                at: part.since,
            };
            members.push((person, membership, part.confirmed_at));
        }
        let contact =
            |part: &MemberPart| part.role == Role::Contact && matches!(part.state, State::Active);
        if !parts.iter().any(contact) {
            self.wrong(PATH, "no member is contact person: nobody could lead it");
        }
        members
    }

    /// Oldest first, with ids that put them in the order of the file among themselves and before
    /// whatever happens from now on.
    pub(super) fn events(&mut self, portable: &Portable, organisation: Uuid) -> Vec<NewEvent> {
        let mut last = Uuid::nil();
        let mut events = Vec::with_capacity(portable.events.len());
        for part in portable.events.iter().rev() {
            let at = u64::try_from(part.at).unwrap_or_default();
            let id = Builder::from_unix_timestamp_millis(at, &self.app.bytes()).into_uuid();
            // Those of the same moment follow each other.
            last = id.max(Uuid::from_u128(last.as_u128().saturating_add(1)));
            events.push(NewEvent {
                id: last,
                organisation: Some(organisation),
                person: None,
                who: part.who.clone(),
                kind: part.kind.clone(),
                detail: part.detail.clone(),
                at: part.at,
            });
        }
        events
    }
}

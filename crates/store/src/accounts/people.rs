//! People, and who they are to other organisations' sign-in services.

use uuid::Uuid;

use crate::tx::{execute, row, rows};
use crate::{StoreError, Tx};

/// A person to be stored, who is reminded until told otherwise.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// UUIDv7.
    pub id: Uuid,
    /// Empty if not known.
    pub name: String,
    /// In lower case.
    pub email: String,
    /// Code of the language to write to the person in.
    pub lang: String,
    /// Unix milliseconds.
    pub at: i64,
}

/// A stored person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// UUIDv7.
    pub id: Uuid,
    /// Empty until the person has told it.
    pub name: String,
    /// In lower case.
    pub email: String,
    /// Code of the language to write to the person in.
    pub lang: String,
    /// Secret of the authenticator app, encrypted.
    pub totp: Option<Vec<u8>>,
    /// Whether the person is reminded, in one mail for everything.
    pub digest: bool,
    /// Unix milliseconds.
    pub created_at: i64,
    /// When the person last signed in, Unix milliseconds.
    pub seen_at: i64,
    /// How many passkeys the person has.
    pub passkeys: i64,
    /// How many forms wait for the person to take them up again.
    pub kept_forms: i64,
}

/// The columns in the order of [`PersonRow`].
pub(super) type PersonColumns = (
    Uuid,
    String,
    String,
    String,
    Option<Vec<u8>>,
    i64,
    i64,
    i64,
    i64,
    i64,
);

/// A query for people, `$rest` saying which.
macro_rules! select_people {
    ($rest:literal) => {
        concat!(
            "SELECT people.id, name, email, lang, totp, digest, people.created_at, seen_at,
                    (SELECT COUNT(*) FROM passkeys WHERE passkeys.person = people.id),
                    (SELECT COUNT(*) FROM kept_forms WHERE kept_forms.person = people.id)
             FROM people ",
            $rest
        )
    };
}

pub(super) use select_people;

impl From<PersonColumns> for PersonRow {
    fn from(columns: PersonColumns) -> Self {
        let (id, name, email, lang, totp, digest, created_at, seen_at, passkeys, kept_forms) =
            columns;
        PersonRow {
            id,
            name,
            email,
            lang,
            totp,
            digest: digest != 0,
            created_at,
            seen_at,
            passkeys,
            kept_forms,
        }
    }
}

impl Tx {
    /// The person with this address, stored as `new` if there is none. Says whether it was stored.
    pub async fn person_or_new(
        &mut self,
        new: &NewPerson,
    ) -> Result<(PersonRow, bool), StoreError> {
        let added = execute!(
            self,
            "INSERT INTO people (id, name, email, lang, digest, created_at, seen_at)
             VALUES ($1, $2, $3, $4, 1, $5, $5) ON CONFLICT (email) DO NOTHING",
            new.id,
            &new.name,
            &new.email,
            &new.lang,
            new.at,
        )?;
        let person = self.person_by_email(&new.email).await?;
        let person = person.ok_or_else(|| StoreError::Conflict("the person is gone".to_owned()))?;
        Ok((person, added == 1))
    }

    /// A person.
    pub async fn person(&mut self, id: Uuid) -> Result<Option<PersonRow>, StoreError> {
        let found: Option<PersonColumns> = row!(self, select_people!("WHERE people.id = $1"), id,)?;
        Ok(found.map(PersonRow::from))
    }

    /// The person with this address, which is in lower case.
    pub async fn person_by_email(&mut self, email: &str) -> Result<Option<PersonRow>, StoreError> {
        let found: Option<PersonColumns> = row!(self, select_people!("WHERE email = $1"), email,)?;
        Ok(found.map(PersonRow::from))
    }

    /// Saves what a person has said of themselves.
    pub async fn save_person(
        &mut self,
        id: Uuid,
        name: &str,
        lang: &str,
        digest: bool,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "UPDATE people SET name = $2, lang = $3, digest = $4 WHERE id = $1",
            id,
            name,
            lang,
            i64::from(digest),
        )
        .map(drop)
    }

    /// Gives a person another address, in lower case. `false`: someone else has it, and nothing
    /// was changed.
    pub async fn set_person_email(&mut self, id: Uuid, email: &str) -> Result<bool, StoreError> {
        let changed = execute!(
            self,
            "UPDATE people SET email = $2
             WHERE id = $1 AND NOT EXISTS
                 (SELECT 1 FROM people AS other WHERE other.email = $2 AND other.id <> $1)",
            id,
            email,
        )?;
        Ok(changed == 1)
    }

    /// Notes that a person has signed in.
    pub async fn person_seen(&mut self, id: Uuid, at: i64) -> Result<(), StoreError> {
        execute!(self, "UPDATE people SET seen_at = $2 WHERE id = $1", id, at).map(drop)
    }

    /// Deletes a person and everything that shows who they are. [`StoreError::Conflict`] if
    /// something else is stored about the person.
    pub async fn delete_person(&mut self, id: Uuid) -> Result<(), StoreError> {
        execute!(self, "DELETE FROM people WHERE id = $1", id).map(drop)
    }

    /// Who this subject of another organisation's sign-in service is here.
    pub async fn person_by_identity(
        &mut self,
        issuer: &str,
        subject: &str,
    ) -> Result<Option<PersonRow>, StoreError> {
        let found: Option<PersonColumns> = row!(
            self,
            select_people!(
                "JOIN identities ON identities.person = people.id
                 WHERE issuer = $1 AND subject = $2"
            ),
            issuer,
            subject,
        )?;
        Ok(found.map(PersonRow::from))
    }

    /// Ties a subject of another organisation's sign-in service to a person.
    /// [`StoreError::Conflict`] if it is tied to someone.
    pub async fn add_identity(
        &mut self,
        issuer: &str,
        subject: &str,
        person: Uuid,
        at: i64,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            "INSERT INTO identities (issuer, subject, person, created_at)
             VALUES ($1, $2, $3, $4)",
            issuer,
            subject,
            person,
            at,
        )
        .map(drop)
    }

    /// Removes a person's identity at an issuer. `false` if there is none.
    pub async fn remove_identity(
        &mut self,
        person: Uuid,
        issuer: &str,
    ) -> Result<bool, StoreError> {
        let removed = execute!(
            self,
            "DELETE FROM identities WHERE person = $1 AND issuer = $2",
            person,
            issuer,
        )?;
        Ok(removed == 1)
    }

    /// The issuer and subject of each identity of a person, by issuer.
    pub async fn identities(&mut self, person: Uuid) -> Result<Vec<(String, String)>, StoreError> {
        rows!(
            self,
            "SELECT issuer, subject FROM identities WHERE person = $1 ORDER BY issuer, subject",
            person,
        )
    }
}

//! Those who do what a plan says. They need no account: each sees their own actions under a secret
//! address, and can say there how far they have come.

use domain::organisation::EmailAddress;
use domain::plan::OwnerName;
use domain::text::Lang;
use serde::{Deserialize, Serialize};
use store::{NewMail, PlanOwnerRow, Tx};
use uuid::Uuid;

use super::portable::OwnerPart;
use super::{Outcome, Plan, Refusal, admit, hold, letters};
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::Organisation;
use crate::secrets::{DataKey, Secret, Unreadable};

/// Where name and addresses are kept, encrypted.
const CONTACT_PLACE: &[u8] = b"plan owner";
/// Owners that a plan can have.
pub const MOST: usize = 300;
/// Mails to owners that one plan may cause within a day, apart from reminders.
const PER_DAY: i64 = 100;
const DAY: i64 = 24 * 60 * 60 * 1000;

/// How an owner is called and reached, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Contact {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    secret: String,
    lang: Lang,
}

impl Contact {
    fn seal(&self, app: &App, key: &DataKey) -> Result<Vec<u8>, ServiceError> {
        Ok(key.seal(app, CONTACT_PLACE, &serde_json::to_vec(self)?))
    }
}

/// Someone who does what a plan says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// Their id in the plan.
    pub id: Uuid,
    /// What they are called: a person or a function.
    pub name: String,
    /// Where they are reached, if that is known.
    pub email: Option<String>,
    /// The address under which they see their own actions.
    pub secret: Secret,
    /// The language to write in.
    pub lang: Lang,
    /// Whether they want reminders.
    pub remind: bool,
}

impl Owner {
    pub(super) fn of(key: &DataKey, row: PlanOwnerRow) -> Result<Owner, ServiceError> {
        let contact: Contact = serde_json::from_slice(&key.open(CONTACT_PLACE, &row.contact)?)?;
        Ok(Owner {
            id: row.id,
            secret: Secret::parse(&contact.secret).ok_or(Unreadable)?,
            name: contact.name,
            email: contact.email,
            lang: contact.lang,
            remind: row.remind,
        })
    }
}

/// An owner who is about to be added to a plan, with the mail that tells them.
#[derive(Clone, Debug)]
pub struct Added {
    row: PlanOwnerRow,
    mail: Option<NewMail>,
}

impl Added {
    /// The id that entries name the owner by.
    pub fn id(&self) -> Uuid {
        self.row.id
    }

    pub(super) async fn store(&self, tx: &mut Tx, now: i64) -> Outcome<()> {
        tx.add_plan_owner(&self.row).await?;
        match &self.mail {
            Some(mail) => tell(tx, self.row.plan, mail, now).await,
            None => Ok(()),
        }
    }
}

/// Puts a mail to an owner in the outbox, within what a plan may send.
async fn tell(tx: &mut Tx, plan: Uuid, mail: &NewMail, now: i64) -> Outcome<()> {
    let day = now - now.rem_euclid(DAY);
    let sent = tx.count_hit("plan owners", plan.as_bytes(), day).await?;
    if sent > PER_DAY {
        return Err(Refusal::TooMany.into());
    }
    tx.enqueue_mail(mail).await?;
    Ok(())
}

/// An owner by name and e-mail address: the one that the plan has, or a new one to be stored with
/// what they are to do.
///
/// # Errors
/// [`Refusal::TooMany`] if the plan has as many as it can.
pub fn named(
    app: &App,
    plan: &Plan,
    organisation: &Organisation,
    (name, email): (&OwnerName, Option<&EmailAddress>),
    lang: Lang,
) -> Outcome<Result<Uuid, Added>> {
    let address = email.map(|email| email.as_str().to_owned());
    let known = plan
        .owners
        .iter()
        .find(|owner| owner.name == name.as_str() && owner.email == address);
    if let Some(known) = known {
        return Ok(Ok(known.id));
    }
    if plan.owners.len() >= MOST {
        return Err(Refusal::TooMany.into());
    }
    let contact = Contact {
        name: name.as_str().to_owned(),
        email: address,
        secret: Secret::new(app).text(),
        lang,
    };
    let added = added(
        app,
        (plan.id, &plan.key),
        &plan.document.name,
        organisation,
        contact,
    )?;
    Ok(Err(added))
}

/// The owners that decisions name by name and e-mail address. Whoever many of them name for the
/// first time is added once.
pub struct Naming<'a> {
    app: &'a App,
    plan: &'a Plan,
    organisation: &'a Organisation,
    lang: Lang,
    added: Vec<((OwnerName, Option<EmailAddress>), Added)>,
}

impl<'a> Naming<'a> {
    /// Nobody new is named yet. Whoever will be is written to in `lang`.
    pub fn new(app: &'a App, plan: &'a Plan, organisation: &'a Organisation, lang: Lang) -> Self {
        Naming {
            app,
            plan,
            organisation,
            lang,
            added: Vec::new(),
        }
    }

    /// The id of an owner: of one that the plan has, or of one that it gets with what is decided.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] if the plan would have more than it can.
    pub fn id(&mut self, name: &OwnerName, email: Option<&EmailAddress>) -> Outcome<Uuid> {
        let same = |(known, _): &&((OwnerName, Option<EmailAddress>), Added)| {
            known.0 == *name && known.1.as_ref() == email
        };
        if let Some((_, added)) = self.added.iter().find(same) {
            return Ok(added.id());
        }
        let named = named(
            self.app,
            self.plan,
            self.organisation,
            (name, email),
            self.lang,
        )?;
        let added = match named {
            Ok(known) => return Ok(known),
            Err(added) => added,
        };
        if self.plan.owners.len() + self.added.len() >= MOST {
            return Err(Refusal::TooMany.into());
        }
        let id = added.id();
        self.added.push(((name.clone(), email.cloned()), added));
        Ok(id)
    }

    /// Those who were named for the first time, to be stored with what is decided.
    pub fn added(self) -> impl Iterator<Item = Added> {
        self.added.into_iter().map(|(_, added)| added)
    }
}

/// The same owner in another plan, under an address of its own there.
pub(super) fn carried(
    app: &App,
    plan: (Uuid, &DataKey),
    name: &str,
    organisation: &Organisation,
    owner: &Owner,
) -> Result<Added, ServiceError> {
    let contact = Contact {
        name: owner.name.clone(),
        email: owner.email.clone(),
        secret: Secret::new(app).text(),
        lang: owner.lang,
    };
    let mut added = added(app, plan, name, organisation, contact)?;
    added.row.remind = owner.remind;
    Ok(added)
}

/// An owner as they were in another installation, under an address of their own here.
pub(super) fn restored(
    app: &App,
    (plan, key): (Uuid, &DataKey),
    part: &OwnerPart,
    at: i64,
) -> Result<PlanOwnerRow, ServiceError> {
    let secret = Secret::new(app);
    let contact = Contact {
        name: part.name.clone(),
        email: part.email.clone(),
        secret: secret.text(),
        lang: part.lang,
    };
    Ok(PlanOwnerRow {
        id: part.id,
        plan,
        hash: secret.lookup().to_vec(),
        contact: contact.seal(app, key)?,
        created_at: at,
        revoked_at: None,
        remind: part.remind,
    })
}

fn added(
    app: &App,
    (plan, key): (Uuid, &DataKey),
    name: &str,
    organisation: &Organisation,
    contact: Contact,
) -> Result<Added, ServiceError> {
    let secret = Secret::parse(&contact.secret).ok_or(Unreadable)?;
    let mail = contact
        .email
        .as_deref()
        .map(|to| letters::chosen(app, contact.lang, to, &organisation.name, name, &secret));
    Ok(Added {
        row: PlanOwnerRow {
            id: app.id(),
            plan,
            hash: secret.lookup().to_vec(),
            contact: contact.seal(app, key)?,
            created_at: app.now(),
            revoked_at: None,
            remind: true,
        },
        mail,
    })
}

/// Gives an owner another name or e-mail address, and, if `anew`, another secret address: the old
/// one opens nothing from then on. Whoever has an e-mail address that is new, or whose secret
/// address is, is told by mail.
///
/// # Errors
/// [`Refusal::NotAllowed`], [`Refusal::NoPlan`], [`Refusal::Closed`], [`Refusal::NoEntry`] if there
/// is no such owner, [`Refusal::TooMany`].
pub async fn change(
    app: &App,
    person: Uuid,
    plan: &Plan,
    organisation: &Organisation,
    owner: Uuid,
    (name, email): (&OwnerName, Option<&EmailAddress>),
    anew: bool,
) -> Outcome<()> {
    let old = plan.owners.iter().find(|known| known.id == owner);
    let old = old.ok_or(Refusal::NoEntry)?;
    let secret = match anew {
        true => Secret::new(app),
        false => old.secret.clone(),
    };
    let contact = Contact {
        name: name.as_str().to_owned(),
        email: email.map(|email| email.as_str().to_owned()),
        secret: secret.text(),
        lang: old.lang,
    };
    let told = contact.email.as_deref();
    let told = told.filter(|to| anew || old.email.as_deref() != Some(to));
    let mail = told.map(|to| {
        let name = &plan.document.name;
        letters::chosen(app, contact.lang, to, &organisation.name, name, &secret)
    });
    let sealed = contact.seal(app, &plan.key)?;
    let (id, whose, now) = (plan.id, plan.organisation, app.now());
    app.store
        .write(move |tx| {
            Box::pin(async move {
                admit(tx, person, whose).await?;
                hold(tx, id).await?;
                tx.change_plan_owner(owner, &secret.lookup(), &sealed)
                    .await?;
                match &mail {
                    Some(mail) => tell(tx, id, mail, now).await,
                    None => Ok(()),
                }
            })
        })
        .await
}

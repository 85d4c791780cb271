//! Inviting someone to an organisation. What happens on the other side is in `join`.

use domain::account::Role;
use domain::organisation::EmailAddress;
use domain::text::Lang;
use store::{InvitationRow, MemberRow, NewInvitation, NewMail, Tx};
use uuid::Uuid;

use super::DAY;
use crate::app::App;
use crate::organisations::events::{Act, Detail, EventKind};
use crate::organisations::letters::{News, To, letter};
use crate::organisations::{By, Outcome, Refusal, role, standing};
use crate::secrets::Secret;

/// How long an invitation is valid.
const VALID: i64 = 7 * DAY;
/// Invitations that an organisation may send in a day.
const PER_ORGANISATION: i64 = 200;
/// Invitations that an address may get in a day, from all organisations.
const PER_ADDRESS: i64 = 10;

/// An address that is invited and has not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// The invitation.
    pub id: Uuid,
    /// The invited address.
    pub email: String,
    /// As what.
    pub role: Role,
    /// When it was invited, Unix milliseconds.
    pub at: i64,
    /// Until when it can accept, Unix milliseconds.
    pub expires_at: i64,
}

impl From<InvitationRow> for Invited {
    fn from(row: InvitationRow) -> Self {
        Invited {
            id: row.id,
            email: row.email,
            role: role(&row.role),
            at: row.created_at,
            expires_at: row.expires_at,
        }
    }
}

/// An invitation about to be sent, and the mail that carries it.
pub(in crate::organisations) struct Invitation {
    new: NewInvitation,
    letter: NewMail,
    /// Stands for the address in the limit of invitations to it.
    address: [u8; 32],
}

impl Invitation {
    /// Invites an address to an organisation, which has this name.
    pub(in crate::organisations) fn new(
        app: &App,
        by: Uuid,
        (organisation, name): (Uuid, &str),
        email: &EmailAddress,
        role: Role,
        lang: Lang,
    ) -> Self {
        let secret = Secret::new(app);
        let to = To {
            email: email.to_string(),
            lang,
        };
        let news = News::Invited {
            role,
            secret: &secret,
        };
        Invitation {
            letter: letter(app, &to, name, news),
            address: app.key.keyed_hash("invited addresses", to.email.as_bytes()),
            new: NewInvitation {
                id: app.id(),
                organisation,
                email: to.email,
                role: role.code().to_owned(),
                hash: secret.lookup().to_vec(),
                created_by: by,
                at: app.now(),
                expires_at: app.now() + VALID,
            },
        }
    }

    /// Sends it, unless too many have been sent today.
    pub(in crate::organisations) async fn send(&self, tx: &mut Tx) -> Outcome<()> {
        let window = self.new.at - self.new.at.rem_euclid(DAY);
        let organisation = self.new.organisation.as_bytes();
        let sent = tx.count_hit("invitations", organisation, window).await?;
        let got = tx.count_hit("invited", &self.address, window).await?;
        if sent > PER_ORGANISATION || got > PER_ADDRESS {
            return Err(Refusal::TooMany.into());
        }
        tx.invite(&self.new).await?;
        tx.enqueue_mail(&self.letter).await?;
        Ok(())
    }
}

/// Invites an address, which has seven days to accept. An earlier invitation to it no longer opens
/// anything.
///
/// # Errors
/// [`Refusal::BadAddress`], [`Refusal::AlreadyMember`], [`Refusal::TooMany`].
pub async fn invite(
    app: &App,
    person: Uuid,
    organisation: Uuid,
    email: &str,
    role: Role,
    lang: Lang,
) -> Outcome<()> {
    let email = EmailAddress::try_from(email).map_err(|_| Refusal::BadAddress)?;
    let about = app.store.read().await?.organisation(organisation).await?;
    let about = about.ok_or(Refusal::Missing)?;
    let named = (organisation, about.name.as_str());
    let invitation = Invitation::new(app, person, named, &email, role, lang);
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::manager(tx, person, organisation).await?;
                let members = tx.members(organisation).await?;
                let is_member =
                    |row: &MemberRow| row.state == "active" && row.email == email.as_str();
                if members.iter().any(is_member) {
                    return Err(Refusal::AlreadyMember.into());
                }
                invitation.send(tx).await?;
                let detail = Detail::of(email.to_string()).with_role(role);
                act.record(tx, Some(organisation), EventKind::Invited, detail)
                    .await?;
                Ok(())
            })
        })
        .await
}

/// Takes an invitation back: its address opens nothing from now on.
pub async fn revoke_invitation(
    app: &App,
    person: Uuid,
    organisation: Uuid,
    invitation: Uuid,
) -> Outcome<()> {
    let mut act = Act::new(app, By::Person(person));
    app.store
        .write(move |tx| {
            Box::pin(async move {
                standing::manager(tx, person, organisation).await?;
                let revoked = tx
                    .revoke_invitation(organisation, invitation, act.now())
                    .await?;
                let detail = Detail::of(revoked.ok_or(Refusal::Missing)?);
                let kind = EventKind::InvitationRevoked;
                act.record(tx, Some(organisation), kind, detail).await?;
                Ok(())
            })
        })
        .await
}

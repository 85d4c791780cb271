//! Whom a round asks: one audience for each role that is asked, with its questions and a common
//! address that lets colleagues in.

use std::collections::BTreeSet;

use domain::instrument::Role;
use store::{AudienceAddress, AudienceRow, StoreError, Tx};
use uuid::Uuid;

use super::Round;
use super::of_organisation::{self, AUDIENCE_PLACE};
use crate::app::App;
use crate::error::ServiceError;
use crate::secrets::{Secret, Unreadable};

/// Those who are asked in one role.
#[derive(Clone, Debug)]
pub struct Audience {
    /// Names it in addresses and forms.
    pub id: Uuid,
    /// The role.
    pub role: Role,
    /// Ids of the questions they are asked.
    pub questions: BTreeSet<String>,
    /// The common address that lets colleagues in; `None` once it is taken back.
    pub link: Option<Secret>,
}

/// A role by its code, as it is stored.
pub(super) fn role(code: &str) -> Result<Role, StoreError> {
    let named = Role::ALL.into_iter().find(|role| role.code() == code);
    named.ok_or_else(|| StoreError::Other(format!("unknown role {code}")))
}

/// The questions of an audience, as they are stored.
pub(super) fn questions(row: &AudienceRow) -> Result<BTreeSet<String>, ServiceError> {
    Ok(serde_json::from_str(&row.questions)?)
}

/// A round's audiences, the first one first.
pub async fn audiences(app: &App, round: &Round) -> Result<Vec<Audience>, ServiceError> {
    let rows = app.store.read().await?.audiences(round.id).await?;
    rows.iter().map(|row| open(round, row)).collect()
}

fn open(round: &Round, row: &AudienceRow) -> Result<Audience, ServiceError> {
    let link = match row.revoked_at {
        Some(_) => None,
        None => {
            let text = round.key.open(AUDIENCE_PLACE, &row.secret)?;
            let secret = std::str::from_utf8(&text).ok().and_then(Secret::parse);
            Some(secret.ok_or(Unreadable)?)
        }
    };
    Ok(Audience {
        id: row.id,
        role: role(&row.role)?,
        questions: questions(row)?,
        link,
    })
}

/// The audience of a role, if the role is asked.
async fn of_role(tx: &mut Tx, round: Uuid, role: Role) -> Result<Option<AudienceRow>, StoreError> {
    let rows = tx.audiences(round).await?;
    Ok(rows.into_iter().find(|row| row.role == role.code()))
}

/// Asks a role some questions, besides those it is asked already. Gives the role's audience.
pub async fn ask(
    app: &App,
    round: &Round,
    role: Role,
    more: &BTreeSet<String>,
) -> Result<Uuid, ServiceError> {
    let (id, more) = (round.id, more.clone());
    let list: Vec<String> = more.iter().cloned().collect();
    let new = of_organisation::audience(app, id, &round.key, role, &list)?;
    app.store
        .write(move |tx| {
            Box::pin(async move {
                of_organisation::hold_answering(tx, id).await?;
                let Some(row) = of_role(tx, id, role).await? else {
                    tx.add_audience(&new).await?;
                    return Ok(new.id);
                };
                let mut asked = questions(&row)?;
                asked.extend(more);
                let asked = serde_json::to_string(&asked)?;
                tx.set_questions(id, row.id, &asked).await?;
                Ok(row.id)
            })
        })
        .await
}

/// Changes what an audience is asked. What was answered to other questions is kept and does not
/// count.
pub async fn set_questions(
    app: &App,
    round: &Round,
    audience: Uuid,
    questions: &BTreeSet<String>,
) -> Result<(), ServiceError> {
    let (id, questions) = (round.id, serde_json::to_string(questions)?);
    app.store
        .write(move |tx| {
            Box::pin(async move {
                of_organisation::hold_answering(tx, id).await?;
                tx.set_questions(id, audience, &questions).await?;
                Ok(())
            })
        })
        .await
}

/// Takes an audience's common address back: it lets nobody more in. Those who came in by it go on.
pub async fn take_back_link(app: &App, round: &Round, audience: Uuid) -> Result<(), ServiceError> {
    let (id, now) = (round.id, app.now());
    app.store
        .write(move |tx| Box::pin(async move { tx.revoke_audience(id, audience, now).await }))
        .await?;
    Ok(())
}

/// Gives an audience a new common address.
pub async fn new_link(app: &App, round: &Round, audience: Uuid) -> Result<(), ServiceError> {
    let secret = Secret::new(app);
    let address = AudienceAddress {
        hash: secret.lookup().to_vec(),
        key: secret.wrap(app, &round.key),
        secret: round
            .key
            .seal(app, AUDIENCE_PLACE, secret.text().as_bytes()),
    };
    let id = round.id;
    app.store
        .write(move |tx| {
            Box::pin(async move {
                of_organisation::hold_answering(tx, id).await?;
                tx.renew_audience(id, audience, &address).await?;
                Ok(())
            })
        })
        .await
}

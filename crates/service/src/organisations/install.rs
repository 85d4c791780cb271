//! An egen installation, and the organisation it serves.

use domain::account::Role;
use domain::collation::sort_key;
use domain::day::Day;
use domain::organisation::{Classification, OrganisationKind, OrganisationNumber};
use store::{NewMembership, OrganisationRow};
use uuid::Uuid;

use super::events::{Act, Detail, EventKind};
use super::register::classification_row;
use super::{By, Outcome, Refusal, standing, today};
use crate::app::App;
use crate::error::ServiceError;
use crate::secrets::{Secret, Unreadable, public_id};
use crate::settings::Mode;

/// What the history says of the first classification.
const FROM_FOUNDER: &str = "founded";

/// What opens the page where the first contact person names the organisation. `None` once there is
/// an organisation, and where an agency serves many. It is the same over restarts, so that an
/// address that was printed goes on to work until it is used.
pub async fn token(app: &App) -> Result<Option<Secret>, ServiceError> {
    if app.settings.mode != Mode::Own || app.store.read().await?.any_organisation().await? {
        return Ok(None);
    }
    Ok(Some(Secret::derived(&app.key, "installation", b"")))
}

/// Names the organisation of an egen installation, and makes the person its contact person. Gives
/// its id in addresses.
///
/// # Errors
/// [`Refusal::Missing`] if the token is wrong or the organisation has been named.
pub async fn found(
    app: &App,
    person: Uuid,
    secret: &Secret,
    name: &str,
    number: Option<OrganisationNumber>,
    kind: OrganisationKind,
) -> Outcome<String> {
    if token(app).await?.as_ref() != Some(secret) {
        return Err(Refusal::Missing.into());
    }
    let mut act = Act::new(app, By::Person(person));
    let row = OrganisationRow {
        id: app.id(),
        public_id: public_id(app),
        number: number.map(|number| number.digits()),
        name: name.to_owned(),
        owner: None,
        registrator: None,
        joined_at: Some(app.now()),
        reminder_month: None,
    };
    let membership = NewMembership {
        id: app.id(),
        organisation: row.id,
        person,
        role: Role::Contact.code().to_owned(),
        state: "active".to_owned(),
        at: app.now(),
    };
    let class = Classification {
        valid_from: Day::try_from(today(app).as_str()).map_err(|_| Unreadable)?,
        kind,
        lan: None,
        municipality: None,
        group: None,
        population: None,
        volume: None,
    };
    let class = classification_row(row.id, &class, app.id(), None, FROM_FOUNDER, app.now());
    app.store
        .write(move |tx| {
            Box::pin(async move {
                // Of two who open the page at once, the second finds an organisation.
                tx.lock_installation().await?;
                if tx.any_organisation().await? {
                    return Err(Refusal::Missing.into());
                }
                standing::admit(tx, person).await?;
                tx.add_organisation(&row, &sort_key(&row.name)).await?;
                tx.add_classification(&class).await?;
                tx.begin_membership(&membership).await?;
                let detail = Detail::of(row.name).with_role(Role::Contact);
                act.record(tx, Some(row.id), EventKind::Founded, detail)
                    .await?;
                Ok(row.public_id)
            })
        })
        .await
}

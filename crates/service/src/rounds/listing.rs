//! An organisation's rounds in a list: enough to tell them apart and to lead on, nothing of what
//! was answered.

use domain::account::Stage;
use domain::assessment::Depth;
use store::{ListedRound, StoreError};
use uuid::Uuid;

use super::depth_code;
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::{self, Organisation};

/// A round in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The round.
    pub id: Uuid,
    /// Whose it is, as in addresses.
    pub organisation_public_id: String,
    /// Whose it is.
    pub organisation_name: String,
    /// How far it has come.
    pub stage: Stage,
    /// Snabbkollen or hela kollen.
    pub depth: Depth,
    /// The edition it is answered on.
    pub edition: String,
    /// When it was started, Unix milliseconds.
    pub created_at: i64,
}

fn listed(row: ListedRound, organisation: &Organisation) -> Result<Listed, ServiceError> {
    let stage = Stage::try_from(row.stage.as_str());
    Ok(Listed {
        id: row.round,
        organisation_public_id: organisation.public_id.clone(),
        organisation_name: organisation.name.clone(),
        stage: stage.map_err(|error| StoreError::Other(error.to_string()))?,
        depth: if row.depth == depth_code(Depth::Quick) {
            Depth::Quick
        } else {
            Depth::Full
        },
        edition: row.edition,
        created_at: row.created_at,
    })
}

/// An organisation's rounds, newest first.
pub async fn of_organisation(
    app: &App,
    organisation: &Organisation,
) -> Result<Vec<Listed>, ServiceError> {
    let mut tx = app.store.read().await?;
    let rows = tx.rounds_of_organisation(organisation.id).await?;
    rows.into_iter()
        .map(|row| listed(row, organisation))
        .collect()
}

/// The rounds that a shared purchasing unit prepares for other organisations, newest first.
pub async fn prepared_by(app: &App, organisation: Uuid) -> Result<Vec<Listed>, ServiceError> {
    let rows = app
        .store
        .read()
        .await?
        .rounds_prepared_by(organisation)
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        if let Some(whose) = organisations::by_id(app, row.organisation).await? {
            all.push(listed(row, &whose)?);
        }
    }
    Ok(all)
}

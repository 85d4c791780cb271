//! A round that an organisation took out of another installation, as it was there but for what each
//! respondent has answered.

use domain::account::Stage;
use domain::instrument::Role;
use store::{AudienceRow, NewRound, OrganisationRoundRow, StoreError, Tx};
use uuid::Uuid;

use super::of_organisation::audience;
use super::{FACTS_PLACE, agreement_place, depth_code};
use crate::app::App;
use crate::error::ServiceError;
use crate::file::SavedRound;
use crate::secrets::DataKey;

/// What is not in the round's own file.
pub(crate) struct Around<'a> {
    pub(crate) id: Uuid,
    pub(crate) organisation: Uuid,
    pub(crate) stage: Stage,
    /// The round it began from.
    pub(crate) previous: Option<Uuid>,
    /// Unix milliseconds, as the other times.
    pub(crate) started_at: i64,
    pub(crate) changed_at: i64,
    pub(crate) answer_by: Option<String>,
    pub(crate) closed_at: Option<i64>,
    /// Who is asked which questions.
    pub(crate) audiences: Vec<(Role, &'a [String])>,
}

/// A round that is ready to be stored in the caller's transaction.
pub(crate) struct Restored {
    round: NewRound,
    belongs: OrganisationRoundRow,
    audiences: Vec<AudienceRow>,
    /// Agreed answers by question.
    agreed: Vec<(String, Vec<u8>)>,
    changed_at: i64,
}

impl Restored {
    /// Seals what is to be stored.
    pub(crate) fn new(
        app: &App,
        saved: &SavedRound,
        around: Around<'_>,
    ) -> Result<Self, ServiceError> {
        let key = DataKey::new(app);
        let mut agreed = Vec::with_capacity(saved.answers.len());
        for (question, said) in &saved.answers {
            let body = serde_json::to_vec(said)?;
            let body = key.seal(app, &agreement_place(question), &body);
            agreed.push((question.clone(), body));
        }
        let mut audiences = Vec::with_capacity(around.audiences.len());
        for (role, questions) in around.audiences {
            audiences.push(audience(app, around.id, &key, role, questions)?);
        }
        Ok(Restored {
            round: NewRound {
                id: around.id,
                write_hash: app.bytes::<32>().to_vec(),
                write_key: Vec::new(),
                edition: saved.edition.clone(),
                depth: depth_code(saved.depth).to_owned(),
                facts: key.seal(app, FACTS_PLACE, &serde_json::to_vec(&saved.facts)?),
                at: around.started_at,
            },
            belongs: OrganisationRoundRow {
                round: around.id,
                organisation: around.organisation,
                key: app.key.wrap(app, around.id.as_bytes(), &key),
                stage: around.stage.code().to_owned(),
                previous: around.previous,
                prepared_by: None,
                started_by: None,
                answer_by: around.answer_by,
                closed_at: around.closed_at,
            },
            audiences,
            agreed,
            changed_at: around.changed_at,
        })
    }

    /// Stores it.
    pub(crate) async fn store(&self, tx: &mut Tx) -> Result<(), StoreError> {
        let id = self.round.id;
        tx.create_round(&self.round).await?;
        tx.add_organisation_round(&self.belongs).await?;
        for audience in &self.audiences {
            tx.add_audience(audience).await?;
        }
        for (question, body) in &self.agreed {
            tx.save_agreement(id, question, 0, body, self.changed_at)
                .await?;
        }
        tx.touch_round(id, self.changed_at).await
    }
}

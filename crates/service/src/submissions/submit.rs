//! Handing in.

use std::collections::BTreeMap;

use domain::account::{Action, Stage, can};
use domain::assessment::Depth;
use domain::comparison::CardTold;
use domain::reference::Reference;
use store::{NewMail, StoreError, SubmissionRow, Tx};
use uuid::Uuid;

use super::document::{ClassificationPart, Document, Facts, OrganisationPart, hash};
use super::{Receipt, Refusal, SubmissionError, letters};
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::events::{Act, Detail, EventKind};
use crate::organisations::{By, standing};
use crate::plans::effects::to_tell;
use crate::rounds::{Round, of_organisation};

/// How often what is agreed may change while it is being handed in.
const TRIES: usize = 5;

/// Hands a round in, with what can be told of the plan if that is let be counted. Handing in once
/// more what is handed in already gives the same receipt.
pub async fn submit(
    app: &App,
    person: Uuid,
    round: Uuid,
    with_plan: bool,
) -> Result<Receipt, SubmissionError> {
    for _ in 0..TRIES {
        let Some(handing_in) = HandingIn::new(app, person, round, with_plan).await? else {
            break;
        };
        match app
            .store
            .write(move |tx| Box::pin(async move { handing_in.store(tx).await }))
            .await
        {
            Ok(receipt) => return Ok(receipt),
            // Someone saved an agreed answer in between: hand that in.
            Err(NotYet::Changed) => {}
            Err(NotYet::Refused(Refusal::NotNow)) => break,
            Err(NotYet::Refused(refusal)) => return Err(SubmissionError::Refused(refusal)),
            Err(NotYet::Failed(error)) => return Err(error.into()),
        }
    }
    let done = super::receipt(app, round).await?;
    done.ok_or(SubmissionError::Refused(Refusal::NotNow))
}

/// Why nothing was written.
enum NotYet {
    Changed,
    Refused(Refusal),
    Failed(StoreError),
}

impl From<StoreError> for NotYet {
    fn from(error: StoreError) -> Self {
        NotYet::Failed(error)
    }
}

/// All that is written when a round is handed in, and what it was made from.
struct HandingIn {
    submission: SubmissionRow,
    person: Uuid,
    facts_revision: i64,
    /// The revision of each agreed answer.
    revisions: BTreeMap<String, i64>,
    act: Act,
    mails: Vec<NewMail>,
}

impl HandingIn {
    /// `None` if the round is not being agreed on.
    async fn new(
        app: &App,
        person: Uuid,
        round: Uuid,
        with_plan: bool,
    ) -> Result<Option<Self>, SubmissionError> {
        let Some(round) = of_organisation::open_agreed(app, round).await? else {
            return Ok(None);
        };
        let Some(belongs) = round
            .belongs
            .filter(|belongs| belongs.stage == Stage::Agreeing)
        else {
            return Ok(None);
        };
        if round.depth == Depth::Quick {
            return Err(SubmissionError::Refused(Refusal::Quick));
        }
        if round.facts.coverage.is_none() {
            return Err(SubmissionError::Refused(Refusal::CoverageMissing));
        }
        let reference = Reference::from_number(u64::from_be_bytes(app.bytes())).to_string();
        let plan = match with_plan {
            true => to_tell(app, &round).await?,
            false => None,
        };
        let document = compose(app, &round, belongs.organisation, &reference, plan).await?;
        let text = document.canonical()?;
        let submission = SubmissionRow {
            id: app.id(),
            organisation: belongs.organisation,
            round: round.id(),
            reference,
            person: Some(person),
            hash: hash(&text),
            document: text,
            created_at: app.now(),
            withdrawn: None,
        };
        let revision = |(question, latest): (&String, &crate::rounds::Latest)| {
            (question.clone(), latest.revision)
        };
        Ok(Some(HandingIn {
            person,
            facts_revision: round.facts_revision,
            revisions: round.latest.iter().map(revision).collect(),
            act: Act::new(app, By::Person(person)),
            mails: letters::submitted(app, &submission).await?,
            submission,
        }))
    }

    async fn store(mut self, tx: &mut Tx) -> Result<Receipt, NotYet> {
        let (round, at) = (self.submission.round, self.submission.created_at);
        if !may(
            tx,
            self.person,
            self.submission.organisation,
            Action::Submit,
            Stage::Agreeing,
        )
        .await?
        {
            return Err(NotYet::Refused(Refusal::NotAllowed));
        }
        let (from, to) = (Stage::Agreeing.code(), Stage::Submitted.code());
        if !tx.move_stage(round, from, to, at).await? {
            return Err(NotYet::Refused(Refusal::NotNow));
        }
        // From here on nobody changes what is agreed: see `Tx::hold_stage`.
        let agreements = tx.latest_agreements(round).await?;
        let revisions: BTreeMap<String, i64> = agreements
            .into_iter()
            .map(|agreement| (agreement.of, agreement.revision))
            .collect();
        let facts = tx.facts(round).await?.map(|(revision, _)| revision);
        if revisions != self.revisions || facts != Some(self.facts_revision) {
            return Err(NotYet::Changed);
        }
        tx.add_submission(&self.submission).await?;
        let (organisation, detail) = (
            self.submission.organisation,
            Detail::of(&self.submission.reference),
        );
        self.act
            .record(tx, Some(organisation), EventKind::Submitted, detail)
            .await?;
        for mail in &self.mails {
            tx.enqueue_mail(mail).await?;
        }
        Ok(self.submission.into())
    }
}

/// Whether a person may still do something with a round, as of this transaction.
pub(super) async fn may(
    tx: &mut Tx,
    person: Uuid,
    organisation: Uuid,
    action: Action,
    stage: Stage,
) -> Result<bool, StoreError> {
    let actors = standing::actors(tx, person, organisation).await?;
    Ok(actors
        .into_iter()
        .any(|actor| can(actor, action, Some(stage))))
}

async fn compose(
    app: &App,
    round: &Round,
    organisation: Uuid,
    reference: &str,
    plan: Option<Vec<CardTold>>,
) -> Result<Document, ServiceError> {
    let edition = app
        .content
        .editions
        .get(&round.edition)
        .ok_or_else(|| StoreError::Other("no such edition".to_owned()))?;
    let mut tx = app.store.read().await?;
    let row = tx
        .organisation(organisation)
        .await?
        .ok_or_else(|| StoreError::Conflict("deleted in between".to_owned()))?;
    let owner = match row.owner {
        Some(owner) => tx.organisation(owner).await?,
        None => None,
    };
    let today = l10n::iso_day(app.now());
    let classification = tx
        .classification_on(organisation, &today)
        .await?
        .and_then(ClassificationPart::new);
    Document::new(Facts {
        reference: reference.to_owned(),
        submitted_on: today,
        organisation: OrganisationPart::new(&row, owner.as_ref()),
        organisation_kind: classification
            .as_ref()
            .map(|classification| classification.kind)
            .or(round.facts.kind),
        classification,
        coverage: round.facts.coverage,
        depth: round.depth,
        edition,
        answers: round.answers(),
        plan,
    })
}

//! Withdrawing what was handed in: a new act, recorded beside it.

use domain::account::{Action, Stage};
use store::{StoreError, WithdrawalRow};
use uuid::Uuid;

use super::submit::may;
use super::{Refusal, SubmissionError, letters};
use crate::app::App;
use crate::openness::partners;
use crate::organisations::By;
use crate::organisations::events::{Act, Detail, EventKind};

/// Why nothing was written.
enum NotDone {
    Refused(Refusal),
    Failed(StoreError),
}

impl From<StoreError> for NotDone {
    fn from(error: StoreError) -> Self {
        NotDone::Failed(error)
    }
}

/// Withdraws what was handed in of a round. If it was the latest, what the organisation offers other
/// organisations to tell about falls away with the levels it showed.
pub async fn withdraw(
    app: &App,
    person: Uuid,
    round: Uuid,
    reason: &str,
) -> Result<(), SubmissionError> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(SubmissionError::Refused(Refusal::ReasonMissing));
    }
    let submission = app.store.read().await?.submission_of_round(round).await?;
    let Some(submission) = submission else {
        return Err(SubmissionError::Refused(Refusal::NotNow));
    };
    let organisation = submission.organisation;
    let withdrawal = WithdrawalRow {
        at: app.now(),
        by: Some(person),
        reason: reason.to_owned(),
    };
    let mut act = Act::new(app, By::Person(person));
    let detail = Detail {
        reason: Some(reason.to_owned()),
        ..Detail::of(&submission.reference)
    };
    let mails = letters::withdrawn(app, &submission, reason).await?;
    let done = app.store.write(move |tx| {
        Box::pin(async move {
            tx.lock_organisation(organisation).await?;
            if !may(tx, person, organisation, Action::Withdraw, Stage::Submitted).await? {
                return Err(NotDone::Refused(Refusal::NotAllowed));
            }
            let latest = tx.latest_submission(organisation).await?;
            let shown = latest.is_some_and(|latest| latest.round == round);
            let (from, to) = (Stage::Submitted.code(), Stage::Withdrawn.code());
            if !tx.move_stage(round, from, to, withdrawal.at).await?
                || !tx.withdraw_submission(round, &withdrawal).await?
            {
                return Err(NotDone::Refused(Refusal::NotNow));
            }
            act.record(tx, Some(organisation), EventKind::Withdrawn, detail)
                .await?;
            if shown {
                partners::withdrawn(tx, &mut act, organisation).await?;
            }
            for mail in &mails {
                tx.enqueue_mail(mail).await?;
            }
            Ok(())
        })
    });
    done.await.map_err(|error| match error {
        NotDone::Refused(refusal) => SubmissionError::Refused(refusal),
        NotDone::Failed(error) => error.into(),
    })
}

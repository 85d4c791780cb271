//! An organisation's own values: from its latest submission and the one before. Drafts are never
//! compared.

use domain::comparison::{Counted, OwnValues, Submission, own};
use domain::day::Day;
use service::App;
use service::submissions::{self, Document};
use uuid::Uuid;

use crate::error::Failure;

/// What an organisation has handed in, on the questions of a publication.
pub(super) struct Own {
    /// The round that the latest submission is of.
    pub(super) round: Uuid,
    /// When it was handed in, Unix milliseconds.
    pub(super) at: i64,
    pub(super) values: OwnValues,
    /// What the one before said, and when.
    pub(super) previous: Option<(i64, OwnValues)>,
}

/// What there is of an organisation's own to compare.
pub(super) enum Latest {
    Own(Own),
    /// What it handed in last is too old beside the publication.
    TooOld,
    /// There is nothing, or nothing that leads to the questions of the publication.
    Nothing,
}

/// What an organisation that is counted so has handed in and not withdrawn, beside a publication
/// on an edition and of a date.
pub(super) async fn latest(
    app: &App,
    organisation: Uuid,
    counted: Counted,
    (edition, date): (&str, Day),
) -> Result<Latest, Failure> {
    let mut found: Option<(Own, Submission)> = None;
    for receipt in submissions::of_organisation(app, organisation).await? {
        if receipt.withdrawn.is_some() {
            continue;
        }
        let document = Document::read(&receipt.document)?;
        let Some(submission) = submission(counted, document) else {
            continue;
        };
        // As on its own day: only the latest has to be young enough to be compared.
        let Ok(values) = own(&app.content, (edition, submission.submitted), &submission) else {
            continue;
        };
        let latest = Own {
            round: receipt.round,
            at: receipt.at,
            values,
            previous: found.map(|(before, _)| (before.at, before.values)),
        };
        found = Some((latest, submission));
    }
    Ok(match found {
        None => Latest::Nothing,
        Some((latest, submission)) => {
            match own(&app.content, (edition, date), &submission).is_ok() {
                true => Latest::Own(latest),
                false => Latest::TooOld,
            }
        }
    })
}

/// A document as what is compared.
fn submission(counted: Counted, document: Document) -> Option<Submission> {
    Some(Submission {
        organisation: document.organisation.id,
        owner: None,
        counted,
        submitted: Day::try_from(document.submitted_on.as_str()).ok()?,
        edition: document.versions.edition,
        depth: document.depth,
        synthetic: false,
        answers: document.answers,
        plan: None,
    })
}

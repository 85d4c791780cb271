//! An organisation's own values: from its latest submission and the one before. Drafts are never
//! compared.

use domain::comparison::{Counted, OwnValues, Submission, own};
use domain::day::Day;
use domain::instrument::Content;
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

/// What an organisation that is counted so has handed in and not withdrawn. `None` if there is
/// nothing, or nothing that leads to the questions of the publication.
pub(super) async fn latest(
    app: &App,
    organisation: Uuid,
    counted: Counted,
    edition: &str,
) -> Result<Option<Own>, Failure> {
    let mut found: Option<Own> = None;
    for receipt in submissions::of_organisation(app, organisation).await? {
        if receipt.withdrawn.is_some() {
            continue;
        }
        let document = Document::read(&receipt.document)?;
        let Some(values) = values(&app.content, edition, counted, document) else {
            continue;
        };
        found = Some(Own {
            round: receipt.round,
            at: receipt.at,
            values,
            previous: found.map(|before| (before.at, before.values)),
        });
    }
    Ok(found)
}

/// A document's comparable values.
fn values(
    content: &Content,
    edition: &str,
    counted: Counted,
    document: Document,
) -> Option<OwnValues> {
    let submission = Submission {
        organisation: document.organisation.id,
        owner: None,
        counted,
        submitted: Day::try_from(document.submitted_on.as_str()).ok()?,
        edition: document.versions.edition,
        depth: document.depth,
        synthetic: false,
        answers: document.answers,
    };
    own(content, edition, &submission)
}

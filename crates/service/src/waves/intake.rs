//! From what is stored to what the rules for comparison take in. The only place that reads what
//! organisations have handed in, in order to compare them.

use domain::comparison::{Counted, Frame, Intake, Registered, Submission};
use domain::day::Day;
use domain::organisation::{Lan, OrganisationKind, SkrGroup};
use store::{ComparedRow, CountedRow, Tx};

use super::Problem;
use crate::app::App;
use crate::error::ServiceError;
use crate::organisations::{code, count};
use crate::secrets::Unreadable;
use crate::submissions::Compared;

/// Rows read at a time.
const PAGE: u32 = 2_000;

/// What an organisation was counted as on a day.
pub(super) fn counted(row: &CountedRow) -> Result<Counted, Unreadable> {
    Ok(Counted {
        kind: OrganisationKind::try_from(row.kind.as_str()).map_err(|_| Unreadable)?,
        lan: code::<Lan>(row.lan.as_ref())?,
        skr: code::<SkrGroup>(row.skr_group.as_ref())?,
        population: count(row.population)?,
        volume: count(row.volume)?,
    })
}

/// How many there are of each group on a day, whoever takes part. Tells an intake who owns whom.
pub(super) async fn frame(
    app: &App,
    tx: &mut Tx,
    intake: &mut Intake<'_>,
    date: Day,
) -> Result<Frame, ServiceError> {
    let day = date.to_string();
    let mut register: Vec<(String, Option<String>, Counted)> = Vec::new();
    let mut last = None;
    loop {
        let page = tx.registered(&day, last, PAGE).await?;
        let Some(end) = page.last() else {
            break;
        };
        last = Some(end.id);
        for row in page {
            if let Some(owner) = &row.owner {
                intake.owned(&row.public_id, owner);
            }
            if let Some(held) = &row.counted {
                register.push((row.public_id, row.owner, counted(held)?));
            }
        }
    }
    let registered = register
        .iter()
        .map(|(organisation, owner, counted)| Registered {
            organisation,
            owner: owner.as_deref(),
            counted: *counted,
        });
    Ok(Frame::of(&app.content, registered))
}

/// Gives an intake everything that is handed in and not withdrawn, a page at a time, and says what
/// could not be given.
pub(super) async fn take_in(
    app: &App,
    tx: &mut Tx,
    intake: &mut Intake<'_>,
    date: Day,
) -> Result<Vec<Problem>, ServiceError> {
    let day = date.to_string();
    let mut problems = Vec::new();
    let mut last = None;
    loop {
        let page = tx.compared(&day, last, PAGE).await?;
        let Some(end) = page.last() else {
            return Ok(problems);
        };
        last = Some(end.submission);
        for row in page {
            match submission(row, app.demo.is_some()) {
                Ok(submission) => intake.add(&submission),
                Err(problem) => problems.push(problem),
            }
        }
    }
}

fn submission(row: ComparedRow, synthetic: bool) -> Result<Submission, Problem> {
    let organisation = row.organisation.public_id;
    let unreadable = || Problem::Unreadable {
        organisation: organisation.clone(),
    };
    let Some(held) = &row.organisation.counted else {
        return Err(Problem::NotClassified { organisation });
    };
    let counted = counted(held).map_err(|_| unreadable())?;
    let handed_in = Compared::read(&row.document).map_err(|_| unreadable())?;
    Ok(Submission {
        submitted: handed_in.submitted_on,
        edition: handed_in.versions.edition,
        depth: handed_in.depth,
        answers: handed_in.answers,
        plan: handed_in.plan,
        organisation,
        owner: row.organisation.owner,
        counted,
        synthetic,
    })
}

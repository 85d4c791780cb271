//! What an organisation handed in itself, as it can be held against a publication's figures.

use std::collections::BTreeMap;

use super::intake::Plan;
use super::report::WhyLeftOut;
use super::submission::Submission;
use crate::day::Day;
use crate::instrument::{Content, Level};
use crate::scoring::Mean;

/// An organisation's own values, as a publication's figures can be held against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnValues {
    /// The exact mean of each goal that has a comparable level.
    pub goals: BTreeMap<String, Mean>,
    /// The level of each question that is mapped and answered with one.
    pub questions: BTreeMap<String, Level>,
}

/// An organisation's own values on the edition of a publication of a date. It is compared by the
/// same rules as those that take part, so that no verdict rests on what the rules call too old.
///
/// # Errors
/// Why it is not compared: it is too old on that date, a snabbkoll, or on an edition that does not
/// lead to the publication's.
pub fn own(
    content: &Content,
    (edition, date): (&str, Day),
    submission: &Submission,
) -> Result<OwnValues, WhyLeftOut> {
    if let Some(why) = submission.why_left_out(date) {
        return Err(why);
    }
    let edition = content.editions.get(edition);
    let plan = Plan::new(edition.ok_or(WhyLeftOut::OtherEdition)?);
    let mapping = plan.mapping(content, &submission.edition);
    let mapping = mapping.ok_or(WhyLeftOut::OtherEdition)?;
    let codes = plan.codes(submission, &mapping);
    let goals = plan.stand(&codes, &mapping);
    let goals = plan.goals.iter().zip(goals);
    let questions = plan.questions.iter().zip(codes);
    Ok(OwnValues {
        goals: goals
            .filter_map(|((id, _), stands)| Some(((*id).to_owned(), stands?.0)))
            .collect(),
        questions: questions
            .filter_map(|(id, code)| Some(((*id).to_owned(), Level::try_from(code).ok()?)))
            .collect(),
    })
}

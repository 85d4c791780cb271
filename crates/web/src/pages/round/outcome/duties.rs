//! Lagkrav to check: listed apart from levels, as guidance.

use domain::scoring::DutyFinding;
use l10n::day;

use super::Outcome;

/// A legal duty that an answer says may not be met.
pub(crate) struct DutyLine {
    /// Which answer it follows from.
    pub(crate) answer: String,
    pub(crate) label: String,
    /// What may not be met.
    pub(crate) text: String,
    /// Act and chapter.
    pub(crate) reference: String,
    /// When the rule was last compared with the act.
    pub(crate) checked: String,
    /// Title and address of where to read.
    pub(crate) source: Option<(String, String)>,
}

/// All lagkrav that the answers point to, in the order questions are asked.
pub(crate) fn all(outcome: &Outcome<'_>) -> Vec<DutyLine> {
    let line = |finding| line(outcome, finding);
    outcome.score.duties.iter().filter_map(line).collect()
}

/// The lagkrav of one goal's questions.
pub(crate) fn of_goal(outcome: &Outcome<'_>, goal: &str) -> Vec<DutyLine> {
    let in_goal = |finding: &&DutyFinding| {
        let place = outcome.edition.place(&finding.question);
        place.is_some_and(|place| place.goal.id == goal)
    };
    let findings = outcome.score.duties.iter().filter(in_goal);
    findings.filter_map(|f| line(outcome, f)).collect()
}

fn line(outcome: &Outcome<'_>, finding: &DutyFinding) -> Option<DutyLine> {
    let w = &outcome.wording;
    let duties = &outcome.edition.question(&finding.question)?.duties;
    let duty = duties.iter().find(|duty| duty.id == finding.duty)?;
    let label = w.label(&finding.question);
    Some(DutyLine {
        answer: w.t.duty_answer(finding.level.number(), &label),
        label,
        text: match w.lang {
            domain::text::Lang::Sv => duty.sv.clone(),
            domain::text::Lang::En => duty.en.clone(),
        },
        reference: duty.reference.get(w.lang).to_owned(),
        checked: w.t.duty_checked(day(&duty.checked, w.lang)),
        source: w.content.sources.get(&duty.source).map(|source| {
            let title = source.title.get(w.lang);
            (
                format!("{title} ({})", source.publisher),
                source.address.clone(),
            )
        }),
    })
}

//! The form of the targets: a level and a reason per goal.

use domain::advice::{OwnTarget, TargetReason};
use domain::instrument::{Goal, Level};
use domain::openness::TextFault;
use service::rounds::Facts;

use super::fields::{FieldFault, message};
use super::outcome::{Outcome, targets};
use crate::error::Failure;
use crate::forms::{Fault, Fields, LINE_LIMIT, TEXT_LIMIT};

/// The levels that can be aimed for. Level 1 is the floor, where everybody stands.
pub(super) const LEVELS: [Level; 3] = [Level::TWO, Level::THREE, Level::FOUR];

/// What a form says.
pub(super) struct Sent {
    /// By goal, in the framework's order. A goal whose fields did not come is not here.
    pub(super) goals: Vec<SentGoal>,
    pub(super) faults: Vec<FieldFault>,
}

/// What a form says of one goal.
pub(super) struct SentGoal {
    pub(super) goal: String,
    /// What is to be saved; `None` for no own target.
    target: Option<OwnTarget>,
    /// The level as it was sent; empty for no own target.
    pub(super) level: String,
    /// The reason as it was written.
    pub(super) reason: String,
}

/// Whether a target can be set for a goal: it has a level, or one was set while it had.
pub(super) fn can_be_set(outcome: &Outcome<'_>, goal: &Goal) -> bool {
    let score = outcome.score.goal(&goal.id);
    score.is_some_and(|score| score.level.is_some()) || targets::own(outcome, &goal.id).is_some()
}

/// Reads the form, and the revision that it was made from.
///
/// # Errors
/// The form has no revision: it is none of ours.
pub(super) fn read(outcome: &Outcome<'_>, fields: &Fields) -> Result<(Sent, u32), Failure> {
    let version = fields
        .one("version", LINE_LIMIT)
        .ok()
        .and_then(|version| version.parse().ok())
        .ok_or(Failure::BadForm)?;
    let mut sent = Sent {
        goals: Vec::new(),
        faults: Vec::new(),
    };
    let goals = outcome.edition.goals.iter();
    for goal in goals.filter(|goal| can_be_set(outcome, goal)) {
        let (level, reason) = (format!("niva.{}", goal.id), format!("skal.{}", goal.id));
        if !fields.has(&level) {
            continue;
        }
        let target = target(outcome, goal, fields, (&level, &reason));
        sent.goals.push(SentGoal {
            goal: goal.id.clone(),
            level: fields.shown(&level),
            reason: fields.shown(&reason),
            target: target.unwrap_or_else(|fault| {
                sent.faults.push(fault);
                None
            }),
        });
    }
    Ok((sent, version))
}

fn target(
    outcome: &Outcome<'_>,
    goal: &Goal,
    fields: &Fields,
    (level, reason): (&str, &str),
) -> Result<Option<OwnTarget>, FieldFault> {
    let w = &outcome.wording;
    let wrong = |name: &str, message| FieldFault {
        field: format!("{name}-{}", goal.id),
        message,
    };
    let unusable = |name: &str, fault| wrong(name, message(w.t, fault));
    let chosen = fields
        .one(level, LINE_LIMIT)
        .map_err(|fault| unusable("niva", fault))?;
    if chosen.is_empty() {
        return Ok(None);
    }
    let level = LEVELS.into_iter().find(|level| level.to_string() == chosen);
    let level = level.ok_or_else(|| unusable("niva", Fault::Unknown))?;
    let written = fields
        .one(reason, TEXT_LIMIT)
        .map_err(|fault| unusable("skal", fault))?;
    let reason = TargetReason::try_from(written).map_err(|fault| match fault {
        TextFault::Empty => wrong("skal", w.t.targets_fault_reason(w.goal(&goal.id))),
        TextFault::TooLong(limit) => unusable("skal", Fault::TooLong(limit)),
    })?;
    Ok(Some(OwnTarget {
        level,
        reason: reason.as_str().to_owned(),
    }))
}

impl Sent {
    /// What was sent of a goal.
    pub(super) fn goal(&self, id: &str) -> Option<&SentGoal> {
        self.goals.iter().find(|sent| sent.goal == id)
    }

    /// Whether what was sent is what is saved already.
    pub(super) fn is_saved(&self, facts: &Facts) -> bool {
        let saved = |sent: &SentGoal| facts.targets.get(&sent.goal) == sent.target.as_ref();
        self.goals.iter().all(saved)
    }

    /// Makes what was sent what is saved.
    pub(super) fn save_into(&self, facts: &mut Facts) {
        for sent in &self.goals {
            match &sent.target {
                Some(target) => facts.targets.insert(sent.goal.clone(), target.clone()),
                None => facts.targets.remove(&sent.goal),
            };
        }
        facts.targets_revision += 1;
    }
}

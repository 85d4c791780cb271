//! A round as a file: to keep, and to load on this or any other installation.

use std::collections::BTreeMap;

use domain::advice::{OwnTarget, TargetReason};
use domain::assessment::{Answer, Depth};
use domain::instrument::{Content, Edition, Level};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::error::ServiceError;
use crate::rounds::{self, Facts, Previous, Round, Said};
use crate::secrets::Secret;

const FORMAT: &str = "strategikollen-round-1";

/// What the file holds: the latest of every answer, no address, no history.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RoundFile {
    format: String,
    /// SHA-256 of `round`, so that a file cut off or changed by hand is noticed.
    check: String,
    round: SavedRound,
}

/// A round as a file holds it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SavedRound {
    pub(crate) edition: String,
    pub(crate) depth: Depth,
    /// Unix milliseconds.
    saved_at: i64,
    pub(crate) facts: Facts,
    pub(crate) answers: BTreeMap<String, Said>,
}

/// Why a file could not be loaded. Nothing is stored then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// Empty: no file was chosen.
    Empty,
    /// Not a file that this service has saved, or one that was cut off.
    NotARound,
    /// The content no longer matches the file's own check.
    Altered,
    /// Saved on an edition that this installation does not have.
    UnknownEdition(String),
    /// An answer or a text that no form here could have given.
    Unusable(String),
}

/// A file that could be read, or why not.
type Read<T> = Result<T, FileFault>;

fn check(round: &SavedRound) -> Result<String, serde_json::Error> {
    let canonical = serde_json::to_vec(round)?;
    Ok(Sha256::digest(canonical)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

/// The round as a file.
pub fn write(app: &App, round: &Round) -> Result<Vec<u8>, ServiceError> {
    let saved = SavedRound {
        edition: round.edition.clone(),
        depth: round.depth,
        saved_at: app.now(),
        facts: round.facts.clone(),
        answers: round
            .latest
            .iter()
            .map(|(question, latest)| (question.clone(), latest.said.clone()))
            .collect(),
    };
    let file = RoundFile {
        format: FORMAT.to_owned(),
        check: check(&saved)?,
        round: saved,
    };
    Ok(serde_json::to_vec_pretty(&file)?)
}

/// Loads a file as the round before: starts a new one on the current edition, with an address of its
/// own, to begin from what the file answered.
pub async fn load_as_previous(
    app: &App,
    bytes: &[u8],
    text_limit: usize,
) -> Result<Result<Secret, FileFault>, ServiceError> {
    let round = match read(&app.content, bytes, text_limit) {
        Ok(round) => round,
        Err(fault) => return Ok(Err(fault)),
    };
    let previous = Previous {
        edition: round.edition,
        depth: round.depth,
        kind: round.facts.kind,
        coverage: round.facts.coverage,
        at: round.saved_at,
        said: round.answers,
    };
    let facts = round.facts.for_next(previous, &app.content);
    let (edition, none) = (&app.content.current, BTreeMap::new());
    let secret = rounds::create(app, edition, round.depth, &facts, &none).await?;
    Ok(Ok(secret))
}

/// Loads a file as a new round with an address of its own. The limits are those of the forms, in
/// characters.
pub async fn load(
    app: &App,
    bytes: &[u8],
    text_limit: usize,
) -> Result<Result<Secret, FileFault>, ServiceError> {
    match read(&app.content, bytes, text_limit) {
        Ok(round) => {
            let secret = rounds::create(
                app,
                &round.edition,
                round.depth,
                &round.facts,
                &round.answers,
            )
            .await?;
            Ok(Ok(secret))
        }
        Err(fault) => Ok(Err(fault)),
    }
}

/// The round in a file, if all of it could have been written here.
pub(crate) fn read(content: &Content, bytes: &[u8], text_limit: usize) -> Read<SavedRound> {
    if bytes.is_empty() {
        return Err(FileFault::Empty);
    }
    let file: RoundFile = serde_json::from_slice(bytes).map_err(|_| FileFault::NotARound)?;
    if file.format != FORMAT {
        return Err(FileFault::NotARound);
    }
    if check(&file.round).map_err(|_| FileFault::NotARound)? != file.check {
        return Err(FileFault::Altered);
    }
    let mut round = file.round;
    let edition = content
        .editions
        .get(&round.edition)
        .ok_or_else(|| FileFault::UnknownEdition(round.edition.clone()))?;
    let too_long = |text: &str| text.contains('\0') || text.chars().count() > text_limit;
    let usable = |edition: &Edition, answers: &BTreeMap<String, Said>| {
        answers.iter().try_for_each(|(id, said)| {
            let question = edition.question(id);
            let reason_holds = match &said.answer {
                Some(Answer::NotApplicable(reason)) => question
                    .is_some_and(|q| q.not_applicable.iter().any(|entry| entry.reason == *reason)),
                _ => question.is_some(),
            };
            match reason_holds && !too_long(&said.comment) {
                true => Ok(()),
                false => Err(FileFault::Unusable(id.clone())),
            }
        })
    };
    usable(edition, &round.answers)?;
    // Where the edition of the round before is not to be had, there is nothing to begin from.
    let past = |previous: &Previous| content.editions.get(&previous.edition);
    match round
        .facts
        .previous
        .as_ref()
        .map(|previous| (past(previous), previous))
    {
        Some((Some(edition), previous)) => usable(edition, &previous.said)?,
        Some((None, _)) => round.facts.previous = None,
        None => {}
    }
    let facts = &round.facts;
    let texts = facts.name.iter().chain(
        facts
            .proposals
            .values()
            .flat_map(|proposal| [&proposal.owner, &proposal.date]),
    );
    if texts.into_iter().any(|text| too_long(text)) {
        return Err(FileFault::Unusable("facts".to_owned()));
    }
    if let Some(goal) = facts.done.keys().find(|goal| edition.goal(goal).is_none()) {
        return Err(FileFault::Unusable(goal.clone()));
    }
    let impossible = |(goal, target): &(&String, &OwnTarget)| {
        let reason = TargetReason::try_from(target.reason.as_str());
        let as_saved = reason.is_ok_and(|reason| reason.as_str() == target.reason);
        edition.goal(goal).is_none() || target.level == Level::ONE || !as_saved
    };
    if let Some((goal, _)) = facts.targets.iter().find(impossible) {
        return Err(FileFault::Unusable(goal.clone()));
    }
    Ok(round)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What reading a file gives that says this of the target of a goal.
    fn read_with(goal: &str, level: Level, reason: &str) -> Result<(), FileFault> {
        let content = crate::content::load_embedded().unwrap();
        let mut facts = Facts::default();
        let reason = reason.to_owned();
        facts
            .targets
            .insert(goal.to_owned(), OwnTarget { level, reason });
        let round = SavedRound {
            edition: content.current.clone(),
            depth: Depth::Full,
            saved_at: 0,
            facts,
            answers: BTreeMap::new(),
        };
        let file = RoundFile {
            format: FORMAT.to_owned(),
            check: check(&round).unwrap(),
            round,
        };
        let bytes = serde_json::to_vec(&file).unwrap();
        read(&content, &bytes, 10_000).map(|_| ())
    }

    #[test]
    fn a_target_that_no_form_gives_is_refused() {
        assert_eq!(read_with("4", Level::THREE, "Nämnden vill det"), Ok(()));
        let long = "å".repeat(501);
        let cases = [
            ("99", Level::THREE, "Nämnden vill det"),
            ("4", Level::ONE, "Nämnden vill det"),
            ("4", Level::THREE, ""),
            ("4", Level::THREE, " \n"),
            ("4", Level::THREE, "a\0b"),
            ("4", Level::THREE, long.as_str()),
        ];
        for (goal, level, reason) in cases {
            let refused = read_with(goal, level, reason);
            assert_eq!(refused, Err(FileFault::Unusable(goal.to_owned())));
        }
    }
}

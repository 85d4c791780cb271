//! The rounds, and what was handed in of them.

use std::collections::BTreeMap;

use domain::account::Stage;
use domain::day::Day;
use store::{SubmissionRow, WithdrawalRow};
use uuid::Uuid;

use super::super::portable::{PATH, Portable, RoundPart, SubmissionPart};
use super::Reading;
use crate::error::ServiceError;
use crate::file::{self, FileFault, SavedRound};
use crate::rounds::restoring::{Around, Restored};
use crate::submissions::{Document, hash};

/// Longest text in a round, in characters: that of the forms.
const TEXT_LIMIT: usize = 10_000;

impl Reading<'_> {
    /// What was handed in, by reference, each with the id that its round gets.
    pub(super) fn submissions(
        &mut self,
        portable: &Portable,
        organisation: Uuid,
    ) -> BTreeMap<String, SubmissionRow> {
        let mut submissions = BTreeMap::new();
        for part in &portable.submissions {
            let Some(document) = self.document(part) else {
                continue;
            };
            let row = SubmissionRow {
                id: self.app.id(),
                organisation,
                round: self.app.id(),
                reference: part.reference.clone(),
                person: None,
                document,
                hash: part.hash.clone(),
                created_at: part.at,
                withdrawn: part.withdrawn_at.map(|at| WithdrawalRow {
                    at,
                    by: None,
                    reason: part.withdrawn_because.clone().unwrap_or_default(),
                }),
            };
            if submissions.insert(part.reference.clone(), row).is_some() {
                self.wrong(PATH, format!("{} was handed in twice", part.reference));
            }
        }
        submissions
    }

    fn document(&mut self, part: &SubmissionPart) -> Option<String> {
        let bytes = self.file(&part.file)?;
        let Ok(text) = std::str::from_utf8(bytes) else {
            self.wrong(&part.file, "is no text");
            return None;
        };
        if hash(text) != part.hash {
            self.wrong(
                &part.file,
                "is not what was handed in: its checksum differs",
            );
            return None;
        }
        match Document::read(text) {
            Ok(document) if document.reference == part.reference => Some(text.to_owned()),
            Ok(document) => {
                let told = format!("is {}, not {}", document.reference, part.reference);
                self.wrong(&part.file, told);
                None
            }
            Err(_) => {
                self.wrong(&part.file, "is nothing that this version has handed in");
                None
            }
        }
    }

    /// The id that each round gets, by its file.
    pub(super) fn round_ids<'p>(
        &mut self,
        portable: &'p Portable,
        submissions: &BTreeMap<String, SubmissionRow>,
    ) -> BTreeMap<&'p str, Uuid> {
        let mut ids = BTreeMap::new();
        for part in &portable.rounds {
            let handed_in = part.submission.as_ref();
            let handed_in = handed_in.and_then(|reference| submissions.get(reference));
            let id = handed_in.map_or_else(|| self.app.id(), |row| row.round);
            if ids.insert(part.file.as_str(), id).is_some() {
                self.wrong(&part.file, "is the file of two rounds");
            }
            let expected = match handed_in {
                None => matches!(part.stage, Stage::Answering | Stage::Agreeing),
                Some(row) if row.withdrawn.is_some() => part.stage == Stage::Withdrawn,
                Some(_) => part.stage == Stage::Submitted,
            };
            if !expected {
                let stage = part.stage.code();
                self.wrong(
                    &part.file,
                    format!("is {stage}: its submission says otherwise"),
                );
            }
        }
        ids
    }

    pub(super) fn rounds(
        &mut self,
        portable: &Portable,
        organisation: Uuid,
        ids: &BTreeMap<&str, Uuid>,
    ) -> Result<Vec<Restored>, ServiceError> {
        let mut rounds = Vec::with_capacity(portable.rounds.len());
        for part in &portable.rounds {
            let Some(saved) = self.round(part) else {
                continue;
            };
            let previous = part.previous.as_deref();
            let around = Around {
                id: ids.get(part.file.as_str()).copied().unwrap_or_default(),
                organisation,
                stage: part.stage,
                previous: previous.and_then(|file| ids.get(file).copied()),
                started_at: part.started_at,
                changed_at: part.changed_at,
                answer_by: part.answer_by.clone(),
                closed_at: part.closed_at,
                audiences: part
                    .audiences
                    .iter()
                    .map(|audience| (audience.role, audience.questions.as_slice()))
                    .collect(),
            };
            rounds.push(Restored::new(self.app, &saved, around)?);
        }
        Ok(rounds)
    }

    /// A round's own file, if it and what is said of it can be used.
    fn round(&mut self, part: &RoundPart) -> Option<SavedRound> {
        let bytes = self.file(&part.file)?;
        let saved = match file::read(&self.app.content, bytes, TEXT_LIMIT) {
            Ok(saved) => saved,
            Err(fault) => {
                let what = match fault {
                    FileFault::Empty | FileFault::NotARound => "is no round".to_owned(),
                    FileFault::Altered => "was cut off or changed".to_owned(),
                    FileFault::UnknownEdition(edition) => {
                        format!("was answered on {edition}, which this version does not have")
                    }
                    FileFault::Unusable(id) => {
                        format!("has an answer or text to {id} that is none")
                    }
                };
                self.wrong(&part.file, what);
                return None;
            }
        };
        let edition = self.app.content.editions.get(&saved.edition)?;
        let asked = part
            .audiences
            .iter()
            .flat_map(|audience| &audience.questions);
        if let Some(unknown) = asked.into_iter().find(|id| edition.question(id).is_none()) {
            self.wrong(&part.file, format!("asks {unknown}, which is no question"));
        }
        if part.audiences.is_empty() {
            self.wrong(&part.file, "asks nobody");
        }
        let day = part.answer_by.as_deref();
        if day.is_some_and(|day| Day::try_from(day).is_err()) {
            self.wrong(&part.file, "has a last day that is no day");
        }
        Some(saved)
    }
}

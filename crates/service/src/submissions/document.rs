//! What is handed in: one document in canonical JSON, that says by itself what was answered and
//! what came out, and of the plan what the organisation lets be counted. Codes alone: no grounds,
//! no comments, no one person's answers, no names. What each field means stands in
//! `docs/reference/submission.md`.

use domain::assessment::{Answers, Coverage, Depth};
use domain::comparison::CardTold;
use domain::day::Day;
use domain::instrument::{Content, Edition, Level};
use domain::organisation::OrganisationKind;
use domain::scoring::{self, ResultCodes, WhyNoLevel};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::{ClassificationRow, OrganisationRow};

use crate::error::ServiceError;

const FORMAT: &str = "strategikollen-submission-1";

/// What was handed in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    format: String,
    /// Its reference number.
    pub reference: String,
    /// The day it was handed in, Swedish time, `YYYY-MM-DD`.
    pub submitted_on: String,
    /// Who handed in.
    pub organisation: OrganisationPart,
    /// What the organisation was counted as that day; `None` if nobody has said.
    pub classification: Option<ClassificationPart>,
    /// The kind that the result was computed for.
    pub organisation_kind: Option<OrganisationKind>,
    /// Whom the answers cover.
    pub coverage: Option<Coverage>,
    /// Hela kollen. Snabbkollen is never handed in.
    pub depth: Depth,
    /// What the result was computed by.
    pub versions: VersionsPart,
    /// The answers that the group agreed on.
    pub answers: Answers,
    /// What the rules made of them: see [`ResultCodes`].
    pub result: serde_json::Value,
    /// The tips that its plan says it is to do; left out unless the organisation has let them be
    /// counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Vec<CardTold>>,
}

/// An organisation, by its numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationPart {
    /// Its id in the service's addresses.
    pub id: String,
    /// Its organisation number, ten digits, if known.
    pub number: Option<String>,
    /// The organisation that owns it, in the same way.
    pub owner: Option<Box<OrganisationPart>>,
}

impl OrganisationPart {
    /// An organisation and the one that owns it.
    pub fn new(organisation: &OrganisationRow, owner: Option<&OrganisationRow>) -> Self {
        OrganisationPart {
            id: organisation.public_id.clone(),
            number: organisation.number.clone(),
            owner: owner.map(|owner| Box::new(OrganisationPart::new(owner, None))),
        }
    }
}

/// What an organisation is counted as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassificationPart {
    /// The first day it holds, `YYYY-MM-DD`.
    pub valid_from: String,
    /// Its kind.
    pub kind: OrganisationKind,
    /// Code of its län.
    pub lan: Option<String>,
    /// Code of its municipality.
    pub municipality: Option<String>,
    /// Code of its kommungrupp.
    pub group: Option<String>,
    /// Inhabitants.
    pub population: Option<i64>,
    /// What it buys for in a year, kronor.
    pub volume: Option<i64>,
}

impl ClassificationPart {
    /// `None` if its kind is none that this version knows.
    pub fn new(row: ClassificationRow) -> Option<Self> {
        Some(ClassificationPart {
            kind: OrganisationKind::try_from(row.kind.as_str()).ok()?,
            valid_from: row.valid_from,
            lan: row.lan,
            municipality: row.municipality,
            group: row.skr_group,
            population: row.population,
            volume: row.volume,
        })
    }
}

/// What a result was computed by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VersionsPart {
    /// Edition id.
    pub edition: String,
    /// Version of the edition's questions, levels, reasons for inte tillämpligt and mapping.
    pub structure: u32,
    /// Id of the framework that the mapping is for.
    pub framework: String,
    /// Version of the rules.
    pub rules: String,
}

/// Where a goal stood, as the rules of the time found.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct GoalPart {
    /// Goal id.
    pub goal: String,
    /// Its level.
    pub level: Option<Level>,
    /// Why it has none; empty if it has.
    pub why_no_level: Vec<WhyNoLevel>,
}

/// What is known of a round when it is handed in.
pub struct Facts<'a> {
    /// Its reference number.
    pub reference: String,
    /// The day, Swedish time, `YYYY-MM-DD`.
    pub submitted_on: String,
    /// Who hands in.
    pub organisation: OrganisationPart,
    /// What the organisation is counted as that day.
    pub classification: Option<ClassificationPart>,
    /// The kind to compute the result for.
    pub organisation_kind: Option<OrganisationKind>,
    /// Whom the answers cover.
    pub coverage: Option<Coverage>,
    /// How much was asked.
    pub depth: Depth,
    /// What was asked.
    pub edition: &'a Edition,
    /// The answers that the group agreed on.
    pub answers: Answers,
    /// What it tells of its plan.
    pub plan: Option<Vec<CardTold>>,
}

impl Document {
    /// The document that says what is known, with its result.
    ///
    /// # Errors
    /// Never in practice: a result has a JSON form.
    pub fn new(facts: Facts<'_>) -> Result<Self, ServiceError> {
        let kind = facts.organisation_kind;
        let score = scoring::score(facts.edition, facts.depth, kind, &facts.answers);
        Ok(Document {
            format: FORMAT.to_owned(),
            reference: facts.reference,
            submitted_on: facts.submitted_on,
            organisation: facts.organisation,
            classification: facts.classification,
            organisation_kind: kind,
            coverage: facts.coverage,
            depth: facts.depth,
            versions: VersionsPart {
                edition: score.versions.edition.clone(),
                structure: score.versions.structure,
                framework: score.versions.framework.clone(),
                rules: score.versions.rules.to_owned(),
            },
            answers: facts.answers,
            result: serde_json::to_value(ResultCodes::from(score))?,
            plan: facts.plan,
        })
    }

    /// Reads a stored document.
    pub fn read(text: &str) -> Result<Self, ServiceError> {
        let document: Document = serde_json::from_str(text)?;
        match document.format == FORMAT {
            true => Ok(document),
            false => Err(crate::secrets::Unreadable.into()),
        }
    }

    /// Where each goal stood, as it was stored when it was handed in.
    pub fn goals(&self) -> Result<Vec<GoalPart>, ServiceError> {
        #[derive(Deserialize)]
        struct Goals {
            goals: Vec<GoalPart>,
        }
        Ok(Goals::deserialize(&self.result)?.goals)
    }

    /// The document as it is stored and hashed.
    pub fn canonical(&self) -> Result<String, ServiceError> {
        Ok(serde_json_canonicalizer::to_string(self)?)
    }

    /// The same document with its result computed anew from its answers. `None` if this
    /// installation does not have the edition.
    pub fn recomputed(&self, content: &Content) -> Option<Result<Self, ServiceError>> {
        let edition = content.editions.get(&self.versions.edition)?;
        Some(Document::new(Facts {
            reference: self.reference.clone(),
            submitted_on: self.submitted_on.clone(),
            organisation: self.organisation.clone(),
            classification: self.classification.clone(),
            organisation_kind: self.organisation_kind,
            coverage: self.coverage,
            depth: self.depth,
            edition,
            answers: self.answers.clone(),
            plan: self.plan.clone(),
        }))
    }
}

/// What a comparison takes of a document, read without the rest: there may be very many.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Compared {
    format: String,
    /// The day it was handed in, Swedish time.
    pub submitted_on: Day,
    /// Hela kollen. Snabbkollen is never handed in.
    pub depth: Depth,
    /// What the result was computed by.
    pub versions: VersionsPart,
    /// The answers that the group agreed on.
    pub answers: Answers,
    /// What it tells of its plan.
    #[serde(default)]
    pub plan: Option<Vec<CardTold>>,
}

impl Compared {
    /// Reads that much of a stored document.
    pub fn read(text: &str) -> Result<Self, ServiceError> {
        let document: Compared = serde_json::from_str(text)?;
        match document.format == FORMAT {
            true => Ok(document),
            false => Err(crate::secrets::Unreadable.into()),
        }
    }
}

/// SHA-256 of a document's text, lower-case hex.
pub fn hash(text: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use domain::assessment::Answer;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    fn content() -> &'static Content {
        static CONTENT: LazyLock<Content> =
            LazyLock::new(|| crate::content::load_embedded().unwrap());
        &CONTENT
    }

    fn handed_in(edition: &Edition, kind: Option<OrganisationKind>, answers: Answers) -> Document {
        let facts = Facts {
            reference: "7F3K-9QXM".to_owned(),
            submitted_on: "2026-11-22".to_owned(),
            organisation: OrganisationPart {
                id: "abcdefghjk".to_owned(),
                number: Some("2120001234".to_owned()),
                owner: None,
            },
            classification: None,
            organisation_kind: kind,
            coverage: Some(Coverage::Own),
            depth: Depth::Full,
            edition,
            answers,
            plan: None,
        };
        Document::new(facts).unwrap()
    }

    /// Any answers to the questions of an edition, reasons that the kind does not allow included.
    fn answers(edition: &Edition) -> impl Strategy<Value = Answers> + use<> {
        let one: Vec<_> = edition
            .questions
            .values()
            .map(|question| {
                let mut choices = vec![None, Some(Answer::DontKnow)];
                choices.extend(Level::ALL.map(|level| Some(Answer::Level(level))));
                choices.extend(
                    question
                        .not_applicable
                        .iter()
                        .map(|entry| Some(Answer::NotApplicable(entry.reason.clone()))),
                );
                let id = question.id.clone();
                select(choices).prop_map(move |answer| Some((id.clone(), answer?)))
            })
            .collect();
        one.prop_map(|answers| answers.into_iter().flatten().collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_stored_document_is_computed_again_to_the_byte(
            answers in answers(&content().editions[&content().current]),
            kind in select(OrganisationKind::ALL.to_vec()),
            known in any::<bool>(),
        ) {
            let content = content();
            let edition = &content.editions[&content.current];
            let stored = handed_in(edition, known.then_some(kind), answers).canonical().unwrap();
            let read = Document::read(&stored).unwrap();
            let again = read.recomputed(content).unwrap().unwrap();
            prop_assert_eq!(again.canonical().unwrap(), stored);
            let score = scoring::score(edition, Depth::Full, read.organisation_kind, &read.answers);
            let levels = |part: GoalPart| (part.goal, part.level);
            let goals: Vec<_> = read.goals().unwrap().into_iter().map(levels).collect();
            let scored: Vec<_> = score.goals.into_iter().map(|goal| (goal.goal, goal.level)).collect();
            prop_assert_eq!(goals, scored);
        }
    }

    #[test]
    fn a_changed_answer_is_noticed() {
        let content = content();
        let edition = &content.editions[&content.current];
        let mut document = handed_in(edition, None, Answers::new());
        let question = edition.goals[0].questions[0].id.clone();
        document
            .answers
            .insert(question, Answer::Level(Level::FOUR));
        let again = document.recomputed(content).unwrap().unwrap();
        assert_ne!(again, document);
    }

    #[test]
    fn a_plan_is_there_only_if_it_is_told_and_is_kept_when_computed_again() {
        let content = content();
        let mut document = handed_in(&content.editions[&content.current], None, Answers::new());
        assert!(!document.canonical().unwrap().contains("\"plan\""));
        document.plan = Some(vec![CardTold {
            card: "ett-tips".to_owned(),
            done: true,
            rose: None,
        }]);
        let text = document.canonical().unwrap();
        let told = r#""plan":[{"card":"ett-tips","done":true,"rose":null}]"#;
        assert!(text.contains(told), "{text}");
        assert_eq!(Document::read(&text).unwrap(), document);
        assert_eq!(Compared::read(&text).unwrap().plan, document.plan);
        assert_eq!(document.recomputed(content).unwrap().unwrap(), document);
    }

    #[test]
    fn only_its_own_format_is_read() {
        let content = content();
        let document = handed_in(&content.editions[&content.current], None, Answers::new());
        let text = document.canonical().unwrap();
        for other in [
            "",
            "{}",
            &text.replace("submission-1", "submission-2"),
            &text.replace("\"coverage\"", "\"comment\""),
        ] {
            assert!(Document::read(other).is_err(), "{other}");
        }
    }
}

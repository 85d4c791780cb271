//! The shape of `organisation.json`, which an export writes and an egen installation loads. Its
//! fields are told in `docs/reference/organisation-export.md`.

use domain::account::{Role, Stage};
use domain::day::Day;
use domain::instrument;
use domain::organisation::{Classification, Lan, MunicipalityCode, OrganisationKind, SkrGroup};
use serde::{Deserialize, Serialize};
use store::{EventRow, MemberRow, NetworkRow, OfferRow};

use super::register::Classified;
use super::role;
use crate::plans::portable::PlanPart;
use crate::submissions::Receipt;

/// The format.
pub(super) const FORMAT: &str = "strategikollen-organisation-1";
/// Its path in the archive.
pub(super) const PATH: &str = "organisation.json";

/// Everything that is not in a file of its own. Times are Unix milliseconds.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Portable {
    pub(super) format: String,
    /// Whether the organisation is synthetic; absent for real ones.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) synthetic: bool,
    pub(super) exported_at: i64,
    pub(super) organisation: OrganisationPart,
    pub(super) classifications: Vec<ClassificationPart>,
    pub(super) members: Vec<MemberPart>,
    /// Newest first.
    pub(super) rounds: Vec<RoundPart>,
    /// Oldest first.
    pub(super) submissions: Vec<SubmissionPart>,
    /// Newest first; absent in what was taken out before there were plans.
    #[serde(default)]
    pub(super) plans: Vec<PlanPart>,
    pub(super) networks: Vec<NetworkPart>,
    pub(super) offers: Vec<OfferPart>,
    /// Newest first.
    pub(super) events: Vec<EventPart>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OrganisationPart {
    /// In addresses, and in what is handed in.
    pub(super) id: String,
    pub(super) name: String,
    pub(super) number: Option<String>,
    pub(super) registrator: Option<String>,
    pub(super) domains: Vec<String>,
    pub(super) joined_at: Option<i64>,
    pub(super) reminder_month: Option<u8>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClassificationPart {
    valid_from: Day,
    kind: OrganisationKind,
    lan: Option<Lan>,
    municipality: Option<MunicipalityCode>,
    group: Option<SkrGroup>,
    population: Option<u32>,
    volume: Option<u64>,
    pub(super) reason: String,
    pub(super) at: i64,
}

impl ClassificationPart {
    pub(super) fn of(classified: &Classified) -> Self {
        let class = &classified.classification;
        ClassificationPart {
            valid_from: class.valid_from,
            kind: class.kind,
            lan: class.lan,
            municipality: class.municipality,
            group: class.group,
            population: class.population,
            volume: class.volume,
            reason: classified.reason.clone(),
            at: classified.at,
        }
    }

    pub(super) fn classification(&self) -> Classification {
        Classification {
            valid_from: self.valid_from,
            kind: self.kind,
            lan: self.lan,
            municipality: self.municipality,
            group: self.group,
            population: self.population,
            volume: self.volume,
        }
    }
}

/// Whether someone belongs to the organisation.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum State {
    Active,
    Pending,
}

impl State {
    /// The code used in the database.
    pub(super) fn code(self) -> &'static str {
        match self {
            State::Active => "active",
            State::Pending => "pending",
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MemberPart {
    pub(super) name: String,
    pub(super) email: String,
    /// Code of the language to write in.
    pub(super) lang: String,
    pub(super) role: Role,
    pub(super) state: State,
    pub(super) since: i64,
    pub(super) confirmed_at: i64,
}

impl From<MemberRow> for MemberPart {
    fn from(row: MemberRow) -> Self {
        MemberPart {
            role: role(&row.role),
            state: if row.state == State::Active.code() {
                State::Active
            } else {
                State::Pending
            },
            name: row.name,
            email: row.email,
            lang: row.lang,
            since: row.created_at,
            confirmed_at: row.confirmed_at,
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoundPart {
    pub(super) file: String,
    pub(super) stage: Stage,
    pub(super) edition: String,
    pub(super) started_at: i64,
    pub(super) changed_at: i64,
    pub(super) answer_by: Option<String>,
    pub(super) closed_at: Option<i64>,
    /// The file of the round it began from, if that is here.
    pub(super) previous: Option<String>,
    /// The reference of what was handed in.
    pub(super) submission: Option<String>,
    pub(super) audiences: Vec<AudiencePart>,
}

/// Those who are asked the same questions.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AudiencePart {
    pub(super) role: instrument::Role,
    pub(super) questions: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SubmissionPart {
    pub(super) file: String,
    pub(super) reference: String,
    pub(super) at: i64,
    pub(super) hash: String,
    pub(super) withdrawn_at: Option<i64>,
    pub(super) withdrawn_because: Option<String>,
}

impl SubmissionPart {
    pub(super) fn of(receipt: &Receipt) -> Self {
        let withdrawn = receipt.withdrawn.as_ref();
        SubmissionPart {
            file: format!("inlamningar/{}.json", receipt.reference),
            reference: receipt.reference.clone(),
            at: receipt.at,
            hash: receipt.hash.clone(),
            withdrawn_at: withdrawn.map(|withdrawn| withdrawn.at),
            withdrawn_because: withdrawn.map(|withdrawn| withdrawn.reason.clone()),
        }
    }
}

/// A network that it is in or is invited to. Who else is in it is not its own to take out.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NetworkPart {
    name: String,
    purpose: String,
    /// Absent while it is only invited.
    joined_at: Option<i64>,
    /// Until when it can accept; absent once it is in.
    invited_until: Option<i64>,
}

impl NetworkPart {
    pub(super) fn of(row: NetworkRow, joined_at: Option<i64>, invited_until: Option<i64>) -> Self {
        NetworkPart {
            name: row.name,
            purpose: row.purpose,
            joined_at,
            invited_until,
        }
    }
}

/// A goal that it offers other organisations to tell about.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfferPart {
    goal: String,
    about: String,
    since: i64,
}

impl From<OfferRow> for OfferPart {
    fn from(row: OfferRow) -> Self {
        OfferPart {
            goal: row.goal,
            about: row.about,
            since: row.created_at,
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EventPart {
    pub(super) at: i64,
    pub(super) who: String,
    pub(super) kind: String,
    pub(super) detail: String,
}

impl From<EventRow> for EventPart {
    fn from(row: EventRow) -> Self {
        EventPart {
            at: row.at,
            who: row.who,
            kind: row.kind,
            detail: row.detail,
        }
    }
}

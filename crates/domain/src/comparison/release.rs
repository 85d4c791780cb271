//! A release: the frozen figures of one wave. Its public part is all that anyone reads; its
//! protected part carries what the next wave's rules need, and never leaves the service.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::lattice::Group;
use super::publication::Publication;
use super::report::Report;
use crate::day::Day;

/// What a release says it is.
pub const RELEASE_FORMAT: &str = "strategikollen-release-1";

/// The frozen figures of one wave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// `strategikollen-release-1`.
    pub format: String,
    /// SHA-256, lower-case hex, of the canonical JSON (RFC 8785) of the release without its hash
    /// and without the values, which can be erased without touching it.
    pub hash: String,
    /// What anyone may see.
    pub public: Publication,
    /// What was hidden, held back or kept, and by which rule: for the publisher.
    pub report: Report,
    /// What the next wave needs. Never leaves the service.
    pub protected: Protected,
}

/// The protected part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Protected {
    /// What organisations and answers are hashed with, lower-case hex of 32 bytes; the same in
    /// every release of a chain.
    pub salt: String,
    /// What each group shows.
    pub groups: BTreeMap<Group, Shown>,
    /// The members of each date that some group still shows.
    pub snapshots: BTreeMap<Day, Snapshot>,
    /// Members' values by date and member, outside the release's hash: a member's can be erased.
    pub values: BTreeMap<Day, BTreeMap<String, Values>>,
    /// What each tip shows; left out if none shows anything.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub cards: BTreeMap<String, CardShown>,
}

/// What a tip shows, and from when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CardShown {
    /// The date that the figure is from.
    pub date: Day,
    /// The date that how many have done it was last shown for.
    pub done: Option<Day>,
    /// The date that the share whose answer rose was last shown for.
    pub rose: Option<Day>,
    /// Those that had chosen the tip on each of these dates. They stay when an organisation leaves,
    /// since the next wave has to know who moves.
    pub told: BTreeMap<Day, Owners>,
}

/// Those that have chosen a tip, by the owner's hash.
pub type Owners = BTreeMap<String, HowFar>;

/// How far an owner has come with a tip that it chose.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum HowFar {
    /// It has not done it.
    Chosen,
    /// It has done it, and nothing is known of the answer.
    Done,
    /// It has done it, and no answer rose.
    Same,
    /// It has done it, and an answer rose.
    Rose,
}

/// What a group shows, and from when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// The date whose members the group shows.
    pub date: Day,
    /// Every goal and question that has a figure, with the date that the figure is from.
    pub cells: BTreeMap<String, Day>,
    /// Every goal and question whose distribution has been shown, with the date that the newest
    /// such distribution is from.
    pub distributions: BTreeMap<String, Day>,
    /// The matched panel that the group shows.
    pub panel: Option<PanelShown>,
}

/// The matched panel that a group shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PanelShown {
    /// The earlier date.
    pub since: Day,
    /// The later date.
    pub date: Day,
    /// The edition whose goals the panel's figures are for.
    pub edition: String,
    /// The members, by hash, and their owners.
    pub members: BTreeMap<String, String>,
    /// Every goal that has a figure, with the members that have no value in it on both dates.
    pub goals: BTreeMap<String, BTreeSet<String>>,
}

/// Who took part on a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// The edition whose goals and questions the members' figures are for.
    pub edition: String,
    /// Ids of its goals and then its questions: what a member's `cells` count.
    pub cells: Vec<String>,
    /// The members that some group shows, by hash.
    pub members: BTreeMap<String, Member>,
}

/// One who took part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// The owner's hash.
    pub owner: String,
    /// Salted hash of the answers: whether they changed, and nothing else.
    pub answers: String,
    /// The groups that show this member.
    pub groups: Vec<Group>,
    /// Which cells the member has a value in: one bit a cell, lower-case hex, the first cell first.
    pub cells: String,
    /// SHA-256 of the member's values, lower-case hex, so that values altered by hand are noticed.
    pub values: String,
}

/// A member's values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Values {
    /// For each goal the sum and the number of its levels; `[0, 0]` for none.
    pub goals: Vec<[u16; 2]>,
}

/// Why a release is not believed.
#[derive(Debug, thiserror::Error)]
pub enum ReleaseError {
    /// Not written as a release is.
    #[error("this is no release: {0}")]
    Malformed(#[from] serde_json::Error),
    /// Another format, or another version of it.
    #[error("the release has the format {0:?}; this version reads {RELEASE_FORMAT:?}")]
    Format(String),
    /// Its content is not what its hash was made of.
    #[error(
        "the release has been altered: its hash does not fit what it holds. Use the file as it \
         was written"
    )]
    Altered,
}

impl Release {
    /// Reads a release and checks that it is as it was written.
    ///
    /// # Errors
    /// [`ReleaseError`], if it is not.
    pub fn read(text: &str) -> Result<Release, ReleaseError> {
        let release: Release = serde_json::from_str(text)?;
        if release.format != RELEASE_FORMAT {
            return Err(ReleaseError::Format(release.format));
        }
        let whole = release.hash == release.computed_hash()? && release.values_are_whole();
        whole.then_some(release).ok_or(ReleaseError::Altered)
    }

    /// The release as it is written: canonical JSON.
    ///
    /// # Errors
    /// Never in practice: every part has a JSON form.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json_canonicalizer::to_string(self)
    }

    /// The release with the hash that fits what it holds. Every part has a JSON form, so there is
    /// always one; a release without would never be read.
    pub(super) fn sealed(mut self) -> Release {
        self.hash = self.computed_hash().unwrap_or_default();
        self
    }

    /// The hash that fits what the release holds.
    fn computed_hash(&self) -> Result<String, serde_json::Error> {
        #[derive(Serialize)]
        struct Hashed<'a> {
            format: &'a str,
            public: &'a Publication,
            report: &'a Report,
            salt: &'a str,
            groups: &'a BTreeMap<Group, Shown>,
            snapshots: &'a BTreeMap<Day, Snapshot>,
            #[serde(skip_serializing_if = "BTreeMap::is_empty")]
            cards: &'a BTreeMap<String, CardShown>,
        }
        let Protected {
            salt,
            groups,
            snapshots,
            values: _,
            cards,
        } = &self.protected;
        let bytes = serde_json_canonicalizer::to_vec(&Hashed {
            format: &self.format,
            public: &self.public,
            report: &self.report,
            salt,
            groups,
            snapshots,
            cards,
        })?;
        Ok(hex(&Sha256::digest(bytes)))
    }

    /// Whether the values that are left are those that were written.
    fn values_are_whole(&self) -> bool {
        self.protected.values.iter().all(|(date, of_date)| {
            let snapshot = self.protected.snapshots.get(date);
            of_date.iter().all(|(hash, values)| {
                let member = snapshot.and_then(|snapshot| snapshot.members.get(hash));
                member.is_some_and(|member| member.values == values.hash())
            })
        })
    }

    /// Erases an organisation's values. Its figures stay in what is published, and its salted
    /// hashes stay, since the rules for renewal need them; no matched panel can count it again.
    pub fn erase(&mut self, organisation: &str) {
        let hash = Salt(self.protected.salt.clone()).organisation(organisation);
        for values in self.protected.values.values_mut() {
            values.remove(&hash);
        }
    }

    /// How an organisation takes part in what a group shows.
    pub fn participation(&self, organisation: &str, group: Group) -> Participation {
        let Some(shown) = self.protected.groups.get(&group) else {
            return Participation::NothingShown;
        };
        let hash = Salt(self.protected.salt.clone()).organisation(organisation);
        let member = self
            .protected
            .snapshots
            .get(&shown.date)
            .and_then(|snapshot| snapshot.members.get(&hash));
        match member {
            Some(member) if member.groups.contains(&group) => Participation::Since(shown.date),
            _ => Participation::Waits(shown.date),
        }
    }
}

/// How an organisation takes part in what a group shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Participation {
    /// It is one of those that the group's figures are from, as of that date.
    Since(Day),
    /// The group shows figures of that date, and the organisation is not among them: it is once
    /// the group is renewed.
    Waits(Day),
    /// The group shows no figures.
    NothingShown,
}

impl Values {
    /// SHA-256 of the values in their order, four bytes a goal.
    pub(super) fn hash(&self) -> String {
        let bytes = self.goals.iter().flatten().flat_map(|n| n.to_be_bytes());
        hex(&Sha256::digest(bytes.collect::<Vec<u8>>()))
    }
}

/// What organisations and answers are hashed with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salt(pub(super) String);

impl Salt {
    /// A salt of unpredictable bytes.
    pub fn new(bytes: [u8; 32]) -> Salt {
        Salt(hex(&bytes))
    }

    /// An organisation's salted hash.
    pub(super) fn organisation(&self, id: &str) -> String {
        self.hash("organisation", id.as_bytes())
    }

    /// A salted hash, half of SHA-256. What it is of is part of it, so that no two uses meet.
    pub(super) fn hash(&self, of: &str, bytes: &[u8]) -> String {
        let mut digest = Sha256::new();
        for part in [self.0.as_bytes(), of.as_bytes()] {
            digest.update(part);
            digest.update([0]);
        }
        digest.update(bytes);
        hex(&digest.finalize()[..16])
    }
}

/// Lower-case hex.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| char::from(DIGITS[usize::from(value)]);
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

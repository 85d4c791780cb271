//! A plan as an organisation takes it out, in `organisation.json`. Its fields are told in
//! `docs/reference/organisation-export.md`; [`super::restoring`] is the other way.

use std::collections::BTreeMap;

use domain::plan::Entry;
use domain::text::Lang;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Approval, Kept, Plan, Who, history};
use crate::app::App;
use crate::error::ServiceError;

/// All of a plan but what opens its owners' own pages. Times are Unix milliseconds.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlanPart {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    /// The file of the round whose tips it is made from, if that is here.
    pub(crate) round: Option<String>,
    /// The edition that those are of.
    pub(crate) edition: String,
    pub(crate) made_at: i64,
    pub(crate) closed_at: Option<i64>,
    pub(crate) approved: Option<Approval>,
    /// The plan it goes on from.
    pub(crate) previous: Option<Uuid>,
    pub(crate) owners: Vec<OwnerPart>,
    pub(crate) entries: Vec<EntryPart>,
}

/// Someone who does what a plan says.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnerPart {
    /// What entries name them by.
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) email: Option<String>,
    pub(crate) lang: Lang,
    pub(crate) remind: bool,
}

/// What has been decided about a tip or an own action.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EntryPart {
    pub(crate) key: String,
    /// Oldest first.
    pub(crate) revisions: Vec<RevisionPart>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RevisionPart {
    pub(crate) at: i64,
    pub(crate) by: ByPart,
    pub(crate) entry: Entry,
}

/// Who saved a revision.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum ByPart {
    /// A member, by e-mail address.
    Member(String),
    /// Someone who is no member any longer.
    Former,
    /// An owner, by id.
    Owner(Uuid),
    /// Nobody: it came with the plan before.
    Carried,
}

impl PlanPart {
    /// A plan with everything that was ever decided in it. `round` is the file of its round, and
    /// `emails` are the members' addresses.
    pub(crate) async fn of(
        app: &App,
        plan: &Plan,
        round: Option<String>,
        emails: &BTreeMap<Uuid, String>,
    ) -> Result<PlanPart, ServiceError> {
        let mut entries = Vec::with_capacity(plan.entries.len());
        for key in plan.entries.keys() {
            let newest_first = history(app, plan, key).await?.into_iter();
            entries.push(EntryPart {
                key: key.clone(),
                revisions: newest_first
                    .rev()
                    .map(|kept| revision(kept, emails))
                    .collect(),
            });
        }
        Ok(PlanPart {
            id: plan.id,
            name: plan.document.name.clone(),
            round,
            edition: plan.edition.clone(),
            made_at: plan.created_at,
            closed_at: plan.closed_at,
            approved: plan.document.approved.clone(),
            previous: plan.document.previous,
            owners: plan
                .owners
                .iter()
                .map(|owner| OwnerPart {
                    id: owner.id,
                    name: owner.name.clone(),
                    email: owner.email.clone(),
                    lang: owner.lang,
                    remind: owner.remind,
                })
                .collect(),
            entries,
        })
    }
}

fn revision(kept: Kept, emails: &BTreeMap<Uuid, String>) -> RevisionPart {
    RevisionPart {
        at: kept.at,
        by: match kept.who {
            Who::Person(id) => {
                let email = emails.get(&id).cloned();
                email.map_or(ByPart::Former, ByPart::Member)
            }
            Who::Owner(id) => ByPart::Owner(id),
            Who::Carried => ByPart::Carried,
        },
        entry: kept.entry,
    }
}

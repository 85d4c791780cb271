//! A plan that an organisation took out of another installation, as it was there but for its owners'
//! secret addresses, which are made anew.

use std::collections::{BTreeMap, BTreeSet};

use domain::organisation::EmailAddress;
use domain::plan::{Decision, Entry, OwnerName, PlanText, Subject, Title};
use store::{NewPlan, PlanOwnerRow, StoreError, Tx};
use uuid::Uuid;

use super::owners::{self, MOST};
use super::portable::{ByPart, EntryPart, OwnerPart, PlanPart, RevisionPart};
use super::{DOCUMENT_PLACE, Document, Who, is_key_of, sealed};
use crate::app::App;
use crate::error::ServiceError;
use crate::secrets::DataKey;

/// A plan that is ready to be stored in the caller's transaction.
pub(crate) struct Restored {
    plan: NewPlan,
    closed_at: Option<i64>,
    owners: Vec<PlanOwnerRow>,
    entries: Vec<Revision>,
}

/// A revision, encrypted, with the one before it.
struct Revision {
    key: String,
    before: i64,
    body: Vec<u8>,
    at: i64,
}

impl Restored {
    /// Seals what is to be stored. `people` are the members, by e-mail address.
    pub(crate) fn new(
        app: &App,
        part: &PlanPart,
        organisation: Uuid,
        round: Option<Uuid>,
        people: &BTreeMap<String, Uuid>,
    ) -> Result<Self, ServiceError> {
        let key = DataKey::new(app);
        let document = Document {
            name: part.name.clone(),
            approved: part.approved.clone(),
            previous: part.previous,
        };
        let mut owners = Vec::with_capacity(part.owners.len());
        for owner in &part.owners {
            owners.push(owners::restored(app, (part.id, &key), owner, part.made_at)?);
        }
        let mut entries = Vec::new();
        for EntryPart { key: of, revisions } in &part.entries {
            for (before, RevisionPart { at, by, entry }) in (0..).zip(revisions) {
                entries.push(Revision {
                    key: of.clone(),
                    before,
                    body: sealed(app, &key, of, entry, who(by, people))?,
                    at: *at,
                });
            }
        }
        Ok(Restored {
            plan: NewPlan {
                id: part.id,
                organisation,
                round,
                edition: part.edition.clone(),
                key: app.key.wrap(app, part.id.as_bytes(), &key),
                document: key.seal(app, DOCUMENT_PLACE, &serde_json::to_vec(&document)?),
                at: part.made_at,
            },
            closed_at: part.closed_at,
            owners,
            entries,
        })
    }

    /// Stores it.
    pub(crate) async fn store(&self, tx: &mut Tx) -> Result<(), StoreError> {
        let id = self.plan.id;
        tx.add_plan(&self.plan).await?;
        for owner in &self.owners {
            tx.add_plan_owner(owner).await?;
        }
        for Revision {
            key,
            before,
            body,
            at,
        } in &self.entries
        {
            tx.save_plan_entry(id, key, *before, body, *at).await?;
        }
        if let Some(at) = self.closed_at {
            tx.close_plan(id, at).await?;
        }
        Ok(())
    }
}

fn who(by: &ByPart, people: &BTreeMap<String, Uuid>) -> Who {
    match by {
        ByPart::Member(email) => Who::Person(people.get(email).copied().unwrap_or_default()),
        // Nobody has that id.
        ByPart::Former => Who::Person(Uuid::nil()),
        ByPart::Owner(id) => Who::Owner(*id),
        ByPart::Carried => Who::Carried,
    }
}

/// Everything that keeps a plan from being loaded, apart from what it says of others.
pub(crate) fn problems(app: &App, part: &PlanPart, people: &BTreeMap<String, Uuid>) -> Vec<String> {
    let mut looking = Looking {
        app,
        part,
        people,
        found: Vec::new(),
    };
    looking.document();
    looking.owners();
    looking.entries();
    looking.found
}

struct Looking<'a> {
    app: &'a App,
    part: &'a PlanPart,
    people: &'a BTreeMap<String, Uuid>,
    found: Vec<String>,
}

/// Whether a text is as the service keeps it.
fn is_kept<'a, T: TryFrom<&'a str>>(text: &'a str, as_str: impl Fn(&T) -> &str) -> bool {
    T::try_from(text).is_ok_and(|kept| as_str(&kept) == text)
}

fn is_title(text: &str) -> bool {
    is_kept(text, Title::as_str)
}

fn is_prose(text: &str) -> bool {
    is_kept(text, PlanText::as_str)
}

impl Looking<'_> {
    /// Notes a problem, if there is one.
    fn must(&mut self, holds: bool, otherwise: impl FnOnce() -> String) {
        if !holds {
            self.found.push(otherwise());
        }
    }

    fn document(&mut self) {
        let part = self.part;
        self.must(is_title(&part.name), || {
            "a plan has no usable name".to_owned()
        });
        let known = self.app.content.editions.contains_key(&part.edition);
        self.must(known, || {
            let edition = &part.edition;
            format!("a plan was made on {edition}, which this version does not have")
        });
        if let Some(approval) = &part.approved {
            let reference = &approval.reference;
            let usable = is_title(&approval.by) && (reference.is_empty() || is_prose(reference));
            self.must(usable, || "who approved a plan is not usable".to_owned());
        }
    }

    fn owners(&mut self) {
        let part = self.part;
        self.must(part.owners.len() <= MOST, || {
            "a plan has too many owners".to_owned()
        });
        for OwnerPart {
            id, name, email, ..
        } in &part.owners
        {
            let named = is_kept(name, OwnerName::as_str);
            self.must(named, || format!("owner {id} has no usable name"));
            let email = email.as_deref();
            let reached = email.is_none_or(|email| is_kept(email, EmailAddress::as_str));
            self.must(reached, || {
                format!("owner {id} has no usable e-mail address")
            });
        }
    }

    fn entries(&mut self) {
        let mut seen = BTreeSet::new();
        for EntryPart { key, revisions } in &self.part.entries {
            self.must(seen.insert(key), || format!("{key} is there twice"));
            self.must(!revisions.is_empty(), || format!("{key} says nothing"));
            for RevisionPart { by, entry, .. } in revisions {
                self.entry(key, entry);
                match by {
                    ByPart::Member(email) => self.must(self.people.contains_key(email), || {
                        format!("{key} was saved by {email}, who is no member")
                    }),
                    ByPart::Owner(id) => self.owner(key, &id.to_string()),
                    ByPart::Former | ByPart::Carried => {}
                }
            }
        }
    }

    fn entry(&mut self, key: &str, entry: &Entry) {
        self.must(is_key_of(key, &entry.subject), || {
            format!("{key} is about something else")
        });
        match &entry.subject {
            Subject::Card(card) => {
                let edition = self.app.content.editions.get(&self.part.edition);
                // Of an edition that is not there, that is told once.
                let known = edition.is_none_or(|edition| edition.card(card).is_some());
                self.must(known, || format!("{key} is about {card}, which is no tip"));
            }
            Subject::Own { title, goal } => {
                self.must(is_title(title), || format!("{key} has no usable title"));
                let mut editions = self.app.content.editions.values();
                let known = goal
                    .as_ref()
                    .is_none_or(|goal| editions.any(|edition| edition.goal(goal).is_some()));
                self.must(known, || format!("{key} is for a goal that is none"));
            }
        }
        let noted = entry.note.is_empty() || is_prose(&entry.note);
        self.must(noted, || format!("{key} has a note that is not usable"));
        match &entry.decision {
            Decision::Do {
                owner, resources, ..
            } => {
                self.owner(key, owner);
                let usable = resources.is_empty() || is_prose(resources);
                self.must(usable, || {
                    format!("{key} has resources that are not usable")
                });
            }
            Decision::No { because } => {
                self.must(is_prose(because), || format!("{key} has no usable reason"));
            }
            Decision::Open | Decision::Later { .. } => {}
        }
    }

    fn owner(&mut self, key: &str, owner: &str) {
        let mut owners = self.part.owners.iter();
        let known = owners.any(|known| known.id.to_string() == owner);
        self.must(known, || {
            format!("{key} names {owner}, who is no owner in the plan")
        });
    }
}

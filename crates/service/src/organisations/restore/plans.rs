//! The plans, with everything that was ever decided in them.

use std::collections::{BTreeMap, BTreeSet};

use domain::account::Stage;
use uuid::Uuid;

use super::super::portable::{PATH, Portable};
use super::Reading;
use crate::error::ServiceError;
use crate::plans::portable::PlanPart;
use crate::plans::restoring::{Restored, problems};

impl Reading<'_> {
    /// `rounds` are the rounds' ids by file, and `people` the members' by e-mail address.
    pub(super) fn plans(
        &mut self,
        portable: &Portable,
        organisation: Uuid,
        rounds: &BTreeMap<&str, Uuid>,
        people: &BTreeMap<String, Uuid>,
    ) -> Result<Vec<Restored>, ServiceError> {
        let parts = &portable.plans;
        let open = parts.iter().filter(|part| part.closed_at.is_none());
        if open.count() > 1 {
            self.wrong(PATH, "more than one plan is open");
        }
        let ids: BTreeSet<Uuid> = parts.iter().map(|part| part.id).collect();
        let owners = parts.iter().flat_map(|part| &part.owners);
        let owner_ids: BTreeSet<Uuid> = owners.clone().map(|owner| owner.id).collect();
        if ids.len() < parts.len() || owner_ids.len() < owners.count() {
            self.wrong(PATH, "two plans, or two owners, have the same id");
        }
        let mut plans = Vec::with_capacity(parts.len());
        for part in parts {
            for problem in problems(self.app, part, people) {
                self.wrong(PATH, problem);
            }
            if part.previous.is_some_and(|id| !ids.contains(&id)) {
                self.wrong(PATH, "a plan goes on from one that is not there");
            }
            self.round_of_plan(portable, part);
            let round = part.round.as_deref();
            let round = round.and_then(|file| rounds.get(file).copied());
            plans.push(Restored::new(self.app, part, organisation, round, people)?);
        }
        Ok(plans)
    }

    /// The round that a plan is made from has agreed answers, and the plan's edition.
    fn round_of_plan(&mut self, portable: &Portable, part: &PlanPart) {
        let Some(file) = &part.round else { return };
        let round = portable.rounds.iter().find(|round| round.file == *file);
        let agreed =
            |stage: Stage, edition: &str| stage != Stage::Answering && edition == part.edition;
        if !round.is_some_and(|round| agreed(round.stage, &round.edition)) {
            self.wrong(file, "is no round that a plan can be made from");
        }
    }
}

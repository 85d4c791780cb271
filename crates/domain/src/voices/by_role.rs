//! Which roles' answers may be shown apart from all answers.
//!
//! Whoever sees the answers of all and the answers of some roles can subtract: what is left are
//! the answers of the other roles together. So a role is shown only if it has at least [`FEWEST`]
//! who answered, and those left when every role shown is subtracted are none or at least as many.

use std::collections::BTreeMap;

use super::{Counts, FEWEST};
use crate::instrument::Role;

/// The answers of one role, at least [`FEWEST`] of them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RoleCounts {
    /// The role.
    pub role: Role,
    /// Its answers.
    pub counts: Counts,
}

/// The roles to show apart, and the answers of all others together; none of the latter where no
/// role is shown apart or nobody else answered.
///
/// Where too few are left, the smallest of the roles that are large enough is held back with them,
/// the last in the order of roles if several are. That leaves enough, so one is all it takes.
pub(super) fn shown_apart(roles: BTreeMap<Role, Counts>) -> (Vec<RoleCounts>, Option<Counts>) {
    let (mut shown, mut others): (Vec<_>, Vec<_>) = roles
        .into_iter()
        .map(|(role, counts)| RoleCounts { role, counts })
        .partition(|role| role.counts.answered() >= FEWEST);
    let left: usize = others.iter().map(|role| role.counts.answered()).sum();
    if (1..FEWEST).contains(&left) {
        let smallest = shown
            .iter()
            .enumerate()
            .rev()
            .min_by_key(|(_, role)| role.counts.answered());
        if let Some((index, _)) = smallest {
            others.push(shown.remove(index));
        }
    }
    let others = (!shown.is_empty() && !others.is_empty())
        .then(|| others.iter().map(|role| &role.counts).sum());
    (shown, others)
}

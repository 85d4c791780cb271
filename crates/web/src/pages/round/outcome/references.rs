//! Values from the national surveys as sentences beside a goal: on their own scales, never on
//! that of the levels.

use std::collections::BTreeSet;

use domain::instrument::{Goal, Reference};
use domain::organisation::OrganisationType;
use domain::text::Lang;

use super::wording::Wording;

/// What the surveys say about one goal.
pub(crate) struct References {
    pub(crate) goal: String,
    pub(crate) lines: Vec<ReferenceLine>,
    /// Whose figures they are and who has worked on them.
    pub(crate) credit: String,
}

/// One value.
pub(crate) struct ReferenceLine {
    pub(crate) text: String,
    /// Title and address.
    pub(crate) source: Option<(String, String)>,
}

/// The values for a goal, for one type of organisation if it is known. Values that are not about a
/// type always stand. `None` if there are none.
pub(crate) fn of_goal(
    w: &Wording<'_>,
    goal: &Goal,
    organisation_type: Option<OrganisationType>,
) -> Option<References> {
    if w.edition.framework != Reference::FRAMEWORK {
        return None;
    }
    let of_type = |reference: &&Reference| {
        reference.types.is_empty()
            || organisation_type.is_none_or(|wanted| reference.types.contains(&wanted))
    };
    let references: Vec<&Reference> = w
        .content
        .references
        .iter()
        .filter(|reference| reference.goal == goal.id)
        .filter(of_type)
        .collect();
    if references.is_empty() {
        return None;
    }
    let source = |reference: &Reference| w.content.sources.get(&reference.source);
    let publishers: BTreeSet<&str> = references
        .iter()
        .filter_map(|reference| source(reference))
        .map(|source| source.publisher.as_str())
        .collect();
    let publishers = publishers.into_iter().map(str::to_owned).collect();
    Some(References {
        goal: w.goal_title(goal),
        credit: w.t.references_credit(w.list(publishers)),
        lines: references
            .iter()
            .map(|reference| ReferenceLine {
                text: match w.lang {
                    Lang::Sv => reference.sv.clone(),
                    Lang::En => reference.en.clone(),
                },
                source: source(reference)
                    .map(|source| (source.title.get(w.lang).to_owned(), source.address.clone())),
            })
            .collect(),
    })
}

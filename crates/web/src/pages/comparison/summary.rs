//! The sentences above a wave's statistics, made from the rows of its table.

use domain::comparison::{GroupFigures, Quarters};

use super::figures::quarters;
use crate::pages::round::outcome::wording::Wording;

/// So many goals are named in a sentence at most; of more that are equal none stands out.
const NAMED: usize = 3;

/// Which goals have the highest and the lowest median, as the table shows them.
pub(super) fn facts(w: &Wording<'_>, group: &GroupFigures) -> Vec<String> {
    let medians = || group.goals.iter().map(|figure| figure.median);
    let (Some(highest), Some(lowest)) = (medians().max(), medians().min()) else {
        return Vec::new();
    };
    if highest == lowest {
        return match group.goals.len() {
            1 => Vec::new(),
            _ => vec![w.t.statistics_fact_same(quarters(highest, w.lang))],
        };
    }
    let at = |median: Quarters| {
        let figures = group.goals.iter().filter(|figure| figure.median == median);
        let named: Vec<String> = figures.map(|figure| w.goal(&figure.id)).collect();
        (named.len() <= NAMED).then(|| (w.list(named), quarters(median, w.lang)))
    };
    [
        at(highest).map(|(goals, median)| w.t.statistics_fact_highest(goals, median)),
        at(lowest).map(|(goals, median)| w.t.statistics_fact_lowest(goals, median)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::text::Lang;
    use proptest::prelude::*;

    use super::super::headline::tests::{figures, wording};
    use super::*;

    /// The goals that a sentence names, in Swedish.
    fn named(text: &str) -> BTreeSet<String> {
        text.split("mål ")
            .skip(1)
            .map(|rest| rest.chars().take_while(char::is_ascii_digit).collect())
            .filter(|id: &String| !id.is_empty())
            .collect()
    }

    proptest! {
        #[test]
        fn the_sentences_name_the_ends_of_the_table(group in figures()) {
            let w = wording(Lang::Sv);
            let shown = |goal: &str| group.goal(goal).expect("a figure").median;
            for fact in facts(&w, &group) {
                if fact.starts_with("Alla mål") {
                    let mut medians = group.goals.iter().map(|figure| quarters(figure.median, Lang::Sv));
                    prop_assert!(medians.all(|median| fact.contains(&median)), "{}", fact);
                } else {
                    prop_assert!(!named(&fact).is_empty(), "{}", fact);
                }
                for goal in named(&fact) {
                    let median = shown(&goal);
                    let beyond = group.goals.iter().filter(|other| {
                        if fact.starts_with("Högst") { other.median > median } else { other.median < median }
                    });
                    prop_assert_eq!(beyond.count(), 0, "{}", fact);
                    prop_assert!(fact.contains(&quarters(median, Lang::Sv)), "{}", fact);
                }
            }
            let english = facts(&wording(Lang::En), &group);
            prop_assert_eq!(english.len(), facts(&w, &group).len());
        }
    }
}

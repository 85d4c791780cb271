//! The heading and the sentences above a comparison, made from the rows of its table alone, so
//! that they never say something else than it does.

use domain::comparison::Verdict;
use l10n::count_word;

use super::compared::{Compared, Standing};
use crate::pages::round::outcome::capitalised;
use crate::pages::round::outcome::wording::{Wording, number};

/// What the comparison says in one sentence.
pub(crate) fn headline(w: &Wording<'_>, goals: &[Compared<'_>]) -> String {
    let count = Count::of(goals);
    let word = |count: usize| count_word(count, w.lang);
    let of = word(goals.len());
    match (count.above.len(), count.below.len()) {
        (0, 0) if count.cannot == 0 => w.t.compare_headline_none(),
        (0, 0) => w.t.compare_headline_cannot(),
        (above, 0) => w.t.compare_headline_above(word(above), of),
        (0, below) => w.t.compare_headline_below(word(below), of),
        (above, below) => w.t.compare_headline_both(word(above), of, word(below)),
    }
}

/// What else there is to say: which goals, and what cannot be told.
pub(crate) fn facts(w: &Wording<'_>, goals: &[Compared<'_>]) -> Vec<String> {
    let count = Count::of(goals);
    let names = |ids: &[&str]| w.list(ids.iter().map(|id| w.goal(id)).collect());
    let mut facts = Vec::new();
    if !count.above.is_empty() {
        facts.push(w.t.compare_fact_above(names(&count.above)));
    }
    if !count.below.is_empty() {
        facts.push(w.t.compare_fact_below(names(&count.below)));
    }
    if count.nothing_stands_out() {
        facts.push(w.t.compare_fact_cannot_all());
    } else if count.cannot > 0 {
        let word = count_word(count.cannot, w.lang);
        facts.push(w.t.compare_fact_cannot(number(count.cannot), word));
    }
    if count.untold > 0 {
        let word = capitalised(&count_word(count.untold, w.lang));
        facts.push(w.t.compare_fact_untold(number(count.untold), word));
    }
    facts
}

/// Whether the organisation can be told from the group in no goal that can be compared: then its
/// own line over the years says more.
pub(super) fn nothing_stands_out(goals: &[Compared<'_>]) -> bool {
    Count::of(goals).nothing_stands_out()
}

/// The goals by how the organisation stands in them.
#[derive(Default)]
struct Count<'a> {
    above: Vec<&'a str>,
    below: Vec<&'a str>,
    cannot: usize,
    untold: usize,
}

impl<'a> Count<'a> {
    fn of(goals: &'a [Compared<'_>]) -> Self {
        let mut count = Count::default();
        for compared in goals {
            match compared.standing() {
                Standing::Told(Verdict::Above) => count.above.push(&compared.goal.id),
                Standing::Told(Verdict::Below) => count.below.push(&compared.goal.id),
                Standing::Told(Verdict::CannotTell) => count.cannot += 1,
                Standing::NotShown | Standing::NoOwn | Standing::NoVerdict => count.untold += 1,
            }
        }
        count
    }

    fn nothing_stands_out(&self) -> bool {
        self.above.is_empty() && self.below.is_empty() && self.cannot > 0
    }
}

#[cfg(test)]
pub(super) mod tests;

//! Which group a page shows: the one that was asked for, or the closest one that has figures, and
//! the page says which and why.

use domain::comparison::{Counted, Group, GroupFigures, Publication};
use l10n::Texts;

use super::figures::{self, group_within};
use crate::pages::round::outcome::capitalised;
use crate::pages::round::outcome::wording::Wording;

/// A group to choose.
pub(crate) struct Choice {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) chosen: bool,
}

impl Choice {
    /// A group, told whether it is hidden.
    fn of(w: &Wording<'_>, publication: &Publication, group: Group, chosen: Group) -> Self {
        Choice {
            code: group.code(),
            name: match shows(publication, group) {
                true => group.name(w.lang),
                false => w.t.compare_choose_hidden(group.name(w.lang)),
            },
            chosen: group == chosen,
        }
    }
}

/// Groups to choose under one heading.
pub(crate) struct Choices {
    pub(crate) heading: String,
    pub(crate) groups: Vec<Choice>,
}

/// A chosen group, and how it came to be chosen.
pub(super) struct Chosen<'a> {
    pub(super) group: Group,
    /// What is published of it; `None` only for a publication of another division into groups.
    pub(super) figures: Option<&'a GroupFigures>,
    /// Groups that stand closer and show no figures.
    passed: Vec<Group>,
}

/// Whether a group shows any figure of a goal.
pub(super) fn shows(publication: &Publication, group: Group) -> bool {
    publication
        .group(group)
        .is_some_and(|figures| !figures.goals.is_empty())
}

/// The group that was asked for; else the first of `closest` that shows figures; else the last.
pub(super) fn choose<'a>(
    publication: &'a Publication,
    asked: Option<Group>,
    closest: &[Group],
) -> Chosen<'a> {
    let mut passed = Vec::new();
    let group = asked.unwrap_or_else(|| {
        for group in closest {
            if shows(publication, *group) {
                return *group;
            }
            passed.push(*group);
        }
        passed.pop().unwrap_or(Group::All)
    });
    Chosen {
        group,
        figures: publication.group(group),
        passed,
    }
}

impl Chosen<'_> {
    /// Whether there is anything to see of it.
    pub(super) fn shows(&self) -> bool {
        self.figures
            .is_some_and(|figures| !figures.goals.is_empty())
    }

    /// How many of the group take part; `None` if it shows nothing.
    pub(super) fn coverage(&self, w: &Wording<'_>) -> Option<String> {
        let figures = self.figures?;
        let coverage = figures.coverage.as_ref()?;
        Some(figures::coverage(w.t, w.lang, coverage, figures.population))
    }

    /// Why this group, in a sentence; `None` if it is the one that was to be expected.
    pub(super) fn why(&self, w: &Wording<'_>) -> Option<String> {
        let within = |group: &Group| group_within(*group, w.lang);
        let group = within(&self.group);
        if !self.shows() {
            let hidden = self.passed.iter().chain([&self.group]).map(within);
            let hidden = capitalised(&w.list(hidden.collect()));
            return Some(w.t.compare_hidden(hidden));
        }
        if self.passed.is_empty() {
            return None;
        }
        let hidden = capitalised(&w.list(self.passed.iter().map(within).collect()));
        Some(w.t.compare_fallback(hidden, group))
    }
}

/// The groups of an organisation first, told whether they are hidden, then every other that shows
/// figures.
pub(super) fn choices(
    w: &Wording<'_>,
    publication: &Publication,
    counted: Option<&Counted>,
    chosen: Group,
) -> Vec<Choices> {
    let mut own = counted.map(Counted::groups).unwrap_or_default();
    own.reverse();
    let others = Group::all().filter(|group| !own.contains(group) && shows(publication, *group));
    let others: Vec<Group> = others.collect();
    let named = |group: &Group| Choice::of(w, publication, *group, chosen);
    let under = |heading: String, groups: &[Group]| Choices {
        heading,
        groups: groups.iter().map(named).collect(),
    };
    let mut choices = vec![
        under(w.t.compare_choose_own(), &own),
        under(w.t.compare_choose_others(), &others),
    ];
    choices.retain(|choices| !choices.groups.is_empty());
    choices
}

/// Every group that shows figures, by how it is divided, with the chosen one whatever it shows.
pub(super) fn by_division(
    w: &Wording<'_>,
    publication: &Publication,
    chosen: Group,
) -> Vec<Choices> {
    let choice = |group: &Group| {
        (*group == chosen || shows(publication, *group))
            .then(|| Choice::of(w, publication, *group, chosen))
    };
    let mut divisions: Vec<Choices> = lattice(w.t)
        .into_iter()
        .map(|division| Choices {
            groups: division.groups.iter().filter_map(choice).collect(),
            heading: division.heading,
        })
        .collect();
    divisions.retain(|choices| !choices.groups.is_empty());
    divisions
}

/// A way to divide into groups, in words.
pub(super) struct Division {
    pub(super) heading: String,
    pub(super) groups: Vec<Group>,
}

/// Every group of the division into groups, by how it is divided.
pub(super) fn lattice(t: &Texts) -> Vec<Division> {
    let heading = |group: Group| match group {
        Group::All | Group::Type(_) => t.lattice_type(),
        Group::Size(_) => t.lattice_size(),
        Group::Skr(_) => t.lattice_skr(),
        Group::Lan(_) => t.lattice_lan(),
        Group::Volume(_, _) => t.lattice_volume(),
    };
    let mut divisions: Vec<Division> = Vec::new();
    for group in Group::all() {
        let heading = heading(group);
        match divisions.last_mut() {
            Some(last) if last.heading == heading => last.groups.push(group),
            _ => divisions.push(Division {
                heading,
                groups: vec![group],
            }),
        }
    }
    divisions
}

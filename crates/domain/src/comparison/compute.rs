//! From what a wave took in to its release.

use std::collections::{BTreeMap, BTreeSet};

use super::before::Before;
use super::cards::{Cards, cards};
use super::decide::{Decided, Renewed, Wave, decide};
use super::frame::Frame;
use super::intake::{Intake, Problem};
use super::keep::protected;
use super::lattice::{Group, LATTICE};
use super::members::Members;
use super::panel::{self, Breaks, Made};
use super::publication::{CardFigure, FORMAT, Figure, GroupFigures, Panel, Publication};
use super::release::{PanelShown, RELEASE_FORMAT, Release, Salt, Shown};
use super::report::{Finding, Outcome, Report, Rule};
use super::rules::Rules;
use super::spread::{Cell, coverage};
use super::thresholds::{RULES, Thresholds};
use crate::day::Day;
use crate::previous::goal_breaks;

impl Intake<'_> {
    /// The release of what was taken in. It carries on from the release before, with that one's
    /// salt; `salt` is for the first of a chain.
    ///
    /// # Errors
    /// Everything wrong with what was taken in; then there is no release.
    pub fn release(
        self,
        frame: &Frame,
        previous: Option<&Release>,
        salt: Salt,
    ) -> Result<Release, Vec<Problem>> {
        self.unsealed(Rules::default(), frame, previous, salt)
            .map(Release::sealed)
    }

    /// The release without its hash.
    pub(super) fn unsealed(
        mut self,
        rules: Rules,
        frame: &Frame,
        previous: Option<&Release>,
        salt: Salt,
    ) -> Result<Release, Vec<Problem>> {
        let mut problems = std::mem::take(&mut self.problems);
        problems.extend(previous.and_then(|previous| self.why_not_after(previous)));
        let salt = previous.map_or(salt, |previous| Salt(previous.protected.salt.clone()));
        let members = Members::new(&mut self, &salt, rules);
        let members = match members {
            Ok(members) if problems.is_empty() => members,
            Ok(_) => return Err(problems),
            Err(circles) => {
                problems.extend(circles);
                return Err(problems);
            }
        };
        let wave = Wave {
            date: self.date,
            plan: &self.plan,
            members: &members,
            before: &Before::new(previous),
            frame,
            thresholds: Thresholds::new(self.content.comparison.min_owners, rules),
            rules,
        };
        let mut report = Report {
            submissions: self.submissions,
            organisations: members.entries.len(),
            owners: members.owners(0..members.entries.len()),
            notes: std::mem::take(&mut self.notes),
            findings: Vec::new(),
        };
        let mut making = Making::new(&wave, &self, &mut report.findings);
        making.groups();
        let groups = std::mem::take(&mut making.groups);
        let shown = std::mem::take(&mut making.shown);
        let Cards {
            figures,
            shown: of_cards,
        } = cards(&wave, &mut report.findings);
        Ok(Release {
            format: RELEASE_FORMAT.to_owned(),
            hash: String::new(),
            public: publication(&self, previous, groups, figures),
            report,
            protected: protected(&wave, &salt, shown, of_cards),
        })
    }

    /// Why a release cannot be the one before.
    fn why_not_after(&self, previous: &Release) -> Option<Problem> {
        let (date, before) = (self.date, previous.public.date);
        if before >= date {
            return Some(Problem::NotAfter {
                date,
                previous: before,
            });
        }
        let (lattice, rules) = (previous.public.lattice, &previous.public.rules);
        if lattice != LATTICE {
            return Some(Problem::Lattice(lattice));
        }
        (rules != RULES).then(|| Problem::OtherRules(rules.clone()))
    }
}

fn publication(
    intake: &Intake<'_>,
    previous: Option<&Release>,
    groups: Vec<GroupFigures>,
    cards: Vec<CardFigure>,
) -> Publication {
    let edition = intake.plan.edition;
    let before = previous.map(|previous| &previous.public);
    Publication {
        format: FORMAT.to_owned(),
        date: intake.date,
        previous: before.map(|before| before.date),
        edition: edition.id.clone(),
        structure: edition.structure,
        framework: edition.framework.clone(),
        rules: RULES.to_owned(),
        lattice: LATTICE,
        min: intake.content.comparison.min_owners,
        // What was synthetic once stays in the chain.
        synthetic: intake.synthetic || before.is_some_and(|before| before.synthetic),
        breaks: breaks(intake, previous),
        groups,
        cards,
    }
}

/// The goals that the release before asked differently about.
fn breaks(intake: &Intake<'_>, previous: Option<&Release>) -> Breaks {
    let previous = previous.map(|previous| previous.public.edition.as_str());
    previous.map_or_else(BTreeMap::new, |edition| breaks_since(intake, edition))
}

/// The goals that an edition asked differently about.
fn breaks_since(intake: &Intake<'_>, edition: &str) -> Breaks {
    let now = intake.plan.edition;
    match intake.content.editions.get(edition) {
        Some(before) => goal_breaks(intake.content, before, now),
        None => {
            let all = |goal: &crate::instrument::Goal| {
                let questions = goal.questions.iter().map(|mapped| mapped.id.clone());
                (goal.id.clone(), questions.collect())
            };
            now.goals.iter().map(all).collect()
        }
    }
}

/// Puts each group's figures together, new and earlier.
struct Making<'m, 'w, 'r> {
    wave: &'m Wave<'w, 'r>,
    findings: &'m mut Vec<Finding>,
    decided: BTreeMap<Group, Decided>,
    panels: BTreeMap<Group, Made>,
    /// By edition that figures were made on, the goals and questions of which they can stand beside
    /// the new.
    comparable: BTreeMap<&'m str, BTreeSet<&'m str>>,
    groups: Vec<GroupFigures>,
    shown: BTreeMap<Group, Shown>,
}

impl<'m, 'w, 'r> Making<'m, 'w, 'r> {
    fn new(wave: &'m Wave<'w, 'r>, intake: &'m Intake<'_>, findings: &'m mut Vec<Finding>) -> Self {
        let decided = decide(wave, findings);
        let snapshots = wave.before.protected().map(|before| &before.snapshots);
        let breaks = snapshots
            .into_iter()
            .flatten()
            .map(|(date, snapshot)| (*date, breaks_since(intake, &snapshot.edition)))
            .collect();
        let panels = panel::panels(wave, &decided, &breaks, findings);
        Making {
            decided,
            panels,
            comparable: comparable(intake, wave),
            wave,
            findings,
            groups: Vec::new(),
            shown: BTreeMap::new(),
        }
    }

    fn groups(&mut self) {
        for group in Group::all() {
            let figures = self.group(group);
            self.groups.push(figures);
        }
    }

    fn group(&mut self, group: Group) -> GroupFigures {
        let owners = self.owners(self.wave.members.of(group));
        let population = self.wave.frame.population(group, owners);
        let mut figures = GroupFigures {
            group,
            population,
            shows: None,
            coverage: None,
            goals: Vec::new(),
            questions: Vec::new(),
            panel: None,
        };
        let decided = self.decided.remove(&group).unwrap_or_default();
        let earlier = match decided.earlier_may_stand {
            true => self.earlier(group),
            false => None,
        };
        let mut shown = match decided.renewed {
            Some(_) => {
                figures.shows = Some(self.wave.date);
                figures.coverage = Some(coverage(owners, population));
                self.tell_what_is_small(group, owners);
                Shown {
                    date: self.wave.date,
                    cells: BTreeMap::new(),
                    distributions: earlier
                        .map(|(_, shown)| shown.distributions.clone())
                        .unwrap_or_default(),
                    panel: None,
                }
            }
            None => match &earlier {
                Some((_, shown)) => {
                    let before = self.wave.before.release();
                    let before = before.and_then(|before| before.public.group(group));
                    figures.shows = Some(shown.date);
                    figures.coverage = before.and_then(|before| before.coverage);
                    (*shown).clone()
                }
                None => return figures,
            },
        };
        shown.cells.clear();
        self.cells(
            group,
            &decided,
            earlier.map(|(public, _)| public),
            &mut figures,
        );
        for figure in figures.goals.iter().chain(&figures.questions) {
            shown.cells.insert(figure.id.clone(), figure.from);
            if figure.distribution.is_some() {
                shown.distributions.insert(figure.id.clone(), figure.from);
            }
        }
        let fresh = |date: &Day| self.wave.thresholds.is_fresh(*date, self.wave.date);
        shown.distributions.retain(|_, date| fresh(date));
        (figures.panel, shown.panel) = self.panel(group, decided.earlier_may_stand);
        self.shown.insert(group, shown);
        figures
    }

    /// Tells which parts of figures a whole group is too small for.
    fn tell_what_is_small(&mut self, group: Group, owners: usize) {
        let rules = [
            Rule::FewestForVerdict,
            Rule::FewestForQuartiles,
            Rule::FewestForDistribution,
        ];
        for rule in rules {
            let needed = self.wave.thresholds.needed(rule);
            if needed.is_some_and(|needed| owners < needed) {
                self.findings.push(Finding {
                    group,
                    cell: None,
                    panel: false,
                    outcome: Outcome::Hidden,
                    rule,
                    owners: Some(owners),
                });
            }
        }
    }

    /// What the release before shows of a group.
    fn earlier(&self, group: Group) -> Option<(&'r GroupFigures, &'r Shown)> {
        let before = self.wave.before.release()?;
        Some((before.public.group(group)?, self.wave.before.shown(group)?))
    }

    /// The figures of a group's cells: the new ones, and earlier ones that stand.
    fn cells(
        &mut self,
        group: Group,
        decided: &Decided,
        earlier: Option<&GroupFigures>,
        figures: &mut GroupFigures,
    ) {
        let wave = self.wave;
        for (place, id) in wave.cells().into_iter().enumerate() {
            let is_goal = place < wave.plan.goals.len();
            let renewed = decided.renewed.as_ref().and_then(|cells| cells.get(&place));
            let figure = match renewed {
                Some(renewed) => Some(self.new_figure(group, place, id, renewed)),
                None => {
                    let old = earlier.and_then(|earlier| match is_goal {
                        true => earlier.goal(id),
                        false => earlier.question(id),
                    });
                    self.earlier_figure(group, old)
                }
            };
            match is_goal {
                true => figures.goals.extend(figure),
                false => figures.questions.extend(figure),
            }
        }
    }

    fn new_figure(&mut self, group: Group, place: usize, id: &str, renewed: &Renewed) -> Figure {
        let owners = self.owners(&renewed.contributors);
        let cell = Cell {
            place,
            id,
            contributors: &renewed.contributors,
            owners,
            population: self.wave.frame.population(group, owners),
        };
        let Wave {
            plan,
            members,
            thresholds,
            date,
            ..
        } = *self.wave;
        let (mut figure, hidden) = cell.figure(plan, members, thresholds, date);
        if let Some(moved) = renewed.too_few_for_detail
            && figure.distribution.take().is_some()
        {
            self.findings.push(Finding {
                group,
                cell: Some(id.to_owned()),
                panel: false,
                outcome: Outcome::Hidden,
                rule: Rule::RenewalOfDetail,
                owners: Some(moved),
            });
        }
        let of_group = self.wave.members.of(group);
        let of_group = self.owners(of_group);
        // What the whole group is too small for is told once.
        let hidden = hidden.into_iter().filter(|rule| {
            thresholds
                .needed(*rule)
                .is_none_or(|needed| of_group >= needed)
        });
        self.findings.extend(hidden.map(|rule| Finding {
            group,
            cell: Some(id.to_owned()),
            panel: false,
            outcome: Outcome::Hidden,
            rule,
            owners: Some(owners),
        }));
        figure
    }

    /// An earlier figure, if it may still stand.
    fn earlier_figure(&mut self, group: Group, figure: Option<&Figure>) -> Option<Figure> {
        let figure = figure?;
        let rule = if !self.wave.thresholds.is_fresh(figure.from, self.wave.date) {
            Rule::Age
        } else if !self
            .made_on(figure.from)
            .is_some_and(|edition| self.is_comparable(edition, &figure.id))
        {
            Rule::ChangedQuestion
        } else {
            return Some(figure.clone());
        };
        self.withdraw(group, Some(&figure.id), false, rule);
        None
    }

    /// Tells that an earlier figure, or panel, is no longer shown.
    fn withdraw(&mut self, group: Group, cell: Option<&str>, panel: bool, rule: Rule) {
        // What was to be kept is withdrawn instead.
        self.findings.retain(|found| {
            let same = found.group == group && found.cell.as_deref() == cell;
            found.panel != panel || !same || found.outcome != Outcome::Kept
        });
        self.findings.push(Finding {
            group,
            cell: cell.map(str::to_owned),
            panel,
            outcome: Outcome::Withdrawn,
            rule,
            owners: None,
        });
    }

    /// The edition that figures of a date were made on.
    fn made_on(&self, date: Day) -> Option<&'r str> {
        let snapshot = self.wave.before.protected()?.snapshots.get(&date)?;
        Some(&snapshot.edition)
    }

    /// Whether a figure that was made on an edition can stand beside the new.
    fn is_comparable(&self, edition: &str, id: &str) -> bool {
        let comparable = self.comparable.get(edition);
        comparable.is_some_and(|comparable| comparable.contains(id))
    }

    /// The new panel of a group, or the earlier one if it may still stand.
    fn panel(&mut self, group: Group, earlier: bool) -> (Option<Panel>, Option<PanelShown>) {
        if let Some(Made { panel, shown }) = self.panels.remove(&group) {
            return (Some(panel), Some(shown));
        }
        let Some((public, shown)) = self.earlier(group).filter(|_| earlier) else {
            return (None, None);
        };
        let (Some(panel), Some(shown)) = (&public.panel, &shown.panel) else {
            return (None, None);
        };
        if !self.wave.thresholds.is_fresh(panel.date, self.wave.date) {
            self.withdraw(group, None, true, Rule::Age);
            return (None, None);
        }
        let (mut panel, mut shown) = (panel.clone(), shown.clone());
        panel.goals.retain(|figure| {
            let stands = self.is_comparable(&shown.edition, &figure.id);
            if !stands {
                shown.goals.remove(&figure.id);
                self.withdraw(group, Some(&figure.id), true, Rule::ChangedQuestion);
            }
            stands
        });
        if panel.goals.is_empty() {
            self.withdraw(group, None, true, Rule::ChangedQuestion);
            return (None, None);
        }
        (Some(panel), Some(shown))
    }

    fn owners(&self, members: &[usize]) -> usize {
        self.wave.members.owners(members.iter().copied())
    }
}

/// By edition, the goals and questions whose figures on it can stand beside those of the wave's. Each
/// edition is held against the wave's at once: what may be other from one to the next adds up.
fn comparable<'a>(
    intake: &'a Intake<'_>,
    wave: &'a Wave<'_, '_>,
) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let of_edition = |edition: &'a String| {
        let stands = wave.plan.stands_from(intake.content, edition);
        let ids = wave.cells().into_iter().zip(stands);
        let ids = ids.filter_map(|(id, stands)| stands.then_some(id));
        (edition.as_str(), ids.collect())
    };
    intake.content.editions.keys().map(of_edition).collect()
}

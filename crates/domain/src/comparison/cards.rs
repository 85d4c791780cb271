//! Tips that organisations say they have chosen: how many chose each, how many have done it, and
//! how often the answer rose then. For all organisations together, and of those alone that told of
//! their plan when they handed in.
//!
//! An owner has come as far with a tip as any of its organisations has. It has moved if it counts
//! otherwise in what is shown: to tell of a plan without the tip moves nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::band::{CountBand, five_percent};
use super::decide::Wave;
use super::lattice::Group;
use super::publication::CardFigure;
use super::release::{CardShown, HowFar, Owners};
use super::report::{Finding, Outcome, Rule};
use super::rules::Protection;
use super::submission::CardTold;
use crate::day::Day;

/// What the cell of a finding about a tip begins with, before the tip's id.
pub const CARD_CELL: &str = "tips.";

/// What is published of tips, and what the next wave needs to know of it.
#[derive(Default)]
pub(super) struct Cards {
    pub(super) figures: Vec<CardFigure>,
    pub(super) shown: BTreeMap<String, CardShown>,
}

/// The figures of tips, new and earlier, by id.
pub(super) fn cards(wave: &Wave<'_, '_>, findings: &mut Vec<Finding>) -> Cards {
    let told = Told::new(wave);
    let before = wave.before.protected();
    let before = before.into_iter().flat_map(|before| before.cards.keys());
    let ids: BTreeSet<&str> = told
        .cards
        .keys()
        .copied()
        .chain(before.map(String::as_str))
        .collect();
    let mut making = Making {
        wave,
        told: &told,
        findings,
        cards: Cards::default(),
    };
    for id in ids {
        making.card(id);
    }
    making.cards
}

/// What owners tell of their plans.
#[derive(Default)]
struct Told<'w> {
    /// Hashes of those that tell anything.
    owners: BTreeSet<&'w str>,
    /// Those that chose it, by tip.
    cards: BTreeMap<&'w str, Owners>,
}

impl<'w> Told<'w> {
    fn new(wave: &Wave<'w, '_>) -> Told<'w> {
        let members = wave.members;
        let mut told = Told::default();
        for &member in members.of(Group::All) {
            let Some(plan) = &members.entries[member].plan else {
                continue;
            };
            let owner = members.owner_hashes[member].as_str();
            told.owners.insert(owner);
            for card in plan {
                let far = HowFar::from(card);
                let owners = told.cards.entry(&card.card).or_default();
                let furthest = owners.entry(owner.to_owned()).or_insert(far);
                *furthest = far.max(*furthest);
            }
        }
        told
    }
}

impl From<&CardTold> for HowFar {
    fn from(told: &CardTold) -> HowFar {
        match (told.done, told.rose) {
            (false, _) => HowFar::Chosen,
            (true, None) => HowFar::Done,
            (true, Some(false)) => HowFar::Same,
            (true, Some(true)) => HowFar::Rose,
        }
    }
}

/// How many count otherwise than then in a part of what is shown.
fn moved<T: PartialEq>(then: &Owners, now: &Owners, counts: impl Fn(HowFar) -> Option<T>) -> usize {
    let of = |owners: &Owners, owner: &str| owners.get(owner).and_then(|far| counts(*far));
    let all: BTreeSet<&String> = then.keys().chain(now.keys()).collect();
    all.into_iter()
        .filter(|owner| of(then, owner) != of(now, owner))
        .count()
}

/// Whether an owner counts among those that have done a tip.
fn is_done(far: HowFar) -> Option<()> {
    (far >= HowFar::Done).then_some(())
}

/// Whether the answer rose for an owner that has done a tip, where that is known.
fn rose(far: HowFar) -> Option<bool> {
    match far {
        HowFar::Chosen | HowFar::Done => None,
        HowFar::Same => Some(false),
        HowFar::Rose => Some(true),
    }
}

/// A part that is not shown: by which rule, and how many owners it counted.
type Hidden = (Rule, usize);

struct Making<'m, 'w, 'r> {
    wave: &'m Wave<'w, 'r>,
    told: &'m Told<'w>,
    findings: &'m mut Vec<Finding>,
    cards: Cards,
}

impl Making<'_, '_, '_> {
    fn card(&mut self, id: &str) {
        let before = self.wave.before.protected();
        let before = before.and_then(|before| before.cards.get(id));
        let fresh = before.filter(|shown| self.is_fresh(shown.date));
        if before.is_some() && fresh.is_none() {
            self.find(id, Outcome::Withdrawn, Rule::Age, None);
        }
        let chosen = self.told.cards.get(id).cloned().unwrap_or_default();
        if chosen.is_empty() && fresh.is_none() {
            return;
        }
        match self.why_not(&chosen, fresh) {
            None => self.renew(id, chosen, fresh),
            Some((rule, owners)) => {
                let outcome = match (rule, fresh) {
                    (Rule::Remainder, _) => Outcome::HeldBack,
                    (_, Some(_)) => Outcome::Kept,
                    (_, None) => Outcome::Hidden,
                };
                self.find(id, outcome, rule, Some(owners));
                self.keep(id, fresh);
            }
        }
    }

    /// Why a tip's figure is not made new; `None` if it is.
    fn why_not(&self, chosen: &Owners, fresh: Option<&CardShown>) -> Option<Hidden> {
        let thresholds = self.wave.thresholds;
        if chosen.is_empty() || chosen.len() < thresholds.min() {
            return Some((Rule::FewestOwners, chosen.len()));
        }
        let others = self.told.owners.len() - chosen.len();
        if self.is_few(others) {
            return Some((Rule::Remainder, others));
        }
        let shown = fresh.filter(|_| self.wave.rules.apply(Protection::JointRenewal))?;
        let since = |day| shown.told.get(&day);
        let entered_or_left =
            since(shown.date).map(|then| moved(then, chosen, |_: HowFar| Some(())));
        let has_done = self.done(chosen).is_ok();
        let done_or_not = shown.done.filter(|_| has_done).and_then(since);
        let done_or_not = done_or_not.map(|then| moved(then, chosen, is_done));
        let seen = [entered_or_left, done_or_not]
            .into_iter()
            .flatten()
            .find(|moved| !thresholds.hides(*moved));
        seen.map(|moved| (Rule::JointRenewal, moved))
    }

    /// How many have done it, if that can be told beside how many chose it.
    fn done(&self, chosen: &Owners) -> Result<usize, Hidden> {
        let done = chosen.values().filter_map(|far| is_done(*far)).count();
        let left = chosen.len() - done;
        if done == 0 || done < self.wave.thresholds.min() {
            Err((Rule::FewestOwners, done))
        } else if self.is_few(left) {
            Err((Rule::Remainder, left))
        } else {
            Ok(done)
        }
    }

    /// For how large a share of those that have done it the answer rose, rounded to five per cent.
    /// A share tells as much as a distribution, and is held to the same rules.
    fn share(&self, chosen: &Owners, fresh: Option<&CardShown>) -> Result<u8, Hidden> {
        let thresholds = self.wave.thresholds;
        let known: Vec<bool> = chosen.values().filter_map(|far| rose(*far)).collect();
        let risen = known.iter().filter(|rose| **rose).count();
        let all = known.len();
        if all == 0 || all < thresholds.distribution() {
            return Err((Rule::FewestForDistribution, all));
        }
        if thresholds.is_concentrated(risen.max(all - risen), all) {
            return Err((Rule::Concentration, all));
        }
        let then = fresh.and_then(|shown| shown.told.get(&shown.rose?));
        let moved = then.map(|then| moved(then, chosen, rose));
        match moved.filter(|moved| !thresholds.hides_in_detail(*moved)) {
            Some(moved) => Err((Rule::RenewalOfDetail, moved)),
            None => Ok(five_percent(risen, all)),
        }
    }

    fn renew(&mut self, id: &str, chosen: Owners, fresh: Option<&CardShown>) {
        let date = self.wave.date;
        let done = self.done(&chosen);
        let share = done.and_then(|_| self.share(&chosen, fresh));
        match (done, share) {
            (Err((Rule::FewestOwners, 0)), _) => {}
            (Err((rule, owners)), _) => {
                self.find(&format!("{id}.done"), Outcome::Hidden, rule, Some(owners));
            }
            (Ok(_), Err((rule, owners))) => self.find(id, Outcome::Hidden, rule, Some(owners)),
            (Ok(_), Ok(_)) => {}
        }
        let (done, share) = (done.ok(), share.ok());
        self.cards.figures.push(CardFigure {
            id: id.to_owned(),
            from: date,
            chosen: CountBand::of(chosen.len()),
            done: done.map(CountBand::of),
            rose: share,
        });
        let mut told = fresh.map_or_else(BTreeMap::new, |shown| shown.told.clone());
        told.insert(date, chosen);
        let last = |shows: bool, before: fn(&CardShown) -> Option<Day>| match shows {
            true => Some(date),
            false => fresh.and_then(before),
        };
        let shown = CardShown {
            date,
            done: last(done.is_some(), |shown| shown.done),
            rose: last(share.is_some(), |shown| shown.rose),
            told,
        };
        self.show(id, shown);
    }

    /// Lets the figure that was shown stand.
    fn keep(&mut self, id: &str, fresh: Option<&CardShown>) {
        let before = self.wave.before.release();
        let figure = before.and_then(|before| before.public.card(id));
        if let (Some(figure), Some(shown)) = (figure, fresh) {
            self.cards.figures.push(figure.clone());
            self.show(id, shown.clone());
        }
    }

    /// Notes what a tip shows, with who stood behind it for as long as anyone can look back on it.
    fn show(&mut self, id: &str, mut shown: CardShown) {
        shown.done = shown.done.filter(|date| self.is_fresh(*date));
        shown.rose = shown.rose.filter(|date| self.is_fresh(*date));
        let dates = [Some(shown.date), shown.done, shown.rose];
        shown.told.retain(|date, _| dates.contains(&Some(*date)));
        self.cards.shown.insert(id.to_owned(), shown);
    }

    /// Whether so many are left outside that they could be told apart.
    fn is_few(&self, outside: usize) -> bool {
        self.wave.rules.apply(Protection::Remainder) && !self.wave.thresholds.hides(outside)
    }

    fn is_fresh(&self, date: Day) -> bool {
        self.wave.thresholds.is_fresh(date, self.wave.date)
    }

    fn find(&mut self, of: &str, outcome: Outcome, rule: Rule, owners: Option<usize>) {
        self.findings.push(Finding {
            group: Group::All,
            cell: Some(format!("{CARD_CELL}{of}")),
            panel: false,
            outcome,
            rule,
            owners,
        });
    }
}

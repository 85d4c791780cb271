//! The attack: can anyone work out one organisation's levels from all that is public?
//!
//! In simulated populations of realistic size one organisation is planted that enters, leaves,
//! changes its answers or is reclassified while others come, go and change as they do. The attacker
//! knows how populations are made, is two members itself, and holds every public output of every
//! wave: all groups, goals and questions. It is a classifier, trained on some worlds and judged on
//! others. What it guesses of the planted organisation's level in each goal is held against what the
//! same classifier guesses from the newest release alone: the difference is what the history of
//! releases gives away.
//!
//! The figures are printed per kind of event and size of the planted organisation's smallest group.
//! With a rule switched off the attacker succeeds, which shows that it is able.
//!
//! `STRATEGIKOLLEN_ATTACK_WORLDS` sets how many worlds are made of each kind (300 without it).

mod classifier;
mod features;
mod world;

use std::thread;

use super::*;
use crate::comparison::rules::Protection;
use classifier::{Classifier, Sample};
use features::Attacker;
use world::World;

/// What the planted organisation does in the second wave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    Enters,
    Leaves,
    Changes,
    IsReclassified,
    /// It enters, and the attacker is two of the others that do.
    EntersWithConspirators,
}

/// How others move while it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Others {
    /// They come and go.
    Move,
    /// They change their answers and stay, so that the planted organisation moves alone.
    Stay,
}

/// The gain over the newest release alone that is let pass, upper bound, percentage points.
const ALLOWED: f64 = 3.0;
/// The same when two of those that enter conspire.
const ALLOWED_TO_CONSPIRATORS: f64 = 5.0;
/// One-sided 95 per cent of the normal distribution.
const CERTAIN: f64 = 1.645;

/// What a world gave: the same goals seen through the newest release and through all.
struct Trial {
    /// Members of the smallest group of the planted organisation that shows figures.
    smallest: usize,
    newest: Vec<Sample>,
    all: Vec<Sample>,
}

/// The gain of the history, percentage points.
#[derive(Clone, Copy, Debug)]
struct Gain {
    worlds: usize,
    newest: f64,
    mean: f64,
    upper: f64,
}

fn worlds() -> usize {
    let told = std::env::var("STRATEGIKOLLEN_ATTACK_WORLDS").ok();
    told.and_then(|told| told.parse().ok()).unwrap_or(300)
}

/// Worlds of one kind, made in as many threads as there are processors.
fn trials(event: Event, others: Others, rules: Rules, count: usize) -> Vec<Trial> {
    let threads = thread::available_parallelism().map_or(2, usize::from);
    let mut trials: Vec<(usize, Trial)> = thread::scope(|scope| {
        let handles: Vec<_> = (0..threads)
            .map(|thread| {
                scope.spawn(move || {
                    let mine = (0..count).filter(|seed| seed % threads == thread);
                    let made = mine.map(|seed| (seed, trial(event, others, rules, seed)));
                    made.collect::<Vec<_>>()
                })
            })
            .collect();
        handles
            .into_iter()
            .flat_map(|handle| handle.join().unwrap())
            .collect()
    });
    trials.sort_by_key(|(seed, _)| *seed);
    trials.into_iter().map(|(_, trial)| trial).collect()
}

fn trial(event: Event, others: Others, rules: Rules, seed: usize) -> Trial {
    let world = World::new(event, others, seed as u64);
    let releases = world.releases(rules);
    let attacker = Attacker::new(&world, &releases);
    Trial {
        smallest: attacker.smallest_group(),
        newest: attacker.samples(&releases[2..]),
        all: attacker.samples(&releases),
    }
}

/// What the history gains, with the classifier trained on one half of the worlds and judged on the
/// other, and the other way round.
fn gains(trials: &[Trial]) -> Vec<(usize, f64, f64)> {
    let half = trials.len() / 2;
    let (first, second) = trials.split_at(half);
    let judged = |train: &[Trial], judge: &[Trial]| {
        let train_on = |of: fn(&Trial) -> &Vec<Sample>| {
            Classifier::trained(train.iter().flat_map(of).collect())
        };
        let newest = train_on(|trial| &trial.newest);
        let all = train_on(|trial| &trial.all);
        let judge = judge.iter().map(move |trial| {
            let [before, after] = [(&newest, &trial.newest), (&all, &trial.all)]
                .map(|(classifier, samples)| classifier.share_right(samples));
            (trial.smallest, 100.0 * before, 100.0 * (after - before))
        });
        judge.collect::<Vec<_>>()
    };
    let mut gains = judged(second, first);
    gains.extend(judged(first, second));
    gains
}

fn gain(gains: &[(usize, f64, f64)], sizes: std::ops::Range<usize>) -> Option<Gain> {
    let of_size: Vec<_> = gains
        .iter()
        .filter(|(size, ..)| sizes.contains(size))
        .collect();
    let count = of_size.len() as f64;
    if of_size.len() < 2 {
        return None;
    }
    let mean = of_size.iter().map(|(_, _, gain)| gain).sum::<f64>() / count;
    let squares = of_size
        .iter()
        .map(|(_, _, gain)| (gain - mean).powi(2))
        .sum::<f64>();
    let error = (squares / (count - 1.0) / count).sqrt();
    Some(Gain {
        worlds: of_size.len(),
        newest: of_size.iter().map(|(_, newest, _)| newest).sum::<f64>() / count,
        mean,
        upper: mean + CERTAIN * error,
    })
}

/// Prints the gain by size of group, and gives that over all sizes.
fn report(title: &str, gains: &[(usize, f64, f64)]) -> Gain {
    let sizes = [
        ("below 20", 0..20),
        ("20 to 49", 20..50),
        ("50 or more", 50..usize::MAX),
        ("any", 0..usize::MAX),
    ];
    for (size, range) in sizes {
        if let Some(gain) = gain(gains, range) {
            println!(
                "{title:<24} smallest group {size:<10}: {:>4} worlds, newest release alone {:>4.1} % \
                 right, gain {:>5.1}, at most {:>5.1} percentage points",
                gain.worlds, gain.newest, gain.mean, gain.upper
            );
        }
    }
    gain(gains, 0..usize::MAX).unwrap()
}

fn holds(event: Event, allowed: f64) {
    let trials = trials(event, Others::Move, Rules::default(), worlds());
    let all = report(&format!("{event:?}"), &gains(&trials));
    assert!(all.upper <= allowed, "{event:?}: {all:?}");
}

#[test]
fn who_enters_is_not_found() {
    holds(Event::Enters, ALLOWED);
}

#[test]
fn who_leaves_is_not_found() {
    holds(Event::Leaves, ALLOWED);
}

#[test]
fn who_changes_is_not_found() {
    holds(Event::Changes, ALLOWED);
}

#[test]
fn who_is_reclassified_is_not_found() {
    holds(Event::IsReclassified, ALLOWED);
}

#[test]
fn who_enters_is_not_found_by_two_that_enter_with_it() {
    holds(Event::EntersWithConspirators, ALLOWED_TO_CONSPIRATORS);
}

#[test]
fn without_joint_renewal_who_enters_alone_is_found() {
    let rules = Rules::without(Protection::JointRenewal);
    let [open, closed] = [rules, Rules::default()].map(|rules| {
        let trials = trials(Event::Enters, Others::Stay, rules, worlds());
        let title = if rules.apply(Protection::JointRenewal) {
            "alone"
        } else {
            "alone, rule off"
        };
        report(title, &gains(&trials))
    });
    assert!(open.mean > ALLOWED, "the attacker is not able: {open:?}");
    assert!(closed.upper <= ALLOWED, "{closed:?}");
}

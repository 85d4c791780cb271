//! What ticked tips would lead to, rules.md §5.

use std::collections::BTreeSet;

use domain::advice::{OwnTarget, OwnTargets, TargetBy, WhatIf, what_if};
use domain::assessment::{Answers, Depth};
use domain::instrument::{Edition, Effort, Level};
use domain::scoring::score;
use proptest::prelude::*;

use crate::sketch;
use crate::worlds::{World, worlds};

fn ticked(cards: &[&str]) -> BTreeSet<String> {
    cards.iter().map(|card| (*card).to_owned()).collect()
}

fn tried(edition: &Edition, answers: &Answers, own: &OwnTargets, cards: &[&str]) -> WhatIf {
    what_if(edition, Depth::Full, None, answers, own, &ticked(cards))
}

fn drawn() -> Edition {
    let mut edition = sketch::one_goal("a:N b c d");
    sketch::add_card(&mut edition, "forsta", 1, Effort::Liten, None, "a:1 b:1");
    sketch::add_card(&mut edition, "andra", 1, Effort::Liten, None, "c:12");
    sketch::add_card(&mut edition, "tredje", 1, Effort::Liten, None, "b:2");
    edition
}

#[test]
fn a_ticked_card_lifts_the_steps_it_serves_from_where_the_answer_stands() {
    let edition = drawn();
    let answers = sketch::answers("a=1 b=1 c=1 d=vet-inte");
    let tried = tried(
        &edition,
        &answers,
        &OwnTargets::new(),
        &["forsta", "tredje"],
    );
    let lifts: Vec<_> = tried
        .lifts
        .iter()
        .map(|lift| (lift.question.as_str(), lift.from.number(), lift.to.number()))
        .collect();
    // What is unknown stands nowhere, and "tredje" goes on from where "forsta" leads.
    assert_eq!(lifts, [("a", 1, 2), ("b", 1, 3)]);
    assert!(tried.idle.is_empty());
}

#[test]
fn what_still_lacks_is_counted_to_the_target() {
    let edition = drawn();
    let answers = sketch::answers("a=1 b=1 c=1 d=1");
    let outlook = |own: &OwnTargets| {
        let tried = tried(&edition, &answers, own, &["forsta", "andra"]);
        tried.goals[0].clone()
    };
    let next = outlook(&OwnTargets::new());
    assert_eq!((next.from, next.to), (Some(Level::ONE), Some(Level::TWO)));
    assert!(next.reached() && next.lacks.is_none());
    let three = OwnTarget {
        level: Level::THREE,
        reason: "Beslut i nämnden.".to_owned(),
    };
    let three = outlook(&OwnTargets::from([("1".to_owned(), three)]));
    assert!(!three.reached());
    assert_eq!(
        three.target.map(|target| target.by),
        Some(TargetBy::Organisation)
    );
    assert_eq!(three.lacks.map(|lacks| lacks.steps()), Some(2));
}

#[test]
fn a_round_too_thin_for_a_level_is_promised_none() {
    let edition = drawn();
    let answers = sketch::answers("a=1 b=1");
    let tried = tried(&edition, &answers, &OwnTargets::new(), &["forsta"]);
    let goal = &tried.goals[0];
    assert_eq!((goal.to, &goal.lacks), (None, &None));
    assert!(!goal.reached());
    let quick = what_if(
        &edition,
        Depth::Quick,
        None,
        &answers,
        &OwnTargets::new(),
        &ticked(&["forsta"]),
    );
    assert!(quick.goals.is_empty());
}

#[test]
fn a_card_that_takes_no_step_from_here_is_told() {
    let edition = drawn();
    let answers = sketch::answers("a=3 b=1 c=1 d=1");
    let tried = tried(&edition, &answers, &OwnTargets::new(), &["tredje"]);
    assert_eq!(tried.idle, ["tredje"]);
    assert!(tried.lifts.is_empty());
}

proptest! {
    /// Nothing is lost by doing more: no answer, no level and no mean falls, and what would be is
    /// what scoring says of the lifted answers.
    #[test]
    fn more_tips_never_lead_to_less(world in worlds(), all in prop::collection::vec(any::<(bool, bool)>(), 12)) {
        let World { edition, answers } = &world;
        let pick = |which: &dyn Fn(&(bool, bool)) -> bool| -> BTreeSet<String> {
            let cards = edition.cards.keys().zip(&all);
            cards.filter(|(_, flags)| which(flags)).map(|(id, _)| id.clone()).collect()
        };
        let few = pick(&|(one, both)| *one && *both);
        let many = pick(&|(one, _)| *one);
        let own = OwnTargets::new();
        let of = |cards| what_if(edition, Depth::Full, None, answers, &own, cards);
        let (few, many, none) = (of(&few), of(&many), of(&BTreeSet::new()));
        prop_assert_eq!(&none.after, &none.before);
        for (lower, higher) in [(&none, &few), (&few, &many)] {
            for (low, high) in lower.after.goals.iter().zip(&higher.after.goals) {
                prop_assert!(low.level <= high.level);
            }
            prop_assert!(lower.after.overall.level <= higher.after.overall.level);
        }
        let mut lifted = answers.clone();
        for lift in &many.lifts {
            lifted.insert(lift.question.clone(), domain::assessment::Answer::Level(lift.to));
        }
        prop_assert_eq!(&many.after, &score(edition, Depth::Full, None, &lifted));
    }

    /// Where something lacks, doing exactly that reaches the target.
    #[test]
    fn what_lacks_reaches_the_target(world in worlds()) {
        let World { edition, answers } = &world;
        let tried = what_if(
            edition, Depth::Full, None, answers, &OwnTargets::new(), &BTreeSet::new(),
        );
        for outlook in &tried.goals {
            let (Some(lacks), Some(target)) = (&outlook.lacks, outlook.target) else { continue };
            let mut lifted = answers.clone();
            for step in &lacks.steps {
                lifted.insert(step.question.clone(), domain::assessment::Answer::Level(step.to));
            }
            let after = score(edition, Depth::Full, None, &lifted);
            let level = after.goal(&outlook.goal).and_then(|goal| goal.level);
            prop_assert!(level >= Some(target.level), "{outlook:?}");
        }
    }
}

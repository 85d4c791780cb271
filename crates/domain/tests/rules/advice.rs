//! Which tips are offered and in what order, rules.md §5.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use domain::advice::{Offer, OwnTarget, OwnTargets, When, find_out, offers};
use domain::assessment::Depth;
use domain::instrument::{Card, Edition, Effort, Level, Role};
use domain::organisation::OrganisationSize;
use domain::scoring::{Score, score};
use proptest::prelude::*;

use crate::sketch;
use crate::worlds::{World, worlds};

fn offered(world: &World, depth: Depth) -> Vec<Offer> {
    offered_for(world, depth, &OwnTargets::new())
}

fn offered_for(world: &World, depth: Depth, own: &OwnTargets) -> Vec<Offer> {
    let score = score(&world.edition, depth, None, &world.answers);
    offers(&world.edition, &score, &world.answers, None, own)
}

/// Targets that an organisation may have set for some of the goals `0` to `7`.
fn own_targets() -> impl Strategy<Value = OwnTargets> {
    let target = (2..=4_u8).prop_map(|level| OwnTarget {
        level: Level::try_from(level).expect("a level"),
        reason: "Vårt mål.".to_owned(),
    });
    prop::collection::btree_map((0..8_u8).prop_map(|goal| goal.to_string()), target, 0..4)
}

fn without_prerequisites(mut world: World) -> World {
    for card in world.edition.cards.values_mut() {
        card.prerequisite = None;
    }
    world
}

/// What tips are weighed by where no own target is set, by the rule once more: 3, or 4 once every
/// goal with a level, or where no goal has a level every known answer, is at 3.
fn aim(score: &Score) -> Option<u8> {
    let questions = score.goals.iter().flat_map(|goal| &goal.questions);
    let answers: Vec<Level> = questions.filter_map(|state| state.level()).collect();
    let goals: Vec<Level> = score.goals.iter().filter_map(|goal| goal.level).collect();
    let all_at_3 = |levels: &[Level]| levels.iter().all(|level| level.number() >= 3);
    match (answers.is_empty(), goals.is_empty()) {
        (true, _) => None,
        (false, true) => Some(if all_at_3(&answers) { 4 } else { 3 }),
        (false, false) => Some(if all_at_3(&goals) { 4 } else { 3 }),
    }
}

/// The target of a goal, by the rule once more: the own one, the next level, or what tips are
/// weighed by.
fn target(score: &Score, goal: &str, own: &OwnTargets) -> Option<u8> {
    let aim = aim(score)?;
    let level = score.goal(goal).and_then(|goal| goal.level);
    Some(match (own.get(goal), level) {
        (Some(own), _) => own.level.number(),
        (None, Some(level)) => (level.number() + 1).min(4),
        (None, None) => aim,
    })
}

/// The reasons for a card, by the rule once more: question, level and target.
fn reasons(world: &World, depth: Depth, card: &Card, own: &OwnTargets) -> Vec<(String, u8, u8)> {
    let score = score(&world.edition, depth, None, &world.answers);
    let mut reasons = Vec::new();
    let goals = score.goals.iter();
    for (goal, state) in goals.flat_map(|goal| goal.questions.iter().map(move |q| (goal, q))) {
        let (Some(level), Some(target)) = (state.level(), target(&score, &goal.goal, own)) else {
            continue;
        };
        let level = level.number();
        let serves = card
            .serves
            .iter()
            .any(|serves| serves.question == state.question && serves.steps.contains(&level));
        if serves && level < target {
            reasons.push((state.question.clone(), level, target));
        }
    }
    reasons
}

proptest! {
    #[test]
    fn a_card_is_offered_for_every_question_it_can_lift(
        world in worlds(),
        own in own_targets(),
        quick: bool,
    ) {
        let depth = if quick { Depth::Quick } else { Depth::Full };
        let offers = offered_for(&world, depth, &own);
        let expected: BTreeMap<&String, _> = world
            .edition
            .cards
            .iter()
            .map(|(id, card)| (id, reasons(&world, depth, card, &own)))
            .filter(|(_, reasons)| !reasons.is_empty())
            .collect();
        let shown = if quick { 3.min(expected.len()) } else { expected.len() };
        prop_assert_eq!(offers.len(), shown);
        for offer in &offers {
            let reasons: Vec<_> = offer
                .reasons
                .iter()
                .map(|r| (r.question.clone(), r.level.number(), r.target.number()))
                .collect();
            prop_assert_eq!(Some(&reasons), expected.get(&offer.card));
        }
    }

    /// Other targets, other tips: raising a target takes no tip away, and a goal that is where it
    /// is to be gives none.
    #[test]
    fn a_higher_target_offers_what_a_lower_did_and_more(world in worlds(), goal in 0..8_u8) {
        let offered = |level: Level| -> BTreeSet<(String, String)> {
            let own = OwnTarget { level, reason: "Vårt mål.".to_owned() };
            let own = OwnTargets::from([(goal.to_string(), own)]);
            let offers = offered_for(&world, Depth::Full, &own);
            let reasons = |offer: Offer| {
                let card = offer.card;
                offer.reasons.into_iter().map(move |r| (card.clone(), r.question))
            };
            offers.into_iter().flat_map(reasons).collect()
        };
        let by_target: Vec<_> = Level::ALL.into_iter().map(offered).collect();
        for pair in by_target.windows(2) {
            prop_assert!(pair[0].is_subset(&pair[1]));
        }
        let of_goal = |question: &str| {
            world.edition.place(question).is_some_and(|p| p.goal.id == goal.to_string())
        };
        prop_assert!(by_target[0].iter().all(|(_, question)| !of_goal(question)));
    }

    #[test]
    fn a_prerequisite_comes_before_what_needs_it(world in worlds()) {
        let offers = offered(&world, Depth::Full);
        let position = |card: &str| offers.iter().position(|offer| offer.card == card);
        for (index, offer) in offers.iter().enumerate() {
            let card = &world.edition.cards[&offer.card];
            let before = card.prerequisite.as_deref().and_then(position);
            prop_assert!(before.is_none_or(|before| before < index));
        }
    }

    #[test]
    fn without_prerequisites_the_order_is_value_nyckelfraga_effort_id(
        world in worlds(),
        own in own_targets(),
    ) {
        let world = without_prerequisites(world);
        let score = score(&world.edition, Depth::Full, None, &world.answers);
        let essential = |question: &str| {
            world.edition.place(question).is_some_and(|place| place.mapped.essential)
        };
        let gap = |r: &domain::advice::Reason| {
            let goal = world.edition.place(&r.question).map(|place| &place.goal.id);
            let weighed = match goal.and_then(|goal| own.get(goal)) {
                Some(own) => own.level.number(),
                None => aim(&score).unwrap_or_default(),
            };
            weighed.saturating_sub(r.level.number())
        };
        let keys: Vec<_> = offered_for(&world, Depth::Full, &own)
            .into_iter()
            .map(|offer| {
                let card = &world.edition.cards[&offer.card];
                let gap = offer.reasons.iter().map(&gap).max();
                (
                    Reverse(gap.map(|gap| gap * card.benefit)),
                    Reverse(offer.reasons.iter().any(|r| essential(&r.question))),
                    card.effort.medium,
                    offer.card,
                )
            })
            .collect();
        prop_assert!(keys.is_sorted(), "{keys:?}");
    }

    #[test]
    fn three_now_five_next_the_rest_later(world in worlds()) {
        for (index, offer) in offered(&world, Depth::Full).iter().enumerate() {
            let when = match index {
                0..3 => When::Now,
                3..8 => When::Next,
                _ => When::Later,
            };
            prop_assert_eq!(offer.when, when);
        }
    }

    #[test]
    fn the_order_of_questions_does_not_change_the_order_of_cards(world in worlds()) {
        let mut turned = world.clone();
        for goal in &mut turned.edition.goals {
            goal.questions.reverse();
        }
        let order = |world| offered(world, Depth::Full).into_iter().map(|o| o.card).collect();
        let (order, turned): (Vec<_>, Vec<_>) = (order(&world), order(&turned));
        prop_assert_eq!(order, turned);
    }

    #[test]
    fn what_to_find_out_is_every_applicable_question_without_a_level(world in worlds()) {
        let World { edition, answers } = &world;
        let score = score(edition, Depth::Full, None, answers);
        let states = score.goals.iter().flat_map(|goal| &goal.questions);
        let unknown: Vec<String> = states
            .filter(|state| state.is_applicable() && state.level().is_none())
            .map(|state| state.question.clone())
            .collect();
        let found = find_out(edition, Depth::Full, None, answers);
        prop_assert_eq!(found.get(&Role::Inkop).cloned().unwrap_or_default(), unknown);
    }
}

/// Prerequisites in a chain: what is at the end carries those before it.
#[test]
fn a_card_inherits_through_others() {
    let mut edition = sketch::one_goal("a:N b c d");
    sketch::add_card(&mut edition, "x-forst", 1, Effort::Stor, None, "a:1");
    sketch::add_card(
        &mut edition,
        "y-sedan",
        1,
        Effort::Stor,
        Some("x-forst"),
        "b:1",
    );
    sketch::add_card(
        &mut edition,
        "z-sist",
        3,
        Effort::Stor,
        Some("y-sedan"),
        "c:1",
    );
    sketch::add_card(&mut edition, "mellan", 2, Effort::Liten, None, "a:1");
    assert_eq!(
        order(&edition, None),
        ["x-forst", "y-sedan", "z-sist", "mellan"]
    );
}

#[test]
fn effort_is_for_the_size_of_organisation_and_medium_while_it_is_not_known() {
    let mut edition = sketch::one_goal("a:N b c d");
    for id in ["p", "q"] {
        sketch::add_card(&mut edition, id, 1, Effort::Mellan, None, "a:1");
    }
    let effort = |edition: &mut Edition, id: &str, small, medium, large| {
        let card = edition.cards.get_mut(id).expect("the card");
        card.effort.small = small;
        card.effort.medium = medium;
        card.effort.large = large;
    };
    effort(
        &mut edition,
        "p",
        Effort::Liten,
        Effort::Stor,
        Effort::Liten,
    );
    effort(
        &mut edition,
        "q",
        Effort::Stor,
        Effort::Mellan,
        Effort::Stor,
    );
    assert_eq!(order(&edition, Some(OrganisationSize::Small)), ["p", "q"]);
    assert_eq!(order(&edition, Some(OrganisationSize::Medium)), ["q", "p"]);
    assert_eq!(order(&edition, Some(OrganisationSize::Large)), ["p", "q"]);
    assert_eq!(order(&edition, None), ["q", "p"]);
}

/// The cards offered when every question of the one goal stands at level 1.
fn order(edition: &Edition, size: Option<OrganisationSize>) -> Vec<String> {
    let answers = sketch::answers("a=1 b=1 c=1 d=1");
    let score = score(edition, Depth::Full, None, &answers);
    assert_eq!(score.goals[0].level, Some(Level::ONE));
    let offers = offers(edition, &score, &answers, size, &OwnTargets::new());
    offers.into_iter().map(|offer| offer.card).collect()
}

#[test]
fn what_to_find_out_goes_to_everyone_who_can_answer() {
    let mut edition = sketch::one_goal("a:NS b:N c d");
    let roles = |edition: &mut Edition, id: &str, roles: &[Role]| {
        edition.questions.get_mut(id).expect("the question").roles = roles.into();
    };
    roles(&mut edition, "a", &[Role::Juridik, Role::Ledning]);
    roles(&mut edition, "b", &[Role::Ledning]);
    let answers = sketch::answers("a=vet-inte c=1 d=inte-tillampligt");
    let asked = |depth, role| {
        let mut found = find_out(&edition, depth, None, &answers);
        found.remove(&role).unwrap_or_default()
    };
    assert_eq!(asked(Depth::Full, Role::Ledning), ["a", "b"]);
    assert_eq!(asked(Depth::Full, Role::Juridik), ["a"]);
    assert!(asked(Depth::Full, Role::Inkop).is_empty());
    assert_eq!(asked(Depth::Quick, Role::Ledning), ["a"]);
}

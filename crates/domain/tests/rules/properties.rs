//! What holds for all answers to all editions, rules.md §2.

use domain::assessment::{Answer, Answers, Depth};
use domain::instrument::{Edition, Level};
use domain::organisation::OrganisationKind;
use domain::scoring::{GoalScore, GoalState, Mean, Score, score};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

use crate::sketch;
use crate::worlds::{World, single_goals, worlds};

fn full(edition: &Edition, answers: &Answers) -> Score {
    score(edition, Depth::Full, None, answers)
}

fn with(answers: &Answers, question: &str, level: Level) -> Answers {
    let mut answers = answers.clone();
    answers.insert(question.to_owned(), Answer::Level(level));
    answers
}

/// Whether the mean has fallen or vanished.
fn fell(before: Option<Mean>, after: Option<Mean>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => after.sum * before.count < before.sum * after.count,
        (Some(_), None) => true,
        (None, _) => false,
    }
}

/// The questions of all goals with what was answered.
fn questions(score: &Score) -> impl Iterator<Item = (&str, Option<&Answer>)> {
    let states = score.goals.iter().flat_map(|goal| &goal.questions);
    states.map(|state| (state.question.as_str(), state.answer.as_ref()))
}

fn unknown(score: &Score) -> impl Iterator<Item = &str> {
    questions(score)
        .filter(|(_, answer)| matches!(answer, None | Some(Answer::DontKnow)))
        .map(|(question, _)| question)
}

proptest! {
    #[test]
    fn raising_a_level_lowers_nothing_and_makes_nothing_vanish(world in worlds()) {
        let World { edition, answers } = &world;
        let before = full(edition, answers);
        for (question, answer) in questions(&before) {
            let Some(higher) = answer.and_then(Answer::level).and_then(Level::next) else {
                continue;
            };
            let after = full(edition, &with(answers, question, higher));
            for (before, after) in before.goals.iter().zip(&after.goals) {
                prop_assert!(after.level >= before.level, "level of {}", before.goal);
                prop_assert!(after.up_to >= before.up_to, "up to of {}", before.goal);
                prop_assert!(!fell(before.mean, after.mean), "mean of {}", before.goal);
            }
            prop_assert!(after.overall.level >= before.overall.level);
            prop_assert!(after.overall.at_level_3 >= before.overall.at_level_3);
        }
    }

    #[test]
    fn finding_out_lowers_no_level_and_makes_none_vanish(world in worlds()) {
        let World { edition, answers } = &world;
        let before = full(edition, answers);
        for question in unknown(&before) {
            for level in Level::ALL {
                let after = full(edition, &with(answers, question, level));
                for (before, after) in before.goals.iter().zip(&after.goals) {
                    prop_assert!(after.level >= before.level, "level of {}", before.goal);
                }
                prop_assert!(after.overall.level >= before.overall.level);
                prop_assert!(after.overall.at_level_3 >= before.overall.at_level_3);
            }
        }
    }

    #[test]
    fn the_order_of_questions_is_irrelevant(world in worlds(), turn in 0usize..9) {
        let World { edition, answers } = &world;
        let mut turned = edition.clone();
        for goal in &mut turned.goals {
            let turn = turn.min(goal.questions.len());
            goal.questions.rotate_left(turn);
            goal.questions[turn / 2..].reverse();
        }
        let sorted = |mut score: Score| {
            for goal in &mut score.goals {
                goal.questions.sort_by(|a, b| a.question.cmp(&b.question));
                goal.near_limit.sort();
                goal.missing.iter_mut().for_each(|missing| missing.find_out.sort());
                goal.tests.iter_mut().for_each(|test| test.blocking.sort());
            }
            score
        };
        prop_assert_eq!(sorted(full(&turned, answers)), sorted(full(edition, answers)));
    }

    #[test]
    fn not_applicable_equals_absence(world in worlds()) {
        let World { edition, answers } = &world;
        let not_applicable =
            |question: &str| matches!(answers.get(question), Some(Answer::NotApplicable(_)));
        let mut smaller = edition.clone();
        for goal in &mut smaller.goals {
            goal.questions.retain(|mapped| !not_applicable(&mapped.id));
        }
        let with_it = full(edition, answers);
        let without = full(&smaller, answers);
        for (mut with_it, without) in with_it.goals.into_iter().zip(without.goals) {
            with_it.questions.retain(|state| state.is_applicable());
            prop_assert_eq!(with_it, without);
        }
        prop_assert_eq!(with_it.overall, without.overall);
    }

    #[test]
    fn a_level_is_what_the_rule_says(world in worlds()) {
        for goal in full(&world.edition, &world.answers).goals {
            let (levels, has_level) = levels_by_the_rule(&goal);
            prop_assert_eq!(has_level, goal.state == GoalState::HasLevel);
            prop_assert_eq!(has_level.then(|| levels.last().copied()).flatten(), goal.level);
        }
    }

    #[test]
    fn up_to_is_the_level_with_every_unknown_at_4(world in worlds()) {
        let World { edition, answers } = &world;
        let now = full(edition, answers);
        let best = unknown(&now).fold(answers.clone(), |answers, question| {
            with(&answers, question, Level::FOUR)
        });
        for (now, best) in now.goals.iter().zip(full(edition, &best).goals) {
            let best = now.level.and(best.level);
            prop_assert_eq!(now.up_to, best);
        }
    }

    #[test]
    fn near_the_limit_is_what_alone_lowers_the_level(world in worlds()) {
        let World { edition, answers } = &world;
        let now = full(edition, answers);
        for (index, goal) in now.goals.iter().enumerate() {
            let lowers: Vec<&str> = goal
                .questions
                .iter()
                .filter(|state| {
                    let lower = state.level().and_then(Level::previous);
                    lower.is_some_and(|lower| {
                        let answers = with(answers, &state.question, lower);
                        full(edition, &answers).goals[index].level < goal.level
                    })
                })
                .map(|state| state.question.as_str())
                .collect();
            prop_assert_eq!(&goal.near_limit, &lowers);
        }
    }

    #[test]
    fn the_snabbkoll_gives_no_levels_and_looks_at_its_own_questions(world in worlds()) {
        let World { edition, answers } = &world;
        let quick = score(edition, Depth::Quick, None, answers);
        prop_assert_eq!(quick.overall.level, None);
        for (goal, score) in edition.goals.iter().zip(&quick.goals) {
            prop_assert_eq!(&score.state, &GoalState::Quick);
            prop_assert_eq!((score.level, score.up_to, score.mean), (None, None, None));
            prop_assert!(score.missing.is_none() && score.near_limit.is_empty());
            let asked = goal.questions.iter().filter(|mapped| mapped.quick);
            prop_assert!(asked.map(|m| &m.id).eq(score.questions.iter().map(|q| &q.question)));
        }
    }

    #[test]
    fn the_hash_tells_answers_apart(world in single_goals(1..=9), number in 1u8..=4) {
        let World { edition, answers } = &world;
        let hash = |answers: &Answers| full(edition, answers).hash;
        for mapped in &edition.goals[0].questions {
            let other = with(answers, &mapped.id, sketch::level(number));
            prop_assert_eq!(hash(&other) == hash(answers), other == *answers);
        }
    }
}

/// The rule once more, in fractions: the levels that hold, and whether the goal has one.
fn levels_by_the_rule(goal: &GoalScore) -> (Vec<Level>, bool) {
    let applicable: Vec<_> = goal
        .questions
        .iter()
        .filter(|q| q.is_applicable())
        .collect();
    let known = applicable.iter().filter(|q| q.level().is_some()).count();
    let number = |q: &domain::scoring::QuestionState| q.level().map_or(1, Level::number);
    let levels = Level::ALL
        .into_iter()
        .filter(|level| {
            let level = level.number();
            let reached = applicable.iter().filter(|q| number(q) >= level).count();
            let blocked = applicable
                .iter()
                .any(|q| q.essential && number(q) + 1 < level);
            3 * reached >= 2 * applicable.len() && !blocked
        })
        .collect();
    let has_level = applicable.len() >= 4
        && applicable.iter().any(|q| q.essential)
        && 3 * known >= 2 * applicable.len();
    (levels, has_level)
}

#[test]
fn the_hash_is_sha_256_of_the_canonical_json() {
    let edition = sketch::one_goal("b:NS a c d");
    let answers = sketch::answers("d=vet-inte a=4 b=inte-tillampligt");
    let canonical = concat!(
        r#"{"answers":{"a":4,"b":{"inte-tillampligt":"finns-inte"},"d":"vet-inte"},"#,
        r#""depth":"full","edition":"skiss","framework":"skiss","organisation_kind":"region","#,
        r#""rules":"1","structure":1}"#,
    );
    let expected: String = Sha256::digest(canonical)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let region = Some(OrganisationKind::Region);
    assert_eq!(
        score(&edition, Depth::Full, region, &answers).hash,
        expected
    );
}

#[test]
fn texts_and_cards_are_outside_the_hash_and_the_structure_is_not() {
    let edition = sketch::one_goal("a:N b c d");
    let answers = sketch::answers("a=1 b=2");
    let hash = |edition: &Edition| full(edition, &answers).hash;

    let mut reworded = edition.clone();
    reworded.texts += 1;
    reworded.title.sv = "Omskriven".to_owned();
    sketch::add_card(
        &mut reworded,
        "ny",
        3,
        domain::instrument::Effort::Liten,
        None,
        "a:1",
    );
    assert_eq!(hash(&reworded), hash(&edition));

    let mut changed = edition.clone();
    changed.structure += 1;
    assert_ne!(hash(&changed), hash(&edition));
}

#[test]
fn an_inte_tillampligt_that_is_not_allowed_counts_as_missing() {
    let mut edition = sketch::one_goal("a:N b c d");
    let kinds = &mut edition.questions.get_mut("b").expect("b").not_applicable[0].kinds;
    *kinds = vec![OrganisationKind::StatligMyndighet];
    let answers = sketch::answers("a=3 b=inte-tillampligt c=3 d=3");
    let goal = |kind| score(&edition, Depth::Full, kind, &answers).goals.remove(0);

    assert_eq!(goal(Some(OrganisationKind::StatligMyndighet)).applicable, 3);
    assert_eq!(goal(None).applicable, 3);
    let kommun = goal(Some(OrganisationKind::Kommun));
    assert_eq!((kommun.applicable, kommun.known), (4, 3));
    assert_eq!(kommun.questions[1].answer, None);

    let mut unknown_reason = answers.clone();
    let other = Answer::NotApplicable("annat-skal".to_owned());
    unknown_reason.insert("b".to_owned(), other);
    assert_eq!(full(&edition, &unknown_reason).goals[0].applicable, 4);
}

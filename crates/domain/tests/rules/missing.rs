//! "Vad som saknas" reaches its target, and nothing shorter does.

use domain::assessment::{Answer, Answers, Depth};
use domain::instrument::{Edition, Level};
use domain::scoring::{Missing, missing_for, score};
use proptest::prelude::*;

use crate::sketch;
use crate::worlds::{World, single_goals};

const TARGETS: [Level; 3] = [Level::TWO, Level::THREE, Level::FOUR];

fn level(edition: &Edition, answers: &Answers) -> Option<Level> {
    score(edition, Depth::Full, None, answers).goals[0].level
}

fn lifted(answers: &Answers, missing: &Missing) -> Answers {
    let mut answers = answers.clone();
    for step in &missing.steps {
        let from = answers.get(&step.question).and_then(Answer::level);
        assert_eq!(from, step.from);
        answers.insert(step.question.clone(), Answer::Level(step.to));
    }
    answers
}

/// An applicable question as brute force sees it.
#[derive(Clone, Copy)]
struct Plain {
    essential: bool,
    number: u8,
}

fn plain(edition: &Edition, answers: &Answers) -> Vec<Plain> {
    let result = score(edition, Depth::Full, None, answers);
    let applicable = result.goals[0]
        .questions
        .iter()
        .filter(|q| q.is_applicable());
    applicable
        .map(|q| Plain {
            essential: q.essential,
            number: q.level().map_or(1, Level::number),
        })
        .collect()
}

/// The fewest single steps to level 2, 3 and 4, by trying every way to raise every question.
fn fewest_steps(questions: &mut [Plain], from: usize, steps: usize, fewest: &mut [usize; 3]) {
    let Some(question) = questions.get(from) else {
        for (target, fewest) in (2u8..).zip(fewest) {
            let reached = questions.iter().filter(|q| q.number >= target).count();
            let blocked = questions
                .iter()
                .any(|q| q.essential && q.number + 1 < target);
            if 3 * reached >= 2 * questions.len() && !blocked {
                *fewest = steps.min(*fewest);
            }
        }
        return;
    };
    let start = question.number;
    for number in start..=4 {
        questions[from].number = number;
        fewest_steps(
            questions,
            from + 1,
            steps + usize::from(number - start),
            fewest,
        );
    }
    questions[from].number = start;
}

/// Compares what the rules say with brute force, for every target.
fn check(edition: &Edition, answers: &Answers) -> Result<(), TestCaseError> {
    let mut questions = plain(edition, answers);
    let can_have_level = questions.len() >= 4 && questions.iter().any(|q| q.essential);
    let current = level(edition, answers);
    let mut fewest = [usize::MAX; 3];
    fewest_steps(&mut questions, 0, 0, &mut fewest);
    for (target, fewest) in TARGETS.into_iter().zip(fewest) {
        let missing = missing_for(edition, "1", answers, None, target);
        let Some(missing) = missing else {
            prop_assert!(!can_have_level || fewest == 0);
            prop_assert!(!can_have_level || current >= Some(target));
            continue;
        };
        prop_assert!(can_have_level);
        prop_assert_eq!(missing.target, target);
        prop_assert_eq!(missing.steps(), fewest);
        prop_assert!(missing.steps.iter().all(|step| step.steps() > 0));
        prop_assert!(level(edition, &lifted(answers, &missing)) >= Some(target));
    }
    Ok(())
}

fn with_id_1(mut edition: Edition) -> Edition {
    edition.goals[0].id = "1".to_owned();
    edition
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_fewest_steps_that_brute_force_finds(world in single_goals(4..=9)) {
        check(&with_id_1(world.edition), &world.answers)?;
    }

    #[test]
    fn find_out_is_what_could_save_steps(world in single_goals(4..=9)) {
        let World { edition, answers } = world;
        let edition = with_id_1(edition);
        for target in TARGETS {
            let Some(missing) = missing_for(&edition, "1", &answers, None, target) else {
                continue;
            };
            let found: Vec<&str> = edition.goals[0]
                .questions
                .iter()
                .map(|mapped| mapped.id.as_str())
                .filter(|id| matches!(answers.get(*id), None | Some(Answer::DontKnow)))
                .filter(|id| missing.steps.iter().all(|step| step.question != *id))
                .filter(|id| {
                    let mut answers = answers.clone();
                    answers.insert((*id).to_owned(), Answer::Level(Level::FOUR));
                    let fewer = missing_for(&edition, "1", &answers, None, target);
                    fewer.map_or(0, |fewer| fewer.steps()) < missing.steps()
                })
                .collect();
            prop_assert_eq!(&missing.find_out, &found);
        }
    }
}

/// Every set of answers to every goal of four questions.
#[test]
fn four_questions_exhaustively() -> Result<(), TestCaseError> {
    const ANSWERS: [&str; 5] = ["1", "2", "3", "4", "vet-inte"];
    const IDS: [&str; 4] = ["a", "b", "c", "d"];
    for marks in 0..2u32.pow(4) {
        let questions = IDS.iter().enumerate().map(|(index, id)| {
            let essential = marks & (1 << index) != 0;
            format!("{id}:{}", if essential { "N" } else { "" })
        });
        let edition = sketch::one_goal(&questions.collect::<Vec<_>>().join(" "));
        for number in 0..5usize.pow(4) {
            let answers = (0u32..)
                .zip(IDS)
                .map(|(index, id)| format!("{id}={}", ANSWERS[number / 5usize.pow(index) % 5]));
            let answers = sketch::answers(&answers.collect::<Vec<_>>().join(" "));
            check(&edition, &answers)?;
        }
    }
    Ok(())
}

/// What decides between questions that need equally many steps.
#[test]
fn ties_go_to_nyckelfraga_then_benefit_then_id() {
    let mut edition = sketch::one_goal("a b c d:N e f");
    let answers = sketch::answers("a=1 b=1 c=1 d=1 e=2 f=2");
    let lifted = |edition: &Edition| -> Vec<String> {
        let missing = missing_for(edition, "1", &answers, None, Level::TWO).expect("something");
        missing
            .steps
            .into_iter()
            .map(|step| step.question)
            .collect()
    };
    assert_eq!(lifted(&edition), ["d", "a"]);

    let liten = domain::instrument::Effort::Liten;
    sketch::add_card(&mut edition, "stor-nytta", 3, liten, None, "c:1 b:2");
    sketch::add_card(&mut edition, "liten-nytta", 1, liten, None, "a:1 b:1");
    assert_eq!(lifted(&edition), ["d", "c"]);
}

#[test]
fn no_such_goal() {
    let edition = sketch::one_goal("a:N b c d");
    assert_eq!(
        missing_for(&edition, "9", &Answers::new(), None, Level::TWO),
        None
    );
}

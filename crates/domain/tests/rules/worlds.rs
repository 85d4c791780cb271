//! Random editions with random answers.

use domain::assessment::{Answer, Answers};
use domain::instrument::{Edition, Effort};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::sketch::{self, REASON};

/// An edition and answers to it.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) edition: Edition,
    pub(crate) answers: Answers,
}

/// Up to five goals of up to nine questions each, and up to a dozen cards.
pub(crate) fn worlds() -> impl Strategy<Value = World> {
    (vec(goal(), 1..=5), vec(card(), 0..=12)).prop_map(|(goals, cards)| draw(&goals, &cards))
}

/// A goal of so many questions, and no cards.
pub(crate) fn single_goals(
    questions: std::ops::RangeInclusive<usize>,
) -> impl Strategy<Value = World> {
    vec(question(), questions).prop_map(|questions| draw(&[questions], &[]))
}

#[derive(Clone, Debug)]
struct QuestionSketch {
    essential: bool,
    quick: bool,
    answer: Option<Answer>,
}

#[derive(Clone, Debug)]
struct CardSketch {
    benefit: u8,
    effort: Effort,
    prerequisite: Option<usize>,
    serves: Vec<(usize, u8)>,
}

fn goal() -> impl Strategy<Value = Vec<QuestionSketch>> {
    vec(question(), 0..=9)
}

fn question() -> impl Strategy<Value = QuestionSketch> {
    (prop::bool::weighted(0.3), any::<bool>(), answer()).prop_map(|(essential, quick, answer)| {
        QuestionSketch {
            essential,
            quick,
            answer,
        }
    })
}

fn answer() -> impl Strategy<Value = Option<Answer>> {
    prop_oneof![
        12 => (1u8..=4).prop_map(|number| Some(Answer::Level(sketch::level(number)))),
        1 => Just(Some(Answer::DontKnow)),
        1 => Just(Some(Answer::NotApplicable(REASON.to_owned()))),
        1 => Just(None),
    ]
}

/// A prerequisite is an earlier card, so that there are no cycles.
fn card() -> impl Strategy<Value = CardSketch> {
    let effort = prop_oneof![
        Just(Effort::Liten),
        Just(Effort::Mellan),
        Just(Effort::Stor)
    ];
    let serves = vec((0usize..45, 1u8..=3), 1..=4);
    (1u8..=3, effort, prop::option::of(0usize..12), serves).prop_map(
        |(benefit, effort, prerequisite, serves)| CardSketch {
            benefit,
            effort,
            prerequisite,
            serves,
        },
    )
}

fn draw(goals: &[Vec<QuestionSketch>], cards: &[CardSketch]) -> World {
    let mut edition = sketch::edition();
    let mut answers = Answers::new();
    let mut ids = Vec::new();
    for (goal, questions) in goals.iter().enumerate() {
        let mut sketches = Vec::new();
        for (index, question) in questions.iter().enumerate() {
            let id = format!("g{goal}.q{index}");
            let marks = [(question.essential, 'N'), (question.quick, 'S')];
            let marks: String = marks.iter().filter(|(on, _)| *on).map(|(_, m)| m).collect();
            sketches.push(format!("{id}:{marks}"));
            answers.extend(question.answer.clone().map(|answer| (id.clone(), answer)));
            ids.push(id);
        }
        sketch::add_goal(&mut edition, &goal.to_string(), &sketches.join(" "));
    }
    for (index, card) in cards.iter().enumerate() {
        let mut serves: Vec<String> = card
            .serves
            .iter()
            .filter_map(|(question, step)| Some(format!("{}:{step}", ids.get(*question)?)))
            .collect();
        serves.sort();
        serves.dedup();
        let before = card.prerequisite.filter(|before| *before < index);
        sketch::add_card(
            &mut edition,
            &format!("k{index:02}"),
            card.benefit,
            card.effort,
            before.map(|before| format!("k{before:02}")).as_deref(),
            &serves.join(" "),
        );
    }
    World { edition, answers }
}

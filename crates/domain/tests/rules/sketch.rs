//! Small editions, drawn by hand.

use std::collections::BTreeMap;

use domain::assessment::{Answer, Answers};
use domain::hub::Hub;
use domain::instrument::source::{ComparisonFile, TermsFile};
use domain::instrument::{
    Card, Content, Counts, Duty, Edition, Effort, EffortBySize, Goal, Level, MappedQuestion,
    NotApplicableReason, Question, Role, Serves,
};
use domain::organisation::OrganisationKind;
use domain::text::Text;

/// The reason for inte tillämpligt that every question of a sketch allows.
pub(crate) const REASON: &str = "finns-inte";

/// An edition `skiss` without goals and cards.
pub(crate) fn edition() -> Edition {
    Edition {
        id: "skiss".to_owned(),
        number: 1,
        structure: 1,
        texts: 1,
        cards_version: 1,
        published: "2026-01-01".to_owned(),
        title: text("Skiss"),
        counts: Counts {
            questions: 0,
            essential: 0,
            quick: 0,
        },
        framework: "skiss".to_owned(),
        goals: Vec::new(),
        previous: None,
        questions: BTreeMap::new(),
        cards: BTreeMap::new(),
    }
}

/// An edition of one goal, which is the overarching one.
pub(crate) fn one_goal(questions: &str) -> Edition {
    let mut edition = edition();
    add_goal(&mut edition, "1", questions);
    edition
}

/// Adds a goal with its questions. The first is the overarching. A question is its id and, after
/// a colon, its marks: N nyckelfråga, S in the snabbkoll. For example `a:NS b:N c`.
pub(crate) fn add_goal(edition: &mut Edition, id: &str, questions: &str) {
    let mapped: Vec<MappedQuestion> = questions
        .split_whitespace()
        .map(|sketch| {
            let (id, marks) = sketch.split_once(':').unwrap_or((sketch, ""));
            assert!(marks.chars().all(|mark| "NS".contains(mark)), "{sketch}");
            MappedQuestion {
                id: id.to_owned(),
                essential: marks.contains('N'),
                quick: marks.contains('S'),
            }
        })
        .collect();
    for entry in &mapped {
        edition
            .questions
            .insert(entry.id.clone(), question(&entry.id));
    }
    edition.goals.push(Goal {
        id: id.to_owned(),
        overarching: edition.goals.is_empty(),
        title: text(id),
        short: text(id),
        summary: text(id),
        explained: None,
        questions: mapped,
    });
}

fn question(id: &str) -> Question {
    Question {
        id: id.to_owned(),
        roles: vec![Role::Inkop],
        tags: Vec::new(),
        sources: Vec::new(),
        related: Vec::new(),
        question: text(id),
        why: text(id),
        boundary: text(id),
        levels: vec![text("1"), text("2"), text("3"), text("4")],
        evidence: Vec::new(),
        examples: Vec::new(),
        not_applicable: vec![NotApplicableReason {
            reason: REASON.to_owned(),
            kinds: OrganisationKind::ALL.into(),
            sv: "Finns inte".to_owned(),
            en: "Does not exist".to_owned(),
        }],
        duties: Vec::new(),
    }
}

/// Adds a duty to a question. No kinds means all.
pub(crate) fn add_duty(
    edition: &mut Edition,
    question: &str,
    duty: &str,
    answers: &[u8],
    kinds: &[OrganisationKind],
) {
    let question = edition.questions.get_mut(question).expect("a question");
    question.duties.push(Duty {
        id: duty.to_owned(),
        answers: answers.into(),
        kinds: kinds.into(),
        sv: "Lagen kräver det.".to_owned(),
        en: "The law requires it.".to_owned(),
        reference: text("1 kap. 1 §"),
        source: "lagen".to_owned(),
        checked: "2026-01-01".to_owned(),
    });
}

/// Adds a card. `serves` is the questions with the steps it takes, for example `a:12 b:3`.
pub(crate) fn add_card(
    edition: &mut Edition,
    id: &str,
    benefit: u8,
    effort: Effort,
    prerequisite: Option<&str>,
    serves: &str,
) {
    let serves = serves
        .split_whitespace()
        .map(|sketch| {
            let (question, steps) = sketch.split_once(':').expect("question:steps");
            Serves {
                question: question.to_owned(),
                steps: steps.bytes().map(|digit| digit - b'0').collect(),
            }
        })
        .collect();
    let card = Card {
        id: id.to_owned(),
        benefit,
        effort: EffortBySize {
            small: effort,
            medium: effort,
            large: effort,
        },
        links: Vec::new(),
        prerequisite: prerequisite.map(str::to_owned),
        title: text(id),
        what: text(id),
        monday: text(id),
        who: text(id),
        done: text(id),
        pattern: text(id),
        steps: vec![text("1"), text("2"), text("3")],
        serves,
    };
    edition.cards.insert(card.id.clone(), card);
}

/// A content folder with one edition.
pub(crate) fn content(edition: Edition) -> Content {
    Content {
        levels: Vec::new(),
        tags: BTreeMap::new(),
        sources: BTreeMap::new(),
        terms: TermsFile {
            glossary: Vec::new(),
            forbidden: Vec::new(),
            forbidden_in_levels: Vec::new(),
        },
        references: Vec::new(),
        comparison: ComparisonFile {
            min_owners: 6,
            populations: Vec::new(),
        },
        frameworks: BTreeMap::new(),
        current: edition.id.clone(),
        editions: BTreeMap::from([(edition.id.clone(), edition)]),
        hub: Hub::default(),
        links: Vec::new(),
    }
}

/// Answers as `a=3 b=vet-inte c=inte-tillampligt`.
pub(crate) fn answers(sketch: &str) -> Answers {
    sketch
        .split_whitespace()
        .map(|entry| {
            let (question, answer) = entry.split_once('=').expect("question=answer");
            (question.to_owned(), answer_from(answer))
        })
        .collect()
}

fn answer_from(sketch: &str) -> Answer {
    match sketch {
        "vet-inte" => Answer::DontKnow,
        "inte-tillampligt" => Answer::NotApplicable(REASON.to_owned()),
        number => Answer::Level(level(number.parse().expect("a number"))),
    }
}

/// A level by its number.
pub(crate) fn level(number: u8) -> Level {
    Level::try_from(number).expect("a level")
}

fn text(text: &str) -> Text {
    Text {
        sv: text.to_owned(),
        en: text.to_owned(),
    }
}

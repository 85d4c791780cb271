//! What holds for all respondents.

use std::collections::BTreeSet;

use domain::assessment::Answer;
use domain::instrument::{Level, Role};
use domain::voices::{Counts, FEWEST, Spread, Voice, spreads};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::subsequence;

use super::{edition, of};
use crate::sketch::{self, REASON};

fn answer() -> impl Strategy<Value = Option<Answer>> {
    prop_oneof![
        6 => (1u8..=4).prop_map(|number| Some(Answer::Level(sketch::level(number)))),
        1 => Just(Some(Answer::DontKnow)),
        1 => Just(Some(Answer::NotApplicable(REASON.to_owned()))),
        1 => Just(None),
    ]
}

fn any_voice() -> impl Strategy<Value = Voice> {
    let ids = || ["a", "b", "c", "d"].map(str::to_owned).to_vec();
    let asked = subsequence(ids(), 0..=4);
    (0usize..5, asked, [answer(), answer(), answer(), answer()]).prop_map(
        move |(role, asked, answers)| Voice {
            role: Role::ALL[role],
            asked: asked.into_iter().collect(),
            answers: ids()
                .into_iter()
                .zip(answers)
                .filter_map(|(id, answer)| Some((id, answer?)))
                .collect(),
            comments: [].into(),
        },
    )
}

/// The answers to a question, as they were given.
fn given<'v>(voices: &'v [Voice], question: &'v str) -> impl Iterator<Item = (Role, &'v Answer)> {
    voices
        .iter()
        .filter(move |voice| voice.asked.contains(question))
        .filter_map(move |voice| Some((voice.role, voice.answers.get(question)?)))
}

proptest! {
    /// Whichever of the published distributions an onlooker adds and subtracts, what is left are
    /// the answers of nobody or of at least three.
    #[test]
    fn no_subtraction_reaches_fewer_than_three(voices in vec(any_voice(), 0..20)) {
        for spread in spreads(&edition(), None, &voices) {
            let mut published: Vec<usize> = spread
                .by_role
                .iter()
                .map(|role| role.counts.answered())
                .collect();
            published.extend(spread.others.as_ref().map(Counts::answered));
            for subtracted in 0..1usize << published.len() {
                let taken: usize = published
                    .iter()
                    .enumerate()
                    .filter(|(index, _)| subtracted >> index & 1 == 1)
                    .map(|(_, count)| count)
                    .sum();
                let left = spread.all.answered() - taken;
                let nobody_apart = spread.by_role.is_empty();
                prop_assert!(left == 0 || left >= FEWEST || nobody_apart, "{published:?}, {left} left");
            }
            prop_assert!(published.iter().all(|&count| count >= FEWEST));
        }
    }

    /// A role of three or more is held back only when showing it leaves too few.
    #[test]
    fn what_may_be_shown_is_shown(voices in vec(any_voice(), 0..20)) {
        for spread in spreads(&edition(), None, &voices) {
            let count = |role| given(&voices, &spread.question).filter(|(r, _)| *r == role).count();
            let shown: Vec<Role> = spread.by_role.iter().map(|role| role.role).collect();
            let left: usize = Role::ALL.into_iter().map(count).filter(|&n| n < FEWEST).sum();
            let large = Role::ALL.into_iter().filter(|&role| count(role) >= FEWEST).count();
            let held_back = usize::from(large > 0 && (1..FEWEST).contains(&left));
            prop_assert_eq!(shown.len(), large - held_back);
        }
    }

    #[test]
    fn counts_are_those_of_the_answers(voices in vec(any_voice(), 0..12)) {
        for spread in spreads(&edition(), None, &voices) {
            let given = || given(&voices, &spread.question).map(|(_, answer)| answer);
            for level in Level::ALL {
                let count = given().filter(|answer| answer.level() == Some(level)).count();
                prop_assert_eq!(spread.all.level(level), count);
            }
            let unknown = given().filter(|answer| **answer == Answer::DontKnow).count();
            prop_assert_eq!(spread.all.dont_know(), unknown);
            prop_assert_eq!(spread.all.answered(), given().count());
            prop_assert_eq!(spread.asked + spread.not_asked, voices.len());
            let apart: usize = spread.by_role.iter().map(|role| role.counts.answered()).sum();
            let others = spread.others.as_ref().map_or(0, Counts::answered);
            prop_assert!(apart == 0 || apart + others == spread.all.answered());
        }
    }

    #[test]
    fn the_order_of_respondents_is_irrelevant(
        voices in vec(any_voice(), 0..12).prop_shuffle(), turn in 0usize..12
    ) {
        let mut turned = voices.clone();
        turned.rotate_left(turn.min(voices.len()));
        turned.reverse();
        prop_assert_eq!(
            spreads(&edition(), None, &voices),
            spreads(&edition(), None, &turned)
        );
    }

    #[test]
    fn one_more_who_says_the_same_never_widens(voices in vec(any_voice(), 1..12), who in 0usize..12) {
        let more: Vec<Voice> = voices.iter().chain(voices.get(who % voices.len())).cloned().collect();
        let after = spreads(&edition(), None, &more);
        for before in spreads(&edition(), None, &voices) {
            let after = of(&after, &before.question);
            let width = |spread: &Spread| {
                (spread.disagreement.on_applicable, spread.disagreement.range)
            };
            prop_assert_eq!(width(&after), width(&before));
            prop_assert_eq!(&after.unanimous, &before.unanimous);
        }
    }

    /// Everybody twice is the same disagreement; only those who answered vet inte än are more.
    #[test]
    fn the_variance_is_a_share_and_not_a_sum(voices in vec(any_voice(), 1..8)) {
        let twice: Vec<Voice> = voices.iter().chain(&voices).cloned().collect();
        let after = spreads(&edition(), None, &twice);
        for before in spreads(&edition(), None, &voices) {
            let after = of(&after, &before.question).disagreement;
            prop_assert_eq!(after.variance, before.disagreement.variance);
        }
    }

    #[test]
    fn it_is_unanimous_exactly_when_there_is_one_answer(voices in vec(any_voice(), 0..4)) {
        for spread in spreads(&edition(), None, &voices) {
            let distinct: Vec<&Answer> = given(&voices, &spread.question)
                .map(|(_, answer)| answer)
                .fold(Vec::new(), |mut distinct, answer| {
                    if !distinct.contains(&answer) {
                        distinct.push(answer);
                    }
                    distinct
                });
            let only = match distinct[..] {
                [only] if *only != Answer::DontKnow => Some(only.clone()),
                _ => None,
            };
            prop_assert_eq!(spread.unanimous, only);
        }
    }

    #[test]
    fn the_list_falls_in_disagreement_and_holds_every_question_asked(voices in vec(any_voice(), 0..12)) {
        let spreads = spreads(&edition(), None, &voices);
        for pair in spreads.windows(2) {
            let (first, next) = (&pair[0], &pair[1]);
            prop_assert!(first.disagreement >= next.disagreement);
            if first.disagreement == next.disagreement {
                prop_assert!(first.question < next.question);
            }
        }
        let listed: BTreeSet<String> = spreads.into_iter().map(|spread| spread.question).collect();
        let asked: BTreeSet<String> = voices.into_iter().flat_map(|voice| voice.asked).collect();
        prop_assert_eq!(listed, asked);
    }
}

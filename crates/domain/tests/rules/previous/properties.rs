//! What holds for all rounds.

use domain::assessment::{Answer, Answers, Depth};
use domain::previous::{EditionMap, Moved, changes, left, proposals, trend};
use proptest::prelude::*;

use super::{round, three};
use crate::sketch::{self, REASON};

fn answers() -> impl Strategy<Value = Answers> {
    let answer = prop_oneof![
        4 => (1u8..=4).prop_map(|number| Answer::Level(sketch::level(number))),
        1 => Just(Answer::DontKnow),
        1 => Just(Answer::NotApplicable(REASON.to_owned())),
    ];
    let id = prop::sample::select(vec!["a", "b", "c", "d", "e", "p", "q", "r", "s"]);
    prop::collection::btree_map(id.prop_map(str::to_owned), answer, 0..9)
}

proptest! {
    /// Whatever was answered last year and so far this year: every question asked and not yet
    /// answered is left in exactly one way, and what one act confirms is last year's answer to a
    /// question that keeps its meaning and is no nyckelfråga.
    #[test]
    fn every_question_is_left_in_one_way(last in answers(), answered in answers(), from in 0usize..3) {
        let content = three();
        let from = ["e1", "e2", "e3"][from];
        let edition = &content.editions["e3"];
        let map = EditionMap::between(&content, from, "e3").expect("a map");
        let proposals = proposals(edition, Depth::Full, None, Some(&map), &last);
        for goal in &edition.goals {
            let left = left(goal, &proposals, &answered);
            let mut all: Vec<&String> = left.at_once.iter().chain(&left.one_by_one).map(|(id, _)| id).collect();
            all.extend(&left.to_answer);
            all.sort();
            let mut expected: Vec<&String> = goal.questions.iter().map(|q| &q.id).collect();
            expected.retain(|id| !answered.contains_key(*id));
            expected.sort();
            prop_assert_eq!(all, expected);
            for (id, answer) in left.at_once.iter().chain(&left.one_by_one) {
                prop_assert_eq!(last.get(id), Some(answer));
                prop_assert!(map.change(id).keeps_its_meaning());
            }
            let essential = |id: &String| edition.place(id).expect("a place").mapped.essential;
            prop_assert!(left.at_once.iter().all(|(id, _)| !essential(id)));
            prop_assert!(left.one_by_one.iter().all(|(id, _)| essential(id)));
        }
    }

    /// A round held against itself has not changed.
    #[test]
    fn nothing_has_changed_since_the_same_round(answers in answers()) {
        let content = three();
        let round = round(&content, "e3", &answers);
        let changes = changes(&content, &round, &round);
        prop_assert!(changes.removed.is_empty());
        for goal in changes.goals {
            prop_assert_eq!(goal.before, Some(goal.now));
            prop_assert!(goal.breaks.is_empty());
            prop_assert!(goal.questions.iter().all(|question| question.moved() == Moved::Nowhere));
        }
    }

    /// The trend over two rounds tells the same as what changed between them.
    #[test]
    fn the_trend_and_what_changed_agree(before in answers(), now in answers()) {
        let content = three();
        let rounds = [round(&content, "e1", &before), round(&content, "e2", &now)];
        let changes = changes(&content, &rounds[0], &rounds[1]);
        let trend = trend(&content, &rounds);
        prop_assert_eq!(changes.goals.len(), trend.len());
        for (goal, series) in changes.goals.iter().zip(trend) {
            prop_assert_eq!(&goal.goal, &series.goal);
            prop_assert_eq!(goal.before, series.points[0].standing);
            prop_assert_eq!(Some(goal.now), series.points[1].standing);
            prop_assert_eq!(&goal.breaks, &series.points[1].breaks);
        }
    }
}

//! What follows from a plan: two columns of status, what is handed on, and what moved.

use domain::day::Day;
use domain::instrument::{Effort, Level};
use domain::plan::{
    Decision, DecisionFault, Derived, Difference, Entry, Status, Subject, carried, check, derived,
    difference, effect,
};

use crate::sketch;

fn day(text: &str) -> Day {
    text.try_into().expect("a day")
}

fn to_do(card: &str, by: &str, status: Status) -> Entry {
    Entry {
        decision: Decision::Do {
            owner: "a".to_owned(),
            by: day(by),
            resources: String::new(),
        },
        status,
        ..Entry::undecided(card)
    }
}

fn decided(decision: Decision) -> Entry {
    Entry {
        decision,
        ..Entry::undecided("kort")
    }
}

#[test]
fn the_answers_say_how_far_a_card_has_come() {
    let mut edition = sketch::one_goal("a:N b c d");
    sketch::add_card(&mut edition, "kort", 1, Effort::Liten, None, "a:12 b:1");
    let card = edition.card("kort").expect("the card");
    let cases = [
        ("c=1", Derived::Unknown),
        ("a=vet-inte b=inte-tillampligt", Derived::Unknown),
        ("a=1 b=1", Derived::NotBegun),
        ("a=2 b=1", Derived::Begun),
        ("a=1 b=2", Derived::Begun),
        ("a=3 b=1", Derived::Begun),
        ("a=3 b=2", Derived::Done),
        ("a=3", Derived::Done),
        ("a=4 b=4", Derived::Done),
    ];
    for (answers, expected) in cases {
        assert_eq!(
            derived(card, &sketch::answers(answers)),
            expected,
            "{answers}"
        );
    }
}

#[test]
fn people_and_answers_are_two_columns_and_a_difference_is_a_question() {
    let late = |status| to_do("kort", "2027-01-01", status);
    let no = decided(Decision::No {
        because: "Vi har inga sådana köp.".to_owned(),
    });
    let cases = [
        (
            late(Status::Done),
            Derived::Begun,
            Some(Difference::DoneNotAnswered),
        ),
        (late(Status::Done), Derived::Done, None),
        (late(Status::Done), Derived::Unknown, None),
        (
            late(Status::Ongoing),
            Derived::Done,
            Some(Difference::AnsweredNotDone),
        ),
        (late(Status::Ongoing), Derived::NotBegun, None),
        (
            no.clone(),
            Derived::Done,
            Some(Difference::AnsweredNotDecided),
        ),
        (no, Derived::Begun, None),
        (Entry::undecided("kort"), Derived::Done, None),
    ];
    for (entry, by_answers, expected) in cases {
        assert_eq!(
            difference(&entry, by_answers),
            expected,
            "{entry:?} {by_answers:?}"
        );
    }
}

#[test]
fn a_new_day_may_not_be_past_and_an_old_one_may_stay() {
    let today = day("2027-03-01");
    let old = to_do("kort", "2027-01-15", Status::Ongoing);
    let done = to_do("kort", "2027-01-15", Status::Done);
    assert_eq!(check(&done, Some(&old), today), Ok(()));
    assert_eq!(check(&done, None, today), Err(DecisionFault::PastDay));
    let moved = to_do("kort", "2027-02-28", Status::Ongoing);
    assert_eq!(
        check(&moved, Some(&old), today),
        Err(DecisionFault::PastDay)
    );
    assert_eq!(
        check(&to_do("kort", "2027-03-01", Status::NotBegun), None, today),
        Ok(())
    );
}

#[test]
fn the_next_plan_is_handed_what_is_left() {
    let later = decided(Decision::Later {
        on: day("2028-01-01"),
    });
    let no = decided(Decision::No {
        because: "För dyrt.".to_owned(),
    });
    let ongoing = to_do("kort", "2027-01-01", Status::Ongoing);
    assert_eq!(carried(&ongoing), Some(ongoing.clone()));
    assert_eq!(carried(&later), Some(later.clone()));
    assert_eq!(carried(&to_do("kort", "2027-01-01", Status::Done)), None);
    assert_eq!(carried(&no), None);
    assert_eq!(carried(&Entry::undecided("kort")), None);
}

#[test]
fn what_moved_is_told_of_what_was_done_and_can_be_compared() {
    let mut edition = sketch::one_goal("a:N b c d");
    sketch::add_card(
        &mut edition,
        "gjord",
        1,
        Effort::Liten,
        None,
        "a:12 b:1 c:1",
    );
    sketch::add_card(&mut edition, "kvar", 1, Effort::Liten, None, "d:1");
    let own = Entry {
        subject: Subject::Own {
            title: "Eget".to_owned(),
            goal: None,
        },
        ..to_do("", "2027-01-01", Status::Done)
    };
    let entries = [
        to_do("gjord", "2027-01-01", Status::Done),
        to_do("kvar", "2027-01-01", Status::Ongoing),
        to_do("borttaget-tips", "2027-01-01", Status::Done),
        own,
    ];
    let (before, after) = ("a=1 b=1 c=2 d=1", "a=2 b=1 c=1 d=3");
    let effects = effect(
        &edition,
        &entries,
        &sketch::answers(before),
        &sketch::answers(after),
        |question| question != "b",
    );
    assert_eq!(effects.len(), 1);
    assert_eq!(effects[0].card, "gjord");
    let moved: Vec<_> = effects[0]
        .moved
        .iter()
        .map(|m| (m.question.as_str(), m.from, m.to))
        .collect();
    // An answer that fell is told too.
    assert_eq!(
        moved,
        [("a", Level::ONE, Level::TWO), ("c", Level::TWO, Level::ONE)]
    );
}

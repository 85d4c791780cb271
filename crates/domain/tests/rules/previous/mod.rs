//! The next round, rules.md §6: what may be confirmed, what has changed, and the trend, each with a
//! worked example.

mod properties;

use std::collections::BTreeMap;

use domain::assessment::{Answer, Answers, Coverage, Depth};
use domain::instrument::{Content, Edition, Level, Previous};
use domain::organisation::OrganisationKind;
use domain::previous::{
    Break, Change, EditionMap, Moved, Point, Proposal, Round, WhyAnew, changes, left, proposals,
    trend,
};

use crate::sketch::{self, REASON};

/// An edition of goal 1 and 2, and what became of the questions of the edition before, as
/// `same a b, reworded c, changed d, new e, removed f`.
fn edition(id: &str, goals: [&str; 2], before: Option<(&str, &str)>) -> Edition {
    let mut edition = sketch::edition();
    edition.id = id.to_owned();
    for (goal, questions) in ["1", "2"].into_iter().zip(goals) {
        sketch::add_goal(&mut edition, goal, questions);
    }
    edition.previous = before.map(|(id, lists)| {
        let list = |name: &str| {
            let lists = lists.split(", ").filter_map(|list| list.strip_prefix(name));
            lists
                .flat_map(str::split_whitespace)
                .map(str::to_owned)
                .collect()
        };
        Previous {
            edition: id.to_owned(),
            identical: list("same "),
            reworded: list("reworded "),
            changed: list("changed "),
            new: list("new "),
            removed: list("removed "),
        }
    });
    edition
}

fn content(editions: impl IntoIterator<Item = Edition>) -> Content {
    let editions: BTreeMap<String, Edition> = editions
        .into_iter()
        .map(|edition| (edition.id.clone(), edition))
        .collect();
    let (_, last) = editions.last_key_value().expect("an edition");
    let mut content = sketch::content(last.clone());
    content.editions = editions;
    content
}

/// Three editions. e2 rewords b, changes c, drops d and adds e; e3 changes b and brings d back.
fn three() -> Content {
    content([
        edition("e1", ["a:N b c d", "p:N q r s"], None),
        edition(
            "e2",
            ["a:N b c e", "p:N q r s"],
            Some((
                "e1",
                "same a p q r s, reworded b, changed c, new e, removed d",
            )),
        ),
        edition(
            "e3",
            ["a:N b c d e", "p:N q r s"],
            Some(("e2", "same a c e p q r, reworded s, changed b, new d")),
        ),
    ])
}

fn round<'a>(content: &'a Content, edition: &str, answers: &'a Answers) -> Round<'a> {
    Round {
        edition: &content.editions[edition],
        depth: Depth::Full,
        kind: None,
        coverage: None,
        answers,
    }
}

#[test]
fn a_map_leads_over_several_editions_and_the_largest_change_counts() {
    let content = three();
    let map = |from, to| EditionMap::between(&content, from, to);
    let said = |from, to| {
        let map = map(from, to).expect("a map");
        ["a", "b", "c", "d", "e", "s"].map(|question| map.change(question))
    };
    use Change::{Changed, Identical, New, Reworded};
    assert_eq!(
        said("e1", "e2"),
        [Identical, Reworded, Changed, New, New, Identical]
    );
    assert_eq!(
        said("e2", "e3"),
        [Identical, Changed, Identical, New, Identical, Reworded]
    );
    // b was reworded, then changed; c was changed and then the same; d came back; e is new.
    assert_eq!(
        said("e1", "e3"),
        [Identical, Changed, Changed, New, New, Reworded]
    );
    assert_eq!(said("e3", "e3")[..2], [Identical, Identical]);
    assert_eq!(map("e2", "e1"), None);
    assert_eq!(map("e0", "e2"), None);
    assert_eq!(map("e1", "e4"), None);
}

/// e2 after e1: a and b may be confirmed, c and e are asked anew, p was never answered.
#[test]
fn old_answers_are_proposed_where_the_question_keeps_its_meaning() {
    let content = three();
    let map = EditionMap::between(&content, "e1", "e2").expect("a map");
    let last = sketch::answers("a=3 b=2 c=4 d=1 q=vet-inte r=inte-tillampligt");
    let edition = &content.editions["e2"];
    let proposals = proposals(edition, Depth::Full, None, Some(&map), &last);
    let confirm = |answer: Answer, reworded| Proposal::Confirm { answer, reworded };
    let expected = [
        ("a", confirm(Answer::Level(Level::THREE), false)),
        ("b", confirm(Answer::Level(Level::TWO), true)),
        ("c", Proposal::Anew(WhyAnew::Changed)),
        ("e", Proposal::Anew(WhyAnew::New)),
        ("p", Proposal::Nothing),
        ("q", confirm(Answer::DontKnow, false)),
        (
            "r",
            confirm(Answer::NotApplicable(REASON.to_owned()), false),
        ),
        ("s", Proposal::Nothing),
    ];
    let expected = expected.map(|(question, proposal)| (question.to_owned(), proposal));
    assert_eq!(proposals, BTreeMap::from(expected));
}

#[test]
fn an_inte_tillampligt_that_is_no_longer_allowed_is_asked_anew() {
    let mut content = three();
    let edition = content.editions.get_mut("e2").expect("e2");
    let question = edition.questions.get_mut("r").expect("r");
    question.not_applicable[0].kinds = vec![OrganisationKind::Region];
    let map = EditionMap::between(&content, "e1", "e2").expect("a map");
    let last = sketch::answers("r=inte-tillampligt");
    let proposal = |kind| {
        let edition = &content.editions["e2"];
        proposals(edition, Depth::Full, kind, Some(&map), &last).remove("r")
    };
    assert_eq!(
        proposal(Some(OrganisationKind::Kommun)),
        Some(Proposal::Anew(WhyAnew::NotAllowed))
    );
    assert!(matches!(
        proposal(Some(OrganisationKind::Region)),
        Some(Proposal::Confirm { .. })
    ));
}

#[test]
fn the_snabbkoll_is_proposed_what_it_asks() {
    let content = content([edition("e1", ["a:NS b:NS c d", "p:NS q:NS r s"], None)]);
    let map = EditionMap::between(&content, "e1", "e1").expect("a map");
    let last = sketch::answers("a=3 c=2");
    let asked = proposals(
        &content.editions["e1"],
        Depth::Quick,
        None,
        Some(&map),
        &last,
    );
    let asked: Vec<&str> = asked.keys().map(String::as_str).collect();
    assert_eq!(asked, ["a", "b", "p", "q"]);
}

/// a is a nyckelfråga; b is answered already this year; e is new.
#[test]
fn a_goal_is_confirmed_at_once_except_its_nyckelfragor_and_what_is_answered() {
    let content = three();
    let edition = &content.editions["e2"];
    let map = EditionMap::between(&content, "e1", "e2").expect("a map");
    let last = sketch::answers("a=3 b=2 c=4 p=1 q=2 r=3");
    let proposals = proposals(edition, Depth::Full, None, Some(&map), &last);
    let left = |goal: &str, answered: &str| {
        let answered = sketch::answers(answered);
        let left = left(edition.goal(goal).expect("a goal"), &proposals, &answered);
        let ids = |list: Vec<(String, Answer)>| -> Vec<String> {
            list.into_iter().map(|(id, _)| id).collect()
        };
        [ids(left.at_once), ids(left.one_by_one), left.to_answer].map(|ids| ids.join(" "))
    };
    assert_eq!(left("1", ""), ["b", "a", "c e"]);
    assert_eq!(left("1", "b=4"), ["", "a", "c e"]);
    assert_eq!(left("1", "a=3 b=vet-inte c=1 e=1"), ["", "", ""]);
    assert_eq!(left("2", ""), ["q r", "p", "s"]);
}

#[test]
fn what_changed_is_told_by_goal_and_question() {
    let content = three();
    let (before, now) = (
        sketch::answers("a=2 b=2 c=2 d=2 p=3 q=3 r=vet-inte s=3"),
        sketch::answers("a=3 b=1 c=2 e=3 p=3 q=inte-tillampligt r=2"),
    );
    let changes = changes(
        &content,
        &round(&content, "e1", &before),
        &round(&content, "e2", &now),
    );
    assert_eq!(changes.removed, ["d"]);
    let [first, second] = &changes.goals[..] else {
        panic!("two goals");
    };
    let level = |standing: &domain::previous::Standing| standing.level;
    assert_eq!(first.before.as_ref().and_then(level), Some(Level::TWO));
    assert_eq!(level(&first.now), Some(Level::TWO));
    assert_eq!(
        first
            .before
            .and_then(|standing| standing.mean)
            .map(|mean| mean.shown()),
        Some((2, 0))
    );
    assert_eq!(first.now.mean.map(|mean| mean.shown()), Some((2, 3)));
    let gone = ["c", "d", "e"].map(str::to_owned);
    assert_eq!(first.breaks, [Break::Questions(gone.into())]);
    assert_eq!(second.breaks, []);

    let moved = |goal: &domain::previous::GoalChange| -> Vec<(String, Moved)> {
        let questions = goal.questions.iter();
        questions.map(|q| (q.question.clone(), q.moved())).collect()
    };
    let named = |moves: [(&str, Moved); 4]| moves.map(|(id, moved)| (id.to_owned(), moved));
    assert_eq!(
        moved(first),
        named([
            ("a", Moved::Up(1)),
            ("b", Moved::Down(1)),
            ("c", Moved::Incomparable),
            ("e", Moved::Incomparable),
        ])
    );
    assert_eq!(
        moved(second),
        named([
            ("p", Moved::Nowhere),
            ("q", Moved::NotApplicable),
            ("r", Moved::FoundOut),
            ("s", Moved::Unsure),
        ])
    );
}

#[test]
fn inte_tillampligt_and_vet_inte_are_told_apart_in_what_changed() {
    let content = three();
    let moved = |before: &str, now: &str| {
        let (before, now) = (sketch::answers(before), sketch::answers(now));
        let rounds = [round(&content, "e1", &before), round(&content, "e1", &now)];
        changes(&content, &rounds[0], &rounds[1]).goals[0].questions[0].moved()
    };
    assert_eq!(
        moved("a=inte-tillampligt", "a=inte-tillampligt"),
        Moved::Nowhere
    );
    assert_eq!(moved("a=inte-tillampligt", "a=vet-inte"), Moved::Applicable);
    assert_eq!(moved("", "a=inte-tillampligt"), Moved::NotApplicable);
    assert_eq!(moved("", "a=vet-inte"), Moved::Nowhere);
    assert_eq!(moved("a=1", "a=4"), Moved::Up(3));
}

fn broken(points: &[Point]) -> Vec<bool> {
    points
        .iter()
        .map(|point| !point.breaks.is_empty())
        .collect()
}

/// Three years on three editions. Goal 1 is another goal each year; goal 2 has only other words.
#[test]
fn a_line_is_broken_where_a_question_changed() {
    let content = three();
    let answers = [
        sketch::answers("a=2 b=2 c=2 d=2 p=1 q=1 r=1 s=1"),
        sketch::answers("a=2 b=2 c=2 e=2 p=2 q=2 r=2 s=2"),
        sketch::answers("a=3 b=3 c=3 d=3 e=3 p=3 q=3 r=3 s=3"),
    ];
    let rounds: Vec<Round> = ["e1", "e2", "e3"]
        .into_iter()
        .zip(&answers)
        .map(|(edition, answers)| round(&content, edition, answers))
        .collect();
    let series = trend(&content, &rounds);
    assert_eq!(series.len(), 2);
    assert_eq!(broken(&series[0].points), [false, true, true]);
    assert_eq!(broken(&series[1].points), [false, false, false]);
    let levels: Vec<_> = series[1]
        .points
        .iter()
        .map(|point| point.standing.and_then(|standing| standing.level))
        .collect();
    assert_eq!(levels, [Level::ONE, Level::TWO, Level::THREE].map(Some));
    assert_eq!(trend(&content, &[]), []);
}

#[test]
fn a_line_is_broken_by_the_marks_and_places_of_questions_too() {
    let unlike = |goals: [&str; 2]| {
        let same = "same a b c d p q r s";
        let content = content([
            edition("e1", ["a:N b c d", "p:N q r s"], None),
            edition("e2", goals, Some(("e1", same))),
        ]);
        let answers = Answers::new();
        let rounds = ["e1", "e2"].map(|id| round(&content, id, &answers));
        let series = trend(&content, &rounds);
        let breaks = series
            .into_iter()
            .map(|series| series.points[1].breaks.clone());
        breaks.collect::<Vec<_>>()
    };
    let questions = |ids: &str| {
        vec![Break::Questions(
            ids.split(' ').map(str::to_owned).collect(),
        )]
    };
    assert_eq!(unlike(["d c b a:N", "p:N q r s"]), [vec![], vec![]]);
    assert_eq!(unlike(["a:NS b c d", "p:N q r s"]), [vec![], vec![]]);
    assert_eq!(
        unlike(["a:N b:N c d", "p:N q r s"]),
        [questions("b"), vec![]]
    );
    assert_eq!(
        unlike(["a:N b c", "p:N q r s d"]),
        [questions("d"), questions("d")]
    );
}

#[test]
fn a_line_is_broken_when_the_round_answers_for_others_or_no_map_leads_there() {
    let content = content([
        edition("e1", ["a:N b c d", "p:N q r s"], None),
        edition("e2", ["a:N b c d", "p:N q r s"], None),
    ]);
    let answers = Answers::new();
    let breaks = |editions: [&str; 2], coverage: [Option<Coverage>; 2]| {
        let mut rounds = editions.map(|id| round(&content, id, &answers));
        rounds[0].coverage = coverage[0];
        rounds[1].coverage = coverage[1];
        trend(&content, &rounds)[0].points[1].breaks.clone()
    };
    let (own, group) = (Some(Coverage::Own), Some(Coverage::Group));
    assert_eq!(breaks(["e1", "e1"], [own, own]), []);
    assert_eq!(breaks(["e1", "e1"], [own, None]), []);
    assert_eq!(breaks(["e1", "e1"], [own, group]), [Break::Coverage]);
    assert_eq!(
        breaks(["e1", "e2"], [own, group]),
        [Break::NoMap, Break::Coverage]
    );
}

#[test]
fn a_goal_of_another_framework_is_another_goal() {
    let mut content = three();
    content.editions.get_mut("e1").expect("e1").framework = "annan".to_owned();
    let answers = sketch::answers("a=3 b=3 c=3 d=3 e=3");
    let rounds = ["e1", "e2"].map(|id| round(&content, id, &answers));
    let series = trend(&content, &rounds);
    assert_eq!(series[0].points[0].standing, None);
    assert!(series[0].points[1].standing.is_some());
    assert_eq!(
        changes(&content, &rounds[0], &rounds[1]).goals[0].before,
        None
    );
}

//! What several respondents say together, rules.md §3: a worked example of each rule.

mod properties;

use std::collections::BTreeSet;

use domain::assessment::{Answer, Answers};
use domain::instrument::{Edition, Level, Role};
use domain::organisation::OrganisationKind;
use domain::voices::{Anonymity, Counts, Spread, Voice, asked_of_few, spreads, to_accept};

use crate::sketch::{self, REASON};

const QUESTIONS: &str = "a:N b c d";

fn edition() -> Edition {
    sketch::one_goal(QUESTIONS)
}

/// Respondents as `ledning a=3 b=2; inkop a=1`, all asked every question.
fn voices(sketch: &str) -> Vec<Voice> {
    sketch.split(';').map(voice).collect()
}

fn voice(sketch: &str) -> Voice {
    let (role, answers) = sketch.trim().split_once(' ').unwrap_or((sketch.trim(), ""));
    Voice {
        role: role_of(role),
        asked: ["a", "b", "c", "d"].map(str::to_owned).into(),
        answers: sketch::answers(answers),
        comments: [].into(),
    }
}

fn role_of(code: &str) -> Role {
    Role::ALL
        .into_iter()
        .find(|role| role.code() == code)
        .expect("a role")
}

fn of(spreads: &[Spread], question: &str) -> Spread {
    spreads
        .iter()
        .find(|spread| spread.question == question)
        .expect("the question is asked")
        .clone()
}

fn spread_of(voices: &[Voice], question: &str) -> Spread {
    of(&spreads(&edition(), None, voices), question)
}

/// Counts as `1:0 2:3 3:1 4:0 ?:1 -:0`.
fn said(counts: &Counts) -> String {
    let levels = Level::ALL.map(|level| format!("{level}:{}", counts.level(level)));
    let (unknown, not) = (counts.dont_know(), counts.not_applicable());
    format!("{} ?:{unknown} -:{not}", levels.join(" "))
}

fn roles(spread: &Spread) -> String {
    let roles = spread
        .by_role
        .iter()
        .map(|role| format!("{} {}", role.role.code(), role.counts.answered()));
    let others = spread
        .others
        .iter()
        .map(|counts| format!("others {}", counts.answered()));
    roles.chain(others).collect::<Vec<_>>().join(", ")
}

/// Seven respondents; one has not answered.
#[test]
fn a_spread_counts_every_kind_of_answer() {
    let spread = spread_of(
        &voices(
            "inkop a=2; inkop a=2; ledning a=4; ledning a=vet-inte; \
             ekonomi a=inte-tillampligt; juridik a=2; juridik b=1",
        ),
        "a",
    );
    assert_eq!(said(&spread.all), "1:0 2:3 3:0 4:1 ?:1 -:1");
    assert_eq!(
        (spread.asked, spread.all.answered(), spread.missing()),
        (7, 6, 1)
    );
    assert_eq!(spread.all.reasons()[REASON], 1);
    assert_eq!(spread.anonymity(), Anonymity::Kept);
}

#[test]
fn a_role_is_shown_from_three_respondents_when_nobody_or_three_others_are_left() {
    let roles = |sketch: &str| roles(&spread_of(&voices(sketch), "a"));
    let inkop = "inkop a=1; inkop a=2; inkop a=3";
    assert_eq!(roles(inkop), "inkop 3");
    // One other: subtracting the three from all leaves that one.
    assert_eq!(roles(&format!("{inkop}; ledning a=4")), "");
    assert_eq!(roles(&format!("{inkop}; ledning a=4; ekonomi a=4")), "");
    assert_eq!(
        roles(&format!("{inkop}; ledning a=4; ekonomi a=4; juridik a=1")),
        "inkop 3, others 3"
    );
    assert_eq!(
        roles("inkop a=1; inkop a=2; ledning a=3; ledning a=4; ekonomi a=1"),
        ""
    );
}

/// Each of the two large roles could be shown alone: four others are left. Both together leave
/// the lawyer.
#[test]
fn roles_are_held_back_together_with_the_few_who_would_be_left() {
    let both = "inkop a=1; inkop a=2; inkop a=3; inkop a=3; ledning a=3; ledning a=3; ledning a=4";
    let roles = |sketch: &str| roles(&spread_of(&voices(sketch), "a"));
    assert_eq!(roles(both), "ledning 3, inkop 4");
    assert_eq!(roles(&format!("{both}; juridik a=1")), "inkop 4, others 4");
    assert_eq!(
        roles(&format!("{both}; juridik a=1; juridik a=2; ekonomi a=1")),
        "ledning 3, inkop 4, others 3"
    );
    // Equal roles: the one listed last is held back.
    assert_eq!(
        roles(&format!("{both}; ledning a=1; juridik a=1")),
        "ledning 4, others 5"
    );
}

/// Three buyers were asked, one answered: the progress page says who, so the answer may not stand
/// beside the role.
#[test]
fn only_those_who_answered_count_as_respondents_of_a_role() {
    let spread = spread_of(&voices("inkop a=1; inkop; inkop"), "a");
    assert_eq!(roles(&spread), "");
    assert_eq!(spread.anonymity(), Anonymity::NotKept);
    assert_eq!(spread.missing(), 2);
}

#[test]
fn fewer_than_three_respondents_are_told_beforehand() {
    assert_eq!(Anonymity::among(2), Anonymity::NotKept);
    assert_eq!(Anonymity::among(3), Anonymity::Kept);
    let asked = ["a b c", "a b", "a"].map(|ids| {
        let ids = ids.split(' ').map(str::to_owned);
        ids.collect::<BTreeSet<String>>()
    });
    assert_eq!(
        asked_of_few(&asked),
        BTreeSet::from(["b".to_owned(), "c".to_owned()])
    );
}

#[test]
fn questions_come_by_disagreement() {
    let order = |sketch: &str| {
        let spreads = spreads(&edition(), None, &voices(sketch));
        let order: Vec<String> = spreads.into_iter().map(|spread| spread.question).collect();
        order.join(" ")
    };
    // Inte tillämpligt against a level before levels 1 and 4; then the range.
    assert_eq!(
        order("inkop a=1 b=1 c=2 d=2; ledning a=2 b=4 c=2 d=inte-tillampligt"),
        "d b a c"
    );
    // Same range: variance. a is 1, 3, 3, 3 (3/4), b is 1, 1, 3, 3 (1), c is 1, 2, 3, 3 (11/16).
    assert_eq!(
        order("inkop a=1 b=1 c=1; inkop a=3 b=1 c=2; inkop a=3 b=3 c=3; inkop a=3 b=3 c=3"),
        "b a c d"
    );
    // Same levels: vet inte än. Otherwise the order they are asked in.
    assert_eq!(
        order("inkop a=2 b=2 c=2 d=2; inkop a=3 b=3 c=3 d=3; inkop c=vet-inte; inkop"),
        "c a b d"
    );
    // Two reasons for inte tillämpligt and vet inte än are no levels: not the widest.
    assert_eq!(
        order("inkop a=inte-tillampligt b=1; inkop a=vet-inte b=2"),
        "b a c d"
    );
}

#[test]
fn what_all_who_answered_agree_on_is_proposed() {
    let unanimous = |sketch: &str| spread_of(&voices(sketch), "a").unanimous;
    let three = Some(Answer::Level(Level::THREE));
    assert_eq!(unanimous("inkop a=3; ledning a=3"), three);
    assert_eq!(unanimous("inkop a=3; ledning b=1"), three);
    assert_eq!(unanimous("inkop a=3; ledning a=4"), None);
    assert_eq!(unanimous("inkop a=3; ledning a=vet-inte"), None);
    assert_eq!(unanimous("inkop a=vet-inte; ledning a=vet-inte"), None);
    assert_eq!(unanimous("inkop; ledning"), None);
    assert_eq!(
        unanimous("inkop a=inte-tillampligt; ledning a=inte-tillampligt"),
        Some(Answer::NotApplicable(REASON.to_owned()))
    );
    assert_eq!(unanimous("inkop a=inte-tillampligt; ledning a=1"), None);
}

#[test]
fn inte_tillampligt_for_two_reasons_is_not_unanimous() {
    let mut edition = edition();
    let reasons = &mut edition.questions.get_mut("a").expect("a").not_applicable;
    reasons.push(domain::instrument::NotApplicableReason {
        reason: "annat".to_owned(),
        ..reasons[0].clone()
    });
    let mut voices = voices("inkop a=inte-tillampligt; ledning");
    let other = Answer::NotApplicable("annat".to_owned());
    voices[1].answers.insert("a".to_owned(), other);
    let spread = of(&spreads(&edition, None, &voices), "a");
    assert_eq!(spread.unanimous, None);
    assert_eq!(spread.all.not_applicable(), 2);
}

#[test]
fn accepting_takes_the_unanimous_and_leaves_what_is_agreed() {
    let spreads = spreads(
        &edition(),
        None,
        &voices("inkop a=3 b=2 c=1; ledning a=3 b=2 c=2"),
    );
    let agreed = sketch::answers("a=1");
    assert_eq!(to_accept(&spreads, &agreed), sketch::answers("b=2"));
    assert_eq!(
        to_accept(&spreads, &Answers::new()),
        sketch::answers("a=3 b=2")
    );
}

#[test]
fn a_question_is_about_those_who_were_asked_it() {
    let mut voices = voices("inkop a=1 b=2; ledning a=3 b=4");
    voices[1].asked = ["b".to_owned()].into();
    let spreads = spreads(&edition(), None, &voices);
    let a = of(&spreads, "a");
    assert_eq!((a.asked, a.not_asked), (1, 1));
    assert_eq!(said(&a.all), "1:1 2:0 3:0 4:0 ?:0 -:0");
    assert_eq!(
        (of(&spreads, "b").asked, of(&spreads, "b").not_asked),
        (2, 0)
    );

    voices
        .iter_mut()
        .for_each(|voice| voice.asked = ["b".to_owned()].into());
    let asked = domain::voices::spreads(&edition(), None, &voices);
    assert_eq!(asked.len(), 1);
}

#[test]
fn an_inte_tillampligt_that_is_not_allowed_counts_as_missing() {
    let mut edition = edition();
    let kinds = &mut edition.questions.get_mut("a").expect("a").not_applicable[0].kinds;
    *kinds = vec![OrganisationKind::StatligMyndighet];
    let voices = voices("inkop a=inte-tillampligt; ledning a=2");
    let missing = |kind| of(&spreads(&edition, kind, &voices), "a").missing();
    assert_eq!(missing(Some(OrganisationKind::Kommun)), 1);
    assert_eq!(missing(Some(OrganisationKind::StatligMyndighet)), 0);
    assert_eq!(missing(None), 0);
}

/// The first respondent's comment comes last on a and first on b.
#[test]
fn comments_come_in_an_order_that_says_nothing_of_the_writer() {
    let mut voices = voices("inkop; ledning; ekonomi");
    for (voice, comments) in voices.iter_mut().zip([["ö", "a"], ["å", "b"], ["  ", ""]]) {
        let comments = comments.map(str::to_owned);
        voice.comments = ["a", "b"]
            .map(str::to_owned)
            .into_iter()
            .zip(comments)
            .collect();
    }
    assert_eq!(spread_of(&voices, "a").comments, ["å", "ö"]);
    assert_eq!(spread_of(&voices, "b").comments, ["a", "b"]);
}

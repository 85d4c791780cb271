//! What is told of tips: for each rule a case in which it alone protects.

use super::*;
use crate::comparison::rules::Protection;
use crate::comparison::{CardFigure, CardTold, CountBand, Finding, HowFar, Outcome, Rule};

/// A tip that the tests are about.
fn card() -> &'static str {
    edition().cards.keys().next().unwrap()
}

/// What one tells that has come so far with the tip.
fn told(far: HowFar) -> CardTold {
    CardTold {
        card: card().to_owned(),
        done: far != HowFar::Chosen,
        rose: match far {
            HowFar::Chosen | HowFar::Done => None,
            HowFar::Same => Some(false),
            HowFar::Rose => Some(true),
        },
    }
}

/// A municipality that tells of its plan, with the tip in it if it has come anywhere with it.
fn telling(number: usize, far: Option<HowFar>) -> Submission {
    Submission {
        plan: Some(far.map(told).into_iter().collect()),
        ..municipality(number, level(2))
    }
}

/// So many that have come so far each, and so many that did not choose the tip.
fn all(chose: &[(usize, HowFar)], others: usize) -> Vec<Submission> {
    let chose = chose
        .iter()
        .flat_map(|(count, far)| vec![Some(*far); *count]);
    let all = chose.chain(vec![None; others]);
    all.enumerate()
        .map(|(number, far)| telling(number, far))
        .collect()
}

fn under(rules: Rules, submissions: &[Submission]) -> Release {
    Wave {
        rules,
        ..Wave::default()
    }
    .release(submissions)
}

fn figure(release: &Release) -> Option<&CardFigure> {
    release.public.card(card())
}

fn from(release: &Release) -> Option<String> {
    figure(release).map(|figure| figure.from.to_string())
}

/// What is found of the tip, or of how many have done it.
fn found(release: &Release, part: &str) -> Vec<(Outcome, Rule, Option<usize>)> {
    let cell = format!("tips.{}{part}", card());
    let findings = release.report.findings.iter();
    let of_card =
        findings.filter(|finding: &&Finding| finding.cell.as_deref() == Some(cell.as_str()));
    of_card
        .map(|finding| (finding.outcome, finding.rule, finding.owners))
        .collect()
}

#[test]
fn five_that_chose_a_tip_are_too_few() {
    let five = all(&[(5, HowFar::Chosen)], 6);
    let [with, without] =
        with_and_without(Protection::FewestOwners).map(|rules| under(rules, &five));
    assert_eq!(figure(&with), None);
    assert_eq!(
        found(&with, ""),
        [(Outcome::Hidden, Rule::FewestOwners, Some(5))]
    );
    assert!(figure(&without).is_some());
    let six = first(&all(&[(6, HowFar::Chosen)], 6));
    let shown = figure(&six).unwrap();
    assert_eq!(
        (shown.chosen, shown.done, shown.rose),
        (CountBand::From6, None, None)
    );
}

#[test]
fn only_those_that_told_of_their_plan_are_counted() {
    let mut submissions = all(&[(6, HowFar::Chosen)], 6);
    submissions[0].plan = None;
    assert_eq!(figure(&first(&submissions)), None);
    // A release in which nobody told is as it was before there were plans to tell of.
    for submission in &mut submissions {
        submission.plan = None;
    }
    let release = first(&submissions);
    assert!(!release.to_json().unwrap().contains("\"cards\""));
    assert_eq!(found(&release, ""), []);
}

#[test]
fn companies_of_one_owner_have_come_as_far_as_the_furthest() {
    let mut submissions = all(&[(6, HowFar::Chosen)], 6);
    let company = |id: &str, far| Submission {
        owner: Some("k000".to_owned()),
        plan: Some(vec![told(far)]),
        ..organisation(id, OrganisationKind::KommunaltBolag, level(2))
    };
    submissions.push(company("b0", HowFar::Rose));
    submissions.push(company("b1", HowFar::Same));
    let release = first(&submissions);
    let owners = &release.protected.cards[card()].told[&release.public.date];
    assert_eq!(owners.len(), 6);
    let furthest: Vec<_> = owners
        .values()
        .filter(|far| **far != HowFar::Chosen)
        .collect();
    assert_eq!(furthest, [&HowFar::Rose]);
    let rules = Rules::without(Protection::ByOwner);
    let apart = under(rules, &submissions);
    assert_eq!(
        apart.protected.cards[card()].told[&apart.public.date].len(),
        8
    );
}

#[test]
fn those_that_did_not_choose_it_are_none_or_six() {
    let two_left = all(&[(10, HowFar::Chosen)], 2);
    let [with, without] =
        with_and_without(Protection::Remainder).map(|rules| under(rules, &two_left));
    assert_eq!(figure(&with), None);
    assert_eq!(
        found(&with, ""),
        [(Outcome::HeldBack, Rule::Remainder, Some(2))]
    );
    assert!(figure(&without).is_some());
    assert!(figure(&first(&all(&[(10, HowFar::Chosen)], 0))).is_some());
}

#[test]
fn one_that_chooses_a_tip_alone_is_not_seen() {
    let before = first(&all(&[(10, HowFar::Chosen)], 12));
    let eleven = all(&[(11, HowFar::Chosen)], 11);
    let [with, without] =
        with_and_without(Protection::JointRenewal).map(|rules| next(&before, rules, &eleven));
    assert_eq!(figure(&with), figure(&before));
    assert_eq!(
        found(&with, ""),
        [(Outcome::Kept, Rule::JointRenewal, Some(1))]
    );
    assert_eq!(figure(&without).unwrap().chosen, CountBand::From11);
    // Six together are, counted from the figure that still stands.
    let sixteen = all(&[(16, HowFar::Chosen)], 6);
    let later = |submissions: &[Submission]| {
        let wave = Wave {
            date: "2028-03-31",
            previous: Some(&with),
            ..Wave::default()
        };
        from(&wave.release(submissions))
    };
    assert_eq!(later(&sixteen).as_deref(), Some("2028-03-31"));
    assert_eq!(later(&eleven).as_deref(), Some("2027-03-31"));
    // Nobody that moves is fine too.
    let again = all(&[(10, HowFar::Chosen)], 12);
    let again = next(&before, Rules::default(), &again);
    assert_eq!(from(&again).as_deref(), Some("2027-09-30"));
}

#[test]
fn to_tell_of_a_plan_without_the_tip_hides_nobody() {
    let before = first(&all(&[(10, HowFar::Chosen)], 6));
    let mut submissions = all(&[(10, HowFar::Chosen)], 12);
    submissions.push(telling(30, Some(HowFar::Chosen)));
    let kept = next(&before, Rules::default(), &submissions);
    assert_eq!(from(&kept).as_deref(), Some("2027-03-31"));
}

#[test]
fn how_many_have_done_it_is_told_by_the_same_rules() {
    let of = |done: usize, left: usize| {
        let submissions = all(&[(done, HowFar::Done), (left, HowFar::Chosen)], 6);
        with_and_without(Protection::FewestOwners).map(|rules| under(rules, &submissions))
    };
    let [with, without] = of(5, 6);
    assert_eq!(figure(&with).unwrap().done, None);
    assert_eq!(
        found(&with, ".done"),
        [(Outcome::Hidden, Rule::FewestOwners, Some(5))]
    );
    assert!(figure(&without).unwrap().done.is_some());
    let [none, _] = of(0, 6);
    assert_eq!(found(&none, ".done"), []);
    let two_left = all(&[(10, HowFar::Done), (2, HowFar::Chosen)], 6);
    let [with, without] =
        with_and_without(Protection::Remainder).map(|rules| under(rules, &two_left));
    assert_eq!(figure(&with).unwrap().done, None);
    assert_eq!(
        found(&with, ".done"),
        [(Outcome::Hidden, Rule::Remainder, Some(2))]
    );
    assert_eq!(figure(&without).unwrap().done, Some(CountBand::From6));
}

#[test]
fn one_that_gets_it_done_alone_is_not_seen() {
    let before = first(&all(&[(10, HowFar::Done), (10, HowFar::Chosen)], 6));
    let eleven = all(&[(11, HowFar::Done), (9, HowFar::Chosen)], 6);
    let [with, without] =
        with_and_without(Protection::JointRenewal).map(|rules| next(&before, rules, &eleven));
    assert_eq!(figure(&with), figure(&before));
    assert_eq!(figure(&with).unwrap().done, Some(CountBand::From6));
    assert_eq!(figure(&without).unwrap().done, Some(CountBand::From11));
}

#[test]
fn a_share_needs_twenty_for_which_it_is_known() {
    let known = |count: usize| {
        let part = [
            (count - 6, HowFar::Rose),
            (6, HowFar::Same),
            (6, HowFar::Done),
            (6, HowFar::Chosen),
        ];
        all(&part, 6)
    };
    let [with, without] =
        with_and_without(Protection::FewestForDistribution).map(|rules| under(rules, &known(19)));
    assert_eq!(figure(&with).unwrap().rose, None);
    assert_eq!(
        found(&with, ""),
        [(Outcome::Hidden, Rule::FewestForDistribution, Some(19))]
    );
    assert!(figure(&without).unwrap().rose.is_some());
    // Fourteen of twenty.
    assert_eq!(figure(&first(&known(20))).unwrap().rose, Some(70));
}

#[test]
fn no_share_tells_of_nearly_everyone_at_once() {
    for (rose, same) in [(22, 2), (2, 22)] {
        let part = [(rose, HowFar::Rose), (same, HowFar::Same)];
        let submissions = all(&part, 6);
        let [with, without] =
            with_and_without(Protection::Concentration).map(|rules| under(rules, &submissions));
        assert_eq!(figure(&with).unwrap().rose, None);
        assert_eq!(
            found(&with, ""),
            [(Outcome::Hidden, Rule::Concentration, Some(24))]
        );
        assert!(figure(&without).unwrap().rose.is_some());
    }
}

#[test]
fn fewer_than_twenty_that_move_do_not_hide_each_other_in_a_share() {
    let part = |rose: usize, same: usize| all(&[(rose, HowFar::Rose), (same, HowFar::Same)], 6);
    let before = first(&part(20, 20));
    assert_eq!(figure(&before).unwrap().rose, Some(50));
    let [with, without] = with_and_without(Protection::RenewalOfDetail)
        .map(|rules| next(&before, rules, &part(30, 10)));
    // The rest of the figure is new: nobody has chosen it or got it done since.
    assert_eq!(from(&with).as_deref(), Some("2027-09-30"));
    assert_eq!(figure(&with).unwrap().rose, None);
    assert_eq!(
        found(&with, ""),
        [(Outcome::Hidden, Rule::RenewalOfDetail, Some(10))]
    );
    assert_eq!(figure(&without).unwrap().rose, Some(75));
    // The share that was last shown is what the next is held against.
    let later = |rose: usize| {
        let wave = Wave {
            date: "2028-03-31",
            previous: Some(&with),
            ..Wave::default()
        };
        let release = wave.release(&part(rose, 40 - rose));
        figure(&release).unwrap().rose
    };
    assert_eq!(later(35), None);
    assert_eq!(later(20), Some(50));
}

#[test]
fn a_figure_is_withdrawn_after_24_months() {
    let before = first(&all(&[(10, HowFar::Chosen)], 6));
    let [with, without] = with_and_without(Protection::Age).map(|rules| {
        let wave = Wave {
            date: "2029-04-01",
            previous: Some(&before),
            rules,
            ..Wave::default()
        };
        wave.release(&[])
    });
    assert_eq!(figure(&with), None);
    assert!(with.protected.cards.is_empty());
    assert_eq!(found(&with, ""), [(Outcome::Withdrawn, Rule::Age, None)]);
    assert_eq!(from(&without).as_deref(), Some("2027-03-31"));
}

#[test]
fn a_release_with_tips_is_read_as_it_was_written_and_believed_only_so() {
    let release = first(&all(&[(10, HowFar::Chosen)], 6));
    let text = release.to_json().unwrap();
    assert_eq!(Release::read(&text).unwrap(), release);
    let altered = text.replacen("\"chosen\"", "\"done\"", 1);
    assert_ne!(altered, text);
    assert!(Release::read(&altered).is_err());
}

#[test]
fn a_tip_that_no_edition_has_is_told() {
    let mut submissions = all(&[(6, HowFar::Chosen)], 6);
    submissions[3].plan.as_mut().unwrap()[0].card = "inget-tips".to_owned();
    let problems = Wave::default().try_release(&submissions).unwrap_err();
    assert_eq!(
        problems,
        [Problem::UnknownCard {
            organisation: "k003".to_owned(),
            submitted: day("2027-01-01"),
            card: "inget-tips".to_owned(),
        }]
    );
}

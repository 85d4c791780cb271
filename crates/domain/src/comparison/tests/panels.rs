//! For each rule of matched panels a case in which it alone protects. A panel is a group, so each has
//! its like among the rules for groups.

use super::*;
use crate::comparison::{Outcome, Panel, Rule};

const THIRD: &str = "2028-03-31";

fn third(previous: &Release, rules: Rules, submissions: &[Submission]) -> Release {
    Wave {
        date: THIRD,
        previous: Some(previous),
        rules,
        ..Wave::default()
    }
    .release(submissions)
}

fn panel<'r>(release: &'r Release, code: &str) -> Option<&'r Panel> {
    figures(release, code).panel.as_ref()
}

fn shows_goal(release: &Release, code: &str, id: &str) -> bool {
    panel(release, code).is_some_and(|panel| panel.goals.iter().any(|goal| goal.id == id))
}

/// What is found of a group's panel, or of a goal of it.
fn found(release: &Release, code: &str, cell: Option<&str>) -> Vec<(Outcome, Rule)> {
    let findings = release.report.findings.iter().filter(|finding| {
        finding.panel && finding.group == group(code) && finding.cell.as_deref() == cell
    });
    findings
        .map(|finding| (finding.outcome, finding.rule))
        .collect()
}

/// Takes the value of a goal away.
fn without_goal(mut submission: Submission, goal: usize) -> Submission {
    for mapped in &edition().goals[goal].questions {
        let unknown = Answer::DontKnow;
        submission.answers.insert(mapped.id.clone(), unknown);
    }
    submission
}

fn regions(numbers: std::ops::Range<usize>) -> impl Iterator<Item = Submission> {
    numbers.map(|n| organisation(&format!("r{n:02}"), OrganisationKind::Region, level(2)))
}

/// So many municipalities of any level, and the same with the first three changed.
fn changing(count: usize) -> [Vec<Submission>; 2] {
    let levels: Vec<u8> = (0..count).map(|n| [1, 2, 3, 4][n % 4]).collect();
    let before = municipalities(0, &levels);
    let mut after = before.clone();
    for (place, changed) in after[..3].iter_mut().enumerate() {
        changed.answers = level([2, 3, 4][place]);
    }
    [before, after]
}

#[test]
fn a_panel_has_six_owners_of_its_own() {
    let [before, after] = changing(12);
    let before = first(&before);
    // Nine leave and nine enter, so that three are matched.
    let mut all = after[..3].to_vec();
    all.extend(municipalities(12, &[1, 2, 3, 4, 1, 2, 3, 4, 1]));
    let [with, without] =
        with_and_without(Protection::PanelOwners).map(|rules| next(&before, rules, &all));
    assert_eq!(shows(&with, "alla").as_deref(), Some("2027-09-30"));
    assert_eq!(panel(&with, "alla"), None);
    let told = (Outcome::Hidden, Rule::FewestOwners);
    assert_eq!(found(&with, "alla", None), [told]);
    assert!(panel(&without, "alla").is_some());
}

#[test]
fn three_of_a_panel_have_changed() {
    let [before, _] = changing(12);
    let release = first(&before);
    // Six enter, which renews the group; of those that are matched one changed.
    let mut all = before;
    all[0].answers = level(4);
    all.extend(municipalities(12, &[1, 2, 3, 4, 1, 2]));
    let [with, without] =
        with_and_without(Protection::PanelChanges).map(|rules| next(&release, rules, &all));
    assert_eq!(shows(&with, "alla").as_deref(), Some("2027-09-30"));
    assert_eq!(panel(&with, "alla"), None);
    let told = (Outcome::Hidden, Rule::FewestChanges);
    assert_eq!(found(&with, "alla", None), [told]);
    assert!(panel(&without, "alla").is_some());
}

/// A second release whose panel is those that were there from the beginning, beside six that
/// entered; and the third wave, when the six have left. The last three of the panel never have a
/// value in the second goal.
fn six_between() -> (Release, Vec<Submission>) {
    let [before, mut after] = changing(12).map(|mut all| {
        for one in &mut all[9..] {
            *one = without_goal(one.clone(), 1);
        }
        all
    });
    let before = first(&before);
    let mut all = after.clone();
    all.extend(municipalities(12, &[1, 2, 3, 4, 1, 2]));
    let second = next(&before, Rules::default(), &all);
    assert_eq!(panel(&second, "alla").unwrap().date, day("2027-09-30"));
    for changed in &mut after[3..6] {
        changed.answers = level(3);
    }
    (second, after)
}

#[test]
fn a_panel_that_differs_from_the_earlier_by_a_few_is_not_shown() {
    let (second, all) = six_between();
    // Three more leave: nine of the group, and three of the panel. The figure of the second goal
    // tells nothing of them, but the panel does.
    let [with, without] =
        with_and_without(Protection::PanelRenewal).map(|rules| third(&second, rules, &all[..9]));
    assert_eq!(shows(&with, "alla").as_deref(), Some(THIRD));
    assert_eq!(panel(&without, "alla").unwrap().date, day(THIRD));
    assert!(shows_goal(&without, "alla", "2") && !shows_goal(&without, "alla", "1"));
    // The earlier stands, with its dates.
    assert_eq!(panel(&with, "alla"), panel(&second, "alla"));
    let told = (Outcome::Kept, Rule::JointRenewal);
    assert_eq!(found(&with, "alla", None), [told]);
}

#[test]
fn an_earlier_panel_is_withdrawn_when_it_is_too_old() {
    let (second, all) = six_between();
    let kept = third(&second, Rules::default(), &all[..9]);
    assert_eq!(panel(&kept, "alla"), panel(&second, "alla"));
    let [with, without] = with_and_without(Protection::Age).map(|rules| {
        let wave = Wave {
            date: "2029-10-01",
            previous: Some(&kept),
            rules,
            ..Wave::default()
        };
        // One has left: the group keeps what it shows, but its panel is of 2027-09-30.
        let mut all = all[..8].to_vec();
        for submission in &mut all {
            submission.submitted = day("2028-02-01");
        }
        wave.release(&all)
    });
    assert_eq!(shows(&with, "alla").as_deref(), Some(THIRD));
    assert_eq!(panel(&with, "alla"), None);
    let told = (Outcome::Withdrawn, Rule::Age);
    assert_eq!(found(&with, "alla", None), [told]);
    assert_eq!(panel(&without, "alla"), panel(&second, "alla"));
}

#[test]
fn one_that_is_in_the_panel_and_loses_a_goal_is_not_seen() {
    let (second, mut all) = six_between();
    all[8] = without_goal(all[8].clone(), 1);
    let [with, without] =
        with_and_without(Protection::PanelGoalRenewal).map(|rules| third(&second, rules, &all));
    // The group's own figure may be renewed: with the six there are seven that left it.
    let of_group = figures(&with, "alla").goal("2").unwrap();
    assert_eq!(of_group.from, day(THIRD));
    assert_eq!(panel(&with, "alla").unwrap().date, day(THIRD));
    assert!(shows_goal(&with, "alla", "1"));
    assert!(!shows_goal(&with, "alla", "2") && shows_goal(&without, "alla", "2"));
    let told = (Outcome::Hidden, Rule::JointRenewal);
    assert_eq!(found(&with, "alla", Some("2")), [told]);
}

#[test]
fn a_panel_leaves_out_none_or_six_of_its_group() {
    let [mut before, mut after] = twelve();
    let release = first(&before);
    // Six enter and nobody leaves: the panel lacks six.
    let mut entered = after.clone();
    entered.extend(municipalities(12, &[1, 2, 3, 4, 4, 4]));
    let shown = next(&release, Rules::default(), &entered);
    let matched = panel(&shown, "alla").unwrap();
    assert_eq!(matched.since, day("2027-03-31"));
    // Of the twelve: 1 1 1 2 2 2 3 3 3 4 4 4, then 2 2 1 2 2 2 3 3 3 4 4 3.
    assert_eq!(matched.goals[0].then.shown(), (2, 50));
    assert_eq!(matched.goals[0].now.shown(), (2, 50));
    // Two leave and four enter: the group is renewed, and the panel lacks four of it. None of them
    // has a value in the second goal, so that its figure would not tell of them, but the panel does.
    for left in &mut before[..2] {
        *left = without_goal(left.clone(), 1);
    }
    let mut moved = after.split_off(2);
    for changed in &mut moved[..3] {
        changed.answers = level(3);
    }
    let entering = municipalities(12, &[1, 2, 3, 4]).into_iter();
    moved.extend(entering.map(|entering| without_goal(entering, 1)));
    let before = first(&before);
    let [with, without] =
        with_and_without(Protection::PanelRemainder).map(|rules| next(&before, rules, &moved));
    assert_eq!(shows(&with, "alla").as_deref(), Some("2027-09-30"));
    assert_eq!(panel(&with, "alla"), None);
    let told = (Outcome::Hidden, Rule::Remainder);
    assert_eq!(found(&with, "alla", None), [told]);
    assert!(shows_goal(&without, "alla", "2") && !shows_goal(&without, "alla", "1"));
}

#[test]
fn a_goal_of_a_panel_leaves_out_none_or_six() {
    let [mut before, mut after] = changing(14);
    // Three of the same members gain a value in a goal and three lose theirs.
    for member in 3..6 {
        before[member] = without_goal(before[member].clone(), 1);
        after[member + 3] = without_goal(after[member + 3].clone(), 1);
    }
    let before = first(&before);
    let [with, without] =
        with_and_without(Protection::PanelGoalRemainder).map(|rules| next(&before, rules, &after));
    let of_group = figures(&with, "alla").goal("2").unwrap();
    assert_eq!(of_group.from, day("2027-09-30"));
    assert!(shows_goal(&with, "alla", "1"));
    assert!(!shows_goal(&with, "alla", "2") && shows_goal(&without, "alla", "2"));
    let told = (Outcome::Hidden, Rule::Remainder);
    assert_eq!(found(&with, "alla", Some("2")), [told]);
}

#[test]
fn panels_of_a_division_leave_out_none_or_six() {
    let [mut before, mut after] = changing(10);
    before.extend(regions(0..8));
    let before = first(&before);
    // Two regions are matched, too few for a panel of their own.
    after.extend(regions(0..2).chain(regions(8..14)));
    let [with, without] =
        with_and_without(Protection::PanelDivisions).map(|rules| next(&before, rules, &after));
    assert!(panel(&with, "alla").is_some());
    assert_eq!(panel(&with, "kommun"), None);
    let told = (Outcome::HeldBack, Rule::Remainder);
    assert_eq!(found(&with, "kommun", None), [told]);
    assert!(panel(&without, "alla").is_some() && panel(&without, "kommun").is_some());
}

#[test]
fn goals_of_panels_of_a_division_leave_out_none_or_six() {
    let [mut before, mut after] = changing(7);
    before.extend(regions(0..8));
    before.extend(regions(8..14).map(|region| without_goal(region, 1)));
    let before = first(&before);
    // Two regions have a value in the goal on both dates.
    after.extend(regions(0..2).chain(regions(8..14)));
    after.extend(regions(2..8).map(|region| without_goal(region, 1)));
    let [with, without] =
        with_and_without(Protection::PanelDivisions).map(|rules| next(&before, rules, &after));
    assert!(shows_goal(&with, "alla", "2") && shows_goal(&with, "kommun", "1"));
    assert!(!shows_goal(&with, "kommun", "2") && shows_goal(&without, "kommun", "2"));
    let told = (Outcome::HeldBack, Rule::Remainder);
    assert_eq!(found(&with, "kommun", Some("2")), [told]);
}

#[test]
fn a_panel_shows_no_goal_that_is_held_back_of_its_group() {
    let [mut before, mut after] = changing(6);
    before.extend(regions(0..8));
    let before = first(&before);
    // Of the regions one leaves, five lose the goal and two keep it: among everyone those two stand
    // beside the municipalities. Six that have no group of their own enter, without the goal.
    after.extend(regions(0..2));
    after.extend(regions(2..7).map(|region| without_goal(region, 1)));
    after.extend((0..6).map(|n| {
        let kind = OrganisationKind::PrivatEnhetLuf;
        without_goal(organisation(&format!("p{n}"), kind, level(2)), 1)
    }));
    let [with, without] =
        with_and_without(Protection::PanelGoalInGroup).map(|rules| next(&before, rules, &after));
    let from = |code| figures(&with, code).goal("2").unwrap().from;
    assert_eq!(from("alla"), day("2027-09-30"));
    assert_eq!(from("kommun"), day("2027-03-31"));
    assert_eq!(panel(&with, "alla"), None);
    assert!(shows_goal(&with, "kommun", "1"));
    assert!(!shows_goal(&with, "kommun", "2") && shows_goal(&without, "kommun", "2"));
    let told = (Outcome::Hidden, Rule::Remainder);
    assert_eq!(found(&with, "kommun", Some("2")), [told]);
}

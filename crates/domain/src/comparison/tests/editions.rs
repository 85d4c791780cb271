//! Submissions on another edition, and figures that an edition has left behind.

use super::*;
use crate::comparison::{Outcome, Rule, WhyLeftOut, own};
use crate::instrument::Previous;

/// The shipped content with a second edition, in which some questions mean something else.
fn with_second(changed: &[&str]) -> Content {
    with_more(&[changed])
}

/// The shipped content with editions after it, in each of which some questions mean something else
/// than in the one before.
fn with_more(changes: &[&[&str]]) -> Content {
    let mut content = content().clone();
    for (changed, number) in changes.iter().zip(2..) {
        let before = &content.editions[&content.current];
        let mut next = before.clone();
        next.id = format!("nus-2016-{number}");
        next.number = number;
        next.structure = number;
        next.published = format!("2027-{:02}-01", 6 * number - 10);
        let is_changed = |id: &&String| changed.contains(&id.as_str());
        let (changed, identical) = before.questions.keys().partition::<Vec<_>, _>(is_changed);
        next.previous = Some(Previous {
            edition: before.id.clone(),
            identical: identical.into_iter().cloned().collect(),
            reworded: Vec::new(),
            changed: changed.into_iter().cloned().collect(),
            new: Vec::new(),
            removed: Vec::new(),
        });
        content.current.clone_from(&next.id);
        content.editions.insert(next.id.clone(), next);
    }
    content
}

/// Questions of a goal that are, or are not, nyckelfrågor.
fn of_goal(goal: usize, essential: bool) -> Vec<&'static str> {
    let questions = edition().goals[goal].questions.iter();
    let alike = questions.filter(|mapped| mapped.essential == essential);
    alike.map(|mapped| mapped.id.as_str()).collect()
}

#[test]
fn a_goal_takes_part_if_enough_of_it_means_the_same() {
    // Goal 1 has nine questions: one less is 89 per cent, two less 78.
    let one = of_goal(0, false)[0];
    let two = &of_goal(0, false)[..2];
    let essential = of_goal(0, true)[0];
    let takes_part = |changed: &[&str]| {
        let content = with_second(changed);
        let old = municipality(0, level(3));
        let own = own(&content, ("nus-2016-2", old.submitted), &old).unwrap();
        (
            own.goals.get("1").copied(),
            own.goals.contains_key("2"),
            own.questions.len(),
        )
    };
    let (mean, other, questions) = takes_part(&[one]);
    let mean = mean.unwrap();
    assert_eq!((mean.sum, mean.count), (24, 8));
    assert!(other);
    assert_eq!(questions, edition().questions.len() - 1);
    assert_eq!(takes_part(two).0, None);
    assert_eq!(takes_part(&[essential]).0, None);
}

#[test]
fn old_and_new_submissions_are_compared_together() {
    let content = with_second(&[of_goal(0, false)[0]]);
    let mut all = municipalities(0, &[1, 2, 3, 4, 1, 2, 3, 4]);
    for new in &mut all[4..] {
        new.edition = "nus-2016-2".to_owned();
    }
    let wave = Wave {
        content: &content,
        ..Wave::default()
    };
    let release = wave.release(&all);
    assert_eq!(release.public.edition, "nus-2016-2");
    assert!(figures(&release, "alla").goal("1").is_some());
    // Only four can answer what is asked anew.
    assert!(
        figures(&release, "alla")
            .question(of_goal(0, false)[0])
            .is_none()
    );
}

#[test]
fn an_edition_that_nothing_leads_from_takes_no_part() {
    let mut content = with_second(&[]);
    content.editions.get_mut("nus-2016-2").unwrap().previous = None;
    let mut all = municipalities(0, &[1, 2, 3, 4, 1, 2, 3]);
    for new in &mut all[..6] {
        new.edition = "nus-2016-2".to_owned();
    }
    let wave = Wave {
        content: &content,
        ..Wave::default()
    };
    let release = wave.release(&all);
    let other = release
        .report
        .notes
        .iter()
        .find(|note| note.why == WhyLeftOut::OtherEdition);
    assert_eq!(other.unwrap().organisation, "k006");
    assert_eq!(release.report.organisations, 6);
}

#[test]
fn a_wave_is_on_the_edition_of_its_day() {
    let content = with_second(&[]);
    let wave = |date| Wave {
        content: &content,
        date,
        ..Wave::default()
    };
    let all = municipalities(0, &[1, 2, 3, 4, 1, 2]);
    assert_eq!(
        wave("2027-01-31").release(&all).public.edition,
        edition().id
    );
    assert_eq!(
        wave("2027-02-01").release(&all).public.edition,
        "nus-2016-2"
    );
    assert!(Intake::new(&content, day("2001-01-01")).is_err());
}

#[test]
fn figures_of_a_changed_question_do_not_stand() {
    let changed = of_goal(0, false)[0];
    let before = Wave {
        date: "2027-01-31",
        ..Wave::default()
    };
    let all = municipalities(0, &[1, 2, 3, 4, 1, 2, 3, 4]);
    let before = before.release(&all);
    let content = with_second(&[changed]);
    let after = Wave {
        content: &content,
        previous: Some(&before),
        ..Wave::default()
    };
    // One more: the group keeps its figures, but for the question and not for its goal.
    let mut more = all;
    more.extend(municipalities(8, &[4]));
    let after = after.release(&more);
    assert_eq!(shows(&after, "alla").as_deref(), Some("2027-01-31"));
    assert!(figures(&after, "alla").question(changed).is_none());
    assert!(figures(&after, "alla").goal("1").is_some());
    let breaks: Vec<&String> = after.public.breaks.keys().collect();
    assert_eq!(breaks, ["1"]);
}

#[test]
fn a_new_edition_alone_changes_nobodys_answers() {
    let before = Wave {
        date: "2027-01-31",
        ..Wave::default()
    };
    let mut all = municipalities(0, &[1, 2, 3, 4, 1, 2, 3, 4]);
    let before = before.release(&all);
    let content = with_second(&[of_goal(0, false)[0]]);
    let after = Wave {
        content: &content,
        previous: Some(&before),
        ..Wave::default()
    };
    all[0].answers = level(4);
    let after = after.release(&all);
    assert_eq!(shows(&after, "alla").as_deref(), Some("2027-01-31"));
    let mut findings = after.report.findings.iter();
    let why = findings.find(|found| found.group == Group::All && found.cell.is_none());
    let why = why.unwrap();
    assert_eq!((why.rule, why.owners), (Rule::FewestChanges, Some(1)));
}

#[test]
fn a_panel_shows_no_goal_that_was_another_on_its_earlier_date() {
    let mut all = municipalities(0, &[1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4]);
    let first = Wave {
        date: "2027-01-31",
        ..Wave::default()
    };
    let first = first.release(&all);
    let content = with_second(&[of_goal(0, false)[0]]);
    let wave = |date, previous| Wave {
        content: &content,
        date,
        previous: Some(previous),
        ..Wave::default()
    };
    // The edition changes in a wave that keeps the group's figures.
    all.extend(municipalities(12, &[4]));
    let second = wave("2027-03-31", &first).release(&all);
    assert_eq!(shows(&second, "alla").as_deref(), Some("2027-01-31"));
    all.extend(municipalities(13, &[1, 2, 3, 4, 1, 2]));
    for changed in &mut all[..4] {
        changed.answers = level(4);
    }
    let third = wave("2027-09-30", &second).release(&all);
    assert!(third.public.breaks.is_empty());
    let panel = figures(&third, "alla").panel.as_ref().unwrap();
    assert_eq!(panel.since, day("2027-01-31"));
    let goals: Vec<&str> = panel.goals.iter().map(|goal| goal.id.as_str()).collect();
    assert!(!goals.contains(&"1") && goals.contains(&"2"), "{goals:?}");
    let told = third.report.findings.iter().any(|found| {
        let goal = found.panel && found.cell.as_deref() == Some("1");
        goal && found.group == Group::All && found.rule == Rule::ChangedQuestion
    });
    assert!(told);
}

#[test]
fn what_differs_from_edition_to_edition_adds_up() {
    // One question of nine in each: 89 per cent of the goal is mapped each time, and 78 over both.
    let [one, other, ..] = of_goal(0, false)[..] else {
        panic!("the goal has two")
    };
    let content = with_more(&[&[one], &[other]]);
    let wave = |date, previous, all: &[Submission]| {
        let wave = Wave {
            content: &content,
            date,
            previous,
            ..Wave::default()
        };
        wave.release(all)
    };
    let mut all = municipalities(0, &[1, 2, 3, 4, 1, 2, 3, 4]);
    let first = wave("2027-01-02", None, &all);
    for changed in &mut all[..3] {
        changed.answers = level(4);
    }
    let second = wave("2027-01-31", Some(&first), &all);
    // One more each time: everything is kept, figures and panel.
    all.extend(municipalities(8, &[4]));
    let third = wave("2027-03-31", Some(&second), &all);
    let fourth = wave("2027-09-30", Some(&third), &all);
    let editions = [&second, &third, &fourth].map(|release| release.public.edition.as_str());
    assert_eq!(editions, ["nus-2016-1", "nus-2016-2", "nus-2016-3"]);
    for (release, stands) in [(&second, true), (&third, true), (&fourth, false)] {
        let figures = figures(release, "alla");
        let panel = figures.panel.as_ref().unwrap();
        let in_panel = |id: &str| panel.goals.iter().any(|goal| goal.id == id);
        assert_eq!(figures.shows, Some(day("2027-01-31")));
        assert_eq!(panel.date, day("2027-01-31"));
        assert_eq!([figures.goal("1").is_some(), in_panel("1")], [stands; 2]);
        assert!(figures.goal("2").is_some() && in_panel("2"));
    }
    // It is told of both.
    for in_panel in [false, true] {
        let told = fourth.report.findings.iter().filter(|found| {
            let goal = found.group == Group::All && found.cell.as_deref() == Some("1");
            goal && found.panel == in_panel
        });
        let told: Vec<_> = told.map(|found| (found.outcome, found.rule)).collect();
        assert_eq!(told, [(Outcome::Withdrawn, Rule::ChangedQuestion)]);
    }
}

#[test]
fn a_panel_that_has_no_goal_left_is_withdrawn() {
    let every: Vec<&str> = edition().questions.keys().map(String::as_str).collect();
    let content = with_second(&every);
    let wave = |date, previous, all: &[Submission]| {
        let wave = Wave {
            content: &content,
            date,
            previous,
            ..Wave::default()
        };
        wave.release(all)
    };
    let mut all = municipalities(0, &[1, 2, 3, 4, 1, 2, 3, 4]);
    let first = wave("2027-01-02", None, &all);
    for changed in &mut all[..3] {
        changed.answers = level(4);
    }
    let second = wave("2027-01-31", Some(&first), &all);
    assert!(figures(&second, "alla").panel.is_some());
    all.extend(municipalities(8, &[4]));
    let third = wave("2027-03-31", Some(&second), &all);
    assert!(figures(&third, "alla").panel.is_none());
    let told = third.report.findings.iter().any(|found| {
        let whole = found.panel && found.group == Group::All && found.cell.is_none();
        whole && (found.outcome, found.rule) == (Outcome::Withdrawn, Rule::ChangedQuestion)
    });
    assert!(told);
}

#[test]
fn what_an_organisation_handed_in_is_compared_by_the_rules_for_those_that_take_part() {
    let on = |date| {
        own(
            content(),
            (&edition().id, day(date)),
            &municipality(0, level(3)),
        )
    };
    assert!(on("2029-01-01").unwrap().goals.contains_key("1"));
    assert_eq!(on("2029-01-02"), Err(WhyLeftOut::TooOld));
    let quick = Submission {
        depth: Depth::Quick,
        ..municipality(0, level(3))
    };
    let date = day("2027-03-31");
    let quick = own(content(), (&edition().id, date), &quick);
    assert_eq!(quick, Err(WhyLeftOut::Quick));
    let elsewhere = own(content(), ("no-such", date), &municipality(0, level(3)));
    assert_eq!(elsewhere, Err(WhyLeftOut::OtherEdition));
}

//! Who takes part, and what is said of those that do not.

use super::*;
use crate::comparison::{Note, WhyLeftOut};

fn notes(release: &Release) -> Vec<(&str, WhyLeftOut)> {
    // What is known of these municipalities is not what these tests are about.
    let facts = |note: &&Note| {
        !matches!(
            note.why,
            WhyLeftOut::NoLan | WhyLeftOut::NoPopulation | WhyLeftOut::NoSkrGroup
        )
    };
    let notes = release.report.notes.iter().filter(facts);
    notes
        .map(|note| (note.organisation.as_str(), note.why))
        .collect()
}

fn median(release: &Release) -> (u32, u32) {
    figures(release, "alla").goal("1").unwrap().median.shown()
}

#[test]
fn the_latest_submission_stands() {
    let mut all = municipalities(0, &[1, 1, 1, 1, 1, 1]);
    let later = all.clone().into_iter().map(|submission| Submission {
        submitted: day("2027-02-01"),
        answers: level(3),
        ..submission
    });
    all.extend(later.collect::<Vec<_>>());
    assert_eq!(median(&first(&all)), (3, 0));
    all.reverse();
    assert_eq!(median(&first(&all)), (3, 0));
}

#[test]
fn several_on_one_day_is_an_error() {
    let mut all = municipalities(0, &[1, 2, 3, 4, 1, 2]);
    all.push(all[2].clone());
    let problems = Wave::default().try_release(&all).unwrap_err();
    assert_eq!(
        problems,
        [Problem::SameDay {
            organisation: "k002".to_owned(),
            submitted: day("2027-01-01"),
        }]
    );
}

#[test]
fn what_is_too_late_too_old_or_a_snabbkoll_is_noted() {
    let mut all = municipalities(0, &[1, 2, 3, 4, 1, 2, 3, 4]);
    all[0].submitted = day("2027-04-01");
    all[1].submitted = day("2025-03-30");
    all[2].depth = Depth::Quick;
    // To the day 24 months.
    all[3].submitted = day("2025-03-31");
    all[4].submitted = day("2027-03-31");
    let release = first(&all);
    assert_eq!(
        notes(&release),
        [
            ("k000", WhyLeftOut::Later),
            ("k001", WhyLeftOut::TooOld),
            ("k002", WhyLeftOut::Quick),
        ]
    );
    assert_eq!(release.report.organisations, 5);
    assert_eq!(release.report.submissions, 8);
}

#[test]
fn what_cannot_be_taken_in_is_told_all_at_once() {
    let mut all = municipalities(0, &[1, 2, 3, 4, 1, 2]);
    all[0].edition = "sagan-1".to_owned();
    all[1]
        .answers
        .insert("saga.saga".to_owned(), Answer::DontKnow);
    all[2].owner = Some("k003".to_owned());
    all[3].owner = Some("k002".to_owned());
    let problems = Wave::default().try_release(&all).unwrap_err();
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 4);
    assert!(told[0].contains("no edition \"sagan-1\""), "{told:?}");
    assert!(told[1].contains("no question \"saga.saga\""), "{told:?}");
    assert!(told[2].contains("k002: its owners") && told[3].contains("k003: its owners"));
}

#[test]
fn an_owner_is_found_through_owners() {
    // The parent company owns the others and is itself owned by the municipality.
    let company = |id: &str, owner: &str| Submission {
        owner: Some(owner.to_owned()),
        ..organisation(id, OrganisationKind::KommunaltBolag, level(2))
    };
    let mut all = vec![company("moder", "k000")];
    all.extend((0..5).map(|n| company(&format!("dotter{n}"), "moder")));
    all.extend(municipalities(0, &[2]));
    let release = first(&all);
    assert_eq!(release.report.owners, 1);
    assert_eq!(shows(&release, "alla"), None);
}

#[test]
fn an_owner_that_takes_no_part_stands_between_all_the_same() {
    let company = |id: &str, owner: &str| Submission {
        owner: Some(owner.to_owned()),
        ..organisation(id, OrganisationKind::KommunaltBolag, level(2))
    };
    let mut all: Vec<Submission> = (0..5)
        .map(|n| company(&format!("dotter{n}"), "holding"))
        .collect();
    all.extend(municipalities(0, &[2]));
    let owners = |all: &[Submission], owned: Option<(&str, &str)>| {
        let mut intake = Intake::new(content(), day("2027-03-31")).unwrap();
        all.iter().for_each(|submission| intake.add(submission));
        if let Some((organisation, owner)) = owned {
            intake.owned(organisation, owner);
        }
        let frame = Frame::of(content(), []);
        let release = intake.release(&frame, None, Salt::new([7; 32])).unwrap();
        release.report.owners
    };
    assert_eq!(owners(&all, None), 2, "nobody says whose the holding is");
    assert_eq!(owners(&all, Some(("holding", "k000"))), 1, "the register");
    for (depth, submitted) in [
        (Depth::Quick, "2027-01-01"),
        (Depth::Full, "2020-01-01"),
        (Depth::Full, "2028-01-01"),
    ] {
        let mut holding = company("holding", "k000");
        (holding.depth, holding.submitted) = (depth, day(submitted));
        let mut with = all.clone();
        with.push(holding);
        assert_eq!(owners(&with, None), 1, "{depth:?} {submitted}");
    }
}

#[test]
fn a_goal_without_level_has_no_value() {
    let goal = &edition().goals[0];
    let mut all = municipalities(0, &[2, 2, 2, 2, 2, 2]);
    for mapped in goal.questions.iter().skip(2) {
        all[0].answers.insert(mapped.id.clone(), Answer::DontKnow);
    }
    let release = first(&all);
    assert!(figures(&release, "alla").goal(&goal.id).is_none());
    assert!(
        figures(&release, "alla")
            .question(&goal.questions[0].id)
            .is_some()
    );
    assert!(
        figures(&release, "alla")
            .goal(&edition().goals[1].id)
            .is_some()
    );
}

#[test]
fn a_higher_threshold_moves_all_that_lean_on_it() {
    let mut content = content().clone();
    content.comparison.min_owners = 12;
    let release = |count: usize| {
        let levels: Vec<u8> = (0..count).map(|n| [1, 2, 3, 4][n % 4]).collect();
        let wave = Wave {
            content: &content,
            ..Wave::default()
        };
        wave.release(&municipalities(0, &levels))
    };
    assert_eq!(shows(&release(11), "alla"), None);
    let twelve = release(12);
    assert!(
        figures(&twelve, "alla")
            .goal("1")
            .unwrap()
            .quartiles
            .is_some()
    );
    assert_eq!(twelve.public.min, 12);
    // No setting goes below the bound in code.
    content.comparison.min_owners = 1;
    let wave = Wave {
        content: &content,
        ..Wave::default()
    };
    assert_eq!(
        shows(&wave.release(&municipalities(0, &[1, 2, 3, 4, 4])), "alla"),
        None
    );
}

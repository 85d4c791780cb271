//! Releases as documents: the same from the same, believed only as they were written, and what
//! they say of one organisation.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::*;
use crate::comparison::{Participation, ReleaseError};
use crate::organisation::SkrGroup;

/// Any population of up to sixty organisations, some of them owned by others.
pub(super) fn population() -> impl Strategy<Value = Vec<Submission>> {
    let one = (
        select(OrganisationKind::ALL.to_vec()),
        proptest::option::of(select(SkrGroup::ALL.to_vec())),
        proptest::option::of(1_000_u32..300_000),
        proptest::option::of(0_u64..3_000_000_000),
        proptest::collection::vec(0_u8..6, edition().questions.len()),
        proptest::option::of(0_usize..5),
    );
    proptest::collection::vec(one, 0..60).prop_map(|all| {
        let mut submissions = Vec::new();
        for (n, (kind, skr, population, volume, codes, owner)) in all.into_iter().enumerate() {
            let mut answers = Answers::new();
            for (id, code) in edition().questions.keys().zip(codes) {
                let answer = match code {
                    0 => continue,
                    5 => Answer::DontKnow,
                    level => Answer::Level(Level::try_from(level).unwrap()),
                };
                answers.insert(id.clone(), answer);
            }
            let mut submission = organisation(&format!("o{n:02}"), kind, answers);
            submission.counted.skr = skr;
            submission.counted.population = population;
            submission.counted.volume = volume;
            submission.owner = owner
                .filter(|owner| *owner < n)
                .map(|owner| format!("o{owner:02}"));
            submissions.push(submission);
        }
        submissions
    })
}

/// The outermost owner.
pub(super) fn owner(all: &[Submission], id: &str) -> String {
    let one = all.iter().find(|one| one.organisation == id);
    match one.and_then(|one| one.owner.as_deref()) {
        Some(next) => owner(all, next),
        None => id.to_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_and_the_salt_are_nowhere_in_what_is_public(all in population()) {
        let one = first(&all);
        let mut reversed = all.clone();
        reversed.reverse();
        let mut intake = Intake::new(content(), day("2027-03-31")).unwrap();
        reversed.iter().for_each(|submission| intake.add(submission));
        let frame = Frame::of(content(), []);
        let other = intake.release(&frame, None, Salt::new([9; 32])).unwrap();
        prop_assert_eq!(one.public.to_json().unwrap(), other.public.to_json().unwrap());
        prop_assert_eq!(one.report.findings, other.report.findings);
    }

    #[test]
    fn a_release_is_read_as_it_was_written(all in population()) {
        let release = first(&all);
        let text = release.to_json().unwrap();
        prop_assert_eq!(Release::read(&text).unwrap(), release);
    }

    #[test]
    fn without_any_one_owner_five_others_stand_behind_every_figure(all in population()) {
        let release = first(&all);
        for figures in &release.public.groups {
            for figure in figures.goals.iter().chain(&figures.questions) {
                let owners: std::collections::BTreeSet<String> = all
                    .iter()
                    .filter(|one| one.counted.groups().contains(&figures.group))
                    .filter(|one| {
                        let own = crate::comparison::own(content(), (&edition().id, one.submitted), one).unwrap();
                        own.goals.contains_key(&figure.id) || own.questions.contains_key(&figure.id)
                    })
                    .map(|one| owner(&all, &one.organisation))
                    .collect();
                prop_assert!(owners.len() > 5, "{} {}", figures.group, figure.id);
            }
        }
    }

    #[test]
    fn no_parent_less_its_published_groups_is_one_to_five(all in population()) {
        let release = first(&all);
        let ids = edition().goals.iter().map(|goal| &goal.id);
        for id in ids.chain(edition().questions.keys()) {
            let published = |group: &Group| {
                let figures = release.public.group(*group).unwrap();
                figures.goal(id).or(figures.question(id)).is_some()
            };
            let has = |one: &Submission| {
                let own = crate::comparison::own(content(), (&edition().id, one.submitted), one).unwrap();
                own.goals.contains_key(id) || own.questions.contains_key(id)
            };
            for parent in Group::all().filter(published) {
                for (_, children) in crate::comparison::decide::divisions(parent) {
                    let children: Vec<Group> = children.into_iter().filter(published).collect();
                    let outside: std::collections::BTreeSet<String> = all
                        .iter()
                        .filter(|one| has(one))
                        .map(|one| (one, one.counted.groups()))
                        .filter(|(_, groups)| groups.contains(&parent))
                        .filter(|(_, groups)| !children.iter().any(|child| groups.contains(child)))
                        .map(|(one, _)| owner(&all, &one.organisation))
                        .collect();
                    let fine = children.is_empty() || outside.is_empty() || outside.len() > 5;
                    prop_assert!(fine, "{} {}: {:?}", parent, id, outside);
                }
            }
        }
    }

    #[test]
    fn a_second_wave_shows_nobody_that_moved_nearly_alone(
        all in population(),
        stay in subsequence((0..60).collect::<Vec<usize>>(), 40..=60),
    ) {
        let before = first(&all);
        let left: Vec<Submission> = all
            .iter()
            .enumerate()
            .filter(|(n, _)| stay.contains(n))
            .map(|(_, one)| one.clone())
            .collect();
        let after = next(&before, Rules::default(), &left);
        for figures in after.public.groups.iter().filter(|group| group.shows == Some(after.public.date)) {
            if before.public.group(figures.group).unwrap().shows.is_none() {
                continue;
            }
            let gone: std::collections::BTreeSet<String> = all
                .iter()
                .filter(|one| one.counted.groups().contains(&figures.group))
                .filter(|one| !left.iter().any(|stays| stays.organisation == one.organisation))
                .map(|one| owner(&all, &one.organisation))
                .collect();
            prop_assert!(gone.is_empty() || gone.len() > 5, "{}: {:?}", figures.group, gone);
        }
    }
}

#[test]
fn a_release_altered_by_hand_is_refused() {
    let text = first(&municipalities(0, &[1, 2, 3, 4, 1, 2, 3]))
        .to_json()
        .unwrap();
    let altered = |find: &str, replace: &str| {
        assert!(text.contains(find), "{find}");
        Release::read(&text.replacen(find, replace, 1))
    };
    for (find, replace) in [
        (r#""median":2"#, r#""median":3"#),
        (r#""owners":"6-10""#, r#""owners":"11-19""#),
        (r#""organisations":7"#, r#""organisations":8"#),
        (r#""salt":"07"#, r#""salt":"08"#),
        (r#""cells":"f"#, r#""cells":"7"#),
        // A member's values: outside the hash, but not outside what is checked.
        (r#""goals":[[9,9]"#, r#""goals":[[18,9]"#),
    ] {
        let refused = altered(find, replace).unwrap_err();
        assert!(
            matches!(refused, ReleaseError::Altered),
            "{find}: {refused}"
        );
    }
    let refused = altered("release-1", "release-2").unwrap_err();
    assert!(matches!(refused, ReleaseError::Format(_)), "{refused}");
    assert!(matches!(
        Release::read("{}"),
        Err(ReleaseError::Malformed(_))
    ));
}

#[test]
fn a_wave_comes_after_the_one_before() {
    let before = first(&municipalities(0, &[1, 2, 3, 4, 1, 2]));
    let again = Wave {
        previous: Some(&before),
        ..Wave::default()
    };
    let problems = again
        .try_release(&municipalities(0, &[1, 2, 3, 4, 1, 2]))
        .unwrap_err();
    assert!(matches!(problems[..], [Problem::NotAfter { .. }]));
}

#[test]
fn an_organisation_is_told_from_when_its_figures_take_part() {
    let before = first(&municipalities(0, &[1, 1, 1, 2, 2, 2, 3, 3]));
    let mut all = municipalities(0, &[2, 2, 2, 2, 2, 2, 3, 3]);
    all.extend(municipalities(8, &[4]));
    let after = next(&before, Rules::default(), &all);
    let of = |id: &str, code: &str| after.participation(id, group(code));
    assert_eq!(of("k000", "alla"), Participation::Since(day("2027-03-31")));
    assert_eq!(of("k008", "alla"), Participation::Waits(day("2027-03-31")));
    assert_eq!(of("k000", "region"), Participation::NothingShown);
}

#[test]
fn erased_values_leave_the_figures_and_no_panel_counts_them() {
    let levels = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4];
    let mut before = first(&municipalities(0, &levels));
    let public = before.public.clone();
    before.erase("k003");
    let read = Release::read(&before.to_json().unwrap()).unwrap();
    assert_eq!(read.public, public);
    let mut all = municipalities(0, &[2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4]);
    all.extend(municipalities(12, &[1, 2, 3, 4, 1, 2]));
    // The panel would lack the one that was erased, and so tell of it.
    let after = next(&read, Rules::default(), &all);
    assert!(figures(&after, "alla").panel.is_none());
    assert_eq!(shows(&after, "alla").as_deref(), Some("2027-09-30"));
}

#[test]
fn synthetic_organisations_mark_the_whole_release() {
    let mut all = municipalities(0, &[1, 2, 3, 4, 1, 2]);
    assert!(!first(&all).public.synthetic);
    all[3].synthetic = true;
    let release = first(&all);
    assert!(release.public.synthetic);
    let after = next(
        &release,
        Rules::default(),
        &municipalities(0, &[1, 2, 3, 4, 1, 2]),
    );
    assert!(after.public.synthetic);
}

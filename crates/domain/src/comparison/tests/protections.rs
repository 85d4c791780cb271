//! For each protection a case in which it alone protects: with it nothing is given away, without it
//! something is.

use super::*;
use crate::comparison::rules::Protection;
use crate::comparison::{Finding, Outcome, Rule};

fn under(rules: Rules, submissions: &[Submission]) -> Release {
    Wave {
        rules,
        ..Wave::default()
    }
    .release(submissions)
}

/// What is found of a group as a whole.
fn found(release: &Release, code: &str) -> Vec<(Outcome, Rule)> {
    let of_group = |finding: &&Finding| {
        finding.group == group(code) && finding.cell.is_none() && !finding.panel
    };
    let findings = release.report.findings.iter().filter(of_group);
    findings
        .map(|finding| (finding.outcome, finding.rule))
        .collect()
}

#[test]
fn five_owners_are_too_few() {
    let [with, without] = with_and_without(Protection::FewestOwners)
        .map(|rules| under(rules, &municipalities(0, &[1, 2, 3, 4, 4])));
    assert_eq!(shows(&with, "alla"), None);
    assert_eq!(
        found(&with, "alla"),
        [(Outcome::Hidden, Rule::FewestOwners)]
    );
    assert!(figures(&without, "alla").goal("1").is_some());
    // And six are enough; with any one of them taken away, five others are left.
    let six = first(&municipalities(0, &[1, 2, 3, 4, 4, 4]));
    assert!(figures(&six, "alla").goal("1").is_some());
}

#[test]
fn companies_of_one_owner_are_one() {
    let companies: Vec<Submission> = (0..6)
        .map(|n| Submission {
            owner: Some("k000".to_owned()),
            ..organisation(&format!("b{n}"), OrganisationKind::KommunaltBolag, level(2))
        })
        .collect();
    let [with, without] =
        with_and_without(Protection::ByOwner).map(|rules| under(rules, &companies));
    assert_eq!(shows(&with, "bolag"), None);
    assert!(figures(&without, "bolag").goal("1").is_some());
}

#[test]
fn a_group_that_has_become_small_in_the_population_is_withdrawn() {
    let in_skane = |submission: Submission| {
        let lan = crate::organisation::Lan::try_from("12").ok();
        let counted = Counted {
            lan,
            ..submission.counted
        };
        Submission {
            counted,
            ..submission
        }
    };
    let six: Vec<_> = municipalities(0, &[1, 2, 3, 4, 2, 3])
        .into_iter()
        .map(in_skane)
        .collect();
    let before = first(&six);
    assert_eq!(
        shows(&before, "kommun-lan-12").as_deref(),
        Some("2027-03-31")
    );
    // Two of them have become one, so there are five.
    let five = &six[..5];
    let [with, without] = with_and_without(Protection::Population).map(|rules| {
        Wave {
            date: "2027-09-30",
            register: five
                .iter()
                .map(|submission| Registered {
                    organisation: &submission.organisation,
                    owner: None,
                    counted: submission.counted,
                })
                .collect(),
            previous: Some(&before),
            rules,
            ..Wave::default()
        }
        .release(five)
    });
    assert_eq!(shows(&with, "kommun-lan-12"), None);
    assert_eq!(
        found(&with, "kommun-lan-12"),
        [(Outcome::Withdrawn, Rule::Population)]
    );
    assert_eq!(
        shows(&without, "kommun-lan-12").as_deref(),
        Some("2027-03-31")
    );
}

#[test]
fn a_verdict_needs_eight_owners() {
    let [with, without] = with_and_without(Protection::FewestForVerdict)
        .map(|rules| under(rules, &municipalities(0, &spread(7))));
    let interval = |release: &Release| figures(release, "alla").goal("1").unwrap().interval;
    assert_eq!(interval(&with), None);
    // Without it, a bound is the lowest or the highest value itself.
    assert_eq!(interval(&without).unwrap().lower.shown(), (1, 0));
    assert!(interval(&first(&municipalities(0, &spread(8)))).is_some());
}

#[test]
fn quartiles_need_eleven_owners() {
    let [with, without] = with_and_without(Protection::FewestForQuartiles)
        .map(|rules| under(rules, &municipalities(0, &spread(10))));
    let quartiles = |release: &Release| figures(release, "alla").goal("1").unwrap().quartiles;
    assert_eq!(quartiles(&with), None);
    assert!(quartiles(&without).is_some());
    assert!(quartiles(&first(&municipalities(0, &spread(11)))).is_some());
}

#[test]
fn a_distribution_needs_twenty_owners() {
    let [with, without] = with_and_without(Protection::FewestForDistribution)
        .map(|rules| under(rules, &municipalities(0, &spread(19))));
    let question = &edition().goals[0].questions[0].id;
    let distribution = |release: &Release| {
        figures(release, "alla")
            .question(question)
            .unwrap()
            .distribution
    };
    assert_eq!(distribution(&with), None);
    // One of nineteen is five per cent: that there is one at all can be read.
    assert!(distribution(&without).is_some());
    assert_eq!(
        distribution(&first(&municipalities(0, &spread(20)))),
        Some([25, 25, 25, 25])
    );
}

#[test]
fn no_distribution_tells_of_nearly_everyone_at_once() {
    let mut levels = vec![2; 21];
    levels.extend([3, 3]);
    let [with, without] = with_and_without(Protection::Concentration)
        .map(|rules| under(rules, &municipalities(0, &levels)));
    let distribution = |release: &Release| figures(release, "alla").goal("1").unwrap().distribution;
    assert_eq!(distribution(&with), None);
    assert_eq!(distribution(&without), Some([0, 90, 10, 0]));
    // Exactly nine tenths may be told.
    levels.extend([3; 1]);
    levels.truncate(20);
    levels[18..].fill(3);
    assert!(distribution(&first(&municipalities(0, &levels))).is_some());
}

/// Whether anyone can tell which of two organisations took the place, by all that is public.
fn differ(before: &Release, rules: Rules, worlds: [Vec<Submission>; 2]) -> bool {
    let [one, other] = worlds.map(|world| next(before, rules, &world).public.to_json().unwrap());
    one != other
}

#[test]
fn one_that_enters_alone_is_not_seen() {
    let [before, after] = twelve();
    let before = first(&before);
    let worlds = || {
        [1, 4].map(|answer| {
            let mut world = after.clone();
            world.extend(municipalities(12, &[answer]));
            world
        })
    };
    let [with, without] =
        with_and_without(Protection::JointRenewal).map(|rules| differ(&before, rules, worlds()));
    assert!(!with && without);
    let kept = next(&before, Rules::default(), &worlds()[0]);
    assert_eq!(found(&kept, "alla"), [(Outcome::Kept, Rule::JointRenewal)]);
    assert_eq!(shows(&kept, "alla").as_deref(), Some("2027-03-31"));
}

#[test]
fn six_that_move_are_seen_together_whichever_way_they_move() {
    let [before, after] = twelve();
    let before = first(&before);
    // Two leave and four enter.
    let mut moved = after[2..].to_vec();
    moved.extend(municipalities(12, &[1, 2, 3, 4]));
    let renewed = next(&before, Rules::default(), &moved);
    assert_eq!(shows(&renewed, "alla").as_deref(), Some("2027-09-30"));
    // Two leave and three enter: five.
    moved.pop();
    let kept = next(&before, Rules::default(), &moved);
    assert_eq!(shows(&kept, "alla").as_deref(), Some("2027-03-31"));
}

#[test]
fn six_that_move_do_not_hide_each_other_in_detail() {
    let levels = spread(20);
    let before = first(&municipalities(0, &levels));
    let mut all = municipalities(0, &levels);
    for changed in &mut all[..4] {
        changed.answers = level(3);
    }
    let distribution = |release: &Release| {
        assert_eq!(
            shows(release, "alla").as_deref(),
            Some(release.public.date.to_string().as_str()),
            "the figure itself is renewed"
        );
        release.public.group(Group::All).unwrap().goals[0].distribution
    };
    let question = |release: &Release| release.public.group(Group::All).unwrap().questions[0].from;
    assert!(distribution(&before).is_some());
    // Nineteen are too few, and twenty enough.
    all.extend(municipalities(20, &spread(19)));
    let [with, without] =
        with_and_without(Protection::RenewalOfDetail).map(|rules| next(&before, rules, &all));
    assert_eq!(distribution(&with), None);
    assert!(distribution(&without).is_some());
    assert_eq!(question(&with), before.public.date);
    assert_eq!(question(&without), without.public.date);
    let told = |release: &Release| {
        let findings = &release.report.findings;
        let rule = |found: &&Finding| found.rule == Rule::RenewalOfDetail;
        findings
            .iter()
            .filter(rule)
            .map(|found| found.owners)
            .next()
    };
    assert_eq!(told(&with), Some(Some(19)));
    assert_eq!(told(&without), None);
    all.extend(municipalities(39, &[4]));
    let renewed = next(&before, Rules::default(), &all);
    assert!(distribution(&renewed).is_some());
    assert_eq!(question(&renewed), renewed.public.date);
    // Nobody that moves is fine too.
    assert!(distribution(&next(&before, Rules::default(), &all[..20])).is_some());
}

#[test]
fn one_that_is_reclassified_moves_two_groups() {
    let [before, mut after] = twelve();
    let mut all = before.clone();
    all.extend((0..8).map(|n| {
        organisation(
            &format!("s{n}"),
            OrganisationKind::StatligMyndighet,
            level(2),
        )
    }));
    let before = first(&all);
    after.extend(all[12..].iter().cloned());
    after[0].counted.kind = OrganisationKind::StatligMyndighet;
    let release = next(&before, Rules::default(), &after);
    for code in ["kommun", "statlig-myndighet"] {
        assert_eq!(
            found(&release, code),
            [(Outcome::Kept, Rule::JointRenewal)],
            "{code}"
        );
    }
    assert_eq!(shows(&release, "alla").as_deref(), Some("2027-09-30"));
}

#[test]
fn one_that_changes_its_answers_alone_is_not_seen() {
    let [before, _] = twelve();
    let release = first(&before);
    let worlds = || {
        [1, 4].map(|answer| {
            let mut world = before.clone();
            world[5].answers = level(answer);
            world
        })
    };
    let [with, without] =
        with_and_without(Protection::FewestChanges).map(|rules| differ(&release, rules, worlds()));
    assert!(!with && without);
    let kept = next(&release, Rules::default(), &worlds()[0]);
    assert_eq!(found(&kept, "alla"), [(Outcome::Kept, Rule::FewestChanges)]);
}

#[test]
fn figures_are_withdrawn_after_24_months() {
    let before = first(&municipalities(0, &spread(12)));
    let [with, without] = with_and_without(Protection::Age).map(|rules| {
        let wave = Wave {
            date: "2029-04-01",
            previous: Some(&before),
            rules,
            ..Wave::default()
        };
        wave.release(&[])
    });
    assert_eq!(shows(&with, "alla"), None);
    assert_eq!(found(&with, "alla")[0], (Outcome::Withdrawn, Rule::Age));
    assert_eq!(shows(&without, "alla").as_deref(), Some("2027-03-31"));
}

#[test]
fn those_outside_the_published_groups_are_none_or_six() {
    let mut all = municipalities(0, &spread(12));
    all.push(organisation("r0", OrganisationKind::Region, level(4)));
    let [with, without] = with_and_without(Protection::Remainder).map(|rules| under(rules, &all));
    // Everyone less the municipalities is one region.
    assert_eq!(
        found(&with, "kommun"),
        [(Outcome::HeldBack, Rule::Remainder)]
    );
    assert_eq!(shows(&with, "kommun"), None);
    assert!(shows(&with, "alla").is_some());
    assert!(shows(&without, "kommun").is_some() && shows(&without, "alla").is_some());
    assert_eq!(
        figures(&with, "alla").goal("1"),
        figures(&without, "alla").goal("1")
    );
}

#[test]
fn the_smallest_published_group_is_held_back() {
    let agency = |n: usize, volume: u64| {
        let id = format!("s{n:02}");
        let mut agency = organisation(&id, OrganisationKind::StatligMyndighet, level(2));
        agency.counted.volume = Some(volume);
        agency
    };
    let mut all: Vec<Submission> = (0..9).map(|n| agency(n, 10_000_000)).collect();
    all.extend((9..16).map(|n| agency(n, 100_000_000)));
    all.extend((16..18).map(|n| agency(n, 2_000_000_000)));
    let release = first(&all);
    assert_eq!(
        shows(&release, "statlig-myndighet-1000-mkr-eller-mer"),
        None
    );
    assert_eq!(shows(&release, "statlig-myndighet-50-249-mkr"), None);
    assert!(shows(&release, "statlig-myndighet-under-50-mkr").is_some());
    assert_eq!(
        found(&release, "statlig-myndighet-50-249-mkr"),
        [(Outcome::HeldBack, Rule::Remainder)]
    );
}

#[test]
fn what_is_held_back_of_the_whole_is_not_told_by_its_parts() {
    let mut all = municipalities(0, &[1, 2, 3, 4, 1, 2, 3, 4]);
    for municipality in &mut all {
        municipality.counted.population = Some(5_000);
    }
    let alone = first(&all);
    assert!(shows(&alone, "kommun").is_some() && shows(&alone, "kommun-under-10000").is_some());
    // Three that no group of their own shows: beside all, the municipalities would tell of them.
    all.extend((0..3).map(|n| organisation(&format!("r{n}"), OrganisationKind::Region, level(2))));
    let release = first(&all);
    assert!(shows(&release, "alla").is_some());
    for code in ["kommun", "kommun-under-10000"] {
        assert_eq!(shows(&release, code), None, "{code}");
        let held = (Outcome::HeldBack, Rule::Remainder);
        assert!(found(&release, code).contains(&held), "{code}");
    }
}

#[test]
fn those_outside_with_a_value_in_a_figure_are_none_or_six() {
    let question = &edition().goals[0].questions[1].id;
    let mut all = municipalities(0, &spread(12));
    all.extend((0..7).map(|n| {
        let mut region = organisation(&format!("r{n}"), OrganisationKind::Region, level(3));
        if n > 0 {
            region.answers.insert(question.clone(), Answer::DontKnow);
        }
        region
    }));
    let [with, without] =
        with_and_without(Protection::CellRemainder).map(|rules| under(rules, &all));
    let shown = |release: &Release| figures(release, "kommun").question(question).is_some();
    assert!(!shown(&with) && shown(&without));
    let other = &edition().goals[0].questions[2].id;
    assert!(figures(&with, "kommun").question(other).is_some());
}

#[test]
fn one_that_stays_and_loses_its_value_alone_is_not_seen() {
    let [before, mut after] = twelve();
    let before = first(&before);
    let question = &edition().goals[0].questions[1].id;
    let without = [Answer::DontKnow, Answer::NotApplicable("x".to_owned())];
    for lost in without {
        after[11].answers.insert(question.clone(), lost);
        let [with, without] =
            with_and_without(Protection::JointRenewal).map(|rules| next(&before, rules, &after));
        let from = |release: &Release| figures(release, "alla").question(question).unwrap().from;
        assert_eq!(shows(&with, "alla").as_deref(), Some("2027-09-30"));
        assert_eq!(from(&with), day("2027-03-31"));
        assert_eq!(from(&without), day("2027-09-30"));
        // And none that gains one.
        let later = |rules, all: &[Submission]| {
            let wave = Wave {
                date: "2028-03-31",
                previous: Some(&without),
                rules,
                ..Wave::default()
            };
            from(&wave.release(all))
        };
        let mut gained = after.clone();
        gained[11].answers = level(3);
        for changed in &mut gained[..3] {
            changed.answers = level(3);
        }
        assert_eq!(later(Rules::default(), &gained), day("2027-09-30"));
        let off = Rules::without(Protection::JointRenewal);
        assert_eq!(later(off, &gained), day("2028-03-31"));
    }
}

#[test]
fn of_six_that_enter_one_alone_with_a_value_is_not_seen() {
    let [before, after] = twelve();
    let before = first(&before);
    let question = &edition().goals[0].questions[1].id;
    let entering = municipalities(12, &[1, 2, 3, 4, 4, 4])
        .into_iter()
        .enumerate();
    let mut all = after;
    all.extend(entering.map(|(n, mut entering)| {
        if n > 0 {
            entering.answers.insert(question.clone(), Answer::DontKnow);
        }
        entering
    }));
    let [with, without] =
        with_and_without(Protection::JointRenewal).map(|rules| next(&before, rules, &all));
    let from = |release: &Release| {
        let figure = figures(release, "alla").question(question).unwrap();
        figure.from.to_string()
    };
    assert_eq!(shows(&with, "alla").as_deref(), Some("2027-09-30"));
    assert_eq!(from(&with), "2027-03-31");
    assert_eq!(from(&without), "2027-09-30");
}

//! Synthetic organisations on the content that the service ships with.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::fs;
use std::sync::LazyLock;

use domain::assessment::Answer;
use domain::comparison::Submission;
use domain::day::Day;
use domain::instrument::Edition;
use domain::organisation::register::{Entry, Known, parse};
use domain::organisation::{EmailDomain, OrganisationKind, OrganisationType};
use domain::synthetic::{ByType, Draws, Organisation, Parameters, Places, Population};
use proptest::prelude::*;

use crate::shipped::{CONTENT, repository};

static REGISTER: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let file = fs::read(repository().join("content/register/sweden.csv")).expect("the register");
    parse(&file, &Known::new()).expect("the shipped register")
});

fn edition() -> &'static Edition {
    &CONTENT.editions[&CONTENT.current]
}

fn waves() -> Vec<Day> {
    ["2027-03-31", "2028-03-31", "2029-03-31"]
        .map(|day| Day::try_from(day).expect("a day"))
        .to_vec()
}

fn population(parameters: Parameters, seed: u64) -> Population {
    let places = Places::of(REGISTER.iter().map(|entry| &entry.classification));
    Population::new(edition(), &places, parameters, &Draws::new(seed))
}

fn sweden(seed: u64) -> Population {
    population(Parameters::sweden(waves()), seed)
}

fn small() -> Parameters {
    Parameters::sweden(waves()).of_size(150)
}

fn submissions(population: &Population, wave: usize) -> Vec<Submission> {
    population.submissions(wave).collect()
}

#[test]
fn no_name_is_a_real_organisations() {
    let real: BTreeSet<String> = REGISTER.iter().map(|entry| plain(&entry.name)).collect();
    let population = sweden(1);
    let mut names = BTreeSet::new();
    for organisation in population.organisations() {
        let name = organisation.name();
        assert!(!real.contains(&plain(&name)), "{name}");
        assert!(names.insert(name.clone()), "{name} twice");
    }
}

/// A name without what it is: no invented municipality is called as a region is, either.
fn plain(name: &str) -> String {
    let name = name.to_lowercase();
    let name = name.trim_start_matches("region ");
    let name = name.trim_end_matches(" kommun").trim_end_matches(" stad");
    name.trim_end_matches('s').to_owned()
}

#[test]
fn numbers_and_domains_are_nobodys() {
    let mut numbers = BTreeSet::new();
    let mut domains = BTreeSet::new();
    for organisation in sweden(1).organisations() {
        let number = organisation.number().unwrap();
        assert!(number.digits().starts_with('4'), "{number}");
        assert!(numbers.insert(number));
        let domain = EmailDomain::try_from(organisation.domain().as_str()).unwrap();
        assert!(domain.as_str().ends_with(".example"));
        assert!(domains.insert(domain));
    }
}

#[test]
fn municipalities_lie_as_the_register_says() {
    let population = sweden(3);
    let mut synthetic = BTreeMap::new();
    for organisation in population.organisations() {
        let counted = population.counted(organisation, 0);
        if counted.kind == OrganisationKind::Kommun {
            *synthetic
                .entry((counted.lan, counted.skr))
                .or_insert(0usize) += 1;
        }
    }
    let mut real = BTreeMap::new();
    for Entry { classification, .. } in REGISTER.iter() {
        if classification.kind == OrganisationKind::Kommun {
            *real
                .entry((classification.lan, classification.group))
                .or_insert(0usize) += 1;
        }
    }
    assert_eq!(synthetic, real);
}

#[test]
fn there_are_as_many_as_asked_for() {
    for size in [0, 1, 7, 250, 4000] {
        let population = population(Parameters::sweden(waves()).of_size(size), 1);
        assert_eq!(population.organisations().len(), size);
    }
}

#[test]
fn companies_have_owners_that_are_there_and_may_own_them() {
    let population = sweden(5);
    let all = population.organisations();
    for (index, organisation) in all.iter().enumerate() {
        assert_eq!(organisation.index(), index);
        let owner = organisation.owner().map(|owner| all[owner].kind());
        let expected = match organisation.kind() {
            OrganisationKind::KommunaltBolag => Some(OrganisationKind::Kommun),
            OrganisationKind::RegionaltBolag => Some(OrganisationKind::Region),
            _ => None,
        };
        assert_eq!(owner, expected, "{}", organisation.name());
    }
}

#[test]
fn a_wave_has_the_share_that_is_asked_for() {
    let share = 0.4;
    let parameters = Parameters {
        participation: ByType::all(share),
        ..Parameters::sweden(waves())
    };
    let population = population(parameters, 7);
    let all = population.organisations().len() as f64;
    for wave in 0..3 {
        let part = population.submissions(wave).count() as f64 / all;
        assert!((part - share).abs() < 0.04, "wave {wave}: {part}");
    }
}

#[test]
fn some_enter_some_renew_some_stand_and_some_leave() {
    let population = sweden(11);
    let days = |wave| -> BTreeMap<String, Day> {
        let submissions = population.submissions(wave);
        submissions
            .map(|submission| (submission.organisation, submission.submitted))
            .collect()
    };
    let (before, after) = (days(0), days(1));
    let entered = after.keys().filter(|id| !before.contains_key(*id)).count();
    let left = before.keys().filter(|id| !after.contains_key(*id)).count();
    let stands = |id: &String| after.get(id) == before.get(id);
    let stood = before.keys().filter(|id| stands(id)).count();
    let renewed = before.len() - left - stood;
    for (what, count) in [
        ("entered", entered),
        ("left", left),
        ("stood", stood),
        ("renewed", renewed),
    ] {
        assert!(count > 20, "{what}: {count}");
    }
}

/// A reclassification and a merger are rare, and a country of ten times the size has some.
#[test]
fn some_are_reclassified_and_some_are_merged() {
    let parameters = Parameters {
        participation: ByType::all(1.0),
        ..Parameters::sweden(waves()).of_size(15_600)
    };
    let population = population(parameters, 13);
    let about = |count: usize, all: usize| (all / 250..all / 50).contains(&count);
    let (municipalities, others): (Vec<&Organisation>, Vec<&Organisation>) = population
        .organisations()
        .iter()
        .partition(|organisation| organisation.kind() == OrganisationKind::Kommun);
    let skr = |organisation, year| population.counted(organisation, year).skr;
    let moved = municipalities
        .iter()
        .filter(|organisation| skr(organisation, 0) != skr(organisation, 3))
        .count();
    assert!(about(moved, municipalities.len()), "{moved}");
    let gone = others
        .iter()
        .filter(|organisation| population.years(organisation).all(|year| year < 2))
        .count();
    assert!(about(gone, others.len()), "{gone}");
}

/// What shows in the figures: regions stand higher than municipalities, and everyone moves upwards.
#[test]
fn the_types_and_the_years_differ_as_the_parameters_say() {
    let population = sweden(17);
    let mean = |wave, organisation_type: OrganisationType| {
        let of_type = population
            .submissions(wave)
            .filter(|submission| submission.counted.kind.organisation_type() == organisation_type);
        let levels: Vec<f64> = of_type
            .flat_map(|submission| submission.answers.into_values())
            .filter_map(|answer| answer.level())
            .map(|level| f64::from(level.number()))
            .collect();
        levels.iter().sum::<f64>() / levels.len() as f64
    };
    let kommun = [0, 1, 2].map(|wave| mean(wave, OrganisationType::Kommun));
    assert!((1.8..3.2).contains(&kommun[0]), "{kommun:?}");
    assert!(kommun[0] < kommun[1] && kommun[1] < kommun[2], "{kommun:?}");
    assert!(mean(0, OrganisationType::Region) > kommun[0] + 0.2);
}

/// The same seed has given these answers since the model was written: whoever changes it gives
/// every demonstration and every measurement another population.
#[test]
fn a_seed_means_the_same_population_for_ever() {
    let population = sweden(2027);
    let first = &population.organisations()[0];
    let answers: String = population
        .agreed(first, 1)
        .values()
        .map(|answer| match answer {
            Answer::Level(level) => level.to_string(),
            Answer::DontKnow => "?".to_owned(),
            Answer::NotApplicable(_) => "-".to_owned(),
        })
        .collect();
    assert_eq!(answers, "211122133222321222331211233244?22221231123112223");
    assert_eq!(population.submissions(0).count(), 590);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_same_seed_gives_the_same(seed: u64, wave in 0usize..3) {
        let (one, other) = (population(small(), seed), population(small(), seed));
        prop_assert_eq!(submissions(&one, wave), submissions(&other, wave));
        prop_assert_ne!(
            submissions(&one, wave),
            submissions(&population(small(), seed ^ 1), wave)
        );
    }

    #[test]
    fn a_year_more_changes_no_earlier_one(seed: u64) {
        let whole = population(small(), seed);
        let shorter = Parameters { waves: waves()[..2].to_vec(), ..small() };
        let shorter = population(shorter, seed);
        for (one, other) in whole.organisations().iter().zip(shorter.organisations()) {
            prop_assert_eq!(one.name(), other.name());
            prop_assert_eq!(whole.agreed(one, 1), shorter.agreed(other, 1));
            let years = |population: &Population, organisation: &Organisation| -> Vec<usize> {
                population.years(organisation).filter(|year| *year < 3).collect()
            };
            prop_assert_eq!(years(&whole, one), years(&shorter, other));
        }
    }

    #[test]
    fn answers_are_those_that_the_edition_allows(seed: u64, year in 0usize..4) {
        let population = population(small(), seed);
        for organisation in population.organisations() {
            let mut said = population.voices(organisation, year);
            prop_assert_eq!(said.len(), organisation.respondents());
            said.push(population.agreed(organisation, year));
            for answers in said {
                prop_assert!(answers.keys().eq(edition().questions.keys()));
                for (id, answer) in answers {
                    if let Answer::NotApplicable(reason) = answer {
                        let question = edition().question(&id).unwrap();
                        let kind = Some(organisation.kind());
                        prop_assert!(question.may_be_not_applicable(&reason, kind), "{id} {reason}");
                    }
                }
            }
        }
    }

    #[test]
    fn respondents_agree_within_what_they_say(seed: u64) {
        let population = population(small(), seed);
        for organisation in population.organisations() {
            let voices = population.voices(organisation, 1);
            for (id, agreed) in population.agreed(organisation, 1) {
                prop_assert!(voices.iter().any(|voice| voice[&id] == agreed), "{id}");
            }
        }
    }

    #[test]
    fn what_stands_is_at_most_24_months_old(seed: u64, wave in 0usize..3) {
        let population = population(small(), seed);
        let date = population.waves()[wave];
        for submission in population.submissions(wave) {
            prop_assert!(submission.synthetic);
            prop_assert!(submission.submitted < date);
            prop_assert!(submission.submitted >= date.months_before(24));
        }
    }

    #[test]
    fn shown_one_at_a_time_they_are_the_same(seed: u64, wave in 0usize..3) {
        let population = population(small(), seed);
        let mut shown = Vec::new();
        let Ok(()) = population.each_submission(wave, |submission| {
            shown.push(submission.clone());
            Ok::<(), Infallible>(())
        });
        prop_assert_eq!(shown, submissions(&population, wave));
    }

    #[test]
    fn a_year_that_is_handed_in_is_a_day_before_its_wave(seed: u64) {
        let population = population(small(), seed);
        for organisation in population.organisations() {
            for year in population.years(organisation) {
                let day = population.day(organisation, year).unwrap();
                prop_assert!(day < waves()[year.max(1) - 1]);
                prop_assert!(year == 0 || day >= waves()[year - 1].months_before(5));
            }
            prop_assert_eq!(population.day(organisation, 4), None);
        }
    }
}

//! The worked examples in `tests/worked/`, which a domain person can read and add to.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::advice::{self, Offer, OwnTarget, OwnTargets};
use domain::assessment::Depth;
use domain::instrument::{Edition, Effort, Level};
use domain::organisation::OrganisationKind;
use domain::scoring::{self, GoalScore, GoalState, Overall, WhyNoLevel, WhyNoOverall};
use serde::Deserialize;

use crate::sketch;

/// One file: a small edition and examples of what follows from answers to it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Goals in order, the first overarching.
    goals: Vec<GoalSketch>,
    #[serde(default)]
    cards: Vec<CardSketch>,
    #[serde(default)]
    duties: Vec<DutySketch>,
    example: Vec<Example>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GoalSketch {
    goal: String,
    questions: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CardSketch {
    card: String,
    benefit: u8,
    effort: Effort,
    after: Option<String>,
    serves: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DutySketch {
    duty: String,
    question: String,
    answers: Vec<u8>,
    kinds: Vec<OrganisationKind>,
}

/// What is left out of an example is not looked at.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    name: String,
    #[serde(default)]
    quick: bool,
    kind: Option<OrganisationKind>,
    answers: String,
    #[serde(default)]
    goal: BTreeMap<String, ExpectedGoal>,
    overall: Option<ExpectedOverall>,
    #[serde(default)]
    targets: BTreeMap<String, Level>,
    cards: Option<Vec<String>>,
    duties: Option<Vec<String>>,
    begin_with: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedGoal {
    applicable: Option<usize>,
    known: Option<usize>,
    level: String,
    up_to: Option<String>,
    mean: Option<String>,
    near_limit: Option<String>,
    missing: Option<String>,
    find_out: Option<String>,
    /// What lacks for a level that is not the next.
    #[serde(default)]
    missing_for: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedOverall {
    headline: String,
    level: String,
}

#[test]
fn worked_examples() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/worked");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("tests/worked")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    assert!(!files.is_empty());
    for path in files {
        let text = std::fs::read_to_string(&path).expect("a readable file");
        let file: File =
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let edition = draw(&file);
        for example in &file.example {
            let place = format!("{}: {}", path.display(), example.name);
            check(&place, &edition, example);
        }
    }
}

fn draw(file: &File) -> Edition {
    let mut edition = sketch::edition();
    for goal in &file.goals {
        sketch::add_goal(&mut edition, &goal.goal, &goal.questions);
    }
    for card in &file.cards {
        sketch::add_card(
            &mut edition,
            &card.card,
            card.benefit,
            card.effort,
            card.after.as_deref(),
            &card.serves,
        );
    }
    for duty in &file.duties {
        sketch::add_duty(
            &mut edition,
            &duty.question,
            &duty.duty,
            &duty.answers,
            &duty.kinds,
        );
    }
    edition
}

fn check(place: &str, edition: &Edition, example: &Example) {
    let answers = sketch::answers(&example.answers);
    let depth = match example.quick {
        true => Depth::Quick,
        false => Depth::Full,
    };
    let score = scoring::score(edition, depth, example.kind, &answers);
    for (id, expected) in &example.goal {
        let place = format!("{place}: goal {id}");
        let goal = score
            .goal(id)
            .unwrap_or_else(|| panic!("{place}: no such goal"));
        check_goal(&place, goal, expected);
        for (target, expected) in &expected.missing_for {
            let target = sketch::level(target.parse().expect("a level"));
            let missing = scoring::missing_for(edition, id, &answers, example.kind, target);
            let place = format!("{place}: missing for {target}");
            assert_eq!(&said_missing(missing.as_ref()), expected, "{place}");
        }
    }
    if let Some(expected) = &example.overall {
        let overall = &score.overall;
        let headline = format!("{} of {}", overall.at_level_3, overall.goals);
        assert_eq!(headline, expected.headline, "{place}: headline");
        assert_eq!(
            said_overall(overall),
            expected.level,
            "{place}: overall level"
        );
    }
    if let Some(expected) = &example.cards {
        let own = |(goal, level): (&String, &Level)| {
            let reason = String::new();
            let level = *level;
            (goal.clone(), OwnTarget { level, reason })
        };
        let own: OwnTargets = example.targets.iter().map(own).collect();
        let offers = advice::offers(edition, &score, &answers, None, &own);
        let offers: Vec<String> = offers.iter().map(said_offer).collect();
        assert_eq!(&offers, expected, "{place}: cards");
    }
    if let Some(expected) = &example.duties {
        let duties: Vec<String> = score
            .duties
            .iter()
            .map(|finding| {
                format!(
                    "{} at {}: {}",
                    finding.question, finding.level, finding.duty
                )
            })
            .collect();
        assert_eq!(&duties, expected, "{place}: duties");
    }
    if let Some(expected) = &example.begin_with {
        let order = scoring::quick_order(edition, &answers).join(" ");
        assert_eq!(&order, expected, "{place}: begin with");
    }
}

fn check_goal(place: &str, goal: &GoalScore, expected: &ExpectedGoal) {
    let same = |what: &str, is: String, expected: &Option<String>| {
        if let Some(expected) = expected {
            assert_eq!(&is, expected, "{place}: {what}");
        }
    };
    let number = |number: &Option<usize>| number.as_ref().map(usize::to_string);
    same(
        "applicable",
        goal.applicable.to_string(),
        &number(&expected.applicable),
    );
    same("known", goal.known.to_string(), &number(&expected.known));
    assert_eq!(said_state(goal), expected.level, "{place}: level");
    same("up to", said_level(goal.up_to), &expected.up_to);
    same("mean", said_mean(goal), &expected.mean);
    same(
        "near limit",
        goal.near_limit.join(" "),
        &expected.near_limit,
    );
    same(
        "missing",
        said_missing(goal.missing.as_ref()),
        &expected.missing,
    );
    let find_out = goal
        .missing
        .iter()
        .flat_map(|missing| missing.find_out.clone());
    same(
        "find out",
        find_out.collect::<Vec<_>>().join(" "),
        &expected.find_out,
    );
}

fn said_level(level: Option<Level>) -> String {
    level.map_or_else(|| "none".to_owned(), |level| level.to_string())
}

fn said_state(goal: &GoalScore) -> String {
    let why = match &goal.state {
        GoalState::HasLevel => return said_level(goal.level),
        GoalState::Quick => return "none: snabbkoll".to_owned(),
        GoalState::NoLevel(why) => why,
    };
    assert_eq!(goal.level, None);
    let why: Vec<String> = why
        .iter()
        .map(|why| match why {
            WhyNoLevel::TooFewApplicable { applicable, needed } => {
                format!("{applicable} applicable of {needed} needed")
            }
            WhyNoLevel::NoEssentialApplicable => "no nyckelfråga applicable".to_owned(),
            WhyNoLevel::TooFewKnown {
                known,
                needed,
                more,
            } => format!("{known} known of {needed} needed, {more} more"),
        })
        .collect();
    format!("none: {}", why.join("; "))
}

fn said_mean(goal: &GoalScore) -> String {
    goal.mean.map_or_else(
        || "none".to_owned(),
        |mean| {
            let (whole, tenth) = mean.shown();
            format!("{}/{} = {whole},{tenth}", mean.sum, mean.count)
        },
    )
}

fn said_missing(missing: Option<&scoring::Missing>) -> String {
    let Some(missing) = missing else {
        return "none".to_owned();
    };
    let steps: Vec<String> = missing
        .steps
        .iter()
        .map(|step| {
            let from = step.from.map_or("?".to_owned(), |from| from.to_string());
            format!("{} {from}-{}", step.question, step.to)
        })
        .collect();
    format!(
        "{} for {}: {}",
        missing.steps(),
        missing.target,
        steps.join(", ")
    )
}

fn said_overall(overall: &Overall) -> String {
    if let Some(level) = overall.level {
        assert!(overall.why_not.is_empty());
        return match overall.at_least {
            true => format!("at least {level}"),
            false => level.to_string(),
        };
    }
    let why: Vec<String> = overall
        .why_not
        .iter()
        .map(|why| match why {
            WhyNoOverall::Quick => "snabbkoll".to_owned(),
            WhyNoOverall::OverarchingWithoutLevel => "the overarching goal is without".to_owned(),
            WhyNoOverall::TooManyWithoutLevel { goals, allowed } => {
                format!("goals {} are without, {allowed} may be", goals.join(" "))
            }
        })
        .collect();
    format!("none: {}", why.join("; "))
}

fn said_offer(offer: &Offer) -> String {
    let reasons: Vec<String> = offer
        .reasons
        .iter()
        .map(|reason| {
            format!(
                "{} at {}, target {}",
                reason.question, reason.level, reason.target
            )
        })
        .collect();
    let begun = if offer.begun { ", begun" } else { "" };
    format!(
        "{:?}: {}{begun} ({})",
        offer.when,
        offer.card,
        reasons.join("; ")
    )
    .to_lowercase()
}

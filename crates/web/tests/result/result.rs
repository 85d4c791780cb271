//! The result, whole and per goal: its numbers are those of the rules.

use domain::advice::{OwnTargets, When};
use domain::scoring::{GoalScore, Score};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::*;

/// Answers to all questions, mostly levels.
fn random_answers(app: &TestApp, runner: &mut TestRunner) -> Answers {
    let one = prop_oneof![
        8 => (1u8..=4).prop_map(|level| Level::try_from(level).ok().map(Answer::Level)),
        1 => Just(Some(Answer::DontKnow)),
        1 => Just(None),
    ];
    let ids: Vec<String> = edition(app).questions.keys().cloned().collect();
    let given = prop::collection::vec(one, ids.len());
    let given = given.new_tree(runner).expect("answers").current();
    ids.into_iter()
        .zip(given)
        .filter_map(|(id, a)| Some((id, a?)))
        .collect()
}

fn decimal(score: &GoalScore, separator: char) -> String {
    score.mean.map_or_else(String::new, |mean| {
        let (whole, tenth) = mean.shown();
        format!("{whole}{separator}{tenth}")
    })
}

/// The table's rows are the score's, cell for cell.
fn assert_table(page: &Page, score: &Score, separator: char) {
    let cells = |css: &str| page.texts(&format!(".gt tbody {css}"));
    let (titles, levels) = (cells("th"), cells(".level"));
    let means = cells("td:nth-of-type(2)");
    let known = cells("td:nth-of-type(3)");
    assert_eq!(titles.len(), score.goals.len());
    for (index, goal) in score.goals.iter().enumerate() {
        assert!(titles[index].starts_with(&format!("{}. ", goal.goal)));
        let numbers: Vec<&str> = known[index].split(|c: char| !c.is_ascii_digit()).collect();
        assert_eq!(numbers[0], goal.known.to_string());
        assert_eq!(
            *numbers.last().expect("a number"),
            goal.applicable.to_string()
        );
        if goal.mean.is_some() {
            assert_eq!(means[index], decimal(goal, separator));
        } else {
            assert!(!means[index].contains(|c: char| c.is_ascii_digit()));
        }
        let shown: Vec<u8> = levels[index]
            .chars()
            .filter_map(|c| c.to_digit(10))
            .filter_map(|digit| u8::try_from(digit).ok())
            .collect();
        let expected: Vec<u8> = match (goal.level, goal.up_to) {
            (Some(level), Some(to)) if to > level => {
                vec![level.number(), level.number(), to.number()]
            }
            (Some(level), _) => vec![level.number()],
            (None, _) => vec![],
        };
        assert_eq!(shown, expected, "{}", levels[index]);
    }
}

#[tokio::test]
async fn the_numbers_on_the_page_are_those_of_the_rules() {
    let app = TestApp::new().await;
    let mut runner = TestRunner::deterministic();
    for _ in 0..6 {
        let answers = random_answers(&app, &mut runner);
        let round = round(&app, "hela", &answers).await;
        let score = scoring::score(edition(&app), Depth::Full, None, &answers);
        let page = app.get(&format!("{round}/resultat")).await;
        assert_table(&page, &score, ',');
        let english = app.get(&format!("{}/result", english(&round))).await;
        assert_table(&english, &score, '.');

        let offers = advice::offers(edition(&app), &score, &answers, None, &OwnTargets::new());
        let title = |card: &str| edition(&app).card(card).expect("a card").title.sv.clone();
        let now = offers.iter().filter(|offer| offer.when == When::Now);
        let now: Vec<String> = now.map(|offer| title(&offer.card)).collect();
        assert_eq!(page.texts("ol.tips h3"), now);
        assert_eq!(
            page.texts("#lagkrav ~ .duties > li").len(),
            score.duties.len()
        );
        assert!(page.says(&score.hash));
        let missing = 48 - answers.len();
        assert!(page.says(&format!("{missing} frågor är inte besvarade")));

        for goal in &score.goals {
            let path = format!("{round}/resultat/mal/{}", goal.goal);
            let page = app.get(&path).await;
            let tests = page.texts(".tests li");
            assert_eq!(tests.len(), goal.tests.len().saturating_sub(1));
            for (test, shown) in goal.tests.iter().skip(1).zip(tests) {
                let verdict = if test.holds { "nås." } else { "nås inte." };
                assert!(shown.starts_with(&format!("Nivå {} {verdict}", test.level)));
                let count = format!("{} av {}", test.reached, goal.applicable);
                assert!(
                    shown.contains(&count) && shown.contains(&format!("{} behövs", test.needed))
                );
                assert_eq!(shown.contains("stoppar"), !test.blocking.is_empty());
            }
            if let Some(mean) = goal.mean {
                let fraction = format!("({} delat med {})", mean.sum, mean.count);
                assert!(page.says(&format!("Medelvärde {} {fraction}", decimal(goal, ','))));
            }
            assert_eq!(page.says("Nära gränsen"), !goal.near_limit.is_empty());
            let steps = goal.missing.as_ref().map(|missing| match missing.steps() {
                1 => "saknas ett steg".to_owned(),
                steps => format!("saknas {steps} steg"),
            });
            assert!(steps.is_none_or(|steps| page.says(&steps)), "{path}");
        }
    }
}

#[tokio::test]
async fn nothing_answered_opens_and_says_what_is_left() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    assert_pages(&app, &round).await;
    let page = app.get(&format!("{round}/resultat")).await;
    assert_eq!(page.text("h1"), "Inga nivåer än: 48 frågor återstår");
    assert_table(
        &page,
        &scoring::score(edition(&app), Depth::Full, None, &Answers::new()),
        ',',
    );
    assert_eq!(page.texts("details li a[href*=\"/fraga/\"]").len(), 48);
    assert!(
        page.has(&format!("a[href=\"{round}/om-er\"]")),
        "asks for the kind"
    );
    assert!(page.has(&format!("a.btn[href=\"{round}/fraga/styrning.ledning\"]")));
}

#[tokio::test]
async fn everything_answered_opens() {
    let app = TestApp::new().await;
    for level in Level::ALL {
        let answers = all(&app, Answer::Level(level));
        let round = round(&app, "hela", &answers).await;
        say_kind(&app, &round, OrganisationKind::Kommun).await;
        assert_pages(&app, &round).await;
        let page = app.get(&format!("{round}/resultat")).await;
        let heading = if level >= Level::THREE {
            "Alla sju"
        } else {
            "Inget av sju"
        };
        assert!(page.text("h1").starts_with(heading));
        assert!(page.says("Alla frågor är besvarade."));
        assert!(!page.has(&format!("a[href=\"{round}/om-er\"]")));
    }
}

#[tokio::test]
async fn vet_inte_everywhere_is_to_be_found_out() {
    let app = TestApp::new().await;
    let round = round(&app, "hela", &all(&app, Answer::DontKnow)).await;
    assert_pages(&app, &round).await;
    let page = app.get(&format!("{round}/resultat")).await;
    assert_eq!(page.text("h1"), "Inga nivåer än: 48 frågor återstår");
    assert!(page.says("Alla frågor är besvarade."));
}

#[tokio::test]
async fn one_goal_alone_has_its_level() {
    let app = TestApp::new().await;
    let goal = edition(&app).goals[2].clone();
    let ids = goal.questions.iter().map(|q| q.id.clone());
    let answers: Answers = ids.map(|id| (id, Answer::Level(Level::THREE))).collect();
    let round = round(&app, "hela", &answers).await;
    assert_pages(&app, &round).await;
    let page = app.get(&format!("{round}/resultat")).await;
    assert_eq!(page.text("h1"), "Ett av sju mål på nivå 3 eller högre");
    assert!(page.says("Helheten får en nivå först när mål 1 har en."));
    assert!(!page.says("tarkast"));
    assert_table(
        &page,
        &scoring::score(edition(&app), Depth::Full, None, &answers),
        ',',
    );
}

#[tokio::test]
async fn inte_tillampligt_wherever_it_may_be() {
    let app = TestApp::new().await;
    let kind = OrganisationKind::StatligMyndighet;
    let mut answers = all(&app, Answer::Level(Level::TWO));
    for question in edition(&app).questions.values() {
        if let Some(entry) = question
            .not_applicable
            .iter()
            .find(|e| e.kinds.contains(&kind))
        {
            answers.insert(
                question.id.clone(),
                Answer::NotApplicable(entry.reason.clone()),
            );
        }
    }
    let round = round(&app, "hela", &answers).await;
    say_kind(&app, &round, kind).await;
    assert_pages(&app, &round).await;
    let page = app.get(&format!("{round}/resultat")).await;
    let score = scoring::score(edition(&app), Depth::Full, Some(kind), &answers);
    assert!(
        score
            .goals
            .iter()
            .any(|goal| goal.applicable < goal.questions.len())
    );
    assert_table(&page, &score, ',');

    // The same answers from a kommun, which may not say so: the questions count as missing.
    say_kind(&app, &round, OrganisationKind::Kommun).await;
    let page = app.get(&format!("{round}/resultat")).await;
    let score = scoring::score(
        edition(&app),
        Depth::Full,
        Some(OrganisationKind::Kommun),
        &answers,
    );
    assert_table(&page, &score, ',');
    assert!(!page.says("Alla frågor är besvarade."));
}

#[tokio::test]
async fn survey_values_are_those_of_the_organisations_type() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    let regional = "81 procent av regionerna";
    let path = format!("{round}/resultat/mal/6");
    assert!(
        app.get(&path).await.says(regional),
        "all while the kind is unknown"
    );
    say_kind(&app, &round, OrganisationKind::Kommun).await;
    let page = app.get(&path).await;
    assert!(!page.says(regional));
    assert!(page.says("Uppgifter: Upphandlingsmyndigheten | Bearbetning: Strategikollen"));
    assert!(page.says("Talen går inte att jämföra med era nivåer."));
    say_kind(&app, &round, OrganisationKind::Region).await;
    assert!(app.get(&path).await.says(regional));
}

#[tokio::test]
async fn lagkrav_are_those_of_the_organisations_kind() {
    let app = TestApp::new().await;
    let round = round(&app, "hela", &all(&app, Answer::Level(Level::ONE))).await;
    let ordinance = "förordningen (1998:796)";
    let path = format!("{round}/resultat");
    let page = app.get(&path).await;
    assert!(page.says(ordinance) && page.says("lagkrav för alla sorter"));
    say_kind(&app, &round, OrganisationKind::Kommun).await;
    let page = app.get(&path).await;
    assert!(!page.says(ordinance) && !page.says("lagkrav för alla sorter"));
    assert!(page.says("ersätter inte en juridisk bedömning"));
}

#[tokio::test]
async fn a_goal_that_is_not_there_is_not_found() {
    let app = TestApp::new().await;
    let round = app.start("hela").await;
    for goal in ["0", "8", "x"] {
        let page = app.get(&format!("{round}/resultat/mal/{goal}")).await;
        assert_eq!(page.status, 404);
    }
}

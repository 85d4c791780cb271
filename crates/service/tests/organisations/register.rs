//! Importing the register, and finding what is in it.

use domain::account::AgencyRole;
use service::organisations::register::{
    ImportError, Imported, check, classifications, find, import, list, owned, shipped,
};
use service::organisations::{By, OrganisationError, Refusal, current, domains};
use service::settings::Mode;

use super::{COMPANY, House, OTHER, TOWN, file};

fn imported(added: usize, changed: usize, unchanged: usize) -> Imported {
    Imported {
        added,
        changed,
        unchanged,
    }
}

#[tokio::test]
async fn the_shipped_register_is_taken_in_once() {
    let house = House::empty(Mode::default()).await;
    let first = import(&house.app, By::CommandLine, &shipped())
        .await
        .unwrap();
    assert_eq!(first, imported(310, 0, 0));
    house.pass(1000);
    let again = import(&house.app, By::CommandLine, &shipped())
        .await
        .unwrap();
    assert_eq!(again, imported(0, 0, 310));
    let names: Vec<String> = list(&house.app)
        .await
        .unwrap()
        .into_iter()
        .map(|listed| listed.name)
        .collect();
    assert_eq!(names.first().unwrap(), "Ale kommun");
    assert_eq!(names.last().unwrap(), "Övertorneå kommun");
}

#[tokio::test]
async fn owners_are_known_wherever_they_stand() {
    let house = House::empty(Mode::default()).await;
    house.import(&[COMPANY, TOWN]).await;
    let town = house.town().await;
    let owned: Vec<String> = owned(&house.app, town.id)
        .await
        .unwrap()
        .into_iter()
        .map(|listed| listed.name)
        .collect();
    assert_eq!(owned, ["Bolaget"]);
    assert_eq!(house.organisation("556036-0793").await.owner, Some(town.id));
    // Also where the owner was imported earlier, and until the file says otherwise.
    assert_eq!(house.import(&[COMPANY]).await, imported(0, 0, 1));
    let free = COMPANY.replace("212000-0142", "");
    assert_eq!(house.import(&[&free]).await, imported(0, 1, 0));
    assert_eq!(house.organisation("556036-0793").await.owner, None);
}

#[tokio::test]
async fn history_grows_only_when_something_differs() {
    let house = House::new().await;
    let town = house.town().await.id;
    let history = || async { classifications(&house.app, town).await.unwrap() };
    house.pass(1000);
    let later = TOWN.replace("2026-01-01", "2026-06-01");
    assert_eq!(house.import(&[&later]).await, imported(0, 0, 1));
    assert_eq!(history().await.len(), 1);
    let grown = later.replace(",A1,,", ",A1,990000,");
    assert_eq!(house.import(&[&grown]).await, imported(0, 1, 0));
    assert_eq!(house.import(&[&grown]).await, imported(0, 0, 1));
    let all = history().await;
    let seen: Vec<_> = all
        .iter()
        .map(|line| {
            let class = &line.classification;
            (class.valid_from.to_string(), class.population)
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("2026-06-01".to_owned(), Some(990_000)),
            ("2026-01-01".to_owned(), None),
        ]
    );
    // What holds later is not what holds today.
    let next_year = grown
        .replace("2026-06-01", "2027-01-01")
        .replace("kommun,", "region,");
    let next_year = next_year.replace(",A1,", ",,");
    house.import(&[&next_year]).await;
    let today = current(&house.app, town).await.unwrap().unwrap();
    assert_eq!(today.kind.code(), "kommun");
    house.pass(60 * super::DAY);
    let then = current(&house.app, town).await.unwrap().unwrap();
    assert_eq!(then.kind.code(), "region");
}

#[tokio::test]
async fn what_the_file_leaves_out_is_kept() {
    let house = House::new().await;
    let bare = "Stora staden,2120000142,kommun,,01,0180,A1,,,,,2026-01-01";
    assert_eq!(house.import(&[bare]).await, imported(0, 1, 0));
    let town = house.town().await;
    assert_eq!(town.name, "Stora staden");
    assert_eq!(town.registrator.as_deref(), Some("registrator@stad.se"));
    let kept = domains(&house.app, town.id).await.unwrap();
    assert_eq!(kept.len(), 1);
    let moved = bare.replace(",A1,,,,", ",A1,,,nya.se stora.se,");
    house.import(&[&moved]).await;
    let new: Vec<String> = domains(&house.app, town.id)
        .await
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(new, ["nya.se", "stora.se"]);
}

#[tokio::test]
async fn a_file_with_a_problem_changes_nothing() {
    let house = House::empty(Mode::default()).await;
    let broken = file(&[TOWN, &COMPANY.replace("556036-0793", "556036-0794"), "x"]);
    for outcome in [
        import(&house.app, By::CommandLine, broken.as_bytes()).await,
        check(&house.app, broken.as_bytes()).await,
    ] {
        let Err(ImportError::Problems(problems)) = outcome else {
            panic!("{outcome:?}");
        };
        assert_eq!(problems.len(), 2, "{problems:?}");
    }
    assert_eq!(list(&house.app).await.unwrap(), []);
}

#[tokio::test]
async fn trying_says_what_would_happen_and_does_not_do_it() {
    let house = House::new().await;
    let new = "Nya bolaget,556012-5790,kommunalt_bolag,556036-0793,,,,,,,,2026-01-01";
    let changed = TOWN.replace("Staden", "Stora staden");
    let text = file(&[new, &changed, OTHER]);
    let tried = check(&house.app, text.as_bytes()).await.unwrap();
    assert_eq!(tried, imported(1, 1, 1));
    assert_eq!(house.town().await.name, "Staden");
    assert_eq!(list(&house.app).await.unwrap().len(), 3);
    let done = import(&house.app, By::CommandLine, text.as_bytes())
        .await
        .unwrap();
    assert_eq!(done, tried);
}

#[tokio::test]
async fn only_case_officers_and_the_operator_import() {
    let house = House::new().await;
    let text = file(&[TOWN]);
    let editor = house
        .at_agency("ed@myndigheten.se", AgencyRole::Editor)
        .await;
    let outcome = import(&house.app, By::Person(editor), text.as_bytes()).await;
    assert!(matches!(
        outcome,
        Err(ImportError::Failed(OrganisationError::Refused(
            Refusal::NotAllowed
        )))
    ));
    let officer = house.officer().await;
    import(&house.app, By::Person(officer), text.as_bytes())
        .await
        .unwrap();
}

#[tokio::test]
async fn organisations_are_found_by_part_of_their_name_and_by_number() {
    let house = House::new().await;
    for (text, expected) in [
        ("stad", vec!["Staden"]),
        ("BERGENS  kom", vec!["Bergens kommun"]),
        ("n", vec!["Bergens kommun", "Staden"]),
        ("s", vec!["Staden", "Bergens kommun"]),
        ("16556036-0793", vec!["Bolaget"]),
        ("SE212000014201", vec!["Staden"]),
        ("finns inte", vec![]),
        ("", vec![]),
        ("---", vec![]),
    ] {
        let found = find(&house.app, text).await.unwrap();
        let names: Vec<_> = found.iter().map(|listed| listed.name.as_str()).collect();
        assert_eq!(names, expected, "{text}");
    }
}

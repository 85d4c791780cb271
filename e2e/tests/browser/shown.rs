//! The service is shown to a stranger: where an organisation stands, how sure that is, and how it
//! has moved; then the agency that publishes it.

use e2e::person::Person;
use e2e::program::Program;
use e2e::shown::cast;

/// A window in which a whole comparison is seen.
const TALL: (u32, u32) = (1200, 1500);

#[tokio::test]
async fn a_stranger_sees_where_an_organisation_stands_how_sure_that_is_and_how_it_has_moved() {
    let program = Program::start_demo().await;
    let person = Person::at(&program, TALL).await;
    person.turn_scripts_off().await;
    person.open(&cast(&program)).await;
    person.is_told("Allt i den är påhittat").await;
    person.picture("demo").await;
    person.press("Logga in som Alva Exempel").await;
    assert!(person.sees(".phase.synthetic").await, "as every page says");

    person.follow("Jämför er").await;
    let compared = person.reads().await;
    for told in [
        "gruppens median på",
        "Mittersta hälften",
        "Går inte att skilja från gruppen",
        "Ni räknas med.",
        "organisationer,",
        "Påhittade siffror",
    ] {
        assert!(compared.contains(told), "{told}: {compared}");
    }
    person.picture("compare").await;
    let here = person.path().await;
    person.open(&format!("{here}?grupp=alla")).await;
    person
        .is_told("Alla organisationer: 100 eller fler organisationer")
        .await;
    person
        .follow("1. Strategiskt verktyg för en god affär")
        .await;
    person.is_told("Fråga för fråga").await;

    person.open("/oversikt").await;
    person.follow("Utveckling").await;
    person.is_told("Samma organisationer är").await;
    person.picture("trend").await;

    person.open(&cast(&program)).await;
    person.press("Logga in som Iris Exempel").await;
    person.follow("Jämförelser att stänga och publicera").await;
    person.follow("31 mars 2030").await;
    person.is_told("Visas inte").await;

    person.open("/statistik").await;
    person.is_told("Påhittade siffror").await;
    assert!(
        person
            .sees("a[href='/oppna-data/jamforelse/2030-03-31.csv']")
            .await
    );
}

//! From a target to a plan that is followed, and on to one printed sheet; and from a search to what
//! to do on Monday.

use e2e::browser::Browser;
use e2e::person::Person;
use e2e::program::Program;
use e2e::shown::cast;

const TALL: (u32, u32) = (1200, 1500);

/// What axe finds wrong with the page in front of them.
async fn assert_accessible(person: &Person) {
    let faults = person.browser.axe().await;
    assert!(faults.is_empty(), "{}: {faults:#?}", person.path().await);
}

#[tokio::test]
async fn a_target_leads_to_tips_to_a_plan_that_is_followed_and_to_one_sheet() {
    let program = Program::start_demo().await;
    let person = Person::at(&program, TALL).await;
    person.open(&cast(&program)).await;
    person.press("Logga in som Alva Exempel").await;
    let home = person.path().await;

    // A target of their own, and what tips would lead to.
    person.follow("Resultat").await;
    let result = person.path().await;
    let round = result.trim_end_matches("/resultat").to_owned();
    person.open(&format!("{round}/mal-att-na")).await;
    assert_accessible(&person).await;
    person.open(&format!("{round}/tips")).await;
    person.is_told("För att ni svarade").await;
    assert_accessible(&person).await;
    person.open(&format!("{round}/prova-tips")).await;
    person.click_first("main input[type=checkbox]").await;
    person.press("Visa vad det ger").await;
    assert_accessible(&person).await;

    // One decision of each kind.
    person.open(&format!("{home}/plan")).await;
    person.click_first_link(".tasks a").await;
    let plan = person.path().await;
    assert_accessible(&person).await;
    for kind in ["gor", "senare", "inte"] {
        let undecided = person.first_undecided().await;
        person.open(&undecided).await;
        person.choose("beslut", kind).await;
        match kind {
            "gor" => {
                person.write("ny-agare", "Avtalsgruppen").await;
                person.set_date("klart", "2032-01-31").await;
            }
            "senare" => person.set_date("nar", "2032-06-30").await,
            _ => person.write("varfor", "Vi har inga sådana köp.").await,
        }
        assert_accessible(&person).await;
        person.press("Spara beslutet").await;
        person.is_told("Beslutet är sparat.").await;
    }
    person.is_told("Avtalsgruppen, klart 31 januari 2032").await;

    // Whoever does it has no account.
    person.open(&format!("{plan}/ansvariga")).await;
    let address = person.last_value("input[readonly]").await;
    let (_, secret) = address.split_once("/atgarder/").expect("an address");
    let owner = Person::at(&program, (390, 844)).await;
    owner.open(&format!("/atgarder/{secret}")).await;
    owner.is_told("Avtalsgruppen").await;
    assert_accessible(&owner).await;
    owner.choose("lage", "done").await;
    owner.press("Spara läget").await;
    owner.is_told("Läget är sparat.").await;
    person.open(&format!("{plan}?visa=ansvarig")).await;
    person.is_told("Klar").await;
    person.picture("plan").await;

    // The next round shows what the plan did, and the sheet for those who decide has it.
    person.open(&format!("{round}/andringar")).await;
    person.is_told("Det ni gjorde").await;
    assert_accessible(&person).await;
    person.open(&format!("{round}/beslutssida")).await;
    let pdf = person.browser.print().await;
    assert_eq!(sheets(&pdf), 1);
    assert_accessible(&person).await;
}

fn sheets(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.matches("/Type /Page\n").count()
}

#[tokio::test]
async fn a_stranger_finds_by_search_what_to_do_about_a_single_tender() {
    let program = Program::start().await;
    let person = Person::at(&program, TALL).await;
    person.turn_scripts_off().await;
    person.open("/kunskap").await;
    person.write("q", "bara ett anbud").await;
    person.enter().await;
    person.is_told("När det bara kommer ett anbud").await;
    person.picture("search").await;
    person.follow("När det bara kommer ett anbud").await;
    person.is_told("Ta reda på varför").await;
    let browser = Browser::open().await;
    let path = person.path().await;
    browser.goto(&format!("{}{path}", program.origin)).await;
    let faults = browser.axe().await;
    assert!(faults.is_empty(), "{path}: {faults:#?}");
    person.picture("article").await;
}

//! From a target to a plan that is followed, to what it gave and to one printed sheet; and from a
//! search to what to do about it this week.

use e2e::person::{DESK, PHONE, Person};
use e2e::program::Program;
use e2e::shown::cast;
use serde_json::json;

use crate::print::pages;
use crate::sizes::is_scrolled_sideways;

/// Who is to do something without an account, and where they are reached.
const OWNER: &str = "Avtalsgruppen";
const ADDRESS: &str = "avtalsgruppen@kommun.example";

/// A tip of the plan.
struct Tip {
    /// Where one decides about it.
    path: String,
    /// What it is called.
    title: String,
}

/// Makes sure that axe has nothing against the page in front of someone, in their window.
async fn assert_accessible(person: &Person) {
    let faults = person.browser.axe().await;
    let path = person.path().await;
    assert!(faults.is_empty(), "{path}:\n{}", faults.join("\n"));
}

/// What the page in front of someone is called.
async fn heading(person: &Person) -> String {
    let script = "return document.querySelector('main h1').innerText";
    let text = person.browser.run(script, Vec::new()).await;
    text.as_str().expect("a heading").to_owned()
}

/// What the plan in front of someone says of one of its lines.
async fn line(person: &Person, path: &str) -> String {
    let script =
        "return document.querySelector(`.tasks > li:has(a[href='${arguments[0]}'])`).innerText";
    let text = person.browser.run(script, vec![json!(path)]).await;
    text.as_str().expect("a line").to_owned()
}

/// The first goal of the round that was handed in last is to reach the highest level, and the tips
/// follow.
async fn aim(alva: &Person) {
    alva.click_first_link(".tasks > li:has(a[href$='/kvittens']) a[href$='/resultat']")
        .await;
    assert_accessible(alva).await;
    alva.follow("Se alla tips").await;
    let before = alva.reads().await;
    assert!(!before.contains("ert mål är"), "no target yet: {before}");
    assert_accessible(alva).await;
    alva.follow("Mål att nå").await;
    assert_eq!(heading(alva).await, "Mål att nå");
    assert_accessible(alva).await;
    alva.choose("niva.1", "4").await;
    alva.write("skal.1", "Nämnden vill styra med inköpen.")
        .await;
    alva.press("Spara målen").await;
    alva.is_told("Målen är sparade.").await;
    assert_accessible(alva).await;
    alva.follow("Till tipsen").await;
    alva.is_told("ert mål är nivå 4").await;
    assert_accessible(alva).await;
}

/// Ticks the tips to begin with, and sees which levels they would give.
async fn try_tips(alva: &Person) {
    alva.follow("Prova vad tipsen ger").await;
    assert_eq!(heading(alva).await, "Prova vad tipsen ger");
    assert_accessible(alva).await;
    for tip in 1..=3 {
        let css = format!("main fieldset:first-of-type label:nth-of-type({tip})");
        alva.click_first(&css).await;
    }
    alva.press("Visa vad det ger").await;
    alva.is_told("Vad det skulle ge").await;
    alva.is_told("Nivå 4, ert mål").await;
    let script = "return [document.querySelectorAll('main input:checked').length,
        document.querySelectorAll('.tried tbody tr').length]";
    let shown = alva.browser.run(script, Vec::new()).await;
    assert_eq!(shown, json!([3, 7]), "the ticked tips, and every goal");
    assert_accessible(alva).await;
}

/// Decides on the first tip that nothing is decided about, and finds that in the plan.
async fn decide(alva: &Person, decision: &str, said: &str) -> Tip {
    let path = alva.first_undecided().await;
    alva.open(&path).await;
    let title = heading(alva).await;
    assert_accessible(alva).await;
    alva.choose("beslut", decision).await;
    // The service begins in May 2030.
    match decision {
        "gor" => {
            alva.write("ny-agare", OWNER).await;
            alva.write("ny-epost", ADDRESS).await;
            alva.set_date("klart", "2030-06-30").await;
        }
        "senare" => alva.set_date("nar", "2031-02-28").await,
        _ => alva.write("varfor", "Vi har inga sådana köp.").await,
    }
    alva.press("Spara beslutet").await;
    alva.is_told("Beslutet är sparat.").await;
    let line = line(alva, &path).await;
    assert!(line.contains(said), "{line}");
    Tip { path, title }
}

/// The owner has nothing but an address and a telephone, and says that it is done.
async fn get_it_done(program: &Program, address: &str, action: &Tip) {
    let owner = Person::at(program, PHONE).await;
    owner.open(address).await;
    assert_eq!(heading(&owner).await, "Dina åtgärder");
    owner
        .is_told(&format!("Det här är det som {OWNER} ansvarar för."))
        .await;
    owner.is_told(&action.title).await;
    owner.is_told("Klart senast 30 juni 2030").await;
    assert_eq!(is_scrolled_sideways(&owner.browser).await, None);
    assert_accessible(&owner).await;
    owner.choose("lage", "done").await;
    owner.press("Spara läget").await;
    owner.is_told("Läget är sparat.").await;
    assert_eq!(is_scrolled_sideways(&owner.browser).await, None);
    assert_accessible(&owner).await;
}

/// The next round begins with what was done, and what became of the answers.
async fn see_what_it_gave(alva: &Person, action: &Tip) {
    // The newest round is the first.
    alva.click_first_link(".tasks a[href$='/resultat']").await;
    alva.is_told("Det ni gjorde").await;
    assert_accessible(alva).await;
    alva.follow("Det här har ändrats").await;
    assert_eq!(heading(alva).await, "Det här har ändrats");
    alva.is_told("Det ni gjorde").await;
    alva.is_told(&format!("”{}”", action.title)).await;
    alva.is_told("visar inte att åtgärden var orsaken").await;
    assert_accessible(alva).await;
}

#[tokio::test]
async fn a_target_leads_to_a_plan_that_is_followed_and_to_what_it_gave() {
    let program = Program::start_demo().await;
    let alva = Person::at(&program, DESK).await;
    alva.open(&cast(&program)).await;
    assert_accessible(&alva).await;
    alva.press("Logga in som Alva Exempel").await;
    let organisation = alva.path().await;
    assert_accessible(&alva).await;
    aim(&alva).await;
    try_tips(&alva).await;

    alva.click_first_link("main a[href$='/plan']").await;
    assert_eq!(heading(&alva).await, "Handlingsplan");
    assert_accessible(&alva).await;
    alva.click_first_link(".tasks a").await;
    let plan = alva.path().await;
    assert_accessible(&alva).await;
    let to_do = "Gör. Avtalsgruppen, klart 30 juni 2030.";
    let action = decide(&alva, "gor", to_do).await;
    decide(&alva, "senare", "Senare. Tas upp igen 28 februari 2031.").await;
    decide(&alva, "inte", "Inte, för att: Vi har inga sådana köp.").await;
    assert_accessible(&alva).await;

    alva.click_first_link("main a[href$='/ansvariga']").await;
    alva.is_told(OWNER).await;
    assert_accessible(&alva).await;
    // Who is named last is last.
    let address = alva.last_value("input[readonly]").await;
    get_it_done(&program, &address, &action).await;

    alva.open(&format!("{plan}?visa=ansvarig")).await;
    let line = line(&alva, &action.path).await;
    assert!(line.contains("Klar"), "{line}");
    assert_accessible(&alva).await;
    alva.open(&action.path).await;
    alva.is_told("Avtalsgruppen genom sin egen länk").await;
    alva.is_told("Läge enligt er: Klar").await;
    assert_accessible(&alva).await;

    alva.open(&organisation).await;
    see_what_it_gave(&alva, &action).await;

    // Those who decide get what is left to do, on one sheet.
    alva.open(&plan).await;
    alva.click_first_link("main a[href$='/beslutssida']").await;
    alva.is_told("Förslag till åtgärder").await;
    assert!(alva.sees(".sheet .proposals tbody tr").await);
    assert_accessible(&alva).await;
    assert_eq!(pages(&alva.browser.print().await), 1);
}

/// Searches in the field on the page in front of someone. Gives where that leads.
async fn search(reader: &Person, words: &str) -> String {
    reader.write("q", words).await;
    reader.press("Sök").await;
    assert_eq!(heading(reader).await, "Sök");
    reader.browser.url().await
}

#[tokio::test]
async fn a_stranger_finds_what_to_do_about_a_single_tender() {
    let program = Program::start().await;
    let reader = Person::at(&program, DESK).await;
    reader.turn_scripts_off().await;
    reader.open("/kunskap").await;
    assert_eq!(heading(&reader).await, "Kunskap");
    let mut visited = vec![reader.browser.url().await];

    visited.push(search(&reader, "bara ett anbud").await);
    reader.click_first_link(".results a").await;
    assert_eq!(reader.path().await, "/kunskap/ett-enda-anbud");
    assert_eq!(heading(&reader).await, "När det bara kommer ett anbud");
    reader.is_told("Gör så här i veckan").await;
    let steps = reader.sees("article > h2 + ol > li").await;
    assert!(steps, "step by step");
    visited.push(reader.browser.url().await);
    reader.click_first_link("article a[href^='/tips/']").await;
    reader.is_told("Det första ni gör på måndag").await;
    visited.push(reader.browser.url().await);

    // Neither word is spelled like that.
    reader.open("/kunskap").await;
    visited.push(search(&reader, "upphandlig anbod").await);
    let article = ".results li:nth-child(-n+3) a[href='/kunskap/ett-enda-anbud']";
    assert!(reader.sees(article).await, "{}", reader.reads().await);

    visited.push(search(&reader, "?!").await);
    reader.is_told("Det finns inget ord i sökningen.").await;
    assert!(!reader.sees(".results").await);

    // The same pages with scripts, which axe needs.
    reader.turn_scripts_on().await;
    for address in &visited {
        reader.open(address).await;
        assert_accessible(&reader).await;
    }
}

//! A shared purchasing unit prepares for two municipalities, and each hands in its own.

use domain::account::Stage;
use store::OrganisationRow;

use super::*;

const UNIT: &str = "enheten000";
/// Organisation numbers of the unit and of two municipalities.
const NUMBERS: [&str; 3] = ["2220000315", "2120002411", "2120002361"];

async fn joined(app: &TestApp, public_id: &str, name: &str, number: &str) -> Uuid {
    let row = OrganisationRow {
        id: app.app.id(),
        public_id: public_id.to_owned(),
        number: Some(number.to_owned()),
        name: name.to_owned(),
        owner: None,
        registrator: None,
        joined_at: Some(app.app.now()),
        reminder_month: None,
    };
    let id = row.id;
    app.write(move |tx| {
        Box::pin(async move { tx.add_organisation(&row, row.name.as_bytes()).await })
    })
    .await;
    id
}

/// The unit and two municipalities, each with a contact person.
struct Region<'a> {
    app: &'a TestApp,
    unit: Member<'a>,
    unit_id: Uuid,
    /// Id in addresses, id and contact person.
    towns: Vec<(&'static str, Uuid, Member<'a>)>,
}

impl<'a> Region<'a> {
    async fn new(app: &'a TestApp) -> Self {
        let unit_id = joined(app, UNIT, "Inköp Mellansverige", NUMBERS[0]).await;
        let unit = app.member(unit_id, "ulla@enheten.example", Role::Contact);
        let unit = unit.await;
        let mut towns = Vec::new();
        for (public_id, name, email, number) in [
            (
                "hogsta0000",
                "Högsta kommun",
                "hans@hogsta.example",
                NUMBERS[1],
            ),
            (
                "lagsta0000",
                "Lägsta kommun",
                "lena@lagsta.example",
                NUMBERS[2],
            ),
        ] {
            let id = joined(app, public_id, name, number).await;
            let contact = app.member(id, email, Role::Contact).await;
            towns.push((public_id, id, contact));
        }
        Region {
            app,
            unit,
            unit_id,
            towns,
        }
    }

    /// A municipality lets the unit in through its page.
    async fn let_in(&self, town: usize) {
        let (public_id, _, contact) = &self.towns[town];
        let page = format!("/o/{public_id}/uppgifter");
        let fields = [("gor", "slapp-in"), ("nummer", NUMBERS[0])];
        let done = contact.post(&page, &fields).await.location();
        let page = contact.get(&done).await;
        page.assert_sound("sv");
        assert!(page.says("Inköpsenheten får nu förbereda"));
        assert!(page.says("Inköp Mellansverige"));
    }

    async fn start(&self, towns: &[usize], kind: &str) -> common::Page {
        let ids: Vec<String> = towns
            .iter()
            .map(|town| self.towns[*town].1.to_string())
            .collect();
        let mut fields = vec![("gor", kind)];
        fields.extend(ids.iter().map(|id| ("at", id.as_str())));
        self.unit.post(&format!("/o/{UNIT}/ny"), &fields).await
    }

    /// Where a municipality's only round is, as its contact person finds it.
    async fn round(&self, town: usize) -> String {
        let (public_id, _, contact) = &self.towns[town];
        let home = contact.get(&format!("/o/{public_id}")).await;
        let lead = home.attr(".tasks a", "href");
        lead.strip_suffix("/leda").expect("a round").to_owned()
    }

    async fn rounds(&self, town: usize) -> usize {
        let mut tx = self.app.app.store.read().await.expect("a database");
        let rounds = tx.rounds_of_organisation(self.towns[town].1).await;
        rounds.expect("a database").len()
    }
}

/// The first question that whoever answers a round is asked.
async fn first_question(who: &Member<'_>, round: &str) -> String {
    let goal = who.get(round).await.attr(".tasks a", "href");
    let question = who.get(&goal).await;
    let question = question.attr("main a[href*=\"/fraga/\"]", "href");
    question.rsplit('/').next().expect("a question").to_owned()
}

/// Answers or agrees on a question through its page.
async fn fill(who: &Member<'_>, page: &str, level: &str, why: &str) {
    let question = page.rsplit('/').next().expect("a question");
    let shown = who.get(page).await;
    assert_eq!(shown.status, StatusCode::OK, "{page}: {}", shown.body);
    let names = ["niva", "motivering", "version"].map(|name| format!("{name}.{question}"));
    let version = shown.value(&names[2]);
    let fields = [
        (names[0].as_str(), level),
        (&names[1], why),
        (&names[2], &version),
    ];
    who.post(page, &fields).await.location();
}

#[tokio::test]
async fn a_unit_prepares_for_two_and_each_adjusts_and_hands_in_its_own() {
    let app = shared().await;
    let region = Region::new(&app).await;
    for town in [0, 1] {
        region.let_in(town).await;
    }
    let mails = told(&app, "ulla@enheten.example").await;
    assert!(mails[0].contains("förbereda självskattningar åt Högsta kommun"));
    let choose = region.unit.get(&format!("/o/{UNIT}/ny")).await;
    choose.assert_sound("sv");
    assert!(choose.says("Högsta kommun") && choose.says("Lägsta kommun"));
    let english = choose.attr("header a[hreflang]", "href");
    region.unit.get(&english).await.assert_sound("en");

    let started = region.start(&[0, 1], "hela").await.location();
    assert_eq!(started, format!("/o/{UNIT}?startade=2"));
    let home = region.unit.get(&started).await;
    home.assert_sound("sv");
    assert!(home.says("2 självskattningar är startade."));
    assert!(home.says("Högsta kommun, startad") && home.says("Lägsta kommun, startad"));
    let mails = told(&app, "hans@hogsta.example").await;
    let mail = mails.last().expect("a mail");
    assert!(mail.contains("En självskattning är startad åt Högsta kommun"));

    let rounds = [region.round(0).await, region.round(1).await];
    let question = first_question(&region.unit, &rounds[0]).await;
    for (round, why) in rounds.iter().zip(["Grund hos Högsta", "Grund hos Lägsta"]) {
        let lead = region.unit.get(&format!("{round}/leda")).await;
        lead.assert_sound("sv");
        assert_eq!(lead.attr("main a", "href"), format!("/o/{UNIT}"));
        fill(&region.unit, &format!("{round}/fraga/{question}"), "2", why).await;
        region.unit.post(&format!("{round}/stang"), &[]).await;
        let page = format!("{round}/gemensamt/{question}");
        fill(&region.unit, &page, "2", why).await;
    }
    for (town, round) in rounds.iter().enumerate() {
        let (_, _, contact) = &region.towns[town];
        let facts = contact.get(&format!("{round}/om-er")).await;
        facts.assert_sound("sv");
        let version = facts.value("version");
        let fields = [("omfattar", "egna"), ("version", version.as_str())];
        contact
            .post(&format!("{round}/om-er"), &fields)
            .await
            .location();
        // The unit prepares; it neither hands in nor sees the receipt.
        let hand_in = format!("{round}/lamna-in");
        assert_eq!(
            region.unit.get(&hand_in).await.status,
            StatusCode::FORBIDDEN
        );
        let tried = region.unit.post(&hand_in, &[]).await;
        assert_eq!(tried.status, StatusCode::FORBIDDEN);
        let lead = contact.get(&format!("{round}/leda")).await;
        lead.assert_sound("sv");
        assert!(lead.says("Inköp Mellansverige förbereder den här självskattningen."));
    }

    // Nothing of one is seen by the other, on any page of a round.
    for (town, other) in [(0, 1), (1, 0)] {
        let (_, _, contact) = &region.towns[town];
        let hidden = ["Grund hos Högsta", "Grund hos Lägsta"][other];
        let own = ["Grund hos Högsta", "Grund hos Lägsta"][town];
        for page in [
            "",
            "/leda",
            "/skillnader",
            "/underlag",
            "/resultat",
            "/beslutssida",
        ] {
            let theirs = contact.get(&format!("{}{page}", rounds[other])).await;
            assert_eq!(theirs.status, StatusCode::NOT_FOUND, "{page}");
            let shown = contact.get(&format!("{}{page}", rounds[town])).await;
            assert!(!shown.body.contains(hidden), "{page}");
        }
        let record = contact.get(&format!("{}/underlag", rounds[town])).await;
        assert!(record.says(own), "what was prepared is there to adjust");
    }

    // One adjusts, and both hand in: each its own answers.
    let (_, _, hans) = &region.towns[0];
    let page = format!("{}/gemensamt/{question}", rounds[0]);
    fill(hans, &page, "4", "Vi har kommit längre").await;
    let mut handed_in = Vec::new();
    for (town, round) in rounds.iter().enumerate() {
        let (_, _, contact) = &region.towns[town];
        let receipt = contact.post(&format!("{round}/lamna-in"), &[]).await;
        assert!(receipt.location().contains("/kvittens"), "{}", receipt.body);
        let file = contact.get(&format!("{round}/kvittens/fil")).await;
        let document: serde_json::Value = serde_json::from_str(&file.body).expect("JSON");
        handed_in.push(document["answers"][&question].clone());
        let receipt = region.unit.get(&format!("{round}/kvittens")).await;
        assert_eq!(receipt.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(handed_in, [4, 2]);
    let log = hans.get(&format!("/o/{}/logg", region.towns[0].0)).await;
    log.assert_sound("sv");
    assert!(log.says("Inköp Mellansverige fick rätt att förbereda självskattningar"));
    assert!(log.says("Inköp Mellansverige startade en självskattning åt organisationen"));
}

#[tokio::test]
async fn a_unit_sees_only_what_it_has_started_itself() {
    let app = shared().await;
    let region = Region::new(&app).await;
    region.let_in(0).await;
    let (public_id, _, hans) = &region.towns[0];
    let own = hans
        .post(&format!("/o/{public_id}/ny"), &[("gor", "hela")])
        .await
        .location();
    assert_eq!(region.unit.get(&own).await.status, StatusCode::NOT_FOUND);
    for page in ["", "/medlemmar", "/logg", "/uppgifter", "/ny"] {
        let page = format!("/o/{public_id}{page}");
        let found = region.unit.get(&page).await;
        assert_eq!(found.status, StatusCode::NOT_FOUND, "{page}");
    }
    let home = region.unit.get(&format!("/o/{UNIT}")).await;
    assert!(!home.says("Högsta kommun"));
}

#[tokio::test]
async fn what_is_taken_back_is_out_of_reach_and_stays_with_whose_it_is() {
    let app = shared().await;
    let region = Region::new(&app).await;
    region.let_in(0).await;
    region.start(&[0], "hela").await.location();
    let round = region.round(0).await;
    let question = first_question(&region.unit, &round).await;
    let page = format!("{round}/fraga/{question}");
    fill(&region.unit, &page, "2", "Enhetens grund").await;
    let (public_id, _, hans) = &region.towns[0];
    let details = format!("/o/{public_id}/uppgifter");
    let unit = region.unit_id.to_string();
    let fields = [("gor", "ta-tillbaka"), ("id", unit.as_str())];
    let done = hans.post(&details, &fields).await.location();
    let shown = hans.get(&done).await;
    shown.assert_sound("sv");
    assert!(shown.says("kommer inte längre åt era självskattningar"));
    assert!(shown.says("Ingen inköpsenhet får förbereda åt er."));
    let again = hans.post(&details, &fields).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    let mails = told(&app, "ulla@enheten.example").await;
    assert!(mails.last().expect("a mail").contains("inte längre åt"));

    // Whoever answered gets the text back, and is told why.
    let names = ["motivering", "version"].map(|name| format!("{name}.{question}"));
    let fields = [(names[0].as_str(), "Mer från enheten"), (&names[1], "1")];
    let late = region.unit.post(&page, &fields).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(late.says("Mer från enheten"));
    let lead = region.unit.get(&format!("{round}/leda")).await;
    assert_eq!(lead.status, StatusCode::GONE);
    let start = region.start(&[0], "hela").await;
    assert_eq!(start.status, StatusCode::CONFLICT);
    start.assert_sound("sv");
    assert_eq!(region.rounds(0).await, 1);
    let lead = hans.get(&format!("{round}/leda")).await;
    assert_eq!(lead.status, StatusCode::OK);
    hans.post(&format!("{round}/stang"), &[]).await.location();
    let agreement = hans.get(&format!("{round}/gemensamt/{question}")).await;
    assert!(!agreement.says("Enhetens grund"));
}

#[tokio::test]
async fn rounds_are_started_for_all_that_are_chosen_or_for_none() {
    let app = shared().await;
    let region = Region::new(&app).await;
    region.let_in(0).await;
    // The other has not let it in.
    let refused = region.start(&[0, 1], "hela").await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!((region.rounds(0).await, region.rounds(1).await), (0, 0));
    let nobody = region.start(&[], "hela").await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    nobody.assert_sound("sv");
    assert!(nobody.says("Välj minst en organisation att starta åt"));
    let anew = region.start(&[0], "ta-in").await;
    assert_eq!(anew.status, StatusCode::UNPROCESSABLE_ENTITY);
    anew.assert_sound("sv");
    assert!(anew.says("Åt andra börjar en självskattning från början"));
    let id = region.towns[0].1.to_string();
    assert!(anew.has(&format!("#at-{}[checked]", id)), "what was chosen");
    let both = [("gor", "snabb"), ("at", "oss"), ("at", id.as_str())];
    let both = region.unit.post(&format!("/o/{UNIT}/ny"), &both).await;
    assert_eq!(both.location(), format!("/o/{UNIT}?startade=2"));
    assert_eq!(region.rounds(0).await, 1);
    // For itself alone it goes on as anyone does.
    let own = [("gor", "hela"), ("at", "oss")];
    let own = region.unit.post(&format!("/o/{UNIT}/ny"), &own).await;
    assert!(own.location().ends_with("/leda"));
    let nonsense = [("gor", "hela"), ("at", "nej")];
    let nonsense = region.unit.post(&format!("/o/{UNIT}/ny"), &nonsense).await;
    assert_eq!(nonsense.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn only_another_organisation_that_has_joined_is_let_in_by_a_contact_person() {
    let app = shared().await;
    let region = Region::new(&app).await;
    joined(&app, "tomma00000", "Tomma enheten", "2220000323").await;
    let (public_id, id, hans) = &region.towns[0];
    let details = format!("/o/{public_id}/uppgifter");
    for number in [
        "",
        "bankgiro 5555-5555",
        "212000-0142",
        NUMBERS[1],
        "2220000323",
    ] {
        let fields = [("gor", "slapp-in"), ("nummer", number)];
        let refused = hans.post(&details, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{number}");
        refused.assert_sound("sv");
        assert!(refused.says("Vi hittar ingen annan ansluten organisation"));
        assert_eq!(refused.value("nummer"), number);
    }
    let fields = [("gor", "slapp-in"), ("nummer", "222000-0315")];
    let colleague = app.member(*id, "kajsa@hogsta.example", Role::Respondent);
    let refused = colleague.await.post(&details, &fields).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let stale = app.session(hans.person, None).await;
    let asked = stale.post(&details, &fields).await.location();
    assert!(asked.starts_with(STEP_UP), "{asked}");
    for _ in 0..2 {
        hans.post(&details, &fields).await.location();
    }
    let mails = told(&app, "ulla@enheten.example").await;
    assert_eq!(mails.len(), 1, "twice is once");
    // A member of the unit who is no contact person starts nothing.
    let helper = app.member(region.unit_id, "uno@enheten.example", Role::Respondent);
    let helper = helper.await;
    let town = id.to_string();
    let fields = [("gor", "hela"), ("at", town.as_str())];
    let refused = helper.post(&format!("/o/{UNIT}/ny"), &fields).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    // But answers what the unit prepares.
    region.start(&[0], "hela").await.location();
    let round = region.round(0).await;
    assert_eq!(helper.get(&round).await.status, StatusCode::OK);
    let mut tx = app.app.store.read().await.expect("a database");
    let rows = tx.rounds_of_organisation(*id).await.expect("a database");
    assert_eq!(rows[0].stage, Stage::Answering.code());
}

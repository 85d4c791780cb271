//! Asking colleagues: by role, by mail; handing questions on; removing someone.

use domain::account::Role;

use super::*;

#[tokio::test]
async fn each_role_gets_its_questions_and_they_can_be_changed() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    let colleagues = format!("{round}/fraga-kollegor");
    contact.get(&colleagues).await.assert_sound("sv");
    let to = contact
        .post(&colleagues, &[("roll", "ledning")])
        .await
        .location();
    assert_eq!(to, format!("{colleagues}/ledning"));
    let page = contact.get(&to).await;
    page.assert_sound("sv");
    assert_eq!(page.texts("input[type=checkbox][checked]").len(), 10);
    let fields = [
        ("gor", "fragor"),
        ("fraga", "ratt.avtal"),
        ("fraga", "ratt.jav"),
    ];
    let saved = contact
        .get(&contact.post(&to, &fields).await.location())
        .await;
    assert!(saved.says("Frågorna är sparade."));
    assert_eq!(saved.texts("input[type=checkbox][checked]").len(), 2);
    let none = contact.post(&to, &[("gor", "fragor")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    none.assert_sound("sv");
    let unknown = contact
        .post(&to, &[("gor", "fragor"), ("fraga", "nej")])
        .await;
    assert_eq!(unknown.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn those_invited_by_mail_get_links_of_their_own() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    contact
        .post(
            &format!("{round}/leda"),
            &[("gor", "dag"), ("dag", "2026-12-01")],
        )
        .await;
    let page = format!("{round}/fraga-kollegor");
    contact.post(&page, &[("roll", "ledning")]).await;
    let page = format!("{page}/ledning");
    let text = "Chef@ange.se\r\nvd@bolaget.se; chef@ange.se, kontakt@ange.se";
    let sent = contact
        .post(&page, &[("gor", "bjud-in"), ("adresser", text)])
        .await;
    let sent = contact.get(&sent.location()).await;
    assert!(sent.says("2 inbjudningar är på väg. En adress hör till någon som redan svarar"));
    let mails = world.app.mails().await;
    assert_eq!(mails.len(), 2);
    assert_eq!(
        mails[0].subject,
        "Ånge kommun ber dig svara på 10 frågor om inköp"
    );
    assert!(
        mails[0].text.contains("Svara senast 1 december 2026."),
        "{}",
        mails[0].text
    );
    let (one, two) = (
        world.link_to("chef@ange.se").await,
        world.link_to("vd@bolaget.se").await,
    );
    assert_ne!(one, two);
    let own = world.guest().get(&one).await;
    own.assert_sound("sv");
    assert!(own.says("0 av 10 frågor är besvarade. Svara senast 1 december 2026."));
    assert!(!own.has("a[href$=\"/leda\"]") && !own.has("a[href$=\"/om-er\"]"));
    // Again: nobody gets a second mail.
    contact
        .post(&page, &[("gor", "bjud-in"), ("adresser", text)])
        .await;
    assert_eq!(world.app.mails().await.len(), 2);
    // Every address in the mails leads somewhere.
    for line in mails.iter().flat_map(|mail| mail.text.split_whitespace()) {
        if let Some(path) = line.strip_prefix("http://localhost:8080/") {
            let there = world.guest().get(&format!("/{path}")).await;
            assert_eq!(there.status, StatusCode::OK, "{path}");
            there.assert_sound("sv");
        }
    }
}

#[tokio::test]
async fn a_list_with_what_is_no_address_invites_nobody() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    let page = format!("{round}/fraga-kollegor/inkop");
    let text = "bra@ange.se fel@ <b>";
    let refused = contact
        .post(&page, &[("gor", "bjud-in"), ("adresser", text)])
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.assert_sound("sv");
    assert!(refused.says("fel@, <b>"));
    assert_eq!(refused.text("#adresser"), text);
    let empty = contact
        .post(&page, &[("gor", "bjud-in"), ("adresser", " ")])
        .await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(world.app.mails().await.len(), 0);
}

#[tokio::test]
async fn a_member_who_is_invited_answers_signed_in() {
    let world = World::new().await;
    let contact = world.contact().await;
    let colleague = world.person("jurist@ange.se", Some(Role::Respondent)).await;
    let round = world.start(&contact, "hela").await;
    let link = world
        .invite(&contact, &round, "juridik", "jurist@ange.se")
        .await;
    assert_eq!(link, round);
    assert!(
        world
            .guest()
            .get(&link)
            .await
            .location()
            .starts_with("/logga-in")
    );
    let own = colleague.get(&link).await;
    assert!(
        own.says("av 8 frågor är besvarade."),
        "{}",
        own.text("main")
    );
}

#[tokio::test]
async fn what_someone_wants_another_to_be_asked_is_told_without_who() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    let link = world
        .invite(&contact, &round, "ledning", "chef@ange.se")
        .await;
    let question = world.first_question(&link).await;
    let page = format!("{link}/fraga/{question}");
    let shown = world.guest().get(&page).await;
    shown.assert_sound("sv");
    let (niva, fraga, version) = (
        format!("niva.{question}"),
        format!("fraga.{question}"),
        format!("version.{question}"),
    );
    // Only with "vet inte än" does it hand on.
    for (level, expected) in [("2", false), ("vet-inte", true)] {
        let revision = world.guest().get(&page).await.value(&version);
        let fields = [
            (niva.as_str(), level),
            (&fraga, "juridik"),
            (&version, &revision),
        ];
        world.guest().post(&page, &fields).await.location();
        let lead = contact.get(&format!("{round}/leda")).await;
        lead.assert_sound("sv");
        assert_eq!(lead.says("Vill fråga någon annan"), expected, "{level}");
    }
    assert!(
        world
            .guest()
            .get(&page)
            .await
            .has("option[value=juridik][selected]")
    );
    let lead = contact.get(&format!("{round}/leda")).await;
    assert!(lead.text(".panel").starts_with("Juridik"));
    assert!(!lead.text(".panel").contains("chef"));
    let handed = [("gor", "fraga"), ("roll", "juridik")];
    let done = contact
        .get(
            &contact
                .post(&format!("{round}/leda"), &handed)
                .await
                .location(),
        )
        .await;
    assert!(!done.says("Vill fråga någon annan"));
    let jurist = world
        .invite(&contact, &round, "juridik", "jurist@ange.se")
        .await;
    let asked = world
        .guest()
        .get(&format!("{jurist}/fraga/{question}"))
        .await;
    assert_eq!(
        asked.status,
        StatusCode::OK,
        "the role is asked the question now"
    );
}

#[tokio::test]
async fn someone_removed_is_told_and_gets_their_text_back() {
    let world = World::new().await;
    let contact = world.contact().await;
    let (round, links) = world.answered(&contact).await;
    let question = world.first_question(&links[0]).await;
    let list = contact
        .get(&format!("{round}/fraga-kollegor/ledning"))
        .await;
    let remove = list.attr("a[href*=\"/ta-bort/\"]", "href");
    let asks = contact.get(&remove).await;
    asks.assert_sound("sv");
    assert!(asks.says("Ett sparat svar räknas inte."));
    let back = contact.post(&remove, &[]).await.location();
    assert!(contact.get(&back).await.says("Den svarande är borttagen."));
    let gone = world.guest().get(&links[0]).await;
    assert_eq!(gone.status, StatusCode::GONE);
    gone.assert_sound("sv");
    let names = [format!("niva.{question}"), format!("motivering.{question}")];
    let version = format!("version.{question}");
    let fields = [
        (names[0].as_str(), "4"),
        (&names[1], "Min långa text"),
        (&version, "1"),
    ];
    let late = world
        .guest()
        .post(&format!("{}/fraga/{question}", links[0]), &fields)
        .await;
    assert_eq!(late.status, StatusCode::GONE);
    late.assert_sound("sv");
    assert!(late.says("Min långa text") && late.says("Nivå 4"));
    // What they had saved does not count.
    contact
        .post(&format!("{round}/stang"), &[])
        .await
        .location();
    let page = contact.get(&format!("{round}/gemensamt/{question}")).await;
    assert!(page.says("2 har svarat."));
    assert!(!page.says("Grund 1"));
}

#[tokio::test]
async fn an_invitation_that_did_not_arrive_is_told_beside_the_name() {
    let world = World::new().await;
    let contact = world.contact().await;
    let round = world.start(&contact, "hela").await;
    let page = format!("{round}/fraga-kollegor");
    contact.post(&page, &[("roll", "ledning")]).await;
    let page = format!("{page}/ledning");
    let invite = [("gor", "bjud-in"), ("adresser", "chef@ange.se\nvd@ange.se")];
    contact.post(&page, &invite).await;
    assert!(!contact.get(&page).await.says("kom inte fram"));
    let app = &world.app.app;
    let (now, store) = (app.now(), &app.store);
    // The first of them is refused; whom a mail is to is sealed in the database.
    for refused in [true, false] {
        let work = store.write(move |tx| {
            Box::pin(async move {
                let Some(mail) = tx.claim_mail(now, now + 1).await? else {
                    return Ok(());
                };
                match refused {
                    true => tx.give_up_mail(mail.id, mail.tries, "550").await,
                    false => tx.mail_sent(mail.id, mail.tries, now).await,
                }
            })
        });
        work.await.expect("a database");
    }
    let shown = contact.get(&page).await;
    shown.assert_sound("sv");
    let told = shown.texts("li .error");
    assert_eq!(told.len(), 1, "{told:?}");
    let lines = shown.texts("ul.tasks li");
    let of_chef = lines.iter().find(|line| line.starts_with("chef@ange.se"));
    assert!(
        of_chef
            .expect("a line")
            .contains("Ett mejl hit kom inte fram")
    );
}

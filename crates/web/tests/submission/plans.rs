//! Plans among what an organisation takes out and loads again.

use domain::organisation::EmailAddress;
use domain::plan::{Decision, Entry, OwnerName, PlanText, Status, Subject, Title};
use domain::text::Lang;
use serde_json::Value;
use service::plans::{self, card_key, owners};
use service::secrets::Secret;

use super::leaving::files;
use super::restoring::{DAY, KIM, assert_refused, changed, json, load, taken_out};
use super::*;

/// Tips that the plan is about.
const CARD: &str = "lista-era-viktigaste-avtal";
const OTHER: &str = "skriv-en-sida-om-direktupphandling";

/// A plan of the round with what can be decided: by a contact person who has left since, by one who
/// is there, and by the owner; approved, closed, and gone on from by the next. Gives what opened the
/// owner's own page.
pub(super) async fn planned(app: &TestApp, by: Uuid, organisation: Uuid, round: Uuid) -> Secret {
    let whose = service::organisations::by_id(&app.app, organisation).await;
    let whose = whose.expect("a database").expect("it");
    let it = &app.app;
    let title = |text| Title::try_from(text).expect("a title");
    let start = async |name, round, previous: Option<&plans::Plan>| {
        let made = plans::start(it, by, &whose, round, &title(name), previous, Lang::Sv).await;
        let plan = plans::open(it, organisation, made.expect("a plan")).await;
        plan.expect("a database").expect("a plan")
    };
    let plan = start("Plan 2027", round, None).await;
    let name = OwnerName::try_from("Anna Berg").expect("a name");
    let email = EmailAddress::try_from("anna@ange.example").expect("an address");
    let named = owners::named(it, &plan, &whose, (&name, Some(&email)), Lang::Sv);
    let added = named.expect("a plan").expect_err("a new owner");
    let entry = |card: &str, decision, note: &str| Entry {
        subject: Subject::Card(card.to_owned()),
        decision,
        status: Status::NotBegun,
        note: note.to_owned(),
    };
    let decision = Decision::Do {
        owner: added.id().to_string(),
        by: "2027-03-12".try_into().expect("a day"),
        resources: "40 timmar".to_owned(),
    };
    let to_do = (card_key(CARD), entry(CARD, decision, ""), 0);
    let because = "Upphandlas av kommunen".to_owned();
    let no = entry(OTHER, Decision::No { because }, "Fråga igen\nom ett år");
    let no = (card_key(OTHER), no, 0);
    let later = Entry {
        subject: Subject::Own {
            title: "Utbilda alla chefer".to_owned(),
            goal: Some("1".to_owned()),
        },
        ..entry(
            "",
            Decision::Later {
                on: "2027-09-01".try_into().expect("a day"),
            },
            "",
        )
    };
    let later = (plans::own_key(it), later, 0);
    let ida = app
        .member(organisation, "ida@ange.example", Role::Contact)
        .await
        .person;
    let saved = plans::save_all(it, ida, &plan, vec![to_do, no], [added]).await;
    assert!(saved.expect("a plan").is_empty());
    let saved = plans::save_all(it, by, &plan, vec![later], []).await;
    assert!(saved.expect("a plan").is_empty());
    let now = it.now();
    app.write(move |tx| {
        Box::pin(async move {
            let row = tx
                .membership_of(organisation, ida)
                .await?
                .expect("a member");
            tx.end_membership(row.id, "active", now).await.map(drop)
        })
    })
    .await;

    let plan = plans::open(it, organisation, plan.id).await;
    let plan = plan.expect("a database").expect("a plan");
    let secret = plan.owners[0].secret.clone();
    let page = plans::open_by_owner(it, &secret).await;
    let page = page.expect("a database").expect("their page");
    let note = PlanText::try_from("Listan är påbörjad").expect("a note");
    let key = card_key(CARD);
    let said = plans::report(it, &page, &key, 1, Status::Ongoing, Some(&note)).await;
    said.expect("a plan");
    let reference = PlanText::try_from("KS 2026:14").expect("a reference");
    let chief = title("Ekonomichefen");
    let approved = plans::approve(it, by, &plan, &chief, Some(&reference)).await;
    approved.expect("a plan");
    plans::close(it, by, &plan).await.expect("a plan");
    let plan = plans::open(it, organisation, plan.id).await;
    start("Plan 2028", round, plan.expect("a database").as_ref()).await;
    secret
}

#[tokio::test]
async fn plans_come_back_whole_with_new_addresses_for_their_owners() {
    let app = shared().await;
    let Setting {
        contact,
        organisation,
        round,
    } = setting(&app).await;
    contact.post(&path(round, "lamna-in"), &[]).await.location();
    let secret = planned(&app, contact.person, organisation, round).await;
    let file = contact.get(&format!("/o/{ORG}/export/fil")).await;
    let taken = files(&file.bytes);
    for (path, text) in &taken {
        assert!(
            !text.contains(&secret.text()),
            "{path} opens the owner's page"
        );
    }
    let there = TestApp::new().await;
    there.pass(10 * DAY);
    load(&there, &taken).await.expect("what was taken out");

    let about = json(&taken["organisation.json"]);
    let plan = &about["plans"][1];
    assert_eq!(plan["name"], "Plan 2027");
    let kim = there.sign_in_surely(KIM).await;
    let address = format!("/o/{ORG}/plan/{}", plan["id"].as_str().expect("an id"));
    let page = kim.get(&address).await;
    page.assert_sound("sv");
    assert!(page.says("Godkänd av Ekonomichefen") && page.says("KS 2026:14"));
    let entry = kim.get(&format!("{address}/atgard/tips.{CARD}")).await;
    entry.assert_sound("sv");
    // Whoever has left is nobody; the owner is who they were.
    assert!(entry.says("någon som inte längre hör till organisationen"));
    assert!(entry.says("Anna Berg genom sin egen länk"));
    assert!(entry.says("Listan är påbörjad") && entry.says("40 timmar"));

    // The old address opens nothing, and each plan's owner has a new one.
    let old = there.get(&format!("/atgarder/{}", secret.text())).await;
    assert_eq!(old.status, StatusCode::NOT_FOUND);
    let own = service::organisations::by_public_id(&there.app, ORG).await;
    let own = own.expect("a database").expect("it").id;
    let plans = plans::of_organisation(&there.app, own).await;
    let plans = plans.expect("a database");
    assert_eq!(plans[0].document.previous, Some(plans[1].id));
    for plan in &plans {
        let theirs = plan.owners[0].secret.text();
        let page = there.get(&format!("/atgarder/{theirs}")).await;
        page.assert_sound("sv");
        assert!(page.says("Anna Berg"));
    }
}

#[tokio::test]
async fn every_problem_of_a_plan_is_told() {
    let app = shared().await;
    let taken = taken_out(&app).await;
    let there = TestApp::new().await;
    for (files, problems) in [
        (
            changed(&taken, |about| {
                let plans = about["plans"].as_array_mut().expect("plans");
                plans[0]["previous"] = plans[0]["owners"][0]["id"].clone();
                plans[0]["name"] = " ".into();
                plans[0]["edition"] = "nus-1999-1".into();
                let plan = &mut plans[1];
                plan["closed_at"] = Value::Null;
                plan["round"] = "sjalvskattningar/borta.json".into();
                plan["approved"]["by"] = "".into();
                plan["owners"][0]["email"] = "inte en adress".into();
                plan["owners"][0]["name"] = "".into();
                let entries = plan["entries"].as_array_mut().expect("entries");
                for entry in entries {
                    let first = &mut entry["revisions"][0];
                    let say = &mut first["entry"];
                    if say["subject"]["card"] == CARD {
                        say["decision"]["do"]["owner"] = "någon".into();
                    } else if say["subject"]["card"] == OTHER {
                        say["subject"]["card"] = "inget-tips".into();
                        say["decision"]["no"]["because"] = "".into();
                        say["note"] = "å".repeat(2000).into();
                        first["by"] = serde_json::json!({ "member": "ingen@ange.example" });
                    } else {
                        say["subject"]["own"]["title"] = "".into();
                        say["subject"]["own"]["goal"] = "99".into();
                    }
                }
            }),
            vec![
                "goes on from one that is not there",
                "no usable name",
                "nus-1999-1",
                "more than one plan is open",
                "borta.json: is no round that a plan can be made from",
                "who approved a plan is not usable",
                "no usable e-mail address",
                "no owner in the plan",
                "inget-tips, which is no tip",
                "is about something else",
                "no usable reason",
                "note that is not usable",
                "ingen@ange.example, who is no member",
                "no usable title",
                "a goal that is none",
            ],
        ),
        (
            changed(&taken, |about| {
                about["plans"][1]["id"] = about["plans"][0]["id"].clone();
                about["plans"][1]["entries"][0]["revisions"] = Vec::<Value>::new().into();
                let again = about["plans"][1]["entries"][0].clone();
                let entries = about["plans"][1]["entries"].as_array_mut();
                entries.expect("entries").push(again);
            }),
            vec!["the same id", "says nothing", "is there twice"],
        ),
        (
            changed(&taken, |about| about["plans"][0]["gjord"] = 1.into()),
            vec!["gjord"],
        ),
    ] {
        assert_refused(&there, &files, &problems).await;
    }
}

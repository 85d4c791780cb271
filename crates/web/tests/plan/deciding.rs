//! Gör, senare, inte: what each needs, who was first, and what is kept.

use super::*;

#[tokio::test]
async fn every_tip_ends_in_a_decision() {
    let app = TestApp::new().await;
    let org = Org::new(&app, "ange").await;
    let plan = org.make().await;
    let entry = card(&plan, CARD);
    let page = assert_both(&org.contact, &org.path(&entry)).await;
    assert!(page.says("För att ni svarade nivå 1 på"));
    let saved = org.decide(&entry, &DO).await;
    assert!(saved.location().ends_with("?klart=beslut"));
    let later = [("beslut", "senare"), ("nar", "2027-09-01")];
    org.decide(&card(&plan, OTHER), &later).await.location();
    let edition = app.app.current_edition().expect("an edition");
    let third = edition
        .cards
        .values()
        .find(|card| card.id != CARD && card.id != OTHER && card.serves[0].offered_at(Level::ONE))
        .expect("a third");
    let no = [
        ("beslut", "inte"),
        ("varfor", "Vi har\r\n<b>inga</b> sådana köp."),
    ];
    org.decide(&card(&plan, &third.id), &no).await.location();
    let page = assert_both(&org.contact, &org.path(&plan)).await;
    assert!(page.says("Gör. Inköpschefen, klart 31 mars 2027."));
    assert!(page.says("Senare. Tas upp igen 1 september 2027."));
    assert!(page.says("Inte, för att: Vi har <b>inga</b> sådana köp."));
    assert!(!page.body.contains("<b>inga"), "text is never markup");
    assert!(page.says("1 att göra, 0 av dem klara. 1 senare, 1 inte."));
    let entry = org.get(&entry).await;
    assert_eq!(entry.texts(".tips > li").len(), 1);
    assert!(entry.text(".tips > li").contains("kim@ange.example"));
}

#[tokio::test]
async fn what_is_wrong_is_told_and_what_was_written_is_kept() {
    let app = TestApp::new().await;
    let org = Org::new(&app, "ange").await;
    let plan = org.make().await;
    let entry = card(&plan, CARD);
    let past = [
        ("beslut", "gor"),
        ("ny-agare", "A"),
        ("klart", "2020-01-01"),
    ];
    let long = "x".repeat(1001);
    type Sent<'a> = &'a [(&'a str, &'a str)];
    let wrong: [(Sent<'_>, &[&str]); 10] = [
        (&[], &["#beslut-gor"]),
        (&[("beslut", "kanske")], &["#beslut-gor"]),
        (&[("beslut", "gor")], &["#ny-agare", "#klart"]),
        (&past, &["#klart"]),
        (
            &[("beslut", "gor"), ("klart", "2020-01-01")],
            &["#ny-agare", "#klart"],
        ),
        (
            &[
                ("beslut", "gor"),
                ("ny-agare", "A"),
                ("ny-epost", "inte en"),
                ("klart", "2027-01-01"),
            ],
            &["#ny-epost"],
        ),
        (
            &[
                ("beslut", "gor"),
                ("ny-epost", "a@b.example"),
                ("klart", "2027-02-30"),
            ],
            &["#ny-agare", "#klart"],
        ),
        (&[("beslut", "senare"), ("nar", "i höst")], &["#nar"]),
        (&[("beslut", "inte"), ("varfor", " ")], &["#varfor"]),
        (
            &[
                ("beslut", "inte"),
                ("varfor", "Skäl"),
                ("anteckning", long.as_str()),
            ],
            &["#anteckning"],
        ),
    ];
    for (fields, faults) in wrong {
        let mut sent = vec![("anteckning", "Det jag skrev")];
        sent.retain(|(name, _)| !fields.iter().any(|(other, _)| other == name));
        sent.extend_from_slice(fields);
        let page = org.decide(&entry, &sent).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        page.assert_sound("sv");
        assert!(page.text("title").starts_with("Fel:"));
        for fault in faults {
            assert!(leads_to(&page, fault), "{fields:?}: {fault}");
        }
        for (name, value) in &sent {
            if *name == "anteckning" {
                assert_eq!(page.text("#anteckning"), *value);
            }
        }
    }
    assert!(org.get(&plan).await.says("0 att göra"), "nothing was saved");
    let no_version = org.contact.post(&org.path(&entry), &DO).await;
    assert_eq!(no_version.status, StatusCode::BAD_REQUEST);
    let unknown = org.decide(&card(&plan, "finns-inte"), &DO).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn of_two_who_decide_at_once_one_is_told_of_the_other() {
    let app = TestApp::new().await;
    let org = Org::new(&app, "ange").await;
    let plan = org.make().await;
    let entry = card(&plan, CARD);
    org.decide(&entry, &DO).await.location();
    // The same again, from the same form: the second of two clicks.
    org.decide(&entry, &[("beslut", "inte"), ("varfor", "Nej")])
        .await
        .text(".notice");
    let theirs = org
        .decide(
            &entry,
            &[("beslut", "inte"), ("varfor", "Det kostar för mycket")],
        )
        .await;
    assert_eq!(theirs.status, StatusCode::CONFLICT);
    theirs.assert_sound("sv");
    assert!(theirs.text(".notice").contains("Gör. Inköpschefen"));
    assert_eq!(theirs.text("#varfor"), "Det kostar för mycket");
    let version = theirs.value("version");
    let insists = [
        ("version", version.as_str()),
        ("beslut", "inte"),
        ("varfor", "Det kostar för mycket"),
    ];
    org.decide(&entry, &insists).await.location();
    let page = org.get(&entry).await;
    assert_eq!(page.texts(".tips > li").len(), 2, "nothing is lost");
    let again = org
        .decide(&entry, &[("version", "2"), insists[1], insists[2]])
        .await;
    again.location();
    assert_eq!(
        org.get(&entry).await.texts(".tips > li").len(),
        2,
        "and nothing new is said"
    );
}

#[tokio::test]
async fn own_actions_stand_beside_the_tips() {
    let app = TestApp::new().await;
    let org = Org::new(&app, "ange").await;
    let plan = org.make().await;
    let new = format!("{plan}/atgard/ny");
    assert_both(&org.contact, &org.path(&new)).await;
    let nameless = org.decide(&new, &DO).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(leads_to(&nameless, "#titel"));
    let mut fields = vec![("titel", "Anställ en kategoriledare"), ("mal", "1")];
    fields.extend_from_slice(&DO);
    org.decide(&new, &fields).await.location();
    let page = org.get(&format!("{plan}?visa=mal")).await;
    let row = page.html();
    let links: Vec<_> = row
        .select(&common::selector(".tasks a"))
        .filter(|link| link.text().collect::<String>() == "Anställ en kategoriledare")
        .filter_map(|link| link.attr("href").map(str::to_owned))
        .collect();
    assert_eq!(links.len(), 1);
    let entry = assert_both(&org.contact, &links[0]).await;
    assert_eq!(entry.value("titel"), "Anställ en kategoriledare");
    assert_eq!(entry.attr("#mal option[selected]", "value"), "1");
}

//! The walk through a round, by whole requests: what is saved, what is told, and what becomes of
//! bad input. Laid out by route.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use common::TestApp;

const DAY: i64 = 24 * 60 * 60 * 1000;

mod new {
    use super::*;

    #[tokio::test]
    async fn a_round_begins_with_its_address() {
        let app = TestApp::new().await;
        let page = app.get("/sjalvskattning/ny?djup=hela").await;
        page.assert_sound("sv");
        assert!(page.has("#djup-hela[checked]"));
        let round = app.start("hela").await;
        let address = app.get(&format!("{round}/adress")).await;
        address.assert_sound("sv");
        assert_eq!(
            address.value_of("adress"),
            format!("http://localhost:8080{round}")
        );
        assert!(address.says("22 november 2027"), "says when it is deleted");
        assert!(address.headers.get(header::SET_COOKIE).is_none());
    }

    #[tokio::test]
    async fn nothing_chosen_is_told_at_the_field() {
        let app = TestApp::new().await;
        for fields in [
            &[][..],
            &[("djup", "djupare")],
            &[("djup", "snabb"), ("djup", "hela")],
        ] {
            let page = app.post("/sjalvskattning/ny", fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            page.assert_sound("sv");
            assert!(page.text("title").starts_with("Fel:"));
            assert!(page.has(".errors[autofocus][tabindex=\"-1\"] a[href=\"#djup-snabb\"]"));
        }
    }
}

mod answer {
    use super::*;

    #[tokio::test]
    async fn an_answer_is_saved_and_the_next_page_says_so() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        let next = app
            .comment(&round, "ratt.avtal", "3", "Vi har en plan")
            .await
            .location();
        assert_eq!(next, format!("{round}/fraga/ratt.jav?sparat=ratt.avtal"));
        let shown = app.get(&next).await;
        shown.assert_sound("sv");
        assert_eq!(
            shown.text(".status"),
            "Svaret på fråga 4.2 är sparat kl. 10.42."
        );
        let again = app.get(&format!("{round}/fraga/ratt.avtal")).await;
        assert!(again.has("#niva-ratt-avtal-3[checked]"));
        assert_eq!(again.text("textarea"), "Vi har en plan");
    }

    #[tokio::test]
    async fn empty_is_saved_without_a_word_and_moves_on() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        let next = app.answer(&round, "ratt.avtal", "").await.location();
        assert_eq!(next, format!("{round}/fraga/ratt.jav"));
        assert!(!app.get(&next).await.has(".status"));
    }

    #[tokio::test]
    async fn the_last_question_of_a_goal_leads_to_the_check_and_the_list_button_to_the_goal() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        let last = app.answer(&round, "ratt.skydd", "2").await.location();
        assert!(
            last.starts_with(&format!("{round}/mal/4/kontrollera")),
            "{last}"
        );
        let listed = app
            .post(
                &format!("{round}/fraga/ratt.avtal"),
                &[
                    ("niva.ratt.avtal", "2"),
                    ("version.ratt.avtal", "0"),
                    ("gor", "lista"),
                ],
            )
            .await
            .location();
        assert!(listed.starts_with(&format!("{round}/mal/4?")), "{listed}");
    }

    #[tokio::test]
    async fn the_same_form_sent_twice_is_saved_once() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        let path = format!("{round}/fraga/ratt.avtal");
        let fields = [
            ("niva.ratt.avtal", "2"),
            ("motivering.ratt.avtal", "Text"),
            ("version.ratt.avtal", "0"),
        ];
        for _ in 0..2 {
            assert_eq!(app.post(&path, &fields).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(app.get(&path).await.value("version.ratt.avtal"), "1");
    }

    #[tokio::test]
    async fn a_later_save_is_stopped_and_the_choice_is_the_users() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        let path = format!("{round}/fraga/ratt.avtal");
        app.comment(&round, "ratt.avtal", "2", "Först").await;
        let mine = [
            ("niva.ratt.avtal", "3"),
            ("motivering.ratt.avtal", "Sedan"),
            ("version.ratt.avtal", "0"),
        ];
        let stopped = app.post(&path, &mine).await;
        assert_eq!(stopped.status, StatusCode::CONFLICT);
        stopped.assert_sound("sv");
        assert!(stopped.says("Nivå 2 – Delvis infört") && stopped.says("Först"));
        assert!(stopped.says("Nivå 3 – Systematiskt") && stopped.says("Sedan"));

        // No choice made: asked again, still nothing overwritten.
        let mut resolve = vec![
            ("konflikt.ratt.avtal", "1"),
            ("niva.ratt.avtal", "3"),
            ("motivering.ratt.avtal", "Sedan"),
            ("version.ratt.avtal", "1"),
        ];
        assert_eq!(app.post(&path, &resolve).await.status, StatusCode::CONFLICT);
        assert!(app.get(&path).await.has("#niva-ratt-avtal-2[checked]"));

        resolve.push(("behall.ratt.avtal", "sparat"));
        assert_eq!(
            app.post(&path, &resolve).await.status,
            StatusCode::SEE_OTHER
        );
        assert!(app.get(&path).await.has("#niva-ratt-avtal-2[checked]"));

        resolve.pop();
        resolve.push(("behall.ratt.avtal", "mitt"));
        assert_eq!(
            app.post(&path, &resolve).await.status,
            StatusCode::SEE_OTHER
        );
        let kept = app.get(&path).await;
        assert!(kept.has("#niva-ratt-avtal-3[checked]"));
        assert_eq!(kept.text("textarea"), "Sedan");
    }

    #[tokio::test]
    async fn a_field_that_cannot_be_used_is_told_and_the_text_is_kept() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        let path = format!("{round}/fraga/ratt.avtal");
        let long = "å".repeat(10_001);
        let cases: [&[(&str, &str)]; 4] = [
            &[("niva.ratt.avtal", "5"), ("motivering.ratt.avtal", "Kvar")],
            &[
                ("niva.ratt.avtal", "2"),
                ("niva.ratt.avtal", "3"),
                ("motivering.ratt.avtal", "Kvar"),
            ],
            &[
                ("niva.ratt.avtal", "2"),
                ("motivering.ratt.avtal", "Kvar\0"),
            ],
            &[
                ("niva.ratt.avtal", "ej:koper-inte-mat"),
                ("motivering.ratt.avtal", "Kvar"),
            ],
        ];
        for case in cases {
            let fields = [case, &[("version.ratt.avtal", "0")]].concat();
            let page = app.post(&path, &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
            page.assert_sound("sv");
            assert!(page.text("title").starts_with("Fel:"));
            assert!(page.has(".errors[autofocus] a"));
            assert_eq!(page.text("textarea"), "Kvar");
        }
        let fields = [
            ("motivering.ratt.avtal", long.as_str()),
            ("version.ratt.avtal", "0"),
        ];
        let page = app.post(&path, &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.text("textarea"), long);
        assert_eq!(app.get(&path).await.value("version.ratt.avtal"), "0");
    }

    #[tokio::test]
    async fn snabbkollen_asks_its_own_questions_in_one_row() {
        let app = TestApp::new().await;
        let round = app.start("snabb").await;
        let home = app.get(&round).await;
        home.assert_sound("sv");
        let edition = app.app.current_edition().expect("an edition");
        let quick: Vec<_> = edition
            .places()
            .filter(|(place, _)| place.mapped.quick)
            .map(|(_, question)| question.id.clone())
            .collect();
        assert_eq!(quick.len(), edition.counts.quick);
        let mut page = format!("{round}/fraga/{}", quick[0]);
        for question in &quick {
            assert!(
                page.starts_with(&format!("{round}/fraga/{question}")),
                "{page}"
            );
            page = app.answer(&round, question, "2").await.location();
        }
        assert!(page.starts_with(&format!("{round}/om-er")), "{page}");
        let other = app.get(&format!("{round}/fraga/ratt.jav")).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND);
    }
}

mod goal_form {
    use super::*;

    #[tokio::test]
    async fn a_whole_goal_is_saved_at_once_and_one_bad_field_stops_no_other() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        let path = format!("{round}/mal/7/alla");
        app.get(&path).await.assert_sound("sv");
        let page = app
            .post(
                &path,
                &[
                    ("niva.social.risk", "2"),
                    ("version.social.risk", "0"),
                    ("niva.social.anvandare", "nio"),
                    ("version.social.anvandare", "0"),
                    ("okand", "x"),
                ],
            )
            .await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.assert_sound("sv");
        assert!(page.has(".errors a[href=\"#niva-social-anvandare-1\"]"));
        let again = app.get(&path).await;
        assert!(
            again.has("#niva-social-risk-2[checked]"),
            "the other is saved"
        );
    }

    #[tokio::test]
    async fn only_the_disputed_question_comes_back() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        app.answer(&round, "social.risk", "1").await;
        let path = format!("{round}/mal/7/alla");
        let page = app
            .post(
                &path,
                &[
                    ("niva.social.risk", "4"),
                    ("version.social.risk", "0"),
                    ("niva.social.anvandare", "3"),
                    ("version.social.anvandare", "0"),
                ],
            )
            .await;
        assert_eq!(page.status, StatusCode::CONFLICT);
        assert!(page.has("[name=\"behall.social.risk\"]"));
        assert!(!page.has("[name=\"behall.social.anvandare\"]"));
        assert!(
            app.get(&path)
                .await
                .has("#niva-social-anvandare-3[checked]")
        );
    }
}

mod check {
    use super::*;

    #[tokio::test]
    async fn done_needs_every_question_answered_in_some_way() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        let path = format!("{round}/mal/7/kontrollera");
        let refused = app.post(&path, &[("klart", "ja")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.assert_sound("sv");
        assert_eq!(refused.texts(".errors li").len(), 6);
        let edition = app.app.current_edition().expect("an edition");
        for mapped in &edition.goal("7").expect("goal 7").questions {
            app.answer(&round, &mapped.id, "vet-inte").await;
        }
        let done = app.post(&path, &[("klart", "ja")]).await.location();
        assert_eq!(done, format!("{round}/resultat/mal/7"));
        let home = app.get(&round).await;
        assert!(home.texts(".state").contains(&"Klar".to_owned()));
        app.pass(1);
        app.answer(&round, "social.risk", "2").await;
        let home = app.get(&round).await;
        assert!(
            home.texts(".state")
                .contains(&"Ändrad efter klar".to_owned())
        );
        app.post(&path, &[("klart", "nej")]).await;
        let home = app.get(&round).await;
        assert!(
            home.texts(".state")
                .contains(&"Påbörjad (6 av 6)".to_owned())
        );
    }

    #[tokio::test]
    async fn no_choice_is_told() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        let page = app.post(&format!("{round}/mal/1/kontrollera"), &[]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.has(".errors a[href=\"#klart-ja\"]"));
    }
}

mod facts {
    use super::*;

    #[tokio::test]
    async fn facts_are_saved_and_none_is_needed() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        let path = format!("{round}/om-er");
        let page = app.get(&path).await;
        page.assert_sound("sv");
        let version = page.value("version");
        let all = [
            ("version", version.as_str()),
            ("namn", "  Åmåls kommun & bolag "),
            ("omfattar", "koncern"),
            ("typ", "kommun"),
            ("storlek", "mellan"),
            ("gor", "lista"),
        ];
        let home = app.post(&path, &all).await.location();
        assert!(app.get(&home).await.says("Åmåls kommun & bolag"));
        let page = app.get(&path).await;
        for id in ["omfattar-koncern", "typ-kommun", "storlek-mellan"] {
            assert!(page.has(&format!("#{id}[checked]")), "{id}");
        }
        let version = page.value("version");
        let empty = app.post(&path, &[("version", version.as_str())]).await;
        assert_eq!(empty.location(), format!("{round}/resultat"));
    }

    #[tokio::test]
    async fn two_who_fill_in_facts_see_each_other() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        let path = format!("{round}/om-er");
        app.post(&path, &[("version", "0"), ("typ", "region")])
            .await;
        let stopped = app
            .post(&path, &[("version", "0"), ("typ", "kommun")])
            .await;
        assert_eq!(stopped.status, StatusCode::CONFLICT);
        stopped.assert_sound("sv");
        assert!(stopped.text(".errors").contains("Region"));
        assert!(
            stopped.has("#typ-kommun[checked]"),
            "what was filled in is kept"
        );
        let version = stopped.value("version");
        let fields = [("version", version.as_str()), ("typ", "kommun")];
        assert_eq!(app.post(&path, &fields).await.status, StatusCode::SEE_OTHER);
    }

    #[tokio::test]
    async fn marking_a_goal_done_is_no_conflict_for_an_open_form() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        app.post(&format!("{round}/mal/1/kontrollera"), &[("klart", "nej")])
            .await;
        let path = format!("{round}/om-er");
        let saved = app
            .post(&path, &[("version", "0"), ("typ", "kommun")])
            .await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER);
    }

    #[tokio::test]
    async fn an_unknown_kind_and_a_long_name_are_told() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        let path = format!("{round}/om-er");
        let long = "x".repeat(201);
        let fields = [("version", "0"), ("typ", "furstendöme"), ("namn", &long)];
        let page = app.post(&path, &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.assert_sound("sv");
        assert_eq!(page.value("namn"), long);
        assert_eq!(page.texts(".errors li").len(), 2);
        let page = app.post(&path, &[("typ", "kommun")]).await;
        assert_eq!(
            page.status,
            StatusCode::BAD_REQUEST,
            "no version: no form of ours"
        );
    }

    #[tokio::test]
    async fn not_applicable_that_the_kind_rules_out_is_told_at_the_question() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        let question = "miljo.livsmedel";
        let edition = app.app.current_edition().expect("an edition");
        let reason = &edition
            .question(question)
            .expect("a question")
            .not_applicable[0]
            .reason;
        app.answer(&round, question, &format!("ej:{reason}")).await;
        let path = format!("{round}/fraga/{question}");
        assert!(!app.get(&path).await.has(".notice"));
        let fields = [("version", "0"), ("typ", "kommun")];
        app.post(&format!("{round}/om-er"), &fields).await;
        assert!(app.get(&path).await.has(".notice"));
    }
}

mod file {
    use super::*;

    async fn load(app: &TestApp, bytes: &[u8]) -> common::Page {
        let mut body =
            b"--x\r\ncontent-disposition: form-data; name=\"fil\"; filename=\"a.json\"\r\n\
                         content-type: application/json\r\n\r\n"
                .to_vec();
        body.extend(bytes);
        body.extend(b"\r\n--x--\r\n");
        let request = Request::post("/sjalvskattning/oppna")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
            .body(Body::from(body))
            .expect("a request");
        app.send(request).await
    }

    #[tokio::test]
    async fn a_saved_round_opens_on_another_installation_with_everything_in_it() {
        let here = TestApp::new().await;
        let round = here.start("hela").await;
        here.comment(&round, "ratt.avtal", "3", "Grund: \"å\" <b>")
            .await;
        here.answer(&round, "social.risk", "vet-inte").await;
        let facts = [("version", "0"), ("namn", "Åmål"), ("typ", "kommun")];
        here.post(&format!("{round}/om-er"), &facts).await;
        here.get(&format!("{round}/spara")).await.assert_sound("sv");
        let file = here.get(&format!("{round}/spara/fil")).await;
        assert!(file.header("content-disposition").starts_with("attachment"));
        assert!(!file.body.contains(round.rsplit('/').next().expect("a key")));

        let there = TestApp::new().await;
        let address = load(&there, file.body.as_bytes()).await.location();
        let copy = address.strip_suffix("/adress").expect("an address");
        let question = there.get(&format!("{copy}/fraga/ratt.avtal")).await;
        assert!(question.has("#niva-ratt-avtal-3[checked]"));
        assert_eq!(question.text("textarea"), "Grund: \"å\" <b>");
        assert!(there.get(copy).await.says("2 av 48 frågor"));
        assert!(
            there
                .get(&format!("{copy}/om-er"))
                .await
                .has("#typ-kommun[checked]")
        );
    }

    #[tokio::test]
    async fn a_file_that_cannot_be_used_says_why_and_stores_nothing() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        app.answer(&round, "ratt.avtal", "3").await;
        let file = app.get(&format!("{round}/spara/fil")).await.body;
        let cases = [
            (String::new(), "Välj en fil"),
            (file[..file.len() / 2].to_owned(), "saknas en del"),
            ("[[[[[[[[".repeat(20_000), "saknas en del"),
            (
                file.replace("\"answer\": 3", "\"answer\": 4"),
                "har ändrats",
            ),
            (file.replace("nus-2016-1", "nus-2031-9"), "har ändrats"),
            (
                file.replace("strategikollen-round-1", "annat"),
                "saknas en del",
            ),
        ];
        for (bytes, message) in cases {
            let page = load(&app, bytes.as_bytes()).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{message}");
            page.assert_sound("sv");
            assert!(
                page.text(".errors").contains(message),
                "{}",
                page.text(".errors")
            );
        }
        let huge = load(&app, &vec![b'x'; 10 * 1024 * 1024]).await;
        assert_eq!(huge.status, StatusCode::PAYLOAD_TOO_LARGE);
        huge.assert_sound("sv");
    }
}

mod share {
    use super::*;

    #[tokio::test]
    async fn a_read_only_address_opens_the_result_and_nothing_that_writes() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        let path = format!("{round}/dela");
        app.get(&path).await.assert_sound("sv");
        let made = app.post(&path, &[("gor", "ny")]).await.location();
        let page = app.get(&made).await;
        page.assert_sound("sv");
        let address = page.value_of("las-1");
        let read = address
            .strip_prefix("http://localhost:8080")
            .expect("our address");
        assert!(read.starts_with("/las/"));
        assert_eq!(app.get(read).await.status, StatusCode::OK);

        let key = read.split('/').nth(2).expect("a key");
        for path in [
            "",
            "/om-er",
            "/spara/fil",
            "/dela",
            "/radera",
            "/fraga/ratt.avtal",
        ] {
            let through_writing = app.get(&format!("/sjalvskattning/{key}{path}")).await;
            assert_eq!(through_writing.status, StatusCode::NOT_FOUND, "{path}");
        }
        let written = app.get(&format!("/las/{key}/fraga/ratt.avtal")).await;
        assert_eq!(written.status, StatusCode::NOT_FOUND);
        let own = round.rsplit('/').next().expect("a key");
        assert_eq!(
            app.get(&format!("/las/{own}/resultat")).await.status,
            StatusCode::NOT_FOUND,
            "the writing address is no reading address"
        );

        let id = page.value("id");
        let taken = [("gor", "ta-tillbaka"), ("id", id.as_str())];
        app.post(&path, &taken).await;
        assert_eq!(app.get(read).await.status, StatusCode::NOT_FOUND);
    }
}

mod ends {
    use super::*;

    #[tokio::test]
    async fn a_deleted_round_is_gone_and_says_so() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        app.get(&format!("{round}/radera")).await.assert_sound("sv");
        let deleted = app.post(&format!("{round}/radera"), &[]).await;
        assert_eq!(deleted.status, StatusCode::OK);
        deleted.assert_sound("sv");
        let gone = app.get(&round).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
        gone.assert_sound("sv");
        assert!(gone.says("Vi hittar ingen självskattning"));
    }

    #[tokio::test]
    async fn an_unused_round_is_deleted_on_the_day_that_the_page_said() {
        let app = TestApp::new().await;
        let (idle, used) = (app.start("hela").await, app.start("hela").await);
        app.pass(364 * DAY);
        app.answer(&used, "ratt.avtal", "2").await;
        assert_eq!(
            service::rounds::delete_unused(&app.app)
                .await
                .expect("deletes"),
            0
        );
        app.pass(DAY + 1);
        assert_eq!(
            service::rounds::delete_unused(&app.app)
                .await
                .expect("deletes"),
            1
        );
        assert_eq!(app.get(&idle).await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.get(&used).await.status, StatusCode::OK);
        let copy = app.get(&format!("{used}/adress")).await;
        assert!(
            copy.says("20 november 2028"),
            "counted from the last change"
        );
    }

    #[tokio::test]
    async fn snabbkollen_becomes_hela_kollen_with_its_answers() {
        let app = TestApp::new().await;
        let round = app.start("snabb").await;
        app.answer(&round, "ratt.avtal", "2").await;
        app.get(&format!("{round}/hela-kollen"))
            .await
            .assert_sound("sv");
        let home = app
            .post(&format!("{round}/hela-kollen"), &[])
            .await
            .location();
        let page = app.get(&home).await;
        assert!(page.says("1 av 48 frågor"));
        assert!(
            page.texts(".state")
                .contains(&"Påbörjad (1 av 7)".to_owned())
        );
    }

    #[tokio::test]
    async fn a_wrong_address_is_told_in_the_language_of_the_address() {
        let app = TestApp::new().await;
        let key = "0".repeat(32);
        for (path, lang) in [
            (format!("/sjalvskattning/{key}"), "sv"),
            ("/sjalvskattning/kort".to_owned(), "sv"),
            (format!("/en/assessment/{key}/result"), "en"),
            (format!("/en/read/{key}/result"), "en"),
        ] {
            let page = app.get(&path).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND);
            page.assert_sound(lang);
        }
    }
}

mod everywhere {
    use super::*;

    #[tokio::test]
    async fn the_language_switch_keeps_the_place() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        for path in [
            "",
            "/adress",
            "/mal/3",
            "/mal/3/alla",
            "/fraga/ratt.avtal?sparat=ratt.direkt",
            "/mal/3/kontrollera",
            "/om-er",
            "/spara",
            "/dela",
            "/radera",
        ] {
            let swedish = app.get(&format!("{round}{path}")).await;
            let to_english = swedish.attr("header a[hreflang]", "href");
            let english = app.get(&to_english).await;
            assert_eq!(english.status, StatusCode::OK, "{to_english}");
            english.assert_sound("en");
            assert_eq!(
                english.attr("header a[hreflang]", "href"),
                format!("{round}{path}")
            );
        }
    }

    #[tokio::test]
    async fn every_response_is_guarded_and_no_page_sets_a_cookie() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        for path in [round.as_str(), "/", "/nope", "/health/live", "/robots.txt"] {
            let page = app.get(path).await;
            assert!(
                page.header("content-security-policy")
                    .contains("default-src 'none'")
            );
            assert_eq!(page.header("x-content-type-options"), "nosniff");
            assert_eq!(page.header("referrer-policy"), "strict-origin");
            assert_eq!(page.header("cache-control"), "no-store");
            assert_eq!(page.header("set-cookie"), "");
            assert_eq!(page.header("x-request-id").len(), 16);
            assert_eq!(page.header("strict-transport-security"), "", "plain http");
        }
    }

    #[tokio::test]
    async fn a_form_from_another_site_is_refused() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://ond.example"),
        ] {
            let request = Request::post(format!("{round}/radera"))
                .header(header::HOST, "localhost:8080")
                .header(name, value)
                .body(Body::empty())
                .expect("a request");
            let page = app.send(request).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN);
            page.assert_sound("sv");
        }
        assert_eq!(app.get(&round).await.status, StatusCode::OK);
    }

    #[tokio::test]
    async fn bodies_that_are_no_forms_are_told_apart() {
        let app = TestApp::new().await;
        let round = app.start("hela").await;
        let path = format!("{round}/fraga/ratt.avtal");
        let send = |kind: &str, body: Vec<u8>| {
            let request = Request::post(&path).header(header::CONTENT_TYPE, kind);
            app.send(request.body(Body::from(body)).expect("a request"))
        };
        let json = send("application/json", b"{}".to_vec()).await;
        assert_eq!(json.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
        json.assert_sound("sv");
        let huge = vec![b'a'; 10 * 1024 * 1024];
        let huge = send("application/x-www-form-urlencoded", huge).await;
        assert_eq!(huge.status, StatusCode::PAYLOAD_TOO_LARGE);
        huge.assert_sound("sv");
        let wrong = app.post("/om/metod", &[]).await;
        assert_eq!(wrong.status, StatusCode::METHOD_NOT_ALLOWED);
        wrong.assert_sound("sv");
        let bytes = b"niva.ratt.avtal=2&motivering.ratt.avtal=%ff%fe&version.ratt.avtal=0".to_vec();
        let bytes = send("application/x-www-form-urlencoded", bytes).await;
        assert_eq!(bytes.status, StatusCode::SEE_OTHER, "no UTF-8 is no panic");
    }
}

//! A plan to take along: as a table that is changed and loaded back, and as days for a calendar.

use super::*;

/// The columns of the table.
const VERSION: usize = 1;
const GOAL: usize = 3;
const TITLE: usize = 4;
const DECISION: usize = 5;
const OWNER: usize = 6;
const EMAIL: usize = 7;
const DATE: usize = 8;
const BECAUSE: usize = 10;
const STATUS: usize = 11;
const NOTE: usize = 12;

/// Cells of the table by column.
type Cells<'a> = &'a [(usize, &'a str)];

/// Gör, with all that it needs.
const TO_DO: [(usize, &str); 4] = [
    (DECISION, "Gör"),
    (OWNER, "Inköpschefen"),
    (EMAIL, "chefen@ange.example"),
    (DATE, "2027-03-31"),
];

/// A table with other cells in the row of a tip.
fn with(table: &str, card: &str, cells: Cells<'_>) -> String {
    let key = format!("tips.{card};");
    assert!(table.contains(&key), "{key} in {table}");
    let lines = table.lines().map(|line| match line.starts_with(&key) {
        true => changed(line, cells),
        false => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\r\n")
}

/// A table with a new row.
fn and(table: &str, cells: Cells<'_>) -> String {
    format!(
        "{}\r\n{}",
        table.trim_end(),
        changed(&";".repeat(12), cells)
    )
}

fn changed(line: &str, cells: Cells<'_>) -> String {
    let mut row: Vec<&str> = line.split(';').collect();
    assert_eq!(row.len(), 13, "{line}");
    for (column, text) in cells {
        row[*column] = text;
    }
    row.join(";")
}

impl Org<'_> {
    /// The plan's table as CSV.
    async fn table(&self, plan: &str) -> String {
        let fetched = self.get(&format!("{plan}/fil/plan.csv")).await;
        assert_eq!(fetched.status, StatusCode::OK);
        assert_eq!(fetched.header("content-type"), "text/csv; charset=utf-8");
        fetched.body
    }

    async fn load(&self, plan: &str, table: &[u8]) -> Page {
        let page = self.path(&format!("{plan}/las-in"));
        self.contact.send_file(&page, table).await
    }

    /// What is told of a table that is not loaded.
    async fn told(&self, plan: &str, table: &str) -> Vec<String> {
        let page = self.load(plan, table.as_bytes()).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{table}");
        page.assert_sound("sv");
        assert!(page.text("title").starts_with("Fel:"));
        assert!(page.says("Inget är inläst."));
        page.texts(".errors li")
    }
}

#[tokio::test]
async fn a_table_is_fetched_changed_and_loaded() {
    let app = TestApp::new().await;
    let org = Org::new(&app, "ange").await;
    let plan = org.make().await;
    let load = format!("{plan}/las-in");
    assert_both(&org.contact, &org.path(&load)).await;
    assert!(org.get(&plan).await.links().contains(&org.path(&load)));
    let table = org.table(&plan).await;
    assert!(table.starts_with("\u{feff}Nyckel;Version;Frågeutgåva;"));

    let tip = [
        &TO_DO[..],
        &[(STATUS, "Pågår"), (NOTE, "\"Vi \"\"börjar\"\"\"")],
    ]
    .concat();
    let table = with(&table, CARD, &tip);
    let table = with(&table, OTHER, &[(DECISION, "senare"), (DATE, "2027-09-01")]);
    let title = "Anställ en kategoriledare";
    let own = [&TO_DO[..], &[(GOAL, "4"), (TITLE, title)]].concat();
    let table = and(&table, &own);
    let before = app.mails().await.len();
    let done = org.load(&plan, table.as_bytes()).await.location();
    assert!(done.ends_with("?klart=inlast"));
    let page = org.contact.get(&done).await;
    page.assert_sound("sv");
    assert!(page.says("Filen är inläst.") && page.says(title));
    assert!(page.says("2 att göra, 0 av dem klara. 1 senare, 0 inte."));
    let mails = app.mails().await.len();
    assert_eq!(
        mails,
        before + 1,
        "an owner is told once, however many rows name them"
    );
    let entry = org.get(&card(&plan, CARD)).await;
    assert_eq!(entry.text("#anteckning"), "Vi \"börjar\"");
    assert!(entry.has("#lage-ongoing[checked]"));

    // What stands changes nothing, in whichever format and language it was fetched.
    let english = format!("/en{}/file/plan.csv", org.path(&plan));
    let excel = org.path(&format!("{plan}/fil/plan.xlsx"));
    for file in [english, excel] {
        let fetched = org.contact.get(&file).await;
        assert!(fetched.header("content-disposition").contains("attachment"));
        org.load(&plan, &fetched.bytes).await.location();
    }
    let entry = org.get(&card(&plan, CARD)).await;
    assert_eq!(entry.texts(".tips > li").len(), 1, "no new revision");
    assert_eq!(app.mails().await.len(), mails);

    // The own action has a key now, and a decision is taken back.
    let table = org.table(&plan).await;
    let renamed = table.replace(title, "Anställ två kategoriledare");
    let open = [(DECISION, ""), (OWNER, ""), (EMAIL, ""), (DATE, "")];
    org.load(&plan, with(&renamed, CARD, &open).as_bytes())
        .await
        .location();
    let page = org.get(&plan).await;
    assert!(page.says("Anställ två kategoriledare") && !page.says(title));
    assert!(page.says("1 att göra, 0 av dem klara. 1 senare, 0 inte."));
}

#[tokio::test]
async fn everything_that_is_wrong_is_told_and_nothing_is_loaded() {
    let app = TestApp::new().await;
    let org = Org::new(&app, "ange").await;
    let plan = org.make().await;
    let table = org.table(&plan).await;
    let mails = app.mails().await.len();
    let long = "x".repeat(1001);
    let wrong: [(Cells<'_>, &[&str]); 11] = [
        (&[(0, "tips.finns-inte")], &["Nyckel: Planen har ingen rad"]),
        (
            &[(DECISION, "Kanske")],
            &["Beslut: ”Kanske” är inget beslut."],
        ),
        (
            &[(DECISION, "Gör")],
            &["Ansvarig: Välj", "Datum: Skriv dagen"],
        ),
        (&[(OWNER, "Inköpschefen")], &["Beslut: Raden säger vem"]),
        (
            &[TO_DO[0], TO_DO[1], (DATE, "2020-01-01")],
            &["Datum: Dagen har redan varit."],
        ),
        (
            &[TO_DO[0], TO_DO[1], (EMAIL, "inte en"), (DATE, "i höst")],
            &["E-post: ", "Datum: Skriv dagen"],
        ),
        (&[TO_DO[0], TO_DO[2], TO_DO[3]], &["Ansvarig: Skriv vad"]),
        (
            &[(DECISION, "Gör"), (DATE, "2020-01-01")],
            &["Ansvarig: Välj", "Datum: Dagen har redan varit."],
        ),
        (&[(DECISION, "Senare")], &["Datum: Skriv dagen"]),
        (
            &[(DECISION, "Inte"), (BECAUSE, " ")],
            &["Varför inte: Skriv varför"],
        ),
        (
            &[(STATUS, "Snart"), (NOTE, long.as_str())],
            &["Status: ", "Anteckning: "],
        ),
    ];
    for (cells, messages) in wrong {
        // A good row beside it is not loaded either.
        let table = with(&with(&table, CARD, cells), OTHER, &TO_DO);
        let told = org.told(&plan, &table).await;
        assert_eq!(told.len(), messages.len(), "{told:?}");
        for (told, message) in told.iter().zip(messages) {
            assert!(told.starts_with("Rad ") && told.contains(message), "{told}");
        }
    }
    let nameless = org.told(&plan, &and(&table, &TO_DO)).await;
    assert!(nameless[0].contains("Åtgärd: Skriv vad som ska göras."));
    let own = [&TO_DO[..], &[(GOAL, "99"), (TITLE, "Egen")]].concat();
    let aimless = org.told(&plan, &and(&table, &own)).await;
    assert!(aimless[0].contains("Mål: Det finns inget mål ”99”."));
    let never = with(&table, CARD, &[&TO_DO[..], &[(VERSION, "2")]].concat());
    assert!(org.told(&plan, &never).await[0].contains("Version: Det här är ingen version"));
    for (file, message) in [
        ("", "Välj en fil"),
        ("PK nej", "skadad"),
        ("a;b", "ingen plan härifrån"),
    ] {
        let told = org.told(&plan, file).await;
        assert!(told.len() == 1 && told[0].contains(message), "{told:?}");
    }
    assert!(org.get(&plan).await.says("0 att göra"));
    assert_eq!(app.mails().await.len(), mails);
}

#[tokio::test]
async fn a_table_from_another_edition_is_refused() {
    let app = TestApp::new().await;
    let org = Org::new(&app, "ange").await;
    let plan = org.make().await;
    let edition = &app.app.content.current;
    let table = with(&org.table(&plan).await, CARD, &TO_DO);
    let other = table.replace(&format!(";{edition};"), ";nus-2099-1;");
    let told = org.told(&plan, &other).await;
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("annan utgåva av frågorna (nus-2099-1)"));
    assert!(told[0].contains(edition));
    assert!(org.get(&plan).await.says("0 att göra"));
}

#[tokio::test]
async fn what_somebody_else_changed_in_between_is_kept() {
    let app = TestApp::new().await;
    let org = Org::new(&app, "ange").await;
    let plan = org.make().await;
    let table = org.table(&plan).await;
    org.decide(&card(&plan, CARD), &DO).await.location();
    // A row that was touched is told of; nothing else is loaded.
    let both = with(&table, CARD, &[(DECISION, "Inte"), (BECAUSE, "Nej")]);
    let both = with(&both, OTHER, &TO_DO);
    let told = org.told(&plan, &both).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("Version: Någon annan har ändrat"));
    assert!(told[0].contains("Gör. Inköpschefen, klart 31 mars 2027."));
    assert!(org.get(&plan).await.says("1 att göra"));
    // A row that was not touched is no change.
    let one = with(&table, OTHER, &TO_DO);
    org.load(&plan, one.as_bytes()).await.location();
    assert!(org.get(&plan).await.says("2 att göra"));
    // Nor is one that says what somebody else has decided.
    let same = with(&table, CARD, &TO_DO);
    org.load(&plan, same.as_bytes()).await.location();
    let entry = org.get(&card(&plan, CARD)).await;
    assert_eq!(entry.texts(".tips > li").len(), 1);
}

#[tokio::test]
async fn what_is_late_may_stay_late_in_a_table() {
    let app = TestApp::new().await;
    let mut org = Org::new(&app, "ange").await;
    let plan = org.make().await;
    org.decide(&card(&plan, CARD), &DO).await.location();
    org.pass(365 * DAY).await;
    let table = org.table(&plan).await;
    let done = with(&table, CARD, &[(STATUS, "Klar")]);
    org.load(&plan, done.as_bytes()).await.location();
    assert!(org.get(&plan).await.says("1 att göra, 1 av dem klara."));
}

#[tokio::test]
async fn a_closed_plan_is_fetched_and_not_loaded() {
    let app = TestApp::new().await;
    let org = Org::new(&app, "ange").await;
    let plan = org.make().await;
    org.post(&format!("{plan}/avsluta"), &[]).await.location();
    let links = org.get(&plan).await.links();
    assert!(links.contains(&org.path(&format!("{plan}/fil/plan.csv"))));
    assert!(!links.contains(&org.path(&format!("{plan}/las-in"))));
    let table = with(&org.table(&plan).await, CARD, &TO_DO);
    let refused = org.load(&plan, table.as_bytes()).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.says("Planen är avslutad"));
}

#[tokio::test]
async fn whoever_reads_the_plan_fetches_and_does_not_load() {
    let app = TestApp::new().await;
    let org = Org::new(&app, "ange").await;
    let plan = org.make().await;
    let reader = org.member("ida@ange.example", Role::Reader).await;
    for file in ["plan.csv", "plan.xlsx", "plan.ics"] {
        let path = org.path(&format!("{plan}/fil/{file}"));
        assert!(reader.get(&org.path(&plan)).await.links().contains(&path));
        assert_eq!(reader.get(&path).await.status, StatusCode::OK, "{file}");
    }
    let unknown = org.path(&format!("{plan}/fil/plan.pdf"));
    assert_eq!(reader.get(&unknown).await.status, StatusCode::NOT_FOUND);
    let load = org.path(&format!("{plan}/las-in"));
    assert!(!reader.get(&org.path(&plan)).await.links().contains(&load));
    assert_eq!(reader.get(&load).await.status, StatusCode::FORBIDDEN);
    let table = org.table(&plan).await;
    let refused = reader.send_file(&load, table.as_bytes()).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

/// The lines of a calendar, unfolded.
fn unfolded(page: &Page) -> Vec<String> {
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.header("content-type"), "text/calendar; charset=utf-8");
    assert!(page.header("content-disposition").contains(".ics"));
    let whole = page.body.replace("\r\n ", "");
    whole.lines().map(str::to_owned).collect()
}

#[tokio::test]
async fn calendars_have_the_days_of_what_is_left_to_do() {
    let app = TestApp::new().await;
    let org = Org::new(&app, "ange").await;
    let plan = org.make().await;
    org.decide(&card(&plan, CARD), &DO).await.location();
    let later = [("beslut", "senare"), ("nar", "2027-09-01")];
    org.decide(&card(&plan, OTHER), &later).await.location();
    let calendar = org.get(&format!("{plan}/fil/plan.ics")).await;
    let lines = unfolded(&calendar);
    let has = |lines: &[String], text: &str| lines.iter().any(|line| line.starts_with(text));
    assert!(has(&lines, "DTSTART;VALUE=DATE:20270331") && has(&lines, "SUMMARY:Klart senast: "));
    assert!(has(&lines, "DTSTART;VALUE=DATE:20270901") && has(&lines, "SUMMARY:Ta upp igen: "));
    assert!(has(&lines, "DESCRIPTION:På måndag: ") && has(&lines, "DTSTAMP:20261122T"));
    let entry = format!("URL:http://localhost:8080{}", org.path(&card(&plan, CARD)));
    assert!(lines.contains(&entry), "{lines:?}");

    // The owner's has their own actions, and not the address that opens their page.
    let mails = app.mails().await;
    let mail = mails.last().expect("a mail");
    let line = mail.text.lines().find(|line| line.contains("/atgarder/"));
    let line = line.expect("an address").trim();
    let own = &line[line.find("/atgarder/").expect("an address")..];
    let page = app.get(own).await;
    let link = format!("{own}/kalender.ics");
    assert!(page.links().contains(&link));
    let calendar = app.get(&link).await;
    let secret = own.rsplit('/').next().expect("a secret");
    assert!(!calendar.body.replace("\r\n ", "").contains(secret));
    let own = unfolded(&calendar);
    assert!(has(&own, "SUMMARY:Klart senast: ") && !has(&own, "SUMMARY:Ta upp igen: "));
    let tip = format!("URL:http://localhost:8080/tips/{CARD}");
    assert!(own.contains(&tip), "{own:?}");

    // What is done has no day left, and what is moved keeps who it is.
    let uid = |lines: &[String]| {
        let mut uids = lines.iter().filter(|line| line.starts_with("UID:"));
        uids.next().cloned()
    };
    let before = uid(&own);
    let page = org.get(&card(&plan, CARD)).await;
    let owner = page.attr("#agare option[selected]", "value");
    for (version, day, status) in [("1", "2027-04-30", "ongoing"), ("2", "2027-04-30", "done")] {
        let fields = [
            ("version", version),
            ("beslut", "gor"),
            ("agare", owner.as_str()),
            ("klart", day),
            ("lage", status),
        ];
        org.decide(&card(&plan, CARD), &fields).await.location();
        let own = unfolded(&app.get(&link).await);
        assert_eq!(has(&own, "DTSTART;VALUE=DATE:20270430"), status != "done");
        if status != "done" {
            assert_eq!(uid(&own), before);
            assert!(has(&own, "SEQUENCE:2"));
        }
    }
    let unknown = app.get("/atgarder/x/kalender.ics").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

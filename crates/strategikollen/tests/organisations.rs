//! The commands `org`, `user` and `wave`, run as an operator runs them.
#![expect(
    clippy::expect_used,
    reason = "a helper that cannot go on fails its test"
)]

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// An installation's data folder.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Place(tempfile::tempdir().expect("there is room"))
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_strategikollen"))
            .args(arguments)
            .arg("--data")
            .arg(self.0.path())
            .env_remove("STRATEGIKOLLEN_AGENCY")
            .output()
            .expect("the command starts")
    }

    /// As the agency that runs a shared service.
    fn agency(&self, arguments: &[&str]) -> Output {
        self.run(&[arguments, &["--agency", "Myndigheten"]].concat())
    }

    /// A file beside the data.
    fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.0.path().join(name);
        fs::write(&path, bytes).expect("there is room");
        path.to_str().expect("the path is UTF-8").to_owned()
    }

    fn list(&self) -> Vec<Value> {
        let output = self.agency(&["org", "list"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        text.lines()
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .collect()
    }
}

/// What the command printed, on either channel.
fn said(output: &Output) -> String {
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8(both).expect("UTF-8")
}

const HEADINGS: &str = "namn;organisationsnummer;slag;ägare;län;kommunkod;kommungrupp;befolkning;\
                        inköpsvolym;e-postdomäner;registrator;gäller från";

#[test]
fn the_shipped_register_is_imported_and_listed() {
    let place = Place::new();
    let tried = place.agency(&["org", "import", "--shipped", "--check"]);
    assert_eq!(tried.status.code(), Some(0), "{}", said(&tried));
    assert_eq!(
        said(&tried),
        "register: 310 would be added, 0 would be changed, 0 as before\n"
    );
    assert_eq!(place.list(), [] as [Value; 0]);
    let done = place.agency(&["org", "import", "--shipped"]);
    assert_eq!(said(&done), "register: 310 added, 0 changed, 0 as before\n");
    let list = place.list();
    assert_eq!(list.len(), 310);
    let last = &list[309];
    assert_eq!(last["name"], "Övertorneå kommun");
    assert_eq!(last["number"], "212000-2700");
    assert_eq!(last["kind"], "kommun");
    assert_eq!(last["joined"], false);
}

#[test]
fn a_file_is_imported_or_all_its_problems_are_told() {
    let place = Place::new();
    let good = "Bolaget;5560360793;kommunalt_bolag;;;;;;;;;2026-01-01";
    let bad = "Staden;212000-0143;stad;;;;;;;;;i dag";
    let broken = place.file(
        "broken.csv",
        format!("{HEADINGS}\n{good}\n{bad}\n").as_bytes(),
    );
    for check in [&["--check"][..], &[]] {
        let refused = place.agency(&[&["org", "import", &broken], check].concat());
        assert_eq!(refused.status.code(), Some(1));
        let lines: Vec<String> = said(&refused).lines().map(str::to_owned).collect();
        assert_eq!(lines.len(), 4, "{lines:?}");
        assert!(
            lines[0].starts_with("line 3, organisationsnummer: "),
            "{lines:?}"
        );
        assert!(lines[1].starts_with("line 3, slag: "), "{lines:?}");
        assert!(lines[2].starts_with("line 3, gäller från: "), "{lines:?}");
        assert_eq!(lines[3], "register: 3 problems; nothing was imported");
    }
    assert_eq!(place.list(), [] as [Value; 0]);
    let right = place.file(
        "right.csv",
        format!("\u{feff}{HEADINGS}\r\n{good}\r\n").as_bytes(),
    );
    let done = place.agency(&["org", "import", &right]);
    assert_eq!(said(&done), "register: 1 added, 0 changed, 0 as before\n");
    assert_eq!(place.list()[0]["name"], "Bolaget");
}

#[test]
fn a_file_that_cannot_be_used_is_named() {
    let place = Place::new();
    let absent = place.agency(&["org", "import", "/finns/inte.csv"]);
    assert_eq!(absent.status.code(), Some(2));
    assert!(said(&absent).contains("/finns/inte.csv: cannot be read"));
    let large = place.file("large.csv", &vec![b'x'; 10_000_001]);
    let large = place.agency(&["org", "import", &large]);
    assert_eq!(large.status.code(), Some(2));
    assert!(said(&large).contains("larger than"));
    let none = place.agency(&["org", "import"]);
    assert_eq!(none.status.code(), Some(2));
    let both = place.agency(&["org", "import", "a.csv", "--shipped"]);
    assert_eq!(both.status.code(), Some(2));
}

#[test]
fn roles_at_the_agency_are_given_and_taken() {
    let place = Place::new();
    let role = ["--role", "administrator"];
    let email = "Ada@Myndigheten.se";
    let granted = place.agency(&[&["user", "grant", email], &role[..]].concat());
    assert_eq!(granted.status.code(), Some(0), "{}", said(&granted));
    let again = place.agency(&[&["user", "grant", email], &role[..]].concat());
    assert_eq!(again.status.code(), Some(0));
    let reset = place.agency(&["user", "reset-factor", email]);
    assert_eq!(reset.status.code(), Some(0), "{}", said(&reset));
    let out = place.agency(&["user", "end-sessions", email]);
    assert_eq!(
        said(&out),
        "user: Ada@Myndigheten.se is signed out, 0 sessions ended\n"
    );
    let revoked = place.agency(&[&["user", "revoke", email], &role[..]].concat());
    assert_eq!(revoked.status.code(), Some(0), "{}", said(&revoked));
    let gone = place.agency(&[&["user", "revoke", email], &role[..]].concat());
    assert_eq!(gone.status.code(), Some(2));
    assert!(said(&gone).contains("has not got the role"));
}

#[test]
fn what_makes_no_sense_is_told() {
    let place = Place::new();
    let king = place.agency(&["user", "grant", "ada@myndigheten.se", "--role", "king"]);
    assert_eq!(king.status.code(), Some(2));
    assert!(said(&king).contains("case_officer, editor, publisher, administrator"));
    let bad = place.agency(&["user", "grant", "ada", "--role", "editor"]);
    assert_eq!(bad.status.code(), Some(2));
    assert!(said(&bad).contains("ada: is no e-mail address"));
    for command in ["reset-factor", "end-sessions"] {
        let nobody = place.agency(&["user", command, "ada@myndigheten.se"]);
        assert_eq!(nobody.status.code(), Some(2));
        assert!(said(&nobody).contains("is nobody's address here"));
        let bad = place.agency(&["user", command, "ada"]);
        assert_eq!(bad.status.code(), Some(2));
        assert!(said(&bad).contains("ada: is no e-mail address"));
    }
    for arguments in [
        &["org", "import", "--shipped"][..],
        &["org", "list"],
        &["user", "grant", "ada@myndigheten.se", "--role", "editor"],
    ] {
        let own = place.run(arguments);
        assert_eq!(own.status.code(), Some(2));
        assert!(said(&own).contains("egen installation"), "{}", said(&own));
    }
}

#[test]
fn comparisons_are_listed_for_an_agency_only() {
    let place = Place::new();
    let none = place.agency(&["wave", "list"]);
    assert_eq!((none.status.code(), said(&none)), (Some(0), String::new()));
    let missing = place.agency(&["wave", "report", "2027-03-31"]);
    assert_eq!(missing.status.code(), Some(2));
    assert_eq!(
        said(&missing),
        "2027-03-31: no comparison of that date has been closed\n"
    );
    let no_day = place.agency(&["wave", "report", "i-fjol"]);
    assert_eq!(no_day.status.code(), Some(2));
    assert!(said(&no_day).contains("a day is written YYYY-MM-DD"));
    let own = place.run(&["wave", "list"]);
    assert_eq!(own.status.code(), Some(2));
    assert!(said(&own).contains("egen installation"));
}

#[test]
fn what_cannot_be_loaded_is_told_and_nothing_is() {
    let place = Place::new();
    let missing = place.run(&["org", "load", "nowhere.zip"]);
    assert_eq!(missing.status.code(), Some(2), "{}", said(&missing));
    let text = place.file("text.zip", b"not an archive");
    let damaged = place.run(&["org", "load", &text]);
    assert_eq!(damaged.status.code(), Some(2), "{}", said(&damaged));
    assert!(said(&damaged).contains("not a ZIP archive"));
    let files = [("svar.csv", b"" as &[u8])].into_iter();
    let packed = report::archive::pack(files).expect("an archive");
    let other = place.file("other.zip", &packed);
    let problems = place.run(&["org", "load", &other]);
    assert_eq!(problems.status.code(), Some(1), "{}", said(&problems));
    assert!(said(&problems).contains("organisation.json: is missing"));
    assert!(said(&problems).contains("1 problems; nothing was loaded"));
    let shared = place.agency(&["org", "load", &other]);
    assert_eq!(shared.status.code(), Some(2), "{}", said(&shared));
    assert!(said(&shared).contains("a register of its own"));
}

//! `wave preview`, run as an operator runs it: the example in docs/reference/comparison, and files
//! that are wrong.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper that cannot go on fails its test"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use domain::comparison::{Frame, Intake, Registered, Salt, Submission};
use domain::day::Day;
use domain::organisation::register::{Known, parse};
use domain::synthetic::{ByType, Draws, Parameters, Places, Population};
use serde_json::{Value, json};
use service::content::load_embedded;
use service::organisations::register::shipped;
use tempfile::TempDir;

/// The dates of the example's waves.
const WAVES: [&str; 2] = ["2027-03-31", "2028-03-31"];

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/comparison")
}

fn example(file: &str) -> String {
    let path = examples().join(file);
    path.to_str().expect("the path is UTF-8").to_owned()
}

/// A run of the command in a folder of its own.
struct Preview {
    folder: TempDir,
    output: Output,
}

impl Preview {
    fn of(submissions: &str, date: &str, more: &[&str]) -> Preview {
        let folder = tempfile::tempdir().expect("there is room");
        let output = Command::new(env!("CARGO_BIN_EXE_strategikollen"))
            .args(["wave", "preview", "--submissions", submissions])
            .args(["--date", date])
            .args(["--out", "release.json", "--public", "public.json"])
            .args(more)
            .current_dir(folder.path())
            .output()
            .expect("the command starts");
        Preview { folder, output }
    }

    /// Of these lines, on the date of the first wave.
    fn of_lines(lines: &str) -> Preview {
        let beside = tempfile::tempdir().expect("there is room");
        let path = beside.path().join("submissions.jsonl");
        fs::write(&path, lines).expect("there is room");
        Preview::of(path.to_str().expect("UTF-8"), WAVES[0], &[])
    }

    fn said(&self) -> String {
        let both = [self.output.stdout.as_slice(), &self.output.stderr].concat();
        String::from_utf8(both).expect("UTF-8")
    }

    fn file(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.folder.path().join(name)).ok()
    }

    /// What was refused, having written nothing.
    fn refused(&self, status: i32) -> String {
        assert_eq!(self.output.status.code(), Some(status), "{}", self.said());
        assert_eq!(self.file("release.json"), None);
        assert_eq!(self.file("public.json"), None);
        self.said()
    }
}

/// A line of the file of submissions.
fn line(submission: &Submission) -> String {
    let counted = &submission.counted;
    json!({
        "organisation": submission.organisation,
        "owner": submission.owner,
        "kind": counted.kind,
        "population": counted.population,
        "volume": counted.volume,
        "skr_group": counted.skr,
        "lan": counted.lan,
        "submitted": submission.submitted,
        "edition": submission.edition,
        "depth": submission.depth,
        "synthetic": submission.synthetic,
        "answers": submission.answers,
    })
    .to_string()
}

/// Writes the example anew: what synthetic organisations hand in, and the first release, whose salt
/// is drawn when it is made in earnest.
fn write_example() {
    let content = load_embedded().expect("content");
    let edition = &content.editions[&content.current];
    let register = parse(&shipped(), &Known::new()).expect("the shipped register");
    let places = Places::of(register.iter().map(|entry| &entry.classification));
    let days = WAVES.map(|wave| Day::try_from(wave).expect("a day"));
    let parameters = Parameters {
        participation: ByType::all(0.8),
        ..Parameters::sweden(days.to_vec()).of_size(48)
    };
    let population = Population::new(edition, &places, parameters, &Draws::new(7));
    for (wave, name) in ["first", "second"].into_iter().enumerate() {
        let lines: Vec<String> = population.submissions(wave).map(|one| line(&one)).collect();
        let text = lines.join("\n") + "\n";
        fs::write(example(&format!("{name}.jsonl")), text).expect("there is room");
    }
    let numbers: Vec<(String, Option<String>)> = register
        .iter()
        .map(|entry| {
            let owner = entry.owner.map(|owner| owner.digits());
            (entry.number.digits(), owner)
        })
        .collect();
    let registered = register.iter().zip(&numbers);
    let registered = registered.map(|(entry, (number, owner))| Registered {
        organisation: number,
        owner: owner.as_deref(),
        counted: (&entry.classification).into(),
    });
    let frame = Frame::of(&content, registered);
    let mut intake = Intake::new(&content, days[0]).expect("an edition");
    population.submissions(0).for_each(|one| intake.add(&one));
    let release = intake
        .release(&frame, None, Salt::new([7; 32]))
        .expect("a release");
    let files = [
        ("first.release.json", release.to_json()),
        ("first.public.json", release.public.to_json()),
    ];
    for (file, text) in files {
        fs::write(example(file), text.expect("JSON")).expect("there is room");
    }
    let previous = example("first.release.json");
    let made = Preview::of(
        &example("second.jsonl"),
        WAVES[1],
        &["--previous", &previous],
    );
    for file in ["release", "public"] {
        let text = made.file(&format!("{file}.json"));
        let text = text.unwrap_or_else(|| panic!("{}", made.said()));
        fs::write(example(&format!("second.{file}.json")), text).expect("there is room");
    }
}

fn golden(file: &str) -> String {
    fs::read_to_string(example(file)).expect("an example")
}

#[test]
fn the_example_comes_out_to_the_byte() {
    if std::env::var_os("UPDATE_DOCS").is_some() {
        write_example();
    }
    let first = Preview::of(&example("first.jsonl"), WAVES[0], &[]);
    assert_eq!(first.output.status.code(), Some(0), "{}", first.said());
    assert_eq!(first.file("public.json"), Some(golden("first.public.json")));
    let previous = example("first.release.json");
    let second = Preview::of(
        &example("second.jsonl"),
        WAVES[1],
        &["--previous", &previous],
    );
    assert_eq!(second.output.status.code(), Some(0), "{}", second.said());
    let (release, public) = (second.file("release.json"), second.file("public.json"));
    assert_eq!(release, Some(golden("second.release.json")));
    assert_eq!(public, Some(golden("second.public.json")));
}

#[test]
fn the_example_shows_what_the_rules_do() {
    let second: Value = serde_json::from_str(&golden("second.release.json")).expect("JSON");
    let findings = second["report"]["findings"].as_array().expect("findings");
    for outcome in ["hidden", "kept"] {
        let found = findings.iter().any(|one| one["outcome"] == outcome);
        assert!(found, "{outcome}: {findings:?}");
    }
    let groups = second["public"]["groups"].as_array().expect("groups");
    let shows = |date: &str| groups.iter().any(|group| group["shows"] == date);
    assert!(shows(WAVES[1]) && groups.iter().any(|group| group["shows"].is_null()));
    assert_eq!(second["public"]["synthetic"], true);
    let first: Value = serde_json::from_str(&golden("first.release.json")).expect("JSON");
    let public: Value = serde_json::from_str(&golden("first.public.json")).expect("JSON");
    assert_eq!(
        first["public"], public,
        "the same public part in both files"
    );
    // An organisation's id is in what it handed in, and nowhere in a release.
    let line: Value =
        serde_json::from_str(golden("first.jsonl").lines().next().expect("a line")).expect("JSON");
    let organisation = line["organisation"].as_str().expect("an id");
    for file in ["first.release.json", "second.release.json"] {
        assert!(!golden(file).contains(organisation), "{file}");
    }
}

#[test]
fn everything_that_is_wrong_with_a_file_is_told_and_nothing_is_written() {
    let golden = golden("first.jsonl");
    let lines: Vec<&str> = golden.lines().collect();
    let edition = load_embedded().expect("content").current;
    let without_kind = {
        let mut line: Value = serde_json::from_str(lines[2]).expect("JSON");
        line.as_object_mut().expect("an object").remove("kind");
        line.to_string()
    };
    let submitted = |line: &str, day: &str| {
        let mut line: Value = serde_json::from_str(line).expect("JSON");
        line["submitted"] = json!(day);
        line.to_string()
    };
    let wrong = [
        lines[0].to_owned(),
        lines[0].to_owned(),
        lines[1].replace(&edition, "nus-1999-1"),
        without_kind,
        submitted(lines[3], "2027-02-31"),
        "{".to_owned(),
    ];
    let told = Preview::of_lines(&wrong.join("\n")).refused(1);
    for part in [
        "nus-1999-1",
        "line 4: missing field `kind`",
        "line 5: ",
        "line 6: ",
        "no release was made",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let id: Value = serde_json::from_str(lines[0]).expect("JSON");
    assert!(told.contains(id["organisation"].as_str().expect("an id")));
}

#[test]
fn a_release_that_someone_altered_is_refused() {
    let release = golden("first.release.json");
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("altered.json");
    let previous = path.to_str().expect("UTF-8");
    for (from, to) in [("\"median\":2", "\"median\":3"), ("{", "[")] {
        let altered = release.replacen(from, to, 1);
        assert_ne!(altered, release);
        fs::write(&path, altered).expect("there is room");
        let more = ["--previous", previous];
        let told = Preview::of(&example("second.jsonl"), WAVES[1], &more).refused(2);
        assert!(told.contains("altered.json: "), "{told}");
    }
    // One from later than the wave is no release before it.
    let later = example("second.release.json");
    let more = ["--previous", later.as_str()];
    Preview::of(&example("first.jsonl"), WAVES[0], &more).refused(1);
}

#[test]
fn files_that_are_not_there_and_dates_that_are_none_are_told() {
    let missing = Preview::of("nowhere.jsonl", WAVES[0], &[]).refused(2);
    assert!(
        missing.contains("nowhere.jsonl: cannot be read"),
        "{missing}"
    );
    let day = Preview::of(&example("first.jsonl"), "2027-02-30", &[]).refused(2);
    assert!(day.contains("2027-02-30"), "{day}");
    let early = Preview::of(&example("first.jsonl"), "1999-01-01", &[]).refused(2);
    assert!(early.contains("edition"), "{early}");
}

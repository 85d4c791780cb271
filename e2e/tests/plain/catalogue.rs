//! The catalogue of open data meets the national profile, DCAT-AP-SE 3.0.1: one that cannot be
//! loaded stops the harvest of everything that its organisation publishes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use e2e::program::Program;
use e2e::rdf::{SYNTAXES, faults};

fn documented() -> &'static Path {
    Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../docs/reference/comparison"
    ))
}

#[tokio::test]
async fn the_service_gives_a_catalogue_that_meets_the_profile() {
    let program = Program::start_with(&[
        "--agency=Exempelmyndigheten",
        "--sender-name=Exempelmyndigheten",
        "--sender-number=202100-6297",
        "--sender-kind=statlig_myndighet",
        "--sender-contact=kollen@exempel.se",
        "--sender-dpo=dataskydd@exempel.se",
    ])
    .await;
    let client = program.client();
    let folder = tempfile::tempdir().expect("a folder");
    for (ending, media_type) in SYNTAXES {
        let by_address = client.get(&format!("/datasets/dcat.{ending}")).await;
        assert_eq!(by_address.status, 200, "{}", by_address.text());
        assert!(by_address.header("content-type").starts_with(media_type));
        fs::write(
            folder.path().join(format!("catalogue.{ending}")),
            &by_address.body,
        )
        .expect("a writable folder");
    }
    let found = faults(folder.path(), "catalogue", false);
    assert!(found.is_empty(), "{}", found.join("\n"));

    // Everything of ours that it points at is there.
    let turtle = fs::read_to_string(folder.path().join("catalogue.ttl")).expect("Turtle");
    let own: BTreeSet<&str> = turtle
        .split('<')
        .filter_map(|rest| rest.split('>').next()?.strip_prefix(&program.origin))
        .map(|path| path.split('#').next().unwrap_or_default())
        .collect();
    assert!(own.len() >= 5, "{own:?}");
    for path in own {
        assert_eq!(client.get(path).await.status, 200, "{path}");
    }
}

#[test]
fn the_documented_catalogue_meets_the_profile_and_nothing_can_be_left_out_of_it() {
    let found = faults(documented(), "catalogue", true);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The check sees what is wrong with a catalogue that has it.
#[test]
fn faults_are_found_where_there_are_any() {
    let folder = tempfile::tempdir().expect("a folder");
    for (ending, _) in SYNTAXES {
        let name = format!("catalogue.{ending}");
        let whole = fs::read_to_string(documented().join(&name)).expect("a file");
        let broken = match ending {
            "ttl" => {
                whole
                    .replace("SE2021006297", "5560000000")
                    .replace("<https://kollen.exempel.se/kontakt>", "<kontakt>")
                    + "[] a <http://www.w3.org/ns/dcat#Dataset> .\n"
            }
            _ => whole.replace("publicdomain/zero/1.0/", "publicdomain/zero/1.0"),
        };
        fs::write(folder.path().join(&name), broken).expect("a writable folder");
    }
    let found = faults(folder.path(), "catalogue", false).join("\n");
    for fault in [
        "blank node",
        "not absolute",
        "does not hold what",
        "shacl#Violation",
    ] {
        assert!(found.contains(fault), "{fault} is not in {found}");
    }
}

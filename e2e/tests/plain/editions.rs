//! Rounds and files of an edition that an installation does not have.

use std::fs;
use std::path::Path;

use domain::text::Lang;
use e2e::markup;
use e2e::places::{content, public};
use e2e::program::Program;
use e2e::rounds::{State, prepare};
use web::routes::Page;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file");
        }
    }
}

#[tokio::test]
async fn what_belongs_to_another_edition_is_told_and_left_alone() {
    let content = content();
    let ours = content.current.as_str();
    let theirs = "nus-2016-9";
    let folder = tempfile::tempdir().expect("a folder");
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    copy(&shipped, folder.path());
    let editions = folder.path().join("editions");
    fs::rename(editions.join(ours), editions.join(theirs)).expect("a folder");
    let file = editions.join(theirs).join("edition.toml");
    let text = fs::read_to_string(&file).expect("an edition");
    let renamed = text
        .replace(ours, theirs)
        .replacen("number = 1", "number = 9", 1);
    fs::write(&file, renamed).expect("an edition");

    let other = format!("--content={}", folder.path().display());
    let program = Program::start_with(&[&other]).await;
    let client = program.client();
    let mut edition = content.editions[ours].clone();
    theirs.clone_into(&mut edition.id);
    let round = prepare(&client, &edition, State::FullDone).await;
    let saved = client.get(&round.path(Page::File, &[])).await;
    assert!(saved.text().contains(theirs));

    let program = Program::start_in(program.stop(), &[]).await;
    let client = program.client();
    for lang in Lang::ALL {
        for page in [Page::Home, Page::Result, Page::Record, Page::File] {
            let reply = client.get(&round.path_in(page, lang, &[])).await;
            assert_eq!(reply.status, 409, "{page:?}");
            let faults = markup::faults(&reply, lang);
            assert!(faults.is_empty(), "{faults:?}");
        }
        let open = public(Page::Open, lang, &[]);
        let reply = client.upload(&open, &[], &saved.body).await;
        assert_eq!(reply.status, 422);
        assert!(reply.first(".errors").contains(theirs), "{}", reply.text());
    }
    // Nothing was lost: with the edition back, the round is as it was.
    let program = Program::start_in(program.stop(), &[&other]).await;
    let again = program.client().get(&round.path(Page::Home, &[])).await;
    assert_eq!(again.status, 200);
}

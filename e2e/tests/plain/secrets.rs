//! What the program writes about itself tells nothing that it was trusted with.

use domain::text::Lang;
use e2e::faults::moments;
use e2e::places::{How, content, edition, public, round_places};
use e2e::program::Program;
use e2e::rounds::{COMMENT, NAME, State, prepare};
use web::routes::{Door, Page};

#[tokio::test]
async fn neither_address_nor_answer_is_in_the_log_or_in_the_database() {
    let program = Program::start_with(&["--log=debug"]).await;
    let content = content();
    let edition = edition(&content);
    let client = program.client();
    let round = prepare(&client, edition, State::FullDone).await;
    for lang in Lang::ALL {
        for door in [Door::Write, Door::Read] {
            for place in round_places(edition, &round, door, lang, How::One) {
                client.get(&place.path).await;
            }
        }
        for moment in moments(&client, edition, lang).await {
            moment.send(&client).await;
        }
    }
    let opinion = [
        ("om", "page:Start"),
        ("svar", "ja"),
        ("text", "Bra om ordlistan"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()));
    client
        .post(&public(Page::Feedback, Lang::Sv, &[]), &opinion)
        .await;

    let (out, log) = (program.out(), program.log());
    assert!(
        log.matches("answered").count() > 100,
        "a line for every request: {log}"
    );
    let words = [
        "Fjällhamra",
        "ledningssystemet",
        "Inköpsenheten",
        "1250000000",
        "Annan uppgift",
    ];
    let database = std::fs::read(program.database()).expect("a database");
    let mut wal = program.database().into_os_string();
    wal.push("-wal");
    let wal = std::fs::read(wal).unwrap_or_default();
    assert!(NAME.contains(words[0]) && COMMENT.contains(words[1]));
    for secret in [round.secret.as_str(), round.reader.as_str()]
        .into_iter()
        .chain(words)
    {
        assert!(!out.contains(secret), "{secret} on standard output");
        assert!(!log.contains(secret), "{secret} in the log");
        for (name, bytes) in [("database", &database), ("write-ahead log", &wal)] {
            let found = bytes
                .windows(secret.len())
                .any(|bytes| bytes == secret.as_bytes());
            assert!(!found, "{secret} in the {name}");
        }
    }
    assert!(!log.contains("Bra om ordlistan"), "an opinion in the log");
}

//! The command `content links`, against a server on this machine.
#![expect(
    clippy::expect_used,
    reason = "a helper that cannot go on fails its test"
)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// What the server answers for each path, to HEAD and to GET.
const ANSWERS: [(&str, u16, u16); 4] = [
    ("/here", 200, 200),
    ("/no-head", 405, 200),
    ("/moved", 301, 301),
    ("/gone", 404, 404),
];

/// A server that answers so until the test ends; its port.
fn server() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let mut reader = BufReader::new(stream.try_clone().expect("a connection"));
            let mut first = String::new();
            reader.read_line(&mut first).expect("a request");
            let mut parts = first.split(' ');
            let (method, path) = (parts.next(), parts.next().unwrap_or_default());
            let answer = ANSWERS.iter().find(|(known, ..)| *known == path);
            let status = answer.map_or(500, |(_, head, get)| match method {
                Some("HEAD") => *head,
                _ => *get,
            });
            let answer = format!(
                "HTTP/1.1 {status} x\r\nContent-Length: 0\r\nConnection: close\r\nLocation: /here\r\n\r\n"
            );
            stream.write_all(answer.as_bytes()).expect("an answer");
        }
    });
    port
}

/// The small content of the rules' own tests, with these addresses.
fn folder(addresses: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/tests/fixture");
    copy(&fixture, folder.path());
    let sources = folder.path().join("sources.toml");
    let mut text = fs::read_to_string(&sources).expect("sources");
    for (id, address) in addresses {
        text.push_str(&format!(
            "\n[[sources]]\nid = \"{id}\"\npublisher = \"x\"\naddress = \"{address}\"\n\
             checked = \"2026-11-22\"\ntitle = {{ sv = \"x\", en = \"x\" }}\n"
        ));
    }
    fs::write(sources, text).expect("sources");
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

fn links(arguments: &[&str]) -> (Option<i32>, String) {
    let output: Output = Command::new(env!("CARGO_BIN_EXE_strategikollen"))
        .args(["content", "links"])
        .args(arguments)
        .output()
        .expect("the command starts");
    let told = [output.stdout, output.stderr].concat();
    (
        output.status.code(),
        String::from_utf8_lossy(&told).into_owned(),
    )
}

#[test]
fn what_is_known_is_told_without_a_request() {
    // Nobody listens there.
    let folder = folder(&[("tyst", "http://localhost:9/x")]);
    let path = folder.path().to_str().expect("UTF-8");
    let (code, told) = links(&[path]);
    assert!(!told.contains("tyst: unknown"), "{told}");
    assert_eq!(code, Some(1), "the act was looked at in 2024: {told}");
    assert!(
        told.contains("lagen: not looked at for a year (seen 2024-02-29)"),
        "{told}"
    );

    let elsewhere = tempfile::tempdir().expect("a folder");
    let states = elsewhere.path().join("known.toml");
    let known = "[[links]]\nid = \"strategin\"\nstate = \"gone\"\nchecked = \"2026-11-01\"\n";
    fs::write(&states, known).expect("a file");
    let (code, told) = links(&[path, "--states", states.to_str().expect("UTF-8")]);
    assert_eq!(code, Some(1));
    assert!(told.contains("strategin: gone (seen 2026-11-01)"), "{told}");

    let (code, told) = links(&[path, "--states", "/nowhere/x.toml"]);
    assert_eq!(code, Some(2), "{told}");
    assert_eq!(links(&["--ask"]).0, Some(2), "nowhere to write");
}

#[test]
fn every_address_is_asked_when_told_to() {
    let port = server();
    let address = |path: &str| format!("http://localhost:{port}{path}");
    let addresses = [
        ("har", address("/here")),
        ("utan-huvud", address("/no-head")),
        ("flyttad", address("/moved")),
        ("borta", address("/gone")),
        ("trasig", address("/broken")),
        ("osaker", "http://192.0.2.1/x".to_owned()),
    ];
    let folder = folder(&addresses.each_ref().map(|(id, to)| (*id, to.as_str())));
    let sources = folder.path().join("sources.toml");
    let text = fs::read_to_string(&sources).expect("sources");
    // No request leaves this machine.
    fs::write(&sources, text.replace("https://example.org", &address(""))).expect("sources");
    let path = folder.path().to_str().expect("UTF-8");
    let (code, told) = links(&[path, "--ask"]);
    assert_eq!(code, Some(1), "{told}");
    for line in [
        "flyttad: moved",
        "borta: gone",
        "trasig: unknown",
        "osaker: unknown",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    for fine in ["har:", "utan-huvud:"] {
        assert!(!told.contains(fine), "{fine} {told}");
    }
    let written = fs::read_to_string(folder.path().join("links.toml")).expect("states");
    assert!(
        written.contains("id = \"har\"\nstate = \"works\""),
        "{written}"
    );
    let check = Command::new(env!("CARGO_BIN_EXE_strategikollen"))
        .args(["content", "check", path])
        .status();
    assert!(check.expect("the command starts").success());
}

//! The command `demo`, run as someone runs it who wants to see the service with data.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a helper that cannot go on fails its test"
)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A demonstration that runs until it is dropped, and what it printed.
struct Running {
    process: Child,
    said: String,
}

impl Running {
    fn start(data: &Path) -> Running {
        let mut process = Command::new(env!("CARGO_BIN_EXE_strategikollen"))
            .args(["demo", "--port", "0", "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the command starts");
        let mut lines = BufReader::new(process.stdout.take().expect("a pipe"));
        let mut said = String::new();
        while !said.contains("Stop with") {
            let read = lines.read_line(&mut said).expect("UTF-8");
            assert!(read > 0, "it ended: {said}");
        }
        Running { process, said }
    }

    /// The address that lets one in: host and port, and path.
    fn way_in(&self) -> (String, String) {
        let line = self.said.lines().find(|line| line.contains("/demo/"));
        let line = line.unwrap_or_else(|| panic!("no address in {}", self.said));
        let (_, address) = line.split_once("http://").expect("an address");
        let (host, path) = address.split_once('/').expect("a path");
        (host.to_owned(), format!("/{path}"))
    }

    fn get(&self, path: &str) -> String {
        let (host, _) = self.way_in();
        let mut stream = TcpStream::connect(&host).expect("it listens");
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("a request");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn it_shows_who_one_can_be_and_goes_on_where_it_was() {
    let folder = tempfile::tempdir().expect("there is room");
    let data = folder.path().join("demo");
    let first = Running::start(&data);
    for who in [
        "contact person",
        "publisher",
        "case officer",
        "Alva Exempel",
    ] {
        assert!(first.said.contains(who), "{}", first.said);
    }
    let (_, path) = first.way_in();
    let page = first.get(&path);
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(page.contains("Alva Exempel") && page.contains("Påhittade uppgifter"));
    drop(first);

    // The same people again, and another address to get in by.
    let second = Running::start(&data);
    assert_ne!(second.way_in().1, path);
    assert!(second.get(&path).starts_with("HTTP/1.1 404"));
    assert!(second.get(&second.way_in().1).contains("Alva Exempel"));
    drop(second);

    let serve = Command::new(env!("CARGO_BIN_EXE_strategikollen"))
        .args(["org", "list", "--agency", "Myndigheten", "--data"])
        .arg(&data)
        .output()
        .expect("the command starts");
    let told = String::from_utf8_lossy(&serve.stderr).into_owned();
    assert_eq!(serve.status.code(), Some(2), "{told}");
    assert!(told.contains("a demonstration lies there"), "{told}");
}

#[test]
fn it_leaves_a_folder_with_something_else_alone() {
    let folder = tempfile::tempdir().expect("there is room");
    fs::write(folder.path().join("strategikollen.db"), "mine").expect("there is room");
    let output = Command::new(env!("CARGO_BIN_EXE_strategikollen"))
        .args(["demo", "--port", "0", "--data"])
        .arg(folder.path())
        .output()
        .expect("the command starts");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("nothing was changed"), "{told}");
    let files = fs::read_dir(folder.path()).expect("it is there").count();
    assert_eq!(files, 1);
}

//! The program itself, started as its operator starts it.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::http::Client;

/// How long the program may take to say where it runs. A machine that builds meanwhile is slow, and
/// a service to show has years to make up.
const PATIENCE: Duration = Duration::from_secs(180);
const A_MOMENT: Duration = Duration::from_millis(20);

/// A running program. It is ended, and its data thrown away, when this is dropped.
pub struct Program {
    process: Child,
    folder: TempDir,
    /// Where it says that it runs, `http://localhost:PORT`.
    pub origin: String,
}

impl Program {
    /// Starts it on a free port with an empty database.
    pub async fn start() -> Self {
        Program::start_with(&[]).await
    }

    /// Starts it with more arguments.
    pub async fn start_with(arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Program::start_in(folder, arguments).await
    }

    /// Starts it on the data of one that was stopped.
    pub async fn start_in(folder: TempDir, arguments: &[&str]) -> Self {
        let data = folder.path().to_owned();
        let serve = ["serve", "--listen", "127.0.0.1:0"];
        Program::launch(folder, &data, &[&serve, arguments].concat()).await
    }

    /// Starts the service to show, with everything that it makes up.
    pub async fn start_demo() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("demo");
        Program::launch(folder, &data, &["demo", "--port", "0"]).await
    }

    async fn launch(folder: TempDir, data: &Path, arguments: &[&str]) -> Self {
        let log = |name: &str| File::create(folder.path().join(name)).expect("a log file");
        let process = Command::new(program())
            .args(arguments)
            .arg("--data")
            .arg(data)
            .env_clear()
            .stdin(Stdio::null())
            .stdout(log("stdout"))
            .stderr(log("stderr"))
            .spawn()
            .expect("the program starts");
        let mut program = Program {
            process,
            folder,
            origin: String::new(),
        };
        program.origin = program.address().await;
        program
    }

    /// Waits for the line that tells the address.
    async fn address(&mut self) -> String {
        let mut waited = Duration::ZERO;
        while waited < PATIENCE {
            let out = self.out();
            let address = out
                .lines()
                .find_map(|line| Some(&line[line.find("http://localhost:")?..]));
            // A line is whole once the next has begun.
            if let Some(address) = address
                && out.matches('\n').count() > 1
            {
                return address.trim().to_owned();
            }
            if let Ok(Some(status)) = self.process.try_wait() {
                panic!("the program ended with {status}: {}", self.log());
            }
            tokio::time::sleep(A_MOMENT).await;
            waited += A_MOMENT;
        }
        panic!("the program did not start: {}", self.log());
    }

    /// Ends it as a power cut would, and gives its data.
    pub fn stop(mut self) -> TempDir {
        self.end();
        let empty = tempfile::tempdir().expect("a folder");
        std::mem::replace(&mut self.folder, empty)
    }

    /// Asks it to stop, as an operator does, and leaves it to finish what it is at.
    pub fn ask_to_stop(&self) {
        let id = self.process.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &id]).status();
        assert!(asked.expect("kill runs").success());
    }

    fn end(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }

    /// A client that talks to it.
    pub fn client(&self) -> Client {
        Client::new(&self.origin)
    }

    /// The folder with everything it keeps.
    pub fn data(&self) -> &Path {
        self.folder.path()
    }

    /// The database file.
    pub fn database(&self) -> PathBuf {
        self.data().join("strategikollen.db")
    }

    /// Where the organisation of an egen installation is named, as the program tells its operator.
    pub async fn place_to_install(&self) -> String {
        let mut waited = Duration::ZERO;
        loop {
            let out = self.out();
            let found = out.lines().find_map(|line| line.split_once("/installera/"));
            // The line is written whole.
            if let Some((_, key)) = found
                && out.ends_with('\n')
            {
                return format!("/installera/{key}");
            }
            assert!(waited < PATIENCE, "no place to install is told: {out}");
            tokio::time::sleep(A_MOMENT).await;
            waited += A_MOMENT;
        }
    }

    /// Everything it has written on standard output.
    pub fn out(&self) -> String {
        read(&self.folder.path().join("stdout"))
    }

    /// Everything it has written on standard error.
    pub fn log(&self) -> String {
        read(&self.folder.path().join("stderr"))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.end();
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// Does something on the command line with the data in a folder, and gives what it printed.
pub fn command(data: &Path, arguments: &[&str]) -> String {
    let done = Command::new(program())
        .args(arguments)
        .arg("--data")
        .arg(data)
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.success(), "{arguments:?}: {told}");
    String::from_utf8(done.stdout).expect("UTF-8")
}

/// The program that was built together with the tests, in the folder above theirs.
pub fn program() -> PathBuf {
    let test = std::env::current_exe().expect("a path");
    let program = test
        .ancestors()
        .nth(2)
        .map(|folder| folder.join("strategikollen"))
        .expect("a folder above the tests");
    assert!(
        program.exists(),
        "{} is missing: build it with `cargo build -p strategikollen`, or run ./test.sh",
        program.display()
    );
    program
}

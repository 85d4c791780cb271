//! The service as a process of its own: the real program, built as people run it.

use std::fs::{self, File};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::Result;

/// No process takes longer to start.
const STARTING: Duration = Duration::from_secs(30);
/// A processor's time is counted in these by the kernel, whatever the machine.
const TICKS_PER_SECOND: f64 = 100.0;

/// Builds the service with the same profile as this program and says where it lies.
pub(crate) fn build() -> Result<PathBuf> {
    let this = std::env::current_exe()?;
    let folder = this.parent().ok_or("this program lies in no folder")?;
    let profile = folder
        .file_name()
        .and_then(|name| name.to_str())
        .filter(|profile| *profile != "debug")
        .ok_or("figures of a debug build say nothing: cargo run --release -p bench")?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = std::process::Command::new(cargo)
        .args(["build", "--profile", profile, "-p", "strategikollen"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status()?;
    if !built.success() {
        return Err("the service does not build".into());
    }
    Ok(folder.join("strategikollen"))
}

/// A process that serves on the loopback address, and is stopped when dropped.
pub(crate) struct Server {
    process: Child,
    pub(crate) address: SocketAddr,
}

/// What a process holds and has used.
pub(crate) struct Usage {
    /// Memory that is resident now, MiB.
    pub(crate) resident: f64,
    /// Time of the processors, all cores together.
    pub(crate) processor: Duration,
}

impl Server {
    /// Starts the service on a database of its own in `folder`; its log goes to a file there.
    pub(crate) async fn start(program: &Path, folder: &Path, name: &str) -> Result<Self> {
        Server::start_as(program, folder, name, &[]).await
    }

    /// The same with further settings.
    pub(crate) async fn start_as(
        program: &Path,
        folder: &Path,
        name: &str,
        settings: &[&str],
    ) -> Result<Self> {
        let data = folder.join(name);
        fs::create_dir_all(&data)?;
        let mut command = Command::new(program);
        command
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(&data)
            .args(settings)
            .stderr(File::create(data.join("log"))?);
        Server::of(command).await
    }

    /// Starts a process that prints `http://localhost:` and its port.
    pub(crate) async fn of(mut command: Command) -> Result<Self> {
        let mut process = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let output = process.stdout.take().ok_or("no output to read")?;
        let mut lines = BufReader::new(output).lines();
        let port = async {
            while let Some(line) = lines.next_line().await? {
                if let Some((_, port)) = line.rsplit_once("http://localhost:") {
                    return Ok(port.parse::<u16>()?);
                }
            }
            Err("the process ended without an address".into())
        };
        let port: Result<u16> = tokio::time::timeout(STARTING, port).await?;
        Ok(Server {
            process,
            address: (Ipv4Addr::LOCALHOST, port?).into(),
        })
    }

    /// What the process holds and has used, as the kernel tells.
    pub(crate) fn usage(&self) -> Result<Usage> {
        let id = self.process.id().ok_or("the process has ended")?;
        let status = fs::read_to_string(format!("/proc/{id}/status"))?;
        let kib = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .and_then(|rest| rest.split_whitespace().next())
            .ok_or("no resident memory is told")?;
        // After the name, which may hold anything, stand the third field and those that follow.
        let stat = fs::read_to_string(format!("/proc/{id}/stat"))?;
        let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
        let fields: Vec<&str> = fields.split_whitespace().collect();
        let ticks = |field: usize| -> Result<f64> {
            let text = fields.get(field - 3).ok_or("no processor time is told")?;
            Ok(text.parse()?)
        };
        Ok(Usage {
            resident: kib.parse::<f64>()? / 1024.0,
            processor: Duration::from_secs_f64((ticks(14)? + ticks(15)?) / TICKS_PER_SECOND),
        })
    }
}

//! The key that is kept outside the database: where it is read from, and how it is made.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use clap::Args;
use service::secrets::ServerKey;

use crate::outcome::Failure;
use crate::serve::random;

/// Where the key is.
#[derive(Args, Clone)]
pub(crate) struct KeyArguments {
    /// The key that organisations' drafts are encrypted with, as 32 bytes in base64. Keep it apart
    /// from the database and its backups: without it, drafts cannot be read.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_KEY",
        value_name = "BASE64",
        hide_env_values = true
    )]
    key: Option<String>,

    /// File that holds the key. Made with a new key if it is missing. Without it,
    /// strategikollen.key in the data folder.
    #[arg(
        long,
        env = "STRATEGIKOLLEN_KEY_FILE",
        value_name = "FILE",
        conflicts_with = "key"
    )]
    key_file: Option<PathBuf>,
}

impl KeyArguments {
    /// The key; made at the first start.
    pub(crate) fn load(&self, data: &Path) -> Result<ServerKey, Failure> {
        if let Some(text) = &self.key {
            return ServerKey::parse(text)
                .ok_or_else(|| Failure::Usage("--key: must be 32 bytes in base64".to_owned()));
        }
        let file = match &self.key_file {
            Some(file) => file.clone(),
            None => data.join("strategikollen.key"),
        };
        let told = |error: std::io::Error| {
            Failure::Usage(format!("the key file {}: {error}", file.display()))
        };
        match fs::read_to_string(&file) {
            Ok(text) => ServerKey::parse(&text).ok_or_else(|| {
                Failure::Usage(format!(
                    "the key file {}: must hold 32 bytes in base64. It was not changed.",
                    file.display()
                ))
            }),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let mut bytes = [0; 32];
                random(&mut bytes);
                let key = ServerKey::new(bytes);
                if let Some(folder) = file.parent() {
                    fs::create_dir_all(folder).map_err(told)?;
                }
                // Made only if it still is missing: two starts at once must not end with two keys.
                OpenOptions::new()
                    .write(true)
                    .create_new(true)
                    .mode(0o600)
                    .open(&file)
                    .and_then(|mut made| made.write_all(format!("{}\n", key.text()).as_bytes()))
                    .map_err(told)?;
                Ok(key)
            }
            Err(error) => Err(told(error)),
        }
    }
}

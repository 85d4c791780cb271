//! A real mail server beside the program, and the mails that arrived there.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use data_encoding::BASE64_MIME_PERMISSIVE as BASE64;
use tempfile::TempDir;

use crate::vnu::from_npm;

/// How long a mail may take to arrive, pauses between tries included.
const PATIENCE: Duration = Duration::from_secs(60);
const A_MOMENT: Duration = Duration::from_millis(50);

/// The mail server of `servers/smtp.mjs`, which tells what it can do. It is ended, and its mails
/// thrown away, when this is dropped.
pub struct MailServer {
    process: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    folder: TempDir,
    /// Where it listens.
    pub port: u16,
}

/// A mail that arrived.
#[derive(Clone, Debug)]
pub struct Mail {
    head: Vec<(String, String)>,
    /// The text, decoded, with lines that end with LF.
    pub text: String,
    /// As it came.
    pub raw: String,
}

impl MailServer {
    /// Starts it: `plain`, `starttls` or `tls`, and the user and password it wants, if any.
    pub fn start(protection: &str, user: Option<(&str, &str)>) -> Self {
        // Found first, so that its absence is told.
        from_npm("smtp-server/package.json");
        let folder = tempfile::tempdir().expect("a folder");
        let mut process = Command::new("node")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("servers/smtp.mjs"))
            .arg(folder.path())
            .arg(protection)
            .args(user.map_or_else(Vec::new, |(user, password)| vec![user, password]))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("node runs");
        let to = process.stdin.take().expect("a standard input");
        let from = BufReader::new(process.stdout.take().expect("a standard output"));
        let mut server = MailServer {
            process,
            to,
            from,
            folder,
            port: 0,
        };
        server.port = server.line().parse().expect("a port");
        server
    }

    /// Tells what to do with mails from now on: `accept`, `refuse`, `refuse-sender`, `busy`, `hang`.
    pub fn tell(&mut self, mode: &str) {
        writeln!(self.to, "{mode}").expect("the mail server listens");
        assert_eq!(self.line(), mode);
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.from
            .read_line(&mut line)
            .expect("the mail server talks");
        line.trim().to_owned()
    }

    /// The settings that send the program's mails here.
    pub fn settings(&self) -> Vec<String> {
        vec![
            "--smtp-host=localhost".to_owned(),
            format!("--smtp-port={}", self.port),
        ]
    }

    /// The certificate it made, if it speaks TLS.
    pub fn certificate(&self) -> PathBuf {
        self.folder.path().join("certificate.pem")
    }

    /// All mails that have arrived, in that order.
    pub fn mails(&self) -> Vec<Mail> {
        let folder = fs::read_dir(self.folder.path()).expect("a folder");
        let mut files: Vec<PathBuf> = folder
            .map(|file| file.expect("a file").path())
            .filter(|file| file.extension().is_some_and(|ending| ending == "eml"))
            .collect();
        files.sort();
        files
            .iter()
            .map(|file| Mail::read(&fs::read_to_string(file).expect("a mail")))
            .collect()
    }

    /// Waits until so many mails have arrived.
    pub async fn arrived(&self, count: usize) -> Vec<Mail> {
        let mut waited = Duration::ZERO;
        loop {
            let mails = self.mails();
            if mails.len() >= count {
                return mails;
            }
            assert!(waited < PATIENCE, "only {} mails arrived", mails.len());
            tokio::time::sleep(A_MOMENT).await;
            waited += A_MOMENT;
        }
    }
}

/// What has come to one address, read in order.
pub struct Inbox<'a> {
    server: &'a MailServer,
    /// Whose it is.
    pub address: String,
    read: usize,
}

impl<'a> Inbox<'a> {
    /// An inbox that nobody has read.
    pub fn of(server: &'a MailServer, address: &str) -> Self {
        Inbox {
            server,
            address: address.to_owned(),
            read: 0,
        }
    }

    /// Waits for the next mail that says something, and leaves those before it behind.
    pub async fn next(&mut self, saying: &str) -> Mail {
        let mut waited = Duration::ZERO;
        loop {
            let mails = self.server.mails();
            let own = mails
                .into_iter()
                .filter(|mail| mail.header("To") == self.address);
            let next = own
                .enumerate()
                .skip(self.read)
                .find(|(_, mail)| mail.text.contains(saying));
            if let Some((index, mail)) = next {
                self.read = index + 1;
                return mail;
            }
            assert!(
                waited < PATIENCE,
                "no mail to {} says {saying}",
                self.address
            );
            tokio::time::sleep(A_MOMENT).await;
            waited += A_MOMENT;
        }
    }

    /// Waits for the next link that begins so, and gives its path.
    pub async fn link(&mut self, start: &str) -> String {
        let mail = self.next(start).await;
        let from = mail.text.find(start).expect("a link");
        let link = mail.text[from..].split_whitespace().next();
        link.expect("a link").to_owned()
    }

    /// Waits for the next code to sign in with.
    pub async fn code(&mut self) -> String {
        loop {
            let mail = self.next("-").await;
            let is_code = |line: &&str| {
                let parts: Vec<&str> = line.split('-').collect();
                let part = |part: &&str| {
                    part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
                };
                parts.len() == 2 && parts.iter().all(part)
            };
            if let Some(code) = mail.text.lines().find(is_code) {
                return code.to_owned();
            }
        }
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Mail {
    fn read(raw: &str) -> Self {
        let (head, body) = raw.split_once("\r\n\r\n").expect("a head and a body");
        let head: Vec<(String, String)> = head
            .replace("\r\n ", " ")
            .replace("\r\n\t", " ")
            .lines()
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_owned(), decoded_words(value)))
            .collect();
        let mut mail = Mail {
            head,
            text: String::new(),
            raw: raw.to_owned(),
        };
        let text = match mail.header("Content-Transfer-Encoding") {
            "quoted-printable" => quoted_printable(body),
            "base64" => BASE64.decode(body.as_bytes()).expect("base64"),
            _ => body.as_bytes().to_vec(),
        };
        mail.text = String::from_utf8(text)
            .expect("UTF-8")
            .replace("\r\n", "\n");
        mail
    }

    /// A header's value, decoded, or nothing. It may be there once only.
    pub fn header(&self, name: &str) -> &str {
        let mut found = self.head.iter().filter(|(other, _)| other == name);
        let value = found.next().map_or("", |(_, value)| value);
        assert!(found.next().is_none(), "{name} twice: {}", self.raw);
        value
    }
}

/// A header's value with its encoded words (RFC 2047) decoded; white space between two goes.
fn decoded_words(value: &str) -> String {
    let mut text = String::new();
    let mut after_encoded = false;
    for word in value.split_whitespace() {
        let encoded = word
            .strip_prefix("=?")
            .and_then(|word| word.strip_suffix("?="));
        if !(text.is_empty() || after_encoded && encoded.is_some()) {
            text.push(' ');
        }
        after_encoded = encoded.is_some();
        let Some(encoded) = encoded else {
            text.push_str(word);
            continue;
        };
        let parts: Vec<&str> = encoded.split('?').collect();
        assert_eq!(parts.len(), 3, "{word}");
        assert_eq!(parts[0].to_ascii_lowercase(), "utf-8");
        let bytes = match parts[1] {
            "b" | "B" => BASE64.decode(parts[2].as_bytes()).expect("base64"),
            _ => quoted_printable(&parts[2].replace('_', " ")),
        };
        text.push_str(&String::from_utf8(bytes).expect("UTF-8"));
    }
    text
}

/// Decodes quoted-printable (RFC 2045).
fn quoted_printable(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let text = text.replace("=\r\n", "");
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'=', [high, low, after @ ..]) => {
                let digits = String::from_utf8_lossy(&[*high, *low]).into_owned();
                bytes.push(u8::from_str_radix(&digits, 16).expect("two hexadecimal digits"));
                rest = after;
            }
            _ => bytes.push(byte),
        }
    }
    bytes
}

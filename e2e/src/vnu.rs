//! The HTML checker, run once over many saved pages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What npm has installed for the journeys.
pub fn from_npm(path: &str) -> PathBuf {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("node_modules")
        .join(path);
    assert!(
        file.exists(),
        "{} is missing: run `npm ci --ignore-scripts` in e2e/, or ./test.sh",
        file.display()
    );
    file
}

/// Saves pages in a folder, each under the name of what it is, and gives every error in them.
pub fn errors(folder: &Path, pages: &[(String, String)]) -> Vec<String> {
    for (index, (name, html)) in pages.iter().enumerate() {
        let safe = |letter: char| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                '-'
            }
        };
        let name: String = name.chars().map(safe).take(100).collect();
        let file = folder.join(format!("{index:04}-{name}.html"));
        fs::write(file, html).expect("a writable folder");
    }
    let output = Command::new("java")
        .arg("-jar")
        .arg(from_npm("vnu-jar/build/dist/vnu.jar"))
        .args(["--format", "json", "--stdout", "--exit-zero-always"])
        .arg(folder)
        .output()
        .expect("java runs");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        let told = String::from_utf8_lossy(&output.stderr);
        panic!("the HTML checker's report is no JSON: {error}: {told}")
    });
    let messages = report["messages"].as_array().expect("messages");
    messages
        .iter()
        .filter(|message| message["type"] != "info")
        .map(|message| {
            let text = |name: &str| message[name].as_str().unwrap_or_default().to_owned();
            format!("{}: {}: {}", text("url"), text("message"), text("extract"))
        })
        .collect()
}

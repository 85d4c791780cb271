//! The page docs/operate/settings.md, written from the same definitions as `--help`.

use clap::CommandFactory;
use std::fmt::Write;

/// Every setting of `serve`, as a Markdown table.
fn page() -> String {
    let command = crate::Cli::command();
    let mut page = String::from(
        "# Settings\n\nEach is a flag of `strategikollen` and `strategikollen serve`, and an \
         environment variable. Written from the same definitions as `--help`.\n\n\
         | flag | environment | default | what it does |\n|---|---|---|---|\n",
    );
    for argument in command
        .get_arguments()
        .filter(|argument| argument.get_env().is_some())
    {
        let flag = argument.get_long().unwrap_or_default();
        let value = argument
            .get_value_names()
            .filter(|_| argument.get_action().takes_values())
            .and_then(|names| names.first())
            .map(|name| format!(" {name}"))
            .unwrap_or_default();
        let environment = argument
            .get_env()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let default: Vec<String> = argument
            .get_default_values()
            .iter()
            .map(|value| format!("`{}`", value.to_string_lossy()))
            .collect();
        let help = argument
            .get_help()
            .map(ToString::to_string)
            .unwrap_or_default();
        let _ = writeln!(
            page,
            "| `--{flag}{value}` | `{environment}` | {} | {help} |",
            default.join(" ")
        );
    }
    page
}

#[test]
fn the_page_on_settings_says_what_the_command_takes() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../docs/operate/settings.md"
    );
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, page()).expect("the page can be written");
    }
    let written = std::fs::read_to_string(path).expect("the page is there");
    assert_eq!(written, page(), "run the test once with UPDATE_DOCS=1");
}

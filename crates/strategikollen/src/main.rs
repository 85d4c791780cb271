//! The command `strategikollen`. Each subcommand has a module; what it prints is its own, how it
//! ends is the same for all: 0 when all is well, 1 when content has problems, 2 when the command
//! was used wrongly or something it needs is missing or cannot be read.

mod content;
mod demo;
mod feedback;
mod mail;
mod org;
mod outcome;
mod score;
mod serve;
mod settings;
#[cfg(test)]
mod settings_page;
mod user;
mod wave;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Self-assessment of strategic public procurement. Without a subcommand: serve.
#[derive(Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: settings::Arguments,
}

#[derive(Subcommand)]
enum Command {
    /// Start the service.
    Serve(settings::Arguments),
    /// Start a service to show: synthetic organisations, and people to sign in as at once.
    Demo(demo::Arguments),
    /// Check, describe and export the questions and tips.
    #[command(subcommand)]
    Content(content::Command),
    /// Compute levels and tips from a file of answers and print them as JSON.
    Score(score::Arguments),
    /// Read what people said about pages, questions and tips.
    #[command(subcommand)]
    Feedback(feedback::Command),
    /// See which mails could not be delivered.
    #[command(subcommand)]
    Mail(mail::Command),
    /// Look after the register of organisations.
    #[command(subcommand)]
    Org(org::Command),
    /// Give and take roles at the agency, and help people back in.
    #[command(subcommand)]
    User(user::Command),
    /// Compute comparisons.
    #[command(subcommand)]
    Wave(wave::Command),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match cli.command {
        Some(Command::Content(command)) => content::run(command),
        Some(Command::Score(arguments)) => score::run(&arguments),
        Some(Command::Feedback(command)) => feedback::run(&command),
        Some(Command::Mail(command)) => mail::run(&command),
        Some(Command::Org(command)) => org::run(&command),
        Some(Command::User(command)) => user::run(&command),
        Some(Command::Wave(command)) => wave::run(&command),
        Some(Command::Demo(arguments)) => demo::run(&arguments),
        Some(Command::Serve(arguments)) => serve::run(&arguments),
        None => serve::run(&cli.serve),
    };
    outcome::exit_code(outcome)
}

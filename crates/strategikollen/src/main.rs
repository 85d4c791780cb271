//! The command `strategikollen`. Each subcommand has a module; what it prints is its own, how it
//! ends is the same for all: 0 when all is well, 1 when content has problems, 2 when the command
//! was used wrongly or something it needs is missing or cannot be read.

mod content;
mod outcome;
mod score;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Self-assessment of strategic public procurement.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Check, describe and export the questions and tips.
    #[command(subcommand)]
    Content(content::Command),
    /// Compute levels and tips from a file of answers and print them as JSON.
    Score(score::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Some(Command::Content(command)) => content::run(command),
        Some(Command::Score(arguments)) => score::run(&arguments),
        None => Ok(()),
    };
    outcome::exit_code(outcome)
}

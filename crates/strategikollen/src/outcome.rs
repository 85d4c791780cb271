//! How a subcommand prints and how it ends.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// Why a subcommand ends without having done what was asked.
pub(crate) enum Failure {
    /// The content has problems, told already or in the message.
    Content(Option<String>),
    /// It was used wrongly, or something it needs is missing or cannot be read.
    Usage(String),
}

/// Prints on standard output. A reader that has gone away (`… | head`) is no failure.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Usage(format!(
            "standard output cannot be written to: {error}"
        ))),
        _ => Ok(()),
    }
}

/// The exit code of an outcome; a message goes to standard error.
pub(crate) fn exit_code(outcome: Result<(), Failure>) -> ExitCode {
    let (code, message) = match outcome {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Failure::Content(message)) => (1, message),
        Err(Failure::Usage(message)) => (2, Some(message)),
    };
    if let Some(message) = message {
        // Where standard error is gone too, the code is all there is to say.
        let _ = writeln!(io::stderr(), "{message}");
    }
    ExitCode::from(code)
}

//! Settings that cannot be used: what `serve` says of them, and that it does not start.
#![expect(
    clippy::expect_used,
    reason = "a helper that cannot go on fails its test"
)]

use std::fs;
use std::process::Command;

/// Starts the service with these settings, which it must refuse, and gives what it said.
fn refused(settings: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let output = Command::new(env!("CARGO_BIN_EXE_strategikollen"))
        .args(["serve", "--listen=127.0.0.1:0", "--data"])
        .arg(folder.path())
        .args(settings)
        .env_clear()
        .output()
        .expect("the command runs");
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(output.stdout.is_empty());
    said
}

#[test]
fn mail_settings_that_do_not_go_together_are_refused_by_name() {
    for (settings, named) in [
        (vec!["--smtp-port=25"], "--smtp-host"),
        (
            vec!["--smtp-host=mail.exempel.se", "--smtp-password=x"],
            "--smtp-user",
        ),
        (
            vec!["--smtp-host=mail.exempel.se", "--smtp-user=kollen"],
            "--smtp-password-file",
        ),
        (
            vec!["--smtp-host=mail.exempel.se", "--smtp-security=ssl"],
            "starttls, tls, none",
        ),
        (
            vec!["--smtp-host=mail.exempel.se", "--smtp-timeout=0"],
            "1..=120",
        ),
        (
            vec!["--smtp-host=mail .exempel.se"],
            "--smtp-host mail .exempel.se",
        ),
        (vec!["--mail-from=kollen"], "--mail-from"),
        (
            vec!["--mail-from=a@exempel.se, b@exempel.se"],
            "--mail-from",
        ),
    ] {
        let said = refused(&settings);
        assert!(said.contains(named), "{settings:?}: {said}");
    }
}

#[test]
fn files_of_mail_settings_that_cannot_be_used_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let no_certificate = folder.path().join("no-certificate.pem");
    fs::write(&no_certificate, "Hej!\n").expect("a writable file");
    let missing = folder.path().join("missing");
    let host = "--smtp-host=mail.exempel.se";
    let authority = |file: &std::path::Path| format!("--smtp-ca-file={}", file.display());
    let said = refused(&[host, &authority(&no_certificate)]);
    assert!(
        said.contains("no-certificate.pem: there is no certificate"),
        "{said}"
    );
    let said = refused(&[host, &authority(&missing)]);
    assert!(said.contains("missing: cannot be read"), "{said}");
    let password = format!("--smtp-password-file={}", missing.display());
    let said = refused(&[host, "--smtp-user=kollen", &password]);
    assert!(said.contains("missing: cannot be read"), "{said}");
}

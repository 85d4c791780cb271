//! Turns `locales/*/*.ftl` into one checked function per message. A message that is missing in
//! one language gets no function, so a page that uses it does not build.

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

fn main() -> std::process::ExitCode {
    let Ok(out) = std::env::var("OUT_DIR") else {
        return std::process::ExitCode::FAILURE;
    };
    build_from_locales_folder(
        BuildOptions::default()
            .with_locales_folder("../../locales")
            .with_output_file_path(&format!("{out}/l10n.rs"))
            .with_ftl_output(FtlOutputOptions::single_file(&format!(
                "{out}/translations.ftl"
            )))
            .with_default_language("sv")
            .with_prefix("")
            .with_lint_level(LintLevel::Strict)
            .without_bidi_isolation(),
    )
}

//! Rules about running text: words to avoid, addresses, and how hard the Swedish is to read.

use super::folder::Folder;
use super::hub;
use super::problem::{ProblemKind, Report, quoted};
use super::read::File;
use super::value::{select_texts, texts_in};
use crate::hub::markdown;
use crate::instrument::lix::Lix;
use crate::instrument::schema::FileKind;
use crate::instrument::words::Terms;
use crate::text::Lang;

/// The highest LIX of the Swedish text of a file.
const LIX: usize = 40;

/// The files whose running text has to be easy to read.
const LIX_IN: [FileKind; 5] = [
    FileKind::Question,
    FileKind::Card,
    FileKind::Framework,
    FileKind::HubPage,
    FileKind::Glossary,
];

/// LIX says nothing about a text of fewer words than this.
const LIX_WORDS: usize = 100;

/// Checks the running texts of all files. Without the lists in `terms.toml` there are no words to
/// avoid and no LIX to count.
pub(super) fn check(folder: &Folder<'_>, report: &mut Report) {
    let lists = folder.of(FileKind::Terms).find(|file| file.whole);
    let list = |key: &str| -> Vec<String> {
        let path = format!("{key}[]");
        let entries = lists.map(|file| select_texts(&file.value, &path));
        entries
            .into_iter()
            .flatten()
            .map(|(_, entry)| entry.to_owned())
            .collect()
    };
    let (forbidden, in_levels) = (list("forbidden"), list("forbidden_in_levels"));
    let forbidden = Terms::new(forbidden.iter().map(String::as_str));
    let in_levels = Terms::new(in_levels.iter().map(String::as_str));
    let glossary = list("glossary");

    for file in folder.files().filter(|file| file.whole) {
        for lang in Lang::ALL {
            for (field, text) in texts_in(&file.value, lang) {
                check_address(file, &field, text, report);
                check_words(file, &field, text, &forbidden, "no text may use it", report);
                if file.place.kind() == FileKind::Question && field.starts_with("levels[") {
                    check_words(
                        file,
                        &field,
                        text,
                        &in_levels,
                        "no level may use it",
                        report,
                    );
                }
            }
        }
        if lists.is_some() && LIX_IN.contains(&file.place.kind()) {
            check_lix(file, &glossary, report);
        }
    }
}

fn check_address(file: &File<'_>, field: &str, text: &str, report: &mut Report) {
    let lower = text.to_lowercase();
    if ["http://", "https://", "www."]
        .iter()
        .any(|mark| lower.contains(mark))
    {
        let message = "holds an address; put it in sources.toml and refer to it by its id";
        report.add(file.path, field, ProblemKind::LinkInText, message);
    }
}

fn check_words(
    file: &File<'_>,
    field: &str,
    text: &str,
    terms: &Terms<'_>,
    why: &str,
    report: &mut Report,
) {
    for term in terms.used_in(text) {
        let message = format!("uses {}: {why}; say it in another way", quoted(term));
        report.add(file.path, field, ProblemKind::ForbiddenWord, message);
    }
}

/// Counts over the file's running text: everything in Swedish but the names of acts.
fn check_lix(file: &File<'_>, glossary: &[String], report: &mut Report) {
    let texts = texts_in(&file.value, Lang::Sv);
    let running = texts
        .iter()
        .filter(|(field, _)| !field.ends_with("reference.sv"));
    let running: Vec<String> = running
        .flat_map(|(field, text)| match hub::is_markdown(file, field) {
            true => markdown::blocks(text),
            false => vec![(*text).to_owned()],
        })
        .collect();
    let lix = Lix::of(running.iter().map(String::as_str), glossary);
    if lix.words >= LIX_WORDS && lix.above(LIX) {
        let mut longest: Vec<&str> = lix.long_words.iter().map(String::as_str).collect();
        longest.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
        longest.truncate(6);
        let message = format!(
            "the Swedish text has LIX {:.1} of at most {LIX} ({} words, {} sentences, {} long words); \
             write shorter sentences and shorter words, for example instead of {}",
            lix.value(),
            lix.words,
            lix.sentences,
            lix.long,
            longest.join(", "),
        );
        report.add(file.path, "sv", ProblemKind::Lix, message);
    }
}

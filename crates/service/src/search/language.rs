//! What a word is, in one language.

use std::ops::Range;

use domain::text::Lang;
use frostem::{Algorithm, Stemmer};

/// Words that say nothing of what someone looks for.
const SWEDISH: &[&str] = &[
    "alla", "allt", "att", "av", "bara", "bli", "blir", "bör", "de", "dem", "den", "det", "där",
    "då", "e", "efter", "ej", "eller", "en", "er", "era", "ert", "ett", "finns", "från", "få",
    "får", "för", "ga", "gör", "göra", "ha", "har", "hur", "i", "in", "ingen", "inte", "ja", "kan",
    "kommer", "man", "med", "men", "mer", "mot", "måste", "ni", "nu", "när", "någon", "något",
    "och", "om", "oss", "på", "sig", "ska", "som", "så", "till", "under", "upp", "ur", "ut",
    "utan", "vad", "var", "vara", "varför", "vem", "vi", "vid", "vilka", "vilken", "vår", "våra",
    "är", "åt", "över",
];
const ENGLISH: &[&str] = &[
    "a", "about", "all", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does", "for",
    "from", "had", "has", "have", "how", "i", "if", "in", "is", "it", "its", "just", "not", "of",
    "on", "only", "or", "our", "should", "so", "that", "the", "their", "them", "there", "they",
    "this", "to", "up", "was", "we", "what", "when", "where", "which", "who", "why", "will",
    "with", "you", "your",
];

/// The rules of a language.
pub(super) struct Language {
    stemmer: Stemmer,
    empty: &'static [&'static str],
    /// Whether words are put together to new ones without a space.
    pub(super) compounds: bool,
}

impl Language {
    pub(super) fn new(lang: Lang) -> Self {
        let (algorithm, empty) = match lang {
            Lang::Sv => (Algorithm::Swedish, SWEDISH),
            Lang::En => (Algorithm::English, ENGLISH),
        };
        Language {
            stemmer: Stemmer::new(algorithm),
            empty,
            compounds: lang == Lang::Sv,
        }
    }

    /// What is the same in all forms of a word; the word is in small letters.
    pub(super) fn stem(&self, word: &str) -> String {
        self.stemmer.stem(word).into_owned()
    }

    /// Whether a word says nothing of what someone looks for.
    pub(super) fn is_empty(&self, word: &str) -> bool {
        self.empty.contains(&word)
    }
}

/// The words of a text in small letters, and where each stands.
pub(super) fn words(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(char::is_alphanumeric)?;
        let after = text[start..].find(|c: char| !c.is_alphanumeric());
        rest = after.map_or(text.len(), |length| start + length);
        Some((start..rest, text[start..rest].to_lowercase()))
    })
}

/// The word as it is typed on a keyboard without å, ä and ö.
pub(super) fn fold(word: &str) -> String {
    let plain = word.chars().map(|c| match c {
        'å' | 'ä' | 'à' | 'á' => 'a',
        'ö' | 'ó' => 'o',
        'é' | 'è' | 'ë' => 'e',
        'ü' => 'u',
        c => c,
    });
    plain.collect()
}

/// The sentences of a text.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let ends = rest.match_indices(['.', '!', '?', '…']).find(|(at, mark)| {
            let after = &rest[at + mark.len()..];
            let next = after.trim_start().chars().find(|c| c.is_alphanumeric());
            after.starts_with(char::is_whitespace) && next.is_none_or(|c| !c.is_lowercase())
        });
        let end = ends.map_or(rest.len(), |(at, mark)| at + mark.len());
        let (sentence, after) = rest.split_at(end);
        rest = after;
        Some(sentence.trim_end())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_at_a_mark_before_a_new_one() {
        let all = |text| sentences(text).collect::<Vec<_>>();
        assert_eq!(
            all("Ring t.ex. tre. Vem? Läs 4.2 först "),
            ["Ring t.ex. tre.", "Vem?", "Läs 4.2 först"]
        );
        assert!(all("  ").is_empty());
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let swedish = Language::new(Lang::Sv);
        for forms in [
            ["upphandling", "upphandlingar", "upphandlingens"],
            ["avtal", "avtalet", "avtals"],
            ["anbud", "anbuden", "anbudets"],
            ["leverantör", "leverantörer", "leverantörernas"],
        ] {
            let stems = forms.map(|form| swedish.stem(form));
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{stems:?}");
        }
        assert_eq!(fold("återanvändning"), "ateranvandning");
    }
}

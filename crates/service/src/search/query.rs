//! What someone asks for: words, each with what else it may have been meant as and what else is
//! called the same.

use std::collections::BTreeSet;

use domain::instrument::Content;
use domain::text::Lang;

use super::language::{self, Language};
use super::lexicon::Lexicon;

/// More words than this are not searched for.
const WORDS: usize = 20;

/// How much another word for the same thing counts.
const SYNONYM: f32 = 0.6;

/// A query that has been read.
pub(super) struct Asked {
    /// What a hit should have, each in one of several ways.
    pub(super) units: Vec<Vec<Way>>,
    /// The stems of all words as they were typed, small words too.
    pub(super) typed: Vec<String>,
}

/// One way to say something: all of its words, each of which may be one of several stems.
pub(super) struct Way {
    pub(super) words: Vec<Vec<(String, f32)>>,
    pub(super) weight: f32,
}

impl Asked {
    /// Whether there is no word in it.
    pub(super) fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// The stems by which each unit can be seen in a text.
    pub(super) fn marks(&self) -> Vec<BTreeSet<&str>> {
        self.units
            .iter()
            .map(|ways| {
                let words = ways.iter().flat_map(|way| way.words.iter().flatten());
                words.map(|(stem, _)| stem.as_str()).collect()
            })
            .collect()
    }
}

/// Words that mean the same: each as its stems.
pub(super) struct Synonyms(Vec<Vec<Vec<String>>>);

impl Synonyms {
    /// The glossary's and those that stand beside it.
    pub(super) fn new(content: &Content, language: &Language, lang: Lang) -> Self {
        let terms = content.hub.terms.values().map(|term| {
            let others = term.synonyms.get(lang).iter();
            others.chain([match lang {
                Lang::Sv => &term.term.sv,
                Lang::En => &term.term.en,
            }])
        });
        let stems = |text: &String| telling(language, text);
        let terms = terms.map(|group| group.map(stems).collect());
        let groups = content.hub.synonyms.iter();
        let groups = groups.map(|group| group.get(lang).iter().map(stems).collect());
        Synonyms(
            terms
                .chain(groups)
                .filter(|group: &Vec<_>| group.len() > 1)
                .collect(),
        )
    }

    /// How many words the longest word or expression has that the words begin with and that others
    /// mean the same as.
    fn longest(&self, words: &[Vec<(String, f32)>]) -> usize {
        let members = self.0.iter().flatten();
        members
            .filter(|member| member.len() <= words.len() && is(&words[..member.len()], member))
            .map(Vec::len)
            .max()
            .unwrap_or_default()
    }
}

/// The stems of all words of a text.
pub(super) fn stems(language: &Language, text: &str) -> Vec<String> {
    language::words(text)
        .map(|(_, word)| language.stem(&word))
        .take(WORDS)
        .collect()
}

/// The stems of the words of a text that tell something; of all of them, if none does.
fn telling(language: &Language, text: &str) -> Vec<String> {
    telling_words(language, text)
        .iter()
        .map(|word| language.stem(word))
        .collect()
}

fn telling_words(language: &Language, text: &str) -> Vec<String> {
    let all: Vec<String> = language::words(text)
        .map(|(_, word)| word)
        .take(WORDS)
        .collect();
    let telling: Vec<String> = all
        .iter()
        .filter(|word| !language.is_empty(word))
        .cloned()
        .collect();
    if telling.is_empty() { all } else { telling }
}

/// Reads a query.
pub(super) fn read(lexicon: &Lexicon, synonyms: &Synonyms, text: &str) -> Asked {
    let words: Vec<Vec<(String, f32)>> = telling_words(&lexicon.language, text)
        .iter()
        .flat_map(|word| lexicon.meant(word))
        .collect();
    let mut units = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let length = synonyms.longest(&words[at..]).max(1);
        let run = &words[at..at + length];
        // What means the same as a guess counts no more than the guess.
        let surest =
            |word: &Vec<(String, f32)>| word.iter().map(|(_, sure)| *sure).fold(0.0, f32::max);
        let sure: f32 = run.iter().map(surest).product();
        let mut ways = vec![Way {
            words: run.to_vec(),
            weight: 1.0,
        }];
        for group in synonyms
            .0
            .iter()
            .filter(|group| group.iter().any(|member| is(run, member)))
        {
            let others = group.iter().filter(|member| !is(run, member));
            ways.extend(others.map(|member| {
                Way {
                    words: member
                        .iter()
                        .map(|stem| vec![(stem.clone(), 1.0)])
                        .collect(),
                    weight: SYNONYM * sure,
                }
            }));
        }
        units.push(ways);
        at += length;
    }
    Asked {
        units,
        typed: stems(&lexicon.language, text),
    }
}

/// Whether the words are, or may be meant as, the stems.
fn is(words: &[Vec<(String, f32)>], stems: &[String]) -> bool {
    words.len() == stems.len()
        && words
            .iter()
            .zip(stems)
            .all(|(word, stem)| word.iter().any(|(meant, _)| meant == stem))
}

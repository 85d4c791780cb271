//! The sentence that says most of what was asked for, with what was asked for marked.

use std::collections::BTreeSet;
use std::ops::Range;

use super::documents::Document;
use super::language::{sentences, words};
use super::lexicon::Lexicon;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it is what was asked for.
    pub marked: bool,
}

/// A sentence, with the stems that each of its words is found by.
pub(super) struct Sentence {
    text: String,
    words: Vec<(Range<usize>, Vec<String>)>,
}

/// The sentences of a document: those of its summary first.
pub(super) fn sentences_of(document: &Document, lexicon: &Lexicon) -> Vec<Sentence> {
    let texts = std::iter::once(&document.summary).chain(&document.text);
    texts
        .flat_map(|text| sentences(text))
        .map(|text| Sentence {
            text: text.to_owned(),
            words: words(text)
                .map(|(range, word)| (range, lexicon.found_by(&word)))
                .collect(),
        })
        .collect()
}

/// The first of the sentences that have most of the marks; the very first, if none has any.
pub(super) fn best(sentences: &[Sentence], marks: &[BTreeSet<&str>]) -> Vec<Piece> {
    let count = |sentence: &Sentence| {
        let seen = |mark: &BTreeSet<&str>| sentence.words.iter().any(|(_, stems)| has(mark, stems));
        marks.iter().filter(|mark| seen(mark)).count()
    };
    // The last of several that are equal would be chosen.
    let best = sentences
        .iter()
        .rev()
        .max_by_key(|sentence| count(sentence));
    best.map(|sentence| sentence.marked(marks))
        .unwrap_or_default()
}

fn has(mark: &BTreeSet<&str>, stems: &[String]) -> bool {
    stems.iter().any(|stem| mark.contains(stem.as_str()))
}

impl Sentence {
    fn marked(&self, marks: &[BTreeSet<&str>]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut at = 0;
        let mut add = |text: &str, marked| {
            if !text.is_empty() {
                let text = text.to_owned();
                pieces.push(Piece { text, marked });
            }
        };
        for (range, stems) in &self.words {
            if marks.iter().any(|mark| has(mark, stems)) {
                add(&self.text[at..range.start], false);
                add(&self.text[range.clone()], true);
                at = range.end;
            }
        }
        add(&self.text[at..], false);
        pieces
    }
}

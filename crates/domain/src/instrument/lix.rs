//! LIX, Björnsson's measure of how hard a Swedish text is to read: the number of words per
//! sentence plus the percentage of words longer than six letters.

use std::collections::BTreeSet;

use super::words::{Terms, sentences, words};

/// A word of more letters than this is long.
const LONG: usize = 6;

/// What LIX is computed from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lix {
    /// Words in all.
    pub words: usize,
    /// Sentences in all.
    pub sentences: usize,
    /// Words of more than six letters that are no terms.
    pub long: usize,
    /// The different long words, in small letters.
    pub long_words: BTreeSet<String>,
}

impl Lix {
    /// Counts over several texts as one. Words that are part of a term in `glossary` count as
    /// words, never as long ones; a term is one or more words, a trailing `*` for any ending.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>, glossary: &[String]) -> Lix {
        let terms = Terms::new(glossary.iter().map(String::as_str));
        let mut lix = Lix::default();
        for text in texts {
            let words = words(text);
            let covered = terms.covered(&words);
            lix.words += words.len();
            lix.sentences += sentences(text);
            for (word, covered) in words.iter().zip(covered) {
                let letters = word.chars().filter(|c| c.is_alphanumeric()).count();
                if letters > LONG && !covered {
                    lix.long += 1;
                    lix.long_words.insert(word.to_lowercase());
                }
            }
        }
        lix
    }

    /// The figure itself; 0 for a text without words.
    pub fn value(&self) -> f64 {
        if self.words == 0 {
            return 0.0;
        }
        let (words, sentences, long) = (self.words as f64, self.sentences as f64, self.long as f64);
        words / sentences + 100.0 * long / words
    }

    /// Whether the figure is above a limit, without rounding.
    pub fn above(&self, limit: usize) -> bool {
        self.words * self.words + 100 * self.long * self.sentences
            > limit * self.words * self.sentences
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glossary(entries: &[&str]) -> Vec<String> {
        entries.iter().map(|&entry| entry.to_owned()).collect()
    }

    /// 14 words, 3 sentences, 3 long words (avtalen, leverantören, upphandling; följer and besked
    /// have six letters): 14/3 + 100 × 3/14.
    #[test]
    fn worked_example() {
        let texts = [
            "Ni följer upp avtalen. Leverantören får besked.",
            "Det ni lär er ändrar nästa upphandling",
        ];
        let lix = Lix::of(texts, &[]);
        assert_eq!((lix.words, lix.sentences, lix.long), (14, 3, 3));
        assert!((lix.value() - (14.0 / 3.0 + 300.0 / 14.0)).abs() < 1e-9);
    }

    /// The same text with two of the long words as terms: 14/3 + 100 × 1/14.
    #[test]
    fn terms_are_words_but_never_long() {
        let texts = [
            "Ni följer upp avtalen. Leverantören får besked.",
            "Det ni lär er ändrar nästa upphandling",
        ];
        let lix = Lix::of(texts, &glossary(&["leverantör*", "upphandling"]));
        assert_eq!((lix.words, lix.sentences, lix.long), (14, 3, 1));
        assert_eq!(lix.long_words.into_iter().collect::<Vec<_>>(), ["avtalen"]);
    }

    /// 10 words, 1 sentence, 3 long: 10 + 30 = 40, on the limit and not above it.
    #[test]
    fn the_limit_itself_is_allowed() {
        let on = Lix {
            words: 10,
            sentences: 1,
            long: 3,
            ..Lix::default()
        };
        assert!(!on.above(40) && (on.value() - 40.0).abs() < 1e-9);
        let above = Lix {
            words: 10,
            sentences: 1,
            long: 4,
            ..Lix::default()
        };
        assert!(above.above(40) && (above.value() - 50.0).abs() < 1e-9);
    }

    #[test]
    fn a_text_without_words_is_easy() {
        assert!(!Lix::of(["", " – "], &[]).above(0));
        assert!(Lix::of([], &[]).value().abs() < 1e-9);
    }
}

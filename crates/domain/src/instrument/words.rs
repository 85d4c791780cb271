//! Words and sentences of a running text, and lists of terms to find in it.

use std::collections::{BTreeMap, BTreeSet};

/// The words of a text: runs of letters and digits, hyphens and apostrophes inside a word kept.
pub(super) fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !(c.is_alphanumeric() || is_joiner(c)))
        .map(|word| word.trim_matches(is_joiner))
        .filter(|word| !word.is_empty())
        .collect()
}

fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '\'' | '’')
}

/// How many sentences a text has. A text that does not end with a mark still ends a sentence.
///
/// A mark (`.` `!` `?` `…`) ends a sentence if it stands last or before a space, unless the next
/// word begins with a small letter or the mark closes an abbreviation with a full stop inside
/// ("t.ex.").
pub(super) fn sentences(text: &str) -> usize {
    let tokens: Vec<&str> = text.split_whitespace().filter(|t| has_word(t)).collect();
    let ends = tokens.iter().enumerate().filter(|(index, token)| {
        tokens
            .get(index + 1)
            .is_none_or(|next| ends_sentence(token) && !begins_small(next))
    });
    ends.count()
}

fn has_word(token: &str) -> bool {
    token.chars().any(char::is_alphanumeric)
}

fn ends_sentence(token: &str) -> bool {
    let token = token.trim_end_matches(|c: char| !c.is_alphanumeric() && !is_mark(c));
    let body = token.trim_end_matches(is_mark);
    let abbreviation = body.len() + 1 == token.len() && body.contains('.');
    body.len() < token.len() && !abbreviation
}

fn is_mark(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

fn begins_small(token: &str) -> bool {
    token
        .chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(char::is_lowercase)
}

/// A list of terms as `terms.toml` writes them: one or more words each, small and capital letters
/// alike, a trailing `*` on a word for any ending.
pub(super) struct Terms<'a> {
    /// By the first letter, because every word of every text is looked up.
    by_initial: BTreeMap<char, Vec<Term<'a>>>,
}

struct Term<'a> {
    written: &'a str,
    words: Vec<Pattern>,
}

struct Pattern {
    stem: String,
    any_ending: bool,
}

impl Pattern {
    fn new(word: &str) -> Pattern {
        Pattern {
            stem: word.trim_end_matches('*').to_lowercase(),
            any_ending: word.ends_with('*'),
        }
    }

    fn fits(&self, word: &str) -> bool {
        if self.any_ending {
            word.starts_with(&self.stem)
        } else {
            word == self.stem
        }
    }
}

impl Term<'_> {
    fn begins(&self, words: &[String]) -> bool {
        words.len() >= self.words.len()
            && self
                .words
                .iter()
                .zip(words)
                .all(|(pattern, word)| pattern.fits(word))
    }
}

impl<'a> Terms<'a> {
    /// Reads a list of terms.
    pub(super) fn new(entries: impl IntoIterator<Item = &'a str>) -> Self {
        let mut by_initial: BTreeMap<char, Vec<Term<'a>>> = BTreeMap::new();
        for written in entries {
            let words: Vec<Pattern> = written.split_whitespace().map(Pattern::new).collect();
            if let Some(initial) = words.first().and_then(|word| word.stem.chars().next()) {
                by_initial
                    .entry(initial)
                    .or_default()
                    .push(Term { written, words });
            }
        }
        Terms { by_initial }
    }

    /// For each word, whether it is part of a term.
    pub(super) fn covered(&self, words: &[&str]) -> Vec<bool> {
        let mut covered = vec![false; words.len()];
        for (term, start) in self.occurrences(words) {
            covered[start..start + term.words.len()].fill(true);
        }
        covered
    }

    /// The terms that a text uses, as the list writes them. A term also counts when it is one part
    /// of a word with a hyphen.
    pub(super) fn used_in(&self, text: &str) -> BTreeSet<&'a str> {
        let parts: Vec<&str> = words(text).into_iter().flat_map(|w| w.split('-')).collect();
        self.occurrences(&parts)
            .into_iter()
            .map(|(term, _)| term.written)
            .collect()
    }

    /// Every place where a term begins.
    fn occurrences(&self, words: &[&str]) -> Vec<(&Term<'a>, usize)> {
        let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        let mut found = Vec::new();
        for (start, word) in lower.iter().enumerate() {
            let initial = word.chars().next();
            let candidates = initial.and_then(|initial| self.by_initial.get(&initial));
            for term in candidates.into_iter().flatten() {
                if term.begins(&lower[start..]) {
                    found.push((term, start));
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_hyphens_and_lose_the_marks() {
        assert_eq!(
            words("E-handel: \"så här\" – i EU:s 4.2, ni-"),
            ["E-handel", "så", "här", "i", "EU", "s", "4", "2", "ni"]
        );
        assert!(words(" – … ").is_empty());
    }

    #[test]
    fn a_mark_ends_a_sentence_only_where_a_new_one_may_begin() {
        for (text, expected) in [
            ("", 0),
            ("–", 0),
            ("Lista era avtal", 1),
            ("Ring dem.", 1),
            ("Ring dem. Skriv ner svaren.", 2),
            ("Ring dem t.ex. Anna först.", 1),
            ("Ring ca. tre stycken.", 1),
            ("Läs 4.2 först.", 1),
            ("Vem? Alla! (Ni också.) ”Ja.”", 4),
            ("Skriv av … och vänta. 2026 är nytt.", 2),
        ] {
            assert_eq!(sentences(text), expected, "{text}");
        }
    }

    #[test]
    fn a_term_is_whole_words_in_any_case() {
        let terms = Terms::new(["råd", "känslig*", "offentligt ägt bolag*"]);
        let used = |text| terms.used_in(text).into_iter().collect::<Vec<_>>();
        assert!(used("Kommunalråd och tråd").is_empty());
        assert_eq!(used("Råd om KÄNSLIGA avtal"), ["känslig*", "råd"]);
        assert_eq!(used("Känslig, känsliga, känsligast"), ["känslig*"]);
        assert_eq!(used("IT-råd"), ["råd"]);
        assert!(used("ett offentligt bolag, ett offentligt").is_empty());
        assert_eq!(
            terms.covered(&words("Ett offentligt ägt bolags avtal")),
            [false, true, true, true, false]
        );
    }
}

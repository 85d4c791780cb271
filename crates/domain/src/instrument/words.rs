//! Words and sentences of a running text, and lists of terms to find in it.

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
pub(super) struct Terms<'a>(Vec<Term<'a>>);

struct Term<'a> {
    written: &'a str,
    words: Vec<Pattern>,
}

struct Pattern {
    stem: String,
    any_ending: bool,
}

impl Pattern {
    fn fits(&self, word: &str) -> bool {
        if self.any_ending {
            word.starts_with(&self.stem)
        } else {
            word == self.stem
        }
    }
}

impl<'a> Terms<'a> {
    /// Reads a list of terms.
    pub(super) fn new(entries: impl IntoIterator<Item = &'a str>) -> Self {
        let term = |written: &'a str| Term {
            written,
            words: written
                .split_whitespace()
                .map(|word| Pattern {
                    stem: word.trim_end_matches('*').to_lowercase(),
                    any_ending: word.ends_with('*'),
                })
                .collect(),
        };
        Terms(entries.into_iter().map(term).collect())
    }

    /// For each word, whether it is part of a term.
    pub(super) fn covered(&self, words: &[&str]) -> Vec<bool> {
        let mut covered = vec![false; words.len()];
        for (_, place) in self.occurrences(words) {
            covered[place].fill(true);
        }
        covered
    }

    /// The terms that a text uses, as the list writes them, in the list's order. A term also
    /// counts when it is one part of a word with a hyphen.
    pub(super) fn used_in(&self, text: &str) -> Vec<&'a str> {
        let parts: Vec<&str> = words(text).into_iter().flat_map(|w| w.split('-')).collect();
        let mut used: Vec<&str> = self.occurrences(&parts).map(|(term, _)| term).collect();
        used.dedup();
        used
    }

    /// Every place where a term stands, term by term.
    fn occurrences(
        &self,
        words: &[&str],
    ) -> impl Iterator<Item = (&'a str, std::ops::Range<usize>)> {
        let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        self.0.iter().flat_map(move |term| {
            let length = term.words.len().max(1);
            lower
                .windows(length)
                .enumerate()
                .filter(|(_, run)| {
                    !term.words.is_empty()
                        && term
                            .words
                            .iter()
                            .zip(*run)
                            .all(|(pattern, word)| pattern.fits(word))
                })
                .map(|(start, _)| (term.written, start..start + length))
                .collect::<Vec<_>>()
        })
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
        assert_eq!(terms.used_in("Kommunalråd och tråd"), Vec::<&str>::new());
        assert_eq!(terms.used_in("Råd om KÄNSLIGA avtal"), ["råd", "känslig*"]);
        assert_eq!(terms.used_in("Känslig, känsliga, känsligast"), ["känslig*"]);
        assert_eq!(terms.used_in("IT-råd"), ["råd"]);
        assert_eq!(terms.used_in("ett offentligt bolag"), Vec::<&str>::new());
        assert_eq!(
            terms.covered(&words("Ett offentligt ägt bolags avtal")),
            [false, true, true, true, false]
        );
    }
}

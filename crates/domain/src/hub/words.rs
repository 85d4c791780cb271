//! Finds the explained words of the glossary in running text.

use std::collections::HashMap;
use std::ops::Range;

use super::Term;
use crate::text::Lang;

/// Every form of every term in one language, ready to be looked for.
pub struct Finder<'a> {
    /// Forms as words in small letters, with their term's id, by how the first word begins.
    forms: HashMap<String, Vec<(Vec<String>, &'a str)>>,
}

/// What forms are sorted under: enough of the first word to be there whether an s follows or not.
fn beginning(word: &str) -> String {
    word.chars().take(3).collect()
}

impl<'a> Finder<'a> {
    /// Takes in the terms: in Swedish all forms that are listed, in English the term itself.
    pub fn new(terms: impl Iterator<Item = &'a Term>, lang: Lang) -> Self {
        let mut forms: HashMap<String, Vec<(Vec<String>, &str)>> = HashMap::new();
        for term in terms {
            let listed = match lang {
                Lang::Sv => term.forms.as_slice(),
                Lang::En => &[],
            };
            let listed = listed.iter().map(String::as_str);
            for form in std::iter::once(term.term.get(lang)).chain(listed) {
                let form: Vec<String> = words(form).map(|(_, word)| word.to_lowercase()).collect();
                if let Some(first) = form.first() {
                    let under = forms.entry(beginning(first)).or_default();
                    under.push((form, &term.id));
                }
            }
        }
        for under in forms.values_mut() {
            under.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        }
        Finder { forms }
    }

    /// The terms that a text uses, longest first where one begins as another, whole words only:
    /// where each stands, and its id.
    pub fn find(&self, text: &str) -> Vec<(Range<usize>, &'a str)> {
        let words: Vec<(usize, String)> = words(text)
            .map(|(start, word)| (start, word.to_lowercase()))
            .collect();
        let mut found = Vec::new();
        let mut at = 0;
        while let Some((start, first)) = words.get(at) {
            let under = self.forms.get(&beginning(first)).into_iter().flatten();
            let mut fitting = under.filter(|(form, _)| fits(form, &words[at..]));
            if let Some((form, id)) = fitting.next() {
                at += form.len();
                let (last, word) = &words[at - 1];
                found.push((*start..last + word.len(), *id));
            } else {
                at += 1;
            }
        }
        found
    }
}

/// Whether the words begin with the form, the last of them perhaps with an s: the Swedish genitive,
/// the English plural.
fn fits(form: &[String], words: &[(usize, String)]) -> bool {
    let Some((last, before)) = form.split_last() else {
        return false;
    };
    let mut words = words.iter().map(|(_, word)| word.as_str());
    before.iter().all(|part| words.next() == Some(part))
        && words.next().is_some_and(|word| {
            word.strip_prefix(last.as_str())
                .is_some_and(|end| matches!(end, "" | "s"))
        })
}

/// The words of a text, and where each begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let inside = |c: char| c.is_alphanumeric() || c == '-';
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(inside)?;
        let length = text[start..]
            .find(|c| !inside(c))
            .unwrap_or(text.len() - start);
        rest = start + length;
        Some((start, &text[start..rest]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hub::source::Words;
    use crate::text::Text;

    fn term(id: &str, sv: &str, en: &str, forms: &[&str]) -> Term {
        let text = |sv: &str, en: &str| Text {
            sv: sv.to_owned(),
            en: en.to_owned(),
        };
        Term {
            id: id.to_owned(),
            term: text(sv, en),
            forms: forms.iter().map(|&form| form.to_owned()).collect(),
            synonyms: Words {
                sv: Vec::new(),
                en: Vec::new(),
            },
            text: text("x", "x"),
            related: Vec::new(),
        }
    }

    #[test]
    fn whole_words_in_any_listed_form_are_found_longest_first() {
        let terms = [
            term("avtal", "avtal", "contract", &["avtalet", "avtalen"]),
            term(
                "avtalstrohet",
                "trohet mot avtal",
                "contract compliance",
                &[],
            ),
        ];
        let found = |text, lang| {
            let finder = Finder::new(terms.iter(), lang);
            let found = finder.find(text).into_iter();
            found
                .map(|(range, id): (Range<usize>, &str)| format!("{} {id}", &text[range]))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            found(
                "Avtalets längd, ramavtal och TROHET mot avtal. Avtala!",
                Lang::Sv
            ),
            ["Avtalets avtal", "TROHET mot avtal avtalstrohet"]
        );
        assert_eq!(
            found("Contracts and contract compliance; avtalet", Lang::En),
            ["Contracts avtal", "contract compliance avtalstrohet"]
        );
        assert!(found("Åäö – …", Lang::Sv).is_empty());
    }
}

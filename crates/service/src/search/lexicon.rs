//! Every word that there is to find, and what else a word may have been meant as.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::language::{Language, fold, words};

/// The shortest part of a compound.
const PART: usize = 4;

/// All words of the documents.
pub(super) struct Lexicon {
    pub(super) language: Language,
    /// The stem of each form that stands somewhere, with å, ä and ö written as a, a and o.
    forms: BTreeMap<String, BTreeSet<String>>,
    /// Every stem.
    stems: BTreeSet<String>,
    /// What the compounds among them are made of.
    parts: HashMap<String, Vec<String>>,
}

impl Lexicon {
    /// Takes in every word of some texts.
    pub(super) fn new<'a>(language: Language, texts: impl Iterator<Item = &'a str>) -> Self {
        let (mut forms, mut stems) = (BTreeMap::<String, BTreeSet<String>>::new(), BTreeSet::new());
        for (_, word) in texts.flat_map(words) {
            let stem = language.stem(&word);
            stems.insert(stem.clone());
            forms.entry(fold(&word)).or_default().insert(stem);
        }
        let mut lexicon = Lexicon {
            language,
            forms,
            stems,
            parts: HashMap::new(),
        };
        let parts: HashMap<_, _> = lexicon
            .stems
            .iter()
            .map(|stem| (stem.clone(), lexicon.split(stem)))
            .filter(|(_, parts)| !parts.is_empty())
            .collect();
        lexicon.parts = parts;
        lexicon
    }

    /// What a word of a document is found by: its stem, and those of its parts.
    pub(super) fn found_by(&self, word: &str) -> Vec<String> {
        let stem = self.language.stem(word);
        let mut terms = self.parts.get(&stem).cloned().unwrap_or_default();
        terms.insert(0, stem);
        terms
    }

    /// Whether a stem stands somewhere, as a word or as part of one.
    fn knows(&self, stem: &str) -> bool {
        self.stems.contains(stem)
    }

    /// What a word that someone typed may have been meant as: words, each of which may be one of
    /// several stems, with how much each counts. It is itself, if there is such a word; else the
    /// same without å, ä and ö; else a word that one letter makes of it; else the parts of a
    /// compound; else a word that two letters make of it.
    pub(super) fn meant(&self, word: &str) -> Vec<Vec<(String, f32)>> {
        let stem = self.language.stem(word);
        if self.knows(&stem) {
            return vec![vec![(stem, 1.0)]];
        }
        let folded = fold(word);
        let weighed = |stems: BTreeSet<String>, weight| {
            let stems = stems.into_iter();
            vec![stems.map(|stem| (stem, weight)).collect::<Vec<_>>()]
        };
        let same = self.written(&folded, &fold(&stem));
        if !same.is_empty() {
            return weighed(same, 0.8);
        }
        let near = self.near(&folded);
        if let Some(one) = near.get(&1) {
            return weighed(one.clone(), 0.5);
        }
        let parts = self.split(&stem);
        if !parts.is_empty() {
            return parts.into_iter().map(|part| vec![(part, 0.8)]).collect();
        }
        weighed(near.into_values().next().unwrap_or_default(), 0.4)
    }

    /// The stems of the words that are written so, or whose stems are, without å, ä and ö.
    fn written(&self, word: &str, stem: &str) -> BTreeSet<String> {
        let forms = self.forms.get(word).into_iter().flatten();
        let stems = self.stems.iter().filter(|known| fold(known) == stem);
        forms.chain(stems).cloned().collect()
    }

    /// The stems of the words that are one or two letters from a word that nobody wrote, by how
    /// many: one for words of five letters, two for words of nine.
    fn near(&self, folded: &str) -> BTreeMap<usize, BTreeSet<String>> {
        let most = match folded.chars().count() {
            0..5 => return BTreeMap::new(),
            5..9 => 1,
            _ => 2,
        };
        let mut found: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        for (form, stems) in &self.forms {
            if form.len().abs_diff(folded.len()) <= most {
                let distance = strsim::osa_distance(form, folded);
                if distance <= most {
                    found
                        .entry(distance)
                        .or_default()
                        .extend(stems.iter().cloned());
                }
            }
        }
        found
    }

    /// The stems of the words that a compound is made of; nothing for other words.
    fn split(&self, word: &str) -> Vec<String> {
        if !self.language.compounds {
            return Vec::new();
        }
        let mut parts = BTreeSet::new();
        for (at, _) in word.char_indices() {
            let (head, tail) = word.split_at(at);
            if head.chars().count() < PART || tail.chars().count() < PART {
                continue;
            }
            let (head, tail) = (self.part(head), self.part(tail));
            if let (Some(head), Some(tail)) = (head, tail) {
                parts.extend(self.split(&head));
                parts.extend(self.split(&tail));
                parts.extend([head, tail]);
            }
        }
        parts.into_iter().collect()
    }

    /// The stem of what may be part of a compound: a word that also stands by itself.
    fn part(&self, part: &str) -> Option<String> {
        let stem = self.language.stem(part);
        let fits =
            stem.chars().count() >= PART - 1 && self.knows(&stem) && !self.language.is_empty(part);
        fits.then_some(stem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::text::Lang;

    fn lexicon() -> Lexicon {
        let text = "Upphandlingsplanen. Avtalsuppföljning: en plan för upphandling, uppföljning av avtal, leverantörernas betyg";
        Lexicon::new(Language::new(Lang::Sv), std::iter::once(text))
    }

    #[test]
    fn compounds_are_found_by_their_parts() {
        let found_by = |word| lexicon().found_by(word)[1..].to_vec();
        let stems = |words: [&str; 2]| {
            let language = Language::new(Lang::Sv);
            let mut stems = words.map(|word| language.stem(word)).to_vec();
            stems.sort();
            stems
        };
        assert_eq!(
            found_by("upphandlingsplanens"),
            stems(["upphandling", "plan"])
        );
        assert_eq!(
            found_by("avtalsuppföljning"),
            stems(["avtal", "uppföljning"])
        );
        assert!(found_by("upphandling").is_empty());
    }

    #[test]
    fn a_word_is_itself_before_it_is_another() {
        let meant = |word: &str| {
            let meant = lexicon().meant(word).into_iter();
            meant.flatten().map(|(stem, _)| stem).collect::<Vec<_>>()
        };
        let stem = |word: &str| Language::new(Lang::Sv).stem(word);
        assert_eq!(meant("planer"), [stem("plan")]);
        assert_eq!(meant("uppfoljningen"), [stem("uppföljning")]);
        assert_eq!(meant("uphandling"), [stem("upphandling")]);
        assert_eq!(meant("leverantroernas"), [stem("leverantörernas")]);
        assert_eq!(meant("leverantörsplan"), [stem("leverantör"), stem("plan")]);
        assert!(meant("bala").is_empty());
        assert!(meant("xxxxxxxxxx").is_empty());
    }
}

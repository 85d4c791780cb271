//! A graph as a list of triples, one thing after the other, so that what is written of it is the
//! same bytes each time.

use domain::day::Day;
use domain::text::Lang;
use oxrdf::vocab::{rdf, xsd};
use oxrdf::{Literal, NamedNode, NamedNodeRef, Term, Triple};

/// What is said of one thing, one after the other.
pub(super) struct About<'g> {
    pub(super) triples: &'g mut Vec<Triple>,
    pub(super) thing: NamedNode,
}

impl About<'_> {
    pub(super) fn is(self, class: NamedNodeRef<'_>) -> Self {
        self.has(rdf::TYPE, class)
    }

    /// Says that a property's value is a thing.
    pub(super) fn has<'n>(
        self,
        property: NamedNodeRef<'_>,
        value: impl Into<NamedNodeRef<'n>>,
    ) -> Self {
        self.says(property, value.into().into_owned())
    }

    /// Says the same in every language.
    pub(super) fn in_languages(
        self,
        property: NamedNodeRef<'_>,
        texts: impl IntoIterator<Item = (Lang, String)>,
    ) -> Self {
        texts.into_iter().fold(self, |about, (lang, text)| {
            let text = Literal::new_language_tagged_literal_unchecked(text, lang.code());
            about.says(property, text)
        })
    }

    pub(super) fn text(self, property: NamedNodeRef<'_>, text: &str) -> Self {
        self.says(property, Literal::new_simple_literal(text))
    }

    pub(super) fn day(self, property: NamedNodeRef<'_>, day: Day) -> Self {
        self.says(
            property,
            Literal::new_typed_literal(day.to_string(), xsd::DATE),
        )
    }

    pub(super) fn count(self, property: NamedNodeRef<'_>, count: usize) -> Self {
        let count = Literal::new_typed_literal(count.to_string(), xsd::NON_NEGATIVE_INTEGER);
        self.says(property, count)
    }

    fn says(self, property: NamedNodeRef<'_>, value: impl Into<Term>) -> Self {
        self.triples
            .push(Triple::new(self.thing.clone(), property, value));
        self
    }
}
